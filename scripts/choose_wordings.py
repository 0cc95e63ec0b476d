"""Find for every word that stands alone the wording in which a voice of Kokoro's is understood best.

    python scripts/choose_wordings.py [--voice af_heart] [--output audio_assets/voices/en-heart.pack] [--all]

Words that are in the table already are left as they are, but for `--all`.

Counts and phase words are what is heard most, and single words are where the voice is weakest. Each is spoken with
several marks at its end, goes through the pack and an MP3, and a recogniser that isn't told what to expect says what it
heard, and how sure it is. The first wording that is surely understood is taken, else the surest. What was heard is kept
beside the pack. It needs the extra `natural`, and the recogniser of the tests (`scripts/test.py --all` sets both up).
"""

from __future__ import annotations

import argparse
import csv
import io
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray
from rich.progress import track

from make_voice_pack import PACK, kokoro, wordings_file, wordings_rows
from pack_sentences import pack_sentences
from voicecoach.cache.store import Cache
from voicecoach.outputs.mp3 import USUAL_KBPS
from voicecoach.outputs.mp3_parts import encode_stream
from voicecoach.outputs.sound_stream import SampleStream
from voicecoach.packs.pack import SMALL
from voicecoach.packs.sound import length_of, packed, unpacked
from voicecoach.times import SAMPLE_RATE_HZ, SAMPLES_PER_MS, Ms

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.recogniser import RATE_HZ, words_of

if TYPE_CHECKING:
    from tests.recogniser import Recogniser

MARKS = (".", "!", ",", "")
"""What a word may end with; the first is the plainest. With nothing behind it, it begins small, too."""

RATES = (1.0, 1.12)
"""Factors of the calm pace; slower single words are understood worse (docs/voices.md)."""

SURE = -0.6
"""A mean logarithm of probability from which on no other wording is tried."""

QUIET = np.zeros(SAMPLE_RATE_HZ // 2, np.int16)


@dataclass(frozen=True)
class Heard:
    """What a recogniser heard of a sentence in a wording, and the mean logarithm of how probable it thinks that is."""

    sentence: str
    said: str
    rate: float
    heard: str
    sureness: float

    @property
    def is_right(self) -> bool:
        """Whether it is what was said."""
        return words_of(self.heard) == words_of(self.sentence)


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description="Find how single words are understood best.")
    parser.add_argument("--voice", default="af_heart", help="the voice of Kokoro's")
    parser.add_argument("--output", type=Path, default=PACK, help="the pack they are for")
    parser.add_argument("--all", action="store_true", help="try those again that are in the table")
    given = parser.parse_args()
    file = wordings_file(given.output)
    words = words_that_stand_alone()
    known = {} if given.all else {word: one for word, one in _found_before(given.output).items() if word in words}
    found = {one.sentence: one for one in tried([word for word in words if word not in known], given.voice)}
    best = [(known | found)[word] for word in words]
    file.write_text(_rows(best), encoding="utf-8")
    wrong = [f"{one.sentence} ({one.heard})" for one in best if not one.is_right]
    print(f"{file}: {len(best) - len(wrong)} of {len(best)} understood; not: {', '.join(wrong) or 'none'}")


def tried(words: list[str], voice: str) -> list[Heard]:
    """The best wording of each word."""
    with Cache.in_memory() as cache:
        from tests.recogniser import Recogniser

        voices, recogniser = {rate: kokoro(voice, cache, rate) for rate in RATES}, Recogniser()
        for one in voices.values():
            one.lengths([wording for word in words for wording in wordings_of(word)])
        return [
            best_of(
                heard(recogniser, Heard(word, said, rate, "", 0.0), voices[rate].clip(said))
                for rate in RATES
                for said in wordings_of(word)
            )
            for word in track(words)
        ]


def words_that_stand_alone() -> list[str]:
    """The sentences of one word in the built-in content."""
    return sorted(sentence for sentence in pack_sentences() if re.fullmatch(r"[\w-]+[.!?]", sentence))


def wordings_of(word: str) -> Iterator[str]:
    """A sentence of one word with each of the marks."""
    for mark in MARKS:
        yield word[:-1] + mark if mark else word[:-1].lower()


def heard(recogniser: Recogniser, tried: Heard, clip: NDArray[np.int16]) -> Heard:
    """What is heard of a clip, mono at 48 kHz, after it went through a pack and an MP3."""
    opus = packed(clip, SMALL)
    sound = soxr.resample(through_mp3(unpacked(opus, length_of(opus), 1.0)), SAMPLE_RATE_HZ, RATE_HZ)
    text, sureness = recogniser.guess(sound)
    return replace(tried, heard=text, sureness=round(sureness, 2))


def through_mp3(clip: NDArray[np.int16]) -> NDArray[np.float32]:
    """A clip between two pauses, encoded as sessions are and decoded."""
    sound = np.concatenate([QUIET, clip, QUIET])
    stream = SampleStream([sound], Ms(len(sound) // SAMPLES_PER_MS))
    decoded, _ = soundfile.read(io.BytesIO(b"".join(encode_stream(stream, USUAL_KBPS[1]))), dtype="float32")
    return np.asarray(decoded)


def best_of(tried: Iterator[Heard]) -> Heard:
    """The first that is surely understood; else the surest of those that are understood, else the first."""
    known: list[Heard] = []
    for one in tried:
        if one.is_right and one.sureness >= SURE:
            return one
        known.append(one)
    return max((one for one in known if one.is_right), key=lambda one: one.sureness, default=known[0])


def _found_before(pack: Path) -> dict[str, Heard]:
    return {row["sentence"]: _read(row) for row in wordings_rows(pack)}


def _read(row: dict[str, str]) -> Heard:
    return Heard(row["sentence"], row["said"], float(row["rate"]), row["heard"], float(row["sureness"]))


def _rows(best: list[Heard]) -> str:
    table = io.StringIO()
    writer = csv.DictWriter(table, [one.name for one in fields(Heard)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(one) for one in best)
    return table.getvalue()


if __name__ == "__main__":
    main()
