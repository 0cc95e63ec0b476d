"""Find, read and resolve definitions: built-in ones by name, the user's own by path.

A session file may define exercises of its own and change built-in ones (`from: squat`, then only what differs).
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import Any

from cattrs import Converter

from voicecoach.definitions.convert import convert, new_converter, plain
from voicecoach.definitions.model import Equipment, Exercise, Item, Prescription, Section, Session, Sides, Unit, Wordings
from voicecoach.definitions.phrases import Phrases
from voicecoach.definitions.source import MAX_BYTES, Node, parse
from voicecoach.errors import ChoiceError, DefinitionError, UnknownNameError, suggestion

LIBRARY = Path(__file__).parent / "library"


def names(kind: str) -> list[str]:
    """The built-in names of a kind (`exercises`, `sessions`, `phrases`), sorted."""
    return sorted(entry.name.removesuffix(".yaml") for entry in os.scandir(LIBRARY / kind) if entry.name.endswith(".yaml"))


def load_session(name: str) -> Session:
    """The session of a built-in name or in a file. A single exercise, by either, becomes a session of its own.

    Raises DefinitionError for a file with a fault, UnknownNameError for a name that isn't there, ChoiceError for a file
    that can't be read.
    """
    if is_path(name):
        node = _read(Path(name), name)
        stem = Path(name).name.removesuffix(".yml").removesuffix(".yaml")
        if isinstance(node.value, dict) and "sections" not in node.value and not _is_collection(node):
            return _alone(Resolver(node, Path(name).parent).build(stem, node))
        return Resolver(node, Path(name).parent).session(stem)
    if name in names("sessions"):
        return Resolver(_library_node("sessions", name), LIBRARY).session(name)
    if name in names("exercises"):
        return _alone(load_exercise(name))
    known = [*names("sessions"), *names("exercises")]
    raise UnknownNameError("session", name, known, "See all with: voicecoach list. A file of your own needs its suffix, .yaml.")


def load_exercise(name: str) -> Exercise:
    """The exercise of a built-in name or in a file; raises like `load_session`."""
    if is_path(name):
        node = _read(Path(name), name)
        return Resolver(node, Path(name).parent).build(Path(name).stem, node)
    return Resolver(None, LIBRARY).exercise(name)


def load_phrases(language: str) -> Phrases:
    """The phrase catalogue of a language. Raises UnknownNameError if there is none."""
    if language not in names("phrases"):
        raise UnknownNameError("language", language, names("phrases"))
    document = plain(_library_node("phrases", language))
    lines = {name: tuple(_variant(variant) for variant in variants) for name, variants in document["lines"].items()}
    return Phrases(language, lines, document["words"], tuple(document["numbers"]))


def is_path(name: str) -> bool:
    """Whether a name means a file rather than something built in."""
    return name.endswith((".yaml", ".yml")) or "/" in name or os.sep in name


def _variant(value: str | list[str]) -> Wordings:
    return (value,) if isinstance(value, str) else tuple(value)


def _is_collection(node: Node) -> bool:
    """Whether a file without sections was meant as a session all the same."""
    return isinstance(node.value, dict) and not {"phases", "prescription", "cues", "from", "say"} & node.value.keys()


def _alone(exercise: Exercise) -> Session:
    resolver = Resolver(None, LIBRARY)
    return Session(
        name=exercise.name,
        title=exercise.title,
        sections=(Section(exercises=(Item(exercise),)),),
        exercises={exercise.name: exercise} | {use.use: resolver.exercise(use.use) for use in exercise.substitutes},
        equipment=resolver.equipment,
    )


def _library_node(kind: str, name: str) -> Node:
    return _read(LIBRARY / kind / f"{name}.yaml", f"{kind}/{name}.yaml")


def _read(path: Path, name: str) -> Node:
    try:
        with path.open("rb") as file:
            return parse(file.read(MAX_BYTES + 1), name)
    except FileNotFoundError:
        raise ChoiceError(f"There is no file {name!r}.") from None
    except IsADirectoryError:
        raise ChoiceError(f"{name!r} is a folder, not a definition file.") from None
    except (OSError, ValueError) as error:
        raise ChoiceError(f"{name!r} can't be read: {getattr(error, 'strerror', None) or error}.") from None


class Resolver:
    """Turns the names in one file into what they stand for: its own exercises and equipment first, then the built-in ones."""

    def __init__(self, root: Node | None, folder: Path) -> None:
        self.root, self.folder = root, folder
        self.own = _mapping(root, "exercises")
        self.equipment = self._equipment()
        self.converter = self._converter()
        self.built: dict[str, Exercise] = {}
        self.building: list[str] = []

    def session(self, name: str) -> Session:
        """The session that the file describes."""
        assert self.root is not None
        node = _without(_named(self.root, name), "exercises", "equipment")
        session = convert(node, Session, self.converter)
        for own in self.own:
            self.exercise(own)
        for exercise in list(self.built.values()):
            for substitute in exercise.substitutes:
                self.exercise(substitute.use)
        for section in session.sections:
            _check_items(section, node)
        if not session.items:
            raise DefinitionError(node.place, "sections", "there is no exercise in this session.")
        return replace(session, exercises=dict(self.built), equipment=dict(self.equipment))

    def exercise(self, name: str) -> Exercise:
        """The exercise of this name: the file's own, a built-in one, or one in a file beside it."""
        if name in self.built:
            return self.built[name]
        self.built[name] = exercise = self.build(name, self._node(name))
        return exercise

    def build(self, name: str, node: Node) -> Exercise:
        """The exercise that `node` describes, with what it takes over `from` another one."""
        if name in self.building:
            chain = " → ".join([*self.building, name])
            raise DefinitionError(node.place, f"exercises.{name}", f"substitutes run in a circle: {chain}.")
        self.building.append(name)
        try:
            exercise = convert(_named(self._based(name, node), name), Exercise, self.converter)
            self._check(exercise, node)
        finally:
            self.building.pop()
        return exercise

    def _based(self, name: str, node: Node, seen: tuple[str, ...] = ()) -> Node:
        if not isinstance(node.value, dict) or "from" not in node.value:
            return node
        base_name = node.value["from"].value
        place = node.value["from"].place
        if not isinstance(base_name, str):
            raise DefinitionError(place, f"exercises.{name}.from", f"{base_name!r} is not the name of an exercise.")
        own = base_name in self.own and base_name != name
        if base_name in seen:
            raise DefinitionError(place, f"exercises.{name}.from", f"runs in a circle: {' → '.join((*seen, base_name))}.")
        try:
            base = self.own[base_name] if own else self._node(base_name, own=False)
        except UnknownNameError as error:
            raise DefinitionError(place, f"exercises.{name}.from", str(error)) from None
        return _merged(self._based(base_name, base, (*seen, base_name)), _without(node, "from"))

    def _node(self, name: str, *, own: bool = True) -> Node:
        if own and name in self.own:
            return self.own[name]
        if is_path(name):
            return _read(self.folder / name, name)
        if name not in (known := names("exercises")):
            raise UnknownNameError("exercise", name, [*known, *self.own])
        return _library_node("exercises", name)

    def _check(self, exercise: Exercise, node: Node) -> None:
        """What types can't say. Raises DefinitionError at the exercise."""
        problem = _contradiction(exercise)
        if problem:
            raise DefinitionError(node.place, exercise.name, problem)
        for substitute in exercise.substitutes:
            if substitute.without not in {item for need in exercise.needs for item in need.any_of}:
                message = f"stands in for missing {substitute.without!r}, which the exercise doesn't need."
                raise DefinitionError(node.place, f"{exercise.name}.substitutes", message)
            try:
                self.exercise(substitute.use)
            except UnknownNameError as error:
                raise DefinitionError(node.place, f"{exercise.name}.substitutes", str(error)) from None

    def _equipment(self) -> dict[str, Equipment]:
        library = _read(LIBRARY / "equipment.yaml", "equipment.yaml")
        items = _children(library) | _mapping(self.root, "equipment")
        converter = new_converter({})
        return {name: convert(node, Equipment, converter) for name, node in items.items()}

    def _converter(self) -> Converter:
        converter = new_converter(self.equipment)
        mapping_hook = converter.get_structure_hook(Exercise)

        def exercise(value: Any, kind: type[Exercise]) -> Exercise:  # noqa: ANN401 - whatever the file holds
            return self.exercise(value) if isinstance(value, str) else mapping_hook(value, kind)

        converter.register_structure_hook(Exercise, exercise)
        item_hook = converter.get_structure_hook(Item)

        def item(value: Any, kind: type[Item]) -> Item:  # noqa: ANN401
            return item_hook({"exercise": value} if isinstance(value, str) else value, kind)

        converter.register_structure_hook(Item, item)
        return converter


