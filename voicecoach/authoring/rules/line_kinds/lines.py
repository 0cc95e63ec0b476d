"""What a block is: of the page, a section's title, an exercise, an amount, a statement for all, a name, a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import choice_in, parts_of, without_brackets
from voicecoach.authoring.rules.amounts.ways_gone import in_lengths
from voicecoach.authoring.rules.exercise_names.names import (
    is_gone_on_with,
    is_position,
    is_told,
    named,
    reads_as_name,
    unlabelled,
)
from voicecoach.authoring.rules.language.moment_words import CAUTION, ONCE_ABLE
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.page import AFTER_THE_END, GROWS, REACHED, is_beside, is_noise
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import REASON_TOLD, RULES
from voicecoach.authoring.rules.language.sentence_words import (
    ALL_FIRST,
    FOR_ALL,
    HELD_SO,
    MOVES,
    ON_OTHER_SIDE,
    OWN_SETS,
    RESTED,
    RESTING,
    SENTENCE,
)
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.authoring.rules.language.words import EFFORT, EQUIPMENT_LINE, GENERIC, GOING_ON, ONE_OF_IT, WORKED
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock, is_of_lengths, is_partly_by_clock, leads_on
from voicecoach.authoring.rules.line_kinds.loose import is_loose, is_loose_amount
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import tells_how
from voicecoach.authoring.rules.line_kinds.series import is_of_series
from voicecoach.authoring.rules.line_kinds.title_lines import (
    LEAST_WORDS_OF_A_SENTENCE,
    MOST_WORDS_OF_A_TITLE,
    WHOLE_LENGTH,
    is_called_workout,
    is_sentence,
    title_tail,
)
from voicecoach.late_patterns import late

_LEG_OF_A_SWIM = in_any_case(
    rf"(?:easy |steady )?(?:{WARM_UP}|{COOL_DOWN}|pull|kick|drill|choice|easy|recovery)(?:[ /]\w+)?"
)
_WARMING = late(r"(?:warm|cool)[ -]?(?:up|down)", re.IGNORECASE)


_REMARK = re.compile(r"(?:notes?|tips?|nb|reminder|coach'?s? notes?):\s+[A-Z](?:\S+ ){5,}.*\.$", re.IGNORECASE)
"""A sentence that is a remark on all, whatever numbers it has: `Notes: Each piece is done at 80% effort.`"""
_CAPTION = re.compile(r"[A-Z][a-z]+(?:, (?:and )?| and | & )[A-Z][a-z]+(?:(?:, | and | & )[A-Z][a-z]+)*\. [^.]+\.?")
_ABOUT_ALL = in_any_case(
    r"\b(?:each|every|all|these|following)\b.{0,20}\b(?:exercises?|moves?|movements?|stations?|stretch(?:es)?|drills?|poses?)\b"
)


def line_of(block: Block) -> Line:
    """What a block is by itself, whatever stands around it: the first of `_DECISIONS`, else what its words make it."""
    text = block.text.strip()
    whole = unlabelled(text) if block.kind is not BlockKind.HEADING else text
    chosen, other = choice_in(whole)
    parts = parts_of(chosen)
    facts = facts_of(parts)
    facts = replace(facts, notes=(*facts.notes, f"or {other}")) if other else facts
    name = named(parts, facts)
    made = Line(block, Role.SENTENCE, in_lengths(facts, name.text, text), name)
    for decide in _DECISIONS:
        if line := decide(made, text):
            return line
    return replace(made, role=next(role for is_it, role in _ROLES if is_it(made)))


def _end(made: Line, text: str) -> Line | None:
    return replace(made, role=Role.END) if AFTER_THE_END.fullmatch(text.strip(" :#*")) else None


def _noise(made: Line, text: str) -> Line | None:
    """A line of the page, unless it says something of exercises."""
    facts = made.facts
    is_said = facts.sets or facts.is_of_section or facts.rest_s or (facts.seconds and has_movement(text))
    is_exercise = ends_with_movement(text) or (
        facts.has_amount and ends_with_movement(made.name.text)
    )  # `good morning`
    is_listed = made.block.kind is BlockKind.ITEM and (is_exercise or text.isdecimal())
    if _is_length(made):
        return replace(made, role=Role.AMOUNT)
    is_beside_it = is_beside(text) or _is_caption(made)
    return replace(made, role=Role.NOISE) if is_beside_it or (not (is_said or is_listed) and is_noise(text)) else None


MOST_OF_AN_EXERCISE_S, MOST_OF_AN_EXERCISE_M, MOST_WORDS_OF_A_REMARK = 180, 100, 4


def _is_length(made: Line) -> bool:
    """Whether it says under its label how long one exercise is, and not how long all takes: `Time: 40 seconds`."""
    seconds, metres = made.facts.seconds, made.facts.distance_m
    is_short = bool(seconds and seconds[1] <= MOST_OF_AN_EXERCISE_S) or bool(metres and metres <= MOST_OF_AN_EXERCISE_M)
    return is_short and bool(_LENGTH_LABEL.fullmatch(made.text.strip()))


_LENGTH_LABEL = in_any_case(r"(?:time|duration|length|distance|work)(?: each)?\s*[:=–-]\s*[\d:][^.]*")


def is_reached(made: Line) -> bool:
    """Whether it says what is reached in some weeks by what comes below, and prescribes nothing."""
    is_plain = made.block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and not made.facts.sets
    is_short = len(made.text.split()) <= MOST_WORDS_OF_A_TITLE + 4
    return is_plain and is_short and bool(REACHED.fullmatch(made.text.strip()))


def _reached(made: Line, text: str) -> Line | None:
    if CAUTION.fullmatch(text):
        return replace(made, facts=Facts())
    is_beside_it = is_reached(made) and len(re.findall(r"\d+", spelled(text).text)) > 1
    is_beside_it = is_beside_it or bool(GROWS.fullmatch(text))
    return replace(made, role=Role.NOISE, facts=Facts()) if is_beside_it else None


def _is_caption(made: Line) -> bool:
    """Whether it says who is on a picture (`Ann, Ben. Kettlebell swing.`), and what they do there."""
    is_it = bool(_CAPTION.fullmatch(made.text)) and not made.facts.says_anything
    return is_it and not has_movement(made.text.split(".")[0])


def _needs(made: Line, text: str) -> Line | None:
    found = EQUIPMENT_LINE.match(text)
    if not found:
        return None
    is_marked = found[0].rstrip()[-1:] in ":-–—" or found.end() == len(text)
    is_it = is_marked or made.is_heading or text.lower().startswith("you")
    return Line(made.block, Role.EQUIPMENT, Facts(), made.name, text[found.end() :]) if is_it else None


def _rules_heading(made: Line, text: str) -> Line | None:
    is_rules = made.is_heading and RULES.fullmatch(WHOLE_LENGTH.sub("", text).strip(" :#*?!."))
    return replace(made, role=Role.RULES, facts=Facts()) if is_rules else None


_REASON = re.compile(r"why\s*[:?]\s+\S", re.IGNORECASE)
_REST_ALONE = re.compile(r"rest(?:ing)?\W*", re.IGNORECASE)


def _rules(made: Line, text: str) -> Line | None:
    """The title of rules, alone or with what they are behind a colon: `Notes: keep your back straight`."""
    if made.block.kind is BlockKind.ITEM and made.block.marker[:1].isdecimal() and _REST_ALONE.fullmatch(text):
        return replace(made, role=Role.NOISE)  # `4. Rest`, a place of the list without an exercise
    is_labelled = RULES.match(text) and re.match(r"[\w\s]{3,24}:\s+\S", text)
    is_remark = bool(_REMARK.match(text)) and not (made.facts.sets or made.facts.reps or made.facts.rest_s)
    if _REASON.match(text) and made.facts.says_anything and not made.facts.sets:
        return replace(made, role=Role.NOISE, facts=Facts())
    is_title = RULES.fullmatch(text.strip(" :#*?!.")) and not REASON_TOLD.fullmatch(text)
    if (made.facts.says_anything and not is_remark) or not (is_labelled or is_title):
        return None
    return replace(made, role=Role.RULES, tail=text.partition(":")[2].strip())


def _title(made: Line, text: str) -> Line | None:
    is_warmed_up_to = bool(made.facts.sets and made.facts.reps) and any(
        "warm" in one.lower() for one in made.facts.notes
    )
    is_amount = is_warmed_up_to or _is_label_of(made)  # `2 warm-up sets, 3x5`
    is_leg = not made.is_heading and leads_on(text)
    tail = title_tail(made.block, text, made.facts) if not (is_amount or is_leg) else None
    return replace(made, role=Role.TITLE, tail=tail) if tail is not None else None


_DECISIONS = (_end, _reached, _noise, _needs, _rules_heading, _rules, _title)
"""What decides on a line before its words do, in their order."""


def _is_rest(line: Line) -> bool:
    facts = line.facts
    is_short = len(without_brackets(line.text).split()) < MOST_WORDS_OF_A_TITLE
    is_rest = bool(facts.round_rest_s or facts.rest_s) and not facts.has_amount
    return is_rest and is_short and bool(RESTING.match(line.text) or RESTED.match(line.text))


def _is_for_all(line: Line) -> bool:
    """Whether it is said of all exercises, and isn't one of them with its amount."""
    text, name = ON_OTHER_SIDE.sub("", line.text), line.name
    if line.facts.sets and line.facts.has_amount and OWN_SETS.search(text) and not has_movement(text):
        return True
    if (
        is_of_series(line)
        or not line.facts.says_anything
        or not FOR_ALL.search(re.sub(r"\([^()]*\)", "", text) if line.facts.sets else text)
    ):
        return False
    is_exercise = name.is_likely and (has_movement(name.text) or _is_prescribed(line))
    return not is_exercise or bool(_ABOUT_ALL.search(text))


