"""Repetitions before sets: where each line says `12 x 3`, nobody does twelve sets of three."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.late_patterns import late

LEAST_LINES, LEAST_REPS, LEAST_OF_MOST, LEAST_OF_ONE, MOST_SETS = 2, 6, 8, 12, 5
MOST_OF_SPAN = 6
_TIMES = in_any_case(
    r"(?<![\d.,x×/:-])(?P<reps>\d{1,2})(?P<to>\s?[-–]\s?\d{1,2}|\+)?(?P<sign>\s?[x×]\s?)"
    r"(?P<sets>\d{1,2}(?:\s?[-–]\s?\d)?)"
    r"(?![\d.,:/]*\d|\s?[-–x×]|\s?(?:kgs?|lbs?|m|s|secs?|seconds?|mins?|minutes?|metres?|meters?|k|km|cals?|sets?|reps?)\b"
    r"|\s?[%\"'+])",
)
_WITHOUT_SIGN = late(
    r"(?<![\d.,x×/:-])(?P<reps>\d{1,2}\s?[-–]\s?\d{1,2})\s+(?P<sets>[1-6](?:\s?[-–]\s?[1-6])?)(?=\s*$)"
)
"""The same in short, where all other lines have their sign: `15-20 3`."""
_OFTEN = in_any_case(r"(?<=[a-z)])\s+[x×]\s?(?P<sets>[2-5])(?=\s*$)")
"""How often something is done whose repetitions aren't said: `Twists x 4`."""
LEAST_WEIGHT = 20
_LIFTED = in_any_case(r"(?:set\s?\d{1,2}\s?[:.)–-]?\s+)?(?P<weight>\d{2,3})(?:[.,]5)?\s?[x×]\s?\d{1,2}(?:\s?reps?)?")
"""A set with its weight, whose unit its author knows: `60 x 5`."""
_IN_LINE = in_any_case(
    r"(?<![\d.,x×/:-])(?:[3-9]\d|\d{3})(?:[.,]5)?\s?[x×]\s?\d{1,2}\s?[,;]\s?(?:[3-9]\d|\d{3})(?:[.,]5)?\s?[x×]\s?\d"
)
"""Two of them, one behind the other: `Squat 60x5, 80x3`."""


def with_sets_first(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where all of them have many before few, the few are sets, and stand first.

    So is then what alone stands behind a name: `Twists x 4`.
    """
    found = [one for block in blocks for one in _TIMES.finditer(block.text)]
    are_reps = _are_spans_first(found) or (len(found) >= LEAST_LINES and _are_reps_first(found))
    if not are_reps or _has_weights(blocks):
        return list(blocks)
    return [
        replace(block, text=_turned(block.text), cells=tuple(_turned(one) for one in block.cells)) for block in blocks
    ]


def _has_weights(blocks: Sequence[Block]) -> bool:
    """Whether sets stand one after the other that have a weight each, on lines or in one: `60 x 5, 80 x 3`."""
    alone = [_LIFTED.fullmatch(block.text.strip(" .,;")) for block in blocks]
    weights = [int(one["weight"]) if one else 0 for one in alone]
    are_below = any(min(pair) >= LEAST_WEIGHT for pair in pairwise(weights))
    return are_below or any(_IN_LINE.search(block.text) for block in blocks if "," in block.text or ";" in block.text)


def _are_reps_first(found: Sequence[re.Match[str]]) -> bool:
    """Whether what stands first can be no sets: there are too many of them, in most lines by far."""
    are_many = all(int(one["reps"]) >= LEAST_REPS and 1 < _most(one["sets"]) <= MOST_SETS for one in found)
    most = [_most(f"{one['reps']}{one['to'] or ''}") for one in found]
    return are_many and max(most) >= LEAST_OF_ONE and 3 * sum(one >= LEAST_OF_MOST for one in most) >= 2 * len(most)


def _are_spans_first(found: Sequence[re.Match[str]]) -> bool:
    """Whether all of them begin with a span, as of `5-10 x 4`: so open is how often, not how many sets."""
    spans = [(int(one["reps"]), _most(f"{one['reps']}{one['to'] or ''}"), _most(one["sets"])) for one in found]
    are_spans = all(
        low < high and high >= LEAST_OF_MOST and 1 < sets <= min(MOST_OF_SPAN, low + 2) for low, high, sets in spans
    )
    is_enough = len(found) >= LEAST_LINES or all(low >= LEAST_OF_MOST for low, _, _ in spans)
    return bool(found) and are_spans and is_enough


def _most(text: str) -> int:
    """The number in a text, the last of a span."""
    return int(re.findall(r"\d+", text)[-1])


def _turned(text: str) -> str:
    turned = _WITHOUT_SIGN.sub(r"\g<sets>x\g<reps>", _TIMES.sub(r"\g<sets>\g<sign>\g<reps>\g<to>", text))
    return _OFTEN.sub(r" \g<sets> sets", text) if turned == text else turned
