"""Names that every file system takes, and the playlist over the tracks of a split session."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from voicecoach.times import Ms

MAX_STEM_BYTES = 120
"""Well under the 255 bytes of a name, so that numbers and suffixes fit."""

_FALLBACK = "session"
_RESERVED = frozenset({"con", "prn", "aux", "nul"} | {f"{port}{n}" for port in ("com", "lpt") for n in range(10)})
"""Device names on Windows, with any suffix."""


@dataclass(frozen=True, slots=True)
class Track:
    """One entry of a playlist; `file_name` is beside the playlist."""

    file_name: str
    duration: Ms
    title: str


def file_stem(text: str) -> str:
    """A readable file name without suffix, for Linux, macOS and Windows: `Step ups, set 1/3` → `step-ups-set-1-3`.

    Letters and digits of any script stay; all else becomes single hyphens. At most `MAX_STEM_BYTES` bytes of UTF-8;
    `session` if nothing is left.
    """
    kept = (c if unicodedata.category(c)[0] in "LMN" else "-" for c in unicodedata.normalize("NFC", text.lower()))
    stem = "-".join(word for word in "".join(kept).split("-") if word)
    stem = stem.encode()[:MAX_STEM_BYTES].decode(errors="ignore").rstrip("-")
    if stem in _RESERVED:
        return f"{stem}-{_FALLBACK}"
    return stem or _FALLBACK


def playlist(title: str, tracks: Iterable[Track]) -> str:
    """The text of an extended M3U (write it as UTF-8): names relative to its own folder, lengths in whole seconds."""
    lines = ["#EXTM3U", "#EXTENC:UTF-8", f"#PLAYLIST:{_one_line(title)}"]
    for track in tracks:
        lines += [f"#EXTINF:{(track.duration + 500) // 1000},{_one_line(track.title)}", _entry(track.file_name)]
    return "\n".join(lines) + "\n"


def _entry(file_name: str) -> str:
    """The name as it may stand in a playlist, where a line that starts with # is no entry."""
    return f"./{file_name}" if file_name.startswith("#") else file_name


def _one_line(text: str) -> str:
    return " ".join(text.split())
