"""Heads that each stand above what is done, and how long or how often: exercises, whatever they are called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.exercise_names.names import Name, is_told, unlabelled
from voicecoach.authoring.rules.language.moment_words import SETUP
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.language.sentence_words import BODY, FOR_ALL
from voicecoach.authoring.rules.language.words import GENERIC
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.title_lines import is_sentence
from voicecoach.authoring.rules.passes.muscles_named import MUSCLE
from voicecoach.authoring.rules.passes.parting import BEGUN
from voicecoach.authoring.rules.passes.told_labels import is_head
from voicecoach.authoring.rules.prose.in_sentences import told_in

LEAST_KNOWN, MOST_FOR_ONE_KNOWN, MOST_WORDS, MOST_LINES_OF_ONE, MOST_WORDS_COUNTED = 2, 3, 6, 10, 9
LEAST_LETTERS = 4
_HEADS = frozenset({Role.NAME, Role.SENTENCE, Role.TITLE})
_TOLD = frozenset({Role.SENTENCE, Role.AMOUNT, Role.STATEMENT})
_STOPS = (".", "!", "?", ",", ";")
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_TAILED = re.compile(r"(?P<head>[^:–—]{3,40}?)(?::|\s[-–—])\s+(?P<tail>\S.*)", re.DOTALL)
_OF_SEVERAL = in_any_case(
    r"\b(?:stretches|stretching|exercises|moves|movements|poses|drills|routine|sequence|series)\b"
)


@dataclass(frozen=True)
class _Shape:
    """How a head is written: as what, counted or not, in capitals, apart from what stands above it."""

    kind: BlockKind
    level: int
    is_counted: bool
    is_in_capitals: bool
    is_apart: bool


def with_told_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines; of heads that are written alike and told of alike, `Calves` is an exercise as `Hip opener` is."""
    apart = [one for line in lines for one in _with_tail_apart(line)]
    shapes = {at: shape for at in range(len(apart)) if (shape := _shape(apart, at))}
    runs = [run for shape in dict.fromkeys(shapes.values()) for run in _runs(apart, shapes, shape) if run]
    known = [run for one in runs if _are_known(apart, run := _with_first(apart, shapes, one))]
    if not known:
        return list(lines)
    named = {at for run in known for at in run}
    titles = {at for run in known for at in _title_above(apart, run[0], named)}
    return [_read(line, is_head=at in named, is_title=at in titles) for at, line in enumerate(apart)]


def _read(line: Line, *, is_head: bool, is_title: bool) -> Line:
    if is_head:
        return replace(line, role=Role.NAME, is_listed=True, tail="")
    return replace(line, role=Role.TITLE, tail="") if is_title else line


def _with_tail_apart(line: Line) -> Iterator[Line]:
    """The line; a muscle apart from what is told of it right behind: `Calves: lean against a wall`."""
    found = _TAILED.match(line.text) if line.facts.has_amount and line.block.kind in _PLAIN else None
    if found and MUSCLE.fullmatch(unlabelled(found["head"]).strip(" *")) and _tells(found["tail"]):
        head = unlabelled(found["head"]).strip(" *")
        yield Line(replace(line.block, text=head), Role.TITLE, Facts(), Name(head))
        line = line_of(replace(line.block, kind=BlockKind.PARAGRAPH, text=found["tail"], marker="", breaks=0))
    yield line


def _tells(tail: str) -> bool:
    return is_told(tail) and not told_in(tail).exercises


def _shape(lines: Sequence[Line], at: int) -> _Shape | None:
    """How a line is written that may be a head, `None` for any other."""
    line = lines[at]
    text = unlabelled(line.text).strip()
    is_counted = line.block.marker[:1].isdecimal()
    most = MOST_WORDS_COUNTED if is_counted and _WHAT_FOR.match(text) else MOST_WORDS
    is_called = not is_sentence(text) or bool(_OF_THE_BODY.fullmatch(text))
    is_short = 0 < len(text.split()) <= most and not text.endswith(_STOPS) and is_called
    is_called = text[:1].isupper() and (is_short or _is_titled(text) or is_head(line.block, is_right_above=True))
    is_free = line.role in _HEADS and not (line.facts.says_anything or line.tail)
    if not (is_called and is_free) or _is_of_several(text.rstrip(" :")):
        return None
    is_item = line.block.kind is BlockKind.ITEM
    is_apart = line.block.breaks > 0 and not is_item
    return _Shape(line.block.kind, line.block.level, is_counted, text.isupper(), is_apart)


_WHAT_FOR = in_any_case(r"(?:to|for)\s+(?:stretch|strengthen|loosen|mobili[sz]e|relax|open|free|work|relieve|ease)\b")
"""How it begins that a head says what its exercise is for: `To stretch the upper back and ease its aches`."""
_OF_THE_BODY = in_any_case(
    rf"(?:to\s+)?[a-z]+(?:\s+(?:up|down|out|in))?\s+(?:your|both|the)\s+(?:[a-z]+\s+){{0,2}}{BODY.pattern}"
)
"""A head that tells to move a part of the body: `Shrug your shoulders`."""


