"""How a kind of section is said, in every place where it can stand above its exercises or before them."""

from __future__ import annotations

from typing import Any

import pytest

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported

EMOM = [
    "EMOM 12",
    "12 min EMOM",
    "12-minute EMOM:",
    "EMOM (12 min)",
    "12' EMOM",
    "On the minute for 12 minutes",
    "Every minute on the minute for 12 minutes:",
]
AMRAP = [
    "AMRAP 12",
    "AMRAP12",
    "12-minute AMRAP:",
    "AMRAP (12:00)",
    "In 12 minutes, as many rounds as possible of:",
    "As many rounds as you can in 12 minutes",
    "Set a timer for 12 minutes and do as many rounds as you can:",
]
FOR_TIME = ["5 rounds for time of:", "For time: 5 rounds", "5 RFT", "For time (5 rounds)", "Complete 5 rounds for time"]
CIRCUIT = [
    "5 rounds of:",
    "Repeat 5 times",
    "Circuit x 5",
    "5x through",
    "Perform the circuit 5 times",
    "Go through the circuit five times.",
]
INTERVALS = [
    "40 s on / 20 s off, 5 rounds",
    "5 rounds, 40 s work, 20 s rest",
    "40/20 x 5 rounds",
    "40 seconds work, 20 seconds rest. 5 rounds.",
    "5 rounds of 40 s each with 20 s rest",
]
SAID = [
    *((said, "emom", ("minutes", 12)) for said in EMOM),
    *((said, "amrap", ("minutes", 12)) for said in AMRAP),
    *((said, "for-time", ("rounds", 5)) for said in FOR_TIME),
    *((said, "circuit", ("rounds", 5)) for said in CIRCUIT),
    *((said, "intervals", ("work_s", 40)) for said in INTERVALS),
]
PLACES = {
    "right above": "{said}\n{lines}\n",
    "apart": "{said}\n\n{lines}\n",
    "as a heading": "# Session\n\n## {said}\n\n{items}\n",
    "in bold": "# Session\n\n**{said}**\n\n{items}\n",
    "below a title": "Tuesday\n\n{said}\n{items}\n",
    "behind strength": "Strength\n\nBack squat 5x5\n\nMetcon\n\n{said}\n{items}\n",
    "between legs": "Warm-up\n\n5 min easy jog\n\nWorkout\n\n{said}\n{items}\n\nCool-down\n\n5 min walk\n",
    "on one line": "Tuesday WOD\n\n{label}: {listed}\n",
}
NAMES = ["burpees", "squats", "press-ups"]


def _section(text: str) -> dict[str, Any]:
    found: dict[str, list[dict[str, Any]]] = as_json(
        imported(text.encode(), "a.md" if text.startswith("#") else "a.txt").written
    )
    (section,) = (one for one in found["sections"] if len(one["exercises"]) == len(NAMES))
    return section


@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
@pytest.mark.parametrize(("said", "kind", "amount"), SAID)
def test_the_kind_of_a_section_and_its_size(said: str, kind: str, amount: tuple[str, int], place: str) -> None:
    exercises = NAMES if kind == "intervals" else [f"{10 + at} {name}" for at, name in enumerate(NAMES)]
    filled = {
        "lines": "\n".join(exercises),
        "items": "\n".join(f"- {one}" for one in exercises),
        "listed": ", ".join(exercises),
    }
    section = _section(place.format(said=said, label=said.rstrip(":."), **filled))
    assert (section["kind"], section[amount[0]]) == (kind, amount[1])
    assert [one["name"].lower() for one in section["exercises"]] == NAMES
    assert [one.get("reps") for one in section["exercises"]] == (
        [None] * 3 if kind == "intervals" else [[10, 10], [11, 11], [12, 12]]
    )


@pytest.mark.parametrize("said", ["21-15-9", "21-15-9 reps for time of:", "21, 15 and 9 reps of:", "For time: 21-15-9"])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_repetitions_that_become_fewer(said: str, place: str) -> None:
    filled = {"lines": "\n".join(NAMES), "items": "- " + "\n- ".join(NAMES), "listed": ", ".join(NAMES)}
    section = _section(place.format(said=said, label=said.rstrip(":."), **filled))
    assert (section["kind"], [one["each_set"] for one in section["exercises"]]) == ("for-time", [[21, 15, 9]] * 3)
