"""From the names in a file to the exercises they stand for: of its own, built in, and in files beside it.

An exercise may be made `from` another one: then it says only what differs, mappings key by key, lists as a whole; an
empty value takes a key away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from types import MappingProxyType

from voicecoach.definitions.consistency import exercise_faults, located
from voicecoach.definitions.convert import UNREAD, Converter, children_of
from voicecoach.definitions.exercise_names import Matcher
from voicecoach.definitions.faults import Faults
from voicecoach.definitions.files import beside, built_in, built_in_equipment, is_path, names, own, titles
from voicecoach.definitions.model import Cue, Equipment, Exercise, ItemName, Need, Sides, Substitute
from voicecoach.definitions.notation import NotationError, shown
from voicecoach.definitions.session import SectionKind, Session
from voicecoach.definitions.shapes import mapping, merged, name_faults, named_parts, without
from voicecoach.definitions.source import Node, Step
from voicecoach.definitions.values import read_text
from voicecoach.errors import ChoiceError, DefinitionError, Fault, Place, UnknownNameError, suggestion

MAX_BASES = 10
"""More exercises one `from` the other are hardly meant."""
MOST_GUESSES = 100
"""For so many unknown names the nearest one is looked for; where there are more, something else is wrong."""
MOVEMENT = frozenset({"phases", "hold"})
"""The keys that make another movement of an exercise that is made from one."""
_NOTHING = Node({}, Place("", 1, 1))


class Resolver:
    """Builds the exercises that one file defines and names; without a file it knows what is built in.

    Exercises are known by their references: a name, or the path of a file as seen from the working folder. What is
    wrong with any of them is gathered in `faults`. `files` are the user's own that have been read, by their paths,
    `used` the references that were named somewhere.
    """

    def __init__(
        self,
        root: Node = _NOTHING,
        files: Mapping[str, Node] = MappingProxyType({}),
        faults: Faults | None = None,
    ) -> None:
        self.root = root
        self.files = dict(files)
        self.faults = Faults() if faults is None else faults
        self.equipment: dict[str, Equipment] = {}
        self.converter = Converter(
            self.faults,
            {ItemName: self._item_name},
            {Cue: lambda text: Cue(say=text), Equipment: lambda text: Equipment(say=text), Need: self._need},
        )
        parts = children_of(root, Session)
        self.own = named_parts(parts.get("exercises"), "exercises", self.faults)
        self._add_equipment(built_in_equipment().children)
        self._add_equipment(named_parts(parts.get("equipment"), "equipment", self.faults))
        self.built: dict[str, Exercise | None] = {}
        self.nodes: dict[str, Node] = {}
        self.used: set[str] = set()
        self.awaited: list[tuple[str, Node]] = []
        self.guesses = 0

    @property
    def titles(self) -> dict[str, str]:
        """The titles of the exercises that can be named, by name; empty for those of the file that have none."""
        own = {name: str(one.at("title").value) for name, one in self.own.items() if "title" in one.children}
        return {**titles("exercises"), **dict.fromkeys(self.own, ""), **own}

    def exercise(self, reference: str) -> Exercise | None:
        """The exercise of a name, or in a file; `None` if it has faults. Raises ChoiceError if there is none."""
        if reference not in self.built:
            try:
                self.built[reference] = self._build(reference)
            except DefinitionError as error:
                self.faults.add_all(error)
                self.built[reference] = None
        return self.built[reference]

    def named_here(self, written: str, place: Place) -> Exercise | None:
        """The exercise that is named at a place in a file. Raises as `exercise`."""
        reference = self.reference(written, place)
        self.used.add(reference)
        return self.exercise(reference)

    def called(self, name: str) -> str | None:
        """The exercise of this name, or that is also called so; `None` if there is none."""
        return name if name in self.titles else Matcher(self.titles).matched(name)

    def _as_entry(self, written: str) -> str:
        """How a text is written that isn't the name of an exercise, but says more: several names, or an amount."""
        if " - " in written:
            return "Begin the '- ' of each item in the same column."
        if " " in written and all(word in self.titles for word in written.split()):
            return f"Write {', '.join(written.split())}, with commas between them."
        from voicecoach.definitions.line_yaml import flow
        from voicecoach.definitions.one_line import read_entries  # only what isn't understood needs it

        try:
            found = read_entries(written, self.titles, SectionKind.STRAIGHT_SETS, _NOTHING.place)
        except DefinitionError:
            return ""
        is_one = len(found.trees) == 1 and isinstance(found.trees[0], dict) and not found.exercises
        return f"Write {flow(found.trees[0])}." if is_one else ""

    def reference(self, written: str, place: Place) -> str:
        """What an exercise named at a place in a file is known by."""
        return beside(written, place) if is_path(written) else written

    def is_own(self, exercise: Exercise) -> bool:
        """Whether it is the user's own."""
        return exercise.name in self.own or exercise.name not in names("exercises")

    def all(self) -> dict[str, Exercise]:
        """Every exercise that was named, and every one that those name. Raises DefinitionError for all faults found."""
        for reference in self.own:
            self.exercise(reference)
        while self.awaited:
            reference, at = self.awaited.pop()
            try:
                self.exercise(reference)
            except ChoiceError as error:
                self.faults.add(Fault(at.place, at.path, str(error)))
        exercises = {exercise.name: exercise for exercise in self.built.values() if exercise}
        self._note_circle(exercises)
        self._note_unknown_variations(exercises)
        self.faults.raise_any(self.root.place.file)
        return exercises

    def _build(self, reference: str) -> Exercise | None:
        name = Path(reference).stem if is_path(reference) else reference
        node = self._with_bases(reference)
        if "name" in node.children:
            fix = "An exercise goes by its key or its file; 'title' is shown and 'say' is spoken."
            raise DefinitionError(node.at("name").place, node.at("name").path, "a name isn't written here.", fix)
        if name in self.nodes:
            raise DefinitionError(node.place, node.path, f"there is another exercise called {name!r}.", "Rename one.")
        self.nodes[name] = node
        before = len(self.faults)
        values = self.converter.fields(node, Exercise, apart=frozenset({"from"}))
        if len(self.faults) > before:
            return None
        exercise = self._with_its_sides(Exercise(name=name, **values), reference)
        own = self._definition(reference)
        found = (one for one in exercise_faults(exercise) if not _is_of_a_base(one[0], own))
        for fault in (*located(found, node), *_variation_names(node, exercise)):
            self.faults.add(fault)
        substitutes = tuple(self._awaiting(exercise, node))
        return replace(exercise, substitutes=substitutes) if len(self.faults) == before else None

    def _with_its_sides(self, exercise: Exercise, reference: str) -> Exercise:
        """The exercise; one of the user's own whose prescription is for each side has sides by that."""
        says_none = "sides" in self.own.get(reference, _NOTHING).children
        if not exercise.prescription.per_side or exercise.sides is not Sides.NONE or says_none:
            return exercise
        return replace(exercise, sides=Sides.EACH) if reference in self.own or is_path(reference) else exercise

    def _awaiting(self, exercise: Exercise, node: Node) -> Iterator[Substitute]:
        """Its substitutes by the names they will have. Building them waits, so that a chain of them doesn't go deep."""
        for index, substitute in enumerate(exercise.substitutes):
            at = node.at("substitutes", index, "use")
            reference = self.reference(substitute.use, at.place)
            self.awaited.append((reference, at))
            self.used.add(reference)
            yield replace(substitute, use=Path(reference).stem if is_path(reference) else reference)

    def _note_circle(self, exercises: Mapping[str, Exercise]) -> None:
        graph = {name: {one.use for one in exercise.substitutes} for name, exercise in exercises.items()}
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as error:
            circle = list(reversed(error.args[1]))
            at = self.nodes[circle[0]].at("substitutes")
            problem = f"substitutes run in a circle: {' → '.join(circle)}."
            self.faults.add(Fault(at.place, at.path, problem, "Take one of them away."))

    def _note_unknown_variations(self, exercises: Mapping[str, Exercise]) -> None:
        """Note what a substitute is to be done as and can't be."""
        for name, exercise in exercises.items():
            for index, one in enumerate(exercise.substitutes):
                known = exercises[one.use].variations if one.use in exercises else one.variations
                for number, variation in enumerate(one.variations):
                    if variation not in known:
                        at = self.nodes[name].at("substitutes", index, "variations", number)
                        fix = suggestion(variation, known) or " It has none."
                        problem = f"{one.use} has no variation {variation!r}.{fix}"
                        self.faults.add(Fault(at.place, at.path, problem))

    def _with_bases(self, reference: str) -> Node:
        """The definition over those it is made `from`."""
        chain, nodes = [reference], [self._definition(reference)]
        while "from" in nodes[-1].children:
            at = nodes[-1].children["from"]
            if not isinstance(at.value, str):
                raise DefinitionError(at.place, at.path, "the name of an exercise is expected, such as from: squat.")
            base = self.reference(at.value, at.place)
            changes_built_in = base == chain[-1] and base in self.own
            if (base in chain and not changes_built_in) or len(chain) > MAX_BASES:
                problem = f"runs in a circle, or too far: {' → '.join([*chain, base])}."
                raise DefinitionError(at.place, at.path, problem, "Write one of them out.")
            try:
                nodes.append(self._definition(base, is_built_in=changes_built_in))
            except ChoiceError as error:
                raise DefinitionError(at.place, at.path, str(error)) from None
            self.used.add(base)
            chain.append(base)
        return reduce(_made_from, (without(node, "from") for node in reversed(nodes)))

    def _definition(self, reference: str, *, is_built_in: bool = False) -> Node:
        if reference in self.own and not is_built_in:
            return mapping(self.own[reference], "an exercise")
        if is_path(reference):
            node = mapping(self._file(reference), "an exercise")
            self._add_equipment(named_parts(node.children.get("equipment"), "equipment", self.faults))
            return without(node, "equipment")
        if reference not in (known := names("exercises")):
            self.guesses += 1
            likely = {*known, *self.own} if self.guesses <= MOST_GUESSES else set()
            if not likely:
                raise UnknownNameError("exercise", reference, likely)
            raise UnknownNameError(
                "exercise", reference, likely, self._as_entry(reference), meant=self.called(reference)
            )
        return built_in("exercises", reference)

    def _file(self, path: str) -> Node:
        if path not in self.files:
            self.files[path] = own(path, self.faults)
        return self.files[path]

    def _add_equipment(self, items: Mapping[str, Node]) -> None:
        for name, node in items.items():
            item = self.converter.read(node, Equipment)
            self.equipment[name] = Equipment(name) if item is UNREAD else item

    def _item_name(self, node: Node) -> ItemName:
        return self._known_item(read_text(node))

    def _known_item(self, text: str) -> ItemName:
        if text not in self.equipment:
            fix = "Yours can be defined under 'equipment:' in the same file."
            raise NotationError(f"unknown equipment {shown(text)}.{suggestion(text, self.equipment)} {fix}")
        return ItemName(text)

    def _need(self, text: str) -> Need:
        item = self.equipment[self._known_item(text)]
        return Need((ItemName(text),), item.say, item.put_away)


def _made_from(base: Node, change: Node) -> Node:
    """`base` with the keys of `change` over it; its figures only as long as they go with the phases there are then."""
    node = merged(base, change)
    if not MOVEMENT & change.children.keys() or "figure" in change.children:
        return node
    phases = node.at("phases").value
    names = {one.at("name").value for one in phases} if isinstance(phases, list) else set()
    if node.at("figure", "poses").children.keys() <= names or "figure" not in node.children:
        return node
    found = without(node, "figure").children
    if "variations" in node.children:
        variations = node.children["variations"]
        bare = {name: without(one, "figure") if one.children else one for name, one in variations.children.items()}
        found["variations"] = replace(variations, value=bare)
    return replace(node, value=found)


def _is_of_a_base(steps: Sequence[Step], own: Node) -> bool:
    """Whether it is a base's variation that replaces something there, which the exercise itself has no more."""
    if "from" not in own.children or "instead" not in steps:
        return False
    for step in steps[: steps.index("instead") + 3]:
        if isinstance(own.value, list):
            return False
        if step not in own.children:
            return True
        own = own.children[str(step)]
    return False


def _variation_names(node: Node, exercise: Exercise) -> list[Fault]:
    return name_faults(node.at("variations"), exercise.variations)
