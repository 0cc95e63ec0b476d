"""What a live session shows of itself outside its terminal."""

from __future__ import annotations

from dataclasses import dataclass, replace

JUMP_MS = 1000
"""Whoever shows the position counts on by themselves; they are told when they are further off than this."""


@dataclass(frozen=True)
class NowPlaying:
    """A session at a moment. `is_playing` is None before it has begun; `volume` is from 0 to 1."""

    title: str
    artist: str = ""
    is_playing: bool | None = None
    position_ms: int = 0
    length_ms: int = 0
    volume: float = 1.0
    album: str = ""

    def looks_like(self, other: NowPlaying) -> bool:
        """Whether they differ in the position at most."""
        return replace(self, position_ms=0) == replace(other, position_ms=0)

    def position_after(self, elapsed_ms: float) -> float:
        """Where it would be, in ms, if nothing had happened to it since."""
        return self.position_ms + (elapsed_ms if self.is_playing else 0)
