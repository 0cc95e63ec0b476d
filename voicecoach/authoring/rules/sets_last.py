"""Repetitions before sets: where each line says `12 x 3`, nobody does twelve sets of three."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block

LEAST_LINES, LEAST_REPS, LEAST_OF_MOST, LEAST_OF_ONE, MOST_SETS = 2, 6, 8, 12, 5
_TIMES = re.compile(
    r"(?<![\d.,x×/:-])(?P<reps>\d{1,2})(?P<to>\s?[-–]\s?\d{1,2}|\+)?(?P<sign>\s?[x×]\s?)(?P<sets>\d{1,2})"
    r"(?![\d.,:/]*\d|\s?[-–x×]|\s?(?:kgs?|lbs?|m|s|secs?|seconds?|mins?|minutes?|metres?|meters?|k|km|cals?|sets?|reps?)\b"
    r"|\s?[%\"'+])",
    re.IGNORECASE,
)
_OFTEN = re.compile(r"(?<=[a-z)])\s+[x×]\s?(?P<sets>[2-5])(?=\s*$)", re.IGNORECASE)
"""How often something is done whose repetitions aren't said: `Twists x 4`."""


def with_sets_first(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where all of them have many before few, the few are sets, and stand first.

    So is then what alone stands behind a name: `Twists x 4`.
    """
    found = [one for block in blocks for one in _TIMES.finditer(block.text)]
    if len(found) < LEAST_LINES or not _are_reps_first(found):
        return list(blocks)
    return [
        replace(block, text=_turned(block.text), cells=tuple(_turned(one) for one in block.cells)) for block in blocks
    ]


def _are_reps_first(found: Sequence[re.Match[str]]) -> bool:
    """Whether what stands first can be no sets: there are too many of them, in most lines by far."""
    are_many = all(int(one["reps"]) >= LEAST_REPS and 1 < int(one["sets"]) <= MOST_SETS for one in found)
    most = [int((one["to"] or "").strip(" -–+") or one["reps"]) for one in found]
    return are_many and max(most) >= LEAST_OF_ONE and 3 * sum(one >= LEAST_OF_MOST for one in most) >= 2 * len(most)


def _turned(text: str) -> str:
    turned = _TIMES.sub(r"\g<sets>\g<sign>\g<reps>\g<to>", text)
    return _OFTEN.sub(r" \g<sets> sets", text) if turned == text else turned
