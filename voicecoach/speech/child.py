"""A child process that speaks, seen from its parent: it answers, ends or is ended."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from voicecoach import cores
from voicecoach.errors import EngineError
from voicecoach.speech import frames
from voicecoach.speech.frames import Frame

_WAITING_FRAMES = 16
"""Answers held while the parent is busy; a child that is ahead of it waits."""

_LAST_WORDS_BYTES = 300
_ENDS_WITHIN_S = 10.0
"""A child that has closed its output has nothing left to do."""

_GONE_WITHIN_S = 60.0
"""What was killed is gone at once, on a machine that gets round to it."""


class StalledError(EngineError):
    """The child gave no answer in time or a senseless one, or ended before it was done.

    The message is a clause about `it`.
    """


@dataclass(frozen=True, slots=True)
class Waits:
    """The longest wait for a frame; if it is longer, that for the first, which may be a `READY` one."""

    each_s: float
    first_s: float = 0.0


def answers(
    arguments: list[str],
    request: Mapping[str, object],
    *,
    expected: int,
    waits: Waits,
    isolated: bool = False,
) -> Generator[Frame, None, None]:
    """Run `python -m` with `arguments`, hand it `request` as JSON, and give `expected` frames as they arrive.

    `isolated` starts without site customisation, which is quicker. However the iteration ends, the child and its
    children are gone afterwards. Raises EngineError with the child's own words for a `FAULT` frame, StalledError when
    frames stay away.
    """
    with TemporaryFile() as errors:
        child = _Child(arguments, errors, isolated=isolated)
        try:
            child.send(request)
            wait_s = max(waits.first_s, waits.each_s)
            while expected:
                frame = child.next(wait_s)
                wait_s = waits.each_s
                if frame.kind is frames.Kind.FAULT:
                    raise EngineError(frame.payload.decode())
                if frame.kind is not frames.Kind.READY:
                    expected -= 1
                    yield frame
        finally:
            child.end()


class _Child:
    def __init__(self, arguments: list[str], errors: IO[bytes], *, isolated: bool) -> None:
        # The child finds what its parent finds, wherever that was started, and nothing from the current folder.
        paths = [*filter(None, sys.path), str(Path(__file__).parents[2])]
        environment = {**cores.environment(), "PYTHONPATH": os.pathsep.join(paths)}
        flags = ["-P", "-S"] if isolated else ["-P"]
        try:
            self._process = subprocess.Popen(
                [sys.executable, *flags, "-m", *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=environment,
                start_new_session=os.name == "posix",
            )
        except OSError as error:
            raise EngineError(f"The voice's process could not be started: {error}.") from error
        self._errors = errors
        self._lacks_memory = False
        self._arrived: queue.Queue[Frame | None] = queue.Queue(_WAITING_FRAMES)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def send(self, request: Mapping[str, object]) -> None:
        # A child that has ended already is reported when its answer is missed.
        with suppress(OSError):
            if self._process.stdin:
                self._process.stdin.write(json.dumps(request).encode())
                self._process.stdin.close()

    def next(self, timeout_s: float) -> Frame:
        try:
            frame = self._arrived.get(timeout=timeout_s)
        except queue.Empty:
            raise StalledError(f"gave no answer for {timeout_s:g} s") from None
        if frame is None and self._lacks_memory:
            raise MemoryError
        if frame is None:
            raise StalledError(self._last_words())
        return frame

    def end(self) -> None:
        """End the child and its children, and wait until they are gone."""
        if self._process.returncode is None:
            self._kill()
            self._process.wait(_GONE_WITHIN_S)
        while self._listener.is_alive():
            with suppress(queue.Empty):
                self._arrived.get(timeout=_GONE_WITHIN_S)
        for stream in (self._process.stdin, self._process.stdout):
            if stream:
                with suppress(OSError):
                    stream.close()

    def _kill(self) -> None:
        if os.name == "posix":
            with suppress(ProcessLookupError, PermissionError):
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()

    def _listen(self) -> None:
        # ValueError: what arrived was no frame, so the rest can't be read either.
        try:
            while self._process.stdout and (frame := frames.read(self._process.stdout)):
                self._arrived.put(frame)
        except (OSError, ValueError):
            pass
        except MemoryError:
            self._lacks_memory = True
        self._arrived.put(None)

    def _last_words(self) -> str:
        # It may be about to end by itself, and how it does is what there is to tell.
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_ENDS_WITHIN_S)
        self.end()
        status = self._process.returncode
        how = f"signal {-status}" if status < 0 else f"status {status}"
        self._errors.seek(max(0, self._errors.seek(0, os.SEEK_END) - _LAST_WORDS_BYTES))
        # The last line names the exception.
        said = self._errors.read().decode(errors="replace").strip().rpartition("\n")[2]
        return f"ended early ({how}{': ' + said if said else ''})"
