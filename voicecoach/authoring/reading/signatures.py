"""What a file is by its first bytes: two containers that are read, and those that can't be, with what to do instead."""

from __future__ import annotations

import zipfile
from enum import Enum
from io import BytesIO
from typing import NamedTuple

from voicecoach.errors import DefinitionError


class Container(Enum):
    """The containers that aren't text and can be read."""

    DOCX = "docx"
    PDF = "pdf"


class _Refusal(NamedTuple):
    problem: str
    fix: str


_AS_CSV = "Save it as CSV, and import that."
_AS_DOCX = "Save it as DOCX or plain text, and import that."
_PICTURE = _Refusal("this is a picture, and text in pictures can't be read.", "Copy or type the text, and import that.")
_SOUND = _Refusal("this is a recording.", "Write down what is said, and import that.")
_PACKED = _Refusal("this is an archive.", "Unpack it, and import the file that is in it.")

_BEGINNINGS: tuple[tuple[bytes, _Refusal], ...] = (
    (b"{\\rtf", _Refusal("this is RTF, which can't be read.", _AS_DOCX)),
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\0", _PICTURE),
    (b"MM\0*", _PICTURE),
    (b"ID3", _SOUND),
    (b"OggS", _SOUND),
    (b"fLaC", _SOUND),
    (b"RIFF", _SOUND),
    (b"\0\0\0\x18ftyp", _SOUND),
    (b"\0\0\0 ftyp", _SOUND),
    (b"\x1f\x8b", _PACKED),
    (b"7z\xbc\xaf", _PACKED),
    (b"Rar!", _PACKED),
    (b"BZh", _PACKED),
    (b"bplist00", _Refusal("this is a web archive of Safari.", "Save the page as Page Source, and import that.")),
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of DOC and XLS, and of every Office file with a password."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOK = "Workbook".encode("utf-16-le")

_IN_ARCHIVES: tuple[tuple[str, _Refusal], ...] = (
    ("xl/", _Refusal("this is a workbook of Excel.", _AS_CSV)),
    ("Index/Tables/", _Refusal("this is a workbook of Numbers.", _AS_CSV)),
    ("ppt/", _Refusal("this is a presentation.", "Copy its text, and import that.")),
    ("Index/", _Refusal("this is a document of Pages.", "Export it as DOCX, and import that.")),
    ("META-INF/container.xml", _Refusal("this is a book (EPUB).", "Copy the session's text, and import that.")),
    ("content.xml", _Refusal("this is an OpenDocument file.", "Save a text as DOCX, a table as CSV, and import that.")),
    ("", _PACKED),
)
_DOCUMENT = "word/document.xml"
_PDF_WITHIN = 1024
"""The mark of a PDF may stand so far into the file."""


def container_of(data: bytes, name: str) -> Container | None:
    """The container that the data are in, `None` if it can only be text. Raises DefinitionError for all others."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _in_archive(data, name)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return Container.PDF
    if data.startswith(_OLD_OFFICE):
        raise _refused(name, _of_old_office(data))
    for beginning, refusal in _BEGINNINGS:
        if data.startswith(beginning):
            raise _refused(name, refusal)
    return None


def _in_archive(data: bytes, name: str) -> Container:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.namelist()
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        problem = "this begins as a ZIP or DOCX file, and is damaged."
        raise DefinitionError(name, "", problem, "Save or download it again.") from None
    if _DOCUMENT in members:
        return Container.DOCX
    refusal = next(one for begin, one in _IN_ARCHIVES if not begin or any(m.startswith(begin) for m in members))
    raise _refused(name, refusal)


def _of_old_office(data: bytes) -> _Refusal:
    if _ENCRYPTED in data:
        return _Refusal("this file has a password.", "Save it without one, and import that.")
    if _WORKBOOK in data:
        return _Refusal("this is a workbook of an old Excel.", _AS_CSV)
    return _Refusal("this is a file of an old Word.", _AS_DOCX)


def _refused(name: str, refusal: _Refusal) -> DefinitionError:
    return DefinitionError(name, "", refusal.problem, refusal.fix)
