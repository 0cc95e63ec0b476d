"""Plain text: a block a line."""

from __future__ import annotations

from voicecoach.authoring.document import Block, BlockKind, Document


def read_text(text: str) -> Document:
    """The lines of a text as paragraphs."""
    lines = enumerate(text.split("\n"), start=1)
    return Document(tuple(Block(BlockKind.PARAGRAPH, line.strip(), at) for at, line in lines if line.strip()))
