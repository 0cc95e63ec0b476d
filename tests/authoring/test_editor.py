"""The schema in the language server that editors use: what it offers, explains and underlines."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.authoring.language_server import Editor, editor
from tests.authoring.samples import documented, library
from tests.parts import needs
from voicecoach.authoring.schema import schema

pytestmark = needs("node")
HEAD = "# yaml-language-server: $schema=voicecoach.schema.json\n"
SECTION = f"{HEAD}title: x\nsections:\n  - "


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("editor")
    (folder / "voicecoach.schema.json").write_text(json.dumps(schema()), encoding="utf-8")
    with editor(folder) as found:
        yield found


def test_keys_and_values_are_offered_where_they_belong(edited: Editor) -> None:
    keys = edited.completions(f"{HEAD}title: x\n|\nsections: []\n")
    assert {"rest", "weeks", "cues", "exercises"} <= set(keys)
    assert not {"name", "kind", "phases", "null"} & set(keys)
    assert edited.completions(f"{SECTION}kind: |\n    exercises: [squat]\n")[0] == "straight-sets"
    assert {"rounds", "round_rest"} <= set(
        edited.completions(f"{SECTION}kind: circuit\n    |\n    exercises: [squat]\n")
    )
    assert "hip-lift" in edited.completions(f"{SECTION}exercises:\n      - |\n")
    entry = f"{SECTION}exercises:\n      - exercise: "
    assert "hip-lift" in edited.completions(f"{entry}|\n")
    assert {"prescription", "tempo", "load"} <= set(edited.completions(f"{entry}squat\n        |\n"))
    assert "3x10" in edited.completions(f"{entry}squat\n        prescription: |\n")
    own = f"{HEAD}title: x\nsections: []\nexercises:\n  mine:\n    from: squat\n    "
    assert {"phases", "needs"} <= set(edited.completions(f"{own}|\n"))
    assert "band" in edited.completions(f"{own}needs:\n      - |\n")
    assert {"pace", "guide"} <= set(edited.completions(f"{HEAD}title: x\nphases: []\n|\n"))


def test_keys_are_explained(edited: Editor) -> None:
    assert "between rounds or repeats" in edited.hover(f"{SECTION}exercises: [squat]\n    |round_rest: 5 s\n")
    assert "as many rounds as possible" in edited.hover(f"{SECTION}|kind: amrap\n    exercises: [squat]\n")
    assert "only what differs" in edited.hover(f"{HEAD}|from: squat\ntempo: 2-0-2-0\n")


def test_mistakes_are_underlined_in_words(edited: Editor) -> None:
    found = edited.problems(
        f"{SECTION}kind: circut\n    sest: 3\n    exercises: [{{exercise: squat, tempo: slow}}]\nrest: soon\n"
    )
    assert any("Write seconds (30, 30 s)" in one for one in found)
    assert any("sest" in one for one in found)
    assert any("superset" in one for one in found)
    assert any("four numbers of seconds" in one for one in found)


def test_what_is_in_order_is_not_underlined(edited: Editor) -> None:
    sessions = {name: text for name, text in library().items() if name.startswith("sessions/")}
    for name, text in {**documented(), **sessions}.items():
        assert edited.problems(HEAD + text) == [], name
