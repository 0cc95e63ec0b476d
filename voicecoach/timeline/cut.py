"""Parts of a timeline as timelines of their own, such as one track for each exercise."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from voicecoach.counted import titles_in_short
from voicecoach.timeline.model import Timeline
from voicecoach.times import Ms


def tracks(timeline: Timeline) -> Iterator[tuple[str, Timeline]]:
    """The title and the timeline of each part that can stand alone, in order; together they are the whole session.

    A part begins where its first chapter does, and is called after all that is done in it.
    """
    parts = [list(group) for _, group in groupby(timeline.chapters, key=lambda chapter: chapter.section)]
    for part in parts:
        titles = list(dict.fromkeys(chapter.part for chapter in part if chapter.part)) or [part[0].title]
        yield titles_in_short(titles), cut(timeline, part[0].start, part[-1].end)


def cut(timeline: Timeline, start: Ms, end: Ms) -> Timeline:
    """The events and chapters that begin from `start` up to `end`, with times counted from `start`.

    A step goes where it ends, and begins no sooner than that part.
    """

    def shifted(at: Ms) -> Ms:
        return Ms(at - start)

    return Timeline(
        events=tuple(
            event._replace(start=shifted(event.start), end=shifted(event.end))
            for event in timeline.events
            if event.begins_in(start, end)
        ),
        steps=tuple(
            replace(step, start=shifted(max(step.start, start)), end=shifted(step.end))
            for step in timeline.steps
            if start < step.end <= end
        ),
        chapters=tuple(
            replace(chapter, start=shifted(chapter.start), end=shifted(chapter.end))
            for chapter in timeline.chapters
            if start <= chapter.start < end
        ),
        duration=shifted(end),
    )
