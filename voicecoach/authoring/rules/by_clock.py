"""What is run, walked, ridden, rowed or swum by the clock or by distance, as a grammar: legs, and how often they are done.

    line    = part (then part)*
    part    = [how often] leg (and leg)* [how often]  |  how often "(" leg (and leg)* ")"
    leg     = amount how  |  how amount          `5 min easy jog`, `run for 90 seconds`, `400 m @ 5k pace`
    rest    = (off | with | /) leg               `off 90 s jog`, `w/ 2 min easy`

A line is read so only if all of it is: one word that has no place in it, and the line is left to the other rules.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import lru_cache

from voicecoach.authoring.rules.facts import Facts, facts_of
from voicecoach.authoring.rules.movements import has_movement
from voicecoach.authoring.rules.names import Name
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.pattern import any_of, compiled, metres_of, range_of, seconds_of
from voicecoach.authoring.rules.said import Said, Told
from voicecoach.authoring.rules.spelled import Spelled, spelled
from voicecoach.authoring.written import Span

LONG_S, LONG_M = 240, 1200
"""What goes on for so long before or behind shorter legs is no part of what is repeated."""


class _Is(Enum):
    AMOUNT = auto()
    OFTEN = auto()
    HOW = auto()
    AT = auto()
    OFF = auto()
    REST = auto()
    BETWEEN = auto()
    THEN = auto()
    AND = auto()
    OPEN = auto()
    CLOSE = auto()
    OF_ALL = auto()
    FILLER = auto()
    NOTE = auto()
    RESTED = auto()


_MODE = any_of(
    r"run(?:ning)?s?|jog(?:ging)?s?|walk(?:ing)?s?|sprint(?:s|ing)?|strid(?:es?|ers?)|shuffl(?:e|ing)",
    r"(?:front )?crawl|free(?:style)?|back(?:stroke)|breast(?:stroke)?|(?:butter)?fly|im|kick(?:ing)?|pull(?!-)|drill|choice|scull(?:ing)?",
    r"rid(?:e|ing)|spin(?:ning)?|cycl(?:e|ing)|pedal(?:l?ing)?|row(?:ing)?|paddl(?:e|ing)|swim(?:ming)?|ski(?:ing)?",
)
_PACE = any_of(
    r"(?:very |nice and |nice |super |really |fairly |v )?(?:easy|easily|gentle|gently|brisk|briskly|steady|relaxed|comfortable|slow|slowly|smooth|light|firm)",
    r"(?:very |moderately |really )?(?:hard|fast|quick|quickly|strong|moderate|tough|all[ -]out|flat out|max(?:imum)?)",
    r"tempo|threshold|sweet ?spot|race|float|fartlek|endurance|aerobic|vo2 ?max|ftp|mp|hmp|zone \d|z\d",
    r"pace|effort|intensity|pressure|recovery|recover",
    r"hills?|paddling|pieces?|erg|treadmill|trail",
    r"\d{2,3}(?:-\d{2,3})? ?%(?: (?:of )?(?:ftp|max|effort|hr|mhr|vo2 ?max|pace))?",
    r"\d{2,3}(?:-\d{2,3})?\+? rpm\+?|rate \d\d(?:-\d\d)?|rpe \d(?:-\d)?",
    r"up ?hill|up the hill|down ?hill|back down|on the flat|home",
)
_RACE_PACE = r"(?:(?:3|5|8|10|15|20)k|mile|half(?:[ -]marathon)?|marathon|goal|target|race|tempo|conversational|normal)[ -](?:race )?(?:pace|effort)"
_TOKENS: tuple[tuple[_Is, str], ...] = (
    (_Is.OF_ALL, r"(?:then )?(?:do|repeat|repeated|complete|go through)(?: (?:this|that|these|it|them|all|the (?:sequence|set|above|lot|whole thing)))* ?(?:x ?)?(?P<often>\d{1,2}(?: ?- ?\d{1,2})?)(?: ?x| times)(?: (?:all together|in total|in all|altogether|over|through))?"),
    (_Is.OFTEN, r"(?P<often>\d{1,2}(?: ?(?:-|to) ?\d{1,2})?) ?(?:x|times(?: through)?|rounds?(?: of)?|sets?(?: of)?|repeats?(?: of)?|reps?(?: of)?|lots of)(?![a-z])(?: of)?"),
    (_Is.OFTEN, r"x ?(?P<often>\d{1,2}(?: ?- ?\d{1,2})?)(?![\d:.]| ?(?:m|k|s|sec|min)\b)"),
    (_Is.HOW, _RACE_PACE),
    (_Is.NOTE, r"(?:(?:leaving|going|go|off) )?(?:on|@) ?(?:the )?\d?\d:\d\d(?![\d:])"),  # when the next one begins
    (_Is.RESTED, r"(?:r|ri|rest)(?: ?[:=] ?| )(?P<rest>:?\d{1,3})(?![\d:.']| ?(?:s|secs?|seconds?|m|mins?|minutes?)(?![a-z]))"),
    (_Is.AMOUNT, r"<seconds:t>"),
    (_Is.AMOUNT, r"<metres:d>|:\d\d(?![\d:])|\d{1,2}(?:\.5)? ?(?:laps?|lengths?(?: of the [a-z]+(?: [a-z]+)?)?)"),
    (_Is.NOTE, r"(?:(?:a )?(?:little|bit|touch|much|slightly) )?(?:quicker|faster|slower|easier|harder)"),
    (_Is.BETWEEN, r"(?:in )?between(?: (?:each|every|them|efforts|reps|sets|intervals))?|after each(?: one| rep)?|each time|for recovery|as recovery|to recover"),
    (_Is.REST, r"(?:complete |full |standing |static |passive )?(?:rests?|off|recovery|recoveries|recs?|recover(?:ing)?|breather)(?! pace)"),
    (_Is.OFF, r"off(?= \d)|with|w/(?!u)|r ?= ?"),
    (_Is.THEN, r",? ?(?:and )?(?:then|followed by|straight into|into)\b|;|\.(?!\d)|>"),
    (_Is.HOW, rf"(?:warm|cool|swim)[ -]?(?:up|down|off)|w/u|wu|c/d|cd|{_MODE}|{_PACE}"),
    (_Is.OPEN, r"[(\[]"),
    (_Is.CLOSE, r"[)\]]"),
    (_Is.FILLER, r"main(?: (?:set|part|session|course))?|(?:start|begin|finish|end|go|kick off|carry on)(?:ing)?(?: (?:off|up|out))?(?: with| by)?|to (?:start|begin|finish|end|warm up|cool down)|(?:on|at|in) (?:the )?(?:start|end)"),
    (_Is.NOTE, r"(?:at|@) ?(?:(?:a )?(?:speed|level|incline|gradient)(?: of)? )?\d{1,2}(?:\.\d)?(?: ?(?:mph|kph|kmh|km/h))?(?![\d:.a-z-]| ?(?:%|m|k|s|x))"),
    (_Is.AT, r"at|@|in"),
    (_Is.FILLER, r"a|an|the|of|for|by|do|or|your|some|about|approx\.?|around|up to|on|each|another|more|this|in total|again|alternat(?:e|ing)|just|only|again|turns? of|we|you|i|will|please"),
    (_Is.AND, r"//?|[,+&|:–-]|and"),
)  # fmt: skip
_WHOLE = r"(?:(?<![^\W\d_])|(?![^\W\d_]))"
_LEXER = tuple((kind, compiled(f"(?:{source.replace(' ?', '_?').replace(' ', '_')}){_WHOLE}")) for kind, source in _TOKENS)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_NUMBER = re.compile(r"\d{1,3}(?![\d:.])")
MOST_NOTES = 6
"""So many words of a line may be none of the grammar's, as long as they name no movement."""




