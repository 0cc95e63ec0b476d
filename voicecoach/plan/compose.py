"""From this week's workout to its script: the opening, every exercise with its sets and rests, the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voicecoach.definitions.model import Cue, Position, SetChange, Sides, Wordings
from voicecoach.plan.bouts import Bout, bouts, opens_exercise, rest_between
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.framing import last_lines, opening_lines
from voicecoach.plan.guidance import Stretches, cues_for_setup, encouragement, form_cues
from voicecoach.plan.script import (
    ChapterMark,
    Floating,
    Line,
    Mark,
    Moment,
    Priority,
    Role,
    Script,
    Step,
    StepKind,
    Window,
    after_start,
    before_end,
)
from voicecoach.plan.sets import AFTER_SIGNAL_MS, Turn, countdown, set_lines, work_step
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Workout
from voicecoach.times import GRID_MS, Ms

if TYPE_CHECKING:
    from voicecoach.definitions.phrases import Phrases

TEN_SECONDS_FROM_MS = 12_000
TEN_SECONDS_LINE_MS = 2500
READY_CALL_FROM_MS = 13_000
COUNTDOWN_START_MS = 3200
ANNOUNCE_SET_MS = 7500
ORDERLY_REST_MS = 10_000
"""In a shorter rest the next set is announced first, and the rest only if there is time."""
PAUSE_AFTER_OPENING_MS = Ms(1500)
FINISH_ROOM_MS = Ms(2500)
FINISH_TONE_MS = 2000
REST_TONE_MS = 700


def compose(workout: Workout, choices: Choices, phrases: Phrases, minutes: int) -> Script:
    """The script of a workout. `minutes` is the whole session's length as the opening names it, rounded up."""
    return _Composer(workout, choices, Wording(phrases, workout, choices.seed), minutes).script()


