"""Plain text: as Markdown where it has its marks, as a script where it is one in JSON, else line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from voicecoach.authoring.document import MOST_CHARACTERS, MOST_LINES, Block, BlockKind, Document, only_first
from voicecoach.authoring.reading.captions import are_captions, without_frames
from voicecoach.authoring.reading.clauses import with_clauses_joined
from voicecoach.authoring.reading.double_spaced import with_spaces_closed
from voicecoach.authoring.reading.note_marks import without_note_marks
from voicecoach.authoring.reading.numbered import with_numbers_joined
from voicecoach.authoring.reading.text_blocks import SOURCE, blocks_of

_MARKDOWN = re.compile(
    r"\A---\n[\w-]+:|^#{1,6} \S|^#{2,6}\w|^\s*\|?[ :]*-{3,}[ :]*\|[ |:-]*$|^\s*[-*+] \[[ xX/-]\] |\*\*\S[^*\n]*\*\*"
    r"|^\s*(?:[-*+]|\d+\.) .*\]\(http",
    re.MULTILINE,
)
LEAST_ROWS, LEAST_CELLS = 3, 3
_QUOTED = re.compile(r'(?:^|,)"[^"]*,?[^"]*"(?:,|$)')


def read_text(text: str) -> Document:
    """The blocks of a plain text. One with Markdown's marks is read as that, of JSON or captions what is said in them.

    What comes behind `MOST_CHARACTERS` or `MOST_LINES` is left out, with a note.
    """
    cut, notes = begin_of(text)
    return replace(_read(cut), notes=notes)


def begin_of(text: str) -> tuple[str, tuple[str, ...]]:
    """As much of a text as is read, and the note on what is left out, if anything is."""
    cut = "\n".join(text[:MOST_CHARACTERS].split("\n", MOST_LINES)[:MOST_LINES])
    return cut, (only_first(cut.count("\n") + 1),) if len(cut) < len(text) else ()


def _read(text: str) -> Document:
    if (sentences := _sentences_of_json(text)) is not None:
        return Document(tuple(Block(BlockKind.PARAGRAPH, one, line) for line, one in sentences))
    if are_captions(text):
        return Document(tuple(blocks_of(without_frames(text).splitlines())), is_spoken=True)
    if rows := list(_rows_of_csv(text)):
        return Document(tuple(rows))
    lines = with_numbers_joined(without_note_marks(text).split("\n"))
    text = "\n".join(with_clauses_joined(with_spaces_closed(lines)))
    if _MARKDOWN.search(text):
        from voicecoach.authoring.reading.markdown import read_markdown

        return read_markdown(text)
    return Document(tuple(blocks_of(text.splitlines())))


def _rows_of_csv(text: str) -> Iterator[Block]:
    """The rows of a table whose cells are parted by commas, some in quotes, below heads that nobody knows."""
    lines = [(at, line) for at, line in enumerate(text.splitlines(), 1) if line.strip() and not SOURCE.match(line)]
    if len(lines) < LEAST_ROWS or not any(_QUOTED.search(line) for _, line in lines):
        return
    import csv

    cells = [tuple(one.strip() for one in next(csv.reader([line]), [])) for _, line in lines]
    if len(cells[0]) < LEAST_CELLS or {len(one) for one in cells} != {len(cells[0])}:
        return
    for (at, _), row in zip(lines[1:], cells[1:], strict=True):
        yield Block(BlockKind.ROW, " | ".join(row), at, cells=row)


def _sentences_of_json(text: str) -> list[tuple[int, str]] | None:
    """The texts in a JSON list of a script, each with its line; `None` if it is none."""
    import json

    start = re.search(r"^\s*[{\[]", text, re.MULTILINE)
    if start is None:
        return None
    try:
        tree = json.loads(text[start.start() :])
    except (ValueError, RecursionError):
        return None
    found = list(_listed(tree))
    lines = text.splitlines()
    at = 0
    numbered = []
    for one in found:
        at = next((number for number, line in enumerate(lines[at:], at) if one[:30] in line), at)
        numbered.append((at + 1, one))
    return numbered or None


def _listed(tree: object) -> Iterator[str]:
    """The texts that stand in lists, in order."""
    if isinstance(tree, dict):
        for value in tree.values():
            if not isinstance(value, str):
                yield from _listed(value)
    elif isinstance(tree, list):
        for value in tree:
            if isinstance(value, str):
                yield value
            else:
                yield from _listed(value)
