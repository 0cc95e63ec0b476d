"""An engine for tests that need speech but no words: bursts of a sine, made at once, without a process."""

from __future__ import annotations

import array
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from voicecoach.speech.engine import VoiceInfo, Waveform

RATE_HZ = 24_000


@dataclass
class FakeEngine:
    """Takes `ms_per_character` for each character of a line, at whatever pace it is asked for.

    Use it as `Speaker(VoiceChoice(engine=FakeEngine()), cache)`. `spoken` collects what it was asked to say.
    """

    ms_per_character: int = 60
    name: str = "fake"
    spoken: list[str] = field(default_factory=list)

    def identity(self) -> str:
        """Changes with whatever changes its sound."""
        return f"fake {self.ms_per_character}"

    def voices(self) -> list[VoiceInfo]:
        """One voice."""
        return [VoiceInfo("fake/sine", "Sine", "en")]

    def default_voice(self, language: str) -> str | None:
        """The one voice, for English."""
        return "fake/sine" if language == "en" else None

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        """A sine for each line, its pitch from the text."""
        del voice, wpm
        for index, line in enumerate(lines):
            self.spoken.append(line)
            yield index, self.waveform(line)

    def waveform(self, line: str) -> Waveform:
        """What it makes of a line."""
        hertz = 300 + sum(line.encode()) % 300
        count = RATE_HZ * self.ms_per_character * len(line) // 1000
        turn = 2 * math.pi * hertz / RATE_HZ
        return Waveform(array.array("h", (round(8000 * math.cos(turn * n)) for n in range(count))).tobytes(), RATE_HZ)
