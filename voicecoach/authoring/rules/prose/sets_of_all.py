"""Sets that are said once, before several exercises with their counts: `3 sets of 10 squats, 12 lunges and 15 dips`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.line_kinds.said import Said

MOST_OF_ONE_S = 180
_SETS_OF = in_any_case(r"\b\d{1,2} sets of (?=\d)")
_PARTED = in_any_case(
    r"\b(?:then|followed|finish|after|before|next|plus|also|or|rest|sets?|x \d|each with|superset)\b|;|:\s|\.\s|\d ?x"
)
"""What stands between exercises that are done one after the other, or differ in how often."""


def in_the_same_sets(text: str, exercises: Sequence[Said]) -> list[Said]:
    """The exercises of a sentence, the first of which may have the sets of all."""
    found = _SETS_OF.search(spelled(text).text)
    if len(exercises) < 2 or not found or _PARTED.search(spelled(text).text[found.end() :]):  # noqa: PLR2004 - several
        return list(exercises)
    first, *others = exercises
    are_counted = all(map(_is_counted_alone, others))
    if not first.facts.sets or not are_counted:
        return list(exercises)
    return [first, *(replace(one, facts=replace(one.facts, sets=first.facts.sets)) for one in others)]


def _is_counted_alone(said: Said) -> bool:
    facts = said.facts
    is_short = facts.seconds is not None and facts.seconds[1] <= MOST_OF_ONE_S
    begins_so = bool(_COUNT_FIRST.match(spelled(said.text).text))  # not `we held a plank for 40 s`
    return begins_so and bool(facts.reps or is_short) and not (facts.sets or facts.distance_m)


_COUNT_FIRST = in_any_case(r"\W*(?:and )?(?:an? )?\d")
