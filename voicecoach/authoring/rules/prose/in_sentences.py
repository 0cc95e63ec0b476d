"""Exercises within sentences: `Start with 10 squats, then hold a plank for 30 seconds`."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from itertools import takewhile

from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import choice_in, parts_of, without_brackets
from voicecoach.authoring.rules.exercise_names.names import name_in
from voicecoach.authoring.rules.language.moment_words import BEFORE_THIS
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.name_words import EXAMPLES, IN_SHORT
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.readiness import is_readiness
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.language.vocabulary import MINUTES
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock, is_of_lengths
from voicecoach.authoring.rules.line_kinds.said import Said, Told
from voicecoach.authoring.rules.prose.both_sides import on_each_side
from voicecoach.authoring.rules.prose.clauses import clauses_of
from voicecoach.authoring.rules.prose.deeds import as_prescribed
from voicecoach.authoring.rules.prose.gathering import Gathered
from voicecoach.authoring.rules.prose.listings import listed_before, shared_in
from voicecoach.authoring.rules.prose.sets_of_all import in_the_same_sets
from voicecoach.authoring.rules.prose.shared_amounts import Listed, listed_with_amount
from voicecoach.authoring.written import Span
from voicecoach.late_patterns import late

_RUNNING = in_any_case(
    r"\b(?:run(?:ning)?|jog(?:ging)?|walk(?:ing)?|sprint(?:s|ing)?|cycl(?:e|ing)|row(?:ing)?"
    r"|easy|hard|strong|fast|steady|tempo|stride|pace|effort|at \d+ %)(?!\w)"
)
_TOTAL = in_any_case(rf"\b(?:for a total of|total of|in all|in total|for)\s+(\d+)\s*(?:{MINUTES})\b")
_WITHIN = in_any_case(rf"\b(\d{{1,2}})\s*-?{MINUTES}\s+of\s+(?:alternating\s+)?(?=\d+\s*-?\s*s)")
"""How long something goes on: `10 minutes of 30 seconds hard, 30 seconds easy`."""
_WITH_PARTS = in_any_case(r"(?P<whole>\s*\d[^:(,]*?[a-z])\s*(?::|\s[-–—]|\()\s*(?P<parts>\d[^()]*)\)?[\s.]*$")
_AGAIN = in_any_case(
    r"\balternat(?:e|ing)\b|\b(?:\w+\s+)(?:repetitions|rounds|repeats|times|sets)\b|\brepeat\b|\d+\s*[x×]\s*[\[(]",
)
_MEANWHILE = in_any_case(r"\s+(?:while|whilst)\s+(?:the|my|our|your|it|they|he|she|I)\b[^,.;]*")
"""What goes on beside it: `glute bridges while the pasta boiled for 9 minutes`."""
COMPARED = in_any_case(
    r"\b(?:compared (?:to|with)|rather than|instead of) (?=(?:\w+ing|a|an|the)\b)(?:(?! do\b)[^,.;:(–—])*",
    r"\b(?:rather|better|easier|harder|nicer|worse|tougher|quicker|more \w+|less \w+)\b[^,.;]{0,30}? than\b[^,.;:(–—]*",
    r"\b(?:it|this|that|these)(?:'ll| will)? (?:beats?|replaces?)\b[^,.;:(–—]*",
)
"""What is told to be compared with it: `It beats 30 minutes on the bike`."""
_IF_NOT = in_any_case(
    rf"\s*[(\[]{BEFORE_THIS}\b[^()\[\]]*\d[^()\[\]]*[)\]]",
    r"\s*\((?:if|unless|aka|a\.k\.a\.|also (?:known|called)|or|alternat(?:e|ing|ely) with|swap with|substitute)\b"
    r"[^()]*(?:\)|$)",
)
"""What some do instead, what was done before, or how it is called, in brackets: `10 dips (if not, do press-ups)`."""
_PACED = in_any_case(
    r"(?<=[a-z])\s*\((?:at |@ ?|about |around |~ ?)?"
    r"(?:(?:\d{1,2} ?k?m?[-–/])?\d{1,2} ?km?|mile|half(?:[ -]marathon)?|marathon)"
    r"(?: (?:race|goal|target))* (?:pace|effort|speed|intensity)\)"
)
"""How fast it is, by the race that is run so, in brackets: `20 min tempo (10k effort)`."""
_MADE_OF = in_any_case(r"\s+as\s+\d+\s+[a-z]+(?:\s*[,/+&]\s*\d+\s+[a-z]+)+")
"""How a length is made up: `200 as 50 kick, 150 swim`."""
_MINUTES = in_any_case(rf"\W*\d{{1,2}}\s*-?(?:{MINUTES}|')")
"""How long all takes that stands behind it: `15 min: ...`."""
_LIST = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+")
_COUNT = late(r"\d{1,3}\s+(?!(?:x|reps?|sets?|times|more|rounds?)\b)[^\W\d_][^\d:]*(?:\([^()]*\))?")
"""A count with what is counted: `20 star jumps`."""
_OF_EACH_ONE = in_any_case(
    r"\W*(?:(?:do|perform|complete|repeat|for)\s+)?(?:each|every|all)(?:\s+(?:one\s+)?of)?(?:\s+(?:the|these))?"
    r"\s+(?:drills?|exercises?|moves?|movements?|stretch(?:es)?|poses?|stations?)\b",
    r"\W*for (?:the|these|those|all)(?: \w+)? (?:drills|exercises|moves|movements|stretches|poses|stations)\b",
)
"""What is said of all of them: `Each drill is done twice over 20 metres`."""
_OF_THESE = in_any_case(
    r"\b(?:run|go|work|get)(?:ning|ing)? through (?:these|those|the|all)\b.*"
    r"\b(?:exercises|moves|movements|stretches|drills)\b"
)
_OR_REST = in_any_case(
    r"\b(?:rest|break|breather) or (?:hold |do |a |an )*:?\d[\w :-]*\b(?:plank|hold|sit|jog|walk|jacks?)\b"
)
"""What is done between rounds, if nobody rests: `take a 30-second rest or a 30-second plank`."""
_NO_REST = in_any_case(r"\W*(?:no|little|minimal|minimum) (?:rest|breaks?|pauses?)\b[^.;\d]* between\b[^.;\d]*\W*$")
"""Between which exercises nobody rests: `No break between the push-ups and the dips`."""
MOST_SENTENCES = 500
"""As many are kept as one text is asked for again and again."""
_ON_THE_WAY = in_any_case(
    r"\b(?:run|jog|walk|sprint|strid|hill|hik|rid|bik|cycl|spin|row|ski|swim|skip|turbo|erg|interval|warm|cool|hard|easy|fast|slow|on\b|off\b)\w*"
)
"""What is timed by its legs, unlike what is lifted."""
LEAST_COUNTED = 2
LEAST_OF_ALL_S = 180
LEAST_GOING_ON_S, LEAST_GOING_ON_M = 300, 1200


@lru_cache(maxsize=MOST_SENTENCES)
def told_in(text: str, *, is_list: bool = False) -> Told:
    """The exercises that a sentence names with their amounts; in a list those without amounts as well."""
    is_of_all = _OF_EACH_ONE.match(text) or _OF_THESE.search(text)
    head, _, tail = text.partition(": ")
    is_beside = bool(_OR_REST.search(text) or _NO_REST.match(text) or IN_SHORT.fullmatch(text))
    is_beside = is_beside or is_of_lengths(text) or is_readiness(text)
    if (is_of_all and not has_movement(tail)) or is_beside:
        return Told()
    is_led = bool(tail) and not any(map(str.isdecimal, head))
    is_led = is_led and not (has_movement(head) and not _ON_THE_WAY.search(text))  # `Press: 22s x 9; 25s x 7`
    return by_clock(text) or (by_clock(tail) if is_led else None) or _told_in_clauses(text, is_list=is_list)


def _told_in_clauses(text: str, *, is_list: bool) -> Told:
    text = choice_in(
        as_prescribed(
            _MEANWHILE.sub(
                "", _PACED.sub("", _MADE_OF.sub("", EXAMPLES.sub("", _IF_NOT.sub("", COMPARED.sub("", text)))))
            )
        )
    )[0]
    if (told := _told_within(text, is_list=is_list)) is not None:
        return told
    gathered = Gathered(text, is_list=is_list)
    for clause in clauses_of(text):
        gathered.take(clause)
    said = in_the_same_sets(text, list(on_each_side(gathered.alike())))
    told = Told(tuple(said), gathered.shared, pending=gathered.pending)
    return replace(_run_and_walk(text, told), text=text)


def _told_within(text: str, *, is_list: bool) -> Told | None:
    """What a part of a sentence tells, where the rest of it only says how long or how often."""
    if whole := _whole_of_parts(text):
        return told_in(whole, is_list=is_list)
    if (led := _led(text, is_list=is_list)) is not None:
        return led
    if shared := shared_in(text) or listed_before(text):
        return Told(shared, text=text)
    if listed := listed_with_amount(text):
        return _among_others(listed, text, is_list=is_list)
    if within := _WITHIN.search(text):
        return _filling(told_in(text[: within.start()] + text[within.end() :], is_list=is_list), 60.0 * int(within[1]))
    return None


def _among_others(listed: Listed, text: str, *, is_list: bool) -> Told:
    """What a list with its amount tells, and what stands before and behind it."""
    before, behind = (told_in(one, is_list=is_list) if one else Told() for one in (listed.before, listed.behind))
    exercises = (*before.exercises, *listed.exercises, *behind.exercises)
    return Told(exercises, before.facts.over(behind.facts), text=text)


def _led(text: str, *, is_list: bool) -> Told | None:
    """A list behind a colon, with what is said before that of all of it: `Two sets: 10 squats, 10 lunges`."""
    lead, colon, listed = text.partition(": ")
    if colon and _MINUTES.fullmatch(lead):
        told = told_in(listed, is_list=True)
        low, high = facts_of(parts_of(lead)).seconds or (0.0, 0.0)
        is_of_all = len(told.exercises) > 1 and low >= LEAST_OF_ALL_S
        return replace(told, facts=Facts(minutes=(low / 60, high / 60)).over(told.facts)) if is_of_all else None
    facts = _often_of(lead) if colon else Facts()
    if colon and not (facts.is_of_section or facts.sets) and (counted := _counted(listed)):
        return Told(counted, text=text)
    if not (facts.rounds or facts.repeat) or facts.has_amount or has_movement(parts_of(without_brackets(lead)).rest):
        return None
    told = told_in(listed, is_list=is_list)
    return replace(told, facts=told.facts.over(facts), text=text) if len(told.exercises) > 1 else None


def _counted(listed: str) -> tuple[Said, ...]:
    """The exercises behind a label, each with its count before it: `Circle up: 20 star jumps, 10 squats`."""
    pieces = _LIST.split(listed.strip(" ."))
    if len(pieces) < LEAST_COUNTED or not all(map(_COUNT.fullmatch, pieces)):
        return ()
    said = [Said(name_in(parts.rest), facts_of(parts), piece) for piece in pieces for parts in (parts_of(piece),)]
    is_list = all(one.name.is_likely and one.facts.reps for one in said)
    return tuple(said) if is_list and 2 * sum(has_movement(one.name.text) for one in said) >= len(said) else ()


def _often_of(lead: str) -> Facts:
    """How often what is listed behind a colon is done."""
    facts = facts_of(parts_of(lead))
    return replace(facts, rounds=facts.rounds or facts.sets, sets=None) if facts.sets else facts


def _whole_of_parts(text: str) -> str | None:
    """`45 min hilly run - 15 min easy, 15 min tempo, 15 min easy` up to its parts, if they make up the whole."""
    found = _WITH_PARTS.match(text)
    if not found:
        return None
    whole = facts_of(parts_of(found["whole"])).seconds
    parts = [
        facts.seconds or (0.0, 0.0)
        for one in re.split(r",|\+|\band\b|\bthen\b", found["parts"])
        if (facts := facts_of(parts_of(one))).says_anything
    ]
    is_made_up = len(parts) > 1 and all(one[0] for one in parts) and whole == (sum(one[0] for one in parts),) * 2
    return found["whole"] if is_made_up else None


def _filling(told: Told, total_s: float) -> Told:
    """What is done again and again until a time is over, with how often that is, if it fills it."""
    if not told.exercises:
        return told
    if told.is_running and not told.exercises[-1].facts.rest_s:
        return replace(told, facts=replace(told.facts, rounds=_fitting(list(told.exercises), total_s)))
    *before, last = told.exercises
    length_s = sum(one[1] for one in (last.facts.seconds, last.facts.rest_s) if one)
    if not last.facts.rest_s or not last.facts.seconds or total_s % length_s:
        return told
    often = total_s / length_s
    last = replace(last, facts=replace(last.facts, sets=(often, often)))
    return Told((*before, last), told.facts)


def _run_and_walk(text: str, told: Told) -> Told:
    """Running and walking by time, one after the other: what is said of how often belongs to what is repeated."""
    said = [one for one in told.exercises if not re.match(r"no\b", one.name.text)]
    timed = [one for one in said if one.facts.seconds or one.facts.distance_m]
    if len(timed) < 2 or len(timed) != len(said) or not all(_RUNNING.search(one.name.text) for one in timed):  # noqa: PLR2004
        return replace(told, exercises=tuple(said))
    shared = told.facts
    often = shared.rounds or shared.repeat or shared.reps
    before, after = _before(text, timed), 0
    counted = [at for at, one in enumerate(timed) if one.facts.sets and at >= before]
    if not often and len(counted) > 1:
        return replace(told, exercises=tuple(timed))
    if not often and counted:
        before, after = _around(timed, counted[0], before)
        one = timed[counted[0]]
        if before + after + 1 < len(timed) or after == 0 == before:
            often, timed[counted[0]] = one.facts.sets, replace(one, facts=replace(one.facts, sets=None))
    total = _TOTAL.search(spelled(text).text)
    is_total = total is not None and not often and re.search(r"\balternat|\brepeat", text, re.IGNORECASE)
    total_s = 60.0 * int(total[1]) if total and is_total else None
    shared = replace(shared, rounds=often or _fitting(timed[before:], total_s), repeat=None, reps=None)
    return Told(tuple(timed), shared, is_running=True, before=before, after=after, total_s=total_s)


def _around(timed: list[Said], at: int, before: int) -> tuple[int, int]:
    """How many come before what is done several times, of which `timed[at]` says how often, and how many behind it."""
    is_behind = facts_of(parts_of(timed[at].text)).sets is None or _is_counted_behind(timed, at)
    if 0 < before < at or is_behind:
        return before, len(timed) - at - 1
    short = len(list(takewhile(lambda one: not _goes_on(one), timed[at + 1 :])))
    return at, len(timed) - at - 1 - short


def _is_counted_behind(timed: list[Said], at: int) -> bool:
    """Whether it is said behind the last of them how often: `run 45 s, walk back, 8 times`."""
    is_last = at == len(timed) - 1 and at > 0
    return is_last and bool(_COUNTED_BEHIND.search(timed[at].text)) and not timed[at - 1].facts.sets


_COUNTED_BEHIND = in_any_case(r"[a-z'’)]\s*(?:[x×]\s?\d{1,2}|\(?\s*[x×]?\s?\d{1,2}\s*(?:x|times)\s*\)?)[\s.)]*$")


def _before(text: str, timed: list[Said]) -> int:
    """How many of them come before what is repeated."""
    found = _AGAIN.search(text)
    if found and all(0 <= text.find(one.text) < found.start() for one in timed):
        return _warming_up(timed)
    if found and re.search(r"[.;]\s*$", text[: found.start()]) and found[0].lower() == "repeat":
        return 0
    return sum(text.find(one.text) < found.start() for one in timed[:-1] if text.find(one.text) >= 0) if found else 0


def _warming_up(timed: list[Said]) -> int:
    """How many go on for long before at least two that don't, where it is said behind all of them how often."""
    long = [_goes_on(one) for one in timed[:-2]]
    return long.index(False) if False in long else len(long)


def _goes_on(said: Said) -> bool:
    seconds = said.facts.seconds
    return bool(seconds and seconds[0] >= LEAST_GOING_ON_S) or (said.facts.distance_m or 0) >= LEAST_GOING_ON_M


def _fitting(timed: list[Said], total_s: float | None) -> Span | None:
    """How often they fit into a whole time, if they fill it."""
    length_s = sum(one.facts.seconds[1] for one in timed if one.facts.seconds)
    if not total_s or not length_s or total_s % length_s:
        return None
    return total_s / length_s, total_s / length_s
