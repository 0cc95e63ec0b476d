"""What a request says that is not wanted: how far a `no` reaches."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from voicecoach.authoring.picking.request import ON_THE_ROAD
from voicecoach.errors import ChoiceError

Meaning = tuple[str, Any]
"""What is said: the name of a field of `Request`, and a value for it."""

EXCEPT = "except"
JUMPS = ("jumps",)
"""What a session can be for, though it is no part of the body."""
LINKS: Mapping[str, int] = {",": 1, "and": 2, "or": 3, "nor": 3}
"""What stands between the things of a list, with how surely a list goes on behind it that is not wanted."""
WANTED = frozenset({"but", "do", "for", "give", "has", "have", "i've", "like", "make", "need", "plus", "then"})
WANTED |= {"use", "using", "want", "with"}
"""Fillers behind which a list of what is not wanted is over."""


@dataclass
class Negation:
    """Which things of a request are not wanted: what follows on a `no`, and the list that goes on behind that.

    `word` is the one that was said, until something follows on it; `before` is what wasn't wanted last, as long as its
    list may go on.
    """

    word: str = ""
    before: Meaning | None = None
    is_exception: bool = False
    _link: str = ""

    def begin(self, word: str) -> None:
        """A word such as `no`; `except` behind what isn't wanted makes an exception from that."""
        self.is_exception = word == EXCEPT and self.before is not None
        self.word, self.before = word, None

    def link(self, word: str) -> None:
        """What stands between the things of a list; of several the surest counts."""
        if LINKS[word] > LINKS.get(self._link, 0):
            self._link = word

    def pass_by(self, filler: str) -> None:
        """A word that says nothing, except that a list may be over there."""
        if filler in WANTED:
            self.end()

    def end(self) -> None:
        """No list of what isn't wanted goes on here."""
        self.before = None

    def holds_for(self, meaning: Meaning, phrase: str, *, is_alone: bool) -> bool:
        """Whether this isn't wanted. Raises ChoiceError where nobody can know."""
        if self.word or self.before is None or is_alone:
            return bool(self.word)
        sureness, (name, value) = LINKS.get(self._link, 0), self.before
        if sureness == LINKS["or"]:
            return True
        if name != meaning[0]:
            if sureness == LINKS["and"] and JUMPS in {value, meaning[1]} and "items" in {name, meaning[0]}:
                raise _either(phrase)
            return False
        if sureness == LINKS["and"] or name != "focuses":
            return True
        if value == JUMPS or {*value} <= ON_THE_ROAD:  # no part of the body: one is what follows
            return False
        raise _either(phrase)

    def taken(self, denied: Meaning | None) -> None:
        """Something was taken; `denied` is what it means if it isn't wanted."""
        self.word, self.before, self._link, self.is_exception = "", denied, "", False


def _either(phrase: str) -> ChoiceError:
    return ChoiceError(f"--pick: is {phrase!r} wanted or not? Write 'with {phrase}' or 'no {phrase}'.")
