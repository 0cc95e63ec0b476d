"""A warm-up or a cool-down with its length and what is done in it on lines of their own, one below the other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP

_LENGTH = r"(?:(?:about|approx\.?|around|~)\s*)?\d{1,2}(?:\s?[-–]\s?\d{1,2})?\s*-?min(?:ute)?s?"
_LEG = in_any_case(
    rf"(?P<leg>{WARM_UP}|{COOL_DOWN})\s*[:–-]?\s*"
    rf"(?:[(:–-]?\s*(?P<length>{_LENGTH})\s*\)?\s*:?)?"
)
_ALONE = in_any_case(rf"\W*(?P<length>{_LENGTH})\W*")
_DONE = in_any_case(
    r"(?:(?:do|take|go for|begin with|start with|perform)\s+)?(?:(?:an?|some)\s+)?(?P<name>[^\d.:;!?]{3,70}?)"
    r"(?:,?\s+(?:until|till|while|so that|just to|around|in order)\b[^\d.:;!?]*)?\.?",
)
_MODE = in_any_case(
    any_of(
        r"\b(?:jog|walk|march|run|row|bike|cycle|skip|step)(?:ging|ing|ping|ning)?\b",
        r"\b(?:jump(?:ing)? rope|jumping jacks|cycling|elliptical|cross[ -]?trainer|treadmill|cardio)\b",
    )
)
MOST_WORDS = 12
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def with_legs_below(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; the one thing that is done in a warm-up has its length: `Warm-up` above `5 min` above `Light jog`."""
    at = 0
    while at < len(blocks):
        is_title = blocks[at].kind in _PLAIN or blocks[at].marker[:1].isdecimal()  # `Step 1: Warm-up`
        leg = _LEG.fullmatch(blocks[at].text.strip(" *#")) if is_title else None
        alone = _length(blocks, at + 1) if leg and not leg["length"] else ""
        length = (leg["length"] or alone) if leg else ""
        below = at + 1 + bool(alone)
        done = _done(blocks, below) if leg and length else ""
        if leg and done:
            yield from _in_one(blocks[at], blocks[below], leg["leg"], length, done)
            at = below
        else:
            yield blocks[at]
        at += 1


def _in_one(title: Block, told: Block, leg: str, length: str, done: str) -> Iterator[Block]:
    """A line with all of it; below a heading what is done with its length."""
    if title.kind is BlockKind.HEADING:
        yield replace(title, text=leg)
        yield replace(told, text=f"{done}: {length}")
    else:
        yield replace(title, kind=BlockKind.PARAGRAPH, marker="", text=f"{leg} ({length}): {done}")


def _length(blocks: Sequence[Block], at: int) -> str:
    """The length that is all of a line, `""` for any other line."""
    found = _ALONE.fullmatch(blocks[at].text) if at < len(blocks) and blocks[at].kind is BlockKind.PARAGRAPH else None
    return found["length"] if found else ""


def _done(blocks: Sequence[Block], at: int) -> str:
    """What a line alone says is done, `""` where it tells more than that, or more stands right below it."""
    block = blocks[at] if at < len(blocks) else None
    found = _DONE.fullmatch(block.text.strip()) if block and block.kind is BlockKind.PARAGRAPH else None
    after = blocks[at + 1] if at + 1 < len(blocks) else None
    is_last = after is None or bool(after.breaks) or after.kind is BlockKind.HEADING or after.marker[:1].isdecimal()
    name = found["name"].strip() if found else ""
    is_short = 0 < len(name.split()) <= MOST_WORDS and (bool(_MODE.search(name)) or has_movement(name))
    return name if is_short and is_last and " and " not in name else ""
