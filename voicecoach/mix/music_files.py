"""The user's music files as one endless stream: looped, cross-faded, all equally loud."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from voicecoach.errors import ChoiceError
from voicecoach.mix.decoding import STEREO, UnusableMusicError, decoded, music_file
from voicecoach.mix.levels import amplitude
from voicecoach.mix.loudness import sampled_loudness
from voicecoach.mix.pieces import Pieces
from voicecoach.pcm import HIGHEST_RATE_HZ
from voicecoach.times import SAMPLE_RATE_HZ

MUSIC_SUFFIXES = (".flac", ".m4a", ".mp3", ".ogg", ".wav")
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
    """The music that `path` stands for: itself, or the files in a folder and in those within it.

    In the order of their names, numbers in them sorted as numbers. Raises ChoiceError if there is none.
    """
    kinds = ", ".join(suffix[1:] for suffix in MUSIC_SUFFIXES)
    if path.is_dir():
        found = [file for file in _below(path) if file.suffix.lower() in MUSIC_SUFFIXES]
        if not found:
            raise ChoiceError(f"The folder {str(path)!r} has no music in it: no files of the kinds {kinds}.")
        return tuple(sorted(found, key=lambda file: [_natural(part) for part in file.relative_to(path).parts]))
    if not path.exists():
        raise ChoiceError(f"There is no music file or folder {str(path)!r}.")
    if not path.is_file():
        raise ChoiceError(f"{str(path)!r} is neither a file nor a folder, and music has to be read twice.")
    if path.suffix.lower() not in MUSIC_SUFFIXES:
        raise ChoiceError(f"{str(path)!r} is not a kind of music file that can be read. Convert it to one of {kinds}.")
    return (path,)


def _below(top: Path) -> Iterator[Path]:
    """The files in a folder and in those within it, without hidden ones. Links are followed, each folder read once."""
    seen: set[str] = set()
    for folder, folders, files in os.walk(top, followlinks=True):
        real = os.path.realpath(folder)
        folders[:] = [] if real in seen else [name for name in folders if name[0] != "."]
        found = [] if real in seen else (Path(folder, name) for name in files if name[0] != ".")
        seen.add(real)
        yield from (file for file in found if file.is_file())


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
        self._problems: dict[Path, str] = {}
        if all(self._gain(file) is None for file in self._files):
            raise ChoiceError(self._unusable())

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
                raise ChoiceError(self._unusable())

    def _gain(self, file: Path) -> float | None:
        """The factor that brings a file to `MUSIC_LUFS`; None if it is not usable, with a note the first time."""
        if file not in self._gains:
            try:
                self._gains[file] = _measured_gain(file)
            except UnusableMusicError as error:
                self._leave_out(file, str(error))
        return self._gains[file]

    def _sound(self, file: Path, gain: float) -> Iterator[NDArray[np.float32]]:
        """One track at its level, as far as it can be decoded; one that has next to nothing is not played again."""
        heard = 0
        problem = "it is shorter than it says"
        try:
            for portion in decoded(file):
                heard += len(portion)
                yield portion * np.float32(gain)
        except UnusableMusicError as error:
            problem = str(error)
        if heard < SHORTEST_S * SAMPLE_RATE_HZ // 2:
            self._leave_out(file, problem)

    def _leave_out(self, file: Path, problem: str) -> None:
        self._gains[file], self._problems[file] = None, problem
        self._note(f"The music file {str(file)!r} is left out: {problem}.")

    def _unusable(self) -> str:
        first = self._files[0]
        if len(self._files) == 1:
            return f"The music file {str(first)!r} can't be used: {self._problems[first]}."
        also = f"{str(first)!r}: {self._problems[first]}"
        return f"None of the {len(self._files)} music files can be used. The first, {also}."


def crossfaded(leaving: NDArray[np.float32], coming: NDArray[np.float32]) -> NDArray[np.float32]:
    """One sound turning into the other with equal power; both of the same shape (n, 2)."""
    angle = (np.arange(len(coming)) + 0.5) / max(1, len(coming)) * (np.pi / 2)
    mixed = leaving * np.cos(angle)[:, np.newaxis] + coming * np.sin(angle)[:, np.newaxis]
    return mixed.astype(np.float32)


def _measured_gain(file: Path) -> float:
    with music_file(file) as source:
        if not LOWEST_RATE_HZ <= source.samplerate <= HIGHEST_RATE_HZ:
            raise UnusableMusicError(f"its sample rate is {source.samplerate} Hz")
        if source.channels > STEREO:
            raise UnusableMusicError(f"it has {source.channels} channels. Convert it to stereo")
        if source.frames < SHORTEST_S * source.samplerate:
            raise UnusableMusicError("it is shorter than a second")
        loudness = sampled_loudness(source)
    if loudness is None:
        raise UnusableMusicError("it is silent")
    return amplitude(min(MOST_GAIN_DB, MUSIC_LUFS - loudness))


def _joined(first: NDArray[np.float32], rest: Pieces[np.float32]) -> Iterator[NDArray[np.float32]]:
    yield first
    while len(portion := rest.take(PORTION)):
        yield portion


def _natural(name: str) -> list[tuple[int, str]]:
    """A key that sorts `2.mp3` before `10.mp3`, whatever the case."""
    return [(int(digits or 0), text) for text, digits in re.findall(r"(\D*)([0-9]*)", name.casefold())]
