"""A session in one line: `3 rounds: 40/20 burpees, squats, plank; rest 60s`.

It is read into the tree that a file with the same session would have, so that faults, `--save` and what comes after
know nothing of lines. Groups and settings are parted by semicolons, entries by commas; a head stands before a colon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from voicecoach.counted import counted, sentence_case
from voicecoach.definitions.line_entries import LineEntry, read_entry, read_prescription, read_takes
from voicecoach.definitions.line_heads import (
    Head,
    begins_like_head,
    contradicted,
    head_before_of,
    leading_work,
    merged,
    read_head,
    read_setting,
)
from voicecoach.definitions.line_names import bare_name, is_held, known_names, matched, slug
from voicecoach.definitions.line_numbers import A_NUMBER
from voicecoach.definitions.line_parts import Part
from voicecoach.definitions.line_sections import entries_of, section_of
from voicecoach.definitions.line_slips import about_all, scheme_without_colon, without_colons
from voicecoach.definitions.notation import shown
from voicecoach.definitions.session import SectionKind
from voicecoach.definitions.source import Node, Plain
from voicecoach.errors import DefinitionError, Place

THE_LINE = "the line"
"""What a line is called where a message names the file."""
MOST_NAMED = 5
_IN_WORDS = {"exercise_rest": "rest between exercises", "round_rest": "rest between rounds", "work_rest": "rest"}
"""Fields of a head as they are called in a message, unless that is their name."""
_BETWEEN_ENTRIES = (
    r",(?!\d)|,(?=\d+\s+[a-z])|\s\+\s|\s+then\s+|\s+and\s+(?=\d)"
    rf"|(?<!hundred)(?<!thousand)\s+and\s+(?={A_NUMBER}\b)"
)


@dataclass
class Group:
    """Entries that belong together, and what is said about them."""

    part: Part
    head: Head
    entries: list[LineEntry] = field(default_factory=list)


@dataclass(frozen=True)
class Line:
    """What a line says: its title, its sections and exercises as trees, and by their paths what was typed for them."""

    title: str
    sections: list[Plain]
    exercises: dict[str, Plain]
    typed: Mapping[str, Part]

    @property
    def name(self) -> str:
        """A short name for files."""
        return slug(self.title) or "session"

    @property
    def tree(self) -> dict[str, Plain]:
        """The tree of a file with this session."""
        own: dict[str, Plain] = {"exercises": {**self.exercises}} if self.exercises else {}
        return {"name": self.name, "title": self.title, "sections": [*self.sections], **own}


def read_line(text: str, titles: Mapping[str, str], place: Place | None = None) -> Line:
    """The session that a line stands for; `titles` are those of the known exercises by name.

    Raises DefinitionError, which says how it is written, for a line that can't be read; `place` is where it begins.
    """
    place, text = place or Place(THE_LINE, 1, 1), re.sub(r"\s", " ", text)
    try:
        return _read(text, titles, place)
    except DefinitionError as error:
        if (meant := without_colons(text, known_names(titles))) and _is_read(meant, titles, place):
            problem = "exercises are expected behind a colon, not an amount."
            raise DefinitionError(error.place, "", problem, f"Write {meant}.") from None
        raise


def _is_read(text: str, titles: Mapping[str, str], place: Place) -> bool:
    try:
        return bool(_read(text, titles, place))
    except DefinitionError:
        return False


def _read(text: str, titles: Mapping[str, str], place: Place) -> Line:
    known = known_names(titles)
    groups = list(_groups(Part(text, 0), known, place))
    if not groups:
        raise DefinitionError(place, "", "there is no exercise in this line.", "Write 3 rounds: 10 squats, 8 lunges.")
    names = _Names(known, titles)
    sections: list[Plain] = []
    typed: dict[str, Part] = {}
    for number, group in enumerate(groups):
        sections.append(section_of(group.head, group.entries, names.reference, group.part, place))
        typed |= {f"sections[{number}].exercises[{at}]": one.part for at, one in enumerate(group.entries)}
        typed[f"sections[{number}]"] = group.part
    return Line(_title(groups, names), sections, names.own, {**typed, **names.typed})


class Entries(NamedTuple):
    """The entries that a text names as trees, the exercises of its own by name, and what they were called there."""

    trees: list[Plain]
    exercises: dict[str, Plain]
    called: list[str]


def read_entries(text: str, titles: Mapping[str, str], kind: SectionKind, place: Place) -> Entries:
    """What the exercises of a section of a `kind` are, in a text such as `10 squats, plank 30 s`.

    Raises DefinitionError for a text that can't be read, or says more than that.
    """
    known, line = known_names(titles), Part(re.sub(r"\s", " ", text), 0)
    groups = list(_groups(line, known, place))
    if len(groups) != 1 or groups[0].head != Head(scheme=groups[0].head.scheme):
        raise line.refused(place, "exercises are expected, and nothing else.", f"Write {_AN_ANSWER}.")
    names = _Names(known, titles)
    trees = entries_of(groups[0].head, kind, groups[0].entries, names.reference)
    return Entries(trees, names.own, [entry.name for entry in groups[0].entries if names.is_own(entry)])


_AN_ANSWER = "names with commas between them, such as squat, 10 lunges, plank 30 s"


def node_of(line: Line, place: Place) -> Node:
    """The tree of a file with this session, its nodes where they stand in the line that begins at `place`."""
    return _Typed(line.typed, place).node(line.tree, "")


def section_nodes(line: Line, node: Node) -> list[Node]:
    """The line's sections, in place of the text of `node` in a file."""
    typed = _Typed(line.typed, node.place)
    return [typed.node(tree, f"sections[{number}]") for number, tree in enumerate(line.sections)]


