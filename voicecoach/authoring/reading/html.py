"""Saved web pages: the blocks of what somebody wrote on one, without what the site puts around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from justhtml import JustHTML
from justhtml.dom import Node

from voicecoach.authoring.document import Block, BlockKind, Document
from voicecoach.authoring.reading.broken_rows import rows_apart
from voicecoach.authoring.reading.main_content import MAX_DEPTH, beside, main_part
from voicecoach.authoring.reading.merged_cells import Cell, span_of, unmerged

_UNSEEN = re.compile(r"<!--.*?(?:-->|\Z)|<(script|style|svg|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_HEADINGS = {f"h{rank}": rank for rank in range(1, 7)}
_LISTS = frozenset({"ul", "ol"})
_IN_LINE = frozenset(
    re.findall(
        r"\S+",
        "#text a abbr b bdi bdo button cite code data del dfn em font i img ins kbd label mark q s samp small span "
        "strike strong sub sup time tt u var wbr",
    )
)
"""What goes on within a line; everything else stands in a block of its own."""
_SPACES = re.compile(r"[\s\u00a0\u200b]+")


def read_html(text: str) -> Document:
    """The blocks of a page's main content. A block's `line` is the line of the page's text that it begins."""
    page = JustHTML(_UNSEEN.sub(" ", text), sanitize=False).root
    without = beside(page)
    blocks = numbered(_Reading(without).blocks(main_part(page, without)))
    return Document(blocks, _title(page, blocks, without))


def read_fragment(text: str) -> Document:
    """The blocks of HTML that is content and nothing else. A block's `line` is the how-manieth it is."""
    found = numbered(_Reading(set()).blocks(JustHTML(text, sanitize=False, fragment=True).root))
    return Document(tuple(replace(block, line=at) for at, block in enumerate(found, start=1)))


def numbered(blocks: Iterator[Block]) -> tuple[Block, ...]:
    """The blocks with the lines that they would have in a text, with an empty line where `breaks` asks for one."""
    found: list[Block] = []
    line = 0
    for block in blocks:
        breaks = block.breaks if found and not (found[-1].kind is block.kind and block.cells) else 0
        line += breaks + 1
        found.append(replace(block, line=line, breaks=breaks))
    return tuple(found)


