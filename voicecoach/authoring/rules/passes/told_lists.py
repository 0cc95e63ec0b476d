"""Lines that are a name and what is told of it: where most beside them are exercises, all are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import is_told, reads_as_name
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.section_words import REASONS, RULES, SECTION
from voicecoach.authoring.rules.language.sentence_words import RESTING
from voicecoach.authoring.rules.line_kinds.roles import UNDER
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.muscles_named import MUSCLE
from voicecoach.authoring.rules.passes.parting import is_told_about
from voicecoach.late_patterns import late

LEAST_ALIKE, LEAST_WORDS_TOLD, LEAST_WORDS_BEHIND, MOST_WORDS_AS_NAME = 3, 8, 4, 12
_LISTED = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})
_NAMED = re.compile(r"(?P<name>[A-Z][^.:;!?()–—]{2,40}?)(?P<sign>\.|:|\s+[-–—])\s+(?P<told>\S.*)", re.DOTALL)

_PART = r"(?:(?:upper|lower|inner|outer|front|back|side) )?(?:of (?:the )?)?" + any_of(
    "triceps?|biceps?|shoulders?|chest|quad(?:ricep)?s?|glutes?|hamstrings?|cal(?:f|ves)|core|back|neck|hips?",
    r"hip flexors?|groin|thighs?|i\.?t\.? ?b(?:ands?)?|lats?|forearms?|wrists?|ankles?|shins?|obliques|abs|spine",
    "feet|foot|arms?|legs?|knees?|hands?|fingers|toes|eyes|jaw|torso|waist|trunk|stomach|tummy|bum|bottom|soles?",
)
_OF_BODY = re.compile(
    rf"(?P<name>{_PART}(?:\s?(?:/|&|and)\s?{_PART})*)(?: stretch)?(?:\s+[-–—]|[:.])\s+(?P<told>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""A part of the body, and what is done with it: `Chest - clasp your hands behind you.`"""
_BARE_MOVE = in_any_case(
    r"(?:(?:slow|gentle|small|big|easy) )?(?:circle|roll|raise|shrug|twist|turn|tilt|swing|lift|rotation|drop"
    r"|flex|extension|squeeze|nod|pump|clench|curl|bend|stretch)(?:e?s)?"
    r"(?=\W*(?:$|\d|x ?\d|(?:for \d|each|both|per|in|five|ten|twenty)\b))"
)
"""What is moved is told by the label before it: `Wrists: circles, 10 each way`."""
_BESIDE = late(r"(?P<name>[A-Z][^:–—]{2,40}?)(?:\s+[-–—]|:)\s+(?P<told>\S.*)", re.DOTALL)
"""What else is in such a list: `Core/back (Cobra) - Lie on your front.`"""
_PLACED = late(r"\b(?:the|an?|your|yourself)\b", re.IGNORECASE)
"""What a name has none of: `foot on a step`."""
_COUNT = late(r"^(?:make |do )?(?P<count>\d{1,3})? ?(?=[a-z])", re.IGNORECASE)
_STRETCHES = re.compile(r"\bstretch(?:es|ing)?\b", re.IGNORECASE)
_SETS_BEHIND = late(r"[.,;]\s.*\d\s?(?:x|sets?|reps?|times|seconds|secs?|s)\W*$", re.IGNORECASE | re.DOTALL)
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
        listed = list(_by_part(stretch, before))
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


