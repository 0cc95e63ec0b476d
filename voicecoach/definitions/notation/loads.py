"""Loads as they are written: weights, percentages, efforts, and what they build to."""

from __future__ import annotations

from dataclasses import replace

from voicecoach.definitions.amounts import Load, LoadUnit
from voicecoach.definitions.notation.forms import Part, Says, parts
from voicecoach.definitions.notation.meanings import meant
from voicecoach.definitions.notation.notation_error import RefusedError, quoted, written
from voicecoach.definitions.notation.quantities import Measure, Span
from voicecoach.definitions.notation.said import note, one, weeks
from voicecoach.definitions.notation.tokens import tokens

LOAD_FORM = "Write 16 kg, 45 lb, 70 %, RPE 8, or 20 kg -> 30 kg over 6 weeks."
_UNITS = {Measure.KG: LoadUnit.KG, Measure.LB: LoadUnit.LB, Measure.PERCENT: LoadUnit.PERCENT}
_EXAMPLES = {LoadUnit.KG: "20 kg", LoadUnit.LB: "45 lb", LoadUnit.PERCENT: "70 %", LoadUnit.RPE: "RPE 8"}
_MOST = {LoadUnit.KG: 1000, LoadUnit.LB: 2000, LoadUnit.PERCENT: 200, LoadUnit.RPE: 10}
LOADS = frozenset((Says.LOAD, Says.LOADS, Says.EFFORT))
LOAD_GOALS = frozenset((Says.LOAD_GOAL, Says.EFFORT_GOAL))
_IN_A_LOAD = LOADS | LOAD_GOALS | {Says.WEEKS}


def parse_load(value: object) -> Load:
    """`16 kg`, `45 lb`, `70 %`, `RPE 8`, `20 kg -> 30 kg over 6 weeks` as a load. Raises NotationError.

    A range (`RPE 7-8`) is refused, since a load can't say what was chosen of it.
    """
    text = written(value, "a load", LOAD_FORM)
    with quoted(value):
        found = meant(tuple(_with_bare_goal(part) for part in parts(tokens(text))))
        if stray := [part for part in found if part.says not in _IN_A_LOAD]:
            raise RefusedError(stray[0].why or f"{stray[0].text} is not a load. {LOAD_FORM}")
        load, notes = load_of(found)
        if load is None:
            raise RefusedError(f"that is not a load. {LOAD_FORM}")
        if notes:
            raise RefusedError(f"that leaves a choice. Write {_shown(load)}.")
        if load.goal is None and any(part.says is Says.WEEKS for part in found):
            raise RefusedError(f"what does it build to? Write {_shown(load)} -> 30 {load.unit} over 6 weeks.")
        return load


def _with_bare_goal(part: Part) -> Part:
    """`-> 30` of `20 kg -> 30`: what else could it be, where nothing but a load is written."""
    is_bare = part.says is Says.GOAL and part.spans[0].measure is Measure.BARE
    return replace(part, says=Says.LOAD_GOAL) if is_bare else part


def load_of(parts: tuple[Part, ...]) -> tuple[Load | None, tuple[str, ...]]:
    """The load that the parts say, if they do, and what was chosen where they leave a choice. Raises RefusedError."""
    found, goal = _load(parts), one(parts, *LOAD_GOALS)
    if found is None:
        if goal:
            raise RefusedError(f"where does the load start? Write 20 kg {goal.text}.")
        return None, ()
    unit = _unit(found)
    start, *ends = (*found.spans, *(goal.spans if goal else ()))
    if unit is None or len(ends) > 1 or (goal and _unit(goal) not in {unit, None}):
        raise RefusedError(
            f"{found.text} {goal.text if goal else ''} needs one goal in the same unit. Write 20 kg -> 30 kg."
        )
    return _built(start, ends[0] if ends else None, unit, weeks(parts, LOAD_GOALS))


def _unit(part: Part) -> LoadUnit | None:
    """The unit of a load or its goal, if it says one."""
    return LoadUnit.RPE if part.says in {Says.EFFORT, Says.EFFORT_GOAL} else _UNITS.get(part.spans[-1].measure)


def _load(parts: tuple[Part, ...]) -> Part | None:
    found = [part for part in parts if part.says in LOADS]
    if len(found) > 1:
        raise RefusedError(f"that says {found[0].text} and {found[1].text}. Write an entry for each load.")
    return found[0] if found else None


def _built(start: Span, end: Span | None, unit: LoadUnit, over_weeks: int | None) -> tuple[Load, tuple[str, ...]]:
    low, notes = _size(start.ordered().low, unit), _note(start, unit)
    if end is None:
        return Load(low, unit), notes
    return Load(low, unit, _size(end.ordered().low, unit), over_weeks), notes + _note(end, unit)


def _note(span: Span, unit: LoadUnit) -> tuple[str, ...]:
    return note(span, f"RPE {span.text}", is_one=True) if unit is LoadUnit.RPE else note(span, span.text)


def _size(size: float, unit: LoadUnit) -> float:
    if not 0 < size <= _MOST[unit]:
        raise RefusedError(f"{size:g} is no load in {unit} up to {_MOST[unit]}. Write {_EXAMPLES[unit]}.")
    return size


def _shown(load: Load) -> str:
    return f"RPE {load.start:g}" if load.unit is LoadUnit.RPE else f"{load.start:g} {load.unit}"
