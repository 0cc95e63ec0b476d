"""Files that appear whole or not at all: written beside the target, checked, then renamed over it."""

from __future__ import annotations

import errno
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from voicecoach.errors import OutputError
from voicecoach.locks import is_locked, is_locked_by_us, try_lock

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT}) if hasattr(errno, "EDQUOT") else frozenset({errno.ENOSPC})

MOST_LINKS = 40
"""More than any system follows."""

PART_PATTERN = ".voicecoach-*.part"
"""The names of files that aren't in their place yet."""

JUST_MADE_S = 1
"""After so long a part that is being written is locked."""


@dataclass(frozen=True)
class Naming:
    """How the user says what is written: with which option, and such as which file; without one, it isn't chosen.

    Without an `example` the option names the folder in which it is.
    """

    option: str | None = "-o"
    example: str = "session.mp3"

    def advice(self, sentence: str) -> str:
        """A sentence that says what to choose, such as `Choose another name`; none where there is nothing to choose."""
        return f" {self._chosen(sentence)} with {self.option}." if self.option else ""

    def or_else(self, clause: str) -> str:
        """The end of a sentence, with a clause such as `, or choose another name` where there is a choice."""
        return f"{self._chosen(clause)} with {self.option}." if self.option else "."

    def within(self, folder: Path) -> str:
        """Advice to name a file in a folder."""
        if not self.example:
            return f" Rename it{self.or_else(', or choose another name')}"
        return f" Add a file name: {self.option} {folder / self.example}" if self.option else ""

    def _chosen(self, advice: str) -> str:
        """What to choose, where only the folder is chosen."""
        return advice if self.example else re.sub("another (?:name|place)|a file name", "another folder", advice)


BY_OUTPUT = Naming()
NOT_NAMED = Naming(None)
BY_FOLDER = Naming(example="")


@contextmanager
def whole_file(
    target: Path,
    *,
    inputs: Collection[Path] = (),
    naming: Naming = BY_OUTPUT,
    verify: Callable[[Path], None] | None = None,
) -> Iterator[Path]:
    """Hand out an empty file beside `target`; what is written there becomes `target` when the body ends well.

    The body writes to the path by any means and closes it. Then the file is synced to disk, `verify` looks at it (it
    raises `OutputError` if it is not what it should be), and it is renamed. Whatever ends the body early, an interrupt
    included, removes the new file, and an old target stands as it was. A link is followed: what it points to is
    replaced. A new file gets the permissions the umask leaves, a replaced one keeps its own.

    Raises `OutputError` where `check_writable` does, and for a disk that is full or fails.
    """
    real = _checked(target, inputs, naming)
    part = _part_beside(real)
    try:  # before there is a file: an interrupt comes at any moment
        with _created(part, target, naming):
            with _explained(part, target, naming):
                yield part
                _sync(part)
            if verify is not None:
                verify(part)
        with _explained(part, target, naming):
            if real.exists():
                part.chmod(stat.S_IMODE(real.stat().st_mode))
            part.replace(real)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise


def remove_left(folder: Path) -> None:
    """Remove the parts in a folder that a process left which was killed; those that are being written are locked."""
    for part in folder.glob(PART_PATTERN):
        with suppress(OSError):
            if time.time() - part.stat().st_mtime > JUST_MADE_S and not is_locked(part):
                part.unlink()


def check_writable(target: Path, inputs: Collection[Path] = (), *, naming: Naming = BY_OUTPUT) -> None:
    """Find out, before minutes of work, whether `target` could be written; leaves nothing behind.

    Raises `OutputError` when its folder doesn't exist or can't be written, when the name is too long, and when the
    target is a folder, a device, protected against writing, or one of `inputs`. What it advises goes by `naming`.
    """
    part = _part_beside(_checked(target, inputs, naming))
    try:
        with _created(part, target, naming):
            pass
    finally:
        part.unlink(missing_ok=True)


def _checked(target: Path, inputs: Collection[Path], naming: Naming) -> Path:
    """What `target` points to, once nothing is known that speaks against writing it."""
    if "\0" in str(target):
        raise OutputError(f"{str(target)!r} can't be a file name: it contains a zero character. Choose another name.")
    real = Path(os.path.realpath(target))
    _refuse_streams(target, naming)
    with _explained(real, target, naming):
        found = _stat(real)
    if found is not None:
        _refuse_existing(target, real, found, naming)
    elif not real.parent.is_dir():
        raise OutputError(_no_folder(target, real.parent, naming))
    if any(_same_file(real, each) for each in inputs):
        another = naming.advice("Choose another name")
        raise OutputError(f"{target} is also an input, and writing would destroy it.{another}")
    return real


