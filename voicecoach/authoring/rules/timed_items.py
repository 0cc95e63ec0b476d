"""Items that look like titles among exercises, and say how long something goes on: `Cardio: 20 minutes of HIIT`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.facts import facts_of
from voicecoach.authoring.rules.names import Name, name_in
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.pattern import in_any_case
from voicecoach.authoring.rules.roles import Line, Role
from voicecoach.authoring.rules.vocabulary import COOL_DOWN, WARM_UP

_LEG = in_any_case(rf"\W*(?:{WARM_UP}|{COOL_DOWN})\b")
"""What is a part of its own wherever it stands."""

MOST_BESIDE = 8
"""So many items before and behind it are looked at."""


def with_timed_items(lines: Sequence[Line]) -> list[Line]:
    """The lines; what goes on for a time that an item says is an exercise, where one beside it is."""
    return [_exercise(line) if _is_timed(lines, at) else line for at, line in enumerate(lines)]


def _is_timed(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    is_item = line.role is Role.TITLE and line.block.kind is BlockKind.ITEM and not _LEG.match(line.text)
    if not is_item or not line.tail or line.facts.is_of_section or line.facts.sets:
        return False
    is_long = bool(facts_of(parts_of(line.tail)).seconds)
    beside = chain(
        takewhile(lambda one: _is_beside(line, one), reversed(lines[max(0, at - MOST_BESIDE) : at])),
        takewhile(lambda one: _is_beside(line, one), lines[at + 1 : at + 1 + MOST_BESIDE]),
    )
    return is_long and any(one.is_counted for one in beside)


def _is_beside(line: Line, other: Line) -> bool:
    return other.block.kind is BlockKind.ITEM and other.block.level == line.block.level


def _exercise(line: Line) -> Line:
    """The item as an exercise: called by what stands behind its head, else by the head."""
    parts = parts_of(line.tail)
    behind = name_in(parts.rest)
    name = behind if behind.is_likely else Name(line.text.removesuffix(line.tail).strip(" :–—-"), behind.others)
    return replace(line, role=Role.EXERCISE, facts=facts_of(parts), name=name, tail="")
