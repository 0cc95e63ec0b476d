"""The order of the work: a section of any kind as a row of bouts, each with what follows it.

Whatever comes after planning knows bouts and steps, and no kinds: those are in `plan.kinds`, a module for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.definitions.model import FirstSide, Sides
from voicecoach.plan.workout import Work, WorkSection, reps_of
from voicecoach.times import GRID_MS, Ms

SIDES = ("left", "right")


@dataclass(frozen=True)
class Turn:
    """An uninterrupted stretch of work: a set, or one side's part of it.

    `side` is the side that works, `alternating` or `None`; `begins` the side it begins with, if there are sides.
    `reps` are counted; `None` for work by time.
    """

    length: Ms
    reps: int | None = None
    side: str | None = None
    begins: str | None = None


@dataclass(frozen=True)
class Bout:
    """One set of one exercise, or of all `works` of a list that is gone through in one stretch.

    `entry` is the place of the first of them in its section, from zero; `set` is the how-manieth time of that entry and
    `sets` how many there are. `round` counts the rounds and `repeat` how often all of the section is done, both from
    one. Between its `turns` are `change` ms, and `rest` ms follow it, up to the next bout of its section. `target` is
    what to reach where it isn't counted.
    """

    section: WorkSection
    works: tuple[Work, ...]
    entry: int
    set: int
    sets: int
    amount: Amount
    turns: tuple[Turn, ...]
    rest: Ms
    change: Ms = Ms(0)
    round: int = 1
    repeat: int = 1
    opens_round: bool = False
    target: int | None = None
    ends_with_ticks: bool = False

    @property
    def work(self) -> Work:
        """The one work of it, or the first of a list."""
        return self.works[0]

    @property
    def is_listed(self) -> bool:
        """Whether it is a list of exercises rather than one."""
        return len(self.works) > 1 or self.section.is_listed

    @property
    def exercise(self) -> str | None:
        """The name of its exercise; `None` for a list."""
        return None if self.is_listed else self.work.exercise.name

    @property
    def place(self) -> tuple[int, int]:
        """Which entry of which section it is."""
        return self.section.index, self.entry

    @property
    def first_side(self) -> str | None:
        """Which side begins, where there are sides."""
        return self.turns[0].begins

    @property
    def round_in_all(self) -> int:
        """The how-manieth round of all it belongs to, the repeats of its section counted on."""
        return self.round + (self.repeat - 1) * self.section.rounds

    @property
    def sets_in_row(self) -> int:
        """How many sets there are each time that all of the section is done."""
        return self.sets // self.section.repeat

    @property
    def set_in_row(self) -> int:
        """The how-manieth of them it is."""
        return (self.set - 1) % self.sets_in_row + 1

    @property
    def is_last_set(self) -> bool:
        """Whether it is the last of several sets in a row."""
        return self.set_in_row == self.sets_in_row > 1

    @property
    def is_shared(self) -> bool:
        """Whether its amount is a time that the sides share, rather than one that each of them has."""
        return len(self.turns) > 1 and self.amount.unit is Unit.MS and self.turns[0].length < self.amount.low

    @property
    def length(self) -> Ms:
        """How long all of its work takes, with the changes of side."""
        return Ms(sum(turn.length for turn in self.turns) + self.change * (len(self.turns) - 1))


def one_set(section: WorkSection, entry: int, number: int, rest: Ms, *, round_number: int = 1) -> Bout:
    """A set of one work as it is prescribed."""
    work = section.works[entry]
    amount = work.amount_of(number)
    turns = tuple(turns_of(work, number, work.length_of(amount), reps_of(amount)))
    change = work.change if len(turns) > 1 else Ms(0)
    return Bout(section, (work,), entry, number, work.sets, amount, turns, rest, change, round_number)


def turns_of(work: Work, number: int, length: Ms, reps: int | None) -> Iterator[Turn]:
    """The stretches of set `number`, each of `length`: one, or one for each side."""
    sides = work.exercise.sides
    if sides is Sides.NONE:
        yield Turn(length, reps)
    elif sides is Sides.ALTERNATING:
        yield Turn(length, reps, "alternating", first_side(work, number))
    else:
        first = first_side(work, number)
        yield from (Turn(length, reps, side, side) for side in (SIDES if first == "left" else SIDES[::-1]))


def first_side(work: Work, number: int) -> str:
    """The side that begins set `number`."""
    rule = work.exercise.first_side
    if rule is FirstSide.ALTERNATE:
        return SIDES[(number + 1) % 2]
    return str(rule)


def halves(work: Work, number: int, length: Ms) -> tuple[Turn, ...]:
    """The stretches of work that takes `length` in all: where each side has its turn, half of it for each."""
    turns = tuple(turns_of(work, number, length, None))
    if len(turns) == 1:
        return turns
    half = length // 2 // GRID_MS * GRID_MS
    return replace(turns[0], length=Ms(half)), replace(turns[1], length=Ms(length - half))


def in_rounds(section: WorkSection, bouts: Iterable[Bout]) -> Iterator[Bout]:
    """The bouts of rounds with the rest between rounds after the last of each."""
    listed = list(bouts)
    for index, bout in enumerate(listed):
        opens = index == 0 or listed[index - 1].round != bout.round
        closes = index + 1 < len(listed) and listed[index + 1].round != bout.round
        yield replace(bout, opens_round=opens, rest=section.round_rest if closes else bout.rest)
