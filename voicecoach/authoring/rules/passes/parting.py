"""Blocks as the rules want them: without signs that nobody says, and a name parted from the sentences behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import zip_longest

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of, without_brackets
from voicecoach.authoring.rules.exercise_names.names import is_position, is_told, name_in, reads_as_name, unlabelled
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.section_words import RULES
from voicecoach.authoring.rules.language.sentence_words import HELD_SO, IMPERATIVE, MOVES, SENTENCE
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.authoring.rules.line_kinds.roles import UNDER
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.capital_names import (
    named_before_order,
    named_before_steps,
    named_in_capitals,
    shouted,
)
from voicecoach.authoring.rules.passes.cleaned import cleaned
from voicecoach.authoring.rules.passes.enumerations import OPTIONS
from voicecoach.counted import sentence_case
from voicecoach.late_patterns import late

_LEADING_OVER = any_of(
    "first(?:ly)?|next|then|finally|lastly|last|now|after that|up next|moving on|to finish",
    "(?:stand|sit|lie|come|get|roll)(?: back)?(?: up| down| over)?",
)
_LED = re.compile(
    rf"(?i:{_LEADING_OVER}(?: up)?,?\s+(?:(?:is|are|comes|we have|for|to|into|with|on to|onto)\s+)?"
    r"(?:the\s+|an?\s+|our\s+)?)(?P<name>[A-Z][^.!?:]{2,50})[.!:]\s*"
)
"""How a spoken text leads over to the next exercise."""
_CALLED = re.compile(
    r"(?:^|(?<=[.!?…]\s))(?i:(?:the|our|your|and)\s+)?"
    r"(?i:(?:first|second|third|fourth|fifth|sixth|next|last|final)"
    r"(?:\s+(?:one|(?P<noun>exercise|stretch|move|movement|drill|pose)))?"
    r"\s+(?:is|will be)(?:\s+called)?\s+(?:the\s+|an?\s+)?)"
    r"(?:(?P<name>[A-Z][^.!?:,]{2,50})[.!:]\s+"
    r"|(?<=an\s)(?P<plain>[a-z][^.!?:,…]{2,40}?)(?:[.!:,…]+\s+|\s(?=(?:where|which|so)\b))"
    r"|(?<=(?:a|e)\s)(?P<other>[a-z][^.!?:,…]{2,40}?)(?:[.!:,…]+\s+|\s(?=(?:where|which|so)\b)))"
)
"""How a text says what an exercise is called."""
_WHEN = "today|this (?:week|month)|of the (?:day|week|month)"
_OF_TODAY = re.compile(
    r"(?:^|(?<=[.!?]\s))(?i:"
    rf"(?:our|the|my|your)\s+(?:\w+\s+)?(?:exercise|move|movement|stretch|pose)\s+(?:for\s+)?(?:{_WHEN})\s+is"
    r"|(?:today|this (?:week|month))'s\s+(?:\w+\s+)?(?:exercise|move|movement|stretch|pose)\s+is)"
    r"(?i:\s+called)?\s+(?i:the\s+|an?\s+)?(?P<name>[^.!?:,]{2,50})[.!:](?:\s+|$)"
)
"""How a column says which exercise all of it is about: `Our move today is a side bend.`"""
_SUBTITLE = in_any_case(
    any_of(
        "how(?: to(?: do it| perform)?| long| many(?: times)?| often| much)?|when|where",
        "purpose|position|end(?:ing)? position|benefits?|what for|frequency",
        "instructions?|steps|technique|form|method|execution|directions?|dos(?:e|age)|set-?up|starting position",
        "movement|action|what to do|tips?|coaching (?:points?|cues?)|cues?|key points?|prescription|amount",
    )
    + r"\s*[:–-]\s+(?=\S)",
    r"(?:how(?: to(?: do it| perform)?| long| many(?: times)?| often| much)|why|when|where)\s*\?\s+(?=\S)",
)
"""What a part of an exercise's text is headed with."""
_COUNTED = re.compile(r"(?<![\w/(-])\d{1,4}\s*(?:k?m|metre|meter|yard|cal(?:orie)?)?s?\s+(?=[A-Z])", re.IGNORECASE)
_LEG = in_any_case(
    r"(?:^|[,;.]\s+)(?:and\s+|then\s+)*"
    rf"(?P<leg>{WARM_UP}|wu|main(?: set| session| workout| part)?|{COOL_DOWN}|cd)\b\s*[:–-]?\s*(?=\d|[a-z])"
)
"""The parts of a session that stand in one line."""
LEAST_LEGS, LEAST_CALLED = 3, 2
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBERED = re.compile(rf"(?:^|(?<=[.;,:!]\s))(?P<number>{'|'.join(_NUMBERS)})\s*[:.)–-]\s+(?=\w)", re.IGNORECASE)
LEAST_COUNTED = 3
LEAST_IN_A_ROW, LEAST_WORDS_UNSTOPPED = 2, 15
_GOING_ON = any_of(
    r"then\s+(?:we|you|i|it)\b|after\s+that\b|at\s+the\s+end\s+(?:an?|we|you|it)\b",
    r"(?:first|next)\s+up\b|(?:and\s+)?(?:the\s+)?(?:last\s+one|(?:first|second|third|next|last|final)\s+thing)\b|let's\s+(?:go|get)\b|(?:okay|good)\s+(?:and|take|next)\b",
    r"take\s+(?:\d+|five|ten|fifteen|twenty|thirty)\b|(?:and\s+)?(?:switch|now)\s+(?:to\s+)?the\s+(?:other|left|right)\b",
    r"(?:you|we)\s+(?:get|got|rest|did|do|went|go|started|finished|had|have)\b",
)
_BREATH = in_any_case(
    r"\s+(?:u[mh]+|er+m*)\s+",
    rf"(?<!\band)(?<!\bthen)\s+(?:oh\s+)?(?=(?:and\s+)?{_GOING_ON})",
)
"""Where somebody takes breath."""
_SUMMED = re.compile(r"\s+(?:so\s+)?that's\s+", re.IGNORECASE)
_ADDRESSED = re.compile(
    r"(?:swimmers|runners|climbers|jumpers|walkers)\s*:\s+(?:please|bring|wear|meet|make|no|don't|we)\b", re.IGNORECASE
)
"""Who is told something, and is called as exercises are: `Swimmers: bring your fins`."""
_BEHIND = re.compile(r"\.\s+|:\s+|\s+[-–—]\s+|(?<=\d\))\s+(?=[A-Z][a-z]+\s)|(?<=[a-z]\))\s+(?=[A-Z][a-z]+\s)")
"""What parts a name, which may have its amount in brackets, from what is told of it."""
BEGUN = in_any_case(
    r"(?:starting|standing|lying|sitting|seated|kneeling|remaining|holding|facing|keeping|beginning|from)\s(?=.*,)"
)
"""How a sentence begins that tells first where one is: `Starting from a plank, lower ...`."""
LEAST_WORDS_TOLD, LEAST_SENTENCES = 30, 3
"""A name with so much behind a colon is told about there, whatever comes first."""
MOST_WORDS_OF_A_LABEL = 3
MOST_WORDS, MOST_WORDS_BEFORE, MOST_CHARACTERS = 6, 12, 4000