def exercise_nodes(line: Line, node: Node) -> dict[str, Node]:
    """The line's own exercises by name, as they stand in the text of `node` in a file."""
    typed = _Typed(line.typed, node.place)
    return {name: typed.node(tree, f"exercises.{name}") for name, tree in line.exercises.items()}


class _Typed(NamedTuple):
    """What was typed, by the paths of what it stands for, in a line that begins at `place`."""

    parts: Mapping[str, Part]
    place: Place

    def node(self, tree: Plain, path: str, around: Part | None = None) -> Node:
        """A bare tree with places. Messages call its nodes by what was typed for them or else for what is `around`."""
        part = self.parts.get(path, around)
        column = self.place.column + (part.column if part else 0)
        place, called = Place(self.place.file, self.place.line, column), shown(part.text) if part else ""
        if isinstance(tree, dict):
            values = {key: self.node(one, f"{path}.{key}".removeprefix("."), part) for key, one in tree.items()}
            return Node(values, place, called, dict.fromkeys(tree, place))
        if isinstance(tree, list):
            return Node([self.node(one, f"{path}[{at}]", part) for at, one in enumerate(tree)], place, called)
        return Node(tree, place, called)


def _groups(line: Part, known: Mapping[str, str], place: Place) -> Iterator[Group]:
    """The groups of a line that have entries."""
    group: Group | None = None
    for chunk in line.split(";"):
        head, body = _headed(chunk, known, place)
        if head is None and (setting := read_setting(chunk.text)):
            if group is None:
                raise chunk.refused(place, f"{chunk.text!r} stands before all exercises.", "Write it at the end.")
            _set(group, setting, chunk, place)
            continue
        if head is not None or group is None:
            if group and group.entries:
                yield group
            group = Group(chunk, head or Head())
        _add_entries(group, body, known, place)
    if group and group.entries:
        yield group


def _headed(chunk: Part, known: Mapping[str, str], place: Place) -> tuple[Head | None, Part]:
    """The head of a part, if it has one, and what follows."""
    colon = re.search(r"(?<!takes):(?!\d)", chunk.text, re.IGNORECASE)
    if colon is None and (end := head_before_of(chunk.text)):
        return read_head(Part(chunk.text[:end], chunk.column), place), chunk.after(end)
    if colon is None:
        if begun := begins_like_head(chunk.text):
            rest = chunk.text[len(begun) :].strip() or "squats, lunges"
            raise chunk.refused(place, f"there is no colon after {begun!r}.", f"Write {begun}: {rest}.")
        if fix := scheme_without_colon(chunk.text, known):
            raise chunk.refused(place, "several exercises share these numbers without a colon.", fix)
        return None, chunk
    head = read_head(Part(chunk.text[: colon.start()], chunk.column), place)
    body = chunk.after(colon.end())
    if not body.text:
        raise chunk.refused(place, f"nothing follows {chunk.text!r}.", f"Write {chunk.text} squats, lunges.")
    return head, body


def _add_entries(group: Group, body: Part, known: Mapping[str, str], place: Place) -> None:
    work, length = leading_work(body.text)
    _set(group, work, Part(body.text[:length].strip(), body.column), place)
    begin, settings = len(group.entries), list[_Setting]()
    for piece in body.after(length).split(_BETWEEN_ENTRIES):
        if setting := read_setting(piece.text):
            settings.append(_Setting(len(group.entries), piece, setting))
        elif group.entries and (longer := _gone_on(group.entries[-1], piece, is_same=len(group.entries) > begin)):
            if len(group.entries) > 1 and (doubt := about_all(piece.text)):
                raise piece.refused(place, *doubt)
            group.entries[-1] = longer
        else:
            joined = bool(re.search(r"\+\s*$", body.text[: piece.column - body.column]))
            entry = read_entry(_without_for_time(piece, group, place), known, place)
            group.entries.append(entry._replace(joined=joined))
    _add_settings(group, begin, settings, place)
    _share_scheme(group)


class _Setting(NamedTuple):
    """A setting among entries, behind the first `at` of its group."""

    at: int
    part: Part
    head: Head


