"""The lengths of the built-in session, worked out from its YAML files alone."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import voicecoach.definitions
from tests.plan.laid import glutes_laid
from voicecoach.plan.choices import Choices, Detail

LIBRARY = Path(voicecoach.definitions.__file__).parent / "library"
CHANGE_S, OUTRO_S = 8, 4
PARTS = ("eccentric", "bottom", "concentric", "top")


def read(kind: str, name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((LIBRARY / kind / f"{name}.yaml").read_text("utf-8"))
    return found


def seconds(text: str) -> float:
    return float(text.removesuffix("s"))


def rep_seconds(exercise: dict[str, Any]) -> float:
    tempo = dict(zip(PARTS, map(float, exercise.get("tempo", "0-0-0-0").split("-")), strict=True))
    movement = sum(seconds(one["length"]) if "length" in one else tempo[one["tempo"]] for one in exercise["phases"])
    return movement * (2 if exercise["sides"] == "alternating" else 1)


def work_seconds(exercise: dict[str, Any], session: dict[str, Any], *, last_week: bool) -> float:
    text = session["prescription" if "phases" in exercise else "hold"]
    amounts = re.fullmatch(r"3x(.+) -> (.+) over 6 weeks", text)
    assert amounts
    high = re.findall(r"\d+", amounts[2 if last_week else 1])[-1]
    return int(high) * (rep_seconds(exercise) if "phases" in exercise else 1)


@pytest.mark.parametrize("last_week", [False, True])
@pytest.mark.parametrize("band", [False, True])
def test_the_total_is_what_the_files_say(*, last_week: bool, band: bool) -> None:
    session = read("sessions", "glutes-for-runners")
    names = ["wall-press" if name == "band-walk" and not band else name for name in session["sections"][0]["exercises"]]
    exercises = [read("exercises", name) for name in names]
    work = change = 0.0
    for exercise in exercises:
        sides = 2 if exercise["sides"] == "each" else 1
        work += 3 * sides * work_seconds(exercise, session, last_week=last_week)
        change += 3 * (sides - 1) * CHANGE_S
    rest = 2 * len(exercises) * seconds(session["rest"])
    first, *others = [seconds(exercise["get_ready"]) for exercise in exercises]
    before_others = [max(seconds(session["rest"]), ready) for ready in others]

    chosen = Choices(week=6 if last_week else 1, without=() if band else ("band",), detail=Detail.TONES)
    result = glutes_laid(chosen)
    assert result.timeline.duration == 1000 * (first + work + change + rest + sum(before_others) + OUTRO_S)
    spoken = glutes_laid(Choices(week=chosen.week, without=chosen.without))
    middle = spoken.steps("work", "hold", "change", "rest")
    assert sum(step.end - step.start for step in middle) == 1000 * (work + change + rest + 4 * seconds(session["rest"]))
