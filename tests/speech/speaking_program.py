"""A program that "speaks" for tests of the engine `command`: `speaking_program.py FILE WPM TEXT`.

It writes a sine as long as the text takes at the pace; words in the text make it fail in the ways programs do.
"""

from __future__ import annotations

import array
import math
import os
import signal
import sys
import time
import wave

RATE_HZ = 16_000


def main() -> None:
    """Do as the text says."""
    file, wpm, text = sys.argv[1:]
    if "hang" in text:
        time.sleep(600)
    if "crash" in text:
        os.kill(os.getpid(), signal.SIGSEGV)
    if "refuse" in text:
        sys.exit("warming up\nno licence")
    if "nothing" in text:
        return
    write(file, "" if "empty" in text else text, int(wpm))


def write(file: str, text: str, wpm: int) -> None:
    """The sound of a text, or what the text asks for instead of sound."""
    with open(file, "wb") as out:  # noqa: PTH123 - without site-packages every import counts
        if "garbage" in text:
            out.write(b"this is no sound at all" * 100)
        elif text:
            with wave.open(out) as sound:
                sound.setnchannels(2 if "stereo" in text else 1)
                sound.setsampwidth(2)
                sound.setframerate(RATE_HZ)
                sound.writeframes(sine(text, wpm))


def sine(text: str, wpm: int) -> bytes:
    """Silence for a text with `hush` in it."""
    hertz, level = 200 + sum(text.encode()) % 200, 0 if "hush" in text else 6000
    count = RATE_HZ * 10 * len(text) // wpm
    turn = 2 * math.pi * hertz / RATE_HZ
    channels = 2 if "stereo" in text else 1
    return array.array(
        "h", [round(level * math.sin(turn * n)) for n in range(count) for _ in range(channels)]
    ).tobytes()


if __name__ == "__main__":
    main()
