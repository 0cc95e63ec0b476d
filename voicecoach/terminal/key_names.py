"""From what a terminal sends to the names of keys; see `keys` for what they are."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator

NAMES = {" ": "space", "\r": "enter", "\n": "enter", "\x7f": "backspace", "\b": "backspace"}
ESCAPE = "\x1b"
FINAL_NAMES = {"A": "up", "B": "down", "C": "right", "D": "left", "M": "enter", "k": "+", "m": "-"}
"""Last characters of the sequences of arrow and keypad keys. Only after `ESC O`: M, k and m."""
ARROWS = "ABCD"
STRING_INTRODUCERS = "]P_^X"
"""After ESC they begin a text from the terminal, which ends with BEL or `ESC \\`."""
MOUSE = re.compile(r"\x1b\[<(\d+);(\d+);(\d+)([Mm])")
"""A report of the mouse, in SGR's form (mode 1006): button, column and row from one, `M` for pressed."""
BUTTONS = {"0": "click", "64": "wheel-up", "65": "wheel-down"}
WITH_ONE_MORE = 2
"""The length of ESC and one character."""


class KeyParser:
    """Names of keys from what a terminal sends, in whatever pieces it arrives."""

    def __init__(self) -> None:
        self._decoder = getincrementaldecoder("utf-8")("ignore")
        self._rest = ""

    @property
    def is_waiting(self) -> bool:
        """Whether a sequence has begun and not ended."""
        return bool(self._rest)

    def feed(self, sent: bytes) -> Iterator[str]:
        """The keys that are complete with these bytes."""
        self._rest += self._decoder.decode(sent)
        while self._rest and (length := self._complete()):
            key, self._rest = self._rest[:length], self._rest[length:]
            if name := key_name(key):
                yield name

    def flush(self) -> Iterator[str]:
        """What has begun and won't go on: ESC was a key, and what followed it were others."""
        pending, self._rest = self._rest, ""
        if pending:
            yield "escape"
            if len(pending) == WITH_ONE_MORE and (name := key_name(pending[1])):
                yield name

    def _complete(self) -> int:
        """How many characters the first key takes, 0 if it isn't all there yet."""
        rest = self._rest
        if rest[0] != ESCAPE:
            return 1
        if len(rest) == 1:
            return 0
        if rest[1] == "[":
            return _end_of_control_sequence(rest)
        if rest[1] == "O":
            return WITH_ONE_MORE + 1 if len(rest) > WITH_ONE_MORE else 0
        if rest[1] in STRING_INTRODUCERS:
            ends = [at for at in (rest.find("\x07") + 1, rest.find("\x1b\\", 1) + 2) if at > 1]
            return min(ends, default=0)
        return 1


def _end_of_control_sequence(sent: str) -> int:
    """The length of `ESC [`, parameters, and the one character that ends them; 0 if that is missing."""
    for at, character in enumerate(sent[2:], 3):
        if "@" <= character <= "~":
            return at
        if not " " <= character <= "?":
            return at - 1  # no such sequence: forget it, not what follows
    return 0


def key_name(key: str) -> str | None:
    """The name of one key from all that was sent for it; None if it has none."""
    if len(key) == 1:
        if key == ESCAPE:
            return "escape"
        return NAMES.get(key) or (key if key.isprintable() else None)
    if mouse := MOUSE.fullmatch(key):
        return _mouse_name(*mouse.groups())
    final = key[-1]
    return FINAL_NAMES.get(final) if key[1] == "O" or final in ARROWS else None


def _mouse_name(button: str, column: str, row: str, is_pressed: str) -> str | None:
    """`wheel-up`, `wheel-down`, or `click` with the column and the row, from 0: `click 10 3`."""
    name = BUTTONS.get(button) if is_pressed == "M" else None
    return f"{name} {int(column) - 1} {int(row) - 1}" if name == "click" else name
