from __future__ import annotations

import fcntl
import io
import os
import pty
import re
import struct
import termios
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from queue import SimpleQueue
from threading import Thread

import pytest

from tests.terminal.small_session import ABOUT, STEPS, TIMELINE
from voicecoach.terminal.canvas import Canvas
from voicecoach.terminal.frame import coarse, frame
from voicecoach.terminal.lines import KEYS, State
from voicecoach.terminal.screen import DrawnScreen, LineScreen, PlainScreen, screen_for
from voicecoach.timeline.view import View, view_at
from voicecoach.times import Ms

SEQUENCE = re.compile(r"\x1b\[(\??)([\d;]*)([A-Za-z])|([^\x1b]+)")


def seen(at: int) -> View:
    return view_at(TIMELINE, ABOUT, Ms(at))


def at_work(after: int = 12_000) -> View:
    return seen(25_000 + after)


def shown(view: View, width: int, height: int, state: State | None = None) -> list[str]:
    canvas = Canvas(width, height)
    return [row.plain.rstrip() for row in frame(coarse(view, canvas), state or State(), canvas)]


# On a terminal


class Terminal:
    """A terminal of which we hold the other end: what was written, and what that looks like."""

    def __init__(self, columns: int, rows: int) -> None:
        self.ours, program = pty.openpty()
        self.out = os.fdopen(program, "w", encoding="utf-8")
        self._written: SimpleQueue[bytes] = SimpleQueue()
        self._reader = Thread(target=self._keep_reading, daemon=True)
        self._reader.start()
        self.resize(columns, rows)

    def _keep_reading(self) -> None:
        """A terminal takes what is written, however much; at its end it has an error."""
        with suppress(OSError):
            while piece := os.read(self.ours, 65536):
                self._written.put(piece)

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self.out.fileno(), termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.rows = [" " * columns for _ in range(rows)]

    def read(self) -> str:
        self.out.write("\x00")
        self.out.flush()
        written = b""
        while not written.endswith(b"\x00"):
            written += self._written.get(timeout=60)
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
        self._reader.join()
        os.close(self.ours)


def show(screen: DrawnScreen, view: View, state: State) -> None:
    """Show it and wait until it is on the terminal."""
    screen.show(view, state)
    assert screen.wait(60)


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
    assert isinstance(screen, DrawnScreen)
    screen.open()
    show(screen, at_work(), State())
    taken = terminal.read()
    assert "\x1b[?1049h" in taken
    assert "\x1b[?25l" in taken
    assert [row.rstrip() for row in terminal.rows] == shown(at_work(), 80, 24)
    screen.close()
    screen.close()
    given_back = terminal.read()
    assert given_back.count("\x1b[?1049l") == given_back.count("\x1b[?25h") == 1


def test_only_what_changed_is_drawn_again(terminal: Terminal) -> None:
    screen = DrawnScreen(terminal.out)
    screen.open()
    show(screen, at_work(), State())
    terminal.read()
    show(screen, at_work(), State())
    assert terminal.read() == ""
    show(screen, at_work(12_010), State())
    assert terminal.read() == ""
    for at in (12_100, 15_000, 19_900, 60_000):
        show(screen, at_work(at), State())
        terminal.read()
        rows = shown(at_work(at), 80, 24)
        assert [row.rstrip() for row in terminal.rows] == rows + [""] * (24 - len(rows))
    screen.close()


def test_a_new_size_is_filled(terminal: Terminal) -> None:
    screen = DrawnScreen(terminal.out)
    screen.open()
    for columns, rows in ((80, 24), (30, 10), (120, 45), (10, 3)):
        terminal.resize(columns, rows)
        show(screen, at_work(), State())
        terminal.read()
        expected = shown(at_work(), columns, rows)
        assert [row.rstrip() for row in terminal.rows[: len(expected)]] == expected
    screen.close()


def test_after_a_stop_the_whole_screen_is_drawn(terminal: Terminal) -> None:
    screen = DrawnScreen(terminal.out)
    screen.open()
    show(screen, at_work(), State())
    screen.close()
    show(screen, at_work(), State())
    terminal.read()
    screen.open()
    show(screen, at_work(), State())
    terminal.read()
    assert [row.rstrip() for row in terminal.rows] == shown(at_work(), 80, 24)
    screen.close()


def test_a_number_that_changes_has_only_its_own_rows_drawn(terminal: Terminal) -> None:
    screen = DrawnScreen(terminal.out)
    screen.open()
    before, after = replace(at_work(), number=2), replace(at_work(), number=3)
    show(screen, before, State())
    whole = len(terminal.read())
    show(screen, after, State())
    number = terminal.read()
    changed = [one for one, other in zip(shown(before, 80, 24), shown(after, 80, 24), strict=True) if one != other]
    assert number.count("H") == len(changed)
    assert len(number) < whole * 3 / 4
    screen.close()


def test_a_tick_turns_the_colours_round(terminal: Terminal) -> None:
    """Though no character is another."""
    screen = DrawnScreen(terminal.out)
    screen.open()
    show(screen, at_work(), State())
    terminal.read()
    show(screen, replace(at_work(), tick=3), State())
    assert len(re.findall(r"\x1b\[\d+;\d+H", terminal.read())) == 24
    screen.close()


def test_colours_only_where_they_are_wanted(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    colour = re.compile(r"\x1b\[(?:\d+;)*(?:3[0-8]|9[0-7])(?:;\d+)*m")
    written = []
    for wanted in (True, False):
        if not wanted:
            monkeypatch.setenv("NO_COLOR", "1")
        screen = DrawnScreen(terminal.out)
        screen.open()
        show(screen, at_work(), State())
        written.append(terminal.read())
        screen.close()
    assert colour.search(written[0])
    assert not colour.search(written[1])
    assert "\x1b[7m" in written[1]


@pytest.mark.parametrize(
    ("term", "more", "used"),
    [
        ("xterm", "", r"\x1b\[[\d;]*42m"),
        ("xterm-256color", "", r"48;5;22m"),
        ("xterm-256color", "truecolor", r"48;2;10;46;24m"),
    ],
)
def test_as_many_colours_as_there_are(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, term: str, more: str, used: str
) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setenv("COLORTERM", more)
    screen = DrawnScreen(terminal.out)
    screen.open()
    show(screen, at_work(), State())
    assert re.search(used, terminal.read())
    screen.close()


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


def test_a_terminal_that_takes_nothing_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    ours, program = pty.openpty()
    fcntl.ioctl(program, termios.TIOCSWINSZ, struct.pack("HHHH", 60, 200, 0, 0))
    with os.fdopen(program, "w", encoding="utf-8") as out:
        screen = DrawnScreen(out)
        screen.open()
        for second in range(50):
            screen.show(at_work(200 * second), State())
        assert not screen.wait(0.2)
        reader = Thread(target=_read_all, args=(ours,))
        reader.start()
        show(screen, at_work(13_000), State())
        assert [row.rstrip() for row in screen.rows] == shown(at_work(13_000), 200, 60)
        screen.close()
    reader.join()
    os.close(ours)


def _read_all(end: int) -> None:
    with suppress(OSError):
        while os.read(end, 65536):
            pass


def test_what_is_wrong_with_a_terminal_is_told_with_the_next_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    ours, program = pty.openpty()
    with suppress(OSError), os.fdopen(program, "w", encoding="utf-8") as out:
        screen = DrawnScreen(out)
        screen.open()
        os.close(ours)
        show(screen, at_work(), State())
        with pytest.raises(OSError, match=r"Input/output error|Errno"):
            screen.show(at_work(15_000), State())
        screen.close()


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
