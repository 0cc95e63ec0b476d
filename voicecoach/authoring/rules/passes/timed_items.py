"""Items that look like titles among exercises, and say how long something goes on: `Cardio: 20 minutes of HIIT`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import chain, takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import Name, name_in
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

_LEG = in_any_case(rf"\W*(?:{WARM_UP}|{COOL_DOWN})\b")
"""What is a part of its own wherever it stands."""

_STRETCH = in_any_case(
    r"(?:\d{1,3}(?::\d\d|(?:\.5)?\s*(?:min(?:ute)?s?|sec(?:ond)?s?|s|['\"])(?![a-z])))\s*(?:[-–—]|:(?=\s))\s*"
    r"(?P<name>(?!rest\b)[^\W\d_][^–—.;:(]*?)(?:\s+-\s.*|\s*[–—.;:(].*)?"
)
"""How long something goes on before what it is: `3 min - big gear - seated`."""
_OPEN = frozenset({Role.AMOUNT, Role.SENTENCE})
MOST_WORDS_OF_A_NAME = 9
MOST_BESIDE = 8
"""So many items before and behind it are looked at."""


def with_timed_items(lines: Sequence[Line]) -> list[Line]:
    """The lines; what goes on for a time that an item says is an exercise, where one beside it is."""
    return _with_stretches([_exercise(line) if _is_timed(lines, at) else line for at, line in enumerate(lines)])


def _with_stretches(lines: Sequence[Line]) -> list[Line]:
    """The lines; what stands behind its time and a dash is an exercise, where a line beside it is written so."""
    found = [_STRETCH.fullmatch(one.text.strip()) for one in lines]
    return [
        replace(line, role=Role.EXERCISE, name=Name(one["name"].strip(" ,")))
        if one and _is_open(line, one["name"]) and any(found[max(0, at - 1) : at] + found[at + 1 : at + 2])
        else line
        for at, (line, one) in enumerate(zip(lines, found, strict=True))
    ]


def _is_open(line: Line, name: str) -> bool:
    """Whether a line with a time was taken for no exercise, for what it is called by is no movement."""
    is_counted = bool(line.facts.seconds) and not (line.facts.sets or line.facts.reps or line.facts.rest_s)
    return line.role in _OPEN and is_counted and len(name.split()) <= MOST_WORDS_OF_A_NAME


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
