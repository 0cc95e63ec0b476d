"""What is remembered from one live session to the next: how loud it was, and how much was said."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from voicecoach.folders import state_folder
from voicecoach.plan.choices import Detail
from voicecoach.player.player import LOUDEST

FILE_NAME = "live.json"
LEAST_VOLUME = 0.1
"""A session that begins in silence looks broken."""


@dataclass(frozen=True)
class Settings:
    """`volume` is 1 for as it is in a file; `detail` is None if it was never changed while a session played."""

    volume: float = 1.0
    detail: Detail | None = None

    def save(self) -> None:
        """Keep it, if that is possible."""
        path = _path()
        text = json.dumps({"volume": round(self.volume, 2), "detail": self.detail})
        with suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            new = path.with_suffix(".new")
            new.write_text(text, encoding="utf-8")
            new.replace(path)


def load_settings() -> Settings:
    """What was kept; as usual where nothing was, or nothing that can be read."""
    try:
        found: Any = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(found, dict):
        return Settings()
    volume, detail = found.get("volume"), found.get("detail")
    return Settings(_volume(volume), Detail(detail) if detail in list(Detail) else None)


def _volume(found: object) -> float:
    is_number = isinstance(found, int | float) and not isinstance(found, bool) and found == found  # noqa: PLR0124 - NaN
    return min(max(LEAST_VOLUME, float(found)), LOUDEST) if is_number else 1.0  # type: ignore[arg-type]


def _path() -> Path:
    return state_folder() / FILE_NAME
