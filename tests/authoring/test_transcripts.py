"""Sessions that somebody speaks: captions of films, calls, memos, scripts to be read aloud."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.importing import imported
from voicecoach.authoring.reading.captions import are_captions, without_frames
from voicecoach.authoring.rules.spoken_texts.announced import called_in
from voicecoach.authoring.rules.spoken_texts.said_cues import cues_said
from voicecoach.authoring.rules.spoken_texts.transcripts import transcript
from voicecoach.authoring.rules.spoken_texts.utterances import utterances_in, without_counting
from voicecoach.authoring.written import WrittenCues, WrittenExercise, WrittenSection
from voicecoach.definitions.model import Sides
from voicecoach.definitions.session import SectionKind

SAID = (
    "hello everybody and welcome to my kitchen",
    "okay let's start with wall sits so slide down the wall",
    "and hold it there for forty seconds breathe",
    "ten more seconds and up you come lovely",
    "next we have calf raises heels up and heels down",
    "we're going to do fifteen of those nice and tall",
    "twelve thirteen fourteen fifteen and shake it out",
    "now we're going into side lunges step out wide",
    "eight on the right and push back to the middle",
    "and eight on the left there you go",
    "the last one is the bird dog on your hands and knees",
    "opposite arm and leg six on each side",
    "two sets of that with a thirty second rest okay",
    "that's you done have a drink and see you next week",
)
WANTED = [
    ("Wall sits", 1, None, (40, 40), None, None),
    ("Calf raises", 1, (15, 15), None, None, None),
    ("Side lunges", 1, (8, 8), None, Sides.EACH, None),
    ("Bird dog", 2, (6, 6), None, Sides.EACH, 30),
]


def sections(text: str, name: str = "session.txt") -> tuple[WrittenSection, ...]:
    return imported(text.encode(), name).written.sections


def exercises(text: str, name: str = "session.txt") -> list[WrittenExercise]:
    return [one for section in sections(text, name) for one in section.exercises]


def facts(found: list[WrittenExercise]) -> list[tuple[object, ...]]:
    return [(one.name, one.sets, one.reps, one.seconds, one.sides, one.rest_s) for one in found]


def stamp(at: int) -> str:
    return f"{at * 11 // 60}:{at * 11 % 60:02}"


def frame(at: int) -> str:
    return f"00:0{at * 11 // 60}:{at * 11 % 60:02}"


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(SAID),
        "\n".join(f"{stamp(at)} {line}" for at, line in enumerate(SAID)),
        "\n".join(f"{stamp(at)}\n{line}" for at, line in enumerate(SAID)),
        "\n".join(f"[{frame(at)}.000 --> {frame(at + 1)}.000]  {line}" for at, line in enumerate(SAID)),
        "\n\n".join(f"{at + 1}\n{frame(at)},000 --> {frame(at + 1)},000\n{line}" for at, line in enumerate(SAID)),
        "WEBVTT\n\n" + "\n\n".join(f"{frame(at)}.000 --> {frame(at + 1)}.000\n{x}" for at, x in enumerate(SAID)),
    ],
    ids=["lines", "stamps before", "stamps above", "frames in brackets", "SubRip", "WebVTT"],
)
def test_the_same_is_heard_however_it_was_written_down(text: str) -> None:
    assert facts(exercises(text)) == WANTED


def test_a_run_of_words_without_a_stop_has_the_same_exercises() -> None:
    assert [one.name for one in exercises(" ".join(SAID))] == [name for name, *_ in WANTED]


def test_cues_are_what_is_told_of_each() -> None:
    found = exercises("\n".join(SAID))
    assert found[0].cues == WrittenCues()
    assert found[1].cues == WrittenCues(form=("Heels up.",))


@pytest.mark.parametrize(
    ("text", "cues"),
    [
        ("air squats chest up butt back", ["chest up butt back"]),
        (
            "Drop the shoulders. I had soup. Ten seconds left! Keep the ribs down.",
            ["Drop the shoulders.", "Keep the ribs down."],
        ),
        ("air squats you get your minute grab some water round two same six moves", []),
        ("get those hands under", []),
        ("okay air squats are next you guys", []),
        ("Five more, come on, five four three two one. Keep going!", []),
    ],
)
def test_only_how_it_is_done_is_said_again(text: str, cues: list[str]) -> None:
    assert cues_said(text, "air squats") == cues


CALL = """Rae (physio): Hello, can you hear me? Lovely, let's get going then.
Joe: I can. I did twenty squats this morning, and thirty lunges.
Rae (physio): Okay. First is the heel raise. Hold on to the chair, up and down. Fifteen of those.
Joe: What about press-ups, ten of them?
Rae (physio): Not today. Next we have bridges, feet flat, hips up. Two sets of ten, please.
Joe: Twelve was easy.
Rae (physio): Ten is fine, and then we'll do a calf stretch against the wall. Hold it for thirty seconds.
Joe: Right.
Rae (physio): And then the other leg, thirty seconds again. We'll talk next week, okay? You do that once a day.
Joe: See you.
Rae (physio): Lovely, and ring me if the knee is hot or if it swells, or if it wakes you up in the night, please do.
Rae (physio): I've got you down for the same time on Tuesday, and bring the shoes you walk in, so that I can see them.
"""


def test_only_what_the_coach_says_counts() -> None:
    found = facts(exercises(CALL))
    assert [(name, sets, reps, seconds) for name, sets, reps, seconds, *_ in found] == [
        ("Heel raise", 1, (15, 15), None),
        ("Bridges", 2, (10, 10), None),
        ("Calf stretch", 1, None, (30, 30)),
    ]


CLOCK = (
    "what's up everybody welcome back",
    "we're doing forty on twenty off four moves",
    "and we go through the whole thing three times",
    "first up is squat jumps ready and go",
    "halfway there come on",
    "and rest twenty seconds",
    "next up plank shoulder taps hips still",
    "ten seconds left don't stop",
    "okay rest and shake it out",
    "next we have reverse lunges chest up",
    "good good keep going",
    "and rest last one is mountain climbers",
    "drive the knees in as fast as you can",
    "that's round one have a drink here we go again",
    "squat jumps let's go",
    "and that's it thank you guys for training with me today",
    "let me know in the comments how many you got and I'll see you on friday bye",
    "if you're new here hit that button and go and have a look at the other ones okay",
)


def test_what_goes_by_the_clock_has_the_times_of_all() -> None:
    (section,) = sections("\n".join(f"{stamp(at)} {line}" for at, line in enumerate(CLOCK)))
    assert section.kind is SectionKind.INTERVALS
    assert (section.work_s, section.rest_s, section.rounds) == (40, 20, 3)
    names = ["Squat jumps", "Plank shoulder taps", "Reverse lunges", "Mountain climbers"]
    assert [one.name for one in section.exercises] == names


SCRIPT = """Good evening. Let's make a start, and let's go slowly.
We begin with a neck tilt. Ear to the shoulder, and hold it for twenty seconds.
{pause}
Now the other side, twenty seconds as well.
{pause}
Next are shoulder shrugs. Up, and drop. Let's do ten of those.
{pause}
We'll finish with a chest stretch. Hands behind you, and hold for thirty seconds. Let the breath come and go as it
likes, we're going to stay here until I tell you, and there's nothing at all to do in the meantime but to let the ribs
move. I'd like you to look straight ahead, and if your eyes want to close, then let them. Okay.
{pause}
Lovely. I'll see you tomorrow at the same time, and thank you for being here with me. We'll do the legs then, so bring
a chair and a towel, and something to drink for afterwards, and wear what you can move in.
"""


@pytest.mark.parametrize("pause", ["(PAUSE 20)", '<break time="20s"/>', "[pause: 20 seconds]"])
def test_a_script_that_says_its_amounts_is_read_by_them_and_not_by_its_silences(pause: str) -> None:
    found = facts(exercises(SCRIPT.format(pause=pause)))
    assert [(name, reps, seconds) for name, _, reps, seconds, *_ in found] == [
        ("Neck tilt", None, (20, 20)),
        ("Shoulder shrugs", (10, 10), None),
        ("Chest stretch", None, (30, 30)),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Next up, dead bugs.", ["dead bugs"]),
        ("and let's go into walking lunges", ["walking lunges"]),
        ("So that's the side plank.", ["side plank"]),
        ("In yin we call this one caterpillar.", ["caterpillar"]),
        ("This is called eversion, and I want three sets of it.", ["eversion"]),
        ("Shoulder rolls, ten of them, backwards.", ["Shoulder rolls"]),
        ("the one you all moan about: burpees.", ["burpees"]),
        ("first thing is the rower", ["rower"]),
        ("it's a hinge not a squat", []),
        ("good morning everybody", []),
        ("don't skip the plank", []),
        ("if it hurts do a figure four instead", []),
        ("roll over and take a breath", []),
    ],
)
def test_what_is_called_and_what_is_only_named(text: str, names: list[str]) -> None:
    assert [one.name for one in called_in(text)] == names


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("three four five and up", "and up"),
        ("five four three two one rest", "rest"),
        ("ten seconds left keep going", "keep going"),
        ("we're going round three times", "we're going round three times"),
        ("ten on the right", "ten on the right"),
        ("that's round two", "that's"),
    ],
)
def test_counting_along_says_nothing(text: str, left: str) -> None:
    assert without_counting(text) == left


@pytest.mark.parametrize("said", ["next up walking lunges", "and now ten squats", "don't skip the plank"])
def test_what_was_said_long_before_changes_nothing_of_what_is_called(said: str) -> None:
    before = "and on we go and on " * 500
    short, long = called_in(f"{before[:300]}{said}"), called_in(f"{before}{said}")
    assert [one.name for one in long] == [one.name for one in short]
    assert [one.start - len(before) for one in long] == [one.start - 300 for one in short]


def test_a_film_of_a_minute_is_read_by_what_is_said_in_it() -> None:
    frames = ["Hello again.", "First up, wall sits.", "Hold it for forty seconds. Keep the back flat.", "That's all."]
    text = "\n\n".join(f"{at + 1}\n{frame(at)},000 --> {frame(at + 1)},000\n{x}" for at, x in enumerate(frames))
    assert facts(exercises(text, "film.srt")) == [("Wall sits", 1, None, (40, 40), None, None)]


def test_notes_with_times_are_no_transcript() -> None:
    notes = [f"{at}:00 Squats 3 x 10, rest 60 s" for at in range(1, 12)]
    assert utterances_in([Block(BlockKind.PARAGRAPH, one, at) for at, one in enumerate(notes, start=1)]) == []


def test_lines_of_the_text_are_those_of_the_file() -> None:
    text = "\n".join(f"{stamp(at)}\n{line}" for at, line in enumerate(SAID))
    assert exercises(text)[1].line == 10


def test_captions_keep_the_lines_of_their_file_and_lose_their_marks() -> None:
    text = "WEBVTT\nKind: captions\n\n1\n00:01.000 --> 00:02.000\n<v Ann>Hello <c.loud>there</c>\n\n"
    text += "2\n00:03.000 --> 00:04.000\nOn we go\n\n3\n01:05:06.000 --> 01:05:07.000 align:start\nDone\n"
    assert are_captions(text)
    lines = without_frames(text).split("\n")
    assert [(at, line) for at, line in enumerate(lines, start=1) if line] == [
        (6, "0:01 Ann: Hello there"),
        (10, "0:03 On we go"),
        (14, "65:06 Done"),
    ]


@given(st.lists(st.sampled_from(SAID + CLOCK), min_size=1, max_size=60))
def test_whatever_is_said_in_whatever_order_has_names_that_were_said(lines: list[str]) -> None:
    blocks = [Block(BlockKind.PARAGRAPH, f"{stamp(at)} {line}", at + 1) for at, line in enumerate(lines)]
    draft = transcript(blocks)
    said = " ".join(lines).lower()
    for section in draft.sections if draft else []:
        for one in section.exercises:
            assert one.name.lower() in said
            assert 1 <= one.line <= len(lines)


TWO = """\
Video transcription

