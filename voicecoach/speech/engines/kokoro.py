"""The engine `kokoro`: the speech model Kokoro-82M through kokoro-onnx, in a process of its own.

Its Python packages are the extra `natural`; its model is installed with `voicecoach voices install kokoro`. The style
vectors of a few voices ship with voicecoach.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from voicecoach.assets import asset_folder
from voicecoach.errors import EngineError
from voicecoach.packages import install_extra, version
from voicecoach.speakable.rules import base_of
from voicecoach.speech.engine import KOKORO, NOMINAL_WPM, VoiceInfo, Waveform
from voicecoach.speech.models.catalogue import KOKORO_MODEL, Model
from voicecoach.speech.models.install import install, sha256_of
from voicecoach.speech.models.sources import packaged

NAME = KOKORO
PACKAGES = ("kokoro_onnx", "onnxruntime", "phonemizer", "espeakng_loader")
VOICES = (
    VoiceInfo("af_heart", "Heart", "en-us", "female"),
    VoiceInfo("af_bella", "Bella", "en-us", "female"),
    VoiceInfo("am_michael", "Michael", "en-us", "male"),
)
CALM_SPEED = 0.95
"""The model's speed of calm coaching. Single words are understood worse at 0.8."""

LEAST_SPEED, MOST_SPEED = 0.5, 2.0
LINE_TIMEOUT_S = 60.0
"""A line of 250 characters is 16 s of sound and takes a core of 2020 about 5 s."""

LOADING_S = 120.0
"""How long the model may take to load: 92 MB are read and made into a session, 1 s from a fast disk."""

_WORKER = "voicecoach.speech.engines.kokoro_worker"
_TOO_NEW = (3, 14)


@dataclass(frozen=True)
class KokoroEngine:
    """Kokoro. `timeout_s` is what a line may take, `loading_s` what the model's loading may."""

    timeout_s: float = LINE_TIMEOUT_S
    loading_s: float = LOADING_S
    model: Model = KOKORO_MODEL
    name: str = field(default=NAME, init=False)
    calm_wpm: int = field(default=NOMINAL_WPM, init=False)

    def missing(self) -> str | None:
        """What has to be installed first."""
        if any(version(package) == "none" for package in PACKAGES):
            too_new = ", for a Python below 3.14," if sys.version_info >= _TOO_NEW else ""
            return f"Its packages{too_new} are missing. Install them: {install_extra('natural')}"
        if not self.model.is_installed() and not packaged(self.model):
            return "Its model is missing. Install it: voicecoach voices install kokoro"
        return None

    def identity(self) -> str:
        """Versions of all that takes part, and checksums of model and voices. Raises EngineError if it isn't ready."""
        self._require()
        versions = " ".join(f"{package} {version(package)}" for package in PACKAGES)
        digest = hashlib.sha256()
        for voice in VOICES:
            digest.update(style_file(voice.id).read_bytes())
        return f"{NAME} {versions} model {self.model.files[0].sha256} voices {digest.hexdigest()}"

    def voices(self) -> list[VoiceInfo]:
        """Those that ship with voicecoach. Raises EngineError if it isn't ready."""
        self._require()
        return list(VOICES)

    def default_voice(self, language: str) -> str | None:
        """Heart for English, which sounds most natural; there is none for another language."""
        return VOICES[0].id if base_of(language) == "en" else None

    def speak(self, lines: Sequence[str], voice: str, wpm: int) -> Iterator[tuple[int, Waveform | str]]:
        """Speak on all cores, the longest first; after a hang or a crash once more what is missing."""
        from voicecoach.speech.child import Waits
        from voicecoach.speech.engines import relay

        request = {
            "model": str(self._checked_model()),
            "style": str(style_file(voice)),
            "speed": speed(wpm),
            "accent": _accent(voice),
        }
        waits = Waits(self.timeout_s, self.loading_s)
        yield from relay.spoken_with_retry(NAME, [_WORKER], request, lines, waits=waits)

    def _require(self) -> None:
        if problem := self.missing():
            raise EngineError(f"The engine {NAME!r} isn't ready. {problem}")

    def _checked_model(self) -> Path:
        """The model's file, which is put together first if packages carry its parts. Raises EngineError."""
        self._require()
        if not self.model.is_installed():
            install(self.model)
        (path,), (file,) = self.model.paths(), self.model.files
        if sha256_of(path) != file.sha256:
            raise EngineError(f"Kokoro's model is damaged. Install it again: voicecoach voices install {NAME}")
        return path


def speed(wpm: int) -> float:
    """The model's speed at a pace."""
    return round(min(max(CALM_SPEED * wpm / NOMINAL_WPM, LEAST_SPEED), MOST_SPEED), 4)


def style_file(voice: str) -> Path:
    """The style vectors of a voice."""
    return asset_folder() / "voices" / NAME / f"{voice}.npy"


def _accent(voice: str) -> str:
    return next(one.language for one in VOICES if one.id == voice)
