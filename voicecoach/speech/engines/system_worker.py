"""The process in which the system's voices speak: line after line, each into a file of its own, judged by the file."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, TYPE_CHECKING, Any

from voicecoach.speech import frames
from voicecoach.speech.frames import Frame, Kind

if TYPE_CHECKING:
    from pyttsx3.engine import Engine as Pyttsx3

_MAGIC = (b"RIFF", b"FORM")


def main() -> None:
    """Read a request, answer it, end."""
    # Nothing but frames may reach standard output, and the driver prints.
    with os.fdopen(os.dup(1), "wb") as out:
        os.dup2(2, 1)
        request: dict[str, Any] = json.load(sys.stdin.buffer)
        engine = _engine()
        if request["task"] == "voices":
            frames.write(out, Frame(-1, Kind.VOICES, json.dumps(_voices(engine)).encode()))
        else:
            _speak(engine, request, out)


def _engine() -> Pyttsx3:
    import pyttsx3

    return pyttsx3.init()


def _voices(engine: Pyttsx3) -> list[list[str | None]]:
    return [
        [str(voice.id), str(voice.name), str((voice.languages or [""])[0]).replace("_", "-").lower(), voice.gender]
        for voice in engine.getProperty("voices")
    ]


def _speak(engine: Pyttsx3, request: dict[str, Any], out: IO[bytes]) -> None:
    engine.setProperty("voice", request["voice"])
    engine.setProperty("rate", request["wpm"])
    with TemporaryDirectory() as folder:
        for index, text in enumerate(request["lines"]):
            path = Path(folder, f"{index}.{'aiff' if sys.platform == 'darwin' else 'wav'}")
            # Of several queued files only the last would be written.
            engine.save_to_file(text, str(path))
            engine.runAndWait()
            frames.write(out, _frame(index, path))
            path.unlink(missing_ok=True)


def _frame(index: int, path: Path) -> Frame:
    """The sound in the file. The driver reports no failure, so the file itself has to be looked at."""
    if not path.is_file() or path.stat().st_size == 0:
        return Frame(index, Kind.PROBLEM, b"the engine wrote no sound")
    with path.open("rb") as file:
        if file.read(4) not in _MAGIC:
            return Frame(index, Kind.PROBLEM, b"the engine wrote something that is no sound file")
    import soundfile

    samples, rate_hz = soundfile.read(path, dtype="int16", always_2d=True)
    return Frame(index, Kind.SOUND, frames.sound_payload(samples[:, 0].tobytes(), rate_hz))


if __name__ == "__main__":
    main()
