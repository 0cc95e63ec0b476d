"""What each kind of section needs, and what has no use in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from voicecoach.counted import counted
from voicecoach.definitions.amounts import Amount, Prescription, Unit
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import EVERY_MS, Item, Section, SectionKind
from voicecoach.definitions.source import Node, Step
from voicecoach.times import Ms, length_text

Kind = SectionKind
Found = tuple[tuple[Step, ...], str]
"""Where, as steps from the definition, and what is wrong and how to mend it."""

NO_TIME = "no time at all. Write {}."
"""What is said of a length of nothing where some time is needed; filled in is how it is written."""

_IN_TURN = frozenset({Kind.SUPERSET, Kind.CIRCUIT})
_UNCOUNTED = frozenset({Kind.AMRAP, Kind.FOR_TIME, Kind.EMOM})
"""Kinds in which an entry is done once a round, so that it has no sets."""
_USED_BY: Mapping[str, tuple[SectionKind, ...]] = {
    "rest": (Kind.STRAIGHT_SETS, Kind.SUPERSET, Kind.CIRCUIT, Kind.INTERVALS),
    "round_rest": (Kind.SUPERSET, Kind.CIRCUIT, Kind.INTERVALS),
    "rounds": (Kind.SUPERSET, Kind.CIRCUIT, Kind.INTERVALS, Kind.EMOM, Kind.FOR_TIME),
    "work": (Kind.INTERVALS,),
    "every": (Kind.EMOM,),
    "minutes": (Kind.EMOM, Kind.AMRAP),
    "cap": (Kind.FOR_TIME,),
}
"""The keys of a section that not every kind uses."""
_INSTEAD: Mapping[tuple[SectionKind, str], str] = {
    (
        Kind.STRAIGHT_SETS,
        "rounds",
    ): "Did you mean kind: circuit? Sets of one exercise are written as prescription: 3x10.",
    (Kind.STRAIGHT_SETS, "round_rest"): "Did you mean kind: circuit? In straight sets there is only rest.",
    (Kind.STRAIGHT_SETS, "work"): "Did you mean kind: intervals?",
    (Kind.STRAIGHT_SETS, "every"): "Did you mean kind: emom?",
    (Kind.STRAIGHT_SETS, "minutes"): "Did you mean kind: amrap, or kind: emom?",
    (Kind.STRAIGHT_SETS, "cap"): "Did you mean kind: for-time?",
    (Kind.SUPERSET, "work"): "Did you mean kind: intervals?",
    (Kind.CIRCUIT, "work"): "Did you mean kind: intervals?",
    (Kind.INTERVALS, "minutes"): "Their length comes of work, rest and rounds. Write rounds: 3.",
    (Kind.EMOM, "rest"): "What is left of an interval is the rest. Leave it out.",
    (Kind.EMOM, "work"): "The interval is every: 60 s.",
    (Kind.EMOM, "round_rest"): "One interval follows the other. Leave it out.",
    (
        Kind.AMRAP,
        "rounds",
    ): "It goes on until the time is over. Leave it out, or write kind: circuit or kind: for-time.",
    (Kind.AMRAP, "cap"): "Its length is minutes: 12.",
    (Kind.FOR_TIME, "minutes"): "The most it may take is cap: 15 min.",
}


@dataclass(frozen=True)
class Entry:
    """An entry of a section as it was written in `node`; `item` is `None` where it can't be read."""

    node: Node
    item: Item | None = None
    steps: tuple[Step, ...] = field(default=(), compare=False)

    @property
    def keys(self) -> frozenset[str]:
        """The keys that were written."""
        return frozenset(self.node.children)


def section_faults(section: Section, keys: frozenset[str], entries: Sequence[Entry]) -> Iterator[Found]:
    """What doesn't go with the section's kind; `keys` are those that were written."""
    yield from _misfits(section, keys)
    yield from _empty_lengths(section)
    yield from _KIND_FAULTS[section.kind](section, entries)
    for entry in entries:
        if entry.item:
            yield from _within(entry, _entry_faults(section, entry.item, entry.keys))
        if section.kind is not Kind.EMOM and len(entry.steps) > 2:  # noqa: PLR2004 - 'exercises' and an index
            problem = "a list where an exercise was expected. Only kind: emom has several in one interval."
            yield entry.steps[:-1], problem


def _within(entry: Entry, found: Iterator[Found]) -> Iterator[Found]:
    yield from (((*entry.steps, *steps), problem) for steps, problem in found)


def _misfits(section: Section, keys: frozenset[str]) -> Iterator[Found]:
    for key, kinds in _USED_BY.items():
        if key not in keys or section.kind in kinds or (key == "round_rest" and section.repeat > 1):
            continue
        belongs = f"It belongs to {' and '.join(f'kind: {one}' for one in kinds)}."
        yield (key,), f"a section of kind {section.kind} has no {key}. {_INSTEAD.get((section.kind, key), belongs)}"


def _empty_lengths(section: Section) -> Iterator[Found]:
    for key, example in (("work", "40 s"), ("every", "60 s"), ("minutes", "12"), ("cap", "15 min")):
        if getattr(section, key) == 0:
            yield (key,), NO_TIME.format(f"{key}: {example}")


