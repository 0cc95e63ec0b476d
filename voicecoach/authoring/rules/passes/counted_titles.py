"""Titles that are only counted: `Exercise 1`, above what is told of it, has no other name; `Bit 2` is no exercise."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.exercise_names.names import Name
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.sentence_words import BODY
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.title_lines import WHOLE_LENGTH
from voicecoach.authoring.rules.passes.unnamed import deed_in
from voicecoach.authoring.rules.prose.in_sentences import told_in
from voicecoach.counted import sentence_case
from voicecoach.late_patterns import late

LEAST_COUNTED = 2
_NUMBERS = any_of(r"\d{1,2}", "one|two|three|four|five|six|seven|eight|nine|ten", "[ivx]{1,4}", "[a-h]")
_COUNTED = in_any_case(rf"(?P<word>[^\W\d_]{{3,20}})\s*(?:no\.?|nr\.?|number|\#)?\s*(?P<number>{_NUMBERS})\W*")
_OF_ONE = frozenset({"exercise", "stretch", "movement", "move", "drill", "pose", "position", "activity", "task"})
"""What exercises are counted with that have no other name."""
_OF_SEVERAL = in_any_case(r"\b(?:stretches|exercises|moves|movements|poses|drills)\W*$")
_TOLD = frozenset({Role.SENTENCE, Role.AMOUNT, Role.STATEMENT})
_NUMBER_LAST = re.compile(r"\b[A-Z]\w+ (?:\d{1,2}|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive)\W*$")
_LAST = late(rf"{_NUMBER_LAST.pattern}|\s[-–—:]\s\d{{1,2}}\s*-?min[a-z]*\W*$")


def with_part_titles(lines: Sequence[Line]) -> list[Line]:
    """The lines; `Wall work (5 minutes)` above names, bullets or lower headings is a part's title, and no exercise."""
    return [_part(line, lines[at + 1 :]) for at, line in enumerate(lines)]


def _part(line: Line, below: Sequence[Line]) -> Line:
    is_apart = line.block.kind is BlockKind.PARAGRAPH and line.block.breaks > 0 and not line.block.marker
    is_length = (
        line.role is Role.EXERCISE and bool(WHOLE_LENGTH.search(line.text)) and not ends_with_movement(line.name.text)
    )
    is_above = any(_is_within(one) and one.block.breaks > 0 for one in below[:1])
    is_headed = line.is_heading and line.is_counted and _is_above_heads(line, below)
    title = replace(line, role=Role.TITLE, facts=Facts(), tail="", is_numbered=bool(_NUMBER_LAST.search(line.text)))
    return title if is_headed or (is_apart and is_length and is_above) else line


def _is_above_heads(line: Line, below: Sequence[Line]) -> bool:
    """Whether a heading that has only a length, or ends with a number, stands above lower ones that call exercises."""
    is_whole = not line.facts.sets and bool(WHOLE_LENGTH.search(line.text) or _LAST.search(line.text))
    within = takewhile(lambda one: not one.is_heading or one.block.level > line.block.level, below)
    heads = [one for one in within if one.is_heading and one.role is not Role.RULES] if is_whole else []
    first = next((one for one in below if one.is_heading or one.role is not Role.SENTENCE), line)
    are_called = _OF_SEVERAL.search(line.name.text) or any(ends_with_movement(one.name.text) for one in heads)
    return bool(heads) and heads[0] is first and bool(are_called)


def _is_within(line: Line) -> bool:
    """Whether it can stand first in a part: a name, or one with how long it takes."""
    return line.role is Role.NAME or (line.role is Role.EXERCISE and bool(WHOLE_LENGTH.search(line.text)))


def with_counted_titles(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which a title that is only counted is the exercise told about below it, or else no exercise."""
    counted = {at: found for at, line in enumerate(lines) if (found := _counted(line))}
    numbers = defaultdict[str, set[str]](set)
    for found in counted.values():
        numbers[found["word"].lower()].add(found["number"].lower())
    series = {at for at, found in counted.items() if _is_series(found, numbers)}
    told = {at for at in series if counted[at]["word"].lower() in _OF_ONE and _is_told_below(lines, at)}
    deeds = {at: _deed_below(lines, at) for at in told}
    names = {at: sentence_case(deed) for at, deed in deeds.items()} if all(deeds.values()) else {}
    return [
        _named(line, names.get(at, line.text.strip(" :."))) if at in told else _titled(line) if at in series else line
        for at, line in enumerate(lines)
    ]


def _is_series(found: re.Match[str], numbers: dict[str, set[str]]) -> bool:
    return len(numbers[found["word"].lower()]) >= LEAST_COUNTED


def _counted(line: Line) -> re.Match[str] | None:
    """The word and the number that a line has nothing but."""
    block = line.block
    is_title = block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and not block.marker)
    found = _COUNTED.fullmatch(line.text.strip(" #*")) if is_title else None
    is_own = found and (found["word"].lower() in _OF_ONE or not has_movement(found["word"]))
    return found if is_own else None


def _named(line: Line, name: str) -> Line:
    """The title as the exercise that is told about below it."""
    block = replace(line.block, kind=BlockKind.PARAGRAPH, text=name)
    return replace(line, block=block, role=Role.NAME, facts=Facts(), name=Name(name), is_listed=True)


def _titled(line: Line) -> Line:
    """The title as no exercise."""
    is_title = line.role is Role.EXERCISE or (line.role is Role.TITLE and line.facts.says_anything)
    return replace(line, role=Role.TITLE, facts=Facts(), tail="", is_numbered=True) if is_title else line


def _is_told_below(lines: Sequence[Line], at: int) -> bool:
    """Whether there are sentences below a title, up to the next, of which none calls another exercise."""
    below = [one for one in _below(lines, at) if one.role is not Role.NOISE]
    told = list(takewhile(lambda one: one.role in _TOLD, below[:1]))
    return bool(told) and not any(one.calls_exercise or _calls(one.text) for one in below)


def _deed_below(lines: Sequence[Line], at: int) -> str:
    """What the sentences below a title tell to do with a part of the body."""
    deed = deed_in(" ".join(one.text for one in _below(lines, at) if one.role is Role.SENTENCE))
    return deed if BODY.search(deed) else ""


def _calls(text: str) -> bool:
    """Whether a text calls an exercise: it begins with that, or has several; what is done on the way is none."""
    first, *others = sentences_in(text) or [""]
    if told_in(first).exercises or not others:
        return bool(told_in(text).exercises)
    return len(told_in(text).exercises) > 1


def _below(lines: Sequence[Line], at: int) -> Iterator[Line]:
    return takewhile(lambda one: not (one.is_heading or _counted(one) or one.role is Role.TITLE), lines[at + 1 :])
