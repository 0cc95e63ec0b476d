"""Definition files that are in order: those of the library, of the documentation, and of every kind of section."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from voicecoach.definitions.files import LIBRARY

ROOT = Path(__file__).parents[2]


@cache
def library() -> dict[str, str]:
    """The texts of the built-in sessions and exercises, by their paths within the library."""
    files = [file for kind in ("sessions", "exercises") for file in sorted((LIBRARY / kind).glob("*.yaml"))]
    return {f"{file.parent.name}/{file.name}": file.read_text(encoding="utf-8") for file in files}


@cache
def documented() -> dict[str, str]:
    """The sessions and exercises of the documentation, by where they stand."""
    found = {}
    for path in (ROOT / "README.md", ROOT / "docs" / "sessions.md"):
        text = path.read_text(encoding="utf-8")
        for block in re.finditer(r"```yaml\n(.*?)```", text, re.DOTALL):
            if re.search(r"^(?:sections|from):", block[1], re.MULTILINE):
                found[f"{path.name}:{text.count(chr(10), 0, block.start()) + 2}"] = block[1]
    return found


@cache
def cases() -> dict[str, str]:
    """The sessions that the tests of planning are made of, by the names of their files."""
    files = sorted((ROOT / "tests" / "plan" / "cases").glob("*.yaml"))
    texts = {file.name: file.read_text(encoding="utf-8").rpartition("---\n")[2] for file in files}
    return {name: text for name, text in texts.items() if re.search(r"^sections:", text, re.MULTILINE)}


def every_sample() -> dict[str, str]:
    """All of them."""
    return {**library(), **documented(), **cases()}
