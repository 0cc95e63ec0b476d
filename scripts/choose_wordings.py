"""Find for every word that stands alone the wording in which a voice of Kokoro's is understood best.

    python scripts/choose_wordings.py [--voice af_heart] [--output audio_assets/voices/en-heart.pack]

Counts and phase words are what is heard most, and single words are where the voice is weakest. Each is spoken with
several marks at its end; a recogniser that isn't told what to expect says what it heard, and how sure it is. The first
wording that is understood and sounds surest is taken. What was heard is kept beside the pack. It needs the extra
`natural`, and the recogniser of the tests (`scripts/test.py --all` sets both up).
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import soxr
from rich.progress import track

from make_voice_pack import PACK, kokoro, wordings_file
from pack_sentences import pack_sentences
from voicecoach.cache.store import Cache
from voicecoach.times import SAMPLE_RATE_HZ

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
from tests.recogniser import RATE_HZ, words_of

if TYPE_CHECKING:
    from tests.recogniser import Recogniser

MARKS = (".", "!", ",")
"""What a word may end with; the first is the plainest."""

SURER = 0.1
"""By so much, as a mean logarithm of probability, another wording has to be surer than a plainer one."""

_PAUSE = np.zeros(RATE_HZ // 4, np.float32)


@dataclass(frozen=True)
class Heard:
    """What a recogniser heard of a sentence in a wording, and the mean logarithm of how probable it thinks that is."""

    sentence: str
    said: str
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
    given = parser.parse_args()
    tries = {word: [word[:-1] + mark for mark in MARKS] for word in words_that_stand_alone()}
    with Cache.in_memory() as cache:
        from tests.recogniser import Recogniser

        voice, recogniser = kokoro(given.voice, cache), Recogniser()
        voice.lengths([wording for wordings in tries.values() for wording in wordings])
        best = [
            best_of([heard(recogniser, word, one, voice.clip(one)) for one in wordings])
            for word, wordings in track(list(tries.items()))
        ]
    file = wordings_file(given.output)
    file.write_text("".join(_rows(best)), encoding="utf-8")
    wrong = [f"{one.sentence} ({one.heard})" for one in best if not one.is_right]
    print(f"{file}: {len(best) - len(wrong)} of {len(best)} understood; not: {', '.join(wrong) or 'none'}")


def words_that_stand_alone() -> list[str]:
    """The sentences of one word in the built-in content."""
    return sorted(sentence for sentence in pack_sentences() if re.fullmatch(r"[\w-]+[.!?]", sentence))


def heard(recogniser: Recogniser, word: str, wording: str, clip: np.ndarray) -> Heard:
    """What is heard in a clip, mono at 48 kHz."""
    sound = soxr.resample(clip.astype(np.float32) / (1 << 15), SAMPLE_RATE_HZ, RATE_HZ)
    text, sureness = recogniser.guess(np.concatenate([_PAUSE, sound, _PAUSE, _PAUSE]))
    return Heard(word, wording, text, round(sureness, 2))


def best_of(tried: list[Heard]) -> Heard:
    """The one that is taken: of those that are understood, the first that no later one is clearly surer than."""
    candidates = [one for one in tried if one.is_right] or tried[:1]
    surest = max(one.sureness for one in candidates)
    return next(one for one in candidates if one.sureness >= surest - SURER)


def _rows(best: list[Heard]) -> Iterator[str]:
    import io

    table = io.StringIO()
    writer = csv.DictWriter(table, [one.name for one in fields(Heard)], lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(one) for one in best)
    yield table.getvalue()


if __name__ == "__main__":
    main()
