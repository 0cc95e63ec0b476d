"""The words of what is done by the clock, as a table: amounts, ways of moving, how often, and what stands between."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from voicecoach.authoring.rules.language.machine_words import CHANGED, SET, SLOPED, SPEED
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, compiled, in_any_case, range_of
from voicecoach.authoring.rules.language.spelled import Spelled
from voicecoach.authoring.rules.language.vocabulary import UNIT_OR_M
from voicecoach.authoring.written import Span
from voicecoach.late_patterns import late


class Is(Enum):
    """What a word of the grammar is."""

    AMOUNT = "a time, a distance, laps"
    HOW = "a way to move, or how hard"
    MEASURED = "how hard, by measure"
    AT = "what leads to a pace"
    OFTEN = "how often what stands beside it is done"
    OF_ALL = "how often all before it is done"
    REST = "a rest"
    RESTED = "a rest with its length"
    BETWEEN = "what makes a rest of what stands before it"
    OFF = "what makes a rest of what stands behind it"
    BOTH_ENDS = "a warm-up and a cool-down"
    THEN = "what parts"
    AND = "what joins"
    OPEN = "a bracket"
    CLOSE = "the end of a bracket"
    NOTE = "what is said beside it"
    FILLER = "a word without weight"


@dataclass(frozen=True)
class Token:
    """A word of the grammar in one spelling and as written; `often` is how often, `rest` the length of a rest."""

    kind: Is
    text: str
    written: str
    often: Span | None = None
    rest: str | None = None


_NO_DRILL = any_of("of|the|an?|for|by|do|or|and|in|on|at|as|to|your|some|main|each|then|off|with")
_STROKE = any_of(
    rf"(?:(?!{_NO_DRILL}\b)[a-z][a-z-]+ ){{1,2}}drills?",  # a drill is called by what stands before it: `fist drill`
    r"(?:front )?crawl|free(?:style)?|back(?:stroke)|breast(?:stroke)?|(?:butter)?fly|im",
    r"kick(?:ing)?|pull(?!-)|drill|choice|scull(?:ing)?",
)
_MODE = any_of(
    r"run(?:ning)?s?|jog(?:ging)?s?|walk(?:ing)?s?|sprint(?:s|ing)?|strid(?:es?|ers?)|shuffl(?:e|ing)",
    _STROKE,
    r"rid(?:e|ing)|spin(?:ning)?|cycl(?:e|ing)|pedal(?:l?ing)?",
    r"row(?:ing)?|paddl(?:e|ing)|swim(?:ming)?|ski(?:ing)?",
)
_EASY = any_of("easy|easily|gentle|gently|brisk|briskly|steady|relaxed|comfortable", "slow|slowly|smooth|light|firm")
_HARD = any_of("hard|fast|quick|quickly|strong|moderate|tough|all[ -]out|flat out|max(?:imum)?")
_IN_TURN = "(?:slow|fast|hard|easy|steady)"
_PACE = any_of(
    rf"(?:very |nice and |nice |super |really |fairly |v )?{_EASY}",
    rf"(?:very |moderately |really )?{_HARD}",
    rf"alternat(?:e|ing)(?: between)? {_IN_TURN}(?: ?/ ?| and | & ){_IN_TURN}",
    r"progressive|progression|time trial|attempt",
    r"tempo|threshold|sweet ?spot|race|float|fartlek|endurance|aerobic|vo2 ?max|ftp|mp|hmp|zone \d|z\d",
    r"pace|efforts?|intensity|pressure|recovery|recover",
    r"hills?|paddling|pieces?|erg|treadmill|trail",
    r"seated(?: (?:climb|sprint))?|standing(?: (?:climb|sprint)|(?= ?(?:$|[,.;])))",
    r"(?:in|out of) the saddle|climb(?:ing)?(?= ?(?:$|[,.;(]))",
    r"(?:high|low|fast|quick|slow)[ -]cadence|big gear|spin[ -]?ups?",
    r"(?:high|low|medium|moderate|max(?:imum)?)[ -]intensity",
    r"bursts?|surges?|intervals?|repeats?|pick-?ups?|openers?|accelerations?",
    r"as (?:hard|fast|easy|slow|quick|steady) as (?:you|we|i) can(?: hold)?|down(?= ?(?:$|[,.;(]))",
    r"up ?hill|up the hill|down ?hill|back down|on the flat|home",
)
_MEASURED = any_of(
    r"\d{2,3}(?:-\d{2,3})? ?%(?: (?:of )?(?:ftp|max|effort|hr|mhr|vo2 ?max|pace))?",
    r"\d{1,3}(?:-\d{2,3})? ?w(?:atts)?",
    r"(?:cadence (?:of )?)?\d{2,3}(?:-\d{2,3})?\+? ?rpm\+?|\d\d(?:-\d\d)? ?spm|r(?:ate )?\d\d(?:-\d\d)?|rpe \d(?:-\d)?",
)
_RACE = any_of(
    r"\d{1,2}-?k|(?:[248]00|1500|3000|5000) ?m?|mile|half(?:[ -]marathon)?|marathon",
    "goal|target|race|tempo|conversational|normal",
)
_LED_TO = r"(?:(?<=\bat\s)|(?<=@\s)|(?<=@)|(?<=\bin\s)|(?<=\bthan\s)|(?<=\byour\s)|(?<=\bgoal\s)|(?<=[(,]\s)|(?<=\())"
_RACED = any_of(
    r"(?:\d{1,2} ?(?:km?)? ?(?:-|/|to) ?)?\d{1,2}(?:\.\d)? ?km?|\d{1,2},?[05]00 ?m?|[2468]00 ?m?",
    "(?:1 )?mile|half(?:[ -]marathon)?|marathon|hm",
)
_FAST = r"(?:(?:current|goal|target|race|date|or faster|or slower) )*(?:pace|efforts?|speed|intensity)"
"""A pace that is called by a race, behind what leads to it: `at 5 km race pace`, where `3 x 2 km race pace` is run."""
_WHERE = "(?:last|first|middle|final|miles)"
_PART = (
    rf"(?:(?:goal|{_RACE}) )?(?:(?:half[ -])?marathon|race|tempo|threshold|steady|mp|hmp|lt|[etm])(?: (?:pace|effort))?"
)
_TIMES = r"(?P<often>\d{1,2}(?: ?(?:-|to) ?\d{1,2})?)"
_ALL = any_of(
    "this|that|these|it|them|all|(?:the|this|that) (?:sequence|interval|set|above|lot|whole thing|pattern|cycle|block)"
)
_COUNTED = any_of("x|times(?: through)?|lots of", "rounds?(?: of)?|sets?(?: of)?|repeats?(?: of)?|reps?(?: of)?")
_LAPS = r"\d{1,2}(?:\.5)? ?(?:laps?|lengths?(?: of the [a-z]+(?: [a-z]+)?)?)"
_SET_TO = r"(?:(?:a )?(?:speed|level|incline|gradient)(?: of)? )?"
_TOKENS: tuple[tuple[Is, str], ...] = (
    (
        Is.OF_ALL,
        (
            rf"(?:then )?(?:do|repeat|repeated|complete|go through)(?: {_ALL})* ?(?:for )?(?:a total of )?"
            rf"(?:x ?)?{_TIMES}(?: ?x| times)"
            r"(?: (?:all together|in total|in all|altogether|over|through))?"  # do this 5 times all together
        ),
    ),
    (Is.OFTEN, rf"{_TIMES} ?{_COUNTED}(?![a-z])(?: of)?"),
    (Is.OFTEN, r"(?P<often>\d{1,2}) (?=\d{1,2}[ -](?:min(?:ute)?|sec(?:ond)?|mile|km)s?\b)"),  # 6 1-minute surges
    (Is.OFTEN, rf"x ?{_TIMES}(?![\d:.]| ?(?:m|k|s|sec|min)\b)"),
    (Is.HOW, any_of(CHANGED, SET)),
    (Is.NOTE, SLOPED),
    (Is.BOTH_ENDS, r"warm[ -]?up (?:and|&|/|\+) (?:cool|warm)[ -]?down"),
    (Is.HOW, rf"{_LED_TO}{_RACED}[ -]{_FAST}"),
    (Is.HOW, rf"{_RACE}[ -](?:race )?(?:pace|effort)"),  # before the distances: 5k pace
    (Is.HOW, r"(?:(?<=\bat\s)|(?<=@\s)|(?<=@))(?:\d{1,2}k|mile|marathon|lt)"),  # 8 x 400 m @ 5k
    (Is.MEASURED, any_of(SPEED, _MEASURED)),
    (
        Is.NOTE,
        (
            r"(?:at|@) ?(?:approx\.? |about |around |~ ?)?\d{1,2}:\d\d(?: ?- ?\d{1,2}:\d\d)?"  # a pace
            r"(?: min)? ?(?:/|per )_?(?:km|k|mile|mi|\d+ ?m|100)\+?(?: pace)?"
            r"|(?:at|@) ?(?:about |around |~ ?)?\d{1,2}(?:\.\d{1,2})?(?: ?- ?\d{1,2}(?:\.\d{1,2})?)?"
            r"[ -]?min(?:ute)?s? ?(?:/|per |an? )_?(?:km|k|mile|mi)\b(?: pace)?"
        ),
    ),
    (
        Is.NOTE,
        (
            r"(?:(?:leaving|going|go|off) )?(?:on|@) ?(?:the )?\d{0,2}:\d\d(?![\d:]|[ ,/|-]*off)"
            r"|@ ?\d{2,3} ?s(?:ec(?:ond)?s?)?\b(?! ?(?:easy|jog|rest|walk|off|recover|float))"
        ),
    ),  # when the next one begins
    (
        Is.NOTE,
        (
            rf"(?:(?:with |w/ ?|incl\.? |including )(?:the |its )?(?:{_WHERE} )?|{_WHERE} )\d{{1,2}}(?:-\d{{1,2}})?"
            rf"(?: ?(?:miles?|mi|km?|min(?:ute)?s?))? (?:at|@) {_PART}(?![a-z])"  # a part of it: last 6 at race pace
        ),
    ),
    (
        Is.NOTE,
        (
            r"(?:(?:at|@|about|around) ?)?\d{1,2}(?: ?(?:-|to) ?\d{1,2})? ?(?:sec(?:ond)?s?|s)"
            r"(?: ?(?:/|per |an? )(?:km|mile|mi|k|lap))? (?:slower|faster|quicker) than(?: your)?"
            r"(?: current)?(?: goal| target)?"
            r"(?: (?:fast|easy|last|first|steady|normal) (?:run|jog|pace|interval|one))?(?: above)?"
        ),
    ),  # 10 s slower than 10k pace
    (Is.RESTED, rf"(?:r|ri|rest)(?: ?[:=] ?| )(?P<rest>:?\d{{1,3}})(?![\d:.']| ?{UNIT_OR_M}(?![a-z]))"),  # r=10
    (Is.AMOUNT, r"<seconds:t>"),
    (Is.AMOUNT, rf"<metres:d>|:\d\d(?![\d:])|{_LAPS}"),
    (Is.NOTE, r"(?:(?:a )?(?:little|bit|touch|much|slightly) )?(?:quicker|faster|slower|easier|harder)"),
    (
        Is.NOTE,
        (
            r"(?:descend(?:ing)?|desc|build(?:ing)?) ?#?\d{1,2} ?- ?\d{1,2}(?: ?[,&/] ?#?\d{1,2} ?- ?\d{1,2}(?! ?x))*"
            r"|breath(?:e|ing) (?:every )?\d(?: ?[/,-] ?\d)*|by (?:the )?(?:25|50|75|[1-4]00)'?s?(?![\d:.])"
        ),
    ),  # how the lengths of a swim differ
    (Is.BETWEEN, r"(?:in )?between(?: (?:each|every|them|efforts|reps|sets|intervals))?"),
    (Is.BETWEEN, r"after each(?: one| rep)?|each time|(?:for|as) recovery|to recover"),
    (Is.OFF, r"(?:and )?recover(?:ing)? (?:with|by|for)(?= )"),
    (
        Is.REST,
        (
            r"(?:complete |full |standing |static |passive )?"
            r"(?:rests?|off(?! \d)|recovery|recoveries|recs?|recover(?:ing)?|breather)(?! pace)"
        ),
    ),
    (Is.OFF, r"off(?= \d)|with|w/(?!u)|r ?= ?"),
    (Is.THEN, r",? ?(?:and )?(?:then|followed by|straight into|into)\b|;|\.(?!\d)|>"),
    (
        Is.FILLER,
        r"(?:on|during|in) (?:your|the|an?|each|every) (?:next |first |usual |regular )?(?:run|ride|jog|walk)(?= ?,)",
    ),
    (Is.HOW, rf"(?:warm|cool|swim)[ -]?(?:up|down|off)|w/u|wu|c/d|cd|{_MODE}|{_PACE}"),
    (Is.OPEN, r"[(\[]"),
    (Is.CLOSE, r"[)\]]"),
    (
        Is.FILLER,
        (
            r"(?:start|begin|finish|end|go|kick off|carry on)(?:ing)?(?: (?:off|up|out))?(?: with| by)?(?: at(?= a ))?"
            r"|(?:throw|mix|sprinkl|work)(?:e|ing)? in"
            r"|to (?:start|begin|finish|end|warm up|cool down)|(?:on|at|in) (?:the )?(?:start|end)"
        ),
    ),
    (Is.NOTE, rf"(?:at|@) ?{_SET_TO}\d{{1,2}}(?![\d:.a-z-]| ?(?:%|mph|k|m|s|x))"),
    (Is.AT, r"at|@|in"),
    (Is.FILLER, r"main(?: (?:set|part|session|course))?|a|an|the|of|for|by|do|or|your|some|about|approx\.?|around"),
    (Is.FILLER, r"up to|on|each|another|more|this|in total|again|alternat(?:e|ing)|just|only|turns? of"),
    (Is.FILLER, r"we|you|i|will|please"),
    (Is.AND, r"//?|[,+&|:–-]|and|as(?: follows)?(?= ?:? ?\d)|(?:made up|consisting) of|split into"),
)
"""What each word is, the first that fits."""
_WHOLE = r"(?:(?<![^\W\d_])|(?![^\W\d_]))"
"""The end of a word, behind a letter."""
_LEXER = tuple(
    (kind, compiled(f"(?:{source.replace(' ?', '_?').replace(' ', '_')}){_WHOLE}")) for kind, source in _TOKENS
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NUMBER = re.compile(r"\d{1,3}(?![\d:.])")
_MEANINGLESS = "*!"
MOST_NOTES, MOST_CHARACTERS = 8, 600
"""So many words of a line may be none of the grammar's, as long as they name no movement."""
_TELLING = in_any_case("until|total|was|were|did|had|took|ran|felt|my|if|when|not|don't|instead|every|always|sessions?")
"""Words of somebody who tells of a session, or of what is otherwise."""
MODES, STROKES = late(_MODE), late(_STROKE)


