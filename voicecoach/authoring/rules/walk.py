"""The lines in order, into a draft: each role has what is done with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.drafts import Draft, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.facts import Facts, facts_of, facts_of_all, joined
from voicecoach.authoring.rules.lines import Line, Role, line_of
from voicecoach.authoring.rules.movements import bare_words, has_movement
from voicecoach.authoring.rules.names import name_in, unlabelled
from voicecoach.authoring.rules.parting import parted
from voicecoach.authoring.rules.parts import BREAK, parts_of
from voicecoach.authoring.rules.prose import Said, Told, told_in
from voicecoach.authoring.rules.sentences import Moment, moment_of, sentences_in, spoken
from voicecoach.authoring.rules.surroundings import Meaning, meaning_of
from voicecoach.authoring.rules.tables import Row, columns_of, row_of
from voicecoach.authoring.rules.titles import Titles
from voicecoach.authoring.rules.words import FOR_ALL, GENERIC, INSTEAD, PROGRESS, SECTION
from voicecoach.authoring.written import Unplaced

_HELD = re.compile(r"\b(?:holds?|held|holding|planks?|isometric|static|stretch(?:es)?)\b", re.IGNORECASE)
LEAST_SESSION_S = 600
"""What takes ten minutes in the first line is the session."""
_DO = re.compile(r"\b(?:do|perform|complete|start with|begin with|then|finish with|followed by|try|next|first|finally|aim for|go for)\b", re.IGNORECASE)


def walked(blocks: Sequence[Block]) -> Draft:
    """The draft of a session that these blocks tell."""
    blocks = [one for block in blocks for one in parted(block)]
    walk = _Walk([line_of(block) if block.kind not in {BlockKind.ROW, BlockKind.ROW_HEAD} else Line(block, Role.EXERCISE, Facts(), name_in("")) for block in blocks])
    walk.go()
    return walk.draft


class _Walk:
    """Where one is in the text, and what was found so far."""

    def __init__(self, lines: list[Line]) -> None:
        self.lines = lines
        self.draft = Draft()
        self.titles = Titles()
        self.section: SectionDraft | None = None
        self.exercise: ExerciseDraft | None = None
        self.columns: tuple[str, ...] = ()
        self.is_needs = False
        self.is_weak = False
        self.is_lead = False
        self.rules: SectionDraft | Draft | None = None
        self.is_beside = False

    def go(self) -> None:
        """Through all of the lines, up to the end of the session."""
        for at, line in enumerate(self.lines):
            if line.role is Role.END and self.draft.sections:
                break
            self._take(at, line)

    def _take(self, at: int, line: Line) -> None:
        if line.block.kind in {BlockKind.ROW, BlockKind.ROW_HEAD}:
            self._row(line)
            return
        if self._heads_all(at, line) or self._is_about_instead(line):
            return
        self.columns = ()
        if self.is_needs and self._needed(line):
            return
        match line.role:
            case Role.TITLE:
                self._title(at, line)
            case Role.RULES:
                self._rules(line)
            case Role.EQUIPMENT:
                self._equipment(line)
            case Role.EXERCISE:
                self._exercise(line)
            case Role.NAME:
                self._name(at, line)
            case Role.AMOUNT:
                self._amount(line)
            case Role.STATEMENT:
                self._statement(line)
            case Role.SENTENCE:
                self._sentence(line)
            case _:
                pass

    def _is_about_instead(self, line: Line) -> bool:
        """Take what is done instead of the exercise one is at; whether it was that."""
        if not self.exercise or not INSTEAD.match(line.text) or line.role in {Role.NOISE, Role.TITLE}:
            return False
        self.exercise.tell(line.text)
        return True

    def _heads_all(self, at: int, line: Line) -> bool:
        """Take the highest heading at the top of the text as the title of all; whether it was that."""
        levels = [one.block.level for one in self.lines if one.is_heading]
        if self._is_first_title(at, line):
            self.draft.title, self.is_weak = _whole_title(line.text), True
            return True
        is_top = line.is_heading and line.block.level == min(levels) and levels.count(line.block.level) == 1
        if not is_top or self.draft.title or self.draft.sections or len(levels) == 1 and bool(line.facts.sets or (line.facts.reps and has_movement(line.text))):
            return False
        if line.role in {Role.RULES, Role.EQUIPMENT} or SECTION.fullmatch(line.text.strip(" :")) or re.match(r"(?:day|week)\s*\d", line.text, re.IGNORECASE):
            return False
        self.draft.title = _whole_title(line.text)
        self.draft.facts = self.draft.facts.over(Facts(rounds=line.facts.rounds, kind=line.facts.kind, minutes=line.facts.minutes))
        return True

    def _is_first_title(self, at: int, line: Line) -> bool:
        """Whether the first line only looks like an exercise: `Evening flow (20 minutes)`."""
        if line.role is not Role.EXERCISE or line.block.kind is BlockKind.ITEM or self.draft.title or self.draft.sections:
            return False
        is_first = all(one.role is Role.NOISE for one in self.lines[:at]) and len(self.lines) > at + 2  # noqa: PLR2004 - two exercises
        facts = line.facts
        is_amount = facts.sets or facts.each_set or facts.rest_s or (has_movement(line.name.text) and (facts.reps or facts.distance_m or (facts.seconds and facts.seconds[0] < LEAST_SESSION_S)))
        return is_first and not is_amount and len(told_in(line.text).exercises) < 2  # noqa: PLR2004 - several are a list

    # titles

    def _title(self, at: int, line: Line) -> None:
        if self._is_of_session(at, line):
            self.draft.title, self.is_weak = _whole_title(line.text), False
            self.draft.facts = self.draft.facts.over(line.facts) if line.facts.is_of_section else self.draft.facts
            return
        self._open(line, _bare_title(line.text.removesuffix(line.tail) if line.tail else line.text))
        assert self.section  # noqa: S101 - it was opened
        if line.tail:
            self._tail(line)
        else:
            self.section.facts = facts_of_all(parts_of(line.text))

    def _tail(self, line: Line) -> None:
        """What stands behind a title on its line: facts, exercises, or more of the title."""
        section = self._here(line)
        section.facts = facts_of_all(parts_of(line.text[: len(line.text) - len(line.tail)]))
        told = told_in(line.tail, is_list=True)
        if told.exercises:
            section.is_inline = True
            self._add_all(line, told)
            return
        facts = facts_of_all(parts_of(line.tail))
        if facts.says_anything:
            section.facts = section.facts.over(facts)
        elif not GENERIC.fullmatch(line.tail):
            section.title = f"{section.title}: {_bare_title(line.tail)}" if len(line.tail.split()) <= 6 else section.title  # noqa: PLR2004

    def _is_of_session(self, at: int, line: Line) -> bool:
        """Whether it is the title of all: the first line, and more than the name of a part."""
        if self.draft.sections or line.tail or (self.draft.title and not self.is_weak):
            return False
        if line.is_heading and line.block.level == 1 and not self.draft.title:
            return not re.match(r"(?:warm|cool|day|week|part|block|circuit|superset|round|emom|amrap)", line.text, re.IGNORECASE)
        if any(one.role not in {Role.NOISE, Role.SENTENCE} and not _is_greeting(one) for one in self.lines[:at]):
            return False
        found = SECTION.match(unlabelled(line.text))
        is_more = not found or len(line.text) > found.end() + 3
        return is_more and not re.match(r"(?:warm|cool|day|week|part|block|circuit|superset|round|emom|amrap)", line.text, re.IGNORECASE)

    def _open(self, line: Line, title: str | None) -> None:
        """Begin a section; one that nothing was put into is forgotten."""
        self._close()
        title, weeks = self.titles.under(title, line.block)
        self.section = SectionDraft(line.block.line, title, weeks=weeks)
        self.exercise, self.rules, self.is_needs, self.is_beside, self.is_lead = None, None, False, False, False
        self.draft.sections.append(self.section)

    def _close(self) -> None:
        if self.section and not self.section.exercises:
            if self.draft.sections and self.draft.sections[-1] is self.section:
                self.draft.sections.pop()
            if self.section.facts.says_anything:
                self.titles.keep(self.section.facts)

    def _here(self, line: Line) -> SectionDraft:
        """The section that one is in; one without a title where none was begun."""
        if self.section is None:
            self._open(line, None)
        assert self.section  # noqa: S101 - it was opened
        return self.section

    def _rules(self, line: Line) -> None:
        self.exercise, self.is_beside = None, False
        self.rules = self.section if self.section and self.section.exercises else self.draft
        if line.tail:
            self._rule(line, line.tail)

    # what is needed

    def _equipment(self, line: Line) -> None:
        tail = line.tail.strip(" .")
        if self.exercise and self.exercise.is_headed and tail:
            self.exercise.needs += _things(tail)
        else:
            self.draft.needs += _things(tail)
        self.is_needs = not tail

    def _needed(self, line: Line) -> bool:
        """Take a line below `Equipment`; whether it was one."""
        is_thing = line.role in {Role.NAME, Role.SENTENCE, Role.NOISE} or (line.role is Role.EXERCISE and line.block.kind is BlockKind.ITEM and not line.facts.sets and not line.facts.seconds)
        if not is_thing or line.is_heading:
            self.is_needs = False
            return False
        self.draft.needs += _things(line.text)
        self.is_needs = line.block.kind is BlockKind.ITEM
        return True

    # exercises

    def _exercise(self, line: Line) -> None:
        if self.rules is not None and not has_movement(line.name.text):
            self._rule(line, line.text)
            return
        if len(sentences_in(line.text)) > 1 and self._told(line):
            return
        told = told_in(unlabelled(line.text))
        if len(told.exercises) > 1:
            self._add_all(line, told)
            return
        if self._is_said_again(line):
            self._here(line).notes.append(line.text)
            return
        self._add(line, Said(line.name, line.facts, line.text))

    def _add_all(self, line: Line, told: Told) -> None:
        """Add the exercises of a sentence; what is walked or run before and behind what is repeated stands alone."""
        end = len(told.exercises) - told.after
        for start, stop in ((0, told.before), (told.before, end), (end, len(told.exercises))):
            if start < stop:
                self._add_group(line, replace(told, exercises=told.exercises[start:stop]), is_main=start == told.before)

    def _add_group(self, line: Line, told: Told, *, is_main: bool) -> None:
        section = self._here(line)
        if told.is_running and section.exercises:
            section = self._beside(section)
        if is_main and told.facts.says_anything:
            section.facts = section.facts.over(_of_all(section, told.facts, "whole") if len(told.exercises) > 1 else told.facts)
        section.is_running = section.is_running or (told.is_running and len(told.exercises) > 1)
        for said in told.exercises:
            self._add(line, said)

    def _beside(self, section: SectionDraft) -> SectionDraft:
        """A section that goes on with the one before."""
        self.section = SectionDraft(section.line, weeks=section.weeks)
        self.draft.sections.append(self.section)
        return self.section

    def _is_said_again(self, line: Line) -> bool:
        """Whether it only sums up the exercise before."""
        before = self.exercise
        return bool(before and any("total" in one for one in line.facts.notes) and set(bare_words(before.name)) & set(bare_words(line.name.text)))

    def _add(self, line: Line, said: Said, *, is_headed: bool = False) -> ExerciseDraft:
        section = self._here(line)
        if said.facts.is_of_section and not said.facts.work_s and not said.facts.kind:
            section.facts = section.facts.over(Facts(rounds=said.facts.rounds, round_rest_s=said.facts.round_rest_s))
        draft = ExerciseDraft(said.name.text, line.block.line, said.facts, line.block, is_headed, list(said.name.needs))
        section.exercises.append(draft)
        self.exercise, self.rules, self.is_beside = draft, None, False
        for other in said.name.others:
            if len(other.split()) > 2:  # noqa: PLR2004 - what is shorter is what was left between parts
                draft.tell(other)
        return draft

    def _name(self, at: int, line: Line) -> None:
        if self.rules is not None and not line.is_heading and not has_movement(line.text):
            self._rule(line, line.text)
            return
        meaning = meaning_of(self.lines, at, is_first=not self.draft.title and not self.draft.sections, is_below=self.exercise is not None and self.exercise.is_headed, is_listed=bool(self.section and not (self.exercise and self.exercise.is_headed)))
        if self._is_said_below(line, meaning) or (meaning is Meaning.EXERCISE and self._is_under_exercise(line)):
            meaning = Meaning.CUE
        match meaning:
            case Meaning.SESSION:
                self.draft.title, self.is_weak = _whole_title(line.text), not line.is_heading
            case Meaning.SECTION:
                self._open(line, _bare_title(line.text))
                self.is_lead = line.text.rstrip().endswith(":")
                self._here(line).facts = facts_of_all(parts_of(line.text))
            case Meaning.EXERCISE | Meaning.HEADED:
                if self.is_lead and line.text.rstrip().endswith(":") and line.block.kind is not BlockKind.ITEM:
                    self._open(line, None)  # titles that end alike begin alike
                    self.is_lead = True
                told = told_in(unlabelled(line.text), is_list=True)
                if len(told.exercises) > 1 and "," in line.text:
                    for said in told.exercises:
                        self._add(line, said)
                    return
                name = name_in(parts_of(unlabelled(line.text)).rest)
                self._add(line, Said(name, line.facts, line.text), is_headed=meaning is Meaning.HEADED)
            case Meaning.CUE:
                self._tell(line)
            case Meaning.BESIDE:
                self.exercise, self.is_beside = None, True
                self.rules = self.draft

    def _is_said_below(self, line: Line, meaning: Meaning) -> bool:
        """Whether it is said of the exercise whose heading stands above."""
        if not self.exercise or not self.exercise.is_headed or line.is_heading or meaning is Meaning.HEADED:
            return False
        is_sentence = line.text.rstrip().endswith(".") and len(line.text.split()) > 1
        return is_sentence or (meaning is Meaning.BESIDE and not line.block.breaks)

    def _is_under_exercise(self, line: Line) -> bool:
        """Whether an item is of the list below the exercise one is at."""
        block, above = line.block, self.exercise.block if self.exercise else None
        if above is None or block.kind is not BlockKind.ITEM or not self.exercise or not self.exercise.facts.says_anything:
            return False
        is_deeper = above.kind is BlockKind.ITEM and block.level > above.level
        is_bulleted = above.marker[:1].isalnum() and not block.marker[:1].isalnum() and not has_movement(line.text)
        return is_deeper or is_bulleted

    # amounts and statements

    def _amount(self, line: Line) -> None:
        if self.rules is not None:
            self._rule(line, line.text)
            return
        if self.exercise is None:
            section = self._here(line)
            section.facts = section.facts.over(line.facts)
        elif self._is_of_section(line):
            section = self._here(line)
            section.facts = section.facts.over(_as_rounds(line.facts))
        else:
            self.exercise.facts = joined(self.exercise.facts, line.facts, line.text)
        for other in line.name.others:
            if self.exercise and len(other.split()) > 3:  # noqa: PLR2004
                self.exercise.tell(other)

    def _is_of_section(self, line: Line) -> bool:
        """Whether what stands behind a list of exercises is about all of them."""
        assert self.section  # noqa: S101 - there is an exercise
        facts, several = line.facts, len(self.section.exercises) > 1
        if facts.is_of_section or (several and FOR_ALL.search(line.text)):
            return True
        is_how_often = bool(facts.repeat or facts.sets or facts.rest_s) and not facts.has_amount
        if facts.reps and re.match(r"\W*(?:repeat|x)\b", line.text, re.IGNORECASE):
            is_how_often = True
        complete = all(one.facts.has_amount for one in self.section.exercises)
        headed = self.exercise is not None and self.exercise.is_headed
        return several and is_how_often and complete and not headed and not line.block.marker

    def _statement(self, line: Line) -> None:
        place = self.rules or self._place_of(line)
        self._state(place, line.text)

    def _place_of(self, line: Line) -> SectionDraft | Draft:
        """What a statement is about: the section one is in, all of the text before that."""
        if self.section is None or (self.section.is_inline and len(self.draft.sections) > 1):
            return self.draft
        if re.search(r"\ball (?:sections|sessions|days|workouts)\b|\bthroughout\b", line.text, re.IGNORECASE):
            return self.draft
        return self.section

    def _rule(self, line: Line, text: str) -> None:
        assert self.rules is not None  # noqa: S101 - asked by the caller
        if facts_of(parts_of(text)).says_anything and not PROGRESS.match(text):
            self._state(self.rules, text)
        else:
            self._about(line, text)

    def _state(self, place: SectionDraft | Draft, text: str) -> None:
        for sentence in sentences_in(text):
            facts = facts_of_all(parts_of(sentence))
            if isinstance(place, Draft) and facts.seconds and _HELD.search(sentence):
                place.holds = place.holds.over(facts)
            elif facts.says_anything:
                place.facts = place.facts.over(_of_all(place, facts, sentence))
            else:
                self._about(None, sentence)

    # sentences

    def _sentence(self, line: Line) -> None:
        text = line.text
        if self.rules is not None and self.is_beside and not line.facts.says_anything:
            self._about(line, text)
            return
        if self._told(line):
            return
        if self.rules is not None:
            self._rule(line, text)
        elif self.exercise is not None:
            self._tell(line)
        elif line.facts.is_of_section or (FOR_ALL.search(text) and line.facts.says_anything):
            self._statement(line)
        else:
            self._about(line, text)

    def _told(self, line: Line) -> bool:
        """Add the exercises that a sentence names, if it prescribes some."""
        if self.exercise and self.exercise.is_headed and not _prescribes(line.text, self.exercise):
            return False
        if INSTEAD.search(line.text) or PROGRESS.match(line.text) or (self.exercise and self.exercise.is_instead):
            return False
        found = False
        for sentence in sentences_in(line.text):
            told = told_in(sentence)
            if not told.exercises:
                if found and (facts := facts_of(parts_of(sentence))).says_anything:
                    self._after_prose(line, facts, sentence)
                elif found:
                    self._tell_sentence(sentence)
                elif not found and (facts := facts_of(parts_of(sentence))).is_of_section:
                    section = self._here(line)
                    section.facts = section.facts.over(facts)
                continue
            if not found and len(told.exercises) == 1 and self._is_same(told.exercises[0]):
                assert self.exercise  # noqa: S101 - it is the same as that
                self.exercise.facts = joined(self.exercise.facts, told.exercises[0].facts, sentence)
                found = True
                continue
            self._add_all(line, told)
            found = True
        return found

    def _is_same(self, said: Said) -> bool:
        if not self.exercise or self.exercise.facts.has_amount:
            return False
        return bool(set(bare_words(said.name.text)) <= set(bare_words(self.exercise.name)))

    def _after_prose(self, line: Line, facts: Facts, sentence: str) -> None:
        section = self._here(line)
        several = len(section.exercises) > 1
        if several and (FOR_ALL.search(sentence) or facts.repeat or facts.is_of_section or (facts.reps and "repeat" in sentence.lower())):
            section.facts = section.facts.over(_as_rounds(facts))
        elif self.exercise:
            self.exercise.facts = joined(self.exercise.facts, facts, sentence)

    def _tell_sentence(self, sentence: str) -> None:
        if self.exercise:
            self.exercise.tell(sentence)

    def _tell(self, line: Line) -> None:
        """What is said about the exercise one is at; an amount in it is the exercise's if it has none."""
        assert self.exercise  # noqa: S101 - asked by the caller
        exercise = self.exercise
        for sentence in sentences_in(line.text):
            facts, moment = facts_of(parts_of(sentence)), moment_of(sentence)
            is_instead = exercise.is_instead or moment is Moment.INSTEAD
            if facts.says_anything and not is_instead and moment not in {Moment.PROGRESS, Moment.EASIER, Moment.SAFETY}:
                self._learn(exercise, facts, sentence)
            if not _is_only_amounts(sentence):
                exercise.tell(sentence)

    def _learn(self, exercise: ExerciseDraft, facts: Facts, sentence: str) -> None:
        if facts.is_of_section and len(self._section_exercises()) > 1:
            assert self.section  # noqa: S101 - it has exercises
            self.section.facts = self.section.facts.over(_as_rounds(facts))
        elif facts.has_amount and exercise.facts.pause_s and not exercise.facts.has_amount:
            exercise.facts = exercise.facts.over(facts)
        else:
            exercise.facts = joined(exercise.facts, facts, sentence)

    def _section_exercises(self) -> list[ExerciseDraft]:
        return self.section.exercises if self.section else []

    def _about(self, line: Line | None, text: str) -> None:
        """What is told of the session; a line that may have been meant as an exercise is one that nobody could place."""
        for sentence in sentences_in(text):
            if moment_of(sentence) is Moment.SAFETY and (said := spoken(sentence)):
                self.draft.safety.append(said)
            elif line is not None and line.facts.has_amount and self.draft.sections:
                self.draft.unplaced.append(Unplaced(line.block.line, sentence))
            else:
                self.draft.about.append(sentence)

    # tables

    def _row(self, line: Line) -> None:
        block = line.block
        if block.kind is BlockKind.ROW_HEAD:
            self.columns = columns_of(block)
            return
        row = row_of(block, self.columns)
        if row.week or row.title:
            self.titles.row(row.week, row.title)
            if row.title != (self.section.title if self.section else None) or row.week:
                self._open(line, row.title or (f"Week {row.week}" if row.week else None))
                self._weeks(row)
        read = line_of(row.block)
        if read.role in {Role.EXERCISE, Role.NAME, Role.TITLE} or (read.role is Role.SENTENCE and has_movement(read.name.text)):
            self._row_exercise(line, read, row)

    def _weeks(self, row: Row) -> None:
        assert self.section  # noqa: S101 - it was opened
        if numbers := re.findall(r"\d+", row.week):
            self.section.weeks = int(numbers[0]), int(numbers[-1])

    def _row_exercise(self, line: Line, read: Line, row: Row) -> None:
        told = told_in(row.block.text)
        before = len(self._here(line).exercises)
        if len(told.exercises) > 1 and (row.week or row.title or not self.columns):
            self._exercise(Line(row.block, Role.EXERCISE, read.facts, read.name))
        elif has_movement(read.name.text) or (read.facts.has_amount and read.facts.sets) or (self.columns and "name" in self.columns):
            name = name_in(parts_of(unlabelled(row.block.text)).rest)
            if name.text:
                self._add(Line(row.block, Role.EXERCISE, read.facts, name), Said(name, facts_of(parts_of(unlabelled(row.block.text))), row.block.text))
        for exercise in self._here(line).exercises[before:]:
            exercise.needs += row.needs
            for one in row.notes:
                exercise.tell(one)


