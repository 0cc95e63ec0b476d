"""Times so short that they are pauses in a repetition, and those that are too long for that."""

from __future__ import annotations

import re
from typing import Any

from voicecoach.authoring.written import Span
from voicecoach.late_patterns import late

LEAST_REST_S, LEAST_PAUSE_S, LEAST_STRETCH_S = 5, 10, 15
_PAUSED = re.compile(r"\bpaused?\b.{0,40}\(\d")
"""A movement with a pause whose length stands in brackets: `Paused bench (2 s)`."""
_HELD = late(r"[a-z]\s*\(\s*\d[^()]{0,12}\bholds?\b")
_PAUSES = late(r"\bpaus(?:e|es|ing)\b(?!.*\bbetween\b)")


def pause(said: dict[str, Any], text: str) -> None:
    """So short a rest is one between repetitions, or the end of each: `Pause for two seconds at the top`."""
    short = said.pop("rest_s")
    if _PAUSES.search(text):
        said.setdefault("pause_s", short)


def pause_in_brackets(said: dict[str, Any], text: str) -> None:
    """So short a time beside repetitions, behind a movement with a pause, is that pause, as is `(2 s hold)`."""
    if 0 < said.get("held", (0.0, 0.0))[1] < LEAST_REST_S and _HELD.search(text):
        said.setdefault("pause_s", said.pop("held"))
    if "reps" in said and 0 < said.get("seconds", (0.0, 0.0))[1] < LEAST_PAUSE_S and _PAUSED.search(text):
        said.setdefault("pause_s", said.pop("seconds"))


def is_stretch(span: Span | None) -> bool:
    """Whether it is too long for a part of a repetition; so is `10-60 seconds`."""
    return span is not None and max(2 * span[0], span[1]) >= 2 * LEAST_STRETCH_S
