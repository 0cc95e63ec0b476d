"""From bytes to text."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from voicecoach.errors import DefinitionError

MOST_CONTROLS = 0.01
"""The share of control characters from which on a file is taken for something else than text."""
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_DECLARED = re.compile(
    rb"""<(?:\?xml|meta)\b[^>]{0,200}?(?:encoding|charset)\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE
)
_LOOKED_AT = 4096
"""So far into a file its own word on its encoding is looked for."""
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_WIDE = re.compile(r"(?<=[^\S\n]{200})[^\S\n]+")
"""What is left out of a gap that no page is as wide as: looking for the ends of words in it would take long."""
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


class Decoded(NamedTuple):
    """A text without control characters, one line feed after each line; and what is to be said of how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def decoded(data: bytes, name: str) -> Decoded:
    """The text of a file. Raises DefinitionError for what isn't text."""
    text, notes = _text(data, name)
    if len(_CONTROLS.findall(text)) > MOST_CONTROLS * len(text):
        raise not_text(name)
    return Decoded(_WIDE.sub("", _CONTROLS.sub("", _BREAKS.sub("\n", text))), notes)


def not_text(name: str) -> DefinitionError:
    """The error of a file that nothing can be read from."""
    return DefinitionError(name, "", "this isn't a text.", "Import a text, a saved web page, DOCX, PDF or CSV.")


def _text(data: bytes, name: str) -> Decoded:
    if data.startswith(_MARKS):
        return Decoded(_utf_16(data, name))
    if b"\0" in data:
        raise not_text(name)
    try:
        return Decoded(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _other(data, name, error)


def _utf_16(data: bytes, name: str) -> str:
    try:
        return data.decode("utf-16")
    except UnicodeDecodeError:
        problem = "this begins as UTF-16 and doesn't go on as it."
        raise DefinitionError(name, "", problem, "Save the file as UTF-8.") from None


def _other(data: bytes, name: str, error: UnicodeDecodeError) -> Decoded:
    """What isn't UTF-8, in the encoding that it names itself, else in the one that Windows calls ANSI."""
    declared = _DECLARED.search(data[:_LOOKED_AT])
    for encoding in (*([declared[1].decode("ascii")] if declared else []), "cp1252"):
        try:
            text = data.decode(encoding)
        except (LookupError, ValueError):
            continue
        line = data.count(b"\n", 0, error.start) + 1
        note = f"This isn't UTF-8 (line {line}); it was read as {_shown(encoding)}. Look at accents, dashes and quotes."
        return Decoded(text, () if declared and encoding != "cp1252" else (note,))
    problem = f"byte 0x{data[error.start]:02x} is neither UTF-8 nor Windows-1252."
    raise DefinitionError(name, "", problem, "Save the file as UTF-8.")


def _shown(encoding: str) -> str:
    return "Windows-1252" if encoding == "cp1252" else encoding
