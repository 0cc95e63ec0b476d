"""How long a distance takes if nobody says it: by what it is called, else by its length."""

from __future__ import annotations

import re

from voicecoach.authoring.bounds import MOST_S

_BY_NAME: tuple[tuple[float, str], ...] = (
    (
        0.8,
        r"lunges?|carr(?:y|ies)|farmer\W?s?|suitcase|yoke|sled|prowler|drag|bear|crab|duck|monkey|hops?|bounds?|skips?",
    ),
    (0.9, r"swim(?:ming)?|swum|freestyle|front crawl|breaststroke|backstroke|butterfly"),
    (7.0, r"bik(?:e|ing)|cycl(?:e|ing)|rid(?:e|ing)|spin(?:ning)?|turbo"),
    (4.0, r"row(?:s|ing)?|rower|erg|ski ?erg|skiing"),
    (6.0, r"sprints?|sprinting|dash(?:es)?|strides?|strideouts?"),
    (1.4, r"walk(?:s|ing)?|hik(?:e|ing)|march(?:es|ing)?|ruck(?:s|ing)?"),
    (2.2, r"jog(?:s|ging)?"),
    (2.5, r"runs?|running"),
)
"""Metres a second, by words of the name; the first that is found counts: `walking lunges` are lunges."""
_OVER_GROUND = 1.0
"""From so many metres a second on a word is one for walking, running, riding or rowing."""
_FORMS = tuple((m_per_s, re.compile(rf"\b(?:{words})\b", re.IGNORECASE)) for m_per_s, words in _BY_NAME)
RUN_M_PER_S, CARRY_M_PER_S, LEAST_RUN_M = 2.5, 0.8, 200
"""Where the name has no such word: a slow run from so many metres on, a carry below."""
LEAST_S, STEP_S = 10.0, 5.0


def takes_s(name: str, metres: float) -> float:
    """How many seconds `metres` of what is called `name` take, in steps of `STEP_S`; a day at most, as in any file."""
    by_length = RUN_M_PER_S if metres >= LEAST_RUN_M else CARRY_M_PER_S
    m_per_s = next((pace for pace, form in _FORMS if form.search(name)), by_length)
    return min(MOST_S, max(LEAST_S, STEP_S * round(metres / m_per_s / STEP_S)))


def is_moved(name: str) -> bool:
    """Whether it is called as what is walked, run, ridden or rowed."""
    return any(pace > _OVER_GROUND and form.search(name) for pace, form in _FORMS)
