"""Notes in which a program finds keys: headings, with `reps_per_set: 12` and the like below each.

A heading with headings below it is a section, any other with an amount is an exercise: what else is written, such as
what a voice says meanwhile, names no exercise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from voicecoach.authoring.formats.csv_cells import length_s, prescription_of, sides_of
from voicecoach.authoring.formats.csv_columns import Column, Head, head_of
from voicecoach.authoring.formats.prescribed import prescribed
from voicecoach.authoring.formats.sentences import sentences, sorted_cues
from voicecoach.authoring.written import Unplaced, Written, WrittenExercise, WrittenSection
from voicecoach.counted import sentence_case
from voicecoach.definitions.line_names import is_held
from voicecoach.definitions.notation import NotationError
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError

_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<title>\S.*)$")
_KEYED = re.compile(r"\s*(?:[-*+]\s+)?(?P<key>[a-z][a-z0-9]*(?:_[a-z0-9]+)*):(?:\s+(?P<value>\S.*))?$")
_ITEM = re.compile(r"\s*[-*+]\s+(?P<text>\S.*)$")
_SPOKEN = re.compile(r"\W{0,3}\[(?P<label>[A-Z_ ]{2,30})\]\W{0,3}:\s*[\"“](?P<text>[^\"“”]+)[\"”]\s*$")
_FRONT = re.compile(r"\A(?:[^#\n].*\n|\n)*?---\n(?P<keys>(?:(?!---).*\n)*)---(?=\n|\Z)")
_TITLE = re.compile(r"^title:[ \t]*(?P<title>\S.*)$", re.MULTILINE)
_REMARK = re.compile(r"\s+#\s.*$")
_COUNTED = re.compile(r"(?:[^\W\d_]+\s+)?\d{1,2}\s*[:.)–-]\s*")
"""What counts exercises: `Exercise 3: `."""
_CUES = re.compile(r"cue|form|tip|technique|instruction", re.IGNORECASE)
_STILL = re.compile(r"static|isometric|hold|held", re.IGNORECASE)
_HOLD = re.compile(r"hold\b", re.IGNORECASE)
_COUNT = re.compile(r"\d(?:\.{2,}|…)")
"""What a voice counts aloud."""
_AMOUNTS = frozenset({Column.SETS, Column.REPS, Column.TIME, Column.DISTANCE, Column.PRESCRIPTION})
LEAST_KEYS_OF_A_PROGRAM = 3
LEAST_EXERCISES = 2
MAX_EXERCISES = 500


@dataclass
class _Entry:
    """A heading with the keys below it, in order; `level` is that of the heading."""

    title: str
    level: int
    line: int
    keys: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    is_section: bool = False

    @property
    def heads(self) -> dict[str, Head]:
        """What those of its keys are of that are known."""
        return {key: head for key in self.keys if (head := head_of(key))}

    @property
    def cells(self) -> dict[Column, str]:
        """What its known keys say, as the cells of a row."""
        return {head.column: self.keys[key] for key, head in reversed(self.heads.items()) if self.keys[key]}

    @property
    def is_exercise(self) -> bool:
        """Whether it has an amount, and no headings below it."""
        return not self.is_section and not _AMOUNTS.isdisjoint(self.cells)


def reads_as_keyed_notes(text: str) -> bool:
    """Whether a text has exercises below headings, with amounts behind keys of which several are in a program's form.

    Looking costs little where no line has such a key.
    """
    if not re.search(r"^\s*(?:[-*+]\s+)?[a-z]+_[a-z_]+:", text, re.MULTILINE):
        return False
    entries = _entries(text)
    keys = [key for entry in entries if entry.is_exercise for key in entry.heads]
    in_form = sum("_" in key for key in keys)
    return in_form >= LEAST_KEYS_OF_A_PROGRAM and sum(one.is_exercise for one in entries) >= LEAST_EXERCISES


def read_keyed_notes(text: str, name: str) -> Written:
    """The exercises by their headings. Raises DefinitionError for too many."""
    entries = _entries(text)
    if sum(one.is_exercise for one in entries) > MAX_EXERCISES:
        raise DefinitionError(name, "", f"more than {MAX_EXERCISES} exercises.", "Keep those that you want.")
    unplaced: list[Unplaced] = []
    sections = tuple(_sections(entries, unplaced))
    front = _FRONT.match(text)
    title = _TITLE.search(front["keys"]) if front else None
    about = tuple(one for entry in entries if not entry.is_exercise for told in entry.told for one in sentences(told))
    return Written(_bare(title["title"]) if title else None, sections, about=about, unplaced=tuple(unplaced))


def _entries(text: str) -> list[_Entry]:
    """The headings with what stands below each."""
    front = _FRONT.match(text)
    first = text.count("\n", 0, front.end()) if front else 0
    entries: list[_Entry] = []
    key = ""
    for number, line in enumerate(text.split("\n")[first:], first + 1):
        if heading := _HEADING.match(line):
            entry = _Entry(heading["title"].strip(" #*"), len(heading["level"]), number)
            if entries and entry.level > entries[-1].level:
                entries[-1].is_section = True
            entries.append(entry)
            key = ""
        elif entries:
            key = _take(entries[-1], line, key)
    return entries


def _take(entry: _Entry, line: str, key: str) -> str:
    """Take a line below a heading; `key` is one above it that has a list below it, and so is what it returns."""
    if spoken := _SPOKEN.match(line):
        entry.told += [] if _COUNT.search(spoken["text"]) else [spoken["text"]]
    elif keyed := _KEYED.match(line):
        entry.keys.setdefault(keyed["key"], _bare(keyed["value"] or ""))
        return "" if keyed["value"] else keyed["key"]
    elif key and (item := _ITEM.match(line)) and _CUES.search(key):
        entry.told.append(_sentence(_bare(item["text"])))
    return key if line.strip() else ""


def _bare(value: str) -> str:
    """A value without its quotation marks, and without a remark behind it."""
    return _REMARK.sub("", value).strip().strip("\"'“”").strip()


def _sentence(text: str) -> str:
    return f"{sentence_case(text.rstrip('.'))}."


def _sections(entries: Sequence[_Entry], unplaced: list[Unplaced]) -> Iterator[WrittenSection]:
    """The exercises in the sections that are headed right above them."""
    above: list[_Entry] = []
    members: list[_Entry] = []
    for entry in [*entries, _Entry("", 0, 0)]:
        if not entry.is_exercise and members:
            yield _section(above[-1] if above else None, members, unplaced)
            members = []
        above = [one for one in above if one.level < entry.level]
        if entry.is_exercise:
            members.append(entry)
        else:
            above.append(entry)


def _section(above: _Entry | None, members: Sequence[_Entry], unplaced: list[Unplaced]) -> WrittenSection:
    of_all = above.cells if above else {}
    rounds = int(of_all[Column.ROUNDS]) if re.fullmatch(r"[1-9]\d?", of_all.get(Column.ROUNDS, "")) else None
    exercises = [one for entry in members for one in _exercise(entry, unplaced)]
    return WrittenSection(
        tuple(replace(one, sets=None) if rounds and one.sets == rounds else one for one in exercises),
        above.line if above else members[0].line,
        title=above.title if above else None,
        kind=SectionKind.CIRCUIT if rounds else SectionKind.STRAIGHT_SETS,
        rounds=rounds,
        rest_s=_rest_s(above) if above else None,
    )


def _rest_s(above: _Entry) -> float | None:
    """The rest that a section states for all of its exercises."""
    unit = next((head.unit for head in above.heads.values() if head.column is Column.REST), "")
    try:
        return length_s(above.cells, Column.REST, unit or "s")
    except NotationError:
        return None


def _exercise(entry: _Entry, unplaced: list[Unplaced]) -> Iterator[WrittenExercise]:
    """The exercise below a heading; a word for an amount, as `continuous`, says none."""
    cells = {one: text for one, text in entry.cells.items() if one not in _AMOUNTS or re.search(r"\d", text)}
    side = cells.pop(Column.SIDE, "").replace("_", " ")
    effort = "" if re.search(r"\d", cells.get(Column.PERCENT, "")) else cells.pop(Column.PERCENT, "")
    said = (side if side and sides_of(side) is None else "", f"Intensity: {effort}" if effort else "")
    prescription, unread = prescription_of([cells], {head.column: head.unit for head in entry.heads.values()})
    name = _COUNTED.sub("", entry.title, count=1) or entry.title
    unplaced.extend(Unplaced(entry.line, f"{name}: {one}") for one in unread)
    is_still = is_held(name) or any(_HOLD.match(key) or _is_still(key, text) for key, text in entry.keys.items())
    exercise = WrittenExercise(
        name,
        entry.line,
        sides=sides_of(side),
        cues=sorted_cues(one for told in entry.told for one in sentences(told)),
        notes=tuple(_sentence(one) for one in said if one),
    )
    for one in prescribed(exercise, prescription):
        sides, notes = one.sides or exercise.sides, tuple(dict.fromkeys((*exercise.notes, *one.notes)))
        sets = one.sets if Column.SETS in cells or Column.PRESCRIPTION in cells else None
        yield replace(one, sets=sets, sides=sides, is_hold=is_still if one.seconds else None, notes=notes)


def _is_still(key: str, text: str) -> bool:
    """Whether a key tells of which kind an exercise is, and that one holds still in it."""
    return key.endswith(("type", "kind", "category")) and bool(_STILL.search(text))
