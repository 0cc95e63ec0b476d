"""A list's items are alike: what is written as those beside it that are exercises is one, whatever it is called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import is_position, is_told, name_in, reads_as_name, unlabelled
from voicecoach.authoring.rules.exercise_names.whole_names import in_both
from voicecoach.authoring.rules.language.moment_words import FOR_SOME
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.language.sentence_words import MOVED, MOVES, SENTENCE
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.said import SAME
from voicecoach.authoring.rules.passes.neighbours import are_in_one_list, is_halved
from voicecoach.late_patterns import late

LEAST_KNOWN = 2
MOST_WORDS = 6
_NAME = r"[^\W\d_][^\x01:,;.!?()|]*?"
_FORMS = tuple(
    re.compile(one)
    for one in (
        rf"(?P<name>{_NAME})\s*(?P<sign>[-–—:,(|]|(?<=\s))\s*(?P<amount>\x01).*",  # Squat - 3x10
        rf"(?P<amount>\x01)\s*(?P<sign>x|of)?\s*(?P<name>{_NAME})(?:\s*[,(][^.!?]*)?",  # 10 squats
        rf"(?P<name>{_NAME})",  # Squat
    )
)
_PLAIN = _FORMS[-1]
_TOLD = re.compile(rf"(?P<name>{_NAME})(?P<sign>\s+[-–—]\s+|:\s+|,\s+)(?P<tail>[^\W\d_].*)")
"""A name with what is told of it behind: `Squat - sit back`."""
_LABEL = re.compile(r"(?P<label>[A-Z][^\W\d_]+(?: [^\W\d_]+){0,2})\s*:")
"""What a part of what is told of an exercise is headed with: `Starting position: ...`."""
_REMARK = re.compile(r"(?<=\w)\s*\([^()\x01]*\)(?=\s*[-–—:,]?\s*\x01)")
"""What stands in brackets between a name and its amount."""
_LOOSE = late(
    r"(?:with|and|or|for|in|on|at|by|from|to|of|then|but|so|every|no|not|as|than|while|until)\b", re.IGNORECASE
)
"""How a line begins that goes on from the one above."""
_BEHIND = "told"
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
    lines = _counted_alike(_labelled_alike([_headed(lines, at) for at in range(len(lines))]))
    halved = {at for at in range(len(lines)) if is_halved(lines[at : at + 2])}
    found = {at: ones for group in _lists(lines) for at, ones in _alike([(at, lines[at]) for at in group], halved)}
    return [one for at, line in enumerate(lines) for one in found.get(at, (line,))]


def _headed(lines: Sequence[Line], at: int) -> Line:
    """The line; a title that has nothing but sets below it is an exercise, where one beside it is written so."""
    line, beside = lines[at], [one for one in (at - 2, at + 2) if one >= 0 and _has_sets(lines, one)]
    is_title = line.role is Role.TITLE or (
        line.role is Role.NOISE and line.is_heading and ends_with_movement(line.text)
    )
    is_alike = is_title and _has_sets(lines, at) and any(_is_exercise(lines[one]) for one in beside)
    is_part = bool(SECTION.fullmatch(line.text.strip(" :"))) or line.facts.says_anything
    return replace(line, role=Role.NAME, is_listed=True) if is_alike and not is_part and not line.tail else line


def _labelled_alike(lines: Sequence[Line]) -> list[Line]:
    """The lines; what stands above the same label as exercises do is one as well: `Purpose: ...` below each name."""
    labels = {at: found for at in range(len(lines)) if (found := _label_below(lines, at))}
    known = Counter(labels[at] for at in labels if _is_exercise(lines[at]))
    written = Counter(labels.values())
    named = {at for at, label in labels.items() if known[label] >= LEAST_KNOWN and 2 * known[label] >= written[label]}
    return [
        replace(line, role=Role.NAME, is_listed=True) if at in named and not _is_exercise(line) else line
        for at, line in enumerate(lines)
    ]


def _counted_alike(lines: Sequence[Line]) -> list[Line]:
    """The lines; a heading that is counted as those of exercises are is one as well: `2. Chest pass against wall`."""
    counted = [at for at, line in enumerate(lines) if line.is_heading and _is_counted_name(line)]
    known = sum(_is_exercise(lines[at]) for at in counted)
    is_list = known >= LEAST_KNOWN and 2 * known >= len(counted)
    named = {at for at in counted if is_list and not lines[at].facts.says_anything}
    named |= _items_with_colon(lines)
    return [_called(line) if at in named else line for at, line in enumerate(lines)]


def _called(line: Line) -> Line:
    """A line that calls an exercise; an item without the colon behind it."""
    text = line.text.rstrip(" :") if line.block.kind is BlockKind.ITEM else line.text
    return replace(line, block=replace(line.block, text=text), role=Role.NAME, is_listed=True)


def _items_with_colon(lines: Sequence[Line]) -> set[int]:
    """Counted items that are a name with a colon and nothing behind, among others that call exercises."""
    items = [at for at, one in enumerate(lines) if one.block.kind is BlockKind.ITEM and one.block.marker[:1].isdigit()]
    if sum(_is_exercise(lines[at]) for at in items) < LEAST_KNOWN:
        return set()
    return {at for at in items if _is_bare_title(lines[at]) and not _is_above_deeper(lines[at : at + 2])}


def _is_bare_title(line: Line) -> bool:
    name = line.text.strip(" :")
    is_plain = line.role in {Role.TITLE, Role.NAME} and not line.tail and not line.facts.says_anything
    return is_plain and line.text.rstrip().endswith(":") and ends_with_movement(name) and not SECTION.fullmatch(name)


def _is_above_deeper(pair: Sequence[Line]) -> bool:
    """Whether the second of two lines stands in a list below the first, or is an exercise that it heads."""
    below = pair[1:]
    is_deeper = bool(below) and below[0].block.kind is BlockKind.ITEM and below[0].block.level > pair[0].block.level
    is_other_list = bool(below) and below[0].block.marker[:1] in {*"-*•–"}
    return is_deeper or is_other_list


def _is_counted_name(line: Line) -> bool:
    text = _COUNTED.sub("", line.text).strip(" :")
    return text != line.text.strip(" :") and not SECTION.fullmatch(text) and not line.tail


_COUNTED = re.compile(r"(?:exercise\s+)?#?\d{1,2}[.):]\s*(?=[^\W\d_])", re.IGNORECASE)


def _label_below(lines: Sequence[Line], at: int) -> str:
    """What the paragraph right below what may be a name is headed with, `""` for nothing."""
    line, below = lines[at], lines[at + 1 : at + 2]
    is_plain = line.block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and not line.block.marker
    is_name = is_plain and line.role in {Role.NAME, Role.TITLE} and not line.facts.says_anything and not line.tail
    if not below or not is_name or below[0].block.kind is not BlockKind.PARAGRAPH:
        return ""
    found = _LABEL.match(f"{below[0].block.marker} {below[0].text}".strip())
    return found["label"].lower() if found and not SECTION.fullmatch(line.text.strip(" :")) else ""


def _has_sets(lines: Sequence[Line], at: int) -> bool:
    """Whether right below a line there are sets and nothing else."""
    below = lines[at + 1 : at + 2]
    is_alone = bool(below) and below[0].role is Role.AMOUNT and (lines[at].is_heading or not below[0].block.breaks)
    return is_alone and bool(below[0].facts.sets) and below[0].facts.has_amount


def _is_exercise(line: Line) -> bool:
    return line.role is Role.NAME and has_movement(line.text)


def _lists(lines: Sequence[Line]) -> Iterator[list[int]]:
    """Where the lines of lists stand: items of one depth with one kind of sign, or paragraphs without a space between.

    Those with their sets may have one between.

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
        is_close = other.kind is block.kind and (
            not other.breaks or (_has_whole_amount(before) and _has_whole_amount(line))
        )
        return is_close and not any(one.role in _PARTING and not _is_labelled(one) for one in (before, line))
    is_alike = block.marker[:1].isalnum() == other.marker[:1].isalnum()
    return are_in_one_list(block, other) and is_alike


