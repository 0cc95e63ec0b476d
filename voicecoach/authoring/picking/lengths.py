"""About how long the parts of a session take, in seconds, before a voice has spoken.

The numbers are fitted to what was measured for the library's exercises: the introduction of one is met within 1.5 s.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from voicecoach.authoring.picking.pool import Choice
from voicecoach.definitions.model import Sides

OPENING_S, CLOSING_S = 40.0, 16.0
"""The opening with the titles of all sections, and what is said at the end."""
NAMED_S, CHARACTER_S, NEED_S, READY_SHARE = 5.2, 0.061, 3.5, 1.04
"""Name and amount, each character of the set-up, each thing to fetch, and of the time to get into position."""
BEFORE_LIST_S, LISTED_S = 15.0, 3.0
"""What an exact section says before it begins, and beside the set-up of each of its exercises."""


def introduced_s(one: Choice) -> float:
    """From the end of what came before to the first repetition, if nothing else fills that time."""
    entry = one.entry
    return NAMED_S + CHARACTER_S * entry.said + NEED_S * len(entry.needs) + READY_SHARE * entry.ready_s


def listed_s(choices: Sequence[Choice]) -> float:
    """How long it takes to introduce all of them before the clock of a section starts."""
    return BEFORE_LIST_S + sum(LISTED_S + CHARACTER_S * one.entry.said for one in choices)


def set_s(one: Choice) -> float:
    """A set at the top of where its prescription starts, with both sides."""
    return one.entry.set_s or 0.0


def low_amount(one: Choice) -> str:
    """The low end of where its prescription starts: `8`, `30 s`."""
    amount = one.entry.amount
    return re.sub(r"-[\d.]+", "", amount)


def longer_s(one: Choice, least_s: float) -> float:
    """How much longer a set of a stretch takes that is held for `least_s` at least, on each side."""
    held_s = float(re.findall(r"[\d.]+", one.entry.amount)[0])
    return max(least_s - held_s, 0) * (2 if one.entry.sides is Sides.EACH else 1)


def low_set_s(one: Choice) -> float:
    """A set at that low end."""
    numbers = [float(number) for number in re.findall(r"[\d.]+", one.entry.amount)] or [1.0]
    return set_s(one) * numbers[0] / numbers[-1]


def once_s(choices: Sequence[Choice], rest_s: float) -> float:
    """One easy set of each, one after the other, each introduced within the rest before it."""
    return sum(max(rest_s, introduced_s(one)) + low_set_s(one) for one in choices)


def rounds_s(works: Sequence[tuple[Choice, float]], rounds: int, rest_s: float, round_rest_s: float) -> float:
    """Rounds of exercises with the length of their sets; in the first one each is introduced."""
    work_s = sum(length for _, length in works)
    first = work_s + sum(max(rest_s, introduced_s(one)) for one, _ in works)
    return first + (rounds - 1) * (work_s + (len(works) - 1) * rest_s + round_rest_s)


def sets_s(works: Sequence[tuple[Choice, float]], sets: int, rest_s: float) -> float:
    """Straight sets."""
    return sum(max(rest_s, introduced_s(one)) + sets * length + (sets - 1) * rest_s for one, length in works)
