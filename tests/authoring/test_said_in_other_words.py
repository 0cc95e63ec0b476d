"""What a text says in other words: of what stands above, of two exercises at once, of what is none of the session."""

from __future__ import annotations

import pytest

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.drafting.letters import with_subject
from voicecoach.authoring.rules.passes.counted_off import counted_off
from voicecoach.authoring.rules.passes.pairs import paired
from voicecoach.authoring.written import Written, WrittenExercise
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind


def read(text: str) -> Written:
    return imported(text.encode(), "session.txt").written


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in read(text).sections for one in section.exercises]


def block(text: str, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Block:
    return Block(kind, text, 1, level)


@pytest.mark.parametrize(
    ("text", "name", "sets", "reps"),
    [
        ("Face pull\nThumbs to the ears, elbows wide, squeeze for 2. 3 sets of 15.\n\nPlank\n30 s", "Face pull", 3, 15),
        ("1. Bird dog\nFlat back, knee under the hip as it lifts. 8 reps.\n2. Bridge\n10 reps", "Bird dog", 1, 8),
        ("Lunges\nWeights down, long steps. Chest up in every squat, 2 x 9.\n\nRows\n2 x 8", "Lunges", 2, 9),
    ],
)  # fmt: skip
def test_sentences_below_a_name_are_told_of_it(text: str, name: str, sets: int, reps: int) -> None:
    first = exercises(text)[0]
    assert (first.name, first.sets, first.reps) == (name, sets, (reps, reps))
    assert len(exercises(text)) == 2


def test_a_name_with_its_kind_behind_a_comma_is_one() -> None:
    found = exercises("Bridge\nHips up. 10 reps.\n\nSide bend, palm down\nSlide one hand to the knee. 12 reps.")
    assert [one.name for one in found] == ["Bridge", "Side bend, palm down"]


@pytest.mark.parametrize(
    ("text", "sets", "reps", "seconds", "sides"),
    [
        ("Hip stretch\nLean in. Hold for 40 seconds. Do 2 on each side.", 2, None, 40, Sides.EACH),
        ("Hip stretch\nLean in and hold for 40 seconds, three each side.", 3, None, 40, Sides.EACH),
        ("Chair stand\nUp and down 9 times. Have a minute's rest, then do another 9.", 2, 9, None, None),
        ("Tandem stand\nHold still for 12 seconds. Now swap your feet over and do it again.", 1, None, 12, Sides.EACH),
        ("Marching. Keep changing legs, alternating, 24 altogether.\nSquats x 10", 1, 24, None, Sides.ALTERNATING),
        ("Ring hang 7 x 8 sec, 3 min rest between.\nSquats x 10", 7, None, 8, None),
        ("Ring push-ups 8 to 11\nSquats x 10", 1, (8, 11), None, None),
    ],
)
def test_amounts_in_other_words(
    text: str, sets: int, reps: int | tuple[int, int] | None, seconds: int | None, sides: Sides | None
) -> None:
    first = exercises(text)[0]
    span = reps if isinstance(reps, tuple) or reps is None else (reps, reps)
    assert (first.sets, first.reps, first.sides) == (sets, span, sides)
    assert first.seconds == ((seconds, seconds) if seconds else None)


@pytest.mark.parametrize(
    "text",
    [
        "Floor press 3x9\nss w/ band row 3x9\n80 s rest",
        "Superset: floor press + band row, 3 x 9 each, 80 s rest",
        "- Floor press → band row (superset)\n  - 3 x 9 each, 80 s rest",
        "Floor press & band row (superset)\n3 x 9 each, 80 s rest",
    ],
)
def test_two_that_are_named_together_are_a_superset(text: str) -> None:
    (section,) = read(text).sections
    press, row = section.exercises
    assert section.kind is SectionKind.SUPERSET
    assert [(one.sets, one.reps, one.sides) for one in (press, row)] == [(3, (9, 9), None)] * 2
    assert (press.rest_s, row.rest_s) == (None, 80)


def test_what_is_named_together_without_an_amount_stays_as_it_is() -> None:
    blocks = [block("Superset: floor press + band row"), block("Floor press 3x9")]
    assert paired(blocks) == blocks


@pytest.mark.parametrize(
    "text",
    [
        "Three rounds, 40 s each.\nFirst one is squats. Then press-ups. Then, um, star jumps. And the last was lunges.",
        "Three rounds, 40 s each.\nFirst up is squats, then press-ups. After that star jumps. Last one, lunges.",
    ],
)
def test_sentences_that_say_which_comes_next_are_a_list(text: str) -> None:
    names = [one.name for one in exercises(text)]
    assert names == ["squats", "press-ups", "star jumps", "lunges"]
    assert all(one.seconds == (40, 40) for one in exercises(text))


def test_sentences_with_amounts_between_are_no_list() -> None:
    blocks = [block("First one is squats. Do 10 of them. Then press-ups. Then lunges.")]
    assert counted_off(blocks) == blocks


def test_the_subject_of_a_letter_is_its_title() -> None:
    letter = read("From: Sam\nSubject: Re: squats on the pier\n\nSquats 3x10\nRows 3x8")
    assert letter.title == "squats on the pier"
    assert [one.name for section in letter.sections for one in section.exercises] == ["Squats", "Rows"]
    assert with_subject([block("Date: 3 May"), block("Squats 3x10")])[0].text == "Date: 3 May"


@pytest.mark.parametrize(
    "text",
    [
        "Squats 3x10\nRows 3x8\n\nThe bus leaves at 8.40, kick-off moved to 11:15.",
        "Squats 3x10 (the baby sleeps, is in until 5)\nRows 3x8",
        "Squats 3x10\nRows 3x8\nsquats are the worst",
        "Hi lifters, a quick one as they shut the hall at nine.\n\nSquats 3x10\nRows 3x8",
        "sam 18:01: squats 3x10\nkit b 18:04: ok\nsam 18:05: rows 3x8\nkit b 18:06: squats on rest day?? fine",
        "Squats 3x10\nRows 3x8\n\nGot 6 rounds + 4 last time.",
    ],
)
def test_what_is_no_part_of_the_session_adds_nothing(text: str) -> None:
    found = [(one.name.lower(), one.sets, one.reps, one.seconds, one.load) for one in exercises(text)]
    assert found == [("squats", 3, (10, 10), None, None), ("rows", 3, (8, 8), None, None)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("4 x 50 m thumb drag drill, 15 s rest\n200 m easy", [("thumb drag drill", 15), ("easy", None)]),
        ("Squats 3x10\nCool-down jog, 2 laps", [("Squats", None), ("Cool-down jog", None)]),
        ("Squats: 3 x 10\nCool down: 8 min, arms like jelly", [("Squats", None), ("Cool down", None)]),
        ("6 x 200 m w/ 50 secs standing\nSquats 3x10", [("200 m", 50), ("Squats", None)]),
        ("Press 4x4, 3 min rest\nPull-ups 4x5, again 2 min", [("Press", 180), ("Pull-ups", 120)]),
        ("6 min easy row\n3 x 5 min at 190W, 2 min easy between", [("easy row", None), ("at 190W", 120)]),
    ],
)
def test_legs_and_rests(text: str, found: list[tuple[str, int | None]]) -> None:
    assert [(one.name, one.rest_s) for one in exercises(text)] == found


def test_dots_lead_to_the_amounts_of_a_list() -> None:
    text = "hip stretch, knee down ....... 25 sec each leg\nchest stretch at the door .... 35 sec each arm\n"
    first, second = exercises(f"After the match\n\n{text}")
    assert (first.seconds, second.seconds) == ((25, 25), (35, 35))
    assert first.sides is second.sides is Sides.EACH


def test_numbers_before_a_list_whose_amounts_stand_behind_count_its_items() -> None:
    found = exercises("1 arm circles, 12 each way\n2 hip hinges x 9\n3 leg swings x 7 each leg\n4 side lunges x 6")
    assert [one.reps for one in found] == [(12, 12), (9, 9), (7, 7), (6, 6)]


def test_the_same_again_may_have_a_remark_behind_it() -> None:
    first, second = exercises("- Calf stretch, 25 s each leg\n- Quad stretch, same again, hold on to a rail")
    assert (second.name, second.seconds, second.sides) == ("Quad stretch", first.seconds, first.sides)


def test_a_part_with_its_length_before_the_colon() -> None:
    (only,) = exercises("A) Skill, 8 minutes: handstand practice\n\nB) Later\nLie down.")
    assert only.seconds == (480, 480)
