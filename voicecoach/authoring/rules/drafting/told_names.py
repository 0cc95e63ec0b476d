"""What stands right below a name and tells what is done, in its words: `Curl the weights up` below `Bicep curls`."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in


def is_described_in(line: Line, after: Line) -> bool:
    """Whether a paragraph of several sentences names again what its heading calls the exercise."""
    is_told_of = (
        after.role is Role.EXERCISE and after.block.kind is BlockKind.PARAGRAPH and len(sentences_in(after.text)) > 1
    )
    return is_told_of and bool(set(bare_words(line.text)) & set(bare_words(after.name.text)))


def is_told_right_below(line: Line, after: Line) -> bool:
    """Whether a sentence right below a name says what is done, in one of its words."""
    is_below = after.block.kind is line.block.kind is BlockKind.PARAGRAPH and not after.block.breaks
    is_same = bool(set(bare_words(line.name.text)) & set(bare_words(after.name.text)))
    return is_below and is_same and after.role is Role.EXERCISE and after.text.endswith(".")


def is_deed_below(line: Line, after: Line) -> bool:
    """Whether a paragraph of several sentences begins with what a name above it calls: `Curl the weights up. ...`."""
    is_told_of = after.role is Role.EXERCISE and after.block.kind is BlockKind.PARAGRAPH
    return is_told_of and len(sentences_in(after.text)) > 1 and is_deed_of(line.name.text, after)


def is_told_below(after: Line) -> bool:
    """Whether a paragraph right below tells how something is done, though it begins as a name does."""
    is_below = after.block.kind is BlockKind.PARAGRAPH and not after.block.breaks and not after.facts.sets
    return is_below and len(sentences_in(after.text)) > 1


def is_deed_of(name: str, line: Line) -> bool:
    """Whether a sentence begins with the word that an exercise is called by, as what is done: `Walk along the wall`.

    Not if another of its sentences says how much of something else is done.
    """
    called, sentences = bare_words(name), sentences_in(line.text)
    is_deed = bool(called) and any(_begins_with(called, sentence) for sentence in sentences)
    return is_deed and not any(_is_of_another(called, sentence) for sentence in sentences)


def _is_of_another(called: Sequence[str], sentence: str) -> bool:
    is_counted = any(map(str.isdecimal, sentence)) and has_movement(sentence)
    return is_counted and not _begins_with(called, sentence) and set(called).isdisjoint(bare_words(sentence))


def _begins_with(called: Sequence[str], sentence: str) -> bool:
    first, *_ = (*bare_words(sentence), "")
    is_deed = not {first, f"{first}ing", f"{first}{first[-1:]}ing"}.isdisjoint(called)
    return len(first) >= LEAST_LETTERS and is_deed


LEAST_LETTERS = 3
"""So long is the shortest word for what is done; `up` is none."""
