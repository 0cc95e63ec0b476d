"""Tables with several exercises in a row: a column is what its cells are, and each of them has a row of its own.

`Squat | Row | 3x8/12` are three sets of 8 squats and of 12 rows, one after the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.grids.tables import MOST_WORDS_OF_A_CELL, column_of
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case

_ORDER, _NAME, _OTHER = "#", "Exercise", "Notes"
_AMOUNTS = frozenset({"sets", "reps", "sets_reps", "seconds", "minutes"})
_ANOTHER = in_any_case(
    r"(?:exercise|movement|move|lift) \w{1,3}|super-?\s?set.*|pair(?:ed)?(?: with)?|partner|second.*"
)
"""What a column is called whose exercises go with those of another."""
_INSTEAD = in_any_case(
    r".*\b(?:alternatives?|options?|subs?|substitut\w+|swaps?|regressions?|progressions?|variations?|easier|harder)\b.*"
)
_ORIGINAL = in_any_case(r"originals?|instead of|(?:rotate|replace|swap|if you (?:can't|cannot) do)(?: this)?")
"""What a column is called whose exercises something else can be done for."""
_SIDES = in_any_case(r"\s*(?:/|per|each|on each|every)\s*(?:side|leg|arm|way|direction|es)?\s*$")
_LABEL = in_any_case(r"[\s*]*(?:ss|super-?\s?set|tri-?\s?set|pair)\b[\s*]*:?[\s*]*")
_EACH = in_any_case(r"\s*\b(?:each|ea)\.?\s*$")
"""Of each of the exercises that a cell joins."""
_NOTHING = re.compile(r"[\W_]*")


def named_by_cells(head: Block, rows: Sequence[Block]) -> Block:
    """The head, in which a column that nobody knows is called `Exercise` if its cells are."""
    called = [column_of(cell) for cell in head.cells]
    if not _AMOUNTS & set(called):
        return head
    is_named = "name" in called
    return replace(head, cells=tuple(_called(head.cells[at], rows, at, is_named=is_named) for at in range(len(called))))


def is_of_originals(head: Block) -> bool:
    """Whether a row is the head of such a table though nobody knows its columns: `Instead of | Do`."""
    return any(_ORIGINAL.fullmatch(cell.strip(" *:")) for cell in head.cells)


def is_of_alternatives(head: Block) -> bool:
    """Whether a table says what can be done for exercises, and how much of none of them: `Exercise | Substitute`."""
    cells = [cell.strip(" *:") for cell in head.cells]
    is_measured = bool(_AMOUNTS & set(map(column_of, head.cells)))
    return not is_measured and (is_of_originals(head) or any(map(_INSTEAD.fullmatch, cells)))


def _called(cell: str, rows: Sequence[Block], at: int, *, is_named: bool) -> str:
    written = [row.cells[at].strip(" *.") for row in rows if at < len(row.cells)]
    if column_of(cell) or not cell.strip():
        return cell
    if len(written) > 1 and written == [str(number) for number in range(1, len(written) + 1)]:
        return _ORDER
    filled = [one for one in written if not _NOTHING.fullmatch(one)]
    is_other = is_named and not _ANOTHER.fullmatch(cell.strip(" *:"))
    if is_other or 2 * sum(map(_is_name, filled)) <= len(filled):
        return cell
    return _OTHER if _INSTEAD.fullmatch(cell) else _NAME


def _is_name(cell: str) -> bool:
    return has_movement(cell) and len(cell.split()) <= MOST_WORDS_OF_A_CELL and not parts_of(cell).parts


def apart(head: Block, rows: Sequence[Block]) -> list[Block]:
    """The table; where rows have several exercises, with a row for each, in order, marked as those that go together."""
    called = [column_of(cell) for cell in head.cells]
    if (half := len(called) // 2) > 1 and called[:half] == called[half:] and "name" in called[:half]:
        first, second = (replace(head, cells=head.cells[:half]), replace(head, cells=head.cells[half:]))
        left, right = zip(*((_part(row, 0, half), _part(row, half, 2 * half)) for row in rows), strict=True)
        return [first, *left, second, *(one for one in right if any(map(str.strip, one.cells)))]
    names = [at for at, one in enumerate(called) if one == "name"]
    are_shared = any(sum(_is_name(row.cells[at]) for at in names if at < len(row.cells)) > 1 for row in rows)
    if len(names) == 1:
        return _with_each_alone(head, rows, names[0], called)
    if not are_shared:
        return [head, *rows]
    kept = [at for at in range(len(called)) if at not in names]
    first = replace(head, cells=(_ORDER, _NAME, *(head.cells[at] for at in kept)))
    return [first, *(one for number, row in enumerate(rows, 1) for one in _rows(row, number, names, kept, called))]


def _with_each_alone(head: Block, rows: Sequence[Block], at: int, called: Sequence[str | None]) -> list[Block]:
    """The table; exercises that one cell joins, `SS: Curls + push-downs`, have a row each, marked as a superset."""
    several = [_joined(row, at, called) for row in rows]
    if not any(several):
        return [head, *rows]
    order = called.index("order") if "order" in called else None
    found = list[Block]()
    for number, (row, names) in enumerate(zip(rows, several, strict=True), 1):
        for place, name in enumerate(names or row.cells[at : at + 1]):
            cells = list(row.cells)
            mark = f"{number}{'abcde'[min(place, 4)]}" if names else ""
            cells[at] = name
            if names:
                cells = [_EACH.sub("", cell) if called[one] in _AMOUNTS else cell for one, cell in enumerate(cells)]
            if order is not None:
                cells[order] = mark or cells[order]
            found.append(replace(row, cells=tuple(cells if order is not None else [mark, *cells])))
    return [head if order is not None else replace(head, cells=(_ORDER, *head.cells)), *found]


def _joined(row: Block, at: int, called: Sequence[str | None]) -> list[str]:
    """The exercises that a cell joins, none if it may be one that is called so."""
    if at >= len(row.cells) or " + " not in row.cells[at] or len(row.cells) > len(called):
        return []
    label = _LABEL.match(row.cells[at])
    names = [one.strip(" *") for one in row.cells[at][label.end() if label else 0 :].split(" + ")]
    are_told = label or any(called[one] in _AMOUNTS and _EACH.search(cell) for one, cell in enumerate(row.cells))
    is_list = all(map(_is_name, names)) and (are_told or all(len(one.split()) > 1 for one in names))
    return names if is_list else []


def _part(row: Block, start: int, end: int) -> Block:
    return replace(row, cells=row.cells[start:end])


def _rows(row: Block, number: int, names: Sequence[int], kept: Sequence[int], called: Sequence[str]) -> Iterator[Block]:
    cells = (*row.cells, *[""] * (len(called) - len(row.cells)))
    filled = [cells[at] for at in names if not _NOTHING.fullmatch(cells[at])]
    for place, name in enumerate(filled):
        own = [_own(cells[at], place, len(filled)) if called[at] in _AMOUNTS else cells[at] for at in kept]
        yield replace(row, cells=(f"{number}{'abcde'[min(place, 4)]}", name, *own))


def _own(cell: str, place: int, several: int) -> str:
    """The amount of one of so many exercises that share a cell: `3x8/10 each` is `3x8` and `3x10 each`."""
    found = (
        re.search(rf"(?<![\d/])\d{{1,3}}(?:\s*/\s*\d{{1,3}}){{{several - 1}}}(?![\d/])", cell) if several > 1 else None
    )
    if not found:
        return cell
    one, behind = re.split(r"\s*/\s*", found[0])[place], cell[found.end() :]
    is_of_last = place < several - 1 and _SIDES.fullmatch(behind)
    return f"{cell[: found.start()]}{one}{'' if is_of_last else behind}"