def _children(node: Node | None) -> dict[str, Node]:
    return node.value if node and isinstance(node.value, dict) else {}


def _mapping(root: Node | None, key: str) -> dict[str, Node]:
    """The named parts under a key of a file: `exercises`, `equipment`."""
    if root is None or key not in _children(root):
        return {}
    node = _children(root)[key]
    if not isinstance(node.value, dict):
        raise DefinitionError(node.place, key, "must be a mapping of names to definitions.")
    return node.value


def _named(node: Node, name: str) -> Node:
    """The mapping with its name, which is the file's or the key's."""
    if not isinstance(node.value, dict):
        raise DefinitionError(node.place, "", f"{plain(node)!r} where a definition (keys and values) was expected.")
    return Node({"name": Node(name, node.place), **node.value}, node.place, {"name": node.place, **(node.keys or {})})


def _without(node: Node, *keys: str) -> Node:
    if not isinstance(node.value, dict):
        return node
    return Node({key: value for key, value in node.value.items() if key not in keys}, node.place, node.keys)


def _merged(base: Node, change: Node) -> Node:
    """`base` with the keys of `change` over it, mappings merged key by key; an empty value takes a key away."""
    if not (isinstance(base.value, dict) and isinstance(change.value, dict)):
        return change
    merged = dict(base.value)
    for key, node in change.value.items():
        if node.value is None:
            merged.pop(key, None)
        else:
            merged[key] = _merged(base.value[key], node) if key in base.value else node
    return Node(merged, change.place, {**(base.keys or {}), **(change.keys or {})})


