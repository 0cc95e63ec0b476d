"""Exercises within sentences: `Start with 10 squats, then hold a plank for 30 seconds`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.rules.both_sides import on_each_side
from voicecoach.authoring.rules.deeds import as_prescribed
from voicecoach.authoring.rules.facts import Facts, facts_of, joined
from voicecoach.authoring.rules.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.names import Name, is_told, named
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.said import Said, Told
from voicecoach.authoring.rules.spelled import spelled
from voicecoach.authoring.rules.words import EFFORT, GENERIC, GOING_ON, GONE_ON_WITH, LEAST_GONE_ON_S
from voicecoach.authoring.written import Span

_CLAUSES = re.compile(
    r"\s*[;!?]\s*|(?<!\bmin)(?<!\bsec)\.\s+|\.$|\s*,\s*(?:and\s+)?(?:then\s+|followed\s+by\s+)?(?!\d{3}\b)|\s+(?:and\s+)?then\s+|\s+followed\s+(?:immediately\s+)?by\s+|\s+super-?\s?set(?:ted)?\s+(?:with|w/)\s+|\s+and\s+(?=\d|an?\s|one\s|two\s|three\s|four\s|five\s|six\s|eight\s|ten\s|twelve\s|fifteen\s|twenty\s|thirty\s|start(?:ed)?\s|began\s|finish|end|hold|repeat\s|cooled\s|warmed\s|rested\s)|\s+\+\s+|\s*→\s*|\s+/+\s+(?!\d[\d:.]*\s*(?:s|secs?|seconds?|mins?|minutes?|')\s*(?:easy|light|paddling|off|rest)\b)|\s+(?:straight\s+)?into\s+|\s+\|\s+|\s*[\[\]]\s*|\s*(?:\)|\((?!\s*[\d:.]+\s*(?:s|secs?|seconds?|mins?|minutes?|')\s*(?:easy\s+)?(?:jog|walk)))(?=.*\d)\s*|\s+plus\s+|\s+with\s+(?=\d)|\s+alternat(?:e|ing)\s+(?=\d)|\s+[-–—]\s+(?=\d)|\s*&\s*(?=\d)|(?:(?<=hard)|(?<=fast)|(?<=tempo)|(?<=strong)|(?<=effort)|(?<=pace)|(?<=sprint)|(?<=run)|(?<=steady)|(?<=easy)|(?<=walk)|(?<=jog))\s*/\s*(?=\d[\d:.]*\s*(?:s|secs?|seconds?|mins?|minutes?|')\s*(?:easy|jog|walk|float|steady|slow|hard|fast)\b)",
    re.IGNORECASE,
)
_RUNNING = re.compile(
    r"\b(?:run(?:ning)?|jog(?:ging)?|walk(?:ing)?|sprint(?:s|ing)?|cycl(?:e|ing)|row(?:ing)?|easy|hard|strong|fast|steady|tempo|stride|pace|effort|at \d+ %)(?!\w)",
    re.IGNORECASE,
)
_TOTAL = re.compile(r"\b(?:for a total of|total of|in all|in total|for)\s+(\d+)\s*(?:min(?:ute)?s?)\b", re.IGNORECASE)
_WITHIN = re.compile(r"\b(\d{1,2})\s*-?min(?:ute)?s?\s+of\s+(?:alternating\s+)?(?=\d+\s*-?\s*s)", re.IGNORECASE)
"""How long something goes on: `10 minutes of 30 seconds hard, 30 seconds easy`."""
_WITH_PARTS = re.compile(
    r"(?P<whole>\s*\d[^:(,]*?[a-z])\s*(?::|\s[-–—]|\()\s*(?P<parts>\d[^()]*)\)?[\s.]*$", re.IGNORECASE
)
_AGAIN = re.compile(
    r"\balternat(?:e|ing)\b|\b(?:\w+\s+)(?:repetitions|rounds|repeats|times|sets)\b|\brepeat\b|\d+\s*[x×]\s*[\[(]",
    re.IGNORECASE,
)


_LED = re.compile(
    r"(?P<lead>[^:]{8,}\b(?:intervals|following|these|this|circuit)\b[^:]{0,30}):\s+(?P<list>\d[^:]*,[^:]*)$",
    re.IGNORECASE,
)
"""A list behind a colon that is said to come: `Do two sets of these intervals: 1 min hard, 1 min easy`."""
MOST_WORDS_BESIDE = 4
_BESIDE = re.compile(
    r"\W*(?:and |then )*(?:repeat|do|did|done|for|with|on|rest|hold|each|at|using|holding|keeping|switch|swap|perform|complete|aim|build)\b",
    re.IGNORECASE,
)
_LEFT_OUT = re.compile(
    r"\W*(?:and |but |or |then )*(?:skip|omit|miss out|leave out|avoid|drop)\s+(?:the|this|that|these|those|any|your|all)\b",
    re.IGNORECASE,
)
"""What isn't to be done."""
_MADE_OF = re.compile(r"\s+as\s+\d+\s+[a-z]+(?:\s*[,/+&]\s*\d+\s+[a-z]+)+", re.IGNORECASE)
"""How a length is made up: `200 as 50 kick, 150 swim`."""
LEAST_GOING_ON_S, LEAST_GOING_ON_M = 300, 1200


