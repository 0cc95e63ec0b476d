"""Markdown: as plain text."""

from __future__ import annotations

from voicecoach.authoring.document import Block, BlockKind, Document


def read_markdown(text: str) -> Document:
    """The lines of a text as paragraphs."""
    lines = enumerate(text.split("\n"), start=1)
    return Document(tuple(Block(BlockKind.PARAGRAPH, line.strip(), at) for at, line in lines if line.strip()))
