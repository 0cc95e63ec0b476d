"""Loads that a sentence states of all exercises, or of a kind of them, wherever it stands.

`Use 10 lb dumbbells throughout`; `Upper body with 5 kg, lower body with 10 kg`; `20 kg for squats, 8 kg for all else`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.named_rests import is_called
from voicecoach.authoring.rules.language.kinds_named import KIND, is_all_else, is_kind, is_of_kind, is_own_weight
from voicecoach.authoring.rules.language.moment_words import EASIER, PROGRESS
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.statements import ABLE, IF_ONE_HAS_IT, OF_A_DAY, OF_ONESELF
from voicecoach.definitions.line_names import is_held
from voicecoach.late_patterns import late

MOST_CHARACTERS = 160
_UNIT = r"(?:kgs?|kilos?|kilograms?|lbs?|pounds?|#)(?![a-z])"
_WEIGHT = in_any_case(rf"(?<![\d.,])\d{{1,3}}(?:\.\d)?(?:\s?-\s?\d{{1,3}})?[\s-]?{_UNIT}")
_SESSION = "workout|session|routine|programme|program|class|thing"
_PART = "circuit|complex|section|block|part|superset|round|flow|series"
_THESE = "exercises?|movements?|moves?|lifts?|stations?|sets|rounds"
_ALL = in_any_case(
    r"\b"
    + any_of(
        "throughout|everything|all (?=with|at|using|done|performed)|all of (?:it|this|these|them)|all the way through",
        r"(?:for|in|on|with) (?:all|each|every)(?: of)?(?: (?:it|this|these|them|one))?(?=\W*$)",
        rf"(?:all|each|every)(?: one)?(?: of)?(?: the| these| your)? (?:\w+ )?(?:{_THESE})",
        rf"(?:whole|entire|complete|full) (?:\w+ )?(?:{_SESSION}|{_PART})",
    )
    + r"(?:\b|(?<=\s))(?! (?:but|except|apart)\b)"
)
_OF_PART = in_any_case(rf"\b(?:{_PART})\b")
_OF_WHOLE = in_any_case(rf"\b(?:{_SESSION})\b")
_OTHER = in_any_case(
    r"\d\s*(?:x\s*\d|sets?\b|reps?\b|rounds?\b|min|sec|s\b|times|%|km?\b|m\b)|\b(?:rpe|or|up to|between|add)\b|\?",
    r"\b(?:total|volume|lifted|moved|weigh(?:s|ed)?|all you need)\b",
)
_LABEL = in_any_case(
    r"\W*(?:weights?|loads?|equipment|kit|notes?|tips?|nb|what (?:to use|you(?: will|'ll)? need))\s*[:–-]\s*(?=\S)"
)
_ADVICE = in_any_case(
    r"\bI (?:recommend|suggest|advise|would use|like to use|would recommend)(?: using)?\b|\bI'd (?:use|recommend)\b"
)
_WORN = in_any_case(r"\b(?:vest|ruck(?:sack)?|(?:back)?pack)\b")
_THING = r"(?:dumb-?bells?|kettle-?bells?|weights?|dbs?|kbs?|bells?|bars?|plates?|each|per hand|in each hand)"
_LOADED = rf"(?P<load>\d{{1,3}}(?:\.\d)?(?:\s?-\s?\d{{1,3}})?[\s-]?(?:{_UNIT})?)(?![\w%:])(?:\s*{_THING})*"
_BEGUN = r"(?:(?:use|using|take|grab|do|and|but|then|for|on|with|your|an?|any|about|around)\s+)*"
_NAMED = rf"(?:the )?(?P<name>{KIND}|[a-z][a-z '+-]{{2,40}}?)(?: (?:exercises?|moves?|movements?|work|lifts))?"
_NAMED_FIRST = in_any_case(
    rf"{_BEGUN}{_NAMED}\s*(?:(?:use|using|with|at|is|are|take|grab|[:=,(-]|an?|pairs?|of|the|one|two|done)\s*)*{_LOADED}\)?"
)
_LOADED_FIRST = in_any_case(rf"{_BEGUN}(?:pair of )?{_LOADED}\s*(?:for|on|in|with) (?:your |all |any )*{_NAMED}")
_AND_NAMES = late(
    r"(?<=[a-z])(?:\s+(?:and|&)\s+|\s*,\s+)(?=[a-z-]+s(?: (?:with|at|use|for)\b|\s+and\b))", re.IGNORECASE
)
_PIECE = late(r"\s*[,;]\s*(?:and\s+|but\s+)?|\s+(?:and|but)\s+(?=[^,;]*\d)", re.IGNORECASE)


@dataclass(frozen=True)
class NamedLoads:
    """The loads of a sentence, which stands in `line`: of all, or by what the exercises are called."""

    line: int
    text: str
    of_all: str | None
    of: tuple[tuple[str, str], ...] = ()


def without_loads(blocks: Sequence[Block]) -> tuple[list[Block], list[NamedLoads]]:
    """The blocks without the sentences that only state loads of all or of kinds, and these loads."""
    kept, loads = list[Block](), list[NamedLoads]()
    for block in blocks:
        is_text = block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and bool(_WEIGHT.search(block.text))
        sentences = sentences_in(block.text) if is_text else []
        found = [one for sentence in sentences if (one := _loads(sentence, block.line))]
        loads += found
        stated = {one.text for one in found}
        if not found:
            kept.append(block)
        elif text := " ".join(one for one in sentences if one not in stated):
            kept.append(replace(block, text=text))
    return kept, loads


def _loads(sentence: str, line: int) -> NamedLoads | None:
    """What a sentence states of all, or of kinds; `None` if it is about anything else."""
    text = _ADVICE.sub("use", _LABEL.sub("", spelled(sentence.strip(" .!()*_")).text))
    weights = _WEIGHT.findall(text) if len(text) <= MOST_CHARACTERS else []
    if not weights or _OTHER.search(_WEIGHT.sub("", text)) or _is_beside(text):
        return None
    if len(weights) == 1 and (found := _ALL.search(text)):
        around = re.sub(r"\b(?:hold|holding|carry|lift|done|work)\b", "", text.replace(found[0], ""))
        return None if has_movement(around) else NamedLoads(line, sentence, _load(weights[0]))
    of = _by_kind(text, weights[-1])
    return NamedLoads(line, sentence, None, of) if of else None


def _is_beside(text: str) -> bool:
    """Whether it tells what somebody did or can do, or what is changed later."""
    told = (ABLE, IF_ONE_HAS_IT, OF_A_DAY, OF_ONESELF, PROGRESS, EASIER)
    return any(one.search(text) for one in told)


def _load(weight: str) -> str | None:
    return facts_of(parts_of(f"with {weight}")).load


def _by_kind(text: str, weight: str) -> tuple[tuple[str, str], ...]:
    """The loads of several kinds by their names; a bare number is in the unit of the last that has one."""
    unit = weight.lstrip("0123456789.- ")
    pieces = _AND_NAMES.sub(" + ", text) if _AND_NAMES.search(text) else text
    found = [_NAMED_FIRST.fullmatch(one) or _LOADED_FIRST.fullmatch(one) for one in _PIECE.split(pieces)]
    named = [(name, one["load"].strip(" -")) for one in found if one for name in one["name"].strip().split(" + ")]
    are_kinds = all(found) and any(is_kind(name) for name, _ in named)
    if not are_kinds or (len(named) == 1 and is_all_else(named[0][0])):
        return ()
    if not all(is_kind(name) or has_movement(name) for name, _ in named):
        return ()
    loads = [(name, _load(one if _WEIGHT.search(one) else f"{one} {unit}")) for name, one in named]
    return tuple((name, load) for name, load in loads if load)


def load_by_name(draft: Draft, loads: Sequence[NamedLoads]) -> None:
    """Give each exercise of the draft without a load its own: that of its kind, else that of all where it stands."""
    of_all = [one for one in loads if one.of_all]
    for stated in loads:
        draft.about.append(stated.text)
        for exercise in exercises_meant(draft, stated.line, stated.text, is_only=bool(stated.of) or len(of_all) == 1):
            load = _of_one(exercise, stated)
            if load and not exercise.facts.load:
                exercise.facts = replace(exercise.facts, load=load)


def _of_one(exercise: ExerciseDraft, stated: NamedLoads) -> str | None:
    is_still = is_held(exercise.name) or exercise.facts.is_hold
    if not _WORN.search(stated.text) and (is_still or is_own_weight(exercise.name) or exercise.facts.distance_m):
        return None
    if stated.of_all:
        return stated.of_all
    named = next((load for name, load in stated.of if not is_all_else(name) and _is_called(exercise.name, name)), None)
    return named or next((load for name, load in stated.of if is_all_else(name)), None)


def _is_called(exercise: str, name: str) -> bool:
    return is_of_kind(exercise, name) if is_kind(name) else is_called(name, exercise)


def exercises_meant(draft: Draft, line: int, text: str, *, is_only: bool) -> Iterator[ExerciseDraft]:
    """The exercises that a sentence in a line is about: those of the part it stands in, or all.

    `is_only` says that no other sentence states such things.
    """
    sections = [one for one in draft.sections if one.exercises]
    within = _section_around(sections, line)
    is_whole = not _OF_PART.search(text) and (is_only or bool(_OF_WHOLE.search(text)))
    is_outside = within is None or line > max(one.line for one in sections[-1].exercises)
    about = sections if within is None or (is_whole and (is_outside or _OF_WHOLE.search(text))) else [within]
    for section in about:
        yield from section.exercises


def _section_around(sections: Sequence[SectionDraft], line: int) -> SectionDraft | None:
    """The section that a line stands in, `None` for one above all of them."""
    return next((one for one in reversed(sections) if one.title and one.line <= line), None) or next(
        (one for one in reversed(sections) if one.exercises[0].line <= line), None
    )
