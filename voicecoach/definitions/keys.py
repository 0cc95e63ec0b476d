"""Keys that nothing knows, and those that are missing: what was meant by them, as far as that is certain."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from functools import cache

from voicecoach.definitions.model import Cue, Cues, Exercise, Need, Phase, SetChange, Substitute, Variation
from voicecoach.definitions.session import Item, Section, Session, TimedLine
from voicecoach.definitions.source import Node
from voicecoach.errors import MOST_LISTED, Fault, nearest_name

WHERE: Mapping[type, str] = {
    Session: "the session itself, at the left margin",
    Section: "a section, below 'sections:'",
    Item: "an entry, such as {exercise: squat, prescription: 3x10}",
    Exercise: "an exercise, below 'exercises:'",
}
"""The kinds of definition that a key may have been meant for."""

OTHER_WORDS: Mapping[type, Mapping[str, str]] = {
    Session: {
        "name": "title",
        "description": "about",
        "warmup": "warm_up",
        "exercise": "sections",
        "workout": "sections",
    },
    Section: {
        "name": "title",
        "type": "kind",
        "time": "work",
        "duration": "minutes",
        "length": "minutes",
        "interval": "every",
        "time_cap": "cap",
        "sets": "rounds",
        "repeats": "repeat",
        "break": "rest",
        "pause": "rest",
        "rest_between_rounds": "round_rest",
        "items": "exercises",
        "exercise": "exercises",
    },
    Item: {
        "name": "exercise",
        "reps": "prescription",
        "repetitions": "prescription",
        "sets": "prescription",
        "amount": "prescription",
        "time": "prescription",
        "duration": "prescription",
        "seconds": "prescription",
        "distance": "prescription",
        "weight": "load",
        "kg": "load",
        "rpe": "load",
        "side": "sides",
        "variation": "variations",
        "cue": "cues",
        "break": "rest",
        "notes": "note",
    },
    Exercise: {
        "description": "about",
        "equipment": "needs",
        "reps": "prescription",
        "sets": "prescription",
        "weight": "load",
        "duration": "prescription",
        "side": "sides",
        "cue": "cues",
        "link": "video",
        "url": "video",
        "variation": "variations",
        "substitute": "substitutes",
        "steps": "phases",
    },
    Variation: {"name": "title", "equipment": "needs"},
}
"""What people call a field that has another name here."""


def unknown_key(node: Node, key: str, kind: type, known: Iterable[str]) -> Fault:
    """What to say of a key of `node` that a `kind` doesn't have."""
    return Fault(
        node.keys[key], f"{node.path}.{key}".removeprefix("."), "unknown key.", _meant(key, kind, sorted(known))
    )


def _meant(key: str, kind: type, known: list[str]) -> str:
    if meant := _other_word(key, kind, known):
        return f"Did you mean {meant!r}?"
    if places := [text for one, text in WHERE.items() if one is not kind and key in _keys(one)]:
        return f"It belongs to {' or '.join(places)}."
    if near := _near_elsewhere(key, kind):
        return near
    return f"Known: {', '.join(known)}." if len(known) <= MOST_LISTED else ""


def _other_word(key: str, kind: type, known: list[str]) -> str | None:
    plain = key.strip(" -–•*“”\"'").lower().replace("-", "_").replace(" ", "_")
    if plain in known:
        return plain
    return nearest_name(key, known) or OTHER_WORDS.get(kind, {}).get(plain)


def _near_elsewhere(key: str, kind: type) -> str | None:
    """What is said of a key that is misspelled and in the wrong place as well."""
    for one, text in WHERE.items():
        if one is not kind and (near := nearest_name(key, _keys(one))):
            return f"Did you mean {near!r}? It belongs to {text}."
    return None


@cache
def every_key() -> frozenset[str]:
    """Every key that any kind of definition has."""
    kinds = (*WHERE, Variation, Phase, Cue, Cues, Need, TimedLine, SetChange, Substitute)
    return frozenset().union(*(_keys(kind) for kind in kinds))


def _keys(kind: type) -> set[str]:
    return {one.name for one in fields(kind)} - {"name", "joined"}


def is_meant_for(kind: type, key: str) -> bool:
    """Whether a key is one of a `kind`, or was meant to be."""
    return key in _keys(kind) or _other_word(key, kind, sorted(_keys(kind))) is not None


def missing_keys(node: Node, kind: type, needed: Iterable[str], unknown: Iterable[str]) -> Iterator[Fault]:
    """The faults of keys that aren't there; what goes by another name is among the `unknown` and isn't missing."""
    for key in needed:
        if key not in node.children and not any(_other_word(one, kind, [key]) == key for one in unknown):
            yield Fault(node.place, node.path, f"the key {key!r} is missing.", f"Add a line '{key}: …'.")
