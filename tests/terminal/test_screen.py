from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import struct
import termios
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.terminal.small_session import ABOUT, STEPS, TIMELINE
from voicecoach.terminal.block_letters import SHAPES, digits, letters
from voicecoach.terminal.frame import Canvas, frame
from voicecoach.terminal.lines import KEYS, State
from voicecoach.terminal.screen import DrawnScreen, LineScreen, PlainScreen, screen_for
from voicecoach.timeline.view import View, view_at
from voicecoach.times import Ms

SEQUENCE = re.compile(r"\x1b\[(\??)([\d;]*)([A-Za-z])|([^\x1b]+)")
STATES = st.builds(
    State,
    paused=st.booleans(),
    holding=st.booleans(),
    volume=st.floats(0, 1),
    muted=st.booleans(),
    notice=st.text(max_size=80),
    help=st.booleans(),
)


def seen(at: int) -> View:
    return view_at(TIMELINE, ABOUT, Ms(at))


def at_work(after: int = 12_000) -> View:
    return seen(25_000 + after)


def shown(view: View, width: int, height: int, state: State | None = None, encoding: str = "utf-8") -> list[str]:
    return [row.plain.rstrip() for row in frame(view, state or State(), Canvas(width, height, encoding))]


# What is on the screen


def test_the_usual_terminal() -> None:
    assert shown(at_work(), 80, 24) == [
        "▄▀▀ ▀█▀ █▀▀ █▀▄    █ █ █▀▄ ▄▀▀",
        " ▀▄  █  █▀  █▀     █ █ █▀   ▀▄",
        "▀▀   ▀  ▀▀▀ ▀      ▀▀▀ ▀   ▀▀",
        "",
        "▄▀▀ █▀▀ ▀█▀    ▄█    ▄▀▄ █▀▀    ▄█    █   █▀▀ █▀▀ ▀█▀",
        " ▀▄ █▀   █      █    █ █ █▀      █    █   █▀  █▀   █",
        "▀▀  ▀▀▀  ▀      ▀     ▀  ▀       ▀    ▀▀▀ ▀▀▀ ▀    ▀",
        "",
        "██████",
        "    ██",
        "██████",
        "██",
        "██████ of 4",
        "",
        "Hold",
        "Let the glute of the standing leg lift you.",
        "",
        "set  ━━━━━━━━━━━━━━━━━━─────────────────────────────────────────────────────────",
        "all  ━━━━━━━━━━━━──────────────────────────────────────── 1:53 left, volume 100%",
        "Next: right side.",
        "",
        "space pause   n next   b back   ? help   q quit   s +15 s   r repeat   e end set",
    ]


def test_the_smallest_terminal() -> None:
    assert shown(seen(91_000), 30, 10) == [
        "SIDEWAYS BAND WALK",
        "REST",
        "  ██  ██████",
        "████      ██",
        "  ██  ██████",
        "  ██  ██",
        "  ██  ██████ s",
        "Rest",
        "all  ━━━━━━━━━────── 0:59 left",
        "Next: Sideways band walk, 2 r…",
    ]


def test_a_terminal_without_block_characters() -> None:
    assert shown(seen(116_000), 60, 12, encoding="ascii") == [
        "SIDEWAYS BAND WALK",
        "SET 1 OF 1",
        "######",
        "    ##",
        "    ##",
        "    ##",
        "    ## s",
        "Get ready",
        "Ten seconds.",
        "all  ########################-------- 0:34 left, volume 100%",
        "Next: 2 reps, alternating. Needs: a resistance band.",
        "space pause   n next   b back   ? help   q quit   s +15 s",
    ]


def test_no_room_for_big_digits() -> None:
    expected = ["2 of 4 Hold", "Step ups, set 1 of 1, le…", "1:53 left", "Next: right side."]
    assert shown(at_work(), 25, 4) == expected


def test_a_large_terminal_has_larger_digits() -> None:
    rows = shown(at_work(), 120, 40)
    large = [row.rstrip() for row in digits("2", scale=2)]
    first = rows.index(large[0])
    assert rows[first : first + 10] == [*large[:-1], f"{large[-1]} of 4"]


def test_a_pause_a_wait_and_a_notice_are_said() -> None:
    assert "Paused: space goes on" in shown(at_work(), 80, 24, State(paused=True))
    assert "Ready? Space goes on" in shown(at_work(), 80, 24, State(holding=True))
    assert "The sound device is gone." in shown(at_work(), 30, 10, State(notice="The sound device is gone."))
    assert any("muted" in row for row in shown(at_work(), 40, 12, State(muted=True)))


