"""From a script and the measured length of every sound to the timeline.

Positions come from lengths alone. Marks and numbers are placed first, since they are on time or not at all; then the
author's timed lines, then the floating lines by priority, each into the first window with room: a line moves, then
takes a shorter wording, then is dropped. None is ever cut, and none overlaps another.

The session can be cut where a new part begins, into parts that can be encoded on their own: no sound reaches across,
and the first begins no sooner than `GRID_MS` into its part, which leaves an encoder its first frame. A tone too long
for the step it stands in delays what the next part begins with.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from voicecoach.plan.script import About, Mark, Priority, Role, Script, Step, StepKind
from voicecoach.timeline.board import Board, Lengths, tone
from voicecoach.timeline.counting import choose, start_of_last
from voicecoach.timeline.floats import place_floating, place_halfway, place_timed
from voicecoach.timeline.model import Chapter, TimedStep, Timeline, order
from voicecoach.timeline.rooms import CLEARANCE_MS, Taken
from voicecoach.times import GRID_MS, Ms, up_to_grid

FIRST_LINE_MS = 500
"""A row of lines begins this long after its step."""
LINE_GAP_MS = 400
"""Between the lines of a row."""
LONGEST_NUMBER_MS = 60_000
AFTER_NUMBER_MS = 100
"""The done tone follows the last number after so long."""
CHAPTER_AHEAD_MS = 100


def lay_out(script: Script, lengths: Lengths) -> Timeline:
    """The timeline of `script`, whose sounds have these `lengths`. A wording without one can't be said, and is not."""
    return Layout(Board(script, lengths)).timeline()


@dataclass(frozen=True, slots=True)
class _Placed:
    """A line of a row at its time."""

    start: Ms
    end: Ms
    text: str
    role: Role


