"""The tones: the built-in ones, and a user's in their place."""

from __future__ import annotations

import hashlib
import wave
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.assets import asset_folder
from voicecoach.errors import ChoiceError, UnknownNameError, VoicecoachError
from voicecoach.times import SAMPLE_RATE_HZ, Ms, ms_covering

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

TONE_NAMES = ("tick", "soft", "go", "rest", "switch", "halfway", "done", "finish")
BYTES_PER_SAMPLE = 2


class ToneSet:
    """Every tone of `TONE_NAMES`, given as 16-bit mono samples at 48 kHz: native byte order, whole milliseconds."""

    def __init__(self, pcm: Mapping[str, bytes]) -> None:
        self._pcm = dict(pcm)

    @classmethod
    def load(cls, folder: Path | None = None) -> ToneSet:
        """The built-in tones, those that `folder` has a WAV file for replaced by it.

        Raises ChoiceError if the folder is missing, holds no WAV files or one that can't be a tone, and
        UnknownNameError for a WAV file that is not named after a tone.
        """
        pcm = {name: _built_in(asset_folder() / f"{name}.wav") for name in TONE_NAMES}
        if folder is not None:
            from voicecoach.mix.user_tones import user_tone  # here, since the built-in tones do without numpy

            pcm |= {name: user_tone(path) for name, path in tone_files(folder).items()}
        return cls(pcm)

    def lengths_ms(self) -> dict[str, Ms]:
        """The length of every tone."""
        return {name: ms_covering(len(pcm) // BYTES_PER_SAMPLE) for name, pcm in self._pcm.items()}

    def key(self, name: str) -> str:
        """A digest of the tone's samples, to tell versions of it apart in a cache."""
        return hashlib.sha256(self._pcm[name]).hexdigest()[:32]

    def samples(self, name: str) -> NDArray[np.int16]:
        """The tone's samples, shape (n,), read-only."""
        import numpy as np

        return np.frombuffer(self._pcm[name], np.int16)


def tone_files(folder: Path) -> dict[str, Path]:
    """The WAV files in `folder` by the tone they replace; errors as in `ToneSet.load`."""
    try:
        files = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".wav" and path.name[0] != ".")
    except FileNotFoundError:
        raise ChoiceError(f"There is no folder {str(folder)!r} to take tones from.") from None
    except NotADirectoryError:
        raise ChoiceError(f"{str(folder)!r} is not a folder. {_what_it_holds()}") from None
    except OSError as error:
        raise ChoiceError(f"The folder of tones {str(folder)!r} can't be read: {error.strerror}.") from error
    if not files:
        raise ChoiceError(f"The folder {str(folder)!r} has no WAV files. {_what_it_holds()}")
    found: dict[str, Path] = {}
    for path in files:
        name = path.stem.lower()
        if name not in TONE_NAMES:
            raise UnknownNameError("tone", path.name, [f"{tone}.wav" for tone in TONE_NAMES], _what_it_holds())
        if name in found:
            raise ChoiceError(f"{str(found[name])!r} and {str(path)!r} are both the tone {name!r}. Keep one.")
        found[name] = path
    return found


def _built_in(path: Path) -> bytes:
    try:
        with wave.open(str(path), "rb") as file:
            shape = (file.getframerate(), file.getnchannels(), file.getsampwidth())
            pcm = file.readframes(file.getnframes())
    except (OSError, EOFError, wave.Error) as error:
        raise VoicecoachError(f"The built-in tone {path} can't be read: {error}. Install voicecoach again.") from error
    if shape != (SAMPLE_RATE_HZ, 1, BYTES_PER_SAMPLE):
        raise VoicecoachError(f"The built-in tone {path} was changed. Install voicecoach again.")
    return pcm


def _what_it_holds() -> str:
    names = ", ".join(f"{name}.wav" for name in TONE_NAMES)
    return f"A folder of tones holds any of {names}."
