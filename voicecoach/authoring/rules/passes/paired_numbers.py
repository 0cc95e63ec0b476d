"""Which exercises of a list go together, by their numbers: `Do 1 and 2 as a superset`, `Supersets: 1+2 and 3+4`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

_TOGETHER = in_any_case(r"\bsuper-?\s?set(?:s|ted)?\b|\bpair(?:s|ed)?\b|\bback[- ]to[- ]back\b")
_CALLED = r"(?:(?:exercises?|moves?|slots?|numbers?|no\.?|and)\s*)?(?:#\s?)?"
_PAIR = in_any_case(
    rf"(?<![\d.:-])(?:#\s?)?(?P<first>\d)\s*(?:\+|&|/|\band\b|\bwith\b)\s*{_CALLED}(?P<second>\d)"
    r"(?!\d|[.:/]\d|\s*(?:[x×]|sets?|reps?|min|sec|s\b|rounds?|times|kg|lbs?|%))"
)
_OTHERS = in_any_case(
    r"\bsuper-?\s?sets?\s+(?:\d|[a-d])\b(?!\s*(?:\+|&|and|with))|\bsuper-?\s?sets\s+\d\s*(?:and|&)\s*\d",
    r"\b(?:exercise|slot|number)\s+\d\s+(?:is|on its own|alone)\b",
)
"""A number that counts the pairs, or calls one that is done alone."""
_OWN = in_any_case(r"\d\s*(?:[x×]\s*\d|sets?|rounds?|reps?|times)\b|\b(?:two|three|four|five) (?:sets|rounds|times)\b")
"""What such a sentence says of them besides: it stays as it is."""
_TIMES = in_any_case(r"\b(?:days?|weeks?|workouts?|sessions?|phases?|shoes)\b")
_NUMBER = re.compile(r"(?P<number>\d)[.):]?$")
_ROWS = frozenset({BlockKind.ROW})
_AGAIN = in_any_case(r",?\s*(?:(?:and|then)\s+)+repeat\W*$")
LETTERS = "ABCDEFGH"


def with_paired_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; exercises that go together by their numbers have a letter for each pair: `A1.`, `A2.`, `B.`."""
    found = list(blocks)
    for at, block in enumerate(blocks):
        pairs = _pairs(block)
        if pairs and (places := _places(blocks, pairs)):
            labels = _labels(pairs, max(number for _, number in places))
            for place, number in places:
                found[place] = _labelled(blocks[place], labels[number])
                if found[place - 1].kind is BlockKind.ROW_HEAD:
                    found[place - 1] = _labelled(found[place - 1], "#")
            found[at] = replace(block, text=_without(block.text))
    return [one for one in found if one.text.strip()]


def _pairs(block: Block) -> list[tuple[int, int]]:
    """The pairs that a paragraph calls by their numbers, each with the one right behind."""
    if block.kind is not BlockKind.PARAGRAPH or not any(map(str.isdecimal, block.text)):
        return []
    said = [one for one in sentences_in(block.text) if _is_of_pairs(one)]
    if any(_OWN.search(_PAIR.sub(" ", one)) for one in said):
        return []
    pairs = [(int(one["first"]), int(one["second"])) for text in said for one in _PAIR.finditer(_OTHERS.sub(" ", text))]
    are_next = all(second == first + 1 for first, second in pairs)
    are_apart = all(one[1] < other[0] for one, other in pairwise(pairs))
    return pairs if are_next and are_apart else []


def _is_of_pairs(sentence: str) -> bool:
    is_called = (
        bool(_TOGETHER.search(sentence))
        and not _TIMES.search(sentence)
        and not has_movement(_TOGETHER.sub(" ", sentence))
    )
    return is_called and bool(_PAIR.search(_OTHERS.sub(" ", sentence)))


def _places(blocks: Sequence[Block], pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where exercises have their numbers, and these: in lists that each have those of all pairs; else none."""
    counted = [(at, number) for at, one in enumerate(blocks) if (number := _number(one))]
    lists = list[list[tuple[int, int]]]()
    for at, number in counted:
        if number == 1 or not lists:
            lists.append([])
        lists[-1].append((at, number))
    whole = [one for one in lists if {number for _, number in one} >= {number for pair in pairs for number in pair}]
    return [place for one in whole for place in one]


def _number(block: Block) -> int:
    """The number that an item or a row begins with, 0 for none."""
    first = block.marker if block.kind is BlockKind.ITEM else (block.cells[0] if block.kind in _ROWS else "")
    found = _NUMBER.fullmatch(first.strip())
    return int(found["number"]) if found else 0


def _labels(pairs: Sequence[tuple[int, int]], most: int) -> dict[int, str]:
    labels, letter, number = dict[int, str](), 0, 1
    while number <= most and letter < len(LETTERS):
        is_pair = (number, number + 1) in pairs
        for at in range(1 + is_pair):
            labels[number + at] = f"{LETTERS[letter]}{at + 1}" if is_pair else LETTERS[letter]
        number, letter = number + 1 + is_pair, letter + 1
    return labels


def _labelled(block: Block, label: str) -> Block:
    if block.kind is BlockKind.ITEM:
        return replace(block, marker=f"{label}.")
    cells = (label, *block.cells[1:])
    return replace(block, cells=cells, text=" | ".join(cells))


def _without(text: str) -> str:
    """A paragraph without the sentences on pairs, but for what else these say behind a comma: `rest 60 s`."""
    kept = list[str]()
    for sentence in sentences_in(text):
        if not _is_of_pairs(sentence):
            kept.append(sentence)
        elif rest := re.search(
            r",\s+(?P<rest>(?:with\s+|and\s+)?(?:rest|\d+\s*(?:s|sec|min)).*)", sentence, re.IGNORECASE
        ):
            kept.append(_AGAIN.sub("", rest["rest"][:1].upper() + rest["rest"][1:]))
    return " ".join(kept)
