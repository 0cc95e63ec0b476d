"""How much of an exercise somebody says who speaks: `fifteen of those`, `and the same on the left`."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.language.movements import bare_words
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.written import Span
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation.spelling import A_NUMBER_IN_WORDS, in_digits

MOST_OF_A_REP_S, MOST_TIMES, MOST_WORDS_OF_A_CLAUSE, LEAST_LETTERS = 12, 6, 14, 3
_LIMB = any_of("side|leg|arm|foot|hand|knee|right|left|one|way|direction|ankle")
_IN_WORDS = re.compile(A_NUMBER_IN_WORDS)
_WEIGHTS = re.compile(r"\b(?:(?:same|the|my|your|both|those|2|pair of) )*\d{1,2}s\b(?! (?:rest|off|on|hold))")
"""What somebody lifts and calls by its weight: `grab your 15s`."""
_CORRECTED = re.compile(
    r"\b\d{1,3}(?: (?:reps|sets|seconds|rounds|times))?(?: (?:on|per) \w+ \w+)?,?(?= )"
    r"(?:(?: sorry| no| wait| actually| i mean| make (?:it|that)| let's (?:say|do|make it)| or rather| not that),?)+"
    r" (?=\d{1,3}\b(?! ?(?:kg|kilo|lb|pound)))"
)
"""What somebody says instead of the number said first: `three sets, sorry, no, two sets`."""
_MOVED = re.compile(r"\b(comes?|lifts?|takes?|drops?|goes?) (?:off|out|in|up|down|back)\b")
_OF_THOSE = re.compile(r"\b(\d{1,3}) (?:of|more of) (?:those|these|them|'em|each)\b")
_ON_A_SIDE = re.compile(
    rf"\b(\d{{1,3}})(?= (?:on|with|to|for|going) (?:each|the|your|both|this|that|one|every) (?:\w+ )?{_LIMB}s?\b)"
)
_DONE = re.compile(
    r"\b(do|try|go|for|get|want|like|counting|through|another|is|just|only) (\d{1,3})"
    r"(?= ?(?:$|[,.!?]|please\b|altogether\b|all together\b|in total\b|in all\b|if\b|slow\b|here\b|alternating\b|with\b"
    r"|at a\b))"
)
_BY = re.compile(r"\b(\d) by (\d{1,2})\b")
_TIMES_OVER = re.compile(r"^\W*(\d{1,3}), (twice|\d times)\b")
_COUNTED = any_of("steps|circles|pumps|kicks|pulses|taps|swings|squeezes|lifts|scrunches|flutters|reps|repetitions")
_NOT_COUNTED = any_of("(?:hand|arm|leg|foot)(?:ed)?|legged|to|or|and|sets?|of|on|seconds?|minutes?")
_UNITS = any_of("sets|rounds|seconds|sec|min|kilo|pound|kg|lb|times")
_CLAUSE = in_any_case(
    r"\s+(?=(?:and|now|then|okay|ok|alright|so|but|if|because|remember|halfway|again|keep|come|let's|lovely|good|great"
    r"|switch|right)\b)"
)
OTHER_SIDE = in_any_case(
    any_of(
        r"(?:other|opposite|second) (?:side|leg|arm|foot|hand|knee|ankle|direction|way)",
        r"(?:switch|swap|change)(?: (?:it|that))?(?: over)?(?: (?:legs|sides|arms|feet|hands|knees))?\b(?! it up)",
        r"same (?:thing |again )?(?:on|with|to) the (?:left|right|other)|(?:over )?(?:on|to|with) (?:your|the) left",
        r"(?:and )?(?:now )?the left|flip (?:over|onto)|roll over and|this side|each side",
    )
)
"""How the other side is said."""
_SIDE = in_any_case(r"\b(?:left|right)\b")
AGAIN = in_any_case(
    r"\b(?:second|another|one more) (?:set|round|time)\b|\bset (?:number )?(?:two|2)\b"
    r"|\b(?:and |then )?repeat\b(?! (?:after|that on))"
)
"""How it is said that there is a second set."""
_EACH = any_of("per|each|for each|for every|on each|a")
ONE_MOVE = any_of("move|exercise|one|station")
WORK = in_any_case(
    r"\bwork(?:ing)? (?:for )?(?P<work>\d+)[ -]?sec",
    r"\b(?P<of_work>\d+)[ -]?seconds? (?:of )?(?:work|on)\b",
    r"\b(?P<on>\d+) on,? (?:and )?\d+ off\b",
    rf"\b(?P<each>\d+)[ -]?sec(?:ond)?s? {_EACH} {ONE_MOVE}\b",
    rf"\b(?:(?:every|each) {ONE_MOVE}|everything|they're all|(?:all|each) of (?:them|these))"
    r" (?:is|are|for|lasts?|goes on for)? ?(?P<every>\d+)[ -]?sec",
)
PAUSE = in_any_case(
    r"\brest(?:ing)? (?:for )?(?P<rest>\d+)[ -]?sec",
    r"\b(?P<of_rest>\d+)[ -]?seconds? (?:of )?(?:rest|off)\b",
    r"\b\d+ on,? (?:and )?(?P<off>\d+) off\b",
    r"\b(?P<to_move>\d+)[ -]?seconds? (?:to (?:move|change|swap|switch|get|set up|reset|rest|recover|walk)|between)\b",
)
_RESTING = in_any_case(
    r"\b(?:rest|breather|break|recover)\w*\b|\bin between\b",
    r"\bbetween (?:the |each|your |those|these|them|sets|goes)|\btake your (?:\d+|thirty)\b|\bhave your\b",
)


def clauses_said(text: str) -> list[str]:
    """What is said without a stop, clause by clause."""
    if len(text.split()) <= MOST_WORDS_OF_A_CLAUSE or re.search(r"[.!?;,]\s", text):
        return [text]
    return [one for one in _CLAUSE.split(text) if re.search(r"\w", one)]


def as_amounts(text: str, name: str) -> str:
    """What is said, with counts as they are written: `15 reps` for fifteen of those; `name` is what is done."""
    plain = _IN_WORDS.sub(lambda found: found[0] if found[0] == "one" else in_digits(found[0]), text.lower())
    plain = _CORRECTED.sub("", plain)
    plain = _MOVED.sub(r"\1", _WEIGHTS.sub(" ", plain))
    plain = _ON_A_SIDE.sub(r"\1 reps", _OF_THOSE.sub(r"\1 reps", plain))
    plain = _BY.sub(
        r"\1 sets of \2 reps",
        _TIMES_OVER.sub(lambda found: f"{found[1]} reps, {found[2].replace('twice', '2')[0]} sets", plain),
    )
    plain = _DONE.sub(r"\1 \2 reps", plain)
    words = [one for one in bare_words(name) if len(one) >= LEAST_LETTERS]
    if not words:
        return plain
    own = any_of(*(rf"{re.escape(one)}(?:e?s|ing)?" for one in words), _COUNTED)
    counted = rf"\b([2-9]|\d{{2,3}})(?= (?:(?!{_NOT_COUNTED}\b)\w+ ){{0,2}}{own}\b)(?! {_UNITS})"
    return re.sub(counted, r"\1 reps", plain)


def with_said(facts: Facts, more: Facts, text: str, *, is_by_clock: bool) -> Facts:
    """The facts of an exercise with what is said of it next: what is known stays, and what is said again is a side.

    `is_by_clock` says that its amount is that of all.
    """
    had = facts.has_amount or is_by_clock
    facts = _sided(_counted(_timed(facts, more, text), more, text), more, text, had=had)
    if AGAIN.search(text) and not facts.sets and had:
        facts = replace(facts, sets=(2.0, 2.0))
    load = more.load if more.load and not more.load.endswith("%") else None
    return replace(
        facts,
        distance_m=facts.distance_m or more.distance_m,
        load=facts.load or load,
        pause_s=facts.pause_s or more.pause_s,
        is_open=facts.is_open or more.is_open,
        notes=tuple(dict.fromkeys((*facts.notes, *(one for one in more.notes if Facts(notes=(one,)).is_loose)))),
    )


def _timed(facts: Facts, more: Facts, text: str) -> Facts:
    """With the rest and the time that are said; a short hold that came first is that of each repetition."""
    if more.rest_s:
        facts = replace(facts, rest_s=facts.rest_s or more.rest_s)
    if not more.seconds:
        return facts
    if _RESTING.search(text) and (facts.has_amount or facts.sets) and not (more.rest_s or more.reps):
        return replace(facts, rest_s=facts.rest_s or more.seconds)
    is_short = more.seconds[1] <= MOST_OF_A_REP_S
    if facts.seconds is None and (facts.reps is None or is_short):
        return replace(facts, seconds=more.seconds, is_hold=more.is_hold)
    if facts.seconds and facts.is_hold and facts.seconds[1] <= MOST_OF_A_REP_S and not is_short:
        return replace(facts, seconds=more.seconds, pause_s=facts.seconds, is_hold=more.is_hold)
    return facts


def _counted(facts: Facts, more: Facts, text: str) -> Facts:
    """With how many are said: of what is long, or far, these are sets."""
    times = more.repeat or (more.reps if re.search(r"\btimes\b|\btwice\b", text) else None)
    if more.reps and more.seconds and more.seconds[0] > MOST_OF_A_REP_S:
        times = times or more.reps  # two of these, 30 s each
    is_long = bool(facts.distance_m or more.distance_m or (facts.seconds and facts.seconds[0] > MOST_OF_A_REP_S))
    is_twice = times == (2.0, 2.0) and facts.reps is None
    if times and (is_long or is_twice) and times[1] <= MOST_TIMES:
        facts = replace(facts, sets=facts.sets or times)
    elif facts.reps is None:
        facts = replace(facts, reps=more.reps or more.repeat)
    if more.sets and more.sets == facts.reps and (facts.seconds or facts.pause_s) and re.search(r"\bsets\b", text):
        return replace(facts, sets=more.sets, reps=None)
    is_own = bool(more.reps) or more.sets != facts.reps
    return replace(facts, sets=facts.sets or (more.sets if is_own else None))


def _sided(facts: Facts, more: Facts, text: str, *, had: bool) -> Facts:
    """With its sides: the other one is said, or the same amount again with a left or a right."""
    is_same = facts.has_amount and more.has_amount and (more.reps or more.seconds) in {facts.reps, facts.seconds}
    is_other = bool(OTHER_SIDE.search(text)) or (is_same and bool(_SIDE.search(text)))
    sides = more.sides or (Sides.EACH if (had or more.has_amount) and is_other else None)
    return replace(facts, sides=sides) if sides and facts.sides is not Sides.ALTERNATING else facts


def settled(facts: Facts) -> Facts:
    """What is held in each repetition is its pause; what is done to the end of a time has no number."""
    if facts.reps and facts.seconds and facts.seconds[1] <= MOST_OF_A_REP_S:
        return replace(facts, pause_s=facts.pause_s or facts.seconds, seconds=None, is_hold=None)
    if facts.reps and facts.seconds:
        is_few = facts.reps[1] <= MOST_TIMES and not facts.sets
        return replace(facts, sets=facts.reps if is_few else facts.sets, reps=None)
    if facts.pause_s and facts.sets and not facts.has_amount:
        return replace(facts, seconds=facts.pause_s, pause_s=None, is_hold=True)
    return replace(facts, is_open=None) if facts.seconds and facts.is_open else facts


def first_number(form: re.Pattern[str], text: str) -> Span | None:
    """The number that a form finds first, in one of its groups."""
    found = form.search(text)
    number = next((one for one in found.groups() if one), None) if found else None
    return (float(number), float(number)) if number else None
