"""What can be wrong with what somebody wrote, and how it is quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

MAX_CHARACTERS = 100
"""No notation is longer."""


class NotationError(ValueError):
    """What was written can't be read; the message is for its author.

    `meant` is how it is written in a file, if there is no doubt what was meant.
    """

    def __init__(self, message: str, meant: str | None = None) -> None:
        super().__init__(message)
        self.meant = meant


class NothingWrittenError(NotationError):
    """Nothing is written where something has to be; who knows whether it can be left out says what to do."""


class RefusedError(ValueError):
    """Why something can't be read, and the nearest form that can; `quoted` makes a NotationError of it.

    `slip` is a word that is misspelled and the one that it certainly is, if that is all.
    """

    def __init__(self, message: str, slip: tuple[str, str] | None = None) -> None:
        super().__init__(message)
        self.slip = slip


def shown(value: object) -> str:
    """A value as it is quoted in a message: cut if it is long, lists and mappings by what they are."""
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, list):
        return "a list"
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= MAX_CHARACTERS else f"{text[:MAX_CHARACTERS]}…"


def written(value: object, what: str, form: str) -> str:
    """What was written, trimmed. Raises NotationError for what can't be a notation of any kind."""
    text = " ".join(str(value).split()) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""
    if not text or len(text) > MAX_CHARACTERS:
        raise NotationError(f"{shown(value)} is not {what}. {form}")
    return text


@contextmanager
def quoted(value: object, form: str = "") -> Iterator[None]:
    """Turns a refusal into a NotationError that quotes `value` and ends with `form`."""
    try:
        yield
    except RefusedError as refusal:
        raise NotationError(f"{shown(value)}: {refusal} {form}".rstrip(), respelled(value, refusal.slip)) from None


def respelled(value: object, slip: tuple[str, str] | None) -> str | None:
    """The value with a word in place of the misspelled one, if that stands there once."""
    if slip is None:
        return None
    word = re.compile(rf"(?<![^\W\d_]){re.escape(slip[0])}(?![^\W\d_])", re.IGNORECASE)
    return word.sub(slip[1], str(value)) if len(word.findall(str(value))) == 1 else None
