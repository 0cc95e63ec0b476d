"""A long stream as MP3, encoded in parts on all cores; the parts don't depend on how many there are.

Each part has an encoder of its own. It begins some frames early, so that the encoder has settled where its work is
used, and the one before goes on some frames longer, until `mp3_seam` finds where the one can take over from the other.
Nothing is heard of that, since both encode the same sound. Where no seam is found, the encoder before goes on with the
next part as well, which takes longer and comes to the same.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from voicecoach.cores import cores
from voicecoach.interrupts import wanted
from voicecoach.outputs.mp3 import DECODER_DELAY_SAMPLES, ENCODER_DELAY_SAMPLES, Mp3Format, frame_count, info_frame
from voicecoach.outputs.mp3_encode import new_encoder
from voicecoach.outputs.mp3_seam import FrameRun, frames_back, joined_before, seam
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.side_by_side import Task, Threads
from voicecoach.times import SAMPLES_PER_FRAME, Mp3Frames, Samples, samples

if TYPE_CHECKING:
    import lameenc
    from numpy.typing import NDArray

PART_FRAMES = 1000
"""24 s: 4.6 MB of stereo samples, of which a few parts are in memory. The overlap takes 4 % more work."""

RUN_IN_FRAMES = 10
"""After so many frames a new encoder is as near to the sound as one that has run on; 9 hold `FARTHEST_BACK_BYTES` at
32 kbit/s in stereo."""

SEARCHED_FRAMES = 24
"""Of 71 places in music, a seam was found within so many frames at 67 to 71, mostly at the first (32 to 320 kbit/s)."""

_LATE_FRAMES = 3
"""So many frames after a sound was handed to LAME, beside those of `frames_back`, its bytes are there."""

_MOST_THREADS = 4
"""With more, mixing takes longer than encoding; each holds a part."""

_PORTION_SAMPLES = 50 * SAMPLES_PER_FRAME
"""What LAME gets at once: the binding makes copies of it."""

_PUSH_SAMPLES = ENCODER_DELAY_SAMPLES + DECODER_DELAY_SAMPLES + SAMPLES_PER_FRAME
"""Silence after the last sample that brings out every frame a decoder needs to reach it."""


def encode_stream(stream: SampleStream, bitrate_kbps: int, threads: int | None = None) -> Generator[bytes, None, None]:
    """The stream as MP3, in pieces, with an Info frame so that it plays exactly its duration.

    The bytes don't depend on `threads`, by default one for each core. Raises `ValueError` if the chunks hold more or
    fewer samples than announced, and what taking them raises.
    """
    fmt = Mp3Format(bitrate_kbps, stream.channels)
    expected = samples(stream.duration)
    yield info_frame(expected, fmt)
    left = frame_count(expected) * fmt.frame_bytes
    for encoded in _joined(_encoded(_cut(stream.chunks, expected, fmt), fmt, threads or min(cores(), _MOST_THREADS))):
        if encoded[:left]:
            yield encoded[:left]
        left = max(0, left - len(encoded))
    if left:
        raise RuntimeError(f"the MP3 encoder kept {left} bytes back")


@dataclass(frozen=True)
class _Part:
    """Samples to be encoded together, from those of frame `first` on; the part before has the first `known`, too."""

    first: Mp3Frames
    pcm: NDArray[np.int16]
    known: int
    is_last: bool


@dataclass(frozen=True)
class _Encoded:
    """A part, its encoder and the frames that came of it, those of them that are still needed."""

    part: _Part
    encoder: lameenc.Encoder
    run: FrameRun

    def after(self, at: Mp3Frames) -> _Encoded:
        """The same without the frames before `at`."""
        return replace(self, run=self.run.after(at))

    def going_on(self, following: _Part) -> _Encoded:
        """The same with the next part encoded as well."""
        more = _bytes_of(self.encoder, following.pcm[following.known :], following.is_last, self.run.fmt)
        return _Encoded(following, self.encoder, replace(self.run, encoded=self.run.encoded + more))


def _cut(chunks: Iterable[NDArray[np.int16]], expected: Samples, fmt: Mp3Format) -> Iterator[_Part]:
    """The parts of a stream. Raises ValueError for another length than `expected`."""
    step, known = PART_FRAMES * SAMPLES_PER_FRAME, 0
    overlap = _overlap_frames(fmt) * SAMPLES_PER_FRAME
    waiting = [np.zeros((0,) if fmt.channels == 1 else (0, fmt.channels), np.int16)]
    first = count = 0
    for chunk in chunks:
        waiting.append(np.asarray(chunk, np.int16))
        count += len(chunk)
        while count >= first * SAMPLES_PER_FRAME + step + overlap:
            pcm = np.concatenate(waiting)
            yield _Part(Mp3Frames(first), pcm[: step + overlap], known, is_last=False)
            waiting, known = [pcm[step:].copy()], overlap
            first += PART_FRAMES
    if count != expected:
        raise ValueError(f"{expected} samples were announced and {count} came")
    yield _Part(Mp3Frames(first), np.concatenate(waiting), known, is_last=True)


def _overlap_frames(fmt: Mp3Format) -> int:
    """How many frames of a part are also in the next."""
    return RUN_IN_FRAMES + SEARCHED_FRAMES + frames_back(fmt) + _LATE_FRAMES


def _encoded(parts: Iterable[_Part], fmt: Mp3Format, threads: int) -> Iterator[_Encoded]:
    """Every part in order, encoded by `threads` threads; not many are taken before they are wanted."""
    under_way: deque[Task[_Encoded]] = deque()
    with Threads(threads) as encoders:  # LAME works outside the interpreter's lock
        for part in parts:
            under_way.append(encoders.submit(_encode, part, fmt))
            if len(under_way) > threads:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()


def _encode(part: _Part, fmt: Mp3Format) -> _Encoded:
    encoder = new_encoder(fmt)
    return _Encoded(part, encoder, FrameRun(part.first, _bytes_of(encoder, part.pcm, part.is_last, fmt), fmt))


def _bytes_of(encoder: lameenc.Encoder, pcm: NDArray[np.int16], is_last: bool, fmt: Mp3Format) -> bytes:  # noqa: FBT001
    portions = (pcm[start : start + _PORTION_SAMPLES] for start in range(0, len(pcm), _PORTION_SAMPLES))
    encoded = b"".join(bytes(encoder.encode(np.ascontiguousarray(portion))) for portion in wanted(portions))
    if is_last:
        encoded += bytes(encoder.encode(bytes(2 * fmt.channels * _PUSH_SAMPLES))) + bytes(encoder.flush())
    return encoded


def _joined(encoded: Iterator[_Encoded]) -> Iterator[bytes]:
    """The frames of all parts, from one encoder to the next at the first seam."""
    leaving = next(encoded)
    for coming in encoded:
        start = coming.part.first
        yield leaving.run.between(leaving.run.first, start)
        leaving = leaving.after(start)
        at = seam(leaving.run, coming.run, start + RUN_IN_FRAMES, start + RUN_IN_FRAMES + SEARCHED_FRAMES)
        if at is None:
            leaving = leaving.going_on(coming.part)
        else:
            yield joined_before(at, leaving.run, coming.run)
            leaving = coming.after(at)
    yield leaving.run.encoded
