"""The list of a coach's clients, a CSV file: one client a row, each with a programme of their own."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from io import StringIO
from pathlib import Path
from typing import TypeVar

from voicecoach.definitions.notation import (
    MAX_WEEKS,
    NotationError,
    parse_count,
    parse_name,
    parse_weeks,
    shown,
)
from voicecoach.errors import ChoiceError, DefinitionError, suggestion
from voicecoach.folders import opened
from voicecoach.outputs.names import ascii_stem
from voicecoach.plan.choices import parse_detail
from voicecoach.programme.planning import Brief

T = TypeVar("T")

COLUMNS = ("name", "session", "start week", "weeks", "equipment", "language", "voice", "detail")
MAX_BYTES = 10_000_000
_LACKING = re.compile(r"(?:no|without)\s+|-\s*", re.IGNORECASE)
_HAVING = re.compile(r"with\s+|\+\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Client:
    """A client of the list: what is made for them, the voice that speaks, and their folder's name.

    `line` is where the row begins, counted from one; `voice` is None where the row names none.
    """

    line: int
    folder: str
    brief: Brief
    voice: str | None = None


@dataclass(frozen=True)
class BadRow:
    """A row that could not be read: its line, the name as it stands there, and a message for the user."""

    line: int
    name: str
    message: str


@dataclass(frozen=True)
class ClientList:
    """The clients in order, and the rows that could not be read."""

    clients: tuple[Client, ...]
    bad_rows: tuple[BadRow, ...]


def read_clients(path: Path, usual: Brief) -> ClientList:
    """The clients in a CSV file; what a row leaves open is as in `usual`.

    Commas, semicolons and tabs separate columns, whichever the first line has most of. Raises ChoiceError for a file
    that can't be read, DefinitionError for one that is no list of clients.
    """
    rows = _rows(path)
    columns = _columns(path, next(rows, (1, [])))
    clients: list[Client] = []
    bad_rows: list[BadRow] = []
    lines: dict[str, int] = {}
    for line, cells in rows:
        row: dict[str, str] = {}
        try:
            row.update(_by_column(columns, cells))
            client = _client(line, row, usual)
            _check_folder(client, lines)
        except _CellError as error:
            message = str(DefinitionError(f"{path}:{line}", error.column, str(error)))
            bad_rows.append(BadRow(line, row.get("name", ""), message))
        else:
            lines[client.folder] = line
            clients.append(client)
    return ClientList(tuple(clients), tuple(bad_rows))


class _CellError(Exception):
    """What is wrong with a row; `column` is empty for all of it."""

    def __init__(self, column: str, problem: str) -> None:
        self.column = column
        super().__init__(problem)


def _rows(path: Path) -> Iterator[tuple[int, list[str] | _CellError]]:
    """The rows that aren't empty, each after the line it begins in, or what is wrong with its quotes."""
    text = _text(path)
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(",;\t", key=first.count)
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True, skipinitialspace=True)
    line = 1
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            fix = "A text with a quote in it needs quotes, and two for that one."
            yield line, _CellError("", f"not CSV: {error}. {fix}")
        else:
            if any(cell.strip() for cell in cells):
                yield line, [cell.strip() for cell in cells]
        line = reader.line_num + 1


