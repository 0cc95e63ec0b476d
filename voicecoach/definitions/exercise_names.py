"""What exercises are called: which one a written name means, if it is the same by another of its names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

LEAST_PLURAL = 2
_PLURALS = (("ches", "ch"), ("shes", "sh"), ("sses", "ss"), ("ies", "y"), ("s", ""))
_SAME: tuple[tuple[str, str], ...] = (
    (r"\bpress up\b", "push up"),
    (r"\bpressup\b", "push up"),
    (r"\bpushup\b", "push up"),
    (r"\bpullup\b", "pull up"),
    (r"\bchinup\b", "chin up"),
    (r"\bsitup\b", "sit up"),
    (r"\bstepup\b", "step up"),
    (r"\bstepdown\b", "step down"),
    (r"\bclam\b", "clamshell"),
    (r"\bclam shell\b", "clamshell"),
    (r"\b(?:dbs?|dumb bell)\b", "dumbbell"),
    (r"\bbb\b", "barbell"),
    (r"\b(?:kb|kettle bell)\b", "kettlebell"),
    (r"\bkbs\b", "kettlebell swing"),
    (r"\bdus?\b", "double under"),
    (r"\bmtn\b", "mountain"),
    (r"\brdl\b", "romanian deadlift"),
    (r"\bsldl\b", "stiff leg deadlift"),
    (r"\bohp\b", "overhead press"),
    (r"\b(?:sl|1 leg|one leg(?:ged)?|single legged|1 legged)\b", "single leg"),
    (r"\b(?:1 arm|one arm(?:ed)?|single armed)\b", "single arm"),
    (r"\bbirddog\b", "bird dog"),
    (r"\bdeadbug\b", "dead bug"),
    (r"\bheel raise\b", "calf raise"),
    (r"\b(?:superman|supermen)\b", "superman"),
    (r"\b(?:glute|hip) bridge\b|^bridge$", "glute bridge"),
    (r"\bside lunge\b", "lateral lunge"),
    (r"\bstar jump\b", "jumping jack"),
    (r"\bpiriformis stretch\b|\bfigure (?:4|four)(?: stretch)?\b", "figure four stretch"),
    (r"\bquadricep\b|\bquads\b", "quad"),
    (r"\bhamstrings\b|\bhammy\b", "hamstring"),
    (r"\bhip flexor lunge stretch\b", "hip flexor stretch"),
    (r"\bside(?:ways)? band walk\b|\blateral band walk\b|\bbanded (?:side|lateral) walk\b", "band walk"),
    (r"\bcat (?:and )?(?:cow|camel)(?: stretch)?\b", "cat cow"),
    (r"\bair squat\b|\bbody ?weight squat\b|\bbw squat\b", "squat"),
    (r"\bforward lunge\b", "lunge"),
    (r"\bjump squat\b", "squat jump"),
    (r"\bsingle leg romanian deadlift\b", "single leg deadlift"),
    (r"\b(?:shoulder|military) press\b", "overhead press"),
    (r"\brfess\b|\b(?:rfe|rear foot elevated) split squat\b", "rear foot raised split squat"),
    (r"\bbulgarian (?:split )?squat\b", "rear foot raised split squat"),
    (r"^(?:skipping|skip(?:ping)? rope|rope skip(?:ping)?|jumping rope|rope jump(?:ing)?)$", "jump rope"),
)
"""Two ways of saying the same, whatever the library; written in the singular."""
_BESIDE = re.compile(
    r"\b(?:the|a|an|of|your|on|each|side|leg|basic|standard|regular|normal|classic|slow|controlled|alternating|alternate|bodyweight)\b"
)
_CUT_SHORT = frozenset({"kbs", "rkbs", "ohs"})
"""Kettlebell swings and overhead squats, whose last letter is no plural's."""


def singular(word: str) -> str:
    """A word without the ending of its plural."""
    if len(word) > LEAST_PLURAL and not word.endswith("ss") and word not in _CUT_SHORT:
        for ending, instead in _PLURALS:
            if word.endswith(ending):
                return word.removesuffix(ending) + instead
    return word


@lru_cache(maxsize=4096)
def bare_words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, each in its singular; a hyphen parts words."""
    return tuple(singular(one) for one in re.findall(r"[^\W_]+", re.sub(r"['’]s?\b", "", text.lower())))


def bare(name: str) -> str:
    """A name as it is compared: small letters, the singular, one word for what has several."""
    words = " ".join(bare_words(re.sub(r"\([^)]*\)", " ", name)))
    for pattern, same in _SAME:
        words = re.sub(pattern, same, words)
    return words


def called(name: str, known: Mapping[str, str]) -> str | None:
    """The exercise of `known`, by bare names, that is the same as what is written; `None` if none is, however near."""
    words = bare(name)
    if words in known:
        return known[words]
    plain = " ".join(_BESIDE.sub(" ", words).split())
    first, other, _ = name.partition(" / ")
    return known.get(plain) if plain in known else called(first, known) if other else None


class Matcher:
    """The exercises of a library by what they may be called; `titles` are theirs by name."""

    def __init__(self, titles: Mapping[str, str]) -> None:
        self.known = _known(tuple(titles.items()))

    def matched(self, name: str) -> str | None:
        """The exercise that is the same as what is written; `None` if none is, however near."""
        return called(name, self.known)


@lru_cache(maxsize=4)
def _known(titles: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """The exercises' names by what they are called, bare; half the time of a short import, so it is done once."""
    return {bare(title): name for name, title in titles if title} | {bare(name): name for name, _ in titles}
