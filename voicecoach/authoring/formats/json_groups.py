"""The exercises in JSON of whatever shape, in groups as sessions, days or blocks hold them together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from voicecoach.authoring.formats.csv_columns import Column
from voicecoach.authoring.formats.keyed_values import AMOUNTS, heads_in
from voicecoach.authoring.formats.prescribed import is_prescription

MAX_DEPTH = 20
MAX_CHARACTERS = 200
MOST_WORDS_OF_A_NAME = 14
_NAMES = (
    *("name", "exercise", "exerciseName", "exercise_name", "exerciseTitle", "exercise_title", "movement", "title"),
    *("activity", "move", "pose", "drill"),
)
"""The keys of an exercise's name, the first that is there."""
_TITLES = (
    *("name", "title", "programName", "program_name", "day", "dayName", "day_name", "label", "session", "workout"),
    *("weekday", "date", "focus", "type"),
)
_KNOWN = frozenset({*_NAMES, *_TITLES, "sets", "week", "instructions", "description", "equipment"})
_LISTS = re.compile(
    r"(?:exercises?|movements?|moves|lifts|items|drills|stations|poses|steps|actions|activities|stretches)(?:_?list)?",
    re.IGNORECASE,
)
"""The keys of lists of exercises; what stands in others may be anything."""
_LEGS = re.compile(r"(?:segments?|intervals?|legs|steps|stages)", re.IGNORECASE)
"""The keys of lists of what is run or ridden, each of which may have only its kind for a name."""
_KINDS_OF_LEGS = ("type", "kind", "stage", "phase")
_PLACES = ("day", "weekday", "dayName", "day_name", "section", "block", "phase")
"""The keys by which an exercise says itself where it belongs."""
_HOLDS = re.compile(
    rf"{_LISTS.pattern}|days?|weeks?|sessions?|workouts?|(?:sub_?)?routines?|blocks?|intervals?|sections?|phases?|programs?|programmes?|plans?"
    r"|rounds|groups?|data|schedule|circuits?|supersets?|training\w*|presets?|templates?|library|sets",
    re.IGNORECASE,
)
"""The keys that say nothing of what they hold."""
_PARTS = re.compile(
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?|day_?\w{1,2}|warm_?up|cool_?down|main(?:_?(?:set|work|part))?"
    r"|(?:circuit|superset|block|set|part|round|workout)_?[a-z0-9]?|finisher|strength|core|conditioning|metcon|wod",
    re.IGNORECASE,
)
"""The keys of parts of a session or of a week; texts in a list behind one are exercises where they say how much."""
_TOLD_AMOUNT = re.compile(
    r"(?:\d+\s*)?[x×]\s?\d|^\d+(?:-\d+)?\s(?!kg\b|lbs?\b|x\b|times\b|days?\b|weeks?\b|hours?\b)[a-z]|\b\d+\s?(?:reps|s|sec|secs|min|m)\b",
    re.IGNORECASE,
)
_COUNTED = {
    **dict.fromkeys(("time", "timed", "duration", "seconds", "secs", "sec", "hold"), "seconds"),
    **dict.fromkeys(("reps", "rep", "repetitions", "repetition", "count"), "reps"),
}
"""How is called what a number counts, and the key for that."""
_KINDS, _VALUES = ("type", "kind", "mode", "unit"), ("value", "amount", "target")
_OF_A_COUNT = frozenset({*_KINDS, *_VALUES})
_WITHIN = ("prescription", "prescribed", "target", "targets", "dose", "dosage", "scheme", "params", "parameters")
"""The keys of an object within an exercise that says how much of it is done."""
_AMOUNT = re.compile(r"\d{1,2}\s?[x×]\s?\d")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?=T)")
Values = Mapping[str, Any]


@dataclass(frozen=True)
class Group:
    """Exercises that stand together. `about` is the object that holds them, `titles` those of all around it."""

    exercises: tuple[Values, ...]
    titles: tuple[str, ...] = ()
    week: int | None = None
    about: Values | None = None


def groups_in(value: object) -> list[Group]:
    """The groups in their order; none in what has no exercises."""
    return list(_groups(_with_small_keys(value), Group(()), key="exercises"))


def _with_small_keys(value: Any, depth: int = 0) -> Any:  # noqa: ANN401 - whatever is in JSON
    """A value with those keys in small letters that are known so: `Exercise`, `Exercise Name`."""
    if depth > MAX_DEPTH:
        return value
    if isinstance(value, list):
        return [_with_small_keys(one, depth + 1) for one in value]
    if not isinstance(value, dict):
        return value
    small = {key: key.lower().replace(" ", "_") for key in value}
    keys = {key: other if other in _KNOWN and other not in value else key for key, other in small.items()}
    found = {keys[key]: _with_small_keys(one, depth + 1) for key, one in value.items()}
    return _with_counted(_with_prescription(found) if name_of(found) else found)


