"""From a file to its blocks, or straight to what was understood where its format says by itself what is what.

signatures      what a file is by its first bytes
decoding        from bytes to text
texts           what a text is: the table of formats
html, main_content, merged_cells    saved web pages
docx            Word documents
pdf, page_columns, line_joining    the text of PDF files; pdf_apart reads it in a process of its own
clauses         what was heard with a line for each clause
double_spaced   what was copied with a blank line behind each line, of which some are broken
text, markdown, wikitext  plain text; captions, the frames of a film's
note_marks      what programs for notes write into them for themselves
"""

from __future__ import annotations

from dataclasses import replace

from voicecoach.authoring.document import Document
from voicecoach.authoring.reading.by_content import read_decoded
from voicecoach.authoring.reading.decoding import decoded
from voicecoach.authoring.reading.signatures import Container, container_of
from voicecoach.authoring.written import Written
from voicecoach.errors import DefinitionError

MAX_BYTES = 5_000_000


def read_document(data: bytes, name: str) -> Document | Written:
    """What is in a file: its blocks, or what was understood where its format says it by itself.

    What it is is found out from its content first, then from the ending of its `name`, which also stands for it in
    messages. Raises DefinitionError for what can't be read.
    """
    if len(data) > MAX_BYTES:
        fix = "A session is much smaller: import its text alone."
        raise DefinitionError(name, "", f"more than {MAX_BYTES:,} bytes, which are the most.", fix)
    if not data.strip():
        raise DefinitionError(name, "", "there is nothing in this file.", "Write the session into it, and save it.")
    container = container_of(data, name)
    if container is Container.DOCX:
        from voicecoach.authoring.reading.docx import read_docx

        return read_docx(data, name)
    if container is Container.PDF:
        return _pdf(data, name)
    found = decoded(data, name)
    if not found.text.strip():
        raise DefinitionError(name, "", "there is nothing in this file.", "Write the session into it, and save it.")
    return read_decoded(found, name)


def _pdf(data: bytes, name: str) -> Document:
    from voicecoach.authoring.reading.pdf_apart import pdf_text_apart
    from voicecoach.authoring.reading.text import read_text

    document = read_text(pdf_text_apart(data, name))
    note = "The text of a PDF has lost what was a heading, a list, a column: look it through."
    return replace(document, notes=(note, *document.notes))
