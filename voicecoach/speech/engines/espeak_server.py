"""The process in which the embedded espeak-ng speaks: one fork for each line.

What espeak-ng says depends on what the process said before, so each line gets a process of its own. That is cheap when
it is forked from one that has voice and pace set and has said nothing. The driver is switched to espeak-ng's
synchronous mode first: in its asynchronous mode a thread speaks, which a fork does not inherit, and about one line in
forty comes out at another pace than the one asked for.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import json
import os
import selectors
import signal
import time
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecoach.cores import cores
from voicecoach.interrupts import wait_for_children
from voicecoach.packages import install_package
from voicecoach.speech import frames
from voicecoach.speech.frames import Frame, Kind
from voicecoach.speech.lifeline import STREAM, end_now, read_request

if TYPE_CHECKING:
    from pyttsx3.engine import Engine as Pyttsx3

RATE_HZ = 22_050
LIBRARY = "libespeak-ng.so.1"
ANEW = ("--force-reinstall", "espeakng-loader", "pyttsx3")
"""What to install when what is there can't be used."""
_SYNCHRONOUS = 2
_ATTEMPTS = 2
_READ_BYTES = 1 << 20
_FORKS_PER_CORE = 3
"""The driver sleeps 10 ms in each line, so a core needs several to be busy."""


class UnusableError(Exception):
    """The embedded espeak-ng can't be used; the message says why and what to do."""


@dataclass(slots=True)
class _Line:
    index: int
    text: str
    attempts: int = 0


@dataclass(slots=True)
class _Fork:
    line: _Line
    pid: int
    pipe: int
    deadline: float
    chunks: list[bytes] = field(default_factory=list)


def main() -> None:
    """Read a request, answer it, end."""
    wait_for_children()
    # Nothing but frames may reach standard output, and the driver prints.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        request = read_request()
        try:
            _load()
        except UnusableError as error:
            frames.write(out, Frame(-1, Kind.FAULT, str(error).encode()))
            return
        for frame in _answers(request):
            frames.write(out, frame)


def _answers(request: dict[str, Any]) -> Iterator[Frame]:
    engine = _engine()
    if request["task"] == "voices":
        yield Frame(-1, Kind.VOICES, _voices(engine).encode())
        return
    engine.setProperty("voice", request["voice"])
    engine.setProperty("rate", request["wpm"])
    # Nothing is to be collected in the forks: it would copy pages that they share.
    gc.disable()
    gc.freeze()
    lines = [_Line(index, text) for index, text in enumerate(request["lines"])]
    yield from _spoken(lines, engine, request["timeout_s"])


def _load() -> None:
    """Load the library that came with the package, and the driver on top of it; never the system's library."""
    spec = find_spec("espeakng_loader")
    if spec is None or spec.origin is None:
        raise UnusableError(f"The voice espeak-ng isn't installed. Run: {install_package('espeakng-loader')}")
    folder = Path(spec.origin).parent
    os.environ["ESPEAK_DATA_PATH"] = str(folder / "espeak-ng-data")
    try:
        library = ctypes.CDLL(str(folder / LIBRARY), ctypes.RTLD_GLOBAL)
        importlib.import_module("pyttsx3")
        driver: Any = importlib.import_module("pyttsx3.drivers._espeak")
        importlib.import_module("pyttsx3.drivers.espeak")
    except (OSError, ImportError, RuntimeError) as error:
        raise UnusableError(f"The voice espeak-ng can't be loaded ({error}). Run: {install_package(*ANEW)}") from error
    if driver.dll._handle != library._handle:
        raise UnusableError(
            f"pyttsx3 took another espeak-ng ({driver.dll._name}) than the one of espeakng-loader, which would sound"
            f" different. Run: {install_package(*ANEW)}"
        )
    driver.AUDIO_OUTPUT_RETRIEVAL = _SYNCHRONOUS


def _engine() -> Pyttsx3:
    import pyttsx3

    return pyttsx3.init("espeak")


def _spoken(lines: list[_Line], engine: Pyttsx3, timeout_s: float) -> Iterator[Frame]:
    """Speak on all cores; a fork that dies or exceeds `timeout_s` is replaced once."""
    waiting = deque(lines)
    most = _FORKS_PER_CORE * cores()
    with selectors.DefaultSelector() as selector:
        selector.register(STREAM, selectors.EVENT_READ)
        while waiting or _forks(selector):
            while waiting and len(_forks(selector)) < most:
                fork = _begin(waiting.popleft(), engine, timeout_s)
                selector.register(fork.pipe, selectors.EVENT_READ, fork)
            for fork in _ended(selector):
                status = os.waitpid(fork.pid, 0)[1]
                pcm = b"".join(fork.chunks)
                if status == 0 and pcm:
                    yield Frame(fork.line.index, Kind.SOUND, frames.sound_payload(pcm, RATE_HZ))
                elif fork.line.attempts < _ATTEMPTS:
                    waiting.appendleft(fork.line)
                else:
                    yield Frame(fork.line.index, Kind.PROBLEM, _problem(status, timeout_s).encode())


def _begin(line: _Line, engine: Pyttsx3, timeout_s: float) -> _Fork:
    line.attempts += 1
    receiving, sending = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(receiving)
        # Should the server be gone by then, the fork ends itself.
        _speak_and_end(engine, line.text, sending, alarm_s=int(timeout_s) + 2)
    os.close(sending)
    return _Fork(line, pid, receiving, time.monotonic() + timeout_s)


def _forks(selector: selectors.BaseSelector) -> list[_Fork]:
    return [key.data for key in selector.get_map().values() if key.data]


def _ended(selector: selectors.BaseSelector) -> Iterator[_Fork]:
    """Take what has arrived, and give the forks that are done or out of time."""
    forks = _forks(selector)
    wait_s = max(0.0, min(fork.deadline for fork in forks) - time.monotonic())
    done = []
    for key, _ in selector.select(wait_s):
        if key.fd == STREAM:
            end_now()
        chunk = os.read(key.fd, _READ_BYTES)
        if chunk:
            key.data.chunks.append(chunk)
        else:
            done.append(key.data)
    now = time.monotonic()
    for fork in forks:
        late = fork.deadline <= now and fork not in done
        if late:
            os.kill(fork.pid, signal.SIGKILL)
        if late or fork in done:
            selector.unregister(fork.pipe)
            os.close(fork.pipe)
            yield fork


def _speak_and_end(engine: Pyttsx3, text: str, sending: int, alarm_s: int) -> None:
    """Write what the engine says and end this fork, whatever happens, without its parent's clean-up."""
    status = 1
    signal.alarm(alarm_s)
    try:
        engine.say(text)
        engine.runAndWait()
        with os.fdopen(sending, "wb") as pipe:
            # In the synchronous mode the driver writes no file and leaves the samples in its buffer.
            pipe.write(engine.proxy._driver._data_buffer)
        status = 0
    finally:
        os._exit(status)


def _voices(engine: Pyttsx3) -> str:
    voices = engine.getProperty("voices")
    return json.dumps([[voice.id, voice.name, (voice.languages or [""])[0], voice.gender] for voice in voices])


def _problem(status: int, timeout_s: float) -> str:
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return f"no answer within {timeout_s:g} s"
    if os.WIFSIGNALED(status):
        return f"the engine crashed (signal {os.WTERMSIG(status)})"
    return "the engine gave no sound"


if __name__ == "__main__":
    main()
