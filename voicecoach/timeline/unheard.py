"""Lines of an exercise's own that are never heard in a whole session, and why."""

from __future__ import annotations

from collections.abc import Container, Iterator

from voicecoach.counted import quoted_sentence
from voicecoach.definitions.model import SIDE, Guide, Wordings
from voicecoach.plan.choices import Choices, Detail
from voicecoach.plan.script import Role
from voicecoach.plan.wording import Wording
from voicecoach.plan.workout import Work, Workout
from voicecoach.timeline.model import TimedStep, Timeline
from voicecoach.timeline.places import WORKING

SHOWN = 2
"""Of several lines that are never heard, so many are quoted."""


def too_short(workout: Workout, timeline: Timeline, choices: Choices) -> Iterator[str]:
    """Sentences about phase words that found no room in any set.

    Only with full detail, and of work that keeps its tempo: else they aren't meant to be heard.
    """
    if choices.detail is not Detail.FULL:
        return
    heard, in_tempo = _heard(timeline), {step.exercise for step in _working(timeline) if step.reps is None}
    in_tempo |= {event.exercise for event in timeline.events if event.role == Role.COUNT}
    for work in _alone(workout, timeline):
        words = [phase.say for phase, _ in work.phases if phase.say and f"{phase.say}." not in heard]
        if words and work.exercise.guide is not Guide.NONE and work.exercise.name in in_tempo:
            yield f"{work.exercise.title}: its phases are too short for {_quoted(words)}."


def unheard(
    workout: Workout, timeline: Timeline, wording: Wording, choices: Choices, unsayable: Container[str] = ()
) -> Iterator[str]:
    """Sentences about form cues that found no room in any set.

    Only with full detail: with less, they aren't meant to be heard. Exercises of a list have no sets of their own.
    Those that are `unsayable` needed no room; nor are all meant to be heard where the listener takes away sets, rests
    or time.
    """
    if choices.detail is not Detail.FULL or choices.takes_room:
        return
    heard = _heard(timeline)
    never: list[tuple[str, list[str]]] = []
    for work in _alone(workout, timeline):
        sayable = [cue for cue in work.exercise.cues.form if cue.say not in unsayable]
        if cues := [cue.say for cue in sayable if not _is_heard(cue.wordings, heard, wording)]:
            never.append((work.exercise.title, cues))
    if len(never) > SHOWN:
        title, cues = never[0]
        some = f"{title}: {_quoted(cues)}"
        yield f"{len(never)} exercises: there is no room in their sets and rests for all form cues, such as {some}."
        return
    for title, cues in never:
        yield f"{title}: there is no room in its sets and rests for {_quoted(cues)}."


def _heard(timeline: Timeline) -> set[str]:
    """What is said; of a cue in a rest, also what stands behind its frame."""
    said = timeline.said
    return set(said) | {text[text.find(". ") + 2 :] for text in said if ". " in text}


def _working(timeline: Timeline) -> list[TimedStep]:
    return [step for step in timeline.steps if step.kind in WORKING]


def _alone(workout: Workout, timeline: Timeline) -> Iterator[Work]:
    """What is done in sets of its own, each once."""
    names = {step.exercise for step in _working(timeline)}
    return (work for work in _distinct(workout) if work.exercise.name in names)


def _distinct(workout: Workout) -> Iterator[Work]:
    found = {work.kind_of_work: work for section in workout.sections if not section.is_listed for work in section.works}
    yield from found.values()


def _is_heard(wordings: Wordings, heard: set[str], wording: Wording) -> bool:
    sides = ("left", "right") if any(SIDE in text for text in wordings) else (None,)
    return any(text in heard for side in sides for text in wording.cue(wordings, side))


def _quoted(texts: list[str]) -> str:
    more = len(texts) - SHOWN
    return ", ".join(map(quoted_sentence, texts[:SHOWN])) + (f" and {more} more" if more > 0 else "")
