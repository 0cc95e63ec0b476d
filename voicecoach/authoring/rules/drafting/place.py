"""Where one is in the text, and what is put where: the draft so far with its section and exercise."""

from __future__ import annotations

from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.in_section import (
    AT_THE_END,
    in_sets,
    is_behind_whole,
    is_listed_together,
    is_told_again,
)
from voicecoach.authoring.rules.drafting.titles import Titles, load_in_title
from voicecoach.authoring.rules.exercise_names.names import name_in
from voicecoach.authoring.rules.language.movements import bare_words
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.said import SAME, Said, Told
from voicecoach.authoring.rules.line_kinds.statements import (
    of_all,
)
from voicecoach.authoring.rules.line_kinds.title_lines import length_s
from voicecoach.definitions.session import SectionKind

_WORKED = "on"
"""What the work between rests is called that has no name: `1 min on`."""
_FIRST_OF_ALL = in_any_case(r"(?:station|exercise|stn|move)\s*(?:\#|no\.?)?\s*(?:1|one|a)\b")
_WARMING = in_any_case(r"warm(?:ing)?[ -]?up|mobility|activation")

_WARMING_BY = in_any_case(
    r"\W*(?:(?:always|first|please|you|we)\W+)*(?:(?:begin|start)\b[\w ]{0,30}? )?"
    r"(?:warm(?:ing)?[ -]?up|(?:with|by) (?!sets?\b)[^.]*\b(?:to|as an?|for your) warm[ -]?up)\b(?! sets?\b)"
)
"""How a paragraph begins on a warm-up, which is no part of what is said of all below it."""
_OF_OTHERS = frozenset({Role.EXERCISE, Role.NAME, Role.STATEMENT})


