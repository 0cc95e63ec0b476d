"""Plain text as blocks: lists by their marks, tables by their columns, headings by how they stand, lines joined."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.reading.columns import rows_of, table_lines
from voicecoach.authoring.reading.marked import with_dashes
from voicecoach.authoring.reading.numbered import with_points
from voicecoach.authoring.reading.side_by_side import columns_apart
from voicecoach.authoring.reading.wrapped_rows import with_whole_rows

MARKER = re.compile(
    r"(?!N\.B\b)(?P<marker>[-*•·◦▪▫■□‣●○➢➤✔✓✅☐☑👉🔹🔸▶►+>»›~★☆✦❖]\ufe0f?(?=\s|\w)(?<!-)"
    r"|[-–—](?=\s+\S)|\*(?=\s)|\[[ xX/~-]?\](?=\s)"
    r"|(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-zA-Z]\d{0,2})(?:\.\)|[.)])(?=\s|[A-Z](?!\.)))|\d{1,2}[a-eA-E](?:[.):]|(?=\s+[A-Z]))"
    r"|[Ss]tep\s?\d{1,2}\s?[:.)–-](?=\s+[^\W\d_])"
    r"|\d{1,2}[/-](?=\s+[A-Z])|\d️?⃣|[①-⑳]|(?:[A-H]\d)(?=[:\s-]+\w)|[A-H]:(?=\s))\s*"
)
_VOWELS = frozenset("AEIOUYÄÖÜÉÈ")
_STEP = re.compile(r"step\s?(\d{1,2})\W*$", re.IGNORECASE)
_EMOJI = re.compile(r"[\U0001F300-\U0001FAFF\u2600-\u27BF]\ufe0f?\s*\w")
"""A line that begins so is a new one."""
_TASK = re.compile(r"\[[ xX/~-]?\]\s+")
_GOES_ON = re.compile(
    r"(?:,|[^\W\d_]-|\b(?:a|an|the|and|or|of|to|with|your|you|for|in|on|at|by|from|until|then|into|as|is|are|that|each|per|over|after|about|every|least|than))$"
)
_INCHES = re.compile(r"\d\s?in$")
_LABELLED = re.compile(r"[A-Z][a-z]+(?: [A-Za-z]+){0,2}:(?:\s|$)")
"""How a line begins that is headed by itself: `Goal: 25:00`."""
_JOINS = re.compile(r"(?:to|or|and|of|with|between|before|after)\s+(?:\d|each\b|every\b|the\b)")
"""How a line begins that goes on with the amount before it."""
_ENDS = re.compile(r"[.!?:;…\"”)]$")
_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,}|~{3,}|_{3,}|\*{3,})\s*")
SOURCE = re.compile(
    r"\s*(?:source|url|retrieved from|saved from|copied from|via|link)\s*:\s*(?:https?://|www\.|github\b)",
    re.IGNORECASE,
)
_STAMP = re.compile(r"^\[?\d{1,4}[:./-]\d{1,2}(?!\d)[^\]a-z]{0,20}\]?[^:]{0,24}:\s")
"""When and by whom a line of a chat was written."""
_AMOUNT = re.compile(r"\b\d{1,2}\s?[x×]\s?(?:\d|as many|max|amrap|to failure)", re.IGNORECASE)
"""Lines that have both sets and repetitions are two exercises, however long they are."""
_OF_EACH = re.compile(r"\d\s?(?!on\b|for\b|per\b|to\b)\w*\s+each$")
"""An amount of each side, which is complete: `Quad stretch 30 s each`."""
_OF_EACH_ONE = re.compile(r"\d{1,3}\s[^\W\d_][\w -]*\seach$")
"""So many of something on each side, or for each of two, is complete above another count: `50 step-ups each`."""
_OF_EACH_BELOW = re.compile(r"\d.*\b(?:of|for)\s+each$", re.IGNORECASE)
"""An amount of each of what stands below, which is complete above a line that begins anew: `10 reps of each`."""
_ENDS_WITH_AMOUNT = re.compile(
    r"\d\s?(?:s|secs?|seconds?|mins?|minutes?|reps?|times|x|m|km|kg|lbs?)?\.?(?:,?\s(?:each|per|a|on each)\s\w+)?\.?$",
    re.IGNORECASE,
)
"""Lines that each end with an amount are a list, however long they are."""
_LEADER = re.compile(r"[^.]\s?(?:\.{4,}|(?:\.\s){3,}|_{4,})\s?\S")
"""Dots that lead from a name to its amount make a row of it."""
_IN_STARS = re.compile(r"\*(?P<text>[^\s*](?:[^*]*[^\s*])?)\*\s*(?P<end>:?)")
"""A line in bold letters, as chats write it: `*Workout A*`."""
MOST_ROWS = 500
"""A table that is longer is read in parts."""
MOST_HEADING_WORDS = 8
LEVEL_OF_BOLD = 7
"""A line in bold letters alone stands below all headings with a number."""
LEAST_SMALL, SMALL, FULL = 4, 0.8, 0.75
LEAST_LONG = 40
"""A line shorter than this is hardly one that was broken because it was full."""


@dataclass(frozen=True)
class _Line:
    number: int
    text: str
    indent: int
    breaks: int


def blocks_of(texts: Iterable[str], first_line: int = 1) -> Iterator[Block]:
    """The blocks of a text's lines; `first_line` is the number of the first of them."""
    lines = list(_lines(texts, first_line))
    is_all_small = _is_all_small(lines)
    at = 0
    while at < len(lines):
        if count := table_lines([line.text for line in lines[at : at + MOST_ROWS]]):
            yield from _rows(lines[at : at + count])
            at += count
            continue
        end = at + 1 if is_all_small else _end_of_block(lines, at)
        yield _block(lines[at:end], is_underlined=_is_underlined(lines, end))
        at = end + _is_underlined(lines, end)


