"""Lines that each have an exercise with its amount, above sentences that only tell how it is done."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import is_told, named, unlabelled
from voicecoach.authoring.rules.language.moment_words import SETUP
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import FOR_ALL, MOVES
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

LEAST_HEADS, LEAST_OF_STEM = 2, 3
_TOLD = frozenset({Role.SENTENCE, Role.EXERCISE, Role.NAME})
_PRESCRIBED = in_any_case(
    r"\b(?:do|perform|complete|start|begin|finish|followed by|go straight|super-?set|then (?:a|an|some|\d))\b",
)
"""How a sentence may lead on to another exercise."""

_OF_ITS_BODY = in_any_case(r"\s(?:your|the|it|them|one|both|each|back)\b")
"""What is moved: a part of the body, or what was named before; or where to."""

_Shape = tuple[BlockKind, int, bool]
"""How a head is written: as what, how far in, counted or not."""


def with_told_below_counted(lines: Sequence[Line]) -> list[Line]:
    """The lines; of heads that are written alike, what is told below is no exercise: `Walk on your toes for 5 s`."""
    found = list(lines)
    shapes = {at: _shape(line) for at, line in enumerate(lines) if _is_head(line)}
    for shape in dict.fromkeys(shapes.values()):
        heads = [at for at, one in shapes.items() if one == shape]
        told = {at: below for at, end in _with_ends(heads, lines) if (below := _told_below(lines, at, end))}
        if len(told) < LEAST_HEADS or 2 * len(told) < len(heads):
            continue
        for at in (one for below in told.values() for one in below):
            found[at] = replace(lines[at], role=Role.SENTENCE, is_told=True)
    return found


def _is_head(line: Line) -> bool:
    """Whether a line has nothing but the name of an exercise with its amount."""
    is_whole = line.is_counted and has_movement(line.name.text) and len(sentences_in(line.text)) == 1
    return is_whole and not (line.text.rstrip().endswith((".", "!", ":")) or line.facts.is_of_section)


def _shape(line: Line) -> _Shape:
    return line.block.kind, line.block.level, line.block.marker[:1].isdecimal()


def _with_ends(heads: Sequence[int], lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Each head with where what is told of it ends: at the next, or with as many lines as others have at most."""
    most = max((end - at for at, end in pairwise(heads)), default=0)
    yield from zip(heads, [*heads[1:], min(len(lines), heads[-1] + most)], strict=True)


def _told_below(lines: Sequence[Line], at: int, end: int) -> list[int]:
    """Where the paragraphs stand right below a head that tell how it is done; none if they prescribe something."""
    head = lines[at]
    near = takewhile(lambda place: _is_told(lines[place], head) or _is_beside(lines[place]), range(at + 1, end))
    below = [place for place in near if _is_told(lines[place], head)]
    is_about = any(_is_about(head, lines[place]) for place in below)
    return below if is_about else []


def _is_beside(line: Line) -> bool:
    """Whether it stands among what is told of the head and says nothing of another exercise."""
    is_plain = line.role is Role.SENTENCE and not (line.facts.says_anything or _PRESCRIBED.search(line.text))
    return line.role in {Role.NOISE, Role.AMOUNT} or is_plain


def _is_told(line: Line, head: Line) -> bool:
    """Whether it tells what to do, in a paragraph or in a bullet below the head."""
    is_bullet = line.block.kind is BlockKind.ITEM and not line.block.marker[:1].isalnum()
    is_bullet = is_bullet and (head.block.kind is not BlockKind.ITEM or line.block.level > head.block.level)
    is_plain = (is_bullet or line.block.kind is BlockKind.PARAGRAPH) and not line.facts.sets
    is_plain = is_plain and (line.role in _TOLD or (line.role is Role.AMOUNT and bool(MOVES.match(line.text))))
    if not is_plain or FOR_ALL.search(line.text) or _PRESCRIBED.search(line.text):
        return False
    text = unlabelled(line.text)
    is_ended = text.rstrip().endswith((".", "!", ")")) or (is_bullet and line.role is not Role.NAME)
    sentences = sentences_in(text)
    return is_ended and any(map(_is_order, sentences)) and not any(map(_calls_exercise, sentences))


def _calls_exercise(sentence: str) -> bool:
    """Whether it begins with the whole name of an exercise, and has its amount: `Jump squat for 20 seconds`."""
    if not any(map(str.isdecimal, sentence)):
        return False
    parts = parts_of(sentence)
    name = named(parts, facts_of(parts)).text
    is_called = ends_with_movement(name) and (" " not in name or not is_told(sentence))
    return is_called and sentence.startswith(name)


def _is_order(sentence: str) -> bool:
    is_moved = bool(MOVES.match(sentence) and _OF_ITS_BODY.search(sentence))
    return is_moved or is_told(sentence) or bool(SETUP.match(sentence))


def _is_about(head: Line, line: Line) -> bool:
    """Whether it has several sentences, the first of which says no amount, or a word of the name above."""
    first, *others = sentences_in(unlabelled(line.text))
    stems = {word[:LEAST_OF_STEM] for word in bare_words(head.name.text) if len(word) >= LEAST_OF_STEM}
    is_of_it = not stems.isdisjoint(word[:LEAST_OF_STEM] for word in bare_words(line.text))
    return is_of_it or (bool(others) and not any(map(str.isdecimal, first)))