def _is_counted(values: Values) -> bool:
    """Whether its keys say how much a set of it is."""
    heads = heads_in({key: "" for key in values if key not in _OF_A_COUNT})
    return any(head.column in AMOUNTS and head.column is not Column.SETS for head in heads.values())


def _with_counted(values: dict[str, Any]) -> dict[str, Any]:
    """An exercise with its amount under the key of what it counts: `"type": "time", "value": 45` are seconds."""
    if not name_of(values) or _is_counted(values):
        return values
    inner = {key: one for key, one in values.items() if isinstance(one, dict) and set(one) <= _OF_A_COUNT}
    for of in (values, *inner.values()):
        kind = next((found for key in _KINDS if (found := _COUNTED.get(text_of(of.get(key)).lower()))), None)
        key = next((key for key in _VALUES if _is_whole_number(of.get(key))), None)
        if kind and key:
            return {**{one: values[one] for one in values if one != key and one not in inner}, kind: of[key]}
    return values


def _with_prescription(values: dict[str, Any]) -> dict[str, Any]:
    """An exercise's keys, with those of the object that says how much of it is done: `"target": {"reps": 8}`."""
    if any(isinstance(one, list) and any(isinstance(member, dict) for member in one) for one in values.values()):
        return values
    within = next((one for key in _WITHIN if isinstance(one := values.get(key), dict) and has_amount(one)), {})
    return {**within, **values}


def name_of(values: Values) -> str:
    """The exercise's name; nothing if there is none."""
    for key in _NAMES:
        value = values.get(key)
        text = text_of(value.get("name") if isinstance(value, dict) else value)
        if text:
            return text if len(text.split()) <= MOST_WORDS_OF_A_NAME else ""
    return ""


def text_of(value: object) -> str:
    """A text in one line, nothing for what is no text."""
    return " ".join(value.split())[:MAX_CHARACTERS] if isinstance(value, str) else ""


def _groups(value: object, place: Group, key: str, depth: int = 0) -> Iterator[Group]:
    """The groups in a value that stands behind a key, in a place of which the titles are known."""
    if depth > MAX_DEPTH:
        return
    if isinstance(value, list):
        key = "exercises" if _are_told(key, value) else key
        members = [_as_object(one, key) for one in value if isinstance(one, dict | str)]
        for are_exercises, some in groupby(members, lambda one: _is_exercise(one, key)):
            if are_exercises:
                yield from _by_day(replace(place, exercises=tuple(some)))
                continue
            for one in some:
                yield from _groups(one, place, key, depth + 1)
    elif isinstance(value, dict):
        yield from _of_object(value, place, key, depth)


def _are_told(key: str, value: object) -> bool:
    """Whether what a part of a session holds are texts that say how much of what: `"monday": ["Squats 3x10"]`."""
    if not isinstance(value, list) or not value or not _PARTS.fullmatch(key.replace(" ", "_").replace("-", "_")):
        return False
    told = [one for one in value if isinstance(one, str) and _TOLD_AMOUNT.search(one)]
    return len(told) * 2 >= len(value) and all(isinstance(one, str) for one in value)


def _by_day(group: Group) -> Iterator[Group]:
    """The exercises of a group; apart by what each says itself of its day or its part of a day."""
    key = next((one for one in _PLACES if all(_place_of(values, one) for values in group.exercises)), None)
    found = [(place, tuple(some)) for place, some in groupby(group.exercises, lambda one: _place_of(one, key or ""))]
    if not key or len(found) == 1 or len(found) == len(group.exercises):
        yield group
        return
    for place, some in found:
        yield replace(group, exercises=some, titles=(*group.titles, place))


def _place_of(values: Values, key: str) -> str:
    return _title(key, values.get(key))


def _as_object(value: Values | str, key: str) -> Values:
    """A member of a list as an object; a text in a list of exercises is the name of one, with what it says of it."""
    if not isinstance(value, str):
        return _named_leg(value) if _LEGS.fullmatch(key) else value
    return {"name": value} if _LISTS.fullmatch(key) else {}


def _named_leg(values: Values) -> Values:
    """A leg that has no name but its kind, called by that."""
    kind = next((found for one in _KINDS_OF_LEGS if (found := text_of(values.get(one)))), "")
    return {"name": _spaced(kind), **values} if kind and not name_of(values) and has_amount(values) else values


