"""What is done when a round is done: the rest before it is gone round again, and how often that is."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenSection

WHEN = (
    "After you've completed the entire circuit",
    "Once you have finished the circuit",
    "When you've completed all the exercises",
    "After completing all exercises",
    "After each circuit",
    "After finishing one round",
    "At the end of the circuit",
    "Once you finish the last exercise",
    "Upon completion of the circuit",
    "Once all exercises are completed",
    "When you get to the end",
    "After one full round",
    "Once through the circuit",
    "When the circuit is complete",
    "After doing all six moves",
    "After you have gone through all exercises",
)
THEN = (
    "rest 90 seconds and repeat the circuit twice more.",
    "rest for 90 seconds, then repeat for a total of 3 rounds.",
    "take a 90-second break, then do it again two more times.",
    "rest 90 seconds before repeating the circuit two more times.",
    "rest 90 seconds. Complete 3 rounds.",
    "take 90 seconds rest. Repeat 3 times.",
    "have a 90 s breather, then go again. 3 rounds in total.",
)
PLACES = (
    "{}\nLunges x 20\nPush-ups x 15\nPlank 30 s\n",
    "Lunges x 20\nPush-ups x 15\nPlank 30 s\n{}\n",
    "# Circuit\n\nDo each exercise without stopping. {}\n\n- Lunges x 20\n- Push-ups x 15\n- Plank 30 s\n",
    "# Circuit\n\n- Lunges x 20\n- Push-ups x 15\n- Plank 30 s\n\n{}\n",
)


def sections(text: str) -> list[WrittenSection]:
    """The sections that have exercises."""
    return [one for one in imported(text.encode(), "plan.txt").written.sections if one.exercises]


def check_rounds(text: str) -> None:
    (section,) = sections(text)
    assert (section.rounds, section.round_rest_s, section.rest_s) == (3, 90, None)
    assert [one.rest_s for one in section.exercises] == [None] * 3


@pytest.mark.parametrize("when", WHEN)
@pytest.mark.parametrize("place", PLACES)
def test_a_rest_when_a_round_is_done_is_between_rounds(when: str, place: str) -> None:
    check_rounds(place.format(f"{when}, {THEN[0]}"))


@pytest.mark.parametrize("then", THEN)
@pytest.mark.parametrize("when", WHEN[::3])
@pytest.mark.parametrize("place", PLACES)
def test_how_often_stands_behind_that_rest(when: str, then: str, place: str) -> None:
    check_rounds(place.format(f"{when}, {then}"))


def test_a_rest_after_each_exercise_is_none_of_the_rounds() -> None:
    (section,) = sections("3 rounds\nLunges x 20\nPush-ups x 15\nAfter each exercise, rest 20 seconds.\n")
    assert (section.rest_s, section.round_rest_s) == (20, None)


@pytest.mark.parametrize(
    "lead",
    [
        "Eight repetitions of:",
        "Do 8 reps of:",
        "Run 8 repeats of:",
        "Each workout consists of 8 repetitions of:",
        "Three workouts, each containing eight repetitions of:",
        "3 sessions of 8 repeats of",
        "Each session is made up of eight cycles of the following:",
        "Workout: 8 repeats of the following",
    ],
)
def test_how_often_what_is_timed_is_done_stands_in_the_line_that_leads_to_it(lead: str) -> None:
    (section,) = sections(f"Week 1\n\n{lead}\n\n- 60 seconds of jogging\n- 90 seconds of walking\n")
    assert section.rounds == 8
    assert [(one.name, one.seconds) for one in section.exercises] == [("jogging", (60, 60)), ("walking", (90, 90))]


def test_repetitions_above_what_is_held_are_those_of_each() -> None:
    (section,) = sections("Do 8 reps of:\n- bird dog, hold 5 seconds\n- dead bug, hold 10 s\n")
    assert [(one.reps, one.pause_s) for one in section.exercises] == [((8, 8), 5), ((8, 8), 10)]


@pytest.mark.parametrize(
    "text",
    [
        "You warm up with a slow jog of 8 minutes. Then 15 step-ups each leg, 8 press-ups, four times round.",
        "Warm up with a slow jog for 8 minutes, then 15 step-ups each leg and 8 press-ups, four times round.",
        "We warm up with a slow jog, eight minutes, then do 15 step-ups each leg, 8 press-ups. Repeat four times.",
        "Start with an 8 minute slow jog to warm up, then do 4 rounds of 15 step-ups each leg and 8 press-ups.",
    ],
)
def test_what_one_warms_up_with_in_a_sentence_is_none_of_the_rounds_behind_it(text: str) -> None:
    first, second = sections(text)
    assert [(one.name, one.seconds) for one in first.exercises] == [("slow jog", (480, 480))]
    assert [one.name for one in second.exercises] == ["step-ups", "press-ups"]
    assert (first.rounds, second.rounds) == (None, 4)


@pytest.mark.parametrize(
    "told",
    [
        "Make it easier: rest 60 seconds between exercises.",
        "Too easy? Do 5 rounds. Too hard? Rest 60 seconds between exercises.",
        "To make it harder, do 5 rounds.",
        "Easier: rest 60 s between exercises.",
    ],
)
def test_what_makes_a_circuit_harder_or_easier_is_none_of_it(told: str) -> None:
    (section,) = sections(f"3 rounds, rest 15 s between exercises\nLunges x 20\nPush-ups x 15\n\n{told}\n")
    assert (section.rounds, section.rest_s) == (3, 15)


@pytest.mark.parametrize(
    "told",
    [
        "Today it's 20 sit-ups, 15 push-ups and a 30 second plank, three times through.",
        "The workout is simple: 20 sit-ups, 15 push-ups and a 30 second plank. Repeat 3 times.",
        "Do 20 sit-ups, then 15 push-ups, and hold a plank for 30 seconds. Complete 3 rounds.",
    ],
)
@pytest.mark.parametrize(
    "listed",
    [
        "The workout:\n20 sit-ups\n15 push-ups\n30 s plank\n",
        "Sit-ups (20 reps)\nLie down and curl up.\n\nPush-ups (15 reps)\nKeep straight.\n\nPlank (30 seconds)\n",
        "- Sit-ups x 20\n- Push-ups x 15\n- Plank 30 s\n",
    ],
)
def test_what_a_paragraph_tells_and_a_list_says_again_is_done_once(told: str, listed: str) -> None:
    (section,) = sections(f"Core blast\n\n{told}\n\n{listed}")
    assert section.rounds == 3
    assert [(one.reps or one.seconds) for one in section.exercises] == [(20, 20), (15, 15), (30, 30)]


def test_what_is_told_with_other_amounts_or_to_warm_up_is_done_besides() -> None:
    for told in ("Warm up with 10 squats and 10 push-ups.", "Begin with 5 squats and 5 push-ups each."):
        found = sections(f"{told}\n\nThen do:\n- Squats 10\n- Push-ups 10\n")
        assert sum(len(one.exercises) for one in found) == 4, told


def test_what_praises_an_exercise_calls_the_one_whose_amount_comes_behind() -> None:
    text = (
        "Do 8 lunges on each leg.\n\nTricep dips are great for the arms; you need a step. Lower yourself until your"
        " elbows are bent. Do 12 of these.\n\nLastly, the plank position is fantastic. Hold it for 30 seconds.\n"
    )
    (section,) = sections(text)
    found = [(one.name, one.sets, one.reps, one.seconds) for one in section.exercises]
    assert [one[0] for one in found[:2]] == ["lunges", "Tricep dips"]
    assert [one[2:] for one in found[:2]] == [((8, 8), None), ((12, 12), None)]


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("Two and a half minutes of walking", 150),
        ("walk for three and a half minutes", 210),
        ("Plank for one and a half minutes", 90),
    ],
)
def test_halves_in_words(text: str, seconds: int) -> None:
    (section,) = sections(f"{text}\nSquats 3x10\n")
    assert section.exercises[0].seconds == (seconds, seconds)


def test_half_miles_that_are_repeated() -> None:
    (section,) = sections("4 1/2 mile repeats with 2 min rest\n")
    (one,) = section.exercises
    assert (one.sets, one.distance_m, one.rest_s) == (4, 804, 120)


def test_lines_that_end_with_each_are_lines_of_their_own() -> None:
    (section,) = sections("50 step-ups each\n40 squats each\n30 lunges\n")
    assert [one.name for one in section.exercises] == ["step-ups", "squats", "lunges"]


@pytest.mark.parametrize(
    "go", ["Go through", "Run through", "Cycle through", "Work your way through", "Rotate through"]
)
@pytest.mark.parametrize("whole", ["these", "them all", "this circuit", "the whole workout", "the following exercises"])
@pytest.mark.parametrize("place", ["{}.\n", "Legs today. {}.\n\n", "{}:\n\n"])
def test_how_often_a_list_is_gone_through(go: str, whole: str, place: str) -> None:
    told = place.format(f"{go} {whole} four times")
    (section,) = sections(f"{told}Lunges x 20\nPush-ups x 15\nPlank 30 s\n")
    assert section.rounds == 4
    assert [one.sets for one in section.exercises] == [None] * 3


@pytest.mark.parametrize(
    "told", ["Do all of these three times.", "Complete this workout three times.", "Perform the following three times:"]
)
def test_how_often_a_list_is_done(told: str) -> None:
    (section,) = sections(f"{told}\n\nLunges x 20\nPush-ups x 15\n")
    assert section.rounds == 3


@pytest.mark.parametrize("told", ["Do this workout three times a week.", "Complete this routine 3 times weekly."])
def test_how_often_in_a_week_is_no_round(told: str) -> None:
    (section,) = sections(f"{told}\n\nLunges x 20\nPush-ups x 15\n")
    assert section.rounds is None


@pytest.mark.parametrize(
    ("again", "rounds"),
    [
        ("Repeat steps 1-3 four times", 4),
        ("Repeat steps 1 to 3 for a total of 4 times.", 4),
        ("Repeat 1-3 three more times", 4),
        ("Then repeat exercises 1 through 3 x 4", 4),
    ],
)
@pytest.mark.parametrize("mark", ["", "- "])
def test_a_list_is_done_again_by_the_numbers_of_its_items(again: str, rounds: int, mark: str) -> None:
    (section,) = sections(f"- Moderate jog: 4 minutes\n- Fast run: 1 minute\n- Walk: 2 minutes\n{mark}{again}\n")
    assert section.rounds == rounds
    assert [one.seconds for one in section.exercises] == [(240, 240), (60, 60), (120, 120)]


def test_an_affected_knee_or_leg_is_no_side() -> None:
    (section,) = sections("Heel slides 3x10\nPlace a towel under your affected knee/leg.\nSquats 3x10/side\n")
    assert [one.sides for one in section.exercises] == [None, "each"]


def test_how_a_treadmill_is_set_is_no_exercise() -> None:
    (section,) = sections("Set the incline on the treadmill to 1%.\nRun 5 minutes\n")
    assert [one.name for one in section.exercises] == ["Run"]


@pytest.mark.parametrize(
    "listed",
    [
        (
            "Neck stretches:\n- Tilt your head to one side. Repeat on the other side.\n- Lace your fingers behind your"
            " head and gently pull your chin down.\n"
        ),
        (
            "## Neck exercises\n1. Tilt your head to one side, then to the other.\n2. Shrug your shoulders up to your"
            " ears and let go.\n"
        ),
    ],
)
def test_orders_below_a_title_of_several_are_an_exercise_each(listed: str) -> None:
    (section,) = sections(f"Hold each stretch for about 15 seconds.\n\n{listed}")
    assert [one.seconds for one in section.exercises] == [(15, 15), (15, 15)]


def test_steps_below_a_title_of_several_are_those_of_one() -> None:
    (section,) = sections(
        "Hamstring stretches\n- Sit down with one leg straight.\n- Reach for your toes.\n- Hold for 30 seconds.\n"
    )
    assert [(one.name, one.seconds) for one in section.exercises] == [("Hamstring stretches", (30, 30))]


@pytest.mark.parametrize(
    "again",
    [
        "Go through these exercises two more times.",
        "Work through this circuit 2 more times.",
        "Go through them twice more.",
        "Go round the circuit twice more.",
    ],
)
@pytest.mark.parametrize("place", ["{}\n- Lunges x 20\n- Push-ups x 15\n", "- Lunges x 20\n- Push-ups x 15\n\n{}\n"])
def test_how_often_more_a_list_is_gone_through(again: str, place: str) -> None:
    (section,) = sections(place.format(again))
    assert section.rounds == 3
