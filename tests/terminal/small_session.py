"""A session of two minutes and a half, laid out by hand, so that a screen's text depends on nothing else."""

from __future__ import annotations

from voicecoach.definitions.load import load_exercise
from voicecoach.figures.drawn import drawn
from voicecoach.timeline.about import About
from voicecoach.timeline.model import Channel, Event, Sound, TimedStep, Timeline, order
from voicecoach.times import Ms


def _about(name: str, needs: str, **phases: int) -> About:
    exercise = load_exercise(name)
    rhythm = tuple((phase, Ms(length)) for phase, length in phases.items())
    shown = tuple((phase.capitalize(), length) for phase, length in rhythm)
    return About(exercise.title, needs, shown, drawn=drawn(exercise, exercise.title), rhythm=rhythm)


ABOUT = {
    "step-up": _about("step-up", "a step that can't slip", up=2000, hold=1000, down=2000),
    "band-walk": _about("band-walk", "a resistance band", **{"out": 2000, "in": 2000}),
}
STEPS = (
    TimedStep("lead-in", Ms(0), Ms(10_000)),
    TimedStep("lead-in", Ms(10_000), Ms(25_000), "step-up", 1),
    TimedStep("work", Ms(25_000), Ms(45_000), "step-up", 1, "left", 4),
    TimedStep("change", Ms(45_000), Ms(53_000), "step-up", 1, "right"),
    TimedStep("work", Ms(53_000), Ms(73_000), "step-up", 1, "right", 4),
    TimedStep("rest", Ms(73_000), Ms(103_000), "step-up", 1),
    TimedStep("lead-in", Ms(103_000), Ms(123_000), "band-walk", 1),
    TimedStep("work", Ms(123_000), Ms(139_000), "band-walk", 1, "alternating", 2),
    TimedStep("outro", Ms(139_000), Ms(150_000)),
)
LINES = {
    600: ("intro", "Welcome to a short one."),
    10_500: ("announce", "Exercise one of two: step ups."),
    36_500: ("cue", "Let the glute of the standing leg lift you."),
    73_500: ("rest", "Rest. Thirty seconds."),
    76_000: ("next", "Next: the sideways band walk. You need a resistance band."),
    113_000: ("countdown", "Ten seconds."),
    141_000: ("finish", "That's it."),
}


def _spoken(step: TimedStep, at: int, role: str, text: str, rep: int | None = None) -> Event:
    end, sound = Ms(at + 300 + 50 * len(text)), Sound(Channel.VOICE, text)
    return Event(Ms(at), end, sound, role, step.exercise, step.set, step.side, rep, closing=at == step.end)


def _lines() -> list[Event]:
    steps = {at: next(step for step in STEPS if step.start <= at < step.end) for at in LINES}
    return [_spoken(steps[at], at, *line) for at, line in LINES.items()]


def _counts() -> list[Event]:
    """The numbers of each set, the last one on its end."""
    return [
        _spoken(step, step.start + rep * (step.end - step.start) // step.reps, "count", f"{rep}.", rep)
        for step in STEPS
        if step.reps
        for rep in range(1, step.reps + 1)
    ]


EVENTS = sorted([*_lines(), *_counts()], key=order)
TIMELINE = Timeline(tuple(EVENTS), STEPS, (), Ms(150_000))
