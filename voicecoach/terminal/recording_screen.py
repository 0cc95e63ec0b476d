"""The screens of a recording: one that is drawn, and one that adds lines."""

from __future__ import annotations

from typing import Protocol, TextIO

from voicecoach.terminal.lines import clean
from voicecoach.terminal.recording_rows import Shown, Stage, hints, progress, rows, status
from voicecoach.terminal.screen import DrawnScreen, is_dumb, is_tiny


class RecordingScreen(Protocol):
    """Where a recording is shown. A terminal that is gone raises OSError from `open` and `show`, never `close`."""

    def open(self) -> None:
        """Begin, or begin again after `close`."""

    def show(self, shown: Shown) -> None:
        """Show this now."""

    def close(self) -> None:
        """Leave the terminal as it was; more than once does no harm."""


def recording_screen(out: TextIO, *, plain: bool = False) -> RecordingScreen:
    """The screen that suits the terminal `out`: lines with `plain`, on dumb terminals and on tiny ones."""
    return PlainRecording(out) if plain or is_dumb() or is_tiny(out) else DrawnRecording(out)


class DrawnRecording:
    """The whole terminal, redrawn where it changes."""

    def __init__(self, out: TextIO) -> None:
        self._screen = DrawnScreen(out)

    def open(self) -> None:
        """Take the terminal over."""
        self._screen.open()

    def close(self) -> None:
        """Give it back."""
        self._screen.close()

    def show(self, shown: Shown) -> None:
        """Draw it."""
        self._screen.draw(lambda canvas: rows(shown, canvas))


class PlainRecording:
    """A line whenever something changes but the level: for screen readers and dumb terminals."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._sentence, self._stage, self._notice = 0, Stage.READY, ""

    def open(self) -> None:
        """Nothing to do."""

    def close(self) -> None:
        """Nothing to do."""

    def show(self, shown: Shown) -> None:
        """Write what is new."""
        is_other = shown.number != self._sentence
        if is_other:
            self._write(progress(shown), shown.sentence.text)
        if is_other or shown.stage is not self._stage:
            self._write("Recording. Space stops." if shown.stage is Stage.RECORDING else status(shown))
            self._write(hints(shown.stage))
        if shown.notice and shown.notice != self._notice:
            self._write(shown.notice)
        self._sentence, self._stage, self._notice = shown.number, shown.stage, shown.notice

    def _write(self, *lines: str) -> None:
        for line in lines:
            self._out.write(clean(line, self._out.encoding or "utf-8") + "\n")
        self._out.flush()
