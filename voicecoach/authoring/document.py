"""A written text as blocks, whatever container it came in: what the rules of the import read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

MOST_CHARACTERS, MOST_LINES = 60_000, 1500
"""So much of a text is read: a session is shorter."""


class BlockKind(StrEnum):
    """What a block is on its page."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    ROW = "row"  # of a table
    ROW_HEAD = "row-head"  # the row that names a table's columns


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, an item of a list or a row of a table.

    `line` is where it begins in the source, counted from one (the paragraph's number in a DOCX, the line of the page's
    text in HTML and PDF). `level` is a heading's rank, 1 being the highest, or how deep an item is nested, 0 being not
    at all. `marker` is what an item was marked with: `1.`, `A1`, `-`. `cells` are a row's. `breaks` is how many empty
    lines stood before it.
    """

    kind: BlockKind
    text: str
    line: int
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()
    breaks: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """The blocks of a text in order, and its title where the container knows one (a page's, a file's properties).

    `notes` are sentences on how the file was read, for whoever imports it; `is_spoken` says that the format holds what
    somebody says.
    """

    blocks: tuple[Block, ...]
    title: str | None = None
    notes: tuple[str, ...] = ()
    is_spoken: bool = False


def only_first(lines: int) -> str:
    """The note on a text of which no more than its first lines were read."""
    return f"Only the first {lines:,} lines were read: a session is shorter."
