"""The chapters of a file for podcast apps: the "JSON Chapters Format" of the Podcasting 2.0 project."""

from __future__ import annotations

import json
from collections.abc import Mapping

from voicecoach.timeline.model import Chapter, Timeline
from voicecoach.times import seconds

_VERSION = "1.2.0"


def chapters_json(timeline: Timeline, title: str, pictures: Mapping[tuple[int, int], str] | None = None) -> str:
    """One JSON object in ASCII; times are in seconds. `title` is that of the episode.

    `pictures` are addresses by `Chapter.place`. A chapter without any length is left out, so that no two begin at the
    same time.
    """
    addresses = pictures or {}
    listed = [
        _chapter(one, addresses.get(one.place) if one.place else None)
        for one in timeline.chapters
        if one.end > one.start
    ]
    return json.dumps({"version": _VERSION, "title": title, "chapters": listed}, indent=1) + "\n"


def _chapter(one: Chapter, picture: str | None) -> dict[str, float | str]:
    return {
        "startTime": seconds(one.start),
        "endTime": seconds(one.end),
        "title": one.title,
        **({"img": picture} if picture else {}),
    }
