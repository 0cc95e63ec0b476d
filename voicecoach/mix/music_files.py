"""The user's music files as one endless stream: looped, cross-faded, all equally loud."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from voicecoach.errors import ChoiceError
from voicecoach.mix.decoding import decoded, music_file
from voicecoach.mix.levels import amplitude
from voicecoach.mix.loudness import sampled_loudness
from voicecoach.mix.pieces import Pieces
from voicecoach.times import SAMPLE_RATE_HZ

MUSIC_SUFFIXES = (".flac", ".mp3", ".ogg", ".wav")
MUSIC_LUFS = -17.0
"""Where music plays alone, nearly as loud as the coach; ducked, it is 13 dB under. So a file with music is as loud as
one without."""

MOST_GAIN_DB = 20.0
"""A track that is softer still stays so; more would lift its noise."""

CROSSFADE_S = 4
SHORTEST_S = 1
"""Shorter files are no music."""

LOWEST_RATE_HZ = 1000

PORTION = SAMPLE_RATE_HZ
"""Samples that are worked on at a time."""


def music_files(path: Path) -> tuple[Path, ...]:
    """The music that `path` stands for: itself, or the files in a folder, numbers in their names sorted as numbers.

    Raises ChoiceError if there is none.
    """
    kinds = ", ".join(suffix[1:] for suffix in MUSIC_SUFFIXES)
    if path.is_dir():
        found = [file for file in path.iterdir() if file.suffix.lower() in MUSIC_SUFFIXES and file.name[0] != "."]
        if not found:
            raise ChoiceError(f"The folder {str(path)!r} has no music in it: no files of the kinds {kinds}.")
        return tuple(sorted(found, key=lambda file: _natural(file.name)))
    if not path.exists():
        raise ChoiceError(f"There is no music file or folder {str(path)!r}.")
    if path.suffix.lower() not in MUSIC_SUFFIXES:
        raise ChoiceError(f"{str(path)!r} is not a kind of music file that can be read. Convert it to one of {kinds}.")
    return (path,)


class Playlist:
    """Music files, played in order, again and again.

    `note` is called with a sentence for each file that has to be left out. Files are looked at when it is their turn;
    one that breaks off is played as far as it goes.

    Raises ChoiceError if none of the files can be used.
    """

    def __init__(self, files: Sequence[Path], note: Callable[[str], None]) -> None:
        self._files = tuple(files)
        self._note = note
        self._gains: dict[Path, float | None] = {}
        if all(self._gain(file) is None for file in self._files):
            raise ChoiceError(_unusable(self._files))

    def samples(self) -> Iterator[NDArray[np.float32]]:
        """Yield stereo samples at 48 kHz, shape (n, 2), without end, at `MUSIC_LUFS`. Memory: seconds of sound.

        Raises ChoiceError if the files can't be used any more.
        """
        nothing = np.zeros((0, 2), np.float32)
        longest_fade = CROSSFADE_S * SAMPLE_RATE_HZ
        tail = nothing
        for sound in self._tracks():
            track = Pieces(sound, nothing)
            opening = track.take(2 * longest_fade)
            fade = min(longest_fade, len(opening) // 2)
            lap = min(len(tail), fade)
            yield tail[: len(tail) - lap]
            yield crossfaded(tail[len(tail) - lap :], opening[:lap])
            rest = Pieces(_joined(opening[lap:], track), nothing)
            tail = yield from rest.all_but_last(fade, PORTION)

    def _tracks(self) -> Iterator[Iterator[NDArray[np.float32]]]:
        """The sound of one track after the other, without end."""
        while True:
            usable = 0
            for file in self._files:
                gain = self._gain(file)
                if gain is not None:
                    usable += 1
                    yield self._sound(file, gain)
            if not usable:
                raise ChoiceError(_unusable(self._files))

    def _gain(self, file: Path) -> float | None:
        """The factor that brings a file to `MUSIC_LUFS`; None if it is not usable, with a note the first time."""
        if file not in self._gains:
            try:
                self._gains[file] = _measured_gain(file)
            except (OSError, soundfile.SoundFileError, _NotMusicError) as error:
                self._leave_out(file, error)
        return self._gains[file]

    def _sound(self, file: Path, gain: float) -> Iterator[NDArray[np.float32]]:
        """One track at its level, as far as it can be decoded; one that has next to nothing is not played again."""
        heard = 0
        problem: Exception = _NotMusicError("it is shorter than it says.")
        try:
            for portion in decoded(file):
                heard += len(portion)
                yield portion * np.float32(gain)
        except (OSError, soundfile.SoundFileError) as error:
            problem = error
        if heard < SHORTEST_S * SAMPLE_RATE_HZ // 2:
            self._leave_out(file, problem)

    def _leave_out(self, file: Path, reason: Exception) -> None:
        self._gains[file] = None
        self._note(f"The music file {str(file)!r} is left out: {reason}")


def crossfaded(leaving: NDArray[np.float32], coming: NDArray[np.float32]) -> NDArray[np.float32]:
    """One sound turning into the other with equal power; both of the same shape (n, 2)."""
    angle = (np.arange(len(coming)) + 0.5) / max(1, len(coming)) * (np.pi / 2)
    mixed = leaving * np.cos(angle)[:, np.newaxis] + coming * np.sin(angle)[:, np.newaxis]
    return mixed.astype(np.float32)


class _NotMusicError(Exception):
    """A file that can be decoded but not used; says why."""


def _measured_gain(file: Path) -> float:
    with music_file(file) as source:
        if source.samplerate < LOWEST_RATE_HZ:
            raise _NotMusicError(f"its sample rate is {source.samplerate} Hz.")
        if source.frames < SHORTEST_S * source.samplerate:
            raise _NotMusicError("it is shorter than a second.")
        loudness = sampled_loudness(source)
    if loudness is None:
        raise _NotMusicError("it is silent.")
    return amplitude(min(MOST_GAIN_DB, MUSIC_LUFS - loudness))


def _joined(first: NDArray[np.float32], rest: Pieces[np.float32]) -> Iterator[NDArray[np.float32]]:
    yield first
    while len(portion := rest.take(PORTION)):
        yield portion


def _natural(name: str) -> list[tuple[int, str]]:
    """A key that sorts `2.mp3` before `10.mp3`, whatever the case."""
    return [(int(digits or 0), text) for text, digits in re.findall(r"(\D*)([0-9]*)", name.casefold())]


def _unusable(files: Sequence[Path]) -> str:
    if len(files) == 1:
        return f"The music file {str(files[0])!r} can't be used: it is unreadable, silent or shorter than a second."
    return f"None of the {len(files)} music files can be used: they are unreadable, silent or shorter than a second."
