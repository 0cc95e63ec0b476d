"""How often alone on a line, and beside it what is run so often: `3 sets`, then `800 m (200 m) 400 m (200 m)`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.definitions.notation.spelling import in_digits
from voicecoach.late_patterns import late

_OFTEN = in_any_case(r"\W*(?P<often>\d{1,2})\s*(?:sets?|rounds?|reps?|times|x|×)(?:\s+of)?\W*")
_EACH = in_any_case(r"\s*,?\s*(?:per|each|every|in each)\s+(?:set|round|rep|time)\W*$")
_AGAIN = in_any_case(
    r"\W*(?:repeats?\s*[:=–-]?|(?:cycles?|rounds?)\s*[:=–-])\s*(?:x\s*)?(?P<often>\d{1,2}(?:\s*[-–]\s*\d{1,2})?)\s*(?:x|times|cycles?|rounds?)?\W*"
)
"""How often what stands above is done, behind the word for it: `Repeat: 8 times`, `Cycles: 6-8`."""
_WORK = in_any_case(r"\W*(?:work|effort|intervals?)(?: \d)?\W*:\W*(?=\d)(?P<what>.+)")
_MADE_OF = any_of(
    "containing|contains?|includ(?:es?|ing)|has|have|with|of|is|do|run|complete|perform",
    "(?:consist(?:s|ing)?|(?:is )?made up|made) of",
)
_LEADS_ON = any_of("of|of the following|the following|following|these|of these|this|through")
_SESSIONS = "(?:workouts?|sessions?|runs?|days?)"
_SO_OFTEN = in_any_case(
    rf"(?:(?:\D|\d{{1,2}} (?:{_SESSIONS}|times)\b){{0,60}}\b{_MADE_OF}\s+"
    r"|(?:workout|session|main set|intervals?)\s*:\s*)?"
    rf"(?P<often>\d{{1,2}}) (?:repetitions|repeats|reps|cycles|intervals)(?: {_LEADS_ON})?\s*:?"
)
"""How a line above a list of what is timed tells how often all of it is done: `Each workout has 8 repetitions of:`."""
_EACH_HAS = in_any_case(
    rf"(?P<how>(?:\d{{1,2}}|all|each|every|the|this week's) {_SESSIONS})\W*(?:each )?{_MADE_OF}(?: {_LEADS_ON})?\s*:?"
)
_ON_THE_WAY = late(
    r"\b(?:jog|walk|run|sprint|strid|hill|rid|bik|cycl|spin|row|ski|swim|easy|hard|fast)\w*", re.IGNORECASE
)
_HELD = late(r"\b(?:hold|pause|each side|per side|both sides)\b", re.IGNORECASE)
_OF_STEPS = (
    r"(?:then )?repeat (?:(?:steps?|exercises?|moves?|numbers?|intervals?) )?\#?1 ?(?:[-–&]|to|through|and) ?\#?"
)
_STEPS_AGAIN = in_any_case(
    rf"\W*{_OF_STEPS}(?P<last>\d{{1,2}}),? (?:for )?(?:a total of )?x ?(?P<often>\d{{1,2}})\W*",
    rf"\W*{_OF_STEPS}(?P<to>\d{{1,2}}),? (?:for )?(?:a total of )?(?P<times>\d{{1,2}})"
    r"(?P<more> (?:more|additional|other))? ?(?:x|times|rounds)(?P<again> more)?(?: in total)?\W*",
)
"""How often all of the list above is done, by the numbers of its items: `Repeat steps 1-3 four times`."""
_TIME = late(r"\d\s?(?:s|secs?|seconds?|min|mins|minutes?)\b|\d:\d\d", re.IGNORECASE)
_LEG = in_any_case(rf"\W*(?:\d+ ?min[a-z]* )?(?:{COOL_DOWN}|then|finish)")


def with_often(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which how often is written before what is done by the clock or by distance right below it."""
    found = list[Block]()
    for block in with_often_below([_led(blocks, at) for at in range(len(blocks))]):
        read = _joined(found[-1], block) if found else None
        found[-1:] = [read] if read else [*found[-1:], block]
    return found


