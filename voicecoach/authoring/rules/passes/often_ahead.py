"""How often all of a list is done, before the list on its line: `Repeat 4 times: 10 squats, 10 dips`."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.late_patterns import late

_NUMBER = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_WHOLE = any_of(
    "this|that|these|it|them|all|the following|the|circuit|sequence|list|set|exercises|moves|through|for|of"
)
_OFTEN = in_any_case(
    rf"(?:then |now |and )*(?:repeat|do|perform|complete|go|run)(?: {_WHOLE})* {_NUMBER} ?(?:x|times)(?: through)?",
    rf"(?:do |go )?{_NUMBER} ?(?:x|times) through(?: (?:this|the following|all of this|of))*",
    rf"(?:the )?circuit,? (?:x ?{_NUMBER}|{_NUMBER} ?(?:x|times))",
    r"(?:do|complete|perform|in|for)?\W*(?:in \d{1,2} min(?:ute)?s?,? )?as many (?:rounds|sets)[^:]{5,40}"
    r"(?: in \d{1,2} min(?:ute)?s?)?(?: of)?",
    r"\d{1,2}(?:[-,/]\s?\d{1,2})+,?(?: (?:and|then) \d{1,2})? reps?(?: for time)?(?: of)?",
    rf"{_NUMBER} (?:rounds|sets), {_NUMBER} s(?:ec(?:ond)?s?)? [^:]{{4,30}}",
)
_AS_MANY_OF = late(
    r"(?:(?<=[a-z] min)|(?<=\d min)|(?<=\dmin)|(?<=mins)|(?<=minutes)) of:? (?=\d)"
    r"|(?<=you can) of (?=\d)|(?<=possible) of (?=\d)",
    re.IGNORECASE,
)
"""What leads from how long one goes on to what is done: `as many rounds as you can in 15 minutes of 10 squats, ...`."""
_SECONDS = r"\d{1,3} ?(?:s|secs?|seconds)?"
_INTERVALS = in_any_case(
    rf"(?:work )?{_SECONDS}(?: (?:on|work))?[ ,/&+]+(?:rest )?{_SECONDS}(?: (?:off|rest))?"
    rf"[ ,.;x]+{_NUMBER}(?: rounds?| times|x)?\.?"
)
_LISTED = late(r"\s*(?:[,;+&]|\bthen\b|\band\b)\s*")
LEAST_LISTED = 2


def often_ahead(text: str) -> tuple[str, str] | None:
    """How often a list is done that stands behind it, and the list; `None` of any other line."""
    text = _AS_MANY_OF.sub(": ", text, count=1) if "s many " in text else text
    head, colon, listed = text.partition(": ")
    is_often = bool(_OFTEN.fullmatch(head.strip()) or _INTERVALS.fullmatch(head.strip()))
    if not colon or not is_often or has_movement(head):
        return None
    items = [one for one in _LISTED.split(listed.strip(" .")) if one]
    return (f"{head}:", listed) if len(items) >= LEAST_LISTED and all(map(has_movement, items)) else None