def parted(block: Block) -> Iterator[Block]:
    """The block; in two, where it is a name with sentences behind it."""
    if block.kind in {BlockKind.ROW, BlockKind.ROW_HEAD}:
        yield block
        return
    block = _unlabelled(replace(block, text=cleaned(block.text)))
    yield from [block] if by_clock(unlabelled(block.text)) else _in_two(block, block.text)


def _in_fields(text: str) -> tuple[str, list[str]]:
    """A line with upright lines in it: its name with its amounts, and what is told in the other fields."""
    name, *fields = (one.strip() for one in text.split(" | "))
    counted = [one for one in fields if parts_of(one).parts]
    told = [one for one in fields if one and one not in counted]
    is_named = bool(re.search(r"[^\W\d_]{2}", name)) and not parts_of(name).parts
    is_table = any(re.search(r"\d", one) for one in told) or any(not re.search(r"[^\W\d_]", one) for one in fields)
    if not (counted and is_named) or is_table:
        return text, []
    return " | ".join((name, *counted)), told


def _in_two(block: Block, text: str) -> Iterator[Block]:
    head, told = _in_fields(text) if " | " in text else (text, [])
    if told:
        yield replace(block, text=head)
        yield from (Block(BlockKind.PARAGRAPH, f"{one.rstrip('.')}.", block.line) for one in told)
        return
    if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and (led := _LED.match(text)) and _is_name(led["name"]):
        yield replace(block, text=led["name"])
        if tail := text[led.end() :].strip():
            yield Block(BlockKind.PARAGRAPH, tail, block.line)
        return
    if block.kind is BlockKind.PARAGRAPH and (several := list(_several(block, text))):
        yield from several
        return
    found = _named_ahead(block, text) if block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} else None
    if found and not (is_position(found[0]) and MOVES.match(found[1])):
        yield replace(block, text=found[0])
        yield Block(BlockKind.PARAGRAPH, found[1], block.line)
        return
    yield block


