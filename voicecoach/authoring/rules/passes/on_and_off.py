"""What is run or ridden `on` and `off`: `8 min ON, 3 min easy spin`, `5 x 30 s on / 30 s off`, called an effort.

Beside exercises it is the pattern that these are done by, as in `40 s on, 20 s off` above a list of them, and stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.clock_words import MODES
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import MINUTES, SECONDS

_LONG = rf"\d[\d:.½]*(?:\s?[-–]\s?\d+)?[\s-]?(?:{SECONDS}|{MINUTES}|m|['\"])"
_BEHIND = r"(?=\s*(?:$|[,/;&+()|.–-]|(?:and|then|with|followed|at|for|x)\b|x\s?\d|(?-i:[A-Z][a-z])))"
_ON = in_any_case(rf"(?P<long>(?<![\w.]){_LONG})\s+(?:of\s+)?on{_BEHIND}(?:\s*\((?P<how>hard|fast|easy|steady)\))?")
_ALONE = in_any_case(rf"\W*(?P<pair>{_LONG}\s+(?:effort|hard|fast|steady)\W+(?:and |then )?{_LONG}\s+(?:of )?off\b\W*)")
"""A pair that is not said how often: it is done once."""
_AGAIN = in_any_case(r"\W*(?:repeat|x\s?\d|\d+\s?(?:x|times|rounds)|do (?:this|that|it))\b")
_OF_CLOCK = in_any_case(
    rf"\b(?:{MODES.pattern}|bikes?|turbo|trainer|treadmill|track|erg|hills?|tempo|threshold|intervals?)\b"
)
_STATION = in_any_case(
    rf"(?:{MODES.pattern}|bike|cycle|row(?:er|ing(?: machine)?)?|treadmill|erg|run|jog)(?: sprints?)?"
)
"""A line that only says how one moves, as in a list of stations."""
_ASIDE = in_any_case(r"\b(?:stretch\w*|mobility|drills?|warm|cool|foam|strength|core|weights)\b")
MOST_WORDS = 10


def with_efforts(blocks: Sequence[Block]) -> list[Block]:
    """The blocks of a run or a ride, with what is `on` in it as an effort."""
    if not any(_ON.search(one.text) for one in blocks) or not _is_of_clock(blocks):
        return list(blocks)
    return [replace(one, text=_told(one, blocks[at + 1 :])) for at, one in enumerate(blocks)]


def _is_of_clock(blocks: Sequence[Block]) -> bool:
    """Whether nothing in a text is done but what is run or ridden, or loosens one up before and behind."""
    are_stations = any(_STATION.fullmatch(one.text.strip(" *•-")) for one in blocks)
    return any(_OF_CLOCK.search(one.text) for one in blocks) and not (are_stations or any(map(_is_of_exercise, blocks)))


def _is_of_exercise(block: Block) -> bool:
    """Whether a short line or the cell of a row calls an exercise that isn't run or ridden."""
    bare = _OF_CLOCK.sub("", _ON.sub("", block.text))
    is_short = len(block.text.split()) <= MOST_WORDS or block.kind in {BlockKind.ROW, BlockKind.ITEM}
    return is_short and not _ASIDE.search(bare) and has_movement(bare)


def _told(block: Block, behind: Sequence[Block]) -> str:
    text = _ON.sub(lambda found: f"{found['long']} {found['how'] or 'effort'}", block.text)
    is_once = text != block.text and _ALONE.fullmatch(text) and not (behind and _AGAIN.match(behind[0].text))
    return f"1 x {text.strip()}" if is_once else text
