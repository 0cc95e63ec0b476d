"""What the page shows of a session, as plain values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import quote

from voicecoach.plan.script import StepKind
from voicecoach.plan.shown import work_text
from voicecoach.plan.workout import WorkSection
from voicecoach.programme.figures import figure_of
from voicecoach.programme.model import Episode, Programme
from voicecoach.programme.sheet import Sheet, sheet
from voicecoach.programme.texts import day_text, minutes_text, rest_text, section_note, size_text, tempo_in
from voicecoach.timeline.model import Chapter, TimedStep, Timeline
from voicecoach.timeline.places import step_at
from voicecoach.times import Ms, clock

DRAWING_HEIGHT = 60
"""Of the drawing, in its own units; its width is 1000."""
MOST_NAMED = 3
"""So many exercises name a section that has no title."""


@dataclass(frozen=True)
class Day:
    """A date for machines (ISO 8601) and for people."""

    iso: str
    text: str


@dataclass(frozen=True)
class ChapterLink:
    """A place to jump to: `title` as it stands below the name of its part, `full` alone."""

    full: str
    title: str
    time: str
    seconds: float
    address: str


@dataclass(frozen=True)
class Part:
    """The chapters of an exercise or of a section in rounds, `number`ed from one; opening and end have no title."""

    title: str
    number: int | None
    chapters: tuple[ChapterLink, ...]


@dataclass(frozen=True)
class Shape:
    """All steps of a kind in the drawing of a session, as the path of an SVG, in thousandths of its length."""

    kind: str
    outline: str


@dataclass(frozen=True)
class Stretch:
    """An exercise's place in the drawing of a session, in thousandths of its length."""

    number: int
    x: float
    width: float


@dataclass(frozen=True)
class Row:
    """An exercise in the plan; `note` is the author's, `figure` the name of its figure or empty."""

    title: str
    variations: tuple[str, ...]
    work: str
    tempo: str
    rest: str
    note: str
    figure: str


@dataclass(frozen=True)
class PlanSection:
    """The exercises of a section; `note` says how it goes."""

    title: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class SessionView:
    """One session of one week. `script` is the file with all that is heard in it; `bytes` is how large both are."""

    number: int
    heading: str
    title: str
    week: int
    day: Day | None
    length: str
    stem: str
    mp3: str
    script: str
    seconds: float
    bytes: int
    size: str
    needs: tuple[str, ...]
    parts: tuple[Part, ...]
    shapes: tuple[Shape, ...]
    stretches: tuple[Stretch, ...]
    drawing: str
    plan: tuple[PlanSection, ...]
    sheet: Sheet


def day_of(day: date) -> Day:
    """The date for both."""
    return Day(day.isoformat(), day_text(day))


def session_view(programme: Programme, number: int, episode: Episode) -> SessionView:
    """Everything about the session that comes as the `number`-th, from one."""
    workout, timeline = episode.workout, episode.timeline
    groups = tuple(_groups(episode))
    return SessionView(
        number,
        _heading(programme, episode),
        episode.title,
        episode.week,
        day_of(episode.day) if episode.day else None,
        minutes_text(timeline.duration),
        episode.stem,
        quote(episode.mp3),
        quote(episode.script),
        timeline.duration / 1000,
        episode.mp3_bytes,
        size_text(episode.mp3_bytes),
        tuple(episode.wording.need(need) for need in workout.needs),
        tuple(_parts(episode, groups)),
        tuple(_shapes(timeline)),
        tuple(_stretches(groups, timeline.duration)),
        _drawing(episode),
        tuple(_plan_section(section) for section in workout.sections),
        sheet(programme, episode),
    )


def _heading(programme: Programme, episode: Episode) -> str:
    """What tells this session from the others."""
    session = episode.workout.session.title
    if episode.workout.weeks == 1:
        return session + episode.which
    alone = len({one.workout.session.name for one in programme.episodes}) == 1
    week = f"Week {episode.week}" if alone else f"Week {episode.week}: {session}"
    return week + episode.which


# Chapters and the drawing


@dataclass(frozen=True)
class _Group:
    """Chapters that belong together: those of an exercise, or of a section that goes in rounds."""

    number: int | None
    title: str
    section_title: str
    chapters: tuple[Chapter, ...]


