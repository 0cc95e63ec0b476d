"""What sentences tell: exercises of their own, how one is done, and what is left open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of, facts_of_all
from voicecoach.authoring.rules.amounts.joining import joined
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.drafting.asides import Asides
from voicecoach.authoring.rules.exercise_names.names import Name, is_told, named, unlabelled
from voicecoach.authoring.rules.language.machine_words import IS_CHANGE
from voicecoach.authoring.rules.language.moment_words import INSTEAD, PROGRESS
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import FOR_ALL, IMPERATIVE, RESTING, SENTENCE
from voicecoach.authoring.rules.line_kinds.drafts import ExerciseDraft
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.said import Said, Told
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.statements import OF_A_DAY
from voicecoach.authoring.rules.passes.manners import EXAMPLE, HAS_DONE, PAST, step_in
from voicecoach.authoring.rules.prose.clauses import is_named
from voicecoach.authoring.rules.prose.gathering import LENGTHS, is_of_another
from voicecoach.authoring.rules.prose.in_sentences import told_in
from voicecoach.authoring.rules.prose.listings import announced_in, led_to, listed_in, named_first, told_next
from voicecoach.authoring.rules.prose.shared_amounts import with_lists_whole
from voicecoach.authoring.rules.prose.warming import warmed_with
from voicecoach.authoring.written import Unplaced
from voicecoach.late_patterns import late

LEAST_LISTED, LEAST_DONE, MOST_WORDS_BESIDE, MOST_WORDS_OF_A_LOAD, LEAST_WORDS_OF_TALK = 2, 2, 14, 8, 25
_RESTED = late(r"(?P<rest>\b(?:rest|recover|take)\b[^.!?]{2,30})[.!]\s+(?=repeat\b)", re.IGNORECASE)
"""A rest that is followed by what is done again is between the rounds."""
_OF_DAYS = re.compile(
    r"\b(?:days|times|sessions) (?:a|per|each|every) week\b|\b(?:both|all|each) (?:workouts?|days?|sessions?)\b",
    re.IGNORECASE,
)
"""What is said of several sessions."""
_DO = re.compile(
    r"\b(?:do|perform|complete|start with|begin with|then|finish with|followed by|try|next|first|finally"
    r"|aim for|go for)\b",
    re.IGNORECASE,
)
_REMARK = re.compile(r"\s*\([^()\d]*\)")
MOST_OF_A_MOMENT_S = 3
OF_OPTIONS = in_any_case(
    r"\b(?:you have|there are|you've got|here are) (?:a few|some|several|two|three|other) (?:other )?options\b"
)
"""What somebody may do instead of what is prescribed."""
_IF = re.compile(r"\W*(?:if|unless)\b", re.IGNORECASE)
_FOR_IT = in_any_case(
    r"\W*(?:for|to (?:do|perform|complete)) (?:the |an? |your )?(?P<name>[a-z][^\d.,:;]{2,40}),\s+(?P<how>\S.*)"
)
"""How what is told of one exercise begins with its name."""
_REPEAT = re.compile(r"\W*(?:then |and )*repeat\b", re.IGNORECASE)


class Telling(Asides):
    """What is done with sentences.

    `announced` is what they led over to last, without amount, `warmed` the line that told last how one warms up.
    """

    def __init__(self, lines: list[Line]) -> None:
        super().__init__(lines)
        self.announced: Name | None = None
        self.warmed: int | None = None

    def rest_of_all(self, at: int, line: Line) -> Line | None:
        """The line without the rest that stands apart behind several sections and is all of theirs, if it is one."""
        sentences = sentences_in(line.text) or [""]
        resting = next((one for one in sentences if RESTING.match(one)), None)
        is_of_all = resting == sentences[0] or _OF_DAYS.search(line.text)
        if resting is None or not is_of_all or not line.block.breaks or len(self.draft.sections) < LEAST_LISTED:
            return line
        if any(one.role is Role.TITLE or one.is_heading for one in self.lines[at + 1 :]):
            return line
        parts = parts_of(_REMARK.sub("", resting))
        exercises = [one for section in self.draft.sections for one in section.exercises]
        stated = [*(one.facts.rest_s for one in exercises), *(one.facts.rest_s for one in self.draft.sections)]
        if any(stated) or any(map(str.isalpha, parts.rest)):
            return line
        self.draft.facts = self.draft.facts.over(Facts(rest_s=facts_of(parts).rest_s))
        others = " ".join(one for one in sentences if one is not resting)
        return line_of(replace(line.block, text=others, breaks=0)) if others else None

    def is_described_by(self, line: Line) -> bool:
        """Whether a paragraph of sentences is on how the exercise of the heading is done, and how often."""
        above = self.exercise
        if not above or not above.is_headed or line.block.kind is not BlockKind.PARAGRAPH:
            return False
        if is_order(line) and not prescribes(line.text, above):
            return True
        if above.facts.has_amount:
            return False
        is_same = set(bare_words(line.name.text)) & set(bare_words(above.name))
        is_behind = line.block.line == above.line
        is_several = len(sentences_in(unlabelled(line.text))) > 1
        is_more = is_several or (bool(is_same) and not line.block.breaks)
        is_right_below = is_several and not line.block.breaks and has_movement(above.name)
        return (is_behind or bool(is_same) or is_right_below) and is_more and not prescribes(line.text, above)

    def is_sided_below(self, line: Line) -> bool:
        """Whether an item below an exercise with its amount only says on which side something is touched."""
        above = self.exercise
        is_counted = above is not None and above.facts.has_amount and line.block.kind is BlockKind.ITEM
        is_sided = bool(line.facts.sides) and not (line.facts.has_amount or line.facts.sets)
        return is_counted and is_sided and not ends_with_movement(line.name.text)

    def is_said_again(self, line: Line) -> bool:
        """Whether it only sums up the exercise before."""
        before = self.exercise
        return bool(
            before
            and any("total" in one for one in line.facts.notes)
            and set(bare_words(before.name)) & set(bare_words(line.name.text))
        )

    def step_of(self, line: Line) -> Name | None:
        """What an item of a flow is called, whose length is stated once for each of its steps."""
        if line.block.kind is not BlockKind.ITEM or not line.block.marker[:1].isdigit() or line.facts.has_amount:
            return None
        stated = (self.section or self.draft).facts.seconds or self.draft.facts.seconds or self.draft.holds.seconds
        if not stated or self.is_headed:
            return None
        return step_in(line.text)

    def _add_told(self, line: Line, told: Told, sentence: str) -> None:
        """Add the exercises of a sentence; how often it says to repeat is of what came before."""
        if self._is_counted_again(line, told) or self.was_done(line, told, sentence):
            return
        if line.block.kind is BlockKind.PARAGRAPH and self._is_on_counted(told):
            self.tell_sentence(sentence)
            return
        if _REPEAT.match(sentence) and self.section and self.section.exercises:
            self.after_prose(line, told.facts, sentence)
            self.beside(self.section)
            told = replace(told, facts=Facts())
        self.add_all(line, told := self.behind_warm_up(line, told, sentence))
        if not told.exercises:
            return
        for one in self.section_exercises()[-len(told.exercises) :]:
            one.is_told = bool(HAS_DONE.search(sentence))
            one.is_talked = len(told.exercises) == 1 and _is_talk(line, sentence)

    def behind_warm_up(self, line: Line, told: Told, sentence: str) -> Told:
        """Add what a sentence tells to warm up with, apart from what is done then, which is left of it."""
        if self.warmed == line.block.line and self.section and self.section.exercises:
            self.beside(self.section)
        self.warmed = None
        count = 0 if self.section_exercises() else warmed_with(told, sentence)
        if not count:
            return told
        first, others = told.exercises[:count], told.exercises[count:]
        self.add_all(line, replace(told, exercises=first, facts=Facts() if others else told.facts))
        self.warmed = line.block.line
        if others and self.section:
            self.beside(self.section)
        return replace(told, exercises=others)

    def was_done(self, line: Line, told: Told, sentence: str) -> bool:
        """Leave how somebody did several of those that are prescribed above: `I did 3 rounds of 20`; whether it was."""
        if len(told.exercises) < LEAST_DONE or not HAS_DONE.search(sentence):
            return False
        above = [one for section in self.draft.sections for one in section.exercises if one.facts.has_amount]
        known = [set(bare_words(one.name)) for one in above if not one.is_told]
        names = [set(bare_words(one.name.text)) for one in told.exercises]
        again = sum(any(name <= one or one <= name for one in known) for name in names if name)
        if 2 * again < len(names):
            return False
        self.draft.unplaced.append(Unplaced(line.block.line, sentence))
        return True

    def _is_of_nobody(self, facts: Facts, sentence: str) -> bool:
        """Whether a sentence counts something that isn't called, behind an exercise that has its amount."""
        before = self.exercise.facts if self.exercise else Facts()
        is_other = bool(before.reps and facts.seconds) and not (facts.is_hold or facts.reps or before.seconds)
        is_about = bool(facts.load) and not facts.has_amount and not is_told(sentence.strip())
        is_about = is_about and len(sentence.split()) > MOST_WORDS_OF_A_LOAD  # `Losing 5 kg takes 20 kg off each knee`
        is_another = is_other or is_about or is_of_another(Said(Name(""), facts, sentence))
        return before.has_amount and is_another and not FOR_ALL.search(sentence)

    def take_how(self, line: Line) -> bool:
        """Take what says by name how that is done which stands above with its amount; whether it was that.

        `For shoulder rolls, keep marching. Roll them 5 times forwards and 5 times back` counts no more of them.
        """
        found = None if line.is_heading or not self.exercise else _FOR_IT.fullmatch(line.text)
        if not found or not self.exercise or not self.exercise.facts.has_amount:
            return False
        if set(bare_words(found["name"])) != set(bare_words(self.exercise.name)):
            return False
        if facts_of(parts_of(found["how"])).has_amount:
            for one in sentences_in(found["how"]):
                self.tell_sentence(one)
        else:
            self.tell(replace(line, block=replace(line.block, text=found["how"])), is_own=True)
        return True

    def told(self, line: Line) -> bool:
        """Add the exercises that a sentence names, if it prescribes some."""
        if self.exercise and self.is_headed and not (prescribes(line.text, self.exercise) or _is_apart(line)):
            return False
        begun = (sentences_in(line.text) or [""])[0]
        is_later = PROGRESS.match(line.text) and not IS_CHANGE.match(line.text)
        is_beside = EXAMPLE.match(line.text) or (self.exercise and INSTEAD.search(begun)) or is_later
        is_beside = is_beside or OF_OPTIONS.search(line.text)
        if is_beside or (self.exercise and self.exercise.is_instead):
            return False
        found, open_one = False, None
        announced = None if line.block.breaks else self.announced
        text = _RESTED.sub(r"\g<rest>, then ", line.text)
        for sentence in self._prescribing(text):
            told = self._without_moment(_told_or_named(sentence, announced))
            lead = None if _IF.match(sentence) else announced_in(sentence) or led_to(told, sentence)
            open_one = lead or (None if told.exercises else open_one)
            first = None if _IF.match(sentence) else named_first(told, sentence)
            is_word = announced is not None and first is not None and " " not in first.text  # `..., tap, and back`
            announced = lead or (None if is_word else first) or (None if told.exercises else announced)
            if not told.exercises:
                if found and (facts := facts_of(parts_of(sentence))).says_anything:
                    if self._is_of_nobody(facts, sentence):
                        self.draft.unplaced.append(Unplaced(line.block.line, sentence))
                    else:
                        self.after_prose(line, facts, sentence)
                elif found:
                    self.tell_sentence(sentence)
                elif not found and not OF_A_DAY.search(sentence) and (own := _of_section(sentence)):
                    section = self.here(line)
                    section.facts = section.facts.over(own)
                continue
            if not found and len(told.exercises) == 1 and self.is_same(told.exercises[0]):
                assert self.exercise  # noqa: S101 - it is the same as that
                self.exercise.facts = joined(self.exercise.facts, told.exercises[0].facts, sentence)
                found = True
                continue
            self._add_told(line, told, sentence)
            found = True
        self.announced = open_one
        return found

    def _without_moment(self, told: Told) -> Told:
        """What a sentence tells, without what is held for a moment only: that is how the exercise above is done."""
        held = told.exercises[0].facts if len(told.exercises) == 1 else Facts()
        is_short = held.seconds is not None and held.seconds[1] <= MOST_OF_A_MOMENT_S
        is_one = is_short and not (held.sets or held.reps or held.each_set or held.rounds)
        return Told() if is_one and self.exercise and self.exercise.facts.has_amount else told

    def _is_on_counted(self, told: Told) -> bool:
        """Whether it only calls in short the counted exercise with its amount above: `Squat` below `2. Door squat`."""
        above = self.exercise
        if above is None or not (above.facts.has_amount and above.block.marker[:1].isdecimal()):
            return False
        called = set(bare_words(above.name))
        return all(bare_words(one.name.text) and set(bare_words(one.name.text)) < called for one in told.exercises)

    def _is_counted_again(self, line: Line, told: Told) -> bool:
        """Whether it only says again how often the exercise is done behind whose name it stands on its line.

        `10 jump lunges - land in a lunge. Keep alternating for 10 reps.`
        """
        at = self.exercise
        if at is None or at.line != line.block.line or len(told.exercises) != 1 or not at.facts.reps:
            return False
        (one,) = told.exercises
        is_same = one.facts.reps == at.facts.reps and not one.facts.sets
        is_called_so = not set(bare_words(one.name.text)).isdisjoint(bare_words(at.name))
        if is_same and is_called_so:
            at.facts = at.facts.over(Facts(sides=one.facts.sides))
        return is_same and is_called_so

    def _prescribing(self, text: str) -> Iterator[str]:
        """The sentences but those on what was done before, or instead; one on a known exercise is told of it."""
        for sentence in with_lists_whole(sentences_in(text)):
            if self.is_of_one_named(sentence):
                self.tell_sentence(sentence)
            elif not (PAST.search(sentence) or INSTEAD.search(sentence)):
                yield sentence

    def is_of_one_named(self, sentence: str) -> bool:
        """Whether a sentence tells of exercises that were all named before: `The bike is an effort of 25 s`."""
        if not _OF_ONE_NAMED.match(sentence):
            return False
        called = [set(bare_words(one.name)) for section in self.draft.sections for one in section.exercises]
        names = [set(bare_words(one.name.text)) for one in told_in(sentence).exercises]
        return bool(names) and all(any(name and name <= one for one in called) for name in names)


