"""Lists whose entries are counted: within a line, `a) squats b) lunges c) plank`, and places in a circuit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import UNIT_OR_M

LEAST_MARKED, LEAST_COUNTED = 3, 2
"""So many are a list; and so many where each has its amount ahead: `A) 10 push-ups B) 15 squats`."""
_MARK = in_any_case(r"(?:^|(?<=[\s,;:.]))(?P<count>\d{1,2}|[a-h])[.)]\s+(?=[^\W\d_]|\d)")
_NUMBER = in_any_case(rf"(?P<count>\d{{1,2}})\s+(?!(?:{UNIT_OR_M}|km|miles?|laps?)\b)(?=[^\W\d_])")

_SLASHED = re.compile(r"(?P<count>\d{1,2})/\s*(?=[^\W_])")
LEAST_SLASHED = 3
_COUNTING = in_any_case(r"\b(?:for|of|to|by|with|x|hold|count|than)\s+$")
"""What stands before a number that ends a sentence: `hold for 3.`"""


OPTIONS = in_any_case(r"\b(?:options|choices|alternatives|possibilities|reasons)\W*$")
"""What is counted behind one of these isn't done one after the other."""


def without_numbers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; lines with bare numbers that count on are places, where work goes by the clock.

    Elsewhere such a number is how often something is done.
    """
    blocks = _without_pages(blocks)
    if not any(facts_of(parts_of(one.text)).work_s for one in blocks if one.kind is BlockKind.PARAGRAPH):
        return list(blocks)
    found = list(blocks)
    for run in _runs(blocks, _NUMBER, LEAST_MARKED):
        for number, at in enumerate(run, 1):
            text = _NUMBER.sub("", blocks[at].text, count=1)
            found[at] = replace(blocks[at], kind=BlockKind.ITEM, text=text, marker=f"{number}.")
    return found


_PAGE = re.compile(r"(?P<count>\d{1,2}) (?:of|/) (?P<all>\d{1,2})")


def _without_pages(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without lines that only say which of so many slides this is: `2 of 6` somewhere below `1 of 6`."""
    found = [(at, page) for at, one in enumerate(blocks) if (page := _PAGE.fullmatch(one.text.strip()))]
    counts = [int(page["count"]) for _, page in found]
    is_counted = counts == list(range(counts[0], counts[0] + len(counts))) if counts else False
    out = {at for at, _ in found} if is_counted and len({page["all"] for _, page in found}) == 1 else set()
    return [one for at, one in enumerate(blocks) if at not in out or len(out) == 1]


def _runs(blocks: Sequence[Block], counting: re.Pattern[str], least: int) -> Iterator[list[int]]:
    """Where at least so many lines one after the other count from one on."""
    run = list[int]()
    for at, block in enumerate(blocks):
        number = counting.match(block.text) if block.kind is BlockKind.PARAGRAPH else None
        is_next = number is not None and int(number["count"]) == len(run) + 1
        if not is_next:
            yield from [run] if len(run) >= least else []
            run = [at] if number and number["count"] == "1" else []
        else:
            run.append(at)
    if len(run) >= least:
        yield run


def without_enumerations(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; an item for each part of a line that marks them in their order, and for lines counted with `1/`."""
    found = list(blocks)
    for run in _runs(blocks, _SLASHED, LEAST_SLASHED):
        for number, at in enumerate(run, 1):
            text = _SLASHED.sub("", blocks[at].text, count=1)
            found[at] = replace(blocks[at], kind=BlockKind.ITEM, text=text, marker=f"{number}.")
    return [item for block in found for item in _listed(block)]


def _listed(block: Block) -> Iterator[Block]:
    first = block.marker.strip(" .)").lower() if block.kind is BlockKind.ITEM else ""
    is_begun = first in {"a", "1"} or first.isdecimal()
    whole = replace(block, text=f"{block.marker.strip()} {block.text}") if is_begun else block
    marks = _marks(whole.text, int(first) if first.isdecimal() else 1) if is_begun or not first else []
    is_read = block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH}
    if not marks or not is_read or OPTIONS.search(whole.text[: marks[0].start()]):
        yield block
        return
    block = whole
    if before := block.text[: marks[0].start()].strip():
        yield replace(block, text=before)
    ends = [*(after.start() for _, after in pairwise(marks)), len(block.text)]
    for at, (mark, end) in enumerate(zip(marks, ends, strict=True)):
        breaks = block.breaks if at == 0 and not before else 0
        text = block.text[mark.end() : end].strip(" ,;")
        yield replace(block, kind=BlockKind.ITEM, text=text, marker=f"{_number(mark)}.", breaks=breaks)


def _marks(text: str, first: int) -> list[re.Match[str]]:
    """The marks of a text that count from `first` on, without a gap; none if there are too few of them."""
    found = list[re.Match[str]]()
    for mark in _MARK.finditer(text):
        is_next = _number(mark) == len(found) + first and not _COUNTING.search(text[: mark.start()])
        if is_next and (not found or mark["count"].isdecimal() == found[0]["count"].isdecimal()):
            found.append(mark)
    if len(found) < LEAST_COUNTED:
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    are_counted = all(
        not mark["count"].isdecimal() and text[mark.end()].isdecimal() and has_movement(text[mark.end() : end])
        for mark, end in zip(found, ends, strict=True)
    )
    return found if len(found) >= (LEAST_COUNTED if are_counted else LEAST_MARKED) else []


def _number(mark: re.Match[str]) -> int:
    count = mark["count"].lower()
    return int(count) if count.isdecimal() else ord(count) - ord("a") + 1