def _groups(episode: Episode) -> Iterator[_Group]:
    """The chapters in order, those of a part of the session together; parts are numbered from one."""
    number = 0
    for (section, part), group in groupby(episode.timeline.chapters, key=lambda one: _part_of(episode, one)):
        number += bool(part)
        chapters = tuple(group)
        section_title = (section and section.title) or ""
        yield _Group(number if part else None, part, section_title, chapters)


def _part_of(episode: Episode, chapter: Chapter) -> tuple[WorkSection | None, str]:
    """The section of a chapter, and what to call the part of it that the chapter belongs to."""
    step = episode.coming[step_at(episode.timeline, chapter.start)] if chapter.part else None
    section = next((one for one in episode.workout.sections if step and one.index + 1 == step.section), None)
    if section is None:
        return None, chapter.part
    return section, _section_name(section) if section.exact and section.is_in_rounds else chapter.part


def _section_name(section: WorkSection) -> str:
    """Its title, or its exercises."""
    titles = list(dict.fromkeys(work.exercise.title for work in section.works))
    return section.title or " + ".join(titles[:MOST_NAMED]) + (" …" if len(titles) > MOST_NAMED else "")


def _parts(episode: Episode, groups: Sequence[_Group]) -> Iterator[Part]:
    for group in groups:
        links = tuple(_chapter_link(episode, chapter, group) for chapter in group.chapters)
        yield Part(group.title, group.number, links)


def _chapter_link(episode: Episode, chapter: Chapter, group: _Group) -> ChapterLink:
    seconds = chapter.start / 1000
    title = chapter.title.removeprefix(f"{group.section_title}: ") if group.section_title else chapter.title
    title = title.removeprefix(f"{group.title}, ") if group.title else title
    address = f"{quote(episode.mp3)}#t={seconds:g}"
    return ChapterLink(chapter.title, title, clock(chapter.start), seconds, address)


def _shapes(timeline: Timeline) -> Iterator[Shape]:
    by_kind: dict[str, list[TimedStep]] = {}
    for step in timeline.steps:
        by_kind.setdefault(step.kind, []).append(step)
    for kind, steps in by_kind.items():
        yield Shape(kind, "".join(_bar(step, timeline.duration) for step in steps))


def _bar(step: TimedStep, duration: Ms) -> str:
    start, end = (_thousandths(at, duration) for at in (step.start, step.end))
    return f"M{start:g} 0H{end:g}V{DRAWING_HEIGHT}H{start:g}z"


def _stretches(groups: Sequence[_Group], duration: Ms) -> Iterator[Stretch]:
    for group in groups:
        if group.number:
            start, end = group.chapters[0].start, group.chapters[-1].end
            yield Stretch(group.number, _thousandths(start, duration), _thousandths(end - start, duration))


def _thousandths(length: int, whole: int) -> float:
    return round(1000 * length / max(whole, 1), 2)


def _drawing(episode: Episode) -> str:
    """What the drawing shows, for those who don't see it."""
    lengths = dict.fromkeys(StepKind, 0)
    for step in episode.timeline.steps:
        lengths[StepKind(step.kind)] += step.end - step.start
    work = minutes_text(Ms(lengths[StepKind.WORK] + lengths[StepKind.HOLD]))
    rest = minutes_text(Ms(lengths[StepKind.REST]))
    titles = ", ".join(dict.fromkeys(work.exercise.title for work in episode.workout.works))
    return f"The session in order: {titles}. About {work} of work and {rest} of rest."


# The plan


def _plan_section(section: WorkSection) -> PlanSection:
    rows = tuple(_row(section, entry) for entry in range(len(section.works)))
    return PlanSection(section.title or "", section_note(section), rows)


def _row(section: WorkSection, entry: int) -> Row:
    work = section.works[entry]
    variations = tuple(variation.title for variation in work.variations)
    amount, rest = work_text(section, entry), rest_text(section, entry)
    tempo, note = tempo_in(section, entry), work.note or ""
    return Row(work.exercise.title, variations, amount, tempo, rest, note, figure_of(work))
