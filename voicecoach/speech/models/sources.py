"""Where the files of a model can be had: from their makers, an address, a file, a folder or an installed package."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from voicecoach.errors import InstallError
from voicecoach.folders import expanded
from voicecoach.packages import package_folder
from voicecoach.speech.models.catalogue import Model, ModelFile

Source = str | tuple[Path, ...]
"""An address in the web, or the files that make one file when they are joined."""

PART = "part.bin"
_PARTS = "part*.bin"
_DEPTHS = ("", "*/", "*/data/")
"""How deep in a folder a file is looked for: as far down as packages keep their data."""


def sources(model: Model, origin: str | None) -> Mapping[ModelFile, Source]:
    """The source of each file of `model`: `origin` as the user gave it, or else installed packages, or its makers.

    Raises InstallError when `origin` can't be where this model is.
    """
    if origin is None:
        return packaged(model) or {file: file.address for file in model.files}
    if "://" in origin:
        return _in_web(model, origin)
    path = expanded(origin)
    if path.is_dir():
        return {file: _in_folder(model, file, path) for file in model.files}
    if not path.is_file():
        raise InstallError(f"There is no file and no folder {origin!r}.")
    if len(model.files) == 1:
        return {model.files[0]: (path,)}
    return {file: _in_folder(model, file, path.parent) for file in model.files}


def packaged(model: Model) -> Mapping[ModelFile, Source] | None:
    """Where the files of `model` are in installed packages, or None when these aren't there. Imports nothing."""
    folders = [folder for package in model.packages if (folder := package_folder(package))]
    if not folders or len(folders) < len(model.packages):
        return None
    found = {file: _whole(file, folders) or _parts(model, folders) for file in model.files}
    return found if all(found.values()) else None


def _in_folder(model: Model, file: ModelFile, folder: Path) -> Source:
    packages = [folder / package for package in model.packages]
    single = len(model.files) == 1
    found = _whole(file, [folder]) or _parts(model, packages) or (tuple(sorted(folder.glob(_PARTS))) if single else ())
    if not found:
        raise InstallError(f"There is no {file.name!r} in {str(folder)!r}{', nor parts of it' if single else ''}.")
    return found


def _whole(file: ModelFile, folders: Iterable[Path]) -> tuple[Path, ...]:
    found = (path for folder in folders for path in _deep(folder, file.name) if path.is_file())
    return tuple(path for path in [next(found, None)] if path)


def _deep(folder: Path, name: str) -> Iterator[Path]:
    for depth in _DEPTHS:
        yield from sorted(folder.glob(depth + name))


def _parts(model: Model, folders: Iterable[Path]) -> tuple[Path, ...]:
    parts = tuple(folder / PART for folder in folders)
    return parts if len(model.files) == 1 and parts and all(part.is_file() for part in parts) else ()


def _in_web(model: Model, address: str) -> Mapping[ModelFile, Source]:
    """The address of the one file, or of one of several that stand beside each other."""
    try:
        scheme, host, path, query, _ = urlsplit(address)
    except ValueError:
        scheme = host = path = query = ""
    if scheme not in {"http", "https"} or not host:
        raise InstallError(f"{address!r} is no address that can be fetched. It begins with https:// or http://.")
    folder, _, last = path.rpartition("/")
    if len(model.files) == 1 and last:
        return {model.files[0]: address}
    return {file: urlunsplit((scheme, host, f"{folder}/{file.name}", query, "")) for file in model.files}
