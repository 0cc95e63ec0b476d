"""What can be seen of a line of YAML without a parser: its indentation, its key, its value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from voicecoach.definitions.field_names import every_key
from voicecoach.late_patterns import late

QUOTES = "“”„‟«»‘’‚‛"
"""Typographic quotes, which YAML takes for part of the text."""
MOST_LOOKED_AT = 2000
"""Nobody can tell what was meant in a longer line."""

NUMBERED = re.compile(r"\s+#\d.*")
"""A number behind a text, which YAML takes for a remark: `Legs #1`."""
_PLAIN_REMARK = late(rf"\s{{2,}}# [^#\"'{QUOTES}]*")
"""What is a remark and nothing else: well apart from the text, and no part of a quotation."""


class Slip(NamedTuple):
    """What is wrong in a line, counted from zero, and how the line was most likely meant, if that is known.

    `is_certain` says that it can have been meant in no other way.
    """

    line: int
    column: int
    problem: str
    fix: str
    meant: str | None = None
    is_certain: bool = False


class Span(NamedTuple):
    """Where a scalar stands, lines and columns counted from zero; `style` is its quote, or something else."""

    style: str
    line: int
    column: int
    end_line: int
    end_column: int

    @property
    def is_quoted(self) -> bool:
        """Whether it stands in quotes."""
        return self.style in {'"', "'"}


class Key(NamedTuple):
    """The key at the beginning of a line, and its value from column `begin` on, without a remark behind it."""

    name: str
    value: str
    begin: int


def indent_of(text: str) -> int:
    """How many characters of white space a line begins with."""
    return len(text) - len(text.lstrip())


def key_column(text: str) -> int:
    """The column of what a line says: behind the dashes of a list."""
    match = re.match(r"\s*(?:- +)*", text)
    return match.end() if match else 0


def split_key(text: str) -> Key | None:
    """The key that a line begins with, dashes aside; `None` without one."""
    match = re.match(r"\s*(?:- +)*(?P<name>[\w][\w -]*?):(?:\s+(?P<value>[^#\s].*?))?(?:\s+#.*)?\s*$", text)
    if not match:
        return None
    return Key(match["name"], match["value"] or "", match.start("value") if match["value"] else len(text.rstrip()))


def last_filled(lines: Sequence[str], before: int) -> int | None:
    """The last line before line `before` that is neither empty nor a comment."""
    for number in range(min(before, len(lines)) - 1, -1, -1):
        if lines[number].strip() and not lines[number].lstrip().startswith("#"):
            return number
    return None


def quoted(text: str) -> str:
    """A text in the quotes that hold it."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return f"'{text}'" if "'" not in text else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def typographic(text: str) -> str:
    """What is wrong with a text that begins with one of `QUOTES`."""
    return f"{text[0]} is a typographic quote, and YAML knows only straight ones."


def quoted_value(text: str, key: Key) -> tuple[str, bool]:
    """The line with its value in quotes, straight ones in place of typographic ones, and whether that is certain.

    With a # in it, nobody can tell what is the text and what a remark.
    """
    whole = text[key.begin :].rstrip()
    value = key.value
    if closed := re.match(rf"[{QUOTES}][^{QUOTES}]*[{QUOTES}](?=\s+#|$)", whole):
        value = closed[0]
    elif value[:1] in {*QUOTES, '"', "'"} or NUMBERED.match(whole[len(value) :]):
        value = whole
    remark = whole[len(value) :]
    is_certain = "#" not in value and (not remark or _PLAIN_REMARK.fullmatch(remark) is not None)
    return text[: key.begin] + quoted(value.strip(QUOTES)) + text[key.begin + len(value) :], is_certain


def more_than_one_key(value: str) -> str | None:
    """The key that a value goes on with, as in `x rest: 3`; a word of which no field has the name is just a text."""
    found = re.search(r"\s(\w+):(?:\s|$)", value)
    return found[1] if found and found[1] in every_key() else None


NO_KEY = Key("", "", 0)


def item_key(lines: Sequence[str], indent: int) -> str | None:
    """The first key of the last item that begins in this column."""
    for text in reversed(lines):
        if indent_of(text) == indent and text.lstrip().startswith("- "):
            return (split_key(text) or NO_KEY).name
    return None


def levels(lines: Sequence[str], indent: int) -> set[int]:
    """The columns in which a line may begin here, those of the last item and what is around it."""
    found: set[int] = set()
    least = None
    for text in reversed(lines):
        if not text.strip() or text.lstrip().startswith("#"):
            continue
        begin = indent_of(text)
        if least is None or begin < least:
            found |= {begin, key_column(text)}
            least = begin
        if begin < indent:
            break
    return found


def item_column(lines: Sequence[str], indent: int) -> int | None:
    """The column of the list whose last item a line in column `indent` may be meant to follow: a little less deep."""
    above = last_filled(lines, len(lines))
    text = "" if above is None else lines[above]
    begin = indent_of(text)
    return begin if text.lstrip().startswith("- ") and begin < indent < key_column(text) else None


def column_around(lines: Sequence[str], indent: int) -> int | None:
    """The column of the key whose list of bare names ends in `lines`, where these begin in column `indent`."""
    above = last_filled(lines, len(lines))
    if above is None or indent_of(lines[above]) != indent or not re.fullmatch(r"\s*- +[^:{\[]*", lines[above]):
        return None
    around = (key_column(one) for one in reversed(lines[:above]) if split_key(one))
    return next((column for column in around if column < indent), None)