_COUNTED = re.compile(
    r"(?:slow |controlled )?(?:steps?|strides?|lifts?|rolls?|taps|pulses|circles|raises)", re.IGNORECASE
)
"""What an exercise's repetitions are counted in: `walking lunges, twelve steps`."""


_EACH_BEHIND = re.compile(r"\d\s*[a-z]*\s+each\W*(?:$|,)", re.IGNORECASE)
_AGAIN_ALL = re.compile(r"\W*(?:and\s+|then\s+)?repeat\b", re.IGNORECASE)


def told_in(text: str, *, is_list: bool = False) -> Told:
    """The exercises that a sentence names with their amounts; in a list those without amounts as well."""
    text = as_prescribed(_MADE_OF.sub("", text))
    if (told := _told_within(text, is_list=is_list)) is not None:
        return told
    exercises, shared = list[Said](), Facts()
    pending = tuple[Name, ...]()
    clauses = [one for one in _CLAUSES.split(text) if one and one.strip()]
    is_counted = _are_counted(clauses)
    for clause in clauses:
        parts = parts_of(clause)
        facts = facts_of(parts)
        name = named(parts, facts)
        if pending and (facts.has_amount or facts.sets) and (not _is_named(name) or _COUNTED.fullmatch(name.text)):
            exercises += [Said(one, facts, clause) for one in pending]
            pending = ()
            continue
        before = pending if pending and _is_shared(text, pending[-1], clause) else ()
        if before and _is_exercise(name, facts, is_list=False):
            exercises += [Said(one, replace(facts, notes=()), clause) for one in before]
        if _LEFT_OUT.match(clause):
            continue
        is_order = clause.strip().startswith(name.text) and is_told(clause.strip())
        is_pending = not facts.says_anything and _is_named(name) and not is_list and not is_order
        pending = (*before, name) if is_pending else ()
        is_named = _is_exercise(name, facts, is_list=is_list) or _is_gone_on_with(clause, name, facts)
        is_named = is_named or (is_counted and _is_counted(name, facts))
        if is_named or _is_with_sets(clause, name, facts):
            exercises.append(Said(name, facts, clause))
        elif not facts.says_anything:
            continue
        elif not exercises or facts.is_of_section or _is_of_all(clause, facts, exercises):
            shared = shared.over(_as_often(clause, facts) if exercises else facts)
        elif not _is_of_another(clause, facts):
            exercises[-1] = replace(exercises[-1], facts=joined(exercises[-1].facts, facts, clause))
    exercises = list(on_each_side(_with_that_of_all(exercises, text)))
    return replace(_run_and_walk(text, Told(tuple(exercises), shared)), text=text)


def _with_that_of_all(exercises: list[Said], text: str) -> list[Said]:
    """The exercises; with the amount that is said to be of each behind the last: `planks, hops, bridges - 30 s each`."""
    *others, last = exercises or [Said(Name(""), Facts(), "")]
    is_of_all = len(others) > 1 and last.facts.has_amount and _EACH_BEHIND.search(text)
    if not is_of_all or any(one.facts.says_anything for one in others):
        return exercises
    facts = replace(last.facts, sides=None)
    return [replace(one, facts=facts) for one in exercises]


def _told_within(text: str, *, is_list: bool) -> Told | None:
    """What a part of a sentence tells, where the rest of it only says how long or how often."""
    if whole := _whole_of_parts(text):
        return told_in(whole, is_list=is_list)
    if (led := _LED.match(text)) and (told := told_in(led["list"], is_list=is_list)).exercises:
        return replace(told, facts=told.facts.over(_often_of(led["lead"])), text=text)
    if within := _WITHIN.search(text):
        return _filling(told_in(text[: within.start()] + text[within.end() :], is_list=is_list), 60.0 * int(within[1]))
    return None


def _often_of(lead: str) -> Facts:
    """How often what is listed behind a colon is done."""
    facts = facts_of(parts_of(lead))
    return replace(facts, rounds=facts.rounds or facts.sets, sets=None) if facts.sets else facts


