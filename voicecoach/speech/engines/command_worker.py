"""The process that runs a program for each line, several at once, and reads the files they write."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO

from voicecoach.pcm import FULL_SCALE
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engines.answering import Request, answer, shared_out, sound_frame
from voicecoach.speech.engines.command import expanded, filled
from voicecoach.speech.frames import Frame

LONGEST_S = 300.0
"""No line takes so long; a file that claims more is not read further."""

_LAST_WORDS_BYTES = 300


def main() -> None:
    """Read a request, answer it, end."""
    answer(_answers)


def _answers(request: Request) -> Iterator[Frame]:
    """The request has `template`, `voice`, `wpm` and `timeout_s`, what a line may take."""
    tasks = dict(enumerate(request["lines"]))

    def said(line: str) -> Waveform | str:
        with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            file = Path(folder, "line")
            arguments = filled(request["template"], line, file, request["voice"], request["wpm"])
            return _ran(arguments, request["timeout_s"]) or _heard(Path(folder))

    for index, result in shared_out(said, tasks, one_at_a_time=bool(request.get("one_at_a_time"))):
        yield sound_frame(index, result)


def _ran(arguments: list[str], timeout_s: float) -> str | None:
    """Run a program to its end; what went wrong, or None."""
    # What it says goes into a file: a pipe would stay open as long as a program lives that it has started.
    with TemporaryFile() as words:
        try:
            process = subprocess.Popen(
                [expanded(arguments[0]), *arguments[1:]],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=words,
            )
        except OSError as error:
            return f"the program can't be run: {error.strerror}"
        try:
            status = process.wait(timeout_s)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            return f"the program had not ended after {timeout_s:g} s"
        if status == 0:
            return None
        how = f"signal {-status}" if status < 0 else f"status {status}"
        return f"the program ended with {how}{_last_words(words)}"


def _last_words(words: IO[bytes]) -> str:
    words.seek(max(0, words.seek(0, os.SEEK_END) - _LAST_WORDS_BYTES))
    said = words.read().decode(errors="replace").strip().rpartition("\n")[2]
    return f": {said}" if said else ""


def _heard(folder: Path) -> Waveform | str:
    """The sound in the one file that was written; programs may add a suffix of their own to its name."""
    files = sorted(file for file in folder.iterdir() if file.is_file())
    if not files:
        return "the program wrote no file"
    if files[0].stat().st_size == 0:
        return "the program wrote an empty file"
    import numpy as np
    import soundfile

    try:
        with soundfile.SoundFile(files[0]) as file:
            rate_hz = file.samplerate
            samples = file.read(int(LONGEST_S * rate_hz), dtype="float32", always_2d=True)
    except (soundfile.LibsndfileError, OSError, ValueError) as error:
        return f"the program wrote a file that is no sound ({error})"
    mono = np.nan_to_num(samples).mean(axis=1)
    pcm = np.rint(np.clip(mono, -1, 1) * (FULL_SCALE - 1)).astype(np.int16)
    return Waveform(pcm.tobytes(), rate_hz)


if __name__ == "__main__":
    main()
