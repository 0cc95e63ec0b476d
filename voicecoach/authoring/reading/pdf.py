"""The text of PDF files: lines where they stand on the page, columns one after the other, broken lines joined."""

from __future__ import annotations

import logging
import re
from collections import Counter
from io import BytesIO
from itertools import accumulate
from textwrap import dedent
from typing import TYPE_CHECKING, Any

from voicecoach.authoring.reading.line_joining import joined
from voicecoach.authoring.reading.page_columns import in_reading_order
from voicecoach.errors import DefinitionError

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

MAX_PAGES = 60
MAX_CHARACTERS = 400_000
MAX_DRAWN_BYTES = 3_000_000
"""So much, unpacked, may all pages draw; what stands in a text of 60 pages is a tenth of it."""
FONT_SPEED = 4
_LIMITS: dict[str, Any] = {
    "zlib_maximum_output_length": MAX_DRAWN_BYTES,
    "lzw_maximum_output_length": MAX_DRAWN_BYTES,
    "run_length_maximum_output_length": MAX_DRAWN_BYTES,
    "brotli_maximum_output_length": MAX_DRAWN_BYTES,
    "array_based_stream_maximum_output_length": MAX_DRAWN_BYTES,
    "jbig2dec_binary": None,
}
"""pypdf's own are made for machines that read nothing else; the last one is a program that it would run."""
LEAST_LETTERS = 20
"""A file with fewer letters than this is a scan with some marks on it."""
_PAGE_NUMBER = re.compile(r"(?<![^\s|/])\d{1,3}(?=$|\s*/\s*\d|\s+of\b)|(?<=^)\d{1,3}(?=\s|$)|(?<=\bof )\d{1,3}$")
_AMOUNT = re.compile(r"\d\s*[x×]\s*\d|\b(?:sets?|reps?|sec|min)\b", re.IGNORECASE)
LEAST_REPEATED = 3
"""A first or last line that so many pages share is the page's, not the session's."""
_DAMAGED = ("this PDF file is damaged.", "Open it, print it to PDF again, and import that.")
_SCANNED = (
    "there is no text in this PDF: it is a scan, or its text is drawn.",
    "Type it out, or run OCR over it first.",
)


def pdf_text(data: bytes, name: str) -> str:
    """The text of a PDF. Raises DefinitionError if it is encrypted, damaged, too long or has no text."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what it thinks of a file's making concerns nobody here
    import pypdf

    try:
        with pypdf.apply_configuration(**_LIMITS):
            reader = pypdf.PdfReader(BytesIO(data))
            _check(reader, name)
            pages = [_page_lines(page) for page in reader.pages]
    except (DefinitionError, MemoryError):
        raise
    except Exception as error:  # whatever a damaged file does to its reader
        raise DefinitionError(name, "", *_DAMAGED) from error
    text = "\n\n".join(joined(in_reading_order(lines)) for lines in _without_margins(pages))
    text = re.sub(r"\n{4,}", "\n\n\n", text)
    if sum(map(str.isalnum, text)) < LEAST_LETTERS:
        raise DefinitionError(name, "", *_SCANNED)
    return text[:MAX_CHARACTERS]


def _check(reader: PdfReader, name: str) -> None:
    if reader.is_encrypted and not reader.decrypt(""):
        raise DefinitionError(name, "", "this PDF has a password.", "Save it without one, and import that.")
    if len(reader.pages) > MAX_PAGES:
        problem = f"{len(reader.pages)} pages; {MAX_PAGES} are the most."
        raise DefinitionError(name, "", problem, "Print the pages of the session to a PDF of its own, and import that.")
    if _draws_more(reader, MAX_DRAWN_BYTES):
        problem = f"its pages draw more than {MAX_DRAWN_BYTES:,} bytes, unpacked."
        raise DefinitionError(name, "", problem, "Copy its text into a file, and import that.")


def _draws_more(reader: PdfReader, most_bytes: int) -> bool:
    """Whether the pages have more to be read than this; nothing is unpacked beyond it."""
    return any(total > most_bytes for total in accumulate(map(_drawn_bytes, reader.pages)))


def _drawn_bytes(page: PageObject) -> int:
    """What there is to be read of a page; the letters of its fonts are read more quickly than what it draws."""
    from pypdf.errors import LimitReachedError

    try:
        contents = page.get_contents()
        drawn = 0 if contents is None else len(contents.get_data())  # it is false without entries
        return drawn + _letter_bytes(page) // FONT_SPEED
    except LimitReachedError:
        return MAX_DRAWN_BYTES + 1


def _letter_bytes(page: PageObject) -> int:
    """What a page's fonts say of which letters they have."""
    fonts = _entry(_entry(page, "/Resources"), "/Font")
    letters = [_entry(_entry(fonts, name), "/ToUnicode") for name in fonts]
    return sum(len(one.get_data()) for one in letters if hasattr(one, "get_data"))


def _entry(holder: Any, key: str) -> Any:  # noqa: ANN401 - pypdf's own, which may be damaged
    """What a dictionary of a PDF has below a key; nothing for a dictionary that isn't one."""
    found = holder.get(key) if hasattr(holder, "get") else None
    return found.get_object() if found is not None else {}


def _page_lines(page: PageObject) -> list[str]:
    """The lines of a page, words as far apart as they stand on it."""
    text = page.extract_text(extraction_mode="layout", layout_mode_space_vertically=True)
    return [line.rstrip() for line in dedent(text.replace("\u00ad", "")).split("\n")]


def _without_margins(pages: list[list[str]]) -> list[list[str]]:
    """The pages without headers and footers: first and last lines that pages share, and the numbers of pages."""
    marks = Counter(mark for lines in pages for mark in {_mark(lines[at]) for at in _ends(lines)})
    shared = {mark for mark, count in marks.items() if count >= LEAST_REPEATED and not _AMOUNT.search(mark)}
    return [_without(lines, {at for at in _ends(lines) if _mark(lines[at]) in shared}) for lines in pages]


def _ends(lines: list[str]) -> list[int]:
    """Where the first and the last lines of a page are that aren't empty."""
    filled = [at for at, line in enumerate(lines) if line.strip()]
    return sorted({*filled[:1], *filled[-1:]})


def _mark(line: str) -> str:
    """A line as it is compared: with any number in the place of a page's."""
    text = " ".join(line.split())
    return _PAGE_NUMBER.sub("#", text)


def _without(lines: list[str], left_out: set[int]) -> list[str]:
    return [line for at, line in enumerate(lines) if at not in left_out]
