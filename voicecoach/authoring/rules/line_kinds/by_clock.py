"""What is run, ridden, rowed or swum by the clock or by distance, as a grammar: legs, and how often they are done.

    line    = part (then part)*
    part    = [how often] leg (and leg)* [how often]  |  how often "(" leg (and leg)* ")"
    leg     = amount how  |  how amount          `5 min easy jog`, `run for 90 seconds`, `400 m @ 5k pace`
    rest    = (off | with | /) leg               `off 90 s jog`, `w/ 2 min easy`

A line is read so only if all of it is: one word that has no place in it, and the line is left to the other rules.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from voicecoach.authoring.rules.amount_forms.other_forms import OTHERWISE
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.name_pieces import PARTED, with_choices
from voicecoach.authoring.rules.exercise_names.names import Name
from voicecoach.authoring.rules.language.clock_words import MOST_CHARACTERS, STROKES, Is, Token, tokens_in
from voicecoach.authoring.rules.language.name_words import AS_A_LEG, IN_SHORT
from voicecoach.authoring.rules.language.pattern import in_any_case, metres_of
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.line_kinds.clock_legs import Item, Leg, items_in
from voicecoach.authoring.rules.line_kinds.said import Said, Told
from voicecoach.authoring.written import Span
from voicecoach.late_patterns import late

_ASIDE = in_any_case(r"\s*\((?![^()]*\d\s*(?:s|m|x|k|\"|'))[^()]*[^\W\d_]{2}[^()]*\)")
"""What stands in brackets and has no length."""
_REPEATED = in_any_case(r"(?<=[a-z])\s+(?=repeat\s+x?\s?\d)")
"""Between legs and how often they are done, where nothing else is: `Walk 5 min Jog 2 min Repeat x 3`."""
_PACED = late(
    r"(?<=pace)\s*\([~<@ ]*\d{1,2}:\d\d\s?\)|\s*\([~<@ ]*\d{1,2}:\d\d\s?[-–]\s?\d{1,2}:\d\d\s?\)"
    r"|\s*\([^()]*\d:\d\d\s?(?:/|per )\s?(?:km|mi|k\b)[^()]*\)"
)
"""How fast it is: `5 miles @ E pace (7:35-8:13)`."""
_LED_BY = in_any_case(
    r"^(\W*\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?(?:min(?:ute)?s?|s|sec(?:ond)?s?)\b\**)\s*:\s+(?=[^\W\d_])"
)
"""How long something goes on, with a colon before what it is: `10 min: easy spin`."""
_OTHERWISE = in_any_case(rf"(?<=\w)\s*\((?:{OTHERWISE.replace('_', ' ')})\s[^()]*\)")

_OF_ALL = in_any_case(r"\W*\d+[\s-]*min(?:ute)?s?[\s-]+(?:[a-z]+[\s-]+){0,2}(?:workout|routine|class)\b")
"""What says how long all of it is: `40-minute pool workout`."""

_SUM = in_any_case(
    r"\s*\((?=[^()]*\b(?:total|altogether|in all|of intervals|of running|of work)\b|(?:that's|so|=) )[^()]*\d[^()]*\)",
)
"""What the legs come to, in brackets: `(about 20 minutes in all)`."""
_ALTERNATED = in_any_case(r"\b(alternat(?:e|ing)\b[^.;]{4,50}?) with (?=(?:an? )?\d|[a-z]+ing for\b)")
"""What is done in turn: `alternate 1 minute of running with 2 minutes of walking`."""
_LED = in_any_case(
    r"(?:[^\W\d_][\w'’]* ){0,3}(?:sessions?|workout|set|reps|intervals|ladder|pyramid|efforts|hills?|fartlek|track)"
    r"\s+[-–—]\s+(?=\d)",
)
"""What a session is called, before what is run in it: `Hill session - 12 x 1 minute uphill`."""
_AT_HOUR = in_any_case(r",?\s*(?:@ ?|at )?\b\d{1,2}(?:[:.]\d\d)? ?[ap]\.?m\b\.?")
"""When one begins: `Easy run 6:30 am, 40 min`."""

_DRILLS = in_any_case(
    r"(?:run|jog|sprint|skip|walk)\w*\s+(?:\w+\s+){0,2}(?:drills?|mechanics|technique)\b"
    r"|(?:do\s+|run\s+)?(?:each|every|all)(?:\s+of)?(?:\s+the|\s+these)?\s+drills?\b",
)
"""What is called by a way to move and isn't that, or is said of all that are."""


