"""Where a training is gone on with, who owns it, and what is remembered of it when something is in the way."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from tests.end_to_end.home import Home
from tests.end_to_end.live.conftest import Start
from tests.parts import needs
from voicecoach.history.store import FILE_NAME
from voicecoach.timeline.model import Channel, Timeline
from voicecoach.timeline.places import events_of

pytestmark = [needs("pulseaudio"), pytest.mark.usefixtures("sound_server")]

SESSION = "brisk.yaml"


def quit_after_the_first_set(live: Start) -> None:
    with live("--detail", "tones", "--plain") as terminal:
        terminal.until("Rest: .*Next: set 2")
        terminal.leave()
        terminal.until("offers to go on")


def test_one_training_is_played_in_one_place(live: Start, home: Home) -> None:
    with live("--plain") as first:
        first.until("Welcome")
        first.press(" ")
        first.until("Paused")
        with live("--plain") as second:
            assert second.status() == 1
            second.until("running in another window")
            assert "Traceback" not in second.text
        with live("--plain", "--fresh") as third:
            third.until("Welcome")
            third.press("n")
            third.until("Exercise one")
            first.press("nn ")
            first.until("Bobs, set 1 of 2: 2 reps")
            third.leave()
        with live("--plain") as fourth:
            assert fourth.status() == 1
        first.until("Rest")
        first.leave()
    mine, other = sorted(home.trainings(), key=lambda one: -one["trained"])
    assert (mine["sets_done"], other["sets_done"]) == (1, 0)


def test_who_was_killed_owns_nothing(live: Start, home: Home) -> None:
    with live("--plain", "--detail", "tones") as terminal:
        terminal.until("Rest: .*Next: set 2")
        terminal.press("nn")
        terminal.until("set 2 of 2: 2 reps")
        terminal.until("Rest: ")
        terminal.rest(1)
        terminal.kill()
    with live("--plain", "--detail", "tones") as terminal:
        terminal.until("You stopped at")
        terminal.press("y")
        terminal.until("Rest|Next")
        terminal.leave()
    assert len(home.trainings()) == 1


def test_the_place_stays_on_offer_until_it_is_dropped(live: Start, home: Home) -> None:
    quit_after_the_first_set(live)
    with live("--detail", "tones", "--plain") as terminal:
        terminal.until("You stopped at .*Go on there")
        terminal.press("x5z\x1b[15~\x1b[A\t?")
        terminal.rest(1)
        assert "Get ready" not in terminal.text
        terminal.press("n")
        terminal.until("Get ready")
        terminal.leave()
    with live("--detail", "tones", "--plain", "--fresh") as terminal:
        terminal.until("Get ready")
        terminal.leave()
    with live("--detail", "tones", "--plain") as terminal:
        terminal.until("You stopped at")
        terminal.press("q")
        assert terminal.status() == 0
    with live("--detail", "tones", "--plain") as terminal:
        terminal.until("You stopped at")
        terminal.press("d")
        terminal.until("Dropped")
        terminal.until("Get ready")
        terminal.leave()
    trainings = home.trainings()
    assert trainings[0]["sets_done"] == 1
    assert trainings[0]["stopped_at"] is None, "it is never offered again"


def test_a_training_that_was_changed_goes_on_as_it_was_changed(live: Start, home: Home) -> None:
    with live("--plain") as terminal:
        terminal.until("Welcome")
        terminal.press(" ")
        terminal.until("Paused")
        terminal.press("d")
        terminal.until(r"Detail: brief\.")
        terminal.press("nnn ")
        terminal.until("Rest: .*Next: set 2")
        terminal.leave()
    for detail in ([], ["--resume"]):
        with live("--plain", *detail) as terminal:
            if not detail:
                terminal.until("You stopped at")
                terminal.press(" ")
            terminal.until("Rest: .*Next: set 2")
            terminal.leave()
    [training] = home.trainings()
    assert (training["changed"], training["sets_done"]) == ({"detail": "brief"}, 1)


def test_who_quits_while_being_said_goodbye_is_done(live: Start, home: Home) -> None:
    with live("--plain") as terminal:
        terminal.until("Welcome")
        terminal.press("nnn")
        terminal.until("Bobs, set 1 of 2: 2 reps")
        terminal.until("Rest: .*Next: set 2")
        terminal.press("nn")
        terminal.until("Bobs, set 2 of 2: 2 reps")
        terminal.until("Rest: |Get ready: Presses")
        terminal.press("nnn")
        terminal.until("Presses.*: 3 s")
        terminal.until("Change sides")
        terminal.press("n")
        terminal.until("Presses.*: 3 s")
        terminal.until("Done")
        terminal.press("qq")
        terminal.until("How did it feel")
        terminal.press("3")
        assert terminal.status() == 0
        terminal.until("3 sets done, 0 skipped")
    [training] = home.trainings()
    assert (training["completed"], training["felt"], training["sets_skipped"]) == (True, "hard", 0)


@pytest.mark.lengthy  # a dozen seconds of speech
def test_what_is_said_at_the_end_is_true_of_what_was_done(live: Start, timeline: Timeline) -> None:
    closing = events_of(timeline, timeline.steps[-1])
    planned = [event.sound.text for event in closing if event.sound.channel is Channel.VOICE]
    untrue = timeline.if_all_done | timeline.if_as_long
    assert untrue & set(planned)
    with live("--plain") as terminal:
        terminal.until("Welcome")
        terminal.press("NNN")
        terminal.until("Done")
        for text in planned:
            if text not in untrue:
                terminal.until(re.escape(text))
        assert not [text for text in untrue if text in terminal.text]  # though all keys came before the first jump
        terminal.leave()


def test_a_locked_history_freezes_nothing_and_promises_nothing(live: Start, home: Home) -> None:
    quit_after_the_first_set(live)
    with closing(sqlite3.connect(home.folder / "data" / FILE_NAME, isolation_level=None)) as other:
        with live("--plain", "--fresh", "--detail", "tones") as terminal:
            terminal.until("Get ready")
            other.execute("BEGIN EXCLUSIVE")
            for text in ("Bobs, set 1", "Rest: .*Next: set 2", "Bobs, set 2", "Rest: .*Next: Presses"):
                terminal.press("nn" if "Bobs" in text else "")
                terminal.until(text)
            terminal.press("p")
            terminal.until("Paused")
            terminal.leave()
            terminal.until("sets? done")
            terminal.until("was not saved")
            assert "offers to go on" not in terminal.text
        other.execute("ROLLBACK")
    # That it has begun may have been saved before; nothing that was done then is.
    assert [any(step["done"] for step in one["steps"]) for one in home.trainings()].count(True) == 1