def _is_greeting(line: Line) -> bool:
    return line.role is Role.NAME and not line.is_heading


def _prescribes(text: str, exercise: ExerciseDraft) -> bool:
    """Whether a sentence below a heading names exercises of its own."""
    told = told_in(text)
    return len(told.exercises) > 1 and bool(_DO.search(text)) and not exercise.facts.has_amount


def _of_all(place: SectionDraft | Draft, facts: Facts, sentence: str) -> Facts:
    """A statement's facts, in which how often something is repeated are the rounds of what goes round."""
    is_again = bool(re.search(r"\brepeat", sentence, re.IGNORECASE)) and not re.search(r"\bsets\b", sentence, re.IGNORECASE)
    often = facts.repeat or (facts.sets if is_again else None) or (facts.reps if re.match(r"\W*repeat", sentence, re.IGNORECASE) else None)
    if not often and facts.reps and _GOES_ROUND.search(sentence) and re.search(r"\b(?:times|twice|thrice)\b", sentence, re.IGNORECASE):
        often = facts.reps
    is_round = _GOES_ROUND.search(sentence) or facts.round_rest_s or (isinstance(place, SectionDraft) and len(place.exercises) > 1)
    if often and not facts.rounds and is_round and not re.search(r"\brepeat (?:each|every)\b", sentence, re.IGNORECASE):
        return replace(facts, rounds=often, repeat=None, sets=None if facts.sets == often else facts.sets, reps=None if facts.reps == often else facts.reps)
    return facts


