"""Where one is in the text, and what is put where: the draft so far with its section and exercise."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.facts import Facts, facts_of, facts_of_all, joined
from voicecoach.authoring.rules.gathering import is_of_another
from voicecoach.authoring.rules.in_section import (
    AT_THE_END,
    has_own_rest,
    in_sets,
    is_behind_whole,
    is_listed_together,
    is_only_amounts,
)
from voicecoach.authoring.rules.lines import Line
from voicecoach.authoring.rules.moment_words import PROGRESS, started_with
from voicecoach.authoring.rules.movements import bare_words
from voicecoach.authoring.rules.names import Name, name_in
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.pattern import in_any_case
from voicecoach.authoring.rules.said import SAME, Said, Told
from voicecoach.authoring.rules.sentence_words import FOR_ALL
from voicecoach.authoring.rules.sentences import Moment, moment_of, sentences_in, spoken
from voicecoach.authoring.rules.statements import (
    ABLE,
    AGAIN,
    BETWEEN,
    HELD,
    OF_A_DAY,
    OF_EACH,
    OF_ONESELF,
    STEPS,
    THROUGHOUT,
    WITH_ALL,
    as_rounds,
    of_all,
    parted_again,
    repeated,
)
from voicecoach.authoring.rules.title_lines import length_s
from voicecoach.authoring.rules.titles import Titles
from voicecoach.authoring.rules.words import ONE_OF_IT
from voicecoach.authoring.written import Unplaced
from voicecoach.definitions.session import SectionKind

_BETWEEN_SETS = re.compile(r"\bbetween\s+sets\b", re.IGNORECASE)
_WORKED = "on"
"""What the work between rests is called that has no name: `1 min on`."""
_OF_EXERCISES = in_any_case(r"\b(?:exercises?|moves?|movements?|lifts?|stretch(?:es)?|everything)\b")


class Place:
    """The draft, and where in it the next line belongs.

    `rules` is what is being told about where rules are listed; `is_beside` says that what is told is no part of the
    session, `is_lead` that the section's title ended with a colon. `called` are the exercises of the section one is in,
    by the words of their names.
    """

    def __init__(self) -> None:
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
        self.section.load, self.draft.load = self.draft.load, None
        self.section.before_s, self.draft.before_s = self.draft.before_s, None
        self.draft.sections.append(self.section)

    def close(self) -> None:
        """Leave the section one is in; one that nothing was put into is forgotten."""
        if self.section and not self.section.exercises:
            if self.draft.sections and self.draft.sections[-1] is self.section:
                self.draft.sections.pop()
            self.draft.load, self.draft.before_s = self.section.load, self.section.before_s
            if self.section.title and self.section.facts.says_anything:
                self.titles.keep(self.section.facts)
            elif not self.draft.sections:
                self.draft.facts = self.draft.facts.over(self.section.facts)  # said before anything is named

    def here(self, line: Line) -> SectionDraft:
        """The section that one is in; one without a title where none was begun."""
        if self.section is None:
            self.open(line, None)
        assert self.section  # noqa: S101 - it was opened
        return self.section

    def add_all(self, line: Line, told: Told) -> None:
        """Add the exercises of a sentence; what is walked or run before and behind what is repeated stands alone."""
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
        section.is_running = section.is_running or (told.is_running and len(told.exercises) > 1)
        for said in told.exercises:
            self.add(line, said)

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
        said = in_sets(section, said)
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

    def rule(self, line: Line, text: str) -> None:
        """Take what is said where rules are listed: `text` of `line`."""
        assert self.rules is not None  # noqa: S101 - asked by the caller
        if facts_of(parts_of(text)).says_anything and not PROGRESS.match(text):
            self.state(self.rules, text)
        else:
            self.tell_of_all(line, text)

    def state(self, place: SectionDraft | Draft, text: str) -> None:
        """Take a statement about all of a section, or of the session."""
        for sentence in (part for one in sentences_in(text) for part in parted_again(one)):
            facts = repeated(facts_of_all(parts_of(sentence)), sentence)
            if (ABLE.search(sentence) and not facts.goal) or OF_A_DAY.search(sentence):
                self.tell_of_all(None, sentence)
                continue
            if self._is_said_again(facts, sentence) or self.is_timed_otherwise(place, facts):
                self.tell_of_all(None, sentence)
                continue
            if facts.load and WITH_ALL.search(sentence) and not PROGRESS.search(sentence):
                self.load_all(place, facts.load, sentence)
            if facts.rest_s and place.facts.rest_s and not place.facts.work_s and BETWEEN.search(sentence):
                place.facts = replace(place.facts, rest_s=facts.rest_s)
            if isinstance(place, Draft) and facts.seconds and HELD.search(sentence) and not OF_EACH.search(sentence):
                place.holds = place.holds.over(facts)
            elif facts.says_anything:
                place.facts = place.facts.over(of_all(place, facts, sentence))
            else:
                self.tell_of_all(None, sentence)

    def is_timed_otherwise(self, place: SectionDraft | Draft, facts: Facts) -> bool:
        """Whether a time is said behind exercises that all have theirs by the clock, as of what comes then."""
        sections = place.sections if isinstance(place, Draft) else [place]
        timed = [one.facts.work_s or self.draft.facts.work_s for one in sections if one.exercises]
        return bool(facts.seconds and not facts.sets and timed and all(timed)) and facts.seconds not in timed

    def _is_said_again(self, facts: Facts, sentence: str) -> bool:
        """Whether a sentence on sets is about the only exercise of several sections that has some."""
        own = [one for section in self.draft.sections for one in section.exercises if one.facts.sets]
        is_known = bool(facts.sets and len(own) == 1 and len(self.draft.sections) > 1)
        return is_known and not THROUGHOUT.search(sentence) and not _OF_EXERCISES.search(sentence)

    def load_all(self, place: SectionDraft | Draft, load: str, sentence: str) -> None:
        """Take the load of all exercises: of the next section, or of the whole text where it is said so."""
        if isinstance(place, Draft) and THROUGHOUT.search(sentence):
            place.load_of_all = place.load_of_all or load
        else:
            place.load = place.load or load

    def named_before(self, name: str) -> ExerciseDraft | None:
        """The exercise of the section one is in that has this name, or the only one that has all of its words."""
        words = frozenset(bare_words(name))
        if not words:
            return None
        having = [one for called, one in self.called.items() if words <= called]
        return self.called.get(words) or (having[0] if len(having) == 1 else None)

    def is_same(self, said: Said) -> bool:
        """Whether a sentence is about the exercise one is at, which has no amount yet."""
        if not self.exercise or self.exercise.facts.has_amount:
            return False
        return bool(ONE_OF_IT.fullmatch(said.name.text)) or bool(
            set(bare_words(said.name.text)) <= set(bare_words(self.exercise.name))
        )

    def after_prose(self, line: Line, facts: Facts, sentence: str) -> None:
        """Take the facts of a sentence behind those that named exercises."""
        section = self.here(line)
        within = [one for one in section.exercises if one.line == line.block.line]
        several = len(within or section.exercises) > 1
        if several and (
            FOR_ALL.search(sentence)
            or facts.repeat
            or facts.is_of_section
            or (facts.reps and AGAIN.search(sentence))
            or (facts.rest_s and not facts.has_amount and not has_own_rest(section, sentence))
        ):
            section.facts = section.facts.over(as_rounds(facts))
            section.is_round = section.is_round or bool(section.facts.rounds)
        elif self.exercise:
            self.exercise.facts = joined(self.exercise.facts, facts, sentence)

    def tell_sentence(self, sentence: str) -> None:
        """Take a sentence about the exercise one is at, if there is one."""
        if self.exercise:
            self.exercise.tell(sentence)

    def tell(self, line: Line, *, is_own: bool = False) -> None:
        """What is said about the exercise one is at; an amount in it is the exercise's if it has none.

        `is_own` says that no other exercise can be meant.
        """
        assert self.exercise  # noqa: S101 - asked by the caller
        exercise = self.exercise
        for sentence in sentences_in(line.text):
            start = started_with(sentence)
            facts, moment = (
                replace(facts_of(parts_of(start)), sides=facts_of(parts_of(sentence)).sides),
                moment_of(start),
            )
            stated = (self.section or self.draft).facts.has_amount or self.draft.facts.has_amount
            is_own_story = line.block.breaks > 0 and not exercise.is_headed and OF_ONESELF.search(sentence)
            is_anothers = exercise.facts.has_amount and is_of_another(Said(Name(""), facts, sentence))
            if ABLE.search(sentence) or is_own_story or is_anothers:
                facts = Facts()
            elif self._is_behind_list(line):
                facts = Facts(rest_s=facts.rest_s, round_rest_s=facts.round_rest_s, rounds=facts.rounds)
            elif stated and STEPS.search(sentence):
                facts = replace(facts, reps=None)
            is_instead = exercise.is_instead or moment is Moment.INSTEAD
            if not is_own and line.block.kind is BlockKind.PARAGRAPH and self._is_rest_of_list(facts):
                self.section_facts(facts)
            elif (
                facts.says_anything and not is_instead and moment not in {Moment.PROGRESS, Moment.EASIER, Moment.SAFETY}
            ):
                self.learn(exercise, facts, sentence)
            if not is_only_amounts(sentence):
                exercise.tell(sentence)

    def _is_behind_list(self, line: Line) -> bool:
        """Whether it stands apart behind a list whose amounts are stated for all of it: it adds none to the last."""
        section, exercise = self.section, self.exercise
        if section is None or exercise is None or exercise.is_headed or not line.block.breaks:
            return False
        return bool(section.facts.work_s or self.draft.facts.work_s) and len(section.exercises) > 1

    def _is_rest_of_list(self, facts: Facts) -> bool:
        """Whether a rest behind a list of exercises, none of which has one, is that of all of them."""
        listed = self.section_exercises()
        return bool(
            facts.rest_s
            and not facts.has_amount
            and len(listed) > 1
            and all(one.facts.has_amount and not one.facts.rest_s and not one.is_headed for one in listed)
        )

    def is_of_all(self, line: Line) -> bool:
        """Whether what stands behind a list of exercises is about all of them."""
        assert self.section  # noqa: S101 - there is an exercise
        facts, several = line.facts, len(self.section.exercises) > 1
        is_own = bool(facts.rest_s) and not facts.repeat and not facts.sets and self._has_own_rests()
        text = _BETWEEN_SETS.sub("", line.text) if is_own else line.text
        if facts.is_of_section and facts.has_amount and not several and self.is_headed:
            return False
        if facts.is_of_section or (several and FOR_ALL.search(text)):
            return True
        if is_own:
            return False
        is_how_often = bool(facts.repeat or facts.sets or facts.rest_s) and not facts.has_amount
        if facts.reps and re.match(r"\W*(?:repeat\b|x\s*\d)", line.text, re.IGNORECASE):
            is_how_often = True
        complete = len({bool(one.facts.has_amount or one.facts.sets) for one in self.section.exercises}) == 1
        return several and is_how_often and complete and not self.is_headed and line.block.kind is not BlockKind.ITEM

    def _has_own_rests(self) -> bool:
        """Whether each exercise has its rest on a line below it: one before had, or the section's is another."""
        assert self.section  # noqa: S101 - it has exercises
        return bool(self.section.facts.rest_s) or any(one.facts.rest_s for one in self.section.exercises[:-1])

    def section_facts(self, facts: Facts) -> None:
        """Take the rest that all exercises of the section have."""
        if self.section:
            self.section.facts = self.section.facts.over(Facts(rest_s=facts.rest_s))

    def learn(self, exercise: ExerciseDraft, facts: Facts, sentence: str) -> None:
        """Take facts about an exercise, or about the round that it is in."""
        if exercise.is_headed and facts.rounds and facts.has_amount and not facts.kind:
            facts = replace(facts, rounds=None, sets=facts.sets or facts.rounds)  # 3 rounds of 20 hops
        if facts.is_of_section and len(self.section_exercises()) > 1:
            assert self.section  # noqa: S101 - it has exercises
            self.section.facts = self.section.facts.over(as_rounds(facts))
        elif facts.has_amount and exercise.facts.pause_s and not exercise.facts.has_amount:
            exercise.facts = exercise.facts.over(facts)
        else:
            exercise.facts = joined(exercise.facts, facts, sentence)

    def section_exercises(self) -> list[ExerciseDraft]:
        """The exercises of the section one is in."""
        return self.section.exercises if self.section else []

    def tell_of_all(self, line: Line | None, text: str) -> None:
        """What is told of the session; a line that may have been meant as an exercise is one nobody could place."""
        for sentence in sentences_in(text):
            if moment_of(sentence) is Moment.SAFETY and (said := spoken(sentence)):
                self.draft.safety.append(said)
            elif line is not None and line.facts.has_amount and self.draft.sections:
                self.draft.unplaced.append(Unplaced(line.block.line, sentence))
            else:
                self.draft.about.append(sentence)