@dataclass
class _Reading:
    """Reads the blocks of a tree in order. `words` are the text of the block that is open, an item's has a `marker`.

    `depth` is how deep in lists that is, `is_broken` says that it follows in the next line.
    """

    beside: set[int]
    marker: str = ""
    depth: int = 0
    words: list[str] = field(default_factory=list)
    is_broken: bool = False

    def blocks(self, node: Node, nesting: int = 0) -> Iterator[Block]:
        """The blocks within a node that isn't one itself."""
        for child in node.children or ():
            if nesting < MAX_DEPTH and id(child) not in self.beside:
                yield from self._block(child, nesting)
        yield from self._closed()

    def _block(self, node: Node, nesting: int) -> Iterator[Block]:
        if node.name in _IN_LINE and not self._has_blocks(node):
            self.words.append(self.text(node))
            return
        if node.name == "br":
            is_empty = not "".join(self.words).strip()
            yield from self._closed()
            self.is_broken = not is_empty
            return
        if node.name not in _IN_LINE:
            yield from self._closed()
        yield from self._own_block(node, nesting)

    def _own_block(self, node: Node, nesting: int) -> Iterator[Block]:
        if node.name in _HEADINGS:
            yield from _filled(Block(BlockKind.HEADING, _spaced(self.text(node)), 0, _HEADINGS[node.name], breaks=1))
        elif node.name in _LISTS:
            yield from self._list(node, nesting)
        elif node.name == "table":
            yield from self._table(node, nesting)
        elif node.name == "pre":
            for line in self.text(node).split("\n"):
                yield from _filled(Block(BlockKind.PARAGRAPH, line.strip(), 0))
        else:
            yield from self.blocks(node, nesting + 1)

    def _list(self, node: Node, nesting: int) -> Iterator[Block]:
        number = _start(node)
        for child in node.children or ():
            if id(child) in self.beside:
                continue
            if child.name != "li":
                yield from self._block(child, nesting + 1)
                continue
            marker = f"{number}." if node.name == "ol" else "-"
            yield from _Reading(self.beside, marker, self.depth + 1).blocks(child, nesting + 1)
            number += 1

    def _table(self, node: Node, nesting: int) -> Iterator[Block]:
        """The rows of a table; one of a single column is only there to place what is in it."""
        rows = list(_rows(node, nesting))
        if all(len(cells) <= 1 for cells in rows):
            for cell in (cell for cells in rows for cell in cells):
                yield from self.blocks(cell, nesting + 1)
            return
        is_first = True
        shown = unmerged([[self._cell(one) for one in cells] for cells in rows])
        for cells, texts in zip(rows, shown, strict=True):
            is_head = is_first and (all(one.name == "th" for one in cells) or _reads_as_head(texts))
            is_first = is_first and not any(texts)
            kind = BlockKind.ROW_HEAD if is_head else BlockKind.ROW
            for row in rows_apart(texts):
                yield from _filled(Block(kind, " | ".join(row).strip(" |"), 0, cells=row, breaks=1))

    def _cell(self, node: Node) -> Cell:
        written = node.attrs or {}
        return Cell(_in_lines(self.text(node)), span_of(written.get("rowspan")), span_of(written.get("colspan")))

    def _closed(self) -> Iterator[Block]:
        """The block that was open, if it has any words."""
        text = _spaced("".join(self.words))
        self.words.clear()
        if not text:
            return
        if self.marker:
            yield Block(BlockKind.ITEM, text, 0, self.depth - 1, self.marker)
            self.marker = ""
        else:
            breaks = 0 if self.is_broken or self.depth else 1
            yield Block(BlockKind.PARAGRAPH, text, 0, self.depth, breaks=breaks)
        self.is_broken = False

    def _has_blocks(self, node: Node) -> bool:
        """Whether something that stands for itself is within what goes on in a line."""
        open_nodes = [(node, 0)]
        while open_nodes:
            one, depth = open_nodes.pop()
            if one.name not in _IN_LINE:
                return True
            if depth < MAX_DEPTH:
                inner = (child for child in one.children or () if id(child) not in self.beside)
                open_nodes.extend((child, depth + 1) for child in inner)
        return False

    def text(self, node: Node) -> str:
        """All text within a node, blocks and line breaks within it parted."""
        words: list[str] = []
        open_nodes: list[tuple[Node | str, int]] = [(node, 0)]
        while open_nodes:
            one, depth = open_nodes.pop()
            if isinstance(one, str):
                words.append(one)
            elif one.name == "#text":
                words.append(str(one.data or ""))
            elif id(one) not in self.beside and depth < MAX_DEPTH:
                parting = [] if one.name in _IN_LINE else ["\n"]
                inner = [*parting, *(one.children or ()), *parting]
                open_nodes.extend((child, depth + 1) for child in reversed(inner))
        return "".join(words)


def _rows(node: Node, nesting: int) -> Iterator[list[Node]]:
    """The cells of a table's rows, not of tables within it."""
    for child in node.children or ():
        if child.name == "tr":
            yield [one for one in child.children or () if one.name in {"td", "th"}]
        elif child.name in {"thead", "tbody", "tfoot"} and nesting < MAX_DEPTH:
            yield from _rows(child, nesting + 1)


def _reads_as_head(texts: tuple[str, ...]) -> bool:
    """Whether a first row names the columns: no cell is empty, and none has a number."""
    return bool(texts) and all(texts) and not any(re.search(r"\d", text) for text in texts)


def _in_lines(text: str) -> str:
    """The text with single spaces, and with its lines."""
    return "\n".join(filter(None, map(_spaced, text.split("\n"))))


def _spaced(text: str) -> str:
    return _SPACES.sub(" ", text).strip()


def _filled(block: Block) -> Iterator[Block]:
    if block.text:
        yield block


def _start(node: Node) -> int:
    """The number of a list's first item."""
    written = str((node.attrs or {}).get("start") or "")
    return int(written) if re.fullmatch(r"[0-9]{1,4}", written) else 1


def _title(page: Node, blocks: tuple[Block, ...], without: set[int]) -> str | None:
    """The only heading of the highest rank, else what the browser shows, without the site's name."""
    highest = [block.text for block in blocks if block.kind is BlockKind.HEADING and block.level == 1]
    if len(highest) == 1:
        return highest[0]
    found = page.query_one("title")
    if not isinstance(found, Node):
        return next(iter(highest), None)
    title = _spaced(_Reading(without - {id(found)}).text(found))
    return re.split(r"\s+[|–—·»]\s+|\s+-\s+", title)[0] or None
