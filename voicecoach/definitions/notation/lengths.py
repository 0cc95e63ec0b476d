"""Lengths of time as they are written."""

from __future__ import annotations

from voicecoach.definitions.notation.notation_error import (
    NotationError,
    RefusedError,
    quoted,
    respelled,
    shown,
    written,
)
from voicecoach.definitions.notation.quantities import Measure, Span, as_time, spans
from voicecoach.definitions.notation.refusals import LEAST_LETTERS
from voicecoach.definitions.notation.tokens import HOUR_MS, SECOND_MS, Token, TokenKind, tokens
from voicecoach.errors import certain_name
from voicecoach.times import GRID_MS, Ms, ms

MAX_LENGTH_MS = Ms(24 * HOUR_MS)
_UNITS = ("second", "minute", "hour")
LENGTH_TOKENS = 3
"""A number, its unit and the end."""
LENGTH_FORM = "Write seconds (30, 30 s), minutes (2 min) or minutes and seconds (1:30)."


def parse_length(value: object) -> Ms:
    """`30`, `30 s`, `1.5 min`, `1:30`, `1m30s`, `90"`, `one minute` as a time of whole tenths of a second.

    It is a day at most; 0 is allowed. Raises NotationError.
    """
    text = written(value, "a length of time", LENGTH_FORM)
    with quoted(value, LENGTH_FORM):
        words = tokens(text)
        found = [span for span, end in spans(words, 0) if end == len(words) - 1]
        if not found:
            raise NotationError(f"{shown(value)} is not a length of time. {LENGTH_FORM}", _with_its_unit(value, words))
        return _length(as_time(found[0]))


def _with_its_unit(value: object, words: tuple[Token, ...]) -> str | None:
    """The length with its unit in place of the one word that is misspelled."""
    if len(words) != LENGTH_TOKENS:
        return None
    number, unit, _ = words
    if number.kind is not TokenKind.NUMBER or len(unit.text) < LEAST_LETTERS:
        return None
    meant = certain_name(unit.text.removesuffix("s"), _UNITS)
    plural = "s" if unit.text.endswith("s") else ""
    return respelled(value, (unit.text, f"{meant}{plural}")) if meant else None


def _length(span: Span) -> Ms:
    if span.measure is Measure.METRES:
        raise RefusedError(f"{span.text} is metres. Write {span.digits} min if minutes are meant.")
    if span.measure is not Measure.MS:
        raise RefusedError("that is not a length of time.")
    if span.is_range:
        raise RefusedError(f"{span.text} leaves a choice. Write {span.low / SECOND_MS:g} s.")
    return checked_ms(span.low, span.text)


def checked_ms(time_ms: float, text: str) -> Ms:
    """`time_ms` as a length of a day at most, in whole tenths of a second. Raises RefusedError."""
    if time_ms > MAX_LENGTH_MS:
        raise RefusedError(f"{text} is longer than 24 hours.")
    length = ms(time_ms / SECOND_MS)
    if length % GRID_MS:
        raise RefusedError(f"{text} is finer than a tenth of a second.")
    return length
