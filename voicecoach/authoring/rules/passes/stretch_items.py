"""Items that say which muscle is stretched or rolled, and nothing else: `Stretch chest`, `Foam roll quads`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.exercise_names.names import Name
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.passes.muscles_named import MUSCLE

_DONE_TO = in_any_case(
    r"(?P<deed>(?:stretch|foam[- ]roll|roll|massage|loosen|mobili[sz]e|release)(?:ing)?(?: out)?)\s+"
    r"(?:(?:your|the|both)\s+)?(?P<muscles>[a-z][a-z ,&/-]{1,40}?)\W*"
)
_APART = re.compile(r"\s*(?:[,&/]|\band\b)\s*", re.IGNORECASE)


def with_stretches(lines: Sequence[Line]) -> list[Line]:
    """The lines; an item that only says what is done to a muscle is the name of that."""
    return [_named(one) if _is_stretch(one) else one for one in lines]


def _is_stretch(line: Line) -> bool:
    is_plain = line.block.kind is BlockKind.ITEM and line.role is Role.SENTENCE and not line.facts.says_anything
    found = _DONE_TO.fullmatch(line.text.strip()) if is_plain else None
    return found is not None and _are_muscles(found["muscles"])


def _named(line: Line) -> Line:
    return replace(line, role=Role.NAME, name=Name(line.text.strip(" .")), is_listed=True)


_AMOUNT = r"\d+(?:\s?[-–]\s?\d+)?\s?(?:s|secs?|seconds?|min(?:ute)?s?|passes|rolls|reps|times)\b\.?"
_ROLLED = in_any_case(
    r"(?P<deed>(?:foam[ -]|self[ -])?(?:roll|massage)(?:er|ing)?(?: out)?)(?: (?:the following|these))?[\s:(,–-]*"
    rf"(?:(?P<amount>{_AMOUNT})(?P<side>\W*(?:each|per|on each)\b(?: (?:side|leg))?)?(?: \w+)?)?[\s:)]*(?P<muscles>.*)"
)
_COUNTED = in_any_case(rf"(?P<muscle>[a-z][a-z ,&/-]{{1,40}}?)[\s:(,–-]*(?P<amount>(?:{_AMOUNT}).*?)?[\s.)]*")
LEAST_MUSCLES, MOST_MUSCLES, LOWEST = 2, 40, 6
MOST_CHARACTERS = 240
"""A line that lists muscles, or heads a list of them, is no longer."""


def with_rolled(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a head that only says that something is rolled stands with each of the muscles below it.

    So does one that says for how long each of those is rolled that are listed on its line.
    """
    if not any("roll" in one.text.lower() or "massag" in one.text.lower() for one in blocks):
        return list(blocks)
    found, at = list[Block](), 0
    while at < len(blocks):
        head = _ROLLED.fullmatch(blocks[at].text.strip())
        listed = _below(blocks, at) if head else []
        if head and head["muscles"] and head["side"]:
            pieces = [
                replace(blocks[at], kind=BlockKind.ITEM, text=one) for one in _APART.split(head["muscles"]) if one
            ]
            found += list(_rolled(head, pieces)) or [blocks[at]]
        elif head and not head["muscles"] and (each := list(_rolled(head, listed))):
            is_title = blocks[at].kind is BlockKind.HEADING
            found += [replace(blocks[at], text=head["deed"])] if is_title else []
            found += each
            at += len(listed)
        else:
            found.append(blocks[at])
        at += 1
    return found


def _below(blocks: Sequence[Block], at: int) -> list[Block]:
    """The items right below a head, further in than one that is an item itself."""
    least = blocks[at].level + 1 if blocks[at].kind is BlockKind.ITEM else 0
    below = islice(blocks, at + 1, at + 1 + MOST_MUSCLES)
    return list(takewhile(lambda one: one.kind is BlockKind.ITEM and one.level >= least, below))


