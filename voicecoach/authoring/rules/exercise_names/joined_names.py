"""Which names that a line joins are exercises of their own, and which are one that is done in one go."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.amounts.parts import without_brackets
from voicecoach.authoring.rules.exercise_names.names import reads_as_name
from voicecoach.authoring.rules.language.movements import ends_with_movement, singular
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.late_patterns import late

_JOINED = late(r",?\s+(?P<by>\+|&|and(?: then)?|then|w/)\s+|\s*(?P<stroke>/)\s+|\s+(?P<tight>/)", re.IGNORECASE)
_STATION = in_any_case(
    r"\b"
    + any_of(
        r"(?:bench|leg|chest|machine|floor) ?press(?:es)?|bench|leg (?:extension|curl)s?|hamstring curls?",
        r"pull-? ?ups?|chin-? ?ups?|lat pull-? ?downs?|triceps? push-? ?downs?|hack squats?|pec dec[ks]?",
        r"skull-? ?crushers?|preacher curls?|face pulls?|(?:cable|seated) rows?|(?:cable|pec|rope) fl(?:y|ies|yes?)",
        r"(?:rope|cable|lat|triceps?|straight-? ?arm) ?(?:pull|push)-? ?(?:downs?|overs?)",
    )
    + "$"
)
"""What is done on a bench, a bar or a machine, where nothing else can be done meanwhile."""
_IN_ONE_GO = in_any_case(r"\b(?:burpees?|cleans?|snatch(?:es)?|jerks?|hold|hang|planks?|squat)\b")
"""What others are joined to as one: `Plank + shoulder taps`, `Power clean + front squat`."""
TWO, MOST_TOGETHER, MOST_WORDS = 2, 6, 5


def joined_names(text: str) -> list[str]:
    """The exercises of a text that only joins their names, none if it may be one that has several movements.

    Those are two that are counted in the plural, or of which one is done at a place of its own: `Rows + dips`, but not
    `Lunge + twist`. A stroke stands between what may be done instead, but for three and more that differ.
    """
    found = [one for one in _JOINED.finditer(text) if text[: one.start()].count("(") == text[: one.start()].count(")")]
    signs = {(one["by"] or one["stroke"] or one["tight"]).lower() for one in found}
    whole = _names(text, found)
    names = [without_brackets(one) for one in whole]
    are_called = TWO <= len(names) <= MOST_TOGETHER and len(signs) == 1 and all(map(_is_called, names))
    if not are_called:
        return []
    if signs == {"/"}:
        are_whole = len(names) > TWO and all(len(one.split()) > 1 for one in names[:-1])
        return whole if are_whole and len({_last(one) for one in names}) == len(names) else []
    are_apart = any(map(_STATION.search, names)) and not any(map(_IN_ONE_GO.search, names))
    are_plural = all(map(_is_plural, names)) and signs != {"w/"}
    return whole if are_apart or are_plural else []


def _names(text: str, found: list[re.Match[str]]) -> list[str]:
    starts, ends = [0, *(one.end() for one in found)], [*(one.start() for one in found), len(text)]
    return [text[start:end].strip(" ,") for start, end in zip(starts, ends, strict=True)]


def _is_called(name: str) -> bool:
    return len(name.split()) <= MOST_WORDS and reads_as_name(name) and ends_with_movement(name)


def _last(name: str) -> str:
    return singular(name.lower().split()[-1])


def _is_plural(name: str) -> bool:
    """Whether it is counted in the plural; `press` may be that."""
    return name.lower().endswith("s")
