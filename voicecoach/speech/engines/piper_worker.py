"""The process in which a Piper voice speaks: one session of its model, a core for each line, the longest first.

As it comes a Piper voice says a line differently each time. Here the noise in it follows from the phonemes, so that a
line sounds the same whatever was said before, on any number of cores.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from voicecoach.errors import EngineError
from voicecoach.pcm import FULL_SCALE
from voicecoach.speech.engine import Waveform
from voicecoach.speech.engines.answering import READY, Request, answer, shared_out, sound_frame
from voicecoach.speech.engines.onnx_noise import with_noise_fed
from voicecoach.speech.frames import Frame

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from piper import PiperVoice

HEADROOM_DB = 9.0
"""How far below the level of clips lines are handed over, so that no peak is cut off."""

_CHANNELS = 256
"""At least as many as any voice's noise has."""

_FRAMES_PER_ID = 32
"""More than a phoneme takes at a usual pace; where that isn't enough, there are four times as many."""

_UNKNOWN = "it has no letters that this voice knows"


@dataclass(frozen=True)
class _Speech:
    voice: PiperVoice
    noises: list[str]
    pace: float


def main() -> None:
    """Read a request, answer it, end."""
    answer(_answers)


def _answers(request: Request) -> Iterator[Frame]:
    """The request names the file of the `model`; `pace` is a factor on the voice's own."""
    speech = _loaded(Path(request["model"]), request["pace"])
    yield READY
    ids: dict[int, list[list[int]]] = {}
    # One line after the other: espeak-ng, which finds the phonemes, can't do two at once.
    for index, line in enumerate(request["lines"]):
        sentences = [speech.voice.phonemes_to_ids(phonemes) for phonemes in speech.voice.phonemize(line) if phonemes]
        if sentences:
            ids[index] = sentences
        else:
            yield sound_frame(index, _UNKNOWN)

    def said(sentences: list[list[int]]) -> Waveform | str:
        return _said(speech, sentences)

    one_at_a_time = bool(request.get("one_at_a_time"))
    order = ids if one_at_a_time else sorted(ids, key=lambda index: -sum(map(len, ids[index])))
    tasks = {index: ids[index] for index in order}
    for index, result in shared_out(said, tasks, one_at_a_time=one_at_a_time):
        yield sound_frame(index, result)


def _loaded(model: Path, pace: float) -> _Speech:
    """Raises EngineError when something of it can't be loaded."""
    try:
        import onnxruntime
        from piper import PiperVoice
        from piper.config import PiperConfig

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        fed, noises = with_noise_fed(model.read_bytes())
        session = onnxruntime.InferenceSession(fed, options, providers=["CPUExecutionProvider"])
        config = PiperConfig.from_dict(json.loads(Path(f"{model}.json").read_text("utf-8")))
        return _Speech(PiperVoice(session, config, download_dir=model.parent), noises, pace)
    except Exception as error:
        raise EngineError(
            f"The Piper voice {str(model)!r} can't be loaded: {type(error).__name__}: {error}."
        ) from error


def _said(speech: _Speech, sentences: list[list[int]]) -> Waveform | str:
    """The sentences of a line, one after the other, at a level of their own."""
    import numpy as np

    try:
        samples = np.concatenate([_sentence(speech, ids) for ids in sentences])
    except Exception as error:  # noqa: BLE001 - whatever it is, it is about this line
        return f"{type(error).__name__}: {error}"
    return _levelled(samples, speech.voice.config.sample_rate)


def _sentence(speech: _Speech, ids: list[int]) -> NDArray[np.float32]:
    frames = _FRAMES_PER_ID * len(ids)
    try:
        return _run(speech, ids, frames)
    except Exception:  # noqa: BLE001 - the model's own error tells no more
        return _run(speech, ids, 4 * frames)


def _run(speech: _Speech, ids: list[int], frames: int) -> NDArray[np.float32]:
    import numpy as np

    config = speech.voice.config
    scales = [config.noise_scale, config.length_scale / speech.pace, config.noise_w_scale]
    feed: dict[str, Any] = {
        "input": np.array([ids], np.int64),
        "input_lengths": np.array([len(ids)], np.int64),
        "scales": np.array(scales, np.float32),
    }
    if config.num_speakers > 1:
        feed["sid"] = np.array([config.default_speaker_id], np.int64)
    feed.update({name: _noise(name, ids, frames) for name in speech.noises})
    samples: NDArray[np.float32] = speech.voice.session.run(None, feed)[0].reshape(-1)
    return samples


def _noise(name: str, ids: list[int], frames: int) -> NDArray[np.float32]:
    """Numbers that follow from the phonemes; with more frames they begin with the same."""
    import numpy as np

    seed = hashlib.sha256(f"{name} {ids}".encode()).digest()
    drawn = np.random.default_rng(list(seed)).standard_normal((frames, _CHANNELS), np.float32)
    return np.ascontiguousarray(drawn.T)[None]


def _levelled(samples: NDArray[np.float32], rate_hz: int) -> Waveform:
    """Short words come out up to 7 dB louder or softer, more than clips are levelled."""
    import numpy as np

    from voicecoach.speech import shape

    def waveform(gain: float) -> Waveform:
        return Waveform(np.rint(np.clip(samples * gain, -1, 1) * (FULL_SCALE - 1)).astype(np.int16).tobytes(), rate_hz)

    plain = waveform(1)
    if shape.is_silent(plain):
        return plain
    return waveform(10 ** ((shape.voice_gain_db(plain) - HEADROOM_DB) / 20))


if __name__ == "__main__":
    main()
