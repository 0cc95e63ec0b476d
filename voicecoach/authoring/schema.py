"""A JSON Schema of session and exercise files, for editors: generated from the types that the files are read into.

Draft 7, which all editors know. What editors understand beyond it is `enumDescriptions` and `patternErrorMessage`;
others pass over these.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import dataclass

from voicecoach.authoring.schema_figure import figure_definitions
from voicecoach.authoring.schema_values import (
    TEXT,
    Schema,
    described,
    exercise_name,
    nullable,
    one_of_or_own,
    value_of,
)
from voicecoach.definitions.catalogue import load_phrases
from voicecoach.definitions.convert import shape_of
from voicecoach.definitions.field_texts import FROM, texts
from voicecoach.definitions.files import built_in_equipment, names
from voicecoach.definitions.model import Cue, Equipment, Exercise, Need
from voicecoach.definitions.session import Item, Section, Session

DRAFT = "http://json-schema.org/draft-07/schema#"
_OWN = "own"
"""What stands before the name of a definition without required keys: those of an exercise made from another one."""


def schema() -> Schema:
    """The schema of a file with a session, or with an exercise alone."""
    return _Schemas(_equipment()).of_files()


def _equipment() -> dict[str, str]:
    found = built_in_equipment().children
    return {name: str(node.at("say").value) for name, node in found.items()}


@dataclass(frozen=True)
class _Definition:
    """A dataclass that stands in the schema; a partial one has no key that must be there, and any may be empty."""

    kind: type
    is_partial: bool = False

    @property
    def name(self) -> str:
        return f"{_OWN if self.is_partial else ''}{self.kind.__name__}"


class _Schemas:
    """Builds the schemas of all definitions that are met on the way; `items` are the pieces of equipment."""

    def __init__(self, items: Mapping[str, str]) -> None:
        self.items = items
        self.found: dict[str, Schema] = {}

    def of_files(self) -> Schema:
        session, exercise = self.reference(_Definition(Session)), self.exercise(is_file=True)
        return {
            "$schema": DRAFT,
            "if": _is_exercise(),
            "then": exercise,
            "else": session,
            "definitions": dict(sorted(self.found.items())),
        }

    def reference(self, one: _Definition) -> Schema:
        if one.name not in self.found:
            self.found[one.name] = {}  # it may stand within itself
            self.found[one.name] = self.definition(one)
        return {"$ref": f"#/definitions/{one.name}"}

    def definition(self, one: _Definition) -> Schema:
        shape, about = shape_of(one.kind), texts(one.kind)
        keys = {name: self.field(one, name, slot.kind) for name, slot in shape.items()}
        if one.kind is Exercise:
            keys[FROM] = exercise_name()
        properties = {name: described(found, about.get(name, "")) for name, found in keys.items()}
        needed = [name for name, slot in shape.items() if slot.is_needed and (one.kind, name) != (Session, "name")]
        found: Schema = {"type": "object", "additionalProperties": False, "properties": properties}
        return {**found, "required": needed} if needed and not one.is_partial else found

    def field(self, one: _Definition, name: str, kind: object) -> Schema:
        if (own := getattr(self, f"_{one.kind.__name__}_{name}".lower(), None)) is not None:
            found: Schema = own()
        else:
            found = self.value(kind, is_partial=one.is_partial)
        return nullable(found) if one.is_partial and "anyOf" not in found else found

    def value(self, kind: object, *, is_partial: bool = False) -> Schema:
        if (found := value_of(kind, self.items)) is not None:
            return found
        origin, arguments = typing.get_origin(kind), typing.get_args(kind)
        if origin in {types.UnionType, typing.Union}:
            return nullable(self.value(arguments[0], is_partial=is_partial))
        if origin is tuple:
            return {"type": "array", "items": self.value(arguments[0])}
        if origin is dict:
            return {"type": "object", "additionalProperties": self.value(arguments[1], is_partial=is_partial)}
        return self.short_or_whole(_Definition(typing.cast("type", kind), is_partial))

    def short_or_whole(self, one: _Definition) -> Schema:
        """A definition with keys, or a text that stands for it, where there is such a form."""
        whole = self.reference(one)
        short = {Cue: TEXT, Equipment: TEXT, Need: one_of_or_own(self.items)}.get(one.kind)
        return {"anyOf": [short, whole]} if short else nullable(whole) if one.is_partial else whole

    def exercise(self, *, is_file: bool = False) -> Schema:
        """An exercise: whole, or what differs from the one that it is made `from`."""
        whole, own = (self.reference(_Definition(Exercise, is_partial)) for is_partial in (False, True))
        if is_file:
            whole, own = (self.with_equipment(one) for one in (whole, own))
        return {"if": {"type": "object", "required": [FROM]}, "then": own, "else": whole}

    def with_equipment(self, reference: Schema) -> Schema:
        """The definition of an exercise in a file of its own, which may bring equipment."""
        name = reference["$ref"].rpartition("/")[2]
        found = self.found[name]
        equipment = described(self._session_equipment(), texts(Session)["equipment"])
        properties = {**found["properties"], "equipment": equipment}
        self.found[f"{name}File"] = {**found, "properties": properties}
        return {"$ref": f"#/definitions/{name}File"}

    def _session_name(self) -> Schema:
        return {**TEXT, "doNotSuggest": True}

    def _session_language(self) -> Schema:
        return {"enum": names("phrases")}

    def _session_sections(self) -> Schema:
        whole = {"anyOf": [self.reference(_Definition(Section)), TEXT]}
        line = {"type": "object", "additionalProperties": {"type": "string"}}
        return _list_of({"if": _is_bare_line(), "then": line, "else": whole})

    def _session_exercises(self) -> Schema:
        return nullable({"type": "object", "additionalProperties": self.exercise()})

    def _session_equipment(self) -> Schema:
        return nullable({"type": "object", "additionalProperties": self.short_or_whole(_Definition(Equipment))})

    def _session_phrases(self) -> Schema:
        variants: Schema = {"anyOf": [TEXT, {"type": "array", "items": {"anyOf": [TEXT, _list_of(TEXT)]}}]}
        stock = load_phrases("en").lines
        lines = {name: {**variants, "description": " ".join(one[0][0].split())} for name, one in stock.items()}
        return nullable({"type": "object", "properties": lines, "additionalProperties": variants})

    def _section_exercises(self) -> Schema:
        entry: Schema = {"anyOf": [exercise_name(), self.reference(_Definition(Item))]}
        return {"type": "array", "items": {"anyOf": [*entry["anyOf"], {**_list_of(entry), "minItems": 1}]}}

    def _section_minutes(self) -> Schema:
        return self.value(shape_of(Section)["cap"].kind)

    def _exercise_figure(self) -> Schema:
        self.found |= figure_definitions()
        return {"$ref": "#/definitions/Figure"}

    def _variation_figure(self) -> Schema:
        return self._exercise_figure()

    def _item_exercise(self) -> Schema:
        return exercise_name()

    def _substitute_use(self) -> Schema:
        return exercise_name()


def _list_of(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _is_bare_line() -> Schema:
    """A session in one line without quotes: YAML takes what is before its colon for a key."""
    return {
        "type": "object",
        "minProperties": 1,
        "maxProperties": 1,
        "not": {"anyOf": [{"required": [key]} for key in shape_of(Section)]},
    }


def _is_exercise() -> Schema:
    """Whether a file is an exercise alone: by a key that only exercises have, and none that only sessions have."""
    sessions, exercises = set(shape_of(Session)), {*shape_of(Exercise), FROM}
    alone = sorted((exercises - sessions) | {"say"})
    others = sorted(sessions - exercises - {"equipment", "name"})
    return {
        "type": "object",
        "anyOf": [{"required": [key]} for key in alone],
        "not": {"anyOf": [{"required": [key]} for key in others]},
    }
