"""Lines that are a name and what is told of it: where most beside them are exercises, all are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import reads_as_name
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.section_words import RULES, SECTION
from voicecoach.authoring.rules.language.sentence_words import RESTING
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.parting import is_told_about

LEAST_ALIKE, LEAST_WORDS_TOLD, LEAST_WORDS_BEHIND = 3, 8, 4
_NAMED = re.compile(r"(?P<name>[A-Z][^.:;!?()–—]{2,40}?)(?P<sign>\.|:|\s+[-–—])\s+(?P<told>\S.*)", re.DOTALL)

_PART = r"(?:(?:upper|lower|inner|outer|front|back|side) )?(?:of (?:the )?)?" + any_of(
    "triceps?|biceps?|shoulders?|chest|quad(?:ricep)?s?|glutes?|hamstrings?|cal(?:f|ves)|core|back|neck|hips?",
    r"hip flexors?|groin|thighs?|i\.?t\.? bands?|lats?|forearms?|wrists?|ankles?|shins?|obliques|abs|spine",
    "feet|arms?|legs?",
)
_OF_BODY = re.compile(
    rf"(?P<name>{_PART}(?:\s?(?:/|&|and)\s?{_PART})*)(?: stretch)?(?:\s+[-–—]|:)\s+(?P<told>\S.*\.)\W*",
    re.IGNORECASE | re.DOTALL,
)
"""A part of the body, and how it is stretched: `Chest - clasp your hands behind you.`"""
_STRETCHES = re.compile(r"\bstretch(?:es|ing)?\b", re.IGNORECASE)
_SETS_BEHIND = re.compile(r"[.,;]\s.*\d\s?(?:x|sets?|reps?|times|seconds|secs?|s)\W*$", re.IGNORECASE | re.DOTALL)
"""How a line ends without a stop that tells of an exercise: `... and open the knees. Repeat 10x each side, 3 sets`."""


_AMOUNT_FIRST = re.compile(
    r"(?P<name>[A-Z][^.,:;!?()–—\d]{2,40}?)(?:[.,:]\s|\s[-–—]\s|\s\()\s*"
    r"(?P<amount>\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?(?:minutes?|mins?|seconds?|secs?|s|breaths|rounds|reps|repetitions|times)\b"
    r"(?: (?:on |per |each |every |a |both )+sides?)?)\)?\s*[.:–-]?\s+(?P<told>[A-Z]\w*[ ,]\S.*[.!])\W*",
    re.DOTALL,
)
"""A name, its amount and how it is done in one paragraph: `Melting Heart - 2 minutes From all fours, walk ...`"""


def _amounts_first(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, in which those are in two, of which several are a name with its amount and what is told behind it."""
    found = [_amount_first(one) for one in blocks]
    names = {one["name"].lower() for one in found if one}
    is_list = len(names) >= LEAST_ALIKE or (len(names) == LEAST_ALIKE - 1 and any(map(has_movement, names)))
    for block, one in zip(blocks, found, strict=True):
        yield replace(block, text=f"{one['name']}: {one['amount']}") if one and is_list else block
        if one and is_list:
            yield Block(BlockKind.PARAGRAPH, one["told"], block.line)


def _amount_first(block: Block) -> re.Match[str] | None:
    is_kind = block.kind is BlockKind.PARAGRAPH or (block.kind is BlockKind.ITEM and block.marker[:1].isdecimal())
    found = _AMOUNT_FIRST.fullmatch(" ".join(block.text.split())) if is_kind else None
    if not found or RULES.fullmatch(found["name"]) or SECTION.fullmatch(found["name"]) or RESTING.match(found["name"]):
        return None
    first = sentences_in(found["told"])[0]
    is_told = len(first.split()) >= LEAST_WORDS_BEHIND and not facts_of(parts_of(first)).has_amount
    return found if reads_as_name(found["name"]) and is_told else None


