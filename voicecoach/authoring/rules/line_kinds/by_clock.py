"""What is run, ridden, rowed or swum by the clock or by distance, as a grammar: legs, and how often they are done.

    line    = part (then part)*
    part    = [how often] leg (and leg)* [how often]  |  how often "(" leg (and leg)* ")"
    leg     = amount how  |  how amount          `5 min easy jog`, `run for 90 seconds`, `400 m @ 5k pace`
    rest    = (off | with | /) leg               `off 90 s jog`, `w/ 2 min easy`

A line is read so only if all of it is: one word that has no place in it, and the line is left to the other rules.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.name_pieces import PARTED, with_choices
from voicecoach.authoring.rules.exercise_names.names import Name
from voicecoach.authoring.rules.language.clock_words import MOST_CHARACTERS, Token, tokens_in
from voicecoach.authoring.rules.language.machine_words import CHANGED
from voicecoach.authoring.rules.language.pattern import in_any_case, metres_of
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.line_kinds.clock_groups import Group, grouped
from voicecoach.authoring.rules.line_kinds.clock_legs import Leg, items_in
from voicecoach.authoring.rules.line_kinds.clock_spellings import LADDER, in_one_spelling
from voicecoach.authoring.rules.line_kinds.said import Said, Told
from voicecoach.late_patterns import late

_ASIDE = in_any_case(r"\s*\((?![^()]*\d\s*(?:s|m|x|k|\"|'))[^()]*[^\W\d_]{2}[^()]*\)")
"""What stands in brackets and has no length."""

_OF_ALL = in_any_case(
    r"\W*\d+[\s-]*min(?:ute)?s?[\s-]+(?:[a-z]+[\s-]+){0,2}(?:workout|routine|class)\b",
    r"\W*\d+ ?km?[\s-]+(?:[a-z]+[\s-]+){0,3}(?:plan|programme|program|schedule)\b",
)
"""What says how long all of it is: `40-minute pool workout`, or what one trains for: `10 km run fitness plan`."""


_DRILLS = in_any_case(
    r"(?:run|jog|sprint|skip|walk)\w*\s+(?:\w+\s+){0,2}(?:drills?|mechanics|technique)\b"
    r"|(?:do\s+|run\s+)?(?:each|every|all)(?:\s+of)?(?:\s+the|\s+these)?\s+drills?\b",
)
"""What is called by a way to move and isn't that, or is said of all that are."""


@lru_cache(maxsize=1024)
def by_clock(text: str) -> Told | None:
    """What is done by the clock in a line, if all of the line is about that, `None` otherwise.

    What is done once has to be called by its mode: `20 min easy run`, for `20 min easy` may be said of anything.
    """
    if len(text) > MOST_CHARACTERS or text.rstrip().endswith(":"):
        return None
    if not any(map(str.isdecimal, spelled(text).text)):
        return None
    if (
        _OF_ALL.match(text)
        or _DRILLS.match(text)
        or _LABELLED_CHANGE.match(text)
        or (" be " in text and any(map(is_of_lengths, _SENTENCES.split(text))))
        or PARTED in with_choices(text)
    ):
        return None
    text = in_one_spelling(text)
    found = _IN_ALL.search(text)
    if found and found["alone"] and not _ENDS_IN_LENGTH.search(text[: found.start()]):
        found = None
    if found and (filled := _filling(found, text[: found.start()])):
        return filled
    if (tokens := tokens_in(spelled(text))) is not None:
        return _read(tokens, text)
    told = _read(tokens_in(spelled(_ASIDE.sub("", text))) or [], text)
    return told if told and not any(one.name.is_distance for one in told.exercises) else None


def is_of_lengths(text: str) -> bool:
    """Whether it only says how lengths are run that are prescribed elsewhere: `The 200 m reps should be run fast`."""
    return " be " in text and bool(_OF_LENGTHS.match(text)) and not _PRESCRIBED.search(text)