@dataclass(frozen=True)
class _Group:
    """Legs that are done one after the other, so often."""

    legs: tuple[Leg, ...]
    often: Span | None = None


@lru_cache(maxsize=1024)
def by_clock(text: str) -> Told | None:
    """What is done by the clock in a line, if all of the line is about that, `None` otherwise.

    What is done once has to be called by its mode: `20 min easy run`, for `20 min easy` may be said of anything.
    """
    if len(text) > MOST_CHARACTERS or text.rstrip().endswith(":"):
        return None
    if not any(map(str.isdecimal, spelled(text).text)):
        return None
    if _OF_ALL.match(text) or _DRILLS.match(text) or PARTED in with_choices(text):
        return None
    text = text[led.end() :] if (led := _LED.match(text)) else text
    if any(one in text for one in ("day", "week", "daily")):
        text = _OF_A_DAY.sub(r"\g<long>", text)
    text = _LED_BY.sub(r"\1 ", _PACED.sub("", text)) if ":" in text else text
    text = _AT_HOUR.sub("", text) if _AT_HOUR.search(text) else text
    text = _REPEATED.sub(", ", _OTHERWISE.sub("", _OPTIONAL.sub("", text)))
    text = _ALTERNATED.sub(r"\1 and ", IN_SHORT.sub("", _SUM.sub("", AS_A_LEG.sub("", text))))
    if (found := _IN_ALL.search(text)) and (filled := _filling(text[: found.start()], 60.0 * int(found["minutes"]))):
        return filled
    if (tokens := tokens_in(spelled(text))) is not None:
        return _read(tokens, text)
    told = _read(tokens_in(spelled(_ASIDE.sub("", text))) or [], text)
    return told if told and not any(one.name.is_distance for one in told.exercises) else None


_OPTIONAL = in_any_case(r"\s*\((?:optional|bonus|if time[^()]*|if you like)\)(?=\s*[:–-])")
_OF_A_DAY = in_any_case(
    r"(?P<long>\d\s*(?:min[a-z]*|hours?|km|miles?))[\s,;(]+(?:once|twice|(?:\d|two|three|four|five)(?:\s*[-–]\s*\d)?\s*(?:x|times))"
    r"\s*(?:(?:a|per|each|every|/)\s*(?:day|week)|daily|weekly)\b\)?"
)
"""On how many days it is done, or how often on one, which is no number of sets."""
_GOING_ON = r"(?:then |and )?(?:do this|repeat(?: this| that)?|keep going|keep alternating|continue)"
_IN_ALL = in_any_case(
    rf"[\s,.;]+(?:{_GOING_ON}\s+for\s+(?:a total of\s+)?|for\s+a total of\s+|for\s+(?=\d+\s*min\w*\s+(?:in|al)))"
    r"(?P<minutes>\d{2})\s*min(?:ute)?s?(?:\s+in (?:total|all)|\s+altogether)?\W*$",
)
"""How long legs that are done in turn go on: `Do this for 20 minutes in total`."""


def _filling(text: str, total_s: float) -> Told | None:
    """Legs that are done in turn until so much time is over, as often as they fit in it."""
    told = by_clock(text)
    legs = [one.facts for one in told.exercises] if told else []
    length_s = sum(one.seconds[1] for one in legs if one.seconds)
    is_open = len(legs) > 1 and all(one.seconds and not one.sets for one in legs) and not (told and told.is_running)
    if not is_open or total_s % length_s:
        return None
    return by_clock(f"{total_s / length_s:.0f} x ({text.strip(' .')})")


