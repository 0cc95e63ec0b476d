"""What stands once and is of several: a rest by a name, an amount behind a pair, what is said of both sides."""

from __future__ import annotations

import pytest

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.drafting.named_rests import without_rests
from voicecoach.authoring.rules.language.pattern import seconds_of
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.passes.one_line import by_line
from voicecoach.authoring.rules.prose.both_sides import in_one
from voicecoach.authoring.written import WrittenExercise


def blocks(*texts: str) -> list[Block]:
    return [Block(BlockKind.PARAGRAPH, text, at) for at, text in enumerate(texts, 1)]


def exercises(text: str) -> dict[str, WrittenExercise]:
    sections = imported(text.encode(), "plan.txt").written.sections
    return {one.name: one for section in sections for one in section.exercises}


@pytest.mark.parametrize(
    ("line", "of"),
    [
        ("2 min between sets on the leg press", (("leg press", (120.0, 120.0)),)),
        ("90s rest on leg press", (("leg press", (90.0, 90.0)),)),
        ("3 mins btwn sets of squats", (("squats", (180.0, 180.0)),)),
        ("90 s rest between squats and leg press", None),
        ("2 min between sets on the bench press", None),
        ("30 s on the leg press", None),
    ],
)
def test_a_rest_by_the_name_of_an_exercise_above_is_its_own(line: str, of: object) -> None:
    kept, rests = without_rests(blocks("Squats 5x5", "Leg press 3x12", line))
    assert [one.of for one in rests] == ([of] if of else [])
    assert len(kept) == (2 if of else 3)


def test_what_stands_beside_a_rest_by_name_stays() -> None:
    kept, rests = without_rests(blocks("Leg press 3x12", "90 s after each superset, 2 min between sets on leg press"))
    assert kept[-1].text == "90 s after each superset"
    assert rests[0].of == (("leg press", (120.0, 120.0)),)


@pytest.mark.parametrize("answer", ["a minute", "about 60 seconds.", "a minute is fine for the rest of them"])
def test_the_answer_to_a_question_is_the_rest_of_all_that_have_none(answer: str) -> None:
    found = exercises(f"Squats 3x10\nRows 3x12, 30 s rest\nhow long between sets?\n{answer}")
    assert (found["Squats"].rest_s, found["Rows"].rest_s) == (60, 30)


def test_an_answer_that_names_what_is_done_is_none() -> None:
    found = exercises("Squats 3x10\nWhat rest between sets?\n2 minutes walking")
    assert found["Squats"].rest_s is None


@pytest.mark.parametrize(
    ("line", "lines"),
    [
        ("Curl 3x10 ss w/ pushdown 3x12", ["Curl 3x10", "Superset with", "pushdown 3x12"]),
        ("Curl ss pushdown, 3x12 both, 60 s rest", ["Curl 3x12", "Superset with", "pushdown 3x12, 60 s rest"]),
        ("Rows + curls, 3x12 of each", ["Rows 3x12", "Superset with", "curls 3x12"]),
        ("Chins and dips, 3 x 8 each", ["Chins 3 x 8", "dips 3 x 8"]),
        ("Rows + curls, 3x12 each arm", ["Rows + curls, 3x12 each arm"]),
        ("Squat and press 3x8 each", ["Squat and press 3x8 each"]),
        ("Clean + jerk 3x3", ["Clean + jerk 3x3"]),
    ],
)
def test_what_stands_behind_a_pair_is_of_both(line: str, lines: list[str]) -> None:
    assert [one.text for one in by_line(blocks(line)[0])] == lines


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("Windmills 4 L, 4 R", "Windmills 4 each side"),
        ("Snatch 5L 5R", "Snatch 5 each side"),
        ("Rows 8 right / 8 left", "Rows 8 each side"),
        ("Hold 30s left leg, 30s right leg", "Hold 30s each leg"),
        ("8 left and 8 right leg swings", "8 each side leg swings"),
        ("Rows 8 L, 10 R", "Rows 8 L, 10 R"),
    ],
)
def test_as_much_on_the_left_as_on_the_right_is_on_each_side(text: str, one: str) -> None:
    assert in_one(text) == one


@pytest.mark.parametrize(
    ("text", "rests"),
    [
        ("60 s btwn sets", True),
        ("60 s b/w sets", True),
        ("60 s bw sets", True),
        ("bw squats", False),
        ("60 s btw, bring a towel", False),
    ],
)
def test_between_is_cut_short_in_many_ways(text: str, *, rests: bool) -> None:
    assert ("between" in spelled(text).text) is rests


def test_a_word_may_stand_between_minutes_and_their_number() -> None:
    assert seconds_of("10 easy minutes") == (600, 600)


@pytest.mark.parametrize(
    "line", ["Then jog for 4 lengths of the hall", "Finish with a 2 minute plank", "Finisher: 40 burpees"]
)
def test_what_comes_behind_the_rounds_has_nothing_of_them(line: str) -> None:
    text = f"40 s on, 20 s off, 3 rounds\n\nSquats\nPress ups\nStar jumps\n\n{line}"
    *_, first, last = imported(text.encode(), "plan.txt").written.sections
    assert len(first.exercises) == 3
    assert last.rounds is None
    assert last.exercises[0].seconds in {None, (120, 120)}
    assert last.exercises[0].rest_s is None


@pytest.mark.parametrize(
    "line",
    [
        "Goblet squat x 10, hold the bottom of the last one for 15 sec",
        "Goblet squat x 10, on the last rep hold for 15 s",
        "Goblet squat x 10, hold the bottom for 2 sec",
    ],
)
def test_a_hold_of_the_last_one_leaves_the_repetitions(line: str) -> None:
    assert exercises(line)["Goblet squat"].reps == (10, 10)


def test_a_line_that_has_another_amount_leaves_nothing_of_itself() -> None:
    found = exercises("Squats 3x12\nStretch: hamstrings 30 s each leg\nRows 3x10")
    assert found["Squats"].sides is None
    assert found["Squats"].seconds is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Backstroke 4 x 25m sculling", "Backstroke"),
        ("Main set 4 x 25m crawl", "crawl"),
    ],
)
def test_a_stroke_before_how_often_is_the_name(line: str, name: str) -> None:
    assert list(exercises(line)) == [name]


def test_a_number_with_a_unit_counts_no_list() -> None:
    text = "Rower\n2 min hard 1 min easy\n3 min hard 1 min easy\n4 min hard 1 min easy"
    found = imported(text.encode(), "plan.txt").written.sections
    assert [one.seconds for section in found for one in section.exercises][-2:] == [(240, 240), (60, 60)]


@pytest.mark.parametrize(
    "line", ["Meet 8.30 by the café, back for 10", "out of the door by 7:15 or I miss the bus", "Keep the 400s even"]
)
def test_times_of_a_day_and_efforts_by_their_length_are_no_amounts(line: str) -> None:
    found = exercises(f"Squats 3x10\nDips 2 sets\n\n{line}")
    assert list(found) == ["Squats", "Dips"]
    assert (found["Dips"].reps, found["Dips"].seconds) == (None, None)
