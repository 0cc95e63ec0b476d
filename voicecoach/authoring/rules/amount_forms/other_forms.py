"""What others do, in brackets behind an amount, `5x5 (3x8 if you are new)`, and amounts that were said before."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.language.form_words import Traps
from voicecoach.authoring.rules.language.pattern import any_of
from voicecoach.authoring.rules.language.vocabulary import MINUTES, SECONDS
from voicecoach.late_patterns import late

_BEHIND = r"(?:(?<=\d\s)|(?<=%\s)|(?<=reps\s))"
_AMOUNT = r"[1-9] ?x ?\d{1,3}\b(?! ?(?:kg|lb|m\b|s\b|sec|min))"
_COUNTED = r"\d{1,3}(?:(?: ?- ?|_(?:to|or)_)\d{1,3})?"
_WHO = "beginners?|newbies|masters|advanced|easy|easier|light|scaled|women|men|juniors"
_WHEN = r"for_(?!time)|if_|when_|on_(?:your_)?knees|in_week_|beginners?|newbies|advanced"

_UNITS = ("min", "mins", "utes", "sec", "secs", "onds", "km", "reps", "miles", "each", "side", "leg", "arm", "%")
_BEHIND_UNIT = rf"(?:(?<=\d\s)|(?<=\d[smk]\s)|(?<=\d\s[smk]\s)|{'|'.join(rf'(?<={one}{chr(92)}s)' for one in _UNITS)})"
_PEOPLE = any_of(
    r"beginners|novices|newbies|newcomers|first-?_?timers|juniors|masters|veterans|under-?_?\d\ds?|goalkeepers|sprinters",
    "(?:new|newer|advanced|experienced|elite|strong|stronger|fast|faster|slower|younger|older|fitter|intermediate)"
    "_(?:runners|athletes|lifters|players|riders|swimmers|members|participants|folks|trainees|walkers)",
)
_DO = (
    "(?:(?:should|can|could|may|might|will|would|often|usually)_)?"
    "(?:do|does|did|start_with|begin_with|take|use|need|try|stick_to|aim_for|hold_for|rest_for|perform|complete)"
)
_SO_MUCH = (
    r"(?:only_|just_|up_to_|at_least_|about_)*(?:another_set|(?:\d+(?:\.5)?(?:_?(?:-|to)_?\d+)?|two|three|four|five)_?"
    rf"(?:sets?(?:_of_\d+(?:_?-_?\d+)?(?:_reps)?)?|reps|repetitions|kgs?|lbs?|{SECONDS}|{MINUTES})(?:_(?:of_)?rest)?)"
    "(?:_(?:instead|only|less|more))?"
)
OTHERS_DO = late(
    rf"(?:the_)?(?:{_PEOPLE}),?_{_DO}_{_SO_MUCH}[_.!]*$".replace("-?_?", "[- ]?").replace("_", r"\s+"), re.IGNORECASE
)
"""How a sentence begins that says what other people do: `Beginners should do`."""
OTHERWISE = any_of(
    "or|alternatively|divided_into|alternat(?:e|ing)_with",
    r"(?:which_)?(?:can|may)_be_(?:split|broken|done|divided)|(?:split|broken)_(?:up_)?into",
)
"""How an amount begins in brackets that another may be done instead of: `12 min (or 2 x 6 min)`."""

OTHERS: Traps = (
    (
        (
            "beginners|novices|newbies|newcomers|timers|juniors|masters|veterans|under|runners|athletes|lifters"
            "|players|riders|swimmers|members|participants|folks|trainees|walkers|goalkeepers|sprinters"
        ),
        rf"(?:^|(?<=[.!?;:]\s))\W{{0,3}}(?:the_)?(?:{_PEOPLE}),?_{_DO}_{_SO_MUCH}(?= ?(?:$|[.!?;]))",
    ),  # what other people do
    (
        "each|every",
        r"\b(?:each|every)_(?:stage|level|phase|week|session|workout)_(?:\d(?: ?- ?\d)?_?(?:x|times?)|twice|once)\b",
    ),
    ("or ", r"\(or_(?:(?:do_)?as_many|to_failure|max)\b[^()]*\)"),
    ("(or |(alt|(div|(whi|(can|(may|(spl|(bro", rf"{_BEHIND_UNIT}\((?:{OTHERWISE})_[^()]*\d[^()]*\)"),
    ("or ", rf"{_BEHIND_UNIT}or_\d{{1,2}} ?x ?\d{{1,3}} ?(?:{MINUTES}|{SECONDS})\b"),
    (
        "hand|dumbbell|db",  # a load for each hand is none of two sides
        (
            r"(?:(?<=kg)|(?<=kgs)|(?<=lb)|(?<=lbs)|(?<=dumbbells)|(?<=dumbbell)|(?<=dbs)|(?<=db))"
            r" ?(?:/|\bper_|\b(?:in_)?each_) ?(?:hand|dumbbell|db)\b"
        ),
    ),
    (
        "hr|heart",  # how fast the heart beats is no load
        (
            r"(?:(?:at|@)_?)?(?:about_|around_|approximately_)?\b\d+(?: ?- ?\d+)? ?%_(?:of_)?(?:your_|my_)?"
            r"(?:max(?:imum|imal)?_)?(?:hr(?:max)?|mhr|heart(?:_rate)?)\b"
        ),
    ),
    (
        "x",
        rf"{_BEHIND}\((?:[a-z]+_)?{_AMOUNT}[^()]*\b(?:{_WHEN})[^()]*\)",
        rf"{_BEHIND}\((?:{_WHO})(?: ?:)?_{_AMOUNT}[^()]*\)",
    ),
    (
        "beginner|newbies|masters|advanced|eas|light|scaled|men|juniors|novice|intermediate|expert|harder",
        (
            rf"{_BEHIND_UNIT}\((?:for_)?(?:{_WHO}|novices?|intermediates?|experts?|harder)"  # 2 x 10 (advanced: 3 x 15)
            r"(?:_(?:version|option|athletes?|lifters?))? ?[:,-]?_*"
            r"(?:sets?|reps?|x|of|seconds|sec|min(?:utes)?|_|\d|-)+\)"
        ),
    ),
    (
        "after",
        (
            rf"\bafter_(?:the_|about_)?\d+ ?-?(?:{MINUTES}|second|{SECONDS}),?"
            r"_(?=(?:turn|stop|switch|change|swap|move_on|you|the|it|jog_back|walk_back|come_back|head_back)\b)"
        ),
    ),
    (
        "until",
        (
            r"\buntil_(?:you|we)(?:'ve|_have)_(?:all_)?(?:done|completed|finished|run|got_through)\b"
            rf"(?!_{_COUNTED}_(?:rep(?:etition)?s|times|(?:(?:on|with|for)_)?(?:each|both)_[a-z]+)\b)[^.;]*"
        ),
    ),
    (
        "throughout|during|through|across",
        (
            rf"\b(?:throughout|during|through|across)_(?:the|each|your|every|all)"
            rf"_\d+ ?-?(?:{MINUTES}|second|{SECONDS})_[a-z]+"
        ),
    ),
)
