"""From a script and the measured length of every sound to the timeline.

Positions come from lengths alone. Marks and numbers are placed first, since they are on time or not at all; then the
author's timed lines, then the floating lines by priority, each into the first window with room: a line moves, then
takes a shorter wording, then is dropped. None is ever cut, and none overlaps another.

The session can be cut where a new part begins, into parts that can be encoded on their own: no sound reaches across,
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
from voicecoach.plan.script import About, Floating, Line, Mark, Priority, Role, Script, Step, StepKind, Timed
from voicecoach.timeline.counting import choose, start_of_last
from voicecoach.timeline.model import Channel, Chapter, Event, Sound, TimedStep, Timeline, order
from voicecoach.timeline.rooms import CLEARANCE_MS, Taken
from voicecoach.times import GRID_MS, Ms, clock, up_to_grid

FIRST_LINE_MS = 500
"""A row of lines begins this long after its step."""
LINE_GAP_MS = 400
"""Between the lines of a row."""
TONE_TAIL_MS = 100
"""The last of a tone is soft: a line may begin this much sooner after it."""
LONGEST_NUMBER_MS = 60_000
AFTER_NUMBER_MS = 100
"""The done tone follows the last number after so long."""
UNVARIED = frozenset({Role.COUNT, Role.PHASE, Role.COUNTDOWN, Role.ANNOUNCE})
"""What may be said twice in a row."""
SOFT_TONES = frozenset({"soft"})
"""Tones that lines may be spoken over."""
TIMED_OFF_MS = 300
"""An author's line is at most so far from its time."""
CHAPTER_AHEAD_MS = 100
HALFWAY_OFF = 0.09
"""The middle of a session is called at most this share of its length away from it."""
CALLED_END_MS, CALLED_FROM_MS = 10_600, 12_000
"""It leaves the end of a longer step to the call of the last ten seconds."""

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


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line of a row at its time."""

    start: Ms
    end: Ms
    text: str
    role: Role


@dataclass
class _Layout:
    script: Script
    lengths: Lengths
    spans: list[tuple[Ms, Ms]] = field(default_factory=list)
    """Of each step, where what it holds may begin, and where it ends."""
    starts: list[Ms] = field(default_factory=list)
    cuts: list[Ms | None] = field(default_factory=list)
    """Of each step that grew, where its lead-in begins."""
    rows: list[list[_Placed]] = field(default_factory=list)
    sounding_until: Ms = Ms(0)
    """Where the last of the sounds placed so far ends."""
    number_until: Ms = Ms(0)
    """Where the last number of the set before ends, which starts as that set ends."""
    taken: list[Taken] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    said: dict[str, Ms] = field(default_factory=dict)
    """When each text is said first."""
    lines: list[tuple[Ms, str]] = field(default_factory=list)
    """What is said beside numbers, phase words, calls of time and announcements, in order of time."""
    ticked: dict[str, Counter[str]] = field(default_factory=dict)
    unheard: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.openers = frozenset(_openers(self.script))
        self.voices = {sound.text: sound for sound in self.lengths if sound.channel is Channel.VOICE}
        """The sounds of the lines that can be said."""
        self.voice_ms = {text: self.lengths[sound] for text, sound in self.voices.items()}

    def timeline(self) -> Timeline:
        start = Ms(0)
        for number, step in enumerate(self.script.steps):
            start = self._step(number, step, start)
        for timed in self.script.timed:
            self._timed(timed)
        self._halfway(start)
        for floating in sorted(self.script.floating, key=lambda one: one.line.priority):
            self._float(floating)
        start = self._with_room_for_all(start)
        self.events.sort(key=order)
        return Timeline(
            events=tuple(self.events),
            steps=tuple(self._timed_steps()),
            chapters=tuple(self._chapters(start)),
            duration=start,
            warnings=tuple(self._warnings()),
        )

    def _step(self, number: int, step: Step, start: Ms) -> Ms:
        """Place a step's row of lines, its numbers and its marks; gives the step's end."""
        self.starts.append(start)
        self.taken.append(Taken([(start, self.number_until)] if self.number_until > start else []))
        after_number = up_to_grid(self.number_until + AFTER_NUMBER_MS) if self.number_until > start else start
        if number in self.openers:  # a part can stand alone, so no tone of the one before reaches into it
            start = up_to_grid(max(start, self.sounding_until))
        signals = Ms(max(GRID_MS if number in self.openers else 0, after_number - start))
        row = list(self._row(step, start, signals, cut=None))
        end = _end_of(step, start, row)
        cut = Ms(start + step.length)
        grows = step.then is not None and end > cut > start
        if grows:
            row = list(self._row(step, start, signals, cut))
            end = max(_end_of(step, start, row), up_to_grid(cut + GRID_MS))
        self.cuts.append(cut if grows else None)
        self.spans.append((start, end))
        self.rows.append(row)
        for line in row:
            self._place(self.voices[line.text], line.role, line.start, number)
        self._counts(number, step, start, end)
        for mark in step.marks:
            self._mark(mark, number, signals)
        return end

    def _row(self, step: Step, start: Ms, signals: Ms, cut: Ms | None) -> Iterator[_Placed]:
        """The row of a step's lines; one that would sound at `cut` begins there instead."""
        tones = (mark for mark in step.marks if mark.tone and not mark.moment.from_end)
        ends = (signals + mark.moment.offset + self.lengths[tone(mark.tone or "")] for mark in tones)
        cursor = start + max(
            FIRST_LINE_MS, signals + LINE_GAP_MS if signals else 0, max(ends, default=0) + CLEARANCE_MS
        )
        left = self._certain_ms(step)
        for line in step.spoken:
            wordings = line.if_grown if cut is not None and line.if_grown else line.wordings
            text = next(self._sayable(wordings), None)
            if text is None:
                continue
            at = up_to_grid(cursor)
            takes = self.voice_ms[text]
            if cut is not None and at < cut < at + takes:
                at = cut
            end = Ms(at + takes)
            if not line.may_wait:
                left -= takes + LINE_GAP_MS
            elif step.limit is not None and end + left + step.ready - start > step.limit:
                continue
            yield _Placed(at, end, text, line.role)
            cursor = end + LINE_GAP_MS

    def _certain_ms(self, step: Step) -> int:
        """How long the lines of a row take that can't wait, with the gaps before them."""
        if step.limit is None:
            return 0
        certain = (next(self._sayable(line.wordings), None) for line in step.spoken if not line.may_wait)
        return sum(self.voice_ms[text] + LINE_GAP_MS for text in certain if text is not None)

    def _sayable(self, wordings: Wordings) -> Iterator[str]:
        return (text for text in wordings if text in self.voice_ms)

    def _place(self, sound: Sound, role: Role, at: Ms, number: int, rep: int | None = None) -> None:
        end = Ms(at + self.lengths[sound])
        cut, step = self.cuts[number], self.script.steps[number]
        about = step.then if cut is not None and at >= cut and step.then else step.about
        closing = at == self.spans[number][1]
        self.events.append(Event(at, end, sound, role, about.exercise, about.set, about.side, rep, closing))
        if sound.channel is Channel.VOICE:
            self.said[sound.text] = min(at, self.said.get(sound.text, at))
            if role not in UNVARIED:
                insort(self.lines, (at, sound.text))
        if sound.text not in SOFT_TONES or sound.channel is Channel.VOICE:
            heard = end if sound.channel is Channel.VOICE else max(at, end - TONE_TAIL_MS)
            self.taken[number].add(at, heard)
        self.sounding_until = max(self.sounding_until, end)

    def _with_room_for_all(self, end: Ms) -> Ms:
        """Let the last step last until the last sound is over, which may be a listener's own long tone."""
        if self.events:
            end = up_to_grid(max(end, self.sounding_until))
            self.spans[-1] = (self.spans[-1][0], end)
        return end

    # Numbers and marks

    def _counts(self, number: int, step: Step, start: Ms, end: Ms) -> None:
        self.number_until = start
        if not step.counts:
            return
        moments = [count.moment.within(start, end) for count in step.counts]
        until = self._last_number_until(number, end)
        reps = [count.rep for count in step.counts]
        lines = [tuple(self._sayable(count.line)) for count in step.counts]
        counted = choose(lines, reps, moments, (start, until), self.voice_ms.get)
        for count, text, moment in zip(step.counts, counted.texts, moments, strict=True):
            sound = self.voices[text] if text else tone("tick")
            at = moment
            if moment == end:
                at = Ms(start_of_last(moment, self.lengths[sound], until) // GRID_MS * GRID_MS)
            self._place(sound, Role.COUNT, at, number, count.rep)
            if at == end and text:
                self.number_until = Ms(at + self.lengths[sound])
        if counted.problem:
            ticks = sum(text is None for text in counted.texts)
            self.ticked.setdefault(step.about.exercise or "", Counter())[counted.problem] += ticks

    def _last_number_until(self, number: int, end: Ms) -> Ms:
        """When the number that falls on a step's end has to be over: a while before the next work starts."""
        step, following = self.script.steps[number], self.script.steps[number + 1 : number + 2]
        if step.ends_on_beat:
            return end
        if not following or following[0].spoken:
            return Ms(end + LONGEST_NUMBER_MS)
        return Ms(end + max(0, max(following[0].length, following[0].ready) - FIRST_LINE_MS))

    def _mark(self, mark: Mark, number: int, signals: Ms) -> None:
        start, end = self.spans[number]
        moment = mark.moment.within(start, end)
        if not mark.moment.from_end and self.script.steps[number].kind not in {StepKind.WORK, StepKind.HOLD}:
            moment = Ms(moment + signals)
        if mark.tone:
            self._place(tone(mark.tone), mark.role, moment, number, mark.rep)
            return
        for text in self._sayable(mark.line):
            if self.taken[number].near(self.voice_ms[text], moment, 0, self._around(number, moment)) is not None:
                self._place(self.voices[text], mark.role, moment, number, mark.rep)
                return

    # Lines at their own times

    def _timed(self, timed: Timed) -> None:
        """Place an author's line exactly at its time, or report it."""
        if timed.line.say not in self.voice_ms:
            return
        start, end = self.spans[timed.first][0], self.spans[timed.last][1]
        for moment in _moments(timed, start, end):
            number = next((n for n in range(timed.first, timed.last + 1) if moment < self.spans[n][1]), None)
            at = None
            if number is not None and moment >= start:
                length = self.voice_ms[timed.line.say]
                at = self.taken[number].near(length, moment, TIMED_OFF_MS, self._around(number, moment))
            if number is None or moment < start:
                self.unheard.append(f"The work is over before {timed.line.say!r} would be said.")
            elif at is None:
                self.unheard.append(f"There was no room at {clock(moment)} to say {timed.line.say!r}.")
            else:
                self._place(self.voices[timed.line.say], Role.LINE, at, number)

    def _halfway(self, duration: Ms) -> None:
        """Say that half of the session is done, in the rest nearest to the middle that has room, else in work."""
        text = next(self._sayable(self.script.halfway), None)
        if text is None:
            return
        middle, most_off = duration / 2, duration * HALFWAY_OFF
        steps = self.script.steps
        numbers = [
            n
            for n in range(len(steps))
            if self.spans[n][1] > middle - most_off and self.spans[n][0] < middle + most_off
        ]
        for number in sorted(
            numbers, key=lambda n: (steps[n].kind is not StepKind.REST, abs(self.spans[n][0] - middle))
        ):
            start, end = self._around(number, self.spans[number][0])
            clear = CALLED_END_MS if end - start > CALLED_FROM_MS else 4 * FIRST_LINE_MS
            earliest, latest = max(start, int(middle - most_off)), min(end - clear, int(middle + most_off))
            at = self.taken[number].room(self.voice_ms[text], earliest, latest)
            if at is not None:
                self._place(self.voices[text], Role.CALL, at, number)
                return

    # Floating lines

    def _float(self, floating: Floating) -> None:
        line = floating.line
        if floating.once and self._was_said(line.wordings, floating.windows[0].step):
            return
        for windows, text in product((floating.windows, floating.elsewhere), tuple(self._sayable(line.wordings))):
            length = self.voice_ms[text]
            for window in windows:
                start, end = self.spans[window.step]
                first = start + GRID_MS if window.step in self.openers else start
                earliest = max(first, window.earliest.within(start, end))
                latest = min(end, window.latest.within(start, end))
                start_by = window.start_by.within(start, end) if window.start_by else None
                at = self.taken[window.step].room(length, earliest, latest, start_by)
                if at is not None and not (self._straddles(window.step, at, length) or self._repeats(line, at, text)):
                    self._place(self.voices[text], line.role, at, window.step)
                    return
        if floating.or_tone:
            window = floating.windows[0]
            moment = window.earliest.within(*self.spans[window.step])
            self._place(tone(floating.or_tone), line.role, moment, window.step)
        elif floating.must and any(self._sayable(line.wordings)):
            self.unheard.append(f"{floating.must}: there was no room to say {line.wordings[0]!r}.")

    def _was_said(self, wordings: Wordings, number: int) -> bool:
        """Whether one of the wordings is heard before a step ends."""
        end = self.spans[number][1]
        return any(self.said.get(text, end) < end for text in wordings)

    def _around(self, number: int, moment: Ms) -> tuple[Ms, Ms]:
        """The part of a step, a rest or the lead-in that it grew into, that a moment of it is in."""
        (start, end), cut = self.spans[number], self.cuts[number]
        if cut is None:
            return start, end
        return (start, cut) if moment < cut else (cut, end)

    def _repeats(self, line: Line, at: Ms, text: str) -> bool:
        """Whether a cue or an encouragement would be the same as the line before or after it."""
        if line.priority <= Priority.KEY_CUE:
            return False
        index = bisect_left(self.lines, (at, text))
        return any(near == text for _, near in self.lines[max(0, index - 1) : index + 1])

    def _straddles(self, number: int, at: Ms, length: Ms) -> bool:
        """Whether a line would sound where a rest becomes a lead-in."""
        cut = self.cuts[number]
        return cut is not None and at < cut < at + length

    # What comes out

    def _timed_steps(self) -> Iterator[TimedStep]:
        for step, start, (_, end), cut in zip(self.script.steps, self.starts, self.spans, self.cuts, strict=True):
            if cut is None or step.then is None:
                yield _timed_step(step.kind, start, end, step.about)
            else:
                yield _timed_step(step.kind, start, cut, step.about)
                yield _timed_step(StepKind.LEAD_IN, cut, end, step.then)

    def _chapters(self, duration: Ms) -> Iterator[Chapter]:
        marks = self.script.chapters
        starts: list[Ms] = []
        section = None
        for mark in marks:
            row = (line.start for line in self.rows[mark.step] if line.role in mark.before)
            first = next(row, None)
            at = mark.moment.within(*self.spans[mark.step]) if first is None else Ms(first - CHAPTER_AHEAD_MS)
            if section not in {None, mark.section}:
                at = self._silent(at, mark.step)
            section = mark.section
            starts.append(max(at, Ms(starts[-1] + GRID_MS)) if starts else at)
        for mark, start, end in zip(marks, starts, [*starts[1:], duration], strict=True):
            yield Chapter(Ms(start), Ms(end), mark.title, mark.section, mark.part)

    def _silent(self, at: Ms, number: int) -> Ms:
        """The moment of a step nearest to `at`, best before it, at which nothing sounds, nor begins for a while."""
        start, end = self.spans[number]
        moments = (*range(up_to_grid(at), start - 1, -GRID_MS), *range(up_to_grid(at), end, GRID_MS))
        around = [(event.start, event.end) for event in self.events if event.end > start and event.start <= end]
        silent = (one for one in moments if all(b <= one or a >= one + GRID_MS for a, b in around))
        return Ms(next(silent, at))

    def _warnings(self) -> Iterator[str]:
        for exercise, problems in self.ticked.items():
            for problem, count in problems.items():
                yield (
                    f"{exercise}: {count} {problem}." if problem.startswith("counts are") else f"{exercise}: {problem}."
                )
        yield from self.unheard


def _end_of(step: Step, start: Ms, row: list[_Placed]) -> Ms:
    ready_from = row[-1].end if row else start
    return up_to_grid(max(start + step.length, ready_from + step.ready))


def _timed_step(kind: StepKind, start: Ms, end: Ms, about: About) -> TimedStep:
    return TimedStep(
        kind,
        start,
        end,
        about.exercise,
        about.set,
        about.side,
        about.reps,
        about.sets,
        about.section,
        about.section_title,
        about.round,
        about.load,
        about.title,
    )


def _moments(timed: Timed, start: Ms, end: Ms) -> Iterator[Ms]:
    line = timed.line
    if line.at is not None:
        yield Ms(start + line.at)
    if line.left is not None:
        yield Ms(end - line.left)
    if line.every:
        yield from (Ms(at) for at in range(start + line.every, end - 1000, line.every))


def _openers(script: Script) -> Iterator[int]:
    """The steps that each begin a part of the session from their very start."""
    section = None
    for mark in script.chapters:
        if mark.section != section and not mark.before:
            yield mark.step
        section = mark.section