class Place:
    """The draft, and where in it the next line belongs.

    `rules` is what is being told about where rules are listed; `is_beside` says that what is told is no part of the
    session, `is_lead` that the section's title ended with a colon. `called` are the exercises of the section one is in,
    by the words of their names. `at` is which of `lines` one is at.
    """

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.at = 0
        self.draft = Draft()
        self.titles = Titles()
        self.section: SectionDraft | None = None
        self.exercise: ExerciseDraft | None = None
        self.called: dict[frozenset[str], ExerciseDraft] = {}
        self.rules: SectionDraft | Draft | None = None
        self.is_needs = False
        self.is_beside = False
        self.is_lead = False

    @property
    def is_headed(self) -> bool:
        """Whether an exercise is told about whose name stood alone."""
        return self.exercise is not None and self.exercise.is_headed

    def open(self, line: Line, title: str | None) -> None:
        """Begin a section; one that nothing was put into is forgotten."""
        self.close()
        above = self.titles.holding(line.block) if title else Facts()
        title, weeks = self.titles.under(title, line.block)
        self.section = SectionDraft(line.block.line, title, weeks=weeks, above=above, length_s=length_s(line.text))
        self.exercise, self.rules, self.is_needs, self.is_beside, self.is_lead = None, None, False, False, False
        self.called = {}
        of_title = load_in_title(line.text) if title else None
        self.section.load, self.draft.load = of_title or self.draft.load, None
        self.section.before_s, self.draft.before_s = self.draft.before_s, None
        self.draft.sections.append(self.section)

    def close(self) -> None:
        """Leave the section one is in; one that nothing was put into is forgotten."""
        if self.section and not self.section.exercises:
            if self.draft.sections and self.draft.sections[-1] is self.section:
                self.draft.sections.pop()
            self.draft.load, self.draft.before_s = self.section.load, self.section.before_s
            if self.section.title:
                self.titles.keep(self.section.title, self.section.facts)
            elif not self.draft.sections:
                self.draft.facts = self.draft.facts.over(self.section.facts)  # said before anything is named

    def stated_first(self) -> Facts:
        """What was stated before anything was named, and has not been put to all of the text yet."""
        is_first = self.section is not None and not (self.section.title or self.section.exercises)
        is_first = is_first and self.draft.sections == [self.section]
        return self.section.facts if self.section and is_first else Facts()

    def is_behind_warm_up(self, line: Line) -> bool:
        """Whether it is the first that is counted by what it is, behind a warm-up with its exercises: `Station 1`."""
        if not (self.section and self.section.exercises):
            return False
        title, first, told = self.section.title, self.section.exercises[0].line, self.section.exercises[0].block
        is_told = told.kind is BlockKind.PARAGRAPH and bool(_WARMING_BY.match(told.text))
        is_told = is_told and all(one.line == first for one in self.section.exercises)
        is_apart = line.block.line != first and (line.block.breaks > 0 or line.block.marker[:1] == "1")
        is_apart = is_apart or (line.block.line == told.line and line.block.text != told.text)
        if is_told and ((is_apart and line.role in _OF_OTHERS) or line.role is Role.STATEMENT):
            return True
        return bool(title and _WARMING.match(title)) and bool(_FIRST_OF_ALL.match(line.text))

    def here(self, line: Line) -> SectionDraft:
        """The section that one is in; one without a title where none was begun."""
        if self.section is None:
            self.open(line, None)
        assert self.section  # noqa: S101 - it was opened
        return self.section

    def add_all(self, line: Line, told: Told) -> None:
        """Add the exercises of a sentence; what is walked or run before and behind what is repeated stands alone."""
        if self.section and is_told_again(self.section, line, told):
            return
        for group in told.groups:
            self.add_group(line, group, is_main=True)
        if told.groups:
            return
        end = len(told.exercises) - told.after
        for start, stop in ((0, told.before), (told.before, end), (end, len(told.exercises))):
            if start < stop:
                self.add_group(line, replace(told, exercises=told.exercises[start:stop]), is_main=start == told.before)

    def add_group(self, line: Line, told: Told, *, is_main: bool) -> None:
        """Add exercises that go together; `is_main` says that what is told of all is told of them."""
        section = self.here(line)
        goes_round = bool(told.facts.rounds) and len(told.exercises) > 1 and not section.facts.says_anything
        is_listed = is_listed_together(section, line, told)
        is_alone = section.is_running and bool(section.facts.rounds) and len(told.exercises) == 1
        is_end = any(map(AT_THE_END.match, (line.text, told.text)))
        is_round = section.is_round or (bool(section.facts.rounds) and len(section.exercises) > 1)
        is_other = is_end and (is_round or section.is_running)
        if (
            told.is_running or goes_round or is_other or is_listed or (is_alone and not told.facts.rounds)
        ) and section.exercises:
            section = self.beside(section)
        section.is_round = section.is_round or goes_round
        if (is_listed or told.is_running) and told.facts.says_anything and not section.exercises:
            section.within = line.block.line
        if is_main and told.facts.says_anything:
            section.facts = section.facts.over(
                of_all(section, told.facts, "whole") if len(told.exercises) > 1 else told.facts
            )
        goes_on = len(told.exercises) > 1 or bool(is_main and told.facts.rounds and told.exercises[0].facts.sets)
        section.is_running = section.is_running or (told.is_running and goes_on)
        for said in told.exercises:
            if not self._is_said_behind(line, said):
                self.add(line, said)

    def _is_said_behind(self, line: Line, said: Said) -> bool:
        """Whether it is the exercise one is at, said again behind it on its line: `60 jacks - Do 60 jacks`."""
        at = self.exercise
        is_same = at is not None and bare_words(at.name) == bare_words(said.name.text)
        return (
            at is not None and is_same and at.line == line.block.line and at.facts.reps == said.facts.reps is not None
        )

    def beside(self, section: SectionDraft) -> SectionDraft:
        """A section that goes on with the one before."""
        self.section, self.called = SectionDraft(section.line, weeks=section.weeks), {}
        self.draft.sections.append(self.section)
        return self.section

    def add(self, line: Line, said: Said, *, is_headed: bool = False) -> ExerciseDraft:
        """Add an exercise that `line` names to the section one is in, and be at it."""
        section = self.here(line)
        is_next = section.within not in {None, line.block.line} and line.calls_exercise
        is_full = section.is_pair and len(section.exercises) > 1
        is_behind = is_behind_whole(section, section.facts.over(self.draft.facts), line, said.facts)
        if is_next or is_full or is_behind:
            shared = section.shared if is_full else Facts()
            section = self.beside(section)
            section.line, section.facts, section.is_behind = line.block.line, shared, is_behind
        said = in_sets(section, said, line, self.lines[self.at + 1 : self.at + 2])
        if said.facts.is_of_section and not said.facts.work_s and not said.facts.kind:
            section.facts = section.facts.over(Facts(rounds=said.facts.rounds, round_rest_s=said.facts.round_rest_s))
        facts = self._as_before(said)
        draft = ExerciseDraft(said.name.text, line.block.line, facts, line.block, is_headed, list(said.name.needs))
        section.exercises.append(draft)
        self.called.setdefault(frozenset(bare_words(draft.name)), draft)
        self.exercise, self.rules, self.is_beside = draft, None, False
        for other in said.name.others:
            if len(other.split()) > 2:  # noqa: PLR2004 - what is shorter is what was left between parts
                draft.tell(other)
        return draft

    def _as_before(self, said: Said) -> Facts:
        """What is said of an exercise, with what it says to be the same as of the one before: `Squats, same rest`."""
        found, before = SAME.search(said.text), self.exercise.facts if self.exercise else Facts()
        if found and found["rest"]:
            return said.facts.over(Facts(rest_s=before.rest_s))
        return said.facts.over(replace(before, notes=())) if found and not said.facts.has_amount else said.facts

    def pair(self, line: Line) -> None:
        """Part the exercise one is at from those before, as a superset with the one that `line` has below it."""
        section = self.here(line)
        first = section.exercises.pop()
        facts = section.facts if not section.is_pair else section.shared
        if section.exercises:
            section = self.beside(section)
        section.shared, section.is_pair, section.line = facts, True, first.line
        section.facts = replace(facts, kind=SectionKind.SUPERSET)
        section.exercises.append(first)

    def add_leg(self, line: Line) -> None:
        """Add a warm-up or a cool-down that is an exercise of its own; behind others it is no part of their rounds."""
        if self.section and self.section.exercises:
            self.beside(self.section).line = line.block.line
        name = name_in(parts_of(line.text).rest)
        self.add(line, Said(name, replace(line.facts, minutes=None), line.text))
        assert self.section  # noqa: S101 - it has the leg
        self.section.within = line.block.line

    def add_interval(self, line: Line) -> None:
        """Add work and rest by the clock that nobody calls anything, as a section of its own."""
        facts = line.facts
        self.beside(self.here(line)).line = line.block.line
        own = replace(
            facts,
            kind=None,
            work_s=None,
            rounds=None,
            repeat=None,
            sets=facts.rounds or facts.repeat,
            seconds=facts.work_s,
        )
        self.add(line, Said(name_in(_WORKED), own, line.text))
        self.here(line).within = line.block.line

    def named_before(self, name: str) -> ExerciseDraft | None:
        """The exercise of the section one is in that has this name, or the only one that has all of its words."""
        words = frozenset(bare_words(name))
        if not words:
            return None
        having = [one for called, one in self.called.items() if words <= called]
        return self.called.get(words) or (having[0] if len(having) == 1 else None)

    def section_exercises(self) -> list[ExerciseDraft]:
        """The exercises of the section one is in."""
        return self.section.exercises if self.section else []
