"""What is told below `Notes`, `Tips` or `Why ...`: remarks on the exercises that stand above, and no exercises anew."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice, takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of_all
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.rows import Rows
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.grids.shared_rows import is_of_alternatives, is_of_originals
from voicecoach.authoring.rules.language.moment_words import PROGRESS
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.section_words import REASONS
from voicecoach.authoring.rules.language.sentence_words import SENTENCE
from voicecoach.authoring.rules.line_kinds.drafts import ExerciseDraft
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.manners import TO_ROUTINE
from voicecoach.late_patterns import late

_REMARKS = in_any_case(
    r"\b"
    + any_of(
        "notes?|tips?|reminders?|remember|mistakes?|cues?|key points",
        "progress(?:ions?|ing|ive overload)?|harder|easier|modifications?|variations?|adaptations?",
        "substitutions?|alternatives?|scaling",
    )
    + r"\b"
)
_OTHERWISE = in_any_case(
    r"\W*(?:(?:how to |to )?make (?:it|this) )?(?:harder|easier|modifications?|scaling|adaptations?|progressions?"
    r"|(?:harder|easier) (?:versions?|options?))(?: (?:and|&|/|or) (?:harder|easier|modifications?|progressions?))?\W*"
)
_NAMED = late(r"(?P<name>[^:.!?]{3,60}?)\s*(?::|\s[-–—])\s+(?P<tail>\S.*)")
MOST_ABOVE = 100
"""So many exercises are looked through for the one that a remark is about."""
LEAST_WORDS_OF_A_SENTENCE, LEAST_WORDS_TOLD = 8, 4
_BESIDE = re.compile(
    r"\W*(?:n\.?b\.?|p\.?s\.?|fyi|edit|update|btw|disclaimer)(?:\W*:|\s*[-–—,]|\s)\s*\S", re.IGNORECASE
)
_OF_THESE = in_any_case(r"\b(?:these|the following|all) (?:\w+ )?(?:exercises|moves|movements|stretches|drills)\b")
"""What is said of the exercises below, whatever was asked above."""
_EACH = in_any_case(
    r"\b(?:each|every)(?: one)?(?= (?:for|\d)|\W*$)|\bof (?:each|every|them all)\b",
    r"\b(?:each|every|all(?: the| these)?) (?:exercises?|moves?|movements?|positions?|poses?|stretch(?:es)?|holds?)\b",
)
"""How an amount is said to be that of each exercise above: `Hold each for 30 seconds`."""
_CHANGED = in_any_case(
    r"(?:add|increas|reduc|decreas|shorten|lengthen|extend|slow|lower|rais|cutt?|dropp?|mov|switch|hold|build|us)"
    r"(?:e|ing)?(?: down| up| out)? "
    r"(?:the|your|an?|to|more|each|rests?|reps?|weights?|loads?|sets?|rounds?|time|it|volume|\d)\b",
    r"(?:once|when|if|as soon as|after)\b",
)
"""How what is done to make it harder begins, whatever numbers it has: `Slowing the way down to 3 seconds`."""
_STAGE = in_any_case(r"\W*(?:(?:weeks?|months?|phase|stage|cycle|block|session)s? \d|deload|when|how|if|rules?\b)")
"""The title of a part of what is told of how to go on: `Weeks 1-4 (learning)`."""
MOST_LEVEL = 9
_ENDING = frozenset({Role.TITLE, Role.RULES, Role.END, Role.EQUIPMENT})


class Asides(Rows):
    """What is done with remarks.

    `is_aside` says that a title of some stands above, `aside_level` of which rank, `is_staged` that a part of it does,
    `is_reason` that it asked why, `is_on_progress` that it is on how to go on, `is_otherwise` that all of it can be
    done otherwise. `remarked` is the exercise whose name
    stands alone in a list of remarks, and its line: what is said goes on there.
    """

    def __init__(self, lines: list[Line]) -> None:
        super().__init__(lines)
        self.is_aside = False
        self.is_reason = False
        self.is_on_progress = False
        self.aside_level = 0
        self.is_staged = self.is_otherwise = False
        self.remarked: tuple[int, ExerciseDraft] | None = None

    def rules_title(self, line: Line) -> None:
        """Begin what holds for all, or remarks on what stands above."""
        if self._is_why(line):
            return
        has_exercises = any(one.exercises for one in self.draft.sections)
        self.is_reason = bool(REASONS.match(line.text.strip(" #*")))
        title, _, told = line.text.partition(":")  # `Note: keep tall` tells in its own line, and opens nothing
        self.is_aside = self.is_reason or (has_exercises and not told.strip() and bool(_REMARKS.search(title)))
        self.is_on_progress = self.is_aside and bool(PROGRESS.search(title))
        self.is_otherwise = self.is_aside and bool(_OTHERWISE.fullmatch(title))
        self.aside_level, self.is_staged = line.block.level if line.is_heading else MOST_LEVEL, False
        super().rules_title(line)

    def row(self, line: Line) -> None:
        """Take a row; what can be done for an exercise that stands above is a remark on that."""
        if line.block.kind is BlockKind.ROW and is_of_originals(line.block):
            line = replace(line, block=replace(line.block, kind=BlockKind.ROW_HEAD))
        head, row = self.head, line.block
        cells = row.cells if head and row.kind is BlockKind.ROW and is_of_alternatives(head) else ()
        called = next(((at, one) for at, cell in enumerate(cells) if (one := self._called(cell))), None)
        if head is None or called is None:
            super().row(line)
            return
        at, exercise = called
        beside = list(zip(head.cells, cells, strict=False))[at + 1 :]
        exercise.notes += [f"{column.strip(' *:')}: {cell}" for column, cell in beside if cell.strip()]

    def take_aside(self, line: Line) -> bool:
        """Take a line below a title of remarks; whether it was one."""
        if self.exercise and self.exercise.facts.has_amount and _is_beside(line):
            self.exercise.notes.append(line.text)
            return True
        if self.rules and (self._is_next(line) or TO_ROUTINE.search(line.text)):
            self.rules, self.is_aside = None, False
        if self.rules is None or not self.is_aside:
            return False
        if self._is_stage(line):
            self.is_staged = True
            return True
        if _is_end(line):
            return False
        if self.remarked and self.remarked[0] == line.block.line:
            self.remarked[1].tell(line.text)
        elif self.is_on_progress and _CHANGED.match(line.text):
            self.tell_of_all(line, line.text)
        else:
            return self._remark(line)
        return True

    def _is_stage(self, line: Line) -> bool:
        """Whether it is the title of a part of what is told of how to go on, with no sets of its own below."""
        is_below = self.is_on_progress and line.is_heading and line.block.level > self.aside_level
        if not is_below or not _STAGE.match(line.text):
            return False
        below = takewhile(lambda one: not one.is_heading, islice(self.lines, self.at + 1, None))
        return not any(one.facts.sets and one.facts.has_amount for one in below)

    def _remark(self, line: Line) -> bool:
        """Take a line as a remark on one exercise or on all, if it is no statement and calls no other exercise."""
        if self._is_amount_of_bare(line):
            return True
        is_stated = line.facts.rest_s or line.facts.sets or line.facts.is_of_section
        is_of_these = bool(_OF_THESE.search(line.text)) and not self.draft.sections
        if line.role in {Role.STATEMENT, Role.AMOUNT} and (
            is_of_these or (is_stated and not (self.is_reason or self.is_staged or self.is_otherwise))
        ):
            return False
        named = _NAMED.match(line.text)
        about = self._called(named["name"] if named else line.name.text)
        if line.calls_exercise and not about and not _is_remark(line):
            return False
        if about and named:
            about.tell(named["tail"])
        elif about and line.role is Role.NAME:
            self.remarked = line.block.line, about  # what is said stands behind it
        elif about:
            about.notes.append(line.text)
        else:
            self.tell_of_all(line, line.text)
        return True

    def _is_amount_of_bare(self, line: Line) -> bool:
        """Take how much of each is done, behind a list in which nothing has an amount; whether it was that."""
        first, *others = sentences_in(line.text) or [""]
        listed = self.section.exercises if self.section else []
        is_of_each = len(listed) > 1 and bool(_EACH.search(first)) and not PROGRESS.search(first)
        facts = facts_of_all(parts_of(first)) if is_of_each else Facts()
        if not facts.has_amount or any(one.facts.has_amount for one in listed):
            return False
        is_of_all = not any(one.facts.has_amount for part in self.draft.sections for one in part.exercises)
        place = self.draft if is_of_all or not self.section else self.section
        place.facts = place.facts.over(replace(facts, sides=None))
        self.tell_of_all(None, " ".join(others))
        return True

    def _is_why(self, line: Line) -> bool:
        """Take a reason right below the exercise that it is for, `Why: it builds the calves`; whether it was that."""
        if not self.exercise or not line.tail or line.is_heading or not REASONS.match(line.text):
            return False
        is_headed = self.exercise.is_headed or self.exercise.block.kind is BlockKind.HEADING
        is_below = is_headed or not line.block.breaks
        if is_below:
            self.exercise.notes.append(line.text)
        return is_below

    def _is_next(self, line: Line) -> bool:
        """Whether a number goes on from that of the last exercise, and what is called so has its own beside it."""
        last = self.section.exercises[-1].block if self.section and self.section.exercises else None
        before, number = (last.marker if last else "").strip(" .)"), line.block.marker.strip(" .)")
        is_on = before.isdecimal() and number.isdecimal() and int(number) == int(before) + 1
        if (
            is_on
            and last
            and self.lines[self.at - 1].block.marker == last.marker
            and self.lines[self.at - 1].block is not last
        ):
            return False  # it goes on from a remark
        return is_on and last is not None and line.block.level == last.level and has_movement(line.name.text)

    def _called(self, name: str) -> ExerciseDraft | None:
        """The exercise of the text that is called so, one of the section one is in before others."""
        words = set(bare_words(name))
        sections = [*([self.section] if self.section else []), *reversed(self.draft.sections)]
        exercises = list(islice((one for section in sections for one in section.exercises), MOST_ABOVE))
        alike = [one for one in exercises if words and words <= set(bare_words(one.name))]
        alike.sort(key=lambda one: (not one.facts.has_amount, words != set(bare_words(one.name))))
        return next(iter(alike), None)


def _is_beside(line: Line) -> bool:
    """Whether it is a remark on what stands above, whatever numbers it has: `NB: I did 2 x 200 m`."""
    return line.role not in {Role.STATEMENT, Role.AMOUNT} and bool(_BESIDE.match(line.text))


def _is_end(line: Line) -> bool:
    """Whether what is told below a title of remarks ends there."""
    return line.is_heading or (line.role in _ENDING and not _is_told_of_part(line))


def _is_told_of_part(line: Line) -> bool:
    """Whether an item that begins as a title does tells something: `Glute activation: bridges wake them up`."""
    is_open = line.role is Role.TITLE and line.block.kind is BlockKind.ITEM and not line.facts.says_anything
    return is_open and len(line.tail.split()) >= LEAST_WORDS_TOLD and not re.search(r"\d", line.tail)


def _is_remark(line: Line) -> bool:
    """Whether a line that names something tells of it, or stands in a list of what is told."""
    tail = line.text.partition(":")[2].strip()
    is_listed = line.block.kind is BlockKind.ITEM and line.role is Role.NAME
    is_long = line.text.endswith(".") and len(line.text.split()) >= LEAST_WORDS_OF_A_SENTENCE
    is_several = len(sentences_in(line.text)) > 1
    return is_listed or is_long or is_several or is_told(tail) or bool(SENTENCE.search(line.text))
