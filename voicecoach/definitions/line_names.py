"""Which exercise a name in a line means, and what becomes of names that the library doesn't know."""

from __future__ import annotations

import re
from collections.abc import Mapping

from voicecoach.definitions.exercise_names import Matcher, called
from voicecoach.errors import nearest_name

LEAST_LETTERS = 5
"""A name of fewer letters is too easily another one to be guessed at."""
LEAST_PLURAL = 2
MAX_NAME_CHARACTERS = 60
_HELD = frozenset({"plank", "hold", "sit", "stretch", "hang"})


def bare_name(name: str) -> str:
    """A name as it is compared: small letters, single spaces, no hyphens, its last word in the singular."""
    words = re.sub(r"[\s_–-]+", " ", name.lower().replace("’", "'")).strip().split(" ")
    return " ".join([*words[:-1], _singular(words[-1])])


def _singular(word: str) -> str:
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("ies") and len(word) > LEAST_LETTERS:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and not word.endswith("ss") and len(word) > LEAST_PLURAL else word


def known_names(titles: Mapping[str, str]) -> dict[str, str]:
    """The exercises by their names and their titles, as they are compared."""
    return {
        **Matcher(titles).known,
        **{bare_name(title): name for name, title in titles.items() if title},
        **{bare_name(name): name for name in titles},
    }


def matched_exactly(name: str, known: Mapping[str, str]) -> bool:
    """Whether it is the name of a known exercise, but for capitals, hyphens and the plural."""
    return bare_name(name) in known


def matched(name: str, known: Mapping[str, str]) -> str | None:
    """The known exercise that is meant by a name: the same, another of its names, or a long one with a letter wrong."""
    bare = bare_name(name)
    if same := known.get(bare) or called(name, known):
        return same
    if len(bare) < LEAST_LETTERS:
        return None
    alike = [one for one in known if one[0] == bare[0] and abs(len(one) - len(bare)) <= 1]
    near = nearest_name(bare, alike)
    return known[near] if near else None


def nearly(name: str, titles: Mapping[str, str]) -> str | None:
    """The exercise of these that a name which none of them has was probably meant for; `titles` are theirs by name."""
    for known, written in (
        (known_names(titles), bare_name(name)),
        ({title.lower(): one for one, title in titles.items()}, name.lower()),
    ):
        if near := nearest_name(written, known):
            return known[near]
    return None


def slug(text: str) -> str:
    """A text as the name of a file, an exercise: small letters, digits, hyphens."""
    words = re.sub(r"[^\w]+", "-", re.sub("['’]", "", text.lower())).strip("-_")
    return words if len(words) <= MAX_NAME_CHARACTERS else words[:MAX_NAME_CHARACTERS].rsplit("-", 1)[0]


def is_held(name: str) -> bool:
    """Whether the name is that of something that is held: a plank, a stretch."""
    return bare_name(name).split(" ")[-1] in _HELD
