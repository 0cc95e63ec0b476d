"""What an object in JSON says of all the exercises in it: its rounds, how long each goes on, and the rests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from voicecoach.authoring.formats.csv_cells import length_s
from voicecoach.authoring.formats.csv_columns import Column, head_of
from voicecoach.authoring.formats.json_groups import Values, has_amount
from voicecoach.definitions.notation import NotationError

MAX_ROUNDS = 100
_ROUNDS = re.compile(
    r"(?:(?:number_?of|total|num)_?)?(?:rounds?|sets|circuits?|laps|repeats?|repetitions)(?:_?count)?", re.IGNORECASE
)
_WORK = re.compile(
    r"(?:work|on|exercise(?=_?(?:time|dur|int|sec)))(?:_?(?:time|duration|interval|seconds?|secs?|s))*", re.IGNORECASE
)
_BETWEEN = re.compile(
    r"(?:(?:rest|duration|pause|break|time|delay)_?)?(?:between|after)_?(?:rounds|sets|circuits)(?:_?(?:seconds?|secs?|s))?",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Shared:
    """What is said once for several exercises; `None` where nothing is."""

    rounds: int | None = None
    work_s: float | None = None
    rest_s: float | None = None
    round_rest_s: float | None = None


def shared_of(about: Values, exercises: Sequence[Values]) -> Shared:
    """What the object around some exercises says of them, as far as they don't say it themselves."""
    keys = {key: about[key] for key in about if isinstance(about[key], int | float | str)}
    have_sets = any("sets" in one for one in exercises)
    rounds = next((found for key in keys if _ROUNDS.fullmatch(key) and (found := _count(keys[key]))), None)
    work_s = None if any(map(has_amount, exercises)) else _length(keys, _WORK)
    round_rest_s = _length(keys, _BETWEEN) if rounds and not have_sets else None
    rest_s = _rest(keys, "s" if work_s else "")
    return Shared(None if have_sets else rounds, work_s, rest_s, round_rest_s)


def _count(value: object) -> int | None:
    text = f"{value}".strip()
    return int(text) if re.fullmatch(r"\d{1,2}", text) and 1 < int(text) <= MAX_ROUNDS else None


def _length(keys: Values, form: re.Pattern[str]) -> float | None:
    return next((_seconds(key, keys[key]) for key in keys if form.fullmatch(key)), None)


def _rest(keys: Values, unit: str) -> float | None:
    """The rest behind each exercise, not that between rounds or sets. A number alone has the unit of the work."""
    found = (
        key for key in keys if not _BETWEEN.fullmatch(key) and (head := head_of(key)) and head.column is Column.REST
    )
    return next((_seconds(key, keys[key], unit) for key in found), None)


def _seconds(key: str, value: object, unit: str = "") -> float | None:
    head = head_of(key)
    unit = (head.unit if head else "") or unit
    try:
        return length_s({Column.REST: f"{value}"}, Column.REST, unit)
    except NotationError:
        return None
