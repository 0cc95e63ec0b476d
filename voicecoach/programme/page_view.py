"""What the page shows, as plain values: every choice and every word is made here, the template only lays it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from voicecoach.definitions.session import Source
from voicecoach.plan.shown import work_text
from voicecoach.programme.exercises import ExerciseView, exercises
from voicecoach.programme.figures import has_figures
from voicecoach.programme.model import APP_ICONS, FIGURES, Episode, Programme
from voicecoach.programme.move_strips import Strip, strips
from voicecoach.programme.session_view import Day, SessionView, day_of, session_view
from voicecoach.programme.texts import contact_address, minutes_text, web_address
from voicecoach.times import Ms

MOST_UNGROUPED, WEEKS_GROUPED = 12, 4
"""More sessions than this stand in groups of so many weeks."""


@dataclass(frozen=True)
class Link:
    """A text, and where it leads if it leads anywhere."""

    text: str
    address: str | None


@dataclass(frozen=True)
class Progress:
    """What each week asks for: a cell a week for every exercise."""

    title: str
    weeks: tuple[int, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Group:
    """Sessions that stand together; where all do, without a title."""

    title: str
    sessions: tuple[SessionView, ...]


@dataclass(frozen=True)
class PageView:
    """All that the page shows. `message` has the coach's paragraphs; the pictures are names of files beside it.

    `figures` is the name of the file with the figures, empty where there are none.
    """

    title: str
    client: str | None
    full_title: str
    author: str
    contact: Link | None
    coach: str
    mail: str | None
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
    groups: tuple[Group, ...]
    progress: tuple[Progress, ...]
    moving_on: str
    exercises: tuple[ExerciseView, ...]
    figures: str
    strips: tuple[Strip, ...]

    @property
    def strip_of(self) -> dict[str, Strip]:
        """The drawings of moves, by their names."""
        return {one.name: one for one in self.strips}


def page_view(programme: Programme) -> PageView:
    """Everything about a programme in the words and numbers of its page."""
    sessions = {one.workout.session.name: one.workout.session for one in programme.episodes}.values()
    sources = dict.fromkeys(session.source for session in sessions if session.source)
    days = [episode.day for episode in programme.episodes if episode.day]
    coach = programme.coach
    views = tuple(session_view(programme, number, one) for number, one in enumerate(programme.episodes, start=1))
    return PageView(
        programme.title,
        programme.client,
        programme.full_title,
        programme.author,
        Link(coach.contact, contact_address(coach.contact)) if coach and coach.contact else None,
        coach.name if coach else "",
        _mail(coach.contact) if coach else None,
        coach.message if coach else (),
        programme.language,
        programme.artwork if programme.logo else APP_ICONS[192],
        APP_ICONS[192],
        programme.artwork,
        str(programme.identity),
        tuple(dict.fromkeys(session.about for session in sessions if session.about)),
        tuple((source, web_address(source.video)) for source in sources),
        len({episode.week for episode in programme.episodes}),
        minutes_text(Ms(sum(episode.timeline.duration for episode in programme.episodes))),
        day_of(min(days)) if days else None,
        day_of(max(days)) if days else None,
        views,
        tuple(_grouped(views)),
        tuple(_progress(programme)),
        _moving_on(programme),
        exercises(programme),
        FIGURES if has_figures(programme) else "",
        strips(programme),
    )


def _mail(contact: str) -> str | None:
    address = contact_address(contact)
    return address if address and address.startswith("mailto:") else None


def _grouped(sessions: tuple[SessionView, ...]) -> Iterator[Group]:
    """All together, or a few weeks each where there are many."""
    if len(sessions) <= MOST_UNGROUPED:
        yield Group("", sessions)
        return
    for _, some in groupby(sessions, key=lambda one: (one.week - 1) // WEEKS_GROUPED):
        group = tuple(some)
        first, last = group[0].week, group[-1].week
        yield Group(f"Week {first}" if first == last else f"Weeks {first} to {last}", group)


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
