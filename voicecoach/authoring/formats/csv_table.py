"""CSV and other tables of text: a row an exercise, its columns known by their heads."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import StringIO
from itertools import groupby
from typing import Any

from voicecoach.authoring.formats.csv_cells import bare_weight, length_s, prescription_of, sides_of, sides_told
from voicecoach.authoring.formats.csv_columns import Column, Head, heads_of
from voicecoach.authoring.formats.csv_exported import (
    exact_exercise,
    exact_section,
    is_exported,
    plain_cells,
    session_rest_s,
    unmarked,
)
from voicecoach.authoring.formats.csv_wide import lengthened
from voicecoach.authoring.formats.left_and_right import with_both_sides
from voicecoach.authoring.formats.prescribed import prescribed
from voicecoach.authoring.formats.sentences import sentences, sorted_cues
from voicecoach.authoring.timelines import lengths
from voicecoach.authoring.written import Unplaced, Written, WrittenExercise, WrittenSection
from voicecoach.definitions.files import titles
from voicecoach.definitions.line_names import is_held, known_names, matched_exactly
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation import NotationError
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError

DELIMITERS = ",;\t|"
MAX_ROWS = 2_000
MAX_CELL_CHARACTERS = 10_000
HEAD_WITHIN = 10
"""The row of heads is one of the first so many; titles stand above it."""
MOST_TITLES, LEAST_LINES = 2, 2
"""So many titles stand above the heads of a text that isn't named as a table, and it has so many lines from there."""
LEAST_SHARE = 0.8
"""In a text that isn't named as a table so many rows have as many cells as the heads."""
S_PER_MINUTE = 60
_IN_ROUNDS = frozenset({SectionKind.SUPERSET, SectionKind.CIRCUIT, SectionKind.INTERVALS})
_DAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)\w*|(?:day|session|workout)\s*[\da-e]?\b|.*\d[/.-]\d", re.IGNORECASE)
_SENTENCES = re.compile(r"[a-z]{2}[.!?](?:\s|$)")
LEAST_WORDS_OF_A_REMARK = 6
_TOTALS = frozenset({"total", "totals", "sum"})
_KINDS = {str(kind): kind for kind in SectionKind} | {"straight sets": SectionKind.STRAIGHT_SETS}


@dataclass(frozen=True)
class _Row:
    """A row by its columns; `order` counts rows of the table."""

    line: int
    cells: dict[Column, str]
    heads: dict[Column, Head]

    def __getitem__(self, column: Column) -> str:
        return self.cells.get(column, "")

    def unit(self, column: Column) -> str:
        """The unit of bare numbers in a column."""
        return self.heads[column].unit if column in self.heads else ""

    @property
    def is_exported(self) -> bool:
        """Whether `voicecoach export` wrote it."""
        return is_exported(self.heads.keys())

    @property
    def place(self) -> tuple[str, str, str]:
        """The week, the day and the section it belongs to."""
        return self[Column.WEEK], self[Column.DAY], self[Column.SECTION]


def reads_as_table(text: str) -> bool:
    """Whether a text without a name that says so is a table with known heads, below titles, and nothing else."""
    lines = [line for line in text.split("\n") if line.strip()]
    return any(_is_table(lines[at:], delimiter) for at in range(MOST_TITLES + 1) for delimiter in ",;\t")


def _is_table(lines: list[str], delimiter: str) -> bool:
    if len(lines) < LEAST_LINES or not heads_of(_split(lines[0], delimiter)):
        return False
    width = lines[0].count(delimiter)
    alike = sum(line.count(delimiter) >= width for line in lines)
    return width > 0 and alike >= LEAST_SHARE * len(lines)


def read_table(text: str, name: str) -> Written:
    """The exercises of a table, in sections where columns tell them. Raises DefinitionError for one without heads."""
    rows, above, beside = _rows(text, name)
    rows = _by_length(rows)
    session, rows = _of_one_session(rows)
    unplaced: list[Unplaced] = []
    sections = tuple(_sections(rows, unplaced))
    last = max((section.in_weeks[1] for section in sections if section.in_weeks), default=None)
    title = _named(above[0]) if above else session
    is_exact = bool(rows) and rows[0].is_exported
    rest_s = session_rest_s(rows[0].cells) if is_exact else None
    return Written(
        title,
        sections,
        rest_s=rest_s,
        weeks=last,
        about=(*above[1:], *beside),
        unplaced=tuple(unplaced),
        is_exact=is_exact,
    )


