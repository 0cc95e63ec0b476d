"""Every exercise of a programme once: how it goes, what to mind, and what else it could be."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from voicecoach.definitions.amounts import TempoPart
from voicecoach.definitions.model import Cue, Exercise, Phase
from voicecoach.figures.drawn import drawn
from voicecoach.plan.workout import Work
from voicecoach.programme.figures import figure_of, name_of, undone, variation_drawn
from voicecoach.programme.model import Episode, Programme
from voicecoach.programme.texts import cue_text, item_text, need_text, seconds_text, tempo_text, web_address
from voicecoach.times import Ms

LOW, HIGH = 20, 92
"""Heights in the drawing of a repetition, in percent."""


@dataclass(frozen=True)
class PhaseView:
    """A part of a repetition. `points` outline it in the drawing, whose width and height are 100."""

    name: str
    length: str
    points: str


@dataclass(frozen=True)
class CueList:
    """The cues of one kind."""

    title: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class VariationView:
    """A variation that there is, whether or not it is done here; `figure` is empty where it looks the same."""

    title: str
    level: str
    needs: tuple[str, ...]
    cues: tuple[str, ...]
    figure: str


@dataclass(frozen=True)
class SubstituteView:
    """What takes the exercise's place without a piece of equipment."""

    without: str
    title: str
    about: str
    cues: tuple[str, ...]
    figure: str


@dataclass(frozen=True)
class ExerciseView:
    """An exercise, with the variations done in it; `is_held` says that it isn't repeated.

    `figure` is the name of its figure, empty where it has none.
    """

    number: int
    title: str
    about: str
    done_as: tuple[str, ...]
    needs: tuple[str, ...]
    tempo: str
    is_held: bool
    phases: tuple[PhaseView, ...]
    cues: tuple[CueList, ...]
    variations: tuple[VariationView, ...]
    substitutes: tuple[SubstituteView, ...]
    video: str | None
    figure: str


def exercises(programme: Programme) -> tuple[ExerciseView, ...]:
    """The distinct exercises, in the order in which they come."""
    distinct: dict[tuple[str, ...], tuple[Episode, Work]] = {}
    for episode in programme.episodes:
        for work in episode.workout.works:
            distinct.setdefault(work.kind_of_work, (episode, work))
    return tuple(_exercise(number, *found) for number, found in enumerate(distinct.values(), start=1))


def _exercise(number: int, episode: Episode, work: Work) -> ExerciseView:
    exercise, workout = work.exercise, episode.workout
    return ExerciseView(
        number,
        exercise.title,
        exercise.about,
        tuple(variation.title for variation in work.variations),
        tuple(episode.wording.need(need) for need in workout.needs_of(work)),
        tempo_text(work),
        exercise.is_hold,
        _phases(work),
        _cue_lists(episode, exercise),
        tuple(_variation(episode, exercise, name) for name in undone(work)),
        _substitutes(episode, exercise),
        web_address(exercise.video),
        figure_of(work),
    )


def _phases(work: Work) -> tuple[PhaseView, ...]:
    """A repetition as a line that sinks in the eccentric, rises in the concentric and is level in between."""
    views: list[PhaseView] = []
    height, x = _first_height(work), 0.0
    for phase, length in work.phases:
        end, right = _height_after(phase, height), x + 100 * length / work.movement_ms
        points = f"{x:.2f},100 {x:.2f},{100 - height} {right:.2f},{100 - end} {right:.2f},100"
        views.append(PhaseView(phase.name, seconds_text(Ms(length)), points))
        height, x = end, right
    return tuple(views)


def _first_height(work: Work) -> int:
    moves = [phase.tempo for phase, _ in work.phases if phase.tempo in {TempoPart.ECCENTRIC, TempoPart.CONCENTRIC}]
    if not moves:
        return (LOW + HIGH) // 2
    return HIGH if moves[0] is TempoPart.ECCENTRIC else LOW


def _height_after(phase: Phase, height: int) -> int:
    if phase.tempo is TempoPart.ECCENTRIC:
        return LOW
    return HIGH if phase.tempo is TempoPart.CONCENTRIC else height


def _cue_lists(episode: Episode, exercise: Exercise) -> tuple[CueList, ...]:
    cues = exercise.cues
    changes = tuple(f"{_sets(one.from_set, one.to_set)}: {_change(one.say, episode)}" for one in exercise.changes)
    lists = (
        CueList("Mind this first", _texts(episode, cues.safety)),
        CueList("Set-up", _texts(episode, cues.setup)),
        CueList("Form", _texts(episode, cues.form)),
        CueList("From set to set", changes),
    )
    return tuple(one for one in lists if one.texts)


def _sets(first: int, last: int | None) -> str:
    if last is None:
        return f"From set {first} on"
    return f"Set {first}" if last == first else f"Sets {first} to {last}"


def _change(text: str, episode: Episode) -> str:
    return cue_text(Cue(text), episode.wording)


def _texts(episode: Episode, cues: Iterable[Cue]) -> tuple[str, ...]:
    """The cues that can be of use, those that hang on equipment with what they need."""
    usable = (cue for cue in cues if cue.needs not in episode.workout.missing)
    return tuple(dict.fromkeys(_text(episode, cue) for cue in usable))


def _text(episode: Episode, cue: Cue) -> str:
    text = cue_text(cue, episode.wording)
    if cue.needs is None or cue.needs in episode.workout.present:
        return text
    return f"{text} (with {item_text(cue.needs, episode.workout)})"


def _variation(episode: Episode, exercise: Exercise, name: str) -> VariationView:
    variation, cues = exercise.variations[name], exercise.cues_of(name)
    return VariationView(
        variation.title,
        {"harder": "Harder", "easier": "Easier", "aided": "With help"}[variation.level],
        tuple(need_text(need, episode.workout) for need in variation.needs),
        _texts(episode, (*cues.safety, *cues.setup, *cues.form)),
        name_of(variation_drawn(exercise, name)),
    )


def _substitutes(episode: Episode, exercise: Exercise) -> tuple[SubstituteView, ...]:
    known = episode.workout.session.exercises
    found = (
        (one, known[one.use].titled(one.variations), known[one.use].varied(one.variations))
        for one in exercise.substitutes
        if one.use in known
    )
    return tuple(
        SubstituteView(
            item_text(one.without, episode.workout),
            title,
            other.about,
            _texts(episode, (*other.cues.safety, *other.cues.setup)),
            name_of(drawn(other, title)),
        )
        for one, title, other in found
    )
