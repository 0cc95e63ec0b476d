"""What is said once of each of a list, said of each: `30 seconds each of skips, high knees and butt kicks`."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.exercise_names.names import reads_as_name
from voicecoach.authoring.rules.exercise_names.whole_names import listed_names
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.vocabulary import UNIT_OF_TIME
from voicecoach.late_patterns import late

_EACH_OF = late(
    r"(?P<amount>(?:\d{1,2}\s?(?:sets?\s+of|[x×])\s?)?(?<![\d.:,])\d{1,3}(?:\s?[-–]\s?\d{1,3})?"
    rf"(?:\s+(?:reps?|repetitions)|(?P<timed>[\s-]?{UNIT_OF_TIME}))?)\s+each\s+of:?\s+(?:the\s+)?"
    r"(?P<list>(?!(?:these|those|them|your|following|our|my)\b)[^\W\d_][^.;:!?()\d]{3,160})",
    re.IGNORECASE,
)

LEAST_LISTED = 2


def with_each_counted(text: str) -> str:
    """The text with the amount of a list before each of its exercises."""
    return _EACH_OF.sub(_counted, text) if " each of" in text else text


def _counted(found: re.Match[str]) -> str:
    listed = found["list"].rstrip()
    names = listed_names(listed)
    called = sum(map(has_movement, names))
    if len(names) < LEAST_LISTED or 2 * called < len(names) or not all(map(reads_as_name, names)):
        return found[0]
    amount = f"{found['amount']} of" if found["timed"] else found["amount"]
    counted = [f"{amount} {one}" for one in names]
    return f"{', '.join(counted[:-1])} and {counted[-1]}{found['list'][len(listed) :]}"
