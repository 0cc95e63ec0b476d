"""What keys and the mouse do in a live session, and what is kept of that, in the whole command."""

from __future__ import annotations

import re
import signal
from typing import Any

import pytest

from tests.end_to_end.home import Home
from tests.end_to_end.live.conftest import Start
from tests.end_to_end.live.terminal import Terminal
from tests.parts import needs

pytestmark = [needs("pulseaudio"), pytest.mark.usefixtures("sound_server")]

SESSION = "brisk.yaml"
ON, OFF = "\x1b[?1006h", "\x1b[?1006l"
SWAPS = """
title: Swaps
lead_in: 3 s
rest: 20 s
warm_up: none
sections: [{exercises: [press]}]
equipment: {dumbbell: a dumbbell}
exercises:
  press:
    title: Presses
    say: presses
    get_ready: 1 s
    needs: [dumbbell]
    prescription: 2x2 s
    variations:
      kneeling: {title: Presses on your knees, say: on your knees, level: easier}
    substitutes: [{without: dumbbell, use: bob}]
  bob: {title: Bobs, say: bobs, get_ready: 1 s, prescription: 2x7 s}
"""
"""The second exercise lasts long enough to quit in it."""

SIDES = """
title: Sides
lead_in: 3 s
warm_up: none
sections: [{kind: circuit, rounds: 2, exercises: [bob]}]
exercises:
  bob: {title: Bobs, say: bobs, get_ready: 1 s, sides: each, change: 20 s, tempo: 1-0-1-0, prescription: 4}
"""


def work(training: dict[str, Any]) -> list[tuple[str, bool, int | None, str | None]]:
    steps = [step for step in training["steps"] if step["kind"] in {"work", "hold"}]
    return [(step["exercise"], step["done"], step["reps_done"], step["load"]) for step in steps]


def test_volume_and_detail_are_as_last_time_and_the_command_line_wins(live: Start) -> None:
    with live("--plain") as terminal:
        terminal.until("Week one")
        terminal.press("d")
        terminal.until(r"Detail: brief\.")
        terminal.press("--")
        terminal.until("Volume 80%")
        terminal.leave()
    with live("--plain", "--fresh") as terminal:
        terminal.until("Welcome")
        terminal.press("-")
        terminal.until("Volume 70%")
        terminal.press("d")
        terminal.until("Detail: counts")
        terminal.leave()
    with live("--plain", "--fresh", "--detail", "full") as terminal:
        terminal.until("Welcome")
        terminal.press("d")
        terminal.until("Detail: brief")
        terminal.leave()


def test_an_exercise_is_chosen_from_the_list(live: Start) -> None:
    with live("--plain") as terminal:
        terminal.until("Welcome")
        terminal.press("g")
        terminal.until("Go to")
        terminal.until("2 Presses")
        terminal.press("2")
        terminal.until("Rest: .*Next: Presses")
        terminal.press("n")
        terminal.until("Get ready: Presses")
        terminal.leave()
    with live("--fresh", size=(80, 24)) as terminal:
        terminal.until("Welcome")
        terminal.press(" ")  # a lead-in of seconds is there to be seen until the next key
        terminal.until("Paused")
        terminal.press("g")
        terminal.until("> 1 Bobs")
        terminal.press("\x1b[B\rn")
        terminal.until("Left side first")
        terminal.leave()
        assert terminal.is_as_before


def test_the_mouse_presses_what_it_is_on_and_is_given_back(live: Start) -> None:
    with live(size=(100, 30)) as terminal:
        terminal.until("space pause")
        assert ON in terminal.said
        row = rows_before("space pause", terminal.said)
        terminal.press(f"\x1b[<0;2;{row}M\x1b[<0;2;{row}m")
        terminal.until("Paused")
        terminal.press("\x1b[<65;2;2M")
        terminal.until("volume 90%")
        assert OFF not in terminal.said
        terminal.signal(signal.SIGTSTP)  # nobody watches over it here, so it goes on at once
        terminal.until("space go on")
        assert OFF in terminal.said
        assert terminal.said.rfind(OFF) < terminal.said.rfind(ON)
        terminal.leave()
        assert terminal.said.rfind(OFF) > terminal.said.rfind(ON)
        assert terminal.is_as_before


def rows_before(text: str, said: str) -> int:
    """In which row a text was drawn, from one."""
    return int(re.findall(r"\x1b\[(\d+);1H", said[: said.index(text)])[-1])


@pytest.mark.parametrize("first", ["", "from voicecoach.terminal import run\nrun.step_at = lambda *_: 1 / 0"])
def test_the_mouse_is_given_back_whatever_happens(live: Start, first: str) -> None:
    with live(first=first) as terminal:
        if first:
            assert terminal.status() == 1
        else:
            terminal.until("Welcome")
            terminal.signal(signal.SIGTERM)
            assert terminal.status() == 143
        assert terminal.said.rfind(OFF) > terminal.said.rfind(ON)


def test_lines_leave_the_mouse_alone(live: Start) -> None:
    with live("--plain") as terminal:
        terminal.until("Welcome")
        terminal.leave()
        assert ON not in terminal.said