_OF_ONE_NAMED = in_any_case(r"the\s+(?:[\w-]+\s+){1,4}(?:is|are|was|were|should|will)\b")
"""How a sentence begins that tells of an exercise that is known."""


def _is_talk(line: Line, sentence: str) -> bool:
    """Whether a long paragraph talks about what is done, and the sentence doesn't tell to do it."""
    is_long = line.block.kind is BlockKind.PARAGRAPH and len(line.text.split()) >= LEAST_WORDS_OF_TALK
    is_order = IMPERATIVE.match(sentence) or _DO.search(sentence) or _REPEAT.match(sentence)
    return is_long and bool(SENTENCE.search(sentence)) and not is_order


def _is_apart(line: Line) -> bool:
    """Whether a paragraph apart tells to do several other things, each with its amount."""
    is_order = line.block.breaks > 0 and _DO.match(line.text)
    return bool(is_order) and len(told_in(line.text).exercises) > LEAST_LISTED


def _told_or_named(sentence: str, announced: Name | None) -> Told:
    """What a sentence tells; else what it only names, or the amount of what one before led over to."""
    told = told_in(sentence)
    if announced and len(told.exercises) == 1 and LENGTHS.match(told.exercises[0].name.text):
        return Told((Said(announced, Facts(notes=(sentence.rstrip("."),)), sentence),), text=sentence)
    if announced and len(told.exercises) == 1 and _is_counted_as(told.exercises[0], announced):
        return replace(told, exercises=(replace(told.exercises[0], name=announced),))
    if told.exercises:
        return told
    if listed := listed_in(sentence) or told_next(sentence):
        return Told(listed, text=sentence)
    facts = _only_amount(sentence) if announced else Facts()
    is_counted = facts.has_amount or facts.is_loose
    return Told((Said(announced, facts, sentence),), text=sentence) if announced and is_counted else told


