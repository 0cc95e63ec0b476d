"""Lines that go on from the exercise, or the list, above: more of it, the same again, what holds for all of it."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of, facts_of_all
from voicecoach.authoring.rules.amounts.joining import joined
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.every_session import every_session, leg_of_all
from voicecoach.authoring.rules.drafting.more_of_it import MoreOfIt
from voicecoach.authoring.rules.drafting.telling import LEAST_LISTED
from voicecoach.authoring.rules.drafting.told_sides import is_on_other_side
from voicecoach.authoring.rules.exercise_names.names import name_in
from voicecoach.authoring.rules.language.moment_words import PROGRESS, started_with
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft, SectionDraft
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.statements import AGAIN, GOES_ROUND, OF_ONESELF, WITH_ALL
from voicecoach.authoring.rules.passes.above import is_above_names
from voicecoach.authoring.rules.passes.manners import (
    WENT_ON,
    is_pairing,
    is_subtitle,
)
from voicecoach.authoring.rules.passes.neighbours import is_of_letter
from voicecoach.authoring.rules.passes.told_labels import is_part, is_reason
from voicecoach.authoring.rules.prose.in_sentences import told_in
from voicecoach.authoring.written import Unplaced
from voicecoach.definitions.model import Sides
from voicecoach.late_patterns import late

LEAST_WORDS_OF_A_STORY = 10
_IN_TURN = in_any_case(
    r"\W*(?:alternat(?:e|ing)|super-?\s?set(?:ted)?|paired?|ss) (?:(?:it|this) )?(?:with|w/) (?:the )?"
    r"(?P<name>[^.,;:()]{3,60})(?:\([^()]*\))?\W*"
)
"""What is said of an exercise: that another of the text is done in turn with it."""
_LIMBS = any_of("sides?|hands?|arms?|legs?|foot|feet")
_ALL_AGAIN = (
    r"(?:repeat|do|go through|perform)(?: (?:all|all of|the|these|those|them|same|it|whole|entire|everything|previous"
    r"|above|first))*"
    r"(?: (?:[\w-]+ )?(?:series|sequence|moves?|movements?|exercises|list|set|complex|flow|circuit|lot))?"
)
_OTHER_SIDE_OF_ALL = in_any_case(
    rf"(?:then |and |now )*(?:switch|swap|change) {_LIMBS}(?:,| and| then)+ {_ALL_AGAIN}",
    rf"(?:then |and |now )*{_ALL_AGAIN} (?:on|with|for|to) "
    rf"(?:(?:the|your) (?:other|opposite|second)|each|both) {_LIMBS}",
)
"""How a list ends whose exercises are done on one side first: `Swap hands and repeat all moves`."""
_ON_BOTH = in_any_case(r"\b(?:two|2|both|double)[ -](?:hand|arm|leg|foot|side)s?\b")
_OF_A_SET = in_any_case(
    r"\W*(?:on |for )?(?:the |your )?(?:last|final|first|top|drop|back-?off|each|every|next) sets?\b"
)
_REPEATED = re.compile(r"\W*(?:then |and )*repeat\b", re.IGNORECASE)
_EACH = late(r"\beach\b|\ball\b|\bper (?:exercise|move|station)\b", re.IGNORECASE)


LEAST_OF_A_LIST = 2
_AMOUNTS_OF_EACH = frozenset({Role.AMOUNT, Role.SENTENCE})


class Following(MoreOfIt):
    """What is done with lines that go on from those above."""

    def goes_on(self, at: int, line: Line) -> bool:
        """Take a line that goes on from the exercise or the list above; whether it was one."""
        return (
            self._is_beside_it(at, line)
            or self.is_rest_of_letter(at, line)
            or self.is_rounds_of_one(at, line)
            or self.is_other_side_of_all(line)
            or self.is_repeated_above(line)
            or self.is_other_side(at)
            or self.is_amount_of_each(line)
            or self.is_told_again(line)
            or self.is_stated_again(line)
            or self.is_talked_of(line)
            or self.is_load_of_all(line)
            or self.is_gone_through(line)
            or self.is_of_every_session(line)
            or self.is_rest_before(at, line)
            or self.above_sets(at, line)
            or self.is_of_another(line)
            or self.is_own_story(line)
        )

    def is_rounds_of_one(self, at: int, line: Line) -> bool:
        """Take rounds right below a name as sets of one exercise, `3 rounds of 2 min`; whether they were that."""
        above = self.exercise
        is_below = above is not None and at > 0 and self.lines[at - 1].block is above.block and not line.block.breaks
        is_one = (
            is_below
            and above is not None
            and not above.facts.has_amount
            and (above.is_headed or above.block.breaks > 0)
        )
        sentences = sentences_in(line.text) if is_one and line.facts.rounds and line.facts.seconds else []
        facts = facts_of(parts_of(sentences[0])) if sentences else Facts()
        if not (above and facts.rounds and facts.seconds) or has_movement(parts_of(sentences[0]).rest):
            return False
        own = Facts(sets=facts.rounds, seconds=facts.seconds, rest_s=facts.rest_s or facts.round_rest_s)
        above.facts = above.facts.over(own)
        for sentence in sentences[1:]:
            self.tell(replace(line, block=replace(line.block, text=sentence)), is_own=True)
        return True

    def is_other_side_of_all(self, line: Line) -> bool:
        """Take that all of the list above is done again on the other side; whether it was that."""
        is_said = not self.is_headed and line.role is not Role.TITLE
        if not is_said or not _OTHER_SIDE_OF_ALL.fullmatch(line.text.strip(" .!")):
            return False
        listed = [one for one in self.section_exercises() if not _ON_BOTH.search(one.name)]
        if len(listed) <= 1:
            return False
        for one in listed:
            one.facts = replace(one.facts, sides=one.facts.sides or Sides.EACH)
        return True

    def is_repeated_above(self, line: Line) -> bool:
        """Take how often an exercise is repeated from an item below it, `Repeat 5 squats`; whether it was that."""
        block, facts = line.block, line.facts
        if not (facts.has_amount and _REPEATED.match(line.text)):
            return False
        level = block.level if block.kind is BlockKind.ITEM else 0
        above = [one for one in self.section_exercises() if one.block.kind is block.kind and one.block.level < level]
        called = {word for one in self.section_exercises() for word in bare_words(one.name)}
        is_known = set(bare_words(line.name.text)) <= called
        if not (above and is_known) or above[-1].facts.has_amount:
            return False
        self.exercise = above[-1]
        self.exercise.facts = joined(self.exercise.facts, facts, line.text)
        return True

    def is_amount_of_each(self, line: Line) -> bool:
        """Take the amount of each exercise of a list above that has none: `40 s each`; whether it was that."""
        text = started_with(line.text)
        facts = facts_of_all(parts_of(text))
        facts = replace(facts, sides=line.facts.sides) if text != line.text else facts
        is_apart = line.block.kind is BlockKind.PARAGRAPH or bool(facts.rounds) or line.text.endswith("each")
        is_plain = line.role in _AMOUNTS_OF_EACH and is_apart and facts.has_amount
        if not (is_plain and self._is_list_without_amounts() and (_EACH.search(text) or self._is_apart(line))):
            return False
        place: SectionDraft | Draft = self.draft if self.is_amount_of_all(line) else self.here(line)
        place.facts = place.facts.over(facts)
        return True

    def is_amount_of_all(self, line: Line) -> bool:
        """Whether it is the only amount that the text says, behind several sections that only call exercises."""
        sections, is_amount = self.draft.sections, bool(line.facts.sets or line.facts.reps)
        own = [one.facts for section in sections for one in section.exercises] + [one.facts for one in sections]
        is_only = not any(one.has_amount or one.sets or one.is_of_section for one in own)
        return len(sections) > 1 and is_amount and is_only and self.is_last(line)

    def _is_list_without_amounts(self) -> bool:
        """Whether one is at the end of a list of exercises none of which has an amount."""
        listed = self.section_exercises()
        is_open = len(listed) > 1 and not any(one.facts.has_amount for one in listed)
        return is_open and not any(one.is_headed for one in listed[:-1])

    def _is_apart(self, line: Line) -> bool:
        """Whether a line stands below the items of a list, apart from them, and calls no exercise."""
        listed = self.section_exercises()
        is_again = AGAIN.search(line.text) or self.here(line).facts.says_anything or self.draft.facts.has_amount
        are_items = not is_again and all(one.block.kind is BlockKind.ITEM for one in listed)
        is_list = len(listed) > LEAST_OF_A_LIST or not listed[-1].is_headed
        is_free = not has_movement(line.name.text) and len(sentences_in(line.text)) == 1
        return are_items and is_list and is_free and line.block.breaks > 0

    def is_counted_below(self, line: Line) -> bool:
        """Whether it begins with the amount of the exercise whose name stands alone above, and calls nothing."""
        above = self.exercise
        if not above or not above.is_headed or above.facts.has_amount or not has_movement(above.name):
            return False
        if line.block.kind is BlockKind.ITEM:
            return False
        is_alone = line.text.endswith(line.name.text) or line.name.is_distance
        is_counted = line.facts.has_amount and line.text[:1].isdecimal() and is_alone
        return is_counted and not has_movement(line.name.text)

    def is_told_deeper(self, line: Line) -> bool:
        """Whether an item below an exercise that has its amount says how that is done: `Last set: to failure`."""
        above = self.exercise
        is_item = above is not None and above.block.kind is line.block.kind is BlockKind.ITEM
        if not above or not is_item or line.block.level <= above.block.level or line.is_listed:
            return False
        return above.facts.has_amount and bool(_OF_A_SET.match(line.text)) and not has_movement(line.name.text)

    def is_rest_of_letter(self, at: int, line: Line) -> bool:
        """Take the rest below the last exercise of a letter, or of two, as that of its superset; whether it was it."""
        is_alone = line.role in {Role.AMOUNT, Role.STATEMENT, Role.SENTENCE} and len(sentences_in(line.text)) == 1
        is_last = self.exercise is not None and is_of_letter(self.lines, at, self.exercise)
        if not (self.exercise and is_alone and (is_last or self._is_behind_pair(line))):
            return False
        rest_s = line.facts.rest_s or line.facts.round_rest_s
        self.exercise.facts = self.exercise.facts.over(Facts(rest_s=rest_s))
        return True

    def is_other_side(self, at: int) -> bool:
        """Take the amount of the exercise above that is said again for the other side; whether it was that."""
        is_again = self.exercise is not None and is_on_other_side(self.lines, at, self.exercise)
        if self.exercise and is_again:
            self.exercise.facts = self.exercise.facts.over(Facts(sides=Sides.EACH))
        return is_again

    def _is_behind_pair(self, line: Line) -> bool:
        """Whether a line has nothing but the rest behind two exercises that go together."""
        facts, section = line.facts, self.section
        is_rest = bool(facts.rest_s) and not facts.has_amount
        is_both = section is not None and section.is_pair and len(section.exercises) > 1
        return is_both and is_rest and not facts.is_of_section

    def is_own_story(self, line: Line) -> bool:
        """Leave what somebody tells of himself behind a list, whatever numbers it has; whether it was that."""
        is_apart = line.role is Role.AMOUNT and line.block.kind is BlockKind.PARAGRAPH and line.block.breaks > 0
        is_long = len(line.text.split()) >= LEAST_WORDS_OF_A_STORY and bool(OF_ONESELF.search(line.text))
        if not (self.exercise and is_apart and is_long) or any(
            told_in(one).exercises for one in sentences_in(line.text)
        ):
            return False
        self.draft.unplaced.append(Unplaced(line.block.line, line.text))
        return True

    def _is_in_turn(self, line: Line) -> bool:
        """Whether it says that another exercise, which has lines of its own, is done in turn with the one above."""
        found = _IN_TURN.fullmatch(line.text) if not line.facts.has_amount else None
        words = set(bare_words(found["name"])) if found else set()
        called = (one.name.text for one in self.lines if one is not line and one.calls_exercise)
        return bool(words) and any(words <= set(bare_words(one)) for one in called)

    def _is_beside_it(self, at: int, line: Line) -> bool:
        """Take what only heads a part of what is told of the exercise above, or pairs it with the one below."""
        above = self.exercise
        is_counted = above is not None and above.block.kind is BlockKind.ITEM and not above.facts.has_amount
        is_told_of = above is not None and (above.facts.has_amount or above.is_headed or is_counted)
        is_told_of = is_told_of and not self._heads_sets(at)
        if above and is_told_of and is_subtitle(line, is_headed=above.is_headed or is_counted):
            above.is_headed = above.is_headed or is_counted
            return True
        if self.exercise and self._is_in_turn(line):
            self.exercise.notes.append(line.text)
            return True
        if self.exercise and is_part(line) and line.role is not Role.NOISE:
            if is_reason(line):
                self.exercise.notes.append(line.text)
            else:
                self.tell(line, is_own=True)
            return True
        if self.exercise and is_pairing(line) and is_above_names(self.lines, at):
            self.pair(line)
            return True
        return False

    def _heads_sets(self, at: int) -> bool:
        """Whether exercises with sets of their own stand right below, so that it heads them: `Finish`."""
        return any(one.is_counted and one.facts.sets for one in self.lines[at + 1 : at + 2])

    def is_of_another(self, line: Line) -> bool:
        """Leave what tells how much was done next of something that isn't called; whether it was that."""
        if not self.exercise or line.role not in {Role.SENTENCE, Role.AMOUNT} or not WENT_ON.match(line.text):
            return False
        sentences = sentences_in(line.text)
        says = any(facts_of(parts_of(one)).says_anything for one in sentences)
        if not says or any(told_in(one).exercises for one in sentences):
            return False
        self.exercise = None
        self.draft.unplaced.append(Unplaced(line.block.line, line.text))
        return True

    def is_load_of_all(self, line: Line) -> bool:
        """Take the load that a sentence says of all exercises: `Use 20 kg throughout`; whether it was that."""
        if not (line.facts.load and WITH_ALL.search(line.text)) or line.facts.has_amount or line.is_heading:
            return False
        if line.role is Role.EXERCISE and has_movement(line.name.text) and line.text.startswith(line.name.text):
            return False
        if len(sentences_in(line.text)) > 1 or PROGRESS.search(line.text) or told_in(line.text).exercises:
            return False
        self.load_all(self.draft, line.facts.load, line.text)
        return True

    def is_gone_through(self, line: Line) -> bool:
        """Take how often all of the list above is gone through: `Go round twice`; whether it was that."""
        facts, listed = line.facts, self.section_exercises()
        if (
            len(listed) < LEAST_LISTED
            or line.role not in {Role.SENTENCE, Role.AMOUNT}
            or not GOES_ROUND.search(line.text)
        ):
            return False
        is_how_often = bool(facts.repeat or facts.reps or facts.rounds) and not facts.seconds and not self.is_headed
        if not is_how_often or len(sentences_in(line.text)) > 1 or told_in(line.text).exercises:
            return False
        assert self.section  # noqa: S101 - it has exercises
        self.state(self.section, line.text)
        return True

    def is_of_every_session(self, line: Line) -> bool:
        """Take what every session begins and ends with; whether it was that."""
        if line.role is Role.TITLE or line.is_heading or self.is_headed:
            return False
        is_behind_weeks = line.block.breaks > 0 and any(one.weeks for one in self.draft.sections)
        sentences = sentences_in(line.text)
        found = [every_session(one) or (leg_of_all(one) if is_behind_weeks else None) for one in sentences]
        if not any(found):
            return False
        for sentence, every in zip(sentences, found, strict=True):
            if every:
                is_of_week = line.block.kind is BlockKind.ITEM and self.section is not None
                self.draft.every.append(
                    replace(every, weeks=self.section.weeks if is_of_week and self.section else None, block=line.block)
                )
            else:
                self.state(self.draft, sentence)
        return True

    def is_pairing(self, line: Line) -> bool:
        """Take how exercises of the list above go together, `Rows + curls (3 rounds)`; whether it was that."""
        names = [name_in(parts_of(one).rest).text for one in re.split(r"\s+(?:\+|&|and|with)\s+", line.text)]
        sections = self.draft.sections if len(names) > 1 else []
        known = {frozenset(bare_words(one.name)) for part in sections for one in part.exercises if one.facts.has_amount}
        is_pair = len(names) > 1 and all(frozenset(bare_words(one)) in known for one in names)
        if is_pair and not told_in(line.text).exercises:
            self.draft.unplaced.append(Unplaced(line.block.line, line.text))
            return True
        return False
