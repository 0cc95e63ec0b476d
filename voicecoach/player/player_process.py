"""The program that `sample_player` runs: plays the int16 samples on its standard input and ends.

    python player_process.py RATE_HZ BACKEND...

It imports nothing of this package, so that it starts from its file alone.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from threading import Event
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import miniaudio

PLAYED, NO_DEVICE, NO_LIBRARY = 0, 3, 4
"""What its exit status means."""

PERIOD_MS, PERIODS = 100, 3
"""No key is waited for: the device may hold a lot, for a machine that is busy."""


def main(arguments: list[str]) -> int:
    """Play and say how it went; hangs as long as a sound server does, so it wants to be watched."""
    rate_hz = int(arguments[0])
    try:
        device = _open(rate_hz, arguments[1:])
    except ImportError:
        return NO_LIBRARY
    if device is None:
        return NO_DEVICE
    finished = Event()
    # Closing a device drops what it still holds: let silence follow.
    silence = bytes(2 * rate_hz * PERIOD_MS * (PERIODS + 1) // 1000)
    sound = _feed(sys.stdin.buffer.read() + silence, finished)
    next(sound)
    device.start(sound)
    finished.wait()
    device.close()
    return PLAYED


def _open(rate_hz: int, backends: list[str]) -> miniaudio.PlaybackDevice | None:
    """One backend at a time: given several, miniaudio falls back to one that plays nothing."""
    import miniaudio

    for name in backends:
        try:
            return miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=rate_hz,
                buffersize_msec=PERIOD_MS,
                callback_periods=PERIODS,
                backends=[miniaudio.Backend[name]],
                app_name="voicecoach",
            )
        except miniaudio.MiniaudioError:
            continue
    return None


def _feed(data: bytes, finished: Event) -> Generator[bytes, int, None]:
    """The samples in the pieces the device asks for, then silence."""
    position = 0
    wanted = yield b""
    while True:
        piece = data[position : position + 2 * wanted]
        position += len(piece)
        if not piece:
            finished.set()
        wanted = yield piece.ljust(2 * wanted, b"\0")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