def _read(tokens: Sequence[Token], text: str) -> Told | None:
    groups = [replace(one, legs=_rested(one.legs)) if one.often else one for one in _grouped(items_in(tokens))]
    groups = _with_both_ends(groups)
    legs = [leg for group in groups for leg in group.legs]
    is_repeated = any(group.often for group in groups)
    is_timed = all(leg.seconds for leg in legs) or (
        "/" not in text and all(leg.is_moved or leg.is_tried for leg in legs)
    )
    is_in_turn = (
        len(legs) > 1 and is_timed and all(leg.how and leg.has_amount for leg in legs) and not _is_made_of(legs)
    )
    is_readable = (
        all(leg.is_named for leg in legs)
        if is_repeated
        else is_in_turn or [leg.is_moved or leg.is_by_power for leg in legs] == [True]
    )
    if not legs or not is_readable:
        return None
    told = tuple(_told(group, text) for group in groups)
    return Told(tuple(said for one in told for said in one.exercises), text=text, is_running=is_repeated, groups=told)


_PART = in_any_case(r"last|first|final|middle")


def _is_made_of(legs: Sequence[Leg]) -> bool:
    """Whether the first is made up of the others: it is as long, or one is the last of it."""
    if any(_PART.fullmatch(note) for leg in legs for note in leg.notes):
        return True
    first_s, *others_s = (leg.seconds[1] if leg.seconds else 0.0 for leg in legs)
    return 0 < first_s == sum(others_s)


def _grouped(items: Sequence[Item]) -> list[_Group]:
    """Legs with how often they are done; none where that can't be told."""
    grouping = _Grouping()
    for at, item in enumerate(items):
        if isinstance(item, Leg):
            grouping.take_leg(item)
        else:
            grouping.take_word(item, items[at - 1] if at else None, items[at + 1 :])
    grouping.end()
    return [] if grouping.is_lost else grouping.groups


class _Grouping:
    """The groups so far, the legs that are in none yet, and how often those that come are done.

    `called` is how the leg that comes is called, if that stands before it. `is_open` says that a bracket is open that
    has a group in it, `is_aside` one that has a rest; `is_lost` that something has no place in the grammar.
    """

    def __init__(self) -> None:
        self.groups = list[_Group]()
        self.legs = list[Leg]()
        self.called: tuple[str, ...] = ()
        self.often: Span | None = None
        self.is_open = self.is_aside = self.is_lost = False

    def take_leg(self, leg: Leg) -> None:
        """Take a leg: one of the group, a rest behind the one before, or what is said of that."""
        if self.often and not self.is_open and self.legs and _is_apart(leg, self.legs):
            self.end()
        if self.is_aside and (leg.how or leg.at) and not leg.has_amount:
            self.legs[-1:] = [_described(one, leg) for one in self.legs[-1:]]
        elif self.is_aside and self.legs and _is_said_again(self.legs[-1], leg):
            return
        elif (leg.is_rest and not (_is_end(leg) or (leg.is_by_power and not self.legs))) or self.is_aside:
            if not self.legs and self.groups and self.groups[-1].often and leg.is_rest:  # 3 x (1 min, 2 min), 30 s rest
                *before, last = self.groups[-1].legs
                self.groups[-1] = replace(self.groups[-1], legs=(*before, last.rested(leg)))
                return
            self.is_lost = self.is_lost or not self.legs
            self.legs[-1:] = [one.rested(leg) for one in self.legs[-1:]]
        elif leg.has_amount:
            self.legs.append(_called(leg, self.called))
            self.called = ()
        elif not self.legs:
            self.called = leg.how  # `strides, 2 laps`
        else:
            self.legs[-1:] = [replace(one, notes=(*one.notes, " ".join(leg.words))) for one in self.legs[-1:]]

    def take_word(self, word: Token, before: Item | None, after: Sequence[Item]) -> None:
        """Take what stands between legs."""
        is_counted = isinstance(before, Token) and before.kind is Is.OFTEN
        if word.kind is Is.OPEN:
            self.is_aside = bool(self.legs) and not is_counted
            self.is_open = self.is_open or not self.is_aside
        elif word.kind is Is.CLOSE and self.is_aside:
            self.is_aside = False
        elif word.kind is Is.CLOSE:
            if self.often:
                self.end()  # as spelled, `5 x (` has lost its bracket
            self.is_open = False
        elif (word.kind is Is.OFTEN and _are_counted(after)) or (word.kind is Is.OF_ALL and _are_led_to(after)):
            self.end()
            self.often = word.often
            self.is_open = _is_closed(after)
        elif word.often:
            self._count(word.often)
        elif word.kind is Is.THEN and self.often and not self.is_open:
            self.end()

    def end(self) -> None:
        """End the group one is at; what isn't repeated is done one by one."""
        if self.often and self.legs:
            self.groups.append(_Group(tuple(self.legs), self.often))
        elif self.often:
            self.is_lost = True
        else:
            self.groups += [_Group((one,)) for one in self.legs]
        self.legs, self.often = [], None

    def _count(self, often: Span) -> None:
        """Take how often the legs before are done."""
        self.is_lost = self.is_lost or self.often is not None or not self.legs
        first = _leading(self.legs)
        self.groups += [_Group((one,)) for one in self.legs[:first]]
        self.legs, self.often = self.legs[first:], often
        if self.legs:
            self.end()