def _add_settings(group: Group, begin: int, settings: list[_Setting], place: Place) -> None:
    """Settings among the entries from `begin` on: a rest that stands between two of them is one between exercises."""
    end = len(group.entries)
    rests = [one for one in settings if one.head == Head(rest=one.head.rest) and begin < one.at < end]
    if rests and len({one.at for one in rests}) < end - begin - 1:
        problem = f"{rests[0].part.text!r} stands between some exercises, and between others nothing does."
        fix = f"Write it between all of them, or at the end: ; {rests[0].part.text}."
        raise rests[0].part.refused(place, problem, fix)
    for one in settings:
        _set(group, Head(exercise_rest=one.head.rest) if one in rests else one.head, one.part, place)


def _set(group: Group, said: Head, part: Part, place: Place) -> None:
    """Add what `part` says to what is said about a group. Raises DefinitionError if that is something else."""
    if twice := contradicted(group.head, said):
        name, before = _IN_WORDS.get(twice[0], twice[0]), vars(group.head)[twice[0]]
        fix = "Leave one of them out."
        if twice[0] == "rest" and not (group.head.rounds or group.head.work):
            fix = "Write each with its exercise, such as squats 3x10 rest 60 s, or leave one of them out."
        raise part.refused(place, f"{part.text!r} contradicts {name} {before} before it.", fix)
    group.head = merged(group.head, said)


def _share_scheme(group: Group) -> None:
    """For time, the rounds of the first exercise are those of all that name none: `21-15-9 thrusters, pull-ups`."""
    first = group.entries[0] if group.entries else None
    if first and group.head.kind is SectionKind.FOR_TIME and re.fullmatch(r"\d+(?:-\d+){2,}", first.written):
        group.entries = [one.of(first.written) for one in group.entries]


def _without_for_time(piece: Part, group: Group, place: Place) -> Part:
    """The piece without `for time` at its end, which is said of the group."""
    ends = re.search(r"\s+for\s+time$", piece.text, re.IGNORECASE)
    if ends is None:
        return piece
    _set(group, Head(kind=SectionKind.FOR_TIME), piece.after(ends.start()), place)
    return Part(piece.text[: ends.start()], piece.column)


def _gone_on(last: LineEntry, piece: Part, *, is_same: bool) -> LineEntry | None:
    """The last entry with what a piece adds that has no exercise: `squats 5, 8, 10`; `None` if it has one.

    What is no amount, as in `squats 3x10, tempo 3-1-1-0`, is added where no semicolon is between: `is_same`.
    """
    if is_same and not last.takes and (takes := read_takes(piece.text)):
        return last._replace(takes=takes)
    if not last.written:
        return None
    longer = last._replace(written=f"{last.written}, {piece.text}")
    return longer if read_prescription(piece.text) or (is_same and read_prescription(longer.written)) else None


class _Names:
    """What the names of a line stand for; those that nobody knows become exercises of its own."""

    def __init__(self, known: Mapping[str, str], titles: Mapping[str, str]) -> None:
        self.known, self.titles = dict(known), dict(titles)
        self.own: dict[str, Plain] = {}
        self.typed: dict[str, Part] = {}

    def reference(self, entry: LineEntry) -> str:
        """The name of the entry's exercise."""
        found = matched(entry.name, self.known)
        if found:
            return found
        name = slug(entry.name)
        self.titles[name] = sentence_case(entry.name)
        self.known[bare_name(entry.name)] = name
        self.own[name] = {"title": self.titles[name]}
        self.typed[f"exercises.{name}"] = entry.part
        if is_held(entry.name) and (not entry.written or entry.is_time):
            self.own[name] = {"title": self.titles[name], "hold": True}
        return name

    def is_own(self, entry: LineEntry) -> bool:
        """Whether the entry's exercise is one of the line's own."""
        return self.reference(entry) in self.own

    def title(self, entry: LineEntry) -> str:
        """What the entry's exercise is called."""
        return self.titles[self.reference(entry)]


def _title(groups: list[Group], names: _Names) -> str:
    titles = list(dict.fromkeys(names.title(entry) for group in groups for entry in group.entries))
    named = titles[:MOST_NAMED] if len(titles) <= MOST_NAMED else [*titles[: MOST_NAMED - 1], "more"]
    label = _label(groups[0].head) if len(groups) == 1 else None
    small = [one[:1].lower() + one[1:] for one in named]
    if label:
        return f"{sentence_case(label)}: {', '.join(small)}"
    return ", ".join([named[0], *small[1:]])


def _label(head: Head) -> str | None:
    kind = {"emom": "EMOM", "amrap": "AMRAP", "for-time": "for time"}.get(head.kind or "", "")
    if head.every and head.kind is SectionKind.EMOM:
        kind = f"every {head.every}"
    rounds = counted(head.rounds, "round") if head.rounds else ""
    minutes = head.minutes if head.label or head.kind in {SectionKind.EMOM, SectionKind.AMRAP} else None
    minutes = re.sub(r"\s*(?:m|mins?|minutes?)$", " min", minutes or "", flags=re.IGNORECASE)
    if minutes and head.every:
        minutes = f"for {minutes} min" if minutes.isdigit() else f"for {minutes}"
    words = (head.label or "", rounds, head.scheme or "", kind, minutes)
    return " ".join(word for word in words if word) or None