def _of_section(sentence: str) -> Facts | None:
    """What a sentence says of a section, `None` if it says nothing of that."""
    facts = facts_of_all(parts_of(sentence))
    return facts if facts.is_of_section else None


def _is_counted_as(said: Said, announced: Name) -> bool:
    """Whether what is counted has its word of what was led over to: `fifteen kicks` of the side kick series."""
    words = set(bare_words(said.name.text.partition(" ")[0]))
    return bool(words & set(bare_words(announced.text))) and said.text[:1].isupper() and not said.facts.sets


def _only_amount(sentence: str) -> Facts:
    """The facts of a sentence that has an amount and calls nothing: `Let's have 10 per side`."""
    parts = parts_of(sentence)
    facts = facts_of(parts)
    is_short = len(re.findall(r"[^\W\d_]{2,}", parts.rest)) <= MOST_WORDS_BESIDE
    is_counted = is_short and (facts.has_amount or facts.is_loose)
    return facts if is_counted and not is_named(named(parts, facts)) else Facts()


def is_order(line: Line) -> bool:
    """Whether it is a sentence that tells to do something and calls nothing, such as `Aim to rise for a count of 3`."""
    text = line.text.rstrip()
    is_whole = text.endswith((".", "!")) and is_told(unlabelled(text))
    name = line.name.text
    return is_whole and (is_told(name) or not ends_with_movement(name)) and len(told_in(text).exercises) <= 1


