"""Files that appear whole or not at all: written beside the target, checked, then renamed over it."""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from voicecoach.errors import OutputError

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT}) if hasattr(errno, "EDQUOT") else frozenset({errno.ENOSPC})

PART_PATTERN = ".voicecoach-*.part"
"""The names of files that aren't in their place yet."""


@contextmanager
def whole_file(
    target: Path,
    *,
    inputs: Collection[Path] = (),
    verify: Callable[[Path], None] | None = None,
) -> Iterator[Path]:
    """Hand out an empty file beside `target`; what is written there becomes `target` when the body ends well.

    The body writes to the path by any means and closes it. Then the file is synced to disk, `verify` looks at it (it
    raises `OutputError` if it is not what it should be), and it is renamed. Whatever ends the body early, an interrupt
    included, removes the new file, and an old target stands as it was. A link is followed: what it points to is
    replaced. A new file gets the permissions the umask leaves, a replaced one keeps its own.

    Raises `OutputError` where `check_writable` does, and for a disk that is full or fails.
    """
    real = _checked(target, inputs)
    part = _part_beside(real)
    try:  # before there is a file: an interrupt comes at any moment
        _create(part, target)
        with _explained(part, target):
            yield part
            _sync(part)
        if verify is not None:
            verify(part)
        with _explained(part, target):
            if real.exists():
                part.chmod(stat.S_IMODE(real.stat().st_mode))
            part.replace(real)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def check_writable(target: Path, inputs: Collection[Path] = ()) -> None:
    """Find out, before minutes of work, whether `target` could be written; leaves nothing behind.

    Raises `OutputError` when its folder doesn't exist or can't be written, when the name is too long, and when the
    target is a folder, a device, protected against writing, or one of `inputs`.
    """
    part = _part_beside(_checked(target, inputs))
    try:
        _create(part, target)
    finally:
        part.unlink(missing_ok=True)


def _checked(target: Path, inputs: Collection[Path]) -> Path:
    """What `target` points to, once nothing is known that speaks against writing it."""
    if "\0" in str(target):
        raise OutputError(f"{str(target)!r} can't be a file name: it contains a zero character. Choose another name.")
    real = Path(os.path.realpath(target))
    _refuse_streams(target)
    with _explained(real, target):
        found = _stat(real)
    if found is not None:
        _refuse_existing(target, real, found)
    elif not real.parent.is_dir():
        raise OutputError(_no_folder(target, real.parent))
    if any(_same_file(real, each) for each in inputs):
        raise OutputError(f"{target} is also an input, and writing would destroy it. Choose another name with -o.")
    return real


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _refuse_streams(target: Path) -> None:
    """`/dev/stdout` may lead to a plain file, yet replacing that is never what was meant."""
    folder = Path(os.path.realpath(target.parent))
    if folder == Path("/dev") or Path("/proc") in (folder, *folder.parents):
        raise OutputError(_not_a_file(target))


def _refuse_existing(target: Path, real: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise OutputError(f"{target} is a folder. Add a file name: -o {target / 'session.mp3'}")
    if not stat.S_ISREG(found.st_mode):
        raise OutputError(_not_a_file(target))
    if not found.st_mode & 0o222 or not os.access(real, os.W_OK):
        raise OutputError(f"{target} is read-only. Make it writable, or choose another name with -o.")


def _not_a_file(target: Path) -> str:
    return (
        f"{target} is a device or a pipe. A result is checked and then put in its place as a whole, which only works "
        "with files: choose a file name with -o."
    )


def _no_folder(target: Path, folder: Path) -> str:
    if folder.exists():
        return f"Can't write {target}: {folder} is a file, not a folder. Choose another name with -o."
    return f"Can't write {target}: the folder {folder} doesn't exist. Create it, or choose another place with -o."


def _same_file(real: Path, other: Path) -> bool:
    try:
        return real.samefile(other)
    except OSError:
        return real == Path(os.path.realpath(other))


def _part_beside(real: Path) -> Path:
    """A short name that no other file has."""
    return real.parent / f".voicecoach-{secrets.token_hex(6)}.part"


def _create(part: Path, target: Path) -> None:
    """Make an empty file, by `os.open` so that the umask shapes its permissions."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL
    with _explained(part, target):
        os.close(os.open(part, flags, 0o666))


def _sync(part: Path) -> None:
    with part.open("r+b") as file:
        os.fsync(file.fileno())


@contextmanager
def _explained(part: Path, target: Path) -> Iterator[None]:
    """Turn the system's errors about `part` into messages about `target`; errors about other files pass."""
    try:
        yield
    except OSError as error:
        if error.filename not in (None, str(part), part, str(target), target):
            raise
        raise OutputError(_explanation(error, target)) from error


def _explanation(error: OSError, target: Path) -> str:
    elsewhere, renamed = "Choose another place with -o.", "Choose another name with -o."
    known = {
        errno.EFBIG: f"the file is larger than its disk or your limits allow. {elsewhere}",
        errno.ENAMETOOLONG: f"the name is too long. {renamed}",
        errno.EACCES: f"no permission to write in {target.parent}. {elsewhere}",
        errno.EPERM: f"no permission to write in {target.parent}. {elsewhere}",
        errno.EROFS: f"{target.parent} is read-only. {elsewhere}",
        errno.ELOOP: f"its links go round in a circle. {renamed}",
    }
    known |= dict.fromkeys(NO_SPACE, "the disk is full. Free some space, or choose another place with -o.")
    reason = known.get(error.errno or 0, f"{error.strerror or error}. {elsewhere}")
    return f"Can't write {target}: {reason}"