def _lines(texts: Iterable[str], first_line: int) -> Iterator[_Line]:
    breaks = 0
    for at, text in with_whole_rows(columns_apart(with_points(with_dashes(list(texts))))):
        number = first_line + at
        clean = text.replace("\u00a0", " ").replace("\ufeff", "").expandtabs(4) if "\t" not in text.strip() else text
        if not clean.strip():
            breaks += 1
        elif not SOURCE.match(clean):
            yield _Line(number, clean.rstrip(), len(clean) - len(clean.lstrip()), breaks)
            breaks = 0


def _is_all_small(lines: Sequence[_Line]) -> bool:
    """Whether somebody writes each line in small letters, so that these are no sign of one that was broken.

    Lines that were broken by a page's width are of about the same length.
    """
    texts = [line.text.strip() for line in lines if any(map(str.isalpha, line.text))]
    small = sum(next(filter(str.isalpha, one)).islower() for one in texts)
    longest = max((len(one) for one in texts), default=0)
    is_broken = sum(len(one) >= FULL * longest for one in texts[:-1]) > len(texts) // 2
    return len(texts) >= LEAST_SMALL and small >= SMALL * len(texts) and not is_broken


def _is_underlined(lines: list[_Line], at: int) -> bool:
    return at < len(lines) and bool(_UNDERLINE.fullmatch(lines[at].text)) and not lines[at].breaks


def _end_of_block(lines: list[_Line], at: int) -> int:
    """Where the block that begins at `at` ends: lines that were broken because they were full go on."""
    end = at + 1
    while end < len(lines) and _goes_on(lines[at], lines[end - 1], lines[end]):
        end += 1
    return end


