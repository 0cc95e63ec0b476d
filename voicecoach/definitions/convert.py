"""From the tree of a YAML file to the frozen dataclasses of the model, by their types.

The type of a field says how it is read. Every fault is noted where it stands, and reading goes on after it: so all of a
file's faults are told at once, which a library that stops at the first or forgets the places can't do.
"""

from __future__ import annotations

import re
import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import cache
from typing import Any, NamedTuple, TypeVar

from voicecoach.definitions.faults import Faults
from voicecoach.definitions.field_faults import as_meant, certain_key, how_to_fill, missing_keys, unknown_key
from voicecoach.definitions.field_names import DECIDED_ELSEWHERE
from voicecoach.definitions.model import Cue, Cues
from voicecoach.definitions.notation import NotationError, NothingWrittenError, shown
from voicecoach.definitions.source import Node, plain
from voicecoach.definitions.values import READERS, Reader, read_choice
from voicecoach.errors import DefinitionError, Fault, VoicecoachError

T = TypeVar("T")


class _Unread:
    """Stands for a value that couldn't be read; why is among the faults."""


UNREAD = _Unread()


def convert(node: Node, kind: type[T]) -> T:
    """`node` as a `kind`. Raises DefinitionError with all its faults."""
    converter = Converter()
    value = converter.read(node, kind)
    converter.faults.raise_any(node.place.file)
    return typing.cast("T", value)


class Converter:
    """Reads nodes by type and notes what is wrong with them in `faults`.

    `readers` are for types, or fields of dataclasses as (type, name), that are read in a way of their own here;
    `short_forms` make the whole value of a dataclass from a text that stands for it.
    """

    def __init__(
        self,
        faults: Faults | None = None,
        readers: Mapping[object, Reader] | None = None,
        short_forms: Mapping[object, Callable[[str], object]] | None = None,
    ) -> None:
        self.faults = Faults() if faults is None else faults
        self.readers: dict[object, Reader] = {**READERS, **(readers or {})}
        self.short_forms = short_forms or {}

    def read(self, node: Node, kind: object, *, is_needed: bool = False) -> Any:  # noqa: ANN401 - `kind` says what it is
        """The value of a node as a `kind`, `UNREAD` after noting why it isn't one; what `is_needed` has to be there."""
        try:
            return self._read(node, kind)
        except DefinitionError as error:
            self.faults.add_all(error)
        except NothingWrittenError as error:
            self.faults.add(Fault(node.place, node.path, str(error), how_to_fill(node.path, is_needed=is_needed)))
        except (NotationError, VoicecoachError) as error:
            self.faults.add(Fault(node.place, node.path, str(error), mends=as_meant(node, error)))
        return UNREAD

    def fields(self, node: Node, kind: type, *, apart: frozenset[str] = frozenset()) -> dict[str, Any]:
        """The values of a mapping's keys that could be read, by the fields of the dataclass `kind`.

        The fields `apart` may be there, and are left to the caller. Notes unknown keys and missing ones.
        """
        shape = shape_of(kind)
        found: dict[str, Any] = {}
        unknown = [key for key in node.children if key not in shape and key not in apart]
        for key in unknown:
            self.faults.add(unknown_key(node, key, kind, shape.keys() | apart))
        for fault in missing_keys(node, kind, [name for name, one in shape.items() if one.is_needed], unknown):
            self.faults.add(fault)
        for key, child in children_of(node, kind).items():
            if key in shape and key not in apart:
                own = (kind, key)
                kind_of_value = own if own in self.readers else shape[key].kind
                value = self.read(child, kind_of_value, is_needed=shape[key].is_needed)
                if value is not UNREAD:
                    found[key] = value
        return found

    def _read(self, node: Node, kind: object) -> object:
        if reader := self.readers.get(kind):
            return reader(node)
        origin = typing.get_origin(kind)
        if origin in {types.UnionType, typing.Union}:
            return None if node.value is None else self._read(node, _but_none(kind))
        if origin is tuple:
            return self._sequence(node, typing.get_args(kind)[0])
        if origin is dict:
            return self._named(node, typing.get_args(kind)[1])
        if isinstance(kind, type) and issubclass(kind, Enum):
            return read_choice(node, kind)
        return self._definition(node, typing.cast("type", kind))

    def _sequence(self, node: Node, kind: object) -> object:
        if not isinstance(node.value, list):
            raise NotationError(*no_list(node, of_sentences=kind is Cue))
        values = [self.read(one, kind) for one in node.value]
        return UNREAD if any(value is UNREAD for value in values) else tuple(values)

    def _named(self, node: Node, kind: object) -> object:
        if not isinstance(node.value, dict):
            raise _missed(node, "names with what they stand for were expected.")
        values = {name: self.read(one, kind) for name, one in node.value.items()}
        return UNREAD if any(value is UNREAD for value in values.values()) else values

    def _definition(self, node: Node, kind: type) -> object:
        """A dataclass: keys and values, or a text where a short form is known."""
        if isinstance(node.value, dict):
            before = len(self.faults)
            values = self.fields(node, kind)
            return kind(**values) if len(self.faults) == before else UNREAD
        if from_text := self.short_forms.get(kind):
            return from_text(typing.cast("str", self._read(node, str)))
        raise _missed(node, f"keys and values were expected.{_as_form(node) if kind is Cues else ''}")


