"""Bullets that tell of the exercise above them: `Back flat against the wall`, `3 sets of 15`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import dropwhile, takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.exercise_names.names import Name, is_told, unlabelled
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.late_patterns import late

LEAST_BULLETS, LEAST_KNOWN, MOST_BEFORE = 2, 2, 2
"""So many lines that tell how one stands may be between a name and its bullets."""
_LENGTH = re.compile(
    r"\s*\(\s*(?:about |~)?\d{1,2}(?:[-–]\d+)?[\s-]*(?:min(?:ute)?s?|sec(?:ond)?s?|s)\b[^()]*\)\s*:?$", re.IGNORECASE
)
_COUNTED = re.compile(r"\(?(?:\d{1,2}|[a-fA-F])\W")
_KINDS = late(
    r"\b(?:stretches|exercises|drills|moves|movements|variations|circuit|superset|complex|flow|series)\W*$",
    re.IGNORECASE,
)
"""What may have its exercises below."""
_OF_EACH_ONE = late(r"\b(?:of each|each (?:exercise|stretch|move|one)|all)\b", re.IGNORECASE)
_TOLD = frozenset({Role.NAME, Role.SENTENCE, Role.EXERCISE, Role.TITLE})


def with_bullets_told(lines: Sequence[Line]) -> list[Line]:
    """The lines; what stands in bullets below the name of an exercise tells of it, where one of them is its amount."""
    found = list(lines)
    timed = _timed_headings(lines)
    for at, line in enumerate(lines):
        name = _LENGTH.sub("", line.text)
        is_timed = at in timed
        if line.block.kind is BlockKind.ITEM or not (is_timed or ends_with_movement(name)) or line.facts.sets:
            continue
        bullets = list(_bullets(lines, at))
        own = [one for one in bullets if _amount(lines[one]).role is Role.AMOUNT or _is_order(lines[one])]
        amounts = own or _amount_behind(lines, bullets)
        is_few = len(bullets) < LEAST_BULLETS or not (amounts or is_timed)
        if is_few or any(_is_exercise(lines[one]) for one in bullets):
            continue
        if name != line.text:
            found[at] = _named(line, name, is_counted=any(_amount(lines[one]).facts.has_amount for one in amounts))
        for one in bullets:
            found[one] = _amount(lines[one])
            if found[one].role in _TOLD:
                found[one] = replace(lines[one], role=Role.SENTENCE)
    return found


def with_deeper_told(lines: Sequence[Line]) -> list[Line]:
    """The lines; where items have their amounts and most call exercises, what stands in bullets below tells of them."""
    above = [at for at, one in enumerate(lines[:-1]) if one.is_counted and _is_deeper(lines[at + 1], one)]
    known = [at for at in above if ends_with_movement(lines[at].name.text) and not _KINDS.search(lines[at].name.text)]
    if len(known) < LEAST_KNOWN or 2 * len(known) < len(above):
        return list(lines)
    found = list(lines)
    for at in (one for one in above if not _KINDS.search(lines[one].name.text)):
        below = takewhile(partial(_is_deeper, above=lines[at]), lines[at + 1 :])
        for place, one in enumerate(below, at + 1):
            found[place] = _deeper(_amount(one, lines[at]), lines[at])
    return found


def _deeper(line: Line, above: Line) -> Line:
    """What stands in a bullet below an exercise: its amount, an exercise of its own, the same again, or told of it."""
    is_called = line.is_counted and ends_with_movement(line.name.text)
    if line.role not in _TOLD or (is_called and not _is_of(line, above)):
        return line
    return replace(line, role=Role.NOISE if is_called else Role.SENTENCE)


def _is_of(line: Line, above: Line) -> bool:
    """Whether a name has no other words than the one above."""
    return set(bare_words(line.name.text)) <= set(bare_words(above.name.text))


def _is_deeper(line: Line, above: Line) -> bool:
    are_items = line.block.kind is above.block.kind is BlockKind.ITEM
    return are_items and line.block.level > above.block.level


def _named(line: Line, name: str, *, is_counted: bool) -> Line:
    """The line as the name of an exercise; how long it takes in all is left out if its amount is told below."""
    block = replace(line.block, text=name)
    if is_counted:
        return replace(line, block=block, role=Role.NAME, facts=replace(line.facts, seconds=None), is_listed=True)
    return replace(line, role=Role.EXERCISE, name=Name(unlabelled(name)), tail="")


def _timed_headings(lines: Sequence[Line]) -> set[int]:
    """Headings with a length behind them, where most that are written so call exercises by a movement."""
    heads = [at for at, one in enumerate(lines) if one.is_heading and _LENGTH.search(one.text)]
    known = [at for at in heads if ends_with_movement(_LENGTH.sub("", lines[at].text))]
    if len(known) < LEAST_KNOWN or 2 * len(known) < len(heads):
        return set()
    levels = {lines[at].block.level for at in known}
    return {
        at
        for at in heads
        if lines[at].block.level in levels and not SECTION.fullmatch(unlabelled(_LENGTH.sub("", lines[at].text)))
    }


def _amount(line: Line, above: Line | None = None) -> Line:
    """A bullet; one that has nothing but how often, `8 cycles`, as repetitions, or sets of those said above."""
    rounds = line.facts.rounds
    is_alone = line.role is Role.STATEMENT and rounds is not None and line.facts == Facts(rounds=rounds)
    has_reps = above is not None and above.facts.reps not in {None, rounds}
    facts = Facts(sets=rounds) if has_reps else Facts(reps=rounds)
    return replace(line, role=Role.AMOUNT, facts=facts) if is_alone else line


def _bullets(lines: Sequence[Line], at: int) -> Iterator[int]:
    """The items below a name, behind what tells how one stands there."""
    below = list(enumerate(lines[at + 1 :], at + 1))
    first = dropwhile(lambda pair: _is_before(pair[1]), below[:MOST_BEFORE])
    start = next((place for place, _ in first), at + 1)
    return (place for place, _ in takewhile(lambda pair: pair[1].block.kind is BlockKind.ITEM, below[start - at - 1 :]))


def _is_before(line: Line) -> bool:
    """Whether it is a sentence on the exercise as a whole, between its name and the bullets."""
    return line.role is Role.SENTENCE and line.block.kind is BlockKind.PARAGRAPH and not line.facts.says_anything


def _amount_behind(lines: Sequence[Line], bullets: Sequence[int]) -> Sequence[int]:
    """Where the amount stands of steps that are counted, right behind them."""
    are_steps = bool(bullets) and all(_COUNTED.match(lines[one].block.marker) for one in bullets)
    are_told = any(lines[one].role is Role.SENTENCE for one in bullets)
    behind = range(bullets[-1] + 1, min(bullets[-1] + 2, len(lines))) if are_steps and are_told else ()
    return [one for one in behind if lines[one].role is Role.AMOUNT and not _OF_EACH_ONE.search(lines[one].text)]


def _is_order(line: Line) -> bool:
    """Whether it tells what to do, and how much of it in a sentence of its own: `Lift it. Hold for 30 s`."""
    return line.is_counted and is_told(line.text) and len(sentences_in(line.text)) > 1


def _is_exercise(line: Line) -> bool:
    """Whether it is called as exercises are, alone or with its amount."""
    is_name = line.role in {Role.NAME, Role.EXERCISE} and ends_with_movement(line.text)
    return is_name or (line.is_counted and ends_with_movement(line.name.text) and not _is_order(line))
