"""Programmes of Liftosaur."""

from __future__ import annotations

import pytest

from tests.authoring.formats.reading import exercises, only_section, read
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError

PLAN = """# Week 1
## Push
Bench Press, Dumbbell[1-3] / 3x8-12 / 20kg 90s / progress: dp(2.5kg, 8, 12)
Plank[1-3] / 3x1 0kg 40s|20s / warmup: none
## Pull
Row / 1x5 @8, 2x8 @7 / 120s / warmup: 1x5 20kg
# Week 2
## Push
## Pull
Row / 3x5 @8 / 120s
# Week 3
## Push
## Pull
"""


def test_sets_loads_rests_and_times_are_read() -> None:
    push = read(PLAN).sections[0]
    press, plank = push.exercises
    assert (press.name, press.line, press.sets, press.reps) == ("Bench Press, Dumbbell", 3, 3, (8, 12))
    assert (press.load, press.rest_s) == ("20 kg", 90)
    assert press.notes == ("Build from 8 to 12 reps, then add 2.5 kg.",)
    assert (plank.sets, plank.reps, plank.seconds, plank.rest_s, plank.is_hold) == (3, None, (40, 40), 20, True)


def test_a_day_is_a_section_for_the_weeks_in_which_it_is_the_same() -> None:
    written = read(PLAN)
    assert written.weeks == 3
    assert [(section.title, section.in_weeks) for section in written.sections] == [
        ("Push", None),
        ("Pull", (1, 1)),
        ("Pull", (2, 2)),
    ]


def test_sets_with_another_load_are_another_entry() -> None:
    rows = read(PLAN).sections[1].exercises
    assert [(one.sets, one.reps, one.load, one.rest_s) for one in rows] == [
        (1, (5, 5), "RPE 8", 120),
        (2, (8, 8), "RPE 7", 120),
    ]


def test_sets_that_differ_in_their_repetitions_alone_are_one_entry() -> None:
    (row,) = exercises(read("Row / 1x12, 1x10, 1x8 / 60% / progress: none"))
    assert (row.sets, row.reps, row.each_set, row.load) == (3, (8, 12), (12, 10, 8), "60 %")


def test_a_template_is_reused_week_by_week_and_isnt_done_itself() -> None:
    written = read(
        "# Week 1\n## Day 1\nt1 / used: none / 2x5, 1x5+ / 70% 60s\nt1: Squat[1-2] / ...t1\nRow / ...t1 / 30kg\n"
        "# Week 2\n## Day 1\nt1 / 3x3 / 80%\n"
    )
    first, second = written.sections
    assert [(one.name, one.sets, one.is_last_open, one.load, one.rest_s) for one in first.exercises] == [
        ("Squat", 3, True, "70 %", 60),
        ("Row", 3, True, "30 kg", 60),
    ]
    assert not any(one.is_open for one in first.exercises)
    assert [(one.name, one.sets, one.load) for one in second.exercises] == [("Squat", 3, "80 %")]


def test_a_line_may_go_on_in_the_next_and_scripts_in_it_are_left_out() -> None:
    written = read(
        "# Week 1\n## Day 1\nt1 / used: none / 2x5, 1x5+ \\\n  / progress: custom(increase: 2kg) {~\n  reps = 3\n~}\n\n"
        "Squat / ...t1 / 40kg\n"
    )
    (squat,) = written.sections[0].exercises
    assert (squat.line, squat.sets, squat.reps, squat.is_last_open) == (8, 3, (5, 5), True)
    assert not written.unplaced


def test_reuse_can_name_another_day() -> None:
    written = read("# Week 1\n## Day 1\nSquat / 3x8\nRow / ...Squat[2]\n## Day 2\nSquat / 5x5\nCurl / ...Row\n")
    assert [(one.name, one.sets, one.reps) for one in exercises(written)] == [
        ("Squat", 3, (8, 8)),
        ("Row", 5, (5, 5)),
        ("Squat", 5, (5, 5)),
        ("Curl", 5, (5, 5)),
    ]


def test_a_circle_of_reuses_ends() -> None:
    (one, other) = exercises(read("Squat / ...Row\nRow / ...Squat\n", "plan.liftoscript"))
    assert one.sets is other.sets is None


def test_repeated_exercises_keep_their_places() -> None:
    written = read(
        "# Week 1\n## Day 1\nSquat / 3x5 60%\nRow[1-2] / 3x8\nCurl[1-2] / 3x10\n# Week 2\n## Day 1\nSquat / 3x4 70%\n"
    )
    assert [one.name for one in written.sections[1].exercises] == ["Squat", "Row", "Curl"]


def test_a_week_that_says_all_of_its_day_again_has_its_own_order() -> None:
    written = read("# Week 1\n## Day 1\nSquat / 3x5 60%\nRow / 3x8\n# Week 2\n## Day 1\nRow / 3x6\nSquat / 3x4 70%\n")
    assert [one.name for one in written.sections[1].exercises] == ["Row", "Squat"]