@dataclass(frozen=True)
class _Token:
    kind: _Is
    text: str
    written: str
    often: Span | None = None
    rest: str | None = None


@dataclass(frozen=True)
class _Leg:
    """How long or how far, and how: `how` before an `@`, `at` behind it; `laps` are of a length that nobody says, `rest_s` is what follows it each time."""

    how: tuple[str, ...] = ()
    at: tuple[str, ...] = ()
    seconds: Span | None = None
    metres: str | None = None
    laps: str | None = None
    is_how_first: bool = False
    is_rest: bool = False
    rest_s: Span | None = None
    notes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def has_amount(self) -> bool:
        """Whether it is said how long or how far it is."""
        return any(one is not None for one in (self.seconds, self.metres, self.laps))

    @property
    def is_long(self) -> bool:
        """Whether it goes on for minutes, as what is done before and behind shorter ones."""
        far_m = metres_of(self.metres.lower()) if self.metres else 0.0
        return bool(self.seconds and self.seconds[1] >= LONG_S) or far_m >= LONG_M


@dataclass(frozen=True)
class _Group:
    """Legs that are done one after the other, so often."""

    legs: tuple[_Leg, ...]
    often: Span | None = None


Item = _Leg | _Token


@lru_cache(maxsize=1024)
def by_clock(text: str) -> Told | None:
    """What is done by the clock in a line, if all of the line is about that, `None` otherwise.

    What is done once has to be called by its mode: `20 min easy run`, for `20 min easy` may be said of anything.
    """
    if not any(map(str.isdecimal, text)) or text.rstrip().endswith(":") or (tokens := _tokens(spelled(text))) is None:
        return None
    groups = _grouped(_items(tokens)) or []
    legs = [leg for group in groups for leg in group.legs]
    is_repeated = any(group.often for group in groups)
    is_readable = all(map(_is_named, legs)) if is_repeated else len(legs) == 1 and _is_moved(legs[0])
    if not legs or not is_readable:
        return None
    told = tuple(_told(group, text, is_running=is_repeated) for group in groups)
    return Told(tuple(said for one in told for said in one.exercises), text=text, is_running=True, groups=told)


