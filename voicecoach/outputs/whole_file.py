"""Files that appear whole or not at all: written beside the target, checked, then renamed over it."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Collection, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from voicecoach.errors import OutputError
from voicecoach.part_files import part_in

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT}) if hasattr(errno, "EDQUOT") else frozenset({errno.ENOSPC})

MOST_LINKS = 40
"""More than any system follows."""


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
    with _part_beside(real, target, naming) as part:
        with _explained(part, target, naming):
            yield part
            synced(part)
        if verify is not None:
            verify(part)
        with _explained(part, target, naming):
            if real.exists():
                part.chmod(stat.S_IMODE(real.stat().st_mode))
            part.replace(real)


def check_writable(target: Path, inputs: Collection[Path] = (), *, naming: Naming = BY_OUTPUT) -> None:
    """Find out, before minutes of work, whether `target` could be written; leaves nothing behind.

    Raises `OutputError` when its folder doesn't exist or can't be written, when the name is too long, and when the
    target is a folder, a device, protected against writing, or one of `inputs`. What it advises goes by `naming`.
    """
    with _part_beside(_checked(target, inputs, naming), target, naming):
        pass


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


@contextmanager
def _part_beside(real: Path, target: Path, naming: Naming) -> Iterator[Path]:
    """An empty file in the same folder, removed if it is still there at the end."""
    with ExitStack() as stack:
        try:
            part = stack.enter_context(part_in(real.parent))
        except OSError as error:
            raise OutputError(_explanation(error, target, naming)) from error
        yield part


def synced(path: Path) -> None:
    """Wait until a file is on the disk. Raises OSError."""
    with path.open("r+b") as file:
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