def _is_of_another(clause: str, facts: Facts) -> bool:
    """Whether it is said how often something else is done that isn't called: `then dash to the line and back 5 times`."""
    words = re.findall(r"[^\W\d_]{2,}", parts_of(clause).rest)
    is_counted = bool(facts.repeat or facts.reps) and not (facts.rest_s or facts.seconds or facts.load)
    return is_counted and len(words) > MOST_WORDS_BESIDE and not _BESIDE.match(clause)


def _is_shared(text: str, before: Name, clause: str) -> bool:
    """Whether two names with `and` between have the amount behind them: `a calf stretch and a quad stretch, 30 s each`."""
    begun = clause.split(maxsplit=1)[0]
    is_behind = ends_with_movement(before.text) and not begun[:1].isdigit() and not parts_of(begun).parts
    return is_behind and bool(re.search(rf"{re.escape(before.text)}\s+(?:and|&)\s+{re.escape(clause.strip())}", text))


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


def _is_exercise(name: Name, facts: Facts, *, is_list: bool) -> bool:
    if EFFORT.match(name.text) and (facts.seconds or facts.distance_m):
        return True
    if not _is_named(name):
        return False
    return facts.has_amount or bool(facts.sets) or is_list


def _are_counted(clauses: Sequence[str]) -> bool:
    """Whether each of several clauses begins with a number, and most are called as exercises are."""
    is_list = len(clauses) >= LEAST_COUNTED and all(one.lstrip()[:1].isdecimal() for one in clauses)
    return is_list and 3 * sum(map(has_movement, clauses)) >= 2 * len(clauses)


def _is_counted(name: Name, facts: Facts) -> bool:
    """Whether one of a list that counts all it names is named, whatever it is called: `10 squats, 5 wobbles, 8 hops`."""
    is_name = name.is_likely and name.text[:1].isalpha() and not GENERIC.fullmatch(name.text)
    return is_name and bool(facts.reps) and not facts.is_of_section


LEAST_COUNTED = 3
_WITH_SETS = re.compile(r"\s*[^\W\d_][\w'’/ -]{1,30}?[\s:–-]+\d{1,2}\s*[x×]\s*\d", re.IGNORECASE)
"""What has its sets and repetitions right behind it is an exercise, whatever it is called: `bench 5x5`."""
MOST_WORDS_OF_A_NAME = 3


def _is_gone_on_with(clause: str, name: Name, facts: Facts) -> bool:
    """Whether something is gone on with for minutes: `Finish with 5 minutes of stretching`."""
    is_long = facts.seconds is not None and facts.seconds[0] >= LEAST_GONE_ON_S and not facts.sets
    return is_long and bool(GONE_ON_WITH.fullmatch(name.text) and GOING_ON.match(clause))


def _is_with_sets(clause: str, name: Name, facts: Facts) -> bool:
    is_short = bool(name.text) and len(name.text.split()) <= MOST_WORDS_OF_A_NAME
    is_called = is_short and name.is_likely and not GENERIC.fullmatch(name.text)
    return bool(is_called and facts.sets and facts.has_amount and _WITH_SETS.match(clause))


def _is_named(name: Name) -> bool:
    return name.is_distance or (name.is_likely and not GENERIC.fullmatch(name.text) and has_movement(name.text))


def _is_of_all(clause: str, facts: Facts, exercises: list[Said]) -> bool:
    if len(exercises) > 1 and _AGAIN_ALL.match(clause):
        return True
    return (
        len(exercises) > 1
        and not facts.has_amount
        and bool(re.search(r"\brepeat|times\b|\brounds?\b|\ball\b|x\s?\d", clause, re.IGNORECASE))
    )


def _as_often(clause: str, facts: Facts) -> Facts:
    """`repeat 3 times` behind several exercises: rounds of them, or sets of each."""
    often = facts.repeat or facts.reps
    if not often or facts.rounds or not _AGAIN_ALL.match(clause):
        return facts
    once = replace(facts, reps=None, repeat=None)
    is_of_each = re.search(r"\b(?:each|every)\b", clause, re.IGNORECASE)
    return replace(once, sets=often) if is_of_each else replace(once, rounds=often)


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
    is_behind = facts_of(parts_of(timed[at].text)).sets is None  # `run 45 s, walk back, 8 times`
    if 0 < before < at or is_behind:
        return before, len(timed) - at - 1
    short = len(list(takewhile(lambda one: not _goes_on(one), timed[at + 1 :])))
    return at, len(timed) - at - 1 - short


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