def _named_ahead(block: Block, text: str) -> tuple[str, str] | None:
    """A name, and what is told of it behind it on its line."""
    return (
        named_before_steps(text)
        or named_in_capitals(block, text)
        or _halved(block, text)
        or named_before_order(text)
        or None
    )


def _several(block: Block, text: str) -> Iterator[Block]:
    """A paragraph of several exercises, a block for each; nothing if it isn't one."""
    if starts := _calls(text):
        yield from _called(block, text, starts)
    elif in_capitals := shouted(text):
        for at, one in enumerate(in_capitals):
            yield replace(block, text=one, kind=BlockKind.HEADING if at % 2 else block.kind, level=6 if at % 2 else 0)
    elif counted := _counted_off(text):
        if counted[0]:
            yield replace(block, text=counted[0])
        yield from (Block(BlockKind.ITEM, one, block.line, marker=f"{at}.") for at, one in enumerate(counted[1:], 1))
    elif listed := _run_on(text):
        yield replace(block, text=listed[0])
        yield from (Block(BlockKind.ITEM, one, block.line, marker="-") for one in listed[1:])


def _unlabelled(block: Block) -> Block:
    """A block without the label of a part of what is told of an exercise, which is its marker then; with stops."""
    is_told = block.kind in {BlockKind.PARAGRAPH, BlockKind.ITEM} and block.marker[:1] != "#"
    if is_told and (found := _SUBTITLE.match(block.text)):
        text = block.text[found.end() :]
        text = text if text[-1:] in ".!?:;" else f"{text}."  # no name
        is_item = block.kind is BlockKind.ITEM and not block.marker[:1].isalnum()
        label = f"{found[0].strip()}{UNDER}" if is_item else block.marker or found[0].strip()
        block = replace(block, kind=BlockKind.PARAGRAPH if is_item else block.kind, text=text, marker=label)
    if block.kind is BlockKind.PARAGRAPH and _is_unstopped(block.text):
        return replace(block, text=_with_stops(block.text))
    return block


def by_legs(block: Block) -> list[Block]:
    """The block; one for each part of the session that stands in it, where all of them do."""
    is_parted = block.kind is BlockKind.PARAGRAPH and not by_clock(block.text)
    legs = _legs(" ".join(block.text.split())) if is_parted else []
    parts = [replace(block, text=one, breaks=block.breaks if at == 0 else 0) for at, one in enumerate(legs)]
    return parts or [block]


def _legs(text: str) -> list[str]:
    """A line with all of a session, as a line for each part: `Warm up: 5 min jog`, `Main: ...`, `Cool down: ...`."""
    found = list(_LEG.finditer(text))
    if len(found) < LEAST_LEGS or found[0].start() or SENTENCE.search(text):
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    return [f"{one['leg']}: {text[one.end() : end].strip(' ,;.')}" for one, end in zip(found, ends, strict=True)]


def _is_unstopped(text: str) -> bool:
    """Whether it was spoken and typed without a stop."""
    return len(text.split()) >= LEAST_WORDS_UNSTOPPED and not re.search(r"[.,;:!?()]", text)


def _with_stops(text: str) -> str:
    """A text without stops with some where a speaker takes breath."""
    sentences = _BREATH.split(_SUMMED.sub(", ", text))
    return ". ".join(sentence_case(one) for one in sentences if one) + "."


