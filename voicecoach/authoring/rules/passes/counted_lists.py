"""What counts the items of a list, `Cone 1`, `Cone 2` or `1`, `2`: it says where they stand, and how much of none."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.late_patterns import late

LEAST_WITH_WORD, LEAST_BARE = 2, 4
MOST_BETWEEN = 3
"""So many blocks may tell of one before the next of the list comes."""
_LABELLED = re.compile(
    r"(?P<word>[^\W\d_]{2,12})\.?\s*#?(?P<number>\d{1,2})(?:\s*[:.)=–—>→-]+\s*|\s+)(?P<what>[^\W\d_]\S.*|\d.*\s.*)",
    re.IGNORECASE,
)
_OF_TIME = late(r"\s*(?:s|secs?|seconds?|mins?|minutes?|m|km|kg|lbs?|x|reps?|sets?|times)\b", re.IGNORECASE)
_BARE = re.compile(r"(?P<number>\d{1,2})[.):]?\s+(?P<what>[^\W\d_].*)")
_PARTS = re.compile(r"\s*[,;]\s*(?=\d)|(?<=[a-z.)])\s+(?=\d{1,2}[.)]\s)")
_OF_ONE = frozenset({"exercise", "station"})
_NAMED = in_any_case(
    r"(?:exercise|station|move|movement|drill|stretch)\s*#?\d{1,2}\s*[:.)–—-]\s*(?P<what>[^\W\d_][\w'’/ -]{2,50})\."
)
_SEVERAL = re.compile(r"[^\W\d_]{2,}s\b")


def without_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; those of a list that is counted with a word are its items, as are those that one line counts."""
    labels = [_label(block) for block in blocks]
    counted = {at: number for run in _runs(labels) for number, at in enumerate(run, 1)}
    found = list[Block]()
    for at, (block, label) in enumerate(zip(blocks, labels, strict=True)):
        if at in counted and label:
            found.append(replace(block, kind=BlockKind.ITEM, text=label["what"], marker=f"{counted[at]}."))
        else:
            found += list(_listed(_without_stop(block)))
    return found


def _without_stop(block: Block) -> Block:
    """The block; a name with a stop behind what counts it, `Exercise 1: Crab walk.`, is no sentence."""
    is_one = block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH} and block.text.rstrip().endswith(".")
    named = _NAMED.fullmatch(block.text.strip()) if is_one else None
    return replace(block, text=block.text.strip(" .")) if named and ends_with_movement(named["what"]) else block


def _label(block: Block) -> re.Match[str] | None:
    """The word and the number before a text, where they can be a label."""
    if block.kind not in {BlockKind.ITEM, BlockKind.PARAGRAPH}:
        return None
    found = _LABELLED.fullmatch(block.text.strip())
    if not found or has_movement(found["word"]) or _OF_TIME.match(found["what"]):
        return None
    is_of_one = found["word"].lower() in _OF_ONE and has_movement(found["what"])
    return None if SECTION.match(f"{found['word']} 1") and not is_of_one else found


def _runs(labels: Sequence[re.Match[str] | None]) -> Iterator[list[int]]:
    """Where labels with the same word count up from one."""
    run = list[int]()
    for at, label in enumerate(labels):
        if label is None:
            continue
        before = labels[run[-1]] if run else None
        between = 0 if label["word"].lower() in _OF_ONE else MOST_BETWEEN  # what is told below is told of each
        goes_on = before is not None and at - run[-1] <= between + 1 and _is_next(before, label)
        if not goes_on:
            yield from [run] if len(run) >= LEAST_WITH_WORD else []
            run = []
        if goes_on or int(label["number"]) == 1:
            run.append(at)
    if len(run) >= LEAST_WITH_WORD:
        yield run


def _is_next(before: re.Match[str], label: re.Match[str]) -> bool:
    is_same = before["word"].lower() == label["word"].lower()
    return is_same and int(label["number"]) == int(before["number"]) + 1


def _listed(block: Block) -> Iterator[Block]:
    """The block; an item for each exercise that it counts: `1 rope, 2 wall sit, 3 slams, 4 plank`."""
    lead, colon, tail = block.text.rpartition(": ")
    pieces = [_BARE.fullmatch(one.strip(" .")) for one in _PARTS.split(tail)]
    found = [one for number, one in enumerate(pieces, 1) if one and int(one["number"]) == number]
    is_list = len(found) == len(pieces) >= LEAST_BARE and any(not _SEVERAL.search(one["what"]) for one in found[1:])
    if block.kind not in {BlockKind.ITEM, BlockKind.PARAGRAPH} or not is_list:
        yield block
        return
    if colon:
        yield replace(block, text=f"{lead}:")
    for one in found:
        yield Block(BlockKind.ITEM, one["what"], block.line, marker=f"{one['number']}.")
