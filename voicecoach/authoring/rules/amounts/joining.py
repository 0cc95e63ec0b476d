"""The facts of an exercise with those of what is said next: a hold, then how often."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.rules.amounts.facts import MOST_OF_A_REP_S, MOST_STRETCHES, Facts, repeated_hold
from voicecoach.authoring.rules.amounts.pauses import LEAST_STRETCH_S
from voicecoach.authoring.rules.amounts.readers import is_double
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.written import Span
from voicecoach.definitions.model import Sides

_ANOTHER = in_any_case(r"\banother (?=\d|[a-z]{3,8}\b)(?!one\b|set\b|time\b|round\b|way\b)|\bmore\W*$")


def _counted_behind(before: Facts, facts: Facts) -> Facts:
    """What is done for a few seconds, as often as is said behind it; with a rest in between these are sets."""
    if facts.rest_s and not before.sets:
        return replace(before, sets=facts.reps).over(replace(facts, reps=None))  # six of them, a minute in between
    return Facts(pause_s=before.seconds).over(facts).over(replace(before, seconds=None, is_hold=None))


def _is_another(before: Facts, facts: Facts, text: str) -> bool:
    """Whether as many are done once more: `10 times. Have a minute's rest, then do another 10`."""
    is_alone = before.reps is not None and not (before.sets or facts.sets)
    return is_alone and before.reps == facts.reps and bool(_ANOTHER.search(text))


def _holds(before: Facts, facts: Facts) -> Span | None:
    """What is counted behind something that is held for long is how often it is held: `Hold 30 s. Do 3 each side`."""
    is_long = before.is_hold and before.seconds is not None and before.seconds[0] >= LEAST_STRETCH_S
    return facts.reps if is_long and facts.reps and facts.reps[1] <= MOST_STRETCHES else None


def _again(before: Facts, facts: Facts, times: Span) -> Facts | None:
    """What has its amount and is done again so often: sets."""
    if before.sets or before.each_set:
        return None
    if before.has_amount:
        return replace(before, sets=times).over(facts)
    if before.repeat:  # 10 times, with a rest, repeat that 3 times
        again = replace(before, reps=before.repeat, sets=times, repeat=None)
        return again.over(replace(facts, reps=None, repeat=None))
    return None


def _gone_on(before: Facts, facts: Facts, text: str) -> Facts | None:
    """What is held for a moment and done again and again for a time: `Hold 2 s. Repeat for 1 minute`."""
    if not (before.is_hold and before.seconds and facts.seconds) or facts.is_hold or before.reps or facts.reps:
        return None
    is_short = before.seconds[1] <= MOST_OF_A_REP_S and facts.seconds[0] >= LEAST_HOLDS * before.seconds[1]
    if not is_short or facts.seconds[1] > MOST_OF_AN_EXERCISE_S or not _FOR_A_TIME.search(text):
        return None
    sides = None if facts.sides is Sides.ALTERNATING else before.sides
    return replace(before, seconds=None, is_hold=None, sides=sides, pause_s=before.seconds).over(facts)


LEAST_HOLDS, MOST_OF_AN_EXERCISE_S = 4, 300
_FOR_A_TIME = in_any_case(
    r"\b(?:repeat|perform|continue|keep|go|going|alternat\w+|do|complete|carry on|work|switch\w*|march\w*)\b"
    r"[^.;]*\bfor\b",
)


def joined(before: Facts, facts: Facts, text: str) -> Facts:
    """An exercise's facts with those of the next sentence: `Hold for 5 seconds`, then `repeat 10 times`."""
    is_again = bool(facts.round_rest_s and facts.has_amount) and not facts.rounds and " again" in text
    if is_again:  # `Do 12, rest 30 seconds and go again`
        facts = replace(facts, rest_s=facts.rest_s or facts.round_rest_s, round_rest_s=None)
    if gone_on := _gone_on(before, facts, text):
        return gone_on
    is_in_turn = Sides.ALTERNATING in {facts.sides, before.sides} and facts.sides is not None
    if is_in_turn and facts.has_amount and not before.has_amount:  # `Alternate your legs. 10 on each leg`
        before = replace(before, sides=None)  # `... on the other leg. Alternate for 60 seconds`
    times = facts.repeat or (
        facts.reps
        if re.search(r"\b(?:repeat(?! another)|times|twice|once|again|x\s?\d)\b", text, re.IGNORECASE)
        else None
    )
    times = times or _holds(before, facts) or ((2.0, 2.0) if _is_another(before, facts, text) else None)
    often = times or (facts.reps if re.search(r"\brep(?:etition)?s?\b", text, re.IGNORECASE) else None)
    if often and before.is_hold and before.seconds and not before.sets and not before.reps:
        said = {"sets": facts.sets} if facts.sets else {}
        again = Facts(**repeated_hold(before.seconds, often, said))
        return again.over(replace(before, seconds=None, is_hold=None)).over(replace(facts, reps=None, repeat=None))
    if before.reps and facts.reps and facts.sides is Sides.EACH and is_double(before.reps, facts.reps):
        return facts.over(before)
    is_short = before.seconds and before.seconds[1] <= MOST_OF_A_REP_S and (before.is_hold or not before.sets)
    if is_short and facts.reps and not before.reps:
        return _counted_behind(before, facts)
    in_sets = _again(before, facts, times) if times else None
    return in_sets or _held_after(before, facts)


def _held_after(before: Facts, facts: Facts) -> Facts:
    """The facts with what is held of each repetition, or with the time of as many as one can."""
    if before.reps and facts.is_hold and facts.seconds and not before.pause_s:
        return before.over(Facts(pause_s=facts.seconds))
    is_only_open = before.is_open and not (before.reps or before.seconds or before.distance_m)
    return replace(before, seconds=facts.seconds if is_only_open else before.seconds).over(facts)


def with_goal(facts: Facts) -> Facts:
    """The facts; what is built up to is how much is done where nothing else says that: `Build up to 3 x 15`."""
    if facts.has_amount or not (facts.goal or facts.goal_s):
        return facts
    notes = (*facts.notes, "build up to it")
    return replace(
        facts, sets=facts.sets or facts.goal_sets, reps=facts.goal, seconds=facts.goal_s, goal=None, notes=notes
    )
