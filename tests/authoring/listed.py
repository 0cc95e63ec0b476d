"""What an import found in a text, in short."""

from __future__ import annotations

from typing import Any

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported


def exercises_in(text: str) -> list[dict[str, Any]]:
    """The exercises of all sections, in order, as `import --json` has them; `#` begins a Markdown text."""
    return [one for section in sections_in(text) for one in section["exercises"]]


def sections_in(text: str) -> list[dict[str, Any]]:
    """The sections, in order, likewise."""
    found = as_json(imported(text.encode(), "a.md" if text.startswith("#") else "a.txt").written)
    sections: list[dict[str, Any]] = found["sections"]
    return sections
