"""A session for the page's script."""

from __future__ import annotations

import json

from voicecoach.outputs.captions import is_worth_reading, one_line
from voicecoach.plan.script import Role, StepKind
from voicecoach.plan.workout import Work
from voicecoach.programme.model import Episode, Programme
from voicecoach.programme.texts import visible
from voicecoach.timeline.model import Channel, Event, TimedStep
from voicecoach.timeline.turns import Turn, turns

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
        "steps": [
            [step.start / 1000, step.end / 1000, visible(_step_text(number, turn, episode))]
            for number, (step, turn) in enumerate(zip(timeline.steps, turns(timeline), strict=True))
        ],
        "lines": [
            [event.start / 1000, visible(one_line(event)), _marks(event)]
            for event in timeline.events
            if is_worth_reading(event)
        ],
    }


def _marks(event: Event) -> int:
    """1 for a line that stands beside others, and 2 for one that belongs to what ends as it begins."""
    flows = event.sound.channel is Channel.TONE or event.role in _FLOWING
    return int(flows) + 2 * event.closing


def _step_text(number: int, turn: Turn | None, episode: Episode) -> str:
    """What is going on: `Step ups, set 1 of 3, left leg`, `Rows, 16 kg, round 2 of 3`, `Rest. Next: Rows, 16 kg`."""
    step = episode.timeline.steps[number]
    kind = StepKind(step.kind)
    if kind is StepKind.OUTRO:
        return "Finish"
    if kind is StepKind.REST:
        following = episode.coming[number]
        is_other = following and (following.exercise, following.title) != (step.exercise, step.title)
        return f"Rest. Next: {_named(following, episode)}" if following and is_other else "Rest"
    name = _named(step, episode)
    if not name:
        return "Welcome"
    if kind is StepKind.LEAD_IN:
        return f"Get ready: {name}"
    side = _side(step, episode)
    if kind is StepKind.CHANGE:
        return f"Change sides: {side}" if side else "Change"
    return ", ".join(part for part in (name, str(turn or ""), side) if part)


def _named(step: TimedStep, episode: Episode) -> str:
    """The exercise or the list, with its load."""
    work = _work(step, episode)
    title = work.exercise.title if work else step.title or ""
    return ", ".join(part for part in (title, step.load) if part)


def _work(step: TimedStep, episode: Episode) -> Work | None:
    return episode.works.get(step.exercise) if step.exercise else None


def _side(step: TimedStep, episode: Episode) -> str:
    work = _work(step, episode)
    if work is None or step.side not in {"left", "right"}:
        return ""
    return f"{episode.wording.side(step.side)} {work.exercise.side_noun}"