def _rolled(head: re.Match[str], items: Sequence[Block]) -> Iterator[Block]:
    """Each muscle with what is done to it and for how long; nothing if one of the items is something else."""
    counted = [_COUNTED.fullmatch(one.text.strip()) for one in items]
    muscles = [one["muscle"] for one in counted if one and _are_muscles(one["muscle"])]
    if len(muscles) < max(len(items), LEAST_MUSCLES):
        return
    side = head["side"] or ""
    of_all = f"{head['amount'] or ''}{side if side.endswith(('side', 'leg')) else ''}"
    for item, one in zip(items, counted, strict=True):
        amount = (one and one["amount"]) or of_all
        muscle = one["muscle"] if one else ""
        muscle = muscle if muscle[:2].isupper() else muscle.lower()  # `IT band`
        text = f"{head['deed'].capitalize()} {muscle}"
        yield replace(item, text=f"{text}: {amount}" if amount else text)


def _are_muscles(text: str) -> bool:
    return all(MUSCLE.fullmatch(one) for one in _APART.split(text.strip()) if one)


_SIDE = r"\W*(?:each|per|on each|both)\b(?: (?:side|leg)s?)?"
_LISTED = r"(?P<muscles>(?:[a-z][a-z -]{1,24}(?:, | and | & |, and ))+[a-z][a-z -]{1,24})"
_HEAD = in_any_case(r"(?P<title>[^:.(]*\bstretch(?:es|ing)?\b[^:.(]*?)[\s,(–-]*(?P<how>[^:()]*\d[^:()]*)?\)?\s*:?\s*")
_HEAD_OF_LINE = in_any_case(
    r"(?P<title>[^:.(\d]*\bstretch(?:es|ing)?\b[^:.(\d]*?)[\s,(–-]*(?P<how>[^:()]*\d[^:()]*)?\)?\s*"
    rf":\s*{_LISTED}\W*"
)
_TOLD = in_any_case(
    rf"(?:(?P<title>[^:.\d]{{3,40}}):\s*)?(?:then |and )?stretch(?:ing)?(?: out)?(?: (?:your|the|both))? {_LISTED}"
    rf"(?:[\s,;:(–-]+(?P<how>[^:()]*\d[^:()]*)\)?)?\W*"
)
_HOW_LONG = in_any_case(rf"(?P<amount>{_AMOUNT})(?P<side>{_SIDE})?")


def with_stretched(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; muscles that a line on stretching lists, or the line or items below it, are a stretch each."""
    if not any("stretch" in one.text.lower() for one in blocks):
        return list(blocks)
    found, at = list[Block](), 0
    while at < len(blocks):
        text = blocks[at].text.strip()
        is_short = "stretch" in text.lower() and len(text) <= MOST_CHARACTERS
        told = _HEAD_OF_LINE.fullmatch(text) or _TOLD.fullmatch(text) if is_short else None
        told = told if told and (told["title"] or told["how"]) else None
        head, used = (told, []) if told or not is_short else _with_list_below(blocks, at)
        muscles = _muscles_of(told["muscles"] if told else ", ".join(one.text for one in used)) if head else []
        found += _stretched(blocks[at], head, muscles) if head and muscles else [blocks[at]]
        at += 1 + (len(used) if muscles else 0)
    return found


def _with_list_below(blocks: Sequence[Block], at: int) -> tuple[re.Match[str] | None, Sequence[Block]]:
    """A line on stretching that says how long, and the items or the one line below it."""
    head = _HEAD.fullmatch(blocks[at].text.strip())
    if not head or not head["how"]:
        return None, []
    return head, _below(blocks, at) or blocks[at + 1 : at + 2]


def _muscles_of(text: str) -> list[str]:
    """The muscles of a list that has nothing else in it."""
    muscles = [one.strip(" .") for one in _APART.split(text) if one.strip(" .")]
    return muscles if len(muscles) >= LEAST_MUSCLES and all(map(MUSCLE.fullmatch, muscles)) else []


def _stretched(block: Block, head: re.Match[str], muscles: Sequence[str]) -> Iterator[Block]:
    """The title, and a stretch for each muscle, with how long that is held."""
    if title := (head["title"] or "").strip(" :,"):
        yield replace(block, kind=BlockKind.HEADING, text=title, level=block.level or LOWEST)
    how = _HOW_LONG.search(head["how"] or "")
    amount = f", {how['amount']}{_of_sides(how['side'])}" if how else ""
    for muscle in muscles:
        called = muscle if muscle.isupper() else muscle.capitalize()
        yield replace(block, kind=BlockKind.ITEM, text=f"{called} stretch{amount}", level=0, marker="-")


def _of_sides(side: str | None) -> str:
    return " each side" if side and side.rstrip("s").endswith(("side", "leg")) else ""
