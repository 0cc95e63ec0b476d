"""Files that aren't in their place yet, and folders for a moment.

A folder has a lock while something is written in it, and so it is known what a run that was killed has left.
"""

from __future__ import annotations

import os
import secrets
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from threading import RLock

from voicecoach.interrupts import signals_wait
from voicecoach.locks import remove_lock, try_lock

PART_PATTERN = ".voicecoach-*.part"
"""The names of files that aren't in their place yet. The lock of a run has this form, too, and no number at the end."""

LEFT_BEHIND_S = 3600
"""Where there are no locks, as on some disks in a network, what nobody has written to for so long is left behind."""

_numbers = count()
_locks: dict[Path, _Lock] = {}
_turn = RLock()


@dataclass
class _Lock:
    """The lock on a folder that this process holds, and how many parts it is for."""

    path: Path
    descriptor: int
    parts: int = 0

    def release(self) -> None:
        remove_lock(self.path, self.descriptor)


@contextmanager
def part_in(folder: Path) -> Iterator[Path]:
    """The path of an empty file in a folder that may be moved away in the body, and else is removed after it.

    Before it is made, what runs that were killed have left in the folder is removed. Raises OSError.
    """
    with _part(folder, _make) as part:
        yield part


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """A folder for temporary files, of this user alone; like `part_in` in the system's folder for them."""
    with _part(Path(tempfile.gettempdir()), lambda part: part.mkdir(0o700)) as part:
        yield part


@contextmanager
def _part(folder: Path, make: Callable[[Path], object]) -> Iterator[Path]:
    part = None
    try:
        with signals_wait():
            part = _begun(folder, make)
        yield part
    finally:
        if part is not None:
            with signals_wait():
                _ended(part)


def remove_left(folder: Path) -> None:
    """Remove what runs that were killed have left in a folder. Raises nothing."""
    runs: dict[Path, list[Path]] = {}
    with suppress(OSError):
        for path in folder.glob(PART_PATTERN):
            runs.setdefault(_lock_of(path), []).append(path)
    for lock, parts in runs.items():
        with suppress(OSError), _is_left(lock, parts[0]) as is_left:
            if is_left:
                for part in parts:
                    _remove(part)


def _begun(folder: Path, make: Callable[[Path], object]) -> Path:
    with _turn:
        lock = _locks.get(folder)
        if lock is None:
            remove_left(folder)
            lock = _locks[folder] = _locked(folder)
        part = lock.path.with_stem(f"{lock.path.stem}-{next(_numbers)}")
        try:
            make(part)
        except BaseException:
            if not lock.parts:
                _locks.pop(folder).release()
            raise
        lock.parts += 1
        return part


def _ended(part: Path) -> None:
    with _turn:
        _remove(part)
        lock = _locks[part.parent]
        lock.parts -= 1
        if not lock.parts:
            _locks.pop(part.parent).release()


def _locked(folder: Path) -> _Lock:
    """A new lock on a folder."""
    while True:
        path = folder / f".voicecoach-{secrets.token_hex(6)}.part"
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
        if _is_free(descriptor) is not False and path.exists():
            return _Lock(path, descriptor)
        os.close(descriptor)  # another run takes it for one that was left


def _make(part: Path) -> None:
    """Make an empty file, by `os.open` so that the umask shapes its permissions."""
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))


def _remove(part: Path) -> None:
    """Remove a file, or a folder with all that is in it, if the system lets us."""
    with suppress(OSError):
        if part.is_dir() and not part.is_symlink():
            shutil.rmtree(part, ignore_errors=True)
        else:
            part.unlink()


def _lock_of(path: Path) -> Path:
    """The lock that a part belongs to, which may be the part itself."""
    return path.with_name("-".join(path.stem.split("-")[:2]) + path.suffix)


@contextmanager
def _is_left(lock: Path, part: Path) -> Iterator[bool]:
    """Whether the run with this lock and this part is no more. In the body none can begin with it. Raises OSError."""
    if any(one.path == lock for one in _locks.values()):
        yield False
        return
    if sys.platform == "win32":
        lock.unlink(missing_ok=True)  # which is refused as long as it is open
        yield True
        return
    try:
        descriptor = os.open(lock, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)  # anybody may have made it
    except FileNotFoundError:  # it goes last
        yield True
        return
    try:
        is_free = _is_free(descriptor)
        yield is_free if is_free is not None else time.time() - part.stat().st_mtime > LEFT_BEHIND_S
    finally:
        os.close(descriptor)


def _is_free(descriptor: int) -> bool | None:
    """Lock a file, unless another process has, which is False; None where that can't be known.

    On Windows a file that is open can't be removed, which comes to the same.
    """
    return None if sys.platform == "win32" else try_lock(descriptor)