def _stat(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _refuse_streams(target: Path, naming: Naming) -> None:
    """`/dev/stdout` may lead to a plain file, yet replacing that is never what was meant."""
    if any(folder == Path("/dev") or Path("/proc") in (folder, *folder.parents) for folder in _folders_to(target)):
        raise OutputError(_not_a_file(target, naming))


def _folders_to(target: Path) -> Iterator[Path]:
    """The folder that a file is in, and those of the links that it leads to."""
    for _ in range(MOST_LINKS):
        folder = Path(os.path.realpath(target.parent))
        yield folder
        try:
            target = folder / target.readlink()
        except (OSError, ValueError):  # it is no link
            return


def _refuse_existing(target: Path, real: Path, found: os.stat_result, naming: Naming) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise OutputError(f"{target} is a folder.{naming.within(target)}")
    if not stat.S_ISREG(found.st_mode):
        raise OutputError(_not_a_file(target, naming))
    if not found.st_mode & 0o222 or not os.access(real, os.W_OK):
        raise OutputError(f"{target} is read-only. Make it writable{naming.or_else(', or choose another name')}")


def _not_a_file(target: Path, naming: Naming) -> str:
    return (
        f"{target} is a device or a pipe. A result is checked and then put in its place as a whole, which only works "
        f"with files{naming.or_else(': choose a file name')}"
    )


def _no_folder(target: Path, folder: Path, naming: Naming) -> str:
    if folder.exists():
        return f"Can't write {target}: {folder} is a file, not a folder.{naming.advice('Choose another name')}"
    elsewhere = naming.or_else(", or choose another place")
    return f"Can't write {target}: the folder {folder} doesn't exist. Create it{elsewhere}"


def _same_file(real: Path, other: Path) -> bool:
    try:
        return real.samefile(other)
    except OSError:
        return real == Path(os.path.realpath(other))


def _part_beside(real: Path) -> Path:
    """A short name that no other file has."""
    return real.parent / f".voicecoach-{secrets.token_hex(6)}.part"


@contextmanager
def _created(part: Path, target: Path, naming: Naming) -> Iterator[None]:
    """Make an empty file, by `os.open` so that the umask shapes its permissions, and lock it while the body lasts.

    So whoever tidies up can tell it from one that was left. In a folder that this process has locked as a whole, there
    may be more of them than a process may have open.
    """
    with _explained(part, target, naming):
        file = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        if is_locked_by_us(part.parent):
            os.close(file)
            file = -1
        else:
            try_lock(file)
        yield
    finally:
        if file >= 0:
            os.close(file)


def _sync(part: Path) -> None:
    with part.open("r+b") as file:
        os.fsync(file.fileno())


@contextmanager
def _explained(part: Path, target: Path, naming: Naming) -> Iterator[None]:
    """Turn the system's errors about `part` into messages about `target`; errors about other files pass."""
    try:
        yield
    except OSError as error:
        if error.filename not in (None, str(part), part, str(target), target):
            raise
        raise OutputError(_explanation(error, target, naming)) from error


def _explanation(error: OSError, target: Path, naming: Naming) -> str:
    elsewhere, renamed = naming.advice("Choose another place"), naming.advice("Choose another name")
    known = {
        errno.EFBIG: f"the file is larger than its disk or your limits allow.{elsewhere}",
        errno.ENAMETOOLONG: f"the name is too long.{renamed}",
        errno.EACCES: f"no permission to write in {target.parent}.{elsewhere}",
        errno.EPERM: f"no permission to write in {target.parent}.{elsewhere}",
        errno.EROFS: f"{target.parent} is read-only.{elsewhere}",
        errno.ELOOP: f"its links go round in a circle.{renamed}",
    }
    full = f"the disk is full. Free some space{naming.or_else(', or choose another place')}"
    known |= dict.fromkeys(NO_SPACE, full)
    reason = known.get(error.errno or 0, f"{error.strerror or error}.{elsewhere}")
    return f"Can't write {target}: {reason}"
