"""What a line with an amount is that stands right above a list: the title of all of it, or what is told of there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import BODY
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.title_lines import OF_SEVERAL

_TOLD = frozenset({Role.NAME, Role.SENTENCE})
_BESIDE = frozenset({Role.NOISE, Role.END, Role.RULES, Role.EQUIPMENT})
LEAST_LISTED, MOST_LISTED, LEAST_PART_S = 2, 20, 120
_IN_BRACKETS = in_any_case(r"(?P<title>[^()\d]+)\((?P<stated>[^()]*\d[^()]*)\)\W*")
_STATED = in_any_case(
    r"(?P<title>(?:\d{1,2}[.)]\s*)?(?:(?:phase|part|block|day|week|circuit|section|step)\s\d{1,2}\s*[-–—:.]\s*)?"
    r"[^()\d:;.!?]{3,40}?)(?:\s*\((?P<stated>[^()]+)\)|(?:\s[-–—]|,)\s(?P<behind>[^()]+?)"
    r"|(?::\s?|\s)(?P<beside>\d[^()]*?))\s*:?\W*"
)
_OF_ONE = in_any_case(
    r"(?:reps?|repetitions|sets?|rest|time|duration|hold|tempo|do|perform|repeat|comments?|calories).*"
)
_LEADS_ON = in_any_case(r"\b(?:in|for|of|at|to|as|with|within|every|by|than|and|or|the|an?|about|only)$")
"""How a title ends that goes on with its amount: `As many reps as possible in`."""
_OF_LIFTS = in_any_case(r"(?:[\w-]+ )?lifts")
_IN_SHORT = in_any_case(
    r"(?:(?:flat|incline|decline|military|strict|front|back) )?(?:bench|ohp|rdl|press|incline|military)"
    "|hamstrings?|hams|quads?|biceps?|triceps?|abs|calves|shoulders|traps|delts|forearms|chest|back|adductors?|neck"
)
"""What is lifted, or the muscle that is worked, for an exercise."""
_ALSO_PARTS = in_any_case(
    r"(?:[\w-]+ )?openers|balance|plyometrics|jumps|stretch(?:es|ing)|yoga(?: flow)?|foam rolling|planks|skips|drills"
)
_OF_EACH = in_any_case(r"\b(?:each|per|every)\b(?! \w)")
_ONLY = in_any_case(
    r"[\s,;.x×~+-]*(?:(?:hold|held|for|of|about|each|every|per|the|one|exercise|stretch|move|pose|reps?|a|and|or|do|all)\b"
    r"[\s,;.-]*)*"
)
"""What may stand beside an amount that is stated for all that is listed below."""

_STEP = in_any_case(
    rf"(?:step|kick|rock|push|walk|drop|curl|swing) (?:one|your|the|both|each|either) (?:\w+ )?{BODY.pattern}",
    r"(?:feet|hands|knees|elbows|arms|legs|heels|toes)\b|sit back\b|stand up straight",
)
"""How a step of the exercise above begins, though an exercise may be called so as well: `Step one foot back`."""


def with_list_heads(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, each with the role that it has above a list or in it."""
    told_up_to = 0
    held = dict[int, Facts]()
    for at, line in enumerate(lines):
        if at in held:
            yield _with_amount(line, held[at])
            continue
        listed = _listed(lines, at)
        if _is_title(line, listed):
            yield from _parted(line, _IN_BRACKETS)
            continue
        if of_each := _stated_for_all(lines, at):
            title, stated = _parted(line, _STATED)
            yield from (title, stated) if line.is_heading else (title,)
            held |= {} if line.is_heading else dict.fromkeys(of_each, stated.facts)
            continue
        if _is_timed_part(line, listed or _deeper(lines, at)) or _is_head_of_part(lines, at):
            yield replace(line, role=Role.TITLE, tail="")
            continue
        if _is_told_of(line, listed):
            told_up_to = at + 1 + len(listed)
        is_told = at < told_up_to and line.block.kind is BlockKind.ITEM
        yield replace(line, role=Role.SENTENCE, facts=Facts(), is_listed=False) if is_told else line


