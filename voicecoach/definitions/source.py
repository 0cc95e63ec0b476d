"""YAML text as a tree that remembers where everything stood.

Scalars follow YAML 1.2: `no` is a word, `1:30` a text, `0o17` a number; only digits with a zero in front stay a text
(the tempo `0-1-2-0` may be written `0120`). Aliases, merges, tags and duplicate keys are refused, as are files too
large or too deep to be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeAlias

import yaml

from voicecoach.errors import ChoiceError, DefinitionError, Place

MAX_BYTES = 1_000_000
MAX_DEPTH = 50
MAX_KEY_CHARACTERS = 100

Scalar: TypeAlias = str | int | float | bool | None
Plain: TypeAlias = Scalar | list["Plain"] | dict[str, "Plain"]
"""A tree of bare values."""


Step: TypeAlias = str | int
"""A key of a mapping or an index of a list."""


class Mark(Protocol):
    """A position in a text as PyYAML's two parsers give it, counted from zero."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands: its place, and the path of keys to it (`cues.form[2].say`), empty for the root.

    `keys` gives the place of every key of a mapping.
    """

    value: Scalar | list[Node] | dict[str, Node]
    place: Place
    path: str = ""
    keys: dict[str, Place] = field(default_factory=dict)

    @property
    def children(self) -> dict[str, Node]:
        """The values of a mapping; nothing for any other value."""
        return self.value if isinstance(self.value, dict) else {}

    def at(self, *steps: Step) -> Node:
        """The node these steps lead to, as far as they go."""
        node = self
        for step in steps:
            if isinstance(step, str) and step in node.children:
                node = node.children[step]
            elif isinstance(step, int) and isinstance(node.value, list) and step < len(node.value):
                node = node.value[step]
        return node


def plain(node: Node) -> Plain:
    """The bare values of a tree, without their places."""
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [plain(value) for value in node.value]
    return node.value


def read(file: Path, name: str) -> Node:
    """The document in a file; `name` stands for it in messages.

    Raises ChoiceError if it can't be read, DefinitionError if it isn't YAML of the kind described above.
    """
    try:
        with file.open("rb") as opened:
            data = opened.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ChoiceError(f"There is no file {name!r}.") from None
    except IsADirectoryError:
        raise ChoiceError(f"{name!r} is a folder, not a definition file.") from None
    except (OSError, ValueError) as error:
        raise ChoiceError(f"{name!r} can't be read: {getattr(error, 'strerror', None) or error}.") from None
    return parse(data, name)


def parse(data: bytes, name: str) -> Node:
    """The document in `data`, an empty value if there is none; `name` stands for it in messages.

    Raises DefinitionError.
    """
    text = _text(data, name)
    try:
        return _Builder(yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)), name).document()
    except yaml.MarkedYAMLError as error:
        place = _place(error.problem_mark or error.context_mark, name)
        raise DefinitionError(
            place, "", f"not YAML: {error.problem or error.context}.", _fix(str(error.problem), text, place)
        ) from None
    except yaml.YAMLError as error:
        raise DefinitionError(Place(name, 1, 1), "", f"not YAML: {' '.join(str(error).split())}.") from None


def _text(data: bytes, name: str) -> str:
    start = Place(name, 1, 1)
    if len(data) > MAX_BYTES:
        raise DefinitionError(start, "", f"more than {MAX_BYTES:,} bytes.", "A definition file has at most that.")
    if b"\0" in data[:4] or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise DefinitionError(start, "", "this looks like UTF-16, not UTF-8.", "Save the file as UTF-8.")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = Place(name, line, error.start - data.rfind(b"\n", 0, error.start))
        problem = f"byte 0x{data[error.start]:02x} is not UTF-8."
        raise DefinitionError(place, "", problem, "Save the file as UTF-8.") from None
    if bad := re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]", text):
        line = text.count("\n", 0, bad.start()) + 1
        place = Place(name, line, bad.start() - text.rfind("\n", 0, bad.start()))
        raise DefinitionError(place, "", f"control character U+{ord(bad[0]):04X} in the text.", "Remove it.")
    return text


def _fix(problem: str, text: str, place: Place) -> str:
    line = text.split("\n")[place.line - 1 : place.line]
    if line and "\t" in line[0]:
        return "Indent with spaces: the line has a tab."
    if "mapping values" in problem or "start any token" in problem:
        return "A text that contains ': ' or begins with a sign needs quotes."
    return ""


def _place(mark: Mark | None, name: str) -> Place:
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)


class _Builder:
    """Builds the tree from the parser's events; `MAX_DEPTH` bounds its recursion."""

    def __init__(self, events: Iterator[yaml.Event], name: str) -> None:
        self.events, self.name = events, name

    def document(self) -> Node:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    fix = "Remove the line '---' and what follows it."
                    raise DefinitionError(self.place(event), "", "a second document; a file holds one.", fix)
                root = self.node(next(self.events), "", 0)
        return root or Node(None, Place(self.name, 1, 1))

    def place(self, event: yaml.Event) -> Place:
        return _place(event.start_mark, self.name)

    def node(self, event: yaml.Event, path: str, depth: int) -> Node:
        place = self.place(event)
        if depth > MAX_DEPTH:
            raise DefinitionError(place, "", f"more than {MAX_DEPTH} levels deep.", "Use fewer.")
        _refuse_unsupported(event, place, path)
        if isinstance(event, yaml.ScalarEvent):
            return Node(_scalar(event, place, path), place, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self.sequence(path, depth), place, path)
        return self.mapping(place, path, depth)

    def sequence(self, path: str, depth: int) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(event, f"{path}[{len(items)}]", depth + 1))
        return items

    def mapping(self, place: Place, path: str, depth: int) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, path, keys)
            keys[key] = self.place(event)
            values[key] = self.node(next(self.events), f"{path}.{key}".removeprefix("."), depth + 1)
        return Node(values, place, path, keys)

    def key(self, event: yaml.Event, path: str, seen: dict[str, Place]) -> str:
        place = self.place(event)
        _refuse_unsupported(event, place, path)
        if not isinstance(event, yaml.ScalarEvent):
            raise DefinitionError(place, path, "a list or mapping as a key.", "A key is a plain word.")
        key = str(event.value)
        if key == "<<":
            raise DefinitionError(
                place, path, "merge keys (<<) are not supported.", "Write the values out, or use 'from:'."
            )
        if not key.isprintable() or len(key) > MAX_KEY_CHARACTERS:
            problem = f"the key {key[:MAX_KEY_CHARACTERS]!r} is too long or has characters that don't show."
            raise DefinitionError(place, path, problem, f"A key has at most {MAX_KEY_CHARACTERS} characters.")
        if key in seen:
            problem = f"stands here a second time; first in line {seen[key].line}."
            raise DefinitionError(place, f"{path}.{key}".removeprefix("."), problem, "Keep one of them.")
        return key


