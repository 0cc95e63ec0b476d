"""The process in which Kokoro speaks: one session of the model, a core for each line, the longest first.

A session with one thread gives the same samples on any number of cores; two threads in it gave other last bits and took
nearly twice the time.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

from voicecoach.errors import EngineError
from voicecoach.pcm import FULL_SCALE
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engines.answering import READY, Request, answer, shared_out, sound_frame
from voicecoach.speech.frames import Frame

if TYPE_CHECKING:
    import numpy as np
    from kokoro_onnx import Kokoro
    from numpy.typing import NDArray

_UNKNOWN = "it has no letters that this voice knows"


def main() -> None:
    """Read a request, answer it, end."""
    answer(_answers)


def _answers(request: Request) -> Iterator[Frame]:
    """The request names the files of `model` and `style`, the `speed`, and the `accent` of phonemes (`en-us`)."""
    kokoro, style = _loaded(request["model"], request["style"])
    yield READY
    spoken: dict[int, str] = {}
    # One line after the other: espeak-ng, which finds the phonemes, can't do two at once.
    for index, line in enumerate(request["lines"]):
        phonemes = kokoro.tokenizer.phonemize(line, request["accent"])
        if phonemes:
            spoken[index] = phonemes
        else:
            yield sound_frame(index, _UNKNOWN)

    def said(phonemes: str) -> Waveform | str:
        return _said(kokoro, phonemes, style, request["speed"])

    one_at_a_time = bool(request.get("one_at_a_time"))
    order = spoken if one_at_a_time else sorted(spoken, key=lambda index: -len(spoken[index]))
    tasks = {index: spoken[index] for index in order}
    for index, result in shared_out(said, tasks, one_at_a_time=one_at_a_time):
        yield sound_frame(index, result)


def _loaded(model: str, style: str) -> tuple[Kokoro, NDArray[np.float32]]:
    """Raises EngineError when something of it can't be loaded."""
    try:
        import espeakng_loader
        import numpy as np
        import onnxruntime
        from kokoro_onnx import Kokoro

        # Another espeak-ng than this one, named by the environment or found in the system, gives other phonemes.
        os.environ.pop("PHONEMIZER_ESPEAK_LIBRARY", None)
        ctypes.CDLL(espeakng_loader.get_library_path())
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        session = onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"])
        return Kokoro.from_session(session, style), np.load(style)
    except Exception as error:
        raise EngineError(f"Kokoro can't be loaded: {type(error).__name__}: {error}.") from error


def _said(kokoro: Kokoro, phonemes: str, style: NDArray[np.float32], speed: float) -> Waveform | str:
    import numpy as np

    try:
        samples, rate_hz = kokoro.create(phonemes, style, speed, is_phonemes=True, trim=False)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is about this line
        return f"{type(error).__name__}: {error}"
    pcm = np.rint(np.clip(samples, -1, 1) * (FULL_SCALE - 1)).astype(np.int16)
    return Waveform(pcm.tobytes(), rate_hz)


if __name__ == "__main__":
    main()
