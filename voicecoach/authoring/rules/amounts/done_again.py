"""What is done several times, and all of that again: `8 times, rest for a minute and repeat that twice`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from voicecoach.authoring.rules.amounts.parts import Part
from voicecoach.late_patterns import late

_REPEAT = late(
    r"\W*(?:and |then )*(?:repeat\b(?! another)|do (?:it|this|that) (?:all )?again\b)",
    re.IGNORECASE,
)
_COUNTED = frozenset({"reps", "sets", "seconds", "rounds"})


def sets_again(said: dict[str, Any], read: Mapping[str, Any], part: Part) -> dict[str, Any]:
    """How often a part repeats what is `said` to be done several times, which are then its repetitions."""
    is_other = "repeat" in said and "repeat" in read and said["repeat"] != read["repeat"]
    if not (is_other and _COUNTED.isdisjoint(said) and _REPEAT.match(part.text)):
        return {}
    said["reps"] = said.pop("repeat")
    return {"sets": read["repeat"]}
