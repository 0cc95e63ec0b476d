"""The titles of the text: of all of it, of its sections, of rules, of what is needed."""

from __future__ import annotations

import re

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of, facts_of_all
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.first_titles import is_first_title
from voicecoach.authoring.rules.drafting.in_section import says_rest, sentences_behind
from voicecoach.authoring.rules.drafting.often_behind import is_often_behind, is_only_often
from voicecoach.authoring.rules.drafting.stating import Stating
from voicecoach.authoring.rules.drafting.things import things_in
from voicecoach.authoring.rules.drafting.versions import is_amount_of_some, is_instead_of, is_labelled_version
from voicecoach.authoring.rules.exercise_names.names import name_in, unlabelled
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.language.words import GENERIC
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.authoring.rules.line_kinds.drafts import ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.line_kinds.lines import is_reached
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.statements import as_rounds
from voicecoach.authoring.rules.line_kinds.title_lines import WHOLE_LENGTH
from voicecoach.authoring.rules.line_kinds.title_texts import (
    as_many,
    bare_title,
    calls_sections,
    facts_behind,
    of_all,
    often,
    title_facts,
    whole_title,
    with_more,
)
from voicecoach.authoring.rules.passes.above import names_those_below
from voicecoach.authoring.rules.prose.in_sentences import told_in

MOST_WORDS_BEHIND = 6
LOWEST = 6
"""The level of a heading that stood in a sentence."""
_BEFORE_TITLE = frozenset({Role.NOISE, Role.SENTENCE})
_PART = in_any_case("warm|cool|day|week|part|block|circuit|superset|round|emom|amrap")
"""How the title of a part begins, which is never that of all."""
_OF_BODY = any_of(
    "(?:upper|lower|full|whole)[ -]body|push|pull|legs?|core|arms|back|chest|cardio|rest|glutes|shoulders",
)
_LETTERED = in_any_case(
    r"(?:block|part|phase|day|session|workout|circuit|round|section|group|stage|level|module|week)\s+(?:[a-z]|\d{1,2}|[ivx]{1,4}|one|two|three|four|five|six)\b"
)
"""A title that is one of several, and counted."""
_TITLE_OF_PART = in_any_case(
    rf"{_OF_BODY}(?:\s+(?:day|workout|session|strength))?(?:\s*\([^()\d]*\)|\s*[&+-]\s*[a-z ]+)?",
    r"(?:for|after|before|on)\s(?!time\b|reps?\b|rounds?\b|load\b)[^\d.,:;]+",
    r"(?:[a-z&/-]+ ){1,3}(?:workout|session|day|intervals|endurance|training|focus)",
)
"""What stands behind `Day 1:` and is the day's title."""
_ONLY_NUMBER = re.compile(r"\d{1,2}(?:\s*[-–]\s*\d{1,2})?\W*")
_ONLY_MINUTES = in_any_case(r"\W*\d{1,3}[\s-]*(?:min(?:ute)?s?|')\W*")
_ON_FORM = in_any_case(r"\b(?:tips|technique|pointers|form|cues)\b")
"""The title of how exercises are done that were listed before."""
_OF_ONE = in_any_case(r"(?:variations?|progressions?|regressions?|modifications?|alternatives?|adaptations?)\s*:")
"""What is told of one exercise, where one with a heading is told about."""


