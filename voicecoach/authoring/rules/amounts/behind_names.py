"""What stands behind a count and a name without its unit: a weight, a height."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from voicecoach.authoring.rules.amounts.parts import Parts
from voicecoach.late_patterns import late

LEAST_WEIGHT = 30
LEAST_WEIGHTS = 3


def sets_weighed(said: Mapping[str, Any]) -> dict[str, Any]:
    """A set for each weight, where more of them are named than men's and women's: `row (40/45/50) 10`."""
    weights = said.get("load", "").split("/")
    is_one = bool(said.keys() & {"reps", "bare"}) and not said.keys() & {"sets", "each_set"}
    return {"sets": (float(len(weights)),) * 2} if is_one and len(weights) >= LEAST_WEIGHTS else {}


def without_size(parts: Parts) -> tuple[Parts, str]:
    """The parts without what stands behind a count and a name, `10 thrusters 100`, `8 box jumps 24"`; and that.

    A number alone is a weight in the unit that everybody there knows; with a sign it is how high, and no time.
    """
    first, last, text = parts.parts[:1], parts.parts[-1:], parts.line.text
    if len(parts.parts) < 2 or text[: first[0].start].strip() or text[last[0].end :].strip(" ."):  # noqa: PLR2004 - both
        return parts, ""
    is_counted = first[0].text.strip().isdecimal() and not _IS_HELD.search(text)
    found = _SIZE.fullmatch(last[0].text.strip())
    is_behind_name = bool(re.search(r"[a-z)] $", text[: last[0].start]))
    if not found or not (is_counted and is_behind_name) or (found["sign"] == "" and int(found[1]) < LEAST_WEIGHT):
        return parts, ""
    if found["sign"] == "s" and not _IS_LOADED.search(text):
        return parts, ""
    return replace(parts, parts=parts.parts[:-1]), found[1] if found["sign"] == "s" else found[0]


_SIZE = late(r"(\d{1,3})(?P<sign>['\"s]?)")
_IS_LOADED = late(r"\b(?:dbs?|kbs?|dumb-?bells?|kettle-?bells?)\b")
_IS_HELD = late(r"\b(?:planks?|holds?|hangs?|sits?|stretch(?:es)?|bridges?|rest|poses?)\b(?!-)")
