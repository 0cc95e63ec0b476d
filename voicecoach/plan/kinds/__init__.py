"""How each kind of section becomes bouts: one module a kind, each with an `expand` for one pass of a section."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import islice, pairwise

from voicecoach.definitions.session import SectionKind
from voicecoach.plan.bouts import Bout
from voicecoach.plan.kinds import emom, intervals, listed, rounds, straight_sets
from voicecoach.plan.workout import Workout, WorkSection
from voicecoach.times import Ms

EXPANSIONS: Mapping[SectionKind, Callable[[WorkSection], Iterator[Bout]]] = {
    SectionKind.STRAIGHT_SETS: straight_sets.expand,
    SectionKind.SUPERSET: rounds.expand,
    SectionKind.CIRCUIT: rounds.expand,
    SectionKind.INTERVALS: intervals.expand,
    SectionKind.EMOM: emom.expand,
    SectionKind.AMRAP: listed.expand,
    SectionKind.FOR_TIME: listed.expand,
}


def bouts(workout: Workout) -> Iterator[Bout]:
    """The work of a workout in the order in which it is done."""
    for section in workout.sections:
        yield from section_bouts(section)


def section_bouts(section: WorkSection) -> Iterator[Bout]:
    """The work of a section, all of its repeats; sets are counted on through them."""
    once = list(EXPANSIONS[section.kind](section))
    times = Counter(bout.entry for bout in once)
    for repeat in range(1, section.repeat + 1):
        for index, bout in enumerate(once):
            is_last = index + 1 == len(once)
            yield replace(
                bout,
                repeat=repeat,
                set=bout.set + (repeat - 1) * times[bout.entry],
                sets=times[bout.entry] * section.repeat,
                rest=section.round_rest if is_last and repeat < section.repeat else bout.rest,
                opens_round=bout.opens_round or (index == 0 and section.repeat > 1),
            )


def has_more_sets(workout: Workout, most: int) -> bool:
    """Whether there are more than so many bouts. That is soon known, however many there are."""
    total = 0
    for section in workout.sections:
        once = sum(1 for _ in islice(EXPANSIONS[section.kind](section), most + 1))
        total += once * section.repeat
        if total > most:
            return True
    return False


def rest_between(workout: Workout, before: Bout, after: Bout) -> Ms:
    """The rest that is written between two bouts that follow each other."""
    if before.section is after.section:
        return before.rest
    return workout.session.rest if after.section.before is None else after.section.before


def working_ms(workout: Workout) -> Ms:
    """How long all work, changes of side, rests and times to get ready take, without what is said around them."""
    total = 0
    rows: list[Bout] = list(bouts(workout))
    for before, after in pairwise([None, *rows]):
        if after is None:
            continue
        total += after.length
        total += rest_between(workout, before, after) if before else 0
        is_led_in = before is None or (before.place != after.place and not is_exact(before, after))
        total += after.work.get_ready if is_led_in else 0
    return Ms(total)


def lead_ins(workout: Workout) -> int:
    """How often something is said before work for which there is all the time that it takes."""
    rows = pairwise([None, *bouts(workout)])
    return sum(after is not None and (before is None or not is_exact(before, after)) for before, after in rows)


def is_exact(before: Bout, after: Bout) -> bool:
    """Whether exactly the written rest lies between two bouts, whatever is said."""
    if before.section is not after.section:
        return after.section.before is not None
    return after.section.exact or before.place == after.place
