"""Series of exercises under one name, with how much is done of each: `Arm series: 8 reps of each move`."""

from __future__ import annotations

import re

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.exercise_names.names import unlabelled
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.line_kinds.roles import Line
from voicecoach.late_patterns import late

_OF_EACH_IN_IT = late(r"\bof (?:each|every)\b", re.IGNORECASE)
_SERIES = late(r"\b(?:series|sequence|combo|complex|flow|work)\W*$", re.IGNORECASE)


def is_of_series(line: Line) -> bool:
    """Whether an item calls a series, with how much is done of each exercise in it, which is said of no other."""
    is_own = line.block.kind is BlockKind.ITEM and bool(_OF_EACH_IN_IT.search(line.text))
    name = line.name.text
    if not (is_own and line.facts.has_amount and unlabelled(line.text).startswith(name)):
        return False
    return has_movement(name) or bool(_SERIES.search(name))
