"""What the parts of a text say together: one part of a kind, what was chosen, weeks."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from voicecoach.definitions.notation.forms import Part, Says
from voicecoach.definitions.notation.notation_error import RefusedError
from voicecoach.definitions.notation.quantities import Measure, Span
from voicecoach.definitions.notation.written_names import MAX_WEEKS

AMOUNTS = frozenset((Says.AMOUNT, Says.WORK, Says.OPEN, Says.LEAST))
GOALS = frozenset((Says.GOAL, Says.LOAD_GOAL, Says.EFFORT_GOAL))


def is_bare(part: Part) -> bool:
    """Whether it is an amount that is a number and no more."""
    return part.says is Says.AMOUNT and part.spans[0].measure is Measure.BARE


def one(parts: Iterable[Part], *says: Says) -> Part | None:
    """The part that says one of these, if there is one. Raises RefusedError for a second one."""
    found = [part for part in parts if part.says in says]
    if len(found) > 1:
        raise RefusedError(f"that says {found[0].text} and {found[1].text}. Leave one out.")
    return found[0] if found else None


def note(span: Span, text: str, *, is_one: bool = False) -> tuple[str, ...]:
    """What there is to say about a choice that the author left: `3-4 sets: 3 are planned.`."""
    if not span.is_range:
        return ()
    low = span.digits.replace(" to ", "-").partition("-")[0].strip()
    planned = f"{low} {span.text[len(span.digits) :].strip()}".strip()
    return (f"{text}: {planned} {'is' if is_one or low == '1' else 'are'} planned.",)


def weeks(parts: tuple[Part, ...], goals: Collection[Says]) -> int | None:
    """Over how many weeks these goals are reached. Raises RefusedError where that isn't clear."""
    found = [part for part in parts if part.says is Says.WEEKS]
    if len(found) > 1:
        found = _of_the_goals(parts, goals)
    written = one(found, Says.WEEKS)
    if written is None:
        return None
    number = written.spans[0].low
    if not number.is_integer() or not 1 <= number <= MAX_WEEKS:
        raise RefusedError(f"{number:g} is not a number of weeks from 1 to {MAX_WEEKS}. Write over 6 weeks.")
    return int(number)


def _of_the_goals(parts: tuple[Part, ...], goals: Collection[Says]) -> list[Part]:
    """The weeks that are written behind one of these goals, before any other; else all of them."""
    last_goal: Part | None = None
    found = []
    for part in parts:
        if part.says in GOALS:
            last_goal = part
        if part.says is Says.WEEKS and (last_goal is None or last_goal.says in goals):
            found.append(part)
    return found
