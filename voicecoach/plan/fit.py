"""Fitting a workout into a number of minutes where it hurts least.

First the low ends of ranges, then times in proportion, then fewer rounds, fewer sets, and only then fewer exercises.
The cool-down is never touched, nor is the warm-up. Each rung of the ladder takes a little more away than the one
before, and the first that fits is taken.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from voicecoach.counted import counted
from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.definitions.session import SectionKind
from voicecoach.plan.framing import is_cool_down, is_warm_up
from voicecoach.plan.kinds import lead_ins, working_ms
from voicecoach.plan.workout import Work, Workout, WorkSection
from voicecoach.times import MINUTE_MS, Ms

FEWEST_SETS = 1
"""And as few rounds: an exercise is left out only after that."""
SHARES = (95, 90, 85, 80, 75, 70, 65, 60)
"""Per cent of their times that works and rests keep, one rung after the other."""
LEAST_WORK_MS, LEAST_REST_MS = 10_000, 5000
LEAST_LIST_MS = 2 * MINUTE_MS
"""Times that are no longer than this stay as they are."""
TIME_STEP_MS = 1000
LONG_STEP_MS, LONG_MS = 5000, 20_000
"""Times from 20 s on are kept to 5 s."""
MOST_STEPS = 12
"""So many rungs at most take away a set each time: in a long session several exercises give way together."""
WORDING_MS = 5000
"""Other numbers take other times to say: by so much, for each exercise, can what is said become shorter."""

NAMED_AT_ONCE = 3
KINDS = {SectionKind.EMOM: "EMOM", SectionKind.AMRAP: "AMRAP", SectionKind.FOR_TIME: "For time"}

Sections = tuple[WorkSection, ...]
Change = Callable[[Work], Work]


def ladder(workout: Workout) -> list[Workout]:
    """The workout itself, then ever shorter ones."""
    return [replace(workout, sections=sections) for sections in _rungs(workout.sections)]


def _rungs(sections: Sections) -> Iterator[Sections]:
    for rung in _shorter(sections):
        if rung != sections:
            yield sections
            sections = rung
    yield sections


def _shorter(sections: Sections) -> Iterator[Sections]:
    """Ever shorter sections; some may be the same as the ones before."""
    sections = _each(sections, _low_ends)
    yield sections
    whole = sections
    for share in SHARES:
        sections = tuple(_in_proportion(section, share) if _may_change(section) else section for section in whole)
        yield sections
    while (fewer := _a_round_less(sections)) != sections:
        sections = fewer
        yield sections
    for rung in _fewer_sets(sections):
        sections = rung
        yield sections
    while (fewer := _an_exercise_less(sections)) != sections:
        sections = fewer
        yield sections


def _may_change(section: WorkSection) -> bool:
    return not (is_cool_down(section) or is_warm_up(section))


def _each(sections: Sections, change: Change) -> Sections:
    """The sections with a change to every work that may change."""
    return tuple(
        replace(section, works=tuple(map(change, section.works))) if _may_change(section) else section
        for section in sections
    )


def _low_ends(work: Work) -> Work:
    return replace(work, amounts=tuple(replace(amount, high=amount.low) for amount in work.amounts))


def _in_proportion(section: WorkSection, share: int) -> WorkSection:
    """The section with its times at `share` per cent; an EMOM loses whole intervals."""

    def shorter(length: int, least: int) -> Ms:
        return Ms(length if length <= least else max(least, _stepped(length * share // 100)))

    def timed(amount: Amount) -> Amount:
        if amount.unit is not Unit.MS:
            return amount
        return replace(amount, low=shorter(amount.low, LEAST_WORK_MS), high=shorter(amount.high, LEAST_WORK_MS))

    works = tuple(
        replace(
            work,
            amounts=work.amounts if work.distance_m else tuple(map(timed, work.amounts)),
            rest=shorter(work.rest, LEAST_REST_MS),
        )
        for work in section.works
    )
    shortened = replace(section, works=works, round_rest=shorter(section.round_rest, LEAST_REST_MS))
    if section.kind is SectionKind.EMOM:
        rounds = max(1, section.rounds * share // 100)
        return replace(section, rounds=rounds, limit=Ms(rounds * section.every))
    if section.is_listed:  # its time is all that it has, so it gives twice as much of it
        least = section.limit * (2 * share - 100) // 100 // MINUTE_MS * MINUTE_MS
        return replace(section, limit=min(section.limit, Ms(max(LEAST_LIST_MS, least))))
    return shortened


def _stepped(length: int) -> int:
    step = LONG_STEP_MS if length >= LONG_MS else TIME_STEP_MS
    return length // step * step


def _a_round_less(sections: Sections) -> Sections:
    """One round, or repeat, less in the section that has most."""
    counts = [_rounds(section) if _may_change(section) else 1 for section in sections]
    most = max(counts)
    if most <= FEWEST_SETS:
        return sections
    index = counts.index(most)
    return (*sections[:index], _with_a_round_less(sections[index]), *sections[index + 1 :])


def _rounds(section: WorkSection) -> int:
    if section.repeat > 1:
        return section.repeat
    in_rounds = {SectionKind.SUPERSET, SectionKind.CIRCUIT, SectionKind.INTERVALS, SectionKind.FOR_TIME}
    return section.rounds if section.kind in in_rounds else 1


def _with_a_round_less(section: WorkSection) -> WorkSection:
    if section.repeat > 1:
        return replace(section, repeat=section.repeat - 1)
    rounds = section.rounds - 1
    if section.is_listed:
        return replace(section, rounds=rounds)
    return replace(section, rounds=rounds, works=tuple(_with_sets_up_to(rounds, work) for work in section.works))


def _with_sets_up_to(sets: int, work: Work) -> Work:
    return replace(work, amounts=work.amounts[:sets])


def _fewer_sets(sections: Sections) -> Iterator[Sections]:
    """A set less in one exercise of straight sets after the other, the last first."""
    places = [
        (index, place)
        for index, section in enumerate(sections)
        if section.kind is SectionKind.STRAIGHT_SETS and _may_change(section)
        for place in range(len(section.works))
    ]
    most = max((sections[index].works[place].sets for index, place in places), default=0)
    at_once = -(-len(places) // MOST_STEPS)
    for sets in range(most - 1, FEWEST_SETS - 1, -1):
        for last in range(len(places), 0, -at_once):
            chosen = set(places[max(0, last - at_once) : last])
            sections = tuple(
                replace(
                    section, works=_with_fewer(section.works, sets, {place for one, place in chosen if one == index})
                )
                for index, section in enumerate(sections)
            )
            yield sections


def _with_fewer(works: tuple[Work, ...], sets: int, chosen: set[int]) -> tuple[Work, ...]:
    return tuple(_with_sets_up_to(sets, work) if place in chosen else work for place, work in enumerate(works))


def _an_exercise_less(sections: Sections) -> Sections:
    """Without one exercise from the middle of the section that has most; the last of all stays."""
    counts = [len(section.works) if _may_change(section) else 0 for section in sections]
    most = max(counts)
    if most > 1:
        index = counts.index(most)
        works, gone = sections[index].works, most // 2
        changed = replace(sections[index], works=(*works[:gone], *works[gone + 1 :]))
        return (*sections[:index], changed, *sections[index + 1 :])
    if sum(map(bool, counts)) > 1:
        index = len(counts) - 1 - counts[::-1].index(1)
        return (*sections[:index], *sections[index + 1 :])
    return sections


def first_that_fits(rungs: Sequence[Workout], limit: Ms, whole_ms: Callable[[Workout], Ms]) -> Workout | None:
    """The first rung that takes at most `limit`; `None` if not even the last does.

    `whole_ms` tells how long a workout takes with everything that is said, and is asked only about rungs that may fit.
    """
    index = 0
    while index < len(rungs):
        rung = rungs[index]
        whole = whole_ms(rung)
        if whole <= limit:
            return rung
        index += 1
        while index < len(rungs) and whole - _most_saved(rung, rungs[index], whole) > limit:
            index += 1
    return None


def _most_saved(before: Workout, after: Workout, whole_ms: int) -> int:
    """The most by which `after` can be shorter than `before`, which takes `whole_ms`.

    With an exercise or a round, all that is said before it goes, however long that is: `after` takes its work at least.
    """
    if lead_ins(before) > lead_ins(after) or len(before.works) > len(after.works):
        return whole_ms - working_ms(after)
    return working_ms(before) - working_ms(after) + WORDING_MS * (1 + len(after.works))


def changes(before: Workout, after: Workout) -> Iterator[str]:
    """What fitting changed, one sentence each; exercises that changed alike share one."""
    sections = {section.index: section for section in after.sections}
    alike: dict[str, list[str]] = {}
    dropped: list[str] = []
    for was in before.sections:
        now = sections.get(was.index)
        left = list(now.works) if now else []
        if now:
            yield from _section_facts(was, now)
        for work in was.works:
            if left and left[0].exercise == work.exercise:
                alike.setdefault(", ".join(_facts(was, work, left.pop(0))), []).append(work.exercise.title)
            else:
                dropped.append(work.exercise.title)
    alike.pop("", None)
    for facts, titles in alike.items():
        about = ", ".join(titles) if len(titles) <= NAMED_AT_ONCE else f"{len(titles)} exercises"
        yield f"{about}: {facts}."
    if dropped:
        yield f"Left out: {', '.join(dropped)}."


def _section_facts(was: WorkSection, now: WorkSection) -> Iterator[str]:
    title = was.title or KINDS.get(was.kind, str(was.kind).capitalize())
    if was.kind is SectionKind.EMOM and was.rounds != now.rounds:
        yield f"{title}: {counted(now.rounds, 'interval')} instead of {was.rounds}."
    elif was.rounds_in_all != now.rounds_in_all:
        yield f"{title}: {counted(now.rounds_in_all, 'round')} instead of {was.rounds_in_all}."
    elif was.limit != now.limit:
        yield f"{title}: {now.limit / MINUTE_MS:g} min instead of {was.limit / MINUTE_MS:g} min."
    if was.round_rest != now.round_rest and was.is_in_rounds and now.rounds_in_all > 1:
        yield f"Rests of {now.round_rest / 1000:g} s between rounds instead of {was.round_rest / 1000:g} s."


def _facts(section: WorkSection, before: Work, after: Work) -> Iterator[str]:
    if before.amount != after.amount:
        yield f"{amount_text(after.amount)} instead of {amount_text(before.amount)}"
    if before.sets != after.sets and not section.is_in_rounds:
        yield f"{counted(after.sets, 'set')} instead of {before.sets}"
    if before.rest != after.rest:
        yield f"rests of {after.rest / 1000:g} s instead of {before.rest / 1000:g} s"


def amount_text(amount: Amount) -> str:
    """`8–10 reps`, `30 s`, `as many as possible in 60 s`."""
    scale, unit = (1, "reps") if amount.unit is Unit.REPS else (1000, "s")
    low, high = f"{amount.low / scale:g}", f"{amount.high / scale:g}"
    if amount.is_open:
        least = f"{amount.least}+" if amount.least else "as many as possible"
        return f"{least} in {high} s"
    return f"{low}–{high} {unit}" if low != high else f"{high} {unit}" if high != "1" or unit == "s" else "1 rep"
