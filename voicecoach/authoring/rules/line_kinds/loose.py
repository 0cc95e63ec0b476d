"""Amounts that have no unit in a file: breaths, lengths of a hall, as long as somebody likes."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.line_kinds.roles import Line


def is_loose(line: Line) -> bool:
    """Whether it is an exercise whose amount has no unit: `Pigeon, as long as you like`."""
    is_first = line.text.startswith(line.name.text) and has_movement(line.name.text)
    is_lengths = bool(_LENGTHS.match(spelled(line.text).text)) and ends_with_movement(line.name.text)
    is_called = (is_first or is_lengths) and not is_told(line.name.text) and not _HELD.fullmatch(line.name.text)
    return _is_only_loose(line) and is_called


_LENGTHS = re.compile(r"(?:\d{1,2}|an?)\s+(?:full )?(?:lengths?|widths?)\b")
_HELD = in_any_case(
    r"(?:hold(?:ing)?|stay(?:ing)?|keep|remain|pause|rest|sink|settle)?"
    r"(?: (?:it|this|that|the|each|here|there|in|for|pose|posture|stretch|position|shape|still))*"
)
"""What is held, where nothing is called: `Hold`, `Stay here`, `Hold this pose`."""


def _is_only_loose(line: Line) -> bool:
    return bool(line.facts.is_loose) and not line.facts.says_anything


def is_loose_amount(line: Line) -> bool:
    """Whether it says how long, without a unit, and calls nothing: `Hold for 5 breaths`."""
    return _is_only_loose(line) and not line.name.others and bool(_HELD.fullmatch(line.name.text))
