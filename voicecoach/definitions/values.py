"""How single values are read: texts, choices, counts, and the notations by the type they give.

Each reader takes a node and gives its value, or raises NotationError.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TypeVar

from voicecoach.definitions.amounts import Amount, Load, Prescription, Tempo
from voicecoach.definitions.figures import Figure
from voicecoach.definitions.model import Wordings
from voicecoach.definitions.notation import (
    MAX_SETS,
    NotationError,
    NothingWrittenError,
    parse_amount,
    parse_length,
    parse_load,
    parse_prescription,
    parse_tempo,
    parse_week_span,
    shown,
)
from voicecoach.definitions.read_figure import read_figure
from voicecoach.definitions.session import Section, Weeks
from voicecoach.definitions.slip_lines import QUOTES, quoted
from voicecoach.definitions.source import Node, plain
from voicecoach.errors import certain_name, nearest
from voicecoach.late_patterns import late
from voicecoach.times import Ms

Reader = Callable[[Node], object]
Choice = TypeVar("Choice", bound=Enum)

MAX_TEXT_CHARACTERS = 1000


def parse_text(value: object) -> str:
    """A text of one line, at most `MAX_TEXT_CHARACTERS` long. Raises NotationError."""
    if value is None:
        raise NothingWrittenError("nothing where a text was expected.")
    if not isinstance(value, str):
        meant = f'"{value}"' if isinstance(value, (int, float)) and not isinstance(value, bool) else None
        raise NotationError(f"{shown(value)} where a text was expected.{_as_text(value)}", meant)
    text = " ".join(value.split())
    if not text:
        raise NothingWrittenError("an empty text.")
    if len(text) > MAX_TEXT_CHARACTERS:
        problem = f"a text of {len(text)} characters; at most {MAX_TEXT_CHARACTERS}."
        raise NotationError(f"{problem} Split it into several lines.")
    if bad := re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", text):
        raise NotationError(f"control character U+{ord(bad[0]):04X} in {shown(text)}. Remove it.")
    if text[0] in QUOTES and text[-1] in QUOTES and len(text) > 1:
        problem = f'{shown(text)} stands in typographic quotes, which would be spoken. Write "{text[1:-1]}".'
        raise NotationError(problem, quoted(text[1:-1]))
    return text


def _as_text(value: object) -> str:
    """How it could be a text."""
    if isinstance(value, (int, float, bool)):
        return f' Put it in quotes: "{value}".'
    if isinstance(value, dict) and len(value) == 1 and all(isinstance(one, str) for one in value.values()):
        ((key, rest),) = value.items()
        return f' A text that contains ": " needs quotes: "{key}: {rest}".'
    if isinstance(value, dict) and value and all(one is None for one in value.values()):
        return f' A text that begins with a brace needs quotes: "{{{", ".join(value)}}}".'
    return ""


def read_text(node: Node) -> str:
    """A text of one line."""
    return parse_text(plain(node))


def read_choice(node: Node, kind: type[Choice]) -> Choice:
    """One of the words of an enumeration."""
    value = plain(node)
    allowed = [str(member.value) for member in kind]
    if value not in allowed:
        problem = f"{shown(value)} is not one of {', '.join(allowed)}.{nearest(str(value), allowed)}"
        raise NotationError(problem, certain_name(value, allowed) if isinstance(value, str) else None)
    return kind(value)


def read_minutes(node: Node) -> Ms:
    """A length whose bare number is minutes."""
    value = plain(node)
    if isinstance(value, bool) or not isinstance(value, (str, int, float)) or _HAS_UNIT.search(str(value)):
        return parse_length(value)
    return parse_length(f"{value} min")


_HAS_UNIT = late(r"[:'\"]|\d\s*[^\W\d_]|\b(?:s|sec|min|hour|h)", re.IGNORECASE)


def read_prescription(node: Node) -> Prescription:
    """A prescription as a text, a number, or a list of the amounts of each set."""
    value = plain(node)
    if isinstance(value, list) and value and all(isinstance(one, (str, int, float)) for one in value):
        return parse_prescription(", ".join(str(one) for one in value))
    return parse_prescription(value)


def _wordings(node: Node) -> Wordings:
    if isinstance(node.value, list):
        return tuple(read_text(one) for one in node.value)
    return (read_text(node),)


def _bool(node: Node) -> bool:
    value = plain(node)
    if not isinstance(value, bool):
        meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(value).lower())
        raise NotationError(f"{shown(value)} is neither true nor false.{f' Write {meant}.' if meant else ''}", meant)
    return value


def _int(node: Node) -> int:
    value = plain(node)
    if isinstance(value, bool) or not isinstance(value, int):
        raise NotationError(f"{shown(value)} is not a whole number.")
    if not 1 <= value <= MAX_SETS:
        raise NotationError(f"{value} is not between 1 and {MAX_SETS}.")
    return value


READERS: Mapping[object, Reader] = {
    str: read_text,
    bool: _bool,
    int: _int,
    Ms: lambda node: parse_length(plain(node)),
    Tempo: lambda node: parse_tempo(plain(node)),
    Amount: lambda node: parse_amount(plain(node)),
    Load: lambda node: parse_load(plain(node)),
    Prescription: read_prescription,
    Weeks: lambda node: Weeks(*parse_week_span(plain(node))),
    Wordings: _wordings,
    Figure: read_figure,
    (Section, "minutes"): read_minutes,
}