def _counted_off(text: str) -> list[str]:
    """What stands before the first of several that are counted off in sentences, and they: `One: squats. Two: ...`."""
    found = list(_NUMBERED.finditer(text))
    numbers = [_NUMBERS.index(one["number"].lower()) for one in found]
    if len(found) < LEAST_COUNTED or numbers != list(range(len(found))) or OPTIONS.search(text[: found[0].start()]):
        return []
    ends = [*(one.start() for one in found[1:]), len(text)]
    listed = [text[one.end() : end].strip(" .,;") for one, end in zip(found, ends, strict=True)]
    last, *behind = re.split(r"(?<=[a-z)])\.\s+(?=[A-Z])", listed[-1])
    return [" ".join([text[: found[0].start()].strip(), *behind]).strip(), *listed[:-1], last]


def _run_on(text: str) -> list[str]:
    """A title and the exercises behind it whose line ends were lost: `3 Rounds: 10 Burpees 20 Sit-ups`."""
    title, colon, tail = text.partition(":")
    starts = [one.start() for one in _COUNTED.finditer(tail)]
    if not colon or len(starts) < LEAST_IN_A_ROW or tail[: starts[0]].strip() or re.search(r"[,;.]\s", tail):
        return []
    if by_clock(unlabelled(tail)):
        return []
    listed = [tail[start:end].strip() for start, end in zip(starts, [*starts[1:], len(tail)], strict=True)]
    return [f"{title}:", *listed] if all(has_movement(one) for one in listed) else []


def _calls(text: str) -> list[re.Match[str]]:
    """Where a text says what an exercise is called, or which one it is about."""
    return [one for one in _OF_TODAY.finditer(text) if has_movement(one["name"])] or _calls_in(text)


def _called(block: Block, text: str, starts: list[re.Match[str]]) -> Iterator[Block]:
    """A text that says what exercises are called, an exercise a block."""
    before = text[: starts[0].start()].strip()
    if before:
        yield replace(block, text=before)
    for one, end in zip_longest(starts, (one.start() for one in starts[1:])):
        yield Block(BlockKind.HEADING, sentence_case(_name_of(one)), block.line, level=6)
        if tail := text[one.end() : end].strip():
            yield Block(BlockKind.PARAGRAPH, tail, block.line)


def _name_of(called: re.Match[str]) -> str:
    found = called.groupdict()
    return found["name"] or found["plain"] or found["other"]


def _calls_in(text: str) -> list[re.Match[str]]:
    """Where a text says what an exercise is called; in small letters it says so of several, as exercises are called."""
    found = [one for one in _CALLED.finditer(text) if reads_as_name(_name_of(one))]
    plain = [one for one in found if not one["name"] and one["noun"] and ends_with_movement(_name_of(one))]
    return [one for one in found if one["name"] or (one in plain and len(plain) >= LEAST_CALLED)]


def _halved(block: Block, text: str) -> tuple[str, str] | None:
    """A name, with or without amounts, and the sentences behind it."""
    if _ADDRESSED.match(text):
        return None
    for at, behind in enumerate(_BEHIND.finditer(text)):
        name, tail = text[: behind.start()], text[behind.end() :]
        if name.count("[") > name.count("]"):
            break
        if at > 1 or len(without_brackets(name).split()) > MOST_WORDS_BEFORE:
            break
        is_named = _is_name(name) or (at == 0 and (_is_prescribed(name) or _is_numbered(block, name)))
        if at == 0 and behind[0][0] in ":." and _is_labelled(block, behind[0], name, tail):
            return name, tail
        is_talked_of = at == 0 and behind[0].strip() in _DASHES and _is_talked_of(tail)
        if is_named and (is_talked_of or is_told_about(tail) or _is_counted_behind(block, behind[0], name, tail)):
            return name, tail
    if (colon := text.find(": ")) > 0 and len(text.split()) > LEAST_WORDS_TOLD and _is_name(text[:colon]):
        return text[:colon], text[colon + 2 :]
    if block.kind is BlockKind.ITEM and (comma := text.find(", ")) > 0:
        name, tail = text[:comma], text[comma + 2 :]
        if _is_name(name) and IMPERATIVE.match(tail) and len(tail.split()) > MOST_WORDS:
            return name, tail
    return None


_DASHES = frozenset({"-", "–", "—"})


def _is_talked_of(text: str) -> bool:
    """Whether it has several sentences without an amount in the first: `you know these. Feel free to kneel`."""
    first, *others = sentences_in(text) or [""]
    return any(map(is_told_about, others)) and not parts_of(first).parts and first.endswith((".", "!", "?"))


