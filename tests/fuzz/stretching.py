"""Inputs of any size made of small ones: a line, a word or a sign of it, over and over."""

from __future__ import annotations

import re
from collections.abc import Iterator

_WORD = re.compile(rb"\w+|[^\w\s]|\s+")
_SIGNS = (b"a", b"9", b" ", b"\t", b"\n", b"[", b"{", b"(", b'"', b"'", b"<", b"-", b"- ", b"#", b"x:\n", b"1:", b",", b"/")
_SIGNS += (b"9 x ", b"a, ", b"a b\n", b"\xc3\xa9", b"\xf0\x9f\x92\xaa", b"\r", b"<p>", b"<!--", b"&amp;", b"|", b"* ", b"> ")


def stretched(seed: bytes, size: int) -> Iterator[tuple[str, bytes]]:
    """Inputs of `size` bytes, each after what makes it: all of the seed, each line, each word, each sign many times."""
    yield "all", _many(b"", seed, b"", size)
    for match in re.finditer(rb"[^\n]*\n", seed):
        yield f"line {_shown(match[0])}", _many(seed[: match.end()], match[0], seed[match.end() :], size)
    for word in dict.fromkeys(_WORD.findall(seed)):
        at = seed.index(word) + len(word)
        yield f"word {_shown(word)}", _many(seed[:at], word, seed[at:], size)


def of_signs(size: int) -> Iterator[tuple[str, bytes]]:
    """Inputs of `size` bytes that are one sign or few, over and over."""
    for sign in _SIGNS:
        yield f"sign {_shown(sign)}", _many(b"", sign, b"", size)


def _many(before: bytes, what: bytes, after: bytes, size: int) -> bytes:
    return before + what * ((size - len(before) - len(after)) // len(what)) + after


def _shown(what: bytes) -> str:
    return repr(what.decode("utf-8", "replace"))[:40]
