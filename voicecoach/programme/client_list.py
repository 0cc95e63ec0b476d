"""The list of a coach's clients, a CSV file: one client a row, each with a programme of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
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
from voicecoach.errors import DefinitionError, nearest
from voicecoach.outputs.names import ascii_stem
from voicecoach.plan.choices import parse_detail
from voicecoach.programme.client_table import BadQuotesError, Row, read_rows
from voicecoach.programme.planning import Brief

T = TypeVar("T")

COLUMNS = (
    *("name", "session", "start week", "weeks", "equipment", "language", "voice", "detail"),
    *("folder", "greet"),
)
COUNTS = ("start week", "weeks")
_LACKING = re.compile(r"(?:no|without)\s+|-\s*", re.IGNORECASE)
_HAVING = re.compile(r"with\s+|\+\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Client:
    """A client of the list: what is made for them, the voice that speaks, and their folder's name.

    `line` is where the row begins, counted from one; `voice` is None where the row names none. Clients who have the
    same name have different folders.
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
    """The clients in order, and the rows that could not be read; `notes` are sentences for the user."""

    clients: tuple[Client, ...]
    bad_rows: tuple[BadRow, ...]
    notes: tuple[str, ...] = ()


def read_clients(path: Path, usual: Brief) -> ClientList:
    """The clients in a CSV file; what a row leaves open is as in `usual`.

    Raises ChoiceError for a file that can't be read, DefinitionError for one that is no list of clients.
    """
    rows = read_rows(path)
    columns = _columns(path, next(rows, Row(1, [])))
    clients: list[Client] = []
    bad_rows: list[BadRow] = []
    lines: dict[str, int] = {}
    for row in rows:
        found: dict[str, str] = {}
        try:
            found.update(_by_column(columns.names, row.cells))
            client = _client(row.line, found, usual)
            _check_folder(client, lines)
        except _CellError as error:
            message = str(DefinitionError(f"{path}:{row.line}", error.column, str(error)))
            bad_rows.append(BadRow(row.line, found.get("name", ""), message))
        else:
            lines[client.folder] = row.line
            clients.append(client)
    return ClientList(tuple(clients), tuple(bad_rows), columns.notes)


class _CellError(Exception):
    """What is wrong with a row; `column` is empty for all of it."""

    def __init__(self, column: str, problem: str) -> None:
        self.column = column
        super().__init__(problem)


@dataclass(frozen=True)
class _Columns:
    """The columns by their places, None for one that means nothing here; `notes` are sentences for the user."""

    names: list[str | None]
    notes: tuple[str, ...] = ()


def _columns(path: Path, head: Row) -> _Columns:
    if isinstance(head.cells, BadQuotesError):
        raise DefinitionError(f"{path}:{head.line}", "", str(head.cells))
    written = [re.sub(r"[\s_-]+", " ", cell).lower() for cell in head.cells]
    for column in COLUMNS:
        if written.count(column) > 1:
            raise DefinitionError(f"{path}:{head.line}", column, "the column is there twice.", "Keep one of them.")
    if "name" not in written:
        fix = f"The first line names the columns: {', '.join(COLUMNS)}. Only 'name' has to be there."
        raise DefinitionError(f"{path}:{head.line}", "", "there is no column 'name'.", fix)
    unknown = [column for column in dict.fromkeys(written) if column and column not in COLUMNS]
    notes = (
        f"{path}:{head.line}: the column {shown(column)} means nothing here and is left out."
        f"{nearest(column, [one for one in COLUMNS if one not in written])}"
        for column in unknown
    )
    return _Columns([column if column in COLUMNS else None for column in written], tuple(notes))


def _by_column(columns: list[str | None], cells: list[str] | BadQuotesError) -> dict[str, str]:
    """What a row says in the columns that are known; empty cells are left out."""
    if isinstance(cells, BadQuotesError):
        raise _CellError("", str(cells))
    if any(cells[len(columns) :]):
        problem = f"{len(cells)} cells where the first line names {len(columns)} columns."
        raise _CellError("", f"{problem} A text with a comma in it needs quotes.")
    row = {column: cell for column, cell in zip(columns, cells, strict=False) if column and cell}
    return row | {column: _whole(row[column]) for column in COUNTS if column in row}


def _whole(cell: str) -> str:
    """A number without the zeros that a spreadsheet may write behind the point."""
    return re.sub(r"[.,]0+", "", cell) if re.fullmatch(r"\d+[.,]0+", cell) else cell


def _client(line: int, row: Mapping[str, str], usual: Brief) -> Client:
    if "name" not in row:
        raise _CellError("name", "it is missing.")
    name = _read("name", row, parse_name)
    folder = ascii_stem(row.get("folder", name), "client")
    having, lacking = _equipment(row.get("equipment", ""))
    choices = replace(
        usual.choices,
        client=_read("greet", row, parse_name) if "greet" in row else name,
        with_items=_added(usual.choices.with_items, having, lacking),
        without=_added(usual.choices.without, lacking, having),
        detail=_read("detail", row, parse_detail) if "detail" in row else usual.choices.detail,
    )
    sessions = tuple(part.strip() for part in re.split(r"[;|]", row.get("session", "")) if part.strip())
    if not (sessions or usual.sessions):
        raise _CellError("session", "it is missing. Name one here, or one for all on the command line.")
    owner = name if folder == ascii_stem(name, "client") else f"{name} ({folder})"
    brief = replace(usual, sessions=sessions or usual.sessions, choices=choices, language=row.get("language"))
    return Client(line, folder, _with_weeks(replace(brief, owner=owner), row), row.get("voice"))


def _check_folder(client: Client, lines: Mapping[str, int]) -> None:
    """Each client has a folder of their own; `lines` are those of the clients that have one, by its name."""
    if client.folder in lines:
        problem = f"the folder would be {client.folder!r}, as that of line {lines[client.folder]}."
        fix = "Give one of the two another in a column 'folder', or write the names differently."
        raise _CellError("name", f"{problem} {fix}")


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
