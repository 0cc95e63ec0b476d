"""The plan as JSON, for other programs; its fields are a contract."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from voicecoach.plan.workout import Workout
from voicecoach.timeline.model import Event, TimedStep, Timeline
from voicecoach.times import seconds

JsonObject = dict[str, Any]


def plan_json(workout: Workout, timeline: Timeline, voice: str, notes: Iterable[str] = ()) -> str:
    """One JSON object; times are in seconds, exact to the millisecond. A field that doesn't apply is left out.

    `notes` are the sentences that the user is told about this plan, `voice` is the id of who speaks.
    """
    return json.dumps(
        {
            "title": workout.session.title,
            "week": workout.week,
            "weeks": workout.weeks,
            "duration": seconds(timeline.duration),
            "notes": list(notes),
            "voice": voice,
            "equipment": [" or ".join(workout.serving(need)) for need in workout.needs],
            "chapters": [
                {"start": seconds(one.start), "end": seconds(one.end), "title": one.title} for one in timeline.chapters
            ],
            "steps": [_step(step) for step in timeline.steps],
            "events": [_event(event) for event in timeline.events],
        },
        ensure_ascii=False,
        indent=1,
    )


def _step(step: TimedStep) -> JsonObject:
    return {
        "kind": str(step.kind),
        "start": seconds(step.start),
        "end": seconds(step.end),
        **dict(
            _applying(
                section=step.section,
                section_title=step.section_title,
                round=step.round,
                exercise=step.exercise,
                title=step.title,
                set=step.set,
                side=step.side,
                reps=step.reps,
                load=step.load,
            )
        ),
    }


def _event(event: Event) -> JsonObject:
    return {
        "start": seconds(event.start),
        "end": seconds(event.end),
        "channel": str(event.sound.channel),
        "role": str(event.role),
        "text": event.sound.text,
        **dict(_applying(exercise=event.exercise, set=event.set, side=event.side, rep=event.rep)),
    }


def _applying(**fields: str | int | None) -> Iterator[tuple[str, str | int]]:
    return ((name, value) for name, value in fields.items() if value is not None)
