"""Everything that can go wrong on purpose. Each message is complete: what, where, and what to do.

    VoicecoachError
    ├── DefinitionError      a definition file says something it can't
    ├── ChoiceError          an option asks for something this session doesn't have
    │   └── UnknownNameError a name nobody knows; carries the nearest ones
    ├── SpeechError          the voice did not speak
    │   ├── EngineError      the engine is missing, or broke
    │   └── UnspokenLineError one line came back silent, cut or not at all
    └── OutputError          the result could not be written

`cli` prints the message and exits with 1. Anything else that escapes is a defect.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LEAST_BEGUN = 3
"""So many letters of the beginning of a name count as meaning it."""


class VoicecoachError(Exception):
    """The base of all of them; `str()` of it is the message for the user."""


@dataclass(frozen=True)
class Place:
    """Where in a definition file; line and column count from one."""

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class DefinitionError(VoicecoachError):
    """A definition file can't be used as it is.

    `field` is the path of keys (`cues.form[2].say`), empty for the whole file; `problem` and `fix` are sentences.
    """

    def __init__(self, place: Place | str, field: str, problem: str, fix: str = "") -> None:
        self.place, self.field, self.problem, self.fix = place, field, problem, fix
        where = f"{place}: {field}: " if field else f"{place}: "
        super().__init__(where + problem + (f" {fix}" if fix else ""))


class ChoiceError(VoicecoachError):
    """An option asks for something that this session can't do."""


class UnknownNameError(ChoiceError):
    """A name that is not among the known ones."""

    def __init__(self, kind: str, name: str, known: Iterable[str], hint: str = "") -> None:
        self.kind, self.name = kind, name
        super().__init__(f"Unknown {kind} {name!r}.{suggestion(name, known)}{' ' + hint if hint else ''}")


class SpeechError(VoicecoachError):
    """The voice did not do its work."""


class EngineError(SpeechError):
    """The engine can't be used: missing, crashed, or no answer in time. The message says what to do."""


class UnspokenLineError(SpeechError):
    """One line came back silent, cut off or not at all, twice."""

    def __init__(self, text: str, problem: str) -> None:
        self.text, self.problem = text, problem
        super().__init__(f"The voice could not say {text!r}: {problem}.")


class OutputError(VoicecoachError):
    """The result could not be written; whatever stood there before still does."""


def suggestion(name: str, known: Iterable[str]) -> str:
    """` Did you mean 'squat'?`, or the known names when none is near; starts with a space unless empty."""
    names = sorted(known)
    return nearest(name, names) or (f" Known: {', '.join(names)}." if names else "")


def nearest(name: str, known: Iterable[str]) -> str:
    """` Did you mean 'squat'?`, or nothing when no name is near: where the known names are listed anyway."""
    from difflib import get_close_matches  # here, since only errors need it

    names = sorted(known)
    begun = [one for one in names if len(name) >= LEAST_BEGUN and one.lower().startswith(name.lower())]
    near = begun or get_close_matches(name.lower(), [one.lower() for one in names], n=1, cutoff=0.5)
    if near:
        original = next(one for one in names if one.lower() == near[0].lower())
        return f" Did you mean {original!r}?"
    return ""