def _is_counted_behind(block: Block, stop: str, name: str, tail: str) -> bool:
    """Whether a name has its own sentence, and what is said behind it its amount: `Ankle circles. 20 of them.`."""
    is_alone = stop.startswith(".") and block.kind is BlockKind.PARAGRAPH and not parts_of(name).parts
    return is_alone and not has_movement(parts_of(tail).rest) and bool(facts_of(parts_of(tail)).has_amount)


def _is_labelled(block: Block, stop: str, name: str, tail: str) -> bool:
    """Whether a short name, a colon, and what is done with its amount make an item, or a paragraph of sentences.

    That is `2. SLR: lift ... 3 x 10`, or `Clamber: lie down ... Lift both knees. Repeat 10 times.`
    """
    is_counted = block.kind is BlockKind.ITEM and block.marker[:1].isdecimal()
    is_counted = is_counted or (block.kind is BlockKind.PARAGRAPH and stop[0] == ":" and _is_of_sentences(tail))
    is_short = len(name.split()) <= MOST_WORDS_OF_A_LABEL and name[:1].isupper() and reads_as_name(name)
    if (
        (block.kind is BlockKind.ITEM and has_movement(name))
        or is_told(name)
        or not any(map(is_told, re.split(r"(?<=[.,])\s+", tail)))
    ):
        return False
    return is_counted and is_short and not RULES.match(name) and not parts_of(name).parts and bool(parts_of(tail).parts)


def _is_of_sentences(text: str) -> bool:
    """Whether it has several sentences, of which the first tells what to do."""
    sentences = sentences_in(text)
    return len(sentences) >= LEAST_SENTENCES and bool(IMPERATIVE.match(sentences[0]))


def _is_numbered(block: Block, text: str) -> bool:
    """Whether it has an exercise in it, and a number before it: `2. Calf raise with toes extended`."""
    is_counted = block.kind is BlockKind.ITEM and block.marker[:1].isdecimal()
    is_short = len(text.split()) <= MOST_WORDS and reads_as_name(text)
    return is_counted and is_short and has_movement(text) and not parts_of(text).parts


_IN_BRACKETS = late(r"(?P<name>[^()\d]{3,80}?)\s*\((?P<amount>[^()]*\d[^()]*)\)(?:\s*\([^()\d]*\))?")
"""A name with its amount in brackets, and what else is said of it in others: `Lunge (2 sets of 8 steps)(no weight)`."""


def _is_prescribed(text: str) -> bool:
    """Whether it is a name with its amounts, and nothing else."""
    found = _IN_BRACKETS.fullmatch(unlabelled(text))
    if found and ends_with_movement(found["name"]) and facts_of(parts_of(found["amount"])).has_amount:
        return reads_as_name(found["name"])
    parts = parts_of(unlabelled(text))
    name = name_in(parts.rest)
    return bool(parts.parts) and not name.others and reads_as_name(name.text) and ends_with_movement(name.text)


def _is_name(text: str) -> bool:
    bare = unlabelled(text).strip()
    return (
        len(bare.split()) <= MOST_WORDS
        and reads_as_name(bare)
        and ends_with_movement(_WHERE.sub("", re.sub(r"\s*\([^)]*\)", "", bare)))
        and not parts_of(bare).parts
    )


_WHERE = in_any_case(
    r"\s+"
    + any_of(
        r"(?:against|on|off|over|in|at|from|with|using)\s+(?:(?:the|a|an|your|one|both|straight|bent)\s+){0,2}[\w-]+",
        r"(?:in\s+)?(?:standing|sitting|lying|kneeling)",
    )
    + "$"
)
"""Where or with what something is done, behind its name: `Calf stretch against the wall`."""


def is_told_about(text: str) -> bool:
    """Whether it has a sentence on how something is done, and is more than amounts."""
    first = re.split(r"(?<=[.!?])\s+", without_brackets(text))[0]
    is_sentence = (is_told(first) or SENTENCE.search(first) or BEGUN.match(first) or HELD_SO.match(first)) and len(
        re.findall(r"[^\W\d_]{2,}", parts_of(first).rest)
    ) > 3  # noqa: PLR2004 - more than `hold on each`
    return bool(is_sentence)
