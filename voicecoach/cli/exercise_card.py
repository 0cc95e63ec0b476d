"""An exercise as a coach hands it out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from voicecoach.cli.card_words import amount_words, load_words, pace_words, sentence, sides_words
from voicecoach.cli.cards import Card, Line, Row, row
from voicecoach.definitions.model import SIDE, Cue, Exercise, Level, Substitute
from voicecoach.shell import quoted

LEVELS = {Level.EASIER: "Easier", Level.AIDED: "With help", Level.HARDER: "Harder"}
KEY_MARK, MARK = "»", "-"


def exercise_card(exercise: Exercise, others: Mapping[str, Exercise]) -> Card:
    """The card of an exercise; `others` are those that can take its place, by name."""
    facts = (exercise.family, exercise.level)
    return Card(
        title=exercise.title,
        facts=" · ".join(str(fact).replace("-", " ") for fact in facts if fact),
        about=exercise.about,
        rows=tuple(_rows(exercise, others)),
        more=f"More: {quoted(['voicecoach', 'show', exercise.name, '--all'])}",
    )


def _rows(exercise: Exercise, others: Mapping[str, Exercise]) -> Iterator[Row]:
    yield row("For", [exercise.suits])
    yield row("Works", [", ".join(muscle.replace("-", " ") for muscle in exercise.muscles)])
    yield row("Fetch", _fetch(exercise))
    instead = (f"Without {one.without}: {_named(one, others)}." for one in exercise.substitutes)
    yield row("Instead", instead)
    yield row("Set up", _numbered(exercise))
    yield row("How it goes", [pace_words(exercise), sides_words(exercise)])
    yield row("Watch", _watched(exercise))
    yield row("Safety", (_said(cue) for cue in exercise.cues.safety))
    for level, label in LEVELS.items():
        variations = {name: one for name, one in exercise.variations.items() if one.level is level}
        yield row(label, (_variation(exercise, name) for name in variations))
    yield row("How much", [_how_much(exercise), *_changes(exercise)])
    yield row("Video", [exercise.video or ""])


def _fetch(exercise: Exercise) -> Iterator[str]:
    if not exercise.needs:
        yield "Nothing."
    yield from (sentence(need.named()) for need in exercise.needs)
    if exercise.optional:
        yield f"If it's there: {', '.join(need.named() for need in exercise.optional)}."


def _named(one: Substitute, others: Mapping[str, Exercise]) -> str:
    return f"{others[one.use].titled(one.variations)} ({one.reference})" if one.use in others else one.reference


def _numbered(exercise: Exercise) -> Iterator[Line]:
    for number, cue in enumerate(exercise.cues.setup, start=1):
        yield Line(_said(cue), f"{number}.")


def _watched(exercise: Exercise) -> Iterator[Line]:
    """What to watch, the key cue first."""
    for number, cue in enumerate(exercise.cues.form):
        yield Line(_said(cue), MARK if number else KEY_MARK, key=not number)


def _said(cue: Cue) -> str:
    """A cue for the eye: the side that works isn't left or right yet."""
    text = cue.say.replace(f"your {SIDE}", "the working").replace(f"{SIDE} ", "working ").replace(SIDE, "working")
    return f"{text} (With {cue.needs}.)" if cue.needs else text


def _variation(exercise: Exercise, name: str) -> Line:
    one = exercise.variations[name]
    needs = f" Needs {', '.join(need.named() for need in one.needs)}." if one.needs else ""
    without = f" Needs no {' or '.join(one.without)}." if one.without else ""
    cues = " ".join(_said(cue) for cue in exercise.cues_of(name).setup)
    return Line(f"{one.title} ({name}).{needs}{without} {cues}".rstrip())


def _how_much(exercise: Exercise) -> str:
    prescription = exercise.prescription
    text = amount_words(prescription, exercise, sets=prescription.sets or 1)
    load = load_words(exercise.load or prescription.load)
    return sentence(", ".join(filter(None, (text, load)))) if text or load else ""


def _changes(exercise: Exercise) -> Iterator[str]:
    for change in exercise.changes:
        until = f" to {change.to_set}" if change.to_set and change.to_set != change.from_set else ""
        yield f"From set {change.from_set}{until}: {change.say}"
