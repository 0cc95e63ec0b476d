"""The parts of a script: what is said, the silences between, what is repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Say:
    """A text to be spoken, and the line it stands in."""

    text: str
    line: int


@dataclass(frozen=True)
class Break:
    """A silence of so many seconds."""

    length_s: float


@dataclass(frozen=True)
class Repeat:
    """What is said again and again."""

    times: int
    said: tuple[Part, ...]


Part = Say | Break | Repeat


def flat(parts: Iterable[Part]) -> Iterator[Say | Break]:
    """What is said and the silences, also within what is repeated, in their order."""
    for one in parts:
        if isinstance(one, Repeat):
            yield from flat(one.said)
        else:
            yield one


def said_in(parts: Iterable[Part]) -> Iterator[Say]:
    """What is said in parts of a script."""
    return (one for one in flat(parts) if isinstance(one, Say))
