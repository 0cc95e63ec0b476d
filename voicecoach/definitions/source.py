"""YAML text as a tree that remembers where everything stood.

Scalars follow YAML 1.2: `no` is a word, `1:30` a text, `0o17` a number. Aliases, merges, tags and duplicate keys are
refused, as are files too large or too deep to be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

from voicecoach.errors import DefinitionError, Place

if TYPE_CHECKING:
    import yaml

MAX_BYTES = 1_000_000
MAX_DEPTH = 50

Scalar = Union[str, int, float, bool, None]  # noqa: UP007


@dataclass(frozen=True, slots=True)
class Node:
    """A value and its place. `keys` gives the place of every key of a mapping."""

    value: Scalar | list[Node] | dict[str, Node]
    place: Place
    keys: dict[str, Place] | None = None


def parse(data: bytes, name: str) -> Node:
    """The document in `data`; `name` stands for the file in messages. Raises DefinitionError."""
    text = _text(data, name)
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(yaml.parse(text, Loader=loader), name).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)
        raise DefinitionError(place, "", f"not YAML: {error.problem or error.context}.", _yaml_fix(text, place)) from None
    except yaml.YAMLError as error:
        raise DefinitionError(Place(name, 1, 1), "", f"not YAML: {error}.") from None


def _text(data: bytes, name: str) -> str:
    start = Place(name, 1, 1)
    if len(data) > MAX_BYTES:
        raise DefinitionError(start, "", f"{len(data):,} bytes; a definition file has at most {MAX_BYTES:,}.")
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in data[:4]:
        raise DefinitionError(start, "", "this looks like UTF-16, not UTF-8.", "Save the file as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        place = Place(name, line, column)
        raise DefinitionError(place, "", f"byte 0x{data[error.start]:02x} is not UTF-8.", "Save the file as UTF-8.") from None
    if bad := re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]", text):
        line = text.count("\n", 0, bad.start()) + 1
        place = Place(name, line, bad.start() - text.rfind("\n", 0, bad.start()))
        raise DefinitionError(place, "", f"control character U+{ord(bad[0]):04X} in the text.", "Remove it.")
    return text


def _yaml_fix(text: str, place: Place) -> str:
    lines = text.split("\n")
    line = lines[place.line - 1] if place.line <= len(lines) else ""
    if "\t" in line:
        return "Indent with spaces: the line has a tab."
    return "A text that contains ': ' or starts with a sign needs quotes." if ":" in line else ""


class _Builder:
    """Builds the tree from the parser's events, without recursion into anything the author controls the depth of."""

    def __init__(self, events: Iterator[yaml.Event], name: str) -> None:
        self.events, self.name = events, name

    def document(self) -> Node:
        import yaml

        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    raise DefinitionError(self.place(event), "", "a second document; a file holds one.", "Remove the line '---'.")
                root = self.node(next(self.events), 0)
        if root is None or root.value is None:
            raise DefinitionError(Place(self.name, 1, 1), "", "the file is empty.")
        return root

    def place(self, event: yaml.Event) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def node(self, event: yaml.Event, depth: int) -> Node:
        import yaml

        place = self.place(event)
        if depth > MAX_DEPTH:
            raise DefinitionError(place, "", f"more than {MAX_DEPTH} levels deep.")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise DefinitionError(place, "", "anchors and aliases (& and *) are not supported.", "Write the value out.")
        if getattr(event, "tag", None):
            raise DefinitionError(place, "", f"tags such as {event.tag} are not supported.", "Remove it.")
        if isinstance(event, yaml.ScalarEvent):
            return Node(_scalar(event, place), place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self.sequence(depth), place)
        return self.mapping(place, depth)

    def sequence(self, depth: int) -> list[Node]:
        import yaml

        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, depth + 1))
        return items

    def mapping(self, place: Place, depth: int) -> Node:
        import yaml

        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, keys)
            keys[key] = self.place(event)
            values[key] = self.node(next(self.events), depth + 1)
        return Node(values, place, keys)

    def key(self, event: yaml.Event, seen: dict[str, Place]) -> str:
        import yaml

        place = self.place(event)
        if not isinstance(event, yaml.ScalarEvent) or event.anchor or event.tag:
            raise DefinitionError(place, "", "a key must be a plain word.")
        if event.value == "<<":
            raise DefinitionError(place, "", "merge keys (<<) are not supported.", "Write the values out, or use 'from:'.")
        if event.value in seen:
            raise DefinitionError(place, str(event.value), f"stands here a second time; first in line {seen[event.value].line}.")
        return str(event.value)


_INT = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Scalar] = {"": None, "~": None, "true": True, "false": False}
_NON_NUMBERS = {".inf": "inf", "+.inf": "inf", "-.inf": "-inf", ".nan": "nan"}
_MAX_DIGITS = 18


def _scalar(event: yaml.ScalarEvent, place: Place) -> Scalar:
    """The YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema)."""
    text = str(event.value)
    if not event.implicit[0]:
        return text
    lowered = text.lower() if text in (text.lower(), text.upper(), text.capitalize()) else text
    if lowered in _WORDS or lowered == "null":
        return _WORDS.get(lowered)
    if len(text) > _MAX_DIGITS and (_INT.fullmatch(text) or _BASED.fullmatch(text)):
        raise DefinitionError(place, "", f"a number of {len(text)} digits.", "Use a smaller one.")
    if _INT.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    return float(_NON_NUMBERS[lowered]) if lowered in _NON_NUMBERS else text
