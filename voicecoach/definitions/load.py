"""Load definitions: built-in ones by name, the user's own by path."""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.definitions.catalogue import load_phrases
from voicecoach.definitions.faults import Faults
from voicecoach.definitions.files import built_in, built_in_exercise, is_path, names, own, titles
from voicecoach.definitions.line_look import reads_as_line
from voicecoach.definitions.model import Exercise
from voicecoach.definitions.read_session import SessionReader, WrittenSection
from voicecoach.definitions.resolve import Resolver
from voicecoach.definitions.session import Item, Section, Session
from voicecoach.definitions.source import Node, parse
from voicecoach.errors import Place, UnknownNameError, nearest_name

if TYPE_CHECKING:
    from voicecoach.definitions.one_line import Line

__all__ = [
    "Loaded",
    "built_in_exercise",
    "holds_session",
    "is_path",
    "line_of",
    "load",
    "load_exercise",
    "load_phrases",
    "load_session",
    "load_text",
    "names",
    "session_and_files",
]

_SESSION_KEYS = {one.name for one in fields(Session)}
_EXERCISE_KEYS = {one.name for one in fields(Exercise)} | {"from"}


@dataclass(frozen=True)
class Loaded:
    """A session with what it was read from: its sections as they were written, and the resolver of its exercises."""

    session: Session
    resolver: Resolver
    written: tuple[WrittenSection, ...] = ()

    @property
    def files(self) -> frozenset[Path]:
        """The user's own files that it was read from."""
        return frozenset(map(Path, self.resolver.files))


def load_session(name: str) -> Session:
    """The session of a built-in name, in a file, or in one line. A single exercise becomes a session of its own.

    Raises DefinitionError with all faults of a file, UnknownNameError for a name that isn't there, ChoiceError for a
    file that can't be read.
    """
    return load(name).session


def session_and_files(name: str) -> tuple[Session, frozenset[Path]]:
    """As `load_session`, and which of the user's own files it was read from."""
    loaded = load(name)
    return loaded.session, loaded.files


def load(name: str, data: bytes | None = None) -> Loaded:
    """As `load_session`, with what it was read from. `data` is what stands in a file, if it isn't what is there now."""
    if is_path(name):
        faults = Faults()
        node = own(name, faults) if data is None else parse(data, name, faults)
        if _is_exercise(node):
            path = os.path.normpath(name)
            return _alone(Resolver(Node({}, node.place), {path: node}, faults), path)
        return _session(Resolver(node, {name: node}, faults), Path(name).stem)
    if name in names("sessions"):
        return _session(Resolver(built_in("sessions", name)), name)
    if name in names("exercises"):
        return _alone(Resolver(), name)
    if line := line_of(name):
        from voicecoach.definitions.one_line import THE_LINE, node_of  # only lines need it

        return _session(Resolver(node_of(line, Place(THE_LINE, 1, 1))), line.name)
    if exercise := built_in_exercise(name):
        return _alone(Resolver(), exercise)
    known = [*names("sessions"), *names("exercises")]
    fix = "See all with: voicecoach list. A file of your own needs its suffix, .yaml."
    raise UnknownNameError("session", name, known, fix)


def load_text(text: str, name: str) -> Loaded:
    """The session that a file of this text would hold; `name` is its name. Raises DefinitionError."""
    return _session(Resolver(parse(text.encode(), name)), name)


def line_of(name: str) -> Line | None:
    """The session in one line that SESSION on the command line is; `None` if it is a name or a path.

    Raises DefinitionError for a line that can't be read.
    """
    if is_path(name) or name in {*names("sessions"), *names("exercises")}:
        return None
    from voicecoach.definitions.line_entries import counts_known  # only lines need these
    from voicecoach.definitions.one_line import read_line

    known = titles("exercises")
    return read_line(name, known) if reads_as_line(name) or counts_known(name, known) else None


def load_exercise(name: str) -> Exercise:
    """The exercise of a built-in name or in a file; raises like `load_session`."""
    resolver = Resolver()
    exercise = resolver.exercise(os.path.normpath(name) if is_path(name) else built_in_exercise(name) or name)
    resolver.faults.raise_any(resolver.root.place.file)
    assert exercise  # noqa: S101 - its faults have been raised
    return exercise


def holds_session(name: str) -> bool:
    """Whether a built-in name or a file is plainly that of a session and not of an exercise. Raises ChoiceError.

    A file with faults in it may be either: loading it tells them.
    """
    if is_path(name):
        return "sections" in own(name, Faults()).children
    return name in names("sessions") and name not in names("exercises")


def _session(resolver: Resolver, name: str) -> Loaded:
    reader = SessionReader(resolver)
    session = reader.session(name)
    return Loaded(session, resolver, reader.written)


def _alone(resolver: Resolver, reference: str) -> Loaded:
    """A session of one exercise and nothing else."""
    exercise = resolver.exercise(reference)
    exercises = resolver.all()
    assert exercise  # noqa: S101 - its faults have been raised
    session = Session(
        exercise.name,
        exercise.title,
        (Section((Item(exercise),)),),
        exercises=exercises,
        equipment=dict(resolver.equipment),
    )
    return Loaded(session, resolver)


def _is_exercise(node: Node) -> bool:
    """Whether a file without sections holds an exercise rather than an incomplete session."""
    keys = set(node.children)
    if keys & (_SESSION_KEYS - _EXERCISE_KEYS - {"equipment"}):
        return False
    if any(nearest_name(key, ["sections"]) for key in keys - _EXERCISE_KEYS):
        return False
    return bool(keys & (_EXERCISE_KEYS - _SESSION_KEYS | {"say"}))
