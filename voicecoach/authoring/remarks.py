"""Remarks that explain the lines of a file to somebody who is new to it."""

from __future__ import annotations

from collections.abc import Iterator

from voicecoach.definitions.field_texts import SECTION_KINDS, texts
from voicecoach.definitions.model import Exercise
from voicecoach.definitions.session import Item, Section, Session
from voicecoach.definitions.source import Node, parse

MAX_COLUMNS = 110
ENTRY = "an exercise, and how much of it: 3x10, 3x8-10, 8/side, 30 s; or just its name"


def has_remarks(text: str) -> bool:
    """Whether a file explains itself: some line begins with a remark."""
    return any(line.lstrip().startswith("#") for line in text.splitlines())


def with_remarks(text: str) -> str:
    """The file with a remark for the first line of every kind: what its key says."""
    lines = text.split("\n")
    explained: set[str] = set()
    for number, remark in sorted(_remarks(parse(text.encode(), ""))):
        line = lines[number - 1]
        if remark not in explained and "#" not in line:
            explained.add(remark)
            lines[number - 1] = _explained(line, remark)
    return "\n".join(lines)


def _explained(line: str, remark: str) -> str:
    """The line with its remark behind it, or above it where there is no room."""
    if len(line) + len(remark) + len("  # ") <= MAX_COLUMNS:
        return f"{line}  # {remark}"
    return f"{' ' * (len(line) - len(line.lstrip()))}# {remark}\n{line}"


def _remarks(root: Node) -> Iterator[tuple[int, str]]:
    """Lines, counted from one, and what there is to say of them."""
    yield from _of_keys(root, Session if "sections" in root.children else Exercise)
    for section in _items(root.at("sections")):
        yield from _of_keys(section, Section)
        for entry in _items(section.at("exercises")):
            yield from _of_keys(entry, Item)
            yield entry.place.line, ENTRY
    for exercise in root.children["exercises"].children.values() if "exercises" in root.children else ():
        yield from _of_keys(exercise, Exercise)


def _of_keys(node: Node, kind: type) -> Iterator[tuple[int, str]]:
    """A remark for each key that begins a line."""
    known = texts(kind)
    lines: set[int] = set()
    for key, place in node.keys.items():
        if key in known and place.line not in lines and _is_block(node):
            section_kind = node.children[key].value if (kind, key) == (Section, "kind") else None
            about = next((text for one, text in SECTION_KINDS.items() if one == section_kind), known[key])
            yield place.line, about.replace("`", "")
        lines.add(place.line)


def _is_block(node: Node) -> bool:
    """Whether its keys stand one below the other, and not in braces."""
    return all(place.column == node.place.column for place in node.keys.values())


def _items(node: Node) -> list[Node]:
    return node.value if isinstance(node.value, list) else []
