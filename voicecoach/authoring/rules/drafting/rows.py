"""The rows of a table, as exercises of the section that one is in."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of, facts_of_all
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.headings import Headings
from voicecoach.authoring.rules.exercise_names.names import Name, name_in, unlabelled
from voicecoach.authoring.rules.grids.tables import Row, beside, columns_of, is_of_sets, row_of, set_of
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import RESTING
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.authoring.rules.line_kinds.drafts import ExerciseDraft
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.line_kinds.statements import behind_round
from voicecoach.authoring.rules.line_kinds.title_texts import often
from voicecoach.authoring.rules.passes.manners import sets_of, with_set
from voicecoach.authoring.rules.passes.one_line import of_list
from voicecoach.authoring.rules.prose.in_sentences import told_in

_TITLES = frozenset({"day", "block"})
"""What a column is about whose cells are titles."""
_OFF = in_any_case(r"(?:a )?(?:(?:day|days) off|off|rest(?: day)?)")
"""A day without a session."""
_LAST = in_any_case(r"(?:^|.*\b(?:to|with|for|do|doing|on|by|is|are)\s)(?P<name>[^.:,]{3,60})[.:]?\s*$")
"""What a sentence ends with: `then I went on to the shoulder press:`."""

_ON_AND_ON = in_any_case(r"continuous(?:ly)?|non-?stop|without (?:stopping|(?:a |any )?(?:break|walking)s?)|straight")
_INTERVAL = in_any_case(r"(?:[a-z]+ )?(?:intervals?|work)")
_MOVED = in_any_case(r"\b(?P<how>run|jog|walk|swim|row|ride|cycle)(?:[a-z]?ing)?\b")
"""How one moves, in a title: `Couch to running`."""


class Rows(Headings):
    """What is done with a table; `columns` are what its columns are about."""

    def __init__(self, lines: list[Line]) -> None:
        super().__init__(lines)
        self.columns: tuple[str, ...] = ()
        self.head: Block | None = None
        self.head_of_sets: Block | None = None

    def row(self, line: Line) -> None:
        """Take a row, or the head of a table."""
        block = line.block
        if block.kind is BlockKind.ROW_HEAD:
            self.columns, self.head = columns_of(block), block
            self.head_of_sets = block if is_of_sets(block) else None
            return
        if self.head_of_sets and self.exercise:
            self._set(self.exercise, set_of(self.head_of_sets, block, at=len(sets_of(self.exercise.facts)) + 1))
            return
        row = self._with_title(row_of(block, self.columns))
        if row.week or row.title:
            self.titles.row(row.week, row.title)
            if row.title != (self.section.title if self.section else None) or row.week:
                self.open(line, row.title or (f"Week {row.week}" if row.week else None))
                self.here(line).facts = often(facts_of_all(parts_of(row.title)))
                self._weeks(row)
        read = self._with_part_named(line_of(row.block))
        if self._row_of_rest(read):
            return
        is_named = has_movement(read.name.text) or (
            "name" in self.columns and (read.facts.has_amount or bool(read.facts.sets))
        )
        if read.facts.rest_s and RESTING.match(read.text) and not self.exercise:
            section = self.here(line)
            section.facts = section.facts.over(behind_round(section, Facts(rest_s=read.facts.rest_s), read.text))
            return
        if read.role in {Role.EXERCISE, Role.NAME, Role.TITLE} or (read.role is Role.SENTENCE and is_named):
            self._row_exercise(line, read, row)

    def _with_part_named(self, read: Line) -> Line:
        """A row; what it calls an interval is done, where a column of the table is what rows are called by."""
        is_part = "name" in self.columns and read.facts.seconds and _INTERVAL.fullmatch(read.name.text)
        return replace(read, role=Role.EXERCISE) if is_part and read.role is Role.AMOUNT else read

    def _with_title(self, row: Row) -> Row:
        """A row; a number that is its title is called by its column: `Session 2`."""
        if not (self.head and row.title.isdecimal()):
            return row
        called = next((one for one, about in zip(self.head.cells, self.columns, strict=False) if about in _TITLES), "")
        return replace(row, title=f"{called.strip(' *:.')} {row.title}".strip())

    def _set(self, exercise: ExerciseDraft, text: str) -> None:
        """Take a row that is a set, or several alike, of the exercise above."""
        facts, before = facts_of(parts_of(text)), exercise.facts
        if facts.reps and before.has_amount:
            exercise.facts = with_set(before, facts)
        elif facts.reps:
            exercise.facts = before.over(replace(facts, sets=facts.sets or (1.0, 1.0)))

    def _row_of_rest(self, read: Line) -> bool:
        """Take a row that has nothing but the rest behind the exercise above; whether it was that."""
        rest_s = read.facts.rest_s or read.facts.seconds
        is_rest = bool(RESTING.match(read.text)) and rest_s is not None and not has_movement(read.name.text)
        if is_rest and self.exercise:
            self.exercise.facts = self.exercise.facts.over(Facts(rest_s=rest_s))
        return is_rest

    def above_sets(self, at: int, line: Line) -> bool:
        """Take a sentence that ends with the exercise whose sets stand in the table below; whether it was that."""
        below = self.lines[at + 1 : at + 2]
        if not below or not is_of_sets(below[0].block) or line.is_heading or line.role is Role.NAME:
            return False
        found = _LAST.search(line.text)
        if not found or not ends_with_movement(found["name"]):
            return False
        self.add(line, Said(name_in(found["name"]), Facts(), found["name"]), is_headed=True)
        return True

    def _called_after_title(self, name: Name) -> Name:
        """The name of a row; what is only done without a break is called as a title above it: `20 min non-stop`."""
        if not _ON_AND_ON.fullmatch(name.text):
            return name
        titles = [one.text for one in reversed(self.lines[: self.at]) if one.is_heading or one.role is Role.TITLE]
        found = next((one for one in map(_MOVED.search, [*titles, self.draft.title or ""]) if one), None)
        return replace(name, text=found["how"].lower()) if found else name

    def _weeks(self, row: Row) -> None:
        assert self.section  # noqa: S101 - it was opened
        if numbers := re.findall(r"\d+", row.week):
            self.section.weeks = int(numbers[0]), int(numbers[-1])

    def _row_exercise(self, line: Line, read: Line, row: Row) -> None:
        told = told_in(unlabelled(row.block.text))
        before = len(self.here(line).exercises)
        is_of_day = bool(row.week or row.title or row.is_several or not self.columns or self.columns == ("name",))
        if is_of_day and (listed := of_list(unlabelled(row.block.text))):
            for one in listed:
                name = name_in(parts_of(one).rest)
                self.add(Line(row.block, Role.EXERCISE, read.facts, name), Said(name, facts_of(parts_of(one)), one))
        elif is_of_day and (len(told.exercises) > 1 or by_clock(unlabelled(row.block.text))):
            self.add_all(Line(row.block, Role.EXERCISE, read.facts, read.name), told)
        elif (
            has_movement(read.name.text)
            or (read.facts.has_amount and read.facts.sets)
            or (self.columns and "name" in self.columns)
        ):
            name = self._called_after_title(name_in(parts_of(unlabelled(row.block.text)).rest))
            if name.text and not _OFF.fullmatch(name.text):
                self.add(
                    Line(row.block, Role.EXERCISE, read.facts, name),
                    Said(name, facts_of(parts_of(unlabelled(row.block.text))), row.block.text),
                )
        for exercise in self.here(line).exercises[before:]:
            exercise.needs += row.needs
            for one in row.notes:
                exercise.tell(one)
            exercise.notes += beside(self.head, line.block) if self.head and self.columns else ()