def _as_form(node: Node) -> str:
    """How cues of which nobody says when they are heard are most likely meant: as those of form."""
    texts = node.value if isinstance(node.value, list) else [node]
    bare = all(isinstance(one.value, str) for one in texts)
    return f" Write {{form: [{', '.join(str(one.value) for one in texts)}]}}." if texts and bare else ""


def _missed(node: Node, expected: str) -> NotationError:
    """What to say of a value of another kind, or of none at all; `expected` is a clause."""
    is_nothing = node.value is None or node.value == ""
    return (NothingWrittenError if is_nothing else NotationError)(f"{shown(plain(node))} where {expected}")


class _Slot(NamedTuple):
    """What a field takes, and whether it has to be there."""

    kind: object
    is_needed: bool


@cache
def shape_of(kind: type) -> dict[str, _Slot]:
    """The keys of a dataclass as they may be written."""
    hints = typing.get_type_hints(kind)
    return {one.name: _Slot(hints[one.name], _is_needed(one)) for one in _written_fields(kind)}


def children_of(node: Node, kind: type) -> dict[str, Node]:
    """The values of a mapping by its keys, that of a misspelled one also by the key that it certainly means.

    So what is wrong with the value is told together with its key.
    """
    known = sorted(shape_of(kind))
    unknown = [key for key in node.children if key not in known]
    meant = {word: node.children[key] for key in unknown for word in certain_key(node, key, kind, known)}
    return {**meant, **node.children}


def _written_fields(kind: type) -> list[Field[Any]]:
    assert is_dataclass(kind)  # noqa: S101 - for the type checker
    return [one for one in fields(kind) if one.name not in DECIDED_ELSEWHERE.get(kind, ())]


def _is_needed(one: Field[Any]) -> bool:
    return one.default is MISSING and one.default_factory is MISSING


def no_list(node: Node, *, of_sentences: bool = False) -> tuple[str, str | None]:
    """What to say of a value where a list was expected, and the list that it certainly is: of names, of one sentence.

    Where names are expected, several words may be one name or more.
    """
    text, fix = node.value, how_to_list(node.value)
    sentence = r"|[^\W\d_][^,:#\[\]{}\"'“”]*" if of_sentences else ""
    is_list = isinstance(text, str) and re.fullmatch(rf"[\w-]+(, ?[\w-]+)*{sentence}", text)
    return f"{shown(plain(node))} where a list was expected. {fix}", f"[{text}]" if is_list else None


def how_to_list(value: object) -> str:
    """How a list is written; a text may be one with the dashes of a word processor, with numbers, or with none."""
    text = value if isinstance(value, str) else ""
    if match := re.match(r"([-–—•·*]|\d+[.)])\s*\S", text):
        return f"Write one item a line, each after '- ' in place of {match[1]!r}."
    if match := re.fullmatch(r"[\w -]+(,[\w -]+)*", text):
        return f"Write [{match[0].strip()}], or one item a line, each after '- '."
    return "Write one item a line, each after '- '."


def _but_none(kind: object) -> object:
    (only,) = (one for one in typing.get_args(kind) if one is not type(None))
    return only
