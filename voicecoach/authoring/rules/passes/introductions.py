"""Introductions: paragraphs whose sentences say what is needed, what to warm up with, and how much of all to do."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.moment_words import PROGRESSED
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import FOR_ALL, RESTING
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.language.vocabulary import WARM_UP
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.statements import ABLE
from voicecoach.late_patterns import late

_NEEDED = in_any_case(
    r"you(?:'ll|\s+will)?\s+(?:only\s+|also\s+|just\s+)?need\s+(?!to\b|(?:more|less|enough|some)\s+time)"
)
_URGED = in_any_case(
    r"(?:(?:please|first|and|but|also|then|so)\b,?\s+)*"
    r"(?:(?:make\s+sure|be\s+sure|ensure|remember|don't\s+forget|it's\s+(?:best|important|a\s+good\s+idea)|you\s+should|try)\s+"
    rf"(?:that\s+)?(?:you\s+|to\s+)?)?(?=(?:{WARM_UP}|get\s+warm|warm\s+(?:yourself|your\s+\w+)\s+up)\b)"
)
_AS_ORDERS = (
    (_URGED, ""),
    (in_any_case(r"\b(?:get\s+warm|warm\s+(?:yourself|your\s+\w+)\s+up)\b"), "Warm up"),
    (in_any_case(r"(?<=up)\s+first(?=\s+(?:with|by|for)\b)|\s+first(?=\W*$)"), ""),
    (in_any_case(r",?\s+before\s+(?:you|we)\s+(?:begin|start|do|get|go)\b[^.,;]*(?=\W*$)"), ""),
)
"""What is said around it: `Make sure you warm up with a jog first, before you start`."""
_LEG = in_any_case(
    rf"(?:always\s+)?(?:{WARM_UP}|get\s+warm)\b.*\d",
    r"(?:start|begin)\b[^:]*\d[\s-]?min[^:]*\b(?:jog|walk|run|cycl|bike|row|skip|march)",
    rf"(?:jog|walk|run|cycle|row|skip|march)\b.*\d.*\b(?:to|as\s+an?|for\s+(?:a|the|your))\s+{WARM_UP}",
    rf"to\s+{WARM_UP}\b.*\d",
)
_SETS = re.compile(
    r"\b(?:\d+\s+sets?|\d+\s*x\s*\d+|\d+\s+(?:reps|repetitions|times))\b"
    r"(?!\s+(?:a|per|each|every)\s+(?:day|week)|\s+(?:daily|weekly))"
)
_EXERCISES = in_any_case(
    r"\b(?:each|every|all|both|these|following)\s+(?:of\s+(?:the|these)\s+)?(?:\w+\s+)?(?:exercises?|moves?|movements?)\b"
)


_ROUNDS = in_any_case(
    r"(?:(?:rest|recover)\b[^.;:]{2,24}[.,;] )?(?:(?:do|complete|perform|aim for|go for|repeat(?: for)?)\s+)?"
    r"(?:a total of\s+)?\d{1,2}\s+(?:rounds|times through|circuits)(?: (?:in (?:all|total)|total|altogether))?"
    r"(?:(?:,| with)?(?! of\b) (?:a )?[^.;:]{0,24}\brest\b[^.;:\d]{0,24})?\W*",
    r"(?:rest|recover|take)\b[^.;:]{3,30}?,?\s(?:and|then)\s+(?:go|repeat|start|do it)(?: again)?"
    r"(?: for)?(?: \d{1,2} rounds?)?\W*",
)
"""How often all of it is done, and no more: `Rest 90 s and repeat for 5 rounds.`"""
_REST = in_any_case(r"\b(?:rest|break|recovery|breather)\b")
_LONG = late(r"\d\s*-?(?:s|secs?|seconds?|mins?|minutes?)\b")


def sentences_apart(block: Block) -> Iterator[Block]:
    """The block; a block for each run of sentences on the same, where it is a paragraph that says several things."""
    is_text = block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM}
    sentences = sentences_in(block.text) if is_text else []
    at, parted = next(((at, two) for at, one in enumerate(sentences) if (two := _leg_ahead(one))), (0, None))
    if block.kind is BlockKind.PARAGRAPH and parted:
        halves = ([*sentences[:at], parted[0]], [parted[1], *sentences[at + 1 :]])
        for number, some in enumerate(halves):
            yield from sentences_apart(replace(block, text=" ".join(some), breaks=1 if number else block.breaks))
        return
    if (
        block.kind is BlockKind.PARAGRAPH
        and len(sentences) > 1
        and sentences[0][:1] in "RrDd"
        and _AGAIN.fullmatch(sentences[0])
    ):
        yield replace(block, text=sentences[0])
        yield from sentences_apart(replace(block, text=" ".join(sentences[1:]), breaks=0))
        return
    if block.kind is BlockKind.PARAGRAPH and _ends_in_amounts(sentences):
        *told, last = sentences
        yield from sentences_apart(replace(block, text=" ".join(told)))
        yield replace(block, text=last, breaks=1)
        return
    said = [(_about(one), one) for one in sentences]
    said = list(_often_first(said))
    if not any(about == "all" for about, _ in said):
        said = [("" if about == "rest" else about, one) for about, one in said]
    if not any(about for about, _ in said):
        yield block
        return
    for at, (about, group) in enumerate(groupby(said, lambda one: one[0])):
        text = " ".join(_told(one) if about == "leg" else one for _, one in group)
        yield replace(block, text=text, breaks=1 if at else block.breaks)


_AGAIN = in_any_case(
    r"(?:repeat|do (?:this|it|all of it))\b[^.,;:()]{0,40}\b(?:times|rounds)\W*(?:through|in all|in total)?\W*"
)
"""How often all above is done, and no more: `Repeat four times.`"""
_THEN_ALL = in_any_case(
    r"(?P<after>after\s+(?:an?\s+)?)?(?P<leg>[^,;.:]*\d[^,;.:]*?)"
    r"(?(after),\s+(?:then\s+)?|(?:[,;]?\s+(?:and\s+)?then|[,;]?\s+and\s+(?=do\b|go\b|complete\b))\s+)"
    r"(?P<all>(?:[^.]*\b)?(?:these|this|following|each|every|below|circuit|drills|rounds\s+of\s*:?$|sets\s+of\s*:?$)(?:\b[^.]*)?[.:]?)"
)
"""What is gone on with first, for so long or so far, and then what holds for all that is listed below."""


def _leg_ahead(sentence: str) -> tuple[str, str] | None:
    """The two halves of a sentence: `Jog for 10 minutes`, `do each of these drills for 20 m:`."""
    may_be = " " in sentence and len(sentence) <= MOST_CHARACTERS and any(map(str.isdecimal, sentence))
    found = _THEN_ALL.fullmatch(sentence) if may_be else None
    if found is None or not has_movement(found["leg"]) or has_movement(found["all"]):
        return None
    facts = facts_of(parts_of(found["leg"]))
    is_leg = bool(facts.seconds or facts.distance_m) and not (facts.sets or facts.reps or facts.rounds or facts.rest_s)
    return (f"{found['leg'].strip()}.", found["all"][:1].upper() + found["all"][1:]) if is_leg else None


def _ends_in_amounts(sentences: list[str]) -> bool:
    """Whether the last leads to a list and says how much of all in it."""
    if len(sentences) < LEAST_SENTENCES or not sentences[-1].endswith(":"):
        return False
    facts = facts_of(parts_of(sentences[-1]))
    is_said = bool(facts.sets or facts.rounds or facts.has_amount)
    return is_said and not (has_movement(sentences[-1]) and any(parts_of(one).parts for one in sentences[:-1]))


LEAST_SENTENCES, MOST_CHARACTERS = 2, 240


def _often_first(said: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """How often all is done and the rest between, where sentences begin with that and go on with no amount of it."""
    is_of_rounds = [about in {"often", "rest"} or bool(_REST.search(one)) for about, one in said]
    first = is_of_rounds.index(False) if False in is_of_rounds else len(said)
    others = [one for _, one in said[first:] if not ABLE.search(one)]
    is_first = any(about == "often" for about, _ in said[:first]) and not any(map(_LONG.search, others))
    for at, (about, one) in enumerate(said):
        is_often = is_first and at < first
        yield ("often" if is_often else "" if about == "often" else about), one


def _told(leg: str) -> str:
    """A sentence on a warm-up as an order and no more."""
    text = leg
    for pattern, other in _AS_ORDERS:
        text = pattern.sub(other, text, count=1)
    return text


def _about(sentence: str) -> str:
    """What a sentence of an introduction is about, `""` for anything else."""
    text = spelled(sentence).text
    if PROGRESSED.match(text):
        return "progress"
    if _NEEDED.match(text):
        return "needs"
    if _LEG.match(_URGED.sub("", text, count=1)):
        return "leg"
    if any(word in text for word in ("round", "circuit", "through", "again")) and _ROUNDS.fullmatch(text):
        return "often"
    if RESTING.match(text) and _LONG.search(text):
        return "rest"
    return "all" if FOR_ALL.search(text) and _EXERCISES.search(text) and _SETS.search(text) else ""
