"""The podcast feed of a programme: RSS 2.0 with the tags of Apple Podcasts and of Podcasting 2.0.

It is for those who are given its address: directories are asked to leave it out. The same programme at the same address
gives the same text, so there is no build date.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from email.utils import format_datetime
from html import escape
from urllib.parse import quote
from uuid import UUID, uuid5

from voicecoach.plan.fetching import fetch_lines
from voicecoach.plan.framing import length_before
from voicecoach.plan.shown import work_text
from voicecoach.plan.workout import for_client
from voicecoach.programme.model import FEED, PODCAST_PICTURE, Episode, Programme
from voicecoach.programme.rendering import template
from voicecoach.programme.texts import section_note
from voicecoach.templates import xml_text
from voicecoach.times import minutes_up

PUBLISHED_AT = time(6, tzinfo=UTC)
"""When the first episode of a week comes out, on the day the week begins; the others follow a minute apart."""

_PODCASTS = UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
"""The namespace of feeds' identifiers, as the Podcasting 2.0 project gives it for `podcast:guid`."""

_WHAT = "A workout programme with a coach's voice in your ear"
_HOW_TO_PLAY = "Play it at normal speed and don't let your app skip silence: the pauses are part of the workout."


@dataclass(frozen=True, slots=True)
class _Item:
    """An episode with what the feed says of it."""

    episode: Episode
    guid: UUID
    published: str | None
    description: str
    duration_s: int


def feed(programme: Programme, base_url: str) -> str:
    """The text of the feed (write it as UTF-8) for a folder that is served at `base_url`, which ends with a slash."""

    def address(name: str) -> str:
        return base_url + quote(name, safe="")

    return template("feed.xml.jinja", xml_text).render(
        programme=programme,
        base_url=base_url,
        address=address,
        feed_url=address(FEED),
        picture_url=address(programme.logo or PODCAST_PICTURE),
        guid=_feed_guid(address(FEED)),
        description=_description(programme),
        items=list(_items(programme)),
    )


def _feed_guid(feed_url: str) -> UUID:
    """By the rule of `podcast:guid`: from the address without its scheme."""
    return uuid5(_PODCASTS, feed_url.partition("://")[2])


def _description(programme: Programme) -> str:
    about = dict.fromkeys(episode.workout.session.about for episode in programme.episodes)
    lines = [
        f"{for_client(_WHAT, programme.client)}.",
        f"From {programme.author}.",
        *about,
        _HOW_TO_PLAY,
    ]
    return _as_html(filter(None, lines))


def _as_html(lines: Iterable[str]) -> str:
    """Readers take a description for HTML (RSS 2.0, "Elements of <item>"), so it is escaped as such, too.

    Ordinary texts have nothing to escape and look the same to a reader that takes them as they are.
    """
    return escape("\n".join(lines), quote=False)


def _items(programme: Programme) -> Iterator[_Item]:
    for _, episodes in programme.weeks:
        for place, episode in enumerate(episodes):
            yield _Item(
                episode=episode,
                guid=programme.episode_identity(episode),
                published=_published(episode, place),
                description=_as_html(_facts(episode)),
                duration_s=(episode.timeline.duration + 500) // 1000,
            )


def _published(episode: Episode, place: int) -> str | None:
    """As RFC 2822 has it; `place` is that among the episodes of the week, from zero."""
    if episode.day is None:
        return None
    return format_datetime(datetime.combine(episode.day, PUBLISHED_AT) + timedelta(minutes=place), usegmt=True)


def _facts(episode: Episode) -> Iterator[str]:
    wording, workout = episode.wording, episode.workout
    minutes = minutes_up(episode.timeline.duration)
    yield length_before(minutes, wording)[0]
    fetch = list(fetch_lines(workout.needs, wording)) or [wording.line("opening_fetch_nothing")]
    yield " ".join(words[0] for words in fetch)
    for section in workout.sections:
        if head := ". ".join(text for text in (section.title, section_note(section)) if text):
            yield f"{head}."
        yield from (f"{work.exercise.title}: {work_text(section, entry)}." for entry, work in enumerate(section.works))
