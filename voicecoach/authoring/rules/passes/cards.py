"""Exercises that each have a short line, and below it what is told of them: what stands among such is one as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.language.sentence_words import BODY, IMPERATIVE, MOVED
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.passes.muscles_named import MUSCLE
from voicecoach.late_patterns import late

LEAST_KNOWN, LEAST_AROUND, MOST_WORDS, MOST_LINES_OF_ONE = 2, 3, 6, 12
_ENDED = re.compile(r"[.!?:,;]$")
_SENTENCE = late(r"(?:\S+\s+){4,}\S+[.!)]$")
_OF_EACH = late(
    r"\b(?:each|every|all)\b.{0,12}\b(?:exercises?|moves?|drills?|stretch(?:es)?|poses?|one)\b", re.IGNORECASE
)
_CALLED = frozenset({Role.SENTENCE, Role.NAME, Role.TITLE})
_TOLD = frozenset({Role.SENTENCE, Role.AMOUNT, Role.STATEMENT, Role.EXERCISE})


@dataclass(frozen=True)
class _Shape:
    """How the line of an exercise stands above what is told of it: with a blank line between, with a colon."""

    is_apart: bool
    has_colon: bool


def with_cards(lines: Sequence[Line]) -> list[Line]:
    """The lines; a short one between two exercises that are told about below their names is one of them."""
    lines = [replace(one, role=Role.SENTENCE) if _is_first_told(lines, at) else one for at, one in enumerate(lines)]
    among = [*_of_one_shape(lines), *_behind_amounts(lines), *_above_orders(lines)]
    called = [at for at in among if lines[at].role in _CALLED]
    named = {at for at in called if _is_muscle(lines[at]) or not SECTION.match(lines[at].text)}
    return [replace(one, role=Role.NAME, is_listed=True) if at in named else one for at, one in enumerate(lines)]


def _of_one_shape(lines: Sequence[Line]) -> Iterator[int]:
    """Where lines stand among known names that stand so; with a blank line below, those that have an amount there."""
    found = [(at, shape) for at in range(len(lines)) if (shape := _shape_of_head(lines, at))]
    for shape in {shape: None for _, shape in found}:
        heads = [at for at, other in found if other == shape]
        known = [at for at in heads if lines[at].role is Role.NAME and has_movement(lines[at].text)]
        is_counted = shape.is_apart and any(_is_prescribed(lines, at, heads) for at in known)
        for at in (*_between(heads, known), *_beside(lines, heads, known)):
            if not is_counted or _is_prescribed(lines, at, heads):
                yield at


def _behind_amounts(lines: Sequence[Line]) -> list[int]:
    """Where short lines stand right behind an amount, without a blank line, as known names there do."""
    heads = [at for at in range(1, len(lines)) if _is_behind_amount(lines, at)]
    known = [at for at in heads if lines[at].role is Role.NAME and has_movement(lines[at].text)]
    return [at for at in _between(heads, known) if _is_prescribed(lines, at, heads)]


def _above_orders(lines: Sequence[Line]) -> Iterator[int]:
    """Where lines call a muscle, or are counted through, that each stand above an order to move a part of the body."""
    for is_head, is_beside in ((_is_counted_off, _MINDED.match), (_is_muscle, None)):
        heads = [at for at, line in enumerate(lines) if is_head(line)]
        told = [at for at in heads if any(_is_moved(one) for one in lines[at + 1 : at + 2])]
        told = [at for at in told if not (is_beside and is_beside(lines[at + 1].text))]
        if len(told) >= LEAST_AROUND and 3 * len(told) >= 2 * len(heads):
            yield from told


def _is_counted_off(line: Line) -> bool:
    is_item = line.block.kind is BlockKind.ITEM and line.block.marker[:1].isdecimal()
    return is_item and len(line.text.split()) <= MOST_WORDS and not line.facts.says_anything


def _is_muscle(line: Line) -> bool:
    """Whether it calls muscles and nothing else: `Hamstrings/hip flexors`."""
    is_apart = line.block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and not line.facts.says_anything
    muscles = _AND.split(line.text.strip(" :")) if is_apart and len(line.text.split()) <= MOST_WORDS else []
    return bool(muscles) and all(MUSCLE.fullmatch(one) for one in muscles)


def _is_moved(line: Line) -> bool:
    """Whether it begins as an order, and tells of a part of the body."""
    is_plain = line.block.kind is BlockKind.PARAGRAPH and line.role in _TOLD
    return is_plain and bool(_ORDER.match(line.text)) and bool(BODY.search(line.text))


_AND = re.compile(r"\s*(?:[,&/]|\band\b)\s*", re.IGNORECASE)
_MINDED = in_any_case(r"(?:keep|avoid|make|focus|try|land|don't|do not|think|remember|imagine|never|always)\b")
"""How it begins what is only to be minded, as in tips that are counted through."""
_ORDER = in_any_case(IMPERATIVE.pattern, MOVED.pattern)


def _is_behind_amount(lines: Sequence[Line], at: int) -> bool:
    """Whether it is a short line between one that ends with an amount and one that is told."""
    line, above, below = lines[at], lines[at - 1], lines[at + 1 : at + 2]
    is_tight = not line.block.breaks and bool(below) and not below[0].block.breaks and below[0].role in _TOLD
    are_plain = all(one.block.kind is BlockKind.PARAGRAPH for one in (line, above))
    is_short = (
        len(line.text.split()) <= MOST_WORDS and line.text[:1].isupper() and not _ENDED.search(line.text.rstrip())
    )
    is_above = above.role in _TOLD and (above.facts.has_amount or bool(above.facts.sides))
    return is_tight and are_plain and is_short and is_above and not line.facts.says_anything


def _is_first_told(lines: Sequence[Line], at: int) -> bool:
    """Whether it is the first of the sentences right below a name, and a name itself anywhere else: `Step out`."""
    line, above, below = lines[at], lines[at - 1] if at else None, lines[at + 1 : at + 2]
    is_part = any(one.block.line == line.block.line and one.block.kind is BlockKind.PARAGRAPH for one in below)
    if above is None or not is_part or line.role is not Role.NAME or line.block.breaks:
        return False
    is_name = above.role is Role.NAME and (above.block.breaks > 0 or at == 1) and has_movement(above.text)
    are_plain = line.block.kind is above.block.kind is BlockKind.PARAGRAPH and above.block.line != line.block.line
    return is_name and are_plain and not _ENDED.search(above.text.rstrip()) and bool(IMPERATIVE.match(line.text))


def _beside(lines: Sequence[Line], heads: Sequence[int], known: Sequence[int]) -> Iterator[int]:
    """Those heads right before and behind the known ones that are prescribed as those are."""
    if len(known) < LEAST_AROUND or not set(known) <= set(heads):
        return
    places = [heads.index(known[0]), heads.index(known[-1])]
    for found in (heads[: places[0]][::-1], heads[places[1] + 1 :]):
        yield from takewhile(lambda at: _is_prescribed(lines, at, heads), found)


def _is_prescribed(lines: Sequence[Line], at: int, heads: Sequence[int]) -> bool:
    """Whether an amount is told below a head, or above it one for each of what comes."""
    end = next((one for one in heads if one > at), at + MOST_LINES_OF_ONE)
    told = takewhile(lambda one: one.role in _TOLD, lines[at + 1 : min(end, at + MOST_LINES_OF_ONE)])
    is_counted = any(one.facts.has_amount and one.role is not Role.EXERCISE for one in told)
    above = lines[at - 1] if at else None
    return is_counted or (above is not None and above.role is Role.STATEMENT and bool(_OF_EACH.search(above.text)))


def _between(heads: Sequence[int], known: Sequence[int]) -> list[int]:
    """Those heads that stand between known ones, if most of all that stand there are known."""
    if len(known) < LEAST_KNOWN:
        return []
    among = [at for at in heads if known[0] < at < known[-1]]
    are_most = 2 * len(known) >= len(among) + LEAST_KNOWN
    are_close = all(after - at <= MOST_LINES_OF_ONE for at, after in pairwise(known))
    return among if are_most and are_close else []


def _shape_of_head(lines: Sequence[Line], at: int) -> _Shape | None:
    """How a short line after a blank one stands, right above something that is told; `None` for any other line."""
    line, below = lines[at], lines[at + 1 : at + 2]
    text = line.text.rstrip()
    is_short = len(text.split()) <= MOST_WORDS and not _ENDED.search(text.removesuffix(":"))
    is_plain = line.block.kind is BlockKind.PARAGRAPH and line.block.breaks > 0 and not line.facts.says_anything
    if not (is_plain and is_short and below and below[0].role in _TOLD):
        return None
    shape = _Shape(is_apart=below[0].block.breaks > 0, has_colon=text.endswith(":"))
    is_sentence = below[0].block.kind is BlockKind.PARAGRAPH and bool(_SENTENCE.search(below[0].text.rstrip()))
    if shape.is_apart:
        return shape if is_sentence else None
    return None if shape.has_colon else shape
