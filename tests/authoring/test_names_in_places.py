"""Names with words of amounts, titles or sentences in them, each between two exercises: none is lost or cut."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported

NAMES = (
    "Incline dumbbell press",
    "Decline bench press",
    "Bent-over dumbbell row",
    "Table row",
    "March on the spot",
    "Speed skater lunges",
    "Lower back rotation stretch",
    "Eccentric heel drop",
    "Hi-low planks",
    "Empty can raise",
    "Sleeping swan",
    "Towel wringing",
    "Side frog",
    "Resistance band row",
    "Hamstring sets",
)
LAYOUTS = {
    "a cross": "Squats 3x10\n{} 3x12\nBurpees 3x10\n",
    "items with a colon": "- Squats: 3 sets of 10\n- {}: 3 sets of 12\n- Burpees: 3 sets of 10\n",
    "a count before": "3 rounds:\n10 squats\n12 {}\n10 burpees\n",
    "a time before": "3 rounds:\n30 sec squats\n45 sec {}\n30 sec burpees\n",
    "a dash": "1. Squats - 3x10\n2. {} - 3x12\n3. Burpees - 3x10\n",
    "a table": "| Exercise | Sets | Reps |\n|--|--|--|\n| Squats | 3 | 10 |\n| {} | 3 | 12 |\n| Burpees | 3 | 10 |\n",
    "headings": "## Squats\n\n3 sets of 10 reps\n\n## {}\n\n3 sets of 12 reps\n\n## Burpees\n\n3 sets of 10 reps\n",
    "paragraphs apart": "**Squats** – 3 x 10 – up\n\n**{}** – 3 x 12 – slow and easy\n\n**Burpees** – 3 x 10 – go\n",
}


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_whole_wherever_it_stands(name: str, layout: str) -> None:
    text = LAYOUTS[layout].format(name)
    written = imported(text.encode(), "plan.md" if text[0] in "#|*" else "plan.txt").written
    found = [(section, one) for section in written.sections for one in section.exercises]
    assert len(found) == 3, [one.name for _, one in found]
    section, one = found[1]
    assert one.name.lower() == name.lower().removesuffix(" sets"), one.name
    assert (one.sets or section.rounds) == 3
    assert 12 in (one.reps or ()) or 45 in (one.seconds or ())


ORDERS = ("Raise your heels", "Pull your shoulder blades together", "Bend one knee", "Turn your head")


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    "layout", ["Squats 3x10\n{} 3x12\nBurpees 3x10\n", "- Squats x10\n- Lunges x10\n- {} x12\n- Dips x10\n"]
)
def test_an_order_among_exercises_is_one(order: str, layout: str) -> None:
    written = imported(layout.format(order).encode(), "plan.txt").written
    assert order in [one.name for section in written.sections for one in section.exercises]


@pytest.mark.parametrize(
    "order", ["Hold for 10 seconds", "Repeat 12 times", "Rest 60 seconds", "Breathe 5 times", "Do 3 sets of 10"]
)
def test_what_is_told_of_the_exercise_above_is_none(order: str) -> None:
    written = imported(f"Squats 3x10\n{order}\nBurpees 3x10\nLunges 3x10\n".encode(), "plan.txt").written
    assert [one.name for section in written.sections for one in section.exercises] == ["Squats", "Burpees", "Lunges"]


def test_a_shorter_name_below_a_longer_one_is_another_exercise() -> None:
    written = imported(
        b"3 sets of 12 of each:\n\nSquats\nIncline push-ups\nPush-ups\nKB RDL\nLunges\n", "plan.txt"
    ).written
    found = [one.name for section in written.sections for one in section.exercises]
    assert found == ["Squats", "Incline push-ups", "Push-ups", "KB RDL", "Lunges"]


def test_stretches_of_minutes_are_exercises() -> None:
    written = imported(b"- 5 min squats\n- 2 min hamstring stretch\n- 3 mins IT band stretch\n", "plan.txt").written
    found = [(one.name, one.seconds) for section in written.sections for one in section.exercises]
    assert [name for name, _ in found] == ["squats", "hamstring stretch", "IT band stretch"]
    assert [seconds for _, seconds in found] == [(300, 300), (120, 120), (180, 180)]


def test_a_counted_heading_among_those_of_exercises_is_one() -> None:
    text = (
        "# Legs\n\n## 1. Squats\n\nSit back. Do 10 reps.\n\n## 2. Chest pass against wall\n\nStand close. Do 12 reps.\n"
    )
    text += "\n## 3. Leg split\n\nKeep tall. Do 12 reps.\n\n## 4. Burpees\n\nMove fast. Do 10 reps.\n"
    text += "\n## 5. Cool-down\n\nWalk.\n"
    written = imported(text.encode(), "plan.md").written
    found = [one.name for section in written.sections for one in section.exercises]
    assert found[:4] == ["Squats", "Chest pass against wall", "Leg split", "Burpees"]


DEEDS = ("Raise your heels", "Straighten your knee", "Pull your shoulder blades together", "Circle your ankles")
HOW_OFTEN = ("{} x10", "{} 10 times", "{}, 10 times", "{} - 10 reps", "{} (10 times)", "{}: 2 sets of 10", "10 x {}")


@pytest.mark.parametrize("head", ["", "Exercises after a knee operation\n\n", "Knee exercises\n\n## Lying down\n"])
@pytest.mark.parametrize("mark", ["- ", "1. ", "", "\n"])
@pytest.mark.parametrize("how_often", HOW_OFTEN)
def test_orders_with_how_often_are_exercises_where_nobody_calls_them(how_often: str, mark: str, head: str) -> None:
    text = head + "\n".join(mark + how_often.format(one) for one in DEEDS)
    written = imported(text.encode(), "plan.txt").written
    found = [one for section in written.sections for one in section.exercises]
    assert tuple(one.name for one in found) == DEEDS
    assert all(one.reps == (10, 10) for one in found)


def test_steps_below_a_name_are_none() -> None:
    steps = (
        "1. Stand tall.\n2. Raise your heels for 2 seconds.\n3. Lower your heels for 3 seconds.\n4. Repeat 10 times.\n"
    )
    written = imported(f"Heel raises\n\n{steps}".encode(), "plan.txt").written
    assert [one.name for section in written.sections for one in section.exercises] == ["Heel raises"]


SHEET = {
    "Heel slides": "Lie on your back. Slide your heel towards your bottom.",
    "Straight leg raise": "Tighten your thigh and lift the leg off the bed.",
    "Static quads": "Push the back of your knee into the bed.",
}


@pytest.mark.parametrize("often", ["Repeat 10 times.", "Hold for 5 seconds and repeat 10 times.", "Do 3 sets of 10."])
@pytest.mark.parametrize("layout", ["**{}** {} {}\n\n", "{} {} {}\n\n", "- {} {} {}\n", "### {}\n\n{} {}\n\n"])
def test_what_is_told_right_behind_a_name_is_no_part_of_it(layout: str, often: str) -> None:
    text = "".join(layout.format(name, told, often) for name, told in SHEET.items())
    written = imported(text.encode(), "sheet.md").written
    found = [one for section in written.sections for one in section.exercises]
    assert [one.name for one in found] == list(SHEET)
    assert all(one.reps == (10, 10) for one in found)
