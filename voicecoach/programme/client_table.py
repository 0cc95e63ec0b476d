"""A coach's list of clients as rows of cells: a CSV file as any spreadsheet writes it."""

from __future__ import annotations

import codecs
import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from voicecoach.authoring.reading.signatures import Container, container_of
from voicecoach.errors import ChoiceError, DefinitionError
from voicecoach.folders import opened

MAX_BYTES = 10_000_000
_SAVE = "Save the list as CSV in UTF-8, and give that."
_SEPARATOR = re.compile(r'"?sep=(.)"?[ ,;\t]*', re.IGNORECASE)
"""What a first line may say to spreadsheets; it is no row."""
_IS_NO_TABLE = {Container.DOCX: "this is a Word document.", Container.PDF: "this is a PDF."}


class BadQuotesError(Exception):
    """What is wrong with the quotes of a row."""


@dataclass(frozen=True)
class Row:
    """The cells of a row without spaces around them; `line` is where it begins, counted from one."""

    line: int
    cells: list[str] | BadQuotesError


def read_rows(path: Path) -> Iterator[Row]:
    """The rows that aren't empty.

    A first line `sep=;` says what separates columns; else it is the comma, semicolon or tab that the first row has most
    of. Raises ChoiceError for a file that can't be read, DefinitionError for one that is no text.
    """
    text = _text(path)
    lines = text.splitlines()
    named = _SEPARATOR.fullmatch(lines[0].strip("\ufeff")) if lines else None
    first = next((line for line in lines if line.strip()), "")
    separator = named[1] if named else max(",;\t", key=first.count)
    for row in _rows(text, separator):
        if not (named and row.line == 1):
            yield row


def _rows(text: str, separator: str) -> Iterator[Row]:
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True)
    line = 1
    while True:
        try:
            cells = [cell.strip() for cell in next(reader)]
        except StopIteration:
            return
        except csv.Error as error:
            fix = "A text with a quote in it needs quotes, and two for that one."
            yield Row(line, BadQuotesError(f"not CSV: {error}. {fix}"))
        else:
            if any(cells):
                yield Row(line, cells)
        line = reader.line_num + 1


def _text(path: Path) -> str:
    data = _bytes(path)
    _refuse_others(data, str(path))
    is_utf_16 = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if is_utf_16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        if is_utf_16:
            raise DefinitionError(str(path), "", "this begins as UTF-16 and doesn't go on as it.", _SAVE) from None
        line = data.count(b"\n", 0, error.start) + 1
        raise DefinitionError(f"{path}:{line}", "", f"byte 0x{data[error.start]:02x} is not UTF-8.", _SAVE) from None
    if "\0" in text:
        raise DefinitionError(str(path), "", "this isn't a text.", _SAVE)
    return text


def _bytes(path: Path) -> bytes:
    try:
        with opened(path) as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ChoiceError(f"There is no file {str(path)!r}.") from None
    except OSError as error:
        raise ChoiceError(f"{str(path)!r} can't be read: {error.strerror}.") from None
    if len(data) > MAX_BYTES:
        raise ChoiceError(f"{str(path)!r} has more than {MAX_BYTES // 1_000_000} MB. Split it into several lists.")
    return data


def _refuse_others(data: bytes, name: str) -> None:
    """Say what a file is that is no text, such as a workbook, whatever its name ends with. Raises DefinitionError."""
    try:
        container = container_of(data, name)
    except DefinitionError as error:
        raise DefinitionError(name, "", error.problem, _SAVE) from None
    if container:
        raise DefinitionError(name, "", _IS_NO_TABLE[container], _SAVE)