def _contradiction(exercise: Exercise) -> str:
    """What is wrong with an exercise whose every field is right by itself."""
    tempos = [exercise.tempo, exercise.prescription.tempo]
    if any(phase.tempo and phase.length for phase in exercise.phases):
        return "a phase has both a tempo part and a length; give one of them."
    if any(not phase.tempo and phase.length is None for phase in exercise.phases):
        return "a phase has neither a tempo part (eccentric, bottom, concentric, top) nor a length."
    if any(phase.tempo for phase in exercise.phases) and not any(tempos):
        return "its phases follow a tempo, but it has none. Add one, such as tempo: 3-0-2-0."
    if exercise.phases and not exercise.movement_length(exercise.tempo or exercise.prescription.tempo):
        return "its phases take no time at all."
    phases = {phase.name for phase in exercise.phases}
    for cue in exercise.cues.form:
        if cue.phase and cue.phase not in phases:
            return f"a form cue belongs to the phase {cue.phase!r}, which it doesn't have.{suggestion(cue.phase, phases)}"
    return prescription_contradiction(exercise, exercise.prescription)


def prescription_contradiction(exercise: Exercise, prescription: Prescription) -> str:
    """What a prescription asks that this exercise can't do; empty if it can."""
    start = prescription.start
    if start and start.unit is Unit.REPS and exercise.is_hold:
        return f"{exercise.name} is held (it has no phases), so it takes a time such as 3x30 s, not repetitions."
    if prescription.per_side and exercise.sides is Sides.NONE:
        return f"{exercise.name} has no sides, so it can't be done on each of them."
    return ""


def _check_items(section: Section, node: Node) -> None:
    for item in section.exercises:
        problem = prescription_contradiction(item.exercise, item.prescription)
        unknown = [name for name in item.variations if name not in item.exercise.variations]
        if unknown:
            known = suggestion(unknown[0], item.exercise.variations) or " It has none."
            problem = f"{item.exercise.name} has no variation {unknown[0]!r}.{known}"
        if problem:
            raise DefinitionError(node.place, "sections", problem)