def _with_amount(line: Line, facts: Facts) -> Line:
    """A name with the amount of each, beside what it says itself; what is told of one is left."""
    is_called = line.role is Role.NAME or (line.role is Role.EXERCISE and not line.facts.has_amount)
    return replace(line, role=Role.EXERCISE, facts=line.facts.over(facts)) if is_called else line


def _listed(lines: Sequence[Line], at: int) -> list[Line]:
    """The items right below a line with an amount that is none itself."""
    line = lines[at]
    if line.role is not Role.EXERCISE or not line.facts.has_amount or line.block.kind is BlockKind.ITEM:
        return []
    below = list(takewhile(lambda one: one.block.kind is BlockKind.ITEM, lines[at + 1 : at + 1 + MOST_LISTED]))
    return below if len(below) >= LEAST_LISTED else []


def _deeper(lines: Sequence[Line], at: int) -> list[Line]:
    """The items further in right below an item with an amount."""
    line = lines[at]
    if line.role is not Role.EXERCISE or line.block.kind is not BlockKind.ITEM:
        return []
    below = takewhile(lambda one: one.block.kind is BlockKind.ITEM, lines[at + 1 : at + 1 + MOST_LISTED])
    found = list(takewhile(lambda one: one.block.level > line.block.level, below))
    return found if len(found) >= LEAST_LISTED else []


def _is_timed_part(line: Line, listed: Sequence[Line]) -> bool:
    """Whether it calls no exercise and says how long a part takes, above exercises with amounts: `Engine (12 min)`."""
    seconds = line.facts.seconds
    is_long = seconds is not None and seconds[0] >= LEAST_PART_S and line.facts == Facts(seconds=seconds)
    is_head = line.block.kind is not BlockKind.PARAGRAPH or bool(_IN_BRACKETS.fullmatch(line.text))
    is_bare = is_long and is_head and not has_movement(line.name.text) and not by_clock(line.text)
    outer = [one for one in listed if one.block.level == listed[0].block.level]
    counted = [one for one in outer if one.is_counted and has_movement(one.name.text)]
    return is_bare and len(counted) >= LEAST_LISTED and 2 * len(counted) > len(outer)


def _is_head_of_part(lines: Sequence[Line], at: int) -> bool:
    """Whether a heading, one of several as high, only says how often the exercises below it are done."""
    line, below = lines[at], lines[at + 1 : at + 2]
    is_often = line.role in {Role.STATEMENT, Role.AMOUNT} and bool(line.facts.sets or line.facts.rounds)
    if not (line.is_heading and is_often) or line.facts.has_amount or not below:
        return False
    is_above = below[0].calls_exercise and (not below[0].is_heading or below[0].block.level > line.block.level)
    return is_above and sum(one.is_heading and one.block.level == line.block.level for one in lines) > 1


def _is_title(line: Line, listed: Sequence[Line]) -> bool:
    """Whether it has its amounts in brackets, as titles have, above exercises: `Holds (30 s each)`."""
    is_of_several = _is_several(line.name.text) or _OF_EACH.search(line.text)
    is_plain = bool(is_of_several) and bool(_IN_BRACKETS.fullmatch(line.text))
    return is_plain and bool(listed) and all(one.calls_exercise and has_movement(one.text) for one in listed)


