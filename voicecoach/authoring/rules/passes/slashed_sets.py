"""Exercises that are done one after the other, with a stroke between: `Squats/push-ups` where supersets are told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import without_brackets
from voicecoach.authoring.rules.exercise_names.names import is_told, unlabelled
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.late_patterns import late

MOST_ABOVE, MOST_TOGETHER, MOST_WORDS, LETTERS = 12, 5, 9, "ABCDEFGH"
_TOGETHER = in_any_case(r"\b(?:super-?\s?sets?|tri-?\s?sets?|giant sets?|(?:each|every) pair|in pairs|pairings?)\b")
"""How a text says that exercises go together."""
_STROKE = late(r"\s*(?<!\bw)/\s*(?=[^\W\d_]{3}|\d{1,2}\s*[^\W\d_]{2})(?!\s*(?:side|leg|arm|week|day|wk|or)\b)")
_AMOUNT = in_any_case(r"\d|\bmax\b|\bfailure\b|\bamrap\b")
_OF_EACH = in_any_case(r"[\s:,(–-]+(?P<amount>\(?\d[^.;]*?)\s+(?:of )?(?:each|both)(?: exercise)?\b\W*")
"""An amount behind the last of them that is of each: `Rows/curls: 10 reps each`."""


def with_each(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which each of the exercises of such a line is one of its own.

    Lines of a list are counted as supersets are: A1 and A2, B1 and B2. What is done instead is said with a stroke too,
    so it is only such a list where the text says that exercises go together.
    """
    strokes = {at: pieces for at, one in enumerate(blocks) if (pieces := _pieces(one)) and _is_told(blocks, at)}
    found, letter = list[Block](), 0
    for at, block in enumerate(blocks):
        if at not in strokes:
            found.append(block)
            continue
        is_one_of_several = len(strokes) > 1 and letter < len(LETTERS)
        found += _one_after_the_other(block, strokes[at], LETTERS[letter] if is_one_of_several else "")
        letter += is_one_of_several
    return found


def _pieces(block: Block) -> list[str]:
    """The exercises between the strokes of a line, none if one of them isn't called as exercises are."""
    if block.kind not in {BlockKind.ITEM, BlockKind.PARAGRAPH} or "/" not in block.text:
        return []
    head, stop, behind = block.text.partition(". ")
    pieces = [one.strip(" .") for one in _STROKE.split(unlabelled(head))]
    bare = [without_brackets(one) for one in pieces]
    are_short = 1 < len(pieces) <= MOST_TOGETHER and all(len(one.split()) <= MOST_WORDS for one in bare)
    are_named = are_short and all(has_movement(one) and not is_told(one) for one in bare)
    if not are_named:
        return []
    if not any(map(_AMOUNT.search, pieces[:-1])) and (amount := _OF_EACH.search(pieces[-1])):
        name = pieces[-1][: amount.start()]
        pieces = [f"{one}: {amount['amount']}" for one in (*pieces[:-1], name)]
    are_alike = len({bool(_AMOUNT.search(one)) for one in pieces}) == 1
    return [*pieces[:-1], f"{pieces[-1]}{stop}{behind}"] if are_alike else []


def _is_told(blocks: Sequence[Block], at: int) -> bool:
    """Whether a line not far above says that exercises go together."""
    return any(_TOGETHER.search(one.text) for one in blocks[max(0, at - MOST_ABOVE) : at])


def _one_after_the_other(block: Block, pieces: Sequence[str], letter: str) -> Iterator[Block]:
    for at, one in enumerate(pieces):
        breaks = block.breaks if at == 0 else 0
        if letter:
            yield replace(block, kind=BlockKind.ITEM, text=one, marker=f"{letter}{at + 1}.", breaks=breaks)
        else:
            yield replace(block, kind=BlockKind.ITEM, text=one, marker="-", breaks=breaks)
