"""The page's script: its modules as one, since a page on a disk may load none from beside it."""

from __future__ import annotations

import re
from pathlib import Path

from voicecoach.programme.rendering import TEMPLATES

MAIN = TEMPLATES / "page" / "page.js"

_IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "(\.[\w./-]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export \{ ([\w, ]+) \};\n", re.MULTILINE)
_COMMENT = re.compile(r"^ */\*.*?\*/\n", re.MULTILINE | re.DOTALL)
_INDENT = re.compile(r"^ +", re.MULTILINE)
_BLANK = re.compile(r"\n{2,}")


def page_script() -> str:
    """Every module that the page's own needs, after those that it needs itself.

    Each is a function of its own that gives what the module exports, so that no two names get in each other's way.
    """
    return f'(() => {{\n"use strict";\n{"".join(_joined(MAIN, set()))}}})();\n'


def _joined(path: Path, taken: set[Path]) -> list[str]:
    taken.add(path)
    code = path.read_text("utf-8")
    parts: list[str] = []
    for _, address in _IMPORT.findall(code):
        if (needed := (path.parent / address).resolve()) not in taken:
            parts += _joined(needed, taken)
    return [*parts, _module(code)]


def _module(code: str) -> str:
    """A module without what is for readers."""
    exported = _EXPORT.search(code)
    plain = _EXPORT.sub("", _IMPORT.sub("", _COMMENT.sub("", code)))
    plain = _BLANK.sub("\n", _INDENT.sub("", plain)).strip()
    if exported is None:
        return f"{plain}\n"
    return f"const {{ {exported[1]} }} = (() => {{\n{plain}\nreturn {{ {exported[1]} }};\n}})();\n"
