from __future__ import annotations

from pathlib import Path

import pytest
import soundfile

from tests.parts import KOKORO, RECOGNISER
from tests.recogniser import Recogniser, recogniser, word_errors, words_of
from voicecoach.cache.store import Cache
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker

__all__ = ["recogniser"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Three sets, 10 reps!", ["three", "sets", "ten", "reps"]),
        ("Don\N{RIGHT SINGLE QUOTATION MARK}t lean: 42.", ["don't", "lean", "forty", "two"]),
        ("90 of 100", ["ninety", "of", "100"]),
    ],
)
def test_words_are_compared_without_looks(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("heard", "errors"), [("one two three", 0), ("1, 2, 3.", 0), ("one three", 1), ("one too three four", 2), ("", 3)]
)
def test_words_that_are_mistaken_missed_or_added_are_counted(heard: str, errors: int) -> None:
    assert word_errors("One, two, three.", heard) == errors


@pytest.mark.extras(*RECOGNISER, *KOKORO)
@pytest.mark.parametrize("suffix", ["wav", "mp3"])
def test_it_hears_what_is_said(recogniser: Recogniser, tmp_path: Path, suffix: str) -> None:
    said = "Keep your knees over your toes. Three sets of ten."
    with Cache.in_memory() as cache:
        clip = Speaker(VoiceChoice(engine="kokoro"), cache).clip(said)
    file = tmp_path / f"said.{suffix}"
    soundfile.write(file, clip, 48_000)
    assert word_errors(said, recogniser.text(file)) == 0
