"""Sessions laid out with lengths of speech that are a pure function of the text."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from voicecoach.definitions.load import load_phrases, load_session
from voicecoach.definitions.phrases import Phrases
from voicecoach.definitions.session import Session
from voicecoach.mix.tones import ToneSet
from voicecoach.plan.choices import Choices
from voicecoach.plan.compose import compose, telling
from voicecoach.plan.framing import Minutes
from voicecoach.plan.select import select
from voicecoach.plan.workout import Workout
from voicecoach.timeline.layout import lay_out
from voicecoach.timeline.model import Channel, Event, Sound, TimedStep, Timeline
from voicecoach.timeline.places import events_of
from voicecoach.times import Ms

SpeechLength = Callable[[str], int]
HALF_AN_HOUR = Minutes(30, 30)


def usual(text: str) -> int:
    """About what a voice takes."""
    return 200 + 55 * len(text)


def slow(text: str) -> int:
    """Everything takes very long."""
    return 1500 + 300 * len(text)


def tiny(text: str) -> int:
    """Everything is over at once."""
    return 1 + len(text) % 7


def erratic(text: str) -> int:
    """Anything from nothing to twelve seconds."""
    return zlib.crc32(text.encode()) % 12_000


@dataclass(frozen=True)
class Laid:
    workout: Workout
    timeline: Timeline

    @property
    def voices(self) -> list[Event]:
        return [event for event in self.timeline.events if event.sound.channel is Channel.VOICE]

    @property
    def texts(self) -> list[str]:
        return [event.sound.text for event in self.voices]

    @property
    def works(self) -> list[TimedStep]:
        return self.steps("work", "hold")

    def steps(self, *kinds: str) -> list[TimedStep]:
        return [step for step in self.timeline.steps if step.kind in kinds]

    def breaks(self) -> Iterator[tuple[TimedStep | None, list[TimedStep], TimedStep]]:
        """The work before (`None` before the first), the steps up to the next work, and that work."""
        before: TimedStep | None = None
        between: list[TimedStep] = []
        for step in self.timeline.steps:
            if step.kind in {"work", "hold"}:
                yield before, between, step
                before, between = step, []
            else:
                between.append(step)

    def within(self, step: TimedStep) -> list[Event]:
        """What begins in a step, and the number that falls on its end."""
        return list(events_of(self.timeline, step))

    def said_in(self, *steps: TimedStep) -> list[str]:
        return [e.sound.text for step in steps for e in self.within(step) if e.sound.channel is Channel.VOICE]

    def of_role(self, role: str) -> list[Event]:
        return [event for event in self.timeline.events if event.role == role]

    def by_step(self) -> Iterator[tuple[TimedStep, list[Event]]]:
        return ((step, self.within(step)) for step in self.timeline.steps)


@cache
def english() -> Phrases:
    return load_phrases("en")


@cache
def plain() -> Phrases:
    """The catalogue with stock lines that stay as they are: tests/plan/plain.yaml."""
    read = yaml.safe_load((Path(__file__).parent / "plain.yaml").read_text(encoding="utf-8"))["lines"]
    lines = {
        name: tuple((one,) if isinstance(one, str) else tuple(one) for one in variants)
        for name, variants in read.items()
    }
    return replace(english(), lines={**english().lines, **lines})


@cache
def tones_ms() -> dict[str, Ms]:
    return ToneSet.load().lengths_ms()


@cache
def glutes() -> Session:
    return load_session("glutes-for-runners")


def laid(
    session: Session,
    choices: Choices,
    speech: SpeechLength = usual,
    *,
    tones: dict[str, Ms] | None = None,
    phrases: Phrases | None = None,
) -> Laid:
    return laid_workout(select(session, choices), choices, speech, tones=tones, phrases=phrases)


def laid_workout(
    workout: Workout,
    choices: Choices,
    speech: SpeechLength = usual,
    *,
    tones: dict[str, Ms] | None = None,
    phrases: Phrases | None = None,
) -> Laid:
    words = phrases or english()
    script = telling(compose(workout, choices, words), HALF_AN_HOUR, workout, choices, words)
    lengths = {Sound(Channel.TONE, name): length for name, length in (tones or tones_ms()).items()}
    lengths |= {Sound(Channel.VOICE, text): Ms(speech(text)) for text in script.texts()}
    return Laid(workout, lay_out(script, lengths))


@cache
def glutes_laid(choices: Choices | None = None) -> Laid:
    """The session that is built in, laid out once for all that ask with the same choices."""
    return laid(glutes(), choices or Choices())
