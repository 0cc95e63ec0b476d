"""Lists on the screen of a live session, from which one row is chosen: by its number, or with the arrows and Enter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from voicecoach.terminal.questions import Took

MOVES = {"up": -1, "down": +1, "wheel-up": -1, "wheel-down": +1}
LEAVING_KEYS = frozenset({"escape", "q", "n"})
HINTS = ("number or arrows, then Enter; Escape closes", "Enter chooses, Esc closes")
"""In full, and for small windows."""
BESIDE_HINT = 14
"""So many columns stand beside it."""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list with its `title`; `at` is the row that Enter chooses, from 0."""

    title: str
    rows: tuple[str, ...]
    at: int = 0

    @property
    def lines(self) -> tuple[str, ...]:
        """The rows with their numbers."""
        width = len(str(len(self.rows)))
        return tuple(f"{number:>{width}} {row}" for number, row in enumerate(self.rows, 1))


class ListQuestion:
    """Asks for one row of a listing. `shown` is told what to show, None at the end; `chosen` gets the row, from 0."""

    def __init__(
        self, listing: Listing, shown: Callable[[Listing | None], None], chosen: Callable[[int], None], own_key: str
    ) -> None:
        """`own_key` has opened it and closes it again."""
        self._listing, self._shown, self._chosen, self._own_key = listing, shown, chosen, own_key
        self._typed = ""
        shown(listing)

    def press(self, key: str) -> Took:
        """Take a key."""
        rows = len(self._listing.rows)
        if key.startswith("row "):
            return self._choose(int(key.removeprefix("row ")))
        if key in MOVES:
            self._typed = ""
            self._move((self._listing.at + MOVES[key]) % rows)
        elif key.isdecimal():
            return self._type(key)
        elif key in {"enter", "space"}:
            return self._choose(self._listing.at)
        elif key in LEAVING_KEYS or key == self._own_key:
            self._shown(None)
            return Took.ANSWER
        return Took.NOTHING

    def _type(self, digit: str) -> Took:
        """A number; where no further digit could follow, it is the answer."""
        rows = len(self._listing.rows)
        number = next((one for one in (int(self._typed + digit), int(digit)) if 1 <= one <= rows), None)
        if number is None:
            return Took.NOTHING
        self._typed = str(number)
        if number * 10 > rows:
            return self._choose(number - 1)
        self._move(number - 1)
        return Took.NOTHING

    def _move(self, at: int) -> None:
        self._listing = Listing(self._listing.title, self._listing.rows, at)
        self._shown(self._listing)

    def _choose(self, row: int) -> Took:
        self._shown(None)
        if 0 <= row < len(self._listing.rows):
            self._chosen(row)
        return Took.ANSWER


def rows_around(listing: Listing, room: int) -> list[tuple[str, bool]]:
    """As many rows around the chosen one as there is room for, each with whether it is the one."""
    room = max(1, room)
    first = max(0, min(listing.at - room // 2, len(listing.rows) - room))
    seen = list(enumerate(listing.lines))[first : first + room]
    return [(f"{'>' if number == listing.at else ' '} {line}", number == listing.at) for number, line in seen]


def listing_hint(columns: int) -> str:
    """How to choose."""
    return HINTS[0] if len(HINTS[0]) + BESIDE_HINT <= columns else HINTS[1]
