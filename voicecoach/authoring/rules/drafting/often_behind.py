"""Titles without words of their own: how often exercises are done, those below or those of the list above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import SectionDraft
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.title_texts import often

LEAST_EXERCISES = 2


def is_often_behind(lines: Sequence[Line], at: int, above: SectionDraft | None) -> bool:
    """Whether the title `lines[at]` says how often the exercises above it are done, and none are below."""
    if (
        above is None
        or above.facts.rounds
        or len(above.exercises) < LEAST_EXERCISES
        or any(one.facts.sets for one in above.exercises)
    ):
        return False
    if not often(lines[at].facts).rounds or not is_only_often(lines[at]):
        return False
    below = takewhile(lambda one: not (one.role is Role.TITLE or one.is_heading), lines[at + 1 :])
    return not any(one.calls_exercise or one.block.kind is not BlockKind.PARAGRAPH for one in below)


def is_only_often(line: Line) -> bool:
    """Whether a title has no words but how often, or how long, what is below is done: `5 rounds:`."""
    words = _OF_A_ROUND.sub("", parts_of(line.text).rest.replace(BREAK, " "))
    is_plain = not line.is_heading and often(line.facts).is_of_section
    return is_plain and not re.search(r"[^\W\d_]{3}", words)


_OF_A_ROUND = in_any_case(
    r"\b(?:no (?:rush|hurry)|(?:take )?your time|unhurried|nice and easy|easy does it|minimal rest)\b",
    r"\b(?:the|this|whole|full|entire|complete|circuits?|workout|total|repeat|rounds?|giant|sets?|number|not|for|time|and|then|with|take|rest|nft)\b",
)
"""What a title may say beside how often, without being a part of its own."""
