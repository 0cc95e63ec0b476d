"""Markdown as blocks, read by markdown-it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from voicecoach.authoring.document import Block, BlockKind, Document
from voicecoach.authoring.formats.front_matter import front_matter
from voicecoach.authoring.reading.broken_rows import rows_apart
from voicecoach.authoring.reading.columns import HEADS, is_head
from voicecoach.authoring.reading.listed_cells import is_of_lists, listed
from voicecoach.authoring.reading.text_blocks import LEVEL_OF_BOLD, blocks_of, item

if TYPE_CHECKING:
    from markdown_it.token import Token

_DATA = re.compile(r"(?:[\w-]+:.*\n?|\s*\n)+")
"""What stands in a fence for a plugin of the note: `type: tree`."""
_TAG = re.compile(r"\s#[a-z][\w/-]*(?=\s|$)", re.IGNORECASE)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_LISTED = re.compile(r"\s*<li\b[^<>]*>\s*", re.IGNORECASE)
_HTML = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_LINKED = re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]")
"""A link whose address isn't in the text."""
_TASK = re.compile(r"^\[[ xX/~-]\]\s+")
_RUN_ON, _APART = re.compile(r"^(#{1,6})([^\W\d_][^#\n]{2,80})$", re.MULTILINE), re.compile(r"^#{1,6} ", re.MULTILINE)
_SURE = re.compile(r"^(#{2,6})(?=\w|\*\*)", re.MULTILINE)
"""Several signs, which begin nothing else."""
_TAB = re.compile(r'^ *===[!+]? "([^"\n]+)" *$', re.MULTILINE)
LEAST_HEADS = 2


def read_markdown(text: str) -> Document:
    """The blocks of a Markdown text; its title is the one of its front matter, if it has one."""
    from markdown_it import MarkdownIt

    front = front_matter(text)
    if front:
        text = front.before + "\n" * front.own.count("\n") + front.behind
    parser = MarkdownIt("commonmark", {"html": False}).enable("table").disable(["code", "html_block", "lheading"])
    plain = _plain_lists(_with_heads_apart(text))
    return Document(tuple(_Blocks(parser.parse(plain)).read()), front.title if front else None)


def _with_heads_apart(text: str) -> str:
    """With a space behind the signs of headings; behind a single one where a text has none anywhere: `#Warm-up`."""
    text = _SURE.sub(r"\1 ", text)
    heads = _RUN_ON.findall(text)
    is_old = len(heads) >= LEAST_HEADS and not _APART.search(text)
    return _RUN_ON.sub(r"\1 \2", text) if is_old else text


def _plain_lists(text: str) -> str:
    """With the bullets that people type as those of Markdown, and the titles of tabs as headings: `=== "Day 1"`."""
    text = _TAB.sub(r"###### \1", text) if '=== "' in text else text
    return re.sub(r"^(\s*)[•·◦▪‣●○](?=\s)", r"\1-", text, flags=re.MULTILINE)


@dataclass(frozen=True)
class _Cells:
    """A row as it was written, and whether it is above the line of its table."""

    cells: tuple[str, ...]
    line: int
    is_head: bool


def _row(row: _Cells) -> Iterator[Block]:
    if any(row.cells):
        is_named = is_head(row.cells) or (row.is_head and _names_one(row.cells))
        kind = BlockKind.ROW_HEAD if is_named else BlockKind.ROW
        for cells in rows_apart(row.cells):
            yield Block(kind, " | ".join(cells), row.line, cells=cells)


