"""Words that many tables have: units of time, days, months, the parts before and after a session."""

from __future__ import annotations

from voicecoach.authoring.rules.language.pattern import any_of

SECONDS = "(?:s|secs?|seconds)"
MINUTES = "min(?:ute)?s?"
UNIT_OF_TIME = any_of("s|secs?|seconds?", "mins?|minutes?|'")
UNIT_OR_M = any_of("s|secs?|seconds?|m|mins?|minutes?")
"""A unit of time where `m` can be none but minutes."""

DAY = any_of("mon|tues|wednes|thurs|fri|satur|sun") + "day"
"""A day of the week, in full."""
SHORT_DAY = any_of("mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun") + "(?:day)?"
"""A day of the week, in full or cut short: `Tue`, `Thurs`."""
MONTH = any_of(
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?",
    "aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?",
)
"""A month, in full or cut short."""

KILOS = any_of("kgs?|lbs?|kilos?|pounds?")

WARM_UP = "warm[ -]?up"
COOL_DOWN = "cool[ -]?down|warm[ -]?down"
"""Two alternatives, to stand among others."""

PICTURE = any_of(r"fig(?:ure(?!\W*[48]\b))?", "image|picture|photo|pic|illustration|diagram")
"""What is shown beside the text, before its number; `Figure 4` is an exercise."""
