"""Amounts of work as they are written: repetitions, times, and as many as one can."""

from __future__ import annotations

import re

from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.definitions.notation.forms import Part, Says, parts
from voicecoach.definitions.notation.lengths import checked_ms
from voicecoach.definitions.notation.notation_error import NotationError, RefusedError, quoted, shown, written
from voicecoach.definitions.notation.quantities import Measure, Span, as_time
from voicecoach.definitions.notation.said import AMOUNTS
from voicecoach.definitions.notation.tokens import tokens
from voicecoach.times import Ms

MAX_REPS = 100_000
OPEN_CAP_MS = Ms(60_000)
"""How long a set without a target goes on if nothing is written. Our choice."""
_AMOUNT_FORM = "Write repetitions (10, 8-10) or a time (45 s, 30-45 s, 1:30)."
_HOLD_FORM = "Write seconds (30, 30-45 s) or minutes (1:30)."
_OF_A_DATE = re.compile(r"(?:19|20)\d\d|0\d+")
_BY_ITSELF = AMOUNTS | {Says.TIMES, Says.HOLD}


def parse_amount(value: object) -> Amount:
    """`10`, `8-10`, `45 s`, `30-45 s`, `1:30`, `max in 60 s`, `5+` as an amount of work. Raises NotationError."""
    return _amount(value, written(value, "an amount of work", _AMOUNT_FORM))


def parse_hold(value: object) -> Amount:
    """A time to hold; a bare number is seconds. Raises NotationError."""
    amount = _amount(value, written(value, "a time to hold", _HOLD_FORM), is_hold=True)
    if amount.unit is not Unit.MS or amount.is_open:
        raise NotationError(f"{shown(value)} is not a time to hold. {_HOLD_FORM}")
    return amount


def parse_reps(value: object) -> Amount:
    """A number of repetitions, or a range of them. Raises NotationError."""
    amount = parse_amount(value)
    if amount.is_open or amount.unit is not Unit.REPS:
        raise NotationError(f"{shown(value)} is a time, not a number of repetitions. Write 10 or 8-10.")
    return amount


def _amount(value: object, text: str, *, is_hold: bool = False) -> Amount:
    with quoted(value):
        first, *others = parts(tokens(text)) or (Part(Says.UNKNOWN, (), text),)
        if others or first.joint or first.says not in _BY_ITSELF:
            raise RefusedError(first.why or f"that is not an amount of work. {_AMOUNT_FORM}")
        if is_hold and first.says is Says.AMOUNT:
            return from_span(as_time(first.spans[0]))
        return from_part(first)


def from_part(part: Part) -> Amount:
    """The amount that a part says. Raises RefusedError."""
    if part.says is Says.OPEN:
        return _open(part.spans, 0)
    if part.says is Says.LEAST:
        return _open(part.spans[1:], _reps(part.spans[0].low, part.text))
    return from_span(part.spans[0])


def _open(cap: tuple[Span, ...], least: int) -> Amount:
    """As many as one can, `least` at least, up to the cap that is written."""
    cap_ms = _time(cap[0].ordered().high, cap[0].text) if cap else OPEN_CAP_MS
    return Amount(cap_ms, cap_ms, Unit.MS, is_open=True, least=least)


def from_span(span: Span) -> Amount:
    """The amount of repetitions or time. Raises RefusedError, also for a distance."""
    span.ordered()
    if span.measure is Measure.METRES:
        raise RefusedError(f"{span.text} is metres. Minutes are written {span.digits} min.")
    if span.measure is Measure.MS:
        low, high = (_time(end, span.text) for end in (span.low, span.high))
        return Amount(low, high, Unit.MS)
    if span.measure is Measure.BARE and _OF_A_DATE.fullmatch(span.text):
        raise RefusedError(f"{span.text} looks like a part of a date. Write {int(span.low)} reps if it is an amount.")
    return Amount(_reps(span.low, span.text), _reps(span.high, span.text))


def _time(time_ms: float, text: str) -> Ms:
    if not time_ms:
        raise RefusedError(f"{text} is no time at all. Write a time, such as 30 s.")
    return checked_ms(time_ms, text)


def _reps(number: float, text: str) -> int:
    if not number.is_integer() or not 1 <= number <= MAX_REPS:
        raise RefusedError(f"{text} is no number of repetitions from 1 to {MAX_REPS}. Write 10, or 10 s for a time.")
    return int(number)
