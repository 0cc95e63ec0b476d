"""What a sentence states of all exercises but for one.

`All 5x5 except deadlifts, 1x5`; `60 s rest after all but squats`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of, facts_of_all
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of
from voicecoach.authoring.rules.drafting.named_loads import exercises_meant
from voicecoach.authoring.rules.drafting.named_rests import is_called
from voicecoach.authoring.rules.language.moment_words import EASIER, PROGRESS
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.line_kinds.statements import ABLE, OF_A_DAY
from voicecoach.late_patterns import late

MOST_CHARACTERS, MOST_WORDS_OF_A_NAME = 200, 4
_THESE = "exercises?|movements?|moves?|lifts?|stations?|sets?|one"
_ONLY_SAID = in_any_case(
    r"(?:(?:do|does|doing|perform|complete|hit|you|we|should|will|be|is|are|done|of|for|on|after|between|in|at|with"
    r"|the|a|take|have|rest|repeat|hold|and|to|sets?|reps?|x)\b|[\s,:;.(–-])*"
)
_ALL = in_any_case(rf"\b(?:everything(?: else)?|(?:all|each|every)(?: of)?(?: the| these| your)?(?: (?:{_THESE}))?)\b")
_EXCEPT = in_any_case(
    r"[\s,;(–-]+"
    + any_of(
        "except(?:ing|ion)?(?: for| with)?|apart from|other than|with the exception of|excluding|save for|aside from",
        r"(?<=\ball )but(?: not| for)?|(?<=everything )but(?: not| for)?",
    )
    + r"\s+(?:for |on |on the |in |after )?"
)
_BUT = in_any_case(r"\s*(?:,\s*but|;|,|\s+but|\()\s*")
_NAME = r"(?:(?:the|your|all|any|for|on) )*(?P<name>[^\W\d_][^\d,;:()=]{2,40}?)"
_LINK = any_of(
    r"\s*[,:;(=–-]\s*",
    r"\s+(?:which|that|where|whose|only|just|for|at|do|does|is|are|get|gets|use|with|only do|being)\b",
)
_NAMED = in_any_case(rf"{_NAME}(?:{_LINK}(?P<told>.*\d.*)|\s+(?P<amount>\d.*)|(?P<nothing>(?:{_LINK}[^\d]*)?))")
_COUNTED = in_any_case(rf"(?:do |use |take |only )?(?P<told>\d[^,;()]*?)\s+(?:for|on|of|with|after|in) {_NAME}")
_AND = late(r"\s*,\s*(?:and\s+)?|\s+(?:and|&|or)\s+", re.IGNORECASE)
_TITLED = re.compile(r"(?P<title>[^()\d]{3,60}?)\s*\((?P<told>.*)\)\W*")


@dataclass(frozen=True)
class Excepted:
    """What is stated of all in a line, and of those that are called so."""

    line: int
    text: str
    of_all: Facts
    names: tuple[str, ...]
    of_one: Facts


def without_exceptions(blocks: Sequence[Block]) -> tuple[list[Block], list[Excepted]]:
    """The blocks without the sentences that state something of all but for one, and these."""
    kept, found = list[Block](), list[Excepted]()
    for block in blocks:
        stated, text = _stated(block) if block.kind is not BlockKind.ROW else ([], block.text)
        found += stated
        if not stated:
            kept.append(block)
        elif text:
            kept.append(replace(block, text=text))
    return kept, found


def _stated(block: Block) -> tuple[list[Excepted], str]:
    """What a block states so, and its text without that."""
    if not any(map(str.isdecimal, block.text)) or not (_ALL.search(block.text) or _EXCEPT.search(block.text)):
        return [], block.text
    titled = _TITLED.fullmatch(block.text)
    if titled and not _ALL.search(titled["title"]) and (one := _exception(titled["told"], block.line)):
        return [one], titled["title"]
    if block.kind is BlockKind.HEADING:
        return [], block.text
    sentences = sentences_in(block.text)
    found = {one: stated for one in sentences if (stated := _exception(one, block.line))}
    return list(found.values()), " ".join(one for one in sentences if one not in found)


def _exception(sentence: str, line: int) -> Excepted | None:
    text = sentence.strip().rstrip(".! ")
    told = (ABLE, OF_A_DAY, PROGRESS, EASIER)
    if len(text) > MOST_CHARACTERS or any(one.search(text) for one in told):
        return None
    stated = (_of(sentence, line, head, tail, is_left_out=is_it) for head, tail, is_it in _halves(text))
    return next((one for one in stated if one), None)


def _halves(text: str) -> Iterator[tuple[str, str, bool]]:
    """What is said of all, and behind it of one, and whether that one is said to be left out."""
    if found := _EXCEPT.search(text):
        yield text[: found.start()], text[found.end() :].rstrip(")"), True
    for found in _BUT.finditer(text):
        yield text[: found.start()], text[found.end() :].rstrip(")"), False


def _of(sentence: str, line: int, head: str, tail: str, *, is_left_out: bool) -> Excepted | None:
    """What a sentence states, `None` where its halves say anything else."""
    bare = _ALL.sub(" ", head)
    is_of_all = (bare != head or is_left_out) and _ONLY_SAID.fullmatch(parts_of(bare).rest.replace(BREAK, " "))
    of_all = replace(facts_of_all(parts_of(bare)), notes=(), sides=None) if is_of_all else Facts()
    found = _NAMED.fullmatch(tail) or _COUNTED.fullmatch(tail)
    if not of_all.says_anything or of_all.is_of_section or not found:
        return None
    name, said = found["name"].strip(), found.groupdict()
    told = said.get("told") or said.get("amount") or ""
    of_one = replace(facts_of(parts_of(told)), notes=()) if told else Facts()
    names = tuple(_AND.split(name))
    is_name = all(has_movement(one) and len(one.split()) <= MOST_WORDS_OF_A_NAME for one in names)
    is_name = is_name and not _ALL.search(name)
    if not is_name or not (of_one.says_anything or (is_left_out and not told)):
        return None
    return Excepted(line, sentence, of_all, names, _like(of_one, of_all))


def _like(of_one: Facts, of_all: Facts) -> Facts:
    """What is said of one with what it has from all: its sets; a bare time is a rest where rests are told."""
    if of_all.has_amount or of_all.sets:
        return of_one.over(of_all) if of_one.has_amount else of_one
    is_rest = bool(of_one.seconds and of_all.rest_s and not of_one.rest_s)
    return Facts(rest_s=of_one.seconds) if is_rest else of_one


def state_exceptions(draft: Draft, stated: Sequence[Excepted]) -> None:
    """Give each exercise without an amount or a rest of its own what is stated of all, or of it."""
    for one in stated:
        draft.about.append(one.text)
        for exercise in exercises_meant(draft, one.line, one.text, is_only=len(stated) == 1):
            facts = one.of_one if any(is_called(name, exercise.name) for name in one.names) else one.of_all
            exercise.facts = exercise.facts.over(facts)
