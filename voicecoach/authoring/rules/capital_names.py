"""Names in capitals with what is told of them right behind, as text that lost its layout has them."""

from __future__ import annotations

import re

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.movements import has_movement
from voicecoach.authoring.rules.names import is_told, reads_as_name
from voicecoach.authoring.rules.section_words import REASONS, RULES, SECTION

_NAME = r"[A-Z][A-Z'’/-]+(?:\s[A-Z][A-Z'’/-]+){0,5}"
_AMONG = re.compile(rf"(?<=[.!?]\s)({_NAME.replace('{0,5}', '{1,5}')})[.:]?\s+(?=[A-Z][a-z])")
_FIRST = re.compile(rf"(?P<name>{_NAME}(?:\s\([^()]{{3,40}}\))?)[.:]?\s+(?P<told>[A-Z][a-z]+\s[^.]*[a-z].*)", re.DOTALL)
LEAST_LETTERS = 4


_ORDER = re.compile(r"[A-Z][a-z]+ (?:your|the|on|up|down|at|in|with|forwards?|back(?:wards)?|to|an?|one|both)\b")


def _is_order(text: str) -> bool:
    return is_told(text) or bool(_ORDER.match(text))


def shouted(text: str) -> list[str]:
    """A paragraph in which names in capitals begin what is told of them: what is before, each name and its text."""
    pieces = [one.strip() for one in _AMONG.split(text)]
    names = pieces[1::2]
    return pieces if len(names) > 1 and all(map(has_movement, names)) and all(pieces[::2]) else []


def named_in_capitals(block: Block, text: str) -> tuple[str, str] | None:
    """A name in capitals that a line begins with, and what is told behind it: `PRONE MARCH Lie face down`."""
    found = _FIRST.fullmatch(text)
    if found is None or sum(map(str.isupper, found["name"])) < LEAST_LETTERS:
        return None
    name = found["name"].rstrip(" :")
    is_title = any(one.match(name) for one in (RULES, REASONS, SECTION))
    is_counted = block.kind is BlockKind.ITEM and block.marker[:1].isdecimal()
    is_named = is_counted or (has_movement(name) and _is_order(found["told"]))
    is_name = is_named and reads_as_name(name) and not is_told(name.lower())
    return (name, found["told"]) if is_name and not (is_title and not has_movement(name)) else None