def _by_length(rows: list[_Row]) -> list[_Row]:
    """The rows; where their times are those of a clock, `5:00-6:30`, each is as long as that is."""
    unit = rows[0].unit(Column.TIME) if rows else ""
    found = lengths([row[Column.TIME] for row in rows], unit)
    if len(found) < len(rows):
        return rows
    return [replace(row, cells={**row.cells, Column.TIME: f"{found[at].length_s} s"}) for at, row in enumerate(rows)]


def _of_one_session(rows: list[_Row]) -> tuple[str | None, list[_Row]]:
    """What all rows say that their session is called, and the rows without it; nothing if it is a day or a date."""
    called = {row[Column.DAY] for row in rows}
    name = next(iter(called), "")
    is_exact = bool(rows) and rows[0].is_exported
    if len(called) != 1 or (not is_exact and not _is_name(name)):
        return None, rows
    return name or None, [replace(row, cells={**row.cells, Column.DAY: ""}) for row in rows]


def _is_name(text: str) -> bool:
    """Whether it is more than a number, a day or a date."""
    return re.match(r"[^\W\d_]", text) is not None and not _DAY.match(text)


def _named(text: str) -> str:
    """A title without the words that say that it is one."""
    return re.sub(r"^(?:(?:program(?:me)?|plan|workout|session) )?(?:name|title) ", "", text, flags=re.IGNORECASE)


def _rows(text: str, name: str) -> tuple[list[_Row], list[str], list[str]]:
    """The rows below the heads, what stands above those, and the sentences among the rows."""
    found = list(_cells(text, _delimiter(text), name))
    for at in range(len(found[:HEAD_WITHIN])):
        table = lengthened(found[at:])
        if heads := heads_of(table[0][1]):
            above = [" ".join(filter(None, one)) for _, one in found[:at]]
            below = [one for one in table[1:] if not _is_remark(one[1])]
            beside = [cells[0] for _, cells in table[1:] if _is_remark(cells)]
            return list(_below(below, heads)), [one for one in above if one], beside
    fix = "Name the columns in the first row, such as exercise, sets, reps, rest, load, notes."
    seen = ", ".join(cell for cell in found[0][1] if cell)[:100] if found else "nothing"
    raise DefinitionError(name, "", f"no row of this table names its columns; the first has {seen!r}.", fix)


def _delimiter(text: str) -> str:
    """What parts the cells: what stands most often in the first lines in which it stands at all."""
    lines = [line for line in text.split("\n") if line.strip()][:HEAD_WITHIN]
    heads = [(bool(heads_of(_split(line, one))), line.count(one), one) for line in lines for one in DELIMITERS]
    return max(heads, default=(False, 0, ","))[2]


def _split(line: str, delimiter: str) -> list[str]:
    """The cells of a line; none of one that is too long to be the heads."""
    if len(line) > MAX_CELL_CHARACTERS:
        return []
    return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]


