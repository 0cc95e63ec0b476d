"""What is told of each exercise in parts, under the same labels every time: `Set-up`, `Action`, `Why do it?`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import is_told, reads_as_name
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.section_words import REASONS, SECTION
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import UNDER, Line, Role
from voicecoach.late_patterns import late

LEAST_TIMES, MOST_WORDS, MOST_WORDS_OF_A_NAME, MOST_WORDS_APART, MOST_BESIDE = 2, 5, 7, 12, 2
LESS_THAN_ANY = -9
_NUMBERED = re.compile(
    r"(?:step|picture|image|photo|figure|part|phase)\s+(?:\d|[a-d]|one|two|three|four)\b", re.IGNORECASE
)
_SET_UP = re.compile(r"(?:set|line|wrap)[ -]?up", re.IGNORECASE)
_WHERE = late(r"\s+[–—-]\s+.*$|\s+(?:with|without|while|using|holding|on|in|against|from|along)\s.*$", re.IGNORECASE)
"""Where and with what something is done, behind its name: `Knee bends - holding on to a chair`."""
_ASIDE = late(r"\s*\([^()]*\)|\s*\d.*$")
_INLINE = re.compile(r"[^\W\d_][^:.]{2,20}:\s+\S")
_ROWS = frozenset({BlockKind.ROW, BlockKind.ROW_HEAD})


def without_part_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; what stands under such a label is marked with it, and tells of the exercise above."""
    again = _again(blocks)
    heads = _heads(blocks, again) if again else []
    if len(heads) < LEAST_TIMES:
        return list(blocks)
    ends = [*heads[1:], _end_of_last(blocks, again, heads)]
    told = {at: label for head, end in zip(heads, ends, strict=True) for at, label in _parts(blocks, again, head, end)}
    return [one for at, block in enumerate(blocks) for one in _marked(block, told.get(at))]


def with_label_heads(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines; what stands above parts that are told under labels is an exercise, and none of the parts is."""
    for at, line in enumerate(lines):
        if _heads_parts(lines, at):
            yield replace(line, role=Role.NAME, is_listed=True, tail="")
        elif is_part(line) and line.role not in {Role.NOISE, Role.END}:
            is_counted = line.facts.has_amount or line.facts.sets
            yield replace(line, role=Role.AMOUNT if is_counted else Role.SENTENCE, is_listed=False)
        else:
            yield line


def is_told_in_parts(lines: Sequence[Line], at: int) -> bool:
    """Whether the line below one is told under a label."""
    return any(is_part(one) for one in lines[at + 1 : at + 2])


def is_reason(line: Line) -> bool:
    """Whether it tells under a label what something is good for, whatever numbers it has."""
    return is_part(line) and bool(REASONS.match(line.block.marker))


def _heads_parts(lines: Sequence[Line], at: int) -> bool:
    line = lines[at]
    is_name = line.role in {Role.NAME, Role.TITLE, Role.SENTENCE} and not line.facts.says_anything
    return is_name and not is_part(line) and is_told_in_parts(lines, at) and is_head(line.block, is_right_above=True)


def is_part(line: Line) -> bool:
    """Whether it is told under a label."""
    return line.block.kind is BlockKind.PARAGRAPH and line.block.marker.endswith(UNDER)


def _label(block: Block) -> str:
    """What a block says that may be a label, empty for one that can't be."""
    text = block.text.strip(" :?*_#").lower()
    is_short = 0 < len(text.split()) <= MOST_WORDS and not text.endswith((".", "!", ","))
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.HEADING} or not is_short or SECTION.match(text):
        return ""
    is_called = ends_with_movement(text) and not _SET_UP.fullmatch(text)
    is_plain = not any(map(str.isdecimal, text)) and not is_called and not parts_of(text).parts
    return text if is_plain or _NUMBERED.fullmatch(text) else ""


def _again(blocks: Sequence[Block]) -> dict[int, str]:
    """Where labels stand that come several times."""
    labels = [_label(one) for one in blocks]
    times = Counter(one for one in labels if one)
    return {at: one for at, one in enumerate(labels) if times[one] >= LEAST_TIMES}