def tokens_in(line: Spelled) -> list[Token] | None:
    """The line in words of the grammar, `None` if it has another word."""
    tokens, at, notes = list[Token](), 0, 0
    while at < len(line.text):
        if line.text[at].isspace() or line.text[at] in _MEANINGLESS:
            at += 1
            continue
        kind, match = _next(line.text, at, after=tokens[-1].kind if tokens else None)
        notes += kind is Is.NOTE
        if match is None or notes > MOST_NOTES or (kind is Is.NOTE and not tokens):
            return None
        end = match.end() - (kind is Is.AMOUNT and _ends_sentence(line, match.end()))
        found = match.groupdict()
        often = range_of(found["often"]) if found.get("often") else None
        tokens.append(Token(kind, match[0], line.original(at, end).strip(), often, found.get("rest")))
        at = end
    return None if _is_one_exercise(tokens) else tokens


def _ends_sentence(line: Spelled, end: int) -> bool:
    """Whether the stop that an amount ends with is that of its sentence, and not of its unit in short."""
    behind = line.original(end, min(end + 2, len(line.text)))
    return line.text[end - 1 : end] == "." and behind.strip()[:1].isupper()


def _is_one_exercise(tokens: list[Token]) -> bool:
    """Whether a line has one amount, and its way to move is the end of a name: `45 sec bent-over row`."""
    is_one = sum(one.kind is Is.AMOUNT for one in tokens) == 1 and not any(one.kind is Is.OFTEN for one in tokens)
    return is_one and any(
        before.kind is Is.NOTE and _WORD.fullmatch(before.text) and MODES.fullmatch(one.text)
        for before, one in pairwise(tokens)
    )


def _next(text: str, at: int, after: Is | None) -> tuple[Is, re.Match[str] | None]:
    """What stands at a place: a word of the grammar, or one beside it that names no movement."""
    for kind, pattern in _LEXER:
        if (match := pattern.match(text, at)) and match.end() > at:
            return kind, match
    word = _WORD.match(text, at) or (_NUMBER.match(text, at) if after is Is.NOTE else None)
    return Is.NOTE, word if word and not (has_movement(word[0]) or _TELLING.fullmatch(word[0])) else None
