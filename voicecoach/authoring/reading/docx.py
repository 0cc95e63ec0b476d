"""Word documents: their headings, paragraphs, lists and tables."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from voicecoach.authoring.document import Document
from voicecoach.authoring.reading.html import read_fragment
from voicecoach.errors import DefinitionError

MAX_XML_BYTES = 5_000_000
"""So much text, unpacked, is read."""
MAX_ELEMENTS = 100_000
"""So many elements may be in it, which is what takes time; a long chapter of a book has fewer."""
MAX_MEMBERS = 5_000
_XML = (".xml", ".rels")
_OWN_TYPES = re.compile("<!(?:DOCTYPE|ENTITY)")
_STYLES = "p.Title => h1:fresh\np[style-name='Title'] => h1:fresh\np[style-name='Subtitle'] => p:fresh"


def read_docx(data: bytes, name: str) -> Document:
    """The blocks of a document. Raises DefinitionError if it is damaged, empty or too large."""
    checked = _checked(data, name)
    import mammoth

    try:
        converted = mammoth.convert_to_html(
            BytesIO(checked),
            style_map=_STYLES,
            include_embedded_style_map=False,
            convert_image=mammoth.images.img_element(lambda _: {}),
            ignore_empty_paragraphs=True,
        )
        document = read_fragment(str(converted.value))
    except Exception as error:  # whatever a damaged document does to its reader
        raise _damaged(name) from error
    if not document.blocks:
        raise DefinitionError(name, "", "there is no text in this document.", "Is it in pictures? Type it out then.")
    return document


def _checked(data: bytes, name: str) -> bytes:
    """The document with its texts alone, since any other part could be named as one of them, whatever its size.

    Raises DefinitionError for what would take long to read or isn't what Word writes.
    """
    try:
        texts = _texts(data)
    except Exception as error:  # zipfile lets errors of its decompressors through
        raise _damaged(name) from error
    if texts is None or sum(xml.count(b"<") - xml.count(b"</") for xml in texts.values()) > MAX_ELEMENTS:
        problem = f"unpacked, this has more than {MAX_XML_BYTES:,} bytes or {MAX_ELEMENTS:,} pieces of text."
        raise DefinitionError(name, "", problem, "Copy the session into a document of its own.")
    if any(map(_declares_types, texts.values())):
        raise _damaged(name)
    plain = BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        for member, xml in texts.items():
            archive.writestr(member, xml)
    return plain.getvalue()


def _texts(data: bytes) -> dict[str, bytes] | None:
    """The members with text; None where they are too much to be unpacked. Raises what zipfile raises."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        members = archive.infolist()
        texts = {one.filename: one for one in members if one.filename.lower().endswith(_XML)}
        if len(members) > MAX_MEMBERS or sum(one.file_size for one in texts.values()) > MAX_XML_BYTES:
            return None
        return {filename: _text(archive, one) for filename, one in texts.items()}


def _text(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    """As much of a member as it says it has: `read` of all of it would unpack whatever there is."""
    if member.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:  # others are unpacked as a whole
        raise zipfile.BadZipFile(f"{member.filename} is packed as Word packs nothing")
    with archive.open(member) as file:
        return file.read(member.file_size)


def _declares_types(xml: bytes) -> bool:
    """Whether entities may be defined, from which a small file becomes a large one; Word writes none."""
    return any(_OWN_TYPES.search(xml.decode(encoding, "ignore")) for encoding in ("latin-1", "utf-16-le", "utf-16-be"))


def _damaged(name: str) -> DefinitionError:
    return DefinitionError(
        name, "", "this DOCX file is damaged.", "Open it in Word, save it again, or save it as text."
    )
