"""Inputs of any size made of small ones: all, a line, a word or a sign of it, over and over."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(rb"\w+|[^\w\s]|\s+")
SIGNS = tuple(
    sign.encode()
    for sign in (
        *(
            "a",
            "9",
            " ",
            "\t",
            "\n",
            "\r",
            "[",
            "{",
            "(",
            '"',
            "'",
            "<",
            "-",
            "- ",
            "#",
            ",",
            "/",
            "|",
            "*",
            "* ",
            "> ",
            "@",
            "a ",
            "a\n",
        ),
        *("x:\n", "1:", "9 x ", "a, ", "a b\n", "\u00e9", "\U0001f4aa", "\u2028", "<p>", "<!--", "&amp;"),
    )
)


def parts_of(seed: bytes) -> Iterator[tuple[bytes, bytes, bytes]]:
    """Each part of an input, with what stands before and after it: all of it, each line, each word."""
    yield b"", seed, b""
    spans = [match.span() for match in re.finditer(rb"[^\n]*\n", seed)]
    spans += list({match[0]: match.span() for match in _WORD.finditer(seed)}.values())
    yield from ((seed[:start], seed[start:end], seed[end:]) for start, end in spans)


def stretched(before: bytes, part: bytes, after: bytes, size: int) -> bytes:
    """An input of about `size` bytes in which the part stands as often as there is room."""
    return before + part * max(1, (size - len(before) - len(after)) // len(part)) + after
