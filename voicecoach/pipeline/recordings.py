"""A folder of recordings: which sentence each file has, and the clips that are made of them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

from voicecoach.cores import cores
from voicecoach.counted import quoted_sentence
from voicecoach.errors import ChoiceError, nearest
from voicecoach.packs.writing import PackWriter
from voicecoach.pcm import HIGHEST_RATE_HZ
from voicecoach.pipeline.pack_making import Packed, Report, portions, put
from voicecoach.pipeline.sentences import stem_of
from voicecoach.side_by_side import Threads

if TYPE_CHECKING:
    import numpy as np
    import soundfile
    from numpy.typing import NDArray

    from voicecoach.speech.takes import Take

LIST_NAME = "lines.csv"
COLUMNS = ("file", "times", "sentence")
"""Those of the list that `voicecoach lines` writes."""

SUFFIXES = frozenset(
    f".{one}"
    for one in (
        *("wav", "wave", "w64", "rf64", "flac", "ogg", "oga", "opus", "mp3", "aif", "aiff", "aifc", "au", "snd", "caf"),
        *("m4a", "mp4", "aac", "wma"),
    )
)
"""What is taken for a recording, though the last four can't be read."""

AT_ONCE = 32
"""So many recordings are in memory."""

LONGEST_S = 60
LOWEST_RATE_HZ = 8000
MOST_CHANNELS = 8
"""Of one recording: a decoder takes some room for each, whatever is in them."""
MOST_SAMPLE = 1000.0
"""What is 60 dB above full scale is no sound, and its powers would be beyond all numbers."""
PORTION = 1 << 20
"""So many samples of a recording are read at a time, of all channels."""
MOST_OFF_DB = 8.0
"""A recording may need so much more or less gain than the others, beside what any clip may."""

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True)
class Recordings:
    """The files of a folder by the sentence that they have; `notes` are sentences about files that are of no use."""

    files: Mapping[str, Path]
    notes: tuple[str, ...] = ()


class UnusableError(Exception):
    """Why a file is no recording of a sentence, as a clause."""


def recordings_in(folder: Path, sentences: Collection[str]) -> Recordings:
    """The recordings of those of the sentences that a folder has.

    A file is known by the name that `voicecoach lines` gives it, with any suffix of sound, or by the list in the folder
    (`lines.csv`), whose names may be others. Raises ChoiceError for a folder that can't be read, or such a list.
    """
    stems = {stem_of(sentence).lower(): sentence for sentence in sentences}
    listed = _listed(folder / LIST_NAME)
    files: dict[str, Path] = {}
    notes: list[str] = []
    for path in _sound_files(folder):
        sentence = listed.get(path.name.lower()) or listed.get(path.stem.lower()) or stems.get(path.stem.lower())
        if sentence is None:
            notes.append(f"{path.name!r} fits no sentence.{nearest(path.stem, stems)}")
        elif sentence in files:
            notes.append(f"{path.name!r} is left out: {files[sentence].name!r} has the same sentence.")
        elif sentence in sentences:
            files[sentence] = path
        else:
            notes.append(f"{path.name!r} is left out: these sessions don't say {quoted_sentence(sentence)}.")
    return Recordings(files, tuple(notes))


def take_of(path: Path) -> Take:
    """What a file has: its loudest channel, clear of rumble, cut to the speech. Raises UnusableError."""
    return _speech(_whole(path))


def record_into(writer: PackWriter, recordings: Mapping[str, Path], report: Report) -> Packed:
    """Put recordings into the pack: cut to the speech, clear of rumble, levelled as an engine's clips are, and limited.

    How loud they are is measured of all of them together. `problems` of what is given back has clipped ones as well,
    which are in the pack. Raises OutputError.
    """
    packed = Packed()
    gains_db: dict[str, float] = {}
    for done, (sentence, measured) in enumerate(_side_by_side(lambda one: _measured(recordings[one]), recordings), 1):
        report(done, 2 * len(recordings))
        if measured.problem:
            packed.problems[sentence] = measured.problem
        if measured.gain_db is not None:
            gains_db[sentence] = measured.gain_db
    middle_db = median(gains_db.values()) if gains_db else 0.0

    def clip(sentence: str) -> NDArray[np.int16]:
        gain_db = min(max(gains_db[sentence], middle_db - MOST_OFF_DB), middle_db + MOST_OFF_DB)
        return _clip(recordings[sentence], gain_db)

    for sentence, sound in _side_by_side(clip, gains_db):
        put(writer, sentence, sound)
        packed.new += 1
        report(len(recordings) + packed.new, 2 * len(recordings))
    return packed


@dataclass(frozen=True)
class _Measured:
    """The gain that brings a recording to level, None for one that can't be used; what is wrong with it."""

    gain_db: float | None
    problem: str = ""


def _measured(path: Path) -> _Measured:
    from voicecoach.speech.shape import voice_gain_db
    from voicecoach.speech.takes import Flaw, is_clipped, waveform_of

    try:
        whole = _whole(path)
        take = _speech(whole)
    except UnusableError as error:
        return _Measured(None, str(error))
    return _Measured(voice_gain_db(waveform_of(take)), str(Flaw.CLIPPED) if is_clipped(whole) else "")


