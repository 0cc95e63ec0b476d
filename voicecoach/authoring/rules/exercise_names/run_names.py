"""Exercises in one line with nothing but spaces between them, or without these, as a copied page has them.

`Jump squat Mountain climbers Sit-ups`; `10 burpees15 toe taps20 lunges`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import without_brackets
from voicecoach.authoring.rules.exercise_names.names import reads_as_name
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.late_patterns import late

LEAST_NAMES, LEAST_COUNTED, LEAST_GLUED, MOST_WORDS = 3, 3, 2, 5
_LABEL = re.compile(r"(?P<label>[A-Z][\w-]*(?: [\w-]+){0,3}:)\s+(?P<names>\S.*)")
_CAPITAL = re.compile(r"\s+(?=[A-Z])")
_SMALL = re.compile(r"\s[a-z]{3,}")
_PLURAL = late(r"(?<=[A-Za-z][a-z]s)(?<!ss)\s+(?=[A-Z])")
_LONG = r"(?:x|×|sec(?:ond)?s?|s|min(?:ute)?s?|reps?)"
_GLUED = re.compile(rf"(?<=[a-z)])(?=\d{{1,3}} ?{_LONG}? [a-z])", re.IGNORECASE)
_APART = re.compile(rf"(?<=[a-z)])\s+(?=\d{{1,3}} ?{_LONG}? [a-z])", re.IGNORECASE)
_COUNTED = in_any_case(rf"\d{{1,3}} ?{_LONG}? (?P<name>[a-z][^\d,;:.]*)")


def by_run_names(block: Block) -> Iterator[Block]:
    """The block; a block for each of the exercises that run on in it, and one for what they stand behind."""
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
        yield block
        return
    labelled = _LABEL.fullmatch(block.text)
    label, text = (labelled["label"], labelled["names"]) if labelled else ("", block.text)
    names = _run(text.strip(" .")) or ([] if label else _counted(text.strip(" .")))
    if not names:
        yield block
        return
    if label:
        yield replace(block, text=label)
    level = block.level + 1 if label and block.kind is BlockKind.ITEM else block.level
    for at, one in enumerate(names):
        breaks = block.breaks if not (at or label) else 0
        yield replace(block, kind=BlockKind.ITEM, text=one, marker="-", level=level, breaks=breaks)


def _run(text: str) -> list[str]:
    """The names of a line that begin with a capital each, or each end in the plural; none if it may be one."""
    if any(one.isdecimal() or one in "(),&+/" for one in text) or not text[:1].isupper():
        return []
    by_capital = _CAPITAL.split(text)
    are_small = 2 * sum(bool(_SMALL.search(one)) for one in by_capital) >= len(by_capital)
    names = by_capital if are_small else _PLURAL.split(text)
    are_called = len(names) >= LEAST_NAMES and all(map(_is_called, names))
    return names if are_called else []


def _is_called(name: str) -> bool:
    return len(name.split()) <= MOST_WORDS and reads_as_name(name) and ends_with_movement(name)


def _counted(text: str) -> list[str]:
    """The exercises of a line that begins each with its count; the first may have lost it."""
    glued = [one.strip() for one in _GLUED.split(text)]
    pieces = [piece.strip() for one in glued for piece in _APART.split(one)]
    found = [_COUNTED.fullmatch(one) for one in pieces]
    names = [one["name"] if one else piece for one, piece in zip(found, pieces, strict=True)]
    is_run = len(pieces) >= LEAST_COUNTED or len(glued) >= LEAST_GLUED
    is_counted = is_run and all(found[1:]) and (bool(found[0]) or len(glued) > LEAST_GLUED)
    return pieces if is_counted and all(_is_called(without_brackets(one)) for one in names) else []
