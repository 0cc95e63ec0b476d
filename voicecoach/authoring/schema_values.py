"""Schemas of single values: what can be written for a length, an amount, a tempo, and what editors say when it isn't.

`check` reads far more ways of writing than a pattern can say. So a pattern here takes everything that `check` takes and
refuses what has nothing of it in it: a length without any number, a tempo that isn't four of them.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum
from typing import Any

from voicecoach.definitions.amounts import Load, Prescription, Tempo
from voicecoach.definitions.field_texts import SECTION_KINDS
from voicecoach.definitions.files import titles
from voicecoach.definitions.model import ItemName, Wordings
from voicecoach.definitions.notation import MAX_SETS
from voicecoach.definitions.notation.lengths import LENGTH_FORM
from voicecoach.definitions.notation.loads import LOAD_FORM
from voicecoach.definitions.notation.refusals import FORM
from voicecoach.definitions.notation.tempos import TEMPO_FORM
from voicecoach.definitions.session import SectionKind, Weeks
from voicecoach.times import Ms

Schema = dict[str, Any]


def _any_case(words: str) -> str:
    """A pattern for one of the words, however they are capitalised; patterns of JSON Schema have no flags."""
    return "|".join("".join(f"[{one.upper()}{one}]" for one in word) for word in words.split())


_NUMBER_WORDS = "one two three four five six seven eight nine ten eleven twelve teen ty half once twice thrice"
_OPEN_WORDS = "max amrap failure exhaustion many"
_NUMBER = rf"[^\x00-/:-\x7F]|(^|\s)[Aa][Nn]?\s|{_any_case(_NUMBER_WORDS)}"
"""A number: a digit, a sign such as ½, or a word."""
_PART = r"([0-9]{1,2}(\.[0-9])?|[Xx])"
_TEMPO = rf"^\s*({_PART}((\s?[-‑–—−:/]\s?|\s+){_PART}){{3}}|[0-9Xx]{{4}})\s*$"
_WEEK = rf"({_any_case('week')}[Ss]?\s+)?"
_WEEKS = rf"^\s*{_WEEK}[0-9]{{1,3}}(\s*(-|–|{_any_case('to')})\s*[0-9]{{1,3}})?\s*$"

TEXT: Schema = {"type": "string", "minLength": 1}
LENGTH: Schema = {
    "type": ["string", "number"],
    "minimum": 0,
    "pattern": _NUMBER,
    "patternErrorMessage": LENGTH_FORM,
    "examples": ["30 s", "45 s", "60 s", "90 s", "2 min"],
}
_AMOUNTS: Schema = {
    "type": ["string", "number"],
    "pattern": f"{_NUMBER}|{_any_case(_OPEN_WORDS)}",
    "patternErrorMessage": FORM,
    "examples": ["3x10", "3x8-10", "3x8/side", "3x30 s", "3x8-10 -> 12-15 over 6 weeks", "max"],
}
_NOTATIONS: Mapping[object, Schema] = {
    str: TEXT,
    bool: {"type": "boolean"},
    int: {"type": "integer", "minimum": 1, "maximum": MAX_SETS},
    Ms: LENGTH,
    Tempo: {
        "type": ["string", "number"],
        "pattern": _TEMPO,
        "patternErrorMessage": TEMPO_FORM,
        "examples": ["3-0-1-1", "2-0-2-0", "3-1-X-0"],
    },
    Load: {
        "type": "string",
        "pattern": _NUMBER,
        "patternErrorMessage": LOAD_FORM,
        "examples": ["16 kg", "45 lb", "70 %", "RPE 8"],
    },
    Prescription: {"anyOf": [_AMOUNTS, {"type": "array", "minItems": 1, "items": {"type": ["string", "number"]}}]},
    Weeks: {
        "type": ["string", "integer"],
        "minimum": 1,
        "pattern": _WEEKS,
        "patternErrorMessage": "Write 3, or 2-4 for weeks two to four.",
    },
    Wordings: {"anyOf": [TEXT, {"type": "array", "items": TEXT}]},
}


def value_of(kind: object, items: Collection[str]) -> Schema | None:
    """The schema of a value that is read from a text or a number; `None` for what has keys or items of its own.

    `items` are the names of known equipment.
    """
    if kind is ItemName:
        return one_of_or_own(dict.fromkeys(items, ""))
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice(kind)
    return _NOTATIONS.get(kind)


def _choice(kind: type[Enum]) -> Schema:
    found: Schema = {"enum": [str(one.value) for one in kind]}
    if kind is SectionKind:
        found["enumDescriptions"] = [SECTION_KINDS[one] for one in SectionKind]
    return found


def one_of_or_own(names: Mapping[str, str]) -> Schema:
    """Known names, with what each is, which an editor offers; any other text may be one of the file's own."""
    known: Schema = {"enum": list(names)}
    if any(names.values()):
        known["enumDescriptions"] = list(names.values())
    return {"anyOf": [known, TEXT]}


def exercise_name() -> Schema:
    """The name of an exercise, or the path of a file with one."""
    return one_of_or_own(titles("exercises"))


def nullable(schema: Schema) -> Schema:
    """The schema, or nothing at all; written so that no editor offers to write `null`."""
    return {"anyOf": [schema, {"not": {"type": ["string", "number", "boolean", "object", "array"]}}]}


def described(schema: Schema, text: str) -> Schema:
    """The schema with a text that an editor shows."""
    shown: Schema = {"description": text.replace("`", ""), "markdownDescription": text}
    return {**schema, **shown} if "$ref" not in schema else {"allOf": [schema], **shown}
