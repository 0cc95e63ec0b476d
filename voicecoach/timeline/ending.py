"""What is said at the end of a session while it plays: only what is true of what was done."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import replace
from itertools import zip_longest

from voicecoach.plan.framing import Minutes
from voicecoach.timeline.edit import later
from voicecoach.timeline.model import Channel, Event, Timeline
from voicecoach.timeline.places import events_between
from voicecoach.timeline.progress import Progress
from voicecoach.times import Ms, up_to_grid


def untrue_at_end(planned: Timeline, timeline: Timeline, progress: Progress, at: Ms) -> frozenset[str]:
    """The lines at the end of `planned` that aren't true, if all from `at` on is heard; `timeline` is what is played.

    A session of which something was skipped isn't all done, and takes the minutes that it was heard.
    """
    skipped = progress.has_skipped(timeline, at)
    ending_ms = planned.duration - planned.steps[-1].start
    took = Minutes.of(Ms(progress.heard_ms + max(0, timeline.steps[-1].start - at) + ending_ms))
    is_as_long = not skipped and took.after == Minutes.of(planned.duration).after
    return (planned.if_all_done if skipped else frozenset()) | (frozenset() if is_as_long else planned.if_as_long)


def without_lines(timeline: Timeline, untrue: Container[str]) -> Timeline:
    """The timeline without these texts among what is said at the end; what follows them there comes sooner."""
    last = timeline.steps[-1]
    closing = events_between(timeline, last.start, last.end)
    kept, sooner = list[Event](), 0
    for event, following in zip_longest(closing, closing[1:]):
        if event.sound.channel is Channel.VOICE and event.sound.text in untrue:
            sooner += (following.start if following else up_to_grid(event.end)) - event.start
        else:
            kept.append(later(event, Ms(-sooner)))
    if not sooner:
        return timeline

    def earlier(end: Ms) -> Ms:
        return Ms(end - sooner) if end == timeline.duration else end

    return replace(
        timeline,
        events=(*timeline.events[: len(timeline.events) - len(closing)], *kept),
        steps=(*timeline.steps[:-1], replace(last, end=earlier(last.end))),
        chapters=tuple(replace(one, end=earlier(one.end)) for one in timeline.chapters),
        duration=earlier(timeline.duration),
    )
