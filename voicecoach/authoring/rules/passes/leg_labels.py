"""What stands before the legs of a run or a ride and is none of their numbers: `CD: 1 mile`, `Interval 2 - 4 min`.

So is how long all of them go on, `Fartlek 30 min - 1 min fast/1 min slow`, which is no range of times.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import MINUTES, SECONDS

_LONG = rf"\d[\d.:½]*(?:\s?[-–]\s?\d+)?[\s-]?(?:{SECONDS}|{MINUTES}|kms?|k|miles?|mi|m)\b"
_END = in_any_case(rf"^\W*(?P<end>wu|w/u|cd|c/d|wd|w/d)\s*[:–-]\s*(?=(?:{_LONG})[\s.]*$)")
_ENDS = {"w": "Warm-up", "c": "Cool-down", "wd": "Cool-down"}
_COUNTED = in_any_case(
    r"^\W*(?P<word>interval|rep|repeat|effort|segment)\s*#?(?P<number>\d{1,2})(?:\s*[:.–-]\s*|\s+)"
    rf"(?={_LONG})"
)
_BARE = in_any_case(rf"(?P<long>{_LONG})(?=\s*(?:$|[,;/]|rpe\b|@))")
_RUN = in_any_case(r"^(?P<run>\W*(?:run|session|workout) #?\d)\s+[–-]\s+(?=\d)")
_ALL = in_any_case(
    rf"^(?P<label>(?:[^\W\d_]{{3,9}}:\s+)?)(?P<name>(?:[a-z]+ )?(?:fartlek|speed ?play)),? (?P<all>\d\d ?{MINUTES})"
    rf"\s*(?:[:–-]|as)\s*(?P<legs>\d+ ?(?:{MINUTES}|{SECONDS})\b[^/,+×\d]*[/,+]\s*"
    rf"\d+ ?(?:{MINUTES}|{SECONDS})\b[^/,+×\d]*)$"
)
LEAST_COUNTED = 2


def with_leg_labels(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, with what is said of each leg instead of such labels."""
    counted = [found for one in blocks if (found := _COUNTED.match(one.text))]
    series = {one["word"].lower() for one in counted if sum(_is_same(one, other) for other in counted) >= LEAST_COUNTED}
    return [replace(one, text=_told(one.text, series)) if one.kind is not BlockKind.ROW else one for one in blocks]


def _is_same(one: re.Match[str], other: re.Match[str]) -> bool:
    return one["word"].lower() == other["word"].lower()


def _told(text: str, series: set[str]) -> str:
    if end := _END.match(text):
        called = end["end"].lower().replace("/", "")
        return f"{_ENDS.get(called) or _ENDS[called[0]]}: {text[end.end() :]}"
    if (counted := _COUNTED.match(text)) and counted["word"].lower() in series:
        return _BARE.sub(r"\g<long> effort", text[counted.end() :], count=1)
    if all_of_it := _ALL.match(text):
        return "{label}{all} {name} ({legs})".format(**all_of_it.groupdict())
    return _RUN.sub(r"\g<run>: ", text)
