"""`m` for minutes: `jog 2m, walk 2m`, for nobody walks two metres. `M` is miles.

Beside what is sprinted or swum it is metres.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.late_patterns import late

_HOW = (
    r"(?:(?:brisk|easy|gentle|slow|steady|light|fast|hard|recovery|continuous|long|non-?stop) )?"
    r"(?:walk(?:ing)?|jog(?:ging)?|run(?:ning)?|easy|hard|steady|tempo|spin(?:ning)?|recovery|recover|rest"
    r"|warm[ -]?up|cool[ -]?down)\b"
)
_FIRST = r"(?:for |of )?"
_SHORT = late(
    rf"\b{_HOW}:? {_FIRST}[1-6](?:\.5)?(?-i:m)\b|(?<![\w.])[1-6](?:\.5)?(?-i:m) (?:of )?{_HOW}", re.IGNORECASE
)
"""A leg of a few `m`."""
_METRES = in_any_case(
    r"\b(?:sprints?|sprinting|shuttles?|cones?|sleds?|carry|carries|crawls?|drills?|swim\w*|pool|kick|lunges?|strides?"
    r"|skips?|bounds?|backwards?|sideways|hops?|met(?:re|er)s|yards?|hall|pitch|beep|steps"
    r"|farmer\S*|yoke|bear|toes?|heels?|tandem|turn|frame|gait|wall|line|sideways|stick|crutch\w*)\b"
)
_M = late(
    rf"(?P<before>\b{_HOW}:? {_FIRST})(?P<first>\d{{1,2}}(?:\.5)?)(?-i:m)\b"
    rf"|(?<![\w.])(?P<last>\d{{1,2}}(?:\.5)?)(?-i:m)(?= (?:of )?{_HOW})|(?<=\()(?P<all>\d{{1,2}})m(?= total)",
    re.IGNORECASE,
)


def with_minutes(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; in a text with legs of a few `m` each, beside none that can be so short, these are minutes."""
    is_short = any(_SHORT.search(one.text) for one in blocks)
    if not is_short or sum(len(_M.findall(one.text)) for one in blocks) < LEAST_LEGS or any(map(_is_of_metres, blocks)):
        return list(blocks)
    return [replace(one, text=_said(one.text), cells=tuple(map(_said, one.cells))) for one in blocks]


def _is_of_metres(block: Block) -> bool:
    """Whether it calls what is so short: a line that counts `m`, or a title."""
    is_title = len(block.text.split()) <= MOST_WORDS_OF_TITLE
    return bool((is_title or _IN_M.search(block.text)) and _METRES.search(block.text))


MOST_WORDS_OF_TITLE, LEAST_LEGS = 4, 2
_IN_M = late(r"\d\s?m\b", re.IGNORECASE)


def _said(text: str) -> str:
    return _M.sub(lambda found: f"{found['before'] or ''}{found['first'] or found['last'] or found['all']} min", text)
