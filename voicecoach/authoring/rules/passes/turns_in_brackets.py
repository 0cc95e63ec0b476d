"""What is done in turn for some minutes, in brackets behind these: `Bike: 20 min (30 s hard, 90 s easy)`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest
from re import Match

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

LEAST_TURNS = 2
_UNIT = r"\s*-?(?:(?:s|secs?|seconds?|min(?:ute)?s?)\b|['\"])"
_TIME = rf"\d{{1,3}}{_UNIT}"
_EASED = any_of(
    "(?:active |easy |full |complete )?(?:rest|recover(?:y|ies)?|off)",
    "(?:very )?(?:easy|eas(?:ier|ily)|slow(?:ly|er)?|light|gentle)",
    "(?:easy |slow |gentle |light |brisk )?(?:walk|jog|cruis|pedal|pedall|spin|spinn|row)(?:e|ing)?",
    "(?:low|lower|moderate|easy|light|recovery) (?:intensity|effort|pace|speed|resistance|level)",
)
_IN_TURN = in_any_case(
    r"(?!.*\b(?:e\d?mom|amrap|tabata|circuit|every minute)\b)"
    rf"(?P<what>(?=.*[^\W\d_]{{3}})[^\d()\[\]]*)(?P<long>\d{{1,3}})\s*-?min(?:ute)?s?\b(?P<more>[^\d()\[\]]*)"
    r"[(\[]\s*(?:alternat(?:e|ing)\s+(?:between\s+)?)?"
    rf"(?P<hard>{_TIME})\s*(?:of\s+|at\s+)?(?P<how>(?![^\d]*\b(?:each|per)\b)[^\W\d_][^\d,;/+]*?)"
    rf"\s*(?:[,;/+–—-]|\band\b|\bwith\b|\bthen\b)+\s*(?P<easy>{_TIME})\s*(?:of\s+|at\s+)?(?P<eased>{_EASED})\s*[)\]]\W*"
)
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def with_turns_in_brackets(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; two efforts that fill minutes in turn are done as often as they fit: `Bike: 10 x (...)`."""
    return [_counted(one) if _may_be(one, after) else one for one, after in zip_longest(blocks, blocks[1:])]


def _may_be(block: Block, after: Block | None) -> bool:
    """Whether a block ends with brackets, and nothing is listed below it that is done so."""
    is_above = after is not None and after.kind is BlockKind.ITEM and block.kind is not BlockKind.ITEM
    return block.kind in _PLAIN and block.text.rstrip()[-1:] in {")", "]", "."} and not is_above


def _counted(block: Block) -> Block:
    found = _IN_TURN.fullmatch(block.text)
    turn_s = _seconds(found["hard"]) + _seconds(found["easy"]) if found else 0
    turns, over = divmod(int(found["long"]) * 60, turn_s) if found and turn_s else (0, 0)
    return replace(block, text=_told(found, turns)) if found and turns >= LEAST_TURNS and not over else block


def _seconds(time: str) -> int:
    number = "".join(one for one in time if one.isdecimal())
    return int(number) * (60 if "m" in time or "'" in time else 1)


def _told(found: Match[str], turns: int) -> str:
    what = f"{found['what'].strip(' :,–—-')} {found['more'].strip(' :,–—-')}".strip()
    return f"{what}: {turns} x ({found['hard']} {found['how']}, {found['easy']} {found['eased']})"
