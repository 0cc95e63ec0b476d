"""How articles on strength training say things: supersets gone through, amounts told again, lists in sentences."""

from __future__ import annotations

import pytest

from voicecoach.authoring.importing import imported
from voicecoach.authoring.rules.about_one import of_one
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.drafting.stated_again import says_again
from voicecoach.authoring.rules.prose.in_sentences import told_in
from voicecoach.authoring.written import WrittenExercise, WrittenSection
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind


def sections(text: str, name: str = "plan.txt") -> tuple[WrittenSection, ...]:
    return imported(text.encode(), name).written.sections


def exercises(text: str) -> list[WrittenExercise]:
    return [one for section in sections(text) for one in section.exercises]


def said(text: str) -> list[tuple[str, int | None, tuple[float, float] | None]]:
    return [(one.name, one.sets, one.reps or one.seconds) for one in exercises(text)]


@pytest.mark.parametrize(
    ("often", "rounds"),
    [
        ("Repeat this superset 3 times", 3),
        ("Repeat this set 4 times", 4),
        ("Perform this pair three times.", 3),
        ("Repeat the superset 2 more times.", 3),
        ("Complete 3 sets of this superset", 3),
        ("Go through this couplet twice", 2),
        ("Repeat twice if you are new to it, three times if not", 2),
        ("Rest one minute, then do 2 more rounds of the superset for a total of 3.", 3),
    ],
)
def test_how_often_a_superset_is_gone_through(often: str, rounds: int) -> None:
    first, last = sections(
        f"A1. Rows\n10 reps\n\nA2. Press-ups\n8 reps\n\n{often}\n\nB1. Squats\n5 reps\n\nB2. Dips\n6 reps"
    )
    assert first.rounds == rounds
    assert not last.rounds
    assert [one.sets for one in (*first.exercises, *last.exercises)].count(None) >= 2


def test_each_circuit_is_repeated_as_often_as_it_says() -> None:
    found = sections(
        "Squats x 10\nRows x 8\nRepeat this circuit 3 times.\n\nLunges x 6\nDips x 5\nRepeat this circuit twice."
    )
    assert [(one.kind, one.rounds) for one in found] == [(SectionKind.CIRCUIT, 3), (SectionKind.CIRCUIT, 2)]


@pytest.mark.parametrize(
    ("amount", "each_set"),
    [
        ("4 sets of 10, 8, 8 & 6 reps", (10, 8, 8, 6)),
        ("3 sets of 12, 10 and 8 reps", (12, 10, 8)),
        ("4 x 12, 10, 8 & 6", (12, 10, 8, 6)),
        ("3 sets (15, 12, & 10 reps)", (15, 12, 10)),
    ],
)
def test_the_last_set_stands_behind_and(amount: str, each_set: tuple[int, ...]) -> None:
    (rows,) = exercises(f"Barbell rows - {amount}")
    assert rows.each_set == each_set


@pytest.mark.parametrize(
    "sentence",
    ["Hold the position for time.", "Repeat for time, then switch.", "Keep the hips up and hold it for time."],
)
def test_what_is_held_for_its_time_is_no_race(sentence: str) -> None:
    (section,) = sections(f"Legs\n\nWall sit 3 x 30 s\n{sentence}\nSquats 3x10")
    assert section.kind is SectionKind.STRAIGHT_SETS


def test_for_time_is_still_a_race() -> None:
    (section,) = sections("3 rounds for time\n10 burpees\n20 squats")
    assert section.kind is SectionKind.FOR_TIME


@pytest.mark.parametrize(
    ("note", "amount"),
    [
        ("Hold each for 30 seconds", (30, 30)),
        ("Hold each for 10-60 seconds", (10, 60)),
        ("Do 12 of each", (12, 12)),
        ("Do each exercise for 45 seconds. Breathe.", (45, 45)),
    ],
)
def test_notes_have_the_amount_of_a_bare_list(note: str, amount: tuple[float, float]) -> None:
    text = f"## Legs\n* Squats 20 reps\n\n## Core\n* Plank\n* Side plank\n* Hollow hold\n\n### Notes\n* {note}"
    found = imported(text.encode(), "plan.md").written.sections
    told = [(one.reps or one.seconds) for section in found for one in section.exercises]
    assert told == [(20, 20), amount, amount, amount]


