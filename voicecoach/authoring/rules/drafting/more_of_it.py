"""Lines that have more of the exercise above: another set, other sets, the same told again."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, amounts_of, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.below_items import is_of_item_above
from voicecoach.authoring.rules.drafting.in_section import is_only_amounts
from voicecoach.authoring.rules.drafting.stated_again import has_own_amount, says_again
from voicecoach.authoring.rules.drafting.telling import Telling
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import RULES
from voicecoach.authoring.rules.language.sentence_words import FOR_ALL, RESTING
from voicecoach.authoring.rules.language.vocabulary import UNIT_OF_TIME
from voicecoach.authoring.rules.line_kinds.drafts import SectionDraft
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.leg_manners import LEG
from voicecoach.authoring.rules.passes.manners import (
    DONE_AGAIN,
    ONCE_AGAIN,
    SET_BY_SET,
    is_set_alone,
    more_of_it,
    with_set,
)
from voicecoach.authoring.rules.passes.neighbours import are_of_one_letter
from voicecoach.authoring.rules.prose.in_sentences import told_in
from voicecoach.definitions.model import Sides

_HOW_OFTEN = frozenset({Role.AMOUNT, Role.STATEMENT, Role.SENTENCE})
_BETWEEN_PARTS = in_any_case(
    r"(?:take )?(?:a )?(?:rest |recover |recovery:? )?(?:for )?"
    rf"\d[\d:.]*\s*-?{UNIT_OF_TIME}?\s*(?:of )?(?:complete |full |easy )?(?:rest|recovery|break)?\W*"
)
"""A rest, and nothing of what it is between."""
_LABELLED = re.compile(r"(?P<label>[A-Z][\w'’-]+(?: [\w'’-]+){1,3}):\s+\S")
_TALK = in_any_case(
    r"(?:^|[.,!?]\s)(?P<name>[^\W\d_][\w'’ -]{1,40}?) (?:gets?|got|are|is|was|were|felt|feels?|will|look(?:s|ed)?"
    r"|on [a-z]+ day|(?:with|w/) (?:the|that)(?= \d))\b"
)
"""How one begins to talk of an exercise, rather than to tell to do it."""


_OTHER_SIDE = in_any_case(
    r"\b(?:other|opposite) (?:side|leg|arm|foot|hand|direction)\b",
    r"\b(?:switch|swap|change) (?:sides|legs|arms|feet|hands)\b",
)


def _is_called_otherwise(text: str, name: str) -> bool:
    """Whether a line begins with the name of another exercise and a colon: `Knee lift: lift the knee. Do 10`."""
    called = _CALLED.match(text) if ":" in text else None
    return (
        called is not None and ends_with_movement(called[1]) and not set(bare_words(called[1])) <= set(bare_words(name))
    )


_CALLED = re.compile(r"([A-Z][^:.,;\d]{2,40}): +\S")


class MoreOfIt(Telling):
    """What is more of the exercise one is at."""

    def is_more(self, line: Line) -> bool:
        """Take what is more of the exercise above: how one recovers, a set, other sets; whether it was that."""
        if not self.exercise:
            return False
        if line.is_told and self.rules is None:
            self.tell(line)
            return True
        if RESTING.match(line.text) and line.facts.has_amount and not line.facts.rest_s:
            self.exercise.tell(line.text)  # `Recovery: 400 m jog`
            return True
        if SET_BY_SET.match(line.text) and line.facts.reps and not has_movement(line.name.text):
            facts = facts_of(parts_of(SET_BY_SET.sub("", line.text, count=1).strip(" -–—:")))
            one = replace(facts if facts.reps else line.facts, sets=None)
            self.exercise.facts = with_set(self.exercise.facts, one)
            return True
        return self.rules is None and (self._is_again(line) or self.is_next_set(line) or self.is_more_of_it(line))

    def _is_again(self, line: Line) -> bool:
        """Take how often the only exercise of the list above is done, or all of them; whether it was that."""
        is_once = line.role in {Role.SENTENCE, Role.AMOUNT} and bool(ONCE_AGAIN.fullmatch(line.text.strip()))
        is_often = line.role in _HOW_OFTEN and bool(DONE_AGAIN.match(line.text))
        if not (is_once or is_often):
            return False
        exercises, facts = self.section_exercises(), line.facts
        often = facts.rounds or facts.repeat or facts.sets or facts.reps or (2.0, 2.0)
        if self.exercise and is_of_item_above(line, self.exercise.block):
            own = self.exercise.facts
            self.exercise.facts = own.over(Facts(sets=often)) if own.has_amount and own.reps != often else own
            return own.has_amount
        once = [one for one in exercises if not one.facts.sets]
        go_together = bool(facts.rounds) or are_of_one_letter([one.block for one in exercises])
        if not all(one.facts.has_amount and (go_together or not one.is_headed) for one in once):
            return False
        if line.block.kind is BlockKind.ITEM and once[-1:] == exercises[-1:] and len(once) == 1:
            once[0].facts = replace(once[0].facts, sets=often)
            return True
        section = self.here(line)
        legs = list(takewhile(lambda one: LEG.match(one.name), exercises[:-1]))
        if legs:
            self.draft.sections.insert(-1, SectionDraft(legs[0].line, exercises=legs, weeks=section.weeks))
            section.exercises = exercises = exercises[len(legs) :]
            once = [one for one in once if one not in legs]
        is_of_all = len(once) > 1 and once == exercises and not section.facts.rounds
        if is_of_all:
            section.facts, section.within = replace(section.facts, rounds=often), exercises[-1].line
        return is_of_all

    def is_next_set(self, line: Line) -> bool:
        """Take one more set of the exercise whose name stands alone above, counted alone or by that name again."""
        exercise = self.exercise
        if not (exercise and exercise.is_headed and line.facts.reps) or exercise.facts.seconds:
            return False
        is_counted = bool(exercise.facts.reps or exercise.facts.each_set)
        is_same = line.role is Role.EXERCISE and frozenset(bare_words(line.name.text)) == frozenset(
            bare_words(exercise.name)
        )
        is_next = (is_counted and is_set_alone(line)) or (is_same and line.block.kind is BlockKind.ITEM)
        if is_next:
            exercise.facts = with_set(exercise.facts, line.facts)
        return is_next

    def is_rest_before(self, at: int, line: Line) -> bool:
        """Take the rest that stands alone between two sections; whether it was that."""
        after = next((one for one in self.lines[at + 1 : at + 2] if one.role is Role.TITLE or one.is_heading), None)
        is_apart = line.block.breaks > 0 and after is not None and after.block.breaks > 0
        if not (self.section and self.section.exercises and is_apart and _BETWEEN_PARTS.fullmatch(line.text.strip())):
            return False
        rest_s = line.facts.rest_s
        self.draft.before_s = rest_s[0] if rest_s else None
        return rest_s is not None

    def is_told_again(self, line: Line) -> bool:
        """Take a paragraph right below that says in words what the line above says in signs; whether it was that."""
        before, sentences = self.exercise, sentences_in(line.text)
        is_below = before is not None and before.block.line + 1 == line.block.line
        is_plain = line.block.kind is BlockKind.PARAGRAPH and line.role is not Role.TITLE
        if not before or not is_below or not is_plain or not before.facts.sets:
            return False
        told = told_in(sentences[0]).exercises if re.search(r"[.!](?:\s|$)", line.text) else ()
        is_named = before.block.text[:1].isdecimal() and not line.text[:1].isdecimal()
        words, called = set(bare_words(line.name.text)), set(bare_words(before.name))
        is_named = is_named or (bool(words & called) and (words <= called or called <= words))
        same = told[0].facts if len(told) == 1 and is_named else Facts()
        is_same = same.sets == before.facts.sets and bool(amounts_of(same) & (amounts_of(before.facts) - {same.sets}))
        if is_same:
            before.notes += sentences
        return is_same

    def is_stated_again(self, line: Line) -> bool:
        """Take what tells how the exercise above is done, with its amount once more; whether it was that.

        `Clamshells (15 each side)`, then `Lie on your side. Open your knee. Repeat 15 times on each side.`
        """
        above = self.exercise
        is_plain = line.block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and not (line.is_heading or line.is_listed)
        if not (above and is_plain and above.facts.has_amount and self.rules is None) or line.block is above.block:
            return False
        if _is_called_otherwise(line.text, above.name):
            return False
        sentences = sentences_in(line.text)
        again = [one for one in sentences if says_again(above.name, above.facts, one)]
        if len(sentences) == 1 and DONE_AGAIN.match(line.text):
            return False  # of all that stands above
        if not again or any(has_own_amount(one) for one in sentences if one not in again):
            return False
        for sentence in sentences:
            if not is_only_amounts(sentence):
                above.tell(sentence)
            if not above.facts.sides:
                sides = Sides.EACH if _OTHER_SIDE.search(sentence) else None
                sides = facts_of(parts_of(sentence)).sides if sentence in again and not sides else sides
                above.facts = replace(above.facts, sides=sides)
        return True

    def is_more_of_it(self, line: Line) -> bool:
        """Add what is done of the same exercise behind its sets: `Back-off: 2x8`, `then 3x5`; whether it was that."""
        before, facts = self.exercise, line.facts
        is_counted = bool(facts.each_set or (facts.sets and (facts.has_amount or facts.is_open)))
        if line.name.is_distance or not (
            before and before.facts.has_amount and is_counted and line.role in {Role.EXERCISE, Role.AMOUNT}
        ):
            return False
        label = more_of_it(line)
        if label is None or not (before.facts.sets or before.facts.each_set):
            return False
        base = re.sub(r" \([^()]*\)$", "", before.name)
        name = replace(line.name, text=f"{base} ({label})" if label else base, others=())
        self.add(line, Said(name, facts, line.text))
        return True

    def is_talked_of(self, line: Line) -> bool:
        """Take what is said of an exercise of the list above, by its name, without an amount; whether it was that.

        `Burpees on leg day`, `wall balls with the 6 kg`.
        """
        if self.is_headed or line.block.kind is not BlockKind.PARAGRAPH or line.facts.has_amount or line.facts.sets:
            return False
        found = _TALK.search(line.text)
        same = self.named_before(found["name"]) if found and not line.is_heading else None
        if same is None or not same.facts.has_amount:
            return False
        same.facts = same.facts.over(Facts(load=line.facts.load))
        same.tell(line.text)
        return True

    def is_unread_label(self, line: Line) -> bool:
        """Whether a paragraph apart is about something else than the exercise one is at, by what it is headed with."""
        found = _LABELLED.match(line.text)
        if not (
            found and self.exercise and self.exercise.facts.has_amount and line.block.breaks and line.facts.has_amount
        ):
            return False
        is_known = RULES.match(found["label"]) or set(bare_words(found["label"])) & set(bare_words(self.exercise.name))
        return not is_known and not told_in(line.text).exercises and not FOR_ALL.search(line.text)
