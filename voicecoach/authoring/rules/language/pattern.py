"""The language of the tables: regular expressions in which amounts have names.

A space may be any number of them or none (` ?` one at most), `_` is one and more, `_?` may be none. `<sets:n>` is a
number or a range of them that is called `sets`, `<seconds:t>` a time, `<seconds:u>` one without spaces around its dash,
`<rest:l>` a time or a bare number of seconds, `<load:w>` a weight, `<metres:d>` a distance.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from voicecoach.authoring.written import Span
from voicecoach.late_patterns import late


def any_of(*alternatives: str) -> str:
    """One of several regular expressions, as a part of another; the first that fits is taken.

    Those that belong together may be one of `alternatives`, with `|` between them: a line of a table.
    """
    return f"(?:{'|'.join(alternatives)})"


_N = r"\d{1,4}(?:\.\d{1,2})?"
_TO = r"\s*(?:-|to|or|>)\s*"
_RANGE = rf"(?<![\d.:]){_N}(?:{_TO}{_N})?"
_SECONDS = r"(?:seconds?|secs?|s|\")(?![a-z])\.?"
_MINUTES = r"(?:minutes?|mins?|')(?![a-z])\.?"
_HOURS = r"(?:hours?|hrs?|h)(?![a-z])"
_UNIT = rf"(?:{_SECONDS}|{_MINUTES}|{_HOURS})"
_CLOCK = r"(?:\d{0,2}:[0-5]\d|(?:\b0?0|(?<!\d)):[6-9]\d)(?![\d:])"
_HOW = (
    r"(?:(?:easy|gentle|steady|slow|brisk|hard|light|relaxed|comfortable|quick|solid|full|whole|straight|consecutive"
    r"|continuous|uninterrupted|non-?stop)\s+(?=min|sec))"
)
"""How something is done, between its minutes and their number: `5 easy minutes`, `one full minute`."""
_WITH_UNIT = any_of(
    rf"{_MINUTES}(?:\s*(?:and\s*)?{_N}[\s-]*{_SECONDS})?",  # 1 min 30 s
    _SECONDS,
    rf"{_HOURS}(?:\s*(?:and\s*)?{_N}[\s-]*{_MINUTES})?",  # 1 h 30 min
)
_COUNTED = any_of(
    r"(?:m\s?\d\d?s?|'\s?\d\d[\"s]?)(?![a-z\d])",  # 1m30s, 1'30"
    rf"(?:{_TO}{_N})?[\s-]*{_HOW}?{_WITH_UNIT}(?:{_TO}{_N}\s*{_UNIT})?",  # 20-30 s, 30 s to 1 min
)
_TIME = any_of(
    rf"(?<![\d.:]){_N}{_COUNTED}",
    rf"(?<![\d:]){_CLOCK}(?:{_TO}{_CLOCK})?",  # 1:30
)
_LENGTH = any_of(
    _TIME,
    r":\d{2,3}(?![\d:])",  # :30
    rf"(?<![\d.:])\d{{1,2}}(?:{_TO}\d{{1,2}})?\s*m(?![a-z])",  # 2 m
    rf"{_RANGE}(?!\d|\s?(?:%|(?:m|k|km|met|w|watts|rpm|bpm)\b))",
)
_WEIGHT = (
    rf"(?:{_N}(?:\s*[-/]\s*{_N})?(?:\s*|-)(?:kgs?|kilos?|kilograms?|lbs?|pounds?|\#)(?![a-z])|{_N}(?:-{_N})?\s?(?:%|percent)"
    r"|\d{2,3}0\s?(?:g|gms?|grams?)(?![a-z]))"
)
_DISTANCE = rf"{_RANGE}[\s-]*(?:km|kilomet(?:re|er)s?|met(?:re|er)s?|m|k|miles?|mi|yards?|yds?|ft|feet)(?![a-z\d])"
_TIGHT = _TIME.replace(_TO, r"(?:-|\s*(?:to|or)\s*)")
_KINDS = {
    "n": _RANGE,
    "t": _TIME,
    "u": _TIGHT,
    "r": rf"(?<!x)(?<!x\s){_TIME}",
    "l": _LENGTH,
    "w": _WEIGHT,
    "d": _DISTANCE,
}
_SIZES_S = {"s": 1.0, '"': 1.0, "m": 60.0, "'": 60.0, "h": 3600.0}
_SIZES_M = {"k": 1000.0, "mi": 1609.0, "y": 0.9144, "f": 0.3048}


def in_any_case(*alternatives: str) -> re.Pattern[str]:
    """What finds one of several regular expressions, in capitals or small letters."""
    return late(any_of(*alternatives), re.IGNORECASE)


def compiled(source: str) -> re.Pattern[str]:
    """What finds what `source` stands for, in small letters."""
    pieces = re.split(r"(<\w+(?::\w)?>)", source)
    return late("".join(_piece(one) for one in pieces))


def sketched(source: str) -> str:
    """A shorter form that fits wherever `source` does, and is compiled in a fraction of its time.

    A time, a weight or a distance is whatever begins as one in it, so none may stand in a `(?!...)`.
    """
    return re.sub(r"<(\w+):[turlwd]>", rf"(?P<\1>[\\d:].{{0,{_MOST_CHARACTERS}}}?)", source)


_MOST_CHARACTERS = 90
"""How long a time is at most, written out as a range of hours with minutes."""


def _piece(piece: str) -> str:
    if named := re.fullmatch(r"<(\w+):([nturlwd])>", piece):
        return f"(?P<{named[1]}>{_KINDS[named[2]]})"
    if re.fullmatch(r"<\w+>", piece):
        return piece
    for pattern, spelling in _SPACES:
        piece = re.sub(pattern, spelling, piece)
    return piece


_SPACES = ((r"_[*?]", "\x00*"), (r"_\+?", "\x00+"), (r" \?", "\x00?"), (r" \*?", "\x00*"), ("\x00", " "))


def range_of(text: str) -> Span:
    """The two ends of a number or a range, in order."""
    numbers = [float(one) for one in re.findall(_N, text)[:2]]
    return min(numbers), max(numbers)


def seconds_of(text: str) -> Span:
    """A time in seconds; a bare number is seconds."""
    text = re.sub(_HOW, "", text)
    if re.fullmatch(r":\d+", text):
        return float(text[1:]), float(text[1:])
    if ":" in text:
        ends = [_clock_s(one) for one in re.findall(_CLOCK, text)]
        return min(ends), max(ends)
    if compound := re.fullmatch(rf"({_N})[\s-]*h[a-z.]*\s*(?:and\s*)?({_N})[\s-]*(?:m[a-z.]*|')", text):
        length = 3600 * float(compound[1]) + 60 * float(compound[2])
        return length, length
    if compound := re.fullmatch(rf"({_N})[\s-]*(?:m[a-z.]*|')\s*(?:and\s*)?({_N})[\s-]*(?:s[a-z.]*|\")?", text):
        length = 60 * float(compound[1]) + float(compound[2])
        return length, length
    return _measured(text, _SIZES_S)


def _clock_s(text: str) -> float:
    minutes, _, seconds = text.partition(":")
    return 60.0 * int(minutes or 0) + int(seconds)


def metres_of(text: str) -> float:
    """A distance in metres, the lower end of a range; `1,500 m` is one number."""
    return round(_measured(re.sub(r"(?<=\d),(?=\d{3})", "", text.lower()), _SIZES_M)[0])


def _measured(text: str, sizes: Mapping[str, float]) -> Span:
    """A range whose ends may have units of their own; one unit is enough."""
    found = re.findall(rf"({_N})[\s-]*([a-z'\"]*)", text)[:2]
    units = [re.sub(r"^(?:to|or)$", "", unit) for _, unit in found]
    last = next((unit for unit in reversed(units) if unit), "")
    ends = [float(number) * _size(unit or last, sizes) for (number, _), unit in zip(found, units, strict=True)]
    return min(ends), max(ends)


def _size(unit: str, sizes: Mapping[str, float]) -> float:
    return next((size for begin, size in sizes.items() if unit.startswith(begin)), 1.0)
