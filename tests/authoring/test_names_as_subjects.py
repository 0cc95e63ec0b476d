"""Exercises of which a paragraph says first what they are good for, and what sheets say of how they are done."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in imported(text.encode(), "plan.txt").written.sections for one in section.exercises]


def told(text: str) -> WrittenExercise:
    """What is told of one exercise on the lines below its name."""
    (one,) = exercises(f"Calf stretch\n{text}")
    return one


@pytest.mark.parametrize(
    ("first", "name"),
    [
        ("Clamshells target the outside of the hip.", "Clamshells"),
        ("The glute bridge strengthens your backside.", "Glute bridge"),
        ("Hip abduction exercises mainly work the outer thigh.", "Hip abduction"),
        ("A wall sit is a good way to tire your thighs.", "Wall sit"),
        ("The hip flexor stretch opens the front of the hip.", "Hip flexor stretch"),
        ("Single-leg deadlifts will help your balance too.", "Single-leg deadlifts"),
    ],
)
@pytest.mark.parametrize("marker", ["", "- "])
def test_what_a_paragraph_is_about_is_its_exercise(first: str, name: str, marker: str) -> None:
    others = "Calf raises strengthen the lower leg. Stand on a step. Rise onto your toes and lower. Do 2 sets of 15."
    found = exercises(f"{marker}{others}\n\n{marker}{first} Get into position with your feet apart. Do 3 sets of 12.")
    assert [(one.name, one.sets, one.reps) for one in found] == [
        ("Calf raises", 2, (15, 15)),
        (name, 3, (12, 12)),
    ]


def test_below_its_name_it_is_no_other_exercise() -> None:
    found = exercises(
        "Squats\n\nSquats work the whole leg. Stand with your feet apart. Bend your knees. Do 3 sets of 10.\n\n"
        "Lunges\n\nLunges are great for runners. Step forward and bend both knees. Do 3 sets of 8 on each leg."
    )
    assert [(one.name, one.reps) for one in found] == [("Squats", (10, 10)), ("Lunges", (8, 8))]


def test_a_remark_on_muscles_calls_nothing() -> None:
    found = exercises(
        "Tight hamstrings are a common problem. Stretch them daily. Hold each stretch for 30 seconds.\n\n"
        "Weak glutes are another. Here is what helps.\nGlute bridges: 3 x 12\nClams: 2 x 15 each side"
    )
    assert [one.name for one in found] == ["Glute bridges", "Clams"]


@pytest.mark.parametrize(
    "text",
    [
        "Hold for 30 seconds, relax for 10 seconds. Repeat 4 times.",
        "- Hold the end position for 30 seconds, then relax for 10 seconds\n- Repeat 4 times",
        "- Hold the maximum stretch for 30 seconds and relax for 10 seconds\n- Repeat 4 times",
        "Hold a gentle stretch for 30 seconds, then relax for 10 seconds. Repeat 4 times.",
    ],
)
def test_to_relax_behind_a_hold_is_a_rest(text: str) -> None:
    one = told(text)
    assert (one.sets, one.seconds, one.rest_s) == (4, (30, 30), 10)


def test_to_relax_for_a_moment_is_between_repetitions() -> None:
    one = told("Tighten the muscle. Hold for 5 seconds and relax for 3 seconds. Repeat 10 times. Do 3 sets.")
    assert (one.sets, one.reps, one.pause_s, one.rest_s) == (3, (10, 10), 5, None)


def test_minutes_in_which_one_relaxes_are_no_rest() -> None:
    (one,) = exercises("Savasana\nLie down and relax for 5 minutes.")
    assert (one.seconds, one.rest_s) == ((300, 300), None)


@pytest.mark.parametrize(
    "text",
    [
        "Lift for a slow count of 3 and lower for a slow count of 5. Repeat 10 times.",
        "Rise on a count of two, and lower on a count of four. 10 repetitions.",
        "Lower your heels to a count of four. Do 10.",
    ],
)
def test_how_long_a_movement_takes_is_no_hold(text: str) -> None:
    one = told(text)
    assert (one.reps, one.pause_s) == ((10, 10), None)


def test_the_hold_between_counted_movements_stays() -> None:
    one = told("Lift it to a count of 3, hold for a count of 5 and lower it to a count of 3. 10 times on each leg.")
    assert (one.reps, one.pause_s, one.sides) == ((10, 10), 5, Sides.EACH)


@pytest.mark.parametrize(
    "text",
    [
        "Walk 10 steps, heel touching toe. Turn round and walk back.",
        "Stand tall. Take 10 steps on your toes. Turn and come back.",
        "Walk forward 10 steps and back again.",
    ],
)
def test_steps_are_counted_as_repetitions(text: str) -> None:
    found = exercises(f"Grapevine\n{text}\nMarching\nStand tall. Repeat 12 times.")
    assert [(one.name, one.reps) for one in found] == [("Grapevine", (10, 10)), ("Marching", (12, 12))]


def test_two_steps_back_are_where_one_stands() -> None:
    assert told("Take 2 steps back from the wall. Lean in 8 times.").reps == (8, 8)


def test_what_was_done_before_is_none_of_it() -> None:
    found = exercises(
        "Try these after a run or after walking for 10 minutes.\n\nCalf stretch: 30 s\nQuad stretch: 30 s"
    )
    assert [one.name for one in found] == ["Calf stretch", "Quad stretch"]


@pytest.mark.parametrize(
    "line",
    [
        "Perform as many rounds as possible (AMRAP) in 5 minutes.",
        "Do as many rounds as you can (AMRAP) for 5 minutes:",
    ],
)
def test_the_short_word_for_it_may_stand_behind_as_many_rounds(line: str) -> None:
    (section,) = imported(f"{line}\n\n- 10 push-ups\n- 15 swings".encode(), "plan.txt").written.sections
    assert (section.kind, section.minutes) == (SectionKind.AMRAP, 5)


def test_what_comes_first_is_no_name() -> None:
    found = exercises("First, 21-15-9 reps for time of:\nPush-ups\nSwings\nThen, 20 squats")
    assert [one.name for one in found] == ["Push-ups", "Swings", "squats"]


def test_a_name_with_a_choice_is_told_of_by_orders_below() -> None:
    found = exercises(
        "Box or bench jumps:\n\nStanding in front of it, squat down and leap up. Perform 10-20 reps.\n\n"
        "Heel drops:\n\nStand on a step. As fast as you can 15 times."
    )
    assert [(one.name, one.reps) for one in found] == [("Box or bench jumps", (10, 20)), ("Heel drops", (15, 15))]


def test_how_long_one_breathes_in_is_no_hold() -> None:
    one = told("Try to hold this pose for 10-20 seconds while inhaling for 3 seconds and exhaling for 3 seconds.")
    assert one.seconds == (10, 20)


def test_breaths_are_no_seconds() -> None:
    assert told("Press your foot down. Hold for five to eight breaths.").seconds is None


def test_a_pose_may_be_the_first_of_its_kind() -> None:
    found = exercises(
        "1. Sun salutation (Surya Namaskar): Breathe in and raise your arms.\n"
        "2. Warrior I (Virabhadrasana I): Step one foot back. Switch sides.\n"
        "3. Warrior II: Turn your foot out. Hold for 30 seconds on each side.\n"
    )
    assert [one.name.split(" (")[0] for one in found] == ["Sun salutation", "Warrior I", "Warrior II"]


def test_from_where_one_moves_is_no_exercise() -> None:
    found = exercises(
        "Squat hold\n2 x 30 seconds, 15 seconds rest between sets\n\nFrom a standing position with feet apart, bend"
        " your knees. Hold as low as you can for a full 30 seconds.\n\n"
        "Plank\n2 x 45 seconds, 15 seconds rest between sets\n"
    )
    assert [(one.name, one.sets, one.rest_s) for one in found] == [("Squat hold", 2, 15), ("Plank", 2, 15)]


@pytest.mark.parametrize(
    "statement",
    [
        "These exercises should be performed at least twice a day in repetitions of 10 for about a month.",
        "The following exercises should be done 10 times each, 3 times a day, until your appointment.",
        "Carry out the exercises below 10 times, three times a day.",
        "Unless told otherwise, repeat each exercise 10 times.",
    ],
)
def test_how_often_all_of_a_sheet_is_done(statement: str) -> None:
    found = exercises(
        f"Before your operation\n\n{statement}\n\n1. Heel slide\nSlide your heel towards you. Hold for 3 seconds.\n\n"
        "2. Ankle pumps\nPull your toes up, then point them."
    )
    assert [(one.name, one.reps, one.pause_s) for one in found] == [
        ("Heel slide", (10, 10), 3),
        ("Ankle pumps", (10, 10), None),
    ]


def test_a_counted_name_with_a_colon_and_nothing_behind_is_one_of_the_list() -> None:
    found = exercises(
        "1. Cat/Cow: Inhale while arching your back.\nRepeat 10 times.\n\n2. Mountain pose: Stand tall.\n"
        "Hold for 2 minutes.\n\n3. Cobra:\n\n4. Tree pose: Try to hold this pose for 20 seconds."
    )
    assert [one.name for one in found] == ["Cat/Cow", "Mountain pose", "Cobra", "Tree pose"]


def test_a_counted_name_above_a_list_is_its_title() -> None:
    found = exercises("1. Squats:\n- back squat 3x5\n- front squat 3x5\n2. Bench press: 3x8\n3. Deadlift: 1x5")
    assert [one.name for one in found] == ["back squat", "front squat", "Bench press", "Deadlift"]


def test_a_name_that_ends_as_the_one_before_is_another_where_both_are_told() -> None:
    found = exercises(
        "Heel toe walking\nStand side on to your support.\nWalk 10 steps, heel touching toe. Turn round.\n"
        "Toe walking\nStand side on to your support.\nTake 8 steps on your toes. Turn round.\n"
    )
    assert [(one.name, one.reps) for one in found] == [("Heel toe walking", (10, 10)), ("Toe walking", (8, 8))]
