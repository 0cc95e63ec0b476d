"""Looking for something in the library: words and filters over its index."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import TypeVar

from voicecoach.definitions.exercise_names import Matcher
from voicecoach.definitions.groups import Difficulty, Family, Muscle
from voicecoach.definitions.index import ExerciseEntry, Index, SessionEntry
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import nearest_name

_T = TypeVar("_T")

LEAST_SHARE = 1 / 3
"""A session counts among the sessions of a family or a muscle if so many of its exercises belong to it."""
LEAST_LETTERS = 4
"""Words shorter than this are looked for as they stand, not as the beginning of a word."""


@dataclass(frozen=True)
class Wanted:
    """What is looked for: all of `words`, one of each group that names any, done without all of `without`.

    Only sessions have a kind and a length: with `kinds` or `minutes` no exercise is found. `minutes` is the most that
    the first week may take.
    """

    words: tuple[str, ...] = ()
    kinds: tuple[SectionKind, ...] = ()
    muscles: tuple[Muscle, ...] = ()
    families: tuple[Family, ...] = ()
    levels: tuple[Difficulty, ...] = ()
    minutes: int | None = None
    without: tuple[str, ...] = ()

    @property
    def given(self) -> tuple[str, ...]:
        """The names of those that say anything."""
        return tuple(one.name for one in fields(self) if getattr(self, one.name))


@dataclass(frozen=True)
class Found:
    """What was found, by name."""

    sessions: tuple[SessionEntry, ...]
    exercises: tuple[ExerciseEntry, ...]

    def __len__(self) -> int:
        return len(self.sessions) + len(self.exercises)


def find(index: Index, wanted: Wanted) -> Found:
    """All that fits, in the order of the index."""
    return Found(
        tuple(one for one in index.sessions.values() if _fits(index, one, wanted)),
        tuple(one for one in index.exercises.values() if _fits(index, one, wanted)),
    )


def loosened(index: Index, wanted: Wanted) -> dict[str, int]:
    """How much would be found without each thing but words that is asked for, by its name; the most first."""
    without = {name: replace(wanted, **{name: getattr(Wanted(), name)}) for name in wanted.given if name != "words"}
    counts = {name: len(find(index, one)) for name, one in without.items()}
    return {name: count for name, count in sorted(counts.items(), key=lambda one: -one[1]) if count}


def loosened_words(index: Index, wanted: Wanted) -> dict[str, int]:
    """How much would be found without each word, as `loosened`; a single word says enough of itself."""
    words = wanted.words if len(wanted.words) > 1 or len(wanted.given) > 1 else ()
    left = {word: tuple(one for one in words if one != word) for word in words}
    counts = {word: len(find(index, replace(wanted, words=others))) for word, others in left.items()}
    return {word: count for word, count in sorted(counts.items(), key=lambda one: -one[1]) if count}


def unknown_words(index: Index, words: Iterable[str]) -> dict[str, str | None]:
    """The words that nothing has, each with the nearest one that something has, in a name sooner than in a text."""
    entries: list[SessionEntry | ExerciseEntry] = [*index.sessions.values(), *index.exercises.values()]
    there = {word for one in entries for word in _words(index, one)}
    named = {part for one in entries for part in _parts(one.name)}
    names = _names(index)
    missing = [word for word in words if not _occurs(word, there) and names.matched(word) is None]
    return {word: nearest_name(word, named) or nearest_name(word, there) for word in missing}


def _fits(index: Index, one: SessionEntry | ExerciseEntry, wanted: Wanted) -> bool:
    if wanted.levels and one.level not in wanted.levels:
        return False
    if isinstance(one, ExerciseEntry):
        if wanted.kinds or wanted.minutes is not None:
            return False
    elif (wanted.kinds and not {*one.kinds} & {*wanted.kinds}) or one.minutes[0] > (wanted.minutes or one.minutes[0]):
        return False
    grouped = _Groups(index, one)
    if (wanted.muscles and not grouped.muscles & {*wanted.muscles}) or (
        wanted.families and not grouped.families & {*wanted.families}
    ):
        return False
    if wanted.words and not _has(index, one, wanted.words):
        return False
    return not wanted.without or index.can_be_done(one, wanted.without)


def _has(index: Index, one: SessionEntry | ExerciseEntry, words: Collection[str]) -> bool:
    """Whether it has all the words, or is an exercise by another of whose names it is asked for: `press ups`, `RDL`."""
    names = _names(index)
    if isinstance(one, ExerciseEntry) and names.matched(" ".join(words)) == one.name:
        return True
    there = _words(index, one)
    return all(
        _occurs(word, there) or (isinstance(one, ExerciseEntry) and names.matched(word) == one.name) for word in words
    )


def _names(index: Index) -> Matcher:
    return Matcher({one.name: one.title for one in index.exercises.values()})


@dataclass(frozen=True)
class _Groups:
    """The families and muscles of an exercise, or those that a good part of a session's exercises belong to."""

    index: Index
    one: SessionEntry | ExerciseEntry

    @cached_property
    def _exercises(self) -> list[ExerciseEntry]:
        if isinstance(self.one, ExerciseEntry):
            return [self.one]
        known = {**self.index.exercises, **self.one.own}
        return [known[name] for name in self.one.exercises]

    @property
    def muscles(self) -> set[Muscle]:
        """Those that work."""
        return self._often(muscle for one in self._exercises for muscle in one.muscles)

    @property
    def families(self) -> set[Family]:
        """Those that it belongs to."""
        return self._often(one.family for one in self._exercises if one.family)

    def _often(self, members: Iterable[_T]) -> set[_T]:
        counts = Counter(members)
        return {member for member, count in counts.items() if count >= LEAST_SHARE * len(self._exercises)}


def _words(index: Index, one: SessionEntry | ExerciseEntry) -> frozenset[str]:
    grouped = _Groups(index, one)
    texts = (one.name, one.title, one.about, *grouped.muscles, *grouped.families)
    return frozenset(word for text in texts for word in _parts(text))


def _parts(text: str) -> Iterator[str]:
    """Its words in lower case, those with hyphens as a whole as well as in their parts."""
    for word in re.findall(r"[^\W_]+(?:[-’'][^\W_]+)*", text.lower()):
        yield word
        yield from re.split(r"[-’']", word)


def _occurs(word: str, there: Iterable[str]) -> bool:
    """Whether a word is there; longer ones also as the beginning of another, and in the singular."""
    wanted = word.lower()
    if len(wanted) < LEAST_LETTERS:
        return wanted in there
    stem = re.sub(r"(?<=[^s])s$", "", wanted)
    return any(one.startswith(stem) for one in there)