def test_sections_stand_in_the_order_of_their_weeks() -> None:
    week = "# Week {0}\n## Day 1\nSquat / 3x{0}\n## Day 2\nRow / 2x{0}\n"
    written = read(week.format(1) + week.format(2))
    assert [(one.title, one.in_weeks) for one in written.sections] == [
        ("Day 1", (1, 1)),
        ("Day 2", (1, 1)),
        ("Day 1", (2, 2)),
        ("Day 2", (2, 2)),
    ]


def test_of_exercises_that_take_each_others_place_the_marked_one_is_done_else_the_first() -> None:
    first, second = exercises(
        read("Wall Push Up | Push Up / 3x5 / 60s / warmup: none\nup: Dead Hang | ! Chin Up | Pull Up / 3x6 / 90s\n")
    )
    assert (first.name, first.reps, first.rest_s) == ("Wall Push Up", (5, 5), 60)
    assert first.notes == ("In its place later: Push Up.",)
    assert (second.name, second.reps) == ("Chin Up", (6, 6))
    assert second.notes == ("In its place later: Dead Hang, Pull Up.",)


def test_supersets_are_sections_of_their_own() -> None:
    written = read("## Day 1\nSquat / 3x8\nRow / 3x8 / superset: A\nCurl / 3x8 60s / superset: A\n")
    assert [(str(one.kind), len(one.exercises), one.title) for one in written.sections] == [
        (SectionKind.STRAIGHT_SETS, 1, "Day 1"),
        (SectionKind.SUPERSET, 2, None),
    ]


def test_remarks_are_cues_and_those_for_the_author_arent() -> None:
    (squat,) = exercises(
        read("/// Not this.\n// Feet **hip-wide**. Keep your heels down.\nSquat / 3x8 / warmup: none\n")
    )
    assert squat.cues.setup == ("Feet hip-wide.",)
    assert squat.cues.form == ("Keep your heels down.",)


def test_scripts_are_left_out_and_told_and_lines_keep_their_numbers() -> None:
    written = read("Squat / 3x8 / progress: custom() {~\n  a / b\n  c\n~}\n\nRow / 3x8 / warmup: none\n")
    assert [(one.name, one.line) for one in exercises(written)] == [("Squat", 1), ("Row", 6)]
    assert "custom" in written.notes[0]


def test_variations_of_the_sets_are_told() -> None:
    (squat,) = exercises(read("Squat / 3x8 / 3x6 / 3x4+ / 60kg / progress: none"))
    assert (squat.sets, squat.reps) == (3, (8, 8))
    assert squat.notes == ("Also written: 3x6.", "Also written: 3x4+.")


def test_a_programme_within_a_page_of_markdown_is_found() -> None:
    written = read('---\nname: "Two days"\n---\nRead this / first.\n\n```liftoscript\nSquat / 3x8\n```\n', "page.md")
    assert written.title == "Two days"
    assert [(one.name, one.line) for one in exercises(written)] == [("Squat", 7)]


def test_lines_that_are_none_of_it_are_told() -> None:
    written = read("My plan, from a friend\nSquat / 3x8 / warmup: none\nRow / 3x8\nCurl / 3x8\nDip / 3x8\n")
    assert [(one.line, one.text) for one in written.unplaced] == [(1, "My plan, from a friend")]
    assert len(only_section(written).exercises) == 4


@pytest.mark.parametrize("text", ["", "hello\n", "# Week 1\n"])
def test_a_programme_without_an_exercise_is_refused(text: str) -> None:
    with pytest.raises(DefinitionError, match=r"exercise|nothing"):
        read(text, "plan.liftoscript")


def test_kinds_of_sets_are_told_and_part_no_exercise() -> None:
    (curl,) = only_section(read("# Week 1\n## Arms\nCurl / 1x14 type[restPause], 3x4 / @9 / warmup: none")).exercises
    assert (curl.sets, curl.each_set, curl.load) == (4, (14, 4, 4, 4), "RPE 9")
    assert curl.notes == ("Sets: 1x14 rest pause, 3x4.",)


def test_the_same_exercise_with_other_equipment_is_another() -> None:
    weeks = (
        "# Week 1\n## A\nSquat[1-2] / 1x5 / 60kg\nSquat, Dumbbell[1-3] / 2x15 / 10kg\n# Week 2\n## A\n# Week 3\n## A\n"
    )
    found = read(f"{weeks}Squat[3-4] / 3x3 / 80kg\nRow / ...Squat\nPress / ...Squat, Dumbbell[1:1]\n")
    assert [[(one.name, one.sets) for one in section.exercises] for section in found.sections] == [
        [("Squat", 1), ("Squat, Dumbbell", 2)],
        [("Squat", 3), ("Squat, Dumbbell", 2), ("Row", 3), ("Press", 2)],
        [("Squat", 3)],
    ]


