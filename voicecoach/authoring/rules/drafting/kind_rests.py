"""Rests that are stated by how much an exercise takes: `2-3 min on compounds, 60-90 s on isolation work`."""

from __future__ import annotations

import re

from voicecoach.authoring.rules.language.pattern import any_of, compiled, in_any_case, seconds_of
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.written import Span

COMPOUND, ISOLATION = "compound", "isolation"
MAIN, OTHERS = "main", "others"
KINDS = frozenset({COMPOUND, ISOLATION, MAIN, OTHERS})
_WORK = r"(?: (?:lifts?|exercises?|movements?|moves|sets|work|stuff|ones))?"
_BIG = rf"(?:(?:big|main|heavy|major|larger?|primary|multi-joint) )*compounds?{_WORK}"
_SMALL = (
    rf"(?:(?:small|smaller|lighter|single-joint|the) )*(?:isolations?|accessor(?:y|ies)|assistance|single-joint){_WORK}"
)
_MAIN = r"(?:main|big|primary|heavy|barbell)(?: (?:main|big|heavy|barbell))* (?:lifts?|exercises?|movements?|sets)"
_WORDS = ("compound", "isolation", "accessor", "assistance", "joint", "main", "big", "primary", "heavy", "barbell")
_OTHERS = rf"(?:everything else|rest|others?{_WORK}|remaining{_WORK})"
_KIND = rf"(?:the |all |your |any )*(?:(?P<big>{_BIG})|(?P<main>{_MAIN})|(?P<small>{_SMALL})|(?P<others>{_OTHERS}))"
_FIRST = compiled(
    r"(?:rest(?: is| for| of|s)?[ :=–-]*)?(?:take |about |around )*<rest:t>(?: ?(?:of )?rest)?"
    rf"(?: between (?:the )?sets)?(?: (?:for|on|after|between|with|in|of))* {_KIND}"
)
_LAST = compiled(
    rf"(?:(?:rest |for |on |after |between )*){_KIND}[ :=–-]*"
    r"(?:(?:rest|get|take|for|is|are|need) )*<rest:t>(?: ?(?:of )?rest)?"
)
_IS_REST = in_any_case(r"\brest(?:s|ing)?\b")
_PIECE = re.compile(r"\s*(?:[,;/·|]|\band\b)\s*")
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_OF_KIND = {
    COMPOUND: in_any_case(
        r"\b"
        + any_of(
            "squats?|dead-?lifts?|rdls?|rows?|pull-?ups?|chin-?ups?|pull-?downs?|dips?|lunges?|step-?ups?|thrusts?",
            "cleans?|snatch(?:es)?|push-?ups?|press-?ups?|good mornings?|swings?|press(?:es)?|ohp",
        )
        + r"\b"
    ),
    MAIN: in_any_case(
        r"\b(?:squats?|dead-?lifts?|bench(?: press(?:es)?)?|(?:overhead|military|strict) press(?:es)?|ohp)\b",
        r"\b(?:cleans?|snatch(?:es)?)\b",
    ),
    ISOLATION: in_any_case(
        r"\b"
        + any_of(
            "curls?|raises?|fl(?:y|ies|yes?)|extensions?|push-?downs?|kick-?backs?|shrugs?|face pulls?|pull-?aparts?",
            "crunch(?:es)?|abduct(?:ors?|ions?)|adduct(?:ors?|ions?)|pec dec?k?|pull-?overs?|laterals?|rotations?",
            "calf|calves",
        )
        + r"\b"
    ),
}
LEAST_KINDS = 2


def rests_by_kind(text: str) -> tuple[tuple[str, Span], ...]:
    """The rests of both kinds that a line states; nothing if it says anything else."""
    plain = spelled(_BRACKETS.sub("", text).strip().rstrip(".!")).text
    if not _IS_REST.search(plain):
        return ()
    bare = re.sub(r"^rest(?:s|ing)?(?: periods?| times?)?(?: between sets)?\s*[:–-]\s*", "", plain)
    pieces = _PIECE.split(bare)
    if (
        len(pieces) < LEAST_KINDS
        or not any(one in bare for one in _WORDS)
        or not all(any(map(str.isdecimal, one)) for one in pieces)
    ):
        return ()
    found = [_FIRST.fullmatch(one) or _LAST.fullmatch(one) for one in pieces]
    is_main = any(one and one["main"] for one in found)
    first, last = (MAIN, OTHERS) if is_main else (COMPOUND, ISOLATION)
    rests = {(first if one["big"] or one["main"] else last): seconds_of(one["rest"]) for one in found if one}
    return tuple(rests.items()) if len(rests) == LEAST_KINDS and all(found) else ()


def is_of_effort(exercise: str, kind: str) -> bool:
    """Whether an exercise is of one of both kinds: what moves one joint is of the other, whatever else its name has."""
    if kind in {MAIN, OTHERS}:
        return bool(_OF_KIND[MAIN].search(exercise)) is (kind == MAIN)
    is_small = bool(_OF_KIND[ISOLATION].search(exercise))
    return is_small if kind == ISOLATION else not is_small and bool(_OF_KIND[COMPOUND].search(exercise))
