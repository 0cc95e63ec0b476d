"""Items that say which muscle is stretched or rolled, and nothing else: `Stretch chest`, `Foam roll quads`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.exercise_names.names import Name
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.passes.muscles_named import MUSCLE

_DONE_TO = in_any_case(
    r"(?P<deed>(?:stretch|foam[- ]roll|roll|massage|loosen|mobili[sz]e|release)(?:ing)?(?: out)?)\s+"
    r"(?:(?:your|the|both)\s+)?(?P<muscles>[a-z][a-z ,&/-]{1,40}?)\W*"
)
_APART = re.compile(r"\s*(?:[,&/]|\band\b)\s*", re.IGNORECASE)


def with_stretches(lines: Sequence[Line]) -> list[Line]:
    """The lines; an item that only says what is done to a muscle is the name of that."""
    return [_named(one) if _is_stretch(one) else one for one in lines]


def _is_stretch(line: Line) -> bool:
    is_plain = line.block.kind is BlockKind.ITEM and line.role is Role.SENTENCE and not line.facts.says_anything
    found = _DONE_TO.fullmatch(line.text.strip()) if is_plain else None
    muscles = [one for one in _APART.split(found["muscles"]) if one] if found else []
    return bool(muscles) and all(MUSCLE.fullmatch(one) for one in muscles)


def _named(line: Line) -> Line:
    return replace(line, role=Role.NAME, name=Name(line.text.strip(" .")), is_listed=True)
