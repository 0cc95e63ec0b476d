"""What a name that stands alone is: the lines around it decide."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of, without_brackets
from voicecoach.authoring.rules.drafting.items_alone import item_meaning
from voicecoach.authoring.rules.drafting.told_names import (
    is_deed_below,
    is_described_in,
    is_told_below,
    is_told_right_below,
)
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.grids.tables import is_of_sets
from voicecoach.authoring.rules.language.meanings import Meaning
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import DAY
from voicecoach.authoring.rules.language.words import GENERIC
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.title_texts import TRAINING_OF_A_DAY
from voicecoach.authoring.rules.passes.above import is_above_sentences
from voicecoach.authoring.rules.passes.legs import is_above_legs, is_leg_alone
from voicecoach.authoring.rules.passes.manners import DONE_AGAIN

MOST_WORDS_OF_A_STATEMENT, MOST_WORDS_OF_ONE_NAME, LEAST_SUBHEADS, LEAST_LISTED = 20, 3, 2, 2
MOST_BETWEEN, MOST_TOLD, LEAST_OF_ALL_S = 60, 10, 600
"""So many lines behind a name are looked at."""

_OF_SO_MANY = in_any_case(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:[\w-]+ )?"
    r"(?:steps|moves|movements|exercises|stretches|poses|drills|stations)"
    r"(?:\W*$| (?:to|that|you|our|my|we|i|an?|every|before|after|for(?! ?\d))\b)"
)
"""The title of all that are counted in it: `My five best moves`, `6 stretches for after a run`."""
_OF_A_DAY = in_any_case(r"\b(?:day|week|session|workout|weeks)\b.*,|,.*\b(?:day|week|session|workout)\b")
_PLACE = in_any_case(r"(?:on|in|at|off) (?:the |your |a |an )?(?:[\w-]+ )?[\w-]+:?")
"""Where a part of it is done, as its title: `On the bike`."""
_OF_A_WEEKDAY = in_any_case(rf"\b{DAY}s?\b")
_OF_ALL = in_any_case(
    r"\b(?:workouts?|sessions?|routines?|class|programmes?|wods?|metcon|circuits?|finishers?)[\s:.!]*$"
)
"""What calls all of it, never an exercise: `Lunchtime swim workout`."""
_DONE = in_any_case(r"\W*(?:repeat|hold|do|perform|complete|continue)\b")
_OF_WEEKS = re.compile(r"\d\s?/\s?\d")
"""An amount that a reader knows: `5/3/1`."""


def meaning_of(  # noqa: C901, PLR0911 - a list of decisions
    lines: Sequence[Line], at: int, *, is_first: bool, is_below: bool, is_listed: bool
) -> Meaning:
    """What the name in `lines[at]` is.

    `is_first` says that nothing of the session came before, `is_below` that an exercise with a heading is told about,
    `is_listed` that a section is open whose exercises are listed.
    """
    line = lines[at]
    is_whole = _is_whole(lines, at) and is_first
    is_of_all = is_whole or bool(_OF_SO_MANY.search(line.text) or TRAINING_OF_A_DAY.match(line.text))
    if (is_of_all or is_above_legs(lines, at)) and lines[at + 1 :]:
        return Meaning.SESSION if is_first else Meaning.SECTION
    beside = {Role.NOISE, Role.EQUIPMENT} if line.is_heading else {Role.NOISE}
    after = next((one for one in lines[at + 1 : at + MOST_BETWEEN] if one.role not in beside), None)
    is_movement = has_movement(line.text) and not _OF_ALL.search(line.text)
    is_movement = is_movement and not (is_first and at == 0 and GENERIC.fullmatch(line.text.strip(" .:!")))
    if line.block.kind is BlockKind.ITEM and not line.text.rstrip().endswith(":"):
        return item_meaning(lines, at, after, is_movement=is_movement, is_below=is_below, is_listed=is_listed)
    if _ends_list(lines, at):
        return Meaning.EXERCISE
    if is_movement and (_has_text_behind(lines, at) or is_above_sentences(lines, at)):
        return Meaning.HEADED
    if is_first and _OF_A_WEEKDAY.search(line.text) and after is not None:
        return Meaning.SESSION
    if after is None:
        return _last(line, is_movement=is_movement, is_first=is_first, is_below=is_below)
    if _heads_section(lines, at, after, is_first=is_first):
        return Meaning.SECTION
    if after.role is Role.AMOUNT and after.block.kind is not BlockKind.HEADING and not is_leg_alone(after):
        return _above_amount(lines, at, after, is_movement=is_movement, is_first=is_first)
    if after.block.kind in {BlockKind.ROW, BlockKind.ROW_HEAD}:
        return _above_rows(after, is_movement=is_movement, is_first=is_first)
    if _is_explained(lines, line, after, is_movement=is_movement):
        return Meaning.HEADED
    if after.calls_exercise:
        is_counted = _is_counted_on(lines, at, is_movement=is_movement)
        return _above_names(line, after, is_movement=is_movement, is_first=is_first, is_counted=is_counted)
    return _above_others(lines, at, after, is_movement=is_movement, is_first=is_first)


def _above_others(lines: Sequence[Line], at: int, after: Line, *, is_movement: bool, is_first: bool) -> Meaning:
    """A name above what is neither an amount nor a name."""
    line = lines[at]
    if after.role is Role.SENTENCE:
        return _above_sentences(lines, at, is_movement=is_movement, is_first=is_first)
    if is_movement and not is_first and ends_with_movement(without_brackets(line.text)):
        return Meaning.HEADED if _is_paragraph(after) else Meaning.EXERCISE
    return (
        Meaning.SESSION
        if is_first
        else Meaning.SECTION
        if after.role in {Role.STATEMENT, Role.TITLE}
        else Meaning.BESIDE
    )


def _ends_list(lines: Sequence[Line], at: int) -> bool:
    """Whether it is the last of several names right below each other, as short as they are, with a gap behind it."""
    line, before, below = lines[at], lines[max(at - LEAST_LISTED, 0) : at], lines[at + 1 : at + 2]
    names = [without_brackets(one.text) for one in before if one.role is Role.NAME and not one.is_heading]
    is_apart = all(one.block.breaks or one.is_heading for one in below)
    is_close = not any(one.block.breaks for one in (*before[1:], line)) and line.block.kind is BlockKind.PARAGRAPH
    is_plain = re.fullmatch(r"[\w '’/-]+(?:\([^()]+\))?", line.text) and not _OF_ALL.search(line.text)
    is_alike = all(name[:1].isupper() == line.text[:1].isupper() for name in names)
    is_short = len(without_brackets(line.text).split()) <= MOST_WORDS_OF_ONE_NAME
    is_list = len(names) == LEAST_LISTED and all(map(ends_with_movement, names))
    return is_list and is_apart and is_close and bool(is_plain) and is_alike and is_short


def _heads_section(lines: Sequence[Line], at: int, after: Line, *, is_first: bool) -> bool:
    """Whether it is the title of the exercises below it: a place, what they have in common, or all of them."""
    if _PLACE.fullmatch(lines[at].text.strip()) or _heads_exercises(lines, at, after):
        return True
    return not is_first and _calls_all(lines[at])


def _is_counted_on(lines: Sequence[Line], at: int, *, is_movement: bool) -> bool:
    """Whether it is one of the exercises that are listed, or counted, around it."""
    if is_movement and _goes_on_list(lines, at):
        return True
    return (is_movement or bool(_OF_WEEKS.search(lines[at].text))) and _is_among_exercises(lines, at)


_A_WHOLE = in_any_case(r"\w[ -]+(?:(?:warm|cool)[ -]?(?:up|down)|routine|session|workout)s?\W*$")


def _is_whole(lines: Sequence[Line], at: int) -> bool:
    """Whether the first line calls a warm-up, a cool-down or a routine, and no other part has a title."""
    is_alone = at == 0 and not any(one.role is Role.TITLE for one in lines)
    return is_alone and bool(_A_WHOLE.search(lines[at].text))


def _calls_all(line: Line) -> bool:
    """Whether a heading calls a workout, and no exercise before that word: `HANGBOARD WORKOUT`."""
    return line.is_heading and bool(_OF_ALL.search(line.text)) and not has_movement(_OF_ALL.sub("", line.text))


def is_last_of_list(lines: Sequence[Line], at: int) -> bool:
    """Whether it is the last of several names, above how often all of them are done: `Repeat 4 times`."""
    before, after = lines[max(at - LEAST_LISTED, 0) : at], lines[at + 1 : at + 2]
    is_list = len(before) == LEAST_LISTED and all(one.role is Role.NAME and has_movement(one.text) for one in before)
    return is_list and any(one.role is Role.AMOUNT and DONE_AGAIN.match(one.text) for one in after)


def _above_amount(lines: Sequence[Line], at: int, after: Line, *, is_movement: bool, is_first: bool) -> Meaning:
    """A name above an amount, which is that of an exercise, unless it is the title of all with a list below it."""
    line = lines[at]
    if is_movement and is_last_of_list(lines, at):
        return Meaning.EXERCISE
    is_whole = is_first and after.facts.seconds is not None and after.facts.seconds[0] >= LEAST_OF_ALL_S
    if not is_movement and (_OF_ALL.search(line.text) or (is_whole and not (after.facts.sets or after.facts.reps))):
        return Meaning.SESSION if is_first else Meaning.SECTION
    is_title = is_first and after.block.breaks > 0 and after.text.rstrip().endswith(":")
    is_title = is_title or (is_first and not is_movement and _is_above_bare(lines, at))
    is_told_of = is_movement or not is_first or after.facts.has_amount
    return Meaning.HEADED if is_told_of and not is_title else Meaning.SESSION


def _is_above_bare(lines: Sequence[Line], at: int) -> bool:
    """Whether all that is listed below has no amount but the one right below it, as `Hold 90 seconds`."""
    below = lines[at + 2 :]
    names = [one for one in below if one.calls_exercise]
    return len(names) >= LEAST_LISTED and not any(one.facts.has_amount or one.facts.sets for one in below)


def _is_explained(lines: Sequence[Line], line: Line, after: Line, *, is_movement: bool) -> bool:
    """Whether several sentences, a labelled remark or the first of several labels tell of a name right below it."""
    if after.role is Role.RULES:
        return (bool(after.tail) and ends_with_movement(line.text)) or _is_subhead(lines, after)
    is_told_of = is_movement and after.role is Role.STATEMENT and is_told(after.text)
    return is_told_of and len(sentences_in(after.text)) > LEAST_LISTED


def _heads_exercises(lines: Sequence[Line], at: int, after: Line) -> bool:
    """Whether it is what a part is called, or a heading above several exercises with their amounts."""
    if GENERIC.fullmatch(lines[at].text.strip(" :")):
        return after.calls_exercise
    is_marked = lines[at].block.kind is BlockKind.PARAGRAPH and bool(lines[at].block.marker)
    least = 1 if is_marked else LEAST_LISTED
    below = lines[at + 1 : at + 1 + least]
    are_listed = len(below) == least and all(one.block.kind is BlockKind.ITEM for one in below)
    is_title = lines[at].is_heading and any(one.is_heading and one.role is Role.TITLE for one in lines[:at])
    return (is_title or is_marked) and are_listed and all(_is_prescribed(one) for one in below)


def _is_prescribed(line: Line) -> bool:
    return line.is_counted and not is_told(line.text)


def _has_text_behind(lines: Sequence[Line], at: int) -> bool:
    """Whether what is told of a name stands in sentences behind it on its line."""
    behind = [one for one in lines[at + 1 : at + 2] if one.block.line == lines[at].block.line]
    is_told = [one.block.kind is BlockKind.PARAGRAPH and one.text.rstrip().endswith((".", "!")) for one in behind]
    return any(is_told) and not lines[at].is_heading


def _is_among_exercises(lines: Sequence[Line], at: int) -> bool:
    """Whether a name with a number in it stands right between lines of exercises: `Bench 5/3/1`."""
    line, beside = lines[at], [*(lines[at - 1 : at] if at else ()), *lines[at + 1 : at + 2]]
    is_plain = line.block.kind is BlockKind.PARAGRAPH and not line.block.breaks and not line.text.endswith(":")
    has_number = any(char.isdecimal() for char in line.text)
    return is_plain and has_number and len(beside) > 1 and all(_is_plain_exercise(one) for one in beside)


def _goes_on_list(lines: Sequence[Line], at: int) -> bool:
    """Whether a name stands in the middle of lines that are names or exercises, with nothing between them."""
    beside = [*lines[at - 1 : at], *lines[at + 1 : at + 2]] if at else []
    is_close = not any(one.block.breaks for one in lines[at : at + 2]) and not lines[at].text.rstrip().endswith(":")
    is_plain = all(one.block.kind is BlockKind.PARAGRAPH and not one.is_heading for one in (*beside, lines[at]))
    is_close = is_close and not any(is_told(one.text) for one in beside[1:])
    return len(beside) > 1 and is_close and is_plain and beside[0].calls_exercise and has_movement(beside[0].text)


def _is_plain_exercise(line: Line) -> bool:
    return line.is_counted and line.block.kind is BlockKind.PARAGRAPH


def _above_rows(after: Line, *, is_movement: bool, is_first: bool) -> Meaning:
    if is_of_sets(after.block) and is_movement:
        return Meaning.HEADED
    return Meaning.SESSION if is_first else Meaning.SECTION


def _is_subhead(lines: Sequence[Line], line: Line) -> bool:
    """Whether the title of rules stands below several names: `Aim`, `Instructions`."""
    return sum(one.role is Role.RULES and one.text == line.text for one in lines) >= LEAST_SUBHEADS


def _is_paragraph(line: Line) -> bool:
    return line.role is Role.STATEMENT and len(line.text.split()) > MOST_WORDS_OF_A_STATEMENT


def _last(line: Line, *, is_movement: bool, is_first: bool, is_below: bool) -> Meaning:
    if is_movement and ends_with_movement(without_brackets(line.text)):
        return Meaning.EXERCISE
    if is_below:
        return Meaning.CUE
    return Meaning.SESSION if is_first else Meaning.BESIDE


def _above_names(  # noqa: PLR0911 - a list of decisions
    line: Line, after: Line, *, is_movement: bool, is_first: bool, is_counted: bool
) -> Meaning:
    """A name above exercises, or above other names.

    `is_counted` says that it has numbers as the lines before and behind it have.
    """
    is_title = (
        line.is_heading
        or line.text.rstrip().endswith(":")
        or after.block.kind is BlockKind.ITEM
        or (after.block.breaks > 0 and after.role is Role.EXERCISE)
    )
    if (line.is_heading and after.is_heading and is_movement and after.block.level == line.block.level) or is_counted:
        return Meaning.EXERCISE
    if line.is_heading and after.is_heading and after.block.level > line.block.level:
        return Meaning.SESSION if is_first else Meaning.SECTION
    ends_as_name = ends_with_movement(line.text) or (
        ends_with_movement(line.name.text) and not GENERIC.fullmatch(line.name.text)
    )
    if is_movement and not is_first and is_told_right_below(line, after):
        return Meaning.HEADED
    if line.is_heading and is_movement and is_described_in(line, after):
        return Meaning.HEADED
    if is_movement and ends_as_name and is_deed_below(line, after):
        return Meaning.HEADED
    if is_movement and ends_as_name and (not is_title or is_told(after.text)):
        return Meaning.HEADED if is_told(after.text) or is_told_below(after) else Meaning.EXERCISE
    if is_movement and after.block.kind is BlockKind.ITEM and not has_movement(after.text):
        return Meaning.HEADED
    if is_movement and after.role is Role.NAME and not is_title:
        return Meaning.EXERCISE
    if is_first and not line.text.rstrip().endswith(":"):
        return Meaning.SESSION
    return Meaning.SECTION


def _prescribes(text: str) -> bool:
    """Whether a sentence of it says how much is done, such as `Repeat up to 10 times`."""
    sentences = (one for one in sentences_in(text) if _DONE.match(one))
    return any(facts_of(parts_of(one)).has_amount for one in sentences)


def _are_listed(title: Line, below: Sequence[Line]) -> bool:
    """Whether sentences without amounts, and then exercises with theirs, stand below what may be the title of all."""
    told = list(takewhile(lambda one: one.role in {Role.SENTENCE, Role.NOISE}, below))
    listed = takewhile(lambda one: one.role is not Role.NAME, below[len(told) :])
    is_plain = not any(one.facts.has_amount and is_told(one.text) for one in told)
    counted = [one for one in listed if one.is_counted]
    names = {frozenset(bare_words(one.name.text)) for one in counted}
    is_other = names != {frozenset(bare_words(title.name.text))}  # else they are sets of what it calls
    return is_plain and is_other and len(counted) >= LEAST_LISTED


def _is_caption(line: Line) -> bool:
    """Whether it tells what a picture shows: `nice view on the walk`."""
    is_plain = line.block.kind is BlockKind.PARAGRAPH and line.text[:1].islower() and not line.facts.says_anything
    return is_plain and bool(re.search(r"\b(?:on|of|from|at|during|after|in) (?:the|my|our|a)\b", line.text))


def _leads_to_counted(lines: Sequence[Line], at: int) -> bool:
    """Whether sentences that tell nothing to do, and then a counted list of names, stand below what it calls."""
    told = list(takewhile(lambda one: one.role in {Role.SENTENCE, Role.NOISE}, lines[at + 1 : at + MOST_TOLD]))
    first = lines[at + 1 + len(told) : at + 2 + len(told)]
    is_list = bool(first) and first[0].block.kind is BlockKind.ITEM and first[0].block.marker[:1] == "1"
    counted = [one for one in lines[at + 1 :] if one.block.kind is BlockKind.ITEM and one.block.marker[:1].isdecimal()]
    are_names = [one.role is Role.NAME and ends_with_movement(one.text) for one in counted]
    are_orders = any(is_told(one.text) and "?" not in one.text for one in told)
    is_plain = bool(told) and not (are_orders or any(one.facts.has_amount for one in told))
    return is_list and is_plain and sum(are_names) > 1 and all(are_names)


def _is_told_by_steps(below: Sequence[Line]) -> bool:
    """Whether the first items below a name are orders, which no title has: `Lie on your back`, `Squeeze`."""
    steps = [one for one in below if one.role is not Role.NOISE][:LEAST_LISTED]
    are_items = len(steps) == LEAST_LISTED and all(one.block.kind is BlockKind.ITEM for one in steps)
    return are_items and all(one.role is Role.SENTENCE and is_told(one.text) for one in steps)


def _above_sentences(  # noqa: C901, PLR0911, PLR0912 - a list of decisions
    lines: Sequence[Line], at: int, *, is_movement: bool, is_first: bool
) -> Meaning:
    """A name above sentences: an exercise if it is called like one, or if it is told how much of it is done."""
    line = lines[at]
    if is_movement and _leads_to_counted(lines, at):
        return Meaning.SESSION if is_first else Meaning.SECTION
    is_above_list = any(one.role is Role.EXERCISE for one in lines[at + 1 : at + 4])
    if (
        not (is_movement or is_first)
        and _OF_ALL.search(line.text)
        and any(one.is_counted for one in lines[at + 1 : at + MOST_TOLD])
    ):
        return Meaning.SECTION
    is_called = is_movement and line.text.rstrip().endswith(":")
    if is_first and not (line.is_heading or is_called) and _are_listed(line, lines[at + 1 : at + MOST_BETWEEN]):
        return Meaning.SESSION
    if is_movement and _is_caption(line):
        return Meaning.BESIDE if is_first else Meaning.CUE
    if is_first and at == 0 and _OF_A_DAY.search(line.text):
        return Meaning.SESSION
    told = next((one for one in lines[at + 1 : at + 2] if one.block.line == line.block.line), None)
    is_told_in_line = told is not None
    if told is not None and told.facts.has_amount and is_told(told.text):
        return Meaning.HEADED  # `Quad setting: tighten your thigh, 10 times`
    is_told_of = is_told_in_line or _is_told_by_steps(lines[at + 1 : at + 2 + LEAST_LISTED])
    if is_movement and (not is_first or is_told_of or ends_with_movement(line.text)):
        return Meaning.HEADED
    is_lead = line.text.rstrip().endswith(":") and at > 0 and lines[at + 1].block.marker[:1].isdecimal()
    if is_first and not is_lead and not (at > 1 and any(_prescribes(one.text) for one in lines[at + 1 : at + 2])):
        return Meaning.SESSION
    if (
        not is_movement
        and not line.text.rstrip().endswith(":")
        and _are_listed(line, lines[at + 1 : at + MOST_BETWEEN])
    ):
        return Meaning.SECTION
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below and below.role is Role.SENTENCE and below.facts.has_amount and is_told(below.text):
        return Meaning.HEADED
    for one in lines[at + 1 : at + MOST_BETWEEN]:
        if one.role in {Role.NAME, Role.TITLE, Role.RULES, Role.END} or one.is_heading:
            break
        if one.role is Role.AMOUNT and facts_of(parts_of(one.text)).has_amount:
            return Meaning.HEADED
        if _prescribes(one.text):
            return Meaning.HEADED
    return Meaning.SECTION if line.text.rstrip().endswith(":") and is_above_list else Meaning.BESIDE
