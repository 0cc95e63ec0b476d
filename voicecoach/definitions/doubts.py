"""What is allowed in a session and probably not meant: the warnings of `check`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voicecoach.definitions.amounts import Prescription
from voicecoach.definitions.files import titles
from voicecoach.definitions.line_names import nearly
from voicecoach.definitions.load import Loaded
from voicecoach.definitions.model import Exercise, SetChange, Sides
from voicecoach.definitions.notation.spelling import in_digits
from voicecoach.definitions.prescribed import prescribed
from voicecoach.definitions.read_session import WrittenSection
from voicecoach.definitions.said_doubts import said_doubts
from voicecoach.definitions.session import Item, SectionKind, Session
from voicecoach.definitions.source import Node, plain
from voicecoach.errors import Fault
from voicecoach.speakable.lexicon import NO_LEXICON, Lexicon

MOST_SETS_OF_A_CHANGE = 3
"""In so many sets something can grow a little from one to the next, and still make sense."""
_BY_SETS = frozenset({SectionKind.STRAIGHT_SETS, SectionKind.SUPERSET, SectionKind.CIRCUIT})
_LIMBS = "side|leg|arm|foot|knee|hand|shoulder|hip|elbow|heel|ankle|wrist|thigh|calf|glute"
_A_SIDE = re.compile(
    rf"\b(?:left|right|other|opposite)\s+(?:{_LIMBS})\b|\b(?:to|on)\s+(?:the|your)\s+(?:left|right)\b|\bswitch\s+sides\b",
    re.IGNORECASE,
)


def doubts(loaded: Loaded, lexicon: Lexicon = NO_LEXICON) -> list[str]:
    """Sentences about what is probably not meant, each with its place, in the order of the file.

    `lexicon` is the user's own: what stands in it isn't said wrong.
    """
    found = {str(one): one for one in (*_doubts(loaded), *said_doubts(loaded, lexicon))}
    return [str(one) for one in sorted(found.values(), key=_order)]


def _order(one: Fault) -> tuple[str, int, int]:
    assert not isinstance(one.place, str)  # noqa: S101 - for the type checker
    return one.place.file, one.place.line, one.place.column


def _doubts(loaded: Loaded) -> Iterator[Fault]:
    yield from _session_amounts(loaded)
    for written in loaded.written:
        for entry in written.entries:
            if entry.item:
                yield from _entry_doubts(loaded, written, entry.item, entry.node)
    sided = {item.exercise.name for item in loaded.session.items if item.sides}
    for name, exercise in loaded.session.exercises.items():
        if loaded.resolver.is_own(exercise):
            yield from _notes(loaded.resolver.nodes[name].at("prescription"), exercise.prescription)
            if name not in sided:
                yield from _forgotten_sides(exercise, loaded.resolver.nodes[name])
    yield from _unused(loaded)
    yield from _nearly_named(loaded)


def _session_amounts(loaded: Loaded) -> Iterator[Fault]:
    root, session = loaded.resolver.root, loaded.session
    for name, prescription in (("prescription", session.prescription), ("hold", session.hold)):
        yield from _notes(root.at(name), prescription)
        if _is_bare(prescription):
            yield _one_set(root.at(name))


def _entry_doubts(loaded: Loaded, written: WrittenSection, item: Item, node: Node) -> Iterator[Fault]:
    session, section = loaded.session, written.section
    yield from _notes(node.at("prescription"), item.prescription)
    if item.load and item.prescription.load:
        problem = "it takes the place of the load in the prescription."
        yield Fault(node.at("load").place, node.at("load").path, problem, "Take one of the two out.")
    if section.kind not in _BY_SETS:
        return
    sets = section.rounds or prescribed(session, item, item.exercise).sets or 1
    for index, change in enumerate(item.exercise.changes):
        if (heard := _sets_of(change, sets)) > MOST_SETS_OF_A_CHANGE and loaded.resolver.is_own(item.exercise):
            at = loaded.resolver.nodes[item.exercise.name].at("changes", index)
            problem = f"{change.say!r} is heard before {heard} of the {sets} sets, each time as something new."
            yield Fault(at.place, at.path, problem, f"Add to_set: {change.from_set + 1} for where it ends.")
    if section.rounds is None:
        yield from _bare_amount(loaded, session, item, node)


def _bare_amount(loaded: Loaded, session: Session, item: Item, node: Node) -> Iterator[Fault]:
    """The entry's amount without sets, or its exercise's if that is what counts."""
    exercise = item.exercise
    base = session.hold if exercise.is_hold else session.prescription
    if item.prescription.has_amount:
        if _is_bare(item.prescription):
            yield _one_set(node.at("prescription"))
    elif (
        not base.has_amount and item.prescription.sets is None and base.sets is None and _is_bare(exercise.prescription)
    ):
        yield _one_set(loaded.resolver.nodes[exercise.name].at("prescription"))


def _is_bare(prescription: Prescription) -> bool:
    return prescription.has_amount and prescription.sets is None and not prescription.each_set


def _one_set(at: Node) -> Fault:
    written = str(plain(at))
    return Fault(
        at.place, at.path, f"one set, since {written!r} names none.", f"Write 3x{in_digits(written)} for three."
    )


def _sets_of(change: SetChange, sets: int) -> int:
    """Before how many of so many sets a change is heard; none if it says itself where it ends."""
    return 0 if change.to_set is not None else max(0, sets - change.from_set + 1)


def _notes(at: Node, prescription: Prescription) -> Iterator[Fault]:
    yield from (Fault(at.place, at.path, note) for note in prescription.notes)


def _forgotten_sides(exercise: Exercise, node: Node) -> Iterator[Fault]:
    if exercise.sides is not Sides.NONE:
        return
    for kind, index, cue in exercise.cues.all():
        for text in cue.wordings:
            if found := _A_SIDE.search(text):
                at = node.at("cues", kind, index)
                problem = f"{found[0]!r} in an exercise without sides."
                yield Fault(
                    at.place, at.path, problem, "Add sides: each or sides: alternating, and write {side} for it."
                )


def _unused(loaded: Loaded) -> Iterator[Fault]:
    """The exercises that are defined and neither done, nor a substitute of one, nor the base of another."""
    root = loaded.resolver.root
    for name in loaded.resolver.own:
        if name not in loaded.resolver.used:
            node = root.at("exercises")
            place = node.keys.get(name, node.place)
            yield Fault(place, f"exercises.{name}", "no section has this exercise.", "Add it to one, or take it out.")


def _nearly_named(loaded: Loaded) -> Iterator[Fault]:
    """The exercises that a line made of names which are nearly those of others: `12 plnk`."""
    for node in loaded.resolver.own.values():
        if node.path and not node.path.startswith("exercises."):  # it is what was typed in a line
            title = str(node.at("title").value)
            if near := nearly(title, titles("exercises")):
                problem = f"{title!r} is not built in, and becomes an exercise of your own."
                yield Fault(node.place, node.path, problem, f"Did you mean {near!r}?")