def _goes_on(first: _Line, before: _Line, line: _Line) -> bool:
    text = line.text.strip()
    if (
        line.breaks
        or _EMOJI.match(text)
        or _STAMP.match(text)
        or MARKER.match(text)
        or _UNDERLINE.fullmatch(line.text)
        or "\t" in line.text
        or _ASKED.fullmatch(text)
    ):
        return False
    are_amounts = bool(_AMOUNT.match(text) and _AMOUNT.match(first.text.strip()))
    written = before.text.strip()
    are_counted = text[0].isdecimal() and bool(_OF_EACH_ONE.fullmatch(written.lower()))
    is_of_those_below = text[0].isupper() and bool(_OF_EACH_BELOW.search(written))
    if are_amounts or are_counted or is_of_those_below or _OF_EACH.search(written.lower()):
        return False
    if _is_joined(before, text):
        return True
    if any(form.search(written) and form.search(text) for form in (_AMOUNT, _LEADER, _ENDS_WITH_AMOUNT)):
        return False
    is_small = text[0].islower()
    if MARKER.match(first.text.strip()) and line.indent > first.indent and not _ENDS.search(written):
        return is_small
    is_full = len(_STAMP.sub("", written, count=1)) >= LEAST_LONG
    return is_full and is_small and not _ENDS.search(written)


_ASKED = re.compile(
    r"(?:how to (?:do|run|ride) (?:it|this)|how it works|what (?:is it|it is)|why it works)\W*", re.IGNORECASE
)
"""A title that is a question, in small letters too."""


def _is_joined(before: _Line, text: str) -> bool:
    """Whether words at the end of a line, or at the beginning of the next, join them."""
    written = before.text.strip()
    if len(written.split()) <= 2:  # noqa: PLR2004 - as in `Reps for:`
        return False
    if _LABELLED.match(text):
        return False
    is_lettered = written.endswith(" A") or bool(_INCHES.search(written))  # of `Workout A`, of `24/20 in`
    is_open = bool(_GOES_ON.search(written.lower())) and not is_lettered
    return is_open or (bool(_JOINS.match(text)) and not _ENDS.search(written))


def _block(lines: list[_Line], *, is_underlined: bool) -> Block:
    first = lines[0]
    text = re.sub(r"(?<=[a-z])-\n(?=[a-z]{3})", "", "\n".join(line.text.strip() for line in lines)).replace("\n", " ")
    block = Block(BlockKind.PARAGRAPH, text, first.number, breaks=first.breaks)
    if is_underlined:
        return replace(block, kind=BlockKind.HEADING, level=1)
    if (bold := _IN_STARS.fullmatch(text)) and len(text.split()) <= MOST_HEADING_WORDS:
        return replace(block, kind=BlockKind.HEADING, level=LEVEL_OF_BOLD, text=f"{bold['text']}{bold['end']}")
    if (match := MARKER.match(text)) and text[match.end() :]:
        return item(block, match["marker"], text[match.end() :], first.indent // 2)
    if is_shouted(text):
        return replace(block, kind=BlockKind.HEADING, level=3)
    return block


def item(block: Block, marker: str, text: str, level: int) -> Block:
    """The block as a list's item, without the mark and the box of a task."""
    bare = _TASK.sub("", text.strip(), count=1)
    counted = _STEP.sub(r"\1.", marker)
    return replace(block, kind=BlockKind.ITEM, text=bare.lstrip(":–—- ") or bare, marker=counted, level=level)


def is_shouted(text: str) -> bool:
    """Whether it is a short line in capitals, which more than letters are that stand for words: `KB RDL`."""
    letters = [char for char in text if char.isalpha()]
    is_word = len(letters) > 3 and not _VOWELS.isdisjoint(letters)  # noqa: PLR2004 - more than EMOM's
    return is_word and all(map(str.isupper, letters)) and len(text.split()) <= MOST_HEADING_WORDS


def _rows(lines: list[_Line]) -> Iterator[Block]:
    rows = list(rows_of([line.text for line in lines]))
    head = next((at for at, (is_head, _) in enumerate(rows) if is_head), 0)
    for at, (line, (is_head, cells)) in enumerate(zip(lines, rows, strict=True)):
        if any(cells) and at < head:
            yield Block(BlockKind.PARAGRAPH, " ".join(filter(None, cells)), line.number, breaks=line.breaks)
        elif any(cells):
            kind = BlockKind.ROW_HEAD if is_head else BlockKind.ROW
            yield Block(kind, " | ".join(cells), line.number, cells=cells, breaks=line.breaks)
