"""A session in one line as the file that it stands for."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from voicecoach.definitions.source import Plain, parse, plain
from voicecoach.errors import DefinitionError

if TYPE_CHECKING:
    from voicecoach.definitions.one_line import Line

_PLAIN = re.compile(r"[\w(][\w ./%@+()'’×-]*")


def yaml_of(line: Line, text: str) -> str:
    """The file: what `text` says, readable, with the line itself as a remark."""
    remark = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return "\n".join([f"# {remark}", *_lines(line), ""])


def _lines(line: Line) -> Iterator[str]:
    yield f"title: {scalar(line.title)}"
    yield "sections:"
    for section in line.sections:
        yield from section_lines(section)
    if line.exercises:
        yield "exercises:"
        yield from (f"  {scalar(name)}: {flow(tree)}" for name, tree in line.exercises.items())


def section_lines(section: Plain) -> Iterator[str]:
    """A section of a file, a key in each line and an entry in each line."""
    begin = "  - "
    for key, value in section.items() if isinstance(section, Mapping) else ():
        if key == "exercises" and isinstance(value, list):
            yield f"{begin}exercises:"
            yield from (f"      - {flow(entry)}" for entry in value)
        else:
            yield f"{begin}{key}: {flow(value)}"
        begin = "    "


def flow(tree: Plain) -> str:
    """A tree in one line, in braces and brackets."""
    if isinstance(tree, Mapping):
        return "{" + ", ".join(f"{scalar(key)}: {flow(value)}" for key, value in tree.items()) + "}"
    if isinstance(tree, list):
        return f"[{', '.join(map(flow, tree))}]"
    return scalar(tree)


def scalar(value: Plain) -> str:
    """A value as it is read back: a text in quotes only if it needs them."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.fullmatch(value) and _reads_back(value):
        return value
    return json.dumps(value, ensure_ascii=False)


def _reads_back(text: str) -> bool:
    try:
        return plain(parse(f"[{text}]".encode(), "")) == [text]
    except DefinitionError:
        return False
