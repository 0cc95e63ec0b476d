"""Load definitions: built-in ones by name, the user's own by path."""

from __future__ import annotations

import os
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path

from voicecoach.definitions.files import built_in, is_path, names, own
from voicecoach.definitions.model import Exercise, Session, Wordings
from voicecoach.definitions.phrases import Phrases
from voicecoach.definitions.resolve import Resolver
from voicecoach.definitions.source import Node
from voicecoach.errors import UnknownNameError

__all__ = ["is_path", "load_exercise", "load_phrases", "load_session", "names"]

_SESSION_KEYS = {one.name for one in fields(Session)}
_EXERCISE_KEYS = {one.name for one in fields(Exercise)} | {"from"}


def load_session(name: str) -> Session:
    """The session of a built-in name or in a file. A single exercise, by either, becomes a session of its own.

    Raises DefinitionError for a file with a fault, UnknownNameError for a name that isn't there, ChoiceError for a file
    that can't be read.
    """
    session, _ = session_and_files(name)
    return session


def session_and_files(name: str) -> tuple[Session, frozenset[Path]]:
    """As `load_session`, and which of the user's own files it was read from."""
    if not is_path(name):
        return _built_in_session(name), frozenset()
    node = own(name)
    if _is_exercise(node):
        resolver = Resolver(files={name: node})
        session = resolver.alone(os.path.normpath(name))
    else:
        resolver = Resolver(node, {name: node})
        session = resolver.session(Path(name).stem)
    return session, frozenset(map(Path, resolver.files))


def _built_in_session(name: str) -> Session:
    if name in names("sessions"):
        return Resolver(built_in("sessions", name)).session(name)
    if name in names("exercises"):
        return Resolver().alone(name)
    known = [*names("sessions"), *names("exercises")]
    fix = "See all with: voicecoach list. A file of your own needs its suffix, .yaml."
    raise UnknownNameError("session", name, known, fix)


def load_exercise(name: str) -> Exercise:
    """The exercise of a built-in name or in a file; raises like `load_session`."""
    return Resolver().exercise(os.path.normpath(name) if is_path(name) else name)


def load_phrases(language: str) -> Phrases:
    """The phrase catalogue of a language. Raises UnknownNameError if there is none."""
    if language not in names("phrases"):
        raise UnknownNameError("language", language, names("phrases"))
    catalogue = built_in("phrases", language)
    lines = {name: tuple(map(_texts, variants)) for name, variants in _entries(catalogue.at("lines"))}
    words = {name: str(node.value) for name, node in catalogue.at("words").children.items()}
    return Phrases(language, lines, words, _texts(catalogue.at("numbers")))


def _entries(node: Node) -> list[tuple[str, list[Node]]]:
    return [(name, child.value) for name, child in node.children.items() if isinstance(child.value, list)]


def _texts(node: Node) -> Wordings:
    """One text, or all those of a list."""
    return tuple(str(one.value) for one in node.value) if isinstance(node.value, list) else (str(node.value),)


def _is_exercise(node: Node) -> bool:
    """Whether a file without sections holds an exercise rather than an incomplete session."""
    keys = set(node.children)
    if keys & (_SESSION_KEYS - _EXERCISE_KEYS - {"equipment"}) or get_close_matches("sections", keys - _EXERCISE_KEYS):
        return False
    return bool(keys & (_EXERCISE_KEYS - _SESSION_KEYS | {"say"}))