def _tokens(line: Spelled) -> list[_Token] | None:
    """The line in words of the grammar, `None` if there is another word in it."""
    tokens, at, notes = list[_Token](), 0, 0
    while at < len(line.text):
        if line.text[at].isspace() or line.text[at] in "*!":
            at += 1
            continue
        kind, match = _next(line.text, at, after=tokens[-1].kind if tokens else None)
        notes += kind is _Is.NOTE
        if match is None or notes > MOST_NOTES or (kind is _Is.NOTE and not tokens):
            return None
        found = match.groupdict()
        often = range_of(found["often"]) if found.get("often") else None
        tokens.append(_Token(kind, match[0], line.original(at, match.end()).strip(), often, found.get("rest")))
        at = match.end()
    return tokens


def _next(text: str, at: int, after: _Is | None) -> tuple[_Is, re.Match[str] | None]:
    """What stands at a place: a word of the grammar, or one beside it that names no movement."""
    for kind, pattern in _LEXER:
        if (match := pattern.match(text, at)) and match.end() > at:
            return kind, match
    word = _WORD.match(text, at) or (_NUMBER.match(text, at) if after is _Is.NOTE else None)
    return _Is.NOTE, word if word and not (has_movement(word[0]) or _TELLING.fullmatch(word[0])) else None


def _items(tokens: list[_Token]) -> list[Item]:
    """Legs, with what stands between them."""
    items, leg, is_at = list[Item](), _Leg(), False
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        if _begins_another(leg, token):
            leg, is_at = _Leg(), bool(items.append(leg))
        if token.kind in _OF_LEG:
            leg = replace(leg, words=(*leg.words, token.written))
        match token.kind:
            case _Is.AMOUNT:
                leg, is_at = _with_amount(leg, token), False
            case _Is.HOW if is_at:
                leg = replace(leg, at=(*leg.at, token.written.strip()))
            case _Is.HOW:
                leg = replace(leg, how=(*leg.how, token.written.strip()), is_how_first=leg.is_how_first or not leg.has_amount)
            case _Is.REST:
                leg = replace(leg, is_rest=True)
            case _Is.BETWEEN:
                leg = replace(leg, is_rest=True) if leg.has_amount else leg
            case _Is.AT:
                is_at = True
            case _Is.RESTED:
                items += [leg, _Leg(seconds=seconds_of(token.rest or ""), is_rest=True)]
                leg = _Leg()
            case _Is.FILLER:
                continue
            case _Is.OFF if not leg.has_amount and not any(isinstance(one, _Leg) and one.has_amount for one in items):
                leg = _Leg()  # `warm up with 5 min easy`
            case _Is.NOTE:
                leg = replace(leg, notes=(*leg.notes, token.written.strip()))
            case _Is.AND if token.text == "/" and leg.how and not leg.has_amount and after and after.kind is _Is.HOW:
                leg = replace(leg, how=(*leg.how[:-1], leg.how[-1] + "/"))
            case _:
                items += [leg, token] if leg.words else [token]
                leg, is_at = _Leg(is_rest=token.kind is _Is.OFF), False
    return [*items, leg] if leg.words else items


