"""`voicecoach voices install` and `remove`: the models of voices that don't come with the package."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from voicecoach.cli import completion
from voicecoach.cli.messages import ProgressBar, say, size_text
from voicecoach.errors import FetchError, InstallError

if TYPE_CHECKING:
    from voicecoach.speech.models.catalogue import Model

ModelName = Annotated[str, typer.Argument(metavar="NAME", help="kokoro or joe.", autocompletion=completion.models)]


def install(
    name: ModelName,
    from_: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it at run time
        typer.Option(
            "--from",
            metavar="FILE|FOLDER|URL",
            help="Where to take it from instead of its makers: a file, a folder with it or its parts, an address.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Install the model of a voice: Kokoro (92 MB), or joe for Piper (63 MB).

    It is fetched from where its makers publish it, goes on where it was interrupted, and is used only if its checksum
    is right. The engine's Python packages are installed with pip.

    Examples:

      voicecoach voices install kokoro

      voicecoach voices install kokoro --from ~/Downloads/kokoro-v1.0.int8.onnx
    """
    from voicecoach.speech.engine import missing_part
    from voicecoach.speech.engines.named import engine_named
    from voicecoach.speech.models.catalogue import model_named
    from voicecoach.speech.models.install import install as install_model

    model = model_named(name)
    bar = ProgressBar()
    try:
        new = install_model(model, from_, progress=bar.of(f"fetching {model.name}"))
    except FetchError as error:
        raise error if from_ else InstallError(f"{error} {_by_hand(model)}") from None
    finally:
        bar.close()
    what = f"{model.name} ({size_text(model.size_bytes)}, {model.licence})"
    print(f"{what}: {'installed' if new else 'installed already'}")
    if problem := missing_part(engine_named(model.engine)):
        say(f"note: The engine {model.engine!r} isn't ready yet. {problem}")


def _by_hand(model: Model) -> str:
    """How a model is installed where there is no network."""
    files = " and ".join(file.name for file in model.files)
    form = "FILE" if len(model.files) == 1 else "FOLDER"
    return f"Or bring {files} here in another way, and: voicecoach voices install {model.name} --from {form}."


def remove(name: ModelName) -> None:
    """Remove the model of a voice, also a half of it that an interrupted installation left.

    Examples:

      voicecoach voices remove kokoro
    """
    from voicecoach.speech.models.catalogue import model_named
    from voicecoach.speech.models.install import remove as remove_model

    model = model_named(name)
    freed = remove_model(model)
    if not freed:
        raise InstallError(f"{model.name} is not installed.")
    print(f"{model.name}: removed, {size_text(freed)}")
