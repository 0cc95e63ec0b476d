"""Questions on the screen of a live session. While one is asked, keys answer it."""

from __future__ import annotations

import time
from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from voicecoach.history.model import Felt
from voicecoach.terminal.keys import LOOK_S, Keyboard

FELT_TIMEOUT_S = 60.0
FELT_KEYS = {"1": Felt.EASY, "2": Felt.RIGHT, "3": Felt.HARD, "e": Felt.EASY, "r": Felt.RIGHT, "h": Felt.HARD}
SKIPPING_KEYS = frozenset({"enter", "space", "escape", "q"})
FELT_ANSWERS = (("1", "Easy"), ("2", "Right"), ("3", "Hard"), ("enter", "Skip"))
HOW_IT_FELT = "How did it feel? 1 easy, 2 right, 3 hard; Enter skips."


class Took(Enum):
    """What a question made of a key."""

    NOTHING = auto()
    """The question stays."""
    ANSWER = auto()
    """It is answered."""
    LEAVE = auto()
    """The question is over, and the key does what it always does."""


class Question(Protocol):
    """Something that takes the keys until it is answered."""

    def press(self, key: str) -> Took:
        """Take a key, by its name."""


QUIT_ANSWERS = (("y", "Quit"), ("n", "Go on"))


class QuitQuestion:
    """Whether to quit: `q` and `y` do; `n`, Escape and Enter don't; any other key does what it always does."""

    def __init__(self, quits: Callable[[], None]) -> None:
        self._quits = quits

    def press(self, key: str) -> Took:
        """Take a key."""
        if key in {"q", "y"}:
            self._quits()
            return Took.ANSWER
        return Took.ANSWER if key in {"n", "escape", "enter"} else Took.LEAVE


def how_it_felt(keys: Keyboard, draw: Callable[[], None]) -> Felt | None:
    """One key; Enter or a minute without an answer leaves it open. `draw` is called again and again."""
    until_s = time.monotonic() + FELT_TIMEOUT_S
    while time.monotonic() < until_s:
        draw()
        key = keys.get(LOOK_S)
        if key in FELT_KEYS or key in SKIPPING_KEYS:
            return FELT_KEYS.get(key or "")
    return None