def _entry_faults(section: Section, item: Item, keys: frozenset[str]) -> Iterator[Found]:
    kind, prescription = section.kind, item.prescription
    if "work" in keys and kind is not Kind.INTERVALS:
        yield ("work",), f"only kind: intervals has it. Write prescription: {length_text(item.work or Ms(0))}."
    if "rest" in keys and kind not in _USED_BY["rest"]:
        yield ("rest",), f"in a section of kind {kind} no entry has a rest of its own. Leave it out."
    if kind in _UNCOUNTED and (prescription.sets or 1) > 1 and not prescription.each_set:
        yield ("prescription",), f"in a section of kind {kind} an entry has no sets. Write 10, not 3x10."
    if kind is Kind.INTERVALS and prescription.has_amount:
        yield ("prescription",), _by_the_clock(prescription)
    if section.rounds and kind in {*_IN_TURN, Kind.FOR_TIME}:
        yield from _sets_and_rounds(prescription, section.rounds)


def _by_the_clock(prescription: Prescription) -> str:
    start = prescription.start
    if start and start.unit is Unit.MS and not start.is_open:
        return f"intervals take their time from work. Write work: {length_text(Ms(start.high))}."
    return "intervals go by the clock, not by repetitions. Write work: 40 s, or take kind: circuit."


def _sets_and_rounds(prescription: Prescription, rounds: int) -> Iterator[Found]:
    sets = prescription.sets or 1
    if prescription.each_set and sets != rounds:
        yield (
            ("prescription",),
            f"{sets} amounts for {counted(rounds, 'round')}. Write one for each, or leave rounds out.",
        )
    elif sets > rounds:
        yield ("prescription",), f"{sets} sets, but {counted(rounds, 'round')}. Leave one of the two numbers out."


def _intervals(section: Section, entries: Sequence[Entry]) -> Iterator[Found]:
    without = [one for one in entries if one.item and one.item.work is None and not one.item.prescription.has_amount]
    if section.work is not None or not without:
        return
    if len(without) == len(entries):
        yield (), "intervals need a time to work. Add work: 40 s to the section, or to each of its entries."
        return
    for entry in without:
        yield entry.steps, "this interval has no time to work. Add work: 40 s to it, or to the whole section."


def _emom(section: Section, entries: Sequence[Entry]) -> Iterator[Found]:
    every, intervals = section.every or EVERY_MS, len({entry.steps[:2] for entry in entries})
    if section.minutes is None and section.rounds is None:
        yield (), "an EMOM needs minutes: 10, or rounds: 5 (how often its list is gone through)."
    if section.minutes and section.minutes % every:
        problem = f"{length_text(section.minutes)} are not a whole number of intervals of {length_text(every)}."
        yield ("minutes",), f"{problem} Write {length_text(Ms(section.minutes // every * every or every))}."
    elif section.minutes and section.rounds and section.minutes != section.rounds * intervals * every:
        whole = length_text(Ms(section.rounds * intervals * every))
        yield ("rounds",), f"{counted(section.rounds, 'round')} take {whole}. Leave minutes or rounds out."
    for steps, length in _interval_lengths(entries).items():
        if length > every:
            yield (
                steps,
                f"{length_text(length)} of work don't fit into {length_text(every)}. Make every longer.",
            )


def _interval_lengths(entries: Sequence[Entry]) -> dict[tuple[Step, ...], Ms]:
    """How long the work by time in each interval takes."""
    found: dict[tuple[Step, ...], Ms] = {}
    for entry in entries:
        if entry.item:
            found[entry.steps[:2]] = Ms(found.get(entry.steps[:2], 0) + _timed_ms(entry.item))
    return found


def _timed_ms(item: Item) -> Ms:
    """The longest that its work by time takes, nothing for repetitions."""
    amounts: tuple[Amount, ...] = item.prescription.each_set or tuple(filter(None, [item.prescription.start]))
    longest = max((one.high for one in amounts if one.unit is Unit.MS and not one.is_open), default=0)
    sides = item.sides or item.exercise.sides
    return Ms(longest * (2 if sides is Sides.EACH else 1))


def _amrap(section: Section, _: Sequence[Entry]) -> Iterator[Found]:
    if section.minutes is None:
        yield (), "an AMRAP needs its length. Add minutes: 12."


def _for_time(section: Section, _: Sequence[Entry]) -> Iterator[Found]:
    if section.cap is None:
        yield (), "work for time needs the most that it may take. Add cap: 15 min."


def _nothing(_: Section, __: Sequence[Entry]) -> Iterator[Found]:
    yield from ()


_KIND_FAULTS = {
    Kind.STRAIGHT_SETS: _nothing,
    Kind.SUPERSET: _nothing,
    Kind.CIRCUIT: _nothing,
    Kind.INTERVALS: _intervals,
    Kind.EMOM: _emom,
    Kind.AMRAP: _amrap,
    Kind.FOR_TIME: _for_time,
}
