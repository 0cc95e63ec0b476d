"""From the names in a file to what they stand for: exercises of its own, built-in ones, and ones in files beside it.

An exercise may be made `from` another one: then it says only what differs, mappings key by key, lists as a whole; an
empty value takes a key away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import reduce
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import MappingProxyType

from voicecoach.definitions.consistency import check_exercise, check_session
from voicecoach.definitions.convert import convert, new_converter, parse_text
from voicecoach.definitions.files import beside, built_in, built_in_equipment, is_path, names, own
from voicecoach.definitions.model import Equipment, Exercise, Item, Section, Session, Substitute
from voicecoach.definitions.source import Node
from voicecoach.errors import ChoiceError, DefinitionError, Place, UnknownNameError

MAX_BASES = 10
"""More exercises one `from` the other are hardly meant."""
_NAME = re.compile(r"\w(?:[\w -]{0,58}\w)?")
_NOTHING = Node({}, Place("", 1, 1))


class Resolver:
    """Builds what one file defines and names; without a file it knows what is built in.

    Exercises are known by their references: a name, or the path of a file as seen from the working folder. `files` are
    the user's own that have been read, by their paths.
    """

    def __init__(self, root: Node = _NOTHING, files: Mapping[str, Node] = MappingProxyType({})) -> None:
        self.root = root
        self.files = dict(files)
        self.own = _named_parts(root, "exercises")
        self.equipment: dict[str, Equipment] = {}
        self.converter = new_converter(self.equipment)
        self._add_equipment(built_in_equipment().children)
        self._add_equipment(_named_parts(root, "equipment"))
        self.built: dict[str, Exercise] = {}
        self.nodes: dict[str, Node] = {}
        self.awaited: list[tuple[str, Node]] = []

    def session(self, name: str) -> Session:
        """The session that the file describes, with every exercise it can turn to."""
        node = _without(_mapping(self.root, "a session"), "exercises", "equipment")
        converter = new_converter(self.equipment, {Item: lambda text: Item(self._named_here(text))})
        converter.register_structure_hook(Exercise, lambda value, _: self._named_here(parse_text(value)))
        session = convert(_with_name(node, name), Session, converter)
        for reference in self.own:
            self.exercise(reference)
        check_session(session, node, names("phrases"))
        return self._completed(session)

    def alone(self, reference: str) -> Session:
        """A session of one exercise and nothing else."""
        exercise = self.exercise(reference)
        return self._completed(Session(exercise.name, exercise.title, (Section((Item(exercise),)),)))

    def exercise(self, reference: str) -> Exercise:
        """The exercise of a name, or in a file. Raises DefinitionError, and ChoiceError if there is none."""
        if reference not in self.built:
            self.built[reference] = self._build(reference)
        return self.built[reference]

    def _named_here(self, written: str) -> Exercise:
        return self.exercise(self._reference(written, self.root.place))

    def _reference(self, written: str, place: Place) -> str:
        return beside(written, place) if is_path(written) else written

    def _build(self, reference: str) -> Exercise:
        name = Path(reference).stem if is_path(reference) else reference
        node = self._with_bases(reference)
        if "name" in node.children:
            fix = "An exercise goes by its key or its file; 'title' is shown and 'say' is spoken."
            raise DefinitionError(node.at("name").place, node.at("name").path, "a name isn't written here.", fix)
        if name in self.nodes:
            raise DefinitionError(node.place, node.path, f"there is another exercise called {name!r}.", "Rename one.")
        exercise = convert(_with_name(node, name), Exercise, self.converter)
        check_exercise(exercise, node)
        _check_names(node.at("variations"), exercise.variations)
        self.nodes[name] = node
        return replace(exercise, substitutes=tuple(self._awaiting(exercise, node)))

    def _awaiting(self, exercise: Exercise, node: Node) -> list[Substitute]:
        """Its substitutes by the names they will have. Building them waits, so that a chain of them doesn't go deep."""
        found = []
        for index, substitute in enumerate(exercise.substitutes):
            at = node.at("substitutes", index, "use")
            reference = self._reference(substitute.use, at.place)
            self.awaited.append((reference, at))
            found.append(replace(substitute, use=Path(reference).stem if is_path(reference) else reference))
        return found

    def _completed(self, session: Session) -> Session:
        while self.awaited:
            reference, at = self.awaited.pop()
            try:
                self.exercise(reference)
            except ChoiceError as error:
                raise DefinitionError(at.place, at.path, str(error)) from None
        exercises = {exercise.name: exercise for exercise in self.built.values()}
        self._check_circles(exercises)
        return replace(session, exercises=exercises, equipment=dict(self.equipment))

    def _check_circles(self, exercises: Mapping[str, Exercise]) -> None:
        graph = {name: {one.use for one in exercise.substitutes} for name, exercise in exercises.items()}
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = list(reversed(error.args[1]))
            at = self.nodes[circle[0]].at("substitutes")
            problem = f"substitutes run in a circle: {' → '.join(circle)}."
            raise DefinitionError(at.place, at.path, problem, "Take one of them away.") from None

    def _with_bases(self, reference: str) -> Node:
        """The definition over those it is made `from`."""
        chain, nodes = [reference], [self._definition(reference)]
        while "from" in nodes[-1].children:
            at = nodes[-1].children["from"]
            if not isinstance(at.value, str):
                raise DefinitionError(at.place, at.path, "the name of an exercise is expected, such as from: squat.")
            base = self._reference(at.value, at.place)
            changes_built_in = base == chain[-1] and base in self.own
            if (base in chain and not changes_built_in) or len(chain) > MAX_BASES:
                problem = f"runs in a circle, or too far: {' → '.join([*chain, base])}."
                raise DefinitionError(at.place, at.path, problem, "Write one of them out.")
            try:
                nodes.append(self._definition(base, is_built_in=changes_built_in))
            except ChoiceError as error:
                raise DefinitionError(at.place, at.path, str(error)) from None
            chain.append(base)
        return reduce(_merged, (_without(node, "from") for node in reversed(nodes)))

    def _definition(self, reference: str, *, is_built_in: bool = False) -> Node:
        if reference in self.own and not is_built_in:
            return _mapping(self.own[reference], "an exercise")
        if is_path(reference):
            node = _mapping(self._file(reference), "an exercise")
            self._add_equipment(_named_parts(node, "equipment"))
            return _without(node, "equipment")
        if reference not in (known := names("exercises")):
            raise UnknownNameError("exercise", reference, {*known, *self.own})
        return built_in("exercises", reference)

    def _file(self, path: str) -> Node:
        if path not in self.files:
            self.files[path] = own(path)
        return self.files[path]

    def _add_equipment(self, items: Mapping[str, Node]) -> None:
        for name, node in items.items():
            self.equipment[name] = convert(node, Equipment, self.converter)


