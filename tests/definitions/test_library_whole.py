"""The library as a whole: every exercise is complete, every session is in order."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from voicecoach.definitions.doubts import doubts
from voicecoach.definitions.groups import Difficulty, Family
from voicecoach.definitions.load import load, load_exercise, load_session, names
from voicecoach.definitions.model import Exercise, Level, Position
from voicecoach.definitions.session import SectionKind

MOST_ABOUT_CHARACTERS = 160
FEWEST_FORM_CUES = 4
FEWEST_EXERCISES, FEWEST_SESSIONS = 80, 18
HEALTH_CLAIMS = re.compile(
    r"\b(?:prevents?|cures?|heals?|treats?|injury|injuries|detox\w*|burns? fat|fat[- ]burning|boosts?|pain[- ]free|"
    r"posture correction|fixes|rehab\w*|therapy|therapeutic|proven|guarantee\w*)\b",
    re.IGNORECASE,
)
EXERCISES, SESSIONS = names("exercises"), names("sessions")


def cue_texts(exercise: Exercise) -> list[str]:
    cues = [exercise.cues, *map(exercise.cues_of, exercise.variations)]
    return [text for one in cues for _, _, cue in one.all() for text in cue.wordings]


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_says_what_it_is_sorted_by(name: str) -> None:
    exercise = load_exercise(name)
    assert exercise.family
    assert exercise.level
    assert 1 <= len(exercise.muscles) == len(set(exercise.muscles))
    assert exercise.suits.endswith(".")
    assert exercise.about.endswith(".")
    assert len(exercise.about) <= MOST_ABOUT_CHARACTERS


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_is_complete(name: str) -> None:
    exercise = load_exercise(name)
    assert exercise.prescription.start or exercise.prescription.each_set or exercise.prescription.distance_m
    assert len(exercise.cues.form) >= FEWEST_FORM_CUES
    amount = exercise.prescription
    assert exercise.phases or exercise.hold or exercise.pace or amount.start or amount.distance_m
    if exercise.phases:
        assert sum(cue.phase is not None for cue in exercise.cues.form) >= FEWEST_FORM_CUES - 1
    levels = [variation.level for variation in exercise.variations.values()]
    assert Level.HARDER in levels
    assert {Level.EASIER, Level.AIDED} & set(levels)


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_makes_no_health_claims(name: str) -> None:
    exercise = load_exercise(name)
    assert not [text for text in (*cue_texts(exercise), exercise.about, exercise.suits) if HEALTH_CLAIMS.search(text)]


@pytest.mark.parametrize("name", EXERCISES)
def test_an_exercise_names_what_there_is(name: str) -> None:
    exercise = load_exercise(name)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name)
    assert all(one.use in EXERCISES for one in exercise.substitutes)
    assert all({*one.variations} <= load_exercise(one.use).variations.keys() for one in exercise.substitutes)
    assert exercise.name == name


@pytest.mark.parametrize("name", EXERCISES)
def test_what_stands_in_for_an_exercise_is_no_harder(name: str) -> None:
    """It is of the same level at most, or is done in an easier way and of the next one."""
    exercise, levels = load_exercise(name), list(Difficulty)
    for one in exercise.substitutes:
        other = load_exercise(one.use)
        is_easier = any(other.variations[variation].level is Level.EASIER for variation in one.variations)
        assert exercise.level
        assert other.level
        assert levels.index(other.level) <= levels.index(exercise.level) + is_easier


@pytest.mark.parametrize("name", EXERCISES)
def test_a_variation_names_nothing_that_it_does_without(name: str) -> None:
    exercise = load_exercise(name)
    for variation, one in exercise.variations.items():
        varied = exercise.varied((variation,))
        lines = [text for _, _, cue in varied.cues.all() for text in cue.wordings]
        allowed = {text for text in lines if re.search(r"\bas if\b", text)}
        for item in one.without:
            assert not [text for text in {*lines} - allowed if re.search(rf"\b{item.rstrip('s')}", text)]
        if any("kneel" in text.lower() for text in lines):
            assert varied.position is Position.FLOOR


def test_who_does_not_jump_is_not_told_to() -> None:
    for name, variation in (("burpee", "step"), ("jumping-jack", "step"), ("skater", "step"), ("a-skip", "marching")):
        varied = load_exercise(name).varied((variation,))
        said = [text for _, _, cue in varied.cues.all() for text in cue.wordings]
        said += [phase.say for phase in varied.phases if phase.say]
        assert not [text for text in said if re.search(r"(?<!without a )\b(?:jump|leap|bounce|land)", text.lower())]


@pytest.mark.parametrize("name", [*SESSIONS, *EXERCISES])
def test_check_finds_it_in_order(name: str) -> None:
    assert not doubts(load(name))


def test_no_two_exercises_share_a_title_or_a_name_in_a_sentence() -> None:
    exercises = [load_exercise(name) for name in EXERCISES]
    titles = [one.title.lower() for one in exercises]
    spoken = [one.spoken for one in exercises]
    assert len(set(titles)) == len(titles)
    assert len(set(spoken)) == len(spoken)


def test_no_form_cue_stands_at_three_exercises() -> None:
    """A sentence that fits everything helps with nothing."""
    cues = (cue.say for name in EXERCISES for cue in load_exercise(name).cues.form)
    said = Counter(text for text in cues if text.count(" ") > 2)
    assert not sorted(text for text, times in said.items() if times > 2)


def test_the_library_is_worth_having() -> None:
    assert len(EXERCISES) >= FEWEST_EXERCISES
    assert {load_exercise(name).family for name in EXERCISES} == set(Family)
    assert len(SESSIONS) >= FEWEST_SESSIONS
    kinds = {section.kind for name in SESSIONS for section in load_session(name).sections}
    assert kinds == set(SectionKind)


@pytest.mark.parametrize("name", SESSIONS)
def test_a_session_says_what_it_is(name: str) -> None:
    session = load_session(name)
    assert session.level
    assert session.about.endswith(".")
    assert not HEALTH_CLAIMS.search(session.about)
