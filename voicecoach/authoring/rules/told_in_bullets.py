"""Bullets that tell of the exercise above them: `Back flat against the wall`, `3 sets of 15`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.movements import ends_with_movement
from voicecoach.authoring.rules.roles import Line, Role

LEAST_BULLETS = 2
_LENGTH = re.compile(
    r"\s*\(\s*(?:about |~)?\d{1,2}(?:[-–]\d+)?[\s-]*(?:min(?:ute)?s?|sec(?:ond)?s?|s)\b[^()]*\)\s*:?$", re.IGNORECASE
)
_TOLD = frozenset({Role.NAME, Role.SENTENCE, Role.EXERCISE})


def with_bullets_told(lines: Sequence[Line]) -> list[Line]:
    """The lines; what stands in bullets below the name of an exercise tells of it, where one of them is its amount."""
    found = list(lines)
    for at, line in enumerate(lines):
        name = _LENGTH.sub("", line.text)
        if line.block.kind is BlockKind.ITEM or not ends_with_movement(name) or line.facts.sets:
            continue
        bullets = list(_bullets(lines, at))
        amounts = [one for one in bullets if lines[one].role is Role.AMOUNT]
        if len(bullets) < LEAST_BULLETS or not amounts or any(_is_exercise(lines[one]) for one in bullets):
            continue
        if name != line.text:
            block = replace(line.block, text=name)
            found[at] = replace(
                line, block=block, role=Role.NAME, facts=replace(line.facts, seconds=None), is_listed=True
            )
        for one in bullets:
            if lines[one].role in _TOLD:
                found[one] = replace(lines[one], role=Role.SENTENCE)
    return found


def _bullets(lines: Sequence[Line], at: int) -> Iterator[int]:
    start = at + 2 if any(map(_is_remark, lines[at + 1 : at + 2])) else at + 1
    below = enumerate(lines[start:], start)
    return (place for place, _ in takewhile(lambda pair: pair[1].block.kind is BlockKind.ITEM, below))


def _is_remark(line: Line) -> bool:
    """Whether it is a sentence on the exercise as a whole, between its name and the bullets."""
    return line.block.kind is BlockKind.PARAGRAPH and line.role is Role.SENTENCE and not line.facts.says_anything


def _is_exercise(line: Line) -> bool:
    """Whether it is called as exercises are, alone or with its amount."""
    is_called = ends_with_movement(line.text) and not line.text.rstrip().endswith(".")
    return is_called or (line.is_counted and ends_with_movement(line.name.text))
