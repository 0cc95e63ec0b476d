"""The mouse in a live session: what is clicked on, and asking the terminal to tell."""

from __future__ import annotations

import atexit
from collections.abc import Sequence
from contextlib import suppress
from typing import TextIO

from voicecoach.terminal.lines import GO_ON_HINT, HINTS, KEYS
from voicecoach.terminal.lists import Listing

ON = "\x1b[?1000h\x1b[?1006h"
"""Tell of clicks and of the wheel, in SGR's form, which has no limit to its columns."""
OFF = "\x1b[?1006l\x1b[?1000l"
KEY_OF_HINT = {hint: hint.split()[0] for hint in (*HINTS, GO_ON_HINT)} | {"+/- volume": "+"}
KEY_OF_HELP = {f"{keys:<9} {what}": keys.split(",")[0].strip() or "," for keys, what in KEYS}
"""The lines of the help as they stand on the screen."""


class Mouse:
    """Asks the terminal that `out` goes to for its mouse, between `on` and `off`, or until the program ends."""

    def __init__(self, out: TextIO) -> None:
        self._out = out

    def on(self) -> None:
        """Have clicks and the wheel come as keys."""
        atexit.register(self.off)
        self._write(ON)

    def off(self) -> None:
        """Leave the mouse to the terminal again, which selects text with it."""
        atexit.unregister(self.off)
        self._write(OFF)

    def _write(self, sequence: str) -> None:
        with suppress(OSError, ValueError):
            self._out.write(sequence)
            self._out.flush()


def key_at(rows: Sequence[str], column: int, row: int, listing: Listing | None = None) -> str | None:
    """The key that stands for what is at a place of a screen with these rows; None if nothing does.

    With a `listing` it is `row N`, from 0. Else it is what a hint or a line of the help is about.
    """
    if not 0 <= row < len(rows):
        return None
    if listing:
        clicked = rows[row][2:].rstrip()
        return next((f"row {number}" for number, line in enumerate(listing.lines) if clicked == line), None)
    for known in (KEY_OF_HINT, KEY_OF_HELP):
        for text, key in known.items():
            start = rows[row].find(text)
            if 0 <= start <= column < start + len(text):
                return key
    return None
