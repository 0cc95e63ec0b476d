"""What is said before the first exercise and after the last one, and what is worth knowing in between."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from voicecoach.definitions.amounts import Unit
from voicecoach.definitions.model import Wordings
from voicecoach.definitions.session import Intro, WarmUp
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.draft import Draft
from voicecoach.plan.fetching import fetch_lines
from voicecoach.plan.script import Line, Priority, Role, Tells
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Workout, WorkSection
from voicecoach.times import MINUTE_MS, Ms, minutes_up

SHORT_MS = 90_000
"""A session up to this length took `about a minute`."""


@dataclass(frozen=True)
class Minutes:
    """The minutes of a whole session as they are told: beforehand rounded up, afterwards to the nearest.

    Where that makes two numbers, the first is told as the most that it takes, so that both are true.
    """

    before: int
    after: int

    @classmethod
    def of(cls, length: Ms) -> Minutes:
        """Those of a session of this length."""
        return cls(minutes_up(length), (length + MINUTE_MS // 2) // MINUTE_MS)


def intro_of(workout: Workout, choices: Choices) -> Intro:
    """How much the opening says: as chosen, else as the session has it, else little to those who know it already."""
    return choices.intro or workout.session.intro or (Intro.SHORT if workout.week > 1 else Intro.FULL)


def told(line: Line, minutes: Minutes, wording: Wording) -> Line:
    """The line with its words, now that the session's length is known."""
    if line.tells is Tells.LENGTH_BEFORE:
        return line._replace(wordings=length_before(minutes, wording))
    if line.tells is Tells.LENGTH_AFTER:
        return line._replace(wordings=_length_after(minutes, wording))
    return line


def length_before(minutes: Minutes, wording: Wording) -> Wordings:
    """How long it takes, or may take at most."""
    before = minutes.before
    if wording.workout.is_against_the_clock or 1 < before != minutes.after:
        return wording.line("opening_length_most", length=wording.length(before * MINUTE_MS))
    return wording.line("opening_length" if before > 1 else "opening_length_one", minutes=before)


def _length_after(minutes: Minutes, wording: Wording) -> Wordings:
    if wording.workout.is_against_the_clock:
        return wording.line("finish_length_most", length=wording.length(minutes.before * MINUTE_MS))
    return wording.line("finish_length" if minutes.after > 1 else "finish_short", minutes=minutes.after)


def opening_lines(draft: Draft) -> Iterator[Line]:
    """What is said before the first exercise, nothing without an intro."""
    intro = intro_of(draft.workout, draft.choices)
    if intro is Intro.NONE or not draft.detail.says(Detail.COUNTS):
        return
    workout, session, line = draft.workout, draft.workout.session, draft.wording.line
    if workout.client:
        yield Line(Role.INTRO, line("opening_client", client=workout.client))
    yield Line(Role.INTRO, line("opening_title", title=session.say or session.title))
    if draft.detail.says(Detail.BRIEF):
        if workout.weeks > 1:
            yield Line(Role.INTRO, line("opening_week", week=workout.week, weeks=workout.weeks))
        yield Line(Role.INTRO, (), tells=Tells.LENGTH_BEFORE)
    if workout.needs:
        yield from (Line(Role.INTRO, words) for words in fetch_lines(workout.needs, draft.wording))
    elif intro is Intro.FULL and not any(work.load for work in workout.works):
        yield Line(Role.INTRO, line("opening_fetch_nothing"))
    if intro is Intro.FULL and session.warm_up is WarmUp.ELSEWHERE and not any(map(is_warm_up, workout.sections)):
        yield Line(Role.INTRO, line("opening_warm_up"))
    yield Line(Role.SAFETY, line("opening_stop"), Priority.SAFETY)
    if draft.detail.says(Detail.BRIEF):
        yield from (Line(Role.SAFETY, cue.wordings, Priority.SAFETY) for cue in session.cues.safety)


def background(draft: Draft) -> Iterator[tuple[Wordings, bool]]:
    """What is worth knowing about the session and its training, for the first rests; and whether it is the author's."""
    intro = intro_of(draft.workout, draft.choices)
    if intro is Intro.FULL and draft.detail is Detail.FULL:
        if any(work.reps for work in draft.workout.works):
            yield draft.wording.line("opening_form"), False
        yield from ((cue.wordings, True) for cue in draft.workout.session.cues.setup)


def is_warm_up(section: WorkSection) -> bool:
    """Whether its title says that it is the warm-up."""
    return "warmup" in _letters(section.title)


def is_cool_down(section: WorkSection) -> bool:
    """Whether its title says that it is the cool-down."""
    return "cooldown" in _letters(section.title)


def _letters(title: str | None) -> str:
    return "".join(letter for letter in (title or "").lower() if letter.isalpha())


def last_lines(draft: Draft) -> Iterator[Line]:
    """What is said when all is done: what it was, how long it took, a word of praise, what comes next."""
    if draft.detail.says(Detail.COUNTS):
        yield from (Line(Role.FINISH, words, tells=Tells.ALL_DONE) for words in _what_it_was(draft))
        yield Line(Role.FINISH, (), tells=Tells.LENGTH_AFTER)
        if draft.detail.says(Detail.BRIEF):
            yield Line(Role.FINISH, draft.wording.line("finish_praise"), tells=Tells.ALL_DONE)
        yield from (Line(Role.FINISH, words) for words in _last_words(draft))


def _what_it_was(draft: Draft) -> Iterator[Wordings]:
    session = draft.workout.session
    yield draft.wording.line("finish", title=session.say or session.title)
    yield from _what_was_done(draft)


def _last_words(draft: Draft) -> Iterator[Wordings]:
    workout, line = draft.workout, draft.wording.line
    if draft.detail.says(Detail.BRIEF):
        if not any(map(is_cool_down, workout.sections)):
            yield line("finish_cool_down")
        if any(work.builds for work in workout.works):
            yield _move_up(draft)
    yield line("goodbye")


def _what_was_done(draft: Draft) -> Iterator[Wordings]:
    line, works = draft.wording.line, draft.workout.works
    count = len({work.kind_of_work for work in works})
    if count > 1:
        yield line("finish_many", count=count)
    elif works[0].exercise.title != draft.workout.session.title:
        name, rows = draft.wording.name(works[0]), draft.bouts
        if not any(bout.is_listed for bout in rows):
            yield line("finish_one" if len(rows) > 1 else "finish_one_set", exercise=name, sets=len(rows))


def _move_up(draft: Draft) -> Wordings:
    """When to go on to the next week, with the numbers of this one."""
    workout, line = draft.workout, draft.wording.line
    if not workout.builds_on:
        return line("move_up_last")
    amounts = {(work.amount.unit, work.amount.high) for work in workout.works}
    if len(amounts) > 1:
        return line("move_up")
    ((unit, high),) = amounts
    if unit is Unit.REPS:
        return line("move_up_reps", high=high)
    return line("move_up_hold", high=draft.wording.length(high))
