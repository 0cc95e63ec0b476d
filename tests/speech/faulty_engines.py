"""Engines that fail in the ways engines do, for a package that is installed by `test_faults`."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from threading import Event
from typing import ClassVar

from tests.fake_engine import FakeEngine
from voicecoach.speech.engine import Waveform


class Steady(FakeEngine):
    """Works, but chats on standard output."""

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        os.write(1, b"chatter\n")
        return super().speak(lines, voice, wpm)


class Silent(FakeEngine):
    """Gives silence for every line with `hush` in it."""

    def waveform(self, line: str) -> Waveform:
        sound = super().waveform(line)
        return Waveform(bytes(len(sound.pcm)), sound.rate_hz) if "hush" in line else sound


class Mute(FakeEngine):
    """Gives silence for everything."""

    def waveform(self, line: str) -> Waveform:
        return Waveform(bytes(len(line) * 4000), 22_050)


class Cutting(FakeEngine):
    """Gives the first 20 ms of every line with `cut` in it."""

    def waveform(self, line: str) -> Waveform:
        sound = super().waveform(line)
        return Waveform(sound.pcm[: sound.rate_hz // 25], sound.rate_hz) if "cut" in line else sound


class Hanging(FakeEngine):
    """Never comes back from a line with `hang` in it."""

    def waveform(self, line: str) -> Waveform:
        if "hang" in line:
            Event().wait()
        return super().waveform(line)


class Crashing(FakeEngine):
    """Dies of a line with `crash` in it."""

    def waveform(self, line: str) -> Waveform:
        if "crash" in line:
            os.kill(os.getpid(), signal.SIGSEGV)
        return super().waveform(line)


class Parting(FakeEngine):
    """Hangs up on whoever listens, and takes its time to end."""

    def waveform(self, line: str) -> Waveform:
        del line
        os.closerange(3, 256)
        time.sleep(0.5)
        os._exit(3)


class Raising(FakeEngine):
    """Raises what engines raise."""

    def waveform(self, line: str) -> Waveform:
        raise RuntimeError("no licence: " + line)


class Forgetting(FakeEngine):
    """Leaves out the last line."""

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        return super().speak(lines[:-1] if "forget" in lines[-1] else lines, voice, wpm)


class Repeating(FakeEngine):
    """Answers for its first line again and again."""

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        for _, sound in super().speak(lines, voice, wpm):
            yield 0, sound


class Miscounting(FakeEngine):
    """Counts the lines in its own way."""

    first: ClassVar = 1

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        for index, sound in super().speak(lines, voice, wpm):
            yield index + self.first, sound


class Backwards(Miscounting):
    """Counts them from below zero."""

    first = -1


class Halving(FakeEngine):
    """Ends every line with half a sample."""

    def waveform(self, line: str) -> Waveform:
        sound = super().waveform(line)
        return Waveform(sound.pcm[:-1], sound.rate_hz)


class Timeless(FakeEngine):
    """Says that there are no samples in a second."""

    def waveform(self, line: str) -> Waveform:
        return Waveform(super().waveform(line).pcm, 0)


class Refusing(FakeEngine):
    """Can't even be made."""

    def __init__(self) -> None:
        raise OSError("driver not found")
