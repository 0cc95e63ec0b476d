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

from voicecoach.counted import quoted_sentence
from voicecoach.plan.script import About, Mark, Priority, Script, Step, StepKind, Tells
from voicecoach.timeline.board import Board
from voicecoach.timeline.floats import place_floating, place_halfway, place_timed
from voicecoach.timeline.model import Chapter, TimedStep, Timeline, order
from voicecoach.timeline.rooms import Taken
from voicecoach.timeline.sayings import Lengths, tone
from voicecoach.timeline.stands import Stands, moment_of
from voicecoach.times import GRID_MS, Ms, up_to_grid

CHAPTER_AHEAD_MS = 100


def lay_out(script: Script, lengths: Lengths) -> Timeline:
    """The timeline of `script`, whose sounds have these `lengths`. A wording without one can't be said, and is not."""
    return Layout(Stands(script, lengths)).timeline()


class Layout:
    """Steps as they stand on their way to the timeline, which is asked for once."""

    def __init__(self, stands: Stands) -> None:
        self.script, self.stands = stands.script, stands.stands
        self.starts, self.length = stands.starts, stands.length
        self.board = Board(stands.script, stands.sayings, stands.openers)

    def timeline(self) -> Timeline:
        """Place all; gives what comes out."""
        for number in range(len(self.stands)):
            self._place_standing(number)
        self._make_room_for_all()
        for timed in self.script.timed:
            place_timed(self.board, timed)
        self._place_floating()
        self._make_room_for_all()
        self.board.events.sort(key=order)
        return Timeline(
            events=tuple(self.board.events),
            steps=tuple(self._timed_steps()),
            chapters=tuple(self._chapters(self.length)),
            duration=self.length,
            warnings=tuple(self._warnings()),
            if_all_done=self.script.telling(Tells.ALL_DONE),
            if_as_long=self.script.telling(Tells.LENGTH_AFTER),
        )

    def _place_standing(self, number: int) -> None:
        """Place what has a time of its own: a step's row of lines, its numbers and its marks."""
        step, stand, start = self.script.steps[number], self.stands[number], self.starts[number]
        span = Ms(start + stand.opens), Ms(start + stand.end)
        self.board.begin(span, None if stand.cut is None else Ms(start + stand.cut), self._taken_before(number))
        for text in stand.left_out:
            self._leave_out(text, step)
        for one in stand.sounds:
            self.board.place(one.sound, one.role, Ms(start + one.at), number, one.rep)
        for mark in step.marks:
            self._mark(mark, moment_of(mark, step, span, stand.signals), number)

    def _leave_out(self, text: str, step: Step) -> None:
        """Exercises of a list have no rests in which the rest of their set-up could be told."""
        about = step.then or step.about
        warning = f"{about.title}: the walk-through has no time for {quoted_sentence(text)}."
        if about.title and warning not in self.board.unheard:
            self.board.unheard.append(warning)

    def _taken_before(self, number: int) -> Taken:
        """What the number on which the step before ends takes of a step."""
        start, over = self.starts[number], self.stands[number - 1].number_over if number else 0
        return Taken([(start, start + over)] if over else [])

    def _mark(self, mark: Mark, moment: Ms, number: int) -> None:
        if mark.tone:
            self.board.place(tone(mark.tone), mark.role, moment, number, mark.rep)
            return
        for text in self.board.sayings.sayable(mark.line):
            if self.board.is_free(text, moment, number):
                self.board.say(text, mark.role, moment, number, mark.rep)
                return

    def _place_floating(self) -> None:
        """Place what floats by priority, and between what is needed and what would be nice the call of the middle."""
        floating = self.script.floating
        by_rank = sorted(range(len(floating)), key=lambda one: floating[one].line.priority)
        needed = bisect_right(by_rank, Priority.NEXT, key=lambda one: floating[one].line.priority)
        for number in by_rank[:needed]:
            place_floating(self.board, number)
        place_halfway(self.board, self.length)
        for number in by_rank[needed:]:
            place_floating(self.board, number)

    def _make_room_for_all(self) -> None:
        """Let the last step last until the last sound is over, which may be a listener's own long tone."""
        if self.board.events:
            self.length = up_to_grid(max(self.length, self.board.sounding_until))
            self.board.spans[-1] = (self.board.spans[-1][0], self.length)

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
            sounds = self.stands[mark.step].sounds if mark.before else ()
            first = next((one.at for one in sounds if one.role in mark.before), None)
            if first is None:
                at = mark.moment.within(*self.board.spans[mark.step])
            else:
                at = Ms(self.starts[mark.step] + first - CHAPTER_AHEAD_MS)
            if section not in {None, mark.section}:
                at = self.board.silent_near(at, mark.step)
            section = mark.section
            starts.append(max(at, Ms(starts[-1] + GRID_MS)) if starts else at)
        for mark, start, end in zip(marks, starts, [*starts[1:], duration], strict=True):
            yield Chapter(Ms(start), Ms(end), mark.title, mark.section, mark.part, mark.place)

    def _warnings(self) -> Iterator[str]:
        for exercise, problems in self._ticked().items():
            for problem, count in problems.items():
                yield (
                    f"{exercise}: {count} {problem}." if problem.startswith("counts are") else f"{exercise}: {problem}."
                )
        yield from self.board.unheard

    def _ticked(self) -> dict[str, Counter[str]]:
        """Of each exercise how many of its repetitions are ticks, for which reason."""
        found: dict[str, Counter[str]] = {}
        for step, stand in zip(self.script.steps, self.stands, strict=True):
            if stand.ticked:
                problems = found.setdefault(step.about.exercise or "", Counter())
                problems[stand.ticked.problem] += stand.ticked.ticks
        return found


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
        about.repeats,
    )