class _Blocks:
    """The blocks of a parsed text."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.depth = 0
        self.markers: list[str] = []
        self.heading = 0
        self.cells: list[str] | None = None
        self.rows: list[_Cells] = []
        self.is_head = False
        self.last_line = 0

    def read(self) -> Iterator[Block]:
        """All of them in order."""
        for token in self.tokens:
            if token.type in {"thead_open", "thead_close"}:
                self.is_head = token.type == "thead_open"
            yield from self._read(token)

    def _read(self, token: Token) -> Iterator[Block]:
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                self.depth += 1
            case "bullet_list_close" | "ordered_list_close":
                self.depth -= 1
            case "list_item_open":
                self.markers.append(f"{token.info}{token.markup}")
            case "heading_open" | "heading_close":
                self.heading = int(token.tag[1:]) if token.nesting > 0 else 0
            case "tr_open":
                self.cells = []
            case "tr_close" | "table_close":
                yield from self._end(token.type)
            case "fence" if not (token.info and _DATA.fullmatch(token.content)):
                yield from blocks_of(token.content.splitlines(), (token.map or [0])[0] + 2)
            case "inline":
                yield from self._inline(token)
            case _:
                pass

    def _end(self, of: str) -> Iterator[Block]:
        if of == "table_close":
            yield from self._table()
        else:
            self.rows.append(_Cells(tuple(self.cells or ()), self.last_line, is_head=self.is_head))
            self.cells = None

    def _table(self) -> Iterator[Block]:
        """The rows of a table; those of one with lists in its cells as headings with their items."""
        rows, self.rows = self.rows, []
        is_listed = is_of_lists([one.cells for one in rows])
        for row in rows:
            if not is_listed:
                yield from _row(row)
            elif not row.is_head:
                yield from listed(row.cells, row.line)

    def _inline(self, token: Token) -> Iterator[Block]:
        line = (token.map or [self.last_line])[0] + 1
        breaks = 1 if line > self.last_line + 1 else 0
        self.last_line = line
        if self.cells is not None:
            self.cells.append(_plain(token))
            return
        if self.heading:
            yield Block(BlockKind.HEADING, _plain(token).strip(), line, self.heading, breaks=breaks)
            return
        is_bold = _is_bold(token)
        for block in blocks_of(_plain(token).splitlines(), line):
            found = replace(block, breaks=breaks if block.line == line else 0)
            if self.markers and self.depth:
                found = item(found, self.markers.pop(), _TASK.sub("", _unmarked(found)), self.depth - 1)
            elif is_bold:
                found = replace(found, kind=BlockKind.HEADING, level=LEVEL_OF_BOLD)
            yield found


def _names_one(cells: tuple[str, ...]) -> bool:
    """Whether a table's first row names a column that is known, or as programs do, and has no amounts."""
    are_of_a_program = sum(bool(_OF_A_PROGRAM.fullmatch(one.strip())) for one in cells) >= LEAST_HEADS
    return (are_of_a_program or any(map(HEADS.fullmatch, cells))) and not re.search(r"\d", "".join(cells))


_OF_A_PROGRAM = re.compile(r"[A-Za-z]+(?:_[A-Za-z]+)+|[a-z]+(?:[A-Z][a-z]+)+")
"""A column's head as a program writes it: `rest_seconds`, `repRange`."""


def _unmarked(block: Block) -> str:
    return f"{block.marker} {block.text}" if block.marker and not _TASK.match(f"{block.marker} ") else block.text


def _is_bold(token: Token) -> bool:
    """Whether all of it is in bold letters, but for what stands in brackets behind."""
    children = [one for one in token.children or [] if one.content or one.type in {"strong_open", "softbreak"}]
    if not children or children[0].type != "strong_open" or any(one.type == "softbreak" for one in children):
        return False
    last = max((at for at, one in enumerate(children) if one.markup == "**"), default=0)
    after = "".join(one.content for one in children[last + 2 :] if one.type == "text").strip()
    return bool(re.fullmatch(r":?(?:\s*\([^)]*\))?:?", after))


def _plain(token: Token) -> str:
    """The text without its marks, tags and pictures."""
    pieces = []
    for one in token.children or []:
        if one.type in {"softbreak", "hardbreak"}:
            pieces.append("\n")
        elif one.type in {"text", "code_inline"}:
            pieces.append(one.content)
    text = _HTML.sub("", _LISTED.sub("\n- ", _BREAK.sub("\n", "".join(pieces))))
    return _TAG.sub("", _LINKED.sub(r"\1", text))