_OF_LEG = frozenset({_Is.AMOUNT, _Is.HOW, _Is.REST, _Is.BETWEEN, _Is.AT, _Is.FILLER, _Is.NOTE})
"""What may be said of a leg."""


def _begins_another(leg: _Leg, token: _Token) -> bool:
    """Whether a word is of the next leg: another amount, or what `run 2 min walk 1 min` goes on with."""
    if token.kind is _Is.AMOUNT:
        return leg.has_amount
    return token.kind is _Is.HOW and leg.has_amount and leg.is_how_first and bool(_MODES.fullmatch(token.text))


_MODES = re.compile(_MODE)
_PARTS = re.compile(r"w/?u|c/?d", re.IGNORECASE)
_TELLING = re.compile(r"total|was|were|did|had|took|ran|felt|my|if|when|not|don't|instead", re.IGNORECASE)
"""Words of somebody who tells of a session, or of what is otherwise."""


def _with_amount(leg: _Leg, token: _Token) -> _Leg:
    if _LAPS.search(token.text):
        return replace(leg, laps=token.written.strip())
    if _LENGTHS.search(token.text):
        return replace(leg, metres=token.written.strip())
    return replace(leg, seconds=seconds_of(token.text))


_LAPS = re.compile(r"\b(?:lap|length)")
_LENGTHS = re.compile(r"\d[\s-]*(?:km?|m(?:et(?:re|er)s?)?|mi(?:les?)?|y(?:ar)?ds?|ft|feet|kilomet(?:re|er)s?)$")


def _grouped(items: list[Item]) -> list[_Group] | None:
    """Legs with how often they are done; `None` where that can't be told."""
    groups, loose, often = list[_Group](), list[_Leg](), None
    is_inner = is_open = False
    for at, item in enumerate(items):
        if isinstance(item, _Leg):
            if often and not is_open and loose and _is_apart(item, loose):
                groups.append(_Group(tuple(loose), often))
                loose, often = [], None
            added = _added(loose, replace(item, is_rest=True) if is_inner and not is_open else item)
            if added is None:
                return None
            loose = added
        elif item.kind is _Is.OPEN:
            is_open = not loose or _is_before(items, at, _Is.OFTEN)
            is_inner = not is_open
        elif item.kind is _Is.CLOSE:
            is_inner = False
            if is_open and often:
                groups.append(_Group(tuple(loose), often))
                loose, often = [], None
            is_open = False
        elif item.often is None:
            if item.kind is _Is.THEN and often and loose and not is_open:
                groups.append(_Group(tuple(loose), often))
                loose, often = [], None
        elif item.kind is _Is.OFTEN and _is_before_leg(items, at):
            groups += [_Group((one,)) for one in loose] if not often else [_Group(tuple(loose), often)]
            loose, often = [], item.often
        else:
            if often or not loose:
                return None
            before = _leading(loose)
            groups += [*(_Group((one,)) for one in loose[:before]), _Group(tuple(loose[before:]), item.often)]
            loose = []
    if often and not loose:
        return None
    return groups + ([_Group(tuple(loose), often)] if often else [_Group((one,)) for one in loose])