def test_notes_on_a_list_with_amounts_change_none() -> None:
    text = "## Legs\n* Squats 3x10\n* Lunges 3x8\n\n## Notes\n* Hold each for 2 seconds at the bottom."
    assert [one.reps for one in imported(text.encode(), "plan.md").written.sections[0].exercises] == [(10, 10), (8, 8)]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Bicep curls", "Curl the dumbbells up to your shoulders. Lower slowly. Do 12."),
        ("Rows", "Row the bar to your belly. Squeeze. Complete 12 reps."),
        ("Lunge", "Lunge forward with one leg. Push back. Do 12 of these."),
        ("Bicep curls", "Keep your elbows in. Curl the weights to the shoulders then away. Do this for 12x reps."),
    ],
)
def test_what_a_name_calls_is_told_below_it(name: str, told: str) -> None:
    assert said(f"Goblet squat\n\nSit back. Drive up. 10 reps.\n\n{name}\n\n{told}")[1:] == [(name, 1, (12, 12))]


@pytest.mark.parametrize(
    ("name", "told", "sides"),
    [
        ("Clams (15 reps each side)", "Lie on your side. Open your knee. Repeat 15 times on each side.", Sides.EACH),
        ("Bird dog (10-15 reps)", "Start on all fours. Reach out. Do 10 to 15 reps on each side.", Sides.EACH),
        ("Lunges x 10 each leg", "Step forward into a lunge. Push back. Repeat 10 times on each leg.", Sides.EACH),
        ("Plank (30 seconds)", "Rest on your elbows. Hold for 30 seconds.", None),
        ("Walking lunges: 3 sets of 10", "Take a big step into a lunge. Do 3 sets of 10 reps.", None),
        ("Squats - 12 reps", "Sit back into a squat. Drive up. Do 12.", None),
    ],
)
def test_an_amount_that_is_told_again_is_no_other(name: str, told: str, sides: Sides | None) -> None:
    (only, last) = exercises(f"{name}\n\n{told}\n\nCalf raises 2x20")
    assert only.sides is sides
    assert last.name == "Calf raises"
    assert only.sets in {1, 3}


@pytest.mark.parametrize(
    ("sentence", "is_again"),
    [
        ("Repeat 10 times on each side.", True),
        ("Do 10 reps.", True),
        ("Land in a squat and repeat 10 times.", True),
        ("Repeat 5 times.", False),
        ("Do 10 lunges.", False),
        ("Do 3 sets of 12.", False),
        ("Do 10 of each.", False),
        ("Rest for 10 seconds.", False),
    ],
)
def test_which_sentences_say_an_amount_again(sentence: str, *, is_again: bool) -> None:
    assert says_again("Squat jumps", Facts(reps=(10, 10)), sentence) is is_again


def test_repeating_all_of_a_list_is_no_amount_of_the_last() -> None:
    (section,) = sections("10 squats\n10 push-ups\nRepeat 10 times")
    assert (section.kind, section.rounds) == (SectionKind.CIRCUIT, 10)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("Do squats, rows and curls, 3 sets of 10 each.", (3, (10, 10))),
        ("I do squats, rows and curls. I do 3 sets of 10 of each.", (3, (10, 10))),
        ("On Mondays we do squats, rows and curls, 4 sets of 8 each.", (4, (8, 8))),
        ("Then do squats, rows and curls for 3 sets of 12.", (3, (12, 12))),
        ("Do 3 sets of 10 squats, rows and curls.", (3, (10, 10))),
        ("My routine is simple: squats, rows, curls. 3 sets of 10 each.", (3, (10, 10))),
        ("Perform squats, rows and curls for 45 seconds each.", (1, (45, 45))),
        ("The workout: squats, rows and curls, each for 40 seconds with 20 seconds rest.", (1, (40, 40))),
    ],
)
def test_a_list_in_a_sentence_has_the_amount_behind_it(text: str, amount: tuple[int, tuple[float, float]]) -> None:
    assert said(f"Strength\n\n{text}\n\nCalf raises 2x20") == [
        *((name, *amount) for name in ("squats", "rows", "curls")),
        ("Calf raises", 2, (20, 20)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Squats, lunges, 10 push-ups",
        "I love squats, rows and curls. I spend 3 days on each.",
        "Bench press, grip wide and elbows tucked, 3x10",
        "The main lifts are squats, bench presses and deadlifts. These 3 lifts build strength.",
    ],
)
def test_not_every_list_shares_an_amount(text: str) -> None:
    assert len({one.name.text for one in told_in(text).exercises}) < 3


