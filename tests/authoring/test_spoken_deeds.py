"""What somebody who speaks tells to do without calling it: it is called by what is done."""

from __future__ import annotations

import pytest

from tests.authoring.listed import exercises_in
from voicecoach.authoring.reading.clauses import with_clauses_joined
from voicecoach.authoring.rules.told_alone import deed_said

CHAIR = """\
Alright everybody, welcome back. Sit near the front of your seat. We're going to begin with the shoulders. Lift your
shoulders up to your ears and drop them down. Do that eight times for me. Five, six, seven, eight. Lovely. Now circle
your wrists outwards, another eight times. Good. Next we'll see to the neck. Tilt your left ear to your left shoulder
and hold it there for fifteen seconds. And the other side. Fifteen seconds again. Beautiful. Now straighten your left
leg out in front of you. Hold for twenty seconds, and change legs. Ten more seconds. And rest. Well done everybody.
"""
FLOOR = """\
Hello and welcome to the mat. Lie down and bend your knees. Let's begin by rolling your knees from side to side. Keep
going for forty seconds. Good. Now press your low back into the floor, hold for four seconds and let go. We'll do eight
of those. Lovely. Now we're going to lift into a bridge. Twelve of these. Six more. And the last one. Come up on to all
fours for cat cow, ten slow ones. And sit back into child's pose for a minute. Okay, that's us. See you next week.
"""
CLAUSES = """\
So let's wake up the shoulders,
Nice and easy.
Sit up tall,
Feet on the floor.
Lift both shoulders up to your ears,
And let them drop.
Do that eight times.
Two,
Three,
Four,
Five.
Lovely.
Now turn your head to the right,
Hold it there for ten seconds,
And then to the left.
Good.
Next,
Lace your fingers and press your palms away from you,
Hold for fifteen seconds.
And release.
Well done,
See you tomorrow.
"""


def _told(text: str) -> list[tuple[str, object]]:
    return [(one["name"].lower(), one["reps"] or one["seconds"]) for one in exercises_in(text)]


def test_what_is_told_in_a_class_is_called_by_what_is_done() -> None:
    assert _told(CHAIR) == [
        ("lift your shoulders up to your ears", [8, 8]),
        ("circle your wrists outwards", [8, 8]),
        ("tilt your left ear to your left shoulder", [15, 15]),
        ("straighten your left leg out in front of you", [20, 20]),
    ]
    assert [one["sides"] for one in exercises_in(CHAIR)[2:]] == ["each", "each"]


def test_names_and_deeds_stand_in_one_class() -> None:
    assert _told(FLOOR) == [
        ("roll your knees from side to side", [40, 40]),
        ("press your low back into the floor", [8, 8]),
        ("bridge", [12, 12]),
        ("cat cow", [10, 10]),
        ("child's pose", [60, 60]),
    ]


def test_clauses_on_lines_of_their_own_are_sentences() -> None:
    joined = [one for one in with_clauses_joined(CLAUSES.splitlines()) if one]
    assert "Now turn your head to the right, hold it there for ten seconds, and then to the left." in joined
    assert not any("Three" in one for one in joined)
    assert [amount for _, amount in _told(CLAUSES)] == [[8, 8], [10, 10], [15, 15]]


@pytest.mark.parametrize(
    "text",
    [
        "Squats,\nLunges,\nPlank,\nDips,\n" * 4,
        "3 rounds,\n10 squats,\n10 lunges,\n" * 6,
        "\n".join(f"Squats {at}x10, rest {at}0 s" for at in range(2, 20)),
    ],
)
def test_lists_with_commas_are_no_clauses(text: str) -> None:
    lines = text.splitlines()
    assert with_clauses_joined(lines) == lines or all(one.count(",") > 2 for one in with_clauses_joined(lines) if one)


@pytest.mark.parametrize(
    ("said", "deed"),
    [
        (["we're going to start by rolling your shoulders back"], "Roll your shoulders back"),
        (["Okay so just circling your ankles"], "Circle your ankles"),
        (["Sit tall.", "Lift your shoulders to your ears and drop them."], "Lift your shoulders to your ears"),
        (["Lovely.", "Have some water."], ""),
    ],
)
def test_what_is_told_to_do_is_found_in_speech(said: list[str], deed: str) -> None:
    assert deed_said(said) == deed


@pytest.mark.parametrize(
    "text",
    [
        "okay guys let's go, alright: 10 squats, 10 lunges, 30 s plank. Keep your chest up. Okay? Well done!",
        "Let's do 3 sets of 12 curls. Squeeze your arms at the top. Then 3 sets of 10 rows. Pull your elbows back.",
    ],
)
def test_cues_of_named_exercises_are_no_exercises(text: str) -> None:
    assert not any("your" in name for name, _ in _told(text))
