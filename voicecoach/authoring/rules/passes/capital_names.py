"""Names with what is told of them right behind and no sign between, as text that lost its layout or bold has them."""

from __future__ import annotations

import re

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of, without_brackets
from voicecoach.authoring.rules.exercise_names.names import is_told, reads_as_name
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.section_words import REASONS, RULES, SECTION
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.late_patterns import late

_NAME = r"[A-Z][A-Z'’/-]+(?:\s[A-Z][A-Z'’/-]+){0,5}"
_AMONG = re.compile(rf"(?<=[.!?]\s)({_NAME.replace('{0,5}', '{1,5}')})[.:]?\s+(?=[A-Z][a-z])")
_FIRST = re.compile(rf"(?P<name>{_NAME}(?:\s\([^()]{{3,40}}\))?)[.:]?\s+(?P<told>[A-Z][a-z]+\s[^.]*[a-z].*)", re.DOTALL)
LEAST_LETTERS = 4


_ORDER = late(r"[A-Z][a-z]+ (?:your|the|on|up|down|at|in|with|forwards?|back(?:wards)?|to|an?|one|both)\b")


def is_order(text: str) -> bool:
    """Whether a text begins as an order, also by a verb with a place or a part of the body behind it."""
    return is_told(text) or bool(_ORDER.match(text))


def shouted(text: str) -> list[str]:
    """A paragraph in which names in capitals begin what is told of them: what is before, each name and its text."""
    pieces = [one.strip() for one in _AMONG.split(text)]
    names = pieces[1::2]
    return pieces if len(names) > 1 and all(map(has_movement, names)) and all(pieces[::2]) else []


def named_in_capitals(block: Block, text: str) -> tuple[str, str] | None:
    """A name in capitals that a line begins with, and what is told behind it: `PRONE MARCH Lie face down`."""
    found = _FIRST.fullmatch(text)
    if found is None or sum(map(str.isupper, found["name"])) < LEAST_LETTERS:
        return None
    name = found["name"].rstrip(" :")
    is_title = any(one.match(name) for one in (RULES, REASONS, SECTION))
    is_counted = block.kind is BlockKind.ITEM and block.marker[:1].isdecimal()
    is_named = is_counted or (has_movement(name) and is_order(found["told"]))
    is_name = is_named and reads_as_name(name) and not is_told(name.lower())
    return (name, found["told"]) if is_name and not (is_title and not has_movement(name)) else None


_TOLD = re.compile(r"\s+(?=[A-Z][a-z]+\s[a-z])")
"""Where a sentence may begin behind a name: a capital, and a word without one."""
MOST_WORDS = 6


def named_before_order(text: str) -> tuple[str, str] | None:
    """A name that a line begins with, and the order right behind it, such as `Heel slides Lie on your back`."""
    for found in _TOLD.finditer(text[:MOST_CHARACTERS]):
        name, told = text[: found.start()], text[found.end() :]
        is_told_of = len(sentences_in(told)) > 1 or not (parts_of(told).parts or " " not in name)
        if is_told_of and _is_called(name) and is_order(told) and not _in_title_case(told):
            return name, told
    return None


def _in_title_case(text: str) -> bool:
    """Whether all words but small ones have a capital, as those of names: `Sit to Stand`."""
    return all(one[:1].isupper() or one in _SMALL for one in text.split())


_SMALL = frozenset({"a", "and", "from", "in", "into", "of", "on", "onto", "or", "over", "the", "to", "with", "w/"})


_STEPS = re.compile(r"[\s.:–-]+(?P<word>step\s*|\()?(?P<count>[1-9])\s*[:.)–-]\s+(?=[A-Z])", re.IGNORECASE)
"""The number of a step within a line: `Squats Step 1: Stand tall. Step 2: Sit back.`"""
_COUNTS = list("123456789")


def named_before_steps(text: str) -> tuple[str, str] | None:
    """A name that a line begins with, and the steps counted behind it, such as `Squats 1) Sit. 2) Stand`."""
    steps = list(_STEPS.finditer(text)) if "1" in text else []
    counts, words = [one["count"] for one in steps], {one["word"] for one in steps}
    if counts != _COUNTS[: len(counts)] or len(words) != 1 or (len(counts) == 1 and words == {None}):
        return None
    name, told = text[: steps[0].start()], text[steps[0].end() :]
    bare = parts_of(without_brackets(name)).rest.replace(BREAK, "").strip(" ,:–-")
    return (name, _STEPS.sub(". ", told).replace("..", ".").strip()) if _is_called(bare) else None


def _is_called(name: str) -> bool:
    return name[:1].isupper() and (name[-1].isalnum() or name.endswith(")")) and calls_movement(name)


def calls_movement(name: str) -> bool:
    """Whether a few words call an exercise by its movement, and tell nobody to do it."""
    bare = without_brackets(name)
    return len(name.split()) <= MOST_WORDS and ends_with_movement(bare) and reads_as_name(bare) and not is_told(name)


MOST_CHARACTERS = 80
"""A name with the first words behind it is no longer."""
