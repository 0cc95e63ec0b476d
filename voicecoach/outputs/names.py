"""Names of files that every file system takes."""

from __future__ import annotations

import unicodedata
import zlib

MAX_STEM_BYTES = 120
"""Well under the 255 bytes of a name, so that numbers and suffixes fit."""

_FALLBACK = "session"
_RESERVED = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
"""Device names on Windows, with any suffix."""


def file_stem(text: str) -> str:
    """A readable file name without suffix, for Linux, macOS and Windows: `Step ups, set 1/3` → `step-ups-set-1-3`.

    Letters and digits of any script stay; all else becomes single hyphens. At most `MAX_STEM_BYTES` bytes of UTF-8;
    `session` if nothing is left.
    """
    return _stem(unicodedata.normalize("NFC", text.lower())) or _FALLBACK


def distinct_stem(text: str) -> str:
    """Like `file_stem`; what is too long to stand there whole ends with a number by which it is told from the like."""
    stem, whole = file_stem(text), _joined(unicodedata.normalize("NFC", text.lower()))
    if len(whole.encode()) <= MAX_STEM_BYTES:
        return stem
    number = f"-{zlib.crc32(whole.encode()):08x}"
    return _cut(stem, MAX_STEM_BYTES - len(number)) + number


def ascii_stem(text: str, fallback: str = _FALLBACK) -> str:
    """Like `file_stem`, in ASCII alone, for names that become web addresses: `José Müller` → `jose-muller`.

    Letters of other scripts are put into Latin ones; `fallback` if nothing is left.
    """
    from anyascii import anyascii

    # An emoji would become a word of its own.
    said = "".join(char if unicodedata.category(char)[0] in "LMN" else "-" for char in text)
    return _stem(anyascii(said).lower()) or fallback


def _stem(text: str) -> str:
    stem = _cut(_joined(text), MAX_STEM_BYTES)
    return f"{stem}-{_FALLBACK}" if stem in _RESERVED else stem


def _joined(text: str) -> str:
    kept = (char if unicodedata.category(char)[0] in "LMN" else "-" for char in text)
    return "-".join(word for word in "".join(kept).split("-") if word)


def _cut(stem: str, size_bytes: int) -> str:
    return stem.encode()[:size_bytes].decode(errors="ignore").rstrip("-")