def _is_before(items: list[Item], at: int, kind: _Is) -> bool:
    before = items[at - 1] if at else None
    return isinstance(before, _Token) and before.kind is kind


def _is_before_leg(items: list[Item], at: int) -> bool:
    """Whether a leg, or several in brackets, stand right behind."""
    after = items[at + 1 : at + 3]
    if after and isinstance(after[0], _Token) and after[0].kind is _Is.OPEN:
        after = after[1:]
    return bool(after) and isinstance(after[0], _Leg) and after[0].has_amount


def _added(loose: list[_Leg], leg: _Leg) -> list[_Leg] | None:
    """The legs with another; a rest is the one's before, and what has no amount is said of that."""
    if leg.is_rest:
        if not loose:
            return None
        rest = {"rest_s": leg.seconds} if leg.seconds else {"notes": (*loose[-1].notes, " ".join(leg.words))}
        return [*loose[:-1], replace(loose[-1], **rest)]
    if leg.has_amount:
        return [*loose, leg]
    said = " ".join(leg.words)
    return [*loose[:-1], replace(loose[-1], notes=(*loose[-1].notes, said))] if loose else []


def _is_apart(leg: _Leg, before: list[_Leg]) -> bool:
    """Whether a leg that goes on for long stands behind shorter ones that are repeated."""
    return leg.is_long and leg.has_amount and not leg.is_rest and not any(one.is_long for one in before)


def _leading(legs: list[_Leg]) -> int:
    """How many go on for long before at least two, of which it is said behind them how often."""
    first = next((at for at, one in enumerate(legs) if not one.is_long), 0)
    return first if len(legs) - first > 1 else 0


def _is_named(leg: _Leg) -> bool:
    return bool(leg.how or leg.at or leg.metres)


def _is_moved(leg: _Leg) -> bool:
    """Whether it is said in which way one moves."""
    return any(map(_MODES.fullmatch, (one.lower() for one in leg.how)))


def _told(group: _Group, text: str, *, is_running: bool) -> Told:
    """A group as exercises: one with its sets, several with their rounds."""
    legs = _rested(group.legs)
    is_alone = len(legs) == 1
    sets = group.often if is_alone else None
    exercises = tuple(Said(_name(one), replace(_facts(one), sets=sets), text) for one in legs)
    return Told(exercises, Facts(rounds=None if is_alone else group.often), text, is_running=is_running)


def _rested(legs: tuple[_Leg, ...]) -> tuple[_Leg, ...]:
    """What is easy behind a length that nobody calls anything is the rest: `4 x 750 m / 2 min easy`."""
    if len(legs) != 2 or legs[0].how or legs[0].rest_s or not _EASY.search(" ".join(legs[1].how)):  # noqa: PLR2004 - a pair
        return legs
    rest = {"rest_s": legs[1].seconds} if legs[1].seconds else {"notes": (*legs[0].notes, " ".join(legs[1].words))}
    return (replace(legs[0], **rest),)


_EASY = re.compile(r"\b(?:easy|gentle|jog|walk|float|slow|light|recover)", re.IGNORECASE)


def _name(leg: _Leg) -> Name:
    if leg.how:
        how = [one for one in leg.how if not _PARTS.fullmatch(one)] if _is_moved(leg) else [leg.metres or "", *leg.how]
        return Name(" ".join(how).replace("/ ", "/").strip())
    if not leg.metres:
        return Name(f"at {' '.join(leg.at)}")
    pace = f" @ {' '.join(leg.at)}" if leg.at else ""
    return Name(f"{leg.metres}{pace}", is_distance=True)


def _facts(leg: _Leg) -> Facts:
    said = facts_of(parts_of(f"@ {' '.join(leg.at)}")) if leg.at else Facts()
    at = (" ".join(leg.at),) if leg.at and leg.how and not said.load else ()
    distance_m = metres_of(leg.metres.lower()) if leg.metres else None
    notes = tuple(one for one in (leg.laps, *at, *leg.notes) if one)
    return Facts(seconds=leg.seconds, distance_m=distance_m, rest_s=leg.rest_s, load=said.load, notes=notes)
