"""The podcast feed of a programme: RSS 2.0 with the tags of Apple Podcasts and of Podcasting 2.0.

It is for those who are given its address: directories are asked to leave it out. The same programme at the same address
gives the same text, so there is no build date.

Descriptions are plain text, which is what readers show that know no markup; the same as HTML is in `content:encoded`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime
from html import escape
from urllib.parse import quote
from uuid import UUID, uuid5

from voicecoach.plan.fetching import fetch_lines
from voicecoach.plan.framing import Minutes, length_before
from voicecoach.plan.shown import work_text
from voicecoach.plan.workout import for_client
from voicecoach.programme.model import FEED, PODCAST_PICTURE, Episode, Programme
from voicecoach.programme.rendering import template
from voicecoach.programme.texts import section_note
from voicecoach.templates import xml_text

PUBLISHED_AT = time(6, tzinfo=UTC)
"""When the first episode of a week comes out, on its day; the others of the week follow a minute apart."""

_PODCASTS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of feeds' identifiers, as the Podcasting 2.0 project gives it for `podcast:guid`."""

_WHAT = "A workout programme with a coach's voice in your ear"
_HOW_TO_PLAY = "Play it at normal speed and don't let your app skip silence: the pauses are part of the workout."


@dataclass(frozen=True, slots=True)
class Release:
    """When episodes come out, as seen from `today`: all of them now, or `weekly` those of the weeks that have begun.

    Podcast apps go different ways with dates to come, so there are none in a feed. Of all episodes the last is dated
    on the day before the programme begins, or before today, and the weeks before it seven days apart. Released weekly,
    each has the day on which its week begins; the first week is there from the start, since some apps don't take an
    empty feed.
    """

    today: date
    weekly: bool = False

    def episodes(self, programme: Programme) -> list[Episode]:
        """The episodes that are out."""
        first = programme.episodes[0]
        return [one for one in programme.episodes if self._is_out(one) or one.week == first.week]

    def _is_out(self, episode: Episode) -> bool:
        return not self.weekly or episode.day is None or episode.day <= self.today

    def day(self, episode: Episode, programme: Programme) -> date | None:
        """The date of an episode; None in a programme without a start."""
        first, last = programme.episodes[0].day, programme.episodes[-1].day
        if episode.day is None or first is None or last is None:
            return None
        if self.weekly:
            return min(episode.day, self.today)
        return episode.day - (last - min(first, self.today)) - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Item:
    """An episode with what the feed says of it; it is `number`ed from one."""

    episode: Episode
    number: int
    guid: UUID
    published: str | None
    facts: tuple[str, ...]
    duration_s: int


def feed(programme: Programme, base_url: str, release: Release) -> str:
    """The text of the feed (write it as UTF-8) for a folder that is served at `base_url`, which ends with a slash."""

    def address(name: str) -> str:
        return base_url + quote(name, safe="")

    return template("feed.xml.jinja", xml_text).render(
        programme=programme,
        base_url=base_url,
        address=address,
        feed_url=address(FEED),
        picture_url=address(PODCAST_PICTURE),
        guid=_feed_guid(address(FEED)),
        about=list(_about(programme)),
        items=list(_items(programme, release)),
        html=_html,
    )


def _feed_guid(feed_url: str) -> UUID:
    """By the rule of `podcast:guid`: from the address without its scheme."""
    return uuid5(_PODCASTS, feed_url.partition("://")[2])


def _about(programme: Programme) -> Iterator[str]:
    yield f"{for_client(_WHAT, programme.client)}."
    yield f"From {programme.author}."
    yield from dict.fromkeys(filter(None, (episode.workout.session.about for episode in programme.episodes)))
    yield _HOW_TO_PLAY


def _html(lines: Iterable[str]) -> str:
    """Lines as paragraphs, which the template escapes once more as text of XML."""
    return "".join(f"<p>{escape(xml_text(line), quote=False)}</p>" for line in lines)


def _items(programme: Programme, release: Release) -> Iterator[_Item]:
    places: dict[int, int] = {}
    for number, episode in enumerate(release.episodes(programme), start=1):
        place = places[episode.week] = places.get(episode.week, -1) + 1
        yield _Item(
            episode=episode,
            number=number,
            guid=programme.episode_identity(episode),
            published=_published(release.day(episode, programme), place),
            facts=tuple(_facts(episode)),
            duration_s=(episode.timeline.duration + 500) // 1000,
        )


def _published(day: date | None, place: int) -> str | None:
    """As RFC 2822 has it; `place` is that among the episodes of the week, from zero."""
    if day is None:
        return None
    return format_datetime(datetime.combine(day, PUBLISHED_AT) + timedelta(minutes=place), usegmt=True)


def _facts(episode: Episode) -> Iterator[str]:
    wording, workout = episode.wording, episode.workout
    minutes = Minutes.of(episode.timeline.duration)
    yield length_before(minutes, wording)[0]
    fetch = list(fetch_lines(workout.needs, wording)) or [wording.line("opening_fetch_nothing")]
    yield " ".join(words[0] for words in fetch)
    for section in workout.sections:
        if head := ". ".join(text for text in (section.title, section_note(section)) if text):
            yield f"{head}."
        yield from (f"{work.exercise.title}: {work_text(section, entry)}." for entry, work in enumerate(section.works))
