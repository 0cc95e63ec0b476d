"""Lengths in brackets behind what is counted: `8 strides (100 m)` are eight of it, `20 rope climbs (15 ft)` no way.

So is a height that a ball is thrown to, `wall balls (20/14 lb, 10/9 ft)`, which nobody goes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from voicecoach.authoring.rules.amounts.parts import Part, Parts
from voicecoach.authoring.rules.language.pattern import in_any_case

_GONE = in_any_case(
    r"\b(?:runs?|sprints?|strides?|accelerations?|pick-?ups|shuttles?|jogs?|walks?|carr(?:y|ies)|sleds?|prowler|drags?"
    r"|crawls?|laps?|lengths?|widths?|hills?|swims?|march(?:es)?|suicides?)\b"
)
"""What is done over a way."""
_STEPPED = in_any_case(r"\blunges?\b")
"""What is counted in steps, though it goes on."""
_AROUND = in_any_case(r"\([^()]*$")
_TO = in_any_case(r"\b(?:to|at)(?: an?)?\s*$")
_HEIGHTS = in_any_case(r"\d{1,2} ?/\s*$")


def with_length_beside(said: Mapping[str, Any], parts: Parts) -> tuple[dict[str, Any], tuple[str, ...]]:
    """What is said, with the count beside a length that isn't all of it; the length as a note, where none is gone."""
    if not {"bare", "distance_m"} <= said.keys() or said.keys() & {"sets", "reps", "seconds", "each_set"}:
        return dict(said), ()
    beside = _first(parts, "metres")
    count = _first(parts, "bare")
    if not (beside and count and count.start < beside.start and _is_beside(beside, parts)):
        return dict(said), ()
    others = {name: value for name, value in said.items() if name != "bare"}
    text = parts.line.text
    is_way = bool(_GONE.search(text)) and not _STEPPED.search(text) and not _HEIGHTS.search(text[: beside.start])
    if is_way:
        return {**others, "sets": said["bare"]}, ()
    others.pop("distance_m")
    heights = _HEIGHTS.search(text[: beside.start])
    return {**others, "reps": said["bare"]}, (f"{heights[0] if heights else ''}{beside.text.strip(' ,;()')}",)


def _first(parts: Parts, name: str) -> Part | None:
    """The first part that says something."""
    return next((one for one in parts.parts if name in dict(one.found)), None)


def _is_beside(part: Part, parts: Parts) -> bool:
    """Whether a length stands in brackets, or is a height to throw to."""
    before = parts.line.text[: part.start]
    return any(one.search(before) for one in (_AROUND, _TO, _HEIGHTS))