def test_what_stands_around_a_list_is_told_beside_it() -> None:
    told = told_in(
        "Warm up for 5 minutes. Then do squats, rows and dips, 3 sets of 10 each. Finish with a 60 second plank."
    )
    assert [one.name.text for one in told.exercises] == ["Warm up", "squats", "rows", "dips", "plank"]


@pytest.mark.parametrize(
    ("names", "amounts", "expected"),
    [
        ("Exercises - box jump, low hop, bound", "Sets and Reps - 5 x 5, 3 x 5, 3 x 3", [(5, 5), (3, 5), (3, 3)]),
        ("Exercises: squats, lunges and bridges", "Reps: 10, 12, 15", [(1, 10), (1, 12), (1, 15)]),
        ("Lifts: squats, lunges, and bridges", "Sets x reps: 3x10, 3x12 and 2x15", [(3, 10), (3, 12), (2, 15)]),
    ],
)
def test_a_line_of_exercises_and_a_line_of_amounts(names: str, amounts: str, expected: list[tuple[int, int]]) -> None:
    found = exercises(f"Phase 1\n{names}\n{amounts}\nNotes: land softly.")
    assert [(one.sets, one.reps) for one in found] == [(sets, (reps, reps)) for sets, reps in expected]


def test_lines_that_differ_in_number_are_no_pair() -> None:
    assert [one.sets for one in exercises("Exercises: squats, lunges, bridges\nSets and reps: 3x10")] == [3, 3, 3]


@pytest.mark.parametrize(
    ("amount", "pause_s"),
    [("2x12 (2-count hold)", 2), ("3x10 with a 3 count hold at the top", 3), ("3 x 12, 2-count squeeze", 2)],
)
def test_a_count_is_as_long_as_a_second(amount: str, pause_s: float) -> None:
    (only,) = exercises(f"Bridges {amount}")
    assert only.pause_s == pause_s


@pytest.mark.parametrize(
    "text",
    [
        "Calf raises: 3 counts up, 3 counts down, 15 reps",
        "Calf raises x 15\nRise for 2 counts, lower for 3 counts.",
        "Calf raises x 15\nLower for 3 counts and press up.",
        "Calf raises\nRise for 2 counts, hold for 5 counts, and lower. Repeat 15 times.",
    ],
)
def test_counts_of_the_way_are_no_repetitions(text: str) -> None:
    (only,) = exercises(text)
    assert only.reps == (15, 15)


@pytest.mark.parametrize("mark", ["[pagebreak]", "[ad]", '[caption id="4" align="left"]', "[/caption]"])
def test_what_a_site_puts_in_brackets_parts_nothing(mark: str) -> None:
    (section,) = sections(f"2a Row\n\nSets: 4 Reps: 8-10\n\nPull.\n\n{mark}\n\n2b Lunge\n\nSets: 4 Reps: 8\n\nStep.")
    assert section.kind is SectionKind.SUPERSET


def test_a_number_beside_letters_counts_the_exercise() -> None:
    found = exercises("1 Bench press\n\nSets: 3 Reps: 5\n\n2a Row\n\nSets: 4 Reps: 8\n\n2b Lunge\n\nSets: 4 Reps: 8")
    assert [(one.name, one.sets) for one in found] == [("Bench press", 3), ("Row", 4), ("Lunge", 4)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The bodyweight squat is a leg exercise.\n\n1. Stand tall.\n2. Sit your hips back.\n\n4 sets; 8 reps",
            "bodyweight squat",
        ),
        (
            "A side plank is a great core exercise.\nLie on your side. Lift your hips.\nDo 3 x 30 seconds per side.",
            "side plank",
        ),
    ],
)
def test_an_article_calls_its_exercise_in_its_first_sentence(text: str, name: str) -> None:
    assert [one.name for one in exercises(text)] == [name]


