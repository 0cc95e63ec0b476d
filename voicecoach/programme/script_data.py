"""A session for the page's script: in a file of its own, which is loaded when the session is opened."""

from __future__ import annotations

import json

from voicecoach.outputs.captions import is_worth_reading, one_line
from voicecoach.plan.script import Role, StepKind
from voicecoach.plan.workout import Work
from voicecoach.programme.model import Episode
from voicecoach.programme.texts import visible
from voicecoach.programme.training_data import is_kept_in_mind, is_seen_as_said, ticks, trained
from voicecoach.timeline.model import Channel, Event, TimedStep
from voicecoach.timeline.turns import Turn, turns

FLOWS, CLOSES, SAID, KEPT = 1, 2, 4, 8
"""The marks of a line: it stands beside others, belongs to what ends as it begins, is read as the last thing said, is
kept in mind for as long as its step lasts."""

_FLOWING = {Role.COUNT, Role.HALF_REP, Role.PHASE}
"""Lines of one word, which stand side by side."""


def script_file(episode: Episode) -> str:
    """A script that hands the data of a session to the page that asked for it.

    A script, since a page on a disk may load no other data from beside it.
    """
    return f"voicecoachSession({script_json(episode.stem)},{script_json(script_data(episode))});\n"


def script_json(data: object) -> str:
    """JSON in ASCII that can stand in a script element: nothing in it ends the element or opens a comment."""
    text = json.dumps(data, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def script_data(episode: Episode) -> dict[str, object]:
    """What the page's script knows of a session: chapters, steps, ticks and lines, with their times in milliseconds.

    A step is its start, its end, what is going on in words, and what `training_data.trained` has of it.
    """
    timeline = episode.timeline
    steps = zip(timeline.steps, turns(timeline), trained(episode), strict=True)
    return {
        "duration": timeline.duration,
        "chapters": [[chapter.start, visible(chapter.title)] for chapter in timeline.chapters],
        "steps": [
            [step.start, step.end, visible(_step_text(number, turn, episode)), shown]
            for number, (step, turn, shown) in enumerate(steps)
        ],
        "ticks": ticks(timeline),
        "lines": [
            [event.start, visible(one_line(event)), _marks(event)]
            for event in timeline.events
            if is_worth_reading(event)
        ],
    }


def _marks(event: Event) -> int:
    flows = event.sound.channel is Channel.TONE or event.role in _FLOWING
    marks = {FLOWS: flows, CLOSES: event.closing, SAID: is_seen_as_said(event), KEPT: is_kept_in_mind(event)}
    return sum(mark for mark, has_it in marks.items() if has_it)


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
