"""What a script with silences and repeats prescribes: the exercise it announces, then its holds or repetitions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from voicecoach.authoring.formats.script_names import (
    REST,
    announced_in,
    bare_name,
    called_in,
    changes_side,
    ordered_in,
    placed_in,
    side_in,
    sides_in,
)
from voicecoach.authoring.formats.script_parts import Break, Part, Repeat, Say, flat, said_in
from voicecoach.authoring.formats.sentences import sentences, sorted_cues
from voicecoach.authoring.rules.language.movements import bare_words
from voicecoach.authoring.written import Unplaced, Written, WrittenExercise, WrittenSection
from voicecoach.definitions.line_names import is_held
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind

LEAST_WORK_S, LEAST_SET_S = 5, 15
"""A shorter silence lets what was said sink in; one this long within what is repeated is a set, not a repetition."""
_HELD = re.compile(r"\bhold (?:\w+ )?for\b", re.IGNORECASE)
_HOLD = re.compile(r"\bhold\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Effort:
    """What is done between two things said: repetitions or a time, on the side one began with or on the other."""

    amount: float
    is_reps: bool
    is_other: bool
    side: str | None


@dataclass
class _Member:
    """An exercise so far: what is said of it, from `begin` on since the last effort, and its efforts.

    `times` is how often all of them are repeated, `pause_s` how long each repetition is held.
    """

    name: str
    line: int
    said: list[str] = field(default_factory=list)
    efforts: list[_Effort] = field(default_factory=list)
    times: int = 1
    sides: Sides | None = None
    pause_s: float | None = None
    rest_s: float | None = None
    begin: int = 0

    def take(self, part: Part) -> None:
        """Take what is said, a silence, or what is repeated."""
        if isinstance(part, Say):
            self.said += sentences(part.text)
        elif isinstance(part, Break):
            self._pause(part.length_s)
        elif _is_of_sets(part):
            self.times *= part.times
            for one in part.said:
                self.take(one)
        else:
            self._repeat(part)

    def _repeat(self, repeat: Repeat) -> None:
        """Take repetitions."""
        before = " ".join(self.said[self.begin :])
        own = [text for one in said_in(repeat.said) for text in sentences(one.text)]
        self.said += own
        self.pause_s = self.pause_s or _held_in(repeat)
        self._work(repeat.times, before, " ".join(own), is_reps=True)

    def _pause(self, length_s: float) -> None:
        """Take a silence that is long enough to work in; between repetitions one only changes over."""
        before = " ".join(self.said[self.begin :])
        if length_s < LEAST_WORK_S or any(one.is_reps for one in self.efforts):
            return
        if self.efforts and (REST.search(before) or not before):
            self.rest_s, self.begin = length_s, len(self.said)
        else:
            self._work(length_s, before, "", is_reps=False)

    def _work(self, amount: float, before: str, within: str, *, is_reps: bool) -> None:
        last = self.efforts[-1] if self.efforts else None
        side = side_in(before) or side_in(within)
        if last is None:
            is_other, self.sides = False, sides_in(f"{before} {within}")
        elif changes_side(before) or (side and last.side and side != last.side):
            is_other = not last.is_other
        else:
            is_other = last.is_other
        self.efforts.append(_Effort(amount, is_reps, is_other, side))
        self.begin = len(self.said)

    def exercise(self) -> WrittenExercise:
        """The exercise; efforts of another amount than the first are no sets of it."""
        first = self.efforts[0] if self.efforts else None
        alike = [one for one in self.efforts if first and (one.amount, one.is_reps) == (first.amount, first.is_reps)]
        amount = (float(first.amount), float(first.amount)) if first else None
        seconds = amount if first and not first.is_reps else None
        sets = sum(not one.is_other for one in alike) * self.times
        is_held_still = is_held(self.name) or _HELD.search(" ".join(self.said))
        return WrittenExercise(
            self.name,
            self.line,
            sets=sets or None,
            reps=amount if first and first.is_reps else None,
            seconds=seconds,
            is_hold=True if seconds and is_held_still else None,
            pause_s=self.pause_s,
            sides=Sides.EACH if any(one.is_other for one in self.efforts) else self.sides,
            rest_s=self.rest_s,
            cues=sorted_cues(dict.fromkeys(self.said)),
        )


def _is_of_sets(repeat: Repeat) -> bool:
    """Whether what is repeated is a set, and no repetition: others within it, a rest, a hold for long."""
    within = list(flat(repeat.said))
    is_long = any(isinstance(one, Break) and one.length_s >= LEAST_SET_S for one in within)
    is_rested = any(isinstance(one, Say) and REST.search(one.text) for one in within)
    return is_long or is_rested or any(isinstance(one, Repeat) for one in repeat.said)


def _held_in(repeat: Repeat) -> float | None:
    """How long a repetition is held, where it is said that it is."""
    said = ""
    for one in flat(repeat.said):
        if isinstance(one, Say):
            said = one.text
        elif _HOLD.search(said):
            return one.length_s
    return None


@dataclass
class _Group:
    """Exercises that are done one after the other, so many times."""

    times: int = 1
    members: list[_Member] = field(default_factory=list)

    def section(self) -> WrittenSection:
        """The section; what is done several times is a circuit."""
        exercises = tuple(one.exercise() for one in self.members)
        if self.times == 1:
            return WrittenSection(exercises, exercises[0].line)
        once = tuple(replace(one, sets=None) if one.sets == 1 else one for one in exercises)
        return WrittenSection(once, once[0].line, kind=SectionKind.CIRCUIT, rounds=self.times)


class Reading:
    """Takes the parts of a script in order."""

    def __init__(self) -> None:
        self.groups = [_Group()]
        self.about = list[str]()
        self.unplaced = list[Unplaced]()

    def written(self) -> Written:
        """The session as far as it was read."""
        sections = tuple(one.section() for one in self.groups if one.members)
        return Written(None, sections, about=tuple(self.about), unplaced=tuple(self.unplaced))

    def take(self, parts: Iterable[Part]) -> None:
        """Take parts: what names an exercise or is said of it, and what is repeated of it or of several."""
        for part in parts:
            member = self._member()
            if isinstance(part, Say):
                self._say(part)
            elif isinstance(part, Repeat) and _announces(part):
                self._several(part)
            elif member:
                member.take(part)
            elif isinstance(part, Repeat):
                self.unplaced += [Unplaced(one.line, one.text) for one in said_in(part.said)]

    def _member(self) -> _Member | None:
        """The exercise that was named last."""
        return next((one.members[-1] for one in reversed(self.groups) if one.members), None)

    def _several(self, repeat: Repeat) -> None:
        """Take exercises that are repeated one after the other; a single one has so many sets."""
        group = _Group(repeat.times)
        before, self.groups = self.groups, [group]
        self.take(repeat.said)
        if len(group.members) > 1:
            self.groups = [*before, *self.groups, _Group()]
        else:
            for one in group.members:
                one.times *= repeat.times
            self.groups = before
            before[-1].members += group.members

    def _say(self, said: Say) -> None:
        self._place(said)
        for sentence in sentences(said.text):
            if name := self._named(sentence):
                self._begin(name, said.line)
            elif member := self._member():
                member.said.append(sentence)
            else:
                self.about.append(sentence)

    def _place(self, said: Say) -> None:
        """Begin an exercise that nobody announced, where it is called, or told at length how one gets into place."""
        member = self._member()
        first = next(iter(sentences(said.text)), "")
        if changes_side(first) or any(map(self._named, sentences(said.text))) or (member and not member.efforts):
            return
        if name := self._called(first, member) or (placed_in(said.text) if member else None):
            self._begin(name, said.line)

    def _named(self, sentence: str) -> str | None:
        """The exercise that a sentence begins; an order below an announcement only tells of what was announced."""
        if name := announced_in(sentence):
            return bare_name(name)
        member = self._member()
        if (member and not member.efforts) or changes_side(sentence):
            return None
        return ordered_in(sentence)

    def _called(self, sentence: str, member: _Member | None) -> str | None:
        """The exercise that a sentence is the name of, and not that of the one before."""
        name = called_in(sentence)
        known = set(bare_words(member.name)) if member else set()
        return name if name and not known & set(bare_words(name)) else None

    def _begin(self, name: str, line: int) -> None:
        members = self.groups[-1].members
        if members and not members[-1].efforts:
            self.about += [members[-1].name, *members.pop().said]
        members.append(_Member(name, line))


def _announces(repeat: Repeat) -> bool:
    """Whether an exercise is named within what is repeated."""
    said = (sentence for one in said_in(repeat.said) for sentence in sentences(one.text))
    is_named = called_in if _is_of_sets(repeat) else announced_in
    return any(announced_in(one) or ordered_in(one) or is_named(one) for one in said)
