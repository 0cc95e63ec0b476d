"""What is said of all exercises at once: how often, with what, with which rest between."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.rules.amounts.facts import LEAST_REPS, Facts
from voicecoach.authoring.rules.language.form_words import LIMBS
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft, SectionDraft
from voicecoach.authoring.written import Span
from voicecoach.definitions.session import SectionKind

HELD = in_any_case(r"\b(?:holds?|held|holding|planks?|isometric|static|stretch(?:es)?)\b")
ABLE = in_any_case(
    r"\b(?:weight|load|resistance|kettlebell|dumbbells?|bell|bar) (?:with which |that |which )?(?:you|they) can\b|"
    r"\bif (?:you['’]re|you are) (?:just |still )?(?:an? )?(?:complete |total )?(?:beginner|new|starting out|unfit)\b|"
    r"\bable to\b|\b(?:hope|hoping|looking forward) to\b|\bI weigh\b|\b(?:if|when|once) you(?: can|'re able)\b|\?\s*$",
)
"""What somebody can do is no prescription."""
IF_ONE_HAS_IT = in_any_case(r"\bif you(?:['’]ve got| have| own) (?:an?|one|some)\b")
"""What is used by those who have it is no load of all."""
OF_A_DAY = in_any_case(
    r"\bI(?:['’]d|['’]ve)?\s+(?:\w+ly\s+)?(?:had|was|were|took|felt|wanted|made|thought|tried|managed|missed)\b",
    r"(?-i:\b(?:I|my)\b)[^.:]*\b"
    r"(?:this morning|yesterday|last (?:night|week|weekend|month|year)|in class|the other day)\b",
)
"""What somebody tells of a session is no rule for all."""
OF_ONESELF = re.compile(r"\b(?:I|I['’](?:ve|m|d)|my)\b")
"""What somebody tells of himself behind a list is no prescription."""
STEPS = in_any_case(r"\b(?:steps?|paces)\b")
"""What a movement is made up of: `crawl forwards for four steps`, where it is stated how long that goes on."""
OF_EACH = in_any_case(
    r"\b(?:each|every|all)\b(?! (?:that|those|hold))|\bthese (?:stretches|poses|positions|exercises)\b"
)
BETWEEN = in_any_case(r"\bbetween\s+(?:all\s+|each\s+|every\s+)?(?:sets|exercises)\b")
"""A rest that is said to be there goes before one that is said of something else."""
_OF_THEM = any_of("exercises?|moves?|movements?|lifts?|rounds?|sets")
WITH_ALL = in_any_case(
    r"\b"
    + any_of(
        r"everything|throughout|all (?=with|at|using|done)|for all\b(?! of)",
        rf"(?:all|each|every)(?: of)?(?: the| these)? {_OF_THEM}",
    )
    + r"\b"
)
"""How a load is said to be that of all."""
AGAIN = in_any_case(r"\brepeat|\b(?:twice|times|once) more\b|\bmore times\b")
THROUGHOUT = in_any_case(
    r"\bthroughout\b|\b(?:all|each|every)(?: of)?(?: the| these)? (?:exercises?|lifts?|moves|movements)\b",
)
_EVERY = r"every (?:one|exercise|stretch|move|movement|pose|position)"
_REPEAT_EACH = in_any_case(
    rf"\W*(?:repeat|do|perform|complete)\b.*\b(?:each|{_EVERY}|exercises|stretches|movements|times each)\b.*"
)


def repeated(facts: Facts, sentence: str) -> Facts:
    """`Repeat these exercises 5 times each`: sets of what is held, repetitions of what isn't."""
    if facts.reps and not facts.sets and _REPEAT_EACH.match(sentence) and re.search(r"\btimes\b|\dx\b", sentence):
        sides = facts.sides if _LIMB.search(sentence) else None  # `5 times each` are of each exercise
        return replace(facts, reps=None, repeat=facts.reps, sides=sides)
    is_counted = facts.repeat and facts.repeat[0] >= LEAST_REPS and not (facts.has_amount or facts.sets or facts.rounds)
    if is_counted and _TIMES_OF_EACH.search(sentence):
        return replace(facts, reps=facts.repeat, repeat=None)  # each exercise 10 times, with a rest in between
    return facts


_TIMES_OF_EACH = in_any_case(
    r"\b(?:do|perform|complete|repeat)\s+(?:each|every)\s+(?:\w+\s+)?(?:exercise|move|movement|one|stretch|pose|drill)s?"
    r"\s+(?:for\s+)?[\w-]+(?:\s+to\s+\w+)?\s+times\b"
)


_LIMB = in_any_case(rf"\b(?:each|every|both|per|one|either) {LIMBS}")
_OFTEN = r"(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
_ONLY_AGAIN = in_any_case(
    r"\W*(?:then )?repeat(?: (?:it|this|them|all|everything|all of (?:it|them|this)))?(?: for)? "
    rf"{_OFTEN}(?:\s*[-–]\s*\d| (?:or|to) {_OFTEN})?(?: ?x| times)(?: in (?:total|all)| through)?\W*"
)


_AND_AGAIN = in_any_case(
    r"(?:[\s,;]+(?:and|then|and then|before you)[\s,]+|[,;]\s+)"
    r"(?=(?:repeat|(?:do|perform|complete|go through) (?:each|every|all|the|it all|them all|everything))\b"
    r"[^.;]*\b(?:times|twice|thrice|\d\s?x)\b)"
)
_ONCE = in_any_case(r"\b(?:each|every|all|these|those|through|list|circuit|once|one after the other|everything)\b")
"""How it is said that all are done, once, before that is repeated."""