def _is_titled(text: str) -> bool:
    """Whether its words are written large, as no sentence's are: `Prop Up on Elbows`."""
    long = [one for one in text.split() if len(one) >= LEAST_LETTERS]
    is_short = 1 < len(text.split()) <= MOST_WORDS and not text.endswith(_STOPS)
    return is_short and len(long) > 1 and all(one[:1].isupper() for one in long)


def _is_of_several(text: str) -> bool:
    """Whether it is the title of a part, and no muscle's: `Stretching`."""
    return bool(GENERIC.fullmatch(text) or SECTION.fullmatch(text)) and not MUSCLE.fullmatch(text)


def _runs(lines: Sequence[Line], shapes: dict[int, _Shape], shape: _Shape) -> Iterator[list[int]]:
    """Where heads of one shape follow each other, each told of right below."""
    run = list[int]()
    heads = [at for at, one in shapes.items() if one == shape]
    is_of_all = any(map(_is_of_each, lines[: heads[0]]))
    for at, end in zip(heads, [*heads[1:], None], strict=True):
        below = lines[at + 1 : min(end or len(lines), at + 1 + MOST_LINES_OF_ONE)]
        below = [_without_mentions(one) for one in below] if shape.is_counted else below
        if _is_prescribed(below if end else list(takewhile(_is_of_one, below)), is_of_all=is_of_all):
            run.append(at)
        else:
            yield run
            run = []
    yield run


def _without_mentions(line: Line) -> Line:
    """A paragraph below a counted head that tells in several sentences what to do: what it counts is that.

    `Sit tall. Raise the arms. Side bending, then arms back. Repeat 5 times` calls nothing.
    """
    is_plain = line.role is Role.SENTENCE and line.block.kind is BlockKind.PARAGRAPH
    is_told = is_plain and len(sentences_in(line.text)) >= LEAST_SENTENCES and _is_order(line)
    if not is_told or FOR_ALL.search(line.text):
        return line
    return line if len(told_in(line.text).exercises) > 1 else replace(line, role=Role.AMOUNT)


LEAST_SENTENCES = 3


def _with_first(lines: Sequence[Line], shapes: dict[int, _Shape], run: list[int]) -> list[int]:
    """The heads, with the one before them that stands otherwise below a title, or first of all."""
    shape, before = shapes[run[0]], [at for at in shapes if at < run[0]]
    if not before or shapes[before[-1]] != replace(shape, is_apart=not shape.is_apart):
        return run
    is_of_all = any(map(_is_of_each, lines[: before[-1]]))
    is_one = _is_prescribed(lines[before[-1] + 1 : run[0]], is_of_all=is_of_all)
    return [before[-1], *run] if is_one else run


def _is_of_each(line: Line) -> bool:
    """Whether it says how much is done of each: `Hold each stretch for 30 seconds`."""
    return line.role is Role.STATEMENT and line.facts.has_amount and bool(FOR_ALL.search(line.text))


def _is_prescribed(below: Sequence[Line], *, is_of_all: bool) -> bool:
    """Whether the lines below a head tell what is done and how much of it, and call no exercise."""
    is_counted = is_of_all or any(one.facts.has_amount and one.role in _TOLD for one in below)
    return is_counted and any(map(_is_order, below)) and all(map(_is_of_one, below))


def _is_of_one(line: Line) -> bool:
    """Whether it is told of the head above."""
    if line.role not in _TOLD or line.is_heading:
        return line.role is Role.NOISE
    return line.role is Role.AMOUNT or not (FOR_ALL.search(line.text) or told_in(line.text).exercises)


def _is_order(line: Line) -> bool:
    """Whether it has a sentence that begins with what to do, or with where one is."""
    return any(is_told(one) or BEGUN.match(one) or SETUP.match(one) for one in sentences_in(unlabelled(line.text)))


def _are_known(lines: Sequence[Line], run: Sequence[int]) -> bool:
    """Whether several heads are called as exercises are, or by the muscle that is stretched."""
    texts = [unlabelled(lines[at].text).strip(" :") for at in run]
    known = [one for one in texts if has_movement(one) or MUSCLE.fullmatch(one)]
    return len(known) >= LEAST_KNOWN and MOST_FOR_ONE_KNOWN * len(known) >= len(run)


def _title_above(lines: Sequence[Line], first: int, named: set[int]) -> Iterator[int]:
    """Where the title of all stands above the first head, with nothing between them that is done.

    What stands above all else is one, too, where the heads are counted: `Too much sitting` above `1. Stretch up`.
    """
    is_first = lines[first].block.marker[:2] in _FIRST
    for at in range(first - 1, -1, -1):
        line = lines[at]
        is_title = bool(_OF_SEVERAL.search(line.text)) or (at == 0 and is_first and not line.facts.says_anything)
        if line.role is Role.NAME and at not in named and is_title:
            yield at
        if line.role not in _TOLD or (line.facts.has_amount and line.role is not Role.STATEMENT):
            return


_FIRST = frozenset({"1", "1.", "1)", "1:"})


def is_told_of(lines: Sequence[Line], at: int) -> bool:
    """Whether what stands right below a muscle tells what is done and how much of it, as below no title of all."""
    if not MUSCLE.fullmatch(unlabelled(lines[at].text).strip(" :")):
        return False
    below = list(takewhile(_is_of_one, lines[at + 1 : at + 1 + MOST_LINES_OF_ONE]))
    return _is_prescribed(below, is_of_all=False)
