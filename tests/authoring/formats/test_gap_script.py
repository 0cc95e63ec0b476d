"""Scripts with gaps to work in."""

from __future__ import annotations

import pytest

from tests.authoring.formats.reading import exercises, read
from tests.authoring.listed import exercises_in
from voicecoach.authoring.reading import read_document
from voicecoach.authoring.written import Written
from voicecoach.definitions.model import Sides

SCRIPT = """Hello, and welcome.
First exercise: wall sit. Slide down the wall until your knees are square.
Keep your back flat. Stop if your knees hurt.
Ready in 3... 2... 1...
[Gap: 40 seconds]   # long enough
3... 2... 1...
Great job!
Next up, calf raises. Rise onto your toes, alternating feet.
(pause for 30 s)
Rest for a moment. [Gap: 15 s]
Now for the quad stretch. Stand on one leg and hold that position.
[Gap: 20 s]
Now the other leg.
[Gap: 20 s]
Let's do squats.
[Gap: 30 s]
And again.
[Gap: 30 s]
That was all of it, see you soon.
"""


def test_each_gap_is_an_exercise_with_what_is_said_before_it() -> None:
    written = read(SCRIPT)
    sit, raises, stretch, squats = exercises(written)
    assert (sit.name, sit.line, sit.sets, sit.seconds) == ("wall sit", 2, 1, (40, 40))
    assert sit.cues.setup == ("Slide down the wall until your knees are square.",)
    assert sit.cues.form == ("Keep your back flat.",)
    assert sit.cues.safety == ("Stop if your knees hurt.",)
    assert sit.is_hold
    assert (raises.name, raises.sides, raises.is_hold) == ("calf raises", Sides.ALTERNATING, None)
    assert (stretch.name, stretch.sides, stretch.is_hold) == ("quad stretch", Sides.EACH, True)
    assert (squats.name, squats.sets) == ("squats", 2)


def test_a_gap_to_rest_in_is_the_rest_of_the_exercise_before() -> None:
    assert [one.rest_s for one in exercises(read(SCRIPT))] == [None, 15, None, None]


def test_counting_and_praise_are_the_coachs_and_the_rest_is_kept() -> None:
    written = read(SCRIPT)
    assert written.about == ("Hello, and welcome.",)
    assert [one.text for one in written.unplaced] == ["That was all of it, see you soon."]
    said = [cue for one in exercises(written) for cue in (*one.cues.setup, *one.cues.form)]
    assert not any("3..." in cue or "Great" in cue for cue in said)


@pytest.mark.parametrize(
    "gap", ["[Gap: 20 seconds]", "(pause 20 s)", "[20 second pause]", '<break time="20s"/>', "[WAIT 0:20]"]
)
def test_gaps_are_written_in_many_ways(gap: str) -> None:
    written = read(f"First exercise: squats.\n{gap}\nNext exercise: lunges.\n{gap}\n")
    assert [(one.name, one.seconds) for one in exercises(written)] == [("squats", (20, 20)), ("lunges", (20, 20))]


def test_a_pause_of_a_moment_isnt_worked_in() -> None:
    written = read("First exercise: plank. Breathe. (pause 2 s) Ready?\n[Gap: 30 s]\nNext: squats.\n[Gap: 30 s]\n")
    assert [one.seconds for one in exercises(written)] == [(30, 30), (30, 30)]


def test_where_nobody_says_that_it_is_a_name_a_short_sentence_is() -> None:
    written = read("Jumping jacks.\n[Gap: 30 s]\nHigh knees. Land softly.\n[Gap: 30 s]\n")
    assert [one.name for one in exercises(written)] == ["Jumping jacks", "High knees"]