def is_description(line: Line) -> bool:
    """Whether it goes on from the line above, with more than one sentence."""
    is_below = line.block.kind is BlockKind.PARAGRAPH and not line.block.breaks
    return is_below and len(sentences_in(line.text)) > 1 and not RESTING.match(line.text)


def prescribes(text: str, exercise: ExerciseDraft) -> bool:
    """Whether a sentence below a heading names exercises of its own."""
    is_order = _DO.search(text) and not exercise.facts.has_amount
    return bool(is_order) and len(told_in(text).exercises) > 1


def is_prose(line: Line, *, more_than: int) -> bool:
    """Whether a line of more than so many sentences names exercises in some of them, or leads over to one."""
    sentences = sentences_in(line.text)
    return len(sentences) > more_than and any(told_in(one).exercises or announced_in(one) for one in sentences)


def is_told_with_sets(line: Line) -> bool:
    """Whether a sentence has an exercise with its sets and amount, whatever it says of the time between sets."""
    told = () if RESTING.match(line.text) else told_in(line.text).exercises
    return any(one.facts.sets and one.facts.has_amount for one in told)


def as_told(line: Line, told: Told) -> Facts:
    """A line's facts, in which an amount is that beside the name: `20 passes, 10 push-ups` are 10 of these."""
    reps, own = line.facts.reps, told.exercises[0] if len(told.exercises) == 1 else None
    if own is None or own.name.text != line.name.text or not own.facts.reps or not reps:
        return line.facts
    is_counted = not (line.facts.sets or line.facts.each_set or line.facts.load) and own.facts.reps != reps
    return replace(line.facts, reps=own.facts.reps) if is_counted else line.facts
