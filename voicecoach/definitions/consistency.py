"""What types can't say: faults of exercises and sessions whose every field is right by itself."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator

from voicecoach.definitions.amounts import Prescription, Unit
from voicecoach.definitions.model import SIDE, Cues, Exercise, Sides, Wordings
from voicecoach.definitions.session import Item, Session
from voicecoach.definitions.source import Node, Step
from voicecoach.errors import DefinitionError, suggestion

Fault = tuple[tuple[Step, ...], str]
"""Where, as steps from the definition, and what."""

_PLACEHOLDER = re.compile(r"\{\w*\}")


def check_exercise(exercise: Exercise, node: Node) -> None:
    """Raise DefinitionError for the first fault of an exercise, which `node` describes."""
    _raise_first(_exercise_faults(exercise), node)


def check_session(session: Session, node: Node, languages: Collection[str]) -> None:
    """Raise DefinitionError for the first fault of a session, which `node` describes."""
    _raise_first(_session_faults(session, languages), node)


def _raise_first(faults: Iterator[Fault], node: Node) -> None:
    for steps, problem in faults:
        at = node.at(*steps)
        if at.place.file != node.place.file:  # what it is made from was right; what was changed made it wrong
            at = node
        raise DefinitionError(at.place, at.path or str(steps[0]), problem)


def _exercise_faults(exercise: Exercise) -> Iterator[Fault]:
    yield from _phase_faults(exercise)
    yield from _cue_faults(exercise)
    yield from _placeholder_faults(exercise)
    for problem in _prescription_problems(exercise, exercise.prescription):
        yield ("prescription",), problem
    for index, change in enumerate(exercise.changes):
        if change.to_set is not None and change.to_set < change.from_set:
            yield ("changes", index, "to_set"), f"the change ends in set {change.to_set}, before it begins."
    needed = {item for need in exercise.needs for item in need.any_of}
    for index, substitute in enumerate(exercise.substitutes):
        if substitute.without not in needed:
            problem = (
                f"{substitute.without!r} is not something the exercise needs.{suggestion(substitute.without, needed)}"
            )
            yield ("substitutes", index, "without"), problem
    yield from _address_faults(("video",), exercise.video)


def _phase_faults(exercise: Exercise) -> Iterator[Fault]:
    counts = Counter(phase.name for phase in exercise.phases)
    tempo = exercise.tempo or exercise.prescription.tempo
    for index, phase in enumerate(exercise.phases):
        if counts[phase.name] > 1:
            yield ("phases", index, "name"), f"there are two phases called {phase.name!r}. Rename one."
        if phase.tempo and phase.length is not None:
            yield ("phases", index), "a phase has both 'tempo' and 'length'. Give one of them."
        if not phase.tempo and phase.length is None:
            yield ("phases", index), "a phase needs 'tempo' (eccentric, bottom, concentric or top) or 'length' (2 s)."
        if phase.tempo and not tempo:
            yield ("phases", index, "tempo"), "the exercise has no tempo for this. Add one, such as tempo: 3-0-2-0."
    if exercise.phases and not exercise.movement_length(tempo):
        yield ("phases",), "the phases take no time at all. Give one of them some."


def _cue_faults(exercise: Exercise) -> Iterator[Fault]:
    phases = {phase.name for phase in exercise.phases}
    owners: list[tuple[tuple[Step, ...], Cues]] = [((), exercise.cues)]
    owners += [(("variations", name), one.cues) for name, one in exercise.variations.items()]
    for owner, cues in owners:
        for kind, index, cue in cues.all():
            at = (*owner, "cues", kind, index, "phase")
            if cue.phase and kind != "form":
                yield at, "only a form cue goes with a phase. Leave it out."
            elif cue.phase and cue.phase not in phases:
                known = suggestion(cue.phase, phases) or " It has none."
                yield at, f"the exercise has no phase {cue.phase!r}.{known}"


def _placeholder_faults(exercise: Exercise) -> Iterator[Fault]:
    sides = () if exercise.sides is Sides.NONE else (SIDE,)
    yield from _unknown_placeholders(("say",), (exercise.say,), ())
    yield from _unknown_placeholders(("switch",), (exercise.switch or "",), sides)
    yield from _cue_placeholders((), exercise.cues, sides)
    for name, variation in exercise.variations.items():
        yield from _unknown_placeholders(("variations", name, "say"), (variation.say,), ())
        yield from _cue_placeholders(("variations", name), variation.cues, sides)
    for index, change in enumerate(exercise.changes):
        yield from _unknown_placeholders(("changes", index), change.wordings, sides)
    for index, phase in enumerate(exercise.phases):
        yield from _unknown_placeholders(("phases", index, "say"), (phase.say or "",), ())


def _cue_placeholders(owner: tuple[Step, ...], cues: Cues, known: Collection[str]) -> Iterator[Fault]:
    for kind, index, cue in cues.all():
        yield from _unknown_placeholders((*owner, "cues", kind, index), cue.wordings, known)


def _unknown_placeholders(steps: tuple[Step, ...], texts: Wordings, known: Collection[str]) -> Iterator[Fault]:
    """Words in braces that nothing would take the place of, so that they would be spoken."""
    for text in texts:
        for placeholder in _PLACEHOLDER.findall(text):
            if placeholder == SIDE and SIDE not in known:
                yield (
                    steps,
                    "{side} stands for nothing here: only the cues and changes of exercises with sides have it.",
                )
            elif placeholder not in known:
                yield steps, f"{placeholder} stands for nothing. Write it out{f', or {SIDE}' if known else ''}."


def _prescription_problems(exercise: Exercise, prescription: Prescription) -> Iterator[str]:
    """What a prescription asks that the exercise can't do."""
    if prescription.start and prescription.start.unit is Unit.REPS and exercise.is_hold:
        yield f"{exercise.name} is held (it has no phases), so it takes a time such as 3x30 s, not repetitions."
    if prescription.per_side and exercise.sides is Sides.NONE:
        yield f"{exercise.name} has no sides, so it can't be done on each. Leave that out, or add 'sides: each'."


