"""What is done by the clock, in the spelling that its grammar reads: without paces, sums, hours, titles before it."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.amount_forms.other_forms import OTHERWISE
from voicecoach.authoring.rules.language.name_words import AS_A_LEG, IN_SHORT
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import WARM_UP
from voicecoach.late_patterns import late

_REPEATED = in_any_case(r"(?<=[a-z])\s+(?=repeat\s+x?\s?\d)")
"""Between legs and how often they are done, where nothing else is: `Walk 5 min Jog 2 min Repeat x 3`."""
_PACED = late(
    r"(?<=pace)\s*\([~<@ ]*\d{1,2}:\d\d\s?\)|\s*\([~<@ ]*\d{1,2}:\d\d\s?[-–]\s?\d{1,2}:\d\d\s?\)"
    r"|\s*\([^()]*\d:\d\d\s?(?:/|per )\s?(?:km|mi|k\b)[^()]*\)"
)
"""How fast it is: `5 miles @ E pace (7:35-8:13)`."""
_PACE_FIRST = in_any_case(
    r"(?<=\()[~<@ ]*\d{1,2}:\d\d(?:\s?[-–]\s?\d{1,2}:\d\d)?\s?(?:/|per )\s?(?:km?|mi(?:le)?)\b(?: pace)?[,;]?\s+"
    r"(?=(?:with |w/ ?|and )?(?:an? )?\d)"
)
"""The same before a rest in the same brackets: `(5:00/km pace with 1 min jog between)`."""
_LED_BY = in_any_case(
    r"^(\W*\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?(?:min(?:ute)?s?|s|sec(?:ond)?s?)\b\**)\s*:\s+(?=[^\W\d_])"
)
"""How long something goes on, with a colon before what it is: `10 min: easy spin`."""
_OTHERWISE = in_any_case(rf"(?<=\w)\s*\((?!or \w+ (?:s|m)[a-z]+\))(?:{OTHERWISE.replace('_', ' ')})\s[^()]*\)")
_SUM = in_any_case(
    r"\s*\((?=[^()]*\b(?:total|altogether|in all|of intervals|of running|of work)\b|(?:that's|so|=) )[^()]*\d[^()]*\)",
    r"\s*=\s*(?:about |around |~ ?)?\d[\d.]*\s?(?:km?|miles?|min(?:ute)?s?)\b[^()]*(?=\))",
)
"""What the legs come to, in brackets: `(about 20 minutes in all)`."""
_ALTERNATED = in_any_case(r"\b(alternat(?:e|ing)\b(?:[^.;]|\.\d){4,60}?) with (?=(?:an? )?\d|[a-z]+ing for\b)")
"""What is done in turn: `alternate 1 minute of running with 2 minutes of walking`."""
LADDER = (
    r"(?:(?:run(?:ning)?|track|hill|speed|interval|tempo|distance|time|classic|up|down|the|a) ){0,2}"
    r"(?:ladder|pyramid|fartlek)\s*:?\s+(?=\d{1,4}(?:\s?[a-z]+)?\s?[-–,/])"
)
_LED = in_any_case(
    r"(?:[^\W\d_][\w'’]* ){0,3}(?:sessions?|workout|set|reps|intervals|ladder|pyramid|efforts|hills?|fartlek|track)"
    r"\s+[-–—]\s+(?=\d)",
    LADDER,
)
"""What a session is called, before what is run in it: `Hill session - 12 x 1 minute uphill`."""
_AT_HOUR = in_any_case(r",?\s*(?:@ ?|at )?\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?")
"""When one begins: `Easy run 6:30 am, 40 min`."""
_ONCE_MORE = in_any_case(r"\b(?P<again>repeat(?: (?:this|it|that|both|all))?) (?P<often>once|twice) (?:more|again)\b")
"""How much more often legs are done than once: `Run 5 min, walk 3 min. Repeat once more`."""
_SERIES = late(
    r"(?<![\d.,:/–-])\d{1,2}(?P<between>\s?[-–/]\s?|, ?)\d{1,2}(?:(?P=between)\d{1,2})+[\s-]?"
    r"(?P<unit>min(?:ute)?s?|sec(?:ond)?s?)\b",
    re.IGNORECASE,
)
"""Times that are run one after the other, with the unit behind the last: `5-4-3-2-1 min`."""
_AFTER = in_any_case(
    r"^\W*after (?:an? |your |the )?(?:(?:brief|quick|short|thorough) )?(?:warming up (?:with |for )(?:an? )?)?"
    r"(?P<ahead>\d+[\s-]*min(?:ute)?s?(?:[\s-]+(?!rest|off|break)(?:of )?[a-z]+){1,2}(?:[\s-]?(?:up|walk|jog))?)"
    r",\s*(?:(?:do|complete|perform)\s+(?=\d+\s*[x×]))?(?=[a-z\d])",
)
"""What is done before, as the sentence begins: `After a 5 minute warm-up, run 4 x 400 m`."""
BEHIND_PART = in_any_case(rf"^\W*(?:after|following)(?: (?:the|your|an?|this|that))? {WARM_UP},\s*(?=[a-z])")
"""Behind which part it is done, which is told on its own: `After the warm-up, ride hard for 3 minutes`."""
_ALL_FIRST = in_any_case(
    r"^\W*(?:for|spend)?(?: the next)? ?(?P<all>\d\d\s?min(?:ute)?s?),? ?[:–-]? ?"
    r"(?P<legs>alternat(?:e|ing)\b(?!.*,\s*(?:and\s+)?(?:then|before|finish))[^.]*?)[\s.]*$"
)
"""How long legs that are done in turn go on, before them: `For 20 minutes, alternate ...`."""
_OPTIONAL = in_any_case(r"\s*\((?:optional|bonus|if time[^()]*|if you like)\)(?=\s*[:–-])")
_OF_A_DAY = in_any_case(
    r"(?P<long>\d\s*(?:min[a-z]*|hours?|km|miles?))[\s,;(]+(?:once|twice|(?:\d|two|three|four|five)(?:\s*[-–]\s*\d)?\s*(?:x|times))"
    r"\s*(?:(?:a|per|each|every|/)\s*(?:day|week)|daily|weekly)\b\)?"
)
"""On how many days it is done, or how often on one, which is no number of sets."""


def in_one_spelling(text: str) -> str:
    """A line about what is run, with each thing said as the grammar has it (see `by_clock`)."""
    text = text[led.end() :] if (led := _LED.match(text)) else text
    if any(one in text for one in ("day", "week", "daily")):
        text = _OF_A_DAY.sub(r"\g<long>", text)
    text = _LED_BY.sub(r"\1 ", _PACED.sub("", _PACE_FIRST.sub("", text))) if ":" in text else text
    text = _AT_HOUR.sub("", text) if _AT_HOUR.search(text) else text
    if "-" in text or "/" in text or ", " in text or "–" in text:
        text = _SERIES.sub(_with_units, text)
    text = _ONCE_MORE.sub(_so_often, BEHIND_PART.sub("", text))
    text = _ALL_FIRST.sub(r"\g<legs> for \g<all>", _AFTER.sub(r"\g<ahead>, then ", text))
    text = _REPEATED.sub(", ", _OTHERWISE.sub("", _OPTIONAL.sub("", text)))
    text = _ALTERNATED.sub(r"\1 and ", IN_SHORT.sub("", _SUM.sub("", AS_A_LEG.sub("", text))))
    return text


def _so_often(found: re.Match[str]) -> str:
    return f"{found['again']} {2 if found['often'].lower() == 'once' else 3} times"


def _with_units(found: re.Match[str]) -> str:
    return ", ".join(f"{one} {found['unit']}" for one in re.findall(r"\d+", found[0]))
