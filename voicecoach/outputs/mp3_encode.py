"""From samples to MP3 frames: blocks to be placed by `mp3.splice`, and the sound of the gaps.

LAME lets go of the interpreter while it works, so threads encode in parallel.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import lameenc
import numpy as np

from voicecoach.outputs.mp3 import (
    ENCODER_QUALITY,
    LEAD_FRAMES,
    TAIL_FRAMES,
    Mp3Format,
)
from voicecoach.times import SAMPLE_RATE_HZ, SAMPLES_PER_FRAME, Samples

if TYPE_CHECKING:
    from numpy.typing import NDArray


def encode_block(pcm: NDArray[np.int16], offset: Samples, fmt: Mp3Format, room: NDArray[np.int16] | None) -> bytes:
    """The frames of a block: quiet ones, `pcm` (int16, one channel) from `offset` on, quiet ones.

    `offset` is the block's start modulo 1,152: it makes the position exact to the sample. `room`, the room tone, is
    laid under all of it, repeated as needed; None is digital silence. Equal arguments give equal bytes.
    """
    if not 0 <= offset < SAMPLES_PER_FRAME:
        raise ValueError(f"an offset lies within a frame, from 0 to {SAMPLES_PER_FRAME - 1}, not at {offset}")
    inner_frames = -(-(offset + len(pcm)) // SAMPLES_PER_FRAME)
    frames = LEAD_FRAMES + inner_frames + TAIL_FRAMES
    sound = _room_tone(room, frames).astype(np.int32)
    start = LEAD_FRAMES * SAMPLES_PER_FRAME + offset
    sound[start : start + len(pcm)] += pcm
    return _first_frames(np.clip(sound, -32768, 32767).astype(np.int16), frames, fmt)


def encode_loop(room: NDArray[np.int16] | None, fmt: Mp3Format) -> bytes:
    """The frames to lay in gaps: `room` cut to whole frames, or one silent frame for None.

    The first frame points to no bytes before it (`main_data_begin` is 0), so a gap may begin with it anywhere.
    """
    frames = 1 if room is None else max(1, len(room) // SAMPLES_PER_FRAME)
    return _first_frames(_room_tone(room, frames), frames, fmt)


def _room_tone(room: NDArray[np.int16] | None, frames: int) -> NDArray[np.int16]:
    length = frames * SAMPLES_PER_FRAME
    return np.zeros(length, np.int16) if room is None else np.resize(room, length)


def _first_frames(pcm: NDArray[np.int16], frames: int, fmt: Mp3Format) -> bytes:
    if fmt.channels != 1:
        raise ValueError("blocks have one channel")
    encoder = new_encoder(fmt)
    encoded = bytes(encoder.encode(pcm)) + bytes(encoder.flush())
    wanted = encoded[: frames * fmt.frame_bytes]
    points_back = wanted[4] or wanted[5] & 0x80
    if len(wanted) != frames * fmt.frame_bytes or wanted[:2] != b"\xff\xfb" or points_back:
        raise RuntimeError("the MP3 encoder did not give whole frames that stand on their own")
    return wanted


def new_encoder(fmt: Mp3Format) -> lameenc.Encoder:
    """LAME, ready for the first samples."""
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(fmt.bitrate_kbps)
    encoder.set_in_sample_rate(SAMPLE_RATE_HZ)
    encoder.set_out_sample_rate(SAMPLE_RATE_HZ)
    encoder.set_channels(fmt.channels)
    encoder.set_quality(ENCODER_QUALITY)
    return encoder