_PRESCRIBED = in_any_case(r"\d\s*[x×]\s*\d|\brest\b|\bfollowed by\b|\brecover")


_OF_LENGTHS = in_any_case(
    r"\W*(?:the|these|those|all|both|your|every|each)\b(?![^.;:]*?\b(?:first|last|next|final)\b)[^.;:]*?"
    r"\b\d{3,4}(?:\s?m|s)?\b[^.;:]*?"
    r"\b(?:should|must|can|could|may|might|(?:are|is|need|has|have) to) (?:all |both )?be\b"
)


_LABELLED_CHANGE = in_any_case(rf"\W*[a-z][a-z ]{{2,30}}[:,] {CHANGED}")
"""What is called, with how it is set behind: `Treadmill: raise the incline to 6% for 5 minutes`."""
GOING_ON = (
    r"(?:then |and )?(?:(?:do|repeat|keep)(?: (?:this|that|it|so))?(?: (?:pattern|cycle|sequence))?(?: up| going)?"
    r"|keep alternating|continue|carry on|go on)(?: (?:like this|in this way|this way))?"
)
_IN_ALL = in_any_case(
    rf"[\s,.;]+(?:(?P<again>{GOING_ON})\s+for\s+(?:a total of\s+)?|for\s+a total of\s+"
    r"|for\s+(?=\d+\s*min\w*\s+(?:in|al))"
    r"|(?P<alone>for\s+))"
    r"(?P<minutes>\d{2})\s*min(?:ute)?s?(?:\s+in (?:total|all)|\s+altogether)?\W*$",
)
"""How long legs that are done in turn go on: `Do this for 20 minutes in total`."""


_MANNER = "(?:easy|brisk|slow|fast|hard|gentle|light|moderate|steady)"
_ENDS_IN_LENGTH = late(
    r"\d[\s-]?(?:s|secs?|seconds?|min(?:ute)?s?)\b\.?"
    rf"(?:\s(?:of\s)?(?:{_MANNER}\s)?(?:[a-z]+ing|walk|jog|run|recovery|off|rest|{_MANNER}))?"
    r"(?:\s(?:at|@)\s[\d.]+(?:\s?(?:mph|kph|km/h))?)?$",
    re.IGNORECASE,
)
"""What has its own length, before that of all: `jog 60 s, walk 90 s for 20 minutes`, and not `then walk for 20 min`."""


def is_partly_by_clock(text: str) -> bool:
    """Whether one of several sentences tells of legs that are done in turn: `Alternate 1 min at 7 mph with ...`."""
    sentences = _SENTENCES.split(text)
    told = map(by_clock, sentences) if len(sentences) > 1 else ()
    return any(one is not None and one.is_running for one in told)


_SENTENCES = late(r"(?<=[a-z)])\.\s+(?=[A-Z])")


def leads_on(text: str) -> bool:
    """Whether a leg begins the line and leads on to what is run: `Warm up for 10 minutes, then run 6 x 400 m`."""
    told = by_clock(text) if _LEADING_ON.match(text) else None
    if told is not None and ":" not in text and _IS_LADDER.match(text):
        return True
    return told is not None and any(one.facts.rounds or one.exercises[0].facts.sets for one in told.groups[1:])


_IS_LADDER = in_any_case(LADDER)
_LEADING_ON = in_any_case(r"[a-z -]{4,24}\s(?:for |with |up )?[^:–—]{3,40}?(?:,|\b(?:then|and)\b)")


