"""Rests that are stated for one exercise, and for all others: `Squats 3 min rest, everything else 90 s`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.drafts import Draft, ExerciseDraft
from voicecoach.authoring.rules.facts import Facts
from voicecoach.authoring.rules.movements import bare_words
from voicecoach.authoring.rules.pattern import compiled, seconds_of
from voicecoach.authoring.rules.spelled import spelled
from voicecoach.authoring.written import Span

LEAST_LETTERS = 4
"""A nickname has so many letters of the name: `deads`."""
_ONE = compiled(
    r"(?P<name>[a-z][a-z0-9 '/&-]{2,40}?)[ :=–-]*(?:rest(?: is| of)? ?)?<rest:t>(?: ?(?:of )?(?:rest|between sets))?"
)
_FIRST = compiled(r"<rest:t>(?: ?(?:of )?rest)? (?:between|for|on|after) (?P<name>[a-z][a-z0-9 '/&-]{2,40})")
_OTHERS = re.compile(
    r"ev[a-z]{0,3}thing|all(?: (?:the )?(?:sets|exercises|lifts))?"
    r"|(?:and |but )?(?:ev[a-z]{0,3}thing|anything|all|the) (?:else|(?:the )?others?|rest|other exercises)\b"
)
_WORDS = re.compile(r"\b(?:rest|else|others?|everything)\b")
_BY_PLACE = re.compile(r"(?:the )?(?P<end>first|last) ?(?P<count>\d?)")
"""Exercises that are called by where they stand: `the first three`."""
_PIECE = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+(?=everything|all)")


@dataclass(frozen=True)
class NamedRests:
    """The rests of a line: by what each exercise is called, and that of all others, if it is stated."""

    of: tuple[tuple[str, Span], ...]
    others: Span | None


def named_rests(block: Block) -> NamedRests | None:
    """The rests that a line states by name; `None` if it is about anything else."""
    text = spelled(block.text.strip().rstrip(".!")).text
    if not _WORDS.search(text):
        return None
    named, others = list[tuple[str, Span]](), None
    for piece in _PIECE.split(text):
        bare = re.sub(r"^(?:rest(?:s|ing)?(?: periods?)?\s*[:–-]\s*)", "", piece)
        found = _FIRST.fullmatch(bare) or _ONE.fullmatch(bare)
        if not found:
            return None
        if _OTHERS.fullmatch(found["name"].strip()):
            others = seconds_of(found["rest"])
        else:
            named.append((found["name"], seconds_of(found["rest"])))
    return NamedRests(tuple(named), others) if named and others else None


def rest_by_name(draft: Draft, rests: NamedRests) -> None:
    """Give each exercise of the draft without a rest its own: that of its name, else that of all others."""
    exercises = list(_without_rest(draft))
    for at, exercise in enumerate(exercises):
        span = next((rest for name, rest in rests.of if _is_meant(name, exercises, at)), rests.others)
        exercise.facts = replace(exercise.facts, rest_s=span)


def _is_meant(name: str, exercises: list[ExerciseDraft], at: int) -> bool:
    """Whether an exercise is called so, or stands there: `the first 3`."""
    if place := _BY_PLACE.fullmatch(name.strip()):
        count = int(place["count"] or 1)
        return at < count if place["end"] == "first" else at >= len(exercises) - count
    return _is_called(name, exercises[at].name)


def _without_rest(draft: Draft) -> Iterator[ExerciseDraft]:
    for section in draft.sections:
        is_paced = section.facts.kind or section.facts.work_s
        yield from (one for one in section.exercises if not (is_paced or one.facts.rest_s or _is_paced(one.facts)))


def _is_paced(facts: Facts) -> bool:
    return facts.kind is not None or facts.work_s is not None


def _is_called(nickname: str, name: str) -> bool:
    """Whether each word of a nickname begins one of the name's."""
    words = bare_words(name)
    return all(
        any(word == one or (len(one) >= LEAST_LETTERS and word.startswith(one)) for word in words)
        for one in bare_words(nickname)
    )
