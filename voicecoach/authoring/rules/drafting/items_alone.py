"""What an item that is only a name is: the lines around it decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.meanings import Meaning
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import SHORT_DAY
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.above import is_above_sentences
from voicecoach.authoring.rules.passes.neighbours import is_beside_name
from voicecoach.late_patterns import late

MOST_WORDS_OF_A_LABEL, MOST_BEFORE = 2, 200
"""So many lines before an item are looked at for the one that it is counted on from."""
_SEVERAL = late(r"\b(?:exercises|drills|stretches)\W*$|\b(?:exercises|drills|stretches)\b.{0,3}\btime\b", re.IGNORECASE)


_OF_A_DAY_OF_THE_WEEK = in_any_case(rf"{SHORT_DAY}s?\s*[:–-]")


def item_meaning(  # noqa: PLR0911, PLR0913 - a list of decisions, and what it is asked for
    lines: Sequence[Line], at: int, after: Line | None, *, is_movement: bool, is_below: bool, is_listed: bool
) -> Meaning:
    """What the item in `lines[at]` is, above `after`; the others as of `meaning_of`."""
    line = lines[at]
    if is_movement and is_above_sentences(lines, at):
        return Meaning.HEADED
    if _OF_A_DAY_OF_THE_WEEK.match(line.text) and not is_movement:
        return Meaning.BESIDE  # a timetable
    if after is not None and after.block.kind is BlockKind.ITEM and after.block.level > line.block.level:
        if after.calls_exercise and has_movement(after.text) and not (is_movement and is_told(after.text)):
            return Meaning.SECTION if not is_movement else Meaning.HEADED
        return Meaning.SECTION if not is_movement and _has_exercises_below(lines, at) else Meaning.HEADED
    if (
        after is not None
        and _SEVERAL.search(line.text)
        and after.block.kind is not BlockKind.ITEM
        and after.role is Role.EXERCISE
    ):
        return Meaning.SECTION
    is_told_behind = after is not None and after.block.line == line.block.line and after.facts.has_amount
    if is_told_behind and line.block.marker[:1].isdecimal():
        return Meaning.HEADED
    is_amount_below = after is not None and after.role is Role.AMOUNT and not (is_below and is_told(line.text))
    is_amount_below = is_amount_below and not _ends_list(lines, at)
    if is_amount_below or (is_below and _is_counted(lines, at, after)):
        return Meaning.HEADED
    if is_below and not line.block.marker[:1].isalnum():
        return Meaning.CUE
    if is_movement or (
        is_listed
        and is_beside_name(lines, at)
        and not is_among_sentences(lines, at)
        and (not is_told(line.text) or _neighbours_are(lines, at) or len(line.text.split()) <= MOST_WORDS_OF_A_LABEL)
    ):
        is_behind = after is not None and after.block.line == line.block.line and not after.block.marker
        follows = after is not None and (
            is_behind or after.role is Role.SENTENCE or after.block.level > line.block.level or _is_text(after)
        )
        return Meaning.HEADED if follows and line.block.marker[:1].isalnum() else Meaning.EXERCISE
    return Meaning.CUE if is_below else Meaning.BESIDE


def _has_exercises_below(lines: Sequence[Line], at: int) -> bool:
    """Whether most of the items that stand deeper below one are names of exercises, as `Knee-to-wall` beside them."""
    level = lines[at].block.level
    below = list(takewhile(lambda one: one.block.kind is BlockKind.ITEM and one.block.level > level, lines[at + 1 :]))
    called = [one for one in below if one.calls_exercise and has_movement(one.text) and not is_told(one.text)]
    return len(called) > 1 and 2 * len(called) > len(below)


def _ends_list(lines: Sequence[Line], at: int) -> bool:
    """Whether it is the last of several names in a list, none of which has anything below it."""
    before, after = lines[max(at - 2, 0) : at], lines[at + 1 : at + 2]
    are_names = len(before) > 1 and all(one.role is Role.NAME and has_movement(one.text) for one in before)
    is_list = are_names and all(one.block.kind is BlockKind.ITEM for one in before)
    return is_list and bool(after) and after[0].block.kind is BlockKind.PARAGRAPH and after[0].block.breaks > 0


def _is_counted(lines: Sequence[Line], at: int, after: Line | None) -> bool:
    """Whether a name with sentences below it is counted on from an exercise of that kind: `3.` behind `2.`."""
    number = _number(lines[at])
    is_told = after is not None and after.role is Role.SENTENCE and after.block.kind is BlockKind.PARAGRAPH
    return is_told and any(
        one.role is Role.NAME and 0 < _number(one) < number and has_movement(one.text)
        for one in reversed(lines[max(0, at - MOST_BEFORE) : at])
    )


def _number(line: Line) -> int:
    """The number that a line has in a list, 0 for none."""
    written = line.block.marker.strip("().")
    return int(written) if written.isdecimal() else 0


def is_among_sentences(lines: Sequence[Line], at: int) -> bool:
    """Whether the items before and behind it are sentences or questions."""
    beside = [lines[one] for one in (at - 1, at + 1) if 0 <= one < len(lines)]
    items = [one for one in beside if one.block.kind is BlockKind.ITEM]
    return bool(items) and all(
        (one.role is Role.SENTENCE and not one.facts.has_amount) or "?" in one.text for one in items
    )


def _neighbours_are(lines: Sequence[Line], at: int) -> bool:
    """Whether the items before and behind it are exercises."""
    beside = [
        lines[one] for one in (at - 1, at + 1) if 0 <= one < len(lines) and lines[one].block.kind is BlockKind.ITEM
    ]
    return bool(beside) and all(has_movement(one.text) and not is_told(one.text) for one in beside)


def _is_text(after: Line) -> bool:
    """Whether it is a paragraph of sentences right below another line."""
    is_below = after.block.kind is BlockKind.PARAGRAPH and not (after.block.breaks or after.block.marker)
    return is_below and len(sentences_in(after.text)) > 1
