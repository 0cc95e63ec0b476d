"""From the tree of a YAML file to the frozen dataclasses of `definitions.model`, by their types.

cattrs walks the types; the hooks here read the notations, and every fault is turned into a `DefinitionError` at the line
and column where it stands. cattrs takes a third of the start-up time of pydantic, and its hooks belong to types, so that
a field needs no more than its type to be read.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any, TypeVar

from cattrs import Converter
from cattrs.errors import (
    AttributeValidationNote,
    BaseValidationError,
    ForbiddenExtraKeysError,
    IterableValidationNote,
)

from voicecoach.definitions.model import Amount, Cue, Equipment, ItemName, Need, Prescription, Tempo, Wordings
from voicecoach.definitions.notation import (
    NotationError,
    parse_amount,
    parse_lengthy,
    parse_prescription,
    parse_tempo,
)
from voicecoach.definitions.source import Node
from voicecoach.errors import DefinitionError, VoicecoachError, suggestion
from voicecoach.times import Ms

T = TypeVar("T")

MAX_TEXT_CHARACTERS = 1000
MAX_NUMBER = 100_000


def convert(node: Node, kind: type[T], converter: Converter) -> T:
    """`node` as a `kind`. Raises DefinitionError naming the first fault, and how many more there are."""
    try:
        return converter.structure(plain(node), kind)
    except BaseValidationError as group:
        faults = list(_faults(group, ()))
    except (NotationError, VoicecoachError) as error:
        faults = [((), error)]
    path, error = faults[0]
    more = f" ({len(faults) - 1} more after this one.)" if len(faults) > 1 else ""
    raise _placed(node, path, error, more)


def plain(node: Node) -> Any:  # noqa: ANN401 - a tree of YAML values has no narrower type
    """The bare values of a tree, without their places."""
    if isinstance(node.value, dict):
        return {key: plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [plain(value) for value in node.value]
    return node.value


def new_converter(equipment: Mapping[str, Equipment]) -> Converter:
    """A converter for definition files that may name this `equipment`."""
    converter = Converter(forbid_extra_keys=True)
    converter.register_structure_hook_func(lambda kind: kind is str, _text)  # not for enums that are texts too
    converter.register_structure_hook(bool, _bool)
    converter.register_structure_hook(int, _int)
    converter.register_structure_hook(Ms, _notation(parse_lengthy))
    converter.register_structure_hook(Tempo, _notation(parse_tempo))
    converter.register_structure_hook(Amount, _notation(parse_amount))
    converter.register_structure_hook(Prescription, _notation(parse_prescription))
    converter.register_structure_hook_func(lambda kind: kind == Wordings, _wordings)
    converter.register_structure_hook(ItemName, lambda value, _: ItemName(_known_item(_text(value, str), equipment)))
    converter.register_structure_hook_func(lambda kind: isinstance(kind, type) and issubclass(kind, Enum), _enum)
    _register_short_form(converter, Cue, lambda text: Cue(say=text))
    _register_short_form(converter, Need, lambda text: _need(_known_item(text, equipment), equipment))
    converter.register_structure_hook_factory(_is_sequence, lambda kind: _sequence(converter, kind))
    return converter


def _is_sequence(kind: object) -> bool:
    """Whether it is a `tuple[X, ...]` of anything but wordings."""
    return typing.get_origin(kind) is tuple and kind != Wordings


def _sequence(converter: Converter, kind: Any) -> Callable[[Any, Any], Any]:  # noqa: ANN401 - a type form
    structure_tuple = converter.get_structure_hook(list[typing.get_args(kind)[0]])  # type: ignore[misc]

    def structure(value: Any, _: Any) -> Any:  # noqa: ANN401
        if not isinstance(value, list):
            raise NotationError(f"{value!r} is not a list. Write one item a line, each after '- '.")
        return tuple(structure_tuple(value, kind))

    return structure


def _register_short_form(converter: Converter, kind: type[T], from_text: Callable[[str], T]) -> None:
    """Let a text stand for a whole `kind`."""
    from cattrs.gen import make_dict_structure_fn

    from_mapping = make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True)

    def structure(value: Any, _: Any) -> T:  # noqa: ANN401
        if isinstance(value, dict):
            return from_mapping(value, kind)
        return from_text(_text(value, str))

    converter.register_structure_hook(kind, structure)


def _notation(parse: Callable[[object], T]) -> Callable[[Any, Any], T]:
    def structure(value: Any, _: Any) -> T:  # noqa: ANN401
        if isinstance(value, (dict, list)) or value is None:
            raise NotationError(f"{_shape(value)} where a value was expected.")
        return parse(value)

    return structure


def _text(value: Any, _: Any) -> str:  # noqa: ANN401
    if not isinstance(value, str):
        fix = f' Put it in quotes: "{value}".' if isinstance(value, (int, float, bool)) else ""
        raise NotationError(f"{_shape(value)} where a text was expected.{fix}")
    text = " ".join(value.split())
    if not text:
        raise NotationError("an empty text.")
    if len(text) > MAX_TEXT_CHARACTERS:
        raise NotationError(f"a text of {len(text)} characters; at most {MAX_TEXT_CHARACTERS}. Split it into several lines.")
    if bad := re.search("[\x00-\x1f\x7f-\x9f\ud800-\udfff]", text):
        raise NotationError(f"control character U+{ord(bad[0]):04X} in {text!r}. Remove it.")
    return text


def _wordings(value: Any, _: Any) -> Wordings:  # noqa: ANN401
    if isinstance(value, list):
        if not value:
            raise NotationError("an empty list where a text was expected.")
        return tuple(_text(one, str) for one in value)
    return (_text(value, str),)


def _bool(value: Any, _: Any) -> bool:  # noqa: ANN401
    if not isinstance(value, bool):
        raise NotationError(f"{value!r} is neither true nor false.")
    return value


def _int(value: Any, _: Any) -> int:  # noqa: ANN401
    if isinstance(value, bool) or not isinstance(value, int):
        raise NotationError(f"{value!r} is not a whole number.")
    if not 1 <= value <= MAX_NUMBER:
        raise NotationError(f"{value!r} is not between 1 and {MAX_NUMBER}.")
    return value


def _enum(value: Any, kind: type[Enum]) -> Enum:  # noqa: ANN401
    allowed = [str(member.value) for member in kind]
    if value not in allowed:
        raise NotationError(f"{value!r} is not one of {', '.join(allowed)}.{suggestion_if_near(value, allowed)}")
    return kind(value)


def suggestion_if_near(value: object, allowed: list[str]) -> str:
    """A suggestion that doesn't repeat the whole list."""
    near = suggestion(str(value), allowed)
    return near if near.startswith(" Did") else ""


