"""Ways that are gone a few times, as `Jog there and back x2`: how often they are gone are sets."""

from __future__ import annotations

from dataclasses import replace

from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.late_patterns import late

_GOING = in_any_case(r"\b(?:jog|run|walk|skip|shuffle|carioca|stride|gallop|sprint|march)(?:s|p?ing|ning)?\b")
_OFTEN = late(r"[x×]\s?\d\s*(?:$|[,.;)(])|\d\s?[x×]\s*$")
MOST_LENGTHS = 4.0


def in_lengths(facts: Facts, name: str, text: str) -> Facts:
    """The facts; of a way that is gone a few times, `Jog there and back x2`, they are sets."""
    is_few = facts.reps is not None and facts.reps[1] <= MOST_LENGTHS and not facts.sets and not facts.sides
    is_way = is_few and bool(_GOING.search(name)) and bool(_OFTEN.search(text))
    return replace(facts, reps=None, sets=facts.reps) if is_way else facts
