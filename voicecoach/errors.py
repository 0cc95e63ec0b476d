"""Everything that can go wrong on purpose. Each message is complete: what, where, and what to do.

    VoicecoachError
    ├── DefinitionError      a definition file says something it can't
    ├── ChoiceError          an option asks for something this session doesn't have
    │   └── UnknownNameError a name nobody knows; carries the nearest ones
    ├── SpeechError          the voice did not speak
    │   ├── EngineError      the engine is missing, or broke
    │   ├── PackError        a voice pack is missing, damaged or of another version
    │   └── UnspokenLineError one line came back silent, cut or not at all
    ├── InstallError         a voice's model could not be fetched, or is not what it should be
    │   └── FetchError       it can't be had from where it was asked for
    └── OutputError          the result could not be written

`cli` prints the message and exits with 1. Anything else that escapes is a defect.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Self

LEAST_BEGUN = 3
"""So many letters of the beginning of a name count as meaning it."""
LETTERS_PER_SLIP = 4
"""One letter in so many may be wrong, or there twice, missing, or in its neighbour's place."""
MOST_SLIPS = 3
MOST_LISTED = 20
"""More names than these are too many to choose from in a message."""
LEAST_SHARED = 3
"""A word that two names have in common counts from so many letters on."""
LINKING = frozenset({"and", "for", "the", "with"})
MOST_COMPARED = 2000
"""Of more names none is suggested: nobody writes so many, and each of hundreds of faults would take a second."""
MOST_SIMILAR = 3


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


@dataclass(frozen=True)
class Mend:
    """A change within a line that makes a fault good and changes nothing else: at `place`, `new` for `old`."""

    place: Place
    old: str
    new: str


@dataclass(frozen=True)
class Fault:
    """Something that a definition file says and can't.

    `field` is the path of keys (`cues.form[2].say`), empty for the whole file; `problem` and `fix` are sentences.
    `mends` are the changes that make it good, where there is no doubt what was meant.
    """

    place: Place | str
    field: str
    problem: str
    fix: str = ""
    mends: tuple[Mend, ...] = dataclasses.field(default=(), compare=False)

    def __str__(self) -> str:
        where = f"{self.place}: {self.field}: " if self.field else f"{self.place}: "
        return where + self.problem + (f" {self.fix}" if self.fix else "")


class DefinitionError(VoicecoachError):
    """A definition file can't be used as it is. `faults` are all that were found; the message is about the first.

    `place`, `field`, `problem` and `fix` are those of the first.
    """

    def __init__(
        self, place: Place | str, field: str, problem: str, fix: str = "", *, others: Sequence[Fault] = ()
    ) -> None:
        self.faults = (Fault(place, field, problem, fix), *others)
        more = f" ({len(others)} more after this one.)" if others else ""
        super().__init__(f"{self.faults[0]}{more}")
        self.place, self.field, self.problem, self.fix = place, field, problem, fix

    @classmethod
    def of(cls, faults: Sequence[Fault]) -> Self:
        """The error of these faults, in this order."""
        first, *others = faults
        error = cls(first.place, first.field, first.problem, first.fix, others=others)
        error.faults = tuple(faults)
        return error


class ChoiceError(VoicecoachError):
    """An option asks for something that this session can't do."""


class UnknownNameError(ChoiceError):
    """A name that is not among the known ones.

    `meant` is the one that is another name of the same, or differs in capitals, spaces and hyphens only.
    """

    def __init__(
        self, kind: str, name: str, known: Collection[str], hint: str = "", *, meant: str | None = None
    ) -> None:
        self.kind, self.name = kind, name
        same = [one for one in known if _bare(one) == _bare(name)] if len(known) <= MOST_COMPARED else []
        self.meant = same[0] if len(same) == 1 else meant
        near = f" Did you mean {meant!r}?" if meant else suggestion(name, known)
        super().__init__(f"Unknown {kind} {name!r}.{near}{' ' + hint if hint else ''}")


class SpeechError(VoicecoachError):
    """The voice did not do its work."""


class EngineError(SpeechError):
    """The engine can't be used: missing, crashed, or no answer in time. The message says what to do."""


class PackError(SpeechError):
    """A voice pack, a file, can't be used; `problem` is a clause."""

    def __init__(self, path: str, problem: str) -> None:
        self.path, self.problem = path, problem
        super().__init__(f"The voice pack {path!r} can't be used: {problem}.")