def _of_object(values: Values, place: Group, key: str, depth: int) -> Iterator[Group]:
    if _is_exercise(values, key):
        yield replace(place, exercises=(values,))
        return
    named = _named_by_keys(values)
    if named:
        yield replace(place, exercises=named)
        return
    inner = _within(values, place)
    for other, value in values.items():
        if isinstance(value, list | dict):
            is_told = _HOLDS.fullmatch(other) is None
            is_titled = _are_told(other, value) or (is_told and _holds_some(value))
            titles = (*inner.titles, _spaced(other)) if is_titled else inner.titles
            yield from _groups(value, replace(inner, titles=titles), other, depth + 1)


def _is_exercise(values: Values, key: str) -> bool:
    """Whether an object is one: it has a name, nothing in it has another, and its list or its keys say what it is."""
    inner = [(other, one) for other, one in values.items() if other.lower() != "sets" or _are_parts(one)]
    if not name_of(values) or any(_holds_some(one) or _lists(other, one) for other, one in inner):
        return False
    return bool(_LISTS.fullmatch(key)) or "instructions" in values or has_amount(values)


def _are_parts(sets: object) -> bool:
    """Whether what is called sets are parts of a session, each with a list of exercises."""
    members = sets if isinstance(sets, list) else []
    return any(isinstance(one, dict) and any(map(_LISTS.fullmatch, one)) for one in members)


def _holds_some(value: object, depth: int = 0) -> bool:
    """Whether a value has objects with names, or such with amounts behind names, within so many others."""
    if depth > MAX_DEPTH:
        return False
    if isinstance(value, list):
        return any(isinstance(one, dict) and (bool(name_of(one)) or _holds_more(one, depth)) for one in value)
    return isinstance(value, dict) and (bool(_named_by_keys(value)) or _holds_more(value, depth))


def _lists(key: str, value: object) -> bool:
    """Whether a key has a list of exercises, be they texts or none at all, or of legs that have only kinds."""
    if not isinstance(value, list):
        return False
    is_of_legs = _LEGS.fullmatch(key) and any(isinstance(one, dict) and "name" in _named_leg(one) for one in value)
    return bool(is_of_legs) or key.lower() in {"exercises", "movements", "exercise_list"} or _are_told(key, value)


def _holds_more(values: Values, depth: int) -> bool:
    return any(isinstance(one, list | dict) and _holds_some(one, depth + 1) for one in values.values())


def _named_by_keys(values: Values) -> tuple[Values, ...]:
    """The exercises of an object whose keys are their names: `{"Squat": {"sets": 3, "reps": 8}}`."""
    if _are_prescribed(values):
        return tuple({"name": f"{_spaced(key)} {one}"} for key, one in values.items())
    members = {key: one for key, one in values.items() if isinstance(one, dict) and not _holds_lists(one)}
    if not members or len(members) < len(values) or not all(has_amount(one) for one in members.values()):
        return ()
    return tuple(one if name_of(one) else {"name": _spaced(key), **one} for key, one in members.items())


def _holds_lists(values: Values) -> bool:
    return any(isinstance(one, list | dict) and _LISTS.fullmatch(key) for key, one in values.items())


def _are_prescribed(values: Values) -> bool:
    """Whether all keys have an amount in the notation: `{"Squat": "5x5", "Bench press": "3x8 @ 60 kg"}`."""
    texts = [one for one in values.values() if isinstance(one, str) and _AMOUNT.match(one)]
    return len(values) > 1 and len(texts) == len(values) and all(map(is_prescription, texts))


def has_amount(values: Values) -> bool:
    """Whether its keys say how much of it is done."""
    heads = heads_in(dict.fromkeys(values, ""))
    return any(head.column in AMOUNTS for head in heads.values())


def _within(values: Values, place: Group) -> Group:
    """The place that an object is, with its title and its week."""
    title = next((found for key in _TITLES if (found := _title(key, values.get(key)))), "")
    week = next(
        (values[key] for key in ("week", "weekNumber", "week_number") if _is_whole_number(values.get(key))), place.week
    )
    titles = place.titles if not title or title in place.titles else (*place.titles, title)
    return Group((), titles, week, values)


def _title(key: str, value: object) -> str:
    if _is_whole_number(value) and key == "day":
        return f"Day {value}"
    text = text_of(value)
    date = _DATE.match(text)
    return date[0] if date else text


def _is_whole_number(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _spaced(key: str) -> str:
    """A key as it is read: `upperBody_a` is `upper body a`."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", key).replace("_", " ").strip()