def test_an_article_without_an_amount_prescribes_nothing() -> None:
    from voicecoach.authoring.document import Block, BlockKind

    assert not of_one([Block(BlockKind.PARAGRAPH, "The deadlift is one of the big lifts. I love it.", 1)])


@pytest.mark.parametrize("felt", ["deeper stretch", "greater bend", "more intense stretch", "slow circling motion"])
def test_what_is_felt_is_no_exercise(felt: str) -> None:
    assert not told_in(f"For a {felt}, go lower. Repeat 10 times on each side.").exercises or "bend" in felt


@pytest.mark.parametrize(("first", "amount"), [("Hamstring stretch 30 s each side", 30), ("Calf stretch (45 s)", 45)])
def test_a_short_stretch_is_no_title(first: str, amount: float) -> None:
    found = exercises(f"{first}\n\nPull your toes in.\n\nQuad stretch 30 s\n\nStand tall.")
    assert [one.seconds for one in found] == [(amount, amount), (30, 30)]


def test_sentences_with_a_bar_between_are_no_table() -> None:
    found = exercises("Use lighter weights today. | Rest 30 seconds between sets.\n\nSquats 3x10\nRows 3x10")
    assert [one.rest_s for one in found] == [30, 30]


def test_rows_that_ran_together_have_their_sides() -> None:
    found = exercises("EXERCISE SETS REPS\nGOOD MORNINGS 3 10\nSUPERMANS 3 10 EACH SIDE\nROWS 3 8 PER ARM\nCURLS 3 12")
    assert [one.sides for one in found] == [None, Sides.EACH, Sides.EACH, None]


def test_lines_of_a_list_that_end_with_a_side_are_not_joined() -> None:
    found = exercises(
        "Today's list:\n\ncrossover lunges instead of the usual ones, 30 sec. each side\n"
        "suspended side planks with a dip, 30 sec. each side.\ndeep rows, 30 sec."
    )
    assert len(found) == 3


@pytest.mark.parametrize(
    ("line", "name", "seconds"),
    [
        ("Cardio 20 minutes easy", "Cardio", (1200, 1200)),
        ("Cardio 30-45 minutes medium intensity", "Cardio", (1800, 2700)),
        ("Cardio: 20 min", "Cardio", (1200, 1200)),
        ("Stretching: 10 min", "Stretching", (600, 600)),
        ("Mobility 10 min", "Mobility", (600, 600)),
    ],
)
def test_what_is_gone_on_with_at_the_end(line: str, name: str, seconds: tuple[float, float]) -> None:
    last = exercises(f"Gym\nSquats 3x10\nRows 3x10\n{line}")[-1]
    assert (last.name, last.seconds) == (name, seconds)


def test_a_length_above_its_exercises_is_a_title() -> None:
    assert [one.name for one in exercises("Cardio: 20 min\nRun 10 min\nRow 10 min")] == ["Run", "Row"]


@pytest.mark.parametrize(
    "told", ["Using the same way as the lifts tap either side.", "Using a band row back and forth."]
)
def test_what_is_used_is_no_name(told: str) -> None:
    found = exercises(f"Heel taps\n{told}\n\nBridges\nLift your hips.\n\n10 reps of each.")
    assert [one.name for one in found] == ["Heel taps", "Bridges"]


def test_those_who_feel_like_it_do_more() -> None:
    (section,) = sections("Do 3 rounds. If you are feeling strong, try for five rounds!\n10 squats\n10 rows")
    assert section.rounds == 3


def test_exercises_that_are_described_behind_the_list_are_done_once() -> None:
    text = (
        "20 arm circles\n10 lunges\n10 second trunk rotation\n\nGet the moves:\n\nLunges\n\nStep forward.\n\n"
        "Trunk rotation\n\ntrunk rotation 1\n\nLie down. Hold this for three minutes or until it lets go."
    )
    assert [one.name.lower() for one in exercises(text)] == ["arm circles", "lunges", "trunk rotation"]
