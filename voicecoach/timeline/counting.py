"""How the numbers of a set are said, once it is known how long each takes.

Counting stays language: either every number of the set is said, or every one in its short form (`five` after
`twenty-four`), or every fifth, with ticks between; never words and ticks in turn.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from voicecoach.times import Ms

APART_MS = 50
"""A number is over so long before the next one begins."""
FIFTH = 5

TextLength = Callable[[str], Ms | None]
"""The length of a spoken text; `None` for one that can't be said."""


@dataclass(frozen=True, slots=True)
class Counted:
    """What is said for each repetition, `None` for a tick; `problem` says for the user what had to give way."""

    texts: tuple[str | None, ...]
    problem: str | None = None


def choose(
    wordings: Sequence[tuple[str, ...]],
    reps: Sequence[int],
    moments: Sequence[Ms],
    span: tuple[Ms, Ms],
    length: TextLength,
) -> Counted:
    """Choose how to count repetitions `reps`, whose numbers have these `wordings` and start at `moments`.

    All of it is said within `span`. The last number starts sooner if need be (see `start_of_last`).
    """
    ticks: tuple[str | None, ...] = (None,) * len(wordings)
    if not any(wordings):
        return Counted(ticks)
    for texts, problem in _ways(wordings, reps):
        if _fits(texts, moments, span, length):
            return Counted(tuple(texts), problem)
    return Counted(ticks, "counts are ticks, since at this tempo there is no time to say the numbers")


def start_of_last(moment: Ms, takes: Ms, last_until: Ms) -> Ms:
    """When the last number starts: at its moment, or so that it ends there, where it isn't over by `last_until`."""
    return moment if moment + takes <= last_until else Ms(moment - takes)


def _ways(wordings: Sequence[tuple[str, ...]], reps: Sequence[int]) -> Iterator[tuple[list[str | None], str | None]]:
    """From the preferred way to count to the sparsest."""
    yield [line[0] if line else None for line in wordings], None
    yield [line[-1] if line else None for line in wordings], None
    sparse = [
        line[0] if line and (rep % FIFTH == 0 or rep == reps[-1]) else None
        for line, rep in zip(wordings, reps, strict=True)
    ]
    if len(reps) > FIFTH:
        yield sparse, "counts: every fifth is said, since at this tempo there is no time to say them all"


def _fits(texts: Sequence[str | None], moments: Sequence[Ms], span: tuple[Ms, Ms], length: TextLength) -> bool:
    """Whether each number can be said and is over before the next."""
    limit: int | None = None
    for index in range(len(texts) - 1, -1, -1):
        text = texts[index]
        if text is None:
            continue
        takes = length(text)
        if takes is None:
            return False
        start = moments[index]
        if index == len(texts) - 1:
            start = start_of_last(start, takes, span[1])
        if start < (moments[index - 1] if index else span[0]):
            return False
        if limit is not None and start + takes + APART_MS > limit:
            return False
        limit = start
    return True
