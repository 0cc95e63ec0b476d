"""One thing said in many ways, above, beside or below exercises: the lists of `phrases`, a line each."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported

PHRASES = Path(__file__).parent / "phrases"
NAMES = 3


class Place(NamedTuple):
    """Where the phrases of a list stand: `@` in a text of three exercises; `wanted` is what each of them has then."""

    phrases: str
    text: str
    wanted: dict[str, Any]


REPS = "10 Squats\n10 Press-ups\n10 Mountain climbers\n"
IN_SETS = "Squats 3x10\nLunges 3x10\nCalf raises 3x10\n"
BELOW = "Squats\n@\n\nLunges\n@\n\nCalf raises\n@\n"
TOLD = (
    "Legs\n\nSquats\nSit back and down. @\n\nLunges\nTake a long step. @\n\nCalf raises\nStand tall. @\n",
    "Legs\n\nSquats\n@ Keep your chest up.\n\nLunges\n@ Step far.\n\nCalf raises\n@ Go slowly.\n",
    "Legs\n\n1. Squats: Sit back and down. @\n2. Lunges: Take a long step. @\n3. Calf raises: Stand tall. @\n",
    "Legs\n\nSquats\n- Sit back\n- @\n\nLunges\n- Take a long step\n- @\n\nCalf raises\n- Stand tall\n- @\n",
)
"""Sentences on how each is done, and how much."""
IN_SETS_OF_10 = {"sets": 3, "reps": [10, 10]}
RESTED = {**IN_SETS_OF_10, "rest_s": 60}
AROUND = {**IN_SETS_OF_10, "round_rest_s": 60}
HELD = {"sets": 3, "reps": None, "seconds": [30, 30]}
PLACES = (
    Place(
        "work-and-rest",
        "Circuit\n\n@\n\n1. Squats\n2. Press-ups\n3. Mountain climbers\n",
        {"seconds": [40, 40], "rest_s": 20},
    ),
    *(
        Place("hold-and-rest", text, {"seconds": [40, 40], "rest_s": 20})
        for text in (
            "Slow evening\n\n@\n\n1. Butterfly\n2. Sphinx pose\n3. Child's pose\n",
            "Slow evening\n\nA quiet end of the day. @ Take your time.\n\n- Butterfly\n- Sphinx pose\n- Child's pose\n",
            "Slow evening\n\nButterfly\nSphinx pose\nChild's pose\n\n@\n",
            "Slow evening\n\n@\n\nButterfly\nSit tall.\n\nSphinx pose\nLie prone.\n\nChild's pose\nKneel.\n",
        )
    ),
    *(
        Place("holds-alone", text, {"seconds": [40, 40], "rest_s": 20})
        for text in (
            "Slow evening\n\n@\n\n- Butterfly\n- Sphinx pose\n- Child's pose\n",
            "Slow evening\n@\nButterfly\nSphinx pose\nChild's pose\n",
            "Slow evening\n\nHow\n- @\n- Breathe slowly\n\nPoses\n1. Butterfly\n2. Sphinx pose\n3. Child's pose\n",
        )
    ),
    Place("sets-of-repetitions", "Legs\n\nSquats: @\nLunges: @\nCalf raises: @\n", IN_SETS_OF_10 | {"seconds": None}),
    Place("sets-of-repetitions", f"Legs\n\n{BELOW}", IN_SETS_OF_10 | {"seconds": None}),
    Place("sets-of-seconds", "Core\n\n1. Plank - @\n2. Hollow hold - @\n3. Wall sit - @\n", HELD),
    Place("sets-of-seconds", "Core\n\nPlank\n@\n\nHollow hold\n@\n\nWall sit\n@\n", HELD),
    Place("rounds", f"Circuit\n\n@\n\n{REPS}", IN_SETS_OF_10),
    Place("rounds", f"Circuit\n\n{REPS}\n@\n", IN_SETS_OF_10),
    Place("rest-between-rounds", f"Circuit\n\n@\n\n{REPS}", AROUND),
    Place("rest-between-rounds", f"Circuit\n\n{REPS}\n@\n", AROUND),
    Place(
        "each-side",
        "Legs\n\n1. Lunges: @\n2. Clamshells: @\n3. Leg lifts: @\n",
        {"reps": [10, 10], "sides": "each"},
    ),
    Place(
        "alternating",
        "Legs\n\n1. Lunges: @\n2. Heel touches: @\n3. Mountain climbers: @\n",
        {"reps": [20, 20], "sides": "alternating"},
    ),
    *(Place("told-sets", text, IN_SETS_OF_10) for text in TOLD),
    Place("rest-of-one", "Legs\n\n1. Squats: @\n2. Lunges: @\n3. Calf raises: @\n", RESTED),
    Place("rest-of-one", f"Legs\n\n{BELOW}", RESTED),
    Place("rest-of-all", f"Legs\n\n@\n\n{IN_SETS}", RESTED),
    Place("rest-of-all", f"Legs\n\n{IN_SETS}\n@\n", RESTED),
    Place("sets-of-all", "Legs\n\n@\n\nSquats\nLunges\nCalf raises\n", IN_SETS_OF_10),
    Place("times-of-all", "Legs\n\n@\n\n1. Squats\n2. Lunges\n3. Calf raises\n", {"seconds": [30, 30], "reps": None}),
    Place("times-of-all", "Legs\n\n- Squats\n- Lunges\n- Calf raises\n\n@\n", {"seconds": [30, 30], "reps": None}),
    Place("sets-of-all", "Legs\n\n- Squats\n- Lunges\n- Calf raises\n\n@\n", IN_SETS_OF_10),
)
OF_SECTION = {"sets": "rounds", "rest_s": "rest_s", "round_rest_s": "round_rest_s"}


def _texts() -> Iterator[tuple[str, dict[str, Any]]]:
    for place in PLACES:
        for phrase in (PHRASES / f"{place.phrases}.txt").read_text("utf-8").splitlines():
            yield place.text.replace("@", phrase), place.wanted


def _said(text: str, names: tuple[str, ...]) -> list[dict[str, Any]]:
    """What each exercise of a text has, or its section where it has none."""
    answer = as_json(imported(text.encode(), "plan.txt").written)
    found = list[dict[str, Any]]()
    for section in answer["sections"]:
        for one in section["exercises"]:
            whole = {name: section[OF_SECTION[name]] for name in names if name in OF_SECTION}
            found.append({name: whole.get(name) if one.get(name) is None else one[name] for name in names})
    return found


@pytest.mark.parametrize(("text", "wanted"), list(_texts()))
def test_it_is_understood_however_it_is_said(text: str, wanted: dict[str, Any]) -> None:
    assert _said(text, tuple(wanted)) == [wanted] * NAMES
