"""The columns of tables, by what people call them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Column(StrEnum):
    """What a column is of."""

    EXERCISE = "exercise"
    PRESCRIPTION = "prescription"
    SETS = "sets"
    SET = "set"
    REPS = "reps"
    TIME = "time"
    HOLD = "hold"
    DISTANCE = "distance"
    REST = "rest"
    ROUND_REST = "round-rest"
    EVERY = "every"
    LIMIT = "limit"
    LOAD = "load"
    LOAD_UNIT = "load-unit"
    EFFORT = "effort"
    PERCENT = "percent"
    TEMPO = "tempo"
    SIDE = "side"
    NOTES = "notes"
    EQUIPMENT = "equipment"
    SECTION = "section"
    DAY = "day"
    WEEK = "week"
    ORDER = "order"
    RESERVE = "reserve"
    KIND = "kind"
    ROUNDS = "rounds"
    SECTION_REST = "section-rest"
    BEFORE = "before"
    REPEAT = "repeat"
    TIMING = "timing"
    SAME_INTERVAL = "same-interval"
    VARIATIONS = "variations"
    TAKES = "takes"


_CALLED: tuple[tuple[Column, str], ...] = (
    (
        Column.EXERCISE,
        "exercise (?:name|title)|exercises?|movements?|moves?|lifts?|drill|station|activity|name|what|pose|stretch",
    ),
    (
        Column.PRESCRIPTION,
        (
            r"sets? (?:x|and|by) (?:reps?|time|duration)|reps? (?:x|and) sets?|prescription|scheme|volume"
            r"|amount|dos(?:e|age)|how (?:many|much)"
        ),
    ),
    (Column.SETS, "(?:no of |number of |working |work |planned |target )?sets|series"),
    (Column.SET, "set|set (?:order|number|no|index)"),
    (
        Column.REPS,
        (
            "(?:(?:target |planned )?rep(?:s|etitions?| range)?|count)(?: per set)?"
            "|reps? (?:or )?(?:time|duration|seconds|hold)"
        ),
    ),
    (
        Column.TIME,
        "(?:time|duration|seconds|work|length)(?: time| duration| per set| under tension)?|secs?|minutes|mins?|on|tut",
    ),
    (Column.HOLD, "hold(?:s|ing)?(?: (?:time|duration|length|for))?(?: per (?:rep|set))?"),
    (Column.DISTANCE, "distance|metres|meters|km"),
    (Column.ROUND_REST, "(?:round|circuit) rest|rest (?:between|after) (?:each |every )?(?:rounds?|circuits?)"),
    (Column.EVERY, "every|interval"),
    (Column.LIMIT, "(?:time )?(?:limit|cap)"),
    (
        Column.REST,
        (
            "rest(?: time| period| duration| (?:between|after) (?:each )?(?:sets?|exercises?)| after| interval)?"
            "|recovery|break|pause|off"
        ),
    ),
    (Column.LOAD, "(?:target |starting |planned |working )?(?:load|weights?|kg|lbs?|resistance)(?: amount)?|load used"),
    (Column.LOAD_UNIT, "(?:(?:weight|load) )?units?(?: of (?:weight|load))?"),
    (Column.EFFORT, "(?:target )?rpe|effort"),
    (Column.RESERVE, "(?:target )?rir|reps in reserve"),
    (Column.PERCENT, "%|percent(?:age)?|% ?(?:of )?1 ?rm|1 ?rm %|intensity|%1rm"),
    (Column.TEMPO, "tempo|cadence|speed"),
    (Column.SIDE, "sides?|per side|unilateral|each side|leg|limb"),
    (
        Column.NOTES,
        "(?:exercise |coaching )?(?:notes?|cues?)|comments?|(?:execution )?instructions?|description|remarks?|tips?",
    ),
    (Column.EQUIPMENT, "equipment|kit|gear|tools?|needs"),
    (Column.SECTION, "section|block|part|phase|group|category|round name|segment|focus"),
    (Column.DAY, "day|day name|weekday|session|workout|workout name|date|routine|training"),
    (Column.WEEK, "weeks?|wk|week number|week no"),
    (Column.ORDER, "order|#|no|nr|number|label|id|superset|code"),
    (Column.KIND, "kind|type|format|style"),
    (Column.ROUNDS, "rounds?|circuits?|laps"),
    (Column.SECTION_REST, "section rest|rest between sections"),
    (Column.BEFORE, "before"),
    (Column.REPEAT, "repeat"),
    (Column.TIMING, "timing"),
    (Column.SAME_INTERVAL, "same interval"),
    (Column.VARIATIONS, "variations?"),
    (Column.TAKES, "takes"),
)
"""What a column is called, in small letters, without brackets; the first that fits."""
_FORMS = tuple((column, re.compile(called)) for column, called in _CALLED)
_EXERCISE = re.compile("(?:exercise|movement|lift|move)s?(?: (?:name|title))?")
"""What a column of names is called, whatever else would do where there is none: `Station`, `What`."""
_VAGUE = re.compile("amount|dos(?:e|age)|how (?:many|much)")
"""What can be of anything beside columns of sets and repetitions."""
_OF_SIDE = re.compile(
    r"\s*(?:[(\[/,]\s*)?\b(?:(?:each|per|a|ea\.?|both) )?(?:side|leg|arm|hand|foot)s?\s*[)\]]?$", re.IGNORECASE
)
"""How a head says that its numbers are those of each side: `Reps (each side)`, `Reps/leg`."""
_BRACKETED = re.compile(r"[(\[](?P<unit>[^)\]]*)[)\]]")
_AFFIXES = re.compile(
    r"^(?:(?:target|planned|prescribed|default|recommended|suggested|total|num|count of) )+(?=\w)"
    r"|(?<=\bsets|\breps) (?:count|target|goal|planned|per exercise)$"
)
"""What programs put before or behind the word for a column: `target_duration_sec`, `setCount`."""
_UNITS = {
    "s": "s", "sec": "s", "secs": "s", "second": "s", "seconds": "s",
    "min": "min", "mins": "min", "minute": "min", "minutes": "min",
    "kg": "kg", "kgs": "kg", "kilos": "kg", "lb": "lb", "lbs": "lb", "pounds": "lb",
    "m": "m", "metres": "m", "meters": "m", "km": "km", "%": "%",
}  # fmt: skip
"""Units as a column's head has them, for the numbers below it."""
LEAST_KNOWN, MOST_OF_A_HEAD = 2, 300
"""So many columns that are known make a table; so many characters are longer than any head."""