def _is_label_of(line: Line) -> bool:
    """Whether it stood behind the label of a part of an exercise's text, as `How many:`, where nothing is named."""
    return line.block.kind is BlockKind.PARAGRAPH and bool(re.search(r"[^\W\d_]{2}", line.block.marker))


def _is_name(line: Line) -> bool:
    is_own = bool(line.name.text) and not GENERIC.fullmatch(line.name.text)
    is_called = is_own or not line.facts.notes or line.is_heading
    is_sided = bool(line.facts.sides) and line.name.text == line.text.strip()  # `Alternate arm raises`
    facts = replace(line.facts, sides=None) if is_sided else line.facts
    is_cue = bool(HELD_SO.match(line.text)) and not (line.is_heading or has_movement(line.text.partition(",")[0]))
    return not facts.says_anything and is_called and not is_cue and _is_alone(line)


def _says_nothing(line: Line) -> bool:
    return not line.facts.says_anything


def _is_swum(line: Line) -> bool:
    return bool(line.facts.distance_m and _LEG_OF_A_SWIM.fullmatch(line.name.text))


def _goes_on_with(line: Line) -> bool:
    is_first = line.text.startswith(line.name.text) or bool(GOING_ON.match(line.text))
    is_begun = line.block.kind is BlockKind.ITEM or is_first
    return is_begun and is_gone_on_with(line.name.text, line.facts)


