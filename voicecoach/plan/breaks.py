"""What lies between two pieces of work: rests that are exact, coached ones that may grow, and no rest at all."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from voicecoach.counted import titles_in_short
from voicecoach.definitions.model import Position, Wordings
from voicecoach.plan.announce import WALK_THROUGH_MS, Announcer
from voicecoach.plan.bouts import Bout
from voicecoach.plan.choices import Detail
from voicecoach.plan.draft import Draft, about, list_title, whole
from voicecoach.plan.kinds import is_exact, rest_between
from voicecoach.plan.script import Line, Mark, Moment, Priority, Role, Step, StepKind, Window, after_start, before_end
from voicecoach.plan.signals import (
    AFTER_SIGNAL_MS,
    CALLED_REST_MS,
    COUNTDOWN_START_MS,
    call_rest_left,
    countdown,
)
from voicecoach.times import Ms

ANNOUNCE_SET_MS = 8900
SIDE_MS = 4900
"""And last of all, so long before the end, which side begins."""
ORDERLY_REST_MS = 10_000
"""In a shorter rest the next set is announced first, and the rest only if there is time."""
CUE_REST_MS = 18_000
"""A rest from this length on has room for a line beside what belongs to it."""
REST_TONE_MS = 700
CALL_CLEAR_MS = 10_600
"""Before the end of a rest lines are over by then, for the ten-second call."""
NEXT_UP_MS = 11_000
"""Without a rest, the next work is named in so much of the end of the one before."""
PART_MS = 2500
"""About what each part of that takes."""
NAME_AND_SIDE_MS = 7000
"""A shorter rest has no room for the next exercise and the side that begins."""
TOLD_AFTER_GO_MS = 1500
TOLD_IN_WORK_MS = 60_000
"""In work by time from this length on, what had no room before it is told in its first half a minute."""
HARDLY_A_REST_MS = 1000
"""In so short a rest there is no time for the last number of the set before."""


@dataclass
class Breaks:
    """Writes the breaks. `rests` are those with room for one more line, by the bout that follows."""

    draft: Draft
    announcer: Announcer
    rests: dict[int, int] = field(default_factory=dict)

    def write(self, previous: Bout | None, bout: Bout, number: int) -> None:
        """What comes before bout `number`."""
        rest = rest_between(self.draft.workout, previous, bout) if previous else Ms(0)
        if previous is None or not is_exact(previous, bout):
            self._coached(previous, bout, rest)
        elif rest:
            self._exact(previous, bout, rest, number)
        else:
            self._on_the_beat(previous, bout)
        self.announcer.equipment.uses(bout)

    # Coached: all that has to be said is said, and what doesn't fit into the rest comes after it

    def _coached(self, previous: Bout | None, bout: Bout, rest: Ms) -> None:
        draft, step = self.draft, self.draft.here
        self.draft.track += 1
        call_rest_left(draft, step, max(rest, bout.work.get_ready))
        row = draft.spoken(Detail.COUNTS, self._coached_row(previous, bout, rest))
        self._late_side(bout)
        marks = [*self._signals(rest), *countdown(draft, COUNTDOWN_START_MS)]
        before = (Role.ANNOUNCE,) if rest else ()
        self._chapter(bout, before_end(COUNTDOWN_START_MS) if rest else after_start(0), before)
        draft.steps.append(
            Step(
                StepKind.REST if rest else StepKind.LEAD_IN,
                rest,
                about(previous) if previous and rest else about(bout),
                spoken=row,
                ready=bout.work.get_ready,
                marks=tuple(marks),
                then=about(bout) if rest else None,
                limit=max(rest, WALK_THROUGH_MS) if bout.section.exact else None,
            )
        )

    def _coached_row(self, previous: Bout | None, bout: Bout, rest: Ms) -> Iterator[Line]:
        if rest:
            told, open_ended = self._rest_words(rest), self.draft.wording.rest_open(rest)
            yield Line(Role.REST, told, if_grown=open_ended)
        if previous:
            yield from (
                Line(Role.NEXT, words, Priority.NEXT) for words in self.announcer.equipment.put_away(previous, bout)
            )
        yield from self.announcer.lead_in(bout, previous)
        if bout.work.get_ready <= CALLED_REST_MS:
            yield from self.announcer.side_first(bout)

    def _late_side(self, bout: Bout) -> None:
        """Where getting ready takes long, the side that begins is said towards its end."""
        step, name = self.draft.here, bout.work.title
        near = Window(step, before_end(ANNOUNCE_SET_MS), before_end(COUNTDOWN_START_MS))
        for line in self.announcer.side_first(bout) if bout.work.get_ready > CALLED_REST_MS else ():
            self.draft.say(line, (near, _before_go(step)), must=name)

    def _signals(self, rest: Ms) -> Iterator[Mark]:
        """What tells that work is done and a rest begins."""
        if self.draft.follows_work():
            yield Mark(after_start(0), Role.DONE, tone="done")
        if rest > 2 * REST_TONE_MS and self.draft.detail is Detail.TONES:
            yield Mark(after_start(REST_TONE_MS), Role.REST, tone="rest")

    def _rest_words(self, rest: Ms) -> Wordings:
        return self.draft.wording.line("rest", length=self.draft.wording.length(rest))

    # Exact: the rest is kept, and what has no room is said earlier, shorter or not at all

    def _exact(self, previous: Bout, bout: Bout, rest: Ms, number: int) -> None:
        draft, step = self.draft, self.draft.here
        called = rest > CALLED_REST_MS
        free = Window(step, after_start(0), before_end(CALL_CLEAR_MS if called else _least(COUNTDOWN_START_MS, rest)))
        if previous.place == bout.place:
            self._between_sets(previous, bout, free, rest)
            if rest >= CUE_REST_MS and not any(True for _ in self.announcer.changes(bout)):
                self.rests[number] = step
        else:
            self._between_exercises(previous, bout, free, rest)
        marks = [*self._signals(rest), *countdown(draft, rest - AFTER_SIGNAL_MS)]
        self._chapter(bout, before_end(10_000) if called else after_start(0), ())
        draft.steps.append(Step(StepKind.REST, rest, about(previous), marks=tuple(marks)))

    def _between_sets(self, previous: Bout, bout: Bout, free: Window, rest: Ms) -> None:
        """The rest's length, what changes, and the next set; in a short rest that comes first."""
        line = Line(Role.REST, self._rest_words(rest))
        if rest < ORDERLY_REST_MS:
            self._next_set(previous, bout, free)
        self.draft.say(line, (free,))
        self._changes(bout, free)
        call_rest_left(self.draft, free.step, rest, back=bout.work.exercise.position is Position.FLOOR)
        if rest >= ORDERLY_REST_MS:
            self._next_set(previous, bout, free)

    def _between_exercises(self, previous: Bout, bout: Bout, free: Window, rest: Ms) -> None:
        """The next exercise; that it is a rest is said where there is time, its length between rounds."""
        is_round_rest = previous.section.round_rest == rest and bout.opens_round
        words = self._rest_words(rest) if is_round_rest else self.draft.wording.rest_open(rest)
        if rest >= ORDERLY_REST_MS:
            self.draft.say(Line(Role.REST, words), (free,))
        call_rest_left(self.draft, free.step, rest)
        self._next_up(previous, bout, free, rest)

    def _next_set(self, previous: Bout, bout: Bout, free: Window) -> None:
        """The same exercise again: which set, how many, which side; near the end of a longer rest."""
        draft, step = self.draft, free.step
        is_long = free.latest.offset >= CALL_CLEAR_MS
        near = Window(step, before_end(ANNOUNCE_SET_MS) if is_long else after_start(0), before_end(COUNTDOWN_START_MS))
        number = self.announcer.set_number(bout)
        lines = [Line(Role.ANNOUNCE, number)] if number else []
        is_new = bout.amount != previous.amount or bout.amount.is_open
        amount = Line(Role.ANNOUNCE, self.announcer.amount(bout))
        if is_new or (is_long and not bout.section.is_in_rounds):
            lines.append(amount)
        sides = self.announcer.side_first(bout)
        at_last = (Window(step, before_end(SIDE_MS), before_end(COUNTDOWN_START_MS)),) if is_long else ()
        for side in sides:
            draft.say(side, (*at_last, near, _before_go(step)), _ends_of(step - 1), must=bout.work.title)
        for line in lines:
            if line is amount and not is_new:  # it is known: a reminder, if there is room
                draft.say(line, (near,), (free,))
            else:
                draft.say(line, (near, _before_go(step)), _ends_of(step - 1), must=bout.work.title)

    def _changes(self, bout: Bout, free: Window) -> None:
        for words in self.announcer.changes(bout):
            windows = (free, _before_go(free.step))
            line = Line(Role.SETUP, words, Priority.NEXT)
            elsewhere = (_ends_of(free.step - 1)[0], whole(free.step + 1))
            self.draft.say(line, windows, elsewhere, least=Detail.BRIEF, must=bout.work.title)

    def _next_up(self, previous: Bout, bout: Bout, free: Window, rest: Ms) -> None:
        """Another exercise: its name and side for sure, then how much of it, what to put away, how it is done."""
        draft, step, name = self.draft, free.step, bout.work.title
        lines, late = self.announcer.next_up(previous, bout), _ends_of(step - 1)
        in_rest = (free, _before_go(step))
        if lines.side and rest < NAME_AND_SIDE_MS:  # both have no room: the name is heard before, the side in the rest
            draft.say(lines.side, in_rest, late, must=name)
            in_rest, late, lines = late, in_rest, replace(lines, side=None)
        said = draft.say(lines.title, in_rest, late, must=name) if lines.title else None
        if previous.section is not bout.section and rest >= CUE_REST_MS:
            for told in self.announcer.kind(bout.section):
                draft.say(told, (free,), follows=said)
        for line in (lines.round, lines.name, lines.side):
            if line:
                said = draft.say(line, in_rest, late, must=name, follows=said)
        for line in (lines.amount, lines.load):
            if line:
                draft.say(line, in_rest, must=name if lines.is_amount_new else None, follows=said)
        if bout.set > 1:
            self._changes(bout, free)
        for words in self.announcer.equipment.put_away(previous, bout):
            off = Line(Role.NEXT, words, Priority.NEXT)
            draft.say(off, (free, _before_go(step)), (whole(step + 1),), must=previous.work.title)
        self._left_over(bout, (free,), said)

    def _as_it_begins(self, bout: Bout) -> tuple[Window, ...]:
        """The beginning of work that goes on for long: what it is about may be told in it."""
        turn, step = bout.turns[0], self.draft.here
        is_long = turn.reps is None and turn.length >= TOLD_IN_WORK_MS
        return (Window(step, after_start(TOLD_AFTER_GO_MS), after_start(TOLD_IN_WORK_MS // 2)),) if is_long else ()

    def _left_over(
        self, bout: Bout, windows: tuple[Window, ...], name: int | None, later: tuple[Window, ...] = ()
    ) -> None:
        """The first time, the set-up that the walk-through had no time for, after the exercise's name."""
        must, said = list_title(bout) if bout.is_listed else bout.work.title, name
        for line in self.announcer.left_over(bout) if bout.set == 1 else ():
            told = line._replace(priority=Priority.NEXT)
            late = (_before_go(windows[0].step), *(later if line.role is Role.SETUP else ()))
            said = self.draft.say(told, windows, late, must=must, once=True, follows=said, in_order=True)

    # No rest at all: what comes next is said in the last seconds of the work before

    def _on_the_beat(self, previous: Bout, bout: Bout) -> None:
        draft, step, name = self.draft, self.draft.here - 1, bout.work.title
        lines = self.announcer.next_up(previous, bout)
        number = lines.round
        if previous.place == bout.place and not bout.section.is_in_rounds:
            number = Line(Role.ANNOUNCE, self.announcer.set_number(bout))
        parts = [line for line in (number, lines.name, lines.amount, lines.load, lines.side) if line]
        said = self._section_on_the_beat(bout, lines.title) if previous.section is not bout.section else None
        for index, line in enumerate(parts):
            start = before_end(max(0, NEXT_UP_MS - PART_MS * index))
            windows = (Window(step, start, before_end(0)), Window(step, before_end(NEXT_UP_MS), before_end(0)))
            said = draft.say(line, windows, (_before_go(step),), must=name, follows=said)
        for words in self.announcer.changes(bout) if bout.set > 1 else ():
            draft.say(Line(Role.SETUP, words, Priority.NEXT), (whole(draft.here),), least=Detail.BRIEF, must=name)
        self._left_over(bout, (_before_go(step),), said, self._as_it_begins(bout))
        self._chapter(bout, after_start(0), ())

    def _section_on_the_beat(self, bout: Bout, title: Line | None) -> int | None:
        """A section's title and, where there is time, how it goes; before all that is said of its first exercise."""
        step = self.draft.here - 1
        sooner = Window(step, before_end(2 * NEXT_UP_MS), before_end(NEXT_UP_MS))
        late, kind = Window(step, before_end(NEXT_UP_MS), before_end(0)), list(self.announcer.kind(bout.section))
        said: int | None = None
        if title:
            windows = (sooner, late) if kind else (late,)
            said = self.draft.say(title, windows, (_before_go(step),), must=bout.work.title)
        for told in kind:
            self.draft.say(told, (sooner,), follows=said)
        return said

    # Chapters

    def _chapter(self, bout: Bout, moment: Moment, before: tuple[Role, ...]) -> None:
        word = self.draft.wording.phrases.word
        title = list_title(bout) if bout.is_listed else bout.work.exercise.title
        chapter, part = title, title
        if bout.section.exact and bout.section.is_in_rounds:
            part = bout.section.title or _titles(bout)
        if bout.sets > 1 and not (bout.is_listed and bout.section.exact):
            chapter = word(_counted_as(bout)).format(exercise=title, round=bout.repeat, set=_number(bout))
        if bout.section.title and bout.section.title != chapter:
            chapter = word("chapter_part").format(part=bout.section.title, chapter=chapter)
        self.draft.chapter(moment, chapter, part, before, bout.place)


def _counted_as(bout: Bout) -> str:
    """The phrase for a chapter of one of several sets, which counts as the voice does."""
    if bout.section.is_in_rounds or bout.sets_in_row == 1:
        return "chapter_round"
    return "chapter_round_set" if bout.section.repeat > 1 else "chapter_set"


def _number(bout: Bout) -> int:
    return bout.set if bout.section.is_in_rounds or bout.sets_in_row == 1 else bout.set_in_row


def is_on_the_beat(draft: Draft, bout: Bout, following: Bout | None) -> bool:
    """Whether the next bout starts as this one ends, or so soon that it makes no difference."""
    if following is None or not is_exact(bout, following):
        return False
    return rest_between(draft.workout, bout, following) < HARDLY_A_REST_MS


def _titles(bout: Bout) -> str:
    """What a section without a title is called: by its exercises, the first three of them."""
    return titles_in_short(list(dict.fromkeys(work.exercise.title for work in bout.section.works)))


def _before_go(step: int) -> Window:
    """Anywhere in a break but at its very end, between the last tick and go."""
    return Window(step, after_start(0), before_end(HARDLY_A_REST_MS))


def _ends_of(step: int) -> tuple[Window, Window]:
    """The last seconds of the work before, or anywhere in it."""
    return Window(step, before_end(NEXT_UP_MS), before_end(0)), _before_go(step)


def _least(room_ms: int, rest: Ms) -> int:
    """How much of the end of a rest is kept for the 3-2-1: in a short one, none of it."""
    return room_ms if rest >= room_ms + 2 * AFTER_SIGNAL_MS else 0
