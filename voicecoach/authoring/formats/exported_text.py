"""A text that `voicecoach export` wrote, plain or Markdown, as exactly the session that it was written from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from voicecoach.authoring.formats.exported_lines import exercise_of, in_rounds, section_of, title_in
from voicecoach.authoring.written import Written, WrittenExercise, WrittenSection
from voicecoach.definitions.files import titles
from voicecoach.definitions.line_names import bare_name
from voicecoach.definitions.notation import parse_length
from voicecoach.definitions.session import SectionKind as Kind

_BEGIN = re.compile(r"[^\n]+\n={3,}\s|# \S")
MOST_LINES, MOST_CHARACTERS = 5000, 500
"""No exported text has more lines, and none a longer line; what is longer is cut by whatever reads it then."""
_FACT = re.compile(
    r"(?P<week>week (?P<number>[1-9]\d{0,2}))|for: (?P<client>.+)|equipment: (?P<equipment>.+)"
    r"|rest between sections: (?P<rest>[\d.]+ (?:s|min))",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"variation: (?P<variation>.+)|note: (?P<note>.+)", re.IGNORECASE)


class _Line(NamedTuple):
    number: int
    text: str


def looks_exported(text: str) -> bool:
    """Whether a text begins as an exported one does."""
    return _BEGIN.match(text.lstrip()) is not None


def read_exported(text: str) -> Written | None:
    """The session of an exported text; `None` where a line isn't as `export` writes them."""
    lines = text.split("\n")
    if len(lines) > MOST_LINES or max(map(len, lines)) > MOST_CHARACTERS or any(map(_is_deeper, lines)):
        return None
    title, *blocks = list(_blocks(text))
    reader = _Reader()
    if len(title) > 1 or not all(reader.takes(block) for block in blocks) or not reader.sections:
        return None
    if text.lstrip().startswith("#") and not (reader.is_marked or _are_known(reader.sections)):
        return None
    sections = tuple(reader.sections)
    if len({one.in_weeks for one in sections}) == 1:
        sections = tuple(replace(one, in_weeks=None) for one in sections)
    return Written(title[0].text, sections, rest_s=reader.rest_s, needs=tuple(reader.needs), is_exact=True)


def _is_deeper(line: str) -> bool:
    """Whether a line stands deeper in a list, where only what is beside an exercise does."""
    deeper = re.fullmatch(r"\s+- (.*\S)\s*", line)
    return deeper is not None and _BESIDE.fullmatch(_unescaped(deeper[1])) is None


def _are_known(sections: Sequence[WrittenSection]) -> bool:
    """Whether all exercises are called as in the library: else anybody may have written so short a list."""
    known = {bare_name(title) for title in titles("exercises").values()}
    return all(bare_name(one.name) in known for section in sections for one in section.exercises)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """The title, then the lines that stand together: facts alone, each section with its exercises."""
    rows = [_Line(at, line.strip()) for at, line in enumerate(text.split("\n"), start=1)]
    begin = next(at for at, row in enumerate(rows) if row.text)
    if rows[begin].text.startswith("# "):
        yield [rows[begin]._replace(text=_unescaped(rows[begin].text[2:]))]
        yield from _markdown_blocks(text, begin + 1)
        return
    yield [rows[begin]]
    block: list[_Line] = []
    for row in [*rows[begin + 2 :], _Line(0, "")]:
        if row.text:
            block.append(row)
        elif block:
            yield block
            block = []


def _markdown_blocks(text: str, begin: int) -> Iterator[list[_Line]]:
    """The lines below a Markdown title, put together as in plain text."""
    block: list[_Line] = []
    is_list = False
    for number, line in enumerate(text.split("\n")[begin:], start=begin + 1):
        if not line.strip():
            continue
        mark = re.match(r"(#{2,3} |\s*- )?", line)
        sign = (mark[1] or "").strip() if mark else ""
        shown = _unescaped(line[mark.end() if mark else 0 :].strip())
        is_week = sign == "##" and re.fullmatch(r"week \d+", shown, re.IGNORECASE)
        begins = sign.startswith("#") or (is_list and sign != "-") or bool(block and _FACT.fullmatch(block[-1].text))
        if begins and block:
            yield block
            block = []
        block.append(_Line(number, f"{shown}:" if sign.startswith("#") and not is_week else shown))
        is_list = sign == "-"
    if block:
        yield block


def _unescaped(text: str) -> str:
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


class _Reader:
    """Takes one block after the other; `sections` are those so far.

    `is_marked` says that there was a line that only `export` writes.
    """

    def __init__(self) -> None:
        self.sections: list[WrittenSection] = []
        self.needs: dict[str, None] = {}
        self.rest_s: float | None = None
        self.week: int | None = None
        self.is_marked = False

    def takes(self, block: list[_Line]) -> bool:
        """Whether a block is of the kind that `export` writes; then it is taken."""
        facts = [_FACT.fullmatch(row.text) for row in block]
        if all(facts):
            self.is_marked = True
            for fact in filter(None, facts):
                self._note(fact)
            return True
        section = _section(block)
        if section is None:
            return False
        self.is_marked = (
            self.is_marked or section.kind is not Kind.STRAIGHT_SETS or any(map(_is_marked, section.exercises))
        )
        week = (self.week, self.week) if self.week else None
        self.sections.append(replace(section, in_weeks=week))
        return True

    def _note(self, fact: re.Match[str]) -> None:
        if fact["week"]:
            self.week = int(fact["number"])
        elif fact["equipment"]:
            self.needs |= dict.fromkeys(fact["equipment"].split("; "))
        elif fact["rest"]:
            self.rest_s = parse_length(fact["rest"]) / 1000


def _is_marked(exercise: WrittenExercise) -> bool:
    """Whether something is said of it as `export` says it."""
    return bool(exercise.tempo or exercise.variations or exercise.note)


def _section(block: list[_Line]) -> WrittenSection | None:
    """The section of a block: its title and how it goes, if it says so, and the exercises."""
    rows, title = list(block), None
    if rows[0].text.endswith(":"):
        title = title_in(rows.pop(0).text[:-1])
    bare = WrittenSection((), block[0].number)
    how = section_of(re.sub(r"^\((.*)\)$", r"\1", rows[0].text), block[0].number) if rows else None
    exercises = _exercises(rows[1 if how else 0 :], (how or bare).kind)
    return in_rounds(replace(how or bare, title=title, exercises=tuple(exercises))) if exercises else None


def _exercises(rows: list[_Line], kind: Kind) -> list[WrittenExercise]:
    """The exercises with what stands below each; none if any line is another's."""
    found: list[WrittenExercise] = []
    for row in rows:
        beside = _BESIDE.fullmatch(row.text)
        if beside and found:
            varied = (*found[-1].variations, *filter(None, [beside["variation"]]))
            found[-1] = replace(found[-1], variations=varied, note=beside["note"] or found[-1].note)
        elif one := exercise_of(row.text, row.number, kind):
            found.append(one)
        else:
            return []
    return found
