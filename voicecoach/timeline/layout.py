"""From a script and the measured length of every sound to the timeline.

Positions come from lengths alone. Marks are placed first, since they are on time or not at all; then the floating lines
by priority, each into the first window with room: a line moves, then takes a shorter wording, then is dropped. None is
ever cut, and none overlaps another.

The session can be cut where a new section begins, into parts that can be encoded on their own: no sound reaches across,
and the first begins no sooner than `GRID_MS` into its part, which leaves an encoder its first frame. A tone too long
for the step it stands in delays what the next part begins with.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product

from voicecoach.definitions.model import Wordings
from voicecoach.plan.script import Floating, Mark, Role, Script, Step
from voicecoach.timeline.model import Channel, Chapter, Event, Sound, TimedStep, Timeline
from voicecoach.times import GRID_MS, Ms, up_to_grid

FIRST_LINE_MS = 500
"""A row of lines begins this long after its step."""
LINE_GAP_MS = 400
"""Between the lines of a row."""
CLEARANCE_MS = 200
"""A floating line keeps this distance from every other line, and begins no sooner before a tone."""
TONE_TAIL_MS = 100
"""The last of a tone is soft: a line may begin this much sooner after it."""

LOOK_BACK = 8
"""So many sounds before a moment can reach past it: at most one line, and the tones that go with it."""

Lengths = Mapping[Sound, Ms]


def lay_out(script: Script, lengths: Lengths) -> Timeline:
    """The timeline of `script`, whose sounds have these `lengths`. A wording without one can't be said, and is not."""
    return _Layout(script, lengths).timeline()


def voice(text: str) -> Sound:
    """The sound of a spoken text."""
    return Sound(Channel.VOICE, text)


def tone(name: str) -> Sound:
    """The sound of a tone."""
    return Sound(Channel.TONE, name)


