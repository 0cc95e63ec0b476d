"""Every exercise of the library as a recogniser hears it that knows nothing of it: its name, its set-up, its cues."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from tests.parts import RECOGNISER
from tests.recogniser import Recogniser, recogniser, word_errors, words_of
from voicecoach.cache.store import Cache
from voicecoach.definitions.load import load_exercise, names
from voicecoach.definitions.model import SIDE, Exercise
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker
from voicecoach.times import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    from numpy.typing import NDArray

__all__ = ["recogniser"]

pytestmark = pytest.mark.extras(*RECOGNISER)

MOST_WORD_ERRORS = 0.08
MOST_WORD_ERRORS_OF_ONE = 0.35
LONGEST_S = 29
"""A recogniser's window."""

_PAUSE = np.zeros(SAMPLE_RATE_HZ // 3, np.int16)


def told(exercise: Exercise) -> Iterator[str]:
    """What is said of an exercise, most important first."""
    cues = exercise.cues
    yield f"{exercise.spoken[:1].upper()}{exercise.spoken[1:]}."
    for cue in (*cues.safety, *cues.setup, *cues.form):
        yield cue.say.replace(SIDE, "left")


def spoken(exercise: Exercise, speaker: Speaker) -> tuple[str, NDArray[np.int16]]:
    """As much of that as a window holds, as text and as sound."""
    texts: list[str] = []
    pieces = [_PAUSE]
    for text in told(exercise):
        piece = speaker.clip(text)
        if sum(map(len, pieces)) + len(piece) > LONGEST_S * SAMPLE_RATE_HZ:
            break
        texts.append(text)
        pieces += [piece, _PAUSE]
    return " ".join(texts), np.concatenate(pieces)


def test_every_exercise_is_understood(recogniser: Recogniser, tmp_path: Path) -> None:
    errors: dict[str, tuple[int, int, str]] = {}
    with Cache.in_memory() as cache:
        speaker = Speaker(VoiceChoice(), cache)
        for name in names("exercises"):
            text, sound = spoken(load_exercise(name), speaker)
            file = tmp_path / "told.wav"
            soundfile.write(file, sound, SAMPLE_RATE_HZ)
            heard = recogniser.text(file)
            assert len(re.findall(r"\w+", text)) > 20, name
            errors[name] = word_errors(text, heard), len(words_of(text)), heard
    wrong = sum(count for count, _, _ in errors.values())
    said = sum(count for _, count, _ in errors.values())
    hardly = {name: one for name, one in errors.items() if one[0] > MOST_WORD_ERRORS_OF_ONE * one[1]}
    assert not hardly
    assert wrong <= MOST_WORD_ERRORS * said, (wrong, said)
