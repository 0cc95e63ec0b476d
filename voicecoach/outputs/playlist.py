"""The playlist over the tracks of a split session."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from voicecoach.times import Ms


@dataclass(frozen=True, slots=True)
class Track:
    """One entry of a playlist; `file_name` is beside the playlist."""

    file_name: str
    duration: Ms
    title: str


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
