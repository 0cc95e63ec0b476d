"""How long the exercise above is held is said once for each side, with the sides told of between."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from voicecoach.authoring.rules.amounts.facts import Facts, amounts_of
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import ExerciseDraft
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

_LEFT, _RIGHT = in_any_case(r"\bleft\b"), in_any_case(r"\bright\b")
_OTHER = in_any_case(r"\b(?:other|opposite|second) (?:side|leg|arm|hand|foot|direction|way)\b|\bswitch sides\b")
MOST_LINES = 40


def is_on_other_side(lines: Sequence[Line], at: int, exercise: ExerciseDraft) -> bool:
    """Whether a line says the same amount again of the exercise with a heading above, now on the other side."""
    line = lines[at]
    if line.role is not Role.AMOUNT or not exercise.is_headed or not _is_same(exercise.facts, line.facts):
        return False
    below = [one for one in lines[max(0, at - MOST_LINES) : at] if one.block.line >= exercise.line]
    told = " ".join(one.text for one in below)
    return bool(_OTHER.search(told) or (_LEFT.search(told) and _RIGHT.search(told)))


def _is_same(before: Facts, again: Facts) -> bool:
    """Whether it says again how much is done, and nothing else."""
    if again.sets or again.rest_s or again.is_of_section:
        return False
    if again.has_amount:
        is_same_count = again.reps in {None, before.reps, before.sets, before.repeat}
        is_same_time = again.seconds in {None, before.seconds, before.pause_s}
        return is_same_count and is_same_time and amounts_of(again) <= amounts_of(before)
    return again.is_loose and set(again.notes) <= set(before.notes)


def is_told_of_both(sentences: Sequence[str]) -> bool:
    """Whether they tell to do with the left what they tell to do with the right, and how long or how often between.

    `Turn your head to the left. Hold for 5 seconds. Now turn it to the right.`
    """
    last = sentences[-MOST_SENTENCES:]
    told = list(_clauses(last)) if any(map(_SIDE.search, last)) else []
    sided = [(at, words, side) for at, (words, side, _) in enumerate(told) if side and words]
    for at, words, side in sided[-MOST_SIDED:]:
        for before, others, other in sided[-MOST_SIDED:]:
            if before < at and side != other and words == others and any(one[2] for one in told[before : at + 1]):
                return True
    return False


MOST_SIDED, MOST_SENTENCES = 8, 24
"""So many clauses that name a side, and sentences, are looked back at."""
_SIDE = in_any_case(r"\b(?:left|right)\b")
_PARTS = re.compile(r"[.,;:!]+|\b(?:and|then)\b", re.IGNORECASE)
_KEPT = in_any_case(
    r"\b(?:hold|holding|stay|pause)\b[^.]*?\b(?:\d|two|three|five|ten|a few|moment)|\b(?:repeat|times)\b",
    r"\b(?:for|of) (?:about |at least )?(?:\d|five|ten|a few)",
    r"\b(?:\d{1,2}|three|four|five|six|eight|ten|twelve) (?:\w+ )?(?:steps|turns|circles|taps|reps)\b",
)
_FOR_SO_LONG = in_any_case(r"\b(?:for|of) (?:about |at least )?(?:\d[\d -]*|five|ten|a few)\b.*$")
_BESIDE = frozenset(
    ("your", "you", "the", "a", "an", "so", "that", "to", "on", "it", "this", "now", "next", "is", "are")
)
_BESIDE |= {"slowly", "gently", "again", "also", "as", "far", "comfortable", "comfortably"}
_SET_DOWN = frozenset({"place", "put", "rest", "keep", "set", "start", "stand", "sit", "lie", "step", "with", "cross"})
"""How what is only got ready begins, of one side and of the other."""


def _clauses(sentences: Sequence[str]) -> Iterator[tuple[tuple[str, ...], str, bool]]:
    """What each clause tells without its side, which side that is, `""` for none or both, and whether it is kept up."""
    for clause in (part for one in sentences for part in _PARTS.split(one) if part.strip()):
        words = re.findall(r"[a-z']+", _FOR_SO_LONG.sub("", clause).lower())
        sides = {one for one in words if one in {"left", "right"}}
        bare = tuple(one for one in words if one not in _BESIDE and one not in sides)
        is_moved = bool(bare) and bare[0] not in _SET_DOWN
        yield bare if is_moved else (), next(iter(sides)) if len(sides) == 1 else "", bool(_KEPT.search(clause))
