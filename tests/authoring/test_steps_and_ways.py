"""Steps below the names of exercises, the same one way and the other, what is not to be done, titles of parts."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in

ROUTINE = "## Moves\n\n- Cat cow 10 reps\n- Bird dog 8 each side\n\n"


def named(text: str) -> list[str]:
    return [one["name"] for one in exercises_in(text)]


def test_steps_that_are_counted_below_headings_tell_of_the_exercise_above() -> None:
    text = (
        "# At my desk\n\n### Ear to shoulder stretch\n1. Sit tall\n2. Let the head sink sideways (20 sec)\n"
        "3. Same on the other side\n\n### Chest opener\n1. Hands behind your back\n2. Forehead stays level\n"
        "3. Hold for 25 seconds\n\n### Seated twist\n1. Left hand on right knee\n2. Turn the ribs (20 sec)\n"
    )
    assert [(one["name"], one["seconds"]) for one in exercises_in(text)] == [
        ("Ear to shoulder stretch", [20, 20]),
        ("Chest opener", [25, 25]),
        ("Seated twist", [20, 20]),
    ]


def test_steps_below_a_label_tell_of_the_name_above_what_it_is_good_for() -> None:
    text = (
        "# Hips\n\n### Frog stretch\n\n**Why:** It opens the groin\n\n**How to:**\n1. Hands and knees position\n"
        "2. Knees wide\n3. Hold 40-60 seconds\n\n### Cat cow\n\n**Why:** It wakes the back\n\n**How to:**\n"
        "1. Hands and knees position\n2. **Cat:** round up\n3. **Cow:** hollow down\n4. 8-12 cycles\n"
    )
    frog, cat = exercises_in(text)
    assert (frog["name"], frog["seconds"], cat["name"], cat["reps"]) == ("Frog stretch", [40, 60], "Cat cow", [8, 12])


def test_numbered_exercises_below_headings_are_no_steps() -> None:
    text = "# Plan\n\n### Squat day\n1. Squats 3x5\n2. Lunges 3x8\n\n### Press day\n1. Dips 3x5\n2. Rows 3x8\n"
    assert named(text) == ["Squats", "Lunges", "Dips", "Rows"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Forward 9 times", "Backward 9 times"),
        ("9 clockwise", "9 anti-clockwise"),
        ("Left leg: 9 reps", "Right leg: 9 reps"),
        ("Up x 9", "Down x 9"),
    ],
)
@pytest.mark.parametrize("layout", ["### {0}\n- {1}\n- {2}", "{0}\n{1}\n{2}", "- {0}\n  - {1}\n  - {2}"])
def test_as_much_one_way_as_the_other_is_one_exercise(layout: str, one: str, other: str) -> None:
    text = "\n\n".join(layout.format(name, one, other) for name in ("Wrist circles", "Ankle circles"))
    assert [(found["name"], found["reps"]) for found in exercises_in(text)] == [
        ("Wrist circles", [9, 9]),
        ("Ankle circles", [9, 9]),
    ]


@pytest.mark.parametrize(
    "amount", ["9 times in each direction", "9 reps in both directions", "In and out, 9 times each"]
)
def test_each_direction_below_a_name_is_its_amount(amount: str) -> None:
    found = exercises_in(f"Wrist circles\n- {amount}\n\nAnkle circles\n- {amount}\n")
    assert [(one["name"], one["reps"], one["sides"]) for one in found] == [
        ("Wrist circles", [9, 9], "each"),
        ("Ankle circles", [9, 9], "each"),
    ]


@pytest.mark.parametrize(
    "title",
    [
        "What to avoid",
        "Exercises that may aggravate it",
        "Avoid these movements",
        "Don’ts",
        "Red flags",
        "When to see a doctor",
        "Stop and call us if you notice",
        "Desk posture checklist",
        "Long hours of typing can cause",
    ],
)
@pytest.mark.parametrize("layout", ["## {}\n", "**{}**\n", "{}:\n"])
def test_what_is_not_to_be_done_is_none_of_the_session(layout: str, title: str) -> None:
    beside = layout.format(title) + "- Sit-ups\n- Heavy deadlifts\n- Pain worsening\n\n"
    assert named(f"# Back\n\n{ROUTINE}{beside}## Stretches\n\n- Pigeon 60 s each side\n")[-1] == "Pigeon"
    assert len(named(f"# Back\n\n{ROUTINE}{beside}")) == 2


def test_what_is_said_to_mind_above_the_session_leaves_it() -> None:
    assert named("Stop if it hurts\n- Cat cow 10 reps\n- Bird dog 8 each side\n\nEnd\n- Pigeon 60 s\n")[:1] == [
        "Cat cow"
    ]


def test_what_each_exercise_says_to_avoid_is_told_of_it() -> None:
    text = "## Goblet squat 3x8\nAvoid:\n- Knees caving in\n\n## Lunge 3x9\nAvoid:\n- Leaning forward\n"
    assert named(text) == ["Goblet squat", "Lunge"]


@pytest.mark.parametrize(
    "title", ["Neck stretches (2 minutes)", "Hip openers - 5 minutes", "The Tailor Big 3", "Eye moves (1 min)"]
)
def test_a_heading_above_headings_of_exercises_is_the_title_of_a_part(title: str) -> None:
    text = f"# Break\n\n## {title}\n\n### Chin tucks\n- 10 reps\n\n### Curl-up\n- 8 reps\n"
    assert named(text) == ["Chin tucks", "Curl-up"]


@pytest.mark.parametrize(
    "table",
    [
        "| Symptom | What to do |\n|---|---|\n| Sharp pain | Rest 2 days |\n| Swelling | Carry on gently |\n\n",
        "| Principle | Description |\n|---|---|\n| Soft body | Let go of all of it |\n| Breath | 4:8 calms you |\n\n",
        "| Muscle | Function |\n|---|---|\n| Soleus | Pushes off |\n| Psoas | Lifts the thigh |\n\n",
    ],
)
def test_a_table_of_what_nobody_does_is_none_of_the_session(table: str) -> None:
    assert named(f"# Back\n\n{table}{ROUTINE}") == ["Cat cow", "Bird dog"]


def test_a_table_of_muscles_with_their_stretches_is_the_session() -> None:
    text = "| Muscle | Stretch | Hold |\n|---|---|---|\n| Calf | Wall lean | 30 s |\n| Quad | Heel to seat | 40 s |\n"
    assert [one["seconds"] for one in exercises_in(f"# Legs\n\n{text}")] == [[30, 30], [40, 40]]


@pytest.mark.parametrize(
    "sentence",
    [
        "It begins with 1-2 strength exercises and ends with 2-3 long-hold stretches.",
        "It combines 3 strength moves with 2 mobility drills.",
        "The 4 rules of it are simple.",
    ],
)
def test_how_many_exercises_there_are_is_no_amount(sentence: str) -> None:
    assert named(f"# Hips\n\n## About\n\n{sentence}\n\n{ROUTINE}") == ["Cat cow", "Bird dog"]


@pytest.mark.parametrize("title", ["Hip openers", "Lower body", "Phase 2 - Activation", "Balance", "Core drills"])
@pytest.mark.parametrize("layout", ["## {} ({})\n\n", "{} ({}):\n", "## {} - {}\n", "**{} ({})**\n"])
@pytest.mark.parametrize(
    ("amount", "reps", "seconds", "sides"),
    [
        ("9 reps each", [9, 9], None, None),
        ("9 each side", [9, 9], None, "each"),
        ("9ish reps each", [9, 9], None, None),
        ("35 s each side", None, [35, 35], "each"),
        ("hold each for 35 seconds", None, [35, 35], None),
    ],
)
def test_what_the_title_of_a_part_says_of_each_holds_for_all_listed(  # noqa: PLR0913, PLR0917 - a layout and its facts
    layout: str, title: str, amount: str, reps: object, seconds: object, sides: object
) -> None:
    text = f"# May\n\n{layout.format(title, amount)}- Leg swings\n- Side bend\n- Lunges\n\n## Last\n\n- Pigeon 70 s\n"
    found = [(one["name"], one["reps"], one["seconds"], one["sides"]) for one in exercises_in(text)]
    assert found == [
        *((name, reps, seconds, sides) for name in ("Leg swings", "Side bend", "Lunges")),
        ("Pigeon", None, [70, 70], None),
    ]


def test_the_amount_of_an_exercise_is_none_of_its_cues() -> None:
    text = "# May\n\n## Goblet squat (2 x 9)\n\n- Keep the chest up\n- Knees out\n\n## Plank (35 s)\n\n- Ribs down\n"
    assert [(one["name"], one["reps"]) for one in exercises_in(text)] == [("Goblet squat", [9, 9]), ("Plank", None)]


def test_a_step_with_how_long_in_a_sentence_of_its_own_tells_of_the_exercise_above() -> None:
    text = "## Hamstring stretch\n- Lie on your back.\n- Lift the leg. Hold for 35 s.\n\n## Cat and camel\n- 9 times\n"
    assert [(one["name"], one["seconds"]) for one in exercises_in(text)] == [
        ("Hamstring stretch", [35, 35]),
        ("Cat and camel", None),
    ]


def test_keys_of_an_exercise_that_say_of_what_kind_it_is_call_none() -> None:
    text = "name: Side bend\ntype: Stretching\nduration: 35 sec\n\nname: Leg swings\ntype: Warm-up\nreps: 9\n"
    assert named(text) == ["Side bend", "Leg swings"]
