"""Counts, weeks and names, which have no notation but their bounds."""

from __future__ import annotations

import re
import unicodedata

from voicecoach.definitions.notation.notation_error import NotationError, NothingWrittenError, shown
from voicecoach.late_patterns import late

MAX_SETS = 1000
MAX_WEEKS = 1000
MAX_NAME_CHARACTERS = 300
_SPAN = late(r"(\d{1,9})(?:\s*(?:-|–|to)\s*(\d{1,9}))?", re.IGNORECASE)
JOINERS = frozenset("\u200c\u200d") | frozenset(map(chr, range(0xE0020, 0xE0080)))
"""The invisible characters that join or part the letters of some scripts, and the parts of some emoji and flags."""


def parse_count(value: object, what: str, most: int) -> int:
    """A whole number from one to `most`."""
    text = str(value).strip()
    if isinstance(value, bool) or not re.fullmatch(r"\d{1,9}", text) or not 1 <= int(text) <= most:
        raise NotationError(f"{shown(value)} is not a number of {what} from 1 to {most}.")
    return int(text)


def parse_name(value: object) -> str:
    """A name as its owner writes it, in any script: no control characters, no line breaks, single spaces.

    Invisible characters go, but for the joiners that scripts and emoji need. Raises NotationError.
    """
    text = str(value)
    if value is None or not text.strip():
        raise NothingWrittenError(f"{shown(value)} where a name was expected.")
    if isinstance(value, (bool, list, dict)):
        raise NotationError(f"{shown(value)} where a name was expected.")
    # Unassigned characters may be emoji that are newer than this Python.
    if any(unicodedata.category(character) in {"Cc", "Cs", "Co"} for character in text):
        raise NotationError(f"{shown(value)} has characters that don't show. Remove them.")
    visible = (char for char in text if unicodedata.category(char) != "Cf" or char in JOINERS)
    name = unicodedata.normalize("NFC", " ".join("".join(visible).split()))
    if not name or len(name) > MAX_NAME_CHARACTERS:
        raise NotationError(f"a name of {len(name)} characters; it has from 1 to {MAX_NAME_CHARACTERS}.")
    return name


def parse_weeks(value: object) -> tuple[int, ...]:
    """Weeks in order: `6` is the first six, `3-6` and `1,3,5` name them. Raises NotationError."""
    text = str(value).strip()
    if re.fullmatch(r"\d{1,9}", text) and not isinstance(value, bool):
        return tuple(range(1, parse_count(text, "weeks", MAX_WEEKS) + 1))
    weeks: set[int] = set()
    for part in text.split(",") if isinstance(value, str) else [""]:
        if not (span := _span(part)):
            raise NotationError(
                f"{shown(value)} is not a choice of weeks. Write 6 for the first six, or 3-6, or 1,3,5."
            )
        weeks.update(range(span[0], span[1] + 1))
    return tuple(sorted(weeks))


def parse_week_span(value: object) -> tuple[int, int]:
    """The first and the last of weeks in a row: `3`, `2-4`, `2 to 4`, `weeks 2-4`. Raises NotationError."""
    span = None if isinstance(value, bool) else _span(re.sub(r"^\s*weeks?\s", "", str(value), flags=re.IGNORECASE))
    if span is None:
        raise NotationError(f"{shown(value)} is no week. Write 3, or 2-4 for weeks two to four.")
    return span


def _span(text: str) -> tuple[int, int] | None:
    match = _SPAN.fullmatch(text.strip())
    if match is None:
        return None
    first, last = (parse_count(number, "weeks", MAX_WEEKS) for number in (match[1], match[2] or match[1]))
    if last < first:
        raise NotationError(f"{shown(text.strip())} runs backwards. Write {last}-{first}.")
    return first, last
