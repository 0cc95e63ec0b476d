"""What a line with an amount is that stands right above a list: the title of all of it, or what is told of there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.title_lines import OF_SEVERAL

_TOLD = frozenset({Role.NAME, Role.SENTENCE})
LEAST_LISTED, MOST_LISTED, LEAST_PART_S = 2, 20, 120
_IN_BRACKETS = in_any_case(r"(?P<title>[^()\d]+)\((?P<stated>[^()]*\d[^()]*)\)\W*")
_OF_EACH = in_any_case(r"\b(?:each|per|every)\b(?! \w)")


def with_list_heads(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each with the role that it has above a list or in it."""
    told_up_to = 0
    for at, line in enumerate(lines):
        listed = _listed(lines, at)
        if _is_title(line, listed):
            yield from _parted(line)
            continue
        if _is_timed_part(line, listed or _deeper(lines, at)) or _is_head_of_part(lines, at):
            yield replace(line, role=Role.TITLE, tail="")
            continue
        if _is_told_of(line, listed):
            told_up_to = at + 1 + len(listed)
        is_told = at < told_up_to and line.block.kind is BlockKind.ITEM
        yield replace(line, role=Role.SENTENCE, facts=Facts(), is_listed=False) if is_told else line


def _listed(lines: Sequence[Line], at: int) -> list[Line]:
    """The items right below a line with an amount that is none itself."""
    line = lines[at]
    if line.role is not Role.EXERCISE or not line.facts.has_amount or line.block.kind is BlockKind.ITEM:
        return []
    below = list(takewhile(lambda one: one.block.kind is BlockKind.ITEM, lines[at + 1 : at + 1 + MOST_LISTED]))
    return below if len(below) >= LEAST_LISTED else []


def _deeper(lines: Sequence[Line], at: int) -> list[Line]:
    """The items further in right below an item with an amount."""
    line = lines[at]
    if line.role is not Role.EXERCISE or line.block.kind is not BlockKind.ITEM:
        return []
    below = takewhile(lambda one: one.block.kind is BlockKind.ITEM, lines[at + 1 : at + 1 + MOST_LISTED])
    found = list(takewhile(lambda one: one.block.level > line.block.level, below))
    return found if len(found) >= LEAST_LISTED else []


def _is_timed_part(line: Line, listed: Sequence[Line]) -> bool:
    """Whether it calls no exercise and says how long a part takes, above exercises with amounts: `Engine (12 min)`."""
    seconds = line.facts.seconds
    is_long = seconds is not None and seconds[0] >= LEAST_PART_S and line.facts == Facts(seconds=seconds)
    is_head = line.block.kind is not BlockKind.PARAGRAPH or bool(_IN_BRACKETS.fullmatch(line.text))
    is_bare = is_long and is_head and not has_movement(line.name.text) and not by_clock(line.text)
    outer = [one for one in listed if one.block.level == listed[0].block.level]
    counted = [one for one in outer if one.is_counted and has_movement(one.name.text)]
    return is_bare and len(counted) >= LEAST_LISTED and 2 * len(counted) > len(outer)


def _is_head_of_part(lines: Sequence[Line], at: int) -> bool:
    """Whether a heading, one of several as high, only says how often the exercises below it are done."""
    line, below = lines[at], lines[at + 1 : at + 2]
    is_often = line.role in {Role.STATEMENT, Role.AMOUNT} and bool(line.facts.sets or line.facts.rounds)
    if not (line.is_heading and is_often) or line.facts.has_amount or not below:
        return False
    is_above = below[0].calls_exercise and (not below[0].is_heading or below[0].block.level > line.block.level)
    return is_above and sum(one.is_heading and one.block.level == line.block.level for one in lines) > 1


def _is_title(line: Line, listed: Sequence[Line]) -> bool:
    """Whether it has its amounts in brackets, as titles have, above exercises: `Holds (30 s each)`."""
    is_of_several = _is_several(line.name.text) or _OF_EACH.search(line.text)
    is_plain = bool(is_of_several) and bool(_IN_BRACKETS.fullmatch(line.text))
    return is_plain and bool(listed) and all(one.calls_exercise and has_movement(one.text) for one in listed)


def _parted(line: Line) -> Iterator[Line]:
    """The title, and what is stated behind it of each exercise below."""
    found = _IN_BRACKETS.fullmatch(line.text)
    assert found  # noqa: S101 - it is a title
    title = line_of(replace(line.block, text=found["title"].strip()))
    yield replace(title, role=Role.TITLE, facts=Facts(), tail="")
    stated = _OF_EACH.sub("each exercise", found["stated"])
    block = Block(BlockKind.PARAGRAPH, stated, line.block.line)
    yield replace(line_of(block), role=Role.STATEMENT, tail="")


def _is_told_of(line: Line, listed: Sequence[Line]) -> bool:
    """Whether an exercise with its sets stands above items that say how it is done, and call nothing."""
    is_exercise = bool(line.facts.sets) and ends_with_movement(line.name.text) and not _is_several(line.name.text)
    is_said = (one.role in _TOLD and not (one.facts.has_amount or has_movement(one.text)) for one in listed)
    return is_exercise and bool(listed) and all(is_said)


def _is_several(name: str) -> bool:
    """Whether it is called by what sections are: `Core drills`, and not as `Deadlift` is."""
    return bool(OF_SEVERAL.match(name.rsplit(maxsplit=1)[-1])) if name else False