def _known_item(text: str, equipment: Mapping[str, Equipment]) -> str:
    if text not in equipment:
        raise NotationError(f"unknown equipment {text!r}.{suggestion(text, equipment)}")
    return text


def _need(name: str, equipment: Mapping[str, Equipment]) -> Need:
    return Need((ItemName(name),), equipment[name].say, equipment[name].put_away)


def _shape(value: object) -> str:
    if isinstance(value, dict):
        return "keys and values"
    return "a list" if isinstance(value, list) else "nothing" if value is None else repr(value)


Path = tuple[int | str, ...]


def _faults(error: Exception, path: Path) -> Iterator[tuple[Path, Exception]]:
    if not isinstance(error, BaseValidationError):
        yield path, error
        return
    for fault in error.exceptions:
        yield from _faults(fault, path + _step(fault))


def _step(fault: Exception) -> Path:
    for note in getattr(fault, "__notes__", ()):
        if isinstance(note, AttributeValidationNote):
            return (note.name,)
        if isinstance(note, IterableValidationNote):
            return (note.index,)
    return ()


def _placed(root: Node, path: Path, error: Exception, more: str) -> DefinitionError:
    node, reached = _walk(root, path)
    if isinstance(error, ForbiddenExtraKeysError):
        unknown = min(error.extra_fields, key=lambda key: (node.keys or {}).get(key, node.place).line)
        known = [field.name for field in fields(error.cl)] if is_dataclass(error.cl) else []
        place = (node.keys or {}).get(unknown, node.place)
        return DefinitionError(place, _dotted((*reached, unknown)), "unknown key.", suggestion(unknown, known).strip() + more)
    if isinstance(error, DefinitionError):
        return error
    if isinstance(error, KeyError):
        return DefinitionError(node.place, _dotted(reached), f"{error.args[0]!r} is missing.", more.strip())
    if isinstance(error, (NotationError, VoicecoachError)):
        return DefinitionError(node.place, _dotted(reached), str(error), more.strip())
    return DefinitionError(node.place, _dotted(reached), f"{_shape(plain(node))} where keys and values were expected.", more.strip())


def _walk(node: Node, path: Path) -> tuple[Node, Path]:
    reached: list[int | str] = []
    for step in path:
        if isinstance(node.value, dict) and step in node.value:
            node = node.value[str(step)]
        elif isinstance(node.value, list) and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
        else:
            continue
        reached.append(step)
    return node, tuple(reached)


def _dotted(path: Path) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")
