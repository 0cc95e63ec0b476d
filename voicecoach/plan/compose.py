"""From this week's workout to its script: the opening, every bout with what comes before it, the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from voicecoach.plan.announce import Announcer
from voicecoach.plan.bouts import Bout
from voicecoach.plan.breaks import Breaks, is_on_the_beat
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.cues import Stretch, encouragement, form_cues
from voicecoach.plan.draft import Draft
from voicecoach.plan.fetching import Fetching
from voicecoach.plan.framing import Minutes, background, last_lines, opening_lines, told
from voicecoach.plan.phase_words import phase_words
from voicecoach.plan.script import (
    Line,
    Mark,
    Priority,
    Role,
    Script,
    Step,
    StepKind,
    Window,
    after_start,
    before_end,
)
from voicecoach.plan.wording import Wording
from voicecoach.plan.work_steps import write_work
from voicecoach.plan.workout import Workout
from voicecoach.times import MINUTE_MS, Ms

if TYPE_CHECKING:
    from voicecoach.definitions.phrases import Phrases

PAUSE_AFTER_OPENING_MS = Ms(1000)
FINISH_ROOM_MS = Ms(2500)
FINISH_TONE_MS = 2000
OUTRO_MS = Ms(4000)
CALLED_HALF_FROM_MS = 300_000
"""A session from this length on is told when half of it is done."""
BACKGROUND_END_MS = 11_000


def compose(workout: Workout, choices: Choices, phrases: Phrases) -> Script:
    """The script of a workout, which tells the session's length when it is known: see `telling`."""
    return _Composer(Draft(workout, choices, _wording(workout, choices, phrases))).script()


def telling(script: Script, minutes: Minutes, workout: Workout, choices: Choices, phrases: Phrases) -> Script:
    """The script with the whole session's length in its first and last lines, and a call of its middle if it is long.

    Composing takes long and the length depends on all that is said, so that it is told afterwards.
    """
    wording = _wording(workout, choices, phrases)

    def with_words(step: Step) -> Step:
        return replace(step, spoken=tuple(told(line, minutes, wording) for line in step.spoken))

    first, *between, last = script.steps
    is_long = minutes.after * MINUTE_MS >= CALLED_HALF_FROM_MS and choices.detail.says(Detail.COUNTS)
    halfway = wording.line("session_halfway") if is_long and not workout.is_against_the_clock else ()
    return replace(script, steps=(with_words(first), *between, with_words(last)), halfway=halfway)


def _wording(workout: Workout, choices: Choices, phrases: Phrases) -> Wording:
    return Wording(phrases.with_lines(workout.session.phrases), workout, choices.seed)


@dataclass
class _Composer:
    draft: Draft
    written: list[tuple[Bout, list[int]]] = field(default_factory=list)
    """Every bout with the numbers of its steps."""

    def script(self) -> Script:
        draft = self.draft
        opening = tuple(opening_lines(draft))
        self._opening(opening)
        announcer = Announcer(draft, Fetching(draft.wording, told=bool(opening)))
        breaks = Breaks(draft, announcer)
        rows = draft.bouts
        for number, (previous, bout) in enumerate(pairwise([None, *rows])):
            if bout is None:
                continue
            breaks.write(previous, bout, number)
            following = rows[number + 1] if number + 1 < len(rows) else None
            steps = write_work(bout, draft, ends_on_beat=is_on_the_beat(draft, bout, following))
            self.written.append((bout, steps))
        self._outro()
        rests = self._background(breaks.rests)
        self._cues(rests)
        self._section_lines()
        return Script(tuple(draft.steps), tuple(draft.floating), tuple(draft.chapters), tuple(draft.timed))

    def _opening(self, lines: tuple[Line, ...]) -> None:
        if lines:
            self.draft.chapter(after_start(0), self.draft.wording.phrases.word("chapter_opening"))
            self.draft.steps.append(Step(StepKind.LEAD_IN, Ms(0), spoken=lines, ready=PAUSE_AFTER_OPENING_MS))

    def _outro(self) -> None:
        draft = self.draft
        draft.chapter(after_start(0), draft.wording.phrases.word("chapter_finish"))
        marks = (
            Mark(after_start(0), Role.DONE, tone="done"),
            Mark(before_end(FINISH_TONE_MS), Role.FINISH, tone="finish"),
        )
        lines = tuple(last_lines(draft))
        ready = FINISH_ROOM_MS if lines else Ms(0)
        draft.steps.append(Step(StepKind.OUTRO, OUTRO_MS, spoken=lines, ready=ready, marks=marks))

    # What needs to know all gaps

    def _background(self, rests: dict[int, int]) -> dict[int, int]:
        """Put what is worth knowing into the first rests between sets, else others; gives those left for cues."""
        left = dict(rests)
        # Who takes rests away doesn't want to know which of this those that are left have no room for.
        must = None if self.draft.choices.takes_rests else self.draft.workout.session.title
        kinds = enumerate(step.kind for step in self.draft.steps)
        with_room = set(rests.values())
        others = [step for step, kind in kinds if kind is StepKind.REST and step not in with_room]
        for words, is_own in background(self.draft):
            steps = (*left.values(), *others)
            windows = tuple(Window(step, after_start(0), before_end(BACKGROUND_END_MS)) for step in steps)
            line = Line(Role.INTRO, words, Priority.NEXT)
            self.draft.say(line, windows, least=Detail.FULL, must=must if is_own else None, once=True)
            if left:
                left.pop(next(iter(left)))
        return left

    def _cues(self, rests: dict[int, int]) -> None:
        """The form cues, the encouragement and, around them, the phase words."""
        draft = self.draft
        carrying: dict[int, set[int]] = {}
        for stretch in self._stretches(rests):
            for floating, step, rep in form_cues(stretch, draft):
                draft.floating.append(floating)
                if rep is not None:
                    carrying.setdefault(step, set()).add(rep)
            if draft.detail is Detail.FULL:
                own = stretch.sets[0][0].work.exercise.cues.encouragement
                draft.floating += encouragement(stretch, [cue.wordings for cue in own], draft)
        if draft.detail is Detail.FULL:
            for bout, steps in self.written:
                for turn, step in zip(bout.turns, steps, strict=True):
                    draft.floating += phase_words(bout, turn, step, carrying.get(step, ()))

    def _stretches(self, rests: dict[int, int]) -> Iterator[Stretch]:
        """The sets of each entry together."""
        found: dict[tuple[int, int], Stretch] = {}
        for number, (bout, steps) in enumerate(self.written):
            if bout.is_listed:
                continue
            stretch = found.setdefault(bout.place, Stretch())
            if number in rests:
                stretch.rests[len(stretch.sets)] = rests[number]
            stretch.sets.append((bout, steps))
        return iter(found.values())

    def _section_lines(self) -> None:
        """The timed lines of sections, each counted from the section's first work to the end of its last."""
        spans: dict[int, tuple[int, int]] = {}
        for bout, steps in self.written:
            index = bout.section.index
            first, _ = spans.get(index, (steps[0], steps[0]))
            spans[index] = first, steps[-1]
        for section in self.draft.workout.sections:
            self.draft.say_timed(section.lines, *spans[section.index])
