"""What the first session must say, fact by fact, whatever the words."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from voicecoach.definitions.amounts import Amount, Prescription, Tempo, Unit
from voicecoach.definitions.load import load_exercise, load_phrases, load_session, names
from voicecoach.definitions.model import Cues, Exercise, Level, Position, Sides
from voicecoach.definitions.session import WarmUp
from voicecoach.times import Ms

EIGHT_TO_FIFTEEN = Prescription(3, Amount(8, 10), Amount(12, 15), 6)
LONGEST_LINE_CHARACTERS = 180
HOLDS = Prescription(3, Amount(30_000, 30_000, Unit.MS), Amount(45_000, 45_000, Unit.MS), 6)


def cue_lines(cues: Cues) -> Iterator[str]:
    for cue in (*cues.setup, *cues.form, *cues.safety, *cues.encouragement):
        yield from cue.wordings


def spoken_lines(exercise: Exercise) -> Iterator[str]:
    yield exercise.say
    yield from cue_lines(exercise.cues)
    yield from (wording for change in exercise.changes for wording in change.wordings)
    for variation in exercise.variations.values():
        yield variation.say
        yield from cue_lines(variation.cues)


def test_the_session_is_prescribed_as_its_coach_does() -> None:
    session = load_session("glutes-for-runners")
    assert [item.exercise.name for item in session.items] == ["step-up", "band-walk", "hip-lift", "lunge", "squat"]
    assert (session.prescription, session.hold, session.rest) == (EIGHT_TO_FIFTEEN, HOLDS, 30_000)
    assert (session.weeks, session.warm_up) == (6, WarmUp.ELSEWHERE)
    assert session.source is not None
    assert (session.source.title, session.source.author) == ("Glutes Strength for Runners", "Alexa, running coach")
    assert session.source.video == "https://youtu.be/K-iFdyyhgdg"
    said = " ".join(cue_lines(session.cues))
    for fact in ("more of the work than any other", "many of the runners", "Slow and controlled", "mirror"):
        assert fact in said


@pytest.mark.parametrize(
    ("name", "sides", "position", "needs", "tempo_s"),
    [
        ("step-up", Sides.EACH, Position.STANDING, {"step"}, (2, 0, 2, 1)),
        ("band-walk", Sides.ALTERNATING, Position.STANDING, {"band"}, None),
        ("wall-press", Sides.EACH, Position.STANDING, {"sofa", "radiator", "wall"}, None),
        ("hip-lift", Sides.NONE, Position.FLOOR, {"chair", "sofa"}, (3, 0, 1, 1)),
        ("lunge", Sides.ALTERNATING, Position.STANDING, set(), (2, 1, 2, 0)),
        ("squat", Sides.NONE, Position.STANDING, set(), (3, 0, 2, 0)),
    ],
)
def test_each_exercise_has_its_sides_place_needs_and_tempo(
    name: str, sides: Sides, position: Position, needs: set[str], tempo_s: tuple[int, int, int, int] | None
) -> None:
    exercise = load_exercise(name)
    tempo = Tempo(*(Ms(part * 1000) for part in tempo_s)) if tempo_s else None
    assert (exercise.sides, exercise.position, exercise.tempo) == (sides, position, tempo)
    assert {item for need in exercise.needs for item in need.any_of} == needs
    assert exercise.video == "https://youtu.be/K-iFdyyhgdg"


@pytest.mark.parametrize(
    ("name", "phases"),
    [
        ("step-up", "up hold down floor"),
        ("band-walk", "out in"),
        ("wall-press", ""),
        ("hip-lift", "down bottom up hold"),
        ("lunge", "step down bottom push back stand"),
        ("squat", "down bottom up top"),
    ],
)
def test_each_exercise_begins_with_the_right_phase(name: str, phases: str) -> None:
    assert [phase.name for phase in load_exercise(name).phases] == phases.split()


def test_lengths_of_a_movement_are_as_prescribed() -> None:
    lengths = {name: load_exercise(name).movement_length(load_exercise(name).tempo) for name in names("exercises")}
    assert lengths["band-walk"] == 4000
    assert lengths["lunge"] == 7000
    assert load_exercise("band-walk").get_ready == 20_000


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        (
            "step-up",
            (
                "first stair|second|can't slip|plant|glute of the standing leg|no push from the foot|"
                "hip fully straight|"
                "stay up there|slow and controlled|running pose|bends behind you|knee is high|sprinter"
            ),
        ),
        (
            "band-walk",
            (
                "just above your knees|hip-width|slightly bent|out to the side and back in|slow and controlled|"
                "straight ahead|inwards or outwards|mirror"
            ),
        ),
        (
            "wall-press",
            (
                "side-on|sofa|radiator|not a hot one|nearest to it|leaves the floor|other knee slightly bent|"
                "outside of the lifted knee firmly|standing leg works hard"
            ),
        ),
        (
            "hip-lift",
            (
                "shoulders, neck and head|knees bent, feet on the floor|straight line from head to knees|parallel|"
                "brace your stomach, navel|lower your hips slowly|drive up strongly with your glutes|"
                "where you start|slide"
            ),
        ),
        (
            "lunge",
            (
                "long step|hip-width apart, not on a tightrope|both knees to|back knee hovers just off the floor|"
                "the step was too short|push off the front foot|no wobble|front knee points forward|"
                "turn your trunk away|right leg in front, turn left|front knee still points forward|mastered"
            ),
        ),
        (
            "squat",
            (
                "slightly wider than your hips|hips go back and down first|knee height|hover over a seat|rise slowly|"
                "track over your toes|don't travel past|wider than before, toes slightly out|heels"
            ),
        ),
    ],
)
def test_each_exercise_says_its_facts(name: str, facts: str) -> None:
    said = " ".join(spoken_lines(load_exercise(name))).lower()
    missing = {fact for fact in facts.split("|") if fact not in said}
    assert not missing


@pytest.mark.parametrize(
    ("name", "variation", "level", "needs"),
    [
        ("step-up", "running-pose", Level.HARDER, ""),
        ("lunge", "rotation", Level.HARDER, ""),
        ("lunge", "backpack", Level.HARDER, "backpack"),
        ("squat", "backpack", Level.HARDER, "backpack"),
        ("squat", "heels-raised", Level.AIDED, "books"),
    ],
)
def test_harder_and_easier_ways_have_names(name: str, variation: str, level: Level, needs: str) -> None:
    found = load_exercise(name).variations[variation]
    assert (found.level, " ".join(item for need in found.needs for item in need.any_of)) == (level, needs)
    assert found.cues.setup


def test_the_wall_press_stands_in_for_the_band_walk() -> None:
    (substitute,) = load_exercise("band-walk").substitutes
    assert (substitute.without, substitute.use) == ("band", "wall-press")
    assert load_session("glutes-for-runners").exercises["wall-press"].is_hold


def test_squats_get_wider_from_set_to_set() -> None:
    (change,) = load_exercise("squat").changes
    assert [change.applies(number) for number in (1, 2, 3, 7)] == [False, True, True, False]


def all_lines() -> Iterator[str]:
    for name in names("exercises"):
        yield from spoken_lines(load_exercise(name))
    for name in names("sessions"):
        yield from cue_lines(load_session(name).cues)
    yield from (
        wording for variants in load_phrases("en").lines.values() for wordings in variants for wording in wordings
    )
    for item in load_session("squat").equipment.values():
        yield from filter(None, (item.say, item.put_away))


def test_nothing_makes_a_voice_stumble() -> None:
    strange = re.compile(r"[0-9()/\\*<>\[\];–—…&%°\"]|\b(?:e\.g|i\.e|etc|approx|secs?)\b")
    assert not [line for line in all_lines() if strange.search(line) or len(line) > LONGEST_LINE_CHARACTERS]


def test_cues_have_a_shorter_wording_to_fall_back_on() -> None:
    for name in names("exercises"):
        exercise = load_exercise(name)
        for cues in (exercise.cues, *(variation.cues for variation in exercise.variations.values())):
            assert all(cue.short and len(cue.short[-1]) < len(cue.say) for cue in (*cues.form, *cues.safety))
