"""`voicecoach list` and `voicecoach show`: what there is, as a person reads it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from voicecoach.definitions.model import Amount, Cue, Exercise, Item, Need, Prescription, Session, Unit
from voicecoach.errors import UnknownNameError

COLUMNS = 100


def list_() -> None:
    """List the sessions, exercises and equipment that are built in.

    Examples:

      voicecoach list
    """
    from voicecoach.definitions.load import load_exercise, load_session, names

    print("Sessions")
    for name in names("sessions"):
        session = load_session(name)
        _entry(name, f"{session.title}. {session.about}")
    print("\nExercises")
    for name in names("exercises"):
        exercise = load_exercise(name)
        _entry(name, f"{exercise.title}. {exercise.about}")
    print("\nEquipment (for --with and --without)")
    for name, item in load_session(names("exercises")[0]).equipment.items():
        _entry(name, item.say)


def _entry(name: str, text: str) -> None:
    print(textwrap.fill(text, COLUMNS, initial_indent=f"  {name:22}", subsequent_indent=" " * 24))


def show(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A session or an exercise, by name or by path.")],
) -> None:
    """Show a session or an exercise as a person reads it.

    Examples:

      voicecoach show glutes-for-runners

      voicecoach show step-up
    """
    from voicecoach.definitions.load import is_path, load_exercise, load_session, names

    if name in names("exercises"):
        lines = exercise_lines(load_exercise(name))
    elif is_path(name) or name in names("sessions"):
        lines = session_lines(load_session(name))
    else:
        raise UnknownNameError("session or exercise", name, [*names("sessions"), *names("exercises")])
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()))
        print(textwrap.fill(line, COLUMNS, subsequent_indent=f"{indent}  ") if line else "")


def session_lines(session: Session) -> Iterator[str]:
    """A session, line by line."""
    yield session.title
    yield from _given("About", session.about)
    if session.source:
        yield f"Source: {session.source.title}, by {session.source.author}"
        yield from _given("Video", session.source.video)
    yield from _given("Prescription", prescription_text(session.prescription))
    yield from _given("Holds", prescription_text(session.hold))
    yield f"Rest: {session.rest / 1000:g} s"
    for section in session.sections:
        yield ""
        yield section.title or {"straight-sets": "Straight sets", "circuit": "Circuit"}[section.kind]
        for number, item in enumerate(section.exercises, start=1):
            yield f"  {number}. {item_text(item)}"
            for need in item.exercise.needs:
                yield f"     needs {need_text(need)}"
            for substitute in item.exercise.substitutes:
                yield f"     without {substitute.without}: {session.exercises[substitute.use].title}"
            for name, variation in item.exercise.variations.items():
                yield f"     {variation.level}: {variation.title} (--variation {item.exercise.name}={name})"


def item_text(item: Item) -> str:
    """`Step ups (step-up)`, with what the session prescribes for it alone."""
    prescribed = prescription_text(item.prescription)
    return f"{item.exercise.title} ({item.exercise.name})" + (f": {prescribed}" if prescribed else "")


def exercise_lines(exercise: Exercise) -> Iterator[str]:
    """An exercise, line by line."""
    yield f"{exercise.title} ({exercise.name})"
    yield from _given("About", exercise.about)
    yield from _given("Video", exercise.video)
    yield from _given("Needs", ", ".join(need_text(need) for need in exercise.needs))
    yield from _given("Can use", ", ".join(need_text(need) for need in exercise.optional))
    sides = {"none": "both sides together", "each": "each side in turn", "alternating": "sides alternate"}
    yield f"Sides: {sides[exercise.sides]}"
    yield from _given("Prescription", prescription_text(exercise.prescription))
    if exercise.phases:
        lengths = exercise.phase_lengths(exercise.tempo or exercise.prescription.tempo)
        timed = ", ".join(f"{phase.name} {length / 1000:g} s" for phase, length in lengths)
        yield f"Tempo: {exercise.tempo or '-'} ({timed})"
    else:
        yield "Held still"
    for title, cues in _cue_groups(exercise):
        yield from _cue_lines(title, cues)
    if exercise.changes:
        yield "From set to set"
        for change in exercise.changes:
            until = f" to {change.to_set}" if change.to_set else " on"
            yield f"  - from set {change.from_set}{until}: {change.say}"
    for name, variation in exercise.variations.items():
        yield f"Variation {name} ({variation.level}): {variation.title}"
        for need in variation.needs:
            yield f"  needs {need_text(need)}"
        for cue in (*variation.cues.setup, *variation.cues.form):
            yield f"  - {cue.say}"
    for substitute in exercise.substitutes:
        yield f"Without {substitute.without}: {substitute.use}"


def _cue_groups(exercise: Exercise) -> Iterator[tuple[str, tuple[Cue, ...]]]:
    cues = exercise.cues
    yield "Set-up", cues.setup
    yield "Safety", cues.safety
    yield "Form", cues.form
    yield "Encouragement", cues.encouragement


def _cue_lines(title: str, cues: Iterable[Cue]) -> Iterator[str]:
    lines = [f"  - {cue.say}" + (f" (at: {cue.phase})" if cue.phase else "") for cue in cues]
    if lines:
        yield title
        yield from lines


def _given(title: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"{title}: {text}"


def need_text(need: Need) -> str:
    """`a chair or sofa that stays put`."""
    return need.say.replace("{items}", " or ".join(need.any_of))


def prescription_text(prescription: Prescription) -> str:
    """A prescription in the notation of the files; empty if it says nothing."""
    parts = []
    if prescription.start:
        parts.append(f"{prescription.sets}x" if prescription.sets else "")
        parts[0] += _amount(prescription.start)
    elif prescription.sets:
        parts.append(f"{prescription.sets} sets")
    if prescription.tempo:
        parts.append(f"@{prescription.tempo}")
    if prescription.rest is not None:
        parts.append(f"rest {prescription.rest / 1000:g} s")
    if prescription.goal:
        parts.append(f"-> {_amount(prescription.goal)}")
    if prescription.weeks:
        parts.append(f"over {prescription.weeks} weeks")
    return " ".join(parts)


def _amount(amount: Amount) -> str:
    scale, unit = (1, "") if amount.unit is Unit.REPS else (1000, " s")
    low, high = f"{amount.low / scale:g}", f"{amount.high / scale:g}"
    return (low if low == high else f"{low}-{high}") + unit
