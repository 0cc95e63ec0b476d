"""The index that ships says what the definitions say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from make_library_index import sessions
from voicecoach.definitions.files import names, titles
from voicecoach.definitions.finding import Wanted, find
from voicecoach.definitions.index import INDEX, ExerciseEntry, Index, SessionEntry, load_index
from voicecoach.definitions.indexing import index_facts, index_text, session_facts
from voicecoach.definitions.load import load_exercise, load_session
from voicecoach.plan.progression import weeks_of

ANEW = "The index is older than the definitions. Make it anew: python scripts/make_library_index.py"
TREE: dict[str, dict[str, Any]] = json.loads(INDEX.read_bytes())


def test_the_index_is_up_to_date() -> None:
    written = {
        name: session_facts(load_session(name), weeks_of(load_session(name)), minutes)
        for name in names("sessions")
        if (minutes := tuple(TREE["sessions"].get(name, {}).get("minutes", (0, 0))))
    }
    assert index_text(index_facts(written)) == INDEX.read_text(encoding="utf-8"), ANEW


def test_the_lengths_in_the_index_are_up_to_date() -> None:
    for name, facts in sessions().items():
        assert TREE["sessions"][name]["minutes"] == pytest.approx(facts["minutes"], abs=1), f"{name}: {ANEW}"


def test_titles_are_those_of_the_definitions() -> None:
    assert titles("exercises") == {name: load_exercise(name).title for name in names("exercises")}
    assert set(load_index().exercises) == set(names("exercises"))


def entry(name: str, *needs: tuple[str, ...], **substitutes: str) -> ExerciseEntry:
    return ExerciseEntry(name, name, needs=needs, substitutes=substitutes)


def test_a_substitute_counts_if_it_can_be_done() -> None:
    walk, press = entry("walk", ("band",), band="press"), entry("press", ("sofa", "wall"), wall="walk")
    session = SessionEntry("both", "Both", exercises=("walk", "own"), own={"own": entry("own", ("rope",))})
    index = Index({"both": session}, {"walk": walk, "press": press}, {})
    assert index.can_be_done(walk, {"band"})
    assert index.can_be_done(walk, {"band", "wall"})
    assert not index.can_be_done(walk, {"band", "sofa", "wall"})
    assert index.can_be_done(session, {"band"})
    assert not index.can_be_done(session, {"rope"})
    assert [one.name for one in find(index, Wanted(without=("rope",))).sessions] == []
