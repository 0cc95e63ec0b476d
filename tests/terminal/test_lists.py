from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.terminal.small_session import ABOUT, TIMELINE
from voicecoach.terminal.canvas import Canvas
from voicecoach.terminal.frame import frame
from voicecoach.terminal.lines import HINTS, KEYS, State, changes
from voicecoach.terminal.lists import Listing, ListQuestion, listing_rows
from voicecoach.terminal.mouse import key_at
from voicecoach.terminal.questions import Took
from voicecoach.timeline.view import view_at
from voicecoach.times import Ms

FEW = Listing("Go to", ("Bobs", "Presses", "Planks"))
MANY = Listing("Go to", tuple(f"Exercise {number}" for number in range(1, 31)), at=3)


def answered(listing: Listing, *keys: str) -> tuple[list[int], list[Listing | None], list[Took]]:
    shown: list[Listing | None] = []
    chosen: list[int] = []
    question = ListQuestion(listing, shown.append, chosen.append, "g")
    return chosen, shown, [question.press(key) for key in keys]


@pytest.mark.parametrize(
    ("listing", "keys", "row"),
    [
        (FEW, ("2",), 1),
        (FEW, ("enter",), 0),
        (FEW, ("down", "down", "down", "up", "enter"), 2),
        (FEW, ("wheel-down", "space"), 1),
        (FEW, ("row 2",), 2),
        (MANY, ("1", "7"), 16),
        (MANY, ("9",), 8),
        (MANY, ("2", "enter"), 1),
        (MANY, ("3", "0"), 29),
        (MANY, ("up", "enter"), 2),
    ],
)
def test_a_row_is_chosen(listing: Listing, keys: tuple[str, ...], row: int) -> None:
    chosen, shown, took = answered(listing, *keys)
    assert chosen == [row]
    assert shown[-1] is None
    assert took == [Took.NOTHING] * (len(keys) - 1) + [Took.ANSWER]


@pytest.mark.parametrize("key", ["escape", "g", "q"])
def test_it_is_left_without_a_choice(key: str) -> None:
    chosen, shown, took = answered(FEW, "7", "x", key)
    assert (chosen, shown[-1], took) == ([], None, [Took.NOTHING, Took.NOTHING, Took.ANSWER])


@given(st.integers(1, 60), st.integers(1, 60), st.integers(1, 40))
def test_the_chosen_row_is_always_seen(rows: int, at: int, height: int) -> None:
    listing = Listing("Go to", tuple(map(str, range(rows))), min(at, rows) - 1)
    drawn = list(listing_rows(listing, height))
    assert len(drawn) <= max(3, height)
    assert [text for text, style in drawn if style == "reverse"] == [f"> {listing.lines[listing.at]}"]


def test_it_takes_the_screen_and_is_read_out_line_by_line() -> None:
    view = view_at(TIMELINE, ABOUT, Ms(30_000))
    rows = [row.plain.rstrip() for row in frame(view, State(listing=FEW), Canvas(80, 24))]
    assert rows[:4] == ["Go to", "> 1 Bobs", "  2 Presses", "  3 Planks"]
    assert changes(State(), State(listing=FEW))[:4] == ["Go to", "1 Bobs", "2 Presses", "3 Planks"]
    assert changes(State(listing=FEW), State(listing=Listing("Go to", FEW.rows, 2))) == ["3 Planks"]


def test_what_is_clicked_on() -> None:
    view = view_at(TIMELINE, ABOUT, Ms(30_000))
    rows = [row.plain for row in frame(view, State(), Canvas(120, 24))]
    hints = next(number for number, row in enumerate(rows) if HINTS[0] in row)
    for hint in HINTS[:6]:
        assert key_at(rows, rows[hints].find(hint) + len(hint) - 1, hints) == hint.split()[0]
    assert key_at(rows, 119, 0) is None
    assert key_at(rows, 3, 99) is None
    assert key_at(["  1 Bobs", "> 2 Presses   "], 70, 1, FEW) == "row 1"
    assert key_at(["Go to"], 2, 0, FEW) is None
    helped = [row.plain for row in frame(view, State(help=True), Canvas(80, 24))]
    found = {
        key_at(helped, row.find(what), number) for number, row in enumerate(helped) for _, what in KEYS if what in row
    }
    assert {"space", "n", "r", "q", ",", "g", "i", "x"} <= found