def parted_again(sentence: str) -> list[str]:
    """A statement, and apart from it how often it is repeated: `Do 10 of each | repeat 4 times`."""
    first, *again = _AND_AGAIN.split(sentence, maxsplit=1)
    return [first, *again] if _ONCE.search(first) else [sentence]


def of_all(place: SectionDraft | Draft, facts: Facts, sentence: str) -> Facts:
    """A statement's facts, in which how often something is repeated are the rounds of what goes round."""
    facts = between_rounds(facts, sentence, place.facts.rounds)
    is_again = bool(re.search(r"\brepeat", sentence, re.IGNORECASE)) and not re.search(
        r"\bsets\b", sentence, re.IGNORECASE
    )
    often = (
        facts.repeat
        or (facts.sets if is_again else None)
        or (facts.reps if re.match(r"\W*repeat", sentence, re.IGNORECASE) else None)
    )
    if not often and facts.reps and GOES_ROUND.search(sentence) and _TIMES.search(sentence):
        often = facts.reps
    is_round = (
        GOES_ROUND.search(sentence)
        or facts.round_rest_s
        or place.facts.work_s
        or _ONLY_AGAIN.fullmatch(sentence)
        or (isinstance(place, SectionDraft) and len(place.exercises) > 1)
    )
    if often and not facts.rounds and is_round and not re.search(r"\brepeat (?:each|every)\b", sentence, re.IGNORECASE):
        return replace(
            facts,
            rounds=often,
            repeat=None,
            sets=None if facts.sets == often else facts.sets,
            reps=None if facts.reps == often else facts.reps,
        )
    return facts


_TIMES = in_any_case(
    r"\b(?:times|twice|thrice)\b(?!\s+(?:(?:a|per|each|every)\s+(?:day|week|hour|session)|daily|weekly|hourly)\b)"
)
"""How often something is done, and not on how many occasions: `10 of each, 3 times a day`."""
LEAST_BETWEEN_ROUNDS_S = 45
_OF_ONE_EXERCISE = in_any_case(
    r"\bsuper-?\s?set\b",
    r"\b(?:between|after)\s+(?:all\s+|each\s+|every\s+|the\s+|your\s+)?(?:exercises?|moves?|movements?|stations?|sets?|reps?|one)\b",
)
_BETWEEN_THEM = in_any_case(r"\b(?:(?:in )?between(?: (?:each|them))?|after each)\W*$")


def between_rounds(facts: Facts, text: str, rounds: Span | None = None) -> Facts:
    """`3 rounds (1 min rest)`: a rest beside rounds is between them, if it isn't said to be that of each exercise.

    `rounds` are those said before: `1 min rest after each.`
    """
    often = facts.rounds or facts.repeat or (rounds if _BETWEEN_THEM.search(text) else None)
    rest_s = facts.rest_s
    is_free = bool(often and often[0] > 1 and rest_s) and not (facts.round_rest_s or facts.work_s or facts.has_amount)
    if not is_free or rest_s is None or _OF_ONE_EXERCISE.search(text):
        return facts
    is_between = rest_s[0] >= LEAST_BETWEEN_ROUNDS_S or bool(_BETWEEN_THEM.search(text))
    return replace(facts, rest_s=None, round_rest_s=rest_s) if is_between else facts


OF_ALL_PARTS = in_any_case(
    r"\ball (?:sections|sessions|days|workouts)\b|\bthroughout\b",
    r"\b(?:each|all|both)(?: of)?(?: the| these)?(?: \w+)? circuits\b",
    r"\b(?:assistance|accessory|isolation|supplementary) (?:exercises|lifts|movements|work) (?:are|is|get)\b",
)
"""What is said of all parts of the text, not of the one that it stands in."""
_IN_A_ROUND = any_of(
    "circuit|rounds?|whole|entire|everything|sequence|list|routine|combo|series|flow|complex",
    r"all of (?:it|them|this)|it all|the lot|the following(?!\b.{3,60} times each\b)|go(?:ing)? round|through",
)
GOES_ROUND = in_any_case(rf"\b{_IN_A_ROUND}\b")


def behind_round(section: SectionDraft, facts: Facts, sentence: str) -> Facts:
    """What is said behind a list that is gone round; a rest that is its last line is between the rounds."""
    is_rest = bool(facts.rest_s) and not facts.round_rest_s and not facts.rounds
    goes_round = (
        bool(section.facts.rounds) and not section.facts.work_s and not any(one.facts.sets for one in section.exercises)
    )
    is_for_time = section.facts.kind is SectionKind.FOR_TIME
    if not is_rest or not goes_round or is_for_time or BETWEEN.search(sentence) or OF_EACH.search(sentence):
        return facts
    return replace(facts, rest_s=None, round_rest_s=facts.rest_s)


def as_rounds(facts: Facts) -> Facts:
    """What is said behind a list of how often: rounds."""
    often = facts.rounds or facts.repeat or facts.sets or facts.reps
    is_between = bool(often and facts.rest_s and not facts.round_rest_s)
    return Facts(
        rounds=often,
        rest_s=None if is_between else facts.rest_s,
        round_rest_s=facts.rest_s if is_between else facts.round_rest_s,
        kind=facts.kind,
        minutes=facts.minutes,
        work_s=facts.work_s,
        cap_s=facts.cap_s,
        sides=facts.sides,
    )
