"""A session on one sheet of paper, whatever its number of exercises and the length of their texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import ceil
from unicodedata import east_asian_width

from voicecoach.definitions.model import Cue
from voicecoach.definitions.session import SectionKind, WarmUp
from voicecoach.plan.framing import is_warm_up
from voicecoach.plan.shown import times_of, work_text
from voicecoach.plan.workout import WorkSection
from voicecoach.programme.figures import figure_of
from voicecoach.programme.model import Episode, Programme
from voicecoach.programme.texts import (
    cue_text,
    day_text,
    minutes_text,
    rest_text,
    section_note,
    tempo_in,
)

WIDTH_MM, HEIGHT_MM = 184, 248
"""What A4 and Letter both have within margins of 12 mm, and a little less."""

POINT_MM = 25.4 / 72
LINE, LETTER, WIDE_LETTER = 1.32, 0.56, 1.05
"""A line's height and a letter's width in ems, generous for the letters that texts usually have."""

WIDTHS = (0.19, 0.15, 0.09, 0.08, 0.25, 0.24)
"""The columns' shares: exercise, work, tempo, rest, cues, boxes. The style sheet has the same."""
WIDTHS_BESIDE_MOVES = (0.14, 0.13, 0.095, 0.075, 0.26, 0.17)
"""The same where a column of drawings is before them, which has the rest."""

BOX_WIDTH, BOX_HEIGHT, FEELING_HEIGHT = 3.45, 1.95, 5.0
"""In ems: a box in which to write with the room around it, and the lines on how it felt."""

MOST_BOXES = 10
BLANK = "_" * 8
"""Room to write a number."""


@dataclass(frozen=True)
class SheetRow:
    """An exercise's row; `move` is the name of its drawing, empty where there is none.

    `boxes` is a box for what was done in each set, none where nobody knows how many there are.
    """

    title: str
    work: str
    tempo: str
    rest: str
    cues: str
    sets: int
    move: str = ""

    @property
    def boxes(self) -> int:
        """How many boxes there are to write in."""
        return min(self.sets, MOST_BOXES)


@dataclass(frozen=True)
class SheetSection:
    """The rows of a section; `note` is its title and how it goes."""

    note: str
    rows: tuple[SheetRow, ...]


@dataclass(frozen=True)
class Sheet:
    """What stands on the sheet, in letters of `points`, with drawings `move_mm` high."""

    points: float
    move_mm: int
    title: str
    client: str
    day: str
    length: str
    author: str
    contact: str
    needs: str
    safety: tuple[str, ...]
    sections: tuple[SheetSection, ...]


@dataclass(frozen=True)
class _Rung:
    """How much stands on the sheet: the size of letters, how many cues an exercise has, how long a text may be.

    `move_mm` is how high the drawings of moves are, 0 for none.
    """

    points: float
    cues: int
    letters: int = 1000
    short: bool = True
    move_mm: int = 0


_PLAIN_RUNGS = (
    *(_Rung(points, 4, short=False) for points in (12, 11)),
    *(_Rung(points, 3, short=False) for points in (11, 10.5, 10)),
    *(_Rung(points, cues) for points in (10, 9, 8.5) for cues in (3, 2)),
    *(_Rung(points, cues) for points in (8, 7.5, 7) for cues in (2, 1)),
    *(_Rung(points, 1) for points in (6.5, 6)),
    *(_Rung(points, 0, letters) for letters in (90, 60, 40, 25) for points in (6.5, 5.5, 5)),
)
_MOVES_MM = ((18, 9.5), (15, 9), (12, 8), (9, 7))
"""How high drawings are, and the least size of letters beside which they are worth their room."""


def _with_moves() -> Iterator[_Rung]:
    """The rungs that have drawings: whole cues go before large drawings, and these before large letters."""
    for short in (False, True):
        for mm, least in _MOVES_MM:
            yield from (replace(one, move_mm=mm) for one in _PLAIN_RUNGS if one.short is short and one.points >= least)


_RUNGS = (*_with_moves(), *_PLAIN_RUNGS)
"""From the best to what always fits; the first that does is taken."""


def sheet(programme: Programme, episode: Episode) -> Sheet:
    """The sheet with as much as fits on a page."""
    sheets = (_sheet(programme, episode, rung) for rung in _RUNGS)
    fitting = (one for one in sheets if height_mm(one) <= HEIGHT_MM)
    return next(fitting, None) or _sheet(programme, episode, _RUNGS[-1])


def _sheet(programme: Programme, episode: Episode, rung: _Rung) -> Sheet:
    workout, coach = episode.workout, programme.coach
    moves = programme.pictures and rung.move_mm > 0
    sections = tuple(_section(episode, section, rung, moves=moves) for section in workout.sections)
    return Sheet(
        rung.points,
        rung.move_mm if any(row.move for section in sections for row in section.rows) else 0,
        _cut(episode.title, rung),
        _cut(workout.client or "", rung),
        f"Week of {day_text(episode.day)}" if episode.day else "",
        minutes_text(episode.timeline.duration),
        _cut(programme.author, rung),
        _cut(coach.contact if coach else "", rung),
        _cut("; ".join(episode.wording.need(need) for need in workout.needs), rung, times=4),
        tuple(_cut(text, rung, times=2) for text in dict.fromkeys(_safety(episode, rung))),
        sections,
    )