def _whole(path: Path) -> Take:
    """The loudest channel of a file as it is. Raises UnusableError."""
    import numpy as np

    from voicecoach.speech.takes import Take

    powers = np.sum([(portion**2).sum(axis=0) for _, portion in _portions(path)], axis=0)
    loudest = int(np.argmax(powers))
    rates_hz, sound = zip(*((rate_hz, portion[:, loudest]) for rate_hz, portion in _portions(path)), strict=True)
    return Take(np.concatenate(sound), rates_hz[0])


def _portions(path: Path) -> Iterator[tuple[int, NDArray[np.float32]]]:
    """The rate of a file in Hz with each portion of it, shape (n, channels); at least one. Raises UnusableError."""
    import numpy as np
    import soundfile

    from voicecoach.folders import native_name
    from voicecoach.native_noise import silenced

    try:
        with silenced(), soundfile.SoundFile(native_name(path)) as file:
            left = LONGEST_S * _checked_rate_hz(file)
            _check_channels(file)
            at_once = max(1, PORTION // file.channels)
            while True:
                portion = file.read(at_once, dtype="float32", always_2d=True)
                if (left := left - len(portion)) < 0:
                    raise UnusableError(f"it is longer than {LONGEST_S} s, and a recording has one sentence")
                yield file.samplerate, np.nan_to_num(portion, posinf=0.0, neginf=0.0).clip(-MOST_SAMPLE, MOST_SAMPLE)
                if len(portion) < at_once:
                    return
    except (OSError, soundfile.SoundFileError) as error:
        raise UnusableError(f"it can't be read ({str(getattr(error, 'error_string', error)).rstrip('.')})") from error


def _checked_rate_hz(file: soundfile.SoundFile) -> int:
    rate_hz: int = file.samplerate
    if rate_hz < LOWEST_RATE_HZ:
        raise UnusableError(f"its rate of {rate_hz} Hz is too low for speech")
    if rate_hz > HIGHEST_RATE_HZ:
        raise UnusableError(f"its rate of {rate_hz:,} Hz is none that anything records at")
    return rate_hz


def _check_channels(file: soundfile.SoundFile) -> None:
    if file.channels > MOST_CHANNELS:
        raise UnusableError(f"it has {file.channels} channels, and a recording of one voice has one or two")


def _speech(whole: Take) -> Take:
    """What of it is speech, clear of rumble. Raises UnusableError."""
    from voicecoach.speech.takes import clear_speech_in

    speech = clear_speech_in(whole)
    if speech is None:
        raise UnusableError("nothing is heard in it")
    return speech


def _clip(path: Path, gain_db: float) -> NDArray[np.int16]:
    from voicecoach.speech import shape
    from voicecoach.speech.takes import waveform_of

    return shape.clip(waveform_of(take_of(path)), gain_db)


def _side_by_side(work: Callable[[T], R], items: Collection[T]) -> Iterator[tuple[T, R]]:
    """Each item with what `work` makes of it, on all cores, without holding more results than it takes."""
    with Threads(cores()) as threads:
        for some in portions(items, AT_ONCE):
            tasks = [threads.submit(work, one) for one in some]
            yield from ((one, task.result()) for one, task in zip(some, tasks, strict=True))


def _sound_files(folder: Path) -> list[Path]:
    try:
        found = [path for path in folder.iterdir() if path.suffix.lower() in SUFFIXES and not path.name.startswith(".")]
        return sorted(path for path in found if path.is_file())
    except OSError as error:
        raise ChoiceError(f"The folder {str(folder)!r} can't be read: {error.strerror}.") from None


def _listed(path: Path) -> dict[str, str]:
    """The sentences of the list by the names of their files in small letters, with and without suffix."""
    if not path.is_file():
        return {}
    first, *rows = _rows(path) or [[]]
    columns = {name.strip().lower(): at for at, name in enumerate(first)}
    file, sentence = (columns.get(COLUMNS[0]), columns.get(COLUMNS[2]))
    if file is None or sentence is None:
        raise ChoiceError(f"{str(path)!r} has no columns 'file' and 'sentence' in its first line.")
    names = {row[file].strip().lower(): row[sentence].strip() for row in rows if len(row) > max(file, sentence)}
    return {**{name.rpartition(".")[0]: said for name, said in names.items()}, **names}


def _rows(path: Path) -> Sequence[list[str]]:
    """The rows of a CSV file. Commas, semicolons and tabs separate columns, whichever the first line has most of."""
    try:
        data = path.read_bytes()
        text = data.decode("utf-16" if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8-sig")
        first = text.partition("\n")[0]
        return [row for row in csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=first.count)) if row]
    except OSError as error:
        raise ChoiceError(f"{str(path)!r} can't be read: {error.strerror}.") from None
    except (UnicodeDecodeError, csv.Error) as error:
        raise ChoiceError(f"{str(path)!r} is no CSV file in UTF-8: {error}.") from None
