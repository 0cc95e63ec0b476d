"""Days that stand in one line, each behind the other: `Monday: run 2 min. Repeat x 4. Wednesday: ...`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import DAY

_BEGINS = in_any_case(rf"(?:^|(?<=[.;!]))\W*(?={DAY}s?\W*:\W*\w)")
LEAST_DAYS = 2


def by_day(block: Block) -> Iterator[Block]:
    """The block; one for each day that stands in it, where it begins with one."""
    starts = [one.end() for one in _BEGINS.finditer(block.text)] if block.kind is BlockKind.PARAGRAPH else []
    if len(starts) < LEAST_DAYS or block.text[: starts[0]].strip(" *"):
        yield block
        return
    for at, (start, end) in enumerate(zip(starts, [*starts[1:], len(block.text)], strict=True)):
        yield replace(block, text=block.text[start:end].strip(" *"), breaks=block.breaks if at == 0 else 0)
