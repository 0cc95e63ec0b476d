"""What people may say when they ask for a session."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from voicecoach.authoring.picking.request import FOCUSES, FOR_RUNNERS, WHOLE_BODY, PickKind, Request
from voicecoach.authoring.picking.words import read_request
from voicecoach.definitions.groups import Difficulty, Family
from voicecoach.definitions.index import load_index
from voicecoach.errors import ChoiceError

PAGE = Path(__file__).parents[3] / "docs" / "library.md"
EASY, HARD = Difficulty.BEGINNER, Difficulty.ADVANCED


@pytest.mark.parametrize(
    ("text", "request_"),
    [
        ("20 minutes, legs and core, no equipment", Request(20, ("legs", "core"), bare=True)),
        ("a quick 15-minute core workout, please", Request(15, ("core",))),
        ("Twenty-five min. whole body", Request(25, WHOLE_BODY)),
        ("half an hour of upper body with bands", Request(30, ("upper body",), items=("band", "long-band"))),
        ("an hour and a half", Request(90)),
        ("1 h easy", Request(60, level=EASY)),
        ("12' tabata", Request(12, kind=PickKind.TABATA)),
        ("hard EMOM with a kettlebell", Request(items=("kettlebell",), level=HARD, kind=PickKind.EMOM)),
        ("band only, glutes", Request(focuses=("glutes",), items=("band",), only=True)),
        ("for runners, quiet", Request(focuses=FOR_RUNNERS, quiet=True)),
        ("legs without jumping", Request(focuses=("legs",), quiet=True)),
        ("whole body but no core", Request(focuses=WHOLE_BODY, apart=("core",))),
        ("no chair or table, arms", Request(focuses=("arms",), missing=("chair", "table"))),
        ("legs, without chair and step", Request(focuses=("legs",), missing=("chair", "step"))),
        ("no chair, table", Request(missing=("chair", "table"))),
        ("no chair/table + sofa, arms", Request(focuses=("arms",), missing=("chair", "table", "sofa"))),
        ("no chair and table, core and arms", Request(focuses=("core", "arms"), missing=("chair", "table"))),
        ("I have no chair, a table or the sofa", Request(missing=("chair", "table", "sofa"))),
        ("no chair, with a table", Request(items=("table",), missing=("chair",))),
        ("no chair, but a table", Request(items=("table",), missing=("chair",))),
        ("no chair, 20 minutes, band", Request(20, items=("band",), missing=("chair",))),
        ("no chair, band only", Request(items=("band",), missing=("chair",), only=True)),
        ("no equipment and core", Request(focuses=("core",), bare=True)),
        ("no equipment except a band", Request(items=("band",), only=True)),
        ("no kit for legs, except a band and a mat", Request(focuses=("legs",), items=("band", "mat"), only=True)),
        ("bodyweight except a chair", Request(items=("chair",), only=True)),
        ("no weights except a kettlebell", Request(items=("kettlebell",), missing=("dumbbells", "dumbbell"))),
        ("whole body except core", Request(focuses=WHOLE_BODY, apart=("core",))),
        ("whole body except core and chest", Request(focuses=WHOLE_BODY, apart=("core", "chest"))),
        ("everything but legs", Request(focuses=WHOLE_BODY, apart=("legs",))),
        ("whole body but the core and chest, easy", Request(focuses=WHOLE_BODY, apart=("core", "chest"), level=EASY)),
        ("whole body but quiet", Request(focuses=WHOLE_BODY, quiet=True)),
        ("no equipment but a band", Request(items=("band",), only=True)),
        ("no equipment, but legs", Request(focuses=("legs",), bare=True)),
        ("no jumps, legs and core", Request(focuses=("legs", "core"), quiet=True)),
        ("legs, no jumps and core", Request(focuses=("legs",), apart=("core",), quiet=True)),
        ("no core or arms, easy", Request(apart=("core", "arms"), level=EASY)),
        ("10 minutes of stretching", Request(10, kind=PickKind.STRETCHING)),
        ("1/2 hour legs", Request(30, ("legs",))),
        ("1½ hours", Request(90)),
        ("1 1/2 hours, arms", Request(90, ("arms",))),
        ("1:30 h", Request(90)),
        ("1h30", Request(90)),
        ("an hour and 15 minutes", Request(75)),
        ("20:00 core", Request(20, ("core",))),
        ("hour of everything", Request(60, WHOLE_BODY)),
        ("half hour - core", Request(30, ("core",))),
        ("20 minute run", Request(20, ("running",))),
        ("walk 30 minutes", Request(30, ("walking",))),
        ("run/walk, easy", Request(focuses=("running", "walking"), level=EASY)),
        ("legs for running", Request(focuses=FOR_RUNNERS)),
        ("core no jumps and running", Request(focuses=("core",), apart=("running",), quiet=True)),
        ("no running, core", Request(focuses=("core",), apart=("running",))),
        ("bodyweight circuit for beginners", Request(bare=True, level=EASY, kind=PickKind.CIRCUIT)),
    ],
)  # fmt: skip
def test_what_is_asked_for_is_understood(text: str, request_: Request) -> None:
    assert read_request(text, load_index()) == request_


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("20 minutes zumba", "'zumba' isn't understood."),
        ("20 minutes gluts", "Did you mean 'glutes'?"),
        ("20 legs", "20 of what?"),
        ("20 minutes, 30 minutes", "'30 minutes' contradicts"),
        ("easy and hard", "'hard' contradicts"),
        ("circuit emom", "'emom' contradicts"),
        ("no equipment, with a band", "'band' is both wanted and not"),
        ("core, no core", "'core' is both wanted and not"),
        ("not easy", "'no easy' leaves open"),
        ("running and core", "running and core are two sessions"),
        ("20 minuets legs", "20 of what? Did you mean 20 minutes?"),
        ("-20 minutes legs", "'-20' is less than nothing"),
        ("legs, minus 20 minutes", "'minus 20 minutes' leaves open"),
        ("1:30 legs", "1:30 is 1 minute and 30 seconds. Write whole minutes; for an hour and more, 90 minutes."),
        ("not whole body", "'no whole body' leaves open"),
        ("no core, arms", "is 'arms' wanted or not? Write 'with arms' or 'no arms'."),
        ("no core arms", "is 'arms' wanted or not?"),
        ("legs without jumps and kettlebell", "is 'kettlebell' wanted or not?"),
        ("legs without a kettlebell and jumps", "is 'jumps' wanted or not?"),
        ("only", "'only' what?"),
        ("3 minutes", "can't be picked"),
        ("5 hours", "can't be picked"),
        ("a workout, please", "says nothing to go by"),
    ],
)
def test_what_is_not_understood_is_refused_with_what_can_be_said(text: str, said: str) -> None:
    with pytest.raises(ChoiceError) as error:
        read_request(text, load_index())
    assert said in str(error.value)


def test_the_page_on_the_library_says_what_can_be_said() -> None:
    page = PAGE.read_text(encoding="utf-8")
    rows = page.partition("| What can be said |")[2].partition("A word that")[0]
    said = set(re.findall(r"`([^`\n]+)`", rows))
    assert said >= {*FOCUSES, *PickKind}
    assert set(re.findall(r"^\| `([a-z][\w-]*)` \|", page, re.MULTILINE)) == {*Family}
    for text in re.findall(r'--pick "([^"]+)"', page):
        assert read_request(text, load_index()) != Request()
