"""A reader of MP3 frames of its own, to judge what was joined: where their sound lies, and the shapes of windows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from voicecoach.outputs.mp3 import Mp3Format


@dataclass(frozen=True)
class Frame:
    """Where the main data of a frame lie, counted in bytes of main data since the start.

    `windows` are the block types of its granules, channel by channel: 0 long, 1 start, 2 short, 3 stop.
    """

    begins: int
    ends: int
    windows: tuple[int, ...]


def frames(body: bytes, fmt: Mp3Format) -> list[Frame]:
    """Every frame of `body`, which has no Info frame."""
    size, side = fmt.frame_bytes, 17 if fmt.channels == 1 else 32
    room = size - 4 - side
    found = []
    for number, at in enumerate(range(0, len(body), size)):
        back, length, windows = _read(body[at + 4 : at + 4 + side], fmt.channels)
        begins = number * room - back
        found.append(Frame(begins, begins + length, windows))
    return found


@cache
def _read(side: bytes, channels: int) -> tuple[int, int, tuple[int, ...]]:
    """What the side information says: how far back its frame reaches, how long that is, and the windows."""
    bits = "".join(f"{byte:08b}" for byte in side)
    granules = bits[18 if channels == 1 else 20 :]
    parts = [granules[59 * each : 59 * each + 59] for each in range(2 * channels)]
    length = -(-sum(int(part[:12], 2) for part in parts) // 8)
    return int(bits[:9], 2), length, tuple(int(part[34:36], 2) if part[33] == "1" else 0 for part in parts)


def overlapping(body: bytes, fmt: Mp3Format) -> list[int]:
    """The frames that begin before the one before them has ended, or before the start; a decoder stumbles over them."""
    ends, wrong = 0, []
    for number, frame in enumerate(frames(body, fmt)):
        if frame.begins < ends:
            wrong.append(number)
        ends = frame.ends
    return wrong


def misshapen(body: bytes, fmt: Mp3Format) -> list[int]:
    """The frames with a window that doesn't fit the one before it, which a decoder overlaps with it."""
    wrong = []
    fits = {0: (0, 1), 1: (2,), 2: (2, 3), 3: (0, 1)}
    before: tuple[int, ...] = (0,) * fmt.channels
    for number, frame in enumerate(frames(body, fmt)):
        first, last = frame.windows[: fmt.channels], frame.windows[fmt.channels :]
        pairs = [*zip(before, first, strict=True), *zip(first, last, strict=True)]
        if any(after not in fits[earlier] for earlier, after in pairs):
            wrong.append(number)
        before = last
    return wrong
