"""Written text as typed tokens: numbers, clock times, tempos, words and signs."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from voicecoach.definitions.notation.notation_error import RefusedError
from voicecoach.definitions.notation.spelling import plain
from voicecoach.times import Ms

SECOND_MS, MINUTE_MS, HOUR_MS = 1000, 60_000, 3_600_000
SIXTY = 60


class TokenKind(Enum):
    """What a token is."""

    NUMBER = "number"
    CLOCK = "clock"  # 1:30
    TEMPO = "tempo"  # the four numbers, behind an @ or beside the word
    WORD = "word"  # a word or a sign
    END = "end"


class Token(NamedTuple):
    """The smallest piece that means something.

    `value` is what a number says, or a clock time in ms; `is_glued` says that no space is before it.
    """

    kind: TokenKind
    text: str
    value: float
    is_glued: bool


END = Token(TokenKind.END, "", 0, is_glued=False)

_PART = r"(?:\d{1,2}(?:\.\d)?|x)"
_TEMPO = rf"(?:{_PART}(?:(?: ?[-:/] ?| ){_PART}){{3}}|[\dx]{{4}})(?!\w|[-:/.][\dx]| ?(?:kg|kilo|lb|pound|%|percent))"
_TOKEN = re.compile(
    rf"(?:@ ?|\btempo ?[:=]? ?@? ?)(?P<tempo>{_TEMPO})"
    rf"|(?P<tempo_before>{_PART}(?:[-:/]{_PART}){{3}}|\d\d[\dx]\d) ?tempo\b"
    r"|(?P<clock>(?:\d{1,2}:)?\d{1,3}:\d\d(?![\d:])|(?<![a-wyz\d]):\d\d(?![\d:]))"
    r"|(?P<thousands>\d{1,3}(?:,\d{3})+(?![\d,]))"
    r"|(?P<number>\d+,\d{1,2}(?= ?(?:min|h|km|kg|kilo|lb))|\d+(?:\.\d+)?|\.\d+)"
    r"|(?P<word>x|[^\W\d_]+|-{1,2}>|=>| - | \+ |\S)"
)
_SPELLED = {" - ": "–", " + ": "plus", "=>": "->", "-->": "->"}


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, for tables of them."""
    return frozenset(text.split())


def tokens(text: str) -> tuple[Token, ...]:
    """The tokens of `text` in any spelling, and an end. Raises RefusedError."""
    spelled = plain(text)
    return (*(_token(match, spelled) for match in _TOKEN.finditer(spelled)), END)


def _token(match: re.Match[str], spelled: str) -> Token:
    text, is_glued = match[0], match.start() > 0 and spelled[match.start() - 1] != " "
    match match.lastgroup:
        case "tempo" | "tempo_before":
            return Token(TokenKind.TEMPO, f"@{match[match.lastgroup]}", 0, is_glued)
        case "clock":
            return Token(TokenKind.CLOCK, text, _clock(text), is_glued)
        case "number":
            return Token(TokenKind.NUMBER, text, float(text.replace(",", ".")), is_glued)
        case "thousands":
            raise RefusedError(
                f"{text} is one number or several. Write {text.replace(',', '')}, or spaces behind commas."
            )
    return Token(TokenKind.WORD, _SPELLED.get(match[0], text), 0, is_glued)


def _clock(text: str) -> Ms:
    *hours, minutes, seconds = (int(part or 0) for part in text.split(":"))
    if seconds >= SIXTY or (hours and minutes >= SIXTY):
        raise RefusedError(f"{text} has more than 59 after a colon.")
    return Ms(sum(hours) * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS)


def joined(some: tuple[Token, ...]) -> str:
    """The tokens as one text again, with a dash as in `8-10`."""
    return "".join(one.text if one.is_glued else f" {one.text}" for one in some).strip().replace("– ", "-")
