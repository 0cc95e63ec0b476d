"""Exercises in JSON: those of the public-domain data set free-exercise-db, or others that have a name and amounts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from voicecoach.authoring.formats.csv_columns import Column
from voicecoach.authoring.formats.keyed_values import AMOUNTS, cells_of, heads_in, keyed_exercise
from voicecoach.authoring.formats.sentences import sentences, sorted_cues
from voicecoach.authoring.written import Unplaced, Written, WrittenCues, WrittenExercise, WrittenSection
from voicecoach.errors import DefinitionError

MAX_EXERCISES = 100
"""A session has fewer; the data set itself has more than eight hundred."""
MAX_CHARACTERS = 200
_PRESCRIBED = AMOUNTS | {Column.REST, Column.LOAD, Column.TEMPO, Column.SIDE, Column.EFFORT}
_FIX = 'Each exercise is an object with a "name" and "instructions", as in free-exercise-db.'
_NOTHING = frozenset({"body only", "none", "other", "bodyweight"})
"""What the data set writes as equipment where there is nothing to fetch."""


def read_exercise_data(text: str, name: str) -> Written:
    """The exercises, with amounts where keys such as `sets` have some: the data set knows none.

    Raises DefinitionError if it is other JSON.
    """
    objects = _objects(text, name)
    if not objects:
        raise DefinitionError(name, "", "there is no exercise in this JSON.", _FIX)
    if len(objects) > MAX_EXERCISES:
        problem = f"{len(objects)} exercises; a session has at most {MAX_EXERCISES}."
        raise DefinitionError(name, "", problem, "Keep those that you want.")
    unplaced: list[Unplaced] = []
    exercises = tuple(
        done for at, one in enumerate(objects) for done in _prescribed(_exercise(one, at, text, name), one, unplaced)
    )
    title = exercises[0].name if len(exercises) == 1 else None
    return Written(title, (WrittenSection(exercises, exercises[0].line),), unplaced=tuple(unplaced))


def _prescribed(
    exercise: WrittenExercise, values: dict[str, Any], unplaced: list[Unplaced]
) -> Iterator[WrittenExercise]:
    """The exercise with its amounts, where keys say some."""
    keys = {key: f"{value}" for key, value in values.items() if _is_plain(value)}
    keys = {key: keys[key] for key, head in heads_in(keys).items() if head.column in _PRESCRIBED}
    yield from keyed_exercise(exercise, keys, unplaced) if AMOUNTS & set(cells_of(keys)) else [exercise]


def _is_plain(value: object) -> bool:
    return isinstance(value, int | float | str) and not isinstance(value, bool) and len(str(value)) <= MAX_CHARACTERS


def _objects(text: str, name: str) -> list[Any]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        problem = f"line {error.lineno}, column {error.colno}: this isn't JSON."
        raise DefinitionError(name, "", problem, "Save or download it again.") from None
    except (RecursionError, ValueError):
        raise DefinitionError(name, "", "this JSON is too deep, or its numbers are too long.", _FIX) from None
    if isinstance(found, dict) and isinstance(found.get("exercises"), list):
        found = found["exercises"]
    return found if isinstance(found, list) else [found]


def _exercise(values: object, at: int, text: str, name: str) -> WrittenExercise:
    if not isinstance(values, dict) or not _text(values, "name"):
        raise DefinitionError(name, f"[{at}]", "this is no exercise.", _FIX)
    title = _text(values, "name")
    equipment = _text(values, "equipment").lower()
    return WrittenExercise(
        title,
        _line(text, title),
        is_hold=True if _text(values, "force") == "static" else None,
        needs=(equipment,) if equipment and equipment not in _NOTHING else (),
        cues=_cues(values),
        notes=tuple(_about(values)),
    )


def _text(values: dict[str, Any], key: str) -> str:
    """What a key says, in one line; nothing if it isn't a text."""
    value = values.get(key)
    return " ".join(value.split())[:MAX_CHARACTERS] if isinstance(value, str) else ""


def _texts(values: dict[str, Any], key: str) -> list[str]:
    value = values.get(key)
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, str)]


def _cues(values: dict[str, Any]) -> WrittenCues:
    """The instructions in sentences. They tell in order how it is done, so all but what is about safety is set-up."""
    found = [sentence for one in _texts(values, "instructions") for sentence in sentences(one)]
    safety = sorted_cues(found).safety
    return WrittenCues(tuple(one for one in found if one not in safety), (), safety)


def _about(values: dict[str, Any]) -> list[str]:
    """What else it says, as sentences."""
    muscles = ", ".join(_texts(values, "primaryMuscles"))
    level, category = _text(values, "level"), _text(values, "category")
    told = (f"Muscles: {muscles}.", f"Level: {level}.", f"Category: {category}.")
    return [sentence for sentence, is_there in zip(told, (muscles, level, category), strict=True) if is_there]


def _line(text: str, title: str) -> int:
    """The line in which the exercise's name stands."""
    at = max(text.find(json.dumps(title, ensure_ascii=False)), text.find(json.dumps(title)), 0)
    return text.count("\n", 0, at) + 1
