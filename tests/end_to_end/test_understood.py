"""What a recogniser that isn't told what to expect hears in the decoded MP3, spoken by the pack that ships."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
import soundfile

from tests.end_to_end.conftest import Made
from tests.end_to_end.hearing import RATE_HZ, Event, decoded, sample_at
from tests.end_to_end.home import Home
from tests.parts import RECOGNISER
from tests.recogniser import Recogniser, recogniser, word_errors, words_of
from voicecoach.cache.store import Cache
from voicecoach.definitions.load import load_phrases
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["recogniser"]

pytestmark = pytest.mark.extras(*RECOGNISER)

SENTENCES = 40
MOST_WORD_ERRORS = 0.05
LEAST_NUMBERS = 0.95
MARGIN_S = 0.05
_PAUSE = np.zeros(RATE_HZ // 4, np.int16)


def spoken(recogniser: Recogniser, sound: NDArray[np.int16], event: Event, folder: Path) -> str:
    """What is heard in the time of an event."""
    piece = sound[sample_at(event["start"] - MARGIN_S) : sample_at(event["end"] + MARGIN_S)]
    file = folder / "piece.wav"
    soundfile.write(file, np.concatenate([_PAUSE, piece, _PAUSE, _PAUSE]), RATE_HZ)
    return recogniser.text(file)


def test_sentences_of_the_built_in_session_are_understood(made: Made, recogniser: Recogniser, tmp_path: Path) -> None:
    events = {event["text"]: event for event in made.events if _is_sentence(event)}
    assert len(events) > SENTENCES
    chosen = sorted(events)[:: len(events) // SENTENCES][:SENTENCES]
    heard = {text: spoken(recogniser, made.sound, events[text], tmp_path) for text in chosen}
    errors = {text: word_errors(text, heard[text]) for text in chosen}
    words = sum(len(words_of(text)) for text in chosen)
    wrong = {text: heard[text] for text in chosen if errors[text]}
    assert sum(errors.values()) <= MOST_WORD_ERRORS * words, wrong


def test_counts_are_understood(home: Home, recogniser: Recogniser, tmp_path: Path) -> None:
    choices = ("glutes-for-runners", "--only", "squat", "--reps", "15")
    sound = decoded(home.made("counts.mp3", *choices))
    counts = [event for event in home.plan(*choices)["events"] if event["role"] == "count"]
    heard = [(event["text"], spoken(recogniser, sound, event, tmp_path)) for event in counts]
    assert len(heard) == 3 * 15
    right = [words_of(said) == words_of(text) for said, text in heard]
    assert sum(right) >= LEAST_NUMBERS * len(heard), heard


def test_numbers_of_the_pack_are_understood(recogniser: Recogniser, tmp_path: Path) -> None:
    numbers = load_phrases("en").numbers[1:31]
    with Cache.in_memory() as cache:
        speaker = Speaker(VoiceChoice(), cache)
        heard = []
        for number in numbers:
            file = tmp_path / "number.wav"
            soundfile.write(file, np.concatenate([_PAUSE, speaker.clip(f"{number.capitalize()}."), _PAUSE]), RATE_HZ)
            heard.append((number, recogniser.text(file)))
    right = [words_of(said) == words_of(text) for said, text in heard]
    assert sum(right) >= LEAST_NUMBERS * len(numbers), heard


def _is_sentence(event: dict[str, Any]) -> bool:
    return event["channel"] == "voice" and len(re.findall(r"\w+", event["text"])) > 3
