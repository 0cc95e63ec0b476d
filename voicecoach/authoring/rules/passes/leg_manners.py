"""How a warm-up or a cool-down is done: what may stand beside its length without being an exercise."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP

_DEGREE = any_of("very|nice and|nice|really|fairly|super|quite|as|all|just|only|about|around|approx\\.?|roughly")
_EASE = any_of(
    "easy|easily|gentle|gently|light|lightly|slow|slowly|steady|steadily|brisk|briskly|relaxed|comfortable|comfortably",
    "moderate|conversational|gradual|gradually|low|progressive|progressively|building|aerobic|recovery|general|optional",
    "intensity|pace|effort|resistance|cadence|speed|zone \\d(?:-\\d)?|z\\d(?:-z?\\d)?|able to talk",
)
_MEASURE = any_of(
    r"\d{1,3}(?:[.,]\d+)?(?:\s*[-–]\s*\d{1,3}(?:[.,]\d+)?)?\s*"
    + any_of(r"mph|km/?h|kph|kmh|watts?|w|rpm|bpm|spm|%(?:\s*(?:of\s*)?(?:ftp|max(?:\s*hr)?|mhr|hr))?"),
    r"rpe\s*\d(?:\s*[-–]\s*\d)?|(?:level|incline|gradient|speed|rate|effort|hr|resistance)\s*:?\s*\d{1,3}(?:\.\d)?\s*%?",
    r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s*(?:/|out of)\s*10",
    r"\d{1,2}:\d\d(?:\s*[-–]\s*\d{1,2}:\d\d)?\s*(?:/|per )\s*(?:km|k|mi|mile)",
)
_AT = any_of("at|@|in|of|with|an?|the|your|to|and|to start|to finish|to begin|first|last|then|for|each|no")
_MANNER = in_any_case(rf"(?:{_DEGREE}|{_EASE}|{_MEASURE}|{_AT})")
_PAUSES = re.compile(r"[\s,;:.()\[\]–—/|&+-]+")
LEG = in_any_case(rf"(?:{WARM_UP}|{COOL_DOWN}|warming[ -]?up|cooling[ -]?down|warmup|cooldown)s?")
"""What a part is called that one begins or ends with."""


def is_leg_in_a_manner(text: str) -> bool:
    """Whether a text without its length calls a warm-up or a cool-down, and nothing else but how it is done."""
    found = LEG.search(text)
    return found is not None and _is_manner(text[: found.start()]) and _is_manner(text[found.end() :])


def _is_manner(text: str) -> bool:
    at = 0
    while at < len(text):
        match = _PAUSES.match(text, at) or _MANNER.match(text, at)
        if match is None or (text[match.end() :][:1].isalnum() and match[0][-1:].isalnum()):
            return False
        at = match.end()
    return True