def _filling(said: re.Match[str], text: str) -> Told | None:
    """Legs that are done in turn until so much time is over, as often as they fit in it."""
    total_s = 60.0 * int(said["minutes"])
    ahead = _IN_TURN.search(text)
    begun = text[: ahead.start()] if ahead else text[: led.end()] if (led := _LED_UP.match(text)) else ""
    text = text[len(begun) :]
    told = by_clock(text) or by_clock(f"alternate {text}")
    legs = [one.facts for one in told.exercises] if told else []
    length_s = sum(one.seconds[1] + (one.rest_s or (0, 0))[1] for one in legs if one.seconds)
    are_several = len(legs) > 1 or (len(legs) == 1 and bool(legs[0].rest_s))
    is_open = are_several and all(one.seconds and not one.sets for one in legs) and not (told and told.is_running)
    if not is_open or (total_s % length_s and not (said["again"] or _IN_TURN.search(text))):
        return None
    text = text.strip(" .").replace(" of ", " ")  # which would be a sum in brackets
    return by_clock(f"{begun}{max(1, round(total_s / length_s))} x ({text})")


_LED_UP = in_any_case(r"\W*(?:[a-z]+ ){1,3}(?:for )?(?:[4-9]|1\d) ?min(?:ute)?s?\b[^,;.\d]{0,20},? then (?=.*\d.*\d)")
"""What goes on for long before them: `Walk for 5 minutes, then jog for 1 minute and walk for 1 minute`."""
_IN_TURN = in_any_case(r"\balternat(?:e|ing)\b")
"""What goes on in turn until the time is over, however often it fits in it."""


def _read(tokens: Sequence[Token], text: str) -> Told | None:
    groups = [replace(one, legs=_rested(one.legs)) if one.often else one for one in grouped(items_in(tokens))]
    groups = _as_ladder(_with_both_ends(groups))
    groups = _as_run(groups)
    legs = [leg for group in groups for leg in group.legs]
    is_repeated = any(group.often for group in groups)
    is_timed = all(leg.seconds for leg in legs) or (
        "/" not in text and all(leg.is_moved or leg.is_tried for leg in legs)
    )
    is_in_turn = (
        len(legs) > 1
        and is_timed
        and all((leg.how or leg.is_by_power or leg.is_run) and leg.has_amount for leg in legs)
        and (bool(legs[0].rest_s) or not _is_made_of(legs) or bool(_IN_TURN.search(text)))
    )
    is_ladder = len(legs) >= LEAST_STEPS and len({(leg.how, leg.rest_s, leg.notes) for leg in legs}) == 1
    is_readable = (
        all(leg.is_named for leg in legs)
        if is_repeated or (is_ladder and bool(legs[0].rest_s or legs[0].notes or legs[0].how or legs[0].at))
        else is_in_turn
        or [leg.is_moved or leg.is_by_power for leg in legs] == [True]
        or (bool(_IN_TURN.search(text)) and [bool(leg.how and leg.rest_s) for leg in legs] == [True])
    )
    if not legs or not is_readable:
        return None
    told = tuple(_told(group, text) for group in groups)
    return Told(tuple(said for one in told for said in one.exercises), text=text, is_running=is_repeated, groups=told)


def _as_run(groups: list[Group]) -> list[Group]:
    """The groups; what nobody calls among what is run with walks between is run as well: `9 min, 1 min walk, 9 min`."""
    legs = [leg for one in groups for leg in one.legs]
    is_run = any(leg.is_run for leg in legs) or (
        len(legs) >= LEAST_STEPS and all(_is_bare(leg) or leg.is_on_foot for leg in legs)
    )
    if not is_run:
        return groups
    return [
        replace(
            one,
            legs=tuple(replace(leg, is_run=leg.is_run or (_is_bare(leg) and bool(leg.seconds))) for leg in one.legs),
        )
        for one in groups
    ]


LEAST_STEPS = 3