@pytest.mark.parametrize(("width", "height"), [(80, 24), (80, 10), (30, 10)])
def test_help_names_every_key(width: int, height: int) -> None:
    rows = shown(at_work(), width, height, State(help=True))
    text = re.sub(r"\s+", " ", " ".join(rows))
    assert all(key in text and what in text for key, what in KEYS)


@given(st.integers(1, 200), st.integers(1, 70), STATES, st.floats(0, 1), st.sampled_from(("utf-8", "ascii", "cp850")))
def test_every_size_is_kept_and_digits_are_big_where_they_can_be(
    width: int, height: int, state: State, share: float, encoding: str
) -> None:
    view = seen(int(share * TIMELINE.duration))
    rows = frame(view, state, Canvas(width, height, encoding))
    assert len(rows) <= height
    assert all(cell_len(row.plain) <= width for row in rows)
    assert all(character.isprintable() for row in rows for character in row.plain)
    if width >= 30 and height >= 10 and not state.help:
        block = "█" if Canvas(width, height, encoding).draws else "#"
        assert sum(block * 2 in row.plain for row in rows) >= 5


def test_titles_of_any_script_and_with_control_characters() -> None:
    view = replace(at_work(), title="スクワット\x1b[2J", said="Größe: 5 €")
    rows = shown(view, 40, 24)
    assert rows[0] == "スクワット [2J"
    assert "Gr??e: 5 ?" in shown(view, 40, 24, encoding="ascii")


def test_long_holds_are_counted_in_minutes() -> None:
    view = replace(at_work(), reps=None, number=150)
    assert digits("2:30")[0] in shown(view, 40, 12)
    assert "1800:00" in shown(replace(view, number=1800 * 60), 30, 10)


@pytest.mark.parametrize("character", SHAPES)
def test_every_shape_is_a_rectangle(character: str) -> None:
    rows = SHAPES[character].split()
    assert len(rows) == 5
    assert len({len(row) for row in rows}) == 1


def test_letters_without_their_accents() -> None:
    assert letters("Größe") == letters("GROSSE")
    assert letters("スクワット") is None
    assert letters("élan") == letters("ELAN")


# On a terminal


