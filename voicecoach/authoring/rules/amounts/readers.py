"""What the forms of a line found, read into values: the place that says which name of a form goes where."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from voicecoach.authoring.rules.amounts.parts import Part, Parts
from voicecoach.authoring.rules.language.pattern import metres_of, range_of, seconds_of
from voicecoach.authoring.written import Span
from voicecoach.definitions.model import Sides
from voicecoach.late_patterns import late

TABATA = {"work_s": (20.0, 20.0), "rest_s": (10.0, 10.0), "rounds": (8.0, 8.0)}
"""What a Tabata is, if nothing else is said."""


def _chain(text: str) -> tuple[int, ...]:
    return tuple(int(one) for one in re.findall(r"\d+", text))


def _tempo(text: str) -> str:
    return "-".join(re.findall(r"[\dx]", text)).upper()


_IN_GRAMS = re.compile(r"\d\s?g")
G_PER_KG = 1000


def _load(text: str) -> str:
    number = re.search(r"[\d.]+", text)
    if number and _IN_GRAMS.search(text):
        return f"{float(number[0]) / G_PER_KG:g} kg"
    unit = "lb" if re.search(r"lb|pound|#", text) else "%" if re.search(r"%|per", text) else "kg"
    return f"{number[0] if number else ''} {unit}"


def _effort(text: str) -> str:
    return f"RPE {re.findall(r'[0-9.]+', text)[0]}"


def _every(text: str) -> Span:
    return seconds_of(text if re.search(r"\d", text) else f"1 {text}")


def _rest(text: str) -> Span:
    return seconds_of(text)


_LIFTED = late(
    r"(?:\s|for)\s*(?P<sets>[1-9])\s*(?:x|sets\s+of)\s*(?P<reps>\d{1,2})"
    r"|(?:x|for|\*)\s*(?P<each>\d{1,2}\+?(?:\s*reps?\b)?(?:\s*,\s*(?:x\s*)?\d{1,2}\b(?!\s*(?:[x%#]|kg|lb|s\b|for\b)|\s+\d|\.\d))*)",
)
"""How often something is lifted, behind what it is: `x 4,4,4`, `3x5`."""


_DROPPED = late(r"\bdrop[^\d,;]*\d{2,3}[^,;d]*")
"""What a set goes on with, lighter and without a rest: `205 x 5 drop 165 x 8`."""


def _lifted(text: str) -> tuple[int, ...]:
    found = list[int]()
    for one in _LIFTED.finditer(_DROPPED.sub("", text)):
        found += _chain(one["each"]) if one["each"] else (int(one["reps"]),) * int(one["sets"])
    return tuple(found)


_FEW = {"s": 1, "d": 2, "t": 3}


def _singly(text: str) -> tuple[int, ...]:
    """A set for each weight: singles, doubles or triples."""
    weights, word = re.findall(r"\d+(?:\.\d+)?", text), re.findall(r"(singles|doubles|triples)", text)[-1]
    return (_FEW[word[0]],) * len(weights)


_WAVES = late(r"(?:^|[,;/>]\s*)(\d{1,2})\+?\s*(?:reps?\s*)?(?:@|at)")
READERS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "sets": ("sets", range_of),
    "sets2": ("sets", range_of),
    "reps": ("reps", range_of),
    "rounds": ("rounds", range_of),
    "rounds2": ("rounds", range_of),
    "repeat": ("repeat", range_of),
    "times": ("repeat", range_of),
    "more_rounds": ("rounds", lambda text: tuple(one + 1 for one in range_of(text))),
    "more_sets": ("sets", lambda text: tuple(one + 1 for one in range_of(text))),
    "more": ("repeat", lambda text: tuple(one + 1 for one in range_of(text))),
    "bare": ("bare", range_of),
    "apiece": ("apiece", range_of),
    "calories": ("reps", range_of),
    "goal": ("goal", range_of),
    "goal_sets": ("goal_sets", range_of),
    "weeks": ("weeks", lambda text: int(range_of(text)[1])),
    "minutes": ("minutes", range_of),
    "seconds": ("seconds", seconds_of),
    "held": ("held", seconds_of),
    "pause_s": ("pause_s", seconds_of),
    "rest_s": ("rest_s", _rest),
    "round_rest_s": ("round_rest_s", _rest),
    "work_s": ("work_s", seconds_of),
    "goal_s": ("goal_s", seconds_of),
    "cap_s": ("cap_s", seconds_of),
    "cap_min": ("cap_s", lambda text: tuple(60 * one for one in range_of(text))),
    "every": ("every_s", _every),
    "every_min": ("every_s", lambda text: tuple(60 * one for one in range_of(text))),
    "metres": ("distance_m", metres_of),
    "load": ("load", _load),
    "pair": ("load", lambda text: text.replace(" ", "")),
    "pair2": ("load", lambda text: text.replace(" ", "")),
    "rpe": ("load", _effort),
    "rpe2": ("load", _effort),
    "tempo": ("tempo", _tempo),
    "chain": ("each_set", _chain),
    "waves": ("each_set", lambda text: tuple(int(one) for one in _WAVES.findall(text))),
    "slashed": ("each_set", lambda text: tuple(int(one) for one in re.findall(r"/(\d{1,2})", text))),
    "repped": ("each_set", lambda text: tuple(int(one) for one in re.findall(r"(?<![\d.])(\d{1,2})/", text))),
    "lifted": ("each_set", _lifted),
    "singly": ("each_set", _singly),
    "sets_at": ("sets", lambda text: (float(sum(map(int, re.findall(r"(\d)\s+sets?\b", text)))),) * 2),
    "bells": ("load", lambda text: re.sub(r"[^\d.]", "", text)),
    "weighed": ("each_set", lambda text: tuple(int(one) for one in re.findall(r"(?:x|for)\s*(\d+)", text))),
    "counted": (
        "each_set",
        lambda text: tuple(int(one) for one in re.findall(r"(?<![\d.])(\d{1,2})\+?\s?(?:x|,(?=\s?\d))", text)),
    ),
    "percents": ("load", lambda text: f"{_chain(text)[0]} %"),
    "weight": ("load", str.strip),
    "least": ("least", range_of),
    "heavy": ("heavy", range_of),
}
"""What each name of a form is read into, and how."""
WITH_LOADS = frozenset({"lifted", "singly", "sets_at", "weighed", "counted", "slashed", "percents"})
"""Sets that each have a load of their own, all of which are kept as they are written."""


def read_of(part: Part) -> dict[str, Any]:
    """What a part of a line says, by the names of `Facts` and a few beside them."""
    read: dict[str, Any] = {name: value for name, value in part.form.says.items() if name != "is_loose"}
    for name, text in part.found:
        if name == "tabata":
            read |= TABATA
        elif name in READERS:
            field, reader = READERS[name]
            read[field] = reader(text)
    if any(name == "plus" for name, _ in part.found):
        read["is_open"] = True
    return read


def shared_out(parts: Parts) -> dict[str, Span]:
    """How many of each side, or of each set, where how many in all was said before: `50 reps (5 x 10)`."""
    read = [read_of(one) for one in parts.parts]
    if apiece := next((one["apiece"] for one in read if "apiece" in one), None):
        return _in_sets_of(apiece, [one.get("reps") or one.get("bare") for one in read])
    if timed := _of_each_side(parts, read):
        return {"seconds": timed}
    counted = [
        (one, one[name]) for one in read for name in ("reps", "bare", "repeat") if isinstance(one.get(name), tuple)
    ]
    if len(counted) != 2:  # noqa: PLR2004 - all, each
        return {}
    (first, whole), (last, each) = counted
    if any(one.get("sides") is Sides.EACH for one in read) and is_double(whole, each):
        return {"reps": each, "bare": each}
    sets = last.get("sets")
    is_of_sets = sets and "sets" not in first and sets[0] > 1 and whole == (sets[0] * each[0], sets[1] * each[1])
    return {"reps": each} if is_of_sets else {}


def _of_each_side(parts: Parts, read: Sequence[Mapping[str, Any]]) -> Span | None:
    """How long each side takes, in brackets behind how long both do: `40 s side plank (20 s each side)`."""
    timed = [(part, one["seconds"]) for part, one in zip(parts.parts, read, strict=True) if one.get("seconds")]
    match timed:
        case [(_, whole), (part, each)]:
            pass
        case _:
            return None
    is_beside = parts.line.text[: part.start].rstrip().endswith("(")
    sided = (at.start for at, one in zip(parts.parts, read, strict=True) if one.get("sides") is Sides.EACH)
    is_of_side = any(start >= part.start for start in sided)  # of `60 s each leg (30 s bent)` it is the whole
    return each if is_beside and is_of_side and is_double(whole, each) else None


def _in_sets_of(apiece: Span, counts: list[Span | None]) -> dict[str, Span]:
    """So many of each set, and as many sets as all of them make: `100 press-ups in sets of 20`."""
    sets = [whole[0] / apiece[0] for whole in counts if whole and whole[0] >= apiece[0] > 0]
    is_whole = bool(sets) and sets[0].is_integer()
    return {"reps": apiece, "bare": apiece} | ({"sets": (sets[0],) * 2} if is_whole else {})


def is_double(span: Span, half: Span) -> bool:
    """Whether one span is twice the other: what both sides make together."""
    return span == (2 * half[0], 2 * half[1])
