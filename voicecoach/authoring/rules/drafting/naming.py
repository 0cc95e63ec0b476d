"""What is done with a name that stands alone on its line."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of_all
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.items_alone import is_among_sentences
from voicecoach.authoring.rules.drafting.surroundings import is_last_of_list, meaning_of
from voicecoach.authoring.rules.drafting.timed import Timed
from voicecoach.authoring.rules.drafting.told_names import is_deed_of
from voicecoach.authoring.rules.exercise_names.names import name_in, unlabelled, without_remark
from voicecoach.authoring.rules.exercise_names.whole_names import called_whole, in_both
from voicecoach.authoring.rules.language.meanings import Meaning
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.title_texts import as_many, bare_title, title_facts, whole_title
from voicecoach.authoring.rules.passes.above import is_above_text
from voicecoach.authoring.rules.passes.legs import is_above_session
from voicecoach.authoring.rules.passes.manners import (
    EXPLAINED,
    SUCH_AS,
)
from voicecoach.authoring.rules.passes.neighbours import is_halved
from voicecoach.authoring.rules.passes.told_heads import is_told_of
from voicecoach.authoring.rules.passes.told_labels import is_told_in_parts
from voicecoach.authoring.rules.prose.in_sentences import told_in

_NO_EXERCISE = frozenset({Meaning.SECTION, Meaning.CUE, Meaning.BESIDE})


MOST_IN_A_HEADING, MOST_WORDS_OF_A_TITLE, MOST_BELOW = 2, 10, 8
_WORKOUT = in_any_case(
    r"\b(?:circuit|workout|routine|session|finisher|complex|ladder|chipper|pyramid|amrap|emom|tabata|hiit|wod)\b"
)
"""What is done, in the title of all of it."""
_TO_SESSION = in_any_case(r"(?:.*\b)?(?:workout|session|routine|circuit|what (?:you|we) do|what to do|do this)\W*:\W*")


def _leads_to_session(line: Line, below: Sequence[Line]) -> bool:
    """Whether a line leads over to the session, as a list that begins below it: `For the workout:`."""
    is_list = bool(below) and below[0].block.kind is BlockKind.ITEM and below[0].facts.has_amount
    return is_list and bool(_TO_SESSION.fullmatch(line.text))


class Naming(Timed):
    """Names: titles of the session and of its sections, exercises, what is said of one."""

    def take_name(self, at: int, line: Line) -> None:
        """Take the name in `lines[at]` as what it is there."""
        if self.rules is not None and self._begins_workout(at, line):
            self.rules, self.is_aside, self.is_beside = None, False, False
        if self._is_of_rules(at, line):
            self.rule(line, line.text)
            return
        if self._is_caption(line) or self._is_described(at, line) or self._is_on_form_of(line):
            return
        meaning = self._meaning(at, line)
        match meaning:
            case Meaning.SESSION:
                self.draft.title, self.is_weak = whole_title(line.text), not line.is_heading
                said = title_facts(line.text)
                of_all = Facts(kind=said.kind, minutes=said.minutes, rounds=said.rounds)
                self.draft.facts = self.draft.facts.over(of_all)
            case Meaning.SECTION:
                self.open(line, bare_title(line.text))
                self.is_lead = line.text.rstrip().endswith(":")
                self.here(line).facts = as_many(facts_of_all(parts_of(line.text)), line.text)
            case Meaning.EXERCISE | Meaning.HEADED:
                self._named(line, is_headed=meaning is Meaning.HEADED)
            case Meaning.CUE if self.exercise:
                self.tell(line)
            case Meaning.CUE:
                self.tell_of_all(line, line.text)
            case Meaning.BESIDE:
                self.exercise, self.is_beside, self.is_aside = None, True, False
                self.rules = self.draft

    def _is_of_rules(self, at: int, line: Line) -> bool:
        """Whether it is one of the rules that are listed, and calls nothing that is done."""
        is_plain = not (line.is_heading or line.is_listed or has_movement(line.text))
        is_plain = is_plain or (line.text.rstrip().endswith(".") and is_among_sentences(self.lines, at))
        is_label = bool(EXPLAINED.match(line.text)) and not (line.is_listed or line.is_heading)
        is_within = self.rules is not None and not (self.is_beside and is_above_session(self.lines, at))
        return is_within and (is_plain or is_label)

    def _begins_workout(self, at: int, line: Line) -> bool:
        """Whether it is the title of what is done, behind what was told of it first: `The five-move circuit`."""
        is_title = line.block.kind is not BlockKind.ITEM and len(line.text.split()) <= MOST_WORDS_OF_A_TITLE
        is_none_yet = not any(one.exercises for one in self.draft.sections)
        below = self.lines[at + 1 : at + MOST_BELOW]
        has_list = sum(one.calls_exercise and has_movement(one.name.text) for one in below) > 1
        return is_title and is_none_yet and has_list and bool(_WORKOUT.search(line.text))

    def take_aside(self, line: Line) -> bool:
        """Take a remark; what leads over to the session ends the rules that are listed, and is none of it."""
        below = self.lines[self.at + 1 : self.at + 2]
        if self.rules is None or line.role is not Role.NAME or not _leads_to_session(line, below):
            return super().take_aside(line)
        self.rules, self.is_beside = None, False
        return True

    def _meaning(self, at: int, line: Line) -> Meaning:
        """What a name alone on its line is, where it stands."""
        meaning = meaning_of(
            self.lines,
            at,
            is_first=not (self.draft.title or self.draft.sections or self.draft.facts.says_anything)
            and not (line.is_listed and at and self.lines[at - 1].text.rstrip().endswith(":")),
            is_below=self.is_headed,
            is_listed=bool(self.section and not self.is_headed),
        )
        if self._is_said_below(line, meaning) or (meaning is Meaning.EXERCISE and self._is_under_exercise(line)):
            meaning = Meaning.CUE
        if line.is_listed and (meaning in _NO_EXERCISE or (meaning is Meaning.SESSION and is_told_of(self.lines, at))):
            meaning = Meaning.EXERCISE
        is_told = is_halved(self.lines[at : at + 2]) or (line.is_listed and is_above_text(self.lines, at))
        is_told = is_told and not is_last_of_list(self.lines, at)
        is_headed = (is_told and meaning is Meaning.EXERCISE) or is_told_in_parts(self.lines, at)
        return Meaning.HEADED if is_headed else meaning

    def _is_caption(self, line: Line) -> bool:
        """Whether it only names the exercise before again, as below a picture."""
        before = self.exercise
        if not before or not before.facts.has_amount or line.is_heading or line.block.kind is BlockKind.ITEM:
            return False
        return set(bare_words(line.name.text)) == set(bare_words(before.name))

    def _is_on_form_of(self, line: Line) -> bool:
        """Take a name among tips on an exercise above as one of them; whether it was that."""
        is_one = self.is_on_form and self.rules is not None and self._is_told_of_above(line)
        if is_one:
            self.rule(line, line.text)
        return is_one

    def _is_told_of_above(self, line: Line) -> bool:
        """Whether a name among tips is that of an exercise above, in other words: `Flat fly` for the flyes there."""
        counted = [one for one in self.section_exercises() if one.facts.has_amount or one.facts.sets]
        kinds = {bare_words(one.name)[-1] for one in counted if bare_words(one.name)}
        words = bare_words(line.name.text)
        is_plain = line.block.kind is BlockKind.PARAGRAPH and not line.facts.says_anything
        return is_plain and len(counted) > 1 and bool(words) and words[-1] in kinds

    def _is_described(self, at: int, line: Line) -> bool:
        """Whether the name is one of the section's, told about behind the list; then it is that again."""
        below = self.lines[at + 1 : at + 2]
        if not below or below[0].role is not Role.SENTENCE or below[0].facts.has_amount:
            return False
        same = self.named_before(line.name.text)
        if not same or not (same.facts.has_amount or (self.section and self.section.facts.has_amount)):
            return False
        if same is self.exercise and set(bare_words(same.name)) != set(bare_words(line.name.text)):
            return False  # `Toe walking` right behind `Heel toe walking`
        words, known = set(bare_words(line.text)), set(bare_words(same.name))
        if words - known and known - words:
            return False  # `Hip abduction with a band` behind `Hip abduction (lying)`
        self.exercise, self.rules = same, None
        self.exercise.is_headed = True
        return True

    def _named(self, line: Line, *, is_headed: bool) -> None:
        """Add the exercise whose name stands alone on its line, or several of them with commas between."""
        if self.is_lead and line.text.rstrip().endswith(":") and line.block.kind is not BlockKind.ITEM:
            self.open(line, None)  # titles that end alike begin alike
            self.is_lead = True
        text = SUCH_AS.sub("", line.text)
        told = told_in(without_remark(unlabelled(text)), is_list=True)
        is_list = "," in text and len(told.exercises) > (1 if not is_headed else MOST_IN_A_HEADING)
        if is_list and len(sentences_in(text)) == 1:
            for said in told.exercises:
                self.add(line, said)
            return
        is_whole = line.is_listed and line.name.text == text.strip(" .:#*")
        called = parts_of(unlabelled(text if text.strip(" .:") else line.text)).rest
        whole = called_whole(text) if is_headed else None
        name = line.name if is_whole else in_both(text) or whole or name_in(called)
        self.add(line, Said(name, line.facts, line.text), is_headed=is_headed)

    def _is_said_below(self, line: Line, meaning: Meaning) -> bool:
        """Whether it is said of the exercise whose heading stands above."""
        if not self.exercise or not self.exercise.is_headed or line.is_heading or meaning is Meaning.HEADED:
            return False
        is_sentence = line.text.rstrip().endswith(".") and len(line.text.split()) > 1
        return is_sentence or (meaning is Meaning.BESIDE and not line.block.breaks)

    def _is_under_exercise(self, line: Line) -> bool:
        """Whether an item is of the list below the exercise one is at."""
        block, above = line.block, self.exercise.block if self.exercise else None
        if (
            above is None
            or block.kind is not BlockKind.ITEM
            or not self.exercise
            or not self.exercise.facts.says_anything
        ):
            return False
        is_deeper = above.kind is BlockKind.ITEM and block.level > above.level
        is_bulleted = above.marker[:1].isalnum() and not block.marker[:1].isalnum() and not has_movement(line.text)
        return is_deeper or is_bulleted

    def is_named_again(self, line: Line) -> bool:
        """Whether what is told below the name of an exercise begins with it as what is done: `Stand up, sit down`."""
        above = self.exercise
        if above is None or above.facts.has_amount or not is_deed_of(above.name, line):
            return False
        if line.block.kind is BlockKind.ITEM:
            return not line.block.marker[:1].isalnum() and (above.is_headed or above.block.marker[:1].isalnum())
        is_below = not line.block.breaks or above.is_headed
        return line.block.kind is BlockKind.PARAGRAPH and is_below and len(sentences_in(line.text)) > 1