@dataclass(frozen=True)
class Head:
    """What a column is of, the unit of bare numbers in it if its head says one, and whether they are of each side."""

    column: Column
    unit: str = ""
    is_of_side: bool = False


def head_of(text: str) -> Head | None:
    """What a column is of by its head, `None` if nobody knows."""
    if len(text) > MOST_OF_A_HEAD:
        return None
    bracketed = _BRACKETED.search(text)
    sided = _OF_SIDE.search(text)
    text = _OF_SIDE.sub("", text) if sided and text[: sided.start()].strip() else text
    spaced = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", text)
    bare = _BRACKETED.sub(" ", spaced.lower()).replace("_", " ").replace("×", "x").replace("&", " and ")
    bare = re.sub(r"(?<=[a-z])[/+-](?=[a-z])", " x " if "set" in bare else " ", bare)
    bare = _AFFIXES.sub("", " ".join(re.sub(r"[.:*]", " ", bare).split()))
    bare = re.sub(r"^(set|rep) count$", r"\1s", bare)
    units = [bracketed["unit"].lower().strip()] if bracketed else []
    last = bare.rsplit(" ", 1)
    if len(last) > 1 and last[1] in _UNITS and last[1] != "%":
        units.append(last[1])
        bare = last[0]
    unit = next((_UNITS[one] for one in (*units, bare) if one in _UNITS), "")
    return next((Head(column, unit, bool(sided)) for column, form in _FORMS if form.fullmatch(bare)), None)


def heads_of(cells: Sequence[str]) -> dict[int, Head]:
    """The columns that a row of heads names, each kind once; nothing if it names no exercise or too few."""
    found: dict[int, Head] = {}
    is_named = any(_EXERCISE.fullmatch(cell.strip(" *").lower()) for cell in cells)
    for at, cell in enumerate(cells):
        head = head_of(cell)
        is_placed = head and head.column is Column.EXERCISE and not _EXERCISE.fullmatch(cell.strip(" *").lower())
        if head and not (is_placed and is_named) and head.column not in {one.column for one in found.values()}:
            found[at] = head
    if {Column.SETS, Column.REPS} & {one.column for one in found.values()}:
        found = {at: one for at, one in found.items() if not _VAGUE.fullmatch(cells[at].strip(" *").lower())}
    is_table = len(found) >= LEAST_KNOWN and any(one.column is Column.EXERCISE for one in found.values())
    return found if is_table else {}