Hello, I'm Ruth and I'm going to show you two things today that help you out of a low chair. They are good for the
legs, and they need no room at all. We're going to start with the first one, which is a squat. It helps if you
have a chair to hold on to, so that nothing can happen. Let the hips go back, and push the floor away with your
feet. You can breathe as you like, as long as you go on breathing, and you should feel it at the front of your
legs. The second move is a lunge. Start with both feet side by side, and step back as far as is comfortable, and
come up again. Take your time with both of them. You want to stay tall, and we'll see you next week, when we do
something for the arms.
"""
ONE = """\
Video transcription

So we got this question about stiff hips, and we're going to show you one thing that helps. You don't need a gym
for it, and you don't need weights. It's the one that we give to nearly everybody who sits a lot, and people like
it because it doesn't take long. I'm going to stand next to the worktop, so that I've got something to hold on to.
So the exercise is known as the split squat. One foot is in front, the other one is behind you, and you go down
slowly. When you feel that you are down enough, come up. Your hands are there just in case. Do 10 of these with
your left leg forward and then switch and do 10 of these with your right leg forward. It's an excellent one for
the legs, and we'll put a link to the others below.
"""


def test_a_transcript_is_read_though_it_calls_only_one_exercise_or_says_no_amount_of_several() -> None:
    first, second = exercises_said(TWO), exercises_said(ONE)
    assert [(one.name, one.reps, one.seconds) for one in first] == [("Squat", None, None), ("Lunge", None, None)]
    assert [(one.name, one.reps, one.sides) for one in second] == [("Split squat", (10, 10), Sides.EACH)]


def exercises_said(text: str) -> list[WrittenExercise]:
    told = "\n\n".join(" ".join(one.split()) for one in text.split("\n\n"))
    return [one for section in imported(told.encode(), "film.txt").written.sections for one in section.exercises]