def _by_part(listed: Sequence[Block], before: Block | None) -> Iterator[Block]:
    """The lines of a list; where most begin with a part of the body, all that do are items of it.

    What tells how something is done is called by that part, below `these stretches` as a stretch of it.
    """
    found = [_told_of_part(one) for one in listed]
    is_list = len(listed) >= LEAST_ALIKE and 2 * sum(map(bool, found)) > len(listed)
    if is_list and not _is_done(listed, found, before):
        yield from [_told_of(block, one) if one else block for block, one in zip(listed, found, strict=True)]
        return
    if not is_list or listed[0].kind not in _LISTED or any(one and _are_several(one["told"]) for one in found):
        yield from listed
        return
    kind = " stretch" if before is not None and _STRETCHES.search(before.text) else ""
    for at, (block, one) in enumerate(zip(listed, found, strict=True), 1):
        marker = block.marker if block.marker[:1].isdecimal() else f"{at}."
        item = replace(block, kind=BlockKind.ITEM, marker=marker)
        named = one or _BESIDE.fullmatch(" ".join(block.text.split()))
        yield from _of_part(item, named, kind if one else "") if named else [block]


def _told_of_part(block: Block) -> re.Match[str] | None:
    """A part of the body and what is done with it, if that is more than an amount."""
    is_told = any(sign in block.text for sign in (": ", ". ", " - ", " – ", " — "))
    found = _OF_BODY.fullmatch(" ".join(block.text.split())) if is_told else None
    return found if found and re.search(r"[^\W\d_]{3}", parts_of(found["told"]).rest) else None


def _told_of(block: Block, found: re.Match[str]) -> Block:
    """The line as what is told of another: how one holds a part of the body, or which muscles work."""
    told = found["told"]
    is_about = is_told_about(told) or _is_muscles(told) or not has_movement(told)
    return replace(block, kind=BlockKind.PARAGRAPH, marker=f"{found['name']}{UNDER}", breaks=0) if is_about else block


def _is_muscles(told: str) -> bool:
    return all(MUSCLE.fullmatch(one.strip(" .")) for one in re.split(r",| and ", told))


def _is_done(listed: Sequence[Block], found: Sequence[re.Match[str] | None], before: Block | None) -> bool:
    """Whether it is told how much of them is done, or that they are stretches, and not how one stands or what works."""
    above = before.text.strip(" *:#") if before is not None else ""
    beside = [above, *(block.text for block, one in zip(listed, found, strict=True) if not one)]
    is_counted = any(parts_of(one["told"]).parts for one in found if one)
    is_about = RULES.fullmatch(above) or REASONS.match(above)
    return not is_about and (is_counted or any(map(_STRETCHES.search, beside)))


def _are_several(told: str) -> bool:
    """Whether several exercises stand behind a part of the body, which is their title then."""
    pieces = [one for one in re.split(r"[,;+]\s+", told) if has_movement(one) and parts_of(one).parts]
    return len(pieces) > 1


def _of_part(item: Block, found: re.Match[str], kind: str) -> Iterator[Block]:
    """The item by what is done; where that is told in a sentence, called by the part, with the sentence below."""
    part, told = found["name"], found["told"]
    if _is_name(told):
        yield replace(item, text=with_part(part, told))
        return
    kind = "" if facts_of(parts_of(told)).reps else kind
    yield replace(item, text=f"{part}{kind}")
    yield Block(BlockKind.PARAGRAPH, told, item.line, marker=f"{part}{UNDER}")


def _is_name(told: str) -> bool:
    if len(told.split()) > MOST_WORDS_AS_NAME:
        return False
    is_counted = facts_of(parts_of(told)).sets is not None
    first = parts_of(re.split(r"[,;(.:]", told)[0]).rest.strip()
    return bool(_BARE_MOVE.match(told)) or (
        (is_counted or ends_with_movement(first))
        and len(first.split()) <= LEAST_WORDS_BEHIND
        and not (is_told(first) or _PLACED.search(first))
    )


def with_part(part: str, told: str) -> str:
    """What is done, with the part of the body before it where that alone tells what is moved: `10 wrist circles`."""
    found = _COUNT.match(told)
    move = told[found.end() :] if found else told
    if not _BARE_MOVE.match(move):
        return told
    count = f"{found['count']} " if found and found["count"] else ""
    return f"{count}{re.sub('s$', '', re.sub('lves$', 'lf', part))} {move}"


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
