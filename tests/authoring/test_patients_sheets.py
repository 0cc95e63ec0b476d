"""Sheets that patients get: how often with a condition, how slowly, on each side, with a dash behind the name."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.written import WrittenExercise
from voicecoach.definitions.model import Sides


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "sheet.txt").written.sections for one in section.exercises]


def facts(text: str) -> Facts:
    return facts_of(parts_of(text))


PLACES = (
    "Foot sheet\n\nHeel raise\n\nStand behind a chair. Go up on your toes. {}\n\nKnee lift\n\nLift one knee. Do 12.\n",
    "1. Heel raise\n- Stand behind a chair.\n- Go up on your toes.\n- {}\n2. Knee lift\n- Lift one knee.\n- Do 12.\n",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("text", "reps"),
    [
        ("Do this six times.", (6, 6)),
        ("Do about 8 of these to begin with.", (8, 8)),
        ("Do around ten at first and work up to 20.", (10, 10)),
        ("Do this 8 to 10 times — or fewer if it is sore.", (8, 10)),
        ("Perform this 9 times, or less if you feel pain.", (9, 9)),
        ("If there's no pain, you can repeat this 3 or 4 times.", (3, 4)),
        ("As long as it doesn't hurt, do this 7 times.", (7, 7)),
        ("Repeat ten times, if you can.", (10, 10)),
        ("Repeat this 5 times if possible.", (5, 5)),
    ],
)
def test_how_often_is_prescribed_whatever_is_minded(text: str, reps: tuple[int, int], place: str) -> None:
    heel, knee = exercises(place.replace("{}", text))
    assert (heel.reps, knee.reps) == (reps, (12, 12))


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "text",
    [
        "If you can do 20 of these, use one leg.",
        "Once you can do 20, hold a weight.",
        "If there is no pain, move on after 3 weeks.",
        "If possible, do this 3 times a week.",
        "Do this two or three times a day, or less if it hurts.",
        "I try to do about 10 every morning.",
        "If it hurts, do 5 instead.",
    ],
)
def test_what_is_done_later_or_by_others_is_not(text: str, place: str) -> None:
    heel, knee = exercises(place.replace("{}", text))
    assert "reps" in heel.guessed
    assert knee.reps == (12, 12)


@pytest.mark.parametrize(
    "text",
    [
        "Rise to the count of 4 and back down to 8",
        "Push up for 2 counts and lower for 4",
        "Rise for three counts and lower for three",
        "Go up, counting to 4, and come down, counting to 4",
        "Lift to a count of 3, hold for one, and lower to a count of 3",
        "Take 3 seconds to rise and 3 seconds to sit down",
    ],
)
def test_how_slowly_one_goes_there_and_back_is_no_amount(text: str) -> None:
    found = facts(text)
    assert (found.reps, found.seconds, found.sets) == (None, None, None)
    assert [one.reps for one in exercises(PLACES[0].replace("{}", f"{text}. Do 9."))] == [(9, 9), (12, 12)]


@pytest.mark.parametrize(
    ("text", "reps", "seconds"),
    [
        ("Hold for a count of 5 and repeat 10 times", (10, 10), None),
        ("March for 2 minutes and back for 2", None, (120, 120)),
        ("Take 30 seconds to stretch and 30 seconds to stand", None, (30, 30)),
        ("Lower for 3 sets of 10", (10, 10), None),
    ],
)
def test_other_counts_and_times_are_amounts(
    text: str, reps: tuple[int, int] | None, seconds: tuple[int, int] | None
) -> None:
    assert (facts(text).reps, facts(text).seconds) == (reps, seconds)


def test_times_that_are_sets_of_repetitions_are_said_once() -> None:
    found = facts("Each one is done 12 times, (two sets of 6 each), with a breath between each set of 6.")
    assert (found.sets, found.reps, found.repeat) == ((2, 2), (6, 6), None)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chair stands- rise slowly and come down", "Chair stands"),
        ("Heel raises (both legs)- go up on your toes", "Heel raises (both legs)"),
        ("Wall push-ups- lean in and press away", "Wall push-ups"),
        ("One leg stand- lift the other foot", "One leg stand"),
    ],
)
def test_a_name_with_its_dash_right_behind(text: str, name: str) -> None:
    first, _ = exercises(f"Class\n\nDo each exercise 8 times.\n\n1. {text}\n2. Knee lift\n")
    assert (first.name.lower(), first.reps) == (name.lower(), (8, 8))


@pytest.mark.parametrize(
    ("text", "name"),
    [("Step- ups 3x10", "Step- ups"), ("Squat- jump 3x5", "Squat- jump"), ("Push- ups 2 x 8", "Push- ups")],
)
def test_a_dash_within_a_name_stays(text: str, name: str) -> None:
    assert [one.name for one in exercises(f"{text}\nRows 3x12\n")] == [name, "Rows"]


@pytest.mark.parametrize("text", ["Do pre- and post-run stretches.", "As for squats- keep them slow and deep."])
def test_a_dash_of_a_sentence_calls_nothing(text: str) -> None:
    assert [one.name for one in exercises(f"Rows 3x12\nCurls 3x10\n\n{text}\n")] == ["Rows", "Curls"]


def test_a_name_with_a_colon_begins_another_exercise_with_the_same_amount() -> None:
    found = exercises("Squats 3x10\nKnee lift: lift the knee. Do 3 sets of 10.\n")
    assert [(one.name, one.sets, one.reps) for one in found] == [("Squats", 3, (10, 10)), ("Knee lift", 3, (10, 10))]


def test_an_amount_told_again_below_its_exercise_is_no_other() -> None:
    found = exercises("Squats 3x10\nSquat: go deep and rise. Do 3 sets of 10.\n")
    assert [(one.name, one.sets) for one in found] == [("Squats", 3)]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "text",
    [
        "Do this 6 times then switch to move right.",
        "Do this 6 times then move to the right side.",
        "Do 6, then turn round and do 6 with the other arm.",
        "Do this 6 times with left leg then right leg.",
        "Lift the left knee 6 times, then the right knee 6 times.",
        "Do this 6 times, then go the other way.",
        "Do this 6 times. Repeat going right.",
        "Do this 6 times. Repeat, lifting your left foot.",
        "Look to the left and hold for 5 seconds. Then look to the right for 5 seconds. Do this 6 times.",
        "Turn your head left. Hold it for a few seconds. Now turn your head right. Do this 6 times.",
    ],
)
def test_the_same_with_the_left_and_with_the_right_is_done_on_each_side(text: str, place: str) -> None:
    heel, knee = exercises(place.replace("{}", text))
    assert (heel.reps, heel.sides, knee.sides) == ((6, 6), Sides.EACH, None)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "text",
    [
        "Put your left foot on the step. Hold for 5 seconds. Put your right foot on the step.",
        "Keep your left hand on the rail. Hold for 5 seconds. Keep your right hand on your hip.",
        "Lift your left heel. Lift your right heel.",
        "Hold the rail with your right hand.",
        "Repeat, keeping the left hand still.",
        "Repeat using the right technique.",
        "Then go the other way round the chair.",
    ],
)
def test_what_is_said_of_one_side_is_of_that(text: str, place: str) -> None:
    assert [one.sides for one in exercises(place.replace("{}", text))] == [None, None]


_LIFT = "Lie on your back. Lift your hips. Do 9 of these."
_MOVE = "Sit tall. Move slowly, as far as you like. Hold for 4 seconds and repeat 6 times."
_LEAN = "Stand with your feet apart. Lean on the wall. Hold for 20 seconds."
_HEADS = (
    f"Sheet\n\nHip lift\n\n{_LIFT}\n\n{{}}\n\n{_MOVE}\n\nHamstring stretch\n\n{_LEAN}\n",
    f"Sheet\n\nEx 1. Hip lift\n\n{_LIFT}\n\nEx 2. {{}}\n\n{_MOVE}\n\nEx 3. Hamstring stretch\n\n{_LEAN}\n",
)


@pytest.mark.parametrize("place", _HEADS)
@pytest.mark.parametrize(
    "head", ["Shrug your shoulders", "To strengthen your thighs", "Slide your heel", "Ankle motion", "Knee motion"]
)
def test_a_head_among_exercises_that_tells_what_is_moved_is_one(head: str, place: str) -> None:
    found = exercises(place.replace("{}", head))
    assert [(one.name, one.reps) for one in found] == [
        ("Hip lift", (9, 9)),
        (head, (6, 6)),
        ("Hamstring stretch", None),
    ]


@pytest.mark.parametrize("place", _HEADS[:1])
@pytest.mark.parametrize("head", ["Mind your back", "Wear your shoes", "Listen to your body", "Know your limits"])
def test_a_head_above_advice_is_none(head: str, place: str) -> None:
    text = place.replace("{}", head).replace(_MOVE, "Do not hold your breath. Have a rest if you need one.")
    assert [one.name for one in exercises(text)] == ["Hip lift", "Hamstring stretch"]


def test_heads_that_say_what_an_exercise_is_for_are_counted() -> None:
    found = exercises(
        "Too long at the desk\n\nWe sit far too much.\n\nEx 1. To stretch the upper back\n\nSit tall. Link your hands. "
        "Feel the stretch. Hold for 10 seconds.\n\nEx 2. To stretch the sides and ease any ache\n\n"
        "From there lift both arms. Lean over to one side. Arms back up. Repeat to alternate sides 5 times.\n"
    )
    assert [(one.name, one.reps, one.seconds) for one in found] == [
        ("To stretch the upper back", None, (10, 10)),
        ("To stretch the sides and ease any ache", (5, 5), None),
    ]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "text",
    [
        "Repeat these two movements 5 more times.",
        "Repeat both movements 5 more times.",
        "Repeat the movement with your breath 5 more times.",
        "Repeat slowly 5 more times.",
        "Repeat this at your own pace 5 more times.",
    ],
)
def test_how_often_more_of_what_was_done_once(text: str, place: str) -> None:
    assert [one.reps for one in exercises(place.replace("{}", text))] == [(6, 6), (12, 12)]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "text", ["Repeat both movements 5 more times a week.", "Repeat these movements twice more a day."]
)
def test_how_often_more_in_a_week_is_no_amount(text: str, place: str) -> None:
    heel, _ = exercises(place.replace("{}", text))
    assert "reps" in heel.guessed
