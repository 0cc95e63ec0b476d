"""The lines in order, into a draft: each role has what is done with it."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, amounts_of, facts_of_all
from voicecoach.authoring.rules.amounts.joining import joined
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.below_headings import BelowHeadings
from voicecoach.authoring.rules.drafting.below_items import BelowItems
from voicecoach.authoring.rules.drafting.first_titles import LEAST_SESSION_S
from voicecoach.authoring.rules.drafting.in_section import leads_to_list, says_rest
from voicecoach.authoring.rules.drafting.naming import Naming
from voicecoach.authoring.rules.drafting.telling import (
    OF_OPTIONS,
    as_told,
    is_description,
    is_prose,
    is_told_with_sets,
    prescribes,
)
from voicecoach.authoring.rules.exercise_names.names import is_told, unlabelled
from voicecoach.authoring.rules.language.moment_words import OTHERWISE, PROGRESS, PROGRESSED
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import FOR_ALL, RESTING
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.statements import OF_ALL_PARTS, as_rounds, behind_round, parted_again
from voicecoach.authoring.rules.line_kinds.title_texts import as_many, often, title_facts
from voicecoach.authoring.rules.passes.above import heads_items, is_above_names
from voicecoach.authoring.rules.passes.legs import is_leg, runs
from voicecoach.authoring.rules.passes.manners import (
    AS_FOLLOWS,
    KEYED,
    LETTER,
    OF_ALL,
    is_long_sentence,
)
from voicecoach.authoring.rules.passes.neighbours import are_in_one_list, are_options, is_next, listed_rest
from voicecoach.authoring.rules.passes.parting import BEGUN
from voicecoach.authoring.rules.prose.in_sentences import told_in
from voicecoach.authoring.written import Unplaced
from voicecoach.definitions.model import Sides

_BELOW = in_any_case(r"\b(?:these|following|next|below|then|now)\b")
"""What stands below."""
_ONLY_OFTEN = in_any_case(r"\W*(?:x\s?\d|\d{1,2}\s?x\W*$|(?:repeat|do (?:it|this)(?: all)?|again)\b)")
"""How a line begins that says above a list how often it is done: `3x`, `Repeat twice more`."""
_THEN = re.compile(r"\W*(?:and )?then\b", re.IGNORECASE)
_OF_SOME = in_any_case(r"\b(?:heavy|big|main|work(?:ing)?|compound|max|hard)\b")
"""Which sets a rest is said of, if not of all."""
LEAST_BREAK_S = 480
MOST_SENTENCES = 2
"""A paragraph of more sentences may have exercises in them, whatever it says of sets."""

_OF_EACH_ONE = in_any_case(r"\b(?:each|ea)\b\W*(?:$|\()")
"""What stands alone above a list is of each exercise, and not on each side: `1 min each`."""


class Walk(Naming):
    """The lines, one after the other."""

    def __init__(self, lines: list[Line]) -> None:
        super().__init__(lines)
        self.below = BelowHeadings(self.draft)
        self.listed = BelowItems()
        self.taken = {
            Role.RULES: self.rules_title,
            Role.EQUIPMENT: self.equipment,
            Role.EXERCISE: self._exercise,
            Role.AMOUNT: self._amount,
            Role.STATEMENT: self._statement,
            Role.SENTENCE: self._sentence,
        }

    def go(self) -> None:
        """Through all of the lines, up to the end of the session."""
        for at, line in enumerate(self.lines):
            if line.role is Role.END and any(one.exercises for one in self.draft.sections):
                break
            self.at = at
            if line.is_heading:
                self.below.reach(line.block.level, self.stated_first())
            if line.block.kind in {BlockKind.ROW, BlockKind.ROW_HEAD}:
                self.row(line)
            elif rest := self.rest_of_all(at, line):
                before = self._apart(at, line)
                self._take(at, rest)
                self.listed.begun(line, before, self.section)

    def _apart(self, at: int, line: Line) -> SectionDraft | None:
        """The section one is in at a line; a new one where it ends what stands before it."""
        is_lead = self.section is not None and self.rules is None and leads_to_list(self.lines, at, self.section)
        if self.is_behind_warm_up(line) or is_lead:
            self.open(line, None)
        elif self.listed.ends(line, self.section):
            self.open(line, None)
            self.listed.behind(self.here(line))
        return self.section

    def _take(self, at: int, line: Line) -> None:
        taking = (self.take_instead, self.take_aside, self._grows, self.take_how)
        if self.take_title_of_all(at, line) or any(take(line) for take in taking):
            return
        self.columns, self.head_of_sets = (), None
        if line.block.breaks and line.block.kind is BlockKind.PARAGRAPH and self.exercise:
            self.exercise.is_instead = False
        if LETTER.fullmatch(line.text.strip()):
            self.open(line, None)
            return
        if line.role is Role.AMOUNT and heads_items(self.lines, at):
            self.open(line, None)  # `B. 3x` above bullets
            self.here(line).facts = title_facts(line.text)
            return
        if (
            self.take_timed(line)
            or self.goes_on(at, line)
            or self._leg(line)
            or self._rest_of_all(line)
            or self.is_more(line)
        ):
            return
        if self.is_needs and self.needed(line):
            return
        if line.role is Role.TITLE:
            self.title(at, line)
        elif line.role is Role.NAME:
            self.take_name(at, line)
        elif line.role in self.taken:
            self.taken[line.role](line)

    def _grows(self, line: Line) -> bool:
        """Take how it gets harder or easier, from one session to the next or now; whether it was that."""
        is_loaded = bool(line.facts.load) and not line.facts.sets and line.role is not Role.TITLE
        is_one = (is_loaded and bool(PROGRESSED.match(line.text))) or self._is_otherwise(line)
        if is_one:
            self.tell_of_all(line, line.text)
        return is_one

    def _is_otherwise(self, line: Line) -> bool:
        """Whether it tells behind a session which rests or rounds make that harder or easier."""
        is_behind = bool(self.exercise) and not self.is_headed and line.role in {Role.STATEMENT, Role.AMOUNT}
        return is_behind and bool(OTHERWISE.match(line.text))

    def _leg(self, line: Line) -> bool:
        """Add a warm-up or a cool-down that is an exercise of its own; whether it was that."""
        is_free = self.rules is None or self.is_beside
        is_one = is_free and not self.is_headed and is_leg(self.lines, self.at)
        if is_one:
            self.add_leg(line)
        return is_one

    def _exercise(self, line: Line) -> None:  # noqa: PLR0911 - a list of decisions
        if self.rules is not None and not (has_movement(line.name.text) or line.is_listed):
            self.rule(line, line.text)
            return
        if self.is_of_one_named(line.text) or OF_OPTIONS.search(line.text):
            self.draft.about.append(line.text)
            return
        if (
            self.exercise
            and self.exercise.is_headed
            and line.block.kind is BlockKind.ITEM
            and (not line.text.startswith(line.name.text) or BEGUN.match(line.text))
            and is_long_sentence(line.text)
            and not prescribes(line.text, self.exercise)
        ):
            self.tell(line)
            return
        is_told = self.is_told_deeper(line) or self.is_described_by(line)
        if is_told or (self.is_headed and (PROGRESS.match(line.text) or self.is_sided_below(line))):
            self.tell(line)
            return
        if self.exercise and self.is_named_again(line):
            self.tell(line)
            return
        if self.exercise and self.is_counted_below(line):
            self._join(self.exercise, line)
            return
        told = told_in(unlabelled(line.text))
        is_told = (len(sentences_in(line.text)) > 1 and self.told(line)) or self.is_pairing(line)
        if is_told or self.was_done(line, told, line.text):
            return
        is_on_each_side = any(one.facts.sides is Sides.EACH for one in told.exercises) and not line.facts.sides
        is_one = ", " in line.name.text and all(one.name.text in line.name.text for one in told.exercises)
        if (len(told.exercises) > 1 and not is_one) or is_on_each_side:
            self.add_all(line, self.behind_warm_up(line, told, line.text))
            return
        if self.is_said_again(line):
            self.here(line).notes.append(line.text)
            return
        self.add(line, Said(line.name, as_told(line, told), line.text))

    def _amount(self, line: Line) -> None:
        is_led_to = self.announced is not None and not line.block.breaks
        if self.rules is None and (is_led_to or is_prose(line, more_than=MOST_SENTENCES)) and self.told(line):
            return
        if self.rules is not None:
            self.rule(line, line.text)
            return
        if self.exercise and line.text.rstrip().endswith(":") and is_above_names(self.lines, self.at):
            self.open(line, None)  # `10 reps of:`
        if self.exercise is None and len(parted_again(line.text)) > 1:
            self.state(self.here(line), line.text)
        elif self.exercise is None:
            section, is_above = self.here(line), is_above_names(self.lines, self.at)
            is_lead, is_often = line.text.rstrip().endswith(":"), bool(_ONLY_OFTEN.match(line.text)) and is_above
            facts = facts_of_all(parts_of(line.text)) if is_lead or is_above else line.facts
            facts = as_many(facts, line.text) if facts.minutes else facts
            facts = replace(facts, sides=None) if facts.sides and _OF_EACH_ONE.search(line.text) else facts
            if facts.seconds and (facts.seconds[0] >= LEAST_SESSION_S or facts.work_s) and not facts.sets:
                facts = replace(facts, seconds=None, is_hold=None)  # how long all of it takes
            section.facts = section.facts.over(often(facts) if is_often else facts)
        elif self.exercise.is_headed and len(sentences_in(line.text)) > 1 and not line.facts.is_of_section:
            self.tell(line)
        elif self._is_rest_of_one(line):
            self._of_one(line)
        elif (is_whole := self.is_amount_of_all(line)) or self.is_of_all(line):
            section = self.here(line)
            place = self.draft if is_whole or self._is_rest_of_all(line) else section
            is_plain = is_whole or self.is_amount_of_bare(line)
            rounds = (
                facts_of_all(parts_of(line.text))
                if is_plain
                else listed_rest(section, line) or behind_round(section, as_rounds(line.facts), line.text)
            )
            place.facts = place.facts.over(rounds)
        else:
            self._join(self.exercise, line)
        self._tell_others(line)

    def _tell_others(self, line: Line) -> None:
        """Take what a line says beside its amount, if that is more than some words left over."""
        for other in line.name.others:
            if self.exercise and len(other.split()) > 3:  # noqa: PLR2004
                self.exercise.tell(other)

    def _is_rest_of_one(self, line: Line) -> bool:
        """Whether it is the rest of the exercise one is at alone."""
        return bool(RESTING.match(line.text)) and not line.facts.is_of_section and self._is_of_one(line)

    def _join(self, exercise: ExerciseDraft, line: Line) -> None:
        """Take an amount for the exercise one is at; if that has one, it is that of something without a name."""
        is_keyed = bool(KEYED.match(line.text))
        is_other = exercise.facts.has_amount and line.facts.has_amount and are_in_one_list(exercise.block, line.block)
        is_other = (is_other and not is_keyed) or self.is_timed_otherwise(self.here(line), line.facts)
        if exercise.facts.reps and line.facts.reps and is_next(exercise, line):
            self.add(line, Said(line.name, line.facts, line.text))  # `5 presses` behind `5 cleans`
            return
        facts = exercise.facts if is_other else joined(exercise.facts, line.facts, line.text)
        is_left = is_other or bool(amounts_of(line.facts) - amounts_of(facts))
        if not is_left or is_told(line.text.lstrip("0123456789 .)")):
            exercise.facts = facts
        if is_left:
            self.draft.unplaced.append(Unplaced(line.block.line, f"{line.block.marker} {line.text}".strip()))

    def _statement(self, line: Line) -> None:
        if self._begins_with_rest(line):
            self.open(line, None)
        if self._is_of_one(line):
            self._of_one(line)
            return
        if runs(line) and not self.is_headed and not is_above_names(self.lines, self.at):
            self.add_all(line, told_in(line.text))
            return
        if self._is_interval(line):
            self.add_interval(line)
            return
        if self._begins_by_clock(line):
            self.open(line, None)
        is_named = is_prose(line, more_than=1) or is_told_with_sets(line)
        if self.rules is None and not line.is_heading and is_named and self.told(line):
            return
        place = self.rules or self._place_of(line)
        self.state(place, line.text)
        if place is self.draft and self.rules is None:
            self.below.state_of_all()

    def _begins_by_clock(self, line: Line) -> bool:
        """Whether it times the names below, apart from exercises above with amounts of their own: `40 s on, 20 off`."""
        above = self.section.exercises if self.section and self.rules is None else []
        is_apart = line.block.breaks > 0 and bool(line.facts.work_s)
        is_apart = is_apart or (bool(line.facts.kind) and bool(_THEN.match(line.text)))
        is_apart = is_apart and is_above_names(self.lines, self.at)
        return is_apart and bool(above) and all(one.facts.has_amount for one in above)

    def _begins_with_rest(self, line: Line) -> bool:
        """Whether it has the rest of the exercises below, apart from those above that all have their own."""
        above = self.section.exercises if self.section and self.rules is None else []
        is_apart = line.block.breaks > 0 and bool(line.facts.rest_s) and bool(_BELOW.search(line.text))
        return is_apart and bool(above) and all(one.facts.has_amount and one.facts.rest_s for one in above)

    def _is_interval(self, line: Line) -> bool:
        """Whether it is a stretch of its own behind a warm-up, by the clock, unnamed: `10 x 1 min on/1 min off`."""
        is_counted = bool(line.facts.work_s and (line.facts.rounds or line.facts.repeat)) and line.text[:1].isdecimal()
        is_behind_leg = self.section is not None and self.section.is_inline and bool(self.section.exercises)
        return is_counted and is_behind_leg and not line.name.text and not is_above_names(self.lines, self.at)

    def _is_of_one(self, line: Line) -> bool:
        """Whether `each set` or `between sets` is said of the exercise told about: others are told about below."""
        if self.rules is not None or not self.exercise or not (self.exercise.is_headed or is_description(line)):
            return False
        below = (one.role for one in self.lines[self.at + 1 :] if one.role not in {Role.SENTENCE, Role.AMOUNT})
        is_between = next((role in {Role.NAME, Role.EXERCISE} for role in below if role is not Role.STATEMENT), False)
        before = self.section_exercises()[:-1]
        return (
            is_between
            or any(one.facts.rest_s or (line.facts.pause_s and one.facts.pause_s) for one in before)
            or (self.exercise.is_headed and len(sentences_in(line.text)) > 2)  # noqa: PLR2004 - on how it is done
        )

    def _of_one(self, line: Line) -> None:
        """Take what is said of the exercise one is at, but for the sentences on all of them."""
        sentences = sentences_in(line.text)
        is_apart = line.block.breaks > 0 and bool(sentences) and bool(OF_ALL.search(sentences[0]))
        for sentence in sentences:
            if OF_ALL.search(sentence):
                self.state(self._place_of(line), sentence)
            elif is_apart:
                self.tell_of_all(line, sentence)
            else:
                self.tell(replace(line, block=replace(line.block, text=sentence)), is_own=True)

    def _place_of(self, line: Line) -> SectionDraft | Draft:
        """What a statement is about: the section one is in, all of the text before that."""
        if self.section is None or (self.section.is_inline and len(self.draft.sections) > 1):
            return self.draft
        if line.block.breaks and are_options(self.draft.sections):
            return self.draft
        if self.is_amount_of_all(line):
            return self.draft
        if OF_ALL_PARTS.search(line.text) or self._is_rest_of_all(line):
            return self.draft
        return self.section

    def _rest_of_all(self, line: Line) -> bool:
        """Take nothing but a rest, where all that is done comes below the next heading; whether it was that."""
        is_rest = bool(line.facts.rest_s) and not (line.facts.has_amount or line.facts.is_of_section)
        is_stated = line.role in {Role.AMOUNT, Role.STATEMENT} and self.rules is None
        drafted = (one for section in self.draft.sections for one in section.exercises)
        if is_rest and is_stated and self.exercise and (line.facts.rest_s or (0, 0))[0] >= LEAST_BREAK_S:
            self.open(line, None)  # nobody rests so long between sets
            return True
        if not (is_rest and is_stated) or any(one.facts.has_amount for one in drafted):
            return False
        below = (one for one in self.lines[self.at + 1 :] if one.is_heading or one.calls_exercise)
        is_above = next((one.is_heading for one in below), False)
        if is_above:
            self.state(self.draft, line.text)
        return is_above

    def _is_rest_of_all(self, line: Line) -> bool:
        """Whether it is the only rest that the text says, behind all of its sections."""
        is_rest = bool(line.facts.rest_s) and not (line.facts.has_amount or line.facts.is_of_section)
        is_rest = is_rest and not _OF_SOME.search(line.text)
        return (
            is_rest
            and len(self.draft.sections) > 1
            and self.is_last(line)
            and not any(map(says_rest, self.draft.sections))
        )

    def _sentence(self, line: Line) -> None:
        text = line.text
        if self.is_told_of_all(line):
            self.tell_of_all(line, text)
            return
        if AS_FOLLOWS.search(text):
            self.rules, self.is_aside, self.is_reason = self.draft, True, True
            self.draft.about.append(text)
            return
        if self.is_unread_label(line):
            self.draft.unplaced.append(Unplaced(line.block.line, text))
            return
        if self.told(line):
            return
        if (step := self.step_of(line)) is not None:
            self.add(line, Said(step, Facts(), text))
        elif self.rules is not None:
            self.rule(line, text)
        elif self.exercise is not None:
            self.tell(line)
        elif line.facts.is_of_section or self._states_sets(line) or (FOR_ALL.search(text) and line.facts.says_anything):
            self._statement(line)
        elif line.facts.rest_s and not line.facts.has_amount and self.is_before_all():
            self.introduce(line)
        else:
            self.tell_of_all(line, text)

    def _states_sets(self, line: Line) -> bool:
        """Whether a sentence above a list says how many sets, and of what: `Start with 3 sets of 10`."""
        is_whole = bool(line.facts.sets and line.facts.has_amount)
        return is_whole and not has_movement(line.text) and is_above_names(self.lines, self.at)