def _cells(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    """The filled rows, each with the line in which it begins."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=True)
    begin = 1
    try:
        for number, row in enumerate(reader):
            if number >= MAX_ROWS:
                raise DefinitionError(name, "", f"more than {MAX_ROWS} rows.", "Keep those of one session.")
            cells = [" ".join(cell.split())[:MAX_CELL_CHARACTERS] for cell in row]
            if any(cells):
                yield begin, cells
            begin = reader.line_num + 1
    except csv.Error as error:
        fix = "Save it as CSV again, and import that."
        raise DefinitionError(name, "", f"line {reader.line_num} is no row of a table: {error}.", fix) from None


def _below(rows: list[tuple[int, list[str]]], heads: dict[int, Head]) -> Iterator[_Row]:
    """The rows; a week, a day, a section holds until another is written."""
    by_column = {head.column: head for head in heads.values()}
    kept: dict[Column, str] = {}
    for number, (line, cells) in enumerate(rows):
        own = {head.column: cells[at] for at, head in heads.items() if at < len(cells) and cells[at]}
        own = unmarked(own) if is_exported(by_column.keys()) else own
        if heads_of(cells):
            continue
        for column in (Column.WEEK, Column.DAY, Column.SECTION):
            kept |= {column: own[column]} if column in own else {}
        following = rows[number + 1][1] if number + 1 < len(rows) else []
        if Column.SET in by_column and Column.EXERCISE in by_column:  # a set of the exercise above
            kept |= {Column.EXERCISE: own.get(Column.EXERCISE, kept.get(Column.EXERCISE, ""))}
        if _is_title(cells, following):
            kept[Column.SECTION] = cells[0]
        elif own:
            yield _Row(line, {**kept, **own}, by_column)


def _is_remark(cells: list[str]) -> bool:
    """Whether a row has nothing but a sentence on the whole, or several."""
    return bool(_SENTENCES.search(cells[0])) and len(cells[0].split()) >= LEAST_WORDS_OF_A_REMARK and not any(cells[1:])


def _is_title(cells: list[str], following: list[str]) -> bool:
    """Whether a row heads those that follow: it has nothing but a name, of no known exercise, and they have more."""
    is_alone = bool(cells[0]) and not any(cells[1:])
    is_known = matched_exactly(cells[0], known_names(titles("exercises"))) if is_alone else False
    return is_alone and not is_known and len([cell for cell in following if cell]) > 1


def _sections(rows: list[_Row], unplaced: list[Unplaced]) -> Iterator[WrittenSection]:
    """The rows of a place together, supersets in them by their letters."""
    for place, group in groupby(rows, lambda row: row.place):
        members = list(group)
        title: str | None = _title(place)
        for letter, lettered in groupby(members, lambda row: _letter(row[Column.ORDER])):
            same = list(lettered)
            exercises = tuple(_exercises(same, unplaced))
            exercises = exercises if same[0].is_exported else with_both_sides(exercises)
            if exercises:
                section = _section(exercises, same[0], title, is_superset=bool(letter) and len(exercises) > 1)
                timed = replace(section, **_times(section, same[0], unplaced))
                yield exact_section(timed, same[0].cells) if same[0].is_exported else timed
                title = None


def _section(
    exercises: tuple[WrittenExercise, ...], row: _Row, title: str | None, *, is_superset: bool
) -> WrittenSection:
    weeks = re.fullmatch(r"(?:w(?:ee)?ks?\s*)?([1-9]\d{0,2})(?:\s*[-–]\s*([1-9]\d{0,2}))?", row[Column.WEEK].lower())
    rounds = row[Column.ROUNDS]
    kind = _KINDS.get(row[Column.KIND].lower(), SectionKind.SUPERSET if is_superset else SectionKind.STRAIGHT_SETS)
    if rounds.isdigit() and kind is SectionKind.STRAIGHT_SETS:
        kind = SectionKind.CIRCUIT
    return WrittenSection(
        exercises,
        exercises[0].line,
        title=title,
        kind=kind,
        rounds=int(rounds) if rounds.isdigit() and len(rounds) <= MAX_DIGITS else None,
        in_weeks=(int(weeks[1]), int(weeks[2] or weeks[1])) if weeks else None,
    )


MAX_DIGITS = 3


def _times(section: WrittenSection, row: _Row, unplaced: list[Unplaced]) -> dict[str, Any]:
    """The fields of a section that its row has lengths for: rests between rounds, an interval, an end."""
    lengths = {column: _length_s(row, column, unplaced) for column in (Column.ROUND_REST, Column.EVERY, Column.LIMIT)}
    limit_s, round_rest_s = lengths[Column.LIMIT], lengths[Column.ROUND_REST]
    if round_rest_s is None and len(section.exercises) == 1 and section.kind in _IN_ROUNDS:
        round_rest_s = section.exercises[0].rest_s  # what follows its only set is the next round
    fields = {"round_rest_s": round_rest_s, "every_s": lengths[Column.EVERY]}
    if section.kind in {SectionKind.AMRAP, SectionKind.EMOM} and limit_s is not None:
        fields["minutes"] = limit_s / S_PER_MINUTE
    if section.kind is SectionKind.FOR_TIME:
        fields["cap_s"] = limit_s
    return {field: length for field, length in fields.items() if length is not None}


def _length_s(row: _Row, column: Column, unplaced: list[Unplaced]) -> float | None:
    try:
        return length_s(row.cells, column, row.unit(column))
    except NotationError:
        unplaced.append(Unplaced(row.line, f"{row[Column.EXERCISE]}: {column.value} {row[column]}"))
        return None


def _title(place: tuple[str, str, str]) -> str | None:
    """What the day and the section are called."""
    day, section = place[1:]
    day = f"Day {day}" if day.isdigit() else day
    return ", ".join(filter(None, (day, section))) or None


def _letter(order: str) -> str:
    """The letter of A1 and A2; numbers and letters alone make no superset."""
    return order[0].upper() if order[:1].isalpha() and order[1:].strip(".)").isdigit() else ""


def _exercises(rows: list[_Row], unplaced: list[Unplaced]) -> Iterator[WrittenExercise]:
    for _, group in groupby(rows, _which):
        same = list(group)
        first = same[0]
        name = first[Column.EXERCISE]
        if name.lower() in _TOTALS or _NO_EXERCISE.fullmatch(name) or re.fullmatch(r"[\W\d]?[\d.,%\s]*", name):
            unplaced.extend(Unplaced(row.line, " | ".join(row.cells.values())) for row in same)
            continue
        yield from _exercise(first, [row.cells for row in same], unplaced)


_NO_EXERCISE = re.compile(r"(?:(?:active )?rest|day off|off|recovery)(?: day)?|(?:[\w -]+ )?set-?up", re.IGNORECASE)


def _which(row: _Row) -> tuple[str, ...]:
    """What rows with a set each have in common if they are of one entry; any other row is an entry of its own.

    Without a column for the set, rows are of one entry if they differ in no more than how much is done.
    """
    if row.is_exported or not (row[Column.SET] or _is_one_set(row)):
        return (str(row.line), row[Column.EXERCISE])
    efforts = () if row[Column.LOAD] else (Column.EFFORT,)
    beside = () if row[Column.SET] else (Column.SIDE, Column.REST, Column.NOTES, Column.EQUIPMENT)
    alike = (Column.EXERCISE, Column.LOAD, *efforts, Column.PERCENT, Column.TEMPO, *beside)
    return tuple(row[one] for one in alike)


def _is_one_set(row: _Row) -> bool:
    """Whether a row has an amount, and says of no more than one set."""
    has_amount = any(row[one] for one in (Column.REPS, Column.TIME, Column.HOLD, Column.DISTANCE))
    return has_amount and row[Column.SETS] in {"", "1"} and not row[Column.PRESCRIPTION]


def _exercise(row: _Row, same: list[dict[Column, str]], unplaced: list[Unplaced]) -> Iterator[WrittenExercise]:
    """The exercise of a row, or of rows that each have one of its sets."""
    if row.is_exported:
        yield from _exported(row, unplaced)
        return
    yield from _prescribed(row, same, unplaced)


def _exported(row: _Row, unplaced: list[Unplaced]) -> Iterator[WrittenExercise]:
    """The exercise of a row that `voicecoach export` wrote."""
    plain = plain_cells(row.cells)
    for one in _prescribed(replace(row, cells=plain), [plain], unplaced):
        yield exact_exercise(one, row.cells)


def _sides_of_heads(row: _Row) -> Sides | None:
    """That each side has its turn, where a head says so and the row has something below it."""
    sided = any(
        row.heads[one].is_of_side and row[one] for one in (Column.REPS, Column.TIME, Column.HOLD) if one in row.heads
    )
    return Sides.EACH if sided else None


def _prescribed(row: _Row, same: list[dict[Column, str]], unplaced: list[Unplaced]) -> Iterator[WrittenExercise]:
    name = row[Column.EXERCISE]
    units = {column: row.unit(column) for column in row.heads}
    prescription, unread = prescription_of(same, units)
    unplaced.extend(Unplaced(row.line, f"{name}: {cell}") for cell in unread)
    equipment = row[Column.EQUIPMENT].lower()
    reserve = row[Column.RESERVE]
    weight = bare_weight(same[0], units)
    exercise = WrittenExercise(
        name,
        row.line,
        load=weight,
        sides=sides_of(row[Column.SIDE]) or _sides_of_heads(row) or sides_told(row[Column.NOTES]),
        needs=tuple(one.strip() for one in equipment.split(",") if one.strip() not in {"", "none", "-", "bodyweight"}),
        cues=sorted_cues(sentences(row[Column.NOTES])),
    )
    in_reserve = (f"{reserve} reps in reserve.",) if reserve else ()
    weighed = (f"weight {weight}, without a unit",) if weight else ()
    for one in prescribed(exercise, prescription):
        held = True if one.seconds and is_held(name) else None
        notes = (*one.notes, *in_reserve, *weighed)
        yield replace(one, sides=one.sides or exercise.sides, is_hold=held, notes=notes)