class Terminal:
    """A terminal of which we hold the other end: what was written, and what that looks like."""

    def __init__(self, columns: int, rows: int) -> None:
        self.ours, program = pty.openpty()
        self.out = os.fdopen(program, "w", encoding="utf-8")
        self.resize(columns, rows)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.out.fileno(), termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.rows = [" " * columns for _ in range(rows)]

    def read(self) -> str:
        self.out.write("\x00")
        self.out.flush()
        written = b""
        while not written.endswith(b"\x00"):
            written += os.read(self.ours, 65536)
        text = written[:-1].decode()
        self._draw(text)
        return text

    def _draw(self, text: str) -> None:
        column = row = 0
        for _, numbers, final, plain in SEQUENCE.findall(text):
            if plain:
                line = self.rows[row]
                self.rows[row] = line[:column] + plain + line[column + len(plain) :]
                column += len(plain)
            elif final == "H":
                row, column = [int(number) - 1 for number in numbers.split(";")] if numbers else [0, 0]
            elif final == "J":
                self.rows = [" " * len(line) for line in self.rows]

    def close(self) -> None:
        self.out.close()
        os.close(self.ours)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("NO_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    made = Terminal(80, 24)
    yield made
    made.close()


def test_a_terminal_shows_the_rows_and_is_given_back(terminal: Terminal) -> None:
    screen = screen_for(terminal.out)
    screen.open()
    screen.show(at_work(), State())
    taken = terminal.read()
    assert "\x1b[?1049h" in taken
    assert "\x1b[?25l" in taken
    assert [row.rstrip() for row in terminal.rows[:22]] == shown(at_work(), 80, 24)
    screen.close()
    screen.close()
    given_back = terminal.read()
    assert given_back.count("\x1b[?1049l") == given_back.count("\x1b[?25h") == 1


def test_only_what_changed_is_drawn_again(terminal: Terminal) -> None:
    screen = DrawnScreen(terminal.out)
    screen.open()
    screen.show(at_work(), State())
    terminal.read()
    screen.show(at_work(), State())
    assert terminal.read() == ""
    for at in (12_100, 15_000, 19_900, 60_000):
        screen.show(at_work(at), State())
        terminal.read()
        rows = shown(at_work(at), 80, 24)
        assert [row.rstrip() for row in terminal.rows] == rows + [""] * (24 - len(rows))
    screen.close()


def test_a_new_size_is_filled(terminal: Terminal) -> None:
    screen = DrawnScreen(terminal.out)
    screen.open()
    for columns, rows in ((80, 24), (30, 10), (120, 45), (10, 3)):
        terminal.resize(columns, rows)
        screen.show(at_work(), State())
        terminal.read()
        expected = shown(at_work(), columns, rows)
        assert [row.rstrip() for row in terminal.rows[: len(expected)]] == expected
    screen.close()


def test_after_a_stop_the_whole_screen_is_drawn(terminal: Terminal) -> None:
    screen = DrawnScreen(terminal.out)
    screen.open()
    screen.show(at_work(), State())
    screen.close()
    screen.show(at_work(), State())
    terminal.read()
    screen.open()
    screen.show(at_work(), State())
    assert "Hold" in terminal.read()
    screen.close()


def test_colours_only_where_they_are_wanted(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    colour = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|9[0-7])(?:;\d+)*m")
    written = []
    for wanted in (True, False):
        if not wanted:
            monkeypatch.setenv("NO_COLOR", "1")
        screen = DrawnScreen(terminal.out)
        screen.open()
        screen.show(at_work(), State())
        written.append(terminal.read())
        screen.close()
    assert colour.search(written[0])
    assert not colour.search(written[1])


@pytest.mark.parametrize("name", ["dumb", "unknown", ""])
def test_dumb_terminals_get_lines(terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setenv("TERM", name)
    assert isinstance(screen_for(terminal.out), PlainScreen)


def test_tiny_terminals_and_those_who_ask_get_lines_and_what_is_none_gets_steps(terminal: Terminal) -> None:
    assert isinstance(screen_for(terminal.out), DrawnScreen)
    assert isinstance(screen_for(terminal.out, plain=True), PlainScreen)
    assert isinstance(screen_for(io.StringIO(), plain=True), PlainScreen)
    assert isinstance(screen_for(io.StringIO()), LineScreen)
    terminal.resize(29, 40)
    assert isinstance(screen_for(terminal.out), PlainScreen)


# In lines


def test_plain_lines_say_what_changed_and_nothing_twice() -> None:
    out = io.StringIO()
    screen = PlainScreen(out)
    screen.open()
    for after in range(0, 13_000, 100):
        screen.show(at_work(after), State())
    screen.show(at_work(13_000), State(paused=True))
    screen.show(at_work(13_000), State(paused=True, volume=0.9))
    screen.show(at_work(13_000), State(volume=0.9, muted=True, notice="No sound device."))
    screen.show(at_work(13_000), State(volume=0.9, muted=True, notice="No sound device."))
    screen.show(at_work(21_000), State(volume=0.9, holding=True))
    screen.show(at_work(21_000), State(volume=0.9, help=True))
    screen.close()
    assert out.getvalue().splitlines() == [
        "Step ups, set 1 of 1, left: 4 reps. Next: right side. 2:05 left.",
        "Let the glute of the standing leg lift you.",
        "Paused. Space goes on.",
        "Volume 90%.",
        "Going on.",
        "Muted.",
        "No sound device.",
        "Ready? Space goes on.",
        "Sound on.",
        "Change sides: Step ups, set 1 of 1, right. Next: right side. 1:44 left.",
        "Going on.",
        *(f"{key}: {what}" for key, what in KEYS),
    ]


def test_a_pipe_gets_a_line_a_step() -> None:
    out = io.StringIO()
    screen = LineScreen(out)
    for at in range(0, TIMELINE.duration, 500):
        screen.show(seen(at), State(paused=bool(at % 1000)))
    lines = out.getvalue().splitlines()
    assert len(lines) == len(STEPS)
    assert lines[:3] == [
        "0:00  Welcome. Next: Step ups, 4 reps, left. Needs: a step that can't slip. 2:30 left.",
        "0:10  Get ready: Step ups, set 1 of 1. Next: 4 reps, left. Needs: a step that can't slip. 2:20 left.",
        "0:25  Step ups, set 1 of 1, left: 4 reps. Next: right side. 2:05 left.",
    ]
    rest = "Rest: 30 s. Next: Sideways band walk, 2 reps, alternating. Needs: a resistance band. 1:17 left."
    assert lines[5] == f"1:14  {rest}"  # while the last number is said the set is seen
    assert lines[-1] == "2:20  Done."


def test_lines_survive_an_encoding_that_lacks_a_letter() -> None:
    raw = io.BytesIO()
    out = io.TextIOWrapper(raw, encoding="ascii", newline="")
    PlainScreen(out).show(replace(at_work(), title="Größe"), State())
    assert raw.getvalue().startswith(b"Gr??e, set 1 of 1, left: 4 reps.")
