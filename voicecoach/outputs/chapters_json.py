"""The chapters of a file for podcast apps: the "JSON Chapters Format" of the Podcasting 2.0 project."""

from __future__ import annotations

import json

from voicecoach.timeline.model import Timeline
from voicecoach.times import seconds

_VERSION = "1.2.0"


def chapters_json(timeline: Timeline, title: str) -> str:
    """One JSON object in ASCII; times are in seconds. `title` is that of the episode.

    A chapter without any length is left out, so that no two begin at the same time.
    """
    chapters = [
        {"startTime": seconds(one.start), "endTime": seconds(one.end), "title": one.title}
        for one in timeline.chapters
        if one.end > one.start
    ]
    return json.dumps({"version": _VERSION, "title": title, "chapters": chapters}, indent=1) + "\n"