def test_an_exercise_said_anew_takes_the_place_of_the_repeated_one() -> None:
    found = read("# 1\n## A\nSquat[1-4] / 1x5\n# 2\n## A\nSquat[2-4] / 2x5\n# 3\n## A\n")
    assert [(one.in_weeks, one.exercises[0].sets) for one in found.sections] == [((1, 1), 1), ((2, 4), 2)]


def test_exercises_of_the_same_name_are_told_apart_by_their_labels() -> None:
    t1, t2, other = exercises(read("t1: Row / 1x5 / 60kg\nt2: Row / 3x10 / 40kg\nPress / ...t2: Row\n"))
    assert (t1.load, t2.load, other.sets, other.load) == ("60 kg", "40 kg", 3, "40 kg")


def test_sets_that_may_be_more_are_told() -> None:
    (row,) = exercises(read("Row / 1+x3-6 85% / 180s / progress: none"))
    assert (row.sets, row.reps, row.load, row.notes) == (1, (3, 6), "85 %", ("Or more sets: 1+x3-6.",))


def test_a_weight_may_be_less_than_ones_own() -> None:
    (pull_up,) = exercises(read("Pull Up / 3x8 -20kg / @+ 90s / warmup: none"))
    assert (pull_up.sets, pull_up.load, pull_up.rest_s) == (3, "-20 kg", 90)


def test_the_order_of_a_days_exercises_can_be_said() -> None:
    found = read("# 1\n## A\nCurl[3,1-2] / 1x9\nSquat[1,1-2] / 1x5\n# 2\n## A\nRow[2] / 1x8 / warmup: none\n")
    assert [[one.name for one in section.exercises] for section in found.sections] == [
        ["Squat", "Curl"],
        ["Squat", "Row", "Curl"],
    ]


def test_remarks_are_reused_by_label_above_days_too() -> None:
    plan = "// ...t3: Row\n## A\n// Slowly.\nt3: Row / 3x15\n// ...t3: Row\nt3: Curl / ...t3: Row\n"
    section = only_section(read(plan))
    assert section.notes == ("Slowly.",)
    assert [one.cues.form for one in section.exercises] == [("Slowly.",), ("Slowly.",)]


def test_an_exercise_of_a_later_week_stands_where_its_own_day_has_it() -> None:
    first, second = "Squat[1-2] / 3x5\nLunge / 3x8\nPlank[1-2] / 3x1 30s|?\n", "Step Up / 3x10\n"
    written = read(f"# Week 1\n## Day 1\n{first}# Week 2\n## Day 1\n{second}")
    assert [[one.name for one in section.exercises] for section in written.sections] == [
        ["Squat", "Lunge", "Plank"],
        ["Squat", "Step Up", "Plank"],
    ]


def test_a_template_is_told_apart_from_an_exercise_by_its_label() -> None:
    (squat,) = exercises(read("tmp: Squat / used: none / 3x8\nSquat / ...tmp: Squat"))
    assert (squat.sets, squat.reps) == (3, (8, 8))


FENCED = (
    "# My plan\n\nPaste it into the app.\n\n```\n# Week 1\n## Day 1\nSquat / 3x8 / progress: lp(5kg)\n```\n\nBe well.\n"
)


@pytest.mark.parametrize(
    "text",
    [
        FENCED,
        FENCED.replace("```", ""),
        FENCED.replace("Paste it into the app.\n", ""),
        "This is my plan, tell me what you think:\n\nSquat / 3x8 / progress: lp(5kg)\nRow / 3x8\n\nThanks!\n",
    ],
)
def test_prose_around_a_programme_is_no_part_of_it(text: str) -> None:
    written = read(text, "plan.md")
    assert {(one.sets, one.reps) for one in exercises(written)} == {(3, (8, 8))}
    assert written.title in (None, "My plan")


def test_parts_of_a_page_without_weeks_are_one_programme() -> None:
    part = "```\n{} / 3x8 / warmup: none\n```\n"
    written = read(f"Push\n\n{part.format('Dip')}\nPull\n\n{part.format('Row')}", "plan.md")
    assert [(one.name, one.line) for one in exercises(written)] == [("Dip", 4), ("Row", 10)]


def test_numbers_and_labels_are_read_in_every_way_that_the_language_has() -> None:
    text = (
        "monday_push_heavy_single: Press[2] / 3 x 5 - 8@7.25 / .5kg\nDip / 1x5 1.234567lb / rest: 90s / superset: A\n"
    )
    dip, press = exercises(read(text))
    assert (press.name, press.sets, press.reps, press.load) == ("Press", 3, (5, 8), "0.5 kg")
    assert (dip.load, dip.rest_s) == ("1.23457 lb", 90)
