"""Notes below a list that its lines are marked for: `Lunges x 12*` above `*each leg`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.prose.both_sides import in_one
from voicecoach.late_patterns import late

MOST_WORDS = 14
_MARK = r"\*{1,3}|[†‡§]"
_MARKED = re.compile(
    rf"(?<=[\w)%])\s?(?P<mark>{_MARK})(?![*\w])(?=\s*$|\s*[:,;]|\s+[-–—(]|\s+(?:x\s?)?\d)",
)
_NOTE = late(rf"\s*\(?(?P<mark>{_MARK})\s*(?P<note>[^\s*].*)", re.DOTALL)
_WEIGHTS = in_any_case(
    r"\d[\d.]*[\s-]*(?:kgs?|kilos?|lbs?|pounds?|\#)\s+(?:weights|dumb-?bells|dbs|kettle-?bells|kbs|plates)",
)
"""Behind how many of them: `two 10 lb weights`."""
_LISTS = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def with_footnotes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a mark behind an exercise is left out, with its note in brackets if that says how much or the side.

    Such a note stands nowhere else then.
    """
    marked = {found["mark"] for one in blocks if one.kind in _LISTS for found in _MARKED.finditer(one.text)}
    if not marked:
        return list(blocks)
    is_one = sum(one.marker == "*" for one in blocks) == 1
    notes = {at: note for at, one in enumerate(blocks) if (note := _note(one, is_one=is_one)) and note[0] in marked}
    said = {mark: text for mark, text in notes.values() if _is_amount(text)}
    used = {at for at, (mark, text) in notes.items() if said.get(mark) == text}
    return [_unmarked(one, said) if one.kind in _LISTS else one for at, one in enumerate(blocks) if at not in used]


def _note(block: Block, *, is_one: bool) -> tuple[str, str] | None:
    """The mark and the text of a note, `None` if a block is none: an item may be, if it is the one with its sign."""
    if block.kind is BlockKind.PARAGRAPH and (found := _NOTE.fullmatch(block.text)):
        return found["mark"], found["note"]
    return ("*", block.text) if is_one and block.marker == "*" else None


def _is_amount(text: str) -> bool:
    facts = facts_of(parts_of(in_one(text)))
    return len(text.split()) <= MOST_WORDS and bool(facts.sides or facts.has_amount or facts.load)


def _amount_of(note: str) -> str:
    """A note; its weight alone, if it says nothing else of how much: `I used two 5 kg weights for these`."""
    facts = facts_of(parts_of(in_one(note)))
    is_weight = bool(facts.load) and not (facts.sides or facts.seconds or facts.sets or facts.distance_m)
    is_of_things = facts.reps is None or bool(_WEIGHTS.search(note))
    return facts.load or note if is_weight and is_of_things else note


def _unmarked(block: Block, said: dict[str, str]) -> Block:
    found = _MARKED.search(block.text)
    if not found:
        return block
    note = _amount_of(said.get(found["mark"], "").strip(" .)"))
    text = _MARKED.sub("", block.text)
    return replace(block, text=f"{text.rstrip()} ({note})" if note else text)
