"""Who is at work on a file or in a folder: locks of the system, which go with the process that holds them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

LOCK = ".voicecoach.lock"
"""The file in a folder that is locked while somebody writes there."""

if sys.platform == "win32":
    import msvcrt

    _FAR_BEYOND = 1 << 30
    """Locked bytes can't be written, so it is one that no file has."""

    def try_lock(file: int) -> bool | None:
        """Take the lock of an open file; whether nobody else has it."""
        os.lseek(file, _FAR_BEYOND, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def try_lock(file: int) -> bool | None:
        """Take the lock of an open file; whether nobody else has it, None where the disk knows no locks."""
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return None
        return True


def is_locked(path: Path) -> bool:
    """Whether somebody is at work on the file at `path`; not so if there is none."""
    try:
        file = os.open(path, os.O_RDWR | _NO_LINK)
    except OSError:
        return False
    try:
        return try_lock(file) is False
    finally:
        os.close(file)


@contextmanager
def locked_folder(folder: Path) -> Iterator[bool]:
    """Lock a folder while the body lasts; gives whether it is free, as one that can't hold a lock's file always is."""
    path = folder / LOCK
    try:
        file = _lock_file(path)
    except OSError:
        yield True
        return
    if file is None:
        yield False
        return
    try:
        yield True
    finally:
        remove_lock(path, file)


_NO_LINK = getattr(os, "O_NOFOLLOW", 0)


def _lock_file(path: Path) -> int | None:
    """The open and locked file at `path`; None if somebody else has it locked."""
    while True:
        file = os.open(path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o666)
        if try_lock(file) is False:
            os.close(file)
            return None
        if _is_at(path, file):
            return file
        os.close(file)  # whoever had it has removed it meanwhile


def _is_at(path: Path, file: int) -> bool:
    try:
        return os.path.samestat(os.fstat(file), path.stat())
    except FileNotFoundError:
        return False


def remove_lock(path: Path, file: int) -> None:
    """Remove a lock's file, which is open as `file`; on Windows it can't be as long as it is."""
    if sys.platform == "win32":
        os.close(file)
    with suppress(OSError):
        path.unlink()
    if sys.platform != "win32":
        os.close(file)
