"""An exercise on the left and then on the right, which is one for each side."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from voicecoach.authoring.written import WrittenExercise
from voicecoach.definitions.line_names import bare_name
from voicecoach.definitions.model import Sides

_SIDE = re.compile(
    r"\W*(?<![a-z])(?:on (?:the |your )?)?(?P<side>left|right)(?![a-z])(?: (?:side|leg|arm|foot|hand))?\W*",
    re.IGNORECASE,
)


def with_both_sides(exercises: Iterable[WrittenExercise]) -> tuple[WrittenExercise, ...]:
    """The exercises; one that says of a side what the one before says of the other is one with it."""
    found = list[WrittenExercise]()
    for one in exercises:
        both = _of_both(found[-1], one) if found else None
        if both:
            found[-1] = both
        else:
            found.append(one)
    return tuple(found)


def _of_both(before: WrittenExercise, one: WrittenExercise) -> WrittenExercise | None:
    """What both are together; nothing if they aren't the same on two sides. They rest behind the second."""
    (first, first_side), (name, side) = _parted(before.name), _parted(one.name)
    are_two = {first_side, side} == {"left", "right"} and bool(name) and bare_name(first) == bare_name(name)
    if not are_two or _amount(before) != _amount(one):
        return None
    notes = tuple(dict.fromkeys((*before.notes, *one.notes)))
    return replace(before, name=first, matched=None, sides=Sides.EACH, rest_s=one.rest_s, notes=notes)


def _parted(name: str) -> tuple[str, str]:
    """A name without its side, and that; no side where it names both, or none."""
    sides = list(_SIDE.finditer(name))
    if len(sides) != 1:
        return name, ""
    (found,) = sides
    return f"{name[: found.start()]} {name[found.end() :]}".strip(), found["side"].lower()


def _amount(exercise: WrittenExercise) -> WrittenExercise:
    """All that is said of how much is done."""
    told = WrittenExercise("", 0)
    fields = ("sets", "reps", "seconds", "each_set", "is_open", "distance_m", "load", "sides", "tempo")
    return replace(told, **{field: getattr(exercise, field) for field in fields})
