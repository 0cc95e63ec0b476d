"""Schedules of a day: when something is done there is no length and no amount of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case

_TIME = r"(?:[01]?\d|2[0-3]):[0-5][05]\s?(?:am\b|pm\b)?"
_BEGUN = re.compile(
    rf"\W*(?P<at>{_TIME})(?:\s*(?:[-–—]|to)\s*(?P<until>{_TIME}))?\s*(?:[-–—|:,]+\s*)?(?=\s*[^\W\d_]|$)", re.IGNORECASE
)
_OF_A_DAY = in_any_case(
    r"\b(?:wake|woke|get|got) up\b|\b(?:breakfast|lunch|dinner|supper|bed(?:time)?|sleep|shower|commute)\b|[ap]m\b"
)
"""What stands in the schedule of a day."""
LEAST_TIMES, EARLIEST_H, EVENING_H = 2, 4, 16
_ROWS = frozenset({BlockKind.ROW, BlockKind.ROW_HEAD})


def without_times_of_day(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where several begin with a time of the day, in order, without it: `18:00 Squats 3x10`."""
    found = {at: one for at, block in enumerate(blocks) if (one := _BEGUN.match(_first(block)))}
    hours = [_minutes(one["at"]) / 60 for one in found.values()]
    said = " ".join(_words(blocks[at]) for at in found)
    is_late = bool(hours) and (hours[-1] >= EVENING_H or bool(_OF_A_DAY.search(said)))
    is_day = len(found) >= LEAST_TIMES and hours[0] >= EARLIEST_H and all(a < b for a, b in pairwise(hours))
    if not (is_day and is_late):
        return list(blocks)
    return [_timeless(one, found[at]) if at in found else one for at, one in enumerate(blocks)]


def _first(block: Block) -> str:
    return block.cells[0] if block.kind in _ROWS and block.cells else block.text


def _words(block: Block) -> str:
    return " ".join(block.cells) if block.kind in _ROWS else block.text


def _minutes(text: str) -> int:
    hours, minutes = map(int, re.findall(r"\d+", text))
    return 60 * (hours % 12 + 12 if "pm" in text.lower() else hours) + minutes


def _timeless(block: Block, when: re.Match[str]) -> Block:
    """The block without when it begins; with how long it goes on, where it says until when and nothing of amounts."""
    text = _first(block)[when.end() :]
    length = _minutes(when["until"]) - _minutes(when["at"]) if when["until"] else 0
    if block.kind in _ROWS:
        return replace(block, cells=(text, *block.cells[1:]))
    is_told = length > 0 and text.strip() and not any(map(str.isdecimal, text))
    return replace(block, text=f"{length} min {text.strip()}" if is_told else text.strip() or block.text)
