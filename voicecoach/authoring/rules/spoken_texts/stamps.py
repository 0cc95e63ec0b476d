"""The times of a film, `2:45 Squats` or `Squats (2:45)`, of a transcript or a day, and who wrote what in a chat."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise, zip_longest

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.spoken_texts.clock_times import by_length
from voicecoach.authoring.rules.spoken_texts.times_of_day import without_times_of_day

_STAMP = re.compile(r"[(\[]?(?P<minutes>\d{1,2})[:.](?P<seconds>[0-5]\d)[)\]]?\s*[-–—|:]?\s+(?=[^\W\d_])")
_INLINE = re.compile(
    r"\s*(?:\[\d{1,2}:[0-5]\d(?::[0-5]\d)?\]|\(\d{1,2}:[0-5]\d(?::[0-5]\d)?\)(?=\s*(?:[A-Z\"“]|$)))\s*"
)
"""A time between the words of a transcript; in round brackets it may be a rest, but for one before a sentence."""
_BEHIND = re.compile(r"\s*[:,–—-]?\s*[(\[](?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)[)\]]\s*(?:[:,–—-]\s*)?")
"""A time behind a name or an amount."""
LEAST_LINES = 3
_DATE = r"\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?"
_CHAT = re.compile(
    rf"\[?(?:{_DATE},?\s+)?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?(?:,\s*{_DATE})?\]?"
    r"\s*[-–—]?\s*[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*)?(?:\s?[^\w\s:,;.!?()]+)?:\s+"
)
"""Before each message of a chat: `[12/03/2021, 18:04] Anna B: `."""
ROUND_S = 5
"""The times of a hold are such; those of a film are any."""
_WRITTEN = re.compile(
    r"(?P<who>[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*)?),? [\[(]?\d{1,2}[:.]\d\d(?: ?[AaPp][Mm])?[\])]?:\s+"
)
"""Before a message, in capitals or not: `anna b 18:04: `."""
_WHO = r"(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,2}|[a-z]\w*[_.]\w+)"
_WHEN = (
    r"[\[(]?(?:(?:(?i:today|yesterday|mon|tue|wed|thu|fri|sat|sun)[a-z]*"
    r"|\d{1,4}[./-]\d{1,2}(?:[./-]\d{2,4})?),?(?: at)? )?"
    r"\d{1,2}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?[\])]?"
)
_SENDER = re.compile(
    rf"(?:{_WHO}\s*[,·•|–—-]?\s*(?:at )?{_WHEN}|{_WHEN}\s*[,·•|–—-]?\s*{_WHO.replace('who', 'whose')}):?"
)
"""Who wrote what stands below in a chat, and when."""
LEAST_SENDERS = 2
_AMOUNT = re.compile(
    r"\W*(?:(?:rest|recover|break|pause|hold|work|time|duration|total|easy|hard|on|off)\w*|(?:warm|cool)\W?(?:up|down))\b",
    re.IGNORECASE,
)
"""What stands before how long something takes, and writes nothing: `Rest 1:30`."""
_ALONE = re.compile(r"[(\[]?(?:(?P<hours>\d{1,2}):)?(?P<minutes>\d{1,2}):(?P<seconds>[0-5]\d)[)\]]?")


def _without_times(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a transcript, without the lines that are nothing but a time, where these only ever grow."""
    found = [one for block in blocks if (one := _ALONE.fullmatch(block.text.strip()))]
    at_s = [3600 * int(one["hours"] or 0) + 60 * int(one["minutes"]) + int(one["seconds"]) for one in found]
    if not _are_stamps(at_s):
        return list(blocks)
    return [block for block in blocks if not _ALONE.fullmatch(block.text.strip())]


def _are_stamps(at_s: Sequence[int]) -> bool:
    """Whether there are several times, and they only ever grow."""
    return len(at_s) >= LEAST_LINES and all(before < after for before, after in pairwise(at_s))


def _without_senders(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a chat, without the lines that only say who wrote when."""
    found = [None if _AMOUNT.match(block.text) else _SENDER.fullmatch(block.text.strip()) for block in blocks]
    names = [name for one in found if one and not has_movement(name := one["who"] or one["whose"])]
    if max(map(names.count, set(names)), default=0) < LEAST_SENDERS:
        return list(blocks)
    return [block for block, one in zip(blocks, found, strict=True) if not one]


def _without_writers(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a chat, without who wrote when before each message, where the same write again."""
    found = [_WRITTEN.match(block.text) for block in blocks]
    names = [one["who"].lower() for one in found if one and not has_movement(one["who"])]
    if len(names) < LEAST_LINES or max(map(names.count, names)) < LEAST_SENDERS:
        return list(blocks)
    return [
        replace(block, text=block.text[one.end() :]) if one else block for block, one in zip(blocks, found, strict=True)
    ]


def _without_inline(block: Block) -> Block:
    """The block without the stamp of a message, and without the times between its sentences, as in a transcript."""
    block = replace(block, text=_CHAT.sub("", block.text, count=1))
    if len(_INLINE.findall(block.text)) < LEAST_LINES:
        return block
    return replace(block, text=" ".join(_INLINE.sub(" ", block.text).split()))


def _without_behind(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without the time of a film that each of several has, once, behind a name or an amount."""
    found = {at: one for at, block in enumerate(blocks) for one in [_BEHIND.search(block.text)] if one}
    at_s = [60 * int(one["minutes"]) + int(one["seconds"]) for one in found.values()]
    is_film = _are_stamps(at_s) and any(one % ROUND_S for one in at_s)
    return [_without(block, found[at]) if is_film and at in found else block for at, block in enumerate(blocks)]


def _without(block: Block, time: re.Match[str]) -> Block:
    before, behind = block.text[: time.start()], block.text[time.end() :]
    return replace(block, text=f"{before}. {behind}" if before and behind else f"{before}{behind}")


def _with_first_items(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; what began a message is an item where it is counted, and the next item is the second."""
    return [_first_item(one, after) for one, after in zip_longest(blocks, blocks[1:])]


def _first_item(block: Block, after: Block | None) -> Block:
    found = _FIRST.match(block.text) if block.kind is BlockKind.PARAGRAPH else None
    is_first = found and after is not None and after.kind is BlockKind.ITEM and after.marker.startswith("2")
    return (
        replace(block, kind=BlockKind.ITEM, marker=found[1], text=block.text[found.end() :])
        if found and is_first
        else block
    )


_FIRST = re.compile(r"(1[.)])\s+")


def without_stamps(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; without the time at the beginning of each where these only ever grow: a film's, or a day's."""
    spoken = [_without_inline(one) for one in _without_writers(_without_senders(_without_times(blocks)))]
    blocks = _with_first_items(by_length(without_times_of_day(_without_behind(spoken))))
    found = [one for block in blocks if (one := _STAMP.match(block.text))]
    at_s = [60 * int(one["minutes"]) + int(one["seconds"]) for one in found]
    if not _are_stamps(at_s):
        return list(blocks)
    return [replace(one, text=_STAMP.sub("", one.text, count=1)) if _STAMP.match(one.text) else one for one in blocks]
