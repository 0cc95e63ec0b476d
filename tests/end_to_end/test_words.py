from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soxr

from tests.end_to_end.hearing import RATE_HZ, decoded, sample_at
from tests.end_to_end.home import Home, HomeHere

if TYPE_CHECKING:
    from numpy.typing import NDArray

NUMBERS = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen",
)  # fmt: skip
HEARING_RATE_HZ = 16_000
PAUSE = np.zeros(HEARING_RATE_HZ // 5, np.int16)

Listener = Callable[["NDArray[np.int16]"], str | None]


@pytest.fixture
def home(home: Home) -> Home:
    """A home whose program runs here."""
    return HomeHere(home.folder, home.variables)


@pytest.fixture
def listener(tmp_path: Path) -> Listener:
    """Tells which of the numbers is spoken in a piece of sound at `RATE_HZ`."""
    pocketsphinx = pytest.importorskip("pocketsphinx", reason="there is no wheel of pocketsphinx for this Python")
    grammar = tmp_path / "numbers.gram"
    grammar.write_text(f"#JSGF V1.0;\ngrammar numbers;\npublic <number> = {' | '.join(NUMBERS)};\n")
    decoder = pocketsphinx.Decoder(jsgf=str(grammar), samprate=HEARING_RATE_HZ, logfn=os.devnull)

    def listen(sound: NDArray[np.int16]) -> str | None:
        decoder.start_utt()
        heard = np.concatenate([PAUSE, soxr.resample(sound, RATE_HZ, HEARING_RATE_HZ), PAUSE])
        decoder.process_raw(heard.tobytes(), no_search=False, full_utt=True)
        decoder.end_utt()
        found = decoder.hyp()
        return found.hypstr or None if found else None

    return listen


def test_the_counts_are_the_right_words(home: Home, listener: Listener) -> None:
    choices = ("glutes-for-runners", "--only", "squat", "--reps", "15")
    sound = decoded(home.made("counts.mp3", *choices))
    counts = [event for event in home.plan(*choices)["events"] if event["role"] == "count"]
    heard = [listener(sound[sample_at(event["start"] - 0.05) : sample_at(event["end"] + 0.05)]) for event in counts]
    expected = [NUMBERS[event["rep"] - 1] for event in counts]
    assert len(expected) == 3 * len(NUMBERS)
    right = sum(one == other for one, other in zip(heard, expected, strict=True))
    assert right >= 0.9 * len(expected), list(zip(expected, heard, strict=True))


def test_the_listener_is_not_easily_pleased(home: Home, listener: Listener) -> None:
    """A recogniser that hears what it should in anything would prove nothing."""
    sound = decoded(home.made("tones.mp3", "squat", "--sets", "1", "--reps", "15", "--detail", "tones"))
    window = RATE_HZ // 2
    heard = [listener(sound[at : at + window]) for at in range(0, 30 * RATE_HZ, window)]
    assert heard.count(None) > 0.5 * len(heard)
