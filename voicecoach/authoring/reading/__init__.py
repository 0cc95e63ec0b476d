"""From a file to its blocks."""

from __future__ import annotations

from voicecoach.authoring.document import Document
from voicecoach.authoring.written import Written


def read_document(data: bytes, name: str) -> Document | Written:
    """The blocks of a plain text or of Markdown."""
    from voicecoach.authoring.reading.markdown import read_markdown
    from voicecoach.authoring.reading.text import read_text

    text = data.decode("utf-8-sig", errors="replace")
    return read_markdown(text) if name.lower().endswith((".md", ".markdown")) else read_text(text)
