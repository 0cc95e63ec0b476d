"""What is said, put where it belongs: of all, of the section, of the exercise one is at."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import MOST_OF_A_REP_S, Facts, facts_of, facts_of_all
from voicecoach.authoring.rules.amounts.joining import joined
from voicecoach.authoring.rules.amounts.parts import parts_of, without_brackets
from voicecoach.authoring.rules.drafting.below_items import is_of_item_above
from voicecoach.authoring.rules.drafting.in_section import (
    end_if_gone_through,
    has_own_rest,
    is_only_amounts,
)
from voicecoach.authoring.rules.drafting.place import Place
from voicecoach.authoring.rules.drafting.told_sides import is_told_of_both
from voicecoach.authoring.rules.exercise_names.names import Name
from voicecoach.authoring.rules.language.moment_words import CAUTION, PROGRESS, started_with, without_condition
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import FOR_ALL, MOVES, RESTING
from voicecoach.authoring.rules.language.words import ONE_OF_IT
from voicecoach.authoring.rules.line_kinds.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.line_kinds.roles import Line
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.line_kinds.sentences import Moment, moment_of, sentences_in, spoken
from voicecoach.authoring.rules.line_kinds.statements import (
    ABLE,
    AGAIN,
    BETWEEN,
    HELD,
    IF_ONE_HAS_IT,
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
from voicecoach.authoring.rules.line_kinds.title_texts import as_many
from voicecoach.authoring.rules.prose.gathering import is_of_another
from voicecoach.authoring.written import Unplaced
from voicecoach.definitions.model import Sides

LEAST_OF_BARE = 3
_BETWEEN_SETS = re.compile(r"\bbetween\s+sets\b", re.IGNORECASE)
_AGAIN_IN_ALL = in_any_case(
    r"\W*(?:then |and )?repeat(?: (?:it|this|all|everything))?(?: for)?(?: a total of)? [\w-]+ (?:times|rounds)\W*"
)
"""How often all of it is done: `Repeat 4 times`."""
_THROUGH_IT = in_any_case(
    r"\b(?:go|get|run|work) (?:through|round) it\b|^\W*\d+(?:\s?[-–]\s?\d+)? (?:slow )?(?:cycles?|rotations?)\W*$"
)
"""What is said of the one exercise above, and of no list."""
_OF_EXERCISES = in_any_case(r"\b(?:exercises?|moves?|movements?|lifts?|stretch(?:es)?|everything)\b")


_KEPT = in_any_case(
    r"\b(?:squeez|contract|tens(?:e|ing)|paus|keep|stay|remain|stop|wait|clench|tighten|held\b|holds\b)"
)


def _kept(facts: Facts, sentence: str) -> Facts:
    """Some seconds in which a sentence tells to stay as one is are a hold: `Squeeze them for 2 seconds`."""
    is_short = facts.seconds is not None and facts.seconds[1] <= MOST_OF_A_REP_S and not (facts.sets or facts.reps)
    return replace(facts, is_hold=True) if is_short and _KEPT.search(sentence) else facts


def _of_all_first(sentences: list[str]) -> list[str]:
    """The sentences; one that says sets of all before one that says others of something: `Uses 5x5 as a base`."""
    is_of_all = [bool(FOR_ALL.search(one)) and bool(facts_of(parts_of(one)).sets) for one in sentences]
    return sentences if not any(is_of_all) else sorted(sentences, key=lambda one: not is_of_all[sentences.index(one)])


def _is_within(exercise: ExerciseDraft, facts: Facts, sentence: str) -> bool:
    """Whether it counts what is moved within the time that an exercise goes on: `Roll them back 5 times`."""
    before = exercise.facts
    is_timed = bool(before.seconds) and not (before.is_hold or before.sets or before.reps)
    is_counted = bool(facts.repeat or facts.reps) and not (facts.sets or facts.seconds or facts.rest_s)
    return is_timed and is_counted and bool(MOVES.match(sentence))


def _is_only_rest(facts: Facts) -> bool:
    """Whether it says how long a rest is, and nothing else."""
    return bool(facts.rest_s) and not replace(facts, rest_s=None).says_anything


class Stating(Place):
    """Where one is, and what is done with what is said there."""

    def rule(self, line: Line, text: str) -> None:
        """Take what is said where rules are listed: `text` of `line`."""
        assert self.rules is not None  # noqa: S101 - asked by the caller
        if facts_of(parts_of(text)).says_anything and not PROGRESS.match(text):
            self.state(self.rules, text)
        else:
            self.tell_of_all(line, text)

    def state(self, place: SectionDraft | Draft, text: str) -> None:
        """Take a statement about all of a section, or of the session."""
        for sentence in (part for one in _of_all_first(sentences_in(text)) for part in parted_again(one)):
            facts = repeated(facts_of_all(parts_of(sentence)), sentence)
            facts = as_many(facts, sentence) if facts.minutes else facts
            if _AGAIN_IN_ALL.fullmatch(sentence) and (place.facts.rounds or place.facts.work_s):
                facts = as_rounds(facts)
            if place.facts.work_s and facts.seconds and not facts.work_s:
                facts = replace(facts, seconds=None, is_hold=None)  # how long each goes on is said
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
                said = of_all(place, facts, sentence)
                place.facts = _stated(place.facts, said, sentence)
                end_if_gone_through(place, sentence)
            else:
                self.tell_of_all(None, sentence)

    def is_before_all(self) -> bool:
        """Whether no exercise was found yet."""
        return not any(one.exercises for one in self.draft.sections)

    def introduce(self, line: Line) -> None:
        """Take the sentences above all exercises: one on the rest alone is about them, the others are told."""
        for sentence in sentences_in(line.text):
            if RESTING.match(sentence) and not ABLE.search(sentence) and _is_only_rest(facts_of(parts_of(sentence))):
                self.state(self.draft, sentence)
            else:
                self.tell_of_all(line, sentence)

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
        is_sum = bool(facts.sets) and not (facts.has_amount or any(one.facts.sets for one in within))
        if several and (
            (within and is_sum)
            or FOR_ALL.search(sentence)
            or facts.repeat
            or facts.is_of_section
            or (facts.reps and AGAIN.search(sentence))
            or (facts.rest_s and not facts.has_amount and not has_own_rest(section, sentence))
        ):
            often = as_rounds(facts)
            section = (
                self._in_rounds(section, within) if (often.rounds or often.rest_s) and len(within) > 1 else section
            )
            section.facts = section.facts.over(often)
            section.is_round = section.is_round or bool(section.facts.rounds)
        elif self.exercise:
            self.exercise.facts = joined(self.exercise.facts, facts, sentence)

    def _in_rounds(self, section: SectionDraft, within: list[ExerciseDraft]) -> SectionDraft:
        """The section of what one line has several of, if that isn't done as often as those above it are."""
        before = [one for one in section.exercises if one not in within]
        is_own = any(one.facts.sets for one in before) and not (section.facts.rounds or section.facts.repeat)
        if not is_own:
            return section
        section.exercises, line = before, within[0].line
        section = self.beside(section)
        section.exercises, section.line, section.within = within, line, line
        return section

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
            start = started_with(sentence if exercise.facts.has_amount else without_condition(sentence))
            facts, moment = (
                replace(facts_of(parts_of(start)), sides=facts_of(parts_of(sentence)).sides),
                moment_of(start),
            )
            facts = _kept(facts, sentence)
            facts = replace(facts, load=None) if IF_ONE_HAS_IT.search(sentence) else facts
            stated = (self.section or self.draft).facts.has_amount or self.draft.facts.has_amount
            is_own_story = line.block.breaks > 0 and not exercise.is_headed and OF_ONESELF.search(sentence)
            is_anothers = exercise.facts.has_amount and is_of_another(Said(Name(""), facts, sentence))
            is_anothers = is_anothers or _is_within(exercise, facts, sentence)
            if ABLE.search(start) or is_own_story or is_anothers:
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
            exercise.told.append(sentence)
        if exercise.facts.sides is None and is_told_of_both(exercise.told):
            exercise.facts = replace(exercise.facts, sides=Sides.EACH)

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
        if self._is_whole_amount(line) or (self.exercise and is_of_item_above(line, self.exercise.block)):
            return False
        if self.is_amount_of_bare(line):
            return True
        is_own = bool(facts.rest_s) and not facts.repeat and not facts.sets and self._has_own_rests()
        plain = without_brackets(line.text) if facts.sets and line.text[:1].isdecimal() else line.text
        text = _BETWEEN_SETS.sub("", plain) if is_own else plain
        if facts.is_of_section and facts.has_amount and not several and self.is_headed:
            return False
        if facts.is_of_section or (several and FOR_ALL.search(text)):
            return True
        if is_own:
            return False
        is_how_often = bool(facts.repeat or facts.sets or facts.rest_s) and not facts.has_amount
        if facts.reps and re.match(r"\W*(?:repeat\b|x\s*\d|\d{1,2}\s*x\W*$)", line.text, re.IGNORECASE):
            is_how_often = True
        complete = len({bool(one.facts.has_amount or one.facts.sets) for one in self.section.exercises}) == 1
        return several and is_how_often and complete and not self.is_headed and line.block.kind is not BlockKind.ITEM

    def is_amount_of_bare(self, line: Line) -> bool:
        """Whether it is a whole amount behind a list of names, none of which has any: `3 sets of 10`."""
        listed = [one.facts for one in self.section_exercises()]
        is_whole = bool(line.facts.sets and line.facts.has_amount) and len(listed) >= LEAST_OF_BARE
        return is_whole and not any(one.has_amount or one.sets or one.is_loose for one in listed)

    def _is_whole_amount(self, line: Line) -> bool:
        """Whether it has the sets, amount and rest of the exercise above, as those before have theirs."""
        facts, *others = [one.facts for one in reversed(self.section_exercises())]
        is_whole = bool(line.facts.sets and line.facts.has_amount and line.facts.rest_s)
        is_whole = is_whole and (not line.block.breaks or any(one.has_amount and one.rest_s for one in others))
        return is_whole and not facts.has_amount and bool(others) and all(one.has_amount for one in others)

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
        if facts.rest_s == (0.0, 0.0) and not facts.sets and (facts.repeat or facts.reps):
            facts = replace(facts, rest_s=None)  # 5 times without a break
        if exercise.is_headed and facts.rounds and facts.has_amount and not facts.kind:
            facts = replace(facts, rounds=None, sets=facts.sets or facts.rounds)  # 3 rounds of 20 hops
        if exercise.is_headed and facts.rounds and _THROUGH_IT.search(sentence) and not exercise.facts.has_amount:
            facts = replace(facts, rounds=None, reps=facts.rounds)  # go through it 8 times
        if exercise.is_headed and facts.round_rest_s and not facts.rounds and " again" in sentence:
            facts = replace(facts, rest_s=facts.round_rest_s, round_rest_s=None)  # rest 30 s, then go again
        if facts.is_of_section and len(self.section_exercises()) > 1:
            assert self.section  # noqa: S101 - it has exercises
            self.section.facts = self.section.facts.over(as_rounds(facts))
            end_if_gone_through(self.section, sentence)
        elif facts.has_amount and exercise.facts.pause_s and not exercise.facts.has_amount:
            exercise.facts = exercise.facts.over(facts)
        else:
            exercise.facts = joined(exercise.facts, facts, sentence)

    def is_told_of_all(self, line: Line) -> bool:
        """Whether a sentence stands among rules beside the exercises, or says what to do if something hurts."""
        first, *others = sentences_in(line.text) or [""]
        is_caution = bool(CAUTION.fullmatch(first)) and any(map(str.isdecimal, line.text))
        is_caution = is_caution and not any(map(has_movement, others))
        return is_caution or (self.rules is not None and self.is_beside and not line.facts.says_anything)

    def tell_of_all(self, line: Line | None, text: str) -> None:
        """What is told of the session; a line that may have been meant as an exercise is one nobody could place."""
        for sentence in sentences_in(text):
            if moment_of(sentence) is Moment.SAFETY and (said := spoken(sentence)):
                self.draft.safety.append(said)
            elif line is not None and line.facts.has_amount and self.draft.sections:
                self.draft.unplaced.append(Unplaced(line.block.line, sentence))
            else:
                self.draft.about.append(sentence)


def _stated(before: Facts, said: Facts, sentence: str) -> Facts:
    """What was stated, with one more sentence: `Hold each for 30 s.`, then `Repeat each 3 times`, are three sets."""
    if said.repeat and before.is_hold and before.seconds and not (before.sets or before.reps or said.has_amount):
        return joined(before, said, sentence)
    is_of_each = bool(before.has_amount and OF_EACH.search(sentence))
    if said.repeat and is_of_each and not (before.sets or said.has_amount or said.is_of_section):
        return before.over(replace(said, sets=said.repeat, repeat=None))
    return before.over(replace(said, reps=None) if before.work_s else said)
