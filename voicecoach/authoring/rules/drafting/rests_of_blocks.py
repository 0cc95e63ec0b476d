"""Rests that are said to be between the blocks, circuits or groups of a text, each of which goes round itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.language.form_words import REST
from voicecoach.authoring.rules.language.pattern import compiled, in_any_case, seconds_of
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.line_kinds.drafts import Draft
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

LEAST_BLOCKS, MOST_WORDS_LEFT = 2, 4
_PARTS = "blocks?|circuits?|groups?|sections?|parts?|complex(?:es)?|clusters?|mini-?circuits?"
_TITLE = in_any_case(
    rf"\W*(?P<part>{_PARTS})\s*(?:\#|no\.?|number)?\s*(?:\d\b|[a-h]\b|one\b|two\b|three\b|four\b)",
    r"\W*(?:the\s+)?(?:first|second|third|fourth|last|final)\s+"
    rf"(?P<part_2>{_PARTS})(?=\W*$|\s*[:(–-])",
)
"""What each block is called by its place: `Circuit 2 (3 rounds)`."""
_ROUNDS = in_any_case(r"\brounds?\b|\b(?:x|times)\s?\d|\d\s?x\b|\btimes\b|\btwice\b|\bthrice\b|\bsets?\b")
"""How it is said anywhere that something is done more than once."""


def without_block_rests(blocks: Sequence[Block]) -> tuple[list[Block], tuple[str, float] | None]:
    """The blocks, without the rest between parts that the text has several of; what these are called, and its seconds.

    `Rest 2 minutes between circuits`, where there is a first and a second circuit.
    """
    called = [_part(found) for one in blocks if (found := _TITLE.match(one.text))]
    parts = {one for one in called if called.count(one) >= LEAST_BLOCKS}
    if not parts or not any(_ROUNDS.search(one.text) for one in blocks):
        return list(blocks), None
    forms = {one: compiled(_said_of(one)) for one in parts}
    kept, rest = list[Block](), None
    for block in blocks:
        text = block.text
        for part, form in forms.items():
            text, seconds = _cut(text, form)
            rest = rest or ((part, seconds) if seconds else None)
        if text:
            kept.append(replace(block, text=text) if text != block.text else block)
    return kept, rest


def rest_before(draft: Draft, rest: tuple[str, float] | None) -> None:
    """Let the rest between parts, if one is said, be the time before each but the first of them."""
    if rest is None:
        return
    part, seconds = rest
    titled = [one for one in draft.sections if _is_called(one.title, part)]
    for section in titled[1:]:
        section.before_s = section.before_s or seconds


def _part(found: re.Match[str]) -> str:
    return _singular(found["part"] or found["part_2"])


def _singular(word: str) -> str:
    return re.sub(r"(?<=x)es$|s$", "", word.lower())


def _is_called(title: str | None, part: str) -> bool:
    found = _TITLE.match(title or "")
    return bool(found) and _part(found) == part if found else False


def _said_of(part: str) -> str:
    """How a rest is said to be between parts that are called so."""
    between = rf"(?:(?:in[ -]?)?between|after)_(?:each_|every_|all_|the_|of_the_)*{part}(?:e?s)?\b"
    first = rf"(?:{REST}|take|have|get)_?[:–-]?_?(?:for_|of_)?<rest:t>(?:_(?:of_)?(?:{REST}|off))?_{between}"
    behind = rf"(?:{REST}_)?{between} ?[,:=–-]? ?(?:(?:{REST}|take|have|get|is|for|there's)_)*(?:a_)?<rest__2:t>"
    alone = rf"<rest__3:t>(?:_(?:of_)?(?:{REST}|off))?_{between}"
    return rf"{first}|{behind}|{alone}"


def _cut(text: str, form: re.Pattern[str]) -> tuple[str, float | None]:
    """A text without what says a rest between parts, and its length in seconds; the low end of a range."""
    kept, rest_s = list[str](), None
    for sentence in sentences_in(text):
        line = spelled(sentence)
        found = form.search(line.text)
        if not found:
            kept.append(sentence)
            continue
        rest_s = seconds_of(next(value for value in found.groupdict().values() if value))[0]
        left = line.original(0, found.start()), line.original(found.end(), len(line.text))
        if len(re.findall(r"\w+", " ".join(left))) > MOST_WORDS_LEFT or re.search(r"\d", "".join(left)):
            kept.append(" ".join(one.strip(" ,;") for one in left).strip())
    return (text, None) if rest_s is None else (" ".join(kept).strip(), rest_s)
