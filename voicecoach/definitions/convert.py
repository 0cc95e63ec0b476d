"""From the tree of a YAML file to the frozen dataclasses of `definitions.model`, by their types.

cattrs walks the types; the hooks here read the notations, and every fault becomes a `DefinitionError` at the line and
column where it stands. cattrs takes a third of the start-up time of pydantic, and its hooks belong to types, so that a
field needs no more than its type to be read.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from types import GenericAlias
from typing import TypeVar

from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)
from cattrs.gen import make_dict_structure_fn

from voicecoach.definitions.amounts import Amount, Prescription, Tempo
from voicecoach.definitions.model import Cue, Equipment, Exercise, ItemName, Need, Wordings
from voicecoach.definitions.notation import (
    MAX_SETS,
    NotationError,
    parse_amount,
    parse_length,
    parse_prescription,
    parse_tempo,
    shown,
)
from voicecoach.definitions.source import Node, Step, plain
from voicecoach.errors import DefinitionError, VoicecoachError, suggestion
from voicecoach.times import Ms

T = TypeVar("T")
FromText = Callable[[str], object]
"""Makes the whole value of a text that stands for it."""

MAX_TEXT_CHARACTERS = 1000


def convert(node: Node, kind: type[T], converter: Converter) -> T:
    """`node` as a `kind`. Raises DefinitionError naming the first fault, and how many more there are."""
    try:
        return converter.structure(plain(node), kind)
    except (BaseValidationError, NotationError, VoicecoachError) as error:
        faults = [_Fault.of(node, path, fault) for path, fault in _faults(error, ())]
    first = min(faults, key=lambda fault: (fault.is_missing, fault.node.place.line, fault.node.place.column))
    raise first.as_error(len(faults) - 1)


def new_converter(equipment: Mapping[str, Equipment], short_forms: Mapping[type, FromText] | None = None) -> Converter:
    """A converter for definition files that may name this `equipment`, which may still grow.

    `short_forms` are the types besides cues, needs and equipment whose values may be written as a text alone.
    """
    converter = Converter(forbid_extra_keys=True)
    texts: dict[type, FromText] = {
        Cue: lambda text: Cue(say=text),
        Equipment: lambda text: Equipment(say=text),
        Need: lambda text: _need(_known_item(text, equipment), equipment),
        **(short_forms or {}),
    }
    converter.register_structure_hook_factory(is_dataclass, lambda kind: _definition(converter, kind, texts.get(kind)))
    converter.register_structure_hook(str, _text_or_choice)
    converter.register_structure_hook(bool, _bool)
    converter.register_structure_hook(int, _int)
    converter.register_structure_hook(Ms, lambda value, _: parse_length(value))
    converter.register_structure_hook(Tempo, lambda value, _: parse_tempo(value))
    converter.register_structure_hook(Amount, lambda value, _: parse_amount(value))
    converter.register_structure_hook(Prescription, lambda value, _: parse_prescription(value))
    converter.register_structure_hook_func(lambda kind: kind == Wordings, _wordings)
    converter.register_structure_hook(ItemName, lambda value, _: ItemName(_known_item(parse_text(value), equipment)))
    converter.register_structure_hook_factory(_is_sequence, lambda kind: _sequence(converter, kind))
    return converter


def _definition(converter: Converter, kind: type[T], from_text: FromText | None) -> Callable[[object, object], object]:
    """The hook of a dataclass: keys and values, or a text where a short form is known."""
    from_mapping = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: object, _: object) -> object:
        if isinstance(value, dict):
            return from_mapping(value, kind)
        if from_text:
            return from_text(parse_text(value))
        raise NotationError(f"{shown(value)} where keys and values were expected.")

    return structure


def _is_sequence(kind: object) -> bool:
    """Whether it is a `tuple[X, ...]` of anything but wordings."""
    return typing.get_origin(kind) is tuple and kind != Wordings


def _sequence(converter: Converter, kind: object) -> Callable[[object, object], object]:
    as_list = GenericAlias(list, typing.get_args(kind)[:1])
    structure_list = converter.get_structure_hook(as_list)

    def structure(value: object, _: object) -> object:
        if not isinstance(value, list):
            raise NotationError(f"{shown(value)} where a list was expected. Write one item a line, each after '- '.")
        return tuple(structure_list(value, as_list))

    return structure


def _text_or_choice(value: object, kind: type) -> object:
    """A text, or one of the choices of an enumeration; cattrs has one hook for texts and the enumerations that are."""
    return _choice(value, kind) if issubclass(kind, Enum) else parse_text(value)


def parse_text(value: object) -> str:
    """A text of one line, at most `MAX_TEXT_CHARACTERS` long. Raises NotationError."""
    if not isinstance(value, str):
        fix = f' Put it in quotes: "{value}".' if isinstance(value, (int, float, bool)) else ""
        raise NotationError(f"{shown(value)} where a text was expected.{fix}")
    text = " ".join(value.split())
    if not text:
        raise NotationError("an empty text.")
    if len(text) > MAX_TEXT_CHARACTERS:
        problem = f"a text of {len(text)} characters; at most {MAX_TEXT_CHARACTERS}."
        raise NotationError(f"{problem} Split it into several lines.")
    if bad := re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", text):
        raise NotationError(f"control character U+{ord(bad[0]):04X} in {shown(text)}. Remove it.")
    return text


def _wordings(value: object, _: object) -> Wordings:
    if isinstance(value, list):
        if not value:
            raise NotationError("an empty list where a text was expected.")
        return tuple(parse_text(one) for one in value)
    return (parse_text(value),)


def _bool(value: object, _: object) -> bool:
    if not isinstance(value, bool):
        raise NotationError(f"{shown(value)} is neither true nor false.")
    return value


def _int(value: object, _: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise NotationError(f"{shown(value)} is not a whole number.")
    if not 1 <= value <= MAX_SETS:
        raise NotationError(f"{value} is not between 1 and {MAX_SETS}.")
    return value


def _choice(value: object, kind: type[Enum]) -> Enum:
    allowed = [str(member.value) for member in kind]
    if value not in allowed:
        near = suggestion(shown(value), allowed)
        did_you_mean = near if near.startswith(" Did") else ""  # else it repeats the list
        raise NotationError(f"{shown(value)} is not one of {', '.join(allowed)}.{did_you_mean}")
    return kind(value)


def _known_item(text: str, equipment: Mapping[str, Equipment]) -> str:
    if text not in equipment:
        fix = "Yours can be defined under 'equipment:' in the same file."
        raise NotationError(f"unknown equipment {shown(text)}.{suggestion(text, equipment)} {fix}")
    return text


def _need(name: str, equipment: Mapping[str, Equipment]) -> Need:
    return Need((ItemName(name),), equipment[name].say, equipment[name].put_away)


def _faults(error: Exception, path: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], Exception]]:
    if not isinstance(error, BaseValidationError):
        yield path, error
        return
    for fault in error.exceptions:
        yield from _faults(fault, path + _step(fault))


def _step(fault: Exception) -> tuple[Step, ...]:
    for note in getattr(fault, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


class _Fault(typing.NamedTuple):
    """What is wrong with a node; `known` is an error that says all this itself.

    A missing key comes after other faults, since a key that is spelled wrong may be the one.
    """

    node: Node
    problem: str
    fix: str = ""
    known: DefinitionError | None = None
    is_missing: bool = False

    @classmethod
    def of(cls, root: Node, path: tuple[Step, ...], error: Exception) -> _Fault:
        node = root.at(*path)
        if isinstance(error, DefinitionError):
            return cls(node, error.problem, known=error)
        if isinstance(error, ForbiddenExtraKeysError):
            return cls._unknown_key(node, error)
        if isinstance(error, KeyError):
            key = error.args[0]
            return cls(node, f"the key {key!r} is missing.", f"Add a line '{key}: …'.", is_missing=True)
        if isinstance(error, (NotationError, VoicecoachError)):
            return cls(node, str(error))
        return cls(node, f"{shown(plain(node))} where keys and values were expected.")

    @classmethod
    def _unknown_key(cls, node: Node, error: ForbiddenExtraKeysError) -> _Fault:
        key = min(error.extra_fields, key=lambda one: node.keys[one].line)
        known = {one.name for one in fields(error.cl)} - {"name"} | ({"from"} if error.cl is Exercise else set())
        at_key = Node(None, node.keys[key], f"{node.path}.{key}".removeprefix("."))
        return cls(at_key, "unknown key.", suggestion(key, known).strip())

    def as_error(self, more: int) -> DefinitionError:
        if self.known:
            return self.known
        also = f"({more} more after this one.)" if more else ""
        return DefinitionError(self.node.place, self.node.path, self.problem, f"{self.fix} {also}".strip())
