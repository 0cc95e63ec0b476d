"""Rests that are stated for one exercise by its name, for all others, or in answer to a question.

`Squats 3 min rest, everything else 90 s`; `2 min between sets on the leg press`; `How long between sets? - A minute`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.drafting.kind_rests import KINDS, is_of_effort, rests_by_kind
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.language.pattern import compiled, seconds_of
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.language.words import GENERIC
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft
from voicecoach.authoring.written import Span
from voicecoach.late_patterns import late

MOST_CHARACTERS = 100
"""What states the rest of one exercise isn't longer."""
LEAST_LETTERS = 4
"""A nickname has so many letters of the name: `deads`."""
_ONE = compiled(
    r"(?P<name>[a-z][a-z0-9 '/&-]{2,40}?)[ :=–-]*(?:rest(?: is| of)? ?)?<rest:t>(?: ?(?:of )?(?:rest|between sets))?"
)
_FIRST = compiled(
    r"(?:rest_(?:for_)?)?<rest:t>(?: ?(?:of )?rest)?"
    r"(?:_(?:is|are|should_be)_(?:fine|enough|plenty|ok(?:ay)?|right)|_will_do)?"
    r"(?:_between_(?:the_)?sets)? (?:between|for|on|after|of) "
    r"(?:the_(?!rest\b|other|else)|your_)?(?P<name>[a-z][a-z0-9 '/&-]{2,40})"
)
_IS_REST = re.compile(r"\b(?:rest|between|after)\b")
_IS_REST_WRITTEN = re.compile(r"\b(?:rest|between|btwn|btw|after)\b", re.IGNORECASE)
_QUESTION = re.compile(
    r"\b(?:how (?:long|much)|what)\b.{0,60}\b(?:rest|break|between)\b(?!.{0,60}\brounds?\b)", re.IGNORECASE
)
_ANSWER = compiled(r"(?:(?:about|say|maybe|like|just|only|take|rest|i'd_(?:say|take)|~)_*)*<rest:t>(?P<behind>\b.*|$)")
_OTHERS = late(
    r"ev[a-z]{0,3}thing|all(?: (?:the )?(?:sets|exercises|lifts))?"
    r"|(?:and |but )?(?:ev[a-z]{0,3}thing|anything|all|the) (?:else|(?:the )?others?|rest|other exercises)\b"
    r"(?: of (?:it|them|these|those))?"
)
_WORDS = re.compile(r"\b(?:rest|else|others?|everything)\b")
_BY_PLACE = late(r"(?:the )?(?P<end>first|last) ?(?P<count>\d?)")
"""Exercises that are called by where they stand: `the first three`."""
_PIECE = re.compile(r"\s*[,;]\s*(?:and\s+)?|\s+and\s+(?=everything|all)")


@dataclass(frozen=True)
class NamedRests:
    """The rests of a line: by what each exercise is called, and that of all others, if it is stated."""

    of: tuple[tuple[str, Span], ...]
    others: Span | None


def without_rests(blocks: Sequence[Block]) -> tuple[list[Block], list[NamedRests]]:
    """The blocks without the rests that they state by name or in answer to a question, and these rests."""
    written = Counter(word for block in blocks for word in set(bare_words(block.text)))
    kept, rests = list[Block](), list[NamedRests]()
    for at, block in enumerate(blocks):
        is_asked = at > 0 and _is_question(blocks[at - 1])
        if found := (_answered(block) if is_asked else None) or _of_kinds(block) or _named_rests(block):
            rests.append(found)
            continue
        text, of = _without_known(block.text, written)
        if of:
            rests.append(NamedRests(of, None))
        if text:
            kept.append(replace(block, text=text))
    return kept, rests


def _of_kinds(block: Block) -> NamedRests | None:
    of = rests_by_kind(block.text) if len(block.text) <= 2 * MOST_CHARACTERS else ()
    return NamedRests(of, None) if of else None


def _is_question(block: Block) -> bool:
    """Whether it asks for the rest: `how long between sets`."""
    return bool(_QUESTION.search(block.text)) and not any(map(str.isdecimal, block.text))


def _answered(block: Block) -> NamedRests | None:
    """The rest that the answer to a question states for all that have none: `a minute is fine`."""
    found = _ANSWER.fullmatch(spelled(block.text.strip().rstrip(".!")).text)
    return NamedRests((), seconds_of(found["rest"])) if found and not has_movement(found["behind"]) else None


def _without_known(text: str, written: Counter[str]) -> tuple[str, tuple[tuple[str, Span], ...]]:
    """A line without the rests of exercises that other lines name, and these rests."""
    pieces = _PIECE.split(text) if _IS_REST_WRITTEN.search(text) else []
    short = [one for one in pieces if len(one) <= MOST_CHARACTERS and _IS_REST_WRITTEN.search(one)]
    found = [(one, _FIRST.fullmatch(spelled(one.strip(" .!")).text)) for one in short]
    of = [(one, match["name"], match["rest"]) for one, match in found if match and _is_of_known(match, written)]
    if not of:
        return text, ()
    cut = {one for one, _, _ in of}
    rest = ", ".join(one for one in pieces if one not in cut)
    return rest, tuple((name, seconds_of(rest_s)) for _, name, rest_s in of)


def _is_of_known(found: re.Match[str], written: Counter[str]) -> bool:
    """Whether it is a rest, and names one exercise that another line has."""
    words = bare_words(found["name"])
    is_rest = bool(_IS_REST.search(found[0])) and has_movement(found["name"]) and "and" not in words
    is_one = not GENERIC.fullmatch(found["name"].strip())  # `between poses`
    return is_rest and is_one and all(written[one] > 1 for one in words)


def _named_rests(block: Block) -> NamedRests | None:
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


def rest_by_name(draft: Draft, stated: Sequence[NamedRests]) -> None:
    """Give each exercise of the draft without a rest its own: that of its name, else that of all others."""
    for rests in stated:
        exercises = list(_without_rest(draft))
        for at, exercise in enumerate(exercises):
            span = next((rest for name, rest in rests.of if _is_meant(name, exercises, at)), rests.others)
            exercise.facts = replace(exercise.facts, rest_s=span)


def _is_meant(name: str, exercises: list[ExerciseDraft], at: int) -> bool:
    """Whether an exercise is called so, or stands there: `the first 3`."""
    if name in KINDS:
        return is_of_effort(exercises[at].name, name)
    if place := _BY_PLACE.fullmatch(name.strip()):
        count = int(place["count"] or 1)
        return at < count if place["end"] == "first" else at >= len(exercises) - count
    return is_called(name, exercises[at].name)


def _without_rest(draft: Draft) -> Iterator[ExerciseDraft]:
    for section in draft.sections:
        is_paced = section.facts.kind or section.facts.work_s
        yield from (one for one in section.exercises if not (is_paced or one.facts.rest_s or _is_paced(one.facts)))


def _is_paced(facts: Facts) -> bool:
    return facts.kind is not None or facts.work_s is not None


def is_called(nickname: str, name: str) -> bool:
    """Whether each word of a nickname begins one of the name's."""
    words = bare_words(name)
    return all(
        any(word == one or (len(one) >= LEAST_LETTERS and word.startswith(one)) for word in words)
        for one in bare_words(nickname)
    )
