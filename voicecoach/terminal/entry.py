"""Entering what was done in a set: repetitions and load, in a line of text."""

from __future__ import annotations

import re
from collections.abc import Callable

from voicecoach.terminal.questions import Took

REPS_AND_LOAD = re.compile(r"(?P<reps>\d{1,3})(?:(?:\s*[x×*@]\s*|\s+(?=\d))(?P<load>\S.*))?")
LOAD = re.compile(r"(?:[x×*@]\s*)?(?P<load>\d+(?:[.,]\d+)?\s*[^\W\d]+.*)")
NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
UNIT = re.compile(r"[^\W\d]+")
USUAL_UNIT = "kg"
LONGEST = 24
WORDS = {"space": " "}
ENTRY_ANSWERS = (
    *((digit, digit) for digit in "1234567890"),
    ("x", "×"),
    (".", "."),
    ("backspace", "⌫"),
    ("enter", "OK"),
)
"""For those who have no keyboard: a mere number is in the usual unit."""


EXAMPLE = "8 x 24 kg"
"""For work that is neither counted nor loaded, of which nothing is known to offer."""


def done_text(reps: int | None, load: str | None) -> str:
    """`8 x 24 kg`, or `8`, or `24 kg`, or nothing."""
    return " x ".join(str(part) for part in (reps, load) if part is not None)


def read_entry(typed: str, reps: int | None, load: str | None) -> tuple[int | None, str | None] | None:
    """The repetitions and the load that were typed, such as `8 x 24 kg`, `8 24`, `8` or `24 kg`; None if it isn't so.

    What isn't typed is as offered by `reps` and `load`; None of both where nothing is known.
    """
    text = " ".join(typed.split())
    if not text:
        return reps, load
    if found := REPS_AND_LOAD.fullmatch(text):
        return int(found["reps"]), _with_unit(found["load"], load) if found["load"] else load
    if found := LOAD.fullmatch(text):
        return reps, _with_unit(found["load"], load)
    return None


def _with_unit(typed: str, offered: str | None) -> str:
    """A mere number is in the unit of what was offered."""
    if not NUMBER.fullmatch(typed):
        return typed
    units = UNIT.findall(offered or "")
    return f"{typed} {units[-1] if units else USUAL_UNIT}"


class EntryQuestion:
    """Asks for what was done. `shown` is told what to show; `entered` gets the repetitions and the load."""

    def __init__(
        self,
        question: str,
        offered: tuple[int | None, str | None],
        shown: Callable[[str], None],
        entered: Callable[[int | None, str | None], None],
    ) -> None:
        self._question, self._offered, self._shown, self._entered = question, offered, shown, entered
        self._typed = ""
        self._show()

    def _show(self) -> None:
        self._shown(f"{self._question}: {self._typed or done_text(*self._offered)}_{self._hint()}")

    def _hint(self) -> str:
        if self._typed:
            return ""
        return " Type over it, or Enter keeps it." if done_text(*self._offered) else f" Type it, such as {EXAMPLE}."

    def press(self, key: str) -> Took:
        """Take a key."""
        if key == "escape":
            return Took.ANSWER
        if key == "enter":
            found = read_entry(self._typed, *self._offered)
            if found is None:
                example = done_text(*self._offered) or EXAMPLE
                self._shown(f"{self._typed!r} is not like {example}. Type it anew, or Escape.")
                self._typed = ""
                return Took.NOTHING
            self._entered(*found)
            return Took.ANSWER
        if key == "backspace":
            self._typed = self._typed[:-1]
        else:
            character = WORDS.get(key, key)
            if len(character) == 1 and len(self._typed) < LONGEST:
                self._typed += character
        self._show()
        return Took.NOTHING
