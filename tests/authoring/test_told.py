"""What sentences tell: the exercise that they lead to, whose amount it is, and what surrounds a session."""

from __future__ import annotations

from dataclasses import replace

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.every_session import every_session
from voicecoach.authoring.rules.prose.both_sides import in_one
from voicecoach.authoring.rules.prose.clauses import arrived_at, choice_in
from voicecoach.authoring.rules.prose.in_sentences import told_in
from voicecoach.authoring.written import Written
from voicecoach.definitions.model import Sides


def names(text: str) -> list[str]:
    return [one.name.text for one in told_in(text).exercises]


def written(text: str) -> Written:
    return imported(text.encode(), "plan.txt").written


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("press back into downward dog", "downward dog"),
        ("come down onto your belly for sphinx and breathe", "sphinx"),
        ("sit your hips back into child's pose", "child's pose"),
        ("push up to stand", None),
        ("lean into the wall", None),
        ("return to the start", None),
    ],
)
def test_a_clause_leads_to_an_exercise_and_not_to_where_one_stands(text: str, name: str | None) -> None:
    found = arrived_at(text)
    assert (found.text if found else None) == name


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Move to side planks, 30 seconds on each side.", ["side planks"]),
        ("Next heel raises, slowly up and slowly down, fifteen of them.", ["heel raises"]),
        ("Jog for 5 minutes and plank for 1 minute.", ["Jog", "plank"]),
        ("Squats for 40 seconds, lunges for 40 seconds, commandos for 40 seconds.", ["Squats", "lunges", "commandos"]),
        ("Raises and curls for 3 sets of 12 each.", ["Raises", "curls"]),
        ("Continue the exercise for 30 seconds.", []),
        ("Glute bridges for 40 seconds while my tea cools for 9 minutes.", ["Glute bridges"]),
    ],
)
def test_a_sentence_names_exercises(sentence: str, found: list[str]) -> None:
    assert names(sentence) == found


def test_of_two_exercises_to_choose_from_the_other_is_a_note() -> None:
    assert choice_in("10 pull-ups or 12 rows") == ("10 pull-ups", "12 rows")
    assert choice_in("10 pull-ups or so") == ("10 pull-ups or so", "")
    (said,) = told_in("Either 10 pull-ups or 12 rows").exercises
    assert said.facts.notes == ("or 12 rows",)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("hold for 20/30 seconds", Facts(seconds=(20, 30), is_hold=True)),
        ("Repeat the exercise for 30 seconds", Facts(seconds=(30, 30))),
        ("in the 80s", Facts()),
        ("in my 40s and 50s", Facts()),
        ("bring three pounds for the tea", Facts()),
        ("45 seconds with a 10 pound bell", Facts(seconds=(45, 45), load="10 lb")),
        ("one whole minute", Facts(seconds=(60, 60))),
        ("three times ten", Facts(sets=(3, 3), reps=(10, 10))),
    ],
)
def test_amounts_and_what_only_looks_like_one(text: str, said: Facts) -> None:
    assert Facts(**{**facts_of(parts_of(text)).__dict__, "notes": ()}) == said


@pytest.mark.parametrize("text", ["10 slow breaths", "as long as you like", "for as long as it feels good"])
def test_breaths_are_an_amount_that_a_file_has_no_unit_for(text: str) -> None:
    facts = facts_of(parts_of(f"Child's pose, {text}"))
    assert facts.is_loose
    assert not facts.says_anything


def test_as_much_on_the_left_as_on_the_right_is_that_on_each_side() -> None:
    assert in_one("eight on the left... and eight on the right") == "eight on each side"
    assert in_one("eight on the left and nine on the right") == "eight on the left and nine on the right"


@pytest.mark.parametrize(
    ("sentence", "first", "last"),
    [
        ("Start every run with a 5 minute brisk walk and finish the same way.", "brisk walk", "brisk walk"),
        ("Start and finish each session with a 5 minute walk.", "walk", "walk"),
        ("Begin each session with a 5 minute walk.", "walk", None),
        ("Start with a 5 minute walk.", None, None),
    ],
)
def test_what_every_session_begins_and_ends_with(sentence: str, first: str | None, last: str | None) -> None:
    found = every_session(sentence)
    assert (found.first.name.text if found and found.first else None) == first
    assert (found.last.name.text if found and found.last else None) == last


def test_it_stands_before_and_behind_all_weeks() -> None:
    text = "Start every run with a 5 minute walk and end the same way.\n\nWeek 1: run 1 min, walk 1 min, 8 times\n"
    first, *_, last = written(f"{text}Week 2: run 2 min, walk 1 min, 6 times\n").sections
    assert (first.title, first.in_weeks) == ("Warm-up", None)
    assert (last.title, last.in_weeks) == ("Cool-down", None)


def test_an_amount_in_the_next_sentence_is_of_what_was_led_over_to() -> None:
    (section,) = written(
        "Next up is a calf stretch. Press the heel down. Hold it for 30 seconds on each side."
    ).sections
    (one,) = section.exercises
    assert (one.name, one.seconds, one.sides) == ("calf stretch", (30, 30), Sides.EACH)


def test_what_is_counted_of_something_without_a_name_is_nobody_elses() -> None:
    found = written("Do 10 squats. Then dash over to the far line and touch it 5 times.")
    ((one,),) = (section.exercises for section in found.sections)
    assert (one.name, one.reps) == ("squats", (10, 10))
    assert one.sets == 1


def test_lines_of_a_chat_that_say_who_wrote_are_no_exercises() -> None:
    text = "Mia 07:14\nsession for today\nMia 07:15\n10 squats\n12 rows\nBen 07:31\nok\n"
    assert [one.name for section in written(text).sections for one in section.exercises] == ["squats", "rows"]


def test_times_between_the_words_of_a_transcript_are_left_out() -> None:
    text = "[0:00] The first move is an [0:04] ankle rock. Do ten [0:09] reps on each side. [0:14] That is all."
    ((one,),) = (section.exercises for section in written(text).sections)
    assert (one.name, one.reps, one.sides) == ("ankle rock", (10, 10), Sides.EACH)


def test_lines_in_small_letters_are_lines_where_all_are() -> None:
    text = "ok so we start with marching on the spot for two minutes\nthen squats, ten of those\nlunges, eight\nbye"
    assert [one.name for section in written(text).sections for one in section.exercises] == [
        "marching on the spot",
        "squats",
        "lunges",
    ]


def test_a_load_that_a_sentence_tells_of_something_else_is_no_exercises() -> None:
    found = written("Walking for 30 minutes a go helps. Losing 5 kg takes up to 20 kg of load off each knee.")
    assert [one.load for section in found.sections for one in section.exercises] == [None]


@pytest.mark.parametrize(
    ("sentence", "facts"),
    [
        ("Let's go: one, two, three, four, five.", Facts()),
        ("That's 1, 2, 3, 4, 5, 6, 7, 8.", Facts()),
        ("So one, two, three, and back.", Facts()),
        ("We'll say somewhere between five and ten.", Facts(reps=(5.0, 10.0))),
        ("Do between five and ten repetitions.", Facts(reps=(5.0, 10.0))),
        ("Do anywhere from five to ten.", Facts(reps=(5.0, 10.0))),
        ("Hold that for about a 10 to 20 count.", Facts(seconds=(10.0, 20.0), is_hold=True)),
    ],
)
def test_what_is_counted_along_is_no_amount_and_a_range_may_be_said_in_words(sentence: str, facts: Facts) -> None:
    assert replace(facts_of(parts_of(sentence)), notes=()) == facts