@pytest.mark.parametrize(
    "text", ["Squats 3x10 (2 s pause)\nLunges 3x8 (1 s pause)", "Squats 3x10\n[Rest: 30 s]\n[Rest: 30 s]"]
)
def test_a_pause_within_a_prescription_is_no_gap(text: str) -> None:
    assert not isinstance(read_document(text.encode(), "plan.txt"), Written)


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        ("Next exercise: hip circles.", "hip circles"),
        ("Our last one is the plank.", "plank"),
        ("First up, star jumps!", "star jumps"),
        ("Exercise 3 - Wall sit.", "Wall sit"),
        ("Moving on to the side plank.", "side plank"),
        ("Next: 90-90.", "90-90"),
    ],
)
def test_names_are_introduced_in_many_ways(sentence: str, name: str) -> None:
    text = f"Next exercise: squats.\n[Gap: 30 s]\n{sentence} Keep going.\n[Gap: 30 s]\n"
    assert [one.name for one in exercises(read(text))] == ["squats", name]


def test_an_order_that_begins_with_first_is_no_name() -> None:
    text = (
        "Next exercise: bridge. First, lie on your back. Next, bend your knees.\n[Gap: 30 s]\nNext: squats.\n[Gap: 9 s]"
    )
    bridge, _ = exercises(read(text))
    assert bridge.cues.setup == ("First, lie on your back.", "Next, bend your knees.")


def test_breaks_right_behind_each_other_are_one_gap() -> None:
    script = (
        "<speak>\nOur first stretch is the wall lean.\n"
        'Lean in. Hold that.<break time="10s"/><break time="10s"/>\n'
        'Now the other side.<break time="10s"/><break time="10s"/>\n'
        'The second stretch that we have is the sphinx.\nLift up.<break time="3s"/><break time="4s"/>\n</speak>'
    )
    assert [(one.name, one.seconds, one.sides) for one in exercises(read(script))] == [
        ("wall lean", (20, 20), Sides.EACH),
        ("sphinx", (7, 7), None),
    ]


@pytest.mark.parametrize(
    "begun",
    [
        "Hello, and welcome. We've got four gentle stretches to cover.\n",
        "Take a comfortable seat. Close your eyes. [pause 10 s]\n",
        "Let's begin.\n",
    ],
)
def test_what_is_said_before_the_first_exercise_is_none(begun: str) -> None:
    script = f"{begun}Sphinx. Lift up. [pause 20 s]\nWe'll continue with the seated twist. Turn. [pause 30 s]\n"
    assert [one.name for one in exercises(read(script))] == ["Sphinx", "seated twist"]


def test_what_nobody_names_is_called_by_what_is_done() -> None:
    written = read(
        "Desk script\n\nSit tall.\n[Pause 5 seconds]\nDrop your left ear to your left shoulder.\n[Pause 20 seconds]\n"
        "Come back to the middle, and now the right side.\n[Pause 20 seconds]\nRoll both shoulders back ten times.\n"
        "[Pause 15 seconds]\nTurn your head to the left, as far as is easy.\n[Pause 20 seconds]\nAnd the right.\n"
        "[Pause 20 seconds]\n"
    )
    assert written.title == "Desk script"
    found = [(one.name, one.seconds, one.sides) for one in exercises(written)]
    assert found == [
        ("Drop your left ear to your left shoulder", (20, 20), Sides.EACH),
        ("Roll both shoulders back", (15, 15), None),
        ("Turn your head to the left", (20, 20), Sides.EACH),
    ]


LEADS = (
    *("We're going to start with {x} for {t}.", "Moving on to {x}, {t}.", "And finish in {x} for {t}."),
    *("Next is {x} for {t}.", "Finally, {x}, for {t}.", "We'll end with {x} for {t}."),
)


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("name", ["child's pose", "a low lunge", "cat-cow"])
def test_an_amount_that_is_said_is_it_and_not_the_silence_behind_it(lead: str, name: str) -> None:
    text = (
        "Hi everyone and welcome back.\nFirst up, marching on the spot for one minute.\n[Pause 70 seconds]\n"
        f"{lead.format(x=name, t='thirty seconds')}\n[Pause 40 seconds]\nGreat job.\nThen squats, ten reps.\n"
        "[Pause 25 seconds]\nWell done, see you next time.\n"
    )
    found = [(one["name"].lower(), one["seconds"], one["reps"]) for one in exercises_in(text)]
    assert found == [
        ("marching on the spot", [60, 60], None),
        (name.removeprefix("a "), [30, 30], None),
        ("squats", None, [10, 10]),
    ]
