"""The notes of the opening: read before it begins, and no longer."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.terminal.small_session import ABOUT, TIMELINE
from voicecoach.player.live_session import Heard
from voicecoach.player.playback import Snapshot
from voicecoach.terminal.display import MOST_NOTES_S, Display
from voicecoach.times import Ms, samples

NOTES = ("Step ups: a staircase will do.", "Rests of 20 s.")


@dataclass(frozen=True)
class Silence:
    """A source of nothing."""

    total: int = samples(TIMELINE.duration)

    def available(self, _at: int, count: int) -> int:
        return count

    def read(self, _at: int, count: int) -> NDArray[np.float32]:
        return np.zeros(count, np.float32)


def heard(at: int) -> Heard:
    snapshot = Snapshot(
        source=Silence(),
        position=samples(Ms(at)),
        target=None,
        paused=False,
        holding=False,
        waiting=False,
        finished=False,
        volume=1.0,
        muted=False,
        rendered=samples(Ms(at)),
    )
    return Heard(TIMELINE, Ms(at), snapshot)


def shown(display: Display, at: int) -> tuple[str, ...]:
    display.show(heard(at), is_gone=False, is_asking=False)
    return display.state.notes


@pytest.fixture
def display() -> Display:
    made = Display(ABOUT)
    made.tell((*NOTES, NOTES[0]))
    return made


def test_each_note_is_shown_once_in_the_opening(display: Display) -> None:
    assert shown(display, 3000) == shown(display, 4000) == NOTES


def test_a_key_takes_the_notes_away(display: Display) -> None:
    display.is_answered()
    assert shown(display, 3000) == ()


def test_they_are_gone_when_the_work_begins(display: Display) -> None:
    assert shown(display, 24_000) == NOTES
    assert shown(display, 26_000) == ()


def test_they_are_gone_after_some_seconds(display: Display, monkeypatch: pytest.MonkeyPatch) -> None:
    since_s = time.monotonic()
    monkeypatch.setattr(time, "monotonic", lambda: since_s + MOST_NOTES_S)
    assert shown(display, 3000) == ()


def test_without_notes_there_is_nothing_to_read() -> None:
    assert shown(Display(ABOUT), 3000) == ()
