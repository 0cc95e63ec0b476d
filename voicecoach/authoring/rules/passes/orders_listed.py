"""Orders below a title of several are an exercise each: `Neck stretches (15 s each):` above `Tilt your head down`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile
from typing import NamedTuple

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import unlabelled
from voicecoach.authoring.rules.language.moment_words import SETUP
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.sentence_words import BODY, FOR_ALL, RESTING
from voicecoach.authoring.rules.line_kinds.lines import line_of
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.unnamed import (
    LEAST_ALIKE,
    as_told,
    deed_or_clause,
    deed_told,
    is_step,
    tells_what,
)

MOST_WORDS_OF_A_LINE = 14
"""Of an order that has a line to itself, and no bullet."""
LEAST_LINES, MOST_SENTENCES = 3, 3
"""So many lines without bullets are a list; so many sentences say how much is done of each."""
_READ = frozenset({Role.SENTENCE, Role.EXERCISE, Role.AMOUNT, Role.STATEMENT, Role.NAME})
_PART = any_of(
    "necks?|shoulders?|wrists?|hands?|fingers|elbows?|arms?|backs?|spine|hips?|knees?|ankles?|feet|foot|legs?|toes|eyes|face|jaw"
    "|chest|core|head"
)
_TITLE = any_of(
    r"(?:[\w'-]+(?: |/| and | & )){0,4}(?:exercises|stretches|movements|moves|drills)",
    rf"(?:(?:upper|lower|for (?:the|your)|the|your) )*{_PART}(?:(?: and | & |/){_PART})?(?: mobility)?",
)
"""What calls several, and none of them: `Neck stretches`, `Wrists and hands`."""
_SEVERAL = in_any_case(rf"(?P<title>{_TITLE})\W*")
_COUNTED = in_any_case(
    rf"(?P<title>{_TITLE})(?:\s*\((?P<inside>[^()]*\d[^()]*)\)|\s*[:–—-]\s*(?P<behind>[^()]*\d[^()]*)"
    r"|\s+(?P<beside>(?:x\s*)?\d[^()]*))\s*[:.]?"
)
_STATED_FIRST = in_any_case(
    r"(?:(?:please\s+)?(?:do|repeat|perform|hold|complete)\s+(?:each|every|all|(?:these|them)\b.*\beach)\b"
    r"|(?:(?:do|perform|complete)\s+)?\d{1,2}\s+(?:reps|repetitions|times)(?:\s+(?:of|for))?\s+each\b"
    r"|each\s+(?:exercise|stretch|movement|move)\b)"
)
"""How one begins who says above a list how much is done of each of it."""
_OF_SEVERAL = in_any_case(r"(?:exercises|stretches|movements|moves|drills)$")
_OF_EACH = in_any_case(
    r"\b(?:(?:hold|do|repeat|perform|try) (?:each|every)(?: one)?\b(?! (?:side|leg|arm|way|foot|hand))"
    r"|(?:each|every|per) (?:one|stretch|exercise|move|movement|drill)\b|of (?:each|every)\b(?! (?:side|leg|arm))"
    r"|each(?= ?$))"
)
"""That an amount is of each of several, and not of each side."""


class _Head(NamedTuple):
    """A title of several: its text, what is stated for each of them, and how many lines it takes.

    `beside` is what else is said there: `Stop if it hurts.`
    """

    title: str
    stated: str = ""
    lines: int = 1
    beside: str = ""


def with_orders_listed(lines: Sequence[Line]) -> list[Line]:
    """The lines; orders below a title of several are an exercise each. Their amount may be stated once above."""
    return list(_read(lines)) if any(_may_be_title(one) for one in lines) else list(lines)


def _read(lines: Sequence[Line]) -> Iterator[Line]:
    is_stated, at = False, 0
    while at < len(lines):
        line = lines[at]
        is_stated = is_stated or (bool(FOR_ALL.search(line.text)) and line.facts.has_amount)
        head = _head_of(lines, at)
        orders = list(_orders(lines, at + head.lines, is_stated=bool(head.stated))) if head else []
        is_known = is_stated and bool(head and _OF_SEVERAL.search(head.title))
        deeds = _deeds(orders, is_stated=is_known or bool(head.stated)) if head else []
        if not head or not deeds:
            yield line
            at += 1
            continue
        if head.title:
            title = line_of(replace(line.block, text=head.title))
            yield replace(title, role=Role.TITLE, facts=Facts(), tail="")
        yield from (line_of(replace(line.block, text=one)) for one in sentences_in(head.beside))
        for order, deed in zip(orders, deeds, strict=True):
            name, *told = as_told(order, deed)
            yield replace(name, role=Role.EXERCISE, facts=_facts_of(head.stated)) if head.stated else name
            yield from told
        at += head.lines + len(orders)


def _may_be_title(line: Line) -> bool:
    text = line.text.strip()
    is_title = bool(_SEVERAL.fullmatch(text) or _COUNTED.fullmatch(text))
    return line.block.kind is not BlockKind.ITEM and (is_title or _is_whole_order(text))


def _is_whole_order(text: str) -> bool:
    """Whether it only tells how much is done of each exercise below, as `Do each exercise 10 times` does."""
    stated = _stated_in(text) if _STATED_FIRST.search(text) else None
    return stated is not None and bool(_STATED_FIRST.match(stated[0]))


def _head_of(lines: Sequence[Line], at: int) -> _Head | None:
    """The title of several that a line is, with what is stated on it, or on the line below."""
    line, text = lines[at], lines[at].text.strip()
    if line.block.kind is BlockKind.ITEM:
        return None
    if found := _SEVERAL.fullmatch(text):
        below = _stated_at(lines, at + 1) or _Head("", lines=0)
        return below._replace(title=found["title"], lines=below.lines + 1)
    if _is_whole_order(text):
        return _stated_at(lines, at)
    found = _COUNTED.fullmatch(text)
    stated = (found["inside"] or found["behind"] or found["beside"]) if found else ""
    return _Head(found["title"], stated) if found and _is_of_each(stated) else None


def _stated_at(lines: Sequence[Line], at: int) -> _Head | None:
    """What a paragraph states for each of several, with what else it says, which may be lines of its own by now."""
    line = lines[at] if at < len(lines) else None
    found = _stated_in(line.text) if line is not None and line.block.kind is BlockKind.PARAGRAPH else None
    if line is None or found is None:
        return None
    more = list(takewhile(lambda one: _is_beside(one, line), islice(lines, at + 1, None)))
    return _Head("", found[0], 1 + len(more), " ".join(filter(None, (found[1], *(one.text for one in more)))))


def _is_beside(line: Line, stated: Line) -> bool:
    is_plain = not any(map(str.isdecimal, line.text)) or bool(RESTING.match(line.text))
    return line.block.line == stated.block.line and is_plain


def _stated_in(text: str) -> tuple[str, str] | None:
    """The sentence that says how much is done of each of several, and the others, which have no number."""
    sentences = list(sentences_in(text))
    stated = [one for one in sentences if any(map(str.isdecimal, one)) and not RESTING.match(one)]
    if len(stated) != 1 or len(sentences) > MOST_SENTENCES or not _is_of_each(stated[0]):
        return None
    return stated[0], " ".join(one for one in sentences if one is not stated[0])


def _is_of_each(text: str) -> bool:
    """Whether it says how much is done of each of several."""
    is_each = bool(_OF_EACH.search(text.strip(" .:"))) or bool(FOR_ALL.search(text))
    is_each = is_each and len(sentences_in(text)) == 1
    return is_each and any(map(str.isdecimal, text)) and _is_measured(facts_of(parts_of(text)))


def _orders(lines: Sequence[Line], first: int, *, is_stated: bool) -> Iterator[Line]:
    """The items of a list, or the short lines below each other; with a space between them if it is stated how often."""
    is_listed = first < len(lines) and lines[first].block.kind is BlockKind.ITEM
    below = islice(lines, first, None)
    if is_listed:
        yield from takewhile(lambda one: one.block.kind is BlockKind.ITEM, below)
        return
    is_loose = is_stated and first + 1 < len(lines) and bool(lines[first + 1].block.breaks)
    found = list(takewhile(lambda one: _goes_on(one, is_first=one is lines[first], is_loose=is_loose), below))
    yield from found if len(found) >= LEAST_LINES else ()


def _goes_on(line: Line, *, is_first: bool, is_loose: bool) -> bool:
    """Whether it is another short line of such a list, and no title of the next; of a loose one each is a paragraph."""
    is_next = is_first or (
        bool(line.block.breaks) and _is_order(line) and _is_moved(line.text) if is_loose else not line.block.breaks
    )
    return _is_short_line(line) and is_next and not _may_be_title(line)


def _is_moved(text: str) -> bool:
    return bool(BODY.search(text)) or has_movement(text)


def _is_short_line(line: Line) -> bool:
    is_short = len(line.text.split()) <= MOST_WORDS_OF_A_LINE
    return line.block.kind is BlockKind.PARAGRAPH and is_short and line.role is not Role.NOISE


def _deeds(orders: Sequence[Line], *, is_stated: bool) -> list[str]:
    """What each of some orders tells to do; nothing where one doesn't, or where they are the steps of one exercise."""
    if any(FOR_ALL.search(one.text) for one in orders):
        return []
    texts = [unlabelled(one.text) for one in orders]
    are_told = [_is_order(one) and (is_stated or _is_measured(one.facts)) for one in orders]
    found = [deed_told(one) or deed_or_clause(one) for one in texts]
    is_setup = not all(_is_measured(one.facts) for one in orders) and any(map(SETUP.match, found))
    is_list = len(texts) >= LEAST_ALIKE and all(are_told) and all(found)
    return found if is_list and not (is_setup or any(map(is_step, texts))) else []


def _is_order(line: Line) -> bool:
    return line.role is Role.SENTENCE or (line.role in _READ and tells_what(unlabelled(line.text)))


def _is_measured(facts: Facts) -> bool:
    return facts.has_amount or facts.pause_s is not None


def _facts_of(stated: str) -> Facts:
    """What is stated for each of several, as that of one."""
    return facts_of(parts_of(_OF_EACH.sub("", stated.strip(" .:"))))
