"""`voicecoach list` and `voicecoach show`: what there is, as a person reads it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from voicecoach.definitions.amounts import Amount, Load, LoadUnit, Prescription
from voicecoach.definitions.model import Cue, Cues, Exercise, Need
from voicecoach.definitions.session import Item, Section, SectionKind, Session, WarmUp
from voicecoach.errors import UnknownNameError
from voicecoach.plan.fit import amount_text
from voicecoach.plan.progression import weeks_of
from voicecoach.times import Ms

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
    name: Annotated[
        str,
        typer.Argument(metavar="NAME", help="A session or an exercise, by name or by path, or a session in one line."),
    ],
) -> None:
    """Show a session or an exercise as a person reads it.

    Examples:

      voicecoach show glutes-for-runners

      voicecoach show step-up
    """
    from voicecoach.definitions.load import is_path, line_of, load_exercise, load_session, names

    if name in names("exercises"):
        lines = exercise_lines(load_exercise(name))
    elif is_path(name) or name in names("sessions") or line_of(name):
        session = load_session(name)
        alone = _alone(session) if is_path(name) else None
        lines = exercise_lines(alone) if alone else session_lines(session)
    else:
        raise UnknownNameError("session or exercise", name, [*names("sessions"), *names("exercises")])
    for line in lines:
        indent = " " * (len(line) - len(line.lstrip()))
        print(textwrap.fill(line, COLUMNS, subsequent_indent=f"{indent}  ") if line else "")


def _alone(session: Session) -> Exercise | None:
    """The exercise of a session that was made of one exercise and nothing else."""
    sections = tuple(Section((Item(item.exercise),)) for item in session.items)
    exercise = session.items[0].exercise
    bare = Session(exercise.name, exercise.title, sections, exercises=session.exercises, equipment=session.equipment)
    return exercise if len(sections) == 1 and session == bare else None


def session_lines(session: Session) -> Iterator[str]:
    """A session, line by line."""
    yield session.title
    yield from _given("About", session.about)
    if session.source:
        yield f"Source: {session.source.title}, by {session.source.author}"
        yield from _given("Video", session.source.video)
    yield from _given("Weeks", str(weeks) if (weeks := weeks_of(session)) > 1 else "")
    yield from _given("Warm-up", "before you start" if session.warm_up is WarmUp.ELSEWHERE else "")
    yield from _given("Prescription", prescription_text(session.prescription))
    yield from _given("Holds", prescription_text(session.hold))
    yield f"Rest: {_seconds(session.rest)}"
    yield from _given("Lead-in", _seconds(session.lead_in))
    yield from _all_cue_lines(session.cues)
    for section in session.sections:
        yield ""
        yield from _section_lines(section)
        for number, item in enumerate(section.exercises, start=1):
            yield f"  {number}. {item_text(item)}"
            yield from (f"     {line}" for line in _item_lines(item, session))


_KINDS = {SectionKind.EMOM: "Every minute on the minute", SectionKind.AMRAP: "As many rounds as possible"}


def _section_lines(section: Section) -> Iterator[str]:
    """What a section says of itself."""
    kind = _KINDS.get(section.kind, section.kind.replace("-", " ").capitalize())
    yield section.title or kind
    yield from _given("  Kind", kind if section.title and section.kind is not SectionKind.STRAIGHT_SETS else "")
    yield from _given("  Rounds", str(section.rounds or ""))
    yield from _given("  Minutes", f"{section.minutes / 60_000:g}" if section.minutes else "")
    for title, length in (
        ("Interval", section.every),
        ("Work", section.work),
        ("Rest", section.rest),
        ("Rest between rounds", section.round_rest),
        ("At most", section.cap),
    ):
        yield from _given(f"  {title}", _seconds(length))
    yield from _given("  Times", str(section.repeat) if section.repeat > 1 else "")


def _item_lines(item: Item, session: Session) -> Iterator[str]:
    exercise = item.exercise
    yield from _given("with", ", ".join(exercise.variations[name].title for name in item.variations))
    yield from _given("lead-in", _seconds(item.lead_in))
    for need in exercise.needs:
        yield f"needs {need_text(need)}"
    for substitute in exercise.substitutes:
        yield f"without {substitute.without}: {session.exercises[substitute.use].title}"
    for name, variation in exercise.variations.items():
        yield f"{variation.level}: {variation.title} (--variation {exercise.name}={name})"


def item_text(item: Item) -> str:
    """`Step ups (step-up)`, with what the session prescribes for it alone."""
    prescribed = prescription_text(item.prescription) or _seconds(item.work)
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
    yield _tempo_line(exercise)
    yield from _all_cue_lines(exercise.cues)
    if exercise.changes:
        yield "From set to set"
        for change in exercise.changes:
            until = f" to {change.to_set}" if change.to_set else " on"
            yield f"  - from set {change.from_set}{until}: {change.say}"
    for name, variation in exercise.variations.items():
        yield f"Variation {name} ({variation.level}): {variation.title}"
        for need in variation.needs:
            yield f"  needs {need_text(need)}"
        yield from (f"  {line}" for line in _all_cue_lines(variation.cues))
    for substitute in exercise.substitutes:
        yield f"Without {substitute.without}: {substitute.use}"


def _tempo_line(exercise: Exercise) -> str:
    """How a repetition goes, at the tempo at which it is done unless a session says otherwise."""
    if exercise.is_hold:
        return "Held still"
    tempo = exercise.tempo or exercise.prescription.tempo
    timed = ", ".join(f"{phase.name} {_seconds(length)}" for phase, length in exercise.phase_lengths(tempo))
    return f"Tempo: {tempo} ({timed})" if tempo else f"Tempo: {timed}"


def _all_cue_lines(cues: Cues) -> Iterator[str]:
    yield from _cue_lines("Set-up", cues.setup)
    yield from _cue_lines("Safety", cues.safety)
    yield from _cue_lines("Form", cues.form)
    yield from _cue_lines("Encouragement", cues.encouragement)


def _cue_lines(title: str, cues: Iterable[Cue]) -> Iterator[str]:
    lines = [f"  - {cue.say}{_when(cue)}" for cue in cues]
    if lines:
        yield title
        yield from lines


def _when(cue: Cue) -> str:
    """What ties a cue to a moment or to a thing, in brackets."""
    ties = (cue.phase and f"at: {cue.phase}", cue.needs and f"with: {cue.needs}")
    return f" ({', '.join(tie for tie in ties if tie)})" if any(ties) else ""


def _given(title: str, text: str | None) -> Iterator[str]:
    if text:
        yield f"{title}: {text}"


def need_text(need: Need) -> str:
    """`a chair or sofa that stays put`."""
    return need.say.replace("{items}", " or ".join(need.any_of))


def prescription_text(prescription: Prescription) -> str:
    """A prescription in the notation of the files; empty if it says nothing."""
    sets, goal = (None if prescription.each_set else prescription.sets), prescription.goal
    amount = _amounts_text(prescription)
    amount += " each side" if prescription.per_side and amount else ""
    parts = (
        f"{sets}x{amount}" if sets and amount else f"{sets} sets" if sets else amount,
        prescription.load and load_text(prescription.load),
        prescription.tempo and f"@{prescription.tempo}",
        prescription.rest is not None and f"rest {_seconds(prescription.rest)}",
        goal and f"-> {amount_text(goal)}",
        prescription.weeks and f"over {prescription.weeks} weeks",
    )
    return " ".join(part for part in parts if part)


def _amounts_text(prescription: Prescription) -> str:
    if prescription.distance_m is not None:
        return f"{prescription.distance_m} m"
    amounts = prescription.each_set or tuple(filter(None, [prescription.start]))
    return ", ".join(map(_amount_text, amounts))


def _amount_text(amount: Amount) -> str:
    """An amount as it could be written."""
    if not amount.is_open:
        return amount_text(amount)
    return f"{amount.least}+" if amount.least else f"max in {_seconds(Ms(amount.high))}"


def load_text(load: Load) -> str:
    """A load as it could be written."""
    return f"RPE {load.start:g}" if load.unit is LoadUnit.RPE else f"{load.start:g} {load.unit}"


def _seconds(length: Ms | None) -> str:
    return "" if length is None else f"{length / 1000:g} s"
