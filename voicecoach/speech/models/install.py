"""Models get into the user's data folder whole and checked, or not at all; and out of it again."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from voicecoach.errors import InstallError
from voicecoach.part_files import part_in
from voicecoach.speech.models.catalogue import Model, ModelFile
from voicecoach.speech.models.download import CHUNK_BYTES, MEGABYTE, download
from voicecoach.speech.models.sources import Source, sources

Progress = Callable[[int, int], None]
"""Is told how many bytes of how many are there."""

HALF = ".part"
"""The suffix of a download that isn't finished."""


def install(model: Model, origin: str | None = None, *, progress: Progress = lambda _done, _total: None) -> bool:
    """Bring the files of `model` into the data folder, from `origin` as `sources` reads it; False if they were there.

    Raises InstallError when they can't be had, aren't what their makers published, or can't be written.
    """
    if model.is_installed() and all(map(_is_right, model.paths(), model.files)):
        return False
    found = sources(model, origin)
    folder = model.paths()[0].parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _require_room(model, folder)
        before = 0
        for file, source in found.items():
            _install_file(file, source, folder, _after(before, model.size_bytes, progress))
            before += file.size_bytes
    except OSError as error:
        named = f" ({os.fsdecode(error.filename)})" if error.filename else ""
        raise InstallError(
            f"{model.name} can't be installed in {str(folder)!r}: {error.strerror or error}{named}."
        ) from error
    return True


def remove(model: Model) -> int:
    """Remove the files of `model`, and what there is of half a download; the bytes that this freed.

    Raises OSError when the system refuses.
    """
    freed = 0
    for path in model.paths():
        for file in (path, _half(path)):
            with suppress(FileNotFoundError):
                size = file.stat().st_size
                file.unlink()
                freed += size
    return freed


def sha256_of(path: Path) -> str:
    """The checksum of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _after(before: int, total: int, progress: Progress) -> Callable[[int], None]:
    return lambda done: progress(before + done, total)


def _install_file(file: ModelFile, source: Source, folder: Path, progress: Callable[[int], None]) -> None:
    path = folder / file.name
    if path.is_file() and _is_right(path, file):
        return
    if isinstance(source, str):
        half = _half(path)
        download(source, half, file.size_bytes, progress)
        _put(half, file, path, source)
        return
    with part_in(folder) as draft:
        with draft.open("wb") as joined:
            for chunk in _chunks(source, file.size_bytes):
                joined.write(chunk)
                progress(joined.tell())
        _put(draft, file, path, ", ".join(map(str, source)))


def _chunks(parts: tuple[Path, ...], size_bytes: int) -> Iterator[bytes]:
    """What the parts hold, one after the other. Raises InstallError when that is another size than it should be."""
    found = sum(part.stat().st_size for part in parts)
    if found != size_bytes:
        listed = ", ".join(map(str, parts))
        raise InstallError(f"{listed}: this is another file: {found} bytes, and {size_bytes} are expected.")
    for part in parts:
        with part.open("rb") as file:
            while chunk := file.read(CHUNK_BYTES):
                yield chunk


def _put(draft: Path, file: ModelFile, path: Path, origin: str) -> None:
    """Give a finished file its name, if it is the right one; remove it if not."""
    if not _is_right(draft, file):
        draft.unlink(missing_ok=True)
        raise InstallError(f"{origin} is not {file.name} as its makers published it: its checksum differs.")
    with draft.open("r+b") as written:
        os.fsync(written.fileno())
    draft.chmod(0o644)
    draft.replace(path)


def _is_right(path: Path, file: ModelFile) -> bool:
    return path.stat().st_size == file.size_bytes and sha256_of(path) == file.sha256


def _half(path: Path) -> Path:
    return path.with_name(path.name + HALF)


def _require_room(model: Model, folder: Path) -> None:
    """Raise InstallError when the disk has no room for what is still to come."""
    there = sum(file.stat().st_size for path in model.paths() for file in (path, _half(path)) if file.is_file())
    needed, free = model.size_bytes - there, shutil.disk_usage(folder).free
    if free < needed:
        raise InstallError(
            f"There is no room for {model.name} in {str(folder)!r}: {needed / MEGABYTE:.1f} MB are needed,"
            f" {free / MEGABYTE:.1f} MB are free."
        )