def _session_faults(session: Session, languages: Collection[str]) -> Iterator[Fault]:
    if not session.items:
        yield ("sections",), "there is no exercise in this session. Add one, such as exercises: [squat]."
    if session.language not in languages:
        yield ("language",), f"there are no phrases in {session.language!r}.{suggestion(session.language, languages)}"
    if session.hold.start and session.hold.start.unit is Unit.REPS:
        yield ("hold",), "holds are prescribed by time, not by repetitions. Write 3x30 s."
    for kind, index, cue in session.cues.all():
        if kind == "form":
            yield ("cues", kind, index), "a session has no form cues of its own. Give it to one of the exercises."
        if cue.phase:
            yield ("cues", kind, index, "phase"), "only an exercise's form cue goes with a phase. Leave it out."
    yield from _cue_placeholders((), session.cues, ())
    yield from _address_faults(("source", "video"), session.source.video if session.source else None)
    for number, section in enumerate(session.sections):
        for index, item in enumerate(section.exercises):
            yield from (
                (("sections", number, "exercises", index, *steps), problem) for steps, problem in _item_faults(item)
            )


def _item_faults(item: Item) -> Iterator[Fault]:
    for problem in _prescription_problems(item.exercise, item.prescription):
        yield ("prescription",), problem
    for index, name in enumerate(item.variations):
        if name not in item.exercise.variations:
            known = suggestion(name, item.exercise.variations) or " It has none."
            yield ("variations", index), f"{item.exercise.name} has no variation {name!r}.{known}"


def _address_faults(steps: tuple[Step, ...], address: str | None) -> Iterator[Fault]:
    if address and not address.startswith(("https://", "http://")):
        yield steps, f"{address!r} is not a web address. It begins with https:// or http://."