class Headings(Stating):
    """What is done with titles.

    `title_in_line` is the last title, if exercises stood behind it on its line. `is_weak` says the session's title may
    yet be another line, `is_instead` that what is done instead is listed.
    """

    def __init__(self, lines: list[Line]) -> None:
        super().__init__()
        self.lines = lines
        self.is_weak = False
        self.is_instead = False
        self.is_on_form = False
        self.title_in_line: str | None = None
        self.levels = [one.block.level for one in lines if one.is_heading]
        self.first = next((at for at, one in enumerate(lines) if one.role is not Role.NOISE), len(lines))
        named = (
            at
            for at, one in enumerate(lines)
            if one.role not in _BEFORE_TITLE and (one.is_heading or one.role is not Role.NAME)
        )
        self.first_named = next(named, len(lines))

    def take_instead(self, line: Line) -> bool:
        """Take what is done instead of the exercise one is at; whether it was that."""
        if self.exercise and self.rules is None and is_amount_of_some(line):
            self._of_some(self.exercise, line)
            return True
        is_listed = self.is_instead and line.calls_exercise and not line.is_heading
        self.is_instead = is_listed and line.block.kind is BlockKind.ITEM
        is_called = line.role in {Role.NOISE, Role.TITLE} and not is_labelled_version(line)
        if not self.exercise or is_called or not (is_listed or is_instead_of(line)):
            return False
        self.is_instead = self.is_instead or line.text.rstrip().endswith(":")
        self.exercise.tell(line.text)
        return True

    @staticmethod
    def _of_some(exercise: ExerciseDraft, line: Line) -> None:
        """Take how much some do of an exercise: a remark, beside an amount for all or for those who do least."""
        if not (exercise.facts.has_amount or exercise.facts.sets):
            exercise.facts = exercise.facts.over(line.facts)
        exercise.notes.append(line.text)

    def take_title_of_all(self, at: int, line: Line) -> bool:
        """Take the highest heading at the top of the text as the title of all; whether it was that."""
        levels = self.levels
        is_reached_by_all = line.role is Role.NOISE and not (self.draft.title or self.draft.sections)
        is_open = not (self.draft.title or self.draft.sections)
        is_first = is_open and is_first_title(self.lines, at, first=self.first)
        if is_first or (is_reached_by_all and is_reached(line)):
            self.draft.title, self.is_weak = whole_title(line.text), True
            self.draft.facts = self.draft.facts.over(of_all(line.facts, line.text) if line.is_heading else Facts())
            return True
        is_top = line.is_heading and line.block.level == min(levels) and levels.count(line.block.level) == 1
        is_top = is_top and line.block.level < LOWEST  # what a sentence calls is no title
        if (
            not is_top
            or self.draft.title
            or self.draft.sections
            or (len(levels) == 1 and bool(line.facts.sets or (line.facts.reps and has_movement(line.text))))
        ):
            return False
        if (
            line.role in {Role.RULES, Role.EQUIPMENT}
            or SECTION.fullmatch(line.text.strip(" :"))
            or re.match(r"(?:day|week)\s*\d", line.text, re.IGNORECASE)
        ):
            return False
        self.draft.title = whole_title(line.text)
        self.draft.facts = self.draft.facts.over(of_all(line.facts, line.text))
        return True

    def title(self, at: int, line: Line) -> None:
        """Begin the section whose title `line` is, the `at`-th of the text."""
        self._first_is_of_all(line)
        if self._is_of_session(at, line):
            self.draft.title, self.is_weak = whole_title(line.text), False
            is_of_all = line.facts.is_of_section or line.facts.rest_s
            self.draft.facts = self.draft.facts.over(line.facts) if is_of_all else self.draft.facts
            return
        title = line.text if line.is_numbered else bare_title(line.text.removesuffix(line.tail))
        is_more = bool(line.tail) and not line.facts.is_of_section and bool(self.section_exercises())
        is_same = is_more and title == self.title_in_line
        if self.section and self.section.title and not self.section.exercises and is_only_often(line):
            self.section.facts = title_facts(line.text).over(self.section.facts)
            self.exercise, self.rules, self.is_beside = None, None, False
            return
        if is_often_behind(self.lines, at, self.section):
            self._often(self.here(line), line)
            return
        if not is_same:  # `Strength: squats`, `Strength: dips`
            self.open(line, title)
        self.title_in_line = title if line.tail else None
        assert self.section  # noqa: S101 - it was opened
        if line.tail and self._is_above_title(at, line):
            self.section.title = f"{title}: {line.tail}"
        elif line.tail:
            self._tail(line)
        elif not line.is_numbered:
            self.section.facts = title_facts(line.text)

    def _first_is_of_all(self, line: Line) -> None:
        """Take the first line, which opened a section, as the title of all where another title is below it."""
        first = self.section
        if first is None or not first.title or first.exercises or self.draft.title or len(self.draft.sections) > 1:
            return
        is_first = first.line == self.lines[self.first].block.line and not line.facts.is_of_section
        if is_first and not (_PART.match(first.title) or first.facts.is_of_section or first.weeks):
            self.draft.title, self.is_weak, first.title = first.title, False, None

    def _often(self, section: SectionDraft, line: Line) -> None:
        """Take how often the exercises of `section` are done."""
        if line.facts.rounds:
            self.state(section, line.text)
        else:
            section.facts = section.facts.over(as_rounds(often(line.facts)))

    def _is_above_title(self, at: int, line: Line) -> bool:
        """Whether a heading has a lower one right below it: then what stands behind its colon is more of the title."""
        below = self.lines[at + 1 : at + 2]
        is_above = line.is_heading and any(one.is_heading and one.block.level > line.block.level for one in below)
        return is_above and not parts_of(line.tail).parts

    def _tail(self, line: Line) -> None:
        """What stands behind a title on its line: facts, exercises, or more of the title."""
        section = self.here(line)
        if line.facts.rounds and _ONLY_NUMBER.fullmatch(line.tail):
            section.facts = section.facts.over(Facts(rounds=line.facts.rounds))  # `Rounds: 4`
            return
        if line.facts.minutes and _ONLY_MINUTES.fullmatch(line.tail):
            section.facts = section.facts.over(title_facts(line.text))  # `AMRAP: 12 minutes`
            return
        head = line.text.removesuffix(line.tail)
        section.facts = section.facts.over(as_many(facts_of_all(parts_of(head)), head))
        section.within = line.block.line if self._is_item_of_one(line) else None
        if timed := by_clock(line.tail):
            self.add_all(line, timed)
            return
        if self._is_more_of_title(line):
            section.title = with_more(section.title, line.tail)
            return
        is_aside = line.tail[:1] + line.tail[-1:] == "()" and not facts_of(parts_of(line.tail)).has_amount
        sentences = [] if is_aside else sentences_behind(line.tail)
        if any(told_in(one, is_list=True).exercises for one in sentences):
            section.is_inline = True
            self._told_behind(line, sentences)
            return
        first, *others = sentences_in(line.tail)
        own = facts_of(parts_of(first))
        if own.sets and (own.seconds or own.distance_m):
            name = name_in(bare_title(line.text.removesuffix(line.tail)))
            self.add(line, Said(name, own, first), is_headed=True).tell(" ".join(others))
            return
        facts = facts_behind(line.tail)
        if facts.says_anything:
            section.facts = section.facts.over(facts)
        elif not GENERIC.fullmatch(line.tail):
            is_short = len(line.tail.split()) <= MOST_WORDS_BEHIND
            section.title = with_more(section.title, line.tail) if is_short else section.title

    def _is_item_of_one(self, line: Line) -> bool:
        """Whether it is an item of a list, and the next that is one is no deeper."""
        if line.block.kind is not BlockKind.ITEM:
            return line.block.marker[:1].isdecimal()
        below = self._right_below()
        return below is not None and below.block.kind is BlockKind.ITEM and below.block.level <= line.block.level

    def _right_below(self) -> Line | None:
        return next((one for one in self.lines[self.at + 1 :] if one.role is not Role.NOISE), None)

    def _is_more_of_title(self, line: Line) -> bool:
        """Whether what stands behind a title is no exercise: the kind of part, or all below have their amounts."""
        tail = line.tail.strip()
        is_numbered = tail[-1:].isdecimal() and bool(SECTION.fullmatch(tail))  # `Monday: Push 1`
        if is_numbered or _TITLE_OF_PART.fullmatch(tail) or calls_sections(tail):
            return True
        if self._is_of_part(line) or names_those_below(self.lines, self.at):
            return True
        is_day = line.is_heading and bool(_WEEKDAY.match(line.text))  # `Wednesday - easy run`
        told = [one for one in self.lines[self.at + 1 : self.at + 4] if one.role is not Role.NOISE]
        below = told[: 1 if is_day else 2]
        is_again = (is_day or not parts_of(tail).parts) and any(tail.lower() in one.text.lower() for one in below[:1])
        is_called = is_again or not (parts_of(tail).parts or ", " in tail or not (is_day or _LETTERED.match(line.text)))
        counted = sum(one.facts.has_amount and one.role is not Role.AMOUNT for one in below)
        return is_called and (counted >= 2 - (is_day or is_again) or any(one.block.cells for one in below))

    def _is_of_part(self, line: Line) -> bool:
        """Whether a heading with a whole length at its end stands above parts, or above exercises of its list."""
        if not (line.is_heading and WHOLE_LENGTH.search(line.text)):
            return False
        below = self._right_below()
        is_part = below is not None and below.is_heading and below.block.level > line.block.level
        return is_part or (below is not None and below.calls_exercise and not below.is_heading)

    def _told_behind(self, line: Line, sentences: list[str]) -> None:
        """Add the exercises of the sentences behind a title, and take what those say that have none."""
        for sentence in sentences:
            told, facts = told_in(sentence, is_list=True), facts_of(parts_of(sentence))
            if told.exercises:
                self.add_all(line, told)
            elif facts.says_anything and not self.here(line).exercises:
                section = self.here(line)
                section.facts = section.facts.over(as_many(facts_of_all(parts_of(sentence)), sentence))
            elif facts.says_anything:
                self.after_prose(line, facts, sentence)
            else:
                self.tell_sentence(sentence)

    def _is_of_session(self, at: int, line: Line) -> bool:
        """Whether it is the title of all: the first line, and more than the name of a part."""
        facts = line.facts
        if facts.is_of_section or facts.sets or facts.reps or facts.repeat or facts.each_set:
            return False
        if self.draft.sections or line.tail or (self.draft.title and not self.is_weak):
            return False
        if line.is_heading and line.block.level == 1 and not self.draft.title:
            return not _PART.match(line.text)
        if at > self.first_named or self._is_one_of_days(at, line):
            return False
        found = SECTION.match(unlabelled(line.text))
        is_more = not found or len(line.text) > found.end() + 3
        return is_more and not _PART.match(line.text)

    def _is_one_of_days(self, at: int, line: Line) -> bool:
        """Whether it is the title of a day, and others of other days come."""
        below = (one for one in self.lines[at + 1 :] if one.role is Role.TITLE)
        return bool(_WEEKDAY.match(line.text)) and any(_WEEKDAY.match(one.text) for one in below)

    def rules_title(self, line: Line) -> None:
        """Begin what holds for all, or for the section one is in."""
        alike = sum(_label(one) == _label(line) for one in self.lines)
        is_told = bool(line.tail) and (alike > 1 or bool(_OF_ONE.match(line.text)))
        if (one := self.exercise) and is_told and (one.is_headed or not one.facts.says_anything):
            one.is_headed = True
            one.tell(line.tail)  # a part of what is told of each exercise
            return
        self.exercise, self.is_beside, self.is_on_form = None, False, bool(_ON_FORM.search(line.text))
        is_of_all = len(self.draft.sections) > 1 and self.is_last(line)
        self.rules = self.section if self.section and self.section.exercises and not is_of_all else self.draft
        if line.tail:
            self.rule(line, line.tail)

    def is_last(self, line: Line) -> bool:
        """Whether nothing to be done comes behind a title, which is no lower than those of the sections."""
        lines = self.lines[self.at + 1 :]
        behind = (one.role in {Role.TITLE, Role.EXERCISE, Role.NAME} or one.is_heading for one in lines)
        is_low = line.is_heading and line.block.level > min(self.levels) and any(map(says_rest, self.draft.sections))
        return not is_low and bool(line.block.breaks) and not any(behind)

    def equipment(self, line: Line) -> None:
        """Take what is needed, behind `Equipment` or in the lines below it."""
        tail = line.tail.strip(" .")
        if self.exercise and self.exercise.is_headed and tail:
            self.exercise.needs += things_in(tail)
        else:
            self.draft.needs += things_in(tail)
        self.is_needs = not tail

    def needed(self, line: Line) -> bool:
        """Take a line below `Equipment`; whether it was one."""
        is_listed = line.block.kind is BlockKind.ITEM or not line.block.breaks
        is_thing = line.role in {Role.NAME, Role.SENTENCE, Role.NOISE} or (
            line.role is Role.EXERCISE
            and is_listed
            and not (has_movement(line.name.text) and (line.facts.sets or line.facts.seconds))
        )
        is_counted = line.block.kind is BlockKind.ITEM and line.block.marker[:1].isdecimal() and line.block.breaks > 0
        is_first = (
            is_counted and line.block.marker[:1] == "1" and bool(self.draft.needs) and ends_with_movement(line.text)
        )
        if not is_thing or line.is_heading or is_first:
            self.is_needs = False
            return False
        self.draft.needs += things_in(line.text)
        self.is_needs = is_listed
        return True


_WEEKDAY = in_any_case(r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b")


def _label(line: Line) -> str:
    """What a title of rules is, whatever stands behind it on its line."""
    text = line.text.removesuffix(line.tail) if line.role is Role.RULES else line.text.partition(":")[0]
    return text.strip(" :").lower()
