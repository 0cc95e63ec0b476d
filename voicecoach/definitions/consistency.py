"""What types can't say: faults of exercises and sessions whose every field is right by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence

from voicecoach.counted import counted
from voicecoach.definitions.amounts import Prescription, Unit
from voicecoach.definitions.figures import Figure
from voicecoach.definitions.kinds import NO_TIME, Found
from voicecoach.definitions.model import SIDE, Cue, Cues, Exercise, FirstSide, Instead, Need, Sides, Wordings
from voicecoach.definitions.placeholders import stray_brace, unknown
from voicecoach.definitions.session import Item, Session, TimedLine
from voicecoach.definitions.source import Node, Step
from voicecoach.definitions.weeks import weeks_of
from voicecoach.errors import Fault, suggestion

MOST_HELD = 2
"""Poses of what is held."""


def located(found: Iterable[Found], node: Node) -> Iterator[Fault]:
    """What was found in the definition `node`, with its place there."""
    for steps, problem in found:
        at = node.at(*steps)
        if at.place.file != node.place.file:  # what it is made from was right; what was changed made it wrong
            at = node
        yield Fault(at.place, at.path or ".".join(map(str, steps[:1])), problem)


def exercise_faults(exercise: Exercise) -> Iterator[Found]:
    """The faults of an exercise."""
    # A fault of the phases makes more faults of them, and of the cues for them: it is told alone.
    yield from list(_phase_faults(exercise)) or list(_timeless_phases(exercise)) or _cue_faults(exercise)
    yield from _placeholder_faults(exercise)
    hold_faults = list(_hold_faults(exercise))
    yield from hold_faults
    if not hold_faults:  # what is no hold may well have repetitions
        yield from ((("prescription",), one) for one in _prescription_problems(exercise, exercise.sides))
    if exercise.first_side is not FirstSide.ALTERNATE and exercise.sides is Sides.NONE:
        yield ("first_side",), "the exercise has no sides. Add sides: each, or leave it out."
    for index, change in enumerate(exercise.changes):
        if change.to_set is not None and change.to_set < change.from_set:
            yield ("changes", index, "to_set"), f"the change ends in set {change.to_set}, before it begins."
    for index, substitute in enumerate(exercise.substitutes):
        yield from _unneeded(("substitutes", index, "without"), substitute.without, exercise.needs)
    for name, one in exercise.variations.items():
        for index, item in enumerate(one.without):
            yield from _unneeded(("variations", name, "without", index), item, (*exercise.needs, *exercise.optional))
        yield from _instead_faults(exercise, ("variations", name, "instead"), one.instead)
    yield from _figure_faults(exercise)
    yield from _address_faults(("video",), exercise.video)
    if exercise.takes == 0:
        yield ("takes",), NO_TIME.format("takes: 30 s")


def _unneeded(steps: tuple[Step, ...], item: str, needs: Iterable[Need]) -> Iterator[Found]:
    """That an exercise can't be done without what it doesn't need."""
    needed = {one for need in needs for one in need.any_of}
    if item not in needed:
        known = suggestion(item, needed) or ("" if needed else " It needs nothing.")
        yield steps, f"{item!r} is not something the exercise needs.{known}"


def _instead_faults(exercise: Exercise, at: tuple[Step, ...], instead: Instead) -> Iterator[Found]:
    """Words for phases and single lines that the exercise doesn't have."""
    phases = [phase.name for phase in exercise.phases]
    for phase in instead.phases:
        yield from _unknown_phase((*at, "phases", phase), phase, phases)
    texts = [text for cues in instead.lists(exercise.cues).values() for cue in cues for text in cue.wordings]
    for text in instead.lines:
        if text not in texts:
            yield (*at, "lines", text), f"the exercise has no line {text!r}.{suggestion(text, texts)}"


def _figure_faults(exercise: Exercise) -> Iterator[Found]:
    """The faults of its figure, and of those of its variations."""
    if exercise.figure and not exercise.figure.poses:
        yield ("figure",), "a figure needs poses. Add poses: with one for each phase that moves."
    own = [(("variations", name, "figure"), one.figure) for name, one in exercise.variations.items()]
    for steps, figure in ((("figure",), exercise.figure), *own):
        if figure:
            yield from _pose_faults(exercise, figure, steps)
            if not (figure.poses or exercise.figure):
                yield steps, "the exercise has no figure that this could change. Add poses: to it."


def _pose_faults(exercise: Exercise, figure: Figure, steps: tuple[Step, ...]) -> Iterator[Found]:
    phases = [phase.name for phase in exercise.phases]
    for name, poses in figure.poses.items():
        if phases and name not in phases:
            yield (*steps, "poses", name), f"the exercise has no phase {name!r}.{suggestion(name, phases)}"
        if not poses:
            yield (*steps, "poses", name), "no pose is written here. Write {knee: 90}, or leave it out."
    if exercise.is_hold and sum(map(len, figure.poses.values())) > MOST_HELD:
        yield (*steps, "poses"), "what is held has one pose, or two: before it and in it."


