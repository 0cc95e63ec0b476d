"""The engine `piper`: a Piper voice that the user has, through piper-tts, in a process of its own.

Its Python packages are the extra `piper`. Voices are models in the data folder, a file `.onnx` with its `.onnx.json`
beside it, or one anywhere else whose path is given as the voice's name.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from voicecoach.errors import EngineError
from voicecoach.folders import expanded
from voicecoach.packages import install_extra, version
from voicecoach.speech.engine import NOMINAL_WPM, PIPER, VoiceInfo, Waveform
from voicecoach.speech.models.catalogue import model_folder

NAME = PIPER
PACKAGES = ("piper", "onnxruntime")
LINE_TIMEOUT_S = 30.0
LOADING_S = 60.0
"""How long the model may take to load: a model of 63 MB is ready within a second from a fast disk."""

LEAST_PACE, MOST_PACE = 0.4, 3.0
MODEL_SUFFIX, SETTINGS_SUFFIX = ".onnx", ".json"
_WORKER = "voicecoach.speech.engines.piper_worker"


@dataclass(frozen=True)
class PiperEngine:
    """Piper. `wanted` is the voice that will be asked for, since that may be the path of a model.

    `timeout_s` is what a line may take, `loading_s` what the model's loading may.
    """

    wanted: str | None = None
    timeout_s: float = LINE_TIMEOUT_S
    loading_s: float = LOADING_S
    name: str = field(default=NAME, init=False)

    def missing(self) -> str | None:
        """What has to be installed first."""
        if any(version(package) == "none" for package in PACKAGES):
            return f"Its packages are missing. Install them: {install_extra('piper')}"
        if not self._models():
            return "It has no voice. Install one: voicecoach voices install joe"
        return None

    def identity(self) -> str:
        """Versions of all that takes part, and sizes and times of the models. Raises EngineError if it isn't ready."""
        self._require()
        versions = " ".join(f"{package} {version(package)}" for package in PACKAGES)
        digest = hashlib.sha256()
        for model in self._models().values():
            for file in (model, _settings_file(model)):
                state = file.stat()
                digest.update(f"{file}\0{state.st_size}\0{state.st_mtime_ns}\0".encode(errors="surrogateescape"))
        return f"{NAME} {versions} {digest.hexdigest()}"

    def voices(self) -> list[VoiceInfo]:
        """The installed ones, and the one asked for by its path. Raises EngineError if it isn't ready."""
        self._require()
        return [_info(voice, model) for voice, model in self._models().items()]

    def default_voice(self, language: str) -> str | None:
        """None: the first that is installed for the language."""
        del language
        return None

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        """Speak on all cores, the longest first; after a hang or a crash once more what is missing."""
        from voicecoach.speech.child import Waits
        from voicecoach.speech.engines import relay

        self._require()
        model = self._models().get(voice)
        if model is None:
            raise EngineError(f"The Piper voice {voice!r} is not there any more.")
        request = {"model": str(model), "pace": pace(wpm)}
        waits = Waits(self.timeout_s, self.loading_s)
        yield from relay.spoken_with_retry(NAME, [_WORKER], request, lines, waits=waits)

    def _require(self) -> None:
        if problem := self.missing():
            raise EngineError(f"The engine {NAME!r} isn't ready. {problem}")

    def _models(self) -> dict[str, Path]:
        """The files of the models by the ids of their voices: of installed ones the name, else the path as given."""
        installed = sorted(model_folder(NAME).glob(f"*{MODEL_SUFFIX}"))
        found = {model.stem: model for model in installed if _settings_file(model).is_file()}
        own = own_model(self.wanted)
        return {str(self.wanted): own, **found} if own else found


def pace(wpm: int) -> float:
    """The factor on a voice's own pace."""
    return round(min(max(wpm / NOMINAL_WPM, LEAST_PACE), MOST_PACE), 4)


def own_model(wanted: str | None) -> Path | None:
    """The model that a voice's name is the path of. Raises EngineError when it isn't there."""
    if wanted is None or not wanted.lower().endswith(MODEL_SUFFIX):
        return None
    path = expanded(wanted)
    for file in (path, _settings_file(path)):
        if not file.is_file():
            raise EngineError(
                f"There is no file {str(file)!r}. A Piper voice is a .onnx with its .onnx.json beside it."
            )
    return path


def _info(voice: str, model: Path) -> VoiceInfo:
    settings = _settings(model)
    code = settings.get("language", {}).get("code") or settings["espeak"]["voice"]
    return VoiceInfo(voice, settings.get("dataset") or model.stem, code.replace("_", "-").lower())


def _settings_file(model: Path) -> Path:
    return model.with_name(model.name + SETTINGS_SUFFIX)


def _settings(model: Path) -> dict[str, Any]:
    """Raises EngineError when they are no settings of a Piper voice."""
    try:
        settings = json.loads(_settings_file(model).read_text("utf-8"))
        str(settings["espeak"]["voice"])
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise EngineError(f"{str(_settings_file(model))!r} has no settings of a Piper voice.") from error
    return dict(settings)
