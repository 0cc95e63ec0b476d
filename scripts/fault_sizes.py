"""Inputs of nearly 1 MB for everything that reads: how long they take, and how much memory.

Texts are made of the corpus of the fuzzer, of which a part stands over and over; the others of tests/fuzz/bombs. As a
program it tries all of them, or those of the readers that it is told, prints what takes more than any may, and leaves
with 1 if something does. Linux alone: elsewhere limits don't hold.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import cache, partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_S, MOST_MB = 5.0, 400
"""What any input below 1 MB may take: seconds of the processor, and memory."""
MOST_BYTES, LARGE_BYTES = 1_000_000, 999_000
TAKEN, REFUSED, WRONG = 0, 1, 2
ONCE_WRONG = {
    ("import-docx", "a text packed by 8 that says to be smaller"),
    ("import-docx", "fields"),
    ("import-html", "b'<p>'"),
    ("import-md", "list.md: b'Plank'"),
    ("import-mhtml", "parts within parts"),
    ("import-txt", "what is spoken without a stop"),
    ("import-pdf", "60 pages of letters in an array"),
    ("logo", "JPEG in three colours"),
    ("m4a", "boxes within boxes"),
    ("music", "WAV, 2 channels, 2147483647 Hz"),
    ("pack", "a clip in FLAC, 8 channels"),
    ("recording", "FLAC, 8 channels, 384000 Hz"),
    ("tone", "FLAC, 8 channels, 384000 Hz"),
}
"""One of each kind that took too much; the suite tries these."""
_Input = tuple[str, str, Callable[[], bytes]]


def any_input(chance: random.Random) -> _Input:
    """One of the inputs, of a reader by chance: its name, what the input is made of, and what makes it."""
    reader = chance.choice(sorted({one[0] for one in all_inputs()}))
    return chance.choice([one for one in all_inputs() if one[0] == reader])


def readers() -> dict[str, Callable[[bytes, Path], None]]:
    """What reads, by name."""
    from tests.fuzz.readers import READERS

    return READERS


def problem_of(reader: str, data: bytes, folder: Path) -> str:
    """What is wrong with how a reader takes an input, in a process of its own; empty if nothing is."""
    from tests.fuzz.readers import refusal

    if len(data) >= MOST_BYTES:
        return f"{len(data):,} bytes: none of the inputs that are meant, which have less than {MOST_BYTES:,}"
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (int(4 * MOST_S),) * 2)
        status = WRONG
        with suppress(BaseException):
            status = REFUSED if refusal(reader, data, folder) else TAKEN
        os._exit(status)
    _, ended, used = os.wait4(child, 0)
    taken_s, mb = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    status = os.waitstatus_to_exitcode(ended)
    if status in {TAKEN, REFUSED} and taken_s <= MOST_S and mb <= MOST_MB:
        return ""
    return f"status {status}, {taken_s:.1f} s, {mb:.0f} MB"


@cache
def all_inputs() -> tuple[_Input, ...]:
    """Every large input: the reader, what it is made of, and what makes it."""
    from tests.fuzz.bombs import BOMBS
    from tests.fuzz.readers import BINARY, CORPUS
    from tests.fuzz.stretching import SIGNS, parts_of, stretched

    found = [(reader, what, make) for reader, bombs in BOMBS.items() for what, make in bombs()]
    for reader in readers().keys() - BINARY:
        found += [(reader, f"{sign!r}", partial(stretched, b"", sign, b"", LARGE_BYTES)) for sign in SIGNS]
        for file in sorted((CORPUS / reader).iterdir()):
            for before, part, after in parts_of(file.read_bytes()):
                what = f"{file.name}: {part[:40]!r}"
                found.append((reader, what, partial(stretched, before, part, after, LARGE_BYTES)))
    return tuple(sorted(found, key=lambda one: one[:2]))


def main() -> int:
    """Try the inputs; the status is 1 if any takes more than it may."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("readers", nargs="*", metavar="READER", help="whose inputs (default: all)")
    parser.add_argument("--once-wrong", action="store_true", help="one of each kind that took too much")
    parser.add_argument("--containing", default="", help="those whose description has this in it")
    typed = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    wrong = tried = 0
    with tempfile.TemporaryDirectory(prefix="fault-sizes-") as folder:
        for reader, what, make in all_inputs():
            is_left_out = typed.once_wrong and (reader, what) not in ONCE_WRONG
            if is_left_out or (typed.readers and reader not in typed.readers) or typed.containing not in what:
                continue
            tried += 1
            if problem := problem_of(reader, make(), Path(folder)):
                wrong += 1
                print(f"{reader}, {what}: {problem}", flush=True)
    print(f"{tried:,} inputs, {wrong} wrong: over {MOST_S:g} s or {MOST_MB} MB, or not refused in words")
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
