"""Inputs of nearly 1 MB, each of a kind that once took for ever: they take seconds, whatever becomes of them.

`scripts/faults.py sizes` tries many more, and looks at their memory.
"""

from __future__ import annotations

import time
import tracemalloc
from pathlib import Path

import pytest

from tests.fuzz.readers import CORPUS, refusal
from voicecoach.definitions.load import load
from voicecoach.errors import ChoiceError
from voicecoach.plan.choices import Choices
from voicecoach.plan.select import select

MOST_S = 15
"""Of the processor, on a machine with much else to do; on a quiet one 5 s are the most."""

MOST_FOR_A_LIST_BYTES = 10 << 20

OWN = "title: x\nsections: [{exercises: [dip]}]\nexercises:\n  dip: {title: Dips, prescription: 1x3, needs: ["
MANY_NEEDS = OWN + ", ".join(f"a{number}" for number in range(90_000)) + "]}\n"
SAME_NEEDS = OWN + ", ".join(["mat"] * 90_000) + "]}\n"
MANY_NAMES = (
    OWN
    + ", ".join(["mat or bank"] * 3000)
    + "]}\nequipment: {"
    + ", ".join(f"w{number}: {{say: a thing}}" for number in range(20_000))
    + "}\n"
)
MANY_OWN = (
    f"title: x\nsections: [{{exercises: [{', '.join(f'e{number}' for number in range(600))}]}}]\n"
    f"exercises: {{{', '.join(f'w{number}: {{from: squat}}' for number in range(20_000))}}}\n"
)
LONG_CELL = "| Exercise | Reps |\n| --- | --- |\n| " + "Plank" * 190_000 + " | 8 |\n"
MANY_ENTRIES = "title: x\nsections:\n- exercises:\n" + "  - squat\n" * 83_000
MANY_LINES = "title: x\nsections:\n" + '  - "3 rounds: 40/20 burpees, squats"\n' * 22_000
MANY_SLIPS = "title: x\n" + "a: 'b\nc: d'x\n" * 60_000
LONG_WORD = "title: x\nsections:\n  - {" + "kind" * 200_000 + ": emom, work: 1 s, [\n"
MANY_KEYS = "".join(f"key{number}: 1\n" for number in range(70_000))


@pytest.mark.parametrize(
    ("reader", "text", "message"),
    [
        ("session", MANY_NEEDS, "unknown equipment 'a0'."),
        ("session", SAME_NEEDS, ""),
        ("session", MANY_NAMES, "unknown equipment 'mat or bank'."),
        ("session", MANY_OWN, "Unknown exercise 'e0'."),
        ("import-md", LONG_CELL, ""),
        ("session", MANY_ENTRIES, "83,000 entries; a session has at most 5,000. Make several sessions of it."),
        ("session", MANY_LINES, "22,000 sections; a session has at most 300."),
        ("session", MANY_SLIPS, ""),
        ("session", LONG_WORD, "session.yaml:3:"),
        ("session", MANY_KEYS, "key0: unknown key."),
        ("pick", "," * 900_000, "--pick: 900,000 characters; 500 are the most."),
        ("clients", "name\n" + "Sam\n" * 50_000, ""),
        ("lexicon", MANY_KEYS, ""),
    ],
    ids=[
        "needs",
        "needs of the same",
        "names",
        "own exercises",
        "a long cell",
        "entries",
        "lines",
        "slips",
        "long line",
        "keys",
        "pick",
        "clients",
        "lexicon",
    ],
)
def test_large_inputs_take_seconds(tmp_path: Path, reader: str, text: str, message: str) -> None:
    began_s = time.process_time()
    said = refusal(reader, text.encode(), tmp_path)
    assert time.process_time() - began_s < MOST_S
    assert message in said
    assert len(said) < 1000


def test_a_high_number_in_a_list_takes_no_memory(tmp_path: Path) -> None:
    text = (CORPUS / "import-md" / "high-number.md").read_bytes().replace(b"999999999", b"999999")
    refusal("import-md", text, tmp_path)  # what is loaded once
    tracemalloc.start()
    try:
        assert not refusal("import-md", text, tmp_path)
        assert tracemalloc.get_traced_memory()[1] < MOST_FOR_A_LIST_BYTES
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("section", "message"),
    [
        (
            "{kind: intervals, work: 1 s, rest: 0 s, rounds: 1000, repeat: 1000, exercises: [squat]}",
            "more than 5,000 sets",
        ),
        ("{repeat: 1000, exercises: [{exercise: squat, prescription: 1000x1}]}", "more than 5,000 sets"),
        (
            "{exercises: [{exercise: squat, prescription: 1x100000}]}",
            "100,000 repetitions in a set, and no more than 10,000",
        ),
        ("{repeat: 9, exercises: [{exercise: squat, prescription: 1x9000 reps}]}", "81,000 repetitions, and no more"),
        ("{exercises: [{exercise: plank, prescription: 10x20h}]}", "hours, and no more than 48"),
    ],
    ids=str,
)
def test_what_nobody_could_train_is_refused_though_caps_are_lifted(section: str, message: str) -> None:
    began_s = time.process_time()
    session = load("./x.yaml", f"title: x\nsections: [{section}]\n".encode()).session
    with pytest.raises(ChoiceError, match=message):
        select(session, Choices(unlimited=True))
    assert time.process_time() - began_s < MOST_S
