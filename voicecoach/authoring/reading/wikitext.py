"""A wiki's text as blocks: its headings, lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from voicecoach.authoring.document import Block, BlockKind, Document
from voicecoach.authoring.reading.columns import is_head
from voicecoach.authoring.reading.text_blocks import blocks_of

_HEADING = re.compile(r"(?P<marks>={2,5})\s*(?P<title>[^=\s][^=]*?)\s*(?P=marks)")
_LOOKS = re.compile(rf"^(?:{_HEADING.pattern}\s*|\{{\|.*)$", re.MULTILINE)
_MARKS = re.compile(r"'{2,5}|<(?:br|/?(?:nowiki|small|ref|u|b|i))\b[^>]{0,200}>|\{\{[^{}]{0,200}\}\}")
_LINK = re.compile(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
_ATTRIBUTES = re.compile(r"^\s*(?:(?:style|class|scope|align|width|rowspan|colspan)\s*=\s*\"?[^|\"]*\"?\s*)+\|(?!\|)")


def reads_as_wikitext(text: str) -> bool:
    """Whether it has a wiki's headings or tables."""
    return _LOOKS.search(text) is not None


def read_wikitext(text: str) -> Document:
    """The blocks of a wiki's page."""
    return Document(tuple(_blocks(text.splitlines())))


def _blocks(lines: list[str]) -> Iterator[Block]:
    plain, first, rows = list[str](), 1, list[tuple[int, list[str]]]()
    is_table = False
    for number, line in enumerate([*lines, ""], 1):
        bare = line.strip()
        heading = _HEADING.fullmatch(bare)
        if not is_table and (heading or bare.startswith("{|") or number > len(lines)):
            yield from blocks_of(plain, first)
            plain, first = [], number + 1
        if heading:
            yield Block(BlockKind.HEADING, _plain(heading["title"]), number, len(heading["marks"]))
        elif bare.startswith("{|"):
            is_table, rows = True, []
        elif is_table and bare.startswith("|}"):
            yield from _table(rows)
            is_table, first = False, number + 1
        elif is_table:
            _take_row(rows, bare, number)
        else:
            plain.append(_plain(line))


def _take_row(rows: list[tuple[int, list[str]]], line: str, number: int) -> None:
    """Put the cells of a table's line into the last row, or into a new one."""
    if line.startswith(("|-", "|+")) or not rows:
        rows.append((number, []))
    if line[:1] in {"|", "!"} and line[1:2] not in {"-", "+"}:
        cells = re.split(r"\|\||!!" if line[0] == "!" else r"\|\|", line[1:])
        rows[-1][1].extend(_plain(_ATTRIBUTES.sub("", one)).strip() for one in cells)


def _table(rows: list[tuple[int, list[str]]]) -> Iterator[Block]:
    for number, cells in rows:
        if any(cells):
            kind = BlockKind.ROW_HEAD if is_head(tuple(cells)) else BlockKind.ROW
            yield Block(kind, " | ".join(cells), number, cells=tuple(cells))


def _plain(text: str) -> str:
    """The text without its marks; a numbered item as others number it."""
    return re.sub(r"^#+\s*(?=\w)", "1. ", _LINK.sub(r"\1", _MARKS.sub("", text)))
