"""From this week's workout to its script: the opening, every exercise with its sets and rests, the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from voicecoach.definitions.model import Cue, Position, Sides, Unit, WarmUp, Wordings
from voicecoach.plan.bouts import Bout, bouts
from voicecoach.plan.choices import Choices, Detail
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
from voicecoach.plan.wording import MINUTE_MS, Wording
from voicecoach.plan.workout import Work, Workout
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

    def _says(self, least: Detail) -> bool:
        """Whether this detail has the lines that begin with `least`."""
        return list(Detail).index(self.detail) <= list(Detail).index(least)

    def _float(self, role: Role, wordings: Wordings, window: Window, priority: Priority = Priority.TRANSITION) -> None:
        if self._says(Detail.COUNTS):
            self.floating.append(Floating(Line(role, wordings, priority), (window,)))

    def _float_surely(self, line: Line, windows: tuple[Window, ...], exercise: str) -> None:
        """A line that has to be heard, in the first of the windows if possible."""
        if self._says(Detail.COUNTS):
            self.floating.append(Floating(line, windows[:1], windows[1:], must=exercise))

    def _chapter(self, moment: Moment, title: str, part: str = "") -> None:
        self.chapters.append(ChapterMark(len(self.steps), moment, title, max(1, self.track), part))

    def _set_chapter(self, moment: Moment, bout: Bout) -> None:
        word = self.wording.phrases.word("chapter_round" if bout.in_circuit else "chapter_set")
        title = bout.work.exercise.title
        self._chapter(moment, word.format(exercise=title, set=bout.set), title)

    # The opening

    def _opening(self) -> None:
        lines = tuple(self._opening_lines())
        if lines:
            self._chapter(after_start(0), self.wording.phrases.word("chapter_opening"))
            self.steps.append(Step(StepKind.LEAD_IN, Ms(0), spoken=lines, ready=PAUSE_AFTER_OPENING_MS))

    def _opening_lines(self) -> Iterator[Line]:
        session, line = self.workout.session, self.wording.line
        if self._says(Detail.COUNTS):
            yield Line(Role.INTRO, line("opening_title", title=session.say or session.title))
        if self._says(Detail.BRIEF):
            if self.workout.weeks > 1:
                yield Line(Role.INTRO, line("opening_week", week=self.workout.week, weeks=self.workout.weeks))
            name = "opening_length" if self.minutes > 1 else "opening_length_one"
            yield Line(Role.INTRO, line(name, minutes=self.minutes))
        if self._says(Detail.FULL):
            yield from (Line(Role.INTRO, cue.wordings) for cue in session.cues.setup)
        if self._says(Detail.COUNTS):
            needs = self.workout.needs
            fetch = line("opening_fetch", items=self.wording.items(needs)) if needs else line("opening_fetch_nothing")
            yield Line(Role.INTRO, fetch)
            if session.warm_up is WarmUp.ELSEWHERE:
                yield Line(Role.INTRO, line("opening_warm_up"))
            yield Line(Role.SAFETY, line("opening_stop"), Priority.SAFETY)
        if self._says(Detail.BRIEF):
            yield Line(Role.SAFETY, line("opening_form"), Priority.SAFETY)
            yield from (Line(Role.SAFETY, cue.wordings, Priority.SAFETY) for cue in session.cues.safety)

    # One set

    def _bout(self, bout: Bout, previous: Bout | None) -> None:
        same = previous is not None and previous.number == bout.number
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
            turn = Turn(bout.work, bout.set, shown, is_first_side=index == 0)
            stretches.turns.append((turn, len(self.steps)))
            self.floating.extend(set_lines(turn, len(self.steps), self.wording, self.detail))
            if same and not index and self._follows_set():
                self._set_chapter(after_start(0), bout)
            self.steps.append(work_step(turn, self.wording, self.detail, count_aloud=self.count_aloud))

    def _first_stretch(self, bout: Bout) -> Stretches:
        work, cues = bout.work, self._form_cues(bout.work)
        in_setup = cues_for_setup(work, cues, in_circuit=bout.in_circuit) if self._says(Detail.FULL) else 0
        return self.stretches.setdefault(bout.number, Stretches(work, in_setup))

    def _lead_in(self, bout: Bout) -> None:
        self._set_chapter(after_start(0), bout)
        self.stretches[bout.number].lead_ins.append(len(self.steps))
        ready = bout.work.get_ready
        room = ready - AFTER_SIGNAL_MS - GRID_MS if self._follows_set() else ready
        marks = tuple(countdown(room, self.wording, self.detail, count_aloud=self.count_aloud))
        if ready >= READY_CALL_FROM_MS:
            window = Window(len(self.steps), before_end(10_000), before_end(10_000 - TEN_SECONDS_LINE_MS))
            self._float(Role.COUNTDOWN, self.wording.line("ten_seconds"), window)
        lines = self._first_announcement(bout) if bout.set == 1 else self._short_announcement(bout)
        spoken = (*self.pending, *lines) if self._says(Detail.COUNTS) else ()
        self.pending.clear()
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
        if self._says(Detail.FULL):
            yield from (Line(Role.SETUP, self.wording.cue(cue.wordings, bout.first_side)) for cue in cues.setup)
            form, in_setup = self._form_cues(work), self.stretches[bout.number].cues_in_setup
            yield from (Line(Role.CUE, cue.wordings) for cue in form[:in_setup])
        if self._says(Detail.BRIEF):
            yield from (Line(Role.SAFETY, cue.wordings, Priority.SAFETY) for cue in cues.safety)
        yield from self._side_first(bout)
        if self._says(Detail.FULL):
            yield Line(Role.SETUP, line("ready", bout.number))

    def _short_announcement(self, bout: Bout) -> Iterator[Line]:
        """In a circuit's later rounds the exercise is known already."""
        yield from self._round(bout)
        yield Line(Role.ANNOUNCE, self.wording.line("announce_again", exercise=self.wording.name(bout.work)))
        if self._says(Detail.BRIEF):
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
        return (change.wordings for change in bout.work.exercise.changes if change.applies(bout.set))

    def _change(self, bout: Bout, side: str) -> None:
        length, step = self.workout.session.change, len(self.steps)
        exercise = bout.work.exercise
        name = "switch_position" if exercise.is_hold else "switch"
        line = Line(Role.SWITCH, self.wording.line(name, side=self.wording.side(side), noun=exercise.side_noun))
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
        length = previous.work.rest
        new_round = bout.in_circuit and bout.section is previous.section and bout.set > previous.set
        if new_round and bout.section.round_rest is not None:
            length = bout.section.round_rest
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
        if self._says(Detail.BRIEF):
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
        if self._says(Detail.COUNTS):
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
        lines = tuple(self._last_lines()) if self._says(Detail.COUNTS) else ()
        self.steps.append(Step(StepKind.OUTRO, Ms(4000), spoken=lines, ready=FINISH_ROOM_MS, marks=marks))

    def _last_lines(self) -> Iterator[Line]:
        session, line, works = self.workout.session, self.wording.line, self.workout.works
        yield Line(Role.FINISH, line("finish", title=session.say or session.title))
        if self.minutes * MINUTE_MS <= MINUTE_MS:
            yield Line(Role.FINISH, line("finish_short"))
        elif len(works) == 1:
            name = self.wording.name(works[0])
            kind = "finish_one" if works[0].sets > 1 else "finish_one_set"
            yield Line(Role.FINISH, line(kind, exercise=name, sets=works[0].sets, minutes=self.minutes))
        else:
            yield Line(Role.FINISH, line("finish_many", count=len(works), minutes=self.minutes))
        if self._says(Detail.BRIEF) and self.workout.weeks > 1:
            yield Line(Role.FINISH, self._move_up())
        yield Line(Role.FINISH, line("goodbye"))

    def _move_up(self) -> Wordings:
        if self.workout.week == self.workout.weeks:
            return self.wording.line("move_up_last")
        work = max(self.workout.works, key=lambda one: one.amount.unit is Unit.REPS)
        if work.reps is not None:
            return self.wording.line("move_up_reps", high=work.reps)
        return self.wording.line("move_up_hold", high=self.wording.length(work.amount.high))

    # Guidance, once every gap is known

    def _form_cues(self, work: Work) -> list[Cue]:
        return [cue for cue in work.exercise.cues.form if cue.needs is None or cue.needs in self.workout.present]

    def _guidance(self) -> None:
        general = [*self.workout.session.cues.encouragement]
        phrases = list(self.wording.phrases.lines["encouragement"])
        for number, stretches in self.stretches.items():
            exercise = stretches.work.exercise
            cues = self._form_cues(stretches.work)[stretches.cues_in_setup :]
            sets = range(1, stretches.work.sets + 1)
            changed = {one for one in sets if any(change.applies(one) for change in exercise.changes)}
            self.floating.extend(form_cues(stretches, cues, self.detail, changed))
            if self.detail is Detail.FULL:
                own = [cue.wordings for cue in (*exercise.cues.encouragement, *general)]
                self.floating.extend(encouragement(stretches, own + phrases, self.choices.seed + number))


def _whole(step: int) -> Window:
    """Anywhere in a step, the sooner the better."""
    return Window(step, after_start(0), before_end(0))
