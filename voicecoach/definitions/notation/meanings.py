"""What parts mean beside each other: `3 reps 20 seconds` are three sets, `hold 30 s` alone is the amount.

Each rule takes the parts of a text and gives them with what it knows put into plain sets, amounts, rests and loads.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from voicecoach.definitions.notation.forms import Part, Says
from voicecoach.definitions.notation.quantities import Measure, as_time
from voicecoach.definitions.notation.said import AMOUNTS, GOALS

Parts = tuple[Part, ...]

_CONTENTS = {
    Says.AMOUNT_AND_SETS: (Says.AMOUNT, Says.SETS),
    Says.SETS_AND_AMOUNT: (Says.SETS, Says.AMOUNT),
    Says.SETS_AMOUNT_LOAD: (Says.SETS, Says.AMOUNT, Says.LOAD),
    Says.INTERVALS: (Says.WORK, Says.REST, Says.SETS),
}
"""What the numbers of a part that says several things are."""
_GOALS = {Says.AMOUNT: Says.GOAL, Says.LOAD: Says.LOAD_GOAL, Says.EFFORT: Says.EFFORT_GOAL}
_OF = frozenset(((), ("of",), ("for",)))
"""What may stand between a number of repetitions and the time of each."""


def meant(parts: Parts) -> Parts:
    """The parts in plain sets, amounts, rests, pauses and loads."""
    for rule in _RULES:
        parts = rule(parts)
    return parts


def _one_by_one(parts: Parts) -> Parts:
    """What says several things, as one part for each."""
    return tuple(single for part in parts for single in _contents(part))


def _contents(part: Part) -> Parts:
    if part.says is Says.CHAIN:
        joints = (part.joint, *[("-",)] * len(part.spans))
        return tuple(
            replace(part, says=Says.AMOUNT, spans=(span,), joint=joint)
            for span, joint in zip(part.spans, joints, strict=False)
        )
    says = _CONTENTS.get(part.says, (part.says,))
    if len(says) == 1:
        return (part,)
    spans = [
        as_time(span) if one in {Says.WORK, Says.REST} else span for one, span in zip(says, part.spans, strict=True)
    ]
    return tuple(replace(part, says=one, spans=(span,)) for one, span in zip(says, spans, strict=True))


def _repeated(parts: Parts) -> Parts:
    """`repeat twice more` are three sets."""
    return tuple(_with_the_first(part) if part.says is Says.MORE_SETS else part for part in parts)


def _with_the_first(part: Part) -> Part:
    more = part.spans[0]
    return replace(part, says=Says.SETS, spans=(replace(more, low=more.low + 1, high=more.high + 1),))


def _times(parts: Parts) -> Parts:
    """`10 times` are repetitions, `45 s, 3 times` and `3 times 10 reps` are sets."""
    is_other = any(part.says in AMOUNTS for part in parts) or _is_held_first(parts)
    says = Says.SETS if is_other else Says.AMOUNT
    return tuple(replace(part, says=says) if part.says is Says.TIMES else part for part in parts)


def _is_held_first(parts: Parts) -> bool:
    """Whether it is `hold 30 s, 3 times`, not `10 times, hold 5 s`."""
    order = [part.says for part in parts if part.says in {Says.HOLD, Says.TIMES}]
    return order[:1] == [Says.HOLD]


def _held(parts: Parts) -> Parts:
    """`3x30 s hold`: the hold is the amount where there is no other."""
    if any(part.says in AMOUNTS for part in parts):
        return parts
    return tuple(replace(part, says=Says.AMOUNT) if part.says is Says.HOLD else part for part in parts)


def _sets_of_a_time(parts: Parts) -> Parts:
    """`3 reps 20 seconds`, `3 reps of 20 s`: three sets of it."""
    match [part for part in parts if part.says in AMOUNTS]:
        case [first, second] if not _has_sets(parts) and _is(first, Measure.REPS) and _is(second, Measure.MS):
            says = Says.SETS if second.joint in _OF else Says.AMOUNT
            return tuple(replace(part, says=says) if part is first else part for part in parts)
    return parts


def _rest_behind_slash(parts: Parts) -> Parts:
    """`3x10 / 20 kg / 60 s`, `:30/:30 x 8`: the time behind the slash is the rest."""
    match [part for part in parts if part.says in AMOUNTS]:
        case [_, last] if last.joint == ("/",) and _has_sets(parts) and _is(last, Measure.MS):
            return tuple(replace(part, says=Says.REST) if part is last else part for part in parts)
    return parts


def _has_sets(parts: Parts) -> bool:
    return any(part.says is Says.SETS for part in parts)


def _is(part: Part, measure: Measure) -> bool:
    return part.says is Says.AMOUNT and part.spans[0].measure is measure


def _built_in_words(parts: Parts) -> Parts:
    """`8 to 12 over 6 weeks`, `20 to 30 kg over 6 weeks` build, while `8-12 over 6 weeks` is a range all the time."""
    if not any(part.says is Says.WEEKS for part in parts) or any(part.says in GOALS for part in parts):
        return parts
    return tuple(built for part in parts for built in _start_and_goal(part))


def _start_and_goal(part: Part) -> Parts:
    goal = _GOALS.get(part.says)
    if goal is None or not part.spans[0].is_worded:
        return (part,)
    low, high = part.spans[0].ordered().ends()
    return replace(part, spans=(low,)), replace(part, says=goal, spans=(high,), joint=())


_RULES: tuple[Callable[[Parts], Parts], ...] = (
    _one_by_one,
    _built_in_words,
    _repeated,
    _times,
    _held,
    _sets_of_a_time,
    _rest_behind_slash,
)
