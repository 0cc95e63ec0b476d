"""The rows of a table, as exercises of the section that one is in."""

from __future__ import annotations

import re

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.facts import facts_of
from voicecoach.authoring.rules.headings import Headings
from voicecoach.authoring.rules.lines import Line, Role, line_of
from voicecoach.authoring.rules.movements import has_movement
from voicecoach.authoring.rules.names import name_in, unlabelled
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.prose import Said, told_in
from voicecoach.authoring.rules.tables import Row, columns_of, row_of


class Rows(Headings):
    """What is done with a table; `columns` are what its columns are about."""

    def __init__(self, lines: list[Line]) -> None:
        super().__init__(lines)
        self.columns: tuple[str, ...] = ()

    def row(self, line: Line) -> None:
        """Take a row, or the head of a table."""
        block = line.block
        if block.kind is BlockKind.ROW_HEAD:
            self.columns = columns_of(block)
            return
        row = row_of(block, self.columns)
        if row.week or row.title:
            self.titles.row(row.week, row.title)
            if row.title != (self.section.title if self.section else None) or row.week:
                self.open(line, row.title or (f"Week {row.week}" if row.week else None))
                self._weeks(row)
        read = line_of(row.block)
        if read.role in {Role.EXERCISE, Role.NAME, Role.TITLE} or (
            read.role is Role.SENTENCE and has_movement(read.name.text)
        ):
            self._row_exercise(line, read, row)

    def _weeks(self, row: Row) -> None:
        assert self.section  # noqa: S101 - it was opened
        if numbers := re.findall(r"\d+", row.week):
            self.section.weeks = int(numbers[0]), int(numbers[-1])

    def _row_exercise(self, line: Line, read: Line, row: Row) -> None:
        told = told_in(unlabelled(row.block.text))
        before = len(self.here(line).exercises)
        if len(told.exercises) > 1 and (row.week or row.title or row.is_several or not self.columns):
            self.add_all(Line(row.block, Role.EXERCISE, read.facts, read.name), told)
        elif (
            has_movement(read.name.text)
            or (read.facts.has_amount and read.facts.sets)
            or (self.columns and "name" in self.columns)
        ):
            name = name_in(parts_of(unlabelled(row.block.text)).rest)
            if name.text:
                self.add(
                    Line(row.block, Role.EXERCISE, read.facts, name),
                    Said(name, facts_of(parts_of(unlabelled(row.block.text))), row.block.text),
                )
        for exercise in self.here(line).exercises[before:]:
            exercise.needs += row.needs
            for one in row.notes:
                exercise.tell(one)
