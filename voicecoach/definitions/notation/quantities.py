"""Numbers with their units, and ranges of them: the pieces that all notations are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from typing import NamedTuple

from voicecoach.definitions.notation.notation_error import RefusedError
from voicecoach.definitions.notation.tokens import (
    HOUR_MS,
    MINUTE_MS,
    SECOND_MS,
    SIXTY,
    Token,
    TokenKind,
    joined,
    word_set,
)


class Measure(Enum):
    """What is measured, and in what."""

    BARE = ""  # a number without a unit
    REPS = "reps"
    MS = "ms"
    METRES = "m"
    KG = "kg"
    LB = "lb"
    PERCENT = "%"


class _Unit(NamedTuple):
    measure: Measure
    size: int  # in what the measure is counted in


_BARE = _Unit(Measure.BARE, 1)
_SECOND, _MINUTE, _HOUR = (_Unit(Measure.MS, size) for size in (SECOND_MS, MINUTE_MS, HOUR_MS))
_SEVERAL = _Unit(Measure.MS, SECOND_MS)
"""The seconds of 1:30 and 1 min 30 s; of a range such as 1-2:00 nobody knows whether it starts at a minute."""
_METRE = _Unit(Measure.METRES, 1)
UNITS: dict[str, _Unit] = {
    word: unit
    for words, unit in (
        ("rep reps repetition repetitions", _Unit(Measure.REPS, 1)),
        ("ms", _Unit(Measure.MS, 1)),
        ('s sec secs second seconds "', _SECOND),
        ("min mins minute minutes '", _MINUTE),
        ("h hr hrs hour hours", _HOUR),
        ("m metre metres meter meters", _METRE),
        ("k km kms kilometre kilometres kilometer kilometers", _Unit(Measure.METRES, 1000)),
        ("kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes", _Unit(Measure.KG, 1)),
        ("lb lbs pound pounds", _Unit(Measure.LB, 1)),
        ("% percent", _Unit(Measure.PERCENT, 1)),
    )
    for word in word_set(words)
}
_SMALLER = {_HOUR: _MINUTE, _MINUTE: _SECOND}
RANGE = word_set("- – to")
_NOT_BY_ITSELF = word_set("x by set sets round rounds time times + rm")
"""What makes the number before it something else than an amount by itself."""
_LABELS = frozenset(":=")
"""What makes the word before it a label of what comes: `Sets: 3 Reps: 10`."""
DIGITS_OF_A_CLOCK = 2
"""So many digits has the last number of `1'30`."""
LEAST_CHAIN = 3
"""So many numbers in a row are an amount for each set; two are a range."""


@dataclass(frozen=True)
class Span:
    """From `low` to `high`, the same where one number is written; times in ms, distances in metres.

    `text` is what was written, `is_worded` whether with `to` between its ends. `size` is what its unit counts in the
    measure's own, 0 where it has several (`1:30`).
    """

    low: float
    high: float
    measure: Measure
    text: str
    is_range: bool = False
    is_worded: bool = False
    size: int = 1

    @property
    def digits(self) -> str:
        """What was written, without the unit at its end."""
        return self.text[: max((at + 1 for at, char in enumerate(self.text) if char.isdecimal()), default=0)]

    def ends(self) -> tuple[Span, Span]:
        """Its two ends, each by itself."""
        alone = replace(self, is_range=False, is_worded=False)
        return replace(alone, high=self.low), replace(alone, low=self.high)

    def ordered(self) -> Span:
        """The same. Raises RefusedError if it isn't a range from less to more."""
        if self.low > self.high:
            raise RefusedError(f"{self.text} runs backwards. Write {self._turned()}.")
        if self.is_range and self.low == self.high:
            raise RefusedError(f"{self.text} isn't a range and no amount. Write {self.low:g}, or a range such as 8-10.")
        return self

    def _turned(self) -> str:
        """The range with its ends changed over; a unit that is written once stays behind both."""
        dash = " to " if self.is_worded else "-"
        low, _, high = self.digits.partition(dash)
        unit = self.text[len(self.digits) :]
        return f"{high}{dash}{low}{unit}" if low[-1:].isdecimal() else f"{high}{unit}{dash}{low}"


class _Quantity(NamedTuple):
    """A number or a clock time with its unit, and where it ends."""

    number: float
    unit: _Unit
    end: int


