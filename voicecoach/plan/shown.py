"""A workout's amounts as they are read, on a screen, a page or paper: figures, not the words that are heard."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Unit
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind
from voicecoach.plan.draft import load_text
from voicecoach.plan.fit import amount_text
from voicecoach.plan.kinds.emom import intervals_in
from voicecoach.plan.workout import Work, WorkSection
from voicecoach.times import MINUTE_MS, Ms, clock

SECONDS_UP_TO_MS = 120_000
"""Shorter times are shown in seconds, as people prescribe them."""


def time_text(length: Ms) -> str:
    """`1.5 s`, `90 s`, `5 min`, `2:30 min`."""
    if length < SECONDS_UP_TO_MS:
        return f"{length / 1000:g} s"
    return f"{length // MINUTE_MS} min" if not length % MINUTE_MS else f"{clock(length)} min"


def set_text(work: Work, amount: Amount) -> str:
    """One set: `8–10 reps`, `20 m`, `5 min`, `as many as possible in 60 s`."""
    if work.distance_m is not None and not amount.is_open:
        return f"{work.distance_m} m"
    if amount.unit is Unit.MS and amount.low == amount.high and not amount.is_open:
        return time_text(Ms(amount.high))
    return amount_text(amount)


def sets_text(work: Work, times: int = 1) -> str:
    """All sets: `3 × 8–10 reps`, or one after the other where they differ: `5, 8, 10, 8, 5 reps`.

    `times` is how often all of them are done.
    """
    if len(set(work.amounts)) == 1:
        return f"{work.sets * times} × {set_text(work, work.amount)}"
    found = ", ".join(_in_a_row(work, work.amounts))
    return found if times == 1 else f"{times} × ({found})"


def _in_a_row(work: Work, amounts: Sequence[Amount]) -> Iterator[str]:
    """The amounts in order, with the unit once after those that share it."""
    for (unit, is_open), group in groupby(amounts, key=lambda one: (one.unit, one.is_open)):
        texts = [set_text(work, amount) for amount in group]
        names = {Unit.REPS: (" reps", " rep"), Unit.MS: (" s",)}[unit]
        bare = [next((text.removesuffix(name) for name in names if text.endswith(name)), text) for text in texts]
        is_plain = not is_open and work.distance_m is None
        yield ", ".join(bare) + names[0] if is_plain and bare != texts else ", ".join(texts)


def how_text(work: Work) -> str:
    """What goes with an amount: `, each leg`, `, alternating`, `, 5 s hold each`, ` with 16 kg`, `, RPE 8`."""
    sides = {Sides.NONE: "", Sides.EACH: f", each {work.exercise.side_noun}", Sides.ALTERNATING: ", alternating"}
    pause = f", {time_text(work.pause)} hold each" if work.pause else ""
    return f"{sides[work.exercise.sides]}{pause}{beside(work.load) if work.load else ''}"


def beside(load: Load) -> str:
    """` with 16 kg`, `, 70 %`, `, RPE 8`."""
    is_weight = load.unit in {LoadUnit.KG, LoadUnit.LB}
    return f" with {load_text(load)}" if is_weight else f", {load_text(load)}"


def work_text(section: WorkSection, entry: int) -> str:
    """All that an entry of a section asks for: `3 × 8–10 reps, each leg`, in an AMRAP what each round has of it."""
    work = section.works[entry]
    if section.kind is SectionKind.AMRAP:
        return set_text(work, work.amount) + how_text(work)
    return sets_text(work, times_of(section, entry)) + how_text(work)


def times_of(section: WorkSection, entry: int) -> int:
    """How often the sets of an entry are done: once, or so often as an EMOM, rounds for time or a repeat ask for."""
    work = section.works[entry]
    if section.kind is SectionKind.EMOM:
        groups = intervals_in(section.works, 1)
        group = intervals_in(section.works[: entry + 1], 1) - 1
        return len(range(group, section.rounds, groups)) * section.repeat
    if section.kind is SectionKind.FOR_TIME and work.sets == 1:
        return section.rounds * section.repeat
    return section.repeat


def entry_text(work: Work) -> str:
    """An entry of a list that is gone through: `10 Squats`, `5 Lunges, each leg`, `20 s Plank`, `21, 15, 9 Burpees`."""
    differ = len(set(work.amounts)) > 1
    amounts = ", ".join(_in_a_row(work, work.amounts)) if differ else set_text(work, work.amount)
    return f"{amounts.removesuffix(' reps').removesuffix(' rep')} {work.exercise.title}{how_text(work)}"
