"""What a line stands above: the names, or the items, that are listed below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

_REPEATED = in_any_case(r"\W*(?:then |and )*repeat\b")
"""How it begins that what stands above is done again."""
LEAST_WORDS_BEFORE = 5
"""What is called behind so many words of a sentence is no name that it begins with."""
_HOW_OFTEN = in_any_case(
    r"(?:(?:and|then|now|next|do|repeat)\s+)*\d{1,2}\s*(?:[x×]|times|sets|rounds)(?:\s+of)?\s*[:.]?"
)


def is_above_names(lines: Sequence[Line], at: int) -> bool:
    """Whether what is done is listed below `lines[at]`."""
    after = below(lines, at)
    return after is not None and after.calls_exercise


def heads_items(lines: Sequence[Line], at: int) -> bool:
    """Whether `lines[at]` says how often, above what is done so: `3x:`, or `B. 3x` above bullets or names."""
    block, after = lines[at].block, below(lines, at)
    is_of_above = at > 0 and lines[at - 1].is_counted and bool(_REPEATED.match(lines[at].text))
    if is_of_above:
        return False
    is_right_above = are_counted(lines[at + 1 : at + 3]) and not lines[at + 1].block.breaks
    if is_right_above and _HOW_OFTEN.fullmatch(lines[at].text.strip()):
        return True
    is_counted = block.kind is BlockKind.ITEM and block.marker[:1].isalnum()
    if not is_counted or after is None or not after.calls_exercise or _is_step(lines, at):
        return False
    if after.block.kind is BlockKind.ITEM:
        return after.block.level > block.level
    return after.block.kind is BlockKind.PARAGRAPH and not after.block.breaks


def _is_step(lines: Sequence[Line], at: int) -> bool:
    """Whether it is counted on from a step that is told: `2. Lift the leg.` above `3. Repeat 10 times.`."""
    step, before = lines[at].block.marker, lines[at - 1] if at else None
    is_told = before is not None and before.role is Role.SENTENCE and before.block.kind is BlockKind.ITEM
    number = before.block.marker.strip("().:") if before and is_told else ""
    return number.isdecimal() and step.strip("().:") == str(int(number) + 1)


def are_counted(lines: Sequence[Line]) -> bool:
    """Whether two lines are exercises with their amounts."""
    return len(lines) > 1 and all(one.is_counted for one in lines)


def below(lines: Sequence[Line], at: int) -> Line | None:
    """The next line of the session, if there is one."""
    return next((one for one in lines[at + 1 :] if one.role is not Role.NOISE), None)


def is_above_text(lines: Sequence[Line], at: int) -> bool:
    """Whether what stands right below a line that is no item is told of it."""
    told = (one.role in _TOLD and one.block.kind is BlockKind.PARAGRAPH for one in lines[at + 1 : at + 2])
    return lines[at].block.kind is not BlockKind.ITEM and any(told)


_TOLD = frozenset({Role.SENTENCE, Role.AMOUNT, Role.STATEMENT})


def is_above_sentences(lines: Sequence[Line], at: int) -> bool:
    """Whether it is called as exercises are, above sentences of which none begins with what else they may call."""
    line, below = lines[at], lines[at + 1 : at + 2]
    if not below or below[0].role is not Role.EXERCISE or not ends_with_movement(line.text):
        return False
    text, name = below[0].text, below[0].name.text
    is_right_below = below[0].block.kind is BlockKind.PARAGRAPH and not below[0].block.breaks
    words = len(re.findall(r"[^\W\d_]{2,}", text[: max(text.find(name), 0)]))
    is_within = words > 1 if len(sentences_in(text)) > 1 else words >= LEAST_WORDS_BEFORE
    return is_right_below and is_within


def names_those_below(lines: Sequence[Line], at: int) -> bool:
    """Whether what stands behind the title at `at` only names the exercises that come below with their amounts.

    Or the one whose name stands alone right below: `Day 1: Squat` above `Squat`.
    """
    line = lines[at]
    if any(one.role is Role.NAME and bare_words(one.text) == bare_words(line.tail) for one in lines[at + 1 : at + 2]):
        return True
    inside = takewhile(lambda one: one.role is not Role.TITLE and not one.is_heading, lines[at + 1 :])
    counted = [set(bare_words(one.name.text)) for one in inside if one.is_counted and one.calls_exercise]
    called = set(bare_words(line.tail))
    return len(counted) > 1 and not parts_of(line.tail).parts and all(one and one <= called for one in counted)
