"""Words in braces, `{side}`, that others take the place of in a spoken line, and braces that belong to none."""

from __future__ import annotations

import re
from collections.abc import Collection

_PLACEHOLDER = re.compile(r"\{\w*\}")


def placeholders(text: str) -> list[str]:
    """The placeholders of a text with their braces, in order."""
    return _PLACEHOLDER.findall(text)


def unknown(text: str, known: Collection[str]) -> list[str]:
    """The placeholders of a text that stand for nothing, each once; `known` are those that stand for something."""
    return [one for one in dict.fromkeys(placeholders(text)) if one not in known]


def stray_brace(text: str) -> str | None:
    """What to say of a text with a brace that is part of no placeholder; `None` if it has none."""
    if not re.search(r"[{}]", _PLACEHOLDER.sub("", text)):
        return None
    return f"a brace in {text!r} that belongs to nothing. Remove it."
