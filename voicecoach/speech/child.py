"""A child process that speaks, seen from its parent: it answers, ends or is ended."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Generator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from voicecoach import cores
from voicecoach.errors import EngineError
from voicecoach.interrupts import patiently, signals_wait
from voicecoach.part_files import scratch_folder
from voicecoach.processes import status_of
from voicecoach.speech import frames
from voicecoach.speech.frames import Frame, Kind

_WAITING_FRAMES = 16
"""Answers held while the parent is busy; a child that is ahead of it waits."""

_LAST_WORDS_BYTES = 300
_ENDS_WITHIN_S = 10.0
"""A child that has closed its output has nothing left to do."""

_GONE_WITHIN_S = 1.0
"""What was killed is gone at once, on a machine that gets round to it. Nothing is gained by waiting any longer."""


_FOLDERS = ("TMPDIR", "TEMP", "TMP")
"""Variables that name the folder for temporary files."""

_LISTENS_S = 0.01
_END = Frame(-1, Kind.READY, b"")
"""Comes last, whatever else comes."""


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
    child: _Child | None = None
    # It is killed, so whatever it has for a moment is removed here.
    with scratch_folder() as folder, TemporaryFile() as errors:
        try:
            with signals_wait():  # else there could be a child that nobody knows
                child = _Child(arguments, errors, folder, isolated=isolated)
            child.send(request)
            wait_s = max(waits.first_s, waits.each_s)
            while expected:
                frame = child.next(wait_s)
                wait_s = waits.each_s
                if frame.kind is Kind.FAULT:
                    raise EngineError(frame.payload.decode())
                if frame.kind is not Kind.READY:
                    expected -= 1
                    yield frame
        finally:
            if child:
                child.end()


class _Child:
    def __init__(self, arguments: list[str], errors: IO[bytes], folder: Path, *, isolated: bool) -> None:
        # The child finds what its parent finds, wherever that was started, and nothing from the current folder.
        paths = [*filter(None, sys.path), str(Path(__file__).parents[2])]
        own = {**dict.fromkeys(_FOLDERS, str(folder)), "PYTHONPATH": os.pathsep.join(paths)}
        environment = {**cores.environment(), **own}
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
        self._arrived: queue.Queue[Frame] = queue.Queue(_WAITING_FRAMES)
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def send(self, request: Mapping[str, object]) -> None:
        """Hand over the request, as one line. What stays open behind it tells the child that its parent is there."""
        # A child that has ended already is reported when its answer is missed.
        with suppress(OSError):
            if self._process.stdin:
                self._process.stdin.write(json.dumps(request).encode() + b"\n")
                self._process.stdin.flush()

    def next(self, timeout_s: float) -> Frame:
        arrived = patiently(self._next, timeout_s)
        if arrived is None:
            raise StalledError(f"gave no answer for {timeout_s:g} s")
        if arrived is _END and self._lacks_memory:
            raise MemoryError
        if arrived is _END:
            raise StalledError(self._last_words())
        return arrived

    def _next(self, wait_s: float) -> Frame | None:
        with suppress(queue.Empty):
            return self._arrived.get(timeout=wait_s)
        return None

    def end(self) -> None:
        """End the child and its children; they are gone afterwards, if that can be had."""
        with signals_wait():
            if self._process.returncode is None:
                self._kill()
                with suppress(subprocess.TimeoutExpired):
                    self._process.wait(_GONE_WITHIN_S)
            if self._has_stopped_listening():
                self._close()

    def _has_stopped_listening(self) -> bool:
        """Whether nothing is read from the child any more; something that it has started may have kept its output."""
        until = time.monotonic() + _GONE_WITHIN_S
        while self._listener.is_alive() and time.monotonic() < until:
            self._next(_LISTENS_S)
        return not self._listener.is_alive()

    def _close(self) -> None:
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
        self._arrived.put(_END)

    def _last_words(self) -> str:
        # It may be about to end by itself, and how it does is what there is to tell.
        status_of(self._process, _ENDS_WITHIN_S)
        self.end()
        status = self._process.returncode or 0
        how = f"signal {-status}" if status < 0 else f"status {status}"
        self._errors.seek(max(0, self._errors.seek(0, os.SEEK_END) - _LAST_WORDS_BYTES))
        # The last line names the exception.
        said = self._errors.read().decode(errors="replace").strip().rpartition("\n")[2]
        return f"ended early ({how}{': ' + said if said else ''})"
