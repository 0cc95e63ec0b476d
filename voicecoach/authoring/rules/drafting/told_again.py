"""How a session is done, told below `How to do it` where all that it counts is prescribed above: it is done once."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.late_patterns import late

_IT = r"(?:it|this|them|(?:the|this) (?:session|workout|run|ride|set|intervals?))"
_LABEL = in_any_case(
    rf"\W*(?:how (?:to|do you|you|i) (?:do|run|ride|perform|execute|complete|approach) {_IT}"
    r"|how (?:it|this) (?:works|goes|is done)|what to do|in (?:more )?detail|the details?|execution)\W*"
)
_AMOUNT = late(
    r"(?<![\w.])(?P<number>\d+(?:\.\d+)?)[ -]?"
    r"(?:(?P<s>s|secs?|seconds?)|(?P<min>mins?|minutes?)|(?P<km>km?)|(?P<m>m|met(?:re|er)s)|(?P<mi>miles?))\b"
)
_SIZES = {"s": ("s", 1), "min": ("s", 60), "m": ("m", 1), "km": ("m", 1000), "mi": ("m", 1609)}
_OFTEN = late(
    r"(?<![\w.:-])(?P<often>\d{1,2})(?: ?- ?(?P<most>\d{1,2}))?(?= ?(?:x|times|reps|rounds|sets|repeats)\b)"
    r"|\bx ?(?P<last>\d{1,2})(?: ?- ?(?P<end>\d{1,2}))?\b"
)
MOST_WORDS = 8

_EFFORTS = frozenset({"run", "runn", "jog", "jogg", "walk", "sprint", "ride", "rid", "go", "row", "swim"})
"""What one may be told to do where only efforts stand above: `6 x 2 min hard, 60 s easy`."""
Amounts = frozenset[tuple[str, float]]


def without_told_again(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without what is only told again below such a label, and that."""
    kept, told, above = list[Block](), list[str](), list[Block]()
    at = 0
    while at < len(blocks):
        paragraphs = list(_told_at(blocks, at))
        again = _all_again(paragraphs, above) if paragraphs else None
        if again is not None:
            told += [sentence for one in again for sentence in one]
            kept += [rest for one, said in zip(paragraphs, again, strict=True) for rest in _rest(one, said)]
            at += 1 + len(paragraphs)
            above = []
            continue
        kept.append(blocks[at])
        above.append(blocks[at])
        at += 1
    return kept, told


def _all_again(paragraphs: Sequence[Block], above: Sequence[Block]) -> list[list[str]] | None:
    """The sentences of each paragraph that count what stands above, `None` where one says anything else."""
    stated = " ; ".join(one.text for one in above)
    before, called = _amounts(stated), _moves(stated)
    again = [_again(one.text, before) for one in paragraphs]
    is_called = all(_moves(one.text) <= called | _EFFORTS for one in paragraphs)
    found = [one for one in again if one is not None]
    return found if any(again) and is_called and len(found) == len(again) else None


def _moves(text: str) -> frozenset[str]:
    """The words of a text that exercises are called by."""
    return frozenset(stem for one in bare_words(text) if has_movement(one) for stem in (one.removesuffix("ing"),))


def _told_at(blocks: Sequence[Block], at: int) -> Iterator[Block]:
    """The sentences below a label at a place."""
    block = blocks[at]
    if len(block.text.split()) > MOST_WORDS or not _LABEL.fullmatch(block.text):
        return
    yield from takewhile(
        lambda one: one.kind is BlockKind.PARAGRAPH and one.text.endswith((".", "!")), blocks[at + 1 :]
    )


def _again(text: str, above: Amounts) -> list[str] | None:
    """The sentences whose amounts all stand above, `None` where one has others."""
    sentences = [(one, _amounts(one)) for one in sentences_in(text)]
    return None if any(not said <= above for _, said in sentences) else [one for one, said in sentences if said]


def _rest(block: Block, told: Sequence[str]) -> Iterator[Block]:
    others = " ".join(one for one in sentences_in(block.text) if one not in told)
    if others:
        yield replace(block, text=others)


def _amounts(text: str) -> Amounts:
    """What a text counts, in seconds, metres and times."""
    small = spelled(text).text
    sizes = {_size(one) for one in _AMOUNT.finditer(small)}
    counts = {("x", float(one)) for found in _OFTEN.finditer(small) for one in found.groups() if one}
    return frozenset(sizes | counts)


def _size(found: re.Match[str]) -> tuple[str, float]:
    unit, factor = next(size for name, size in _SIZES.items() if found[name])
    return unit, float(found["number"]) * factor