def _stated_for_all(lines: Sequence[Line], at: int) -> range:
    """Where the names stand of each of which a title says how much is done: `Hips (8 each side)`, `Core - 30 s`."""
    line, below = lines[at], lines[at + 1 : at + 1 + MOST_LISTED]
    is_tight = bool(below) and below[0].block.kind is BlockKind.PARAGRAPH and not line.is_heading
    listed = list(takewhile(_is_tight_name if is_tight else _is_item, below))
    is_called = line.role not in _BESIDE and line.block.kind is not BlockKind.ITEM and line.facts.says_anything
    if not is_called or len(listed) < LEAST_LISTED:
        return range(0)
    found = _STATED.fullmatch(line.text)
    if not found or not _is_part(found["title"].strip()) or (found["stated"] or found["beside"] or "").isdecimal():
        return range(0)
    if found["beside"] and (_is_done(found["title"].strip()) or _LEADS_ON.search(found["title"].strip())):
        return range(0)
    parts = parts_of(_stated(found))
    facts = facts_of(parts)
    is_sided = bool(facts.sides) and line.role is not Role.SENTENCE  # `Hand down the back (each side)` tells of one
    is_amount = bool(facts.reps or is_sided or _is_short(facts, line.text)) and not facts.is_of_section
    is_only = bool(_ONLY.fullmatch(parts.rest.replace(BREAK, " ")))
    called = [one for one in listed if one.role is Role.NAME and has_movement(one.text)]
    are_bare = 2 * len(called) >= len(listed) and not any(one.facts.has_amount for one in listed)
    return range(at + 1, at + 1 + len(listed)) if is_amount and is_only and are_bare else range(0)


def _is_done(title: str) -> bool:
    """Whether it calls what is done, in short as well: `Farmer's carry`, `Bench`, `Hamstrings`, and not `Lifts`."""
    return bool(_IN_SHORT.fullmatch(title)) or (has_movement(title) and not _OF_LIFTS.fullmatch(title))


def _stated(found: re.Match[str]) -> str:
    said = found.groupdict()
    return said["stated"] or said.get("behind") or said.get("beside") or ""


def _is_item(line: Line) -> bool:
    return line.block.kind is BlockKind.ITEM


def _is_tight_name(line: Line) -> bool:
    """Whether it is a name on a line of its own right below another."""
    return line.block.kind is BlockKind.PARAGRAPH and not line.block.breaks and line.role is Role.NAME


def _is_part(title: str) -> bool:
    """Whether it is no exercise's name."""
    if _OF_ONE.fullmatch(title):
        return False
    return not ends_with_movement(title) or _is_several(title) or bool(_ALSO_PARTS.fullmatch(title))


def _is_short(facts: Facts, text: str) -> bool:
    """Whether a time is that of each, and not of all: told so, or in seconds."""
    is_of_each = bool(_OF_EACH.search(text)) or bool(facts.sides)
    return facts.seconds is not None and (is_of_each or facts.seconds[1] < LEAST_PART_S / 2)


def _parted(line: Line, form: re.Pattern[str]) -> Iterator[Line]:
    """The title, and what is stated behind it of each exercise below."""
    found = form.fullmatch(line.text)
    assert found  # noqa: S101 - it is a title
    title = line_of(replace(line.block, text=found["title"].strip()))
    yield replace(title, role=Role.TITLE, facts=Facts(), tail="")
    stated = _OF_EACH.sub("each exercise", _stated(found))
    stated = stated if "each exercise" in stated else f"{stated}, each exercise"
    block = Block(BlockKind.PARAGRAPH, stated, line.block.line)
    yield replace(line_of(block), role=Role.STATEMENT, tail="")


def _is_told_of(line: Line, listed: Sequence[Line]) -> bool:
    """Whether an exercise with its amount stands above items that say how it is done, and call nothing."""
    if not listed or not ends_with_movement(line.name.text) or _is_several(line.name.text):
        return False
    is_told = any(one.role is Role.SENTENCE for one in listed)
    is_said = (
        one.role in _TOLD and not one.facts.has_amount and _is_part_of_it(one, is_told=is_told) for one in listed
    )
    return (bool(line.facts.sets) or is_told) and all(is_said)


def _is_part_of_it(line: Line, *, is_told: bool) -> bool:
    """Whether a line calls no exercise, or only a step of one that others tell of."""
    return not has_movement(line.text) or (is_told and (line.role is Role.SENTENCE or bool(_STEP.match(line.text))))


def _is_several(name: str) -> bool:
    """Whether it is called by what sections are: `Core drills`, and not as `Deadlift` is."""
    return bool(OF_SEVERAL.match(name.rsplit(maxsplit=1)[-1])) if name else False
