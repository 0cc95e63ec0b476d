"""Where one encoder may take over from another in the middle of sound: bytes alone are read, nothing is decoded.

The sound of a frame may begin in the bytes of earlier frames, as far back as its `main_data_begin` says (ISO 11172-3,
2.4.2.7). What stands there when an encoder takes over is the work of the one before. So a seam is possible before a
frame for whose beginning the encoder before has left that much room. Both encoders have also to agree about the shape
of the window just before, since a decoder overlaps each window with the next.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from voicecoach.outputs.mp3 import Mp3Format
from voicecoach.times import Mp3Frames

FARTHEST_BACK_BYTES = 511
"""`main_data_begin` has 9 bits."""

_HEADER_BYTES = 4
_SIDE_INFO_BYTES = {1: 17, 2: 32}
_GRANULE_BITS = 59
_BITS_BEFORE_GRANULES = {1: 9 + 5 + 4, 2: 9 + 3 + 8}
"""`main_data_begin`, private bits, and `scfsi` of each channel."""

_BITS_BEFORE_WINDOW = 12 + 9 + 8 + 4
"""`part2_3_length`, `big_values`, `global_gain` and `scalefac_compress`."""


def main_data_bytes(fmt: Mp3Format) -> int:
    """The bytes of a frame that hold sound, of this frame or of later ones."""
    return fmt.frame_bytes - _HEADER_BYTES - _SIDE_INFO_BYTES[fmt.channels]


def frames_back(fmt: Mp3Format) -> Mp3Frames:
    """How many frames before its own the sound of a frame may begin, at most."""
    return Mp3Frames(-(-FARTHEST_BACK_BYTES // main_data_bytes(fmt)))


@dataclass(frozen=True)
class FrameRun:
    """Frames from an encoder's one stream, one after the other: `first` is the place of the first of them."""

    first: Mp3Frames
    encoded: bytes
    fmt: Mp3Format

    @cached_property
    def end(self) -> Mp3Frames:
        """The place after the last whole frame."""
        return Mp3Frames(self.first + len(self.encoded) // self.fmt.frame_bytes)

    def between(self, start: int, end: int) -> bytes:
        """The frames from place `start` up to `end`."""
        size = self.fmt.frame_bytes
        return self.encoded[(start - self.first) * size : (end - self.first) * size]

    def after(self, at: Mp3Frames) -> FrameRun:
        """The frames from place `at` on."""
        return FrameRun(at, self.encoded[(at - self.first) * self.fmt.frame_bytes :], self.fmt)

    def begins_back(self, at: int) -> int:
        """How many bytes of main data before the frame at place `at` its own begin."""
        return self._side_info(at) >> (8 * _SIDE_INFO_BYTES[self.fmt.channels] - 9)

    def last_windows(self, at: int) -> tuple[int, ...]:
        """The shape of each channel's window at the end of the frame at place `at`; 0 is the usual, long one."""
        channels = self.fmt.channels
        after = _BITS_BEFORE_GRANULES[channels] + channels * _GRANULE_BITS + _BITS_BEFORE_WINDOW
        shift = 8 * _SIDE_INFO_BYTES[channels] - after - 4
        shapes = (self._side_info(at) >> (shift - channel * _GRANULE_BITS) & 0b1111 for channel in range(channels))
        # Without the first bit, `window_switching_flag`, the others mean something else.
        return tuple(shape if shape & 0b1000 else 0 for shape in shapes)

    def _side_info(self, at: int) -> int:
        start = (at - self.first) * self.fmt.frame_bytes + _HEADER_BYTES
        return int.from_bytes(self.encoded[start : start + _SIDE_INFO_BYTES[self.fmt.channels]], "big")


def seam(leaving: FrameRun, coming: FrameRun, earliest: int, latest: int) -> Mp3Frames | None:
    """The first place from `earliest` to `latest` at which `coming` may take over from `leaving`; None if none is.

    Both runs hold the frames around it, `frames_back` of them before it and one after.
    """
    for at in range(earliest, min(latest + 1, leaving.end, coming.end)):
        room = coming.begins_back(at) <= leaving.begins_back(at)
        if room and leaving.last_windows(at - 1) == coming.last_windows(at - 1):
            return Mp3Frames(at)
    return None


def joined_before(at: Mp3Frames, leaving: FrameRun, coming: FrameRun) -> bytes:
    """The frames of `leaving` before the seam `at`, from its first: they end with the beginning of what is `coming`."""
    back = coming.begins_back(at)
    start = at - frames_back(leaving.fmt)
    left, taken = bytearray(leaving.between(start, at)), coming.between(start, at)
    for place in reversed(_main_data_places(len(left), leaving.fmt)):
        count = min(back, place.stop - place.start)
        left[place.stop - count : place.stop] = taken[place.stop - count : place.stop]
        back -= count
    return leaving.between(leaving.first, start) + bytes(left)


def _main_data_places(size: int, fmt: Mp3Format) -> list[slice]:
    """Where main data stand in `size` bytes of frames."""
    ahead = fmt.frame_bytes - main_data_bytes(fmt)
    return [slice(start + ahead, start + fmt.frame_bytes) for start in range(0, size, fmt.frame_bytes)]
