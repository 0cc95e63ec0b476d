"""What has been placed on a timeline so far, and where there is room for more."""

from __future__ import annotations

from bisect import bisect_left, insort
from dataclasses import dataclass, field

from voicecoach.definitions.model import Wordings
from voicecoach.plan.script import Line, Priority, Role, Script
from voicecoach.timeline.model import Channel, Event, Sound
from voicecoach.timeline.rooms import Taken
from voicecoach.timeline.sayings import Sayings, voice
from voicecoach.times import GRID_MS, Ms, up_to_grid

TONE_TAIL_MS = 100
"""The last of a tone is soft: a line may begin this much sooner after it."""
UNVARIED = frozenset({Role.COUNT, Role.PHASE, Role.COUNTDOWN, Role.ANNOUNCE})
"""What may be said twice in a row."""
SOFT_TONES = frozenset({"soft"})
"""Tones that lines may be spoken over."""
LONGEST_BEFORE_MS = 60_000
"""So long before a step a sound may have begun that still sounds in it."""


@dataclass
class Board:
    """The steps of `script` as far as they have a place, and the sounds that stand in them.

    The `openers` begin a part of the session.
    """

    script: Script
    sayings: Sayings
    openers: frozenset[int]
    spans: list[tuple[Ms, Ms]] = field(default_factory=list)
    """Of each step, where what it holds may begin, and where it ends."""
    cuts: list[Ms | None] = field(default_factory=list)
    """Of each step that grew, where its lead-in begins."""
    taken: list[Taken] = field(default_factory=list)
    sounding_until: Ms = Ms(0)
    """Where the last of the sounds placed so far ends."""
    events: list[Event] = field(default_factory=list)
    said: dict[str, Ms] = field(default_factory=dict)
    """When each text is said first."""
    lines: list[tuple[Ms, str]] = field(default_factory=list)
    """What is said beside numbers, phase words, calls of time and announcements, in order of time."""
    placed: dict[int, tuple[Ms, Ms]] = field(default_factory=dict)
    """Of the lines that float and are followed by others: where each begins and ends."""
    unheard: list[str] = field(default_factory=list)
    """Sentences about lines that found no room."""

    def __post_init__(self) -> None:
        """Find out once which lines are followed by others."""
        self.leaders = {one.follows for one in self.script.floating if one.follows is not None}

    def begin(self, span: tuple[Ms, Ms], cut: Ms | None, taken: Taken) -> None:
        """Give the next step its place."""
        self.spans.append(span)
        self.cuts.append(cut)
        self.taken.append(taken)

    def say(self, text: str, role: Role, at: Ms, number: int, rep: int | None = None) -> None:
        """Let a line begin at a time within step `number`."""
        self.place(voice(text), role, at, number, rep)

    def place(self, sound: Sound, role: Role, at: Ms, number: int, rep: int | None = None) -> None:
        """Let a sound begin at a time within step `number`."""
        end = Ms(at + self.sayings.lengths[sound])
        cut, step = self.cuts[number], self.script.steps[number]
        about = step.then if cut is not None and at >= cut and step.then else step.about
        closing = at == self.spans[number][1]
        self.events.append(Event(at, end, sound, role, about.exercise, about.set, about.side, rep, closing))
        self.sounding_until = max(self.sounding_until, end)
        if sound.channel is Channel.VOICE:
            self._said(sound.text, role, at)
            self.taken[number].add(at, end)
        elif sound.text not in SOFT_TONES:
            self.taken[number].add(at, max(at, end - TONE_TAIL_MS))

    def _said(self, text: str, role: Role, at: Ms) -> None:
        if at <= self.said.get(text, at):
            self.said[text] = at
        if role not in UNVARIED:
            insort(self.lines, (at, text))

    def is_free(self, text: str, at: Ms, number: int) -> bool:
        """Whether a line can be said exactly then."""
        return self.taken[number].near(self.sayings.voice_ms(text), at, 0, self.around(number, at)) is not None

    def was_said(self, wordings: Wordings, number: int) -> bool:
        """Whether one of the wordings is heard before a step ends."""
        end = self.spans[number][1]
        return any(self.said.get(text, end) < end for text in wordings)

    def around(self, number: int, moment: Ms) -> tuple[Ms, Ms]:
        """The part of a step, a rest or the lead-in that it grew into, that a moment of it is in."""
        (start, end), cut = self.spans[number], self.cuts[number]
        if cut is None:
            return start, end
        return (start, cut) if moment < cut else (cut, end)

    def repeats(self, line: Line, at: Ms, text: str) -> bool:
        """Whether a cue or an encouragement would be the same as the line before or after it."""
        if line.role in UNVARIED or line.priority <= Priority.KEY_CUE:
            return False
        index = bisect_left(self.lines, (at, text))
        return any(near == text for _, near in self.lines[max(0, index - 1) : index + 1])

    def straddles(self, number: int, at: Ms, length: Ms) -> bool:
        """Whether a line would sound where a rest becomes a lead-in."""
        cut = self.cuts[number]
        return cut is not None and at < cut < at + length

    def silent_near(self, at: Ms, number: int) -> Ms:
        """The moment of a step nearest to `at`, best before it, at which nothing sounds, nor begins for a while.

        The events have to be in order.
        """
        start, end = self.spans[number]
        first = bisect_left(self.events, start - LONGEST_BEFORE_MS, key=lambda event: event.start)
        last = bisect_left(self.events, end + 1, key=lambda event: event.start, lo=first)
        around = [(event.start, event.end) for event in self.events[first:last] if event.end > start]
        moments = (*range(up_to_grid(at), start - 1, -GRID_MS), *range(up_to_grid(at), end, GRID_MS))
        silent = (one for one in moments if all(b <= one or a >= one + GRID_MS for a, b in around))
        return Ms(next(silent, at))
