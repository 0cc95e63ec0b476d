"""A session for the page's script."""

from __future__ import annotations

import json

from voicecoach.outputs.captions import is_worth_reading, one_line
from voicecoach.plan.script import Role, StepKind
from voicecoach.programme.model import Episode, Programme
from voicecoach.programme.texts import visible
from voicecoach.timeline.model import Channel, Event, TimedStep

_FLOWING = {Role.COUNT, Role.HALF_REP, Role.PHASE}
"""Lines of one word, which stand side by side."""


def script_data(programme: Programme, episode: Episode) -> str:
    """What the page's script knows of a session: chapters, steps and lines, with their times in seconds."""
    return script_json(_data(programme, episode))


def script_json(data: object) -> str:
    """JSON in ASCII that can stand in a script element: nothing in it ends the element or opens a comment."""
    text = json.dumps(data, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _data(programme: Programme, episode: Episode) -> dict[str, object]:
    timeline = episode.timeline
    chapters = timeline.chapters
    return {
        "stem": episode.stem,
        "title": visible(episode.title),
        "artist": visible(programme.author),
        "album": visible(programme.full_title),
        "seconds": timeline.duration / 1000,
        "chapters": [[chapter.start / 1000, visible(chapter.title)] for chapter in chapters],
        "steps": [[step.start / 1000, step.end / 1000, visible(_step_text(step, episode))] for step in timeline.steps],
        "lines": [
            [event.start / 1000, visible(one_line(event)), int(_flows(event))]
            for event in timeline.events
            if is_worth_reading(event)
        ],
    }


def _flows(event: Event) -> bool:
    return event.sound.channel is Channel.TONE or event.role in _FLOWING


def _step_text(step: TimedStep, episode: Episode) -> str:
    """What is going on: `Step ups, set 1 of 3, left leg`."""
    work = next((one for one in episode.workout.works if one.exercise.name == step.exercise), None)
    if work is None:
        return {StepKind.LEAD_IN: "Welcome", StepKind.OUTRO: "Finish"}.get(StepKind(step.kind), "Rest")
    sided = step.side in {"left", "right"}
    side = f"{episode.wording.side(step.side)} {work.exercise.side_noun}" if step.side and sided else ""
    match StepKind(step.kind):
        case StepKind.REST:
            return "Rest"
        case StepKind.CHANGE:
            return f"Change sides: {side}" if side else "Change"
        case StepKind.LEAD_IN:
            return f"Get ready: {work.exercise.title}"
        case _:
            parts = (work.exercise.title, f"set {step.set} of {step.sets}" if step.set else "", side)
            return ", ".join(part for part in parts if part)
