from __future__ import annotations

import pytest

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.importing import imported
from voicecoach.authoring.reading.markdown import read_markdown
from voicecoach.authoring.reading.text import read_text


def blocks(text: str) -> list[tuple[BlockKind, str]]:
    return [(one.kind, one.text) for one in read_text(text).blocks]


def only(text: str) -> Block:
    (block,) = read_text(text).blocks
    return block


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("- Squats", "-", "Squats"),
        ("• Squats", "•", "Squats"),
        ("1. Squats", "1.", "Squats"),
        ("2) Squats", "2)", "Squats"),
        ("A1 Squats 3x10", "A1", "Squats 3x10"),
        ("B2. Squats", "B2.", "Squats"),
        ("1️⃣ Squats", "1️⃣", "Squats"),
        ("- [x] Squats", "-", "Squats"),
    ],
)
def test_items_are_known_by_their_marks(text: str, marker: str, rest: str) -> None:
    block = only(text)
    assert (block.kind, block.marker, block.text) == (BlockKind.ITEM, marker, rest)


def test_lines_that_were_broken_because_they_were_full_are_joined() -> None:
    text = "Stand on the edge of a step with your heels\nhanging off. Rise up.\n\nSquats\nLunges\n"
    assert blocks(text) == [
        (BlockKind.PARAGRAPH, "Stand on the edge of a step with your heels hanging off. Rise up."),
        (BlockKind.PARAGRAPH, "Squats"),
        (BlockKind.PARAGRAPH, "Lunges"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Exercise\tSets\tReps\nSquat\t3\t10\n",
        "Exercise | Sets | Reps\nSquat | 3 | 10\n",
        "Exercise   Sets   Reps\nSquat      3      10\n",
        "| Exercise | Sets | Reps |\n|---|---|---|\n| Squat | 3 | 10 |\n",
    ],
)
def test_tables_have_rows_below_the_names_of_their_columns(text: str) -> None:
    found = read_text(text).blocks
    assert [one.kind for one in found] == [BlockKind.ROW_HEAD, BlockKind.ROW]
    assert found[1].cells == ("Squat", "3", "10")


def test_capitals_and_lines_below_are_headings() -> None:
    assert blocks("LEG DAY\nSquats\n")[0] == (BlockKind.HEADING, "LEG DAY")
    assert blocks("Leg day\n=======\nSquats\n") == [(BlockKind.HEADING, "Leg day"), (BlockKind.PARAGRAPH, "Squats")]


def test_markdown_has_levels_and_keeps_its_lines() -> None:
    found = read_markdown("---\ntitle: My plan\n---\n# Plan\n\n**Main**\n\n- Squats\n  - slowly\n").blocks
    assert [(one.kind, one.text, one.level, one.line) for one in found] == [
        (BlockKind.HEADING, "Plan", 1, 4),
        (BlockKind.HEADING, "Main", 7, 6),
        (BlockKind.ITEM, "Squats", 0, 8),
        (BlockKind.ITEM, "slowly", 1, 9),
    ]
    assert read_markdown("---\ntitle: My plan\n---\nSquats\n").title == "My plan"


def test_the_numbers_of_the_lines_are_those_of_the_file() -> None:
    assert [one.line for one in read_text("\n\nSquats 3x10\n\n\nLunges 3x8\n").blocks] == [3, 6]


def test_a_script_in_json_is_read_as_what_is_said() -> None:
    script = '{\n "transcript": [\n  "First is the squat.",\n  {"break_sec": 5},\n  "Next is the lunge."\n ]\n}\n'
    assert [(one.text, one.line) for one in read_text(script).blocks] == [
        ("First is the squat.", 3),
        ("Next is the lunge.", 5),
    ]


def test_stretches_by_the_clock_are_as_long_as_from_one_to_the_next() -> None:
    text = "0-5 minutes: brisk walk\n5-6 minutes: run\n6-8 minutes: slow walk\n"
    (section,) = imported(text.encode(), "plan.txt").written.sections
    assert [one.seconds for one in section.exercises] == [(300, 300), (60, 60), (120, 120)]


def test_lists_beside_each_other_are_read_down() -> None:
    rows = [
        "Option 1:          Option 2:",
        "10 squats          20 squats",
        "5 lunges           10 hops",
        "8 rows             6 dips",
    ]
    assert [one.text for one in read_text("\n".join(rows)).blocks] == [
        *("Option 1:", "10 squats", "5 lunges", "8 rows"),
        *("Option 2:", "20 squats", "10 hops", "6 dips"),
    ]


def test_bare_numbers_count_a_list_but_not_what_is_counted_in_it() -> None:
    counted = read_text("1 skipping\n2 bean bag throw\n3 step ups\n4 balance\n").blocks
    assert [(one.marker, one.text) for one in counted][1] == ("2.", "bean bag throw")
    ladder = read_text("1 pull-up\n2 push-ups\n3 squats\n4 lunges\n").blocks
    assert [one.text for one in ladder] == ["1 pull-up", "2 push-ups", "3 squats", "4 lunges"]