def _has_whole_amount(line: Line) -> bool:
    return bool(line.facts.sets) and line.facts.has_amount


def _alike(group: Sequence[tuple[int, Line]], halved: set[int]) -> Iterator[tuple[int, tuple[Line, ...]]]:
    shapes = [_shape(line) if at not in halved else _told(_shape(line)) for at, line in group]
    known = Counter(one.written for (_, line), one in zip(group, shapes, strict=True) if one and _is_known(line, one))
    written = Counter(one.written for one in shapes if one)
    for (at, line), shape in zip(group, shapes, strict=True):
        if shape and _is_beside_exercises(shape, line, group):
            yield at, (replace(line, role=Role.SENTENCE),)
        elif shape and (_are_exercises(shape, known, written) or _is_among(shape, known.total(), len(group))):
            yield at, tuple(_as_exercise(line, shape))


def _are_exercises(shape: _Shape, known: Mapping[str, int], written: Mapping[str, int]) -> bool:
    """Whether enough of those that are written so are called as exercises are; with an amount two of them do."""
    count = known[shape.written]
    is_enough = count >= LEAST_KNOWN and (shape.has_amount or 2 * count >= written[shape.written])
    is_sentence = is_told(shape.name) or bool(SENTENCE.search(shape.name))
    is_told_of = shape.has_amount and is_sentence and not MOVED.fullmatch(shape.name)
    is_place = is_position(shape.name) and bool(MOVES.match(shape.tail))
    return is_enough and not is_told_of and not is_place


