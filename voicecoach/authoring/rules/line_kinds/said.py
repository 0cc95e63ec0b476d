"""What a sentence says of exercises."""

from __future__ import annotations

import re
from dataclasses import dataclass

from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.exercise_names.names import Name

_AS_MANY = r"(?:sets?(?: ?(?:and|&|/) ?reps?)?|reps?(?: ?(?:and|&|/) ?sets?)?)"
SAME = re.compile(
    r"(?:,|;|:|\(|\s[-–—]|(?<=\d)|(?=\s(?:ditto|as above)\W*$))\s*(?:the )?"
    rf"(?:(?:same|ditto)(?: (?:again|as (?:above|before)|thing|amount|deal|(?:(?:on|for|in) )?{_AS_MANY}))*|as above)"
    r"(?P<rest> rests?(?: time)?(?: as (?:above|before))?)?(?:\W*$|(?=[,;.(]\s|\s(?:but|only|except)\b))",
    re.IGNORECASE,
)
"""What is the same as of the exercise before: `Curl, same rest`, or all of it."""


@dataclass(frozen=True)
class Said:
    """An exercise of a sentence with what is said of it."""

    name: Name
    facts: Facts
    text: str


@dataclass(frozen=True)
class Told:
    """The exercises of a sentence, and what it says of all of them.

    `pending` are those that it only names, whose amount may stand behind it. `is_running` says that they are walked and
    run by the clock without a rest. Then `before` of them come before what is gone through again and again, and `after`
    behind it; `total_s` is how long that goes on. `groups` are those of the exercises that go together, where there are
    several.
    """

    exercises: tuple[Said, ...] = ()
    facts: Facts = Facts()
    text: str = ""
    pending: tuple[Name, ...] = ()
    is_running: bool = False
    before: int = 0
    after: int = 0
    total_s: float | None = None
    groups: tuple[Told, ...] = ()
