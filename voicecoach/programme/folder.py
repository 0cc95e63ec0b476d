"""The folder of a programme: written as a whole or not at all, and never outside of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from voicecoach.errors import OutputError
from voicecoach.interrupts import signals_wait
from voicecoach.locks import LOCK, is_locked, locked_folder
from voicecoach.outputs.whole_file import BY_FOLDER, synced, whole_file
from voicecoach.part_files import PART_PATTERN, remove_left
from voicecoach.programme.record import RECORD, Kind, Made, Record, read_record

NOBODYS = Record()


class ProgrammeFolder:
    """A folder that is being written; see `programme_folder`.

    What is handed to `written` is put in its place at the end. `parts` are the files as they will be, by name: where
    each of them is until then.
    """

    def __init__(self, path: Path, before: Record | None, inputs: Collection[Path] = ()) -> None:
        self.path, self.before, self.inputs = path, before, inputs
        self.written = ExitStack()
        self.parts: dict[str, Path] = {}
        self.files: dict[str, Made] = {}

    def place(self, name: str) -> Path:
        """Where the file `name` goes. Raises OutputError for a link, which would lead elsewhere."""
        path = self.path / name
        if path.is_symlink():
            raise OutputError(f"{path} is a link, and what it leads to is not touched. Remove the link.")
        return path

    def add(self, name: str, part: Path, made_from: str = "") -> None:
        """Count a file that was written to `part` and is put in its place by `written`."""
        self.parts[name], self.files[name] = part, Made.of(part, made_from)

    def keeps(self, name: str, made_from: str) -> bool:
        """Whether the file `name` is there already, made from the same; then it stays as it is."""
        made = self.before.files.get(name) if self.before else None
        if made is None or made.made_from != made_from or not made.is_still(self.path / name):
            return False
        self._keep(name, made)
        return True

    def write(self, name: str, content: str | bytes) -> None:
        """Write a small file as a whole, unless it is there already, byte for byte."""
        data = content if isinstance(content, bytes) else content.encode()
        made = Made.of_bytes(data)
        if self.before and self.before.files.get(name) == made and made.is_still(self.path / name):
            self._keep(name, made)
            return
        part = self.written.enter_context(whole_file(self.place(name), inputs=self.inputs, naming=BY_FOLDER))
        part.write_bytes(data)
        self.add(name, part)

    def sync(self) -> None:
        """Wait until all that was written is on the disk, which may take long; putting it in place takes no time then.

        Raises OSError.
        """
        for name, part in self.parts.items():
            if part != self.path / name:
                synced(part)

    def obsolete(self) -> list[str]:
        """The files of an earlier version that this one lacks, as nobody has changed them since."""
        before = self.before.files.items() if self.before else ()
        return [name for name, made in before if name not in self.files and made.is_still(self.path / name)]

    def _keep(self, name: str, made: Made) -> None:
        self.parts[name], self.files[name] = self.path / name, made


@contextmanager
def programme_folder(
    path: Path, about: Record = NOBODYS, *, force: bool, inputs: Collection[Path] = ()
) -> Iterator[ProgrammeFolder]:
    """Open the folder of one client's programme; it is made if there is none, and so is its record, as in `about`.

    When the body ends well, all its files are put in their places, and files of an earlier version that this one lacks
    are removed, unless somebody changed them. Otherwise everything stays as it was. `inputs` are never overwritten.
    Raises OutputError as `check_folder` does, and for files that can't be written.
    """
    with _ours(path, about, force=force) as before:
        folder = ProgrammeFolder(path, before, inputs)
        with folder.written:
            yield folder
            folder.sync()
            with signals_wait():
                _put_in_place(folder, replace(about, files=folder.files))


def _put_in_place(folder: ProgrammeFolder, record: Record) -> None:
    """The record first names what is there and what comes, so that at any moment the folder can be gone on with."""
    obsolete, before = folder.obsolete(), folder.before.files if folder.before else {}
    both = replace(record, files={**before, **record.files})
    if both != folder.before:
        _write_record(folder.path, both)
    folder.written.close()
    for name in obsolete:
        with suppress(OSError):
            (folder.path / name).unlink()
    if record != both:
        _write_record(folder.path, record)


@contextmanager
def clients_folder(path: Path, *, force: bool) -> Iterator[None]:
    """Open the folder in which each client has one, like `programme_folder`. What clients have got stays there.

    Where no client has got anything, the folder goes again.
    """
    is_new = not path.exists()
    with _ours(path, Record(Kind.CLIENTS), force=force) as before:
        yield
        if before is None:
            _unmark(path)
    if is_new:
        _remove_empty(path)


def check_folder(path: Path, about: Record, *, force: bool) -> Record | None:
    """The record of the folder at `path`, if there is one.

    Raises OutputError for a folder that isn't ours and not empty, or that is for another client than `about` (both
    unless `force`), for one that holds the other kind, and where no folder can be made.
    """
    if not path.exists():
        _check_parent(path)
        return None
    if not path.is_dir():
        raise OutputError(f"{str(path)!r} is a file, not a folder. Choose another name with -o.")
    record = read_record(path)
    if record is None and not force and any(map(_is_anothers, _entries(path))):
        raise OutputError(
            f"The folder {str(path)!r} is not empty and holds no programme of voicecoach, so nothing in it is touched. "
            "Choose another one with -o, or add --force to write into it."
        )
    if record and record.kind is not about.kind:
        holds = "folders of several clients" if record.kind is Kind.CLIENTS else "the programme of one client"
        raise OutputError(f"The folder {str(path)!r} holds {holds}. Choose another one with -o.")
    if record and record.files and record.client != about.client and not force:
        whose, this = (f"for {one.client}" if one.client else "for nobody in particular" for one in (record, about))
        raise OutputError(
            f"The folder {str(path)!r} holds a programme {whose}, and this one is {this}. Choose another one with -o, "
            "or add --force to replace it."
        )
    return record


def _is_anothers(path: Path) -> bool:
    """Whether a file is none of those that are there only while a folder is written."""
    return path.name != LOCK and not path.match(PART_PATTERN)


def _check_parent(path: Path) -> None:
    if path.is_symlink():
        raise OutputError(f"{str(path)!r} is a link that leads nowhere. Remove it, or choose another name with -o.")
    if not path.parent.is_dir():
        raise OutputError(
            f"The folder {str(path)!r} can't be made: there is no folder {str(path.parent)!r}. Create that one first."
        )


def _entries(path: Path) -> Iterator[Path]:
    try:
        yield from path.iterdir()
    except OSError as error:
        raise OutputError(f"The folder {str(path)!r} can't be read: {error.strerror}.") from None


@contextmanager
def _ours(path: Path, about: Record, *, force: bool) -> Iterator[Record | None]:
    """Have the folder for ourselves, and mark it as ours before anything else is written.

    So it can be gone on with after a power cut. What others did before we had it is looked at again.
    """
    check_folder(path, about, force=force)
    is_new = not path.exists()
    try:  # before there is a folder: an interrupt comes at any moment
        _make(path)
        with _alone_in(path):
            before = check_folder(path, about, force=force)
            with _marked(path, before, about):
                remove_left(path)
                yield before
    except BaseException:
        if is_new:
            _remove_empty(path)
        raise


@contextmanager
def _alone_in(path: Path) -> Iterator[None]:
    """Lock the folder while the body lasts. Raises OutputError if another process has."""
    with locked_folder(path) as is_free:
        if not is_free:
            raise OutputError(_busy(path))
        yield


def check_free(path: Path) -> None:
    """Find out, before minutes of work, whether another process writes into the folder. Raises OutputError."""
    if is_locked(path / LOCK):
        raise OutputError(_busy(path))


def _busy(path: Path) -> str:
    problem = f"Another voicecoach is writing into the folder {str(path)!r}."
    return f"{problem} Wait until it is done, or choose another folder with -o."


def _make(path: Path) -> None:
    try:
        path.mkdir(exist_ok=True)
    except OSError as error:
        raise OutputError(
            f"The folder {str(path)!r} can't be made: {error.strerror}. Choose another with -o."
        ) from None


@contextmanager
def _marked(path: Path, before: Record | None, about: Record) -> Iterator[None]:
    """Mark a folder that has no record yet; the mark goes again where nothing came of the body."""
    try:
        if before is None:
            _write_record(path, Record(about.kind, client=about.client))
        yield
    except BaseException:
        if before is None:
            _unmark(path)
        raise


def _unmark(path: Path) -> None:
    """Take the mark away again where nothing came of it."""
    record = read_record(path)
    with suppress(OSError):
        finished = [each for each in path.iterdir() if each.is_dir() and read_record(each)]
        if record and not record.files and not finished:
            (path / RECORD).unlink()


def _remove_empty(path: Path) -> None:
    """Remove a folder that was made for what didn't come of it."""
    with suppress(OSError):
        path.rmdir()


def _write_record(path: Path, record: Record) -> None:
    if (path / RECORD).is_symlink():
        raise OutputError(f"{path / RECORD} is a link, and what it leads to is not touched. Remove the link.")
    with whole_file(path / RECORD, naming=BY_FOLDER) as part:
        part.write_text(record.text(), encoding="utf-8", newline="\n")
