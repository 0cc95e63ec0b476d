"""What stands in which lane of the picture of a session."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from voicecoach.counted import counted
from voicecoach.plan.script import Role, StepKind
from voicecoach.plan.shown import time_text
from voicecoach.timeline.model import Channel, Chapter, Event, TimedStep, Timeline
from voicecoach.timeline.places import WORKING
from voicecoach.times import Ms, clock

LONG_SILENCE_MS = 5000
"""Silences from this length on are marked. It is longer than most repetitions."""
SEPARATOR = ": "
"""What stands between a section and what is done in it."""


class Lane(StrEnum):
    """The lanes, from the top: what is done, what the voice says by what it is for, the tones, and silence."""

    NAMES = "names"
    STEPS = "steps"
    TOLD = "told"
    COUNTS = "counts"
    CUES = "cues"
    CALLS = "calls"
    SIGNALS = "signals"
    TICKS = "ticks"
    SILENCE = "silence"


MEANINGS: Mapping[Lane, str] = {
    Lane.TOLD: "what is announced and explained",
    Lane.COUNTS: "numbers, and the phases of a repetition",
    Lane.CUES: "form cues, encouragement, your own lines",
    Lane.CALLS: "calls of targets and of the time",
    Lane.SIGNALS: "go, done, change of sides, the end",
    Lane.TICKS: "3-2-1, and beats without a word",
    Lane.SILENCE: f"nothing is heard for {LONG_SILENCE_MS // 1000} s or longer",
}
VOICES = (Lane.TOLD, Lane.COUNTS, Lane.CUES, Lane.CALLS)
_ROLES: Mapping[str, Lane] = {
    Role.COUNT: Lane.COUNTS,
    Role.HALF_REP: Lane.COUNTS,
    Role.PHASE: Lane.COUNTS,
    Role.CUE: Lane.CUES,
    Role.ENCOURAGEMENT: Lane.CUES,
    Role.LINE: Lane.CUES,
    Role.CALL: Lane.CALLS,
    Role.COUNTDOWN: Lane.CALLS,
    Role.HALFWAY: Lane.CALLS,
}
"""Where a line stands by its role; all others are told."""
SPOKEN_STEPS: Mapping[StepKind, str] = {StepKind.LEAD_IN: "lead-in", StepKind.OUTRO: "end"}
"""Steps that are as long as what is said in them, by what stands in them; in all others it is what is done."""
_TICKS = frozenset({"tick", "soft"})


def shorter(label: str) -> Iterator[str]:
    """A label and what is left of it without its last parts, the longest first.

    `Legs: Squats, round 2`, `Legs: Squats`, `Legs`.
    """
    while label:
        yield label
        label = label.rpartition(", ")[0] or label.rpartition(SEPARATOR)[0]


class Mark(NamedTuple):
    """Something from `start` to `end` in a lane.

    `kind` is that of a step, the name of a tone, or else the lane; `label` stands in it where there is room, and
    `about` is all there is to say of it.
    """

    start: Ms
    end: Ms
    kind: str
    label: str = ""
    about: str = ""


Marks = Mapping[Lane, tuple[Mark, ...]]


def marks(timeline: Timeline) -> Marks:
    """All marks of a session, in order in each lane; none reaches into the next one of its lane."""
    found: dict[Lane, list[Mark]] = {lane: [] for lane in Lane}
    found[Lane.NAMES] = list(_names(timeline.chapters))
    found[Lane.STEPS] = [_step(step) for step in timeline.steps]
    for event in timeline.events:
        found[_lane(event)].append(_event(event))
    found[Lane.SILENCE] = list(_silences(timeline))
    return {lane: tuple(_apart(in_lane)) for lane, in_lane in found.items()}


def _names(chapters: Sequence[Chapter]) -> Iterator[Mark]:
    """What is done from where to where; a section is named once, where it begins."""
    named: tuple[int, str] | None = None
    for one in chapters:
        section, colon, name = one.title.partition(SEPARATOR)
        is_named = bool(colon) and not one.part.startswith(f"{section}{colon}")  # an exercise's name may have a colon
        label = name if is_named and named == (one.section, section) else one.title
        named = (one.section, section) if is_named else None
        yield Mark(one.start, one.end, Lane.NAMES, label, one.title)


def _step(step: TimedStep) -> Mark:
    length = time_text(Ms(step.end - step.start))
    side = step.side if step.kind in WORKING else None
    done = (counted(step.reps, "rep") if step.reps else length, side, step.load)
    label = ", ".join(one for one in done if one) if step.kind in WORKING else ""
    if step.kind in SPOKEN_STEPS:
        label = SPOKEN_STEPS[StepKind(step.kind)]
    name = step.title or step.exercise
    what = (name, *step.counted, *label.split(", "), length)
    about = f"{clock(step.start)} {step.kind}: {', '.join(dict.fromkeys(one for one in what if one))}"
    return Mark(step.start, step.end, str(step.kind), label or length, about)


def _event(event: Event) -> Mark:
    lane, text = _lane(event), event.sound.text
    is_voice = event.sound.channel is Channel.VOICE
    about = f"{clock(event.start)} {text if is_voice else f'[{text}]'}"
    return Mark(event.start, event.end, str(lane) if is_voice else text, "", about)


def _lane(event: Event) -> Lane:
    if event.sound.channel is Channel.TONE:
        return Lane.TICKS if event.sound.text in _TICKS else Lane.SIGNALS
    return _ROLES.get(event.role, Lane.TOLD)


def _silences(timeline: Timeline) -> Iterator[Mark]:
    """Where nothing is heard for long, the beginning and the end among them."""
    heard = Ms(0)
    for start, end in [*((event.start, event.end) for event in timeline.events), (timeline.duration,) * 2]:
        if start - heard >= LONG_SILENCE_MS:
            length = time_text(Ms((start - heard + 500) // 1000 * 1000))
            yield Mark(heard, start, Lane.SILENCE, length, f"{clock(heard)} nothing is heard for {length}")
        heard = max(heard, end)


def _apart(in_lane: Iterable[Mark]) -> Iterator[Mark]:
    """Each mark up to where the next one begins."""
    found = list(in_lane)
    for one, following in pairwise([*found, None]):
        if one is not None:
            yield one._replace(end=min(one.end, following.start)) if following else one
