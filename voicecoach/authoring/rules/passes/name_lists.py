"""Lines that only name exercises, with commas and `and` between: `Bench press, dips and push-ups for chest`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.exercise_names.names import reads_as_name, unlabelled
from voicecoach.authoring.rules.exercise_names.whole_names import listed_names
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.prose.listings import AS_ONE, JOINED, is_listed

LEAST_LISTED, MOST_WORDS_OF_ONE, MOST_WORDS_OF_ANOTHER, MOST_OF_A_LINE = 3, 5, 3, 40
"""Of three, one may be such as `Bench`, which no movement is called by."""
_MUSCLE = (
    r"(?:(?:upper|lower|rear|mid|inner|outer) )?(?:chest|pecs?|back|lats?|traps?|shoulders?|delts?|arms?|biceps?"
    r"|triceps?|forearms?|abs|core|obliques|legs?|quads?|hamstrings?|hams|glutes?|hips?|calf|calves|thighs?|neck)"
)
_FOR_MUSCLE = in_any_case(
    rf"(?:\s+again)?\s+for\s+(?:the\s+|my\s+|your\s+)?{_MUSCLE}(?:(?:,|/| and| &)\s*{_MUSCLE})*\W*$"
)
"""What exercises are for: `... and dips for chest`."""
_STRETCHES = in_any_case(r"^(?:stretch(?:es|ing)?|mobility|drills)\s*:\s+(?=[^:]*,)")
"""What a list of names may be called by on its line: `Stretch: calf stretch, quad stretch, child's pose`."""
_REMARK = re.compile(r"\s*\([^()\d]*\)\W*$")
_LISTED = frozenset({BlockKind.ITEM, BlockKind.PARAGRAPH})


def by_names(block: Block) -> Iterator[Block]:
    """The block; a block for each exercise, if it is a line of nothing but their names."""
    is_line = block.kind in _LISTED
    label, called = _titled(block.text) if is_line and ": " in block.text else ("", [])
    names = _names(block) if is_line and not called else []
    if called:
        yield replace(block, text=f"{label}:")
        yield from (Block(BlockKind.ITEM, one, block.line, block.level + 1, "-") for one in called)
        return
    if is_line and not names and (slashed := _slashed(block.text)):
        names, block = slashed, replace(block, kind=BlockKind.ITEM, marker="-")
    if not names:
        yield block
        return
    for at, one in enumerate(names):
        yield replace(block, text=one, breaks=0 if at else block.breaks)


def _names(block: Block) -> list[str]:
    text = _STRETCHES.sub("", unlabelled(block.text).strip())
    if any(map(str.isdecimal, text)) or text.endswith((":", "?", "!")):
        return []
    bare = _FOR_MUSCLE.sub("", _REMARK.sub("", text)).rstrip(" .")
    names = [one.replace(JOINED, " and ") for one in listed_names(AS_ONE.sub(JOINED, bare))]
    is_pair = len(names) == LEAST_LISTED - 1
    if len(names) < LEAST_LISTED - 1 or (is_pair and block.kind is not BlockKind.ITEM):
        return []
    called = [one for one in names if is_listed(one, most_words=MOST_WORDS_OF_ONE) or _is_called(one)]
    others = [one for one in names if one not in called]
    are_plain = (block.kind is BlockKind.ITEM or not others) and all(
        len(one.split()) <= MOST_WORDS_OF_ANOTHER and reads_as_name(one) for one in others
    )
    is_for_muscle = len(bare) < len(text) and bool(_FOR_MUSCLE.search(text))
    are_counted = is_pair and not others and (is_for_muscle or all(one.endswith("s") for one in names))
    is_list = len(names) >= LEAST_LISTED and are_plain and LEAST_LISTED * len(others) <= len(names)
    return names if (is_list or are_counted) and names[-1] in called else []


_PART = in_any_case(rf"(?:day \w+\W+)?(?:{SECTION.pattern}|day \w+)")


def _titled(text: str) -> tuple[str, list[str]]:
    """The title on a line, and the exercises that are listed behind it without amounts: `Pull: rows, curls, chins`."""
    label, _, listed = text.partition(": ")
    bare = _REMARK.sub("", listed).rstrip(" .")
    names = [one.strip() for one in bare.split(",")] if not any(map(str.isdecimal, listed)) else []
    if len(names) < LEAST_LISTED or not _PART.fullmatch(label.strip(" *")) or not all(map(reads_as_name, names)):
        return "", []
    others = [one for one in names if not is_listed(one, most_words=MOST_WORDS_OF_ONE)]
    is_list = 2 * len(others) <= len(names) + 1 and all(len(one.split()) <= MOST_WORDS_OF_ANOTHER for one in others)
    return (label, names) if is_list else ("", [])


ARROW = re.compile(r"\s*(?:→|➔|➜|=>|-{1,2}>|\s>\s)\s*")
"""What leads from an exercise to the next."""
_OFTEN = in_any_case(
    r"[\s,;–-]*\(?\s*(?:repeat |do |for )?(?:x ?(?P<times>\d{1,2})|(?P<rounds>\d{1,2}) ?(?:x|times|rounds))\s*\)?"
    r"\W*(?:weight[\W_]*)?$"
)
_CHAINED = in_any_case(r"\b(?:complex|circuit|flow|sequence|super-?set|chain|medley)\b")
"""What is done in turn; else a chain may be what leads from one exercise to harder ones."""


def with_chains(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a line of exercises with arrows between is a list of them, with how often all of it is done above."""
    for block in blocks:
        label, listed = _labelled(block.text) if block.kind in _LISTED and ARROW.search(block.text) else ("", "")
        often = _OFTEN.search(listed)
        names = ARROW.split(listed[: often.start()] if often else listed) if listed else []
        is_done = bool(often or _CHAINED.search(label))
        if len(names) < LEAST_LISTED or not (
            is_done and all(map(reads_as_name, names)) and all(map(has_movement, names))
        ):
            yield block
            continue
        rounds = f"{often['times'] or often['rounds']} rounds" if often else ""
        title = " – ".join(filter(None, (label, rounds)))
        yield from [replace(block, text=f"{title}:")] if title else []
        for at, one in enumerate(names):
            deeper = block.level + bool(title)
            breaks = 0 if at or title else block.breaks
            yield Block(BlockKind.ITEM, one, block.line, deeper, block.marker or "-", breaks=breaks)


def _labelled(text: str) -> tuple[str, str]:
    """What stands before a colon, and what behind it: what has an arrow is no label."""
    label, _, listed = text.partition(": ")
    return ("", text) if ARROW.search(label) else (label, listed)


_SLASH = re.compile(r"\s*/\s+")


def _slashed(text: str) -> list[str]:
    """The exercises of a list without amounts that has strokes between: `Neck rolls/ arm circles/ trunk twists`."""
    names = [one.strip(" .") for one in _SLASH.split(text)]
    if not LEAST_LISTED <= len(names) <= MOST_OF_A_LINE or any(map(str.isdecimal, text)):
        return []
    are_names = all(reads_as_name(one) and len(one.split()) <= MOST_WORDS_OF_ONE for one in names)
    whole = sum(len(one.split()) > 1 and ends_with_movement(one) for one in names)  # `Run / bike / row` is a choice
    return names if are_names and 2 * whole >= len(names) else []


def _is_called(name: str) -> bool:
    """Whether a movement stands in it before what it is done on: `crunches on a ball`."""
    head = re.split(r"\s+(?:on|with)\s", name)[0]
    is_short = len(name.split()) <= MOST_WORDS_OF_ONE and reads_as_name(name)
    return is_short and (head != name or name.endswith("machine")) and has_movement(head)
