"""YAML text as a tree that remembers where everything stood.

Scalars follow YAML 1.2: `no` is a word, `1:30` a text, `0o17` a number; only digits with a zero in front stay a text
(the tempo `0-1-2-0` may be written `0120`). Aliases, merges, tags and duplicate keys are refused, as are files too
large or too deep to be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeAlias

import yaml

from voicecoach.counted import counted
from voicecoach.definitions.faults import Faults
from voicecoach.definitions.slip_lines import NUMBERED, QUOTES, Slip, Span, quoted, typographic
from voicecoach.definitions.tabs import has_tab, without_tabs
from voicecoach.errors import ChoiceError, DefinitionError, Fault, Mend, Place
from voicecoach.folders import opened
from voicecoach.late_patterns import late

MAX_BYTES = 1_000_000
MAX_SLIPS = 20
"""So often reading begins again behind a line that isn't YAML."""
MAX_READ_ANEW = 500_000
"""So many characters are read anew at most because of such lines."""
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

    In a session in one line there are no keys: there `path` is what was typed for it, and empty for what wasn't typed.
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


def read(file: Path, name: str, faults: Faults | None = None) -> Node:
    """The document in a file; `name` stands for it in messages.

    Raises ChoiceError if it can't be read, DefinitionError if it isn't YAML of the kind described above. With `faults`,
    those that can be read over are noted there instead.
    """
    return parse(read_bytes(file, name), name, faults)


def read_bytes(file: Path, name: str, most: int = MAX_BYTES) -> bytes:
    """What stands in a file, up to one byte more than the `most` allowed; `name` stands for it. Raises ChoiceError."""
    try:
        with opened(file) as found:
            return found.read(most + 1)
    except FileNotFoundError:
        raise ChoiceError(f"There is no file {name!r}.") from None
    except IsADirectoryError:
        raise ChoiceError(f"{name!r} is a folder, not a file.") from None
    except (OSError, ValueError) as error:
        raise ChoiceError(f"{name!r} can't be read: {getattr(error, 'strerror', None) or error}.") from None


def parse(data: bytes, name: str, faults: Faults | None = None) -> Node:
    """The document in `data`, an empty value if there is none; `name` stands for it in messages.

    Raises DefinitionError; with `faults`, those that can be read over are noted there instead.
    """
    found = Faults()
    try:
        root = _Reading(_text(data, name), name, found).document()
    except DefinitionError as error:
        found.add_all(error)
        found.raise_any(name)
        raise
    if faults is None:
        found.raise_any(name)
    else:
        faults.add_from(found)
    return root


BREAK = re.compile("\r\n|[\n\r\x85\u2028\u2029]")
"""What ends a line for YAML's parser (YAML 1.1, 5.4)."""


def lines_of(text: str) -> list[str]:
    """The lines of a text as YAML's parser counts them."""
    return BREAK.split(text)


_ENDS_TEXT = late(rf"[#\]}}\"'{QUOTES}]")
"""Behind the # of a number, what may end the text, so that nobody can tell how far it goes."""
_ODD_INDENT = re.compile(
    "[ \u00a0\u2000-\u200b\u202f\u3000]*[\u00a0\u2000-\u200b\u202f\u3000][ \u00a0\u2000-\u200b\u202f\u3000]*"
)


