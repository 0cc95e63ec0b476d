"""Tables whose rows are amounts and whose columns are phases, levels or weeks: they tell of no exercise."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.grids.week_columns import are_unnamed_sets
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

LEAST_ROWS, LEAST_CELLS = 2, 3
_PARAMETER = any_of(
    "sets?|reps?|repetitions|rest(?: periods?| times?)?|rpe|rir|tempo|intensity|volume|frequency|loads?|weights?",
    "duration|time|work|rounds?|sessions?|days?|techniques?|percentages?|effort|pace|distance|exercises?|focus|goals?",
)
_OF = r"(?:(?:per|between|of|for|a|each) [\w ]+|\([^()]*\))"
_ROW = in_any_case(rf"(?:[\w/&’'-]+ ){{0,3}}{_PARAMETER}(?: {_OF})*")
"""What the first cell of such a row says: `Reps`, `Main lift sets`, `Rest (compounds)`, `Sessions per week`."""
_SCALE = in_any_case("rpe|rir|zones?|levels?|scores?|ratings?|scale|percent(?:age)?|%|intensity|effort")
"""The first column of a table that tells what the steps of a scale mean."""
_STEP = re.compile(r"(?:zone |rpe |level )?\d[\d.,%\s–-]*%?", re.IGNORECASE)
_NAMED = in_any_case("exercises?|movements?|lifts?|sets?|reps?|session|workout|activity|weeks?|days?")
_TABLE = frozenset({BlockKind.ROW, BlockKind.ROW_HEAD})


def without_parameters(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without such tables, and what these say, a row each."""
    kept, told = list[Block](), list[str]()
    for stretch in _stretches(blocks):
        if _is_of_parameters(stretch) or _is_scale(stretch) or are_unnamed_sets(stretch, kept):
            told += [": ".join((one.cells[0], " / ".join(one.cells[1:]))) for one in stretch if one.cells]
        else:
            kept += stretch
    return kept, told


def _stretches(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The tables, and what stands between them."""
    stretch = list[Block]()
    for block in blocks:
        is_other = bool(stretch) and (block.kind in _TABLE) is not (stretch[-1].kind in _TABLE)
        if is_other or (stretch and block.kind is BlockKind.ROW_HEAD):
            yield stretch
            stretch = []
        stretch.append(block)
    if stretch:
        yield stretch


def _is_of_parameters(stretch: Sequence[Block]) -> bool:
    rows = [one for one in stretch if one.kind is BlockKind.ROW and len(one.cells) >= LEAST_CELLS]
    named = [one for one in rows if _ROW.fullmatch(one.cells[0].strip(" :*")) and not _is_movement(one.cells[0])]
    return len(named) >= LEAST_ROWS and 3 * len(named) >= 2 * len(rows)


def is_parameter(text: str) -> bool:
    """Whether it names an amount, and no exercise: `Sets × reps`, `Rest between sets`."""
    plain = re.sub(r"\s*[×x/&]\s*(?=reps?\b)", " and ", text.strip(" :*"), flags=re.IGNORECASE)
    return bool(_ROW.fullmatch(plain)) and not _is_movement(plain)


def _is_scale(stretch: Sequence[Block]) -> bool:
    """Whether it tells what the steps of a scale mean: `RPE | Reps left`, with `8 | 2` below."""
    head, *rows = stretch
    is_headed = (
        head.kind is BlockKind.ROW_HEAD and bool(head.cells) and bool(_SCALE.fullmatch(head.cells[0].strip(" *")))
    )
    is_named = any(_NAMED.fullmatch(one.strip(" *")) for one in head.cells)
    return (
        is_headed and not is_named and bool(rows) and all(one.cells and _STEP.fullmatch(one.cells[0]) for one in rows)
    )


def _is_movement(cell: str) -> bool:
    return ends_with_movement(cell.strip(" :*"))
