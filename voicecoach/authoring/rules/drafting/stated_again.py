"""Sentences that say the amount of the exercise above once more: `Repeat 15 times on each side`."""

from __future__ import annotations

from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.movements import bare_words
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import FOR_ALL
from voicecoach.authoring.rules.prose.in_sentences import told_in

_ORDERED = in_any_case(
    r"\b(?:do|perform|complete|hold|aim for|continue|keep going|go for|(?P<repeat>repeat))\b"
    r"(?: (?:this|it|these|that|them|the (?:movement|exercise|move|position|stretch)))?(?: for| on| of| until)?"
    r"[^.;]{0,40}\d"
)
MOST_SETS = 6
"""What is repeated no more often is done in so many sets, if no side is said."""


def says_again(name: str, stated: Facts, sentence: str) -> bool:
    """Whether a sentence orders as much of an exercise, called `name`, as is stated of it, and no other."""
    found = _ORDERED.search(sentence)
    facts = facts_of(parts_of(sentence)) if found else Facts()
    counts = facts.reps or facts.repeat
    if (
        not found
        or FOR_ALL.search(sentence)
        or facts.is_of_section
        or facts.rest_s
        or facts.load
        or not (counts or facts.seconds)
    ):
        return False
    if found["repeat"] and counts and counts[1] <= MOST_SETS and not facts.sides:
        return False
    is_same = counts in {None, stated.reps} and facts.seconds in {None, stated.seconds}
    is_same = is_same and facts.sets in {None, stated.sets} and not facts.each_set
    known = set(bare_words(name))
    return is_same and all(set(bare_words(one.name.text)) <= known for one in told_in(sentence).exercises)


def has_own_amount(sentence: str) -> bool:
    """Whether a sentence says how much is done of something."""
    facts = facts_of(parts_of(sentence))
    return facts.has_amount or bool(facts.sets or facts.repeat or facts.rest_s)
