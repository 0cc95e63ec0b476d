"""Paragraphs that tell first what an exercise is good for, and then how it is done."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.capital_names import MOST_CHARACTERS, MOST_WORDS, calls_movement, is_order

_GOOD_FOR = any_of(
    "works?|targets?|strengthens?|stretch(?:es)?|engages?|trains?|activates?|tones?|hits?|improves?|builds?|develops?",
    "helps?|can help|wakes? up|challenges?|mobili[sz]es?|loosens?|opens?|isolates?|will",
    r"(?:is|are)(?=\s(?:an?|one|the|my|great|good|common|excellent|perfect|ideal|best|designed|meant|simple|easy|really"
    r"|also|such|fantastic|brilliant|wonderful|effective|amazing|superb|another)\b)",
)
_VERB = re.compile(
    r"\s(?:(?:exercises?|moves?|drills?|positions?|pose)\s)?(?:(?:primarily|mainly|mostly|really|also|specifically|directly|gently)\s)?"
    rf"{_GOOD_FOR}(?=\s)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"^(?:the|an?)\s", re.IGNORECASE)
LEAST_SUBJECTS, MOST_BELOW = 2, 6
"""So many paragraphs that begin like this call exercises; a single one may be a remark."""


def with_subjects(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which what a paragraph begins to tell of stands above it: `Clamshells target the hip. Lie ...`."""
    called = {at: name for at in range(len(blocks)) if (name := _subject(blocks, at))}
    if len(called) < LEAST_SUBJECTS:
        return list(blocks)
    missing = {at: name for at, name in called.items() if not _is_below_name(blocks[max(at - 1, 0) : at])}
    return [
        one for at, block in enumerate(blocks) for one in _below_name(block, missing.get(at), is_called=at in called)
    ]


def _below_name(block: Block, name: str | None, *, is_called: bool) -> Iterator[Block]:
    """The name, what it is good for, and how it is done."""
    if name:
        yield replace(block, text=name)
    if not is_called:
        yield block
        return
    reason, *told = sentences_in(block.text)
    yield Block(BlockKind.PARAGRAPH, reason, block.line)
    if told:
        yield Block(BlockKind.PARAGRAPH, " ".join(told), block.line)


def _subject(blocks: Sequence[Block], at: int) -> str | None:
    """The exercise that a paragraph tells to do, or those below it, of which it says first what it is good for."""
    block = blocks[at]
    if block.kind not in {BlockKind.PARAGRAPH, BlockKind.ITEM}:
        return None
    begun = _ARTICLE.sub("", block.text[:MOST_CHARACTERS], count=1)
    name = next((begun[: one.start()] for one in _VERB.finditer(begun) if _is_subject(begun[: one.start()])), None)
    told = sentences_in(block.text)[1:] if name else []
    told = told or (list(_told_below(blocks, at)) if name else [])
    is_done = any(map(is_order, told)) and any(parts_of(one).parts for one in told)
    return name[:1].upper() + name[1:] if name and is_done else None


def _told_below(blocks: Sequence[Block], at: int) -> Iterator[str]:
    """The sentences below one that stands alone, up to what calls an exercise, or tells of another."""
    for block in blocks[at + 1 : at + 1 + MOST_BELOW]:
        is_other = _VERB.search(block.text[:MOST_CHARACTERS]) and not is_order(block.text)
        if block.kind is not BlockKind.PARAGRAPH or is_other or _is_below_name([block]):
            return
        yield from sentences_in(block.text)


def _is_subject(name: str) -> bool:
    is_gone_on_with = " " not in name and name.endswith("ing")  # such as `Running`
    return not is_gone_on_with and calls_movement(name)


def _is_below_name(above: Sequence[Block]) -> bool:
    """Whether a short line with the name of an exercise stands right above."""
    last = above[-1].text if above else ""
    return len(last.split()) <= MOST_WORDS and has_movement(last) and not last.endswith(".")
