"""Lists at the beginning whose items are the titles of what comes below, which nobody does twice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice, takewhile

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import without_brackets
from voicecoach.authoring.rules.grids.tables import column_of
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case

LEAST_CONTENTS, MOST_LISTED = 3, 40
BEGIN = in_any_case(
    r"(?P<day>mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?\b"
    r"|(?:day|session|workout|part|block|circuit|phase|week|round|set)\s*(?:\d{1,2}|[a-h])\b",
)
_FREE = in_any_case(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\W+(?:rest|off|free|recovery)\b")
"""A day on which nothing is done, which no title below needs to have."""
_DATED = in_any_case(r"(?:(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*|(?:week|day|wk) ?\d{1,2})\W*(?:and\b\W*)?)+")
_APART = in_any_case(r"\([^()]*\)|[:–—-]+\s.*|[.*_]")
_PIECES = in_any_case(r"\s*(?:[,;+/|→]|\bthen\b|\band\b)\s*")
_LETTER = in_any_case(r"(?:workout|session|day|routine) (?=[a-h]\b)")
MOST_WORDS_OF_A_CALL = 3


def without_contents(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without lists of the titles of what comes below, and what stood in these lists."""
    blocks, rows = _without_days(blocks)
    titles = [(at, _LETTER.sub("", one.text).casefold()) for at, one in enumerate(blocks) if _is_title(one)]
    dated = [at for at, one in enumerate(blocks) if _is_dated(one, at, titles)]
    out = {*dated, *(at + step for at in dated for step in (-1, 1) if _is_free(blocks[at + step : at + step + 1]))}
    kept, told = _without_listed([one for at, one in enumerate(blocks) if at not in out])
    return kept, [*rows, *(blocks[at].text for at in sorted(out)), *told]