def _is_said_again(leg: Leg, aside: Leg) -> bool:
    """Whether a bracket has the same time in other numbers, which is no rest: `2.5 min (150 s)`."""
    is_same = aside.seconds is not None and aside.seconds == leg.seconds and not (aside.how or aside.is_rest)
    return is_same and not set(aside.words) & set(leg.words)


def _described(leg: Leg, aside: Leg) -> Leg:
    """A leg with how it is done, which stands in brackets behind it: its name, if it has none."""
    if leg.how or leg.at or not aside.how:
        return replace(leg, notes=(*leg.notes, " ".join(aside.words)))
    return replace(leg, how=aside.how, words=(*leg.words, *aside.words))


_GENERAL = in_any_case(r"intervals?|repeats?|pieces?|hills?|efforts?|recover(?:y)?|warm|cool")
"""What calls a part of the session, and none of its legs."""


def _called(leg: Leg, before: tuple[str, ...]) -> Leg:
    """A leg by the name that stands before how often it is done; how hard it is becomes a note then."""
    if not before or (leg.is_named and _GENERAL.match(before[-1])):
        return leg
    if leg.is_moved and not STROKES.fullmatch(before[-1].lower()):
        return leg  # `backstroke 4 x 25 m sculling` is backstroke
    return replace(leg, how=before, notes=(*leg.notes, " ".join(leg.how)) if leg.how else leg.notes)


def _are_led_to(after: Sequence[Item]) -> bool:
    """Whether a colon stands before what is done so often: `repeat twice: run 90 s, walk 90 s`."""
    return bool(after) and isinstance(after[0], Token) and after[0].text == ":"


def _are_counted(after: Sequence[Item]) -> bool:
    """Whether a leg, or several in brackets or behind a colon, stand right behind how often they are done."""
    if _are_led_to(after):
        after = after[1:]
    if after and isinstance(after[0], Token) and after[0].kind is Is.OPEN:
        after = after[1:]
    return bool(after) and isinstance(after[0], Leg) and after[0].has_amount


def _is_end(leg: Leg) -> bool:
    """Whether it is what the session ends with, which is no rest: `10 min tempo with 5 min cool-down`."""
    return leg.has_amount and any(map(_END.match, leg.how))


_END = in_any_case(r"(?:cool|warm|swim)[ -]?(?:down|off)|c/?d")