def _phase_faults(exercise: Exercise) -> Iterator[Found]:
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


def _timeless_phases(exercise: Exercise) -> Iterator[Found]:
    if exercise.phases and not exercise.movement_length(exercise.tempo or exercise.prescription.tempo):
        yield ("phases",), "the phases take no time at all. Give one of them some."


def _hold_faults(exercise: Exercise) -> Iterator[Found]:
    if exercise.is_hold and exercise.phases:
        yield ("hold",), "what is held has no phases. Leave out hold, or the phases."
    if exercise.pace is not None and (exercise.is_hold or exercise.phases):
        why = (
            "it is held, so it has no repetitions" if exercise.is_hold else "its phases say how long a repetition takes"
        )
        yield ("pace",), f"{why}. Leave pace out."
    elif exercise.pace == 0:
        yield ("pace",), NO_TIME.format("pace: 3 s")


def _cue_faults(exercise: Exercise) -> Iterator[Found]:
    phases = {phase.name for phase in exercise.phases}
    yield from _phase_cue_faults((), exercise.cues, phases)
    for name, one in exercise.variations.items():
        yield from _phase_cue_faults(("variations", name), one.cues, phases)
        for steps, kind, cue in _cues_instead(exercise, name):
            yield from _phase_cue_fault((*steps, "phase"), kind, cue, phases)


def _phase_cue_faults(owner: tuple[Step, ...], cues: Cues, phases: Collection[str]) -> Iterator[Found]:
    for kind, index, cue in cues.all():
        yield from _phase_cue_fault((*owner, "cues", kind, index, "phase"), kind, cue, phases)


def _phase_cue_fault(at: tuple[Step, ...], kind: str, cue: Cue, phases: Collection[str]) -> Iterator[Found]:
    if cue.phase and kind != "form":
        yield at, "only a form cue goes with a phase. Leave it out."
    elif cue.phase:
        yield from _unknown_phase(at, cue.phase, phases)


def _unknown_phase(at: tuple[Step, ...], name: str, phases: Collection[str]) -> Iterator[Found]:
    if name not in phases:
        yield at, f"the exercise has no phase {name!r}.{suggestion(name, phases) or ' It has none.'}"


def _cues_instead(exercise: Exercise, name: str) -> Iterator[tuple[tuple[Step, ...], str, Cue]]:
    """The cues that a variation has in the place of the exercise's: where each stands, its kind, and the cue."""
    at, instead = ("variations", name, "instead"), exercise.variations[name].instead
    lists = instead.lists(exercise.cues)
    kinds = {text: kind for kind, cues in lists.items() for cue in cues for text in cue.wordings}
    for kind, cues in lists.items():
        if getattr(instead, kind) is not None:
            yield from (((*at, kind, index), kind, cue) for index, cue in enumerate(cues))
    yield from (((*at, "lines", text), kinds.get(text, "form"), cue) for text, cue in instead.lines.items())


def _placeholder_faults(exercise: Exercise) -> Iterator[Found]:
    sides = () if exercise.sides is Sides.NONE else (SIDE,)
    yield from _unknown_placeholders(("say",), (exercise.say,), ())
    yield from _unknown_placeholders(("switch",), (exercise.switch or "",), sides)
    yield from _cue_placeholders((), exercise.cues, sides)
    for name, variation in exercise.variations.items():
        yield from _unknown_placeholders(("variations", name, "say"), (variation.say,), ())
        yield from _cue_placeholders(("variations", name), variation.cues, sides)
        yield from _placeholders_instead(exercise, name, sides)
    for index, change in enumerate(exercise.changes):
        yield from _unknown_placeholders(("changes", index), change.wordings, sides)
    for index, phase in enumerate(exercise.phases):
        yield from _unknown_placeholders(("phases", index, "say"), (phase.say or "",), ())


def _placeholders_instead(exercise: Exercise, name: str, sides: Collection[str]) -> Iterator[Found]:
    at, instead = ("variations", name, "instead"), exercise.variations[name].instead
    yield from _unknown_placeholders((*at, "say"), (instead.say or "",), ())
    yield from _unknown_placeholders((*at, "switch"), (instead.switch or "",), sides)
    for index, change in enumerate(instead.changes or ()):
        yield from _unknown_placeholders((*at, "changes", index), change.wordings, sides)
    for phase, word in instead.phases.items():
        yield from _unknown_placeholders((*at, "phases", phase), (word,), ())
    for steps, _, cue in _cues_instead(exercise, name):
        yield from _unknown_placeholders(steps, cue.wordings, sides)


def _cue_placeholders(owner: tuple[Step, ...], cues: Cues, known: Collection[str]) -> Iterator[Found]:
    for kind, index, cue in cues.all():
        yield from _unknown_placeholders((*owner, "cues", kind, index), cue.wordings, known)


