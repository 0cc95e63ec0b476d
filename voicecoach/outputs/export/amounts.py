"""How much is done, as people write it and as it is read back: `3 x 8-10`, `21-15-9`, `max`."""

from __future__ import annotations

from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.definitions.notation.written_amounts import OPEN_CAP_MS
from voicecoach.plan.workout import Work
from voicecoach.times import Ms, length_text

LEAST_LADDER = 3
"""So many numbers in a row are the amounts of sets that differ."""


def is_ladder(work: Work) -> bool:
    """Whether its sets differ."""
    return len(set(work.amounts)) > 1


def is_chain(work: Work) -> bool:
    """Whether its sets differ in the number of repetitions alone, so that they can be told as `21-15-9`."""
    return is_ladder(work) and work.sets >= LEAST_LADDER and all(map(_is_plain, work.amounts))


def _is_plain(amount: Amount) -> bool:
    return is_counted(amount) and amount.low == amount.high


def set_amount(work: Work, amount: Amount) -> str:
    """What one set is: `8-10`, `30 s`, `400 m`, `max`, `5+`, `max reps in 40 s`."""
    if work.distance_m is not None:
        return f"{work.distance_m} m"
    if amount.is_open:
        least = f"{amount.least}+" if amount.least else "max"
        return least if amount.high == OPEN_CAP_MS else f"{least} reps in {length_text(Ms(amount.high))}"
    if amount.unit is Unit.REPS:
        return str(amount.high) if amount.low == amount.high else f"{amount.low}-{amount.high}"
    if amount.low == amount.high:
        return length_text(Ms(amount.high))
    return f"{amount.low / 1000:g}-{amount.high / 1000:g} s"


def ladder(work: Work) -> str:
    """Sets that differ, one after the other: `21, 15, 9`, `20 s, 30 s, 20 s`."""
    return ", ".join(set_amount(work, amount) for amount in work.amounts)


def is_counted(amount: Amount) -> bool:
    """Whether it is a number of repetitions."""
    return amount.unit is Unit.REPS and not amount.is_open
