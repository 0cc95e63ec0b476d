"""What an import found in a text, in short."""

from __future__ import annotations

from typing import Any

from voicecoach.authoring.as_json import as_json
from voicecoach.authoring.importing import imported


def exercises_in(text: str) -> list[dict[str, Any]]:
    """The exercises of all sections, in order, as `import --json` has them; `#` begins a Markdown text."""
    found = as_json(imported(text.encode(), "a.md" if text.startswith("#") else "a.txt").written)
    return [one for section in found["sections"] for one in section["exercises"]]
