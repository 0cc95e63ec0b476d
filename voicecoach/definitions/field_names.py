"""The keys of definitions, and what people call them: what is meant by a key that nothing knows, if that is certain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import cache

from voicecoach.definitions.model import Cue, Cues, Exercise, Instead, Need, Phase, SetChange, Substitute, Variation
from voicecoach.definitions.session import Item, Section, Session, TimedLine
from voicecoach.errors import MOST_LISTED, certain_name, nearest_name

WHERE: Mapping[type, str] = {
    Session: "the session itself, at the left margin",
    Section: "a section, below 'sections:'",
    Item: "an entry, such as {exercise: squat, prescription: 3x10}",
    Exercise: "an exercise, below 'exercises:'",
}
"""The kinds of definition that a key may have been meant for."""

DECIDED_ELSEWHERE: Mapping[type, frozenset[str]] = {Exercise: frozenset({"name"}), Item: frozenset({"joined"})}
"""Fields that are no keys: where a definition stands says what they are."""

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
    Variation: {"name": "title", "equipment": "needs", "replace": "instead", "replaces": "instead", "cue": "cues"},
    Instead: {"name": "say", "set_up": "setup", "cue": "lines", "cues": "lines", "phase": "phases"},
    Substitute: {"variation": "variations", "item": "without", "exercise": "use"},
}
"""What people call a field that has another name here."""


def meant(key: str, kind: type, known: list[str]) -> str:
    """What was meant by a key that a `kind` doesn't have, as a sentence for its author."""
    if word := other_word(key, kind, known):
        return f"Did you mean {word!r}?"
    if places := [text for one, text in WHERE.items() if one is not kind and key in _keys(one)]:
        return f"It belongs to {' or '.join(places)}."
    if near := _near_elsewhere(key, kind):
        return near
    return f"Known: {', '.join(known)}." if len(known) <= MOST_LISTED else ""


def other_word(key: str, kind: type, known: list[str]) -> str | None:
    """The known key that goes by another word, or is misspelled, in `key`; `None` if none is."""
    plain, others = _plain(key), OTHER_WORDS.get(kind, {})
    if plain in known:
        return plain
    words = {**{word: name for word, name in others.items() if name in known}, **{name: name for name in known}}
    if word := words.get(plain):
        return word
    near = certain_name(key, words) or nearest_name(key, known) or nearest_name(key, words)
    return words[near] if near else None


def certain_word(key: str, kind: type, known: list[str]) -> str | None:
    """The known key that takes the value of `key` as it stands, if no other can be meant; `None` if there is doubt."""
    plain = _plain(key)
    if plain in known:
        return plain
    word = OTHER_WORDS.get(kind, {}).get(plain)
    if word is None and plain in every_key():  # it has its place elsewhere
        return None
    if word is None:
        near = certain_name(key, known)
        return near if near == other_word(key, kind, known) else None
    return None if word in _OTHER_VALUES or plain in _UNITS else word


_OTHER_VALUES = frozenset({"prescription", "sections", "work", "minutes", "rounds"})
"""Keys whose values aren't written as those of their other words: three sets are no prescription of 3.

Nor are a duration of 40 without a unit 40 minutes, or three sets of an exercise three rounds of all of them.
"""
_UNITS = frozenset({"kg", "rpe"})


def _plain(key: str) -> str:
    return key.strip(" -–•*“”\"'").lower().replace("-", "_").replace(" ", "_")


def _near_elsewhere(key: str, kind: type) -> str | None:
    """What is said of a key that is misspelled and in the wrong place as well."""
    for one, text in WHERE.items():
        if one is not kind and (near := other_word(key, one, sorted(_keys(one)))):
            return f"Did you mean {near!r}? It belongs to {text}."
    return None


@cache
def every_key() -> frozenset[str]:
    """Every key that any kind of definition has."""
    kinds = (*WHERE, Variation, Instead, Phase, Cue, Cues, Need, TimedLine, SetChange, Substitute)
    return frozenset().union(*(_keys(kind) for kind in kinds))


def _keys(kind: type) -> set[str]:
    """The keys of a kind that nothing else is called by: a name, which a session may have, stands for none."""
    return {one.name for one in fields(kind)} - {"name", *DECIDED_ELSEWHERE.get(kind, ())}


def is_meant_for(kind: type, key: str) -> bool:
    """Whether a key is one of a `kind`, or was meant to be."""
    return key in _keys(kind) or other_word(key, kind, sorted(_keys(kind))) is not None