def test_what_was_done_is_entered_kept_and_offered_next_time(live: Start, home: Home) -> None:
    with live("--plain", "--detail", "tones") as terminal:
        terminal.until("Get ready")
        terminal.press("i")
        terminal.until("entered after a set")
        terminal.until("Rest: ")
        terminal.press("i")
        terminal.until("Bobs, set 1: 2_")
        terminal.press("5 x 24\r")
        terminal.press("nn")
        terminal.until("Rest: .*Next: Presses")
        terminal.press("i")
        terminal.until("Bobs, set 2: 2 x 24 kg_")
        terminal.press("\r")
        terminal.leave()
    [training] = home.trainings()
    assert work(training)[:2] == [("bob", True, 5, "24 kg"), ("bob", True, 2, "24 kg")]
    assert "bob: 5 x 24 kg, 2 x 24 kg" in home.done("history")
    with live("--plain", "--detail", "tones", "--fresh") as terminal:
        terminal.until("Rest: ")
        terminal.press("i")
        terminal.until("Bobs, set 1: 2 x 24 kg_")
        terminal.press("\x1b")
        terminal.leave()


def test_an_exercise_is_swapped_on_the_spot_and_stays_so_when_it_goes_on(home: Home) -> None:
    (home.folder / "swaps.yaml").write_text(SWAPS)

    def live(*arguments: str) -> Terminal:
        return Terminal(home.folder / "swaps.yaml", "--plain", *arguments, environment=home.environment)

    with live() as terminal:
        terminal.until("Week one|Welcome")
        terminal.press("nnn")
        terminal.until("Presses, set 1 of 2: 2 s")
        terminal.until("Rest: 20 s. Next: set 2")
        terminal.press("x")
        terminal.until("Do instead")
        terminal.until("2 Bobs")
        terminal.press("2")
        terminal.until(r"Bobs\.")
        terminal.press("nn")
        terminal.until("Bobs, set 2 of 2")
        terminal.rest(0.3)
        terminal.leave()
    [training] = home.trainings()
    assert work(training) == [("press", True, None, None), ("bob", False, None, None)]
    with live() as terminal:
        terminal.until("You stopped at")
        terminal.press("y")
        terminal.until("Bobs, set 2 of 2")
        terminal.until("Finished")  # the set is heard to its end
        terminal.press("qq")
        terminal.until("How did it feel")
        terminal.press("1")
        assert terminal.status() == 0
    [training] = home.trainings()
    assert work(training) == [("press", True, None, None), ("bob", True, None, None)]
    assert (training["completed"], training["felt"]) == (True, "easy")
    assert training["changed"] == {"swap": ["press=bob"]}


def test_the_easier_way_is_done_from_the_lead_in_on(home: Home) -> None:
    (home.folder / "swaps.yaml").write_text(SWAPS)
    with Terminal(home.folder / "swaps.yaml", "--plain", environment=home.environment) as terminal:
        terminal.until("Welcome")
        terminal.press("n")
        terminal.until("Get ready: Presses")
        terminal.press("x")
        terminal.until("1 Presses on your knees")
        terminal.press("1")
        terminal.until("Get ready: Presses on your knees, set 1 of 2")
        terminal.leave()


def test_where_nothing_is_known_that_could_be_done_instead_it_says_so(live: Start) -> None:
    with live("--plain") as terminal:
        terminal.until("Welcome")
        terminal.press("x")
        terminal.until("nothing is known that could take its place")
        terminal.leave()


def test_enter_answers_whether_one_is_ready(live: Start) -> None:
    with live("--plain", "--wait", "--detail", "tones") as terminal:
        terminal.until("Ready\\?")
        terminal.press("\r")
        terminal.until("Bobs, set 1 of 2: 2 reps")
        terminal.leave()


def test_what_is_entered_between_the_sides_leaves_the_other_one_to_be_done(home: Home) -> None:
    (home.folder / "sides.yaml").write_text(SIDES)
    with Terminal(home.folder / "sides.yaml", "--plain", "--detail", "tones", environment=home.environment) as terminal:
        terminal.until("Bobs, interval 1 of 2, left: 4 reps")
        terminal.press("n")
        terminal.until("Change sides")
        terminal.press("i")
        terminal.until("Bobs, interval 1: 4_")
        terminal.press("\rq")
        terminal.until("0 of 2 sets are done")
        terminal.press("\x1bn")
        terminal.until("Bobs, interval 1 of 2, right: 4 reps")
        terminal.press("n")
        terminal.until("Rest: ")
        terminal.press("i")
        terminal.until("Bobs, interval 1: 4_")
        terminal.press("\rq")
        terminal.until("1 of 2 sets is done")
        terminal.press("q")
        assert terminal.status() == 0
    [training] = home.trainings()
    assert [is_done for _, is_done, _, _ in work(training)] == [True, True, False, False]


def test_what_was_done_may_be_entered_when_the_rest_is_over(home: Home) -> None:
    (home.folder / "swaps.yaml").write_text(SWAPS.replace("rest: 20 s", "rest: 6 s"))
    with Terminal(home.folder / "swaps.yaml", "--plain", "--detail", "tones", environment=home.environment) as terminal:
        terminal.until("Rest: ")
        terminal.press("i")
        terminal.until("Presses, set 1: _ Type it, such as 8 x 24 kg")
        terminal.until("Presses, set 2 of 2")
        terminal.press("9\r")
        terminal.until("Done")
        terminal.press("qq1")
        assert terminal.status() == 0
    [training] = home.trainings()
    assert work(training) == [("press", True, 9, None), ("press", True, None, None)]
    assert (training["completed"], training["felt"]) == (True, "easy"), "what was typed ahead counts"