def _is_beside_exercises(shape: _Shape, line: Line, group: Sequence[tuple[int, Line]]) -> bool:
    """Whether something that isn't called as exercises are alone has no amount in a list where most have one."""
    if line.role is not Role.NAME or shape.has_amount or shape.tail or has_movement(line.text):
        return False
    counted = sum(one.is_counted for _, one in group)
    return counted > LEAST_KNOWN and 3 * counted >= 2 * (len(group) - 1)


def _is_among(shape: _Shape, known: int, items: int) -> bool:
    """Whether a name with an amount stands in a list of exercises, however those are written."""
    return shape.has_amount and known >= LEAST_KNOWN and 2 * known >= items and reads_as_name(shape.name)


_FOR_SOME = in_any_case(rf"{FOR_SOME}\s*(?::|\s[-–—])")
"""What is done instead of the exercise above, and none of the list: `Low impact modification: step out`."""


def _shape(line: Line) -> _Shape | None:
    """How a line is written that may name an exercise."""
    text = unlabelled(line.text)
    if line.role not in _READ or line.facts.is_of_section or _is_title(line) or _FOR_SOME.match(text):
        return None
    if (found := SAME.search(text)) and _PLAIN.fullmatch(text[: found.start()]):
        return _Shape("same", text[: found.start()], has_amount=True)
    rest = unlabelled(" ".join(_REMARK.sub("", parts_of(text).rest).split())).strip(" .")
    for form in (*_FORMS, _TOLD):
        found = form.fullmatch(text if form is _TOLD else rest)
        if form is _TOLD and in_both(text):
            return None
        if found and form is _TOLD and found["sign"].startswith(",") and not is_told(found["tail"]):
            continue
        if found and len(found["name"].split()) <= MOST_WORDS:
            return _shaped(line, found)
    return None


def _told(shape: _Shape | None) -> _Shape | None:
    """The shape of a name that something is told of behind it, on its line."""
    return replace(shape, written=_BEHIND) if shape and not shape.has_amount else shape


def _shaped(line: Line, found: re.Match[str]) -> _Shape | None:
    said = found.groupdict(default="")
    if found.re.pattern == _TOLD.pattern:
        return _Shape(_BEHIND, said["name"], said["tail"])
    written = f"{_FORMS.index(found.re)}{said.get('sign', '').strip().translate(_DASHES)}"
    has_amount = "amount" in said
    if not has_amount and line.text.rstrip().endswith("."):
        written += "."  # `Chest up.` below names without a stop
    is_breathed = any("breath" in one for one in line.facts.notes)
    is_kept = _says_how_much(line.facts) or is_breathed or not has_amount
    return _Shape(written, said["name"], has_amount=has_amount) if is_kept else None


def _says_how_much(facts: Facts) -> bool:
    """Whether it says more than a rest, or a side."""
    return replace(facts, rest_s=None, sides=None, notes=()).says_anything


def _is_title(line: Line) -> bool:
    name, is_item = line.name.text, line.block.kind is BlockKind.ITEM
    if SECTION.fullmatch(name) and not ends_with_movement(name):
        return True
    return line.role is Role.TITLE and (bool(line.tail) or not is_item) and not _is_labelled(line)


def _is_labelled(line: Line) -> bool:
    """Whether sets alone stand behind what looks like a title: `Hip wobbler: 3 sets of 12`."""
    if not line.tail:
        return False
    label, tail = line.text.removesuffix(line.tail).strip(" :-–—"), parts_of(line.tail).rest
    is_sets = line.role is Role.TITLE and bool(line.facts.sets) and line.facts.has_amount
    return is_sets and not re.search(r"[^\W\d_]{3}", tail) and not SECTION.fullmatch(label)


def _is_known(line: Line, shape: _Shape) -> bool:
    return line.calls_exercise and has_movement(shape.name)


def _as_exercise(line: Line, shape: _Shape) -> Iterator[Line]:
    """The line as an exercise; what is told behind its name stands below it."""
    if shape.tail:
        yield replace(line_of(replace(line.block, text=shape.name)), role=Role.NAME, is_listed=True)
        told = line_of(Block(BlockKind.PARAGRAPH, shape.tail, line.block.line))
        yield told if told.facts.says_anything else replace(told, role=Role.SENTENCE, tail="")
    elif not shape.has_amount:
        yield _as_name(line, shape.name)
    elif line.role is Role.EXERCISE or not (name := name_in(shape.name)).text:
        yield line
    else:
        yield replace(line, role=Role.EXERCISE, name=name, is_listed=True)


def _as_name(line: Line, text: str) -> Line:
    """A line without an amount as a name; as what is told, if it only goes on from the one above."""
    if _LOOSE.match(text):
        return replace(line, role=Role.SENTENCE)
    is_name = line.role is Role.NAME or reads_as_name(text)
    return replace(line, role=Role.NAME, is_listed=True) if is_name else line
