"""Blocks as sound: mixed samples for formats that take samples, encoded frames for MP3, each distinct one made once."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterator
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from voicecoach.cores import cores
from voicecoach.outputs.mp3 import Mp3Format, settings_key
from voicecoach.pipeline.sounds import Sounds
from voicecoach.timeline.blocks import Block, BlockContent, blocks
from voicecoach.timeline.model import Timeline
from voicecoach.times import SAMPLES_PER_FRAME, Ms, Samples, samples

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MIX_VERSION = 1
"""Part of every block's key: raise it when the same block would come out of `mix` differently."""

MIXED_AT_ONCE = 32
"""Mixed blocks held in memory, about 0.3 MB each."""

ENCODED_AT_ONCE = 16
"""Blocks that wait to be encoded; more would only take memory."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how much of it is, and how much there is to do."""


class BlockSounds:
    """The blocks of a session as sound, over a room tone of `room_dbfs` (`None` for digital silence)."""

    def __init__(self, sounds: Sounds, room_dbfs: float | None, progress: Progress) -> None:
        self.sounds, self.room_dbfs, self.progress = sounds, room_dbfs, progress
        self.mixed = lru_cache(MIXED_AT_ONCE)(self._mix)

    def spoken_by(self, sounds: Sounds) -> BlockSounds:
        """Blocks over the same room tone, with other sounds in them."""
        return self if sounds is self.sounds else BlockSounds(sounds, self.room_dbfs, self.progress)

    @cached_property
    def room(self) -> NDArray[np.int16] | None:
        """The loop of room tone."""
        if self.room_dbfs is None:
            return None
        from voicecoach.mix.room_tone import room_tone_loop

        return room_tone_loop(self.room_dbfs)

    def _mix(self, content: BlockContent) -> NDArray[np.int16]:
        from voicecoach.mix.block import mix_block

        return mix_block(content, self.sounds.samples, self.room)

    def samples(self, timeline: Timeline) -> Iterator[NDArray[np.int16]]:
        """The whole session in mono chunks."""
        from voicecoach.mix.session_stream import sample_stream

        return sample_stream(blocks(timeline.events), timeline.duration, self.mixed, self.room)

    def mp3(self, timeline: Timeline, fmt: Mp3Format) -> Iterator[bytes]:
        """The whole session as MP3 frames, the Info frame first."""
        from voicecoach.outputs.mp3 import splice

        placed = list(blocks(timeline.events))
        keys = self._keys(placed, fmt)
        frames = self._frames(keys, fmt)
        spots = ((block.start, frames[keys[_spot(block)]]) for block in placed)
        return splice(spots, timeline.duration, self._loop(fmt), fmt)

    def fingerprint(self, timeline: Timeline, fmt: Mp3Format) -> str:
        """A digest of all that shapes the session's sound as an MP3 of this format."""
        placed = list(blocks(timeline.events))
        keys = self._keys(placed, fmt)
        spots = "\n".join(f"{block.start} {keys[_spot(block)]}" for block in placed)
        return hashlib.sha256(f"{timeline.duration} {self._loop_key(fmt)}\n{spots}".encode()).hexdigest()

    def _keys(self, placed: list[Block], fmt: Mp3Format) -> dict[tuple[BlockContent, Samples], str]:
        """The cache key of every distinct block, at every offset within a frame at which it stands."""
        how = f"{MIX_VERSION} {self.room_dbfs} {settings_key(fmt)}"
        return {spot: self._key(*spot, how) for spot in dict.fromkeys(map(_spot, placed))}

    def _key(self, content: BlockContent, offset: Samples, how: str) -> str:
        parts = ",".join(f"{part.offset}:{self.sounds.key(part.sound)}" for part in content.parts)
        return hashlib.sha256(f"block {how} {offset} {content.length} {parts}".encode()).hexdigest()

    def _frames(self, keys: dict[tuple[BlockContent, Samples], str], fmt: Mp3Format) -> dict[str, bytes]:
        """The encoded blocks by key: from the cache, or made now."""
        frames = self.sounds.cache.read(keys.values())
        missing = [(spot, key) for spot, key in keys.items() if key not in frames]
        if not missing:
            return frames
        first = {content: place for place, (content, _) in reversed(list(enumerate(keys)))}
        missing.sort(key=lambda spot_and_key: first[spot_and_key[0][0]])  # so that each block is mixed once
        from concurrent.futures import Future, ThreadPoolExecutor

        from voicecoach.outputs.mp3_encode import encode_block

        with ThreadPoolExecutor(cores()) as pool:  # LAME works outside the interpreter's lock
            encoding: deque[tuple[str, Ms, Future[bytes]]] = deque()

            def finish_one() -> None:
                key, length, result = encoding.popleft()
                frames[key] = result.result()
                self.sounds.cache.put("block", key, frames[key], length)
                self.progress("encoding", len(frames), len(keys))

            for (content, offset), key in missing:
                result = pool.submit(encode_block, self.mixed(content), offset, fmt, self.room)
                encoding.append((key, content.length, result))
                if len(encoding) >= ENCODED_AT_ONCE:
                    finish_one()
            while encoding:
                finish_one()
        return frames

    def _loop(self, fmt: Mp3Format) -> bytes:
        """The frames of the gaps."""
        key = self._loop_key(fmt)
        cached = self.sounds.cache.read([key])
        if key not in cached:
            from voicecoach.outputs.mp3_encode import encode_loop

            cached[key] = encode_loop(self.room, fmt)
            self.sounds.cache.put("block", key, cached[key], 0)
        return cached[key]

    def _loop_key(self, fmt: Mp3Format) -> str:
        return hashlib.sha256(f"loop {MIX_VERSION} {self.room_dbfs} {settings_key(fmt)}".encode()).hexdigest()


def _spot(block: Block) -> tuple[BlockContent, Samples]:
    """What a block sounds like, and its offset within an MP3 frame."""
    return block.content, Samples(samples(block.start) % SAMPLES_PER_FRAME)