def _unknown_placeholders(steps: tuple[Step, ...], texts: Wordings, known: Collection[str]) -> Iterator[Found]:
    """Words in braces that nothing would take the place of, and lone braces, so that they would be spoken."""
    for text in texts:
        for placeholder in unknown(text, known):
            if placeholder == SIDE:
                yield (
                    steps,
                    "{side} stands for nothing here: only the cues and changes of exercises with sides have it.",
                )
            else:
                yield steps, f"{placeholder} stands for nothing. Write it out{f', or {SIDE}' if known else ''}."
        if problem := stray_brace(text):
            yield steps, problem


def _prescription_problems(exercise: Exercise, sides: Sides, prescription: Prescription | None = None) -> Iterator[str]:
    """What a prescription, the exercise's unless it is given, asks that the exercise can't do."""
    prescription = prescription or exercise.prescription
    start = prescription.start
    if start and start.unit is Unit.REPS and not start.is_open and exercise.is_hold:
        yield f"{exercise.name} is held, so it takes a time such as 3x30 s, not repetitions."
    if prescription.per_side and sides is Sides.NONE:
        yield f"{exercise.name} has no sides, so it can't be done on each. Leave that out, or add 'sides: each'."


def session_faults(session: Session, languages: Collection[str]) -> Iterator[Found]:
    """The faults of a session, but for those of its sections."""
    if session.language not in languages:
        yield ("language",), f"there are no phrases in {session.language!r}.{suggestion(session.language, languages)}"
    if session.hold.start and session.hold.start.unit is Unit.REPS:
        yield ("hold",), "holds are prescribed by time, not by repetitions. Write 3x30 s."
    for kind, index, cue in session.cues.all():
        if kind == "form":
            yield ("cues", kind, index), "a session has no form cues of its own. Give it to one of the exercises."
        if cue.phase:
            yield ("cues", kind, index, "phase"), "only an exercise's form cue goes with a phase. Leave it out."
    yield from _week_faults(session)
    yield from _unknown_placeholders(("say",), (session.say or "",), ())
    yield from _cue_placeholders((), session.cues, ())
    yield from _address_faults(("source", "video"), session.source.video if session.source else None)


def _week_faults(session: Session) -> Iterator[Found]:
    """Sections in weeks that aren't there, and weeks without a section."""
    named = [one.in_weeks.last for one in session.sections if one.in_weeks]
    last = weeks_of(session)
    past = [index for index, one in enumerate(session.sections) if one.in_weeks and one.in_weeks.last > last]
    for index in past:
        yield ("sections", index, "in_weeks"), f"the session has {counted(last, 'week')}. Write weeks: {max(named)}."
    empty = [week for week in range(1, last + 1) if session.sections and not session.sections_in(week)]
    if empty and not past:
        fix = f" Or end with the last of them: write weeks: {max(named)}." if empty[0] > max(named) else ""
        yield ("sections",), f"no section stands in week {empty[0]}. Give one of them in_weeks: {empty[0]}.{fix}"


def item_faults(item: Item) -> Iterator[Found]:
    """The faults of an entry of a section, whatever its kind."""
    exercise, sides = item.exercise, item.exercise.sides if item.sides is None else item.sides
    for problem in _prescription_problems(exercise, sides, item.prescription):
        yield ("prescription",), problem
    for index, name in enumerate(item.variations):
        if name not in exercise.variations:
            known = suggestion(name, exercise.variations) or " It has none."
            yield ("variations", index), f"{exercise.name} has no variation {name!r}.{known}"
    if item.first_side not in {None, FirstSide.ALTERNATE} and sides is Sides.NONE:
        yield ("first_side",), f"{exercise.name} has no sides. Add sides: each, or leave it out."
    if item.tempo and exercise.phases and not exercise.movement_length(item.tempo):
        yield ("tempo",), f"at {item.tempo} none of the phases of {exercise.name} takes any time."
    yield from _phase_cue_faults((), item.cues, {phase.name for phase in exercise.phases})
    yield from _cue_placeholders((), item.cues, () if sides is Sides.NONE else (SIDE,))
    yield from _unknown_placeholders(("say",), (item.say or "",), ())
    yield from _unknown_placeholders(("note",), (item.note or "",), ())
    for key, example in (("work", "work: 40 s"), ("takes", "takes: 30 s")):
        if getattr(item, key) == 0:
            yield (key,), NO_TIME.format(example)
    yield from line_faults(item.lines)


def line_faults(lines: Sequence[TimedLine]) -> Iterator[Found]:
    """The faults of timed lines."""
    for index, line in enumerate(lines):
        times = [name for name in ("at", "left", "every") if getattr(line, name) is not None]
        if len(times) != 1:
            given = f"has {' and '.join(times)}" if times else "has no time"
            yield ("lines", index), f"the line {given}. Give one of at: 30 s, left: 60 s or every: 2 min."
        if line.every == 0:
            yield ("lines", index, "every"), NO_TIME.format("every: 2 min")
        yield from _unknown_placeholders(("lines", index, "say"), (line.say,), ())


def _address_faults(steps: tuple[Step, ...], address: str | None) -> Iterator[Found]:
    if address and not address.startswith(("https://", "http://")):
        yield steps, f"{address!r} is not a web address. It begins with https:// or http://."
