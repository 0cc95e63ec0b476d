"""Whole prescriptions as they are written: sets and amounts with all that may stand beside them."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

from voicecoach.definitions.amounts import Prescription, Unit
from voicecoach.definitions.notation.forms import Part, Says, parts
from voicecoach.definitions.notation.lengths import checked_ms
from voicecoach.definitions.notation.loads import load_of
from voicecoach.definitions.notation.meanings import meant
from voicecoach.definitions.notation.notation_error import NotationError, RefusedError, quoted, written
from voicecoach.definitions.notation.refusals import FORM, unknown
from voicecoach.definitions.notation.said import note, one
from voicecoach.definitions.notation.tempos import parse_tempo
from voicecoach.definitions.notation.tokens import tokens
from voicecoach.definitions.notation.written_amounts import parse_amount
from voicecoach.definitions.notation.written_names import MAX_SETS
from voicecoach.definitions.notation.written_work import work_of
from voicecoach.times import Ms


def parse_prescription(value: object) -> Prescription:
    """What a coach writes: `3x8-10 @3-1-1-0 rest 90 s`, `3 sets of 10 each side`, `8-10 -> 12-15 over 6 weeks`.

    A list (`[12, 10, 8]`) has an amount for each set. Raises NotationError, which shows the nearest form that works.
    """
    if isinstance(value, list):
        return _of_list(value)
    text = written(value, "a prescription", FORM)
    with quoted(value):
        return _read(text)


def _of_list(values: list[object]) -> Prescription:
    if not 1 <= len(values) <= MAX_SETS:
        raise NotationError(f"a list of {len(values)} amounts is not a prescription. {FORM}")
    amounts = tuple(parse_amount(value) for value in values)
    if len({amount.unit for amount in amounts if not amount.is_open}) > 1:
        raise NotationError("a list of both repetitions and times. Write one or the other.")
    return Prescription(sets=len(amounts), start=amounts[0], each_set=amounts)


@lru_cache(maxsize=512)
def _read(text: str) -> Prescription:
    found = parts(tokens(text))
    if any(part.says is Says.UNKNOWN for part in found):
        raise unknown(found, _is_readable)
    return _prescription(meant(found))


def _is_readable(text: str) -> bool:
    try:
        found = parts(tokens(text))
        _prescription(meant(found))
    except (NotationError, RefusedError):
        return False
    return all(part.says is not Says.UNKNOWN for part in found)


def _prescription(said: tuple[Part, ...]) -> Prescription:
    load, load_notes = load_of(said)
    work = work_of(said, is_load_built=load is not None and load.goal is not None)
    tempo = one(said, Says.TEMPO)
    rest, rest_notes = _length(said, Says.REST, Says.NO_REST)
    pause, pause_notes = _length(said, Says.PAUSE, Says.HOLD)
    if pause is not None and work.start and work.start.unit is Unit.MS and not work.start.is_open:
        raise RefusedError(
            "a hold in a time of work isn't clear. Write repetitions, such as 3x10 (5 s hold), or the time."
        )
    return replace(
        work,
        tempo=parse_tempo(tempo.text.removeprefix("@")) if tempo else None,
        rest=rest,
        per_side=any(part.says is Says.SIDE for part in said),
        load=load,
        pause=pause,
        notes=work.notes + rest_notes + load_notes + pause_notes,
    )


def _length(said: tuple[Part, ...], *says: Says) -> tuple[Ms | None, tuple[str, ...]]:
    """The rest or the pause, and the note on a range of it."""
    part = one(said, *says)
    if part is None:
        return None, ()
    if not part.spans:
        return Ms(0), ()
    span = part.spans[0].ordered()
    return checked_ms(span.low, span.text), note(span, part.text)