def _is_closed(after: Sequence[Item]) -> bool:
    """Whether a bracket ends behind whose beginning was lost as it was spelled: `4 x [20 s fast. 1 min easy]`."""
    brackets = (one.kind for one in after if isinstance(one, Token) and one.kind in {Is.OPEN, Is.CLOSE})
    return next(brackets, None) is Is.CLOSE


def _is_apart(leg: Leg, before: Sequence[Leg]) -> bool:
    """Whether a leg is none of those that are repeated: it goes on for longer, or the one that is has its rest."""
    is_longer = leg.is_long and not leg.is_rest and not any(one.is_long for one in before)
    is_closed = (
        len(before) == 1 and bool(before[0].rest_s) and leg.has_amount and not leg.is_rest
    )  # 3 x 1 mile off 2 min, 1 mile easy
    return leg.is_at_both_ends or is_longer or is_closed or _is_end(leg)


def _leading(legs: Sequence[Leg]) -> int:
    """How many go on for long before at least two, of which it is said behind them how often."""
    first = next((at for at, one in enumerate(legs) if not one.is_long), 0)
    return first if len(legs) - first > 1 else 0


def _with_both_ends(groups: list[_Group]) -> list[_Group]:
    """The groups; `10 min warm-up and cool-down` is before and behind all others."""
    ends = next((one.legs[0] for one in groups if one.legs[0].is_at_both_ends), None)
    if ends is None:
        return groups
    first, last = (_Group((replace(ends, how=(how,), is_at_both_ends=False),)) for how in ("warm-up", "cool-down"))
    return [first, *(one for one in groups if not one.legs[0].is_at_both_ends), last]


def _told(group: _Group, text: str) -> Told:
    """A group as exercises: one with its sets, several with their rounds."""
    legs = group.legs
    is_alone = len(legs) == 1
    sets = group.often if is_alone else None
    exercises = tuple(
        Said(_name(one, is_repeated=sets is not None), replace(_facts(one), sets=sets), text) for one in legs
    )
    return Told(exercises, Facts(rounds=None if is_alone else group.often), text, is_running=not is_alone)


def _rested(legs: tuple[Leg, ...]) -> tuple[Leg, ...]:
    """What is easy behind a length that nobody calls anything is the rest: `4 x 750 m / 2 min easy`."""
    match legs:
        case (Leg(how=(), rest_s=None) as first, easy) if _EASY.search(" ".join(easy.how)):
            return (first.rested(easy),)
        case _:
            return legs


_EASY = in_any_case(r"\b(?:easy|gentle|jog|walk|float|slow|light|recover)")
_PARTS = in_any_case(r"w/?u|c/?d")


def _name(leg: Leg, *, is_repeated: bool) -> Name:
    """What a leg is called: by how one moves, else by its length, where that is repeated."""
    if leg.how:
        how = [one for one in leg.how if not (_PARTS.fullmatch(one) and leg.is_moved)]
        is_one = leg.is_moved and leg.words[:2] == leg.how[:2]  # `cool-down jog, 10 min`
        how = how[1:] if len(how) > 1 and leg.is_led and not is_one else how
        if is_repeated and leg.metres and not leg.is_moved:
            how = [leg.metres, *how]
        return Name(" ".join(how).replace("/ ", "/"))
    if leg.is_run and not leg.at:
        return Name("Run")
    if not leg.metres:
        return Name(f"at {' '.join(leg.at)}")
    pace = f" @ {' '.join(leg.at)}" if leg.at else ""
    return Name(f"{leg.metres}{pace}", is_distance=True)


def _facts(leg: Leg) -> Facts:
    said = facts_of(parts_of(f"@ {' '.join(leg.at)}")) if leg.at else Facts()
    at = (" ".join(leg.at),) if leg.at and leg.how and not said.load else ()
    distance_m = metres_of(spelled(leg.metres).text) if leg.metres else None
    notes = tuple(one for one in (leg.laps, *at, *leg.notes) if one)
    return Facts(seconds=leg.seconds, distance_m=distance_m, rest_s=leg.rest_s, load=said.load, notes=notes)
