"""How articles of running clubs and blogs say things: a part that ends a session, rests between rounds, each side."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.written import WrittenExercise, WrittenSection
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind


def sections(text: str) -> tuple[WrittenSection, ...]:
    return imported(text.encode(), "plan.txt").written.sections


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in sections(text) for one in section.exercises]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Finish the workout with a tri-set: no weights, 3 sets and no rest between exercises:", SectionKind.SUPERSET),
        ("End today's session with this tri-set, 3 times through without rest:", SectionKind.SUPERSET),
        ("Then finish with a giant set: no weights, 3 sets and no rest:", SectionKind.SUPERSET),
        ("Finish your session off with this circuit (3 rounds):", SectionKind.CIRCUIT),
        ("Finally, finish the class with one last superset, 3 rounds", SectionKind.SUPERSET),
        ("Round off the routine with a quick circuit, 3 rounds:", SectionKind.CIRCUIT),
    ],
)
def test_what_ends_a_session_is_a_section_of_its_own(title: str, kind: SectionKind) -> None:
    first, last = sections(f"Squats: 2 sets of 8-12 reps\n{title}\nSkater lunges - 10 reps\nJump squats - 20 reps")
    assert [one.sets for one in first.exercises] == [2]
    assert first.rest_s is None
    assert first.exercises[0].rest_s is None
    assert (last.kind, last.rounds, len(last.exercises)) == (kind, 3, 2)


@pytest.mark.parametrize(
    "told",
    [
        "We used to finish the session with a circuit, but no more.",
        "Finish the session with a circuit if you have the time for it.",
        "Finish the session with circuit training on Thursdays",
    ],
)
def test_how_a_session_may_end_is_no_section(told: str) -> None:
    kinds = {one.kind for one in sections(f"Squats: 2 sets of 12 reps\n{told}\nLunges: 2 sets of 10")}
    assert kinds == {SectionKind.STRAIGHT_SETS}


@pytest.mark.parametrize(
    ("rest", "round_rest", "of_each"),
    [
        ("Between rounds, rest 45 seconds", 45, None),
        ("Between rounds, rest :45", 45, None),
        ("*Between rounds, take a :30 rest*", 30, None),
        ("Between each round, take a 1 minute break.", 60, None),
        ("In between rounds take a 30-second rest.", 30, None),
        ("Between circuits, recover for 2 minutes.", 120, None),
        ("After each lap you can rest for 20 seconds.", 20, None),
        ("After each round, take 90 seconds.", 90, None),
        ("After the circuit, take 5 minutes to stretch.", None, None),
        ("Between sets, rest 45 seconds", None, 45),
        ("Between exercises, take a 15-second rest", None, 15),
        ("Between rounds, drink some water", None, None),
        ("Between rounds, take 8 deep breaths", None, None),
    ],
)
def test_a_rest_between_rounds_is_none_between_exercises(
    rest: str, round_rest: float | None, of_each: float | None
) -> None:
    (section,) = sections(f"3 rounds\n50 lunges\n40 squats\n\n{rest}")
    assert (section.round_rest_s, section.rest_s) == (round_rest, of_each)


@pytest.mark.parametrize(
    ("line", "seconds"),
    [
        ("30 seconds back lunge (15 seconds each side)", (15, 15)),
        ("40 seconds side plank (20 seconds per side)", (20, 20)),
        ("Step-ups: 1 minute (30 seconds each leg)", (30, 30)),
        ("Pigeon: 40-60 seconds (20-30 seconds on each side)", (20, 30)),
    ],
)
def test_each_side_has_its_part_of_a_time(line: str, seconds: tuple[float, float]) -> None:
    (one,) = exercises(line)
    assert (one.seconds, one.sides) == (seconds, Sides.EACH)


@pytest.mark.parametrize(
    "line",
    [
        "Calf stretch: 60 seconds each leg (30 seconds with a bent knee)",
        "Side plank: 60 seconds each side (30 seconds rest)",
        "Side plank: 60 seconds (20 seconds each side if you are new)",
    ],
)
def test_other_times_in_brackets_are_no_part_of_it(line: str) -> None:
    assert exercises(line)[0].seconds == (60, 60)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("30 seconds Up/Down planks", "Up/Down planks"),
        ("30 seconds up-down planks", "up-down planks"),
        ("30 sec up and down planks", "up and down planks"),
        ("30 s up-downs", "up-downs"),
    ],
)
def test_what_goes_up_and_down_is_a_name(line: str, name: str) -> None:
    (one,) = exercises(line)
    assert (one.name.lower(), one.seconds) == (name.lower(), (30, 30))


@pytest.mark.parametrize(
    "tempo", ["3 seconds up, 3 seconds down", "3 seconds up/3 seconds down", "3 seconds up and down with control"]
)
def test_how_slowly_one_goes_up_and_down_is_none(tempo: str) -> None:
    one, _ = exercises(f"Calf raises 3 x 12, {tempo}\nSquats 3 x 12")
    assert (one.name, one.reps, one.seconds) == ("Calf raises", (12, 12), None)


@pytest.mark.parametrize(
    ("told", "minutes"),
    [
        ("Set a timer for 20 minutes. Count how many rounds you complete.", 20),
        ("Set a timer for 20 minutes. Work through the exercises below as many times as you can.", 20),
        ("Set the clock for 15 minutes and see how many rounds you can do.", 15),
        ("Set your timer to 12 minutes and write down the number of rounds you get through.", 12),
        ("Set a timer for 30 minutes.\n\nThis is an AMRAP (as many rounds as possible).", 30),
        (
            "Set a timer for 30 minutes. Do both to complete one round.\n\nCount your rounds in this AMRAP workout.",
            30,
        ),
    ],
)
def test_rounds_are_counted_in_a_time_that_is_set(told: str, minutes: float) -> None:
    (section,) = sections(f"{told}\n\n50 lunges\n40 squats")
    assert (section.kind, section.minutes, section.rounds) == (SectionKind.AMRAP, minutes, None)


@pytest.mark.parametrize(
    ("told", "kind", "rounds"),
    [
        ("Do the exercises in order to complete one round. Do 3 rounds.", SectionKind.CIRCUIT, 3),
        ("Set a timer for 20 minutes. Stop when it rings.", SectionKind.STRAIGHT_SETS, None),
        ("Count how many reps you manage.", SectionKind.STRAIGHT_SETS, None),
    ],
)
def test_other_counts_are_no_amrap(told: str, kind: SectionKind, rounds: int | None) -> None:
    (section,) = sections(f"{told}\n\n50 lunges\n40 squats")
    assert (section.kind, section.rounds) == (kind, rounds)


@pytest.mark.parametrize(
    ("line", "name", "sets", "reps"),
    [
        (
            "Monster walk (5 sets of 10 steps each way) – Keep low, take 10 steps. Then take another 10 steps back.",
            "Monster walk",
            5,
            10,
        ),
        (
            "Step-ups (2 sets of 15 steps each leg) – With one foot on the box, push up. Repeat 15 times.",
            "Step-ups",
            2,
            15,
        ),
        ("Hip thrust (3 sets of 10 reps)(Easier version) Lie on your back and lift your hips.", "Hip thrust", 3, 10),
        ("Lunges (2 x 10 steps)(no weight) – Step forward and lower the back knee.", "Lunges", 2, 10),
        (
            "Bridge / hip thrust (3 sets of 9 reps each leg)(the version with bent knees) Lie on your back.",
            "Bridge",
            3,
            9,
        ),
    ],
)
def test_a_name_with_its_amount_in_brackets_stands_before_what_is_told(
    line: str, name: str, sets: int, reps: float
) -> None:
    _, one = exercises(f"Clam shells (3 sets of 12 reps) – Lie on your side.\n\n{line}")
    assert (one.name, one.sets, one.reps) == (name, sets, (reps, reps))


@pytest.mark.parametrize("adjective", ["modified", "regular", "incline"])
def test_a_sentence_counts_a_kind_of_the_exercise(adjective: str) -> None:
    (one,) = exercises(f"Push-ups: Place your hands on a bench and do 3 sets of 10 {adjective} push-ups.")
    assert (one.name, one.sets, one.reps) == ("Push-ups", 3, (10, 10))


def test_what_is_modified_is_no_amount_of_it() -> None:
    (one,) = exercises("Push-ups: 3 sets of 12 (or 10 modified push-ups).")
    assert (one.sets, one.reps) == (3, (12, 12))


@pytest.mark.parametrize(
    ("steps", "seconds"),
    [
        ("Warm up for 5 minutes.\nDo each exercise for 40 seconds.\n", 40),
        ("1. Warm up for 3-5 minutes\n2. Do each exercise for 40 seconds\n3. Rest for 20 seconds\n", 40),
        ("- Warm up gently for 2 minutes\n- Do each exercise for 40 seconds\n", 40),
        ("Warm up for 5 minutes\n", None),
        ("Warm up for 5 minutes, then do the exercises.\n", None),
        ("Warm up for 30 seconds each:", 30),
    ],
)
def test_how_long_one_warms_up_is_no_time_of_each_exercise(steps: str, seconds: float | None) -> None:
    found = [one.seconds for one in exercises(f"{steps}\nSquats\nLunges")]
    assert found == [(seconds, seconds) if seconds else None] * 2


def test_a_warm_up_alone_has_its_time() -> None:
    leg, squats = exercises("Warm up for 5 minutes.\n\nSquats 3 x 10")
    assert (leg.name, leg.seconds, squats.sets) == ("Warm up", (300, 300), 3)


@pytest.mark.parametrize(
    "told",
    [
        "Most hard workouts last no more than 20 minutes.",
        "Hard sessions can be as brief as 4 minutes.",
        "Workouts of this kind are between 10 and 20 minutes long.",
        "These workouts only take 12 minutes.",
        "This is in contrast to steady training, which means moving at the same pace for 30-45 minutes.",
    ],
)
def test_how_long_workouts_are_is_no_amount(told: str) -> None:
    first, *_ = exercises(f"Burpees\n\n{told}\n\nSquats – 10 sets\n\nLunges – 5 sets")
    assert first.seconds is None


def test_how_long_an_exercise_lasts_is_its_amount() -> None:
    first, _ = exercises("Plank\n\nThis exercise lasts 30 seconds.\n\nSquats\n\n3 x 10")
    assert first.seconds == (30, 30)
