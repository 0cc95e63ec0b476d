"""What loosens one up for minutes beside what is run or ridden: `10 min jog + 5 min static stretching`, in lines.

`5 min stretching` alone may be what a page calls all of a session; behind a leg it is done, and is told as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.clock_words import MODES
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, MINUTES, WARM_UP

_LONG = rf"\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?[\s-]?{MINUTES}"
_HOW = r"(?:static|dynamic|light|gentle|easy|general|full[ -]body|leg|foam|hip|deep)"
_WHAT = r"(?:stretch(?:ing|es)?|mobility(?: work| drills)?|rolling)"
_DONE = rf"(?P<long>{_LONG})\s+(?:of\s+)?(?P<what>(?:{_HOW}\s+){{0,2}}{_WHAT})(?=\s*(?:$|[,;.+&(]|and\b|then\b))"
_LOOSENED = in_any_case(rf"(?<![\w.–-]){_DONE}")
_BETWEEN = r"\s*(?:[,;+&]|\band\b|\bthen\b)(?:\s*(?:and|then|followed by))?\s*"
_PARTS = in_any_case(rf"(?P<between>{_BETWEEN})(?={_DONE})")
_BEHIND = in_any_case(rf"(?<![\w.–-]){_LONG}\s+(?:of\s+)?(?:{_HOW}\s+){{0,2}}{_WHAT}(?P<between>{_BETWEEN})(?=\d)")
_LEG = in_any_case(rf"\d\W{{0,3}}(?:{MINUTES}|km?|miles?|m|s(?:ec\w*)?)\b.*\b(?:{MODES.pattern}|easy)\b")
_PART = in_any_case(rf"\W*(?:{WARM_UP}|{COOL_DOWN})\b")
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def with_loosening(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; what loosens one up beside a leg stands in a block of its own."""
    if not any(_LOOSENED.search(one.text) for one in blocks):
        return list(blocks)
    parted = [part for one in blocks for part in _parted(one)]
    return [
        replace(one, text=_LOOSENED.sub(r"\g<long> of \g<what>", one.text))
        if one.kind in _KINDS and at and _is_done(parted[at - 1], one)
        else one
        for at, one in enumerate(parted)
    ]


def _is_done(before: Block, block: Block) -> bool:
    """Whether a leg or the title of a part stands before it."""
    return bool(_LEG.search(before.text) or _PART.match(before.text) or _PART.match(block.text))


def _parted(block: Block) -> Iterator[Block]:
    """A block in its parts, if it has a leg beside what loosens one up."""
    if block.kind not in _KINDS or not _LOOSENED.search(block.text) or not _LEG.search(block.text):
        yield block
        return
    found = [*_PARTS.finditer(block.text), *_BEHIND.finditer(block.text)]
    cuts = sorted({(one.start("between"), one.end("between")) for one in found})
    starts, ends = [0, *(end for _, end in cuts)], [*(start for start, _ in cuts), len(block.text)]
    for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
        yield replace(block, text=block.text[start:end].strip(), breaks=0 if at else block.breaks)