def _cut(text: str, rung: _Rung, *, times: int = 1) -> str:
    limit = rung.letters * times
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _safety(episode: Episode, rung: _Rung) -> Iterator[str]:
    """When to stop, then what each exercise asks to mind."""
    wording, session = episode.wording, episode.workout.session
    if session.warm_up is WarmUp.ELSEWHERE and not any(map(is_warm_up, episode.workout.sections)):
        yield "Warm up first."
    yield from (episode.phrases.line(name)[0] for name in ("opening_stop", "opening_form"))
    yield from (cue_text(cue, wording) for cue in session.cues.safety)
    for work in episode.workout.works:
        cues = _usable(episode, work.exercise.cues.safety)
        for cue in cues[: max(rung.cues, 1)]:
            yield f"{work.exercise.title}: {cue_text(cue, wording, short=rung.short)}"


def _section(episode: Episode, section: WorkSection, rung: _Rung, *, moves: bool) -> SheetSection:
    note = section_note(section)
    if section.is_listed:
        note += {SectionKind.AMRAP: f". Rounds done: {BLANK}", SectionKind.FOR_TIME: f". Time: {BLANK}"}[section.kind]
    head = ". ".join(text for text in (section.title, note) if text)
    rows = tuple(_row(episode, section, entry, rung, moves=moves) for entry in range(len(section.works)))
    return SheetSection(_cut(head, rung, times=4), rows)


def _row(episode: Episode, section: WorkSection, entry: int, rung: _Rung, *, moves: bool) -> SheetRow:
    work = section.works[entry]
    title = " + ".join([work.exercise.title, *(variation.title for variation in work.variations)])
    cues = _usable(episode, (*work.exercise.cues.form, *work.exercise.cues.setup))[: rung.cues]
    texts = [cue_text(cue, episode.wording, short=rung.short) for cue in cues]
    if work.note and rung.cues:
        texts.insert(0, work.note)
    return SheetRow(
        _cut(title, rung),
        _cut(work_text(section, entry), rung),
        _cut(tempo_in(section, entry), rung),
        rest_text(section, entry),
        " ".join(texts),
        0 if section.kind is SectionKind.AMRAP else work.sets * times_of(section, entry),
        figure_of(work) if moves else "",
    )


def _usable(episode: Episode, cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    return tuple(cue for cue in cues if cue.needs is None or cue.needs in episode.workout.present)


# How much room it takes


def height_mm(one: Sheet) -> float:
    """About how high the sheet is when printed, in millimetres, rather too much than too little."""
    em = one.points * POINT_MM
    head = _lines(one.title, WIDTH_MM * 0.74, em * 1.7) * em * 1.7
    head += _lines(f"{one.client} {one.day} {one.length} {one.author} {one.contact}", WIDTH_MM * 0.74, em) * em
    head += _lines(f"What to fetch: {one.needs}", WIDTH_MM, em) * em
    safety = sum(_lines(text, WIDTH_MM * 0.94, em) for text in one.safety) * em
    table = em + sum(_section_height(section, em, one.move_mm) for section in one.sections)
    return (head + safety + table) * LINE + (7 + FEELING_HEIGHT) * em


def _section_height(section: SheetSection, em: float, move_mm: int) -> float:
    return 1.6 * em * _lines(section.note, WIDTH_MM * 0.94, em) + sum(
        _row_height(row, em, move_mm) for row in section.rows
    )


def _row_height(row: SheetRow, em: float, move_mm: int) -> float:
    texts = (row.title, row.work, row.tempo, row.rest, row.cues)
    widths = WIDTHS_BESIDE_MOVES if move_mm else WIDTHS
    heights = [_lines(text, WIDTH_MM * share - em, em) for text, share in zip(texts, widths, strict=False)]
    drawing = move_mm / (em * LINE) if row.move else 0
    return (max(*heights, drawing, _boxes_height(row, em, widths[-1]) / LINE) + 0.6) * em


def _boxes_height(row: SheetRow, em: float, share: float) -> float:
    """In ems."""
    in_a_line = max(1, int((WIDTH_MM * share - em) / (BOX_WIDTH * em)))
    more = row.sets > row.boxes
    return (ceil(row.boxes / in_a_line) + more) * BOX_HEIGHT


def _lines(text: str, width_mm: float, em: float) -> int:
    """The lines that a text needs; broken between words, so that a line is not always full."""
    letters = sum(WIDE_LETTER if east_asian_width(letter) in {"W", "F"} else LETTER for letter in text)
    return ceil(letters * em / width_mm + (0.25 if letters * em > width_mm else 0)) if text else 0
