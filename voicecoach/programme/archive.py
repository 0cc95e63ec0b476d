"""A programme as one file to send: a ZIP archive that is the same for the same files."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from voicecoach.outputs.names import ascii_stem

_NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The first that ZIP can express: a date would make every archive another one."""

_UNIX, _PLAIN_FILE = 3, 0o100644


def archive_name(folder: Path) -> str:
    """The archive's name in the folder that it holds: `sam.zip` in `sam`."""
    return f"{ascii_stem(folder.resolve().name, 'programme')}.zip"


def write_archive(target: Path, folder: str, files: Mapping[str, Path]) -> None:
    """Write the files, by the names they get, into `target`, all of them in a folder of that name.

    They are stored as they are: MP3s can't be made smaller, and the bytes then depend on no library's version.
    """
    with ZipFile(target, "w", ZIP_STORED) as archive:
        for name, path in sorted(files.items()):
            entry = ZipInfo(f"{folder}/{name}", _NO_DATE)
            entry.create_system, entry.external_attr = _UNIX, _PLAIN_FILE << 16
            entry.file_size = path.stat().st_size
            with path.open("rb") as source, archive.open(entry, "w") as sink:
                shutil.copyfileobj(source, sink, 1 << 20)