class _Reading:
    """Reads a text, and reads on behind what is wrong with it as far as it can be told what was meant."""

    def __init__(self, text: str, name: str, faults: Faults) -> None:
        self.lines, self.name, self.faults = lines_of(text), name, faults
        self.written = tuple(self.lines)
        self.mended: set[int] = set()
        self._mend_spaces()

    def document(self) -> Node:
        most = max(1, min(MAX_SLIPS, MAX_READ_ANEW // (1 + sum(map(len, self.lines)))))
        for _ in range(most):
            builder = _Builder("\n".join(self.lines), self.name, self.faults)
            try:
                return builder.document()
            except yaml.MarkedYAMLError as error:
                from voicecoach.definitions.slips import slip_of  # only slips need it

                self._mend(slip_of(error, self.lines, builder.last))
            except yaml.YAMLError as error:
                problem = f"not YAML: {' '.join(str(error).split())}."
                raise DefinitionError(Place(self.name, 1, 1), "", problem) from None
        last = Place(self.name, max(self.mended) + 1, 1)
        raise DefinitionError(last, "", f"more than {counted(most, 'line')} that can't be YAML. The rest wasn't read.")

    def _mend_spaces(self) -> None:
        """Spaces that don't count as indentation, which come of copying from a page, count all the same."""
        for number, text in enumerate(self.lines):
            if odd := _ODD_INDENT.match(text):
                space = odd[0].strip(" ")[0]
                problem = f"the line begins with a space that is none in YAML (U+{ord(space):04X})."
                place = Place(self.name, number + 1, odd[0].index(space) + 1)
                mends = (Mend(Place(self.name, number + 1, 1), odd[0], " " * len(odd[0])),)
                self.faults.add(Fault(place, "", problem, "Indent with plain spaces.", mends))
                self.lines[number] = " " * len(odd[0]) + text[odd.end() :]

    def _mend(self, slip: Slip) -> None:
        """Note what is wrong, and write the line as it was meant; raises DefinitionError where nobody can tell."""
        if slip.line in self.mended:  # what was meant was something else: all that comes now may come of that
            self.faults.raise_any(self.name)
        place = Place(self.name, slip.line + 1, slip.column + 1)
        if slip.meant is None:
            raise DefinitionError(place, "", slip.problem, slip.fix)
        before = list(self.lines)
        self.mended.add(slip.line)
        if has_tab(self.lines[slip.line]):
            self.lines, _ = without_tabs(self.lines, slip.line)
        self.lines[slip.line] = slip.meant
        mends = tuple(self._changes(before)) if slip.is_certain else ()
        self.faults.add(Fault(place, "", slip.problem, slip.fix, mends))

    def _changes(self, before: list[str]) -> Iterator[Mend]:
        """What differs now from what was `before`, in lines that stood so in the file."""
        for number, (old, new) in enumerate(zip(before, self.lines, strict=True)):
            if old != new and old == self.written[number]:
                yield Mend(Place(self.name, number + 1, 1), old, new)


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
        *_, last = before = lines_of(text[: bad.start()])
        place = Place(name, len(before), len(last) + 1)
        raise DefinitionError(place, "", f"control character U+{ord(bad[0]):04X} in the text.", "Remove it.")
    return text


def _span(event: yaml.ScalarEvent) -> Span:
    start, end = (_place(mark, "") for mark in (event.start_mark, event.end_mark))
    return Span(event.style or "", start.line - 1, start.column - 1, end.line - 1, end.column - 1)


def _place(mark: Mark | None, name: str) -> Place:
    return Place(name, mark.line + 1, mark.column + 1) if mark else Place(name, 1, 1)


class _Builder:
    """Builds the tree from the parser's events, of which `met` is the last; `MAX_DEPTH` bounds its recursion."""

    def __init__(self, text: str, name: str, faults: Faults) -> None:
        self.text, self.name, self.faults = text, name, faults
        self.parsed = yaml.parse(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        self.met: yaml.Event | None = None
        self.lines: list[str] = []

    @property
    def last(self) -> Span | None:
        """Where the last event stands, if it was a scalar."""
        return _span(self.met) if isinstance(self.met, yaml.ScalarEvent) else None

    def next(self) -> yaml.Event:
        event: yaml.Event = next(self.parsed)
        self.met = event
        return event

    def document(self) -> Node:
        root: Node | None = None
        while not isinstance(event := self.next(), yaml.StreamEndEvent):
            if isinstance(event, yaml.DocumentStartEvent):
                if root is not None:
                    fix = "Remove the line '---' and what follows it."
                    raise DefinitionError(self.place(event), "", "a second document; a file holds one.", fix)
                root = self.node(self.next(), "", 0)
        return root or Node(None, Place(self.name, 1, 1))

    def place(self, event: yaml.Event) -> Place:
        return _place(event.start_mark, self.name)

    def node(self, event: yaml.Event, path: str, depth: int) -> Node:
        place = self.place(event)
        if depth > MAX_DEPTH:
            raise DefinitionError(place, "", f"more than {MAX_DEPTH} levels deep.", "Use fewer.")
        _refuse_unsupported(event, place, path)
        if isinstance(event, yaml.ScalarEvent):
            return Node(self.scalar(event, place, path), place, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return Node(self.sequence(path, depth), place, path)
        return self.mapping(place, path, depth)

    def scalar(self, event: yaml.ScalarEvent, place: Place, path: str) -> Scalar:
        if event.value or event.style:
            remark = self.remark_with_number(event)
            if remark:
                problem = f"what begins with # is a remark, so this is only {str(event.value)!r}."
                whole = f"{event.value}{remark[0].rstrip()}"
                is_certain = not _ENDS_TEXT.search(remark[0].lstrip()[1:])
                mends = (Mend(place, whole, quoted(whole)),) if is_certain else ()
                self.faults.add(Fault(place, path, problem, f'Put it in quotes: "{whole}".', mends))
            return _scalar(event, place, path)
        after = self.line(place.line - 1)[place.column - 1 :].lstrip()
        if re.match(r"#[^\s#]", after):
            fix = f'Put the text in quotes: "{after}".'
            is_certain = not _ENDS_TEXT.search(after[1:])
            mends = (Mend(place, after.rstrip(), quoted(after.rstrip())),) if is_certain else ()
            self.faults.add(Fault(place, path, "nothing: what begins with # is a remark.", fix, mends))
        return None

    def remark_with_number(self, event: yaml.ScalarEvent) -> re.Match[str] | None:
        """What follows on a text without quotes and may have been meant as a part of it: `Legs #1`."""
        if event.style or "#" not in self.text:
            return None
        end = _span(event)
        return NUMBERED.match(self.line(end.end_line)[end.end_column :])

    def line(self, number: int) -> str:
        self.lines = self.lines or self.text.split("\n")
        return self.lines[number] if number < len(self.lines) else ""

    def sequence(self, path: str, depth: int) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            items.append(self.node(event, f"{path}[{len(items)}]", depth + 1))
        return items

    def mapping(self, place: Place, path: str, depth: int) -> Node:
        values: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        meant: str | None = None
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.key(event, path)
            own_path = f"{path}.{key}".removeprefix(".")
            if fault := _key_fault(key, self.place(event), path, keys):
                self.faults.add(fault)
            node = self.node(self.next(), own_path, depth + 1)
            if key[:1] in set(QUOTES) and isinstance(node.value, str):
                meant = f"{key}: {node.value}".strip(QUOTES)
                is_certain = node.value[-1:] in set(QUOTES) and "#" not in meant
                mends = (Mend(self.place(event), f"{key}: {node.value}", quoted(meant)),) if is_certain else ()
                self.faults.add(Fault(self.place(event), path, typographic(key), f"Write {quoted(meant)}.", mends))
            elif not fault:
                keys[key], values[key] = self.place(event), node
        return Node(values if values or meant is None else meant, place, path, keys)

    def key(self, event: yaml.Event, path: str) -> str:
        place = self.place(event)
        _refuse_unsupported(event, place, path)
        if not isinstance(event, yaml.ScalarEvent):
            raise DefinitionError(place, path, "a list or mapping as a key.", "A key is a plain word.")
        return str(event.value)


def _key_fault(key: str, place: Place, path: str, seen: Mapping[str, Place]) -> Fault | None:
    if key == "<<":
        fix = "Write the values out, or use 'from:'."
        raise DefinitionError(place, path, "merge keys (<<) are not supported.", fix)
    if not key.isprintable() or len(key) > MAX_KEY_CHARACTERS:
        problem = f"the key {key[:MAX_KEY_CHARACTERS]!r} is too long or has characters that don't show."
        return Fault(place, path, problem, f"A key has at most {MAX_KEY_CHARACTERS} characters.")
    if key in seen:
        problem = f"stands here a second time; first in line {seen[key].line}."
        return Fault(place, f"{path}.{key}".removeprefix("."), problem, "Keep one of them.")
    if match := re.match(r"([-–—•·*])\s*(?=[^\W\d_])", key):
        fix = f"Write '- {key[match.end() :]}: …', with a plain dash and a space."
        return Fault(place, path, f"{key[:40]!r} is neither a key nor an item of a list.", fix)
    if match := re.match(r"(\w+):(\S.*)", key):
        return Fault(place, path, f"a colon needs a space after it: {key[:40]!r}.", f"Write {match[1]}: {match[2]}")
    return None


def _refuse_unsupported(event: yaml.Event, place: Place, path: str) -> None:
    """Raise DefinitionError at once: where aliases are, a small file may be a large tree."""
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
