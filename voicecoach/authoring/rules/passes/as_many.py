"""All that somebody can of an exercise, with its name in the middle: `as many sit-ups as you can in a minute`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_CAN = r"(?:you|we|they)(?:['’]?ve)?(?: possibly)? (?:can|could|manage)(?: (?:do|get(?: done| through)?|manage))?"
_NAME = r"(?P<name>(?:[\w'’-]+ ){0,3}?[\w'’-]+)"
_TIME = r"(?:\d+(?:[ -]\d+)?|an?|one|two|three)[ -]?(?:full )?(?:seconds?|secs?|s|minutes?|mins?)\b"
_MANY = any_of(
    rf"as many {_NAME} as (?:possible|{_CAN})(?:\s+(?:in|for|within)\s+(?P<time>{_TIME}))?",
    rf"max(?:imum)?(?: reps)?(?: of)? {_NAME.replace('name', 'max')}\s+(?:in|within)\s+(?P<max_time>{_TIME})",
)
_AS_MANY = in_any_case(rf"\b(?:(?:do|perform|complete|get|try|hit) )?{_MANY}")
_WHOLE = in_any_case(rf"\W*{_AS_MANY.pattern}\W*")


def named_first(text: str) -> str:
    """The text with the name before what is said of it: `sit-ups, as many as possible, for 1 minute`."""
    return _AS_MANY.sub(_named, text)


def _named(found: re.Match[str]) -> str:
    name, time = found["name"] or found["max"], found["time"] or found["max_time"]
    if not ends_with_movement(name):
        return found[0]
    return f"{name}: as many as possible" + (f" for {time}" if time else "")


def with_named_first(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a line that only says so has its name first."""
    return list(_named_first(blocks))


def _named_first(blocks: Sequence[Block]) -> Iterator[Block]:
    for block in blocks:
        is_line = block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH} and _WHOLE.fullmatch(block.text)
        yield replace(block, text=named_first(block.text)) if is_line else block
