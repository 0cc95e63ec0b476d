"""Events that overlap or nearly touch form a block: the unit that is mixed, encoded and cached once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from voicecoach.timeline.model import Event, Sound
from voicecoach.times import Ms

TOUCHING_MS = 150
"""Sounds nearer than this share a block.

An encoded block needs three silent MP3 frames (72 ms) and the rounding to whole frames around it.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """A sound within a block, `offset` ms after the block's start."""

    offset: Ms
    sound: Sound


@dataclass(frozen=True, slots=True)
class BlockContent:
    """What a block sounds like, wherever it stands; equal contents sound the same."""

    parts: tuple[Part, ...]
    length: Ms


@dataclass(frozen=True, slots=True)
class Block:
    """A block of sound at its place on the timeline."""

    start: Ms
    content: BlockContent

    @property
    def end(self) -> Ms:
        """Where its last sound ends."""
        return Ms(self.start + self.content.length)


def blocks(events: Iterable[Event]) -> Iterator[Block]:
    """Group events, given in order of start, into blocks at least `TOUCHING_MS` apart."""
    group: list[Event] = []
    end = 0
    for event in events:
        if group and event.start - end >= TOUCHING_MS:
            yield _block(group)
            group = []
            end = 0
        group.append(event)
        end = max(end, event.end)
    if group:
        yield _block(group)


def _block(group: list[Event]) -> Block:
    start = group[0].start
    length = max(event.end for event in group) - start
    parts = tuple(Part(Ms(event.start - start), event.sound) for event in group)
    return Block(start, BlockContent(parts, Ms(length)))