@dataclass
class _Layout:
    script: Script
    lengths: Lengths
    spans: list[tuple[Ms, Ms]] = field(default_factory=list)
    """Of each step, where what it holds may begin, and where it ends."""
    starts: list[Ms] = field(default_factory=list)
    sounding_until: Ms = Ms(0)
    """Where the last of the sounds placed so far ends."""
    taken: list[list[tuple[int, int]]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    ticked: Counter[str] = field(default_factory=Counter)
    unheard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.openers = frozenset(_openers(self.script))

    def timeline(self) -> Timeline:
        start = Ms(0)
        for step in self.script.steps:
            start = self._step(step, start)
        for floating in sorted(self.script.floating, key=lambda one: one.line.priority):
            self._float(floating)
        start = self._with_room_for_all(start)
        self.events.sort(key=lambda event: (event.start, event.sound.channel))
        return Timeline(
            events=tuple(self.events),
            steps=tuple(self._timed_steps()),
            chapters=tuple(self._chapters(start)),
            duration=start,
            warnings=tuple(self._warnings()),
        )

    def _step(self, step: Step, start: Ms) -> Ms:
        """Place a step's row of lines and its marks; gives the step's end."""
        self.taken.append([])
        self.starts.append(start)
        if len(self.spans) in self.openers:  # a part can stand alone, so no tone of the one before reaches into it
            start = up_to_grid(max(start, self.sounding_until))
        row = list(self._row(step, start))
        end = up_to_grid(max(start + step.length, row[-1][1] + step.ready if row else 0))
        self.spans.append((start, end))
        for at, _, text, role in row:
            self._place(voice(text), role, at, len(self.spans) - 1)
        self._marks(step, start, end)
        return end

    def _row(self, step: Step, start: Ms) -> Iterator[tuple[Ms, Ms, str, Role]]:
        first = (mark for mark in step.marks if mark.tone and not mark.moment.from_end)
        signals = (mark.moment.offset + self.lengths[tone(mark.tone or "")] for mark in first)
        cursor = max(FIRST_LINE_MS, max(signals, default=0) + CLEARANCE_MS)
        for line in step.spoken:
            text = next(self._sayable(line.wordings), None)
            if text is not None:
                at = up_to_grid(start + cursor)
                end = Ms(at + self.lengths[voice(text)])
                yield at, end, text, line.role
                cursor = end + LINE_GAP_MS - start

    def _sayable(self, wordings: Wordings) -> Iterator[str]:
        return (text for text in wordings if voice(text) in self.lengths)

    def _place(self, sound: Sound, role: Role, at: Ms, step: int, rep: int | None = None) -> None:
        end = Ms(at + self.lengths[sound])
        owner = self.script.steps[step]
        self.events.append(Event(at, end, sound, role, owner.exercise, owner.set, owner.side, rep))
        heard = end if sound.channel is Channel.VOICE else max(at, end - TONE_TAIL_MS)
        insort(self.taken[step], (at, heard))
        self.sounding_until = max(self.sounding_until, end)

    def _with_room_for_all(self, end: Ms) -> Ms:
        """Let the last step last until the last sound is over, which may be a listener's own long tone."""
        if self.events:
            end = up_to_grid(max(end, self.sounding_until))
            self.spans[-1] = (self.spans[-1][0], end)
        return end

    # Marks

    def _marks(self, step: Step, start: Ms, end: Ms) -> None:
        number = len(self.spans) - 1
        moments = [mark.moment.within(start, end) for mark in step.marks]
        due = [Ms(moment - (mark.lead or 0)) for mark, moment in zip(step.marks, moments, strict=True)]
        spoken_from = start  # where the last line ended: the next may not begin before
        for index, (mark, moment) in enumerate(zip(step.marks, moments, strict=True)):
            following = (due[later] for later in range(index + 1, len(due)) if step.marks[later].line)
            room_end = moment if mark.lead else min(next(following, end), end)
            before = moments[index - 1] if index else start
            earliest = max(spoken_from, Ms(before + GRID_MS)) if mark.lead else spoken_from
            if at := self._spoken_mark(mark, moment, earliest, room_end):
                self._place(at[1], mark.role, at[0], number, mark.rep)
                spoken_from = Ms(at[0] + self.lengths[at[1]])
            elif mark.tone:
                self._place(tone(mark.tone), mark.role, _ahead(mark, moment, before), number, mark.rep)
                if any(self._sayable(mark.line)):
                    self.ticked[step.exercise or ""] += 1

    def _spoken_mark(self, mark: Mark, moment: Ms, earliest: Ms, latest_end: Ms) -> tuple[Ms, Sound] | None:
        for text in self._sayable(mark.line):
            sound = voice(text)
            length = self.lengths[sound]
            lead = max(mark.lead, length) if mark.lead else 0
            at = Ms((moment - lead) // GRID_MS * GRID_MS)
            if at >= earliest and at + length <= latest_end:
                return at, sound
        return None

    # Floating lines

    def _float(self, floating: Floating) -> None:
        line = floating.line
        for windows, text in product((floating.windows, floating.elsewhere), tuple(self._sayable(line.wordings))):
            length = self.lengths[voice(text)]
            for window in windows:
                start, end = self.spans[window.step]
                first = start + GRID_MS if window.step in self.openers else start
                earliest = max(first, window.earliest.within(start, end))
                latest = min(end, window.latest.within(start, end))
                at = self._room(self.taken[window.step], length, earliest, latest)
                if at is not None:
                    self._place(voice(text), line.role, at, window.step)
                    return
        if floating.must and any(self._sayable(line.wordings)):
            self.unheard.append(f"{floating.must}: there was no room to say {line.wordings[0]!r}.")

    def _room(self, taken: list[tuple[int, int]], length: int, earliest: int, latest: int) -> Ms | None:
        """The first start on the grid, from `earliest`, at which `length` ms are free and end by `latest`."""
        at = up_to_grid(earliest)
        index = max(0, bisect_left(taken, (at, 0)) - LOOK_BACK)
        while at + length <= latest:
            while index < len(taken) and taken[index][1] + CLEARANCE_MS <= at:
                index += 1
            clash = taken[index] if index < len(taken) else None
            if clash is None or clash[0] - CLEARANCE_MS >= at + length:
                return at
            at = up_to_grid(clash[1] + CLEARANCE_MS)
        return None

    # What comes out

    def _timed_steps(self) -> Iterator[TimedStep]:
        for step, start, (_, end) in zip(self.script.steps, self.starts, self.spans, strict=True):
            yield TimedStep(step.kind, start, end, step.exercise, step.set, step.side, step.reps)

    def _chapters(self, duration: Ms) -> Iterator[Chapter]:
        marks = self.script.chapters
        starts = [mark.moment.within(*self.spans[mark.step]) for mark in marks]
        for mark, start, end in zip(marks, starts, [*starts[1:], duration], strict=True):
            yield Chapter(start, end, mark.title, mark.section, mark.part)

    def _warnings(self) -> Iterator[str]:
        for exercise, count in self.ticked.items():
            ticks, numbers = ("1 count is a tick", "number") if count == 1 else (f"{count} counts are ticks", "numbers")
            yield f"{exercise}: {ticks}, since at this tempo there is no time to say the {numbers}."
        yield from self.unheard


def _openers(script: Script) -> Iterator[int]:
    """The steps that each begin a part of the session."""
    section = None
    for mark in script.chapters:
        if mark.section != section:
            yield mark.step
        section = mark.section


def _ahead(mark: Mark, moment: Ms, before: Ms) -> Ms:
    """When a tone sounds: at its moment, or with a lead as long before it as the mark before allows."""
    if not mark.lead:
        return moment
    early = min(mark.lead, (moment - before) // 2) // GRID_MS * GRID_MS
    return Ms(moment - max(early, GRID_MS))
