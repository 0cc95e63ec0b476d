"""Sets with a weight each on lines of their own, `60 kg x 5` above `70 kg x 5`, in one line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block
from voicecoach.authoring.rules.pattern import in_any_case

LEAST_BARE = 20
"""A number below it is no weight, unless it has a unit."""
_WEIGHT = r"(?P<weight>\d{1,3}(?:[.,]\d{1,2})?)"
_UNIT = r"\s*(?P<unit>kgs?|kilos?|lbs?|pounds?)"
_REPS = r"\d{1,2}(?:\s*reps?)?"
_SETS = (
    in_any_case(rf"{_WEIGHT}(?:{_UNIT})?\s*(?:[x×*]|for)\s*{_REPS}"),  # 60 kg x 5
    in_any_case(rf"{_REPS}\s*(?:[x×*@]|at|with)\s*{_WEIGHT}{_UNIT}"),  # 5 x 60 kg
)


def with_sets_in_line(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; lines that are a set each are one line, that says them one after the other."""
    found = list[Block]()
    run: re.Match[str] | None = None
    for block in blocks:
        said = _set_in(block.text.strip(" .,;"))
        if said and run and not block.breaks and said.re is run.re and found[-1].kind is block.kind:
            found[-1] = replace(found[-1], text=f"{found[-1].text.rstrip(' .,;')}, {_weighed(said, run['unit'])}")
        else:
            run = said
            found.append(block)
    return found


def _set_in(text: str) -> re.Match[str] | None:
    """A text as one set, whose weight has a unit or is too much for repetitions."""
    said = next((found for form in _SETS if (found := form.fullmatch(text))), None)
    is_weight = said and (said["unit"] or float(said["weight"].replace(",", ".")) >= LEAST_BARE)
    return said if is_weight else None


def _weighed(said: re.Match[str], unit: str | None) -> str:
    """What is said of a set; a weight without a unit has that of the first."""
    if said["unit"] or not unit:
        return said[0]
    return f"{said['weight']} {unit}{said[0][said.end('weight') :]}"
