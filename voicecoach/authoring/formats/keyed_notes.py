"""Notes in which a program finds keys: headings, with `reps_per_set: 12` and the like below each.

A heading with headings below it is a section, any other with an amount is an exercise: what else is written, such as
what a voice says meanwhile, names no exercise.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from voicecoach.authoring.formats.csv_cells import length_s
from voicecoach.authoring.formats.csv_columns import Column
from voicecoach.authoring.formats.front_matter import front_matter
from voicecoach.authoring.formats.keyed_values import AMOUNTS, as_sentence, cells_of, heads_in, keyed_exercise
from voicecoach.authoring.formats.sentences import sentences, sorted_cues
from voicecoach.authoring.written import Unplaced, Written, WrittenExercise, WrittenSection
from voicecoach.definitions.notation import NotationError
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError

_HEADING = re.compile(r"(?P<level>#{1,6})\s+(?P<title>\S.*)$")
_KEYED = re.compile(r"\s*(?:[-*+]\s+)?(?P<key>[a-z][a-z0-9]*(?:_[a-z0-9]+)*):(?:\s+(?P<value>\S.*))?$")
_ITEM = re.compile(r"\s*[-*+]\s+(?P<text>\S.*)$")
_SPOKEN = re.compile(r"\W{0,3}\[(?P<label>[A-Z_ ]{2,30})\]\W{0,3}:\s*[\"“](?P<text>[^\"“”]+)[\"”]\s*$")
_REMARK = re.compile(r"\s+#\s.*$")
_COUNTED = re.compile(r"(?:[^\W\d_]+\s+)?\d{1,2}\s*[:.)–-]\s*")
"""What counts exercises: `Exercise 3: `."""
_CUES = re.compile(r"cue|form|tip|technique|instruction", re.IGNORECASE)
_COUNT = re.compile(r"\d(?:\.{2,}|…)")
"""What a voice counts aloud."""
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
    def cells(self) -> dict[Column, str]:
        """What its known keys say, as the cells of a row."""
        return cells_of(self.keys)

    @property
    def is_exercise(self) -> bool:
        """Whether it has an amount, and no headings below it."""
        return not self.is_section and not AMOUNTS.isdisjoint(self.cells)


def reads_as_keyed_notes(text: str) -> bool:
    """Whether a text has exercises below headings, with amounts behind keys of which several are in a program's form.

    Looking costs little where no line has such a key.
    """
    if not re.search(r"^\s*(?:[-*+]\s+)?[a-z]+_[a-z_]+:", text, re.MULTILINE):
        return False
    entries = _entries(text)
    keys = [key for entry in entries if entry.is_exercise for key in heads_in(entry.keys)]
    in_form = sum("_" in key for key in keys)
    return in_form >= LEAST_KEYS_OF_A_PROGRAM and sum(one.is_exercise for one in entries) >= LEAST_EXERCISES


def read_keyed_notes(text: str, name: str) -> Written:
    """The exercises by their headings. Raises DefinitionError for too many."""
    entries = _entries(text)
    if sum(one.is_exercise for one in entries) > MAX_EXERCISES:
        raise DefinitionError(name, "", f"more than {MAX_EXERCISES} exercises.", "Keep those that you want.")
    unplaced: list[Unplaced] = []
    sections = tuple(_sections(entries, unplaced))
    front = front_matter(text)
    about = tuple(one for entry in entries if not entry.is_exercise for told in entry.told for one in sentences(told))
    return Written(front.title if front else None, sections, about=about, unplaced=tuple(unplaced))


def _entries(text: str) -> list[_Entry]:
    """The headings with what stands below each."""
    front = front_matter(text)
    first = (front.before + front.own).count("\n") if front else 0
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
        entry.told.append(as_sentence(_bare(item["text"])))
    return key if line.strip() else ""


def _bare(value: str) -> str:
    """A value without its quotation marks, and without a remark behind it."""
    return _REMARK.sub("", value).strip().strip("\"'“”").strip()


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
    unit = next((head.unit for head in heads_in(above.keys).values() if head.column is Column.REST), "")
    try:
        return length_s(above.cells, Column.REST, unit or "s")
    except NotationError:
        return None


def _exercise(entry: _Entry, unplaced: list[Unplaced]) -> Iterator[WrittenExercise]:
    name = _COUNTED.sub("", entry.title, count=1) or entry.title
    cues = sorted_cues(one for told in entry.told for one in sentences(told))
    yield from keyed_exercise(WrittenExercise(name, entry.line, cues=cues), [entry.keys], unplaced)
