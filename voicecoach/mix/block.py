"""A block of overlapping events becomes sound."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from voicecoach.mix.levels import to_int16
from voicecoach.mix.limiter import limit
from voicecoach.mix.segments import segment, segment_samples, silent_segment
from voicecoach.timeline.blocks import BlockContent
from voicecoach.timeline.model import Sound
from voicecoach.times import samples


def mix_block(
    content: BlockContent, sound_of: Callable[[Sound], NDArray[np.int16]], room: NDArray[np.int16] | None
) -> NDArray[np.int16]:
    """The block's sound: mono, 48 kHz, exactly as long as `content`.

    `sound_of` gives the samples of one sound. `room`, a loop of room tone, lies under it all from the loop's start.
    The sum is limited to `limiter.CEILING_DBTP`; where it stays below, it is the sum, bit for bit.

    Raises ValueError if a sound would run past the end of the block: then its length was not what the timeline knew.
    """
    mixed = silent_segment(content.length) if room is None else segment(tiled(room, samples(content.length)))
    for part in content.parts:
        sound = sound_of(part.sound)
        if samples(part.offset) + len(sound) > samples(content.length):
            raise ValueError(f"{part.sound.text!r} is {len(sound)} samples long and runs past its block")
        mixed = mixed.overlay(segment(sound), position=part.offset)
    return to_int16(limit(segment_samples(mixed)[:, np.newaxis])[:, 0])


def tiled(loop: NDArray[np.int16], count: int) -> NDArray[np.int16]:
    """The first `count` samples of `loop` repeated without end."""
    repeats = -(-count // len(loop))
    return np.tile(loop, repeats)[:count]