@dataclass
class _Composer:
    workout: Workout
    choices: Choices
    wording: Wording
    minutes: int
    steps: list[Step] = field(default_factory=list)
    floating: list[Floating] = field(default_factory=list)
    chapters: list[ChapterMark] = field(default_factory=list)
    stretches: dict[int, Stretches] = field(default_factory=dict)
    track: int = 0
    pending: list[Line] = field(default_factory=list)
    """What the next lead-in says first."""

    def script(self) -> Script:
        self._opening()
        previous: Bout | None = None
        for bout in bouts(self.workout):
            self._bout(bout, previous)
            previous = bout
        self._outro()
        self._guidance()
        return Script(tuple(self.steps), tuple(self.floating), tuple(self.chapters))

    @property
    def detail(self) -> Detail:
        return self.choices.detail

    @property
    def count_aloud(self) -> bool:
        chosen = self.choices.count_aloud
        return self.workout.session.count_aloud if chosen is None else chosen

    def _float(self, role: Role, wordings: Wordings, window: Window, priority: Priority = Priority.TRANSITION) -> None:
        if self.detail.says(Detail.COUNTS):
            self.floating.append(Floating(Line(role, wordings, priority), (window,)))

    def _float_surely(self, line: Line, windows: tuple[Window, ...], exercise: str) -> None:
        """A line that has to be heard, in the first of the windows if possible."""
        if self.detail.says(Detail.COUNTS):
            self.floating.append(Floating(line, windows[:1], windows[1:], must=exercise))

    def _chapter(self, moment: Moment, title: str, part: str = "") -> None:
        self.chapters.append(ChapterMark(len(self.steps), moment, title, max(1, self.track), part))

    def _set_chapter(self, moment: Moment, bout: Bout) -> None:
        word = self.wording.phrases.word("chapter_round" if bout.in_circuit else "chapter_set")
        title = bout.work.exercise.title
        chapter = word.format(exercise=title, set=bout.set)
        self._chapter(moment, chapter, chapter if bout.in_circuit else title)

    # The opening

    def _opening(self) -> None:
        lines = tuple(opening_lines(self.workout, self.wording, self.detail, self.minutes))
        if lines:
            self._chapter(after_start(0), self.wording.phrases.word("chapter_opening"))
            self.steps.append(Step(StepKind.LEAD_IN, Ms(0), spoken=lines, ready=PAUSE_AFTER_OPENING_MS))

    # One set

    def _bout(self, bout: Bout, previous: Bout | None) -> None:
        same = not opens_exercise(previous, bout)
        stretches = self.stretches.get(bout.number) or self._first_stretch(bout)
        if previous:
            self._rest(previous, bout, same=same)
        if not same:
            self.track += 1
            self._lead_in(bout)
        for index, side in enumerate(bout.sides()):
            if index and side:
                self._change(bout, side)
            shown = "alternating" if bout.work.exercise.sides is Sides.ALTERNATING else side
            turn = Turn(bout.work, bout.set, shown, side or bout.first_side, is_first_side=index == 0)
            stretches.turns.append((turn, len(self.steps)))
            self.floating.extend(set_lines(turn, len(self.steps), self.wording, self.detail))
            if same and not index and self._follows_set():
                self._set_chapter(after_start(0), bout)
            self.steps.append(work_step(turn, self.wording, self.detail, count_aloud=self.count_aloud))

    def _first_stretch(self, bout: Bout) -> Stretches:
        work, cues = bout.work, bout.work.exercise.cues.form
        in_setup = cues_for_setup(work, cues, in_circuit=bout.in_circuit) if self.detail.says(Detail.FULL) else 0
        return self.stretches.setdefault(bout.number, Stretches(work, in_setup))

    def _lead_in(self, bout: Bout) -> None:
        self._set_chapter(after_start(0), bout)
        self.stretches[bout.number].lead_ins.append(len(self.steps))
        ready = bout.work.get_ready
        if ready >= READY_CALL_FROM_MS:
            window = Window(len(self.steps), before_end(10_000), before_end(10_000 - TEN_SECONDS_LINE_MS))
            self._float(Role.COUNTDOWN, self.wording.line("ten_seconds"), window)
        lines = self._first_announcement(bout) if bout.set == 1 else self._short_announcement(bout)
        spoken = (*self.pending, *lines) if self.detail.says(Detail.COUNTS) else ()
        self.pending.clear()
        room = ready - AFTER_SIGNAL_MS - GRID_MS if self._follows_set() else ready if spoken else ready - GRID_MS
        marks = tuple(countdown(room, self.wording, self.detail, count_aloud=self.count_aloud))
        if self._follows_set():
            marks = (Mark(after_start(GRID_MS), Role.DONE, tone="done"), *marks)
        self.steps.append(
            Step(StepKind.LEAD_IN, ready, bout.work.exercise.name, bout.set, spoken=spoken, ready=ready, marks=marks)
        )

    def _follows_set(self) -> bool:
        return bool(self.steps) and self.steps[-1].kind in (StepKind.WORK, StepKind.HOLD)

    def _first_announcement(self, bout: Bout) -> Iterator[Line]:
        work, line = bout.work, self.wording.line
        total = len(self.workout.works)
        name = self.wording.name(work)
        announce = "announce" if total > 1 else "announce_only"
        yield from self._round(bout)
        yield Line(Role.ANNOUNCE, line(announce, number=bout.number, total=total, exercise=name))
        amounts = "amount_round" if bout.in_circuit else "amount_sets" if work.sets > 1 else "amount_one_set"
        yield Line(Role.ANNOUNCE, line(amounts, sets=work.sets, amount=self.wording.amount(work)))
        cues = work.exercise.cues
        if self.detail.says(Detail.BRIEF):  # before anybody sits, steps or pulls on what has to be safe
            yield from (Line(Role.SAFETY, self._sided(cue, bout), Priority.SAFETY) for cue in cues.safety)
        if self.detail.says(Detail.FULL):
            in_setup = self.stretches[bout.number].cues_in_setup
            yield from (Line(Role.SETUP, self._sided(cue, bout)) for cue in cues.setup)
            yield from (Line(Role.CUE, self._sided(cue, bout)) for cue in cues.form[:in_setup])
        yield from self._side_first(bout)
        if self.detail.says(Detail.FULL):
            yield Line(Role.SETUP, line("ready", bout.number))

    def _short_announcement(self, bout: Bout) -> Iterator[Line]:
        """In a circuit's later rounds the exercise is known already."""
        yield from self._round(bout)
        yield Line(Role.ANNOUNCE, self.wording.line("announce_again", exercise=self.wording.name(bout.work)))
        if self.detail.says(Detail.BRIEF):
            yield from (Line(Role.SETUP, wordings) for wordings in self._changes(bout))
        yield from self._side_first(bout)

    def _round(self, bout: Bout) -> Iterator[Line]:
        if bout.opens_round and bout.section.rounds > 1:
            yield Line(Role.ANNOUNCE, self.wording.line("announce_round", round=bout.set, rounds=bout.section.rounds))

    def _side_first(self, bout: Bout) -> Iterator[Line]:
        if bout.first_side:
            side, noun = self.wording.side(bout.first_side), bout.work.exercise.side_noun
            yield Line(Role.ANNOUNCE, self.wording.line("announce_side_first", side=side, noun=noun))

    def _changes(self, bout: Bout) -> Iterator[Wordings]:
        return (self._sided(change, bout) for change in bout.work.exercise.changes if change.applies(bout.set))

    def _sided(self, line: Cue | SetChange, bout: Bout) -> Wordings:
        return self.wording.cue(line.wordings, bout.first_side)

    def _change(self, bout: Bout, side: str) -> None:
        length, step = self.workout.session.change, len(self.steps)
        exercise = bout.work.exercise
        wordings = self.wording.line("switch", side=self.wording.side(side), noun=exercise.side_noun)
        if exercise.switch:
            wordings = (*self.wording.cue((exercise.switch,), side), wordings[-1])
        line = Line(Role.SWITCH, wordings)
        if not length:
            self._float_surely(line, (_whole(step),), exercise.name)
            return
        before = Window(step, after_start(0), before_end(COUNTDOWN_START_MS))
        self._float_surely(line, (before, _whole(step), _whole(step + 1)), exercise.name)
        numbers = countdown(length - AFTER_SIGNAL_MS, self.wording, self.detail, count_aloud=self.count_aloud)
        marks = (Mark(after_start(0), Role.SWITCH, tone="switch"), *numbers)
        self.steps.append(Step(StepKind.CHANGE, length, exercise.name, bout.set, side, marks=marks))

    # Rests

    def _rest(self, previous: Bout, bout: Bout, *, same: bool) -> None:
        length = rest_between(previous, bout)
        if not length:
            self._instead_of_rest(previous, bout, same=same)
            return
        step = len(self.steps)
        self._rest_lines(length, previous, bout, same=same)
        marks = [Mark(after_start(0), Role.DONE, tone="done")]
        if self.detail is Detail.TONES and length > 2 * REST_TONE_MS:
            marks.append(Mark(after_start(REST_TONE_MS), Role.REST, tone="rest"))
        if same:
            room = length - AFTER_SIGNAL_MS
            marks += countdown(room, self.wording, self.detail, count_aloud=self.count_aloud)
            self.stretches[bout.number].rests[bout.set] = step
            self._set_chapter(before_end(10_000) if length > TEN_SECONDS_FROM_MS else after_start(0), bout)
        exercise = previous.work.exercise.name
        self.steps.append(Step(StepKind.REST, length, exercise, previous.set, marks=tuple(marks)))

    def _instead_of_rest(self, previous: Bout, bout: Bout, *, same: bool) -> None:
        """Without a rest, what belongs there is said at the beginning of what follows."""
        if same:
            self._announce_set(bout, (_whole(len(self.steps)),))
            for wordings in self._changes(bout):
                self._float_change(bout, wordings, (_whole(len(self.steps)),))
        else:
            self.pending += [Line(Role.NEXT, wordings) for wordings in self._put_away(previous, bout)]

    def _rest_lines(self, length: Ms, previous: Bout, bout: Bout, *, same: bool) -> None:
        step = len(self.steps)
        called = length > TEN_SECONDS_FROM_MS
        free = Window(step, after_start(0), before_end(10_500 if called else COUNTDOWN_START_MS))
        in_order = length >= ORDERLY_REST_MS
        start = before_end(ANNOUNCE_SET_MS) if in_order else after_start(0)
        announcing = (Window(step, start, before_end(COUNTDOWN_START_MS)), _whole(step), _whole(step + 1))
        if same and not in_order:
            self._announce_set(bout, announcing)
        self._float(Role.REST, self.wording.line("rest", length=self.wording.length(length)), free)
        if same:
            for wordings in self._changes(bout):
                self._float_change(bout, wordings, (free, _whole(step), _whole(step + 1)))
        else:
            self._next_up(previous, bout, free)
        if called:
            window = Window(step, before_end(10_000), before_end(ANNOUNCE_SET_MS))
            back = bout.work.exercise.position is Position.FLOOR and same
            self._float(Role.COUNTDOWN, self.wording.line("back_into_position" if back else "ten_seconds"), window)
        if same and in_order:
            self._announce_set(bout, announcing)

    def _announce_set(self, bout: Bout, windows: tuple[Window, ...]) -> None:
        words = self.wording.line("announce_set", set=bout.set, sets=bout.work.sets)
        for line in (Line(Role.ANNOUNCE, words), *self._side_first(bout)):
            self._float_surely(line, windows, bout.work.exercise.name)

    def _float_change(self, bout: Bout, wordings: Wordings, windows: tuple[Window, ...]) -> None:
        if self.detail.says(Detail.BRIEF):
            self._float_surely(Line(Role.SETUP, wordings, Priority.NEXT), windows, bout.work.exercise.name)

    def _next_up(self, previous: Bout, bout: Bout, free: Window) -> None:
        """What to put away, what comes next and what it needs."""
        step = free.step
        for wordings in self._put_away(previous, bout):
            off = Line(Role.NEXT, wordings, Priority.NEXT)
            self._float_surely(off, (free, _whole(step), _whole(step + 1)), previous.work.exercise.name)
        before = self._items(previous)
        fetch = tuple(need for need in self.workout.needs_of(bout.work) if before.isdisjoint(need.any_of))
        name = self.wording.name(bout.work)
        if fetch:
            line = self.wording.line("next", exercise=name, items=self.wording.items(fetch))
        else:
            line = self.wording.line("next_nothing", exercise=name)
        if self.detail.says(Detail.COUNTS):
            self.floating.append(Floating(Line(Role.NEXT, line, Priority.NEXT), (free,), (_whole(step),)))

    def _put_away(self, previous: Bout, bout: Bout) -> Iterator[Wordings]:
        after = self._items(bout)
        for need in self.workout.needs_of(previous.work):
            if need.put_away and after.isdisjoint(need.any_of):
                yield (need.put_away,)

    def _items(self, bout: Bout) -> set[str]:
        return {item for need in self.workout.needs_of(bout.work) for item in need.any_of}

    # The end

    def _outro(self) -> None:
        self._chapter(after_start(0), self.wording.phrases.word("chapter_finish"))
        marks = (
            Mark(after_start(0), Role.DONE, tone="done"),
            Mark(before_end(FINISH_TONE_MS), Role.FINISH, tone="finish"),
        )
        spoken = self.detail.says(Detail.COUNTS)
        lines = tuple(last_lines(self.workout, self.wording, self.detail, self.minutes)) if spoken else ()
        self.steps.append(Step(StepKind.OUTRO, Ms(4000), spoken=lines, ready=FINISH_ROOM_MS, marks=marks))

    # Guidance, once every gap is known

    def _guidance(self) -> None:
        general = [*self.workout.session.cues.encouragement]
        phrases = list(self.wording.phrases.lines["encouragement"])
        for number, stretches in self.stretches.items():
            exercise = stretches.work.exercise
            cues = exercise.cues.form[stretches.cues_in_setup :]
            sets = range(1, stretches.work.sets + 1)
            changed = {one for one in sets if any(change.applies(one) for change in exercise.changes)}
            self.floating.extend(form_cues(stretches, cues, self.wording, self.detail, changed))
            if self.detail is Detail.FULL:
                own = [cue.wordings for cue in (*exercise.cues.encouragement, *general)]
                offset = self.choices.seed + number
                self.floating.extend(encouragement(stretches, own + phrases, self.wording, offset))


def _whole(step: int) -> Window:
    """Anywhere in a step, the sooner the better."""
    return Window(step, after_start(0), before_end(0))
