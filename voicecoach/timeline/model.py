"""What will be heard, and when: the one timeline that files, `plan` and live playback share."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

from voicecoach.times import Ms


class Channel(StrEnum):
    """Who sounds: the coach's voice or a signal."""

    VOICE = "voice"
    TONE = "tone"


class Sound(NamedTuple):
    """A sound by name: for a voice the words, for a tone its name (`tick`, `go` …)."""

    channel: Channel
    text: str


class Event(NamedTuple):
    """One sound at its time. `start` is on the 100 ms grid; `end` is `start` plus the sound's measured length.

    One that is `closing` starts at the very end of its step and belongs to it.
    """

    start: Ms
    end: Ms
    sound: Sound
    role: str
    exercise: str | None = None
    set: int | None = None
    side: str | None = None
    rep: int | None = None
    closing: bool = False

    def begins_in(self, start: Ms, end: Ms) -> bool:
        """Whether it belongs to the time from `start` up to `end`."""
        return start < self.start <= end if self.closing else start <= self.start < end


def order(event: Event) -> tuple[Ms, bool, Channel]:
    """The key by which events are in order: by their start, what belongs to the step before first."""
    return event.start, not event.closing, event.sound.channel


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A stretch of the session with one purpose. Steps follow each other without gaps and cover the whole timeline.

    `kind` is one of `lead-in`, `work`, `hold`, `change`, `rest`, `outro`. `set` is the how-manieth of `sets`, `section`
    numbers the sections from one, `title` is what to call work that is no single exercise. `repeats` is how often a
    section is done whose rounds aren't counted otherwise: the sets are counted on through it.
    """

    kind: str
    start: Ms
    end: Ms
    exercise: str | None = None
    set: int | None = None
    side: str | None = None
    reps: int | None = None
    sets: int | None = None
    section: int | None = None
    section_title: str | None = None
    round: int | None = None
    load: str | None = None
    title: str | None = None
    repeats: int = 1

    @property
    def sets_in_row(self) -> int | None:
        """How many sets there are each time that its section is done."""
        return self.sets and max(1, self.sets // self.repeats)

    @property
    def set_in_row(self) -> int | None:
        """The how-manieth of them it is, as the voice counts them."""
        return (self.set - 1) % self.sets_in_row + 1 if self.set and self.sets_in_row else self.set

    @property
    def round_in_all(self) -> int | None:
        """The how-manieth time that its section is gone through, as the voice counts them."""
        if self.round is not None or self.repeats == 1 or not (self.set and self.sets_in_row):
            return self.round
        return (self.set - 1) // self.sets_in_row + 1

    @property
    def counted(self) -> tuple[str, ...]:
        """Which round and which set it is, in words: `round 2`, `set 1`."""
        round_ = f"round {self.round_in_all}" if self.round_in_all else ""
        is_told = self.set_in_row is not None and self.set_in_row != self.round
        set_ = f"set {self.set_in_row}" if is_told and not (self.repeats > 1 and self.sets_in_row == 1) else ""
        return tuple(filter(None, (round_, set_)))


@dataclass(frozen=True, slots=True)
class Chapter:
    """A place to jump to.

    `section` numbers the part of the session it belongs to, from one, and `part` is the title of the exercise there,
    empty for the opening and the end, which go with the exercise next to them. `place` is the section of the workout
    and the entry in it, both from zero, for `Workout.works_at`; `None` for the opening and the end.
    """

    start: Ms
    end: Ms
    title: str
    section: int = 1
    part: str = ""
    place: tuple[int, int] | None = None


@dataclass(frozen=True)
class Timeline:
    """A whole session, laid out. `events` are in order of start; no two voice events overlap.

    `warnings` are sentences for the user about lines that had to give way. Of what is said at the end, `if_all_done` is
    true only when nothing was skipped, and `if_as_long` when it took as long as planned.
    """

    events: tuple[Event, ...]
    steps: tuple[TimedStep, ...]
    chapters: tuple[Chapter, ...]
    duration: Ms
    warnings: tuple[str, ...] = ()
    if_all_done: frozenset[str] = frozenset()
    if_as_long: frozenset[str] = frozenset()

    @cached_property
    def said(self) -> tuple[str, ...]:
        """All that is said, each text once, in the order in which they are heard first."""
        sounds = dict.fromkeys(event.sound for event in self.events)
        return tuple(sound.text for sound in sounds if sound.channel is Channel.VOICE)
