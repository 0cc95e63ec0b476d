"""Warm-ups and cool-downs that are an exercise of their own, and what is run by the clock: by the lines around them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from voicecoach.authoring.rules.lines import Line, Role
from voicecoach.authoring.rules.parts import BREAK, parts_of
from voicecoach.authoring.rules.prose import told_in

_LEG = re.compile(r"(?:easy |gentle )?(?:warm[ -]?up|cool[ -]?down|warm[ -]?down)", re.IGNORECASE)


def is_leg(lines: Sequence[Line], at: int) -> bool:
    """Whether `lines[at]` says how long the warm-up or the cool-down is that has no exercises of its own."""
    line, after = lines[at], below(lines, at)
    called = parts_of(line.text).rest.replace(BREAK, " ").strip(" :;,.()-–—")
    if not _LEG.fullmatch(called) or not (line.facts.seconds or line.facts.distance_m):
        return False
    if after is None or after.role is Role.TITLE or after.is_heading or runs(after):
        return not (after and after.is_heading and line.is_heading and after.block.level > line.block.level)
    is_alike = after.block.kind is line.block.kind and not after.block.breaks
    return line.role is not Role.TITLE and is_alike and after.role is Role.EXERCISE and after.facts.has_amount


def runs(line: Line) -> bool:
    """Whether it is walked or run by the clock, and called by nothing but its effort: `3 x 1 min hard, 2 min easy`."""
    is_statement = line.role is Role.STATEMENT and line.facts.work_s is not None
    return is_statement and told_in(line.text).is_running


def is_above_names(lines: Sequence[Line], at: int) -> bool:
    """Whether what is done is listed below `lines[at]`."""
    after = below(lines, at)
    return after is not None and after.role in {Role.NAME, Role.EXERCISE}


def below(lines: Sequence[Line], at: int) -> Line | None:
    """The next line of the session, if there is one."""
    return next((one for one in lines[at + 1 :] if one.role is not Role.NOISE), None)