def _led(blocks: Sequence[Block], at: int) -> Block:
    """A block; what leads to a list of what is timed only says how often all of that is done."""
    block, below = blocks[at], blocks[at + 1 : at + 1 + LEAST_TIMED]
    is_lead = block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and len(block.text) <= MOST_OF_A_LEAD
    if not is_lead or len(below) < LEAST_TIMED or not all(map(_is_timed, below)):
        return block
    text = in_digits(block.text.strip())
    if often := _SO_OFTEN.fullmatch(text):
        return replace(block, text=f"{often['often']} rounds of:")
    return replace(block, text=f"{each['how']}.") if (each := _EACH_HAS.fullmatch(text)) else block


def _is_timed(block: Block) -> bool:
    is_listed = block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
    is_timed = is_listed and bool(_TIME.search(in_digits(block.text))) and not _HELD.search(block.text)
    return is_timed and bool(_ON_THE_WAY.search(block.text))


LEAST_TIMED = 2
MOST_OF_A_LEAD = 100


def _joined(before: Block, block: Block) -> Block | None:
    is_plain = before.kind is block.kind is BlockKind.PARAGRAPH and not block.breaks
    often = _OFTEN.fullmatch(before.text) if is_plain and block.text[:1].isdecimal() else None
    legs = _EACH.sub("", block.text.strip())
    text = f"{often['often']} sets of ({legs})" if often else ""
    is_alone = bool(text) and not by_clock(legs)
    return replace(block, text=text, breaks=before.breaks) if is_alone and by_clock(text) else None


def with_often_below(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, in which how often stands below what is timed as `Repeat 8 times`, and what is timed without `Work:`.

    What stands above exercises that have no times says of those how often.
    """
    blocks = [_counted_again(blocks, at) for at in range(len(blocks))]
    found = list(blocks)
    for at, block in enumerate(blocks):
        again = _AGAIN.fullmatch(block.text) if at else None
        above = _above(blocks, at) if again else []
        is_timed = any(_TIME.search(one.text) and has_movement(one.text) for one in above)
        if not (again and is_timed) or (_is_beside_next(blocks, at) and not _LEG.match(blocks[at + 1].text)):
            continue
        found[at] = replace(block, text=f"Repeat {again['often']} times")
        for step, one in enumerate(above, 1):
            work = _WORK.fullmatch(one.text)
            found[at - step] = replace(one, text=work["what"]) if work and has_movement(one.text) else one
    return found


def _counted_again(blocks: Sequence[Block], at: int) -> Block:
    """A block; what says how often the items above are done, by their numbers, says it without these at their end."""
    block = blocks[at]
    again = _STEPS_AGAIN.fullmatch(in_digits(block.text)) if "epeat" in block.text else None
    above = list(takewhile(lambda one: one.kind is BlockKind.ITEM, reversed(blocks[:at]))) if again else []
    if again is None or len(above) != int(again["last"] or again["to"]) or _is_beside_next(blocks, at):
        return block
    often = int(again["often"] or again["times"]) + bool(again["more"] or again["again"])
    return replace(block, kind=BlockKind.PARAGRAPH, text=f"Repeat all of it {often} times.", marker="", level=0)


def _above(blocks: Sequence[Block], at: int) -> list[Block]:
    """The list that stands above, from its end."""
    return list(takewhile(lambda one: _is_beside(one, blocks[at]), reversed(blocks[:at])))


def _is_beside(block: Block, other: Block) -> bool:
    return (
        block.kind is other.kind and block.level == other.level and block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH}
    )


def _is_beside_next(blocks: Sequence[Block], at: int) -> bool:
    return any(_is_beside(blocks[at], one) and not one.breaks for one in blocks[at + 1 : at + 2])
