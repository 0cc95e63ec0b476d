"""Tables that tell of no exercise: amounts by phases or weeks, what a programme is, how much there is in a week."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.grids.week_columns import are_unnamed_sets
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.late_patterns import late

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
_STEP = late(r"(?:zone |rpe |level )?\d[\d.,%\s–-]*%?", re.IGNORECASE)
_NAMED = in_any_case("exercises?|movements?|lifts?|sets?|reps?|session|workout|activity|weeks?|days?")
_ATTRIBUTES = in_any_case(
    "attributes?|metrics?|parameters?|propert(?:y|ies)|details?|variables?|aspects?|fields?|features?|settings?"
    "|specs?|specifications?|characteristics?|items?|categor(?:y|ies)|elements?|factors?|overview|info(?:rmation)?"
)
"""The first column of a table that tells what a programme is."""
_ABOUT = in_any_case(
    r"(?:[\w/&’'-]+ ){0,3}(?:levels?|difficulty|duration|length|frequency|days?|weeks?|schedule|equipment|goals?|focus"
    r"|phases?|split|type|style|experience|sessions?|workouts?|volume|progression|calories|muscles?|author|space|age|time|total)"
    rf"(?: {_OF})*"
)
"""What is so of the whole programme, and is no part of what is done."""
_SUBJECT = in_any_case(
    r"(?:(?:common|key|main|your|training|pain|early|possible) ){0,2}(?:principles?|terms?|words?|abbreviations?"
    r"|acronyms?|symptoms?|signs?|pain(?: levels?| scores?| scale| rating)?|markers?|milestones?|benefits?"
    r"|mistakes?|errors?|faults?|resources?|links?|books?|questions?|problems?|issues?|causes?|files?"
    r"|columns?|supplements?|foods?|meals?|nutrients?|equipment|gear|tools?|props?|goals?|concepts?|myths?|tips?"
    r"|stage of healing|risks?|injur(?:y|ies)|conditions?|criteri(?:a|on)|tests?)(?: \|.*)?",
    r"muscles?(?: groups?)? \| (?:(?:main |its )?(?:functions?|roles?|actions?|jobs?)|what it does)(?: \|.*)?",
)
_DONE = in_any_case(
    r"\b(?:exercis\w*|drills?|stretch\w*|movements?|moves?|poses?|workouts?|sets?|reps?|repetitions?|hold|prescription"
    r"|session|routine|rounds?|activit(?:y|ies)|dos(?:e|age))\b"
)
_SETS = late(r"\d\s*[x×]\s*\d|\d sets?\b", re.IGNORECASE)
_IN_SECONDS = in_any_case(r".*\d\s?s(?:ec(?:ond)?s?)?\b.*")
_WEEKLY = in_any_case(r"(?:sets?|reps?|volume)\s*(?:/|per|a|each) ?we?e?ks?|weekly (?:sets?|reps?|volume).*")
_DAY = in_any_case(r"(?:mon|tue|wed|thu|fri|sat|sun)\w*|day \d")
_TABLE = frozenset({BlockKind.ROW, BlockKind.ROW_HEAD})


def without_parameters(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without such tables, and what these say, a row each."""
    kept, told = list[Block](), list[str]()
    for stretch in _stretches(blocks):
        is_of_none = any(is_it(stretch) for is_it in (_is_of_parameters, _is_scale, _is_weekly, _is_of_subjects))
        if is_of_none or are_unnamed_sets(stretch, kept):
            apart, rest = list(stretch), list[Block]()
        elif _has_attributes(stretch):
            apart = [stretch[0], *filter(_is_about, stretch[1:])]
            rest = [_as_item(one) for one in stretch[1:] if not _is_about(one)]
        else:
            apart, rest = [], stretch
        told += [": ".join((one.cells[0], " / ".join(one.cells[1:]))) for one in apart if one.cells]
        kept += rest
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
    if stretch[0].cells and all(_DAY.fullmatch(cell.strip(" *")) for cell in stretch[0].cells[1:]):
        return False  # `Rest` is a day off
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


def _is_weekly(stretch: Sequence[Block]) -> bool:
    """Whether it tells how much there is in a week, and calls no exercises: `Muscle | Sets/week`."""
    cells = [one.strip(" *") for one in stretch[0].cells]
    return any(map(_WEEKLY.fullmatch, cells)) and not any(map(_NAMED.fullmatch, cells))


def _is_of_subjects(stretch: Sequence[Block]) -> bool:
    """Whether its first column has something that nobody does, and no other an exercise: `Symptom | What to do`."""
    head, *rows = stretch
    cells = [one.strip(" *") for one in head.cells]
    is_subject = head.kind in _TABLE and len(cells) > 1 and bool(rows) and bool(_SUBJECT.fullmatch(" | ".join(cells)))
    is_done = any(map(_DONE.search, cells[1:])) or any(map(_SETS.search, (one.text for one in rows)))
    return is_subject and not is_done


def _has_attributes(stretch: Sequence[Block]) -> bool:
    cells = stretch[0].cells
    return 0 < len(cells) < LEAST_CELLS and _ATTRIBUTES.fullmatch(cells[0].strip(" *")) is not None


def _is_about(row: Block) -> bool:
    """Whether a row tells what the programme is, as `Length: 4 weeks`, and not how long to work."""
    key = row.cells[0].strip(" :*")
    return bool(_ABOUT.fullmatch(key)) and not _is_movement(key) and not _IN_SECONDS.fullmatch(row.cells[-1])


def _as_item(row: Block) -> Block:
    """What a row says of what is done, as an item: `Rest: 60 s`."""
    return replace(row, kind=BlockKind.ITEM, text=": ".join(one.strip(" *") for one in row.cells), marker="-", cells=())


def _is_movement(cell: str) -> bool:
    return ends_with_movement(cell.strip(" :*"))