_GOES_ROUND = re.compile(r"\b(?:circuit|rounds?|whole|entire|everything|sequence|list|routine|all of (?:it|them|this)|the lot|through)\b", re.IGNORECASE)


def _as_rounds(facts: Facts) -> Facts:
    """What is said behind a list of how often: rounds."""
    often = facts.rounds or facts.repeat or facts.sets or facts.reps
    return Facts(rounds=often, rest_s=facts.rest_s, round_rest_s=facts.round_rest_s, kind=facts.kind, minutes=facts.minutes, work_s=facts.work_s, cap_s=facts.cap_s, sides=facts.sides)


def _is_only_amounts(sentence: str) -> bool:
    rest = parts_of(sentence).rest.replace(BREAK, " ")
    return len(re.findall(r"[^\W\d_]{3,}", rest)) <= 2  # noqa: PLR2004 - and, then, with


def _bare_title(text: str) -> str:
    rest = text if re.match(r"(?:week|wk|day|session|workout)\b", text.strip(), re.IGNORECASE) else parts_of(text).rest.replace(BREAK, " ")
    bare = re.sub(r"\(\s*[,;\s]*\)|[#*_]+", " ", rest)
    bare = re.sub(r"\s+([,;:)])", r"\1", " ".join(bare.split())).strip(" :;,-–—|(.")
    return bare if re.search(r"[^\W\d_]", bare) else text.strip(" :#*-–—")


def _whole_title(text: str) -> str:
    return re.sub(r"\s*\(\s*\d+[^()]*\)\s*$", "", text.strip()).strip(" :#*-–—.")


def _things(text: str) -> list[str]:
    """The things of a list: `mat, mini band and a chair`."""
    text = re.sub(r"\([^)]*\)", "", text).strip(" .:-")
    pieces = re.split(r"\s*[,;/•|]\s*(?:and\s+|plus\s+)?|\s+and\s+(?!a half)|\s+\+\s+", text)
    bare = (re.sub(r"^(?:an?|the|some|your|optional:?|\d+\s*x?)\s+", "", one.strip(), flags=re.IGNORECASE).strip(" .") for one in pieces)
    return [one for one in bare if 1 <= len(one.split()) <= 8 and re.search(r"[^\W\d_]{2}", one) and not re.fullmatch(r"none|nothing|no equipment|bodyweight|n/a|no", one, re.IGNORECASE)]  # noqa: PLR2004
