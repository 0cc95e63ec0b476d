from __future__ import annotations

from pathlib import Path

import pytest

from tests.every_kind import laid_kind
from voicecoach.history.model import SessionId, TrainedStep, sets_of


def step(
    kind: str, number: int = 1, side: str | None = None, *, exercise: str = "lunge", done: bool = True
) -> TrainedStep:
    return TrainedStep(kind, exercise, number, side, None, done)


def test_both_sides_are_one_set_and_it_is_done_when_both_are() -> None:
    sides = (step("work", 1, "left"), step("change"), step("work", 1, "right"), step("rest"))
    again = (step("work", 2, "right"), step("change"), step("work", 2, "left", done=False))
    assert sets_of((step("lead-in"), *sides, *again)) == [True, False]


def test_the_rounds_of_a_circuit_are_sets_of_their_own() -> None:
    rounds = [step("work", number, exercise=name) for number in (1, 2) for name in ("lunge", "squat")]
    assert sets_of(tuple(rounds)) == [True] * 4


def test_an_exercise_that_comes_again_has_sets_of_its_own() -> None:
    assert sets_of((step("hold"), step("lead-in"), step("hold", done=False))) == [True, False]
    assert sets_of((step("hold"), step("hold"))) == [True, True]


def trained(name: str) -> list[bool]:
    """The sets of a section, all done."""
    steps = laid_kind(name).timeline.steps
    return sets_of(tuple(TrainedStep(s.kind, s.exercise, s.set, s.side, s.reps, done=True) for s in steps))


@pytest.mark.parametrize(
    ("name", "count"),
    [
        ("straight", 3),
        ("exact", 3),
        ("pyramid", 6),
        ("superset", 6),
        ("circuit", 6),
        ("intervals", 4),
        ("tabata", 4),
        ("run", 4),
        ("emom", 4),
        ("emom-lists", 6),
        ("amrap", 1),
        ("for-time", 1),
        ("repeated", 6),
        ("twice", 4),
    ],
)
def test_the_sets_of_every_kind_are_its_pieces_of_work(name: str, count: int) -> None:
    assert trained(name) == [True] * count


def test_nothing_has_no_sets() -> None:
    assert sets_of(()) == []


def test_a_built_in_session_is_known_by_its_name() -> None:
    assert SessionId.of("squat") == SessionId("squat")
    assert SessionId.of("squat").is_same(SessionId("squat"))
    assert not SessionId.of("squat").is_same(SessionId("lunge"))


def test_an_exercise_is_known_by_its_own_name() -> None:
    assert SessionId.of("press-ups") == SessionId.of("push-up") == SessionId("push-up")


def test_a_session_in_one_line_is_known_by_that_line() -> None:
    line = "EMOM 10: 10 kettlebell swings"
    assert SessionId.of(line) == SessionId(line)
    assert SessionId.of(line).is_same(SessionId(line))


def test_a_file_is_known_by_where_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "legs.yaml").touch()
    here = SessionId.of("legs.yaml")
    assert here == SessionId("legs", str(tmp_path / "legs.yaml"))
    assert here == SessionId.of(f"../{tmp_path.name}/legs.yaml")
    assert not SessionId("legs").is_same(here)
    assert not here.is_same(SessionId("legs"))


def test_a_moved_file_is_the_same_session_and_a_copy_is_not(tmp_path: Path) -> None:
    old, new = tmp_path / "legs.yaml", tmp_path / "folder" / "legs.yaml"
    old.touch()
    assert not SessionId.of(str(new)).is_same(SessionId.of(str(old)))
    new.parent.mkdir()
    old.rename(new)
    assert SessionId.of(str(new)).is_same(SessionId.of(str(old)))


def test_a_file_whose_name_is_no_text_has_an_id_that_can_be_stored(tmp_path: Path) -> None:
    found = SessionId.of(f"{tmp_path}/legs-\udcff.yaml")
    assert found.name.encode() == rb"legs-\udcff"
    assert found == SessionId.of(f"{tmp_path}/legs-\udcff.yaml")