def _without(node: Node, *keys: str) -> Node:
    """A mapping without some of its keys."""
    return replace(node, value={key: value for key, value in node.children.items() if key not in keys})


def _mapping(node: Node, what: str) -> Node:
    if not isinstance(node.value, dict):
        problem = "the file is empty." if node.value is None and not node.path else f"this is not {what}."
        raise DefinitionError(node.place, node.path, problem, "Write keys and values, such as 'title: Squats'.")
    return node


def _named_parts(root: Node, key: str) -> dict[str, Node]:
    """The parts under a key of a file by name: `exercises`, `equipment`."""
    node = root.children.get(key)
    if node is None or node.value is None:
        return {}
    if not isinstance(node.value, dict):
        fix = "Write each as 'its-name:', and below it, indented, what it is."
        raise DefinitionError(node.place, node.path, "names with definitions are expected.", fix)
    _check_names(node, node.keys)
    return node.children


def _check_names(node: Node, written: Iterable[str]) -> None:
    """Refuse keys of `node` that couldn't be given on a command line. Raises DefinitionError."""
    for name in written:
        if not _NAME.fullmatch(name):
            fix = "Use letters and digits, with dashes between them, at most 60, such as my-squat."
            raise DefinitionError(node.keys[name], node.path, f"{name!r} can't be a name.", fix)


def _with_name(node: Node, name: str) -> Node:
    """The mapping with its name, which is the file's or the key's unless it has one."""
    return replace(node, value={"name": Node(name, node.place), **node.children})


def _merged(base: Node, change: Node) -> Node:
    """`base` with the keys of `change` over it; `change` alone unless both are mappings."""
    if not (isinstance(base.value, dict) and isinstance(change.value, dict)):
        return change
    merged = dict(base.value)
    for key, node in change.value.items():
        if node.value is None:
            merged.pop(key, None)
        else:
            merged[key] = _merged(base.value[key], node) if key in base.value else node
    return replace(change, value=merged, keys={**base.keys, **change.keys})