def _is_effort(line: Line) -> bool:
    name = line.name.text
    is_measured = bool(line.facts.seconds or line.facts.distance_m)
    is_told_of = bool(_OF_THE_ONE.search(line.text)) and is_told(unlabelled(line.text))
    return is_measured and bool(EFFORT.fullmatch(name)) and not (_WARMING.fullmatch(name) or is_told_of)


_OF_THE_ONE = in_any_case(r"\b(?:the|your|that|this|each)\s+\d")
"""How something is told of an effort that was stated before: `Keep the pace throughout the 60 second effort`."""


def _is_of_section(line: Line) -> bool:
    return line.facts.is_of_section and not line.facts.has_amount and _is_nameless(line)


def _is_nameless(line: Line) -> bool:
    """Whether what it has beside its amounts is no name."""
    name = line.name.text
    is_none = not name or GENERIC.fullmatch(name) or _is_remark(line) or _is_one_of_it(line)
    return bool(is_none) and not _is_worked(line) and not is_partly_by_clock(line.text)


def _is_worked(line: Line) -> bool:
    """Whether a part of the body stands for what is done for it, with its sets and repetitions: `Abs 3x15`."""
    is_timed = bool(line.facts.seconds) and line.block.kind is not BlockKind.PARAGRAPH
    is_whole = (bool(line.facts.sets) or is_timed) and line.facts.has_amount and not line.facts.is_of_section
    return is_whole and not line.is_heading and bool(WORKED.fullmatch(unlabelled(line.text).strip(" ,")))


