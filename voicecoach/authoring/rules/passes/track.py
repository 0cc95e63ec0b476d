"""Lengths on a track and on the road, which are written without their unit, or with one in short."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.late_patterns import late

RUN = in_any_case(
    r"\bjog|\bmiles?\b|\bmi\b|\btrack\b|\b(?:5|10)k pace\b|\bstrides?\b|\bthreshold\b",
    r"\brun(?:s|ning)?\b",
    r"\brow(?:er|ing)?\b|\blaps?\b|\bfartlek\b|\berg\b|\bmarathon\b|\b(?:5|10)k (?:training )?plan\b",
)
_ON_A_TRACK = r"(?:[2-689]00|1[02456]00|[23]000)"
_GONE = any_of("jog|walk|easy|hard|fast|steady|float|sprint|recovery")
_RACED = any_of(r"(?:\d{1,2}-?k|mile|tempo|threshold|race|half[ -]marathon|marathon)")
_TIMES = r"(?:(?<=\d[x×])|(?<=\d [x×] )|(?<=\d[x×] ))"
_TRACK_LENGTHS = in_any_case(
    rf"(?:{_TIMES}|(?<=w/ )|(?<=with )|(?<=off )|(?<=\brun )|(?<=\bjog )|(?<=\brow )|(?<=\bsprint )){_ON_A_TRACK}"
    rf"(?=\s+(?:w/|\(|(?:with|at|off|on|in|then|{_GONE})\b|{_RACED} pace\b)|\s*(?:[,.;)@]|$))",
    rf"(?:^|(?<=\()|(?<=, )){_ON_A_TRACK}(?=\s+(?:(?:{_GONE}|at|all out)\b|@))",
    r"(?:(?<=, )|(?<=\()|(?<=w/ )|(?<=with ))100(?=\s+(?:jog|walk|float)\b)",
    rf"{_TIMES}(?:[5-9]0|[1-4][05]0)(?=\s+(?:strides?|sprints?|pick-?ups)\b)",
)
"""Distances on a track, which are written without their unit as well: `4 x 200 w/ 200 jog`."""
_TRACK_SERIES = in_any_case(rf"{_TIMES}\((?P<series>{_ON_A_TRACK}(?:\s*[,/+-]\s*{_ON_A_TRACK})+)\)")
"""Several of them that are run one after the other: `2 x (400, 200, 200)`."""
_LADDER = late(
    rf"(?<![\d.,/-])(?:[13]50|100|{_ON_A_TRACK})(?:\s?[,/–-]\s?(?:[13]50|100|{_ON_A_TRACK})){{2,}}(?:\s?m\b)?"
    r"(?!\s?(?:[,/–-]?\s?\d|k?cals?\b|reps?\b|lbs?\b|kg|s\b|secs?\b|y(?:ar)?ds?\b))"
)
"""Distances that are run one after the other, each once: `400-800-1200-800-400`."""
_NUMBER = re.compile(r"\d+")
_MILES = late(
    r"(?<![\d.,])(?:[1-9]|1\d|2[0-6])(?:\.\d)?(?:\s?[-–]\s?\d{1,2}(?:\.\d)?)?\+?M(?=\s+[a-z@(+]|\s*[,;.)|]|\s*$)"
)
"""Miles, as British runners write them: `2M easy`."""
_RATE = late(
    r"(?P<long>\d\s?min(?:ute)?s?)\s?@\s?(?P<rate>1[6-9]|2\d|3[0-6])(?![\d:.-])(?!\s?(?:%|rpm|spm|mph|km|w\b|s\b))",
    re.IGNORECASE,
)
"""How many strokes a minute are rowed: `4 min @ 18, 3 min @ 20`."""
_ROWED = late(r"\b(?:row(?:er|ing)?|ergs?|ergometer)\b", re.IGNORECASE)


_NO_LENGTH = late(r"\s*(?:cals?\b|calories|watts?\b|w\b(?!/)|reps?\b)", re.IGNORECASE)
_OFTEN = late(r"\d\s*[x×]\s*$")
_CARRIED = late(r"\b(?:carry|carries|sled|lunges?|crawls?|sprints?|shuttles?|walking)\b", re.IGNORECASE)
MOST_BEHIND = 25


def on_track(blocks: Sequence[Block]) -> list[Block]:
    """The blocks with units behind the lengths of a track; of a row, in its cells as well."""
    is_rowed = any(_ROWED.search(one.text) for one in blocks)
    texts = [[_with_units(text, is_rowed=is_rowed) for text in (one.text, *one.cells)] for one in blocks]
    return [replace(block, text=text, cells=tuple(cells)) for block, (text, *cells) in zip(blocks, texts, strict=True)]


def _with_units(text: str, *, is_rowed: bool) -> str:
    text = _TRACK_LENGTHS.sub(_with_metres, _in_series(text)) if "0" in text else text
    text = _MILES.sub(_in_miles, text) if "M" in text else text
    return _RATE.sub(r"\g<long> row @ \g<rate> spm", text) if is_rowed and "@" in text else text


def _in_series(text: str) -> str:
    """The text with a unit behind each length of a series, and commas between."""
    text = _LADDER.sub(_in_metres_each, text)
    return _TRACK_SERIES.sub(lambda found: f"({', '.join(f'{one} m' for one in _NUMBER.findall(found[0]))})", text)


def _in_metres_each(ladder: re.Match[str]) -> str:
    """The distances of a ladder with their units, if they are none of what is lifted, counted or burnt."""
    before, behind = ladder.string[: ladder.start()], ladder.string[ladder.end() :][:MOST_BEHIND]
    named = re.split(r"[.:;]", before)[-1]
    is_other = any(has_movement(one) and not RUN.search(one) for one in (named, behind))
    is_other = is_other or before.rstrip().endswith("@") or bool(_NO_LENGTH.match(behind))
    return ladder[0] if is_other else ", ".join(f"{one} m" for one in _NUMBER.findall(ladder[0]))


def _in_miles(length: re.Match[str]) -> str:
    """A length in miles, if it is that of a run: not `Walking lunge 20M`, nor `4 x 20M`."""
    before = length.string[: length.start()]
    named = re.split(r"[.:;,(]", before)[-1]
    is_other = bool(_OFTEN.search(before)) or bool(_ROWED.search(named)) or bool(_CARRIED.search(named))
    return length[0] if is_other or (has_movement(named) and not RUN.search(named)) else f"{length[0][:-1]} miles"


def _with_metres(length: re.Match[str]) -> str:
    """A length with its unit, if none is counted that has a name before it: `Jump rope 3 x 200`."""
    named = re.split(r"[.:;,(]", length.string[: length.start()])[-1]
    return length[0] if has_movement(named) and not RUN.search(named) else f"{length[0]} m"
