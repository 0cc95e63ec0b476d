"""A list's items are alike: what is written as those beside it that are exercises is one, whatever it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.lines import Line, Role, line_of
from voicecoach.authoring.rules.movements import has_movement
from voicecoach.authoring.rules.names import in_both, name_in, reads_as_name, unlabelled
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.section_words import SECTION

LEAST_KNOWN = 2
MOST_WORDS = 6
_NAME = r"[^\W\d_][^\x01:,;.!?()|]*?"
_FORMS = tuple(
    re.compile(one)
    for one in (
        rf"(?P<name>{_NAME})\s*(?P<sign>[-–—:,(|]|(?<=\s))\s*(?P<amount>\x01)[^.!?]*",  # Squat - 3x10
        rf"(?P<amount>\x01)\s*(?P<sign>x|of)?\s*(?P<name>{_NAME})(?:\s*[,(][^.!?]*)?",  # 10 squats
        rf"(?P<name>{_NAME})",  # Squat
    )
)
_TOLD = re.compile(rf"(?P<name>{_NAME})(?P<sign>\s+[-–—]\s+|:\s+)(?P<tail>[^\W\d_].*)")
"""A name with what is told of it behind: `Squat - sit back`."""
_READ = frozenset({Role.EXERCISE, Role.NAME, Role.SENTENCE, Role.TITLE})
_PARTING = frozenset({Role.TITLE, Role.RULES, Role.EQUIPMENT, Role.END, Role.NOISE})
_DASHES = str.maketrans("–—", "--")


@dataclass(frozen=True)
class _Shape:
    """How a line is written: `written` is the same for lines that are alike; `tail` is told behind the name."""

    written: str
    name: str
    tail: str = ""
    has_amount: bool = False


def read_alike(lines: Sequence[Line]) -> list[Line]:
    """The lines; in each list those that are written as its exercises are exercises as well."""
    found = {at: ones for group in _lists(lines) for at, ones in _alike([(at, lines[at]) for at in group])}
    return [one for at, line in enumerate(lines) for one in found.get(at, (line,))]


def _lists(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Where the lines of lists stand: items of one depth with one kind of sign, or paragraphs without a space between.

    What stands behind or below one of them tells of it, and parts no list.
    """
    open_ones = list[list[int]]()
    for at, line in enumerate(lines):
        if at and _is_beside(lines[at - 1], line):
            continue
        while open_ones and not _is_within(lines[open_ones[-1][-1]], line):
            yield open_ones.pop()
        if open_ones and _is_in_same(lines[open_ones[-1][-1]], line):
            open_ones[-1].append(at)
        else:
            open_ones.append([at])
    yield from reversed(open_ones)


def _is_beside(before: Line, line: Line) -> bool:
    """Whether it stands behind another on its line, or right below an item without being one."""
    is_told = line.block.kind is BlockKind.PARAGRAPH and not line.block.breaks
    return is_told and (line.block.line == before.block.line or before.block.kind is BlockKind.ITEM)


def _is_within(before: Line, line: Line) -> bool:
    """Whether a line goes on with a list, or is an item below one of its items."""
    is_deeper = before.block.kind is line.block.kind is BlockKind.ITEM and line.block.level > before.block.level
    return is_deeper or _is_in_same(before, line)


def _is_in_same(before: Line, line: Line) -> bool:
    block, other = before.block, line.block
    if block.kind is BlockKind.PARAGRAPH:
        is_close = other.kind is block.kind and not other.breaks
        return is_close and not {before.role, line.role} & _PARTING
    is_alike = block.marker[:1].isalnum() == other.marker[:1].isalnum()
    return block.kind is other.kind is BlockKind.ITEM and block.level == other.level and is_alike


def _alike(group: Sequence[tuple[int, Line]]) -> Iterator[tuple[int, tuple[Line, ...]]]:
    shapes = [_shape(line) for _, line in group]
    known = Counter(one.written for (_, line), one in zip(group, shapes, strict=True) if one and _is_known(line, one))
    written = Counter(one.written for one in shapes if one)
    for (at, line), shape in zip(group, shapes, strict=True):
        if shape and (_are_exercises(shape, known, written) or _is_among(shape, known.total(), len(group))):
            yield at, tuple(_as_exercise(line, shape))


def _are_exercises(shape: _Shape, known: Mapping[str, int], written: Mapping[str, int]) -> bool:
    """Whether enough of those that are written so are called as exercises are; with an amount two of them do."""
    count = known[shape.written]
    return count >= LEAST_KNOWN and (shape.has_amount or 2 * count >= written[shape.written])


def _is_among(shape: _Shape, known: int, items: int) -> bool:
    """Whether a name with an amount stands in a list of exercises, however those are written."""
    return shape.has_amount and known >= LEAST_KNOWN and 2 * known >= items and reads_as_name(shape.name)


def _shape(line: Line) -> _Shape | None:
    """How a line is written that may name an exercise."""
    if line.role not in _READ or line.tail or line.facts.is_of_section or _is_title(line):
        return None
    text = unlabelled(line.text)
    rest = unlabelled(" ".join(parts_of(text).rest.split())).strip(" .")
    for form in (*_FORMS, _TOLD):
        found = form.fullmatch(text if form is _TOLD else rest)
        if form is _TOLD and in_both(text):
            return None
        if found and len(found["name"].split()) <= MOST_WORDS:
            return _shaped(line, found)
    return None


def _shaped(line: Line, found: re.Match[str]) -> _Shape | None:
    said = found.groupdict(default="")
    written = f"{_FORMS.index(found.re) if found.re in _FORMS else ''}{said.get('sign', '').strip().translate(_DASHES)}"
    has_amount = "amount" in said
    is_kept = line.facts.says_anything or not has_amount
    return _Shape(written, said["name"], said.get("tail", ""), has_amount=has_amount) if is_kept else None


def _is_title(line: Line) -> bool:
    is_item = line.block.kind is BlockKind.ITEM
    return bool(SECTION.fullmatch(line.name.text)) or (line.role is Role.TITLE and not is_item)


def _is_known(line: Line, shape: _Shape) -> bool:
    return line.role in {Role.EXERCISE, Role.NAME} and has_movement(shape.name)


def _as_exercise(line: Line, shape: _Shape) -> Iterator[Line]:
    """The line as an exercise; what is told behind its name stands below it."""
    if shape.tail:
        yield replace(line_of(replace(line.block, text=shape.name)), role=Role.NAME, is_listed=True)
        told = line_of(Block(BlockKind.PARAGRAPH, shape.tail, line.block.line))
        yield told if told.facts.says_anything else replace(told, role=Role.SENTENCE, tail="")
    elif not shape.has_amount:
        is_name = line.role is Role.NAME or reads_as_name(shape.name)
        yield replace(line, role=Role.NAME, is_listed=True) if is_name else line
    elif line.role is Role.EXERCISE or not (name := name_in(shape.name)).text:
        yield line
    else:
        yield replace(line, role=Role.EXERCISE, name=name, is_listed=True)
