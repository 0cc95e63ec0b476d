"""The front matter of a note: keys for a program between lines of dashes or plus signs, at its top."""

from __future__ import annotations

import re
from dataclasses import dataclass

_KEY = r"[\w-]+:[^\n]*\n"
_BLANK = r"[^\S\n]*\n"
_BELOW_KEY = r"[^\S\n]*-[^\S\n][^\n]*\n|[^\S\n]+\S[^\n]*\n"
_FRONT = re.compile(
    rf"\A(?P<before>(?:[^\n]*\n){{0,3}}?)---\n(?P<keys>(?:{_BLANK})*{_KEY}(?:{_KEY}|{_BELOW_KEY}|{_BLANK})*)---(?:\n|\Z)"
)
"""Each line of it is a key, what belongs to the key above, or blank: what stands between two rules is the author's."""
_TOML = re.compile(r"\A(?P<before>(?:[^\n]*\n){0,3}?)\+\+\+\n(?P<keys>(?:[^\n]*\n){0,60}?)\+\+\+(?:\n|\Z)")
_TITLE = re.compile(r"^title ?[:=][ \t]*[\"'“]?(?P<title>[^\n]*?)[\"'”]?[ \t]*$", re.MULTILINE)


@dataclass(frozen=True)
class FrontMatter:
    """What stands before it, its own lines with the dashes, what stands behind it, and its title, if it has one."""

    before: str
    own: str
    behind: str
    title: str | None


def front_matter(text: str) -> FrontMatter | None:
    """The front matter of a text, `None` where there is none."""
    front = _FRONT.match(text) or _TOML.match(text)
    if not front:
        return None
    title = _TITLE.search(front["keys"])
    own = front[0].removeprefix(front["before"])
    return FrontMatter(front["before"], own, text[front.end() :], (title["title"] if title else "") or None)
