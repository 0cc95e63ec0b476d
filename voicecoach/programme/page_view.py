"""What the page shows, as plain values: every choice and every word is made here, the template only lays it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from urllib.parse import quote

from voicecoach.definitions.session import Source
from voicecoach.plan.script import StepKind
from voicecoach.plan.shown import work_text
from voicecoach.plan.workout import WorkSection
from voicecoach.programme.exercises import ExerciseView, exercises
from voicecoach.programme.model import APP_ICONS, Episode, Programme
from voicecoach.programme.script_data import script_data
from voicecoach.programme.sheet import Sheet, sheet
from voicecoach.programme.texts import (
    contact_address,
    day_text,
    minutes_text,
    rest_text,
    section_note,
    size_text,
    tempo_in,
    web_address,
)
from voicecoach.timeline.model import Chapter, TimedStep
from voicecoach.timeline.places import step_at
from voicecoach.times import Ms, clock

MOST_NAMED = 3
"""So many exercises name a section that has no title."""


@dataclass(frozen=True)
class Link:
    """A text, and where it leads if it leads anywhere."""

    text: str
    address: str | None


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
class Bar:
    """A step in the drawing of a session, in thousandths of its length."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True)
class Stretch:
    """An exercise's place in the drawing of a session, in thousandths of its length."""

    number: int
    x: float
    width: float


@dataclass(frozen=True)
class Row:
    """An exercise in the plan; `note` is the author's."""

    title: str
    variations: tuple[str, ...]
    work: str
    tempo: str
    rest: str
    note: str


@dataclass(frozen=True)
class PlanSection:
    """The exercises of a section; `note` says how it goes."""

    title: str
    note: str
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class SessionView:
    """One session of one week. `data` is what the script needs, as JSON that is safe inside a script element."""

    number: int
    heading: str
    title: str
    week: int
    day: Day | None
    length: str
    mp3: str
    size: str
    needs: tuple[str, ...]
    parts: tuple[Part, ...]
    bars: tuple[Bar, ...]
    stretches: tuple[Stretch, ...]
    drawing: str
    plan: tuple[PlanSection, ...]
    sheet: Sheet
    data: str


@dataclass(frozen=True)
class Progress:
    """What each week asks for: a cell a week for every exercise."""

    title: str
    weeks: tuple[int, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class PageView:
    """All that the page shows. `message` has the coach's paragraphs; the pictures are names of files beside it."""

    title: str
    client: str | None
    full_title: str
    author: str
    contact: Link | None
    message: tuple[str, ...]
    language: str
    picture: str
    icon: str
    artwork: str
    identity: str
    about: tuple[str, ...]
    credits: tuple[tuple[Source, str | None], ...]
    weeks: int
    total: str
    first_day: Day | None
    last_day: Day | None
    sessions: tuple[SessionView, ...]
    progress: tuple[Progress, ...]
    moving_on: str
    exercises: tuple[ExerciseView, ...]


def page_view(programme: Programme) -> PageView:
    """Everything about a programme in the words and numbers of its page."""
    sessions = {one.workout.session.name: one.workout.session for one in programme.episodes}.values()
    sources = dict.fromkeys(session.source for session in sessions if session.source)
    days = [episode.day for episode in programme.episodes if episode.day]
    coach = programme.coach
    return PageView(
        programme.title,
        programme.client,
        programme.full_title,
        programme.author,
        Link(coach.contact, contact_address(coach.contact)) if coach and coach.contact else None,
        coach.message if coach else (),
        programme.language,
        programme.logo or APP_ICONS[192],
        APP_ICONS[192],
        programme.artwork,
        str(programme.identity),
        tuple(dict.fromkeys(session.about for session in sessions if session.about)),
        tuple((source, web_address(source.video)) for source in sources),
        len({episode.week for episode in programme.episodes}),
        minutes_text(Ms(sum(episode.timeline.duration for episode in programme.episodes))),
        _day(min(days)) if days else None,
        _day(max(days)) if days else None,
        tuple(_session(programme, number, one) for number, one in enumerate(programme.episodes, start=1)),
        tuple(_progress(programme)),
        _moving_on(programme),
        exercises(programme),
    )


def _day(day: date) -> Day:
    return Day(day.isoformat(), day_text(day))


def _session(programme: Programme, number: int, episode: Episode) -> SessionView:
    workout, timeline = episode.workout, episode.timeline
    groups = tuple(_groups(episode))
    return SessionView(
        number,
        _heading(programme, episode),
        episode.title,
        episode.week,
        _day(episode.day) if episode.day else None,
        minutes_text(timeline.duration),
        quote(episode.mp3),
        size_text(episode.mp3_bytes),
        tuple(episode.wording.need(need) for need in workout.needs),
        tuple(_parts(episode, groups)),
        tuple(_bar(step, timeline.duration) for step in timeline.steps),
        tuple(_stretches(groups, timeline.duration)),
        _drawing(episode),
        tuple(_plan_section(section) for section in workout.sections),
        sheet(programme, episode),
        script_data(programme, episode),
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


def _bar(step: TimedStep, duration: Ms) -> Bar:
    return Bar(step.kind, _thousandths(step.start, duration), _thousandths(step.end - step.start, duration))


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
    return Row(work.exercise.title, variations, amount, tempo_in(section, entry), rest, work.note or "")


def _progress(programme: Programme) -> Iterator[Progress]:
    """A table for each session that more than one week has."""
    by_session: dict[str, list[Episode]] = {}
    for episode in (one for one in programme.episodes if one.time == 1):
        by_session.setdefault(episode.workout.session.name, []).append(episode)
    for episodes in by_session.values():
        if len(episodes) > 1:
            cells = [_cells(episode) for episode in episodes]
            rows = {key: title for week in cells for key, (title, _) in week.items()}
            yield Progress(
                episodes[0].workout.session.title,
                tuple(episode.week for episode in episodes),
                tuple((title, tuple(week.get(key, ("", "–"))[1] for week in cells)) for key, title in rows.items()),
            )


def _moving_on(programme: Programme) -> str:
    """When to go on to the next week, where the weeks build."""
    works = [work for episode in programme.episodes for work in episode.workout.works]
    if any(work.builds and work.amount.low < work.amount.high for work in works):
        return "Stay on a week until every set reaches the top of its range in good form. Then move on to the next one."
    if any(work.builds or work.load_builds for work in works):
        return "Stay on a week until every set is done in good form. Then move on to the next one."
    return ""


def _cells(episode: Episode) -> dict[tuple[str, int], tuple[str, str]]:
    """Title and amount by exercise, and by which time it comes in the session."""
    cells: dict[tuple[str, int], tuple[str, str]] = {}
    times: Counter[str] = Counter()
    for section in episode.workout.sections:
        for entry, work in enumerate(section.works):
            name = work.exercise.name
            cells[name, times[name]] = (work.exercise.title, work_text(section, entry))
            times[name] += 1
    return cells
