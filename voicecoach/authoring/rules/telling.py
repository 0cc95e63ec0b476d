"""What sentences tell: exercises of their own, how one is done, and what is left open."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.asides import Asides
from voicecoach.authoring.rules.drafts import ExerciseDraft
from voicecoach.authoring.rules.facts import Facts, amounts_of, facts_of, joined
from voicecoach.authoring.rules.lines import Line, Role, line_of
from voicecoach.authoring.rules.manners import EXAMPLE, HAS_DONE, PAST, WENT_ON, step_in
from voicecoach.authoring.rules.movements import bare_words, has_movement
from voicecoach.authoring.rules.names import Name, name_in
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.place import GOES_ROUND, WITH_ALL
from voicecoach.authoring.rules.prose import Said, Told, announced_in, listed_in, told_in
from voicecoach.authoring.rules.sentences import sentences_in
from voicecoach.authoring.rules.words import INSTEAD, PROGRESS, RESTING
from voicecoach.authoring.written import Unplaced

LEAST_LISTED = 2
_DO = re.compile(
    r"\b(?:do|perform|complete|start with|begin with|then|finish with|followed by|try|next|first|finally|aim for|go for)\b",
    re.IGNORECASE,
)


_REPEAT = re.compile(r"\W*(?:then |and )*repeat\b", re.IGNORECASE)
_BETWEEN_PARTS = re.compile(
    r"(?:take )?(?:a )?(?:rest |recover |recovery:? )?(?:for )?\d[\d:.]*\s*-?(?:min(?:ute)?s?|'|s|secs?|seconds?)?\s*(?:of )?(?:complete |full |easy )?(?:rest|recovery|break)?\W*",
    re.IGNORECASE,
)
"""A rest, and nothing of what it is between."""


class Telling(Asides):
    """What is done with sentences."""

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

    def rest_of_all(self, at: int, line: Line) -> Line | None:
        """The line without the rest that stands apart behind several sections and is all of theirs, if it is one."""
        first, *others = sentences_in(line.text) or [""]
        is_apart = line.block.breaks > 0 and bool(RESTING.match(first)) and len(self.draft.sections) > 1
        if not is_apart or any(one.role is Role.TITLE or one.is_heading for one in self.lines[at + 1 :]):
            return line
        parts = parts_of(first)
        exercises = [one for section in self.draft.sections for one in section.exercises]
        stated = [*(one.facts.rest_s for one in exercises), *(one.facts.rest_s for one in self.draft.sections)]
        if any(stated) or any(map(str.isalpha, parts.rest)):
            return line
        self.draft.facts = self.draft.facts.over(Facts(rest_s=facts_of(parts).rest_s))
        return line_of(replace(line.block, text=" ".join(others), breaks=0)) if others else None

    def is_load_of_all(self, line: Line) -> bool:
        """Take the load that a sentence says of all exercises: `Use 20 kg throughout`; whether it was that."""
        if not (line.facts.load and WITH_ALL.search(line.text)) or line.facts.has_amount or line.is_heading:
            return False
        if len(sentences_in(line.text)) > 1 or PROGRESS.search(line.text) or told_in(line.text).exercises:
            return False
        self.load_all(self.draft, line.facts.load, line.text)
        return True

    def is_gone_through(self, line: Line) -> bool:
        """Take how often all of the list above is gone through: `Go round twice`; whether it was that."""
        facts, listed = line.facts, self.section_exercises()
        if len(listed) < LEAST_LISTED or line.role not in {Role.SENTENCE, Role.AMOUNT} or not GOES_ROUND.search(line.text):
            return False
        is_headed = self.exercise is not None and self.exercise.is_headed
        is_how_often = bool(facts.repeat or facts.reps or facts.rounds) and not facts.seconds and not is_headed
        if not is_how_often or len(sentences_in(line.text)) > 1 or told_in(line.text).exercises:
            return False
        assert self.section  # noqa: S101 - it has exercises
        self.state(self.section, line.text)
        return True

    def is_rest_before(self, at: int, line: Line) -> bool:
        """Take the rest that stands alone between two sections; whether it was that."""
        after = next((one for one in self.lines[at + 1 : at + 2] if one.role is Role.TITLE or one.is_heading), None)
        is_apart = line.block.breaks > 0 and after is not None and after.block.breaks > 0
        if not (self.section and self.section.exercises and is_apart and _BETWEEN_PARTS.fullmatch(line.text.strip())):
            return False
        rest_s = line.facts.rest_s
        self.draft.before_s = rest_s[0] if rest_s else None
        return rest_s is not None

    def is_described_by(self, line: Line) -> bool:
        """Whether a paragraph of sentences is on how the exercise of the heading is done, and how often."""
        above = self.exercise
        if not above or not above.is_headed or above.facts.has_amount or line.block.kind is not BlockKind.PARAGRAPH:
            return False
        is_same = set(bare_words(line.name.text)) & set(bare_words(above.name))
        is_behind = line.block.line == above.line
        return (is_behind or bool(is_same)) and len(sentences_in(line.text)) > 1 and not prescribes(line.text, above)

    def is_said_again(self, line: Line) -> bool:
        """Whether it only sums up the exercise before."""
        before = self.exercise
        return bool(
            before
            and any("total" in one for one in line.facts.notes)
            and set(bare_words(before.name)) & set(bare_words(line.name.text))
        )

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

    def is_told_again(self, line: Line) -> bool:
        """Take a paragraph right below that says in words what the line above says in signs; whether it was that."""
        before, sentences = self.exercise, sentences_in(line.text)
        is_below = before is not None and before.block.line + 1 == line.block.line
        if not before or not is_below or line.block.kind is not BlockKind.PARAGRAPH or not before.facts.sets:
            return False
        told = told_in(sentences[0]).exercises if re.search(r"[.!](?:\s|$)", line.text) else ()
        is_named = before.block.text[:1].isdecimal() and not line.text[:1].isdecimal()
        is_named = is_named or bool(set(bare_words(line.name.text)) & set(bare_words(before.name)))
        same = told[0].facts if len(told) == 1 and is_named else Facts()
        is_same = same.sets == before.facts.sets and bool(amounts_of(same) & (amounts_of(before.facts) - {same.sets}))
        if is_same:
            before.notes += sentences
        return is_same

    def step_of(self, line: Line) -> Name | None:
        """What an item of a flow is called, whose length is stated once for each of its steps."""
        if line.block.kind is not BlockKind.ITEM or not line.block.marker[:1].isdigit() or line.facts.has_amount:
            return None
        stated = (self.section or self.draft).facts.seconds or self.draft.facts.seconds or self.draft.holds.seconds
        if not stated or (self.exercise and self.exercise.is_headed):
            return None
        return step_in(line.text)

    def _announced(self, name: Name | None, sentence: str) -> Said | None:
        """An exercise that a sentence before led over to, with the amount that this one says."""
        facts = _only_amount(sentence) if name else Facts()
        return Said(name, facts, sentence) if name and facts.has_amount else None

    def told(self, line: Line) -> bool:
        """Add the exercises that a sentence names, if it prescribes some."""
        is_headed = self.exercise is not None and self.exercise.is_headed
        if self.exercise and is_headed and not (prescribes(line.text, self.exercise) or _is_apart(line)):
            return False
        is_beside = EXAMPLE.match(line.text) or INSTEAD.search(line.text) or PROGRESS.match(line.text)
        if is_beside or (self.exercise and self.exercise.is_instead):
            return False
        found, announced = False, None
        for sentence in (one for one in sentences_in(line.text) if not (PAST.search(one) or INSTEAD.search(one))):
            told = told_in(sentence)
            if not told.exercises and (listed := listed_in(sentence)):
                told = Told(listed, text=sentence)
            if not told.exercises and (said := self._announced(announced, sentence)):
                told = Told((said,), text=sentence)
            announced = announced_in(sentence) or (None if told.exercises else announced)
            if not told.exercises:
                if found and (facts := facts_of(parts_of(sentence))).says_anything:
                    self.after_prose(line, facts, sentence)
                elif found:
                    self.tell_sentence(sentence)
                elif not found and (facts := facts_of(parts_of(sentence))).is_of_section:
                    section = self.here(line)
                    section.facts = section.facts.over(facts)
                continue
            if not found and len(told.exercises) == 1 and self.is_same(told.exercises[0]):
                assert self.exercise  # noqa: S101 - it is the same as that
                self.exercise.facts = joined(self.exercise.facts, told.exercises[0].facts, sentence)
                found = True
                continue
            if _REPEAT.match(sentence) and self.section and self.section.exercises:
                self.after_prose(line, told.facts, sentence)  # it is of what came before
                self.beside(self.section)
                told = replace(told, facts=Facts())
            self.add_all(line, told)
            for one in self.section_exercises()[-len(told.exercises) :]:
                one.is_told = bool(HAS_DONE.search(sentence))
            found = True
        return found


def _is_apart(line: Line) -> bool:
    """Whether a paragraph apart tells to do several other things, each with its amount."""
    is_list = line.block.breaks > 0 and len(told_in(line.text).exercises) > LEAST_LISTED
    return is_list and bool(_DO.match(line.text))


def _only_amount(sentence: str) -> Facts:
    """The facts of a sentence that has an amount and calls nothing: `Just give me 10 per side`."""
    parts = parts_of(sentence)
    facts = facts_of(parts)
    return facts if facts.has_amount and not has_movement(parts.rest) else Facts()


def is_description(line: Line) -> bool:
    """Whether it goes on from the line above, with more than one sentence."""
    is_below = line.block.kind is BlockKind.PARAGRAPH and not line.block.breaks
    return is_below and len(sentences_in(line.text)) > 1 and not RESTING.match(line.text)


def prescribes(text: str, exercise: ExerciseDraft) -> bool:
    """Whether a sentence below a heading names exercises of its own."""
    told = told_in(text)
    return len(told.exercises) > 1 and bool(_DO.search(text)) and not exercise.facts.has_amount
