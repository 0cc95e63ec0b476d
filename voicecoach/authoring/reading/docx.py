"""Word documents: their headings, paragraphs, lists and tables."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from voicecoach.authoring.document import Document
from voicecoach.authoring.reading.html import read_fragment
from voicecoach.errors import DefinitionError

MAX_XML_BYTES = 20_000_000
"""So much text, unpacked, is read; a whole book has less."""
MAX_MEMBERS = 5_000
_OWN_TYPES = re.compile("<!(?:DOCTYPE|ENTITY)")
_STYLES = "p.Title => h1:fresh\np[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read_docx(data: bytes, name: str) -> Document:
    """The blocks of a document. Raises DefinitionError if it is damaged, empty or too large."""
    _check(data, name)
    import mammoth

    try:
        converted = mammoth.convert_to_html(
            BytesIO(data),
            style_map=_STYLES,
            convert_image=mammoth.images.img_element(lambda _: {}),
            ignore_empty_paragraphs=True,
        )
        document = read_fragment(str(converted.value))
    except Exception as error:  # whatever a damaged document does to its reader
        raise _damaged(name) from error
    if not document.blocks:
        raise DefinitionError(name, "", "there is no text in this document.", "Is it in pictures? Type it out then.")
    return document


def _check(data: bytes, name: str) -> None:
    """Raise DefinitionError for what would take long to read or isn't what Word writes."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            texts = [one for one in members if one.filename.lower().endswith((".xml", ".rels"))]
            is_large = len(members) > MAX_MEMBERS or sum(one.file_size for one in texts) > MAX_XML_BYTES
            is_odd = not is_large and any(_declares_types(archive.read(one)) for one in texts)
    except Exception as error:  # zipfile lets errors of its decompressors through
        raise _damaged(name) from error
    if is_large:
        problem = f"unpacked, this has more than {MAX_XML_BYTES:,} bytes of text."
        raise DefinitionError(name, "", problem, "Copy the session into a document of its own.")
    if is_odd:
        raise _damaged(name)


def _declares_types(xml: bytes) -> bool:
    """Whether entities may be defined, from which a small file becomes a large one; Word writes none."""
    return any(_OWN_TYPES.search(xml.decode(encoding, "ignore")) for encoding in ("latin-1", "utf-16-le", "utf-16-be"))


def _damaged(name: str) -> DefinitionError:
    return DefinitionError(
        name, "", "this DOCX file is damaged.", "Open it in Word, save it again, or save it as text."
    )
