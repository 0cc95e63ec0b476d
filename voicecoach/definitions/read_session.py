"""From the tree of a session's file to the session, with every exercise it can turn to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from voicecoach.definitions.catalogue import load_phrases
from voicecoach.definitions.consistency import item_faults, line_faults, located, session_faults
from voicecoach.definitions.convert import UNREAD, Converter, children_of, no_list
from voicecoach.definitions.field_faults import how_to_fill
from voicecoach.definitions.field_names import OTHER_WORDS, is_meant_for
from voicecoach.definitions.files import names
from voicecoach.definitions.kinds import Entry, section_faults
from voicecoach.definitions.line_look import reads_as_line
from voicecoach.definitions.model import Exercise, Sides
from voicecoach.definitions.notation import shown
from voicecoach.definitions.own_phrases import read_own_phrases
from voicecoach.definitions.prescribed import prescribed, unprescribed
from voicecoach.definitions.resolve import Resolver
from voicecoach.definitions.session import Item, Section, Session
from voicecoach.definitions.shapes import mapping, with_name
from voicecoach.definitions.source import Node, Step, plain
from voicecoach.definitions.values import read_text
from voicecoach.errors import DefinitionError, Fault, Mend

_APART = frozenset({"sections", "exercises", "equipment", "phrases"})
"""What is read in a way of its own."""
MOST_SECTIONS, MOST_ENTRIES = 300, 5000
"""No session has more, whatever caps are lifted: it takes seconds to plan so many."""


@dataclass(frozen=True)
class WrittenSection:
    """A section with its entries as they were written in `node`."""

    section: Section
    node: Node
    entries: tuple[Entry, ...]


class SessionReader:
    """Reads the session that a resolver's file describes; `written` are its sections, once it is read."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver, self.root, self.faults = resolver, resolver.root, resolver.faults
        readers = {**resolver.converter.readers, Exercise: self._exercise}
        self.converter = Converter(self.faults, readers, resolver.converter.short_forms)
        self.written: tuple[WrittenSection, ...] = ()

    def session(self, name: str) -> Session:
        """The session, with all its exercises. Raises DefinitionError with all faults."""
        try:
            node = _with_sections(with_name(mapping(self.root, "a session"), name))
        except DefinitionError as error:
            self.faults.add_all(error)
            self.faults.raise_any(self.root.place.file)
            raise
        before = len(self.faults)
        values = self.converter.fields(node, Session, apart=_APART)
        is_whole, children = len(self.faults) == before, children_of(node, Session)
        self.written = tuple(self._sections(children.get("sections")))
        values["phrases"] = self._phrases(children.get("phrases"), str(values.get("language", "en")))
        given = {"name": name, "title": name, **values, "sections": tuple(one.section for one in self.written)}
        session = Session(**given)
        for fault in located(session_faults(session, names("phrases")), node):
            self.faults.add(fault)
        if is_whole:
            self._note_unprescribed(session)
        return replace(session, exercises=self.resolver.all(), equipment=dict(self.resolver.equipment))

    def _sections(self, node: Node | None) -> Iterator[WrittenSection]:
        if node is None:
            return
        if not isinstance(node.value, list):
            problem = f"{shown(plain(node))} where a list was expected."
            fix = "Begin each section with '- ', such as '- exercises: [squat, lunge]'."
            self.faults.add(Fault(node.place, node.path, problem, fix))
            return
        if much := _too_many(node.value):
            self.faults.add(Fault(node.place, node.path, much, "Make several sessions of it."))
            return
        before = len(self.faults)
        read = [self._section(one) for written in node.value for one in self._written_out(written)]
        yield from (one for one in read if one)
        if len(self.faults) == before and node.path and not any(one.entries for one in read if one):
            problem = "there is no exercise in this session. Add one, such as exercises: [squat]."
            self.faults.add(Fault(node.place, node.path, problem))

    def _written_out(self, node: Node) -> list[Node]:
        """The section, or those that a line in its place stands for."""
        text = _line_in(node)
        if text is None:
            return [node]
        from voicecoach.definitions.one_line import exercise_nodes, read_line, section_nodes  # only lines need it

        try:
            line = read_line(text, self.resolver.titles, node.place)
        except DefinitionError as error:
            self.faults.add_all(error)
            return []
        self.resolver.own = {**self.resolver.own, **exercise_nodes(line, node)}
        return section_nodes(line, node)

    def _section(self, node: Node) -> WrittenSection | None:
        if not isinstance(node.value, dict):
            problem = f"{shown(plain(node))} where keys and values were expected."
            fix = "Write 'exercises: [squat]', or a line such as '3 rounds: 10 squats, 8 lunges'."
            self.faults.add(Fault(node.place, node.path, problem, fix))
            return None
        before = len(self.faults)
        values = self.converter.fields(node, Section, apart=frozenset({"exercises"}))
        is_whole, written = len(self.faults) == before, children_of(node, Section).get("exercises")
        entries = tuple(self._entries(written)) if written else ()
        section = Section(exercises=tuple(entry.item for entry in entries if entry.item), **values)
        if is_whole:
            found = (*section_faults(section, frozenset(node.children), entries), *line_faults(section.lines))
            for fault in located(found, node):
                self.faults.add(fault)
        return WrittenSection(section, node, entries)

    def _entries(self, node: Node) -> Iterator[Entry]:
        if not isinstance(node.value, list):
            problem, meant = no_list(node)
            mends = (Mend(node.place, str(node.value), meant),) if meant else ()
            self.faults.add(Fault(node.place, node.path, problem, mends=mends))
            return
        for index, one in enumerate(node.value):
            if isinstance(one.value, list):
                yield from self._joined(one, ("exercises", index))
            else:
                yield Entry(one, self._item(one), ("exercises", index))

    def _joined(self, node: Node, steps: tuple[Step, ...]) -> Iterator[Entry]:
        """Entries that share an interval."""
        assert isinstance(node.value, list)  # noqa: S101 - for the type checker
        if not node.value:
            problem = "an empty list where an exercise was expected."
            self.faults.add(Fault(node.place, node.path, problem, how_to_fill(node.path)))
        for index, one in enumerate(node.value):
            item = self._item(one)
            yield Entry(one, replace(item, joined=index > 0) if item else None, (*steps, index))

    def _item(self, node: Node) -> Item | None:
        before = len(self.faults)
        if slip := self._as_item(node):
            self.faults.add(slip)
            return None
        if not isinstance(node.value, dict):
            exercise = self.converter.read(node, Exercise)
            return None if exercise is UNREAD else Item(exercise)
        values = self.converter.fields(node, Item)
        if len(self.faults) > before or "exercise" not in values:
            return None
        item = self._with_sides(Item(**values))
        for fault in located(item_faults(item), node):
            self.faults.add(fault)
        return item if len(self.faults) == before else None

    def _as_item(self, node: Node) -> Fault | None:
        """What to say of `- squat: 3x10`, also with other keys beside it."""
        keys = [key for key in node.children if not is_meant_for(Item, key)]
        if len(keys) != 1 or "exercise" in node.children:
            return None
        (name,), known = keys, self.resolver.called(keys[0])
        value, is_alone = node.children[name].value, len(node.children) == 1
        if isinstance(value, (dict, list)) or not (is_alone or known):
            return None
        if not is_alone:
            fix = f"Write exercise: {known or name}{f', and prescription: {value}' if value is not None else ''}."
            return Fault(node.keys[name], node.path, f"{name!r} stands as a key here.", fix)
        meant = f"{{exercise: {known or name}, prescription: {value}}}" if value is not None else known or name
        text = "" if value is None else f" {value}"
        mends = () if re.search(r"[,:#\[\]{}\"']", text) else (Mend(node.keys[name], f"{name}:{text}", meant),)
        return Fault(node.keys[name], node.path, f"{name!r} stands as a key here.", f"Write {meant}.", mends)

    def _with_sides(self, item: Item) -> Item:
        """The item; a prescription for each side gives an exercise of one's own its sides."""
        is_sided = item.sides is not None or item.exercise.sides is not Sides.NONE
        if is_sided or not item.prescription.per_side or not self.resolver.is_own(item.exercise):
            return item
        return replace(item, sides=Sides.EACH)

    def _exercise(self, node: Node) -> object:
        """The exercise that a text names, `UNREAD` if its faults are noted. Raises ChoiceError if there is none."""
        return self.resolver.named_here(read_text(node), node.place) or UNREAD

    def _phrases(self, node: Node | None, language: str) -> dict[str, Any]:
        if node is None or node.value is None or language not in names("phrases"):
            return {}
        return read_own_phrases(node, load_phrases(language).lines, self.converter)

    def _note_unprescribed(self, session: Session) -> None:
        for one in self.written:
            for entry in one.entries:
                if entry.item is None:
                    continue
                prescription = prescribed(session, entry.item, entry.item.exercise)
                if problem := unprescribed(one.section, entry.item, prescription):
                    at = entry.node.at("prescription")
                    self.faults.add(Fault(at.place, at.path, problem))