def spans(words: tuple[Token, ...], at: int) -> Iterator[tuple[Span, int]]:
    """What begins at `at`: a range if one is written, then its first number alone; each with its end."""
    if not (first := _quantity(words, at)):
        return
    joint = words[first.end].text
    if joint in RANGE and (last := _quantity(words, first.end + 1)):
        yield from _range(first, last, joined(words[at : last.end]), is_worded=joint == "to")
    value = first.number * first.unit.size
    size = 0 if first.unit is _SEVERAL else first.unit.size
    yield Span(value, value, first.unit.measure, joined(words[at : first.end]), size=size), first.end


def _range(first: _Quantity, last: _Quantity, text: str, *, is_worded: bool) -> Iterator[tuple[Span, int]]:
    """The range, in which one unit is enough; none if they don't go together."""
    if first.unit is _BARE and last.unit is _SEVERAL:
        return
    low_unit = last.unit if first.unit is _BARE else first.unit
    high_unit = first.unit if last.unit is _BARE else last.unit
    if low_unit.measure is high_unit.measure:
        low, high = first.number * low_unit.size, last.number * high_unit.size
        yield Span(low, high, low_unit.measure, text, is_range=True, is_worded=is_worded), last.end


def _quantity(words: tuple[Token, ...], at: int) -> _Quantity | None:
    word = words[at]
    if word.kind is TokenKind.CLOCK:
        return _Quantity(word.value / SECOND_MS, _SEVERAL, at + 1)
    if word.kind is not TokenKind.NUMBER:
        return None
    unit = UNITS.get(words[at + 1].text)
    if unit is None or (unit.measure is Measure.REPS and words[at + 2].text in _LABELS):
        return _Quantity(word.value, _BARE, at + 1)
    if unit is _METRE and words[at + 1].text == "m" and _is_time_in_one(words, at):
        unit = _MINUTE
    return _compound(_Quantity(word.value, unit, at + 2), words)


def _is_time_in_one(words: tuple[Token, ...], at: int) -> bool:
    """Whether it is `1m30s` or `1m30`, where the `m` can't be metres."""
    after = words[at + 2]
    is_number = after.kind is TokenKind.NUMBER and after.value < SIXTY
    return is_number and all(word.is_glued for word in words[at + 1 : at + 3])


def _compound(first: _Quantity, words: tuple[Token, ...]) -> _Quantity:
    """`1 min` of `1 min 30 s`, `1'30` or `1h30` with all that belongs to it; in seconds then."""
    smaller = _SMALLER.get(first.unit)
    at = first.end + (words[first.end].text == "and")
    if smaller is None or words[at].kind is not TokenKind.NUMBER:
        return first
    number, unit = words[at], UNITS.get(words[at + 1].text)
    if unit is _METRE:  # 1h30m
        unit = _MINUTE
    if unit is None and number.is_glued and len(number.text) == DIGITS_OF_A_CLOCK:
        rest = _Quantity(number.value, smaller, at + 1)
    elif unit is smaller:
        rest = _compound(_Quantity(number.value, smaller, at + 2), words)
    else:
        return first
    if number.value >= SIXTY:
        return first
    total_ms = first.number * first.unit.size + rest.number * rest.unit.size
    return _Quantity(total_ms / SECOND_MS, _SEVERAL, rest.end)


def chain(words: tuple[Token, ...], at: int) -> tuple[tuple[Span, ...], int] | None:
    """`21-15-9`, `30-45-60 s`: the numbers with their one unit, and their end; nothing for fewer than three."""
    end = at
    while words[end].kind is TokenKind.NUMBER and words[end + 1].text == "-":
        end += 2
    numbers = words[at : end + 1 : 2]
    if words[end].kind is not TokenKind.NUMBER or len(numbers) < LEAST_CHAIN:
        return None
    unit = UNITS.get(words[end + 1].text)
    end += 1 if unit is None else 2
    measure, size = unit or _BARE
    return tuple(Span(one.value * size, one.value * size, measure, one.text) for one in numbers), end


def stands_alone(words: tuple[Token, ...], end: int) -> bool:
    """Whether a number that ends at `end` can be meant by itself: `60` of `rest 60`, not of `60 x`."""
    return words[end].text not in _NOT_BY_ITSELF


def as_time(span: Span) -> Span:
    """The span with a bare number as seconds."""
    if span.measure is not Measure.BARE:
        return span
    return replace(span, low=span.low * SECOND_MS, high=span.high * SECOND_MS, measure=Measure.MS)
