"""Letters: what stands above them, of which the subject is the title of all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case

_ABOVE = in_any_case(
    r"(?P<subject>subject|re|fwd?)\s*:\s*(?:(?:re|fwd?|aw)\s*:\s*)*(?P<title>\S.*)",
    r"(?:from|to|cc|bcc|date|sent|reply-to)\s*:\s+\S.*",
)


def with_subject(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which the subject of a letter is its title, without what else stands above it."""
    found = list(takewhile(bool, (_ABOVE.fullmatch(block.text.strip()) for block in blocks)))
    at = next((at for at, one in enumerate(found) if one and one["subject"]), None)
    if at is None:
        return list(blocks)
    one = found[at]
    assert one  # noqa: S101 - it has the subject
    title = replace(blocks[at], kind=BlockKind.HEADING, text=one["title"], level=1, marker="")
    return [title, *blocks[len(found) :]]