@dataclass
class Layout:
    """A script on its way to the timeline. What floats takes no time of its own, so the length is known without it."""

    board: Board
    starts: list[Ms] = field(default_factory=list)
    rows: list[list[_Placed]] = field(default_factory=list)
    number_until: Ms = Ms(0)
    """Where the last number of the set before ends, which starts as that set ends."""
    ticked: dict[str, Counter[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Place all that has a time of its own, step by step."""
        self.length = Ms(0)
        for number, step in enumerate(self.script.steps):
            self.length = self._step(number, step, self.length)
        self._make_room_for_all()

    @property
    def script(self) -> Script:
        """What is laid out."""
        return self.board.script

    def timeline(self) -> Timeline:
        """Place the rest, once; gives what comes out."""
        for timed in self.script.timed:
            place_timed(self.board, timed)
        floating = self.script.floating
        by_rank = sorted(range(len(floating)), key=lambda one: floating[one].line.priority)
        needed = bisect_right(by_rank, Priority.NEXT, key=lambda one: floating[one].line.priority)
        for number in by_rank[:needed]:
            place_floating(self.board, number)
        place_halfway(self.board, self.length)
        for number in by_rank[needed:]:
            place_floating(self.board, number)
        self._make_room_for_all()
        self.board.events.sort(key=order)
        return Timeline(
            events=tuple(self.board.events),
            steps=tuple(self._timed_steps()),
            chapters=tuple(self._chapters(self.length)),
            duration=self.length,
            warnings=tuple(self._warnings()),
        )

    def _step(self, number: int, step: Step, start: Ms) -> Ms:
        """Place a step's row of lines, its numbers and its marks; gives the step's end."""
        self.starts.append(start)
        self.board.taken.append(Taken([(start, self.number_until)] if self.number_until > start else []))
        after_number = up_to_grid(self.number_until + AFTER_NUMBER_MS) if self.number_until > start else start
        if number in self.board.openers:  # a part can stand alone, so no tone of the one before reaches into it
            start = up_to_grid(max(start, self.board.sounding_until))
        signals = Ms(max(GRID_MS if number in self.board.openers else 0, after_number - start))
        row = list(self._row(step, start, signals, cut=None))
        end = _end_of(step, start, row)
        cut = Ms(start + step.length)
        grows = step.then is not None and end > cut > start
        if grows:
            row = list(self._row(step, start, signals, cut))
            end = max(_end_of(step, start, row), up_to_grid(cut + GRID_MS))
        self.board.cuts.append(cut if grows else None)
        self.board.spans.append((start, end))
        self.rows.append(row)
        for line in row:
            self.board.place(self.board.voices[line.text], line.role, line.start, number)
        self._counts(number, step, start, end)
        for mark in step.marks:
            self._mark(mark, number, signals)
        return end

    def _row(self, step: Step, start: Ms, signals: Ms, cut: Ms | None) -> Iterator[_Placed]:
        """The row of a step's lines; one that would sound at `cut` begins there instead."""
        tones = (mark for mark in step.marks if mark.tone and not mark.moment.from_end)
        ends = (signals + mark.moment.offset + self.board.lengths[tone(mark.tone or "")] for mark in tones)
        cursor = start + max(
            FIRST_LINE_MS, signals + LINE_GAP_MS if signals else 0, max(ends, default=0) + CLEARANCE_MS
        )
        left = self._certain_ms(step)
        for line in step.spoken:
            wordings = line.if_grown if cut is not None and line.if_grown else line.wordings
            text = self.board.preferred(wordings)
            if text is None:
                continue
            at = up_to_grid(cursor)
            takes = self.board.voice_ms[text]
            if cut is not None and at < cut < at + takes:
                at = cut
            end = Ms(at + takes)
            if not line.may_wait:
                left -= takes + LINE_GAP_MS
            elif step.limit is not None and end + left + step.ready - start > step.limit:
                self._leave_out(text, step)
                continue
            yield _Placed(at, end, text, line.role)
            cursor = end + LINE_GAP_MS

    def _leave_out(self, text: str, step: Step) -> None:
        """Exercises of a list have no rests in which the rest of their set-up could be told."""
        warning = f"{step.about.title}: the walk-through has no time for {text!r}."
        if step.about.title and warning not in self.board.unheard:
            self.board.unheard.append(warning)

    def _certain_ms(self, step: Step) -> int:
        """How long the lines of a row take that can't wait, with the gaps before them."""
        if step.limit is None:
            return 0
        certain = (self.board.preferred(line.wordings) for line in step.spoken if not line.may_wait)
        return sum(self.board.voice_ms[text] + LINE_GAP_MS for text in certain if text is not None)

    def _make_room_for_all(self) -> None:
        """Let the last step last until the last sound is over, which may be a listener's own long tone."""
        if self.board.events:
            self.length = up_to_grid(max(self.length, self.board.sounding_until))
            self.board.spans[-1] = (self.board.spans[-1][0], self.length)

    # Numbers and marks

    def _counts(self, number: int, step: Step, start: Ms, end: Ms) -> None:
        self.number_until = start
        if not step.counts:
            return
        moments = [count.moment.within(start, end) for count in step.counts]
        until = self._last_number_until(number, end)
        reps = [count.rep for count in step.counts]
        lines = [self.board.sayable(count.line) for count in step.counts]
        counted = choose(lines, reps, moments, (start, until), self.board.voice_ms.get)
        for count, text, moment in zip(step.counts, counted.texts, moments, strict=True):
            sound = self.board.voices[text] if text else tone("tick")
            at = moment
            if moment == end:
                at = Ms(start_of_last(moment, self.board.lengths[sound], until) // GRID_MS * GRID_MS)
            self.board.place(sound, Role.COUNT, at, number, count.rep)
            if at == end and text:
                self.number_until = Ms(at + self.board.lengths[sound])
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
        start, end = self.board.spans[number]
        moment = mark.moment.within(start, end)
        if not mark.moment.from_end and self.script.steps[number].kind not in {StepKind.WORK, StepKind.HOLD}:
            moment = Ms(moment + signals)
        if mark.tone:
            self.board.place(tone(mark.tone), mark.role, moment, number, mark.rep)
            return
        for text in self.board.sayable(mark.line):
            if self.board.is_free(text, moment, number):
                self.board.place(self.board.voices[text], mark.role, moment, number, mark.rep)
                return

    # What comes out

    def _timed_steps(self) -> Iterator[TimedStep]:
        ends = (end for _, end in self.board.spans)
        for step, start, end, cut in zip(self.script.steps, self.starts, ends, self.board.cuts, strict=True):
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
            at = mark.moment.within(*self.board.spans[mark.step]) if first is None else Ms(first - CHAPTER_AHEAD_MS)
            if section not in {None, mark.section}:
                at = self.board.silent_near(at, mark.step)
            section = mark.section
            starts.append(max(at, Ms(starts[-1] + GRID_MS)) if starts else at)
        for mark, start, end in zip(marks, starts, [*starts[1:], duration], strict=True):
            yield Chapter(Ms(start), Ms(end), mark.title, mark.section, mark.part)

    def _warnings(self) -> Iterator[str]:
        for exercise, problems in self.ticked.items():
            for problem, count in problems.items():
                yield (
                    f"{exercise}: {count} {problem}." if problem.startswith("counts are") else f"{exercise}: {problem}."
                )
        yield from self.board.unheard


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
