"""What an engine is.

An engine turns lines into raw sound. It needn't judge, level or cache what it says: `service` does that for every
engine alike. Other packages add engines through the entry-point group `voicecoach.engines`; each entry names a class
that can be called without arguments. The names in `BUILT_IN` are taken. An engine may have more than the protocol asks
for: see `calm_wpm` and `missing_part`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

DEFAULT_ENGINE = "pyttsx3"
KOKORO, PIPER, COMMAND = "kokoro", "piper", "command"
BUILT_IN = (DEFAULT_ENGINE, KOKORO, PIPER, COMMAND)

ANY_LANGUAGE = ""
"""The language of a voice that speaks whatever it is given."""

NOMINAL_WPM = 165
"""Words per minute of calm coaching, as an engine counts them before it is calibrated."""

TIMEOUT_S = 20.0
"""How long a line may take. A line of 250 characters takes espeak-ng less than 0.1 s."""


@dataclass(frozen=True, slots=True)
class Waveform:
    """Sound as an engine made it: mono, signed 16-bit samples in native byte order."""

    pcm: bytes
    rate_hz: int

    @property
    def seconds(self) -> float:
        """Its length."""
        return len(self.pcm) / 2 / self.rate_hz


@dataclass(frozen=True, slots=True)
class VoiceInfo:
    """A voice. `id` is what the engine takes, `name` what a person reads; `language` as in BCP 47 (`en-us`), or any."""

    id: str
    name: str
    language: str
    gender: str | None = None


class Engine(Protocol):
    """A source of speech. Errors are raised as `SpeechError`."""

    @property
    def name(self) -> str:
        """What `--engine` calls it."""
        ...

    def identity(self) -> str:
        """Whatever shapes its sound besides voice, pace and text, such as versions. Cheap; starts nothing."""
        ...

    def voices(self) -> list[VoiceInfo]:
        """The voices it has."""
        ...

    def default_voice(self, language: str) -> str | None:
        """The id of its clearest voice for a language (`en`), or None for the first that fits."""
        ...

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        """Speak `lines`, in any order, each as the index in `lines` with its sound, or with a problem in words.

        `wpm` is the pace in the engine's own words per minute; it is calibrated by measured length, so it need not be
        honest. A line's sound may depend on nothing but its text, the voice and the pace.
        """
        ...


def calm_wpm(engine: Engine) -> int | None:
    """The pace at which an engine coaches calmly, for one that has such a pace: its attribute `calm_wpm`.

    The rate of 1.0 is that pace then, and else the one at which the reference sentence takes as long as in every voice.
    """
    return getattr(engine, "calm_wpm", None)


def missing_part(engine: Engine) -> str | None:
    """What an engine lacks before it can speak, in words that say how to get it: its `missing`, if it has one."""
    missing: Callable[[], str | None] = getattr(engine, "missing", lambda: None)
    return missing()
