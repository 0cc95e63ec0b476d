"""The order of the work: straight sets, or round after round of a circuit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind
from voicecoach.plan.workout import Work, Workout, WorkSection
from voicecoach.times import Ms


@dataclass(frozen=True)
class Bout:
    """One set of one exercise. `number` counts the exercises of the workout, `set` the sets, both from one.

    `opens_round` says that a round of a circuit begins with it.
    """

    work: Work
    number: int
    set: int
    section: WorkSection
    opens_round: bool = False

    @property
    def in_circuit(self) -> bool:
        """Whether it is part of a circuit."""
        return self.section.kind is SectionKind.CIRCUIT

    def sides(self) -> tuple[str | None, ...]:
        """The sides in the order they work; the first one alternates from set to set."""
        order = ("left", "right") if self.set % 2 else ("right", "left")
        return order if self.work.exercise.sides is Sides.EACH else (None,)

    @property
    def first_side(self) -> str | None:
        """Which side begins, where there are sides."""
        if self.work.exercise.sides is Sides.NONE:
            return None
        return "left" if self.set % 2 else "right"


def bouts(workout: Workout) -> Iterator[Bout]:
    """The sets of a workout in the order they are done."""
    before = 0
    for section in workout.sections:
        yield from (_rounds if section.kind is SectionKind.CIRCUIT else _straight_sets)(section, before + 1)
        before += len(section.works)


def rest_between(previous: Bout, bout: Bout) -> Ms:
    """The rest between two sets that follow each other."""
    new_round = bout.in_circuit and bout.section is previous.section and bout.set > previous.set
    if new_round and bout.section.round_rest is not None:
        return bout.section.round_rest
    return previous.work.rest


def working_ms(workout: Workout) -> Ms:
    """How long all work, changes of side, rests and times to get ready take, without what is said around them."""
    total, previous = 0, None
    for bout in bouts(workout):
        turns = bout.work.sides_in_turn
        total += turns * bout.work.set_ms + (turns - 1) * workout.session.change
        total += rest_between(previous, bout) if previous else 0
        total += bout.work.get_ready if opens_exercise(previous, bout) else 0
        previous = bout
    return Ms(total)


def lead_ins(workout: Workout) -> int:
    """How often an exercise begins: in a circuit once a round."""
    return sum(opens_exercise(previous, bout) for previous, bout in pairwise((None, *bouts(workout))) if bout)


def opens_exercise(previous: Bout | None, bout: Bout) -> bool:
    """Whether a set is the first of its exercise, or follows another one's."""
    return previous is None or previous.number != bout.number


def _straight_sets(section: WorkSection, first: int) -> Iterator[Bout]:
    for number, work in enumerate(section.works, first):
        yield from (Bout(work, number, turn, section) for turn in range(1, work.sets + 1))


def _rounds(section: WorkSection, first: int) -> Iterator[Bout]:
    for turn in range(1, section.rounds + 1):
        opens = True
        for number, work in enumerate(section.works, first):
            if turn <= work.sets:
                yield Bout(work, number, turn, section, opens)
                opens = False
