"""What is done each minute, in one spelling: `10 minutes: 12 swings every minute` as `Every minute for 10 minutes`.

A rate is none of it: `Row at 24 strokes per minute for 10 minutes`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import MINUTES

MOST_CHARACTERS = 160
_EACH = any_of(
    r"(?:per|a|each|every)\s+min(?:ute)?(?:,?\s+on\s+the\s+min(?:ute)?)?",
    r"(?:on|at\s+the\s+(?:top|start|beginning)\s+of)\s+(?:the|each|every)\s+min(?:ute)?",
)
_LONG = (
    rf"(?:(?:for|over|x|go\s+on\s+for|keep\s+going\s+for|repeat\s+for)\s+)?(?P<minutes>\d{{1,2}})\s?-?(?:{MINUTES}|')"
)
_COUNTED = r"(?:do\s+|perform\s+|complete\s+)?(?P<what>\d{1,3}\s(?:reps\s+(?:of\s+)?)?[^\W\d_][^\d.:;]*?)"
_NAMED = r"(?P<name>[^\W\d_][^\d.:;]{2,40}?)(?:\s+[-–—]|:)\s+(?P<reps>\d{1,3})(?:\s+reps)?"
_STOP = r"\s*[,;:.–—-]\s*"
_SPELLINGS = tuple(
    in_any_case(rf"{one}\s*[.!]?")
    for one in (
        rf"{_EACH}(?:{_STOP}|\s+){_COUNTED}{_STOP}{_LONG}",
        rf"{_LONG}{_STOP}{_COUNTED},?\s+{_EACH}",
        rf"{_COUNTED},?\s+{_EACH}(?:{_STOP}|\s+){_LONG}",
        rf"{_NAMED}\s+(?!per|a\s){_EACH}(?:{_STOP}|\s+){_LONG}",
    )
)
"""How one says that something is done each minute, and for how long, with no word for all of it."""
_HEAD = in_any_case(r".*\b(?:emom|every\s+minute\s+on\s+the\s+minute|on\s+the\s+minute)\b.*")
_BEHIND = in_any_case(rf"(?P<kept>(?:.*[:,;]\s+)?\d{{1,3}}\s+[^\W\d_][^\d:;]*?),?\s+{_EACH}\s*[.!]?")
"""What is counted once more in a list that is begun anew each minute: `12 swings per minute`."""
_EVERY = in_any_case(r"\be\d*m?om\b|\bon\s+the\s+minute\b|\bevery\s+(?:\d+\s*)?(?:min(?:ute)?s?|s(?:ec(?:ond)?s?)?)\b")
_LENGTH = in_any_case(
    r"\be(?P<m>\d)m?om\b|\bevery\s+(?P<n>\d+(?:\.5)?)\s*(?:min(?:ute)?s?|(?P<s>s(?:ec(?:ond)?s?)?))\b"
)
_WHICH = any_of(
    r"min(?:ute)?s?\W*\d{1,2}(?:\s*[,&/+]\s*\d{1,2})*",
    r"(?:\d(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|last|odd|even)(?:\s+min(?:ute)?s?)?",
    r"\d{1,2}|[a-h]\d?",
)
_REST = in_any_case(
    rf"(?:{_WHICH}\s*[.:)=–—-]+\s*)?(?:(?:full |complete |1 |one )?min(?:ute)?s? (?:of )?)?(?:rest|off|recover(?:y)?"
    r"|break)"
    r"(?:\s+(?:min(?:ute)?|(?:for )?(?:the|this|1|one|a|the whole) (?:full )?min(?:ute)?))?\s*[.!]?"
)
"""What is said of an interval in which nothing is done: `Minute 5: rest`."""
_LABELLED_REST = in_any_case(
    rf"(?:{_WHICH})\s*[.:)=–—-]+\s*.*(?:rest|off|recover|break).*", rf"{_WHICH}\s*(?:rest|off)"
)
LEAST_TASKS = 2
"""A rest below a single task is what is left of its interval."""
_RATE = in_any_case(
    r".*\b(?:at|strokes|steps|revolutions|revs|rpm|spm|beats|breaths|times|cadence|calories|cals|skips|m|met(?:er|re)s)\b.*"
)
_CLOCK = in_any_case(r"min|emom|tabata|amrap")
_IN_TURN = in_any_case(
    r"\balternat(?:e|ing|ed)\s+(?=e\d?mom\b|tabata|amrap|every\s+(?:\d+\s+)?(?:min|sec)|min(?:ute)?s?\b)"
)
"""That exercises are done in turn, which they are anyway: `Alternating EMOM`, no matter of sides."""


def with_minutes_first(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; what is done each minute has that said before it, or once above, and a minute's rest is one."""
    is_below = False
    for block in _with_rests(blocks):
        text = _spelled(block.text, is_below=is_below) if _may_be(block) else block.text
        is_below = bool(_HEAD.fullmatch(block.text)) or text != block.text
        yield block if text == block.text else replace(block, text=text)


def _with_rests(blocks: Sequence[Block]) -> Iterator[Block]:
    """The blocks; a rest that is the last in the list of what is done each minute is one between its rounds."""
    every_s, first = None, 0
    for at, block in enumerate(blocks):
        if _EVERY.search(block.text):
            every_s, first = _every_s(block.text), at
        elif block.kind is BlockKind.HEADING:
            every_s = None
        is_last = at + 1 == len(blocks) or not _is_listed(blocks[at + 1])
        is_own = at - first > LEAST_TASKS and _is_listed(block)
        if every_s and is_last and (_LABELLED_REST.fullmatch(block.text) or (is_own and _REST.fullmatch(block.text))):
            block = replace(block, kind=BlockKind.PARAGRAPH, text=f"Rest {every_s} s between rounds")  # noqa: PLW2901
        yield block


def _is_listed(block: Block) -> bool:
    """Whether one more interval's work may stand there."""
    return not block.breaks or block.kind is BlockKind.ITEM


def _every_s(text: str) -> int:
    """How long each interval is, in seconds."""
    found = _LENGTH.search(text)
    return round(float(found["n"] or found["m"]) * (1 if found["s"] else 60)) if found else 60


def _may_be(block: Block) -> bool:
    return (
        block.kind is not BlockKind.ROW and _CLOCK.search(block.text) is not None and len(block.text) <= MOST_CHARACTERS
    )


def _spelled(text: str, *, is_below: bool) -> str:
    text = _IN_TURN.sub("", text)
    for spelling in _SPELLINGS:
        if (found := spelling.fullmatch(text)) and (what := _what(found)):
            return f"Every minute for {found['minutes']} minutes: {what}"
    is_listed = is_below or _HEAD.fullmatch(text)
    behind = _BEHIND.fullmatch(text) if is_listed else None
    is_counted = behind and has_movement(behind["kept"]) and not _RATE.fullmatch(behind["kept"])
    return behind["kept"] if behind and is_counted else text


def _what(found: re.Match[str]) -> str:
    """What is done, its number first; nothing if that is a rate, or calls no movement."""
    said = found.groupdict()
    what = said.get("what") or f"{said.get('reps')} {said.get('name')}"
    return what if has_movement(what) and not _RATE.fullmatch(what) else ""