def told_alike(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks, in which a line is in two that is a name and what is told, as most lines beside it are.

    What is no exercise by its words has to be counted in a list.
    """
    before: Block | None = None
    for stretch in _lists(list(_amounts_first(blocks))):
        listed = list(_stretches(stretch, before))
        before = listed[-1]
        found = [_named(one) for one in listed]
        is_loud = all(map(_is_shouted, listed)) and 2 * sum(
            bool(one and has_movement(one["name"])) for one in found
        ) >= len(found)
        told = [one["sign"].strip() for one in found if one and (is_loud or _is_known(one))]
        is_list = len(listed) >= LEAST_ALIKE and 2 * len(told) >= len(listed)
        are_counted = is_list and all(map(_is_counted_behind, listed))
        for block, one in zip(listed, found, strict=True):
            if one and is_list and one["sign"].strip() in told and (are_counted or not _is_known(one)):
                yield replace(block, text=one["name"])
                yield Block(BlockKind.PARAGRAPH, one["told"], block.line)
            else:
                yield block


def _stretches(listed: Sequence[Block], before: Block | None) -> Iterator[Block]:
    """The items of a list; below `these stretches` what only calls a part of the body is a stretch of it."""
    found = [_OF_BODY.fullmatch(" ".join(one.text.split())) for one in listed]
    is_list = len(listed) >= LEAST_ALIKE and 2 * sum(map(bool, found)) > len(listed)
    if not is_list or before is None or not _STRETCHES.search(before.text) or listed[0].kind is not BlockKind.ITEM:
        yield from listed
        return
    for at, (block, one) in enumerate(zip(listed, found, strict=True), 1):
        marker = block.marker if block.marker[:1].isdecimal() else f"{at}."
        yield replace(block, text=f"{one['name']} stretch - {one['told']}" if one else block.text, marker=marker)


def _lists(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks in stretches of the same kind without an empty line between paragraphs."""
    stretch = list[Block]()
    for block in blocks:
        is_apart = block.kind is BlockKind.PARAGRAPH and block.breaks > 0
        is_apart = is_apart and not (stretch and any(is_it(stretch[-1]) and is_it(block) for is_it in _SO_WRITTEN))
        if stretch and (is_apart or _kind_of(stretch[-1]) != _kind_of(block)):
            yield stretch
            stretch = []
        stretch.append(block)
    if stretch:
        yield stretch


def _is_shouted(block: Block) -> bool:
    """Whether it begins with a name in capitals and goes on in small letters, as `HEEL SLIDES. Slide up` does."""
    found = _NAMED.fullmatch(" ".join(block.text.split()))
    return found is not None and found["name"].isupper() and not found["told"].isupper()


def _is_counted_behind(block: Block) -> bool:
    """Whether it begins with a name and a colon, and goes on with how it is done, and how often."""
    found = _named(block)
    return found is not None and found["sign"] == ":" and bool(parts_of(found["told"]).parts)


def _is_dashed(block: Block) -> bool:
    """Whether it begins with a name and a dash, and goes on with a sentence on how it is done."""
    found = _named(block)
    return found is not None and found["sign"] not in {":", "."} and len(found["told"].split()) >= LEAST_WORDS_TOLD


_SO_WRITTEN = (_is_shouted, _is_counted_behind, _is_dashed)
"""How paragraphs are written that are one list, with empty lines between them."""


def _kind_of(block: Block) -> tuple[BlockKind, int, bool]:
    return block.kind, block.level, block.marker[:1].isdecimal()


def _named(block: Block) -> re.Match[str] | None:
    """A line's name and what is told behind it, `None` if it is anything else."""
    is_counted = block.kind is BlockKind.ITEM and block.marker[:1].isdecimal()
    if not (is_counted or block.kind is BlockKind.PARAGRAPH):
        return None
    found = _NAMED.fullmatch(" ".join(block.text.split()))
    if not found or not reads_as_name(found["name"]) or parts_of(found["name"]).parts:
        return None
    is_title = RULES.fullmatch(found["name"]) or SECTION.fullmatch(found["name"])
    is_ended = found["told"].endswith(".") or bool(_SETS_BEHIND.search(found["told"]))
    is_told = is_told_about(found["told"]) if is_counted else is_ended
    is_exercise = is_counted or has_movement(found["name"]) or bool(parts_of(found["told"]).parts)
    return found if is_told and not is_title and is_exercise else None


def _is_known(named: re.Match[str]) -> bool:
    """Whether it is in two wherever it stands."""
    return has_movement(named["name"]) and is_told_about(named["told"])