class UnspokenLineError(SpeechError):
    """One line came back silent, cut off or not at all, twice."""

    def __init__(self, text: str, problem: str) -> None:
        self.text, self.problem = text, problem
        super().__init__(f"The voice could not say {text!r}: {problem}.")


class InstallError(VoicecoachError):
    """A voice's model could not be installed; one that was installed before still is."""


class FetchError(InstallError):
    """A file could not be had from the web: there may be no network, and the file may come in another way."""


class OutputError(VoicecoachError):
    """The result could not be written; whatever stood there before still does."""


def suggestion(name: str, known: Iterable[str]) -> str:
    """` Did you mean 'squat'?`, or the known names when none is near, of many those that have a word of it.

    Starts with a space unless it is empty, as it is of more names than anybody writes: each takes time to compare.
    """
    if len(every := list(known)) > MOST_COMPARED:
        return ""
    names = sorted(every)
    listed = f" Known: {', '.join(names)}." if 0 < len(names) <= MOST_LISTED else ""
    return nearest(name, names) or listed or _similar(name, names)


def _similar(name: str, names: Iterable[str]) -> str:
    """` Similar: goblet-squat, squat.`: the names that share most of their words with `name`, if any do."""
    words = _words(name)
    shared = {one: sum(map(len, words & _words(one))) for one in names}
    most = max(shared.values(), default=0)
    found = sorted((one for one in shared if shared[one] == most), key=len)[:MOST_SIMILAR] if most else []
    return f" Similar: {', '.join(found)}." if found else ""


def _words(name: str) -> set[str]:
    """The words of a name that mean something, in the singular."""
    words = {word.removesuffix("s") for word in re.split(r"[\s_-]+", name.lower()) if word not in LINKING}
    return {word for word in words if len(word) >= LEAST_SHARED}


def nearest(name: str, known: Iterable[str]) -> str:
    """` Did you mean 'squat'?`, or nothing when no name is near: where the known names are listed anyway."""
    near = nearest_name(name, known)
    return f" Did you mean {near!r}?" if near else ""


def nearest_name(name: str, known: Iterable[str]) -> str | None:
    """The known name that was meant: `name` is its beginning, or differs in a few letters, spaces, hyphens, capitals.

    What is hardly meant is not guessed: there is none then.
    """
    written = _bare(name)
    names = sorted(known)
    found = [one for one in names if len(written) >= LEAST_BEGUN and _bare(one).startswith(written)]
    if found:
        return min(found, key=len)
    most = _most_slips(written)
    slips = {one: _slips(written, _bare(one), most) for one in names}
    near = [one for one in names if slips[one] <= most]
    return min(near, key=slips.__getitem__, default=None)


def certain_name(name: str, known: Iterable[str]) -> str | None:
    """The one known name that can be meant, `None` where there is another one near: good enough to be written down."""
    written, names = _bare(name), sorted(known)
    if same := [one for one in names if _bare(one) == written]:
        return same[0] if len(same) == 1 else None
    most = _most_slips(written)
    slips = {one: _slips(written, _bare(one), most) for one in names}
    fewest = min(slips.values(), default=most + 1)
    near = {one for one in names if slips[one] <= min(most, 2 * fewest - 1)}
    begun = {one for one in names if len(written) > LEAST_BEGUN and _bare(one).startswith(written)}
    found = near or begun
    return found.pop() if len(found) == 1 else None


@lru_cache(maxsize=4096)
def _bare(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name.lower())


def _most_slips(name: str) -> int:
    return min(MOST_SLIPS, (len(name) + 1) // LETTERS_PER_SLIP)


def _slips(one: str, other: str, most: int) -> int:
    """How many letters were added, left out, mistaken or swapped with their neighbours; `most` + 1 if it is more."""
    if abs(len(one) - len(other)) > most or _lacking(one, other) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        before, last, row = row, before, [i]
        for j, wanted in enumerate(other, start=1):
            slips = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == wanted:
                slips = min(slips, last[j - 2] + 1)
            row.append(slips)
    return row[-1]


def _lacking(one: str, other: Collection[str]) -> int:
    """How many letters of `one` don't occur in `other` at all: each is a slip at least, and this is quickly counted."""
    return len(set(one).difference(other))
