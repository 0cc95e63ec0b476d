"""An amount behind a title, or beside it, that holds for the names right below."""

from __future__ import annotations

import pytest

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported

TITLES = [
    "Working sets",
    "Main lifts",
    "Compounds",
    "Accessory work",
    "Isolation work",
    "Machines",
    "Barbell work",
    "Today",
]
AMOUNTS = [": 5x5", " - 5x5", " (5x5)", ": 3 sets of 10 reps", " 4 x 8, rest 60 s", ": 30 seconds each"]


def named(text: str) -> dict[str, bool]:
    """The exercises, and whether each has an amount."""
    answer = as_json(imported(text.encode(), "own.txt").written)
    made = [one for section in answer["sections"] for one in section["exercises"]]
    return {one["name"]: bool(one.get("reps") or one.get("seconds")) for one in made}


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("amount", AMOUNTS)
@pytest.mark.parametrize("mark", ["", "- "])
def test_it_holds_for_each_of_them(title: str, amount: str, mark: str) -> None:
    text = "\n".join([title + amount, f"{mark}Squat", f"{mark}Leg press", f"{mark}Row"])
    assert named(text) == {"Squat": True, "Leg press": True, "Row": True}


@pytest.mark.parametrize("name", ["Burpees", "Farmer's carry", "Bench", "OHP", "Bird dog", "Clean"])
@pytest.mark.parametrize("amount", [": 5x5", " 5x5"])
def test_what_is_done_keeps_its_own(name: str, amount: str) -> None:
    made = named(f"{name}{amount}\nSquat\nRow")
    assert list(made.values()) == [True, False, False]


@pytest.mark.parametrize(
    "head", ["As many reps as possible in 40 seconds, rest 20 seconds", "Work for 40 s, rest for 20 s"]
)
def test_a_head_that_goes_on_with_its_amount_is_no_title(head: str) -> None:
    (section,) = imported(f"{head}\n\n1. Squats\n2. Rows\n3. Dips\n".encode(), "a.txt").written.sections
    assert [one.seconds for one in section.exercises] == [(40, 40)] * 3
    assert (section.work_s, section.rest_s) == (40, 20)


def test_it_holds_for_no_other() -> None:
    text = "Gym\n\nWorking sets: 5x5\nSquat\nLeg press\n\nPlank\nHold for 60 seconds\n"
    answer = as_json(imported(text.encode(), "own.txt").written)
    made = [one for section in answer["sections"] for one in section["exercises"]]
    assert [(one["name"], one["sets"]) for one in made] == [("Squat", 5), ("Leg press", 5), ("Plank", 1)]


def test_a_side_that_one_of_them_names_stays_its_own() -> None:
    answer = as_json(
        imported(b"Stretch\n\nAll over - 20 s each\n- Calf stretch (each side)\n- Chest stretch\n", "own.txt").written
    )
    made = [one for section in answer["sections"] for one in section["exercises"]]
    assert [(one["seconds"], one["sides"]) for one in made] == [([20, 20], "each"), ([20, 20], None)]
