"""Exercises that each have a short line, and below it what is told of them: what stands among such is one as well."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.movements import has_movement
from voicecoach.authoring.rules.roles import Line, Role
from voicecoach.authoring.rules.section_words import SECTION

LEAST_KNOWN, MOST_WORDS, MOST_LINES_OF_ONE = 2, 6, 12
_ENDED = re.compile(r"[.!?:,;]$")
_READ = frozenset({Role.SENTENCE, Role.NAME})
_TOLD = frozenset({Role.SENTENCE, Role.AMOUNT, Role.STATEMENT, Role.EXERCISE})


def with_cards(lines: Sequence[Line]) -> list[Line]:
    """The lines; a short one between two exercises that are told about below their names is one of them."""
    heads = [at for at in range(len(lines)) if _is_head(lines, at)]
    known = [at for at in heads if lines[at].role is Role.NAME and has_movement(lines[at].text)]
    among = {at for at in _between(heads, known) if lines[at].role in _READ and not SECTION.match(lines[at].text)}
    return [replace(one, role=Role.NAME, is_listed=True) if at in among else one for at, one in enumerate(lines)]


def _between(heads: Sequence[int], known: Sequence[int]) -> list[int]:
    """Those heads that stand between known ones, if most of all that stand there are known."""
    if len(known) < LEAST_KNOWN:
        return []
    among = [at for at in heads if known[0] < at < known[-1]]
    are_most = 2 * len(known) >= len(among) + LEAST_KNOWN
    are_close = all(after - at <= MOST_LINES_OF_ONE for at, after in pairwise(known))
    return among if are_most and are_close else []


def _is_head(lines: Sequence[Line], at: int) -> bool:
    """Whether it is a short line after a blank one, right above something that is told."""
    line, below = lines[at], lines[at + 1 : at + 2]
    is_short = len(line.text.split()) <= MOST_WORDS and not _ENDED.search(line.text.rstrip())
    is_apart = line.block.kind is BlockKind.PARAGRAPH and line.block.breaks > 0
    is_told = bool(below) and below[0].role in _TOLD and not below[0].block.breaks
    return is_apart and is_short and is_told and not line.facts.says_anything
