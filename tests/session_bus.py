"""A D-Bus session bus of one's own, on which there is nobody."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

CONFIGURATION = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>{address}</listen>
  <policy context="default">
    <allow send_destination="*"/>
    <allow receive_sender="*"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class SessionBus:
    """Runs in `folder`. Clients find it at `address`, by the environment variable DBUS_SESSION_BUS_ADDRESS."""

    def __init__(self, folder: Path) -> None:
        self.address = f"unix:path={folder}/bus"
        configuration = folder / "session.conf"
        configuration.write_text(CONFIGURATION.format(address=self.address))
        command = ["dbus-daemon", f"--config-file={configuration}", "--nofork", "--nopidfile", "--print-address=1"]
        self._daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        pipe = self._daemon.stdout
        assert pipe is not None
        with pipe:
            assert pipe.readline().startswith(self.address)  # now it listens

    def kill(self) -> None:
        """End it at once, as a crash does."""
        self._daemon.kill()
        self._daemon.wait()

    def freeze(self) -> None:
        """Let it stop answering."""
        self._daemon.send_signal(signal.SIGSTOP)


@pytest.fixture
def session_bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[SessionBus]:
    """A running bus, the one that this process and its children find. Needs dbus-daemon."""
    bus = SessionBus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.address)
    yield bus
    bus.kill()
