from __future__ import annotations

from voicecoach.player.output import Lost


def test_nothing_is_said_of_sound_that_was_whole() -> None:
    assert Lost().sentences() == []


def test_what_was_lost_is_said() -> None:
    lost = Lost().and_then(0.25)
    assert lost.sentences() == ["The sound had 1 hole, 0.2 s in all: the machine was busy."]
    lost = lost.and_then(1.0)
    assert lost.sentences() == ["The sound had 2 holes, 1.2 s in all: the machine was busy."]
