"""Whatever the text: never a traceback, and what is written is in order and invents no number."""

from __future__ import annotations

import json
import re
from pathlib import Path

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import Imported, imported
from voicecoach.definitions.load import load_session
from voicecoach.errors import DefinitionError

_NAMES = (
    "squats",
    "Push-ups",
    "plank",
    "hip lift",
    "wall press",
    "Calf stretch",
    "run",
    "walk",
    "burpees",
    "90-90 switch",
    "Dead bug (slow)",
    "{odd}: #name",
    "lunge",
)
_AMOUNTS = (
    "3x10",
    "10 reps",
    "30 s",
    "3 x 8-10 @ 60 kg",
    "2 sets to failure",
    "21-15-9",
    "400 m",
    "1:30",
    "12/side",
    "x 20 each leg",
    "max",
    "5-5-5",
    "10 x 5 s hold",
    "0 reps",
    "3x0",
    "99999 kg",
    "3x10 tempo 3-1-1-0",
    "@ RPE 8",
    "@ 0 kg",
    "0:00",
    "200 %",
    "1x1, 3x3",
)
_HEADS = (
    "Warm-up",
    "Circuit: 3 rounds",
    "EMOM 10",
    "AMRAP 12",
    "EMOM 7: every 90 s",
    "Tabata",
    "5 rounds for time",
    "Day 1",
    "Week 2",
    "Superset A",
    "E2MOM 9",
    "40/20 x 3",
    "Rest 60 s between sets",
    "Repeat 3 times",
    "| a | b |",
    "For time: cap 0 min",
    "AMRAP 0",
    "EMOM 0",
    "0 rounds",
    "Repeat twice more",
    "Equipment: mat, band",
)
_LINES = st.one_of(
    st.sampled_from(_HEADS),
    st.builds(
        lambda label, name, joint, amount: f"{label}{name}{joint}{amount}",
        st.sampled_from(("", "- ", "1. ", "A1 ", "# ")),
        st.sampled_from(_NAMES),
        st.sampled_from((" ", ": ", " - ", "\t", "\n", " | ")),
        st.sampled_from(_AMOUNTS),
    ),
    st.sampled_from(_NAMES),
    st.text(max_size=40),
)
_PAGES = st.lists(_LINES, min_size=1, max_size=12).map("\n".join)


def _imported(data: bytes) -> Imported | None:
    """What was understood; `None` where it was refused in words."""
    try:
        return imported(data, "page.txt")
    except DefinitionError as error:
        if not str(error).startswith("page.txt: "):
            raise
        return None


def _is_in_order(yaml: str, folder: Path) -> None:
    file = folder / "imported.yaml"
    file.write_text(yaml, encoding="utf-8")
    load_session(str(file))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50, deadline=None)
@given(_PAGES)
@example("# squats 3x10\n- plank 99999 kg")
@example("The next one is You know it by now. Sit down and rest.")  # says what is called so, and calls nothing
def test_whatever_is_written_is_in_order_or_refused_in_words(tmp_path: Path, page: str) -> None:
    found = _imported(page.encode("utf-8", "replace"))
    if found is None:
        return
    _is_in_order(found.yaml, tmp_path)
    json.dumps(as_json(found.written))


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    _imported(data)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(_NAMES[:6]), st.integers(1, 9), st.integers(1, 60), st.sampled_from(("reps", "s"))),
        min_size=1,
        max_size=6,
    )
)
def test_every_number_stands_in_the_text(lines: list[tuple[str, int, int, str]]) -> None:
    page = "\n".join(f"- {name}: {sets} sets of {amount} {unit}" for name, sets, amount, unit in lines)
    found = as_json(imported(page.encode(), "page.txt").written)
    exercises = [one for section in found["sections"] for one in section["exercises"]]
    assert len(exercises) == len(lines)
    numbers = {float(one) for one in re.findall(r"\d+", page)}
    for one in exercises:
        sets = None if "sets" in one["guessed"] else one["sets"]
        stated = [sets, *(one["reps"] or []), *(one["seconds"] or []), one["rest_s"], one["pause_s"]]
        assert {float(number) for number in stated if number is not None} <= numbers, one
