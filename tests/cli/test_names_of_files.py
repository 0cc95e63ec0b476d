"""The name of a file that `make` writes without `-o`."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from tests.definitions.files import write
from voicecoach.cli.make import default_stem
from voicecoach.cli.opening import loaded_session
from voicecoach.cli.options import Given
from voicecoach.outputs.names import MAX_STEM_BYTES

WEEK_1 = "glutes-for-runners-week-1"
OTHERS: dict[str, tuple[Any, ...]] = {
    "week": ("2", "3"),
    "without": (["band"], ["step"], ["band", "step"]),
    "with_": (["backpack"], ["chair"]),
    "variation": (["step-up=running-pose"], ["lunge=rotation"], ["lunge=backpack"], ["squat=backpack"]),
    "minutes": ("15", "20"),
    "only": (["squat"], ["lunge"]),
    "sets": ("1", "2"),
    "reps": ("8", "8-10"),
    "hold": ("40", "0:45"),
    "rest": ("45", "1:30"),
    "tempo": ("3-1-1-0", "3-0-1-0"),
    "lead_in": ("5", "12"),
    "detail": ("brief", "counts", "tones"),
    "intro": ("short", "none"),
    "count_aloud": (True, False),
    "client": ("Sam", "Zoë"),
    "phrases": ("words.yaml", "others.yaml"),
    "voice": ("en-gb", "en-us"),
    "engine": ("pyttsx3", "other"),
    "rate": ("0.9", "1.1"),
    "seed": ("1", "7", "-7"),
    "tones": ("my-tones", "others"),
    "music": ("my-music", "running"),
    "music_level": ("3", "-3"),
    "room_tone": ("-60", "off"),
    "bitrate": ("96", "128"),
}
"""Values of options with which a session sounds different."""
CHANGED: list[dict[str, Any]] = [{name: value} for name, values in OTHERS.items() for value in values]


@pytest.fixture(autouse=True)
def words(tmp_path: Path) -> None:
    for name in ("words.yaml", "others.yaml"):
        write(tmp_path, "rest: [Breathe.]\n", name)


def stem(**typed: object) -> str:
    given = Given(typed)
    return default_stem(loaded_session("glutes-for-runners", given)[0], given)


def test_the_name_is_that_of_the_session_and_its_week_if_there_is_more_than_one(tmp_path: Path) -> None:
    assert stem() == WEEK_1
    write(tmp_path, "title: Mine\nweeks: 1\nsections: [{exercises: [{exercise: squat, prescription: 3x8}]}]\n")
    given = Given({})
    assert default_stem(loaded_session("mine.yaml", given)[0], given) == "mine"


def test_a_name_says_how_long_it_is_and_how_much_is_said() -> None:
    assert stem(minutes="20", detail="brief") == f"{WEEK_1}-20-min-brief"


@pytest.mark.parametrize("typed", CHANGED, ids=str)
def test_whatever_makes_it_sound_different_gives_another_name(typed: dict[str, Any]) -> None:
    assert stem(**typed) != WEEK_1


def test_no_two_of_them_have_the_same_name() -> None:
    names = [stem(**one) for one in CHANGED]
    assert [pair for pair in combinations(names, 2) if len(set(pair)) == 1] == []


def test_names_that_are_too_long_to_say_all_are_told_apart() -> None:
    many = {"client": "x" * 90, "rest": "45", "reps": "8", "sets": "2"}
    one, other = (stem(**many, seed=seed) for seed in ("1", "2"))
    assert one != other
    assert max(len(one), len(other)) <= MAX_STEM_BYTES


def test_names_of_two_options_have_both() -> None:
    four: list[dict[str, Any]] = [{"rest": "45"}, {"seed": "7"}, {"minutes": "20"}, {"without": ["band"]}]
    for one, other in combinations(four, 2):
        assert stem(**one, **other) not in {WEEK_1, stem(**one), stem(**other)}
