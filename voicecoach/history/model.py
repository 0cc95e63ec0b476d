"""What is remembered of a session that was trained."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from voicecoach.definitions.files import built_in_exercise, is_path, names
from voicecoach.times import Ms

OptionValue = str | int | float | bool | list[str]
Options = Mapping[str, OptionValue]
"""Options as the command line and the configuration file name them, without dashes in front: `{"rest": "45"}`."""

WORKING_KINDS = frozenset({"work", "hold"})
"""The kinds of step in which a set is done."""
_ID_BYTES = 12


class Felt(StrEnum):
    """How a session felt to who trained it."""

    EASY = "easy"
    RIGHT = "right"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class SessionId:
    """Which session it was: a built-in one by name, or the user's own file by its absolute path and its stem."""

    name: str
    path: str | None = None

    @classmethod
    def of(cls, typed: str) -> SessionId:
        """The session that is meant by SESSION on the command line."""
        if not is_path(typed):
            return cls(_storable(typed if typed in names("sessions") else built_in_exercise(typed) or typed))
        return cls(_storable(Path(typed).stem), _storable(os.path.normpath(Path(typed).absolute())))

    def is_same(self, other: SessionId) -> bool:
        """Whether `other` is this session. A file that was moved is still the same, a copy beside it is not."""
        if self.name != other.name or (self.path is None) != (other.path is None):
            return False
        return self.path == other.path or (other.path is not None and _is_gone(other.path))


def _is_gone(path: str) -> bool:
    try:
        Path(path).stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def _storable(text: str) -> str:
    """A file's name may hold bytes that are no text; SQLite takes only text."""
    return text.encode("utf-8", "backslashreplace").decode()


@dataclass(frozen=True, slots=True)
class TrainedStep:
    """A step of the timeline and whether it was done; skipped steps and those never reached were not.

    `reps` are those planned, `reps_done` those that were done where that is known to be otherwise or was entered;
    `load` is what was entered, such as `24 kg`.
    """

    kind: str
    exercise: str | None
    set: int | None
    side: str | None
    reps: int | None
    done: bool
    reps_done: int | None = None
    load: str | None = None


def new_id() -> str:
    """An id that no other training has."""
    return os.urandom(_ID_BYTES).hex()


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One session, trained or begun.

    `started` is aware: the local time where it was. `steps` are all steps of the timeline, in order. `trained_ms` is
    the time that was heard, without pauses. `whole` says whether all that the week asks for was planned (see
    `history.repeat.is_whole`), `completed` whether the end was reached. `stopped_at_ms` is the position to go on from.
    `options` are those that it began with, `changed` those that were changed while it played (see `history.changes`).
    Saving a training again under the same `id` replaces what was remembered of it.
    """

    session: SessionId
    title: str
    started: datetime
    week: int
    weeks: int
    planned_ms: Ms
    trained_ms: Ms
    steps: tuple[TrainedStep, ...]
    completed: bool
    whole: bool = True
    options: Options = field(default_factory=dict)
    felt: Felt | None = None
    stopped_at_ms: Ms | None = None
    changed: Options = field(default_factory=dict)
    id: str = field(default_factory=new_id)

    @property
    def day(self) -> date:
        """The day it began, where it was trained."""
        return self.started.date()

    @property
    def sets_done(self) -> int:
        """How many sets were done, on both sides where a set has two."""
        return sum(sets_of(self.steps))

    @property
    def sets_skipped(self) -> int:
        """How many sets were skipped, cut short or never reached."""
        return len(sets_of(self.steps)) - self.sets_done

    @property
    def all_done(self) -> bool:
        """Whether it reached its end with nothing skipped."""
        return self.completed and not self.sets_skipped


def sets_of(steps: tuple[TrainedStep, ...]) -> list[bool]:
    """For each set whether it was done. Both sides of an exercise, with the change between them, are one set."""
    sets: list[bool] = []
    sides: set[str | None] = set()
    current: tuple[str | None, int | None] | None = None
    for step in steps:
        if step.kind in WORKING_KINDS:
            if (step.exercise, step.set) == current and step.side not in sides:
                sets[-1] = sets[-1] and step.done
            else:
                sets.append(step.done)
                sides.clear()
            current = step.exercise, step.set
            sides.add(step.side)
        elif step.kind != "change":
            current = None
    return sets
