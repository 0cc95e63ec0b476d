"""What the first session must say, fact by fact, whatever the words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

import pytest

from voicecoach.definitions.amounts import Amount, Prescription, Tempo, Unit
from voicecoach.definitions.load import load_exercise, load_phrases, load_session, names
from voicecoach.definitions.model import Cues, Exercise, Guide, Level, Position, Sides, Wordings
from voicecoach.definitions.session import WarmUp
from voicecoach.times import Ms

EIGHT_TO_FIFTEEN = Prescription(3, Amount(8, 10), Amount(12, 15), 6)
LONGEST_LINE_CHARACTERS = 130
LONGEST_SET_UP_CHARACTERS = 115
LONGEST_CUE_CHARACTERS = 50
FEWEST_OTHER_CUES, FEWEST_WORDINGS, FEWEST_ENCOURAGEMENTS = 3, 4, 6
SAID_ONE_WAY = re.compile(
    r"count|halfway(_thirty)?|minutes?_left|\w+_seconds|switch(_now)?|announce_\w+|announce|amount_\w+|load_\w+|list_entry|"
    r"opening_(title|week)|section_(title|exercises|rounds|intervals|intervals_no_rest|emom_sets|cap)|rest(_open)?"
)
"""Numbers, calls of time, announcements, amounts, sides: understood at once, since they always sound the same."""
PLACEHOLDERS = {
    name: set(found.split())
    for name, found in {
        "opening_client": "client",
        "opening_title": "title",
        "opening_week": "week weeks",
        "opening_length": "minutes",
        "opening_length_most": "length",
        "opening_fetch": "item",
        "opening_fetch_many": "count items",
        "amount_sets_first": "sets amount",
        "amount_for": "length",
        "section_title": "title",
        "section_exercises": "count",
        "section_rounds": "rounds",
        "section_intervals": "work rest",
        "section_emom": "every",
        "section_emom_sets": "count",
        "section_amrap": "length",
        "section_for_time": "rounds",
        "section_cap": "length",
        "list_entry": "exercise amount",
        "recall": "entries",
        "announce": "number total exercise",
        "announce_only": "exercise",
        "announce_last": "exercise",
        "announce_first": "exercise",
        "announce_next": "exercise",
        "announce_round": "round rounds",
        "announce_set": "set sets",
        "announce_last_set": "set sets",
        "announce_side_first": "side noun",
        "amount_sets": "sets amount",
        "amount_one_set": "amount",
        "amount_round": "amount",
        "amount_reps": "reps",
        "amount_reps_range": "low high",
        "amount_hold": "length",
        "amount_hold_range": "low high",
        "amount_time": "length",
        "amount_time_range": "low high",
        "amount_distance": "metres",
        "amount_open_least": "least",
        "amount_each_side": "amount",
        "amount_alternating": "amount",
        "load_kg": "load",
        "load_lb": "load",
        "load_percent": "load",
        "load_rpe": "load",
        "count": "number",
        "more_if_good": "more",
        "more_seconds_if_good": "length",
        "minutes_left": "minutes",
        "switch": "side noun",
        "switch_now": "side noun",
        "rest": "length",
        "next_set": "cue",
        "finish": "title",
        "finish_one": "exercise sets",
        "finish_one_set": "exercise",
        "finish_many": "count",
        "finish_length": "minutes",
        "finish_length_most": "length",
        "move_up_reps": "high",
        "move_up_hold": "high",
    }.items()
}
"""What each stock line may be filled with: what the planner gives it."""
HOLDS = Prescription(3, Amount(30_000, 30_000, Unit.MS), Amount(45_000, 45_000, Unit.MS), 6)


def cue_lines(cues: Cues) -> Iterator[str]:
    for cue in (*cues.setup, *cues.form, *cues.safety, *cues.encouragement):
        yield from cue.wordings


def spoken_lines(exercise: Exercise) -> Iterator[str]:
    yield exercise.say
    yield from cue_lines(exercise.cues)
    yield from (wording for change in exercise.changes for wording in change.wordings)
    for name, variation in exercise.variations.items():
        varied = exercise.varied((name,))
        yield from (variation.say, varied.say)
        yield from cue_lines(exercise.cues_of(name))
        yield from (wording for change in varied.changes for wording in change.wordings)


def test_the_session_is_prescribed_as_its_coach_does() -> None:
    session = load_session("glutes-for-runners")
    assert [item.exercise.name for item in session.items] == ["step-up", "band-walk", "hip-lift", "lunge", "squat"]
    assert (session.prescription, session.hold, session.rest) == (EIGHT_TO_FIFTEEN, HOLDS, 30_000)
    assert (session.weeks, session.warm_up) == (6, WarmUp.ELSEWHERE)
    assert session.source is not None
    assert (session.source.title, session.source.author) == ("Glutes Strength for Runners", "Alexa, running coach")
    assert session.source.video == "https://youtu.be/K-iFdyyhgdg"
    said = " ".join(cue_lines(session.cues))
    for fact in ("more of the work than any other", "lots of runners", "too little", "Slow and controlled", "mirror"):
        assert fact in said


@pytest.mark.parametrize(
    ("name", "sides", "position", "needs", "tempo_s"),
    [
        ("step-up", Sides.EACH, Position.STANDING, {"step"}, (2, 0, 2, 1)),
        ("band-walk", Sides.ALTERNATING, Position.STANDING, {"band"}, None),
        ("wall-press", Sides.EACH, Position.STANDING, {"sofa", "radiator", "wall"}, None),
        ("hip-lift", Sides.NONE, Position.FLOOR, {"chair", "sofa"}, (3, 0, 1, 1)),
        ("lunge", Sides.ALTERNATING, Position.STANDING, set(), (2, 0, 1, 0)),
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
    assert lengths["lunge"] == 5000
    assert load_exercise("band-walk").get_ready == 20_000


@pytest.mark.parametrize(
    ("name", "facts"),
    [
        (
            "step-up",
            (
                "first or second stair|can't slip|plant one whole foot|glute of your standing leg|"
                "push off with the foot|hip fully straight|stay up there a second|come down slowly|breathe out|"
                "running pose|back leg bent|knee high|sprinter"
            ),
        ),
        (
            "band-walk",
            (
                "just above your knees|hip-width|slightly bent, and they stay that way|stay on the spot|"
                "out to the side and back in, slowly|then the other|slow and controlled|straight ahead|"
                "roll in or out|breathing|mirror|tears"
            ),
        ),
        (
            "wall-press",
            (
                "side-on|firm, and not hot|nearest to it|off the floor|other knee slightly bent|"
                "outside of the lifted knee firmly|standing leg works hard|still|breathe"
            ),
        ),
        (
            "hip-lift",
            (
                "shoulders, neck and head|knees bent, feet flat on the floor|start at the top|"
                "hips and knees in one line|"
                "level with the floor|brace your stomach, navel|lower your hips slowly|strongly with your glutes|"
                "can't slide|breathe"
            ),
        ),
        (
            "lunge",
            (
                "long step forward|hip-width apart, not on a tightrope|right angle|ninety degrees|just off the floor|"
                "past your toes? step longer|push off your front foot, back to where|knee straight ahead, no wobble|"
                "change legs|breathe|arms out|away from the front leg|right leg in front, turn left|"
                "front knee points ahead|mastered"
            ),
        ),
        (
            "squat",
            (
                "slightly wider than your hips|hips back first, then down|knee height|hover over it|rise slowly|"
                "the line of your toes|travel past your toes|wider than before|toes slightly out|heels on them|breathe|"
                "mastered"
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
    exercise = load_exercise(name)
    found = exercise.variations[variation]
    assert (found.level, " ".join(item for need in found.needs for item in need.any_of)) == (level, needs)
    assert exercise.cues_of(variation).setup


def test_the_wall_press_stands_in_for_the_band_walk() -> None:
    (substitute,) = load_exercise("band-walk").substitutes
    assert (substitute.without, substitute.use) == ("band", "wall-press")
    assert load_session("glutes-for-runners").exercises["wall-press"].is_hold


def test_what_to_fetch_names_what_can_stand_in() -> None:
    said = {need.say for item in load_session("glutes-for-runners").items for need in item.exercise.needs}
    said |= {need.say for need in load_exercise("wall-press").needs}
    assert {"a step, or a staircase", "a resistance band", "a {items}", "a {items} to press against"} == said
    equipment = load_session("squat").equipment
    assert all(word in equipment["backpack"].say for word in ("books", "bottles", "cans"))
    assert "same thickness" in equipment["books"].say


def test_every_phase_of_a_lunge_that_moves_is_named() -> None:
    lunge = load_exercise("lunge")
    assert lunge.guide is Guide.ALWAYS
    assert [phase.name for phase in lunge.phases if not phase.say] == ["bottom", "stand"]
    assert lunge.varied(("rotation",)).movement_length(lunge.varied(("rotation",)).tempo) == 6000  # time to turn


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


def stock_lines() -> Iterator[tuple[str, tuple[Wordings, ...]]]:
    yield from load_phrases("en").lines.items()


def test_nothing_makes_a_voice_stumble() -> None:
    strange = re.compile(r"[0-9()/\\*<>\[\];–—…&%°\"]|\b(?:e\.g|i\.e|etc|approx|secs?)\b")
    assert not [line for line in all_lines() if strange.search(line) or len(line) > LONGEST_LINE_CHARACTERS]


def test_contractions_are_spoken() -> None:
    stiff = re.compile(r"\b(?:do not|does not|you will|it is|that is|cannot|shall)\b")
    assert not [line for line in all_lines() if stiff.search(line.lower())]


def test_cues_are_short_enough_for_their_moments() -> None:
    for name in names("exercises"):
        exercise = load_exercise(name)
        for cues in (exercise.cues, *map(exercise.cues_of, exercise.variations)):
            assert all(len(cue.say) <= LONGEST_SET_UP_CHARACTERS for cue in cues.setup)
            assert all(len(cue.say) <= LONGEST_CUE_CHARACTERS for cue in (*cues.form, *cues.encouragement))
        assert 2 <= len(exercise.cues.setup) <= 4


def test_cues_have_a_shorter_wording_to_fall_back_on() -> None:
    for name in names("exercises"):
        exercise = load_exercise(name)
        for cues in (exercise.cues, *map(exercise.cues_of, exercise.variations)):
            assert all(cue.short and len(cue.short[-1]) < len(cue.say) for cue in (*cues.form, *cues.safety))


def words(text: str) -> set[str]:
    return set(re.findall(r"[a-z']+", text.lower()))


@pytest.mark.parametrize("name", list(names("exercises")))
def test_the_key_cue_is_another_line_when_it_comes_again(name: str) -> None:
    exercise = load_exercise(name)
    for one in (exercise, *(exercise.varied((variation,)) for variation in exercise.variations)):
        key, *others = one.cues.form
        assert not key.say.lower().startswith(key.short[0].lower().rstrip("."))
        assert words(key.short[0]) - words(key.say)
        assert len(others) >= FEWEST_OTHER_CUES


@pytest.mark.parametrize("name", list(names("exercises")))
def test_cues_belong_to_phases_that_are_there(name: str) -> None:
    exercise = load_exercise(name)
    phases = {phase.name for phase in exercise.phases}
    cues = [*exercise.cues.form, *(cue for one in exercise.variations for cue in exercise.cues_of(one).form)]
    assert {cue.phase for cue in cues if cue.phase} <= phases


@pytest.mark.parametrize("name", list(names("exercises")))
def test_what_makes_it_safe_is_said_in_one_place(name: str) -> None:
    exercise = load_exercise(name)
    for one in (exercise, *(exercise.varied((variation,)) for variation in exercise.variations)):
        said = [*one.cues.setup, *one.cues.form, *one.cues.safety]
        about_it = [cue for cue in said if re.search(r"\bslip|\bslide\b|\bhot\b|\btears\b|\bfirm\b", cue.say)]
        assert set(about_it) <= set(one.cues.safety)
        assert not any(re.search(r"slip|slide|hot|stays put|firm", need.say) for need in one.needs)


def test_why_is_told_in_lines_that_fit_a_rest() -> None:
    for cue in load_session("glutes-for-runners").cues.setup:
        assert len(cue.say) <= LONGEST_SET_UP_CHARACTERS
        assert len(re.findall(r"[.!?](?: |$)", cue.say)) in {1, 2}


def test_stock_lines_take_turns() -> None:
    for name, variants in stock_lines():
        if not SAID_ONE_WAY.fullmatch(name):
            openings = {variant[0] for variant in variants}
            assert len(openings) == len(variants) >= FEWEST_WORDINGS, name


def test_variants_are_different_sentences() -> None:
    for name, variants in stock_lines():
        found = [words(variant[0]) for variant in variants if not SAID_ONE_WAY.fullmatch(name)]
        alike = [(one, other) for one, other in combinations(found, 2) if one <= other and len(other - one) < 2]
        assert not alike, name


def test_every_placeholder_is_filled() -> None:
    for name, variants in stock_lines():
        used = {found for variant in variants for text in variant for found in re.findall(r"\{(\w*)\}", text)}
        assert used <= PLACEHOLDERS.get(name, set()), name
    assert set(PLACEHOLDERS) <= {name for name, _ in stock_lines()}
    for text in (line for name in names("exercises") for line in spoken_lines(load_exercise(name))):
        assert set(re.findall(r"\{\w*\}", text)) <= {"{side}"}


def test_a_cue_for_the_next_set_is_framed_as_such() -> None:
    for variant in load_phrases("en").lines["next_set"]:
        assert re.search(r"\b(?:next|this time|coming|last set)\b", variant[0], re.IGNORECASE)
        assert variant[0].endswith(" {cue}")


def test_what_varies_is_a_sentence_of_its_own() -> None:
    """Sentences are spoken one by one and kept, so a name or an amount doesn't multiply the sentences around it."""
    for name, variants in stock_lines():
        if name in {"amount_each_side", "amount_alternating"}:  # parts of a sentence
            continue
        for text in (text for variant in variants for text in variant):
            for sentence in re.split(r"(?<=[.!?]) ", text):
                if found := re.search(r"\{(?:exercise|amount|item|items|title|entries|cue)\}", sentence):
                    assert sentence.rstrip(".") == found[0], name


def test_calls_of_time_keep_their_words() -> None:
    lines = load_phrases("en").lines
    assert all(variant[0].startswith("Ten seconds.") for variant in lines["back_into_position"])
    assert all("half" in variant[0].lower() for variant in lines["session_halfway"])
    assert all("last set" in variant[0].lower() for variant in lines["announce_last_set"])
    assert len(lines["encouragement"]) >= FEWEST_ENCOURAGEMENTS
