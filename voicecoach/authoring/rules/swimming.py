"""Lengths of a swim or on a track, which are written without their unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.pattern import any_of, in_any_case

_SWUM = in_any_case(
    r"\bswim",
    r"\b(?:pool|freestyle|(?:front )?crawl|backstroke|breaststroke|butterfly|pull ?buoy)\b",
    r"\bkick w",
)
_MEASURE = any_of(
    "m|k|km|s|secs?|seconds?|min|mins|minutes?|met(?:re|er)s?|yds?|yards?|reps?|rounds?|sets?|kgs?|lbs?",
)
_LENGTH = in_any_case(
    r"^(?P<length>(?:(?:warm|cool|main|pre|build|drill|kick|pull|sprint|swim)[ -]?\w*:|(?:w/?u|c/?d|main)\b)?\W*"
    r"(?:\d{1,2}\s*[x×]\s*)?\d{0,2}(?:00|50|25|75))(?=\s+[^\W\d_(]|\s*\(|\s*$|\s*@)"
    rf"(?!\s*{_MEASURE}\b)"
)
_STROKE = any_of(
    "swim|pull|kick|drill|choice|easy|free|freestyle|back|breast|fly|im|warm|cool|build|descend|fins|paddles",
    "sprint|fast|all out",
)
_STROKES = in_any_case(rf"\b{_STROKE}\b")
_RUN = re.compile(r"\bjog|\bmiles?\b|\bmi\b|\btrack\b|\b(?:5|10)k pace\b", re.IGNORECASE)
_LAPS = in_any_case(
    r"(?:(?<=\dx)|(?<=\d x )|(?<=\dx )|(?<=w/ )|(?<=with ))(?:[2-689]00|1[0246]00)"
    r"(?=\s+(?:w/|@|(?:with|at|jog|walk|easy|hard|fast|off|on|in)\b)|\s*(?:,|$))"
)
"""Distances on a track, which are written without their unit as well: `4 x 200 w/ 200 jog`."""
LEAST_LINES = 2


def in_metres(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; those of a swim, or of a run on a track, with `m` behind lengths such as `200 pull` and `6 x 50`."""
    if any(_RUN.search(one.text) for one in blocks) and not any(_SWUM.search(one.text) for one in blocks):
        return [replace(one, text=_LAPS.sub(r"\g<0> m", one.text)) for one in blocks]
    if not any(_SWUM.search(one.text) for one in blocks):
        return list(blocks)
    lengths = [one for one in blocks if _LENGTH.match(one.text) and _STROKES.search(one.text)]
    if len(lengths) < LEAST_LINES:
        return list(blocks)
    return [replace(one, text=_LENGTH.sub(r"\g<length> m", one.text, count=1)) for one in blocks]