def _as_ladder(groups: list[Group]) -> list[Group]:
    """The groups; how the last of several lengths is run, and its rest, hold for all: `1 min, 2 min, 3 min hard`."""
    *steps, last = _with_last_rest([leg for one in groups for leg in one.legs]) or [Leg()]
    is_whole = len(groups) == 1 or not any(one.often for one in groups)
    is_alike = all(_is_bare(one) and bool(one.seconds) == bool(last.seconds) for one in steps)
    is_named = bool(last.how or last.at or last.metres or last.is_run)
    if len(steps) < LEAST_STEPS - 1 or not (is_whole and is_alike and is_named and last.has_amount):
        return groups
    legs = [replace(last, seconds=one.seconds, metres=one.metres) for one in (*steps, last)]
    if groups[0].often:
        return [replace(groups[0], legs=tuple(legs))]
    return [Group((one,)) for one in legs]


def _with_last_rest(legs: Sequence[Leg]) -> Sequence[Leg]:
    """The legs of a ladder; what is easy behind the last is a rest: `3-2-1 min hard, 1 min easy`."""
    if len(legs) < LEAST_STEPS or not all(map(_is_bare, legs[:-2])):
        return legs
    easy = legs[-1]
    is_called = bool(legs[-2].how + legs[-2].at) or easy.is_moved
    is_easy = is_called and bool(_EASY.search(" ".join(easy.how))) and not _EASY.search(" ".join(legs[-2].how))
    return [*legs[:-2], legs[-2].rested(easy)] if is_easy else legs


def _is_bare(leg: Leg) -> bool:
    """Whether nothing but its length is said of it."""
    is_called = leg.how or leg.at or leg.notes or leg.is_rest or leg.rest_s or leg.laps
    return leg.has_amount and not is_called


_PART = in_any_case(r"last|first|final|middle")


def _is_made_of(legs: Sequence[Leg]) -> bool:
    """Whether the first is made up of the others: it is as long, or one is the last of it."""
    if all(leg.is_set for leg in legs):
        return False  # increase speed to 6.0 for the first 5 minutes
    if any(_PART.fullmatch(note) for leg in legs for note in leg.notes):
        return True
    first_s, *others_s = (leg.seconds[1] if leg.seconds else 0.0 for leg in legs)
    return 0 < first_s == sum(others_s)


def _with_both_ends(groups: list[Group]) -> list[Group]:
    """The groups; `10 min warm-up and cool-down` is before and behind all others."""
    ends = next((one.legs[0] for one in groups if one.legs[0].is_at_both_ends), None)
    if ends is None:
        return groups
    first, last = (Group((replace(ends, how=(how,), is_at_both_ends=False),)) for how in ("warm-up", "cool-down"))
    return [first, *(one for one in groups if not one.legs[0].is_at_both_ends), last]


def _told(group: Group, text: str) -> Told:
    """A group as exercises: one with its sets, several with their rounds."""
    legs = group.legs
    is_alone = len(legs) == 1
    sets = group.often if is_alone else None
    exercises = tuple(
        Said(_name(one, is_repeated=sets is not None), replace(_facts(one), sets=sets), text) for one in legs
    )
    rounds = group.rounds if is_alone else group.often
    shared = Facts(rounds=rounds, round_rest_s=group.round_rest_s if rounds else None)
    return Told(exercises, shared, text, is_running=rounds is not None or not is_alone)


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
    pace = f" @ {' '.join(leg.at)}" if leg.at and not leg.is_at_power else ""
    return Name(f"{leg.metres}{pace}", is_distance=True)


def _facts(leg: Leg) -> Facts:
    said = facts_of(parts_of(f"@ {' '.join(leg.at)}")) if leg.at else Facts()
    is_aside = bool(leg.how) or (leg.is_at_power and leg.metres is not None)
    at = (
        (f"at {' '.join(leg.at)}" if leg.is_at_speed else " ".join(leg.at),)
        if leg.at and is_aside and not said.load
        else ()
    )
    distance_m = metres_of(spelled(leg.metres).text) if leg.metres else None
    notes = tuple(one for one in (leg.laps, *at, *leg.notes) if one)
    return Facts(seconds=leg.seconds, distance_m=distance_m, rest_s=leg.rest_s, load=said.load, notes=notes)
