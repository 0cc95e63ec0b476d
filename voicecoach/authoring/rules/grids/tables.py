"""Rows of a table by the names of its columns, as lines that the other rules read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.late_patterns import late

_HOLD = r"holds?(?:ing)?(?: (?:time|for|duration|length))?"
_COLUMNS: tuple[tuple[str, str], ...] = (
    ("order", r"\#|no\.?|nr\.?|order|pair|superset|group|grp|pictures?|photos?|images?|fig(?:ure)?s?\.?"),
    ("week", r"weeks?|wk"),
    ("week_of", r"(?:week|wk)s?\s*\d+(?:\s*[-–]\s*\d+)?"),
    ("day", r"days?|session|when|date"),
    ("block", r"block|phase|section|part|round"),
    ("sets_reps", any_of(
        r"s ?[x×*/] ?r",
        r"sets?\s*[x×*/&+,]\s*(?:reps?|time|duration|reps?/time|reps? or time)|sets? and reps?",
        r"prescription|amount|volume|dose|dosage|scheme|how (?:many|often|much)(?: times)?",
    )),
    ("of_set", r"set\s*#?\d{1,2}"),
    ("notes", r"warm[ -]?up(?: sets?)?"),
    ("sets", r"(?:work(?:ing)? )?sets?|rounds|series"),
    ("reps", (
        r"(?:(?:time|secs?|seconds|duration|hold) ?(?:/|or) ?)?(?:no\.? of |number of |target |planned )?"
        r"(?:reps?|repetitions?)(?:[ -](?:range|target|scheme)s?)?"
        r"(?: ?(?:/|or) ?(?:times?|secs?|seconds|durations?|holds?|distance))?"
    )),
    ("seconds", rf"time(?: under tension)?|tut|duration|secs?|seconds|{_HOLD}|work|work time|length|how long"),
    ("minutes", r"min|mins|minutes"),
    ("far", r"how far|distance"),
    ("rest", (
        r"rest(?: (?:in )?\w+| (?:time )?(?:between|after|per|b/w) (?:each |every )?(?:set|exercise|round|rep)s?)?"
        r"|recovery|break"
    )),
    ("rpe", r"rpe|target rpe|effort \(rpe\)"),
    ("percent", r"(?:intensity )?% ?(?:(?:of )?(?:1 ?rm|tm|max|rm))?|(?:1 ?rm|tm) ?%|percent(?:age)?"),
    ("load", r"(?:work(?:ing)? )?(?:loads?|weights?|wt)|intensity|kgs?|lbs?|pounds?|kilos?|effort"),
    ("tempo", r"tempo"),
    ("side", r"sides?|each side|per side"),
    ("needs", r"equipment|kit"),
    ("notes", r"(?:movement )?patterns?|category|type|muscle groups?|body ?parts?"),
    ("notes", any_of(
        "notes?|remarks?|observations?|extra|info(?:rmation)?|cues?|comments?|details?|instructions?|how|description",
        "focus|muscles?|where|why|form|technique|tips?|coaching.*|purpose|target.*|aim|video|done|✓|rir",
        "technique cues?",
    )),
    ("name", any_of(
        "(?:starting |main |suggested )?exercises?",
        "movements?|moves?|name|lift|drill|pose|what|activity|station|stretch|workout",
        "each session|session plan|training|intervals",
    )),
)  # fmt: skip
"""What a column is about, by what people call it."""
_WORDED = {
    "sets": "{} sets",
    "reps": "{} reps",
    "seconds": "{} s",
    "held": "hold {} s",
    "minutes": "{} min",
    "far": "{}",
    "rest": "rest {}",
    "tempo": "tempo {}",
    "load": "@ {}",
    "rpe": "RPE {}",
    "percent": "@ {} %",
    "side": "{}",
    "sets_reps": "{}",
}
"""How a cell is written in a line."""
_TIMES = in_any_case(r"\d\s*[x×]\s*\d")
_NOTHING = in_any_case(r"[-–—/.]*|n/?a|none|bw|body ?weight|nil|0")
_BARE = late(r"[\d\s.,–-]+(?:(?:to|or)\s*\d+)?")
_OF_A_SET = frozenset({"order", "sets", "reps", "seconds", "minutes", "load", "percent", "rpe", "rest", "notes"})
_AMOUNTS = frozenset({"reps", "seconds", "minutes"})
_UNDER_TENSION = in_any_case("time under tension|tut")
_COUNTING = frozenset({"reps", "sets_reps"})
"""Beside such a column one of holds says how long each repetition is held."""
_COUNTS = in_any_case(r"(?>[^,]*?[^\W\d_]{3})[^,]*x\s*\d{1,2}(?:, \d{1,2}){1,9}")
"""What only looks like columns: `Deadlift 100 kg x 5, 5, 4`."""
_RULE = re.compile(r":?-{2,}:?")
MOST_WORDS_OF_A_CELL = 8


def tidied(blocks: Sequence[Block]) -> list[Block]:
    """The blocks without rows of dashes; what a table has swallowed of the text behind it is text again."""
    found, columns = list[Block](), frozenset[str]()
    for block in blocks:
        if block.kind is BlockKind.ROW and all(_RULE.fullmatch(one.strip()) for one in block.cells):
            continue
        if block.kind is BlockKind.ROW and (of_set := _of_a_set(block.cells)):
            block, columns = replace(block, kind=BlockKind.ROW_HEAD), of_set  # noqa: PLW2901 - the same row
        elif block.kind is BlockKind.ROW_HEAD:
            columns = _of_a_set(block.cells)
        elif block.kind is BlockKind.ROW and _COUNTS.fullmatch(listed := ", ".join(block.cells)):
            block = Block(BlockKind.PARAGRAPH, listed, block.line)  # noqa: PLW2901 - the same text
        elif block.kind is BlockKind.ROW and _is_text(block.cells, is_of_sets=bool(columns)):
            block = Block(BlockKind.PARAGRAPH, block.cells[0], block.line)  # noqa: PLW2901 - the same text
        found.append(block)
    return found


def _is_text(cells: Sequence[str], *, is_of_sets: bool) -> bool:
    """Whether a row is a line behind the table: one cell has something, and that is no amount."""
    is_alone = len(cells) > 1 and bool(cells[0].strip()) and not any(one.strip() for one in cells[1:])
    is_long = len(cells[0].split()) > MOST_WORDS_OF_A_CELL if cells else False
    return is_alone and (is_long or (is_of_sets and not _BARE.fullmatch(cells[0])))


def _of_a_set(cells: Sequence[str]) -> frozenset[str]:
    """What the columns are about of a table with a row for each set of one exercise; nothing for other tables."""
    found = frozenset(column_of(one) for one in cells)
    return found if len(cells) > 1 and found <= _OF_A_SET and found & _AMOUNTS else frozenset()


def is_of_sets(block: Block) -> bool:
    """Whether a row is the head of a table with a row for each set: `Reps | Pounds`."""
    return block.kind is BlockKind.ROW_HEAD and bool(_of_a_set(block.cells))


def set_of(head: Block, row: Block, *, at: int) -> str:
    """A row of such a table as a line: `12 reps, @ 5 lb`; `at` is which set it is if each row is one.

    A number of sets that is just that only counts the row.
    """
    said = [
        _worded(column, f"{cell.strip()} {unit[0]}" if column == "load" and unit and _BARE.fullmatch(cell) else cell)
        for called, cell in zip(head.cells, row.cells, strict=False)
        for column, unit in ((column_of(called), _UNIT.search(called)),)
        if column in _WORDED and not _NOTHING.fullmatch(cell) and not (column == "sets" and _counts(cell, at))
    ]
    return ", ".join(said)


def _counts(cell: str, at: int) -> bool:
    return not re.fullmatch(r"\d{1,2}", cell.strip()) or int(cell) == at


_UNIT = in_any_case(r"kg|kilo|lb|pound|%")


@dataclass(frozen=True)
class Row:
    """A row as a line: `block` has it as text, the others what its columns say beside it.

    `is_several` says that several of its columns have an exercise with its amounts, `lines` are those of exercises that
    share the row's amounts.
    """

    block: Block
    title: str = ""
    week: str = ""
    notes: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    is_several: bool = False


def columns_of(head: Block) -> tuple[str, ...]:
    """What each column is about, `""` where nobody knows."""
    found = [column_of(cell) for cell in head.cells]
    if not _COUNTING.isdisjoint(found):
        is_held = [re.fullmatch(_HOLD, _bare(cell), re.IGNORECASE) for cell in head.cells]
        found = ["held" if held else one for one, held in zip(found, is_held, strict=True)]
        found = [
            "" if _UNDER_TENSION.fullmatch(_bare(cell)) else one for cell, one in zip(head.cells, found, strict=True)
        ]
    if "name" not in found and found.count("day") > 1:
        found[len(found) - 1 - found[::-1].index("day")] = "name"
    if "name" not in found:
        found = ["name" if one == "" and "name" not in found[:at] else one for at, one in enumerate(found)]
        if "name" not in found and "day" in found and len(found) > 1:
            is_name = "sets" in found or "reps" in found or found[0] == "week"
            found[found.index("day")] = "name" if is_name else "day"
    return tuple(found)


def column_of(cell: str) -> str:
    """What a column is about by what it is called, `""` if nobody knows."""
    return next((name for name, called in _COLUMNS if re.fullmatch(called, _bare(cell), re.IGNORECASE)), "")


def _bare(cell: str) -> str:
    return re.sub(r"\s*\([^)]*\)\s*$", "", cell).strip(" *:_.").strip()


def row_of(block: Block, columns: tuple[str, ...]) -> Row:
    """A row of a table whose columns are about this; without columns the first cell is the name, unless it counts."""
    if not columns:
        cells = block.cells[1:] if block.cells[2:] and re.fullmatch(r"#?\d{1,2}\.?", block.cells[0]) else block.cells
        is_several = _are_several(cells)
        text = ", ".join(cells) if is_several else _by_places(cells)
        return Row(replace(block, kind=BlockKind.ITEM, text=text), is_several=is_several)
    is_lettered = len(block.cells) == len(columns) + 1 and bool(_LETTER.fullmatch(block.cells[0].strip()))
    cells = block.cells[1:] if is_lettered else block.cells
    said = [(column, cell.strip()) for column, cell in zip(columns, cells, strict=False) if cell.strip()]
    if any(column == "sets" and _TIMES.search(cell) for column, cell in said):
        said = [one for one in said if one[0] != "reps"]  # `5 x 5` says both
    if any(column == "held" and not _NOTHING.fullmatch(cell) for column, cell in said) and ("reps", "1") in said:
        said = [("seconds" if column == "held" else column, cell) for column, cell in said if column != "reps"]
    said = [one for one in said if one[0] != "far" or _FAR.search(one[1])]
    if {"far", "reps"} <= {one[0] for one in said} and any(
        column == "name" and COVERS.search(one) for column, one in said
    ):
        said = [("sets" if column == "reps" and cell.isdecimal() else column, cell) for column, cell in said]
    names = [_without_leg(cell) for column, cell in said if column == "name"]
    if any(column == "block" for column, _ in said) and any(_are_several(_COMMA.split(one)) for one in names):
        said = [one for one in said if one[0] not in {"seconds", "minutes"}]  # the length of the part
    is_several = _are_several(names)
    name = (", " if is_several else " ").join(names)
    amounts = [_worded(column, cell) for column, cell in said if column in _WORDED and not _NOTHING.fullmatch(cell)]
    amounts += _of_each_set([cell for column, cell in said if column == "of_set" and not _NOTHING.fullmatch(cell)])
    amounts += [cell for column, cell in said if column == "notes" and _is_amount(cell)]
    amounts += _holds(said)
    amounts = [_ROUNDS.sub("sets", one) for one in amounts] if names else amounts
    weeks = [
        cell for column, cell in said if column == "week_of" or (column == "" and not any(amounts) and _is_amount(cell))
    ]
    text = " - ".join(one for one in (name, ", ".join([*amounts, *weeks[:1]])) if one)
    return Row(
        replace(block, kind=BlockKind.ITEM, text=text, marker=_marker(block.cells) or block.marker),
        is_several=is_several,
        title=" ".join(cell for column, cell in said if column in {"day", "block"}),
        week=" ".join(cell for column, cell in said if column == "week"),
        notes=(*(cell for column, cell in said if column == "notes" and not _is_amount(cell)), *weeks[1:]),
        needs=tuple(cell for column, cell in said if column == "needs" and not _NOTHING.fullmatch(cell)),
    )


_LEG = late(rf"\W*(?:{WARM_UP}|{COOL_DOWN})\s*(?::|\s[-–—])\s+(?P<name>[^\W\d_].{{3,}})", re.IGNORECASE)


def _without_leg(name: str) -> str:
    """The name in a cell, without the leg of the session that it is done in: `Warm-up: hip mobility`."""
    found = _LEG.fullmatch(name)
    return found["name"] if found else name


def _holds(said: Sequence[tuple[str, str]]) -> list[str]:
    """How long each repetition is held, which the remarks of a row say: `Squeeze your glutes, hold 5 secs`."""
    counts = [cell for column, cell in said if column in {"reps", "sets_reps"}]
    has_time = any(column in {"seconds", "held", "tempo"} for column, _ in said) or any(map(_TIMED.search, counts))
    held = [found[0] for column, cell in said if column == "notes" and (found := _HELD.search(cell))]
    return held[:1] if counts and not has_time else []


def beside(head: Block, row: Block) -> tuple[str, ...]:
    """What a row has in columns that nobody knows, each behind what it is called: `Speed (mph): 6.0`."""
    columns = columns_of(head)
    return tuple(
        f"{called.strip(' *:')}: {cell.strip()}"
        for column, called, cell in zip(columns, head.cells, row.cells, strict=False)
        if column == "" and called.strip(" *:") and not _NOTHING.fullmatch(cell.strip())
        if _SETTING.match(called.strip(" *:")) or not _is_amount(cell)
    )


_SETTING = in_any_case(
    r"(?:speed|incline|gradient|grade|elevation|rpm|cadence|watts?|power|resistance|level|gear|pace)\b"
)
"""What a machine is set to, whose numbers count nothing that is done."""


_HELD = in_any_case(
    r"\bhold(?:ing)?(?:\s+(?:it|this|there))?(?:\s+for)?\s+\d+(?:\s*[-–]\s*\d+)?\s*(?:s|secs?|seconds?)\b",
    r"\b\d+\s*-?(?:s|secs?|seconds?)[\s-]+(?:hold|pause|squeeze)\b",
)
_TIMED = in_any_case(r"\d\s*(?:s|secs?|seconds?|min|mins|minutes?)\b|\d\"|\bhold")
_THINGS = in_any_case(
    r"\b(?:plates?|vest|dumb-?bells?|dbs?|kettle-?bells?|kbs?|bar(?:bell)?|each|per hand|ball|band)\b"
)
_LETTER = late(r"(?:[A-H]\d?|\d{1,2}[a-e])\W?")


def _marker(cells: Sequence[str]) -> str:
    """The letter in the first cell that tells which exercises go together: `A1`."""
    return cells[0].strip(" *") if cells and _LETTER.fullmatch(cells[0].strip(" *")) else ""


def _is_amount(cell: str) -> bool:
    """Whether what is noted is nothing but an amount: `RPE 7`, `@ 75%`."""
    parts = parts_of(_BEHIND.sub("", cell))
    return bool(parts.parts) and not re.search(r"[^\W\d_]", _THINGS.sub("", parts.rest))


_BEHIND = re.compile(r"(?<=\w)\s*\([^()]*\)\s*$")
_ROUNDS = in_any_case(r"(?<=\d )rounds?\b(?=\W*$)")
"""How often one exercise is done, in its row."""


_COMMA = re.compile(r"\s*[,;+]\s+")


def _are_several(cells: Sequence[str]) -> bool:
    """Whether each cell is an exercise with its amounts."""
    return len(cells) > 1 and all(has_movement(one) and bool(parts_of(one).parts) for one in cells)


def _by_places(cells: tuple[str, ...]) -> str:
    """The cells of a row that nobody named: two numbers behind the name are sets and repetitions, a time is a rest."""
    found = [cell for cell in cells if cell]
    if len(found) > 2 and found[1].isdecimal() and re.fullmatch(r"\d+(?:\s*[-–]\s*\d+)?", found[2]):  # noqa: PLR2004 - name, sets, reps
        rests = [
            f"rest {one}"
            if re.fullmatch(r"\d+(?:[.:]\d+)?\s*(?:s|secs?|m|mins?|'|\"|seconds?|minutes?)?", one)
            else one
            for one in found[3:]
        ]
        found = [found[0], f"{found[1]}x{found[2]}", *rests]
    return " - ".join([*found[:1], *([", ".join(found[1:])] if found[1:] else [])])


_PAIR = in_any_case(r"(\d{1,3}(?:\.\d+)?)\s*(kgs?|lbs?)?\s*[x×@/]\s*(\d{1,3}(?:\.\d+)?)\s*(kgs?|lbs?)?")


def _of_each_set(cells: Sequence[str]) -> list[str]:
    """The cells of columns that have a set each, as one amount: repetitions with their loads, or alone."""
    pairs = [_PAIR.fullmatch(one) for one in cells]
    if not all(pairs):
        return [", ".join(cells)] if cells else []
    found = [(one[1], one[3], one[2] or one[4] or "") for one in pairs if one]
    is_load_last = any(one and one[4] for one in pairs) or (
        not any(one and one[2] for one in pairs) and sum(float(a) < float(b) for a, b, _ in found) * 2 > len(found)
    )
    return [", ".join(f"{b}{unit}x{a}" if is_load_last else f"{a}{unit}x{b}" for a, b, unit in found)]


_OF_EACH = in_any_case(r"^\s*(?:each|both|yes|y|✓|✔|l ?[/&+] ?r|r ?[/&+] ?l|left (?:and|&|/) right|per side)\s*$")
"""How a column of sides says that both have their turn."""
COVERS = in_any_case(
    r"\b(?:runs?|sprints?|skips?|shuffles?|bounds?|carry|carries|walks?|sleds?|drags?|crawls?|jogs?|strides?|rows?|rides?|swim"
    r"|shuttles?|drills?|farmers?|kicks?)\b"
)
"""What covers a distance each time, which repetitions of anything else don't: `Skips | 20 m | 3`."""
_FAR = in_any_case(r"\d\s*(?:m|km|k|mi|miles?|y(?:ar)?ds?|ft|feet|met(?:re|er)s|laps?|lengths?)\b")
_SETS_OF = late(r"^\s*(\d{1,2})\s*/\s*(\d{1,3}(?:\s*[-–]\s*\d{1,3})?)\s*$")
"""Both with a stroke between, in a column of sets and repetitions: `3/10`."""


def _worded(column: str, cell: str) -> str:
    if column == "sets_reps":
        return _SETS_OF.sub(r"\1x\2", cell)
    if column == "side":
        return _OF_EACH.sub("each side", cell)
    if column == "held" and not _BARE.fullmatch(cell):
        return f"hold {cell}" if _TIMED.search(cell) else cell
    if column == "load":
        return cell if re.search(r"kg|lb|%|rpe|pound", cell, re.IGNORECASE) else f"load {cell}"
    if column == "rest":
        return f"rest {cell}"
    return _WORDED[column].format(cell) if _BARE.fullmatch(cell) else cell