def _refuse_unsupported(event: yaml.Event, place: Place, path: str) -> None:
    if isinstance(event, yaml.AliasEvent) or (isinstance(event, yaml.NodeEvent) and event.anchor):
        problem = "anchors and aliases (& and *) are not supported."
        raise DefinitionError(
            place, path, problem, "Write the value out; put a text that begins with & or * in quotes."
        )
    if isinstance(event, (yaml.ScalarEvent, yaml.CollectionStartEvent)) and event.tag:
        problem = f"tags such as {event.tag[:MAX_KEY_CHARACTERS]!r} are not supported."
        raise DefinitionError(place, path, problem, "Remove it; a text that begins with ! needs quotes.")


_INT = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*|(?=[eE])))([eE][-+]?[0-9]+)?")
_WORDS: dict[str, Scalar] = {"": None, "~": None, "null": None, "true": True, "false": False}
_NON_NUMBERS = {".inf": "inf", "+.inf": "inf", "-.inf": "-inf", ".nan": "nan"}
_MAX_DIGITS = 18


def _scalar(event: yaml.ScalarEvent, place: Place, path: str) -> Scalar:
    """The YAML 1.2 core schema (https://yaml.org/spec/1.2.2/#103-core-schema), but for zeros in front."""
    text = str(event.value)
    if not event.implicit[0]:
        return text
    lowered = text.lower() if text in (text.lower(), text.upper(), text.capitalize()) else text
    if lowered in _WORDS:
        return _WORDS[lowered]
    if len(text) > _MAX_DIGITS and (_INT.fullmatch(text) or _BASED.fullmatch(text)):
        raise DefinitionError(place, path, f"a number of {len(text)} digits.", "Use a smaller one.")
    if _INT.fullmatch(text):
        return int(text)
    if _BASED.fullmatch(text):
        return int(text, 0)
    if _FLOAT.fullmatch(text):
        return float(text)
    return float(_NON_NUMBERS[lowered]) if lowered in _NON_NUMBERS else text
