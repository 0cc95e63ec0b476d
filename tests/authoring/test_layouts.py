"""A session is read alike however its parts are laid out on the page."""

from __future__ import annotations

from random import Random

import pytest

from tests.authoring.layouts import drawn, written
from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported

LAYOUTS = 400


@pytest.mark.parametrize("seed", range(LAYOUTS))
def test_a_session_is_read_in_any_layout(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - a layout, and the same each time
    text, exercises = written(drawn(random), random)
    answer = as_json(imported(text.encode(), "plan.txt").written)
    found = [(section, one) for section in answer["sections"] for one in section["exercises"]]
    said = [
        {
            "name": one["name"].lower(),
            "sets": one["sets"],
            "reps": one["reps"],
            "seconds": one["seconds"],
            "sides": one["sides"],
            "rest_s": next((value["rest_s"] for value in (one, section, answer) if value["rest_s"] is not None), None),
        }
        for section, one in found
    ]
    assert said == [{"name": one.name.lower(), **one.wanted} for one in exercises], text