def _text(path: Path) -> str:
    try:
        with opened(path) as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise ChoiceError(f"There is no file {str(path)!r}.") from None
    except OSError as error:
        raise ChoiceError(f"{str(path)!r} can't be read: {error.strerror}.") from None
    if len(data) > MAX_BYTES:
        raise ChoiceError(f"{str(path)!r} has more than {MAX_BYTES // 1_000_000} MB. Split it into several lists.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        fix = "Save the list as CSV in UTF-8."
        raise DefinitionError(f"{path}:{line}", "", f"byte 0x{data[error.start]:02x} is not UTF-8.", fix) from None


def _columns(path: Path, header: tuple[int, list[str] | _CellError]) -> list[str]:
    line, cells = header
    if isinstance(cells, _CellError):
        raise DefinitionError(f"{path}:{line}", "", str(cells))
    columns = [re.sub(r"[\s_-]+", " ", cell).lower() for cell in cells]
    for column in columns:
        if column not in COLUMNS:
            problem = f"there is no such column.{suggestion(column, COLUMNS)}"
            raise DefinitionError(f"{path}:{line}", shown(column), problem)
        if columns.count(column) > 1:
            raise DefinitionError(f"{path}:{line}", column, "the column is there twice.", "Keep one of them.")
    if "name" not in columns:
        fix = f"The first line names the columns: {', '.join(COLUMNS)}. Only 'name' has to be there."
        raise DefinitionError(f"{path}:{line}", "", "there is no column 'name'.", fix)
    return columns


def _by_column(columns: list[str], cells: list[str] | _CellError) -> dict[str, str]:
    """What a row says; empty cells are left out."""
    if isinstance(cells, _CellError):
        raise cells
    if any(cells[len(columns) :]):
        problem = f"{len(cells)} cells where the first line names {len(columns)} columns."
        raise _CellError("", f"{problem} A text with a comma in it needs quotes.")
    return {column: cell for column, cell in zip(columns, cells, strict=False) if cell}


def _client(line: int, row: Mapping[str, str], usual: Brief) -> Client:
    if "name" not in row:
        raise _CellError("name", "it is missing.")
    name = _read("name", row, parse_name)
    having, lacking = _equipment(row.get("equipment", ""))
    choices = replace(
        usual.choices,
        client=name,
        with_items=_added(usual.choices.with_items, having, lacking),
        without=_added(usual.choices.without, lacking, having),
        detail=_read("detail", row, parse_detail) if "detail" in row else usual.choices.detail,
    )
    sessions = tuple(part.strip() for part in re.split(r"[;|]", row.get("session", "")) if part.strip())
    if not (sessions or usual.sessions):
        raise _CellError("session", "it is missing. Name one here, or one for all on the command line.")
    brief = replace(usual, sessions=sessions or usual.sessions, choices=choices, language=row.get("language"))
    return Client(line, ascii_stem(name, "client"), _with_weeks(brief, row), row.get("voice"))


def _check_folder(client: Client, lines: Mapping[str, int]) -> None:
    """Each client has a folder of their own; `lines` are those of the clients that have one, by its name."""
    if client.folder in lines:
        problem = f"the folder would be {client.folder!r}, as that of line {lines[client.folder]}."
        raise _CellError("name", f"{problem} Write one of the two names differently.")


def _with_weeks(brief: Brief, row: Mapping[str, str]) -> Brief:
    if not row.keys() & {"weeks", "start week"}:
        return brief
    weeks = _read("weeks", row, parse_weeks) if "weeks" in row else brief.weeks
    if "start week" not in row:
        return replace(brief, weeks=weeks)
    first = _read("start week", row, lambda value: parse_count(value, "weeks", MAX_WEEKS))
    if weeks != tuple(range(1, len(weeks) + 1)):
        named = shown(row["weeks"]) if "weeks" in row else "--weeks"
        raise _CellError("weeks", f"{named} names the weeks, so leave the start week out.")
    if first + len(weeks) - 1 > MAX_WEEKS:
        raise _CellError("weeks", f"week {first + len(weeks) - 1} is more than {MAX_WEEKS}.")
    return replace(brief, weeks=tuple(range(first, first + len(weeks))), first_week=first)


def _equipment(cell: str) -> tuple[list[str], list[str]]:
    """What a client has beyond what is needed, and what they lack: `no band; backpack`."""
    having, lacking = [], []
    for part in (part.strip() for part in re.split(r"[;,|]", cell)):
        if match := _LACKING.match(part):
            lacking.append(part[match.end() :].strip())
        elif part:
            having.append(_HAVING.sub("", part, count=1) if _HAVING.match(part) else part)
    return having, lacking


def _added(usual: Iterable[str], own: Iterable[str], against: Iterable[str]) -> tuple[str, ...]:
    """What holds for everybody and what holds for one, who knows better."""
    return tuple(dict.fromkeys([*(item for item in usual if item not in against), *own]))


def _read(column: str, row: Mapping[str, str], parse: Callable[[object], T]) -> T:
    try:
        return parse(row[column])
    except NotationError as error:
        raise _CellError(column, str(error)) from None
