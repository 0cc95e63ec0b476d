"""What the page needs to show a session at every position as `timeline.view` does: so much that little has to be sent.

What holds for a whole step is taken from its view; what changes within it follows from a few times. The page's
moments.js puts both together.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from voicecoach.plan.script import Role
from voicecoach.programme.model import Episode
from voicecoach.programme.texts import visible
from voicecoach.timeline.about import About, about_exercises
from voicecoach.timeline.model import Channel, Event, Timeline
from voicecoach.timeline.places import WORKING, events_of, is_tick
from voicecoach.timeline.view import (
    COUNTDOWN_LASTS_MS,
    MOST_SEEN_MS,
    TICK_SEEN_MS,
    UNKEPT_ROLES,
    UNSHOWN_ROLES,
    View,
    view_at,
)
from voicecoach.times import Ms

_MOVING = frozenset(
    {
        *("at", "step", "number", "phase", "said", "cue", "tick"),
        *("set_progress", "session_progress", "left"),
    }
)
"""What changes within a step."""


def trained(episode: Episode) -> Iterator[dict[str, Any]]:
    """Of each step what the page shows of it, without what is as in the step before.

    `view` has the fields of `View` that hold for the whole step; `progress` is that of its set at its start and its
    end; `counts` are the times at which a repetition is completed, `phases` the lengths of those that are repeated, and
    `until` is how long the step before is still to be seen. All times are in milliseconds.
    """
    about = about_exercises(episode.workout, episode.phrases)
    before: dict[str, Any] = {}
    for number, step in enumerate(episode.timeline.steps):
        start = _settled(episode.timeline, about, number)
        fields = {name: _visible(value) for name, value in asdict(start).items() if name not in _MOVING}
        counts = [event.start for event in events_of(episode.timeline, step) if event.role == Role.COUNT]
        shown = {
            "view": {name: value for name, value in fields.items() if name not in before or before[name] != value},
            "progress": _progress(episode.timeline, about, number),
            "counts": counts if start.reps else [],
            "phases": [length for _, length in about[step.exercise or ""].phases] if start.phases else [],
            "until": _seen_until(episode.timeline, number),
        }
        yield {name: value for name, value in shown.items() if value}
        before = fields


def ticks(timeline: Timeline) -> list[list[int]]:
    """The ticks of each 3-2-1: when, and which."""
    starts = [event.start for event in timeline.events if is_tick(event)]
    return [[at, sum(at <= other < at + COUNTDOWN_LASTS_MS for other in starts)] for at in starts]


def is_seen_as_said(event: Event) -> bool:
    """Whether a line may be the last one said that a view has."""
    return event.sound.channel is Channel.VOICE and event.role not in UNSHOWN_ROLES


def is_kept_in_mind(event: Event) -> bool:
    """Whether a line may be the cue of a view."""
    return event.sound.channel is Channel.VOICE and event.role not in UNKEPT_ROLES


def _settled(timeline: Timeline, about: Mapping[str, About], number: int) -> View:
    """The first view of a step in which it is that step that is seen."""
    step = timeline.steps[number]
    at = _seen_until(timeline, number) or step.start
    return view_at(timeline, about, Ms(min(at, step.end - 1)))


def _seen_until(timeline: Timeline, number: int) -> int:
    """How long the set before is still seen, when its last number falls on its end; 0 for not at all."""
    step = timeline.steps[number]
    if number == 0 or step.kind in WORKING:
        return 0
    last = events_of(timeline, timeline.steps[number - 1])[-1:]
    ends = [_end_of_sight(event, step.start) for event in last if event.closing]
    return min([*ends, step.start + MOST_SEEN_MS + 1]) if ends else 0


def _end_of_sight(event: Event, start: Ms) -> int:
    return max(event.end, start if event.sound.channel is Channel.VOICE else start + TICK_SEEN_MS)


def _progress(timeline: Timeline, about: Mapping[str, About], number: int) -> list[float]:
    """That of its set at its start and at its end; it is even in between."""
    step = timeline.steps[number]
    first = max(step.start, _seen_until(timeline, number))
    last = step.end - 1
    if last <= first:
        return [1, 1]
    early, late = (view_at(timeline, about, Ms(at)).set_progress for at in (first, last))
    slope = (late - early) / (last - first)
    return [round(early - slope * (first - step.start), 6), round(late + slope, 6)]


def _visible(value: Any) -> Any:  # noqa: ANN401 - whatever a view has
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {name: _visible(one) for name, one in value.items()}
    return [_visible(one) for one in value] if isinstance(value, tuple) else value