def _too_many(sections: list[Node]) -> str | None:
    """What is wrong with sections that are more than anybody can train."""
    if len(sections) > MOST_SECTIONS:
        return f"{len(sections):,} sections; a session has at most {MOST_SECTIONS}."
    lists = (one.children["exercises"].value for one in sections if "exercises" in one.children)
    entries = sum(len(one.value) if isinstance(one.value, list) else 1 for some in lists for one in _listed(some))
    return f"{entries:,} entries; a session has at most {MOST_ENTRIES:,}." if entries > MOST_ENTRIES else None


def _listed(value: object) -> list[Node]:
    return value if isinstance(value, list) else []


def _with_sections(node: Node) -> Node:
    """The session; with empty sections where its exercises were listed in their place, which is told as that."""
    exercises = node.children.get("exercises")
    if exercises is None or not isinstance(exercises.value, list) or "sections" in node.children:
        return node
    return replace(node, value={**node.children, "sections": Node([], exercises.place)})


def _line_in(node: Node) -> str | None:
    """The line that stands for a section; without quotes YAML takes what is before its colon for a key."""
    text = node.value
    if len(node.children) == 1:
        ((key, value),) = node.children.items()
        text = f"{key}: {value.value}" if isinstance(value.value, str) and key not in _SECTION_KEYS else None
    return text if isinstance(text, str) and reads_as_line(text) else None


_SECTION_KEYS = {one.name for one in fields(Section)} | OTHER_WORDS[Section].keys()
