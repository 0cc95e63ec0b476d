"""A speech recogniser for tests of voices: Whisper base, whose weights come as packages of the extras' environment.

Use it as `pytestmark = pytest.mark.extras(*RECOGNISER)` and `from tests.recogniser import recogniser`, a fixture.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from tests.parts import RECOGNISER
from voicecoach.packages import package_folder

RATE_HZ = 16_000
"""What the recogniser takes."""

PARTS = ("model.bin.part1", "model.bin.part2")
BESIDE = ("config.json", "tokenizer.json", "vocabulary.txt")

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


class Recogniser:
    """Hears what is said in English. One line's outcome doesn't depend on another's."""

    def __init__(self) -> None:
        from faster_whisper import WhisperModel

        self._model = WhisperModel(str(_model_folder()), device="cpu", compute_type="int8", cpu_threads=1)

    def text(self, file: Path) -> str:
        """What is said in a file that soundfile reads, such as WAV and MP3."""
        segments, _ = self._model.transcribe(
            _at_its_rate(file),
            language="en",
            beam_size=5,
            temperature=0.0,
            condition_on_previous_text=False,
            without_timestamps=True,
        )
        return " ".join(segment.text.strip() for segment in segments)

    def guess(self, sound: Any) -> tuple[str, float]:  # noqa: ANN401 - an array, as below
        """What is said in samples at `RATE_HZ`, at first guess, and the mean logarithm of how probable it is."""
        segments, _ = self._model.transcribe(
            sound, language="en", beam_size=1, temperature=0.0, condition_on_previous_text=False,
            without_timestamps=True,
        )  # fmt: skip
        found = list(segments)
        sureness = min((segment.avg_logprob for segment in found), default=-10.0)
        return " ".join(segment.text.strip() for segment in found), sureness

    def words(self, file: Path) -> list[str]:
        """The words in it, as `words_of` has them."""
        return words_of(self.text(file))


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    """The recogniser, made once a process."""
    return Recogniser()


def words_of(text: str) -> list[str]:
    """The words of a text for comparing: small letters, no punctuation, numbers below a hundred in words."""
    plain = re.sub(r"[^a-z0-9' ]", " ", text.lower().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'"))
    return [word for part in plain.split() for word in _spelt(part)]


def word_errors(said: str, heard: str) -> int:
    """How many words were mistaken, missed or added."""
    before, wanted = list(range(len(words_of(heard)) + 1)), words_of(heard)
    for number, word in enumerate(words_of(said), 1):
        row = [number]
        for at, other in enumerate(wanted, 1):
            row.append(min(before[at] + 1, row[at - 1] + 1, before[at - 1] + (word != other)))
        before = row
    return before[-1]


def _spelt(word: str) -> Sequence[str]:
    if not word.isdigit() or int(word) >= 10 * (len(_TENS) + 2):
        return [word]
    number = int(word)
    if number < len(_SMALL):
        return [_SMALL[number]]
    tens, ones = divmod(number, 10)
    return [_TENS[tens - 2], *([_SMALL[ones]] if ones else [])]


def _at_its_rate(file: Path) -> Any:  # noqa: ANN401 - an array of numbers, in a module that most tests import without numpy
    import soundfile
    import soxr

    samples, rate_hz = soundfile.read(file, dtype="float32", always_2d=True)
    return soxr.resample(samples.mean(axis=1), rate_hz, RATE_HZ)


def _model_folder() -> Path:
    """The model, put together once in the environment that its packages are in."""
    folder = Path(sys.prefix, "share", "whisper-base")
    if folder.is_dir():
        return folder
    folder.parent.mkdir(exist_ok=True)
    draft = Path(mkdtemp(dir=folder.parent))
    one, two = (_data(package) for package in RECOGNISER[1:])
    with (draft / "model.bin").open("wb") as joined:
        for part in (one / PARTS[0], two / PARTS[1]):
            with part.open("rb") as file:
                shutil.copyfileobj(file, joined)
    for name in BESIDE:
        shutil.copy(one / name, draft / name)
    try:
        draft.rename(folder)
    except OSError:  # another process was quicker
        shutil.rmtree(draft)
    return folder


def _data(package: str) -> Path:
    folder = package_folder(package)
    assert folder, package
    return folder / "data"
