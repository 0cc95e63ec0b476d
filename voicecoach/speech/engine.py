"""What an engine is, and how one is found by its name.

An engine turns lines into raw sound. It needn't judge, level or cache what it says: `service` does that for every
engine alike. Other packages add engines through the entry-point group `voicecoach.engines`; each entry names a class
that can be called without arguments.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from voicecoach.errors import EngineError, UnknownNameError

ENTRY_POINTS = "voicecoach.engines"
DEFAULT_ENGINE = "pyttsx3"
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
    """A voice. `id` is what the engine takes, `name` what a person reads; `language` as in BCP 47 (`en-us`)."""

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


def engine_named(name: str, *, timeout_s: float = TIMEOUT_S) -> Engine:
    """The engine of this name: built in, or of another package.

    Raises UnknownNameError when nobody offers it.
    """
    if name == DEFAULT_ENGINE:
        from voicecoach.speech.engines.pyttsx3_engine import pyttsx3_engine

        return pyttsx3_engine(timeout_s=timeout_s)
    from voicecoach.speech.engines.hosted import HostedEngine

    return HostedEngine(name, installed_engine(name), timeout_s=timeout_s)


def installed_engine(name: str) -> Engine:
    """An engine of another package, made in this process.

    Raises UnknownNameError when there is none of this name, EngineError when it can't be loaded.
    """
    from importlib.metadata import entry_points  # here, since it takes 15 ms that the built-in engine needn't pay

    found = {point.name: point for point in entry_points(group=ENTRY_POINTS)}
    if name not in found:
        raise UnknownNameError("engine", name, [DEFAULT_ENGINE, *found])
    try:
        engine: Engine = found[name].load()()
    except Exception as error:
        raise EngineError(
            f"The engine {name!r} can't be loaded: {type(error).__name__}: {error}. Reinstall the package"
            f" that offers it, or use --engine {DEFAULT_ENGINE}."
        ) from error
    return engine


def engine_names() -> list[str]:
    """Every engine that `engine_named` knows, the default first."""
    from importlib.metadata import entry_points

    return [DEFAULT_ENGINE, *sorted(point.name for point in entry_points(group=ENTRY_POINTS))]
