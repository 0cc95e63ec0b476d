"""Tables in plain text: columns parted by tabs, by bars, or aligned with spaces."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

HEADS = re.compile(
    r"\s*(?:exercises?|movements?|moves?|name|lift|drill|pose|what|activity|station|stretch|workout|session|sets?|reps?|rounds?"
    r"|sets?\s*[x×*/&+,]\s*reps?|time|duration|hold|work"
    r"|rest(?: (?:in )?\w+| (?:time )?(?:between|after|per|b/w) (?:each |every )?(?:set|exercise|round|rep)s?)?"
    r"|load|weight|intensity|rpe|%|tempo"
    r"|notes?|cues?"
    r"|comments?"
    r"|details?|side|sides|day|week|wk|no\.?|nr\.?|#|order|equipment|kit|distance|prescription|instructions?|focus|description"
    r"|muscles?|how|where|amount|sets/reps|block|phase|min|minute|seconds|secs?|kg|lbs?"
    r"|(?:minutes? )?(?:run|walk|jog)(?:n?ing|g?ing)?(?: (?:intervals?|time|segments?|for|portion|duration))?"
    r"|(?:number of |no\.? of |how many |times to )?(?:repeats?|repetitions?|times|intervals|cycles)|x"
    r"|hard|easy|fast|slow"
    r"|set ?\d+|(?:weeks?|wks?) ?\d+(?:\s*[-–]\s*\d+)?|day \d)\.?\s*(?:\([^)]*\))?\s*",
    re.IGNORECASE,
)
"""What a table's columns are called."""
_DONE = re.compile(r"^[^()]*\b\d+\s?(?:min(?:ute)?s?|km|miles?|x \d+)\b")
"""What is done on a day that has one of rest beside it: `Day 2 | Rest | Run 10 min`."""
LEAST_ROWS, LEAST_COLUMNS = 2, 2
MOST_ABOVE = 2
_SENTENCE = re.compile(r"[A-Z]\w*(?:\s+\S+){2,}[^\W\d_]{2}[.!]")
"""What stands before a bar in a line that is no row: `Use lighter weights. | Rest 30 seconds.`"""
_RULE = re.compile(r"[\s|+:=-]{3,}")


def table_lines(texts: list[str]) -> int:
    """How many of the lines, from the first on, are a table; 0 if the first is none."""
    for split in _SPLITS:
        if not _may_begin(split(texts[0]), split):
            continue
        count = next((at for at, text in enumerate(texts) if not (split(text) or _is_rule(split, text))), len(texts))
        while count and _is_rule(split, texts[count - 1]):
            count -= 1
        if count >= LEAST_ROWS and _is_table([split(text) for text in texts[:count]], split):
            return count
    return 0


def _may_begin(cells: tuple[str, ...], split: Callable[[str], tuple[str, ...]]) -> bool:
    """Whether a table may begin with these cells; where sentences have such signs too it begins with its heads."""
    return bool(cells) and (split not in _IN_SENTENCES or all(map(HEADS.fullmatch, cells)))


def _is_rule(split: Callable[[str], tuple[str, ...]], text: str) -> bool:
    return split is not _by_tabs and bool(_RULE.fullmatch(text)) and "-" in text


def _is_table(rows: list[tuple[str, ...]], split: Callable[[str], tuple[str, ...]]) -> bool:
    filled = [row for row in rows if row]
    if split is _by_spaces:
        return bool(filled) and is_head(filled[0])
    return len(filled) >= LEAST_ROWS


def rows_of(texts: list[str]) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """For each line of a table its cells, and whether it names the columns; no cells for a line that is drawn.

    A line or two may stand above the one that names the columns.
    """
    split = next(one for one in _SPLITS if _may_begin(one(texts[0]), one) and _is_table(list(map(one, texts)), one))
    columns = len(split(texts[0])) if split is _by_spaces else 0
    rows = [() if _is_rule(split, text) else split(text) for text in texts]
    head = next((at for at, cells in enumerate(rows[: MOST_ABOVE + 1]) if is_head(cells)), None)
    for at, cells in enumerate(rows):
        yield at == head, _as_many(cells, columns)


def _as_many(cells: tuple[str, ...], columns: int) -> tuple[str, ...]:
    """A long name leaves one space before the number in the next column."""
    if cells and len(cells) == columns - 1 and (found := re.fullmatch(r"(.*\D)\s(\d\S*)", cells[0])):
        return (found[1], found[2], *cells[1:])
    return cells


def is_head(cells: tuple[str, ...]) -> bool:
    """Whether these are the names of columns, and not days of which most are for rest."""
    named = [cell.strip().lower() for cell in cells if cell.strip()]
    known = [cell for cell in named if HEADS.fullmatch(cell)]
    is_done = "rest" in known and any(map(_DONE.search, named))
    are_known = len(known) * 2 >= len(named) and len(set(known)) >= LEAST_COLUMNS
    return len(named) >= LEAST_COLUMNS and are_known and not is_done


def _by_bars(text: str) -> tuple[str, ...]:
    text = text.strip()
    if text.count("|") < (2 if text.startswith("|") else 1):
        return ()
    cells = tuple(cell.strip() for cell in text.removeprefix("|").removesuffix("|").split("|"))
    is_told = len(cells) == LEAST_COLUMNS and not text.startswith("|") and _SENTENCE.fullmatch(cells[0])
    return () if is_told else cells


def _by_tabs(text: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in text.strip().split("\t")) if "\t" in text.strip() else ()


def _by_spaces(text: str) -> tuple[str, ...]:
    cells = tuple(re.split(r"\s{2,}", text.strip()))
    return cells if len(cells) >= LEAST_COLUMNS else ()


def _by_commas(text: str) -> tuple[str, ...]:
    """A name, a number and more of them: `Bench press, 4, 8, 70kg`."""
    cells = tuple(cell.strip() for cell in text.split(","))
    is_row = len(cells) > LEAST_COLUMNS and cells[1].isdecimal() and re.match(r"\d", cells[2])
    return cells if is_row and not re.search(r"^\d|\d$", cells[0]) else ()


def _by_strokes(text: str) -> tuple[str, ...]:
    """`Squat / 3 / 10`, below `Exercise / Sets / Reps`."""
    return _several(text.split(" / "))


def _by_dashes(text: str) -> tuple[str, ...]:
    """`Squat - 3 - 10`, below `Exercise - Sets - Reps`."""
    return _several(re.split(r"\s[-–—]\s", text))


def _by_signs(text: str) -> tuple[str, ...]:
    """`Squat, 3, 10`, below `Exercise, Sets, Reps`."""
    return _several(re.split(r"[,;]\s", text))


def _several(cells: list[str]) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in cells) if len(cells) > LEAST_COLUMNS else ()


_IN_SENTENCES = frozenset({_by_strokes, _by_dashes, _by_signs})
_SPLITS = (_by_bars, _by_tabs, _by_spaces, _by_strokes, _by_dashes, _by_signs, _by_commas)
"""What parts columns, by what is most certain first."""
