"""Lines that are indented with tabs, which YAML doesn't take, written with spaces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voicecoach.definitions.slip_lines import indent_of, key_column, last_filled, split_key

LEVEL = "  "
"""What is written for a tab."""


def has_tab(text: str) -> bool:
    """Whether a line is indented with a tab, alone or among spaces."""
    return "\t" in text[: indent_of(text)]


def without_tabs(lines: Sequence[str], number: int) -> tuple[list[str], bool]:
    """The lines with spaces for the tabs of line `number` and of those around it, and whether that is certain.

    Who indents with nothing but tabs means one level by each. Among lines with spaces nobody can tell how wide a tab
    looked: there the lines above and below have to leave one depth only.
    """
    if not any(text.startswith(" ") and text.strip() and not has_tab(text) for text in lines):
        return [_spaced(text) for text in lines], True
    first, end = _block(lines, number)
    block = [_spaced(text) for text in lines[first:end]]
    depth = _depth(lines, first, end)
    if depth is not None:
        least = min((indent_of(text) for text in block if text.strip()), default=depth)
        block = [" " * (depth - least + indent_of(text)) + text.lstrip() if text.strip() else text for text in block]
    return [*lines[:first], *block, *lines[end:]], depth is not None


def _spaced(text: str) -> str:
    return re.sub(r"^[ \t]+", lambda indent: indent[0].replace("\t", LEVEL), text)


def _block(lines: Sequence[str], number: int) -> tuple[int, int]:
    """The first of the lines with tabs, and empty ones, around line `number`, and the one behind the last."""
    others = [at for at, text in enumerate(lines) if text.strip() and not has_tab(text)]
    first = max((at + 1 for at in others if at < number), default=0)
    return first, min((at for at in others if at > number), default=len(lines))


def _depth(lines: Sequence[str], first: int, end: int) -> int | None:
    """The only column in which a block of lines can begin, `None` if there are several."""
    before = last_filled(lines, first)
    key = split_key(lines[before]) if before is not None else None
    if before is None or key is None or key.value[:1] in {"|", ">"}:
        return None
    above = key_column(lines[before])
    after = next((text for text in lines[end:] if text.strip() and not text.lstrip().startswith("#")), "")
    if not key.value:  # it holds the block, unless what follows does so too
        return above + len(LEVEL) if indent_of(after) <= above else None
    is_alike = len({text[: indent_of(text)] for text in lines[first:end] if text.strip()}) == 1
    are_keys = all(key_column(text) == indent_of(text) and split_key(text) for text in lines[first:end] if text.strip())
    return above if is_alike and are_keys and after.strip() and key_column(after) == above else None