def _is_one_of_it(line: Line) -> bool:
    """Whether it is what the exercise above is counted in, and no name with a colon behind it."""
    name = line.name.text
    return bool(ONE_OF_IT.fullmatch(name)) and not line.text.startswith(f"{name}:")


def _is_remark(line: Line) -> bool:
    """Whether what is left beside an amount is only how it is done: `8 reps per side, slow and steady`."""
    at = line.text.find(line.name.text)
    return (
        not has_movement(line.name.text)
        and line.facts.has_amount
        and bool(re.search(r"\d.*[,;.(–—-]\s*$", line.text[: max(at, 0)]))
    )


def _is_prescribed(line: Line) -> bool:
    """Whether it begins with a name and goes on with its amounts and rest: `Half crimp 3x6, 2 min between sets`."""
    text, facts, name = unlabelled(line.text), line.facts, line.name.text
    is_whole = bool(facts.sets) and facts.has_amount and not facts.is_of_section and not line.name.others
    return is_whole and text.startswith(name) and not GENERIC.fullmatch(name) and not FOR_ALL.search(name)


def _is_alone(line: Line) -> bool:
    """Whether the whole line reads as a name."""
    text = unlabelled(line.text).strip().rstrip(":;,")
    if (
        line.block.kind is BlockKind.ITEM
        and has_movement(line.name.text)
        and line.name.is_likely
        and text.startswith(line.name.text)
        and not is_told(text)
        and not SENTENCE.search(text)
    ):
        return True
    if line.block.kind is BlockKind.ITEM and _CALLED_OUT.search(text) and not has_movement(text):
        return False
    bare = re.sub(r"\s*\([^)]*\)", "", text)
    head, dash, remark = bare.partition(" – ")
    if dash and line.block.kind is BlockKind.ITEM and ends_with_movement(head) and reads_as_name(head):
        return len(remark.split()) <= MOST_WORDS_OF_A_REMARK  # a name, a dash, `hold it!`
    return reads_as_name(bare) or (
        bool(line.name.is_likely)
        and not re.search(r"\w\.$", text)
        and len(bare.split()) <= LEAST_WORDS_OF_A_SENTENCE
        and not is_told(bare)
        and not SENTENCE.search(bare)
    )


_CALLED_OUT = late(r"\w\s*(?:\?+|!+)[\"”')]*$")
"""How an item ends that asks or calls out: `Any questions?`, `Mind your back!`."""


def _is_exercise(line: Line) -> bool:
    return line.name.is_distance or (_has_name(line) and not _is_about_all(line))


def _is_title_of_all(line: Line) -> bool:
    is_plain = line.block.kind is not BlockKind.ITEM and not (line.facts.sets or line.facts.reps or line.facts.rest_s)
    return is_plain and is_called_workout(line.text)


