"""A folder into which sentences are recorded."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.errors import OutputError
from voicecoach.outputs.whole_file import NOT_NAMED, check_writable, whole_file
from voicecoach.pipeline.recordings import UnusableError, recordings_in, take_of
from voicecoach.pipeline.sentences import RECORDING_SUFFIX, recording_name

if TYPE_CHECKING:
    from voicecoach.speech.takes import Take


class RecordingFolder:
    """The recordings of `sentences` in `folder`, which is made if it isn't there.

    Raises OutputError for a folder that can't be made or written, ChoiceError for one that can't be read.
    """

    def __init__(self, folder: Path, sentences: Collection[str]) -> None:
        self.folder = folder
        try:
            folder.mkdir(exist_ok=True)
        except OSError as error:
            raise OutputError(f"The folder {str(folder)!r} can't be made: {error.strerror}.") from error
        check_writable(folder / f"recording{RECORDING_SUFFIX}", naming=NOT_NAMED)
        found = recordings_in(folder, sentences)
        self._files, self.notes = dict(found.files), found.notes

    def has(self, sentence: str) -> bool:
        """Whether there is a recording of it."""
        return sentence in self._files

    def read(self, sentence: str) -> Take | None:
        """Its recording, cut to the speech; None if there is none that can be used."""
        path = self._files.get(sentence)
        if path is None:
            return None
        with suppress(UnusableError):
            return take_of(path)
        return None

    def write(self, sentence: str, take: Take) -> None:
        """Keep a recording, in the place of an earlier one. Raises OutputError."""
        import numpy as np
        import soundfile

        earlier = self._files.get(sentence)
        is_wave = earlier is not None and earlier.suffix.lower() == RECORDING_SUFFIX
        path = earlier if earlier and is_wave else self.folder / (recording_name(sentence))
        with whole_file(path, naming=NOT_NAMED) as part:
            soundfile.write(part, take.samples.astype(np.float32), take.rate_hz, subtype="PCM_16", format="WAV")
        self._files[sentence] = path
        if earlier and earlier != path:
            earlier.unlink(missing_ok=True)
