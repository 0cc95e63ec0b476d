"""How much of everything somebody does, wherever he says it, and what he says of himself beside it."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported

ITEMS = "- Goblet squat\n- Dumbbell row\n- Push-ups\n"
ABOVE, BEHIND_ALL = f"My routine\n\n@\n\n{ITEMS}", f"Day 1\n{ITEMS}\nDay 2\n- Lunges\n- Dumbbell press\n\n@\n"
PLACES = (f"@\n{ITEMS}", ABOVE, f"{ITEMS}\n@\n", f"{ITEMS}@\n", f"{ITEMS}(@)\n", BEHIND_ALL)
STATED = (
    ("All exercises are 3 sets of 8-12 reps.", 3, (8.0, 12.0)),
    ("All workouts are 4x6.", 4, (6.0, 6.0)),
    ("I usually do about 3 sets of 8 to 10 reps.", 3, (8.0, 10.0)),
    ("We do anywhere between 6 and 9 reps per set and 2 sets per exercise.", 2, (6.0, 9.0)),
    ("3-4 sets 15-20 reps.", 3, (15.0, 20.0)),
    ("For repetitions, aim for 5 to 7 on each exercise, 3 sets.", 3, (5.0, 7.0)),
    ("3 sets each, 10-12 reps.", 3, (10.0, 12.0)),
)
OF_ONESELF = (
    "I train at home with two kettlebells and a mat.",
    "I'm 38 years old, 1m75.",
    "I'm 5'11\", 170 lbs and I've been training for 6 months.",
    "My sister has some dumbbells (4, 6, 10 kg) and a pair of 8 kg clubs.",
    "My coach gave me 5 sets of exercises.",
    "I cycle through all of these in order.",
    "I aim for 12 sets per muscle group per week.",
)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(("said", "sets", "reps"), STATED, ids=[one[0] for one in STATED])
def test_what_is_said_of_everything_holds_for_all_of_it(
    said: str, sets: int, reps: tuple[float, float], place: str
) -> None:
    written = imported(place.replace("@", said).encode(), "plan.txt").written
    found = [one for section in written.sections for one in section.exercises]
    assert [one.name for one in found][:3] == ["Goblet squat", "Dumbbell row", "Push-ups"]
    assert {(one.sets, one.reps) for one in found} == {(sets, reps)}


@pytest.mark.parametrize("told", OF_ONESELF)
@pytest.mark.parametrize("place", [f"@\n{ITEMS}", ABOVE])
def test_what_somebody_is_and_has_is_no_amount(told: str, place: str) -> None:
    text = place.replace("@", f"{told} Everything is 3x10 with 90 seconds rest.")
    written = imported(text.encode(), "plan.txt").written
    found = [one for section in written.sections for one in section.exercises]
    assert [(one.name, one.sets, one.reps) for one in found] == [
        (name, 3, (10.0, 10.0)) for name in ("Goblet squat", "Dumbbell row", "Push-ups")
    ]


@pytest.mark.parametrize(
    ("text", "sets"),
    [
        ("Squats 4x\nLeg press 3x\nLeg curl 2x\n", [4, 3, 2]),
        ("Pull day\n- 4x pull-ups\n- 3x barbell rows\n- 3x curls\n", [4, 3, 3]),
        ("1. Squats (3x)\n2. Deadlift (3x)\n3. Leg raise (2x)\n", [3, 3, 2]),
        ("5 rounds\n5x pull-ups\n3x dips\n4x squats\n", [None] * 3),
    ],
)
def test_how_often_alone_beside_lifts_is_how_many_sets(text: str, sets: list[int | None]) -> None:
    written = imported(text.encode(), "plan.txt").written
    assert [one.sets for section in written.sections for one in section.exercises] == sets


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Bench (or floor press) 3x5", "Bench"),
        ("Pull-ups (assisted if needed) or pulldowns 3x5", "Pull-ups or pulldowns"),
        ("Squat or leg press or hack squat: 3x12", "Squat or leg press or hack squat"),
    ],
)
def test_what_one_may_do_instead_takes_no_name_away(line: str, name: str) -> None:
    (section,) = imported(f"{line}\nCurls 3x10\n".encode(), "plan.txt").written.sections
    assert section.exercises[0].name == name


def test_a_plank_whose_repetitions_are_seconds_is_held() -> None:
    (section,) = imported(b"Plank / sets:3 / reps:30s\nSquat / sets:3 / reps:10\n", "plan.txt").written.sections
    plank, squat = section.exercises
    assert (plank.sets, plank.seconds, plank.reps) == (3, (30.0, 30.0), None)
    assert (squat.sets, squat.reps) == (3, (10.0, 10.0))


@pytest.mark.parametrize(
    ("title", "stated"),
    [
        ("Stretching – 30 s each", (None, 30)),
        ("Evening stretches (hold each 30 seconds)", (None, 30)),
        ("Core routine, 45 s each, 15 s rest", (None, 45)),
        ("HIIT 40/20 x 3 rounds", (3, 40)),
        ("Core finisher (3 rounds, 40s work / 20s rest)", (3, 40)),
        ("Mobility flow (10 min)", (None, None)),
        ("30 s plank challenge", (None, None)),
    ],
)
@pytest.mark.parametrize("between", ["", "Breathe slowly.\n\n## Part one\n"])
def test_the_title_of_all_says_how_long_each_takes(
    title: str, stated: tuple[int | None, int | None], between: str
) -> None:
    (section,) = imported(f"# {title}\n\n{between}- Lunges\n- Plank\n".encode(), "plan.md").written.sections
    said = section.work_s or (section.exercises[0].seconds or (None,))[0]
    assert (section.rounds, said) == stated


@pytest.mark.parametrize(
    ("line", "name", "amount"),
    [
        ("4x10 push-ups (or swim 10 laps)", "push-ups", (4, (10, 10))),
        ("Squats 3x10 (or 2x20 lunges)", "Squats", (3, (10, 10))),
        ("Bench 5x5 (or 3x8 for beginners)", "Bench", (5, (5, 5))),
        ("20 burpees or 30 jumping jacks", "burpees", (1, (20, 20))),
        ("10-20 burpees or 1 min jumping rope", "burpees", (1, (10, 20))),
        ("5 or 6 push-ups", "push-ups", (1, (5, 6))),
        ("Calf raises 3 x ~15", "Calf raises", (3, (15, 15))),
        ("Dips 3 sets of ≈8", "Dips", (3, (8, 8))),
    ],
)
def test_of_a_choice_the_first_is_done_as_often_as_it_says(
    line: str, name: str, amount: tuple[int, tuple[int, int]]
) -> None:
    (section,) = imported(f"- Rows 3x8\n- {line}\n".encode(), "plan.txt").written.sections
    _, one = section.exercises
    assert (one.name, (one.sets, one.reps)) == (name, amount)


@pytest.mark.parametrize(
    ("text", "rounds", "sets"),
    [
        ("- Dips 3x8\n- Jump rope, 3 rounds\n- Squats 3x10\n", None, [3, 3, 3]),
        ("- Sun salutation – 5 rounds\n- Tree pose – 30 s each side\n", None, [5, 1]),
        ("- 10 squats\n- 10 push-ups\n- 10 rows x 3 rounds\n", 3, [None] * 3),
        ("- 10 squats\n- 10 push-ups\n- 3 rounds\n", 3, [None] * 2),
    ],
)
def test_rounds_that_are_all_an_item_says_are_its_sets(text: str, rounds: int | None, sets: list[int | None]) -> None:
    (section,) = imported(text.encode(), "plan.txt").written.sections
    assert (section.rounds, [one.sets for one in section.exercises]) == (rounds, sets)


def test_a_tempo_behind_a_rest_is_none_of_it() -> None:
    (section,) = imported(b"- Pull-ups 3x5 with 2 min rest at 30x1\n- Dips 3x8\n", "plan.txt").written.sections
    assert [(one.name, one.rest_s) for one in section.exercises] == [("Pull-ups", 120), ("Dips", None)]


@pytest.mark.parametrize("work", ["work: 40", "exercise_time: 40", "workSeconds: 40"])
def test_a_list_in_yaml_has_how_long_each_goes_on_beside_it(work: str) -> None:
    text = f"name: Noon\nrounds: 3\n{work}\nrest: 20\nexercises:\n  - Push-ups\n  - Squats\n"
    (section,) = imported(text.encode(), "plan.txt").written.sections
    assert (section.rounds, section.work_s, section.rest_s, len(section.exercises)) == (3, 40, 20, 2)


def test_how_many_are_chosen_is_not_how_often() -> None:
    text = b"## Day A\n- Squat 3x8\n\n## Accessories (choose 2)\n- Curls\n- Lateral raises\n"
    assert [one.rounds for one in imported(text, "plan.md").written.sections] == [None, None]


def test_how_fast_the_heart_beats_is_no_load() -> None:
    (section,) = imported(b"- Easy bike or row at 50-60% Max HR\n- Squat 3x5 @ 75%\n", "plan.txt").written.sections
    assert [one.load for one in section.exercises] == [None, "75 %"]
