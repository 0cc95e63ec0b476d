"""How often alone beside each lift, as `Bench press 4x`: these are sets, whose repetitions aren't said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

LEAST_LINES, MOST_OF_MOST = 3, 4
_LIFT = in_any_case(
    r"\b"
    + any_of(
        "press(?:es)?|bench|rows?|curls?|pull-?\\s?downs?|push-?\\s?downs?|extensions?|raises?|fl(?:y|ye|ies|yes|ys)",
        "dead-?\\s?lifts?|rdls?|squats?|thrusts?|shrugs?|crush(?:er)?s?|dips?|(?:pull|chin|push|press)-?\\s?ups?|ohp",
        "adductors?|abductors?|(?:ab|ad)ductions?|crossovers?|pull-?overs?|kick-?backs?|lunges?|planks?|crunch(?:es)?",
    )
    + r"\b"
)
"""What is done at a gym in sets."""
_ELSE = in_any_case(
    r"\b(?:rounds?|rds?|e\dm?om|emom|amrap|tabata|for time|circuit|laps?|warm-?\s?up|stretch\w*|mobility|hold)\b"
)
"""Where few are few repetitions: in what goes round, or prepares."""
_NO_SETS = (
    r"(?![\d.,:/-]*\d|\s?\(?[\d:]|\s?[-–x×]|[a-z])(?!\s?\([^()]*\d)"
    r"(?!\s?(?:/|(?:a|per|each|every)?\s?(?:day|week|month)|daily|weekly|amrap|max|failure|to failure|f\b|bw|body))"
)
_OFTEN = re.compile(
    rf"(?<![\w.,×/:-])(?P<before>\d{{1,3}})\s?[x×]{_NO_SETS}"
    rf"|(?<![\w\d])[x×]\s?(?P<behind>\d{{1,3}})(?!\s?(?:kgs?|lbs?|m|s|secs?|min\w*|sets?|reps?|times|sides?)\b){_NO_SETS}",
    re.IGNORECASE,
)
_CALLED = re.compile(r"[a-z)]\s*(?:[-–:]\s*)?[2-5]\s?sets\W*$", re.IGNORECASE)
"""How other lines call them: `Leg curl - 3 sets`."""
_BESIDE = re.compile(r"\([^()]*\)|\d{1,3}\s?(?:°|degrees?|kgs?\b|lbs?\b|%)", re.IGNORECASE)
"""What has numbers that are none of how often."""
_LISTED = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})


def with_only_sets(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which how often alone is called sets, if it is few beside lifts in all lines that have it."""
    found = {at: times for at, block in enumerate(blocks) if (times := _times(block))}
    often = [one for times in found.values() for one in times]
    called = sum(bool(_CALLED.search(block.text)) for block in blocks)
    are_few = len(found) + called >= LEAST_LINES and bool(often) and min(often) > 1 and max(often) <= MOST_OF_MOST + 1
    if not are_few or 2 * sum(one <= MOST_OF_MOST for one in often) <= len(often):
        return list(blocks)
    lifts = sum(bool(_LIFT.search(blocks[at].text)) for at in found)
    if 2 * lifts < len(found) or any(_ELSE.search(one.text) for one in blocks):
        return list(blocks)
    return [replace(one, text=_as_sets(one.text)) if at in found else one for at, one in enumerate(blocks)]


def _times(block: Block) -> list[int]:
    """How often a line says that something is done, if it has no other number."""
    text = block.text
    if block.kind not in _LISTED or re.search(r"\d", _OFTEN.sub("", _BESIDE.sub(_without_numbers, text))):
        return []
    return [int(one["before"] or one["behind"]) for one in _OFTEN.finditer(text)]


def _without_numbers(found: re.Match[str]) -> str:
    return found[0] if _OFTEN.search(found[0]) else ""


def _as_sets(text: str) -> str:
    return _OFTEN.sub(lambda one: f"{one['before'] or one['behind']} sets", text)