_FEWER = in_any_case(r"\binstead of (?:the )?\d")
"""What is done by somebody in place of a number that all others do."""


def _is_about_all(line: Line) -> bool:
    """Whether a sentence only says of what kind all of it is, or what some do instead: `I've picked Tabata, ...`."""
    is_of_kind = bool(line.facts.kind) and not (line.facts.has_amount or line.facts.sets)
    return (is_of_kind and is_sentence(line.text)) or bool(_FEWER.search(line.text))


def _has_name(line: Line) -> bool:
    text, name = line.text, line.name
    if not name.is_likely:
        return (
            line.block.kind is BlockKind.ITEM
            and line.facts.has_amount
            and len(name.text.split()) < LEAST_WORDS_OF_A_SENTENCE
            and not SENTENCE.search(name.text)
            and has_movement(name.text)
        )
    others = sum(len(one.split()) for one in name.others if not text.rstrip(" .").endswith((f'{one}"', f"{one}”")))
    if has_movement(name.text):
        return not (is_sentence(text) and others > LEAST_WORDS_OF_A_SENTENCE * 3) and not tells_how(text)
    is_listed = line.block.kind is BlockKind.ITEM or bool(line.block.marker)
    if is_listed and line.facts.sides and any("breath" in one for one in line.facts.notes):
        return True
    if _LABELLED.match(text):
        return False
    is_marked = bool(_MARKED.match(text[len(name.text) :]))
    is_in_order = (
        text.startswith(name.text) and bool(line.facts.sets or line.facts.each_set or is_marked) and not others
    )
    if is_in_order and line.facts.has_amount and not is_sentence(text):
        return True
    return (
        (is_listed or len(text.split()) <= LEAST_WORDS_OF_A_SENTENCE + 2)
        and line.facts.has_amount
        and not is_sentence(text)
        and not is_told(text)
        and others <= LEAST_WORDS_OF_A_SENTENCE
    )


_MARKED = re.compile(r"\s+[-–—]\s+\d")
"""What parts a name from its amount: `Quads - 10 reps`."""
_LABELLED = re.compile(r"[^:]{3,40}:\s+[A-Z][a-z]+\s(?=\D*\d).*[a-z]\.$")
"""A sentence with a label that names no exercise: `Bonus: Spend 10 minutes outside.`"""


_ROLES = (
    (lambda made: _is_label_of(made) and bool(made.facts.has_amount or made.facts.sets), Role.AMOUNT),
    (lambda made: _is_label_of(made) or is_of_lengths(made.text), Role.SENTENCE),
    (lambda made: by_clock(unlabelled(made.text)) is not None, Role.EXERCISE),
    (lambda made: _is_rest(made) and bool(made.facts.round_rest_s), Role.STATEMENT),
    (_is_rest, Role.AMOUNT),
    (_is_for_all, Role.STATEMENT),
    (lambda made: made.facts.says_anything and bool(ALL_FIRST.match(made.text)), Role.STATEMENT),
    (is_loose, Role.EXERCISE),
    (is_loose_amount, Role.AMOUNT),
    (_is_name, Role.NAME),
    (_says_nothing, Role.SENTENCE),
    (_is_swum, Role.EXERCISE),
    (_goes_on_with, Role.EXERCISE),
    (_is_effort, Role.EXERCISE),
    (_is_of_section, Role.STATEMENT),
    (lambda made: bool(ONCE_ABLE.fullmatch(made.text)), Role.SENTENCE),
    (lambda made: is_position(made.name.text) and any(map(MOVES.match, made.name.others)), Role.SENTENCE),
    (_is_nameless, Role.AMOUNT),
    (_is_title_of_all, Role.NAME),
    (_is_exercise, Role.EXERCISE),
    (lambda _: True, Role.SENTENCE),
)
"""What a line is by its words: the first that holds."""
