"""A training as a row of the table, and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from voicecoach.history.model import Felt, Options, SessionId, TrainedStep, Training
from voicecoach.times import Ms

COLUMNS = {
    "id": "TEXT NOT NULL UNIQUE",
    "started_utc": "TEXT NOT NULL",
    "offset_minutes": "INTEGER NOT NULL",
    "session": "TEXT NOT NULL",
    "path": "TEXT",
    "title": "TEXT NOT NULL",
    "week": "INTEGER NOT NULL",
    "weeks": "INTEGER NOT NULL",
    "options": "TEXT NOT NULL",
    "planned_ms": "INTEGER NOT NULL",
    "trained_ms": "INTEGER NOT NULL",
    "steps": "TEXT NOT NULL",
    "completed": "INTEGER NOT NULL",
    "whole": "INTEGER NOT NULL",
    "felt": "TEXT",
    "stopped_at_ms": "INTEGER",
    "changed": "TEXT NOT NULL DEFAULT '{}'",
}
_ADDED = ("{}",)
"""What the columns that came later hold in rows from before."""
_MINUTE = timedelta(minutes=1)
_ABSENT = type(None)
_STEP_TYPES: tuple[type | tuple[type, ...], ...] = (
    str,
    (str, _ABSENT),
    (int, _ABSENT),
    (str, _ABSENT),
    (int, _ABSENT),
    bool,
    (int, _ABSENT),
    (str, _ABSENT),
)
"""Those of the fields of a `TrainedStep`, in order."""
_LEAST_OF_A_STEP = 6
"""Steps once had no more fields than this."""


class UnreadableRowError(ValueError):
    """A row holds what no training has."""


def as_row(training: Training) -> tuple[str | int | None, ...]:
    """The values of `COLUMNS`. The time is kept as UTC with the offset of the place."""
    offset = training.started.utcoffset()
    if offset is None:
        raise ValueError("a training's time says where it was: it needs a time zone")
    return (
        training.id,
        training.started.astimezone(UTC).isoformat(timespec="seconds"),
        offset // _MINUTE,
        training.session.name,
        training.session.path,
        training.title,
        training.week,
        training.weeks,
        json.dumps(dict(training.options)),
        training.planned_ms,
        training.trained_ms,
        json.dumps([astuple(step) for step in training.steps]),
        int(training.completed),
        int(training.whole),
        training.felt,
        training.stopped_at_ms,
        json.dumps(dict(training.changed)),
    )


def as_now(row: Sequence[Any]) -> Sequence[Any]:
    """The row with the columns that have been added since it was written."""
    missing = len(COLUMNS) - len(row)
    return (*row, *_ADDED[-missing:]) if 0 < missing <= len(_ADDED) else row


def as_training(row: Sequence[Any]) -> Training:
    """The training of a row of `COLUMNS`. Raises UnreadableRowError."""
    try:
        return _training(row)
    except (ValueError, OverflowError, RecursionError) as error:
        raise UnreadableRowError(str(error)) from None


def _training(row: Sequence[Any]) -> Training:
    named = dict(zip(COLUMNS, as_now(row), strict=True))
    for name, kind in COLUMNS.items():
        if named[name] is not None or "NOT NULL" in kind:
            _check(named[name], int if kind.startswith("INTEGER") else str)
    place = timezone(named["offset_minutes"] * _MINUTE)
    return Training(
        id=named["id"],
        session=SessionId(named["session"], named["path"]),
        title=named["title"],
        started=datetime.fromisoformat(named["started_utc"]).replace(tzinfo=UTC).astimezone(place),
        week=named["week"],
        weeks=named["weeks"],
        options=_options(named["options"]),
        planned_ms=Ms(named["planned_ms"]),
        trained_ms=Ms(named["trained_ms"]),
        steps=_steps(named["steps"]),
        completed=bool(named["completed"]),
        whole=bool(named["whole"]),
        felt=Felt(named["felt"]) if named["felt"] is not None else None,
        stopped_at_ms=Ms(named["stopped_at_ms"]) if named["stopped_at_ms"] is not None else None,
        changed=_options(named["changed"]),
    )


def _options(text: str) -> Options:
    found = json.loads(text)
    _check(found, dict)
    for value in found.values():
        _check(value, (str, int, float, bool, list))
        for one in value if isinstance(value, list) else ():
            _check(one, str)
    options: Options = found
    return options


def _steps(text: str) -> tuple[TrainedStep, ...]:
    found = json.loads(text)
    _check(found, list)
    return tuple(map(_step, found))


def _step(found: object) -> TrainedStep:
    if (
        not isinstance(found, list)
        or not _LEAST_OF_A_STEP <= len(found) <= len(_STEP_TYPES)
        or not all(isinstance(value, kind) for value, kind in zip(found, _STEP_TYPES, strict=False))
    ):
        raise UnreadableRowError(f"{found!r} is not a step")
    return TrainedStep(*found)


def _check(value: object, kind: type | tuple[type, ...]) -> None:
    if not isinstance(value, kind):
        raise UnreadableRowError(f"{value!r} is not of the right type")
