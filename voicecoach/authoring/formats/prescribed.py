"""From a prescription in the notation of the files to what was understood."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any

from voicecoach.authoring.written import Span, WrittenExercise
from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription, Unit
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation import NotationError, parse_prescription
from voicecoach.definitions.notation.written_amounts import OPEN_CAP_MS
from voicecoach.times import Ms

MS_PER_S = 1000


def prescribed(exercise: WrittenExercise, prescription: Prescription) -> Iterator[WrittenExercise]:
    """The exercise with what a prescription states: one entry, or several where only some of its sets are open."""
    if len({amount.is_open for amount in prescription.each_set}) <= 1:
        yield replace(exercise, **fields_of(prescription))
        return
    *first, last = prescription.each_set
    if last.is_open and set(first) == {replace(last, is_open=False, high=first[0].high)}:
        alike = replace(prescription, sets=len(prescription.each_set), start=first[0], each_set=())
        yield replace(exercise, **fields_of(alike), is_last_open=True)
        return
    for amount, group in groupby(prescription.each_set):
        alike = replace(prescription, sets=len(list(group)), start=amount, each_set=())
        yield replace(exercise, **fields_of(alike))


def is_prescription(text: str) -> bool:
    """Whether a text is a prescription in the notation of the files."""
    try:
        parse_prescription(text)
    except NotationError:
        return False
    return True


def fields_of(prescription: Prescription) -> dict[str, Any]:
    """The fields of a `WrittenExercise` that a prescription states."""
    found: dict[str, Any] = {
        "sets": prescription.sets,
        "distance_m": prescription.distance_m,
        "load": shown_load(prescription.load) if prescription.load else None,
        "sides": Sides.EACH if prescription.per_side else None,
        "rest_s": seconds(prescription.rest),
        "tempo": str(prescription.tempo) if prescription.tempo else None,
        "pause_s": seconds(prescription.pause),
        "goal": _span(prescription.goal) if prescription.goal else None,
        "weeks": prescription.weeks,
        "each_set": _each_set(prescription.each_set),
        "notes": prescription.notes,
    }
    if prescription.start:
        found |= _amount(prescription.start if not prescription.each_set else _whole(prescription.each_set))
    return {key: value for key, value in found.items() if value not in (None, ())}


def shown_load(load: Load) -> str:
    """A load as it is written."""
    start = _size(load.start, load.unit)
    if load.goal is None:
        return start
    weeks = f" over {load.weeks} weeks" if load.weeks else ""
    return f"{start} -> {_size(load.goal, load.unit)}{weeks}"


def seconds(length: Ms | None) -> float | None:
    """A length in seconds."""
    return None if length is None else length / MS_PER_S


def _size(size: float, unit: LoadUnit) -> str:
    return f"RPE {size:g}" if unit is LoadUnit.RPE else f"{size:g} {unit}"


def _amount(amount: Amount) -> dict[str, Any]:
    if amount.is_open:
        cap = {"seconds": _span(amount)} if amount.high != OPEN_CAP_MS else {}
        least = {"reps": (float(amount.least), float(amount.least))} if amount.least else {}
        return {"is_open": True, **cap, **least}
    return {"reps" if amount.unit is Unit.REPS else "seconds": _span(amount)}


def _span(amount: Amount) -> Span:
    if amount.unit is Unit.REPS:
        return float(amount.low), float(amount.high)
    return amount.low / MS_PER_S, amount.high / MS_PER_S


def _whole(amounts: Sequence[Amount]) -> Amount:
    """The least and the most of several amounts; open if all of them are."""
    told = [one for one in amounts if not one.is_open] or list(amounts)
    return Amount(min(one.low for one in told), max(one.high for one in told), told[0].unit, told[0].is_open)


def _each_set(amounts: Sequence[Amount]) -> tuple[int, ...]:
    """The amounts of sets that differ; none of open ones, which a number can't say."""
    if any(one.is_open for one in amounts):
        return ()
    return tuple(one.high if one.unit is Unit.REPS else one.high // MS_PER_S for one in amounts)