def _without_days(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without tables that name what is done on days that have titles below, and what stood in these.

    A row that says how much stays, unless that is said below its day's title.
    """
    kept, told, at = list[Block](), list[str](), 0
    days = {_label(one): _is_counted_below(blocks, at) for at, one in enumerate(blocks) if _is_day(one)}
    while at < len(blocks):
        head = blocks[at]
        is_of_days = head.kind is BlockKind.ROW_HEAD and column_of(head.cells[0]) == "day"
        rows = (
            list(takewhile(lambda one: one.kind is BlockKind.ROW, islice(blocks, at + 1, None))) if is_of_days else []
        )
        called = [days.get(_label(replace(one, text=one.cells[0]))) for one in rows] if len(days) > 1 else []
        if not any(one is not None for one in called):
            called = [_is_titled_below(blocks, at, one) for one in rows]
        is_out = sum(one is not None for one in called) > 1 and not any(_SETS.search(one.text) for one in rows)
        left = [row for row, one in zip(rows, called, strict=True) if not (is_out and (one or not _is_counted(row)))]
        told += [one.text for one in rows if one not in left]
        kept += [head, *left] if left or not rows else []
        at += 1 + len(rows)
    return kept, told


def _is_titled_below(blocks: Sequence[Block], at: int, row: Block) -> bool | None:
    """Whether something is counted below the title that a day of a table has, `None` where no title begins as it."""
    name = row.cells[1].strip("*_ ").casefold() if len(row.cells) > 1 else ""
    if len(name) < LEAST_CHARACTERS or any(map(str.isdecimal, name)):
        return None
    for place, one in enumerate(blocks):
        if place > at and one.kind is BlockKind.HEADING and one.text.strip("*_ ").casefold().startswith(name):
            return True
    return None


LEAST_CHARACTERS = 4
_SETS = in_any_case(r"\d\s*[x×]\s*\d")


def _is_day(block: Block) -> bool:
    return block.kind is BlockKind.HEADING and bool(BEGIN.match(block.text.strip("*_ ")))


def _is_counted(block: Block) -> bool:
    return any(map(str.isdecimal, " ".join(block.cells[1:]) or block.text))


def _is_counted_below(blocks: Sequence[Block], at: int) -> bool:
    """Whether there is a number below a title, before the next."""
    return any(map(_is_counted, takewhile(lambda one: one.kind is not BlockKind.HEADING, islice(blocks, at + 1, None))))


def _is_title(block: Block) -> bool:
    return block.kind is BlockKind.HEADING or (block.kind is BlockKind.PARAGRAPH and bool(BEGIN.match(block.text)))


def _is_free(blocks: Sequence[Block]) -> bool:
    return any(_FREE.match(one.text.strip("*_ ")) for one in blocks)


def _is_dated(block: Block, at: int, titles: Sequence[tuple[int, str]]) -> bool:
    """Whether a line only calls, behind a day, what has a title below: `Monday: Workout A (legs)`.

    `at` is its place, and `titles` are those of the text, each with its own.
    """
    day = _DATED.match(block.text.strip("*_ ")) if block.kind is not BlockKind.HEADING else None
    if day is None:
        return False
    called = _PIECES.split(_APART.sub("", block.text.strip("*_ ")[day.end() :]).strip())
    below = [title for place, title in titles if place > at]
    return bool(below) and all(_is_called(_LETTER.sub("", one.strip()).casefold(), below) for one in called)


def _is_called(name: str, titles: Sequence[str]) -> bool:
    """Whether a title begins with a name of few words."""
    is_name = 0 < len(name.split()) <= MOST_WORDS_OF_A_CALL
    return is_name and any(one.startswith(name) and not one[len(name) : len(name) + 1].isalnum() for one in titles)


def _without_listed(blocks: Sequence[Block]) -> tuple[list[Block], list[str]]:
    """The blocks without lists whose items are the titles of what comes below, and what stood in these lists."""
    kept, told, at = list[Block](), list[str](), 0
    while at < len(blocks):
        items = list(takewhile(lambda one: one.kind is BlockKind.ITEM, islice(blocks, at, at + MOST_LISTED)))
        if len(items) >= LEAST_CONTENTS and _are_contents(items, blocks[at + len(items) :]):
            told += [one.text for one in items]
            if _is_headed_alone(kept, blocks[at + len(items) :]):
                kept.pop()
        else:
            kept += items or blocks[at : at + 1]
        at += max(len(items), 1)
    return kept, told


def _is_headed_alone(above: Sequence[Block], below: Sequence[Block]) -> bool:
    """Whether the heading right above is that of the list alone: there are others of its rank before and behind it."""
    head = above[-1] if above and above[-1].kind is BlockKind.HEADING else None
    if head is None:
        return False
    return all(
        any(one.kind is BlockKind.HEADING and one.level <= head.level for one in blocks)
        for blocks in (above[:-1], below)
    )


def _are_contents(items: Sequence[Block], below: Sequence[Block]) -> bool:
    """Whether most items of a list begin as titles below it do, or are free days."""
    titles = {_label(one) for one in below if one.kind in {BlockKind.HEADING, BlockKind.PARAGRAPH}} - {""}
    named = sum(_label(one) in titles for one in items)
    free = sum(_label(one) not in titles and bool(_FREE.match(one.text.strip("*_ "))) for one in items)
    return named > 1 and 3 * (named + free) >= 2 * len(items)


def _label(block: Block) -> str:
    """What a title, or an item of a list of titles, begins with: a day, a word with a number; else the part's name."""
    text = _NUMBER.sub("", block.text.strip("*_ "))
    found = BEGIN.match(text)
    return found[0].lower()[:3] if found and found["day"] else found[0].lower() if found else _part(text)


def _part(text: str) -> str:
    """The name of a part of the session, without how long it is: `10 minutes of core`, `Warm-up (5 min)`."""
    name = " ".join(bare_words(_LENGTH.sub(" ", without_brackets(text))))
    is_none = not any(map(str.isalpha, name)) or (has_movement(name) and not _STRETCHED.fullmatch(name))
    return "" if is_none else name


_STRETCHED = in_any_case(r"(?:final |cool down )?stretch(?:es|ing)?")
_NUMBER = in_any_case(r"^(?:part |block )?\d{1,2}[.):]\s+")
_LENGTH = in_any_case(
    r"(?:~|about |approx\.? )?\d+(?:\s?(?:-|–|to)\s?\d+)?[ -]?(?:min(?:ute)?s?|m|sec(?:ond)?s?|s)\b(?: of\b)?"
)
