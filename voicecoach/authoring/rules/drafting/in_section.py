"""How an exercise, or what is said behind several, stands to those above it in a section."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of, without_brackets
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft, SectionDraft
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.said import Said, Told
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.above import is_above_names
from voicecoach.authoring.rules.prose.in_sentences import told_in
from voicecoach.definitions.session import SectionKind
from voicecoach.late_patterns import late


def has_own_rest(section: SectionDraft, sentence: str) -> bool:
    """Whether a rest is that of one exercise: others have theirs, or it comes before one more set."""
    return any(one.facts.rest_s for one in section.exercises) or bool(_ONE_MORE.search(sentence))


_ONE_MORE = late(r"\b(?:one more|another|once more|do it again)\b", re.IGNORECASE)


def leads_to_list(lines: Sequence[Line], at: int, section: SectionDraft) -> bool:
    """Whether it says how much of all below is done, apart from the exercises above: `Complete 3 rounds of:`."""
    line, facts = lines[at], lines[at].facts
    is_led = line.role in _SAID_OF_ALL and line.block.breaks > 0 and line.text.rstrip(" *").endswith(":")
    is_said = bool(section.exercises) and bool(facts.rounds or facts.sets or facts.has_amount)
    if not (is_led and is_said) or line.is_heading:
        return False
    is_below = bool(_LISTED_BELOW.search(line.text)) or all(one.facts.has_amount for one in section.exercises)
    return is_below and is_above_names(lines, at)


_SAID_OF_ALL = frozenset({Role.STATEMENT, Role.SENTENCE})
_LISTED_BELOW = in_any_case(r"\b(?:these|following|below)\b|\bof\s*:\W*$")


def is_listed_together(section: SectionDraft, line: Line, told: Told) -> bool:
    """Whether several exercises and what is said of all of them stand in one item of a list, or on a line."""
    is_several = told.facts.says_anything and len(told.exercises) > 1
    is_item = line.block.kind is BlockKind.ITEM and section.line != line.block.line
    return is_several and (is_item or _is_round_of_line(line, told))


_ROUNDS_BEHIND = in_any_case(r"\b\d{1,2} rounds\W*$")


def _is_round_of_line(line: Line, told: Told) -> bool:
    """Whether a line has nothing but exercises, each with its amount, and behind them their rounds."""
    is_line = line.block.kind is BlockKind.PARAGRAPH and bool(told.facts.rounds)
    is_whole = is_line and bool(_ROUNDS_BEHIND.search(line.text))
    return is_whole and all(one.facts.has_amount for one in told.exercises)


def is_told_again(section: SectionDraft, line: Line, told: Told) -> bool:
    """Whether a sentence below a list of repetitions only says it once more: `Do 5 pull-ups, then 10 squats; ...`."""
    if line.block.kind is BlockKind.ITEM or len(told.exercises) < LEAST_AGAIN or not line.block.breaks:
        return False
    listed = [(frozenset(bare_words(one.name)), one.facts) for one in section.exercises]
    again = [(frozenset(bare_words(one.name.text)), one.facts) for one in told.exercises]
    if not all(facts.reps for _, facts in again):
        return False
    if _IN_ORDER.search(line.text):
        return [(words, facts.reps) for words, facts in again] == [
            (words, facts.reps) for words, facts in listed[: len(again)]
        ]
    is_whole = len(again) >= len(listed) > LEAST_AGAIN and all(map(_is_again, listed, again))
    return is_whole and all(any(_is_again(one, other) for one in listed) for other in again)


def _is_again(one: tuple[frozenset[str], Facts], other: tuple[frozenset[str], Facts]) -> bool:
    """Whether it is the same exercise with the same count, in fewer words: `75 jacks` of `75 jumping jacks`."""
    (words, facts), (fewer, again) = one, other
    counts = {facts.reps, (2 * facts.reps[0], 2 * facts.reps[1]) if facts.reps and facts.sides else None}
    return bool(fewer) and fewer <= words and again.reps in counts


_IN_ORDER = late(r"^\W*(?:do|perform|complete|so|that is)\b|\bthen\b", re.IGNORECASE)
LEAST_AGAIN = 2
_AFTERWARDS = any_of(
    "at the end|after (?:that|this|those|the (?:circuit|rounds))|afterwards|to finish|finally|lastly",
    "(?:finish|end)(?:ing)?(?: (?:off|up))? (?:with|on|by)|finishers?",
    "(?:and )?(?:cool|warm)(?:ing)?[ -]?down|cd|c/d",
)
AT_THE_END = in_any_case(rf"\W*(?:(?:oh|and|then|so)\W+)*{_AFTERWARDS}\b")
"""What comes behind the rounds is no part of them."""
_THEN = in_any_case(r"\W*(?:and |then )*(?:then|next)\b")
_WHOLE = frozenset({SectionKind.EMOM, SectionKind.AMRAP, SectionKind.FOR_TIME})


def is_behind_whole(section: SectionDraft, stated: Facts, line: Line, facts: Facts) -> bool:
    """Whether an exercise stands apart behind an EMOM, an AMRAP, rounds or intervals: with sets of its own, or `then`.

    `stated` is what is said of all that stands before it.
    """
    is_apart = line.block.breaks > 0 and not facts.is_of_section
    before = section.exercises
    if not is_apart or not before or any(one.facts.sets for one in before):
        return False
    is_timed = bool(stated.work_s) and not any(one.facts.has_amount for one in before)
    is_whole = stated.kind in _WHOLE or is_timed
    is_list = len(before) > 1 and not any(one.block.breaks for one in before[1:])
    is_then = is_list and bool(_THEN.match(line.text) or AT_THE_END.match(line.text))
    return (is_whole and bool(facts.sets)) or (is_then and (is_whole or bool(stated.rounds or stated.work_s)))


def end_if_gone_through(section: SectionDraft | Draft, sentence: str) -> None:
    """Let nothing more into a section behind how often all of it is gone through: `Do 3 rounds of this superset`."""
    if not isinstance(section, SectionDraft):
        return
    is_said = len(section.exercises) > 1 and bool(section.facts.rounds) and not sentence.rstrip().endswith(":")
    if is_said and _THIS_PART.search(sentence):
        section.within = section.exercises[-1].line


_THIS_PART = in_any_case(
    r"\b(?:this|that|the) (?:whole |same |entire )?(?:super-?set|pair|couplet|tri-?set|giant set|circuit)\b"
)


def is_only_amounts(sentence: str) -> bool:
    """Whether a sentence says amounts, and beside them a word or two, or asks something as short."""
    parts = parts_of(sentence)
    rest = parts.rest.replace(BREAK, " ")
    is_amount = bool(parts.parts or parts.asides or "?" in sentence)
    return is_amount and len(re.findall(r"[^\W\d_]{3,}", rest)) <= 2  # noqa: PLR2004 - and, then, with


def in_sets(section: SectionDraft, said: Said, line: Line, below: Sequence[Line]) -> Said:
    """What is said of an exercise; its rounds are sets where others of its list have sets.

    So are those that are all that an item says, between others that have an amount: `Jump rope, 3 rounds`.
    """
    facts = said.facts
    if not facts.rounds or facts.sets or facts.kind or facts.round_rest_s or section.facts.rounds:
        return said
    if facts.has_amount:
        are_sets = any(one.facts.sets for one in section.exercises)
    else:
        beside = [*(one.facts for one in section.exercises), *(one.facts for one in below if _is_beside(one, line))]
        are_sets = line.block.kind is BlockKind.ITEM and any(one.has_amount for one in beside)
    return replace(said, facts=replace(facts, rounds=None, sets=facts.rounds)) if are_sets else said


def _is_beside(other: Line, line: Line) -> bool:
    return other.block.kind is BlockKind.ITEM and other.block.level == line.block.level and other.calls_exercise


def says_rest(section: SectionDraft) -> bool:
    """Whether it says a rest, or one of its exercises does."""
    return any(one.rest_s for one in (section.facts, *(exercise.facts for exercise in section.exercises)))


def sentences_behind(tail: str) -> list[str]:
    """The sentences behind a title; what is in brackets in them makes no name a sentence."""
    bare = without_brackets(tail)
    is_named = has_movement(bare) and not told_in(tail, is_list=True).exercises
    return sentences_in(bare if is_named else tail)
