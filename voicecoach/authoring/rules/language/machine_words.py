"""How a treadmill or a bike is set: to which speed, how steep, how heavy, as a part of the words of the clock."""

from __future__ import annotations

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_UNIT = r" ?(?:mph|kph|kmh|km/h|miles (?:an|per) hour|%|percent|per cent)"
_NUMBER = r"(?:level )?(?:\d{1,2}(?:\.\d{1,2})?|\.\d)(?![\d:]|\.\d)"
_RANGE = rf"{_NUMBER}(?: ?(?:-|to|or) ?{_NUMBER})?"
VALUE = rf"{_RANGE}(?:{_UNIT})?(?![a-z%]| ?(?:x|min(?:ute)?s?|sec(?:ond)?s?|s|m|km?|miles?)\b)"
"""What is set: `6.0`, `3.5 to 4 mph`, `5%`, `level 4`."""
_MEASURED = any_of(
    rf"{_RANGE}{_UNIT}(?![\da-z%])",
    r"\d{1,2}\.\d(?= ?(?:$|[,;)]|\.(?!\d))| (?:for|and|then|at|on|or)\b)",
)
"""What can only be a speed or a slope."""
_WHAT = any_of(r"(?:(?:running|walking|treadmill|belt) )?speed", r"incline|elevation|gradient|grade|slope|resistance")
_CHANGE = any_of(
    "increas(?:e|ing)|rais(?:e|ing)|reduc(?:e|ing)|lower(?:ing)?|decreas(?:e|ing)|drop(?:ping)?|bump|crank|turn|kick",
    "push|bring|take|pick|dial(?: back)?|adjust|change|ramp|put|add",
)
_SOME = "(?:(?:the|your|treadmill|both|some|more|a bit of|a little) ){0,2}"
_SLIGHTLY = "(?: (?:slightly|gradually|(?:by )?a (?:bit|little|notch|touch)))?"
_TO = rf"(?: (?:to|by|at) {VALUE}| to (?:your|an?|the) (?:[a-z]+ ){{1,3}}(?:speed|pace|incline|resistance))"
_WAY = r"(?: up| down| back| again){0,3}"
CHANGED = any_of(
    rf"{_CHANGE}{_WAY} {_SOME}{_WHAT}(?: (?:and|&|or|/) {_WHAT})?{_WAY}{_SLIGHTLY}{_TO}?",
    rf"(?:{_CHANGE}|go|come|step|slow|speed|move)(?: it| things)?{_WAY} to {_MEASURED}",
    rf"to (?![\d. to-]+ ?(?:%|percent|per cent)){_MEASURED}",
)
"""What is changed of a machine, and is then done for some time: `increase the incline to 4%`, `drop it back to 3.5`."""
SET = rf"set (?:(?:the|your) )?(?:{_WHAT}|treadmill|belt|machine|bike)(?: {_WHAT})? (?:to|at|on) {VALUE}"
"""How it is set before something is done on it."""
SLOPED = any_of(
    rf"(?:(?:at|on|with) )?(?:an? )?{_RANGE}(?: ?%| percent| per cent)?"
    r" (?:incline|gradient|grade|slope|elevation)",
    rf"(?:somewhere |anywhere )?between {_NUMBER} and {_NUMBER}"
    rf"(?:{_UNIT}|(?= (?:incline|gradient|grade|slope)))(?![a-z])",
    r"(?:at|@|on|with) (?:an? )?(?:speed|level|incline|gradient|grade|resistance)(?: level| setting)?(?: of| at| to)?"
    rf" {VALUE}",
)
"""How something is done on it: `at a 4 percent incline`, `at incline level 4`."""
_FAST = r"\d{1,2}(?:\.\d)?"
_AN_HOUR = "(?:mph|kph|kmh|km/h|miles (?:an|per) hour)"
SPEED = any_of(
    rf"{_FAST}(?: ?{_AN_HOUR})?(?: ?(?:-|to|or) ?{_FAST})? ?{_AN_HOUR}",
    r"(?:(?<=\bat\s)|(?<=@\s)|(?<=@))\d{1,2}\.\d(?:(?: ?- ?| to | or )\d{1,2}\.\d)?"
    r"(?![\d:%]|\.\d| ?(?:km?|m|miles?|mi|min(?:ute)?s?|s)\b)",
)
"""How fast, of which a treadmill needs no unit: `7.5 to 8 mph`, `3 minutes at 6.5`."""
IS_CHANGE = in_any_case(CHANGED)
IS_SET = in_any_case(CHANGED, SET)
IS_SPEED = in_any_case(rf"{_FAST}(?: ?{_AN_HOUR})?(?: ?(?:-|to|or) ?{_FAST})? ?{_AN_HOUR}|\d{{1,2}}\.\d.*")
