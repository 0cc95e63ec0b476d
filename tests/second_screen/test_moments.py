from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.terminal.small_session import ABOUT, TIMELINE
from voicecoach.second_screen.moments import AHEAD_MS, EXACT_MS, LOOK_MS, Moments
from voicecoach.timeline.view import View, view_at
from voicecoach.times import Ms

MOVING = ("at", "left", "set_progress", "session_progress")


def seen(view: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in view.items() if name not in MOVING}


def known(view: View, then: list[dict[str, Any]], at: int) -> dict[str, Any]:
    """What a page shows at a position, of what it was told at `view`."""
    found = asdict(view)
    for change in then:
        if change["at"] <= at:
            found |= change
    return found


@settings(max_examples=15, deadline=None)
@given(st.lists(st.integers(0, TIMELINE.duration), min_size=1, max_size=4))
def test_a_page_shows_each_thing_at_its_moment_until_it_hears_more(positions: list[int]) -> None:
    moments = Moments(TIMELINE, ABOUT)
    for at in positions:
        view = view_at(TIMELINE, ABOUT, Ms(at))
        then = moments.after(view)
        assert then[-1]["at"] >= min(at + AHEAD_MS, TIMELINE.duration)
        for position in range(at, then[-1]["at"] + 1, 53):
            right = [
                seen(asdict(view_at(TIMELINE, ABOUT, Ms(max(0, around)))))
                for around in range(position - EXACT_MS, position + 1)
            ]
            assert seen(known(view, then, position)) in right


def test_going_on_looks_at_nothing_twice() -> None:
    moments = Moments(TIMELINE, ABOUT)
    for at in range(20_000, 30_000, 500):
        view = view_at(TIMELINE, ABOUT, Ms(at))
        assert known(view, moments.after(view), at + LOOK_MS)["step"] == view_at(TIMELINE, ABOUT, Ms(at + LOOK_MS)).step


def test_progress_goes_on_to_the_end_of_a_set_and_begins_anew() -> None:
    end = TIMELINE.steps[4].end
    view = view_at(TIMELINE, ABOUT, Ms(end - 1000))
    shares = [change["set_progress"] for change in Moments(TIMELINE, ABOUT).after(view) if "set_progress" in change]
    highest = shares.index(max(shares))
    assert shares[highest] > 0.99
    assert shares[: highest + 1] == sorted(shares[: highest + 1])


def test_what_was_not_looked_for_comes_from_no_other_place() -> None:
    moments = Moments(TIMELINE, ABOUT)
    view = view_at(TIMELINE, ABOUT, Ms(60_000))
    moments.after(view)
    earlier = view_at(TIMELINE, ABOUT, Ms(1000))
    assert {change["step"] for change in moments.after(earlier) if "step" in change} <= {0}
    assert replace(earlier, at=Ms(0)).step == 0
