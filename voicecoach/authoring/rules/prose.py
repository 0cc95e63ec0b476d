"""Exercises within sentences: `Start with 10 squats, then hold a plank for 30 seconds`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from voicecoach.authoring.rules.facts import Facts, facts_of
from voicecoach.authoring.rules.movements import has_movement
from voicecoach.authoring.rules.names import Name, name_in
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.words import GENERIC

_CLAUSES = re.compile(
    r"\s*[;!?]\s*|(?<!\bmin)(?<!\bsec)\.\s+|\.$|\s*,\s*(?:and\s+)?(?:then\s+|followed\s+by\s+)?(?!\d{3}\b)|\s+(?:and\s+)?then\s+|\s+followed\s+(?:immediately\s+)?by\s+|\s+and\s+(?=\d|an?\s|one\s|two\s|three\s|four\s|five\s|six\s|eight\s|ten\s|twelve\s|fifteen\s|twenty\s|thirty\s|finish|end|hold)|\s+\+\s+|\s*→\s*|\s+/+\s+|\s+(?:straight\s+)?into\s+|\s+\|\s+|\s*[\[\]]\s*|\s*[()](?=.*\d)\s*|\s+plus\s+|\s+with\s+(?=\d)|\s+alternat(?:e|ing)\s+(?=\d)|\s+[-–—]\s+(?=\d)|\s*&\s*(?=\d)",
    re.IGNORECASE,
)
_RUNNING = re.compile(r"\b(?:run(?:ning)?|jog(?:ging)?|walk(?:ing)?|sprint(?:s|ing)?|cycl(?:e|ing)|row(?:ing)?|easy|hard|fast|steady|tempo|stride)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:for a total of|total of|in all|in total|for)\s+(\d+)\s*(?:min(?:ute)?s?)\b", re.IGNORECASE)
_ROUNDS = re.compile(r"\b(?:repeat|repetitions?|times|rounds?|x|×)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Said:
    """An exercise of a sentence with what is said of it."""

    name: Name
    facts: Facts
    text: str


@dataclass(frozen=True)
class Told:
    """The exercises of a sentence, and what it says of all of them."""

    exercises: tuple[Said, ...] = ()
    facts: Facts = Facts()
    is_running: bool = False


def told_in(text: str, *, is_list: bool = False) -> Told:
    """The exercises that a sentence names with their amounts; in a list those without amounts as well."""
    exercises, shared = list[Said](), Facts()
    clauses = [one for one in _CLAUSES.split(text) if one and one.strip()]
    for clause in clauses:
        parts = parts_of(clause)
        facts, name = facts_of(parts), name_in(parts.rest)
        if _is_exercise(name, facts, is_list=is_list):
            exercises.append(Said(name, facts, clause))
        elif not facts.says_anything:
            continue
        elif not exercises or facts.is_of_section or _is_of_all(clause, facts, exercises):
            shared = shared.over(facts)
        else:
            exercises[-1] = replace(exercises[-1], facts=exercises[-1].facts.over(facts))
    return _run_and_walk(text, Told(tuple(exercises), shared))


def _is_exercise(name: Name, facts: Facts, *, is_list: bool) -> bool:
    if not name.is_likely or GENERIC.fullmatch(name.text) or not has_movement(name.text):
        return False
    return facts.has_amount or bool(facts.sets) or is_list


def _is_of_all(clause: str, facts: Facts, exercises: list[Said]) -> bool:
    return len(exercises) > 1 and not facts.has_amount and bool(re.search(r"\brepeat|times\b|\brounds?\b|\ball\b|x\s?\d", clause, re.IGNORECASE))


def _run_and_walk(text: str, told: Told) -> Told:
    """Running and walking by time, one after the other: what is said of how often belongs to all of it."""
    timed = [one for one in told.exercises if one.facts.seconds or one.facts.distance_m]
    if len(timed) < 2 or len(timed) != len(told.exercises) or not all(_RUNNING.search(one.name.text) for one in timed):  # noqa: PLR2004
        return told
    last = timed[-1]
    shared = told.facts
    if last.facts.sets and not any(one.facts.sets for one in timed[:-1]):
        shared = shared.over(Facts(rounds=last.facts.sets))
        timed[-1] = replace(last, facts=replace(last.facts, sets=None))
    elif timed[0].facts.sets and re.match(r"\s*\d+\s*[x×]\s*[\[(]?\s*\d", text):
        shared = shared.over(Facts(rounds=timed[0].facts.sets))
        timed[0] = replace(timed[0], facts=replace(timed[0].facts, sets=None))
    if shared.repeat and not shared.rounds:
        shared = replace(shared, rounds=shared.repeat, repeat=None)
    if shared.reps and not shared.rounds:
        shared = replace(shared, rounds=shared.reps, reps=None)
    return Told(tuple(timed), shared, is_running=True)
