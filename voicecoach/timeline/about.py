"""What a screen needs to know of a session's exercises and lists besides its timeline."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from voicecoach.definitions.phrases import Phrases
from voicecoach.figures.drawn import Drawn, drawn
from voicecoach.plan.bouts import Bout
from voicecoach.plan.draft import about as about_bout
from voicecoach.plan.kinds import bouts
from voicecoach.plan.shown import entry_text
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Work, Workout
from voicecoach.timeline.model import TimedStep
from voicecoach.times import Ms

Rhythm: TypeAlias = tuple[tuple[str | None, Ms], ...]
"""The phases of one movement by their own names, with their lengths; one that is `None` is nothing but time.

A movement without phases is one that is called `""`.
"""


@dataclass(frozen=True, slots=True)
class About:
    """What a screen needs to know of an exercise, or of a list of them, besides its timeline.

    `needs` lists what to fetch, empty for nothing; `phases` are the names and lengths of one movement; `entries` are
    those of a list. `drawn` is whose figure it has, and `rhythm` how that moves.
    """

    title: str
    needs: str = ""
    phases: tuple[tuple[str, Ms], ...] = ()
    entries: tuple[str, ...] = ()
    drawn: Drawn | None = None
    rhythm: Rhythm = ()


def about_exercises(workout: Workout, phrases: Phrases) -> dict[str, About]:
    """What a screen needs to know of a workout's exercises, and of its lists, by where they are.

    An exercise is there by its name, too, for all of its places together.
    """
    wording = Wording(phrases, workout, seed=None)
    found: dict[str, About] = {}
    for section in workout.sections:
        for work in section.works:
            name, about = work.exercise.name, _about(work, wording)
            for key in (name, _place_name(section.index + 1, name)):
                found[key] = _both(found.get(key, about), about, work.exercise.title)
    for bout in bouts(workout):
        if bout.is_listed:
            place = about_bout(bout)
            found[_place_name(place.section, place.title)] = _about_list(bout, place.title or "", wording)
    return found


def _both(before: About, about: About, title: str) -> About:
    """Of what comes in two ways, or at two tempos, in one place: a timeline doesn't say which is when."""
    if before.title != about.title:
        about = replace(about, title=title)
    if before.phases != about.phases:
        about = replace(about, phases=())
    if before.rhythm != about.rhythm:
        about = replace(about, rhythm=before.rhythm)
    return replace(about, drawn=_drawn_both(before, about))


def _drawn_both(before: About, about: About) -> Drawn | None:
    """What looks the same."""
    one, other = before.drawn, about.drawn
    if one is None or other is None or one.figure != other.figure:
        return None
    return drawn(other.exercise, about.title)


def _shown_ms(work: Work) -> Ms:
    """How long a movement without phases is shown: as its figure has it where nobody counts, as in a run."""
    figure = work.exercise.figure
    return figure.pace if figure and figure.pace and work.reps is None else work.movement_ms


def _place_name(section: int | None, title: str | None) -> str:
    """A name that no exercise has."""
    return f"{section}: {title}"


def _about(work: Work, wording: Wording) -> About:
    phases = tuple((phase.say or phase.name, length) for phase, length in work.phases)
    needs = wording.items(wording.workout.needs_of(work))
    return About(work.title, needs, phases, drawn=drawn(work.exercise, work.title), rhythm=_rhythm(work))


def _rhythm(work: Work) -> Rhythm:
    """The phases of a movement, and the time that is added to it."""
    if not work.movement_ms:
        return ()
    phases = tuple((phase.name, length) for phase, length in work.phases) or (("", _shown_ms(work)),)
    return (*phases, (None, work.pause)) if work.pause else phases


def _about_list(bout: Bout, title: str, wording: Wording) -> About:
    needs = dict.fromkeys(need for work in bout.works for need in wording.workout.needs_of(work))
    rounds = [f"{bout.section.rounds} rounds"] if bout.section.rounds > 1 and bout.section.is_listed else []
    return About(title, wording.items(tuple(needs)), entries=(*rounds, *map(entry_text, bout.works)))


def known(about: Mapping[str, About], step: TimedStep) -> About:
    """What there is to know of the exercise or list of a step, in its place."""
    if step.exercise:
        return about.get(_place_name(step.section, step.exercise)) or about[step.exercise]
    return about.get(_place_name(step.section, step.title)) or About(step.title or "")
