"""How the processes of engines share out their lines."""

from __future__ import annotations

from threading import Barrier, BrokenBarrierError

import pytest

from voicecoach.speech.engines import answering
from voicecoach.speech.engines.answering import shared_out

PATIENCE_S = 60.0


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(answering, "cores", lambda: 2)


@pytest.mark.usefixtures("two_cores")
def test_lines_are_spoken_at_once_one_on_each_core() -> None:
    both = Barrier(2, timeout=PATIENCE_S)

    def said(line: str) -> str:
        both.wait()
        return line.upper()

    assert sorted(shared_out(said, {3: "a", 5: "b"})) == [(3, "A"), (5, "B")]


@pytest.mark.usefixtures("two_cores")
def test_one_at_a_time_none_begins_before_the_last_is_handed_over() -> None:
    begun = []

    def said(line: str) -> str:
        begun.append(line)
        return line

    handed_over = shared_out(said, {3: "a", 5: "b"}, one_at_a_time=True)
    assert next(handed_over) == (3, "a")
    assert begun == ["a"]
    assert list(handed_over) == [(5, "b")]


@pytest.mark.usefixtures("two_cores")
def test_there_are_no_more_at_once_than_cores() -> None:
    three = Barrier(3, timeout=0.2)

    def said(_line: str) -> None:
        three.wait()

    with pytest.raises(BrokenBarrierError):
        list(shared_out(said, dict(enumerate("abc"))))