def _heads(blocks: Sequence[Block], again: dict[int, str]) -> list[int]:
    """Where names stand right above the first of the labels, each time that it comes."""
    for label in dict.fromkeys(again.values()):
        places = [at for at, one in again.items() if one == label]
        heads = [head for at in places if (head := _head(blocks, again, at)) is not None]
        if any(_is_above_exercise(blocks, at) for at in places):
            continue
        known = sum(has_movement(blocks[at].text) for at in heads)
        if len(heads) == len(places) and 2 * known >= len(heads) and len({blocks[at].text for at in heads}) > 1:
            return heads
    return []


def _is_above_exercise(blocks: Sequence[Block], at: int) -> bool:
    """Whether an exercise with its amount stands right below, as below the title of a part."""
    below = [line_of(one) for one in blocks[at + 1 : at + 2]]
    return any(one.is_counted and has_movement(one.name.text) and not is_told(one.text) for one in below)


def _head(blocks: Sequence[Block], again: dict[int, str], at: int) -> int | None:
    """Where the name above a label stands, with no more than short remarks between, as `Level: easy` is."""
    for head in range(at - 1, max(-1, at - 2 - MOST_BESIDE), -1):
        text = blocks[head].text.strip()
        is_bulleted = blocks[head].kind is BlockKind.ITEM and not blocks[head].marker[:1].isalnum()
        if head in again or is_bulleted or blocks[head].kind in _ROWS:
            return None
        if not _INLINE.match(text):
            return head if is_head(blocks[head], is_right_above=head == at - 1) else None
    return None


def is_head(block: Block, *, is_right_above: bool) -> bool:
    """Whether it calls an exercise; apart from what stands above, and right above the label, in many words too."""
    text = block.text.strip()
    is_apart = is_right_above and (block.breaks > 0 or block.kind is BlockKind.HEADING)
    most = MOST_WORDS_APART if is_apart else MOST_WORDS_OF_A_NAME
    if len(text.split()) > most or text.endswith((".", "!", "?", ",")):
        return False
    called = _WHERE.sub("", text) if is_apart else text
    return reads_as_name(_ASIDE.sub("", called).rstrip(" :-–—"))


def _end_of_last(blocks: Sequence[Block], again: dict[int, str], heads: Sequence[int]) -> int:
    """Where the last exercise ends: at a heading above its own, or where those before had no more."""
    *_, before, last = heads
    labels = [at for at in again if at > last]
    most = last - max(at for at in [before, *again] if at < last)
    end = min(len(blocks), (max(labels) if labels else last) + most)
    end = next((at for at in range(last + 1, end) if blocks[at].kind is BlockKind.HEADING and at not in again), end)
    counted_on = range(end, len(blocks))
    return next((at for at in counted_on if _number(blocks[at]) != _number(blocks[at - 1]) + 1), len(blocks))


def _number(block: Block) -> int:
    """The number of an item, and less than any for another block."""
    digits = re.match(r"\d+", block.marker) if block.kind is BlockKind.ITEM else None
    return int(digits[0]) if digits else LESS_THAN_ANY


def _parts(blocks: Sequence[Block], again: dict[int, str], head: int, end: int) -> Iterator[tuple[int, str]]:
    """Where parts of what is told of an exercise stand, each with its label, empty where the label itself stands."""
    label = ""
    for at in range(head + 1, _up_to_next(blocks, head, end)):
        if at in again:
            label = blocks[at].text.strip(" :*_#")
            yield at, ""
        elif blocks[at].kind not in _ROWS:
            yield at, label or blocks[at].text.partition(":")[0].strip()


def _up_to_next(blocks: Sequence[Block], head: int, end: int) -> int:
    """Where the next name is counted that has no label below it: `5. Calf raises` behind the steps of `4. Bridge`."""
    counted = [at for at in range(head, end) if blocks[at].kind is BlockKind.ITEM and blocks[at].marker[:1].isdecimal()]
    if counted[:1] != [head] or len(counted) == 1:
        return end
    number, behind = (int(re.sub(r"\D.*", "", blocks[at].marker)) for at in counted[:2])
    is_next = behind == number + 1 and is_head(blocks[counted[1]], is_right_above=False)
    return counted[1] if is_next else end


def _marked(block: Block, label: str | None) -> Iterator[Block]:
    if label is None:
        yield block
    elif label:
        yield replace(block, kind=BlockKind.PARAGRAPH, marker=f"{label}{UNDER}", breaks=0)
