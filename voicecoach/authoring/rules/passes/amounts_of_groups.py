"""Amounts below the last of several names that go together, by their letter or a superset's title: they are of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

_MARKER = re.compile(r"\(?(?:(?P<letter>[A-Ha-h])\d|(?P<number>\d{1,2})[a-e])\W*")
_TITLE = in_any_case(r".*\b(?:super-?\s?sets?|tri-?\s?sets?|giant sets?)\b.*")
_OF_EACH = in_any_case(r".*\beach(?: (?:exercise|move|movement))?\W*")
LEAST, MOST_AMOUNTS = 2, 2


def with_amounts_of_groups(lines: Sequence[Line]) -> list[Line]:
    """The lines; `A1 Squat`, `A2 Row`, and below them `3 x 10, 60 s rest`, are both done so, with a rest behind."""
    found, at = list(lines), 0
    while at < len(lines):
        size = _size(lines, at)
        told = _told(lines, at + size) if size >= LEAST else 0
        if told and _may_have(lines[at : at + size], lines[at + size : at + size + told]):
            amounts = lines[at + size : at + size + told]
            found[at : at + size] = _with(lines[at : at + size], _together(amounts))
            found[at + size : at + size + told] = [replace(one, role=Role.NOISE) for one in amounts]
        at += max(size, 1) + told
    return found


def with_schemes_headed(lines: Sequence[Line]) -> list[Line]:
    """The lines; `21-15-9` between an exercise and several names is the title of those."""
    return [replace(line, role=Role.TITLE) if _is_scheme(lines, at) else line for at, line in enumerate(lines)]


def _is_scheme(lines: Sequence[Line], at: int) -> bool:
    facts, above, below = lines[at].facts, lines[max(at - 2, 0) : at], lines[at + 1 : at + 1 + LEAST]
    is_alone = lines[at].role is Role.AMOUNT and bool(facts.each_set) and not (facts.sets or facts.load)
    is_alone = is_alone and not any(one.role is Role.NAME for one in above[-1:])
    is_above = len(below) == LEAST and all(one.role is Role.NAME and not one.facts.has_amount for one in below)
    return is_alone and is_above and any(one.role is Role.EXERCISE and one.facts.has_amount for one in above)


def _size(lines: Sequence[Line], at: int) -> int:
    """How many names go together from here on."""
    group, end = _group(lines[at]), at
    is_titled = not group and at > 0 and lines[at - 1].role is Role.TITLE and bool(_TITLE.fullmatch(lines[at - 1].text))
    if not (group or is_titled):
        return 0
    while end < len(lines) and (
        _is_member(lines[end], group, is_first=end == at) or _is_between(lines, end, group, is_first=end == at)
    ):
        end += 1
    return end - at


def _group(line: Line) -> str:
    """The letter of `A1`, the number of `1a`."""
    found = _MARKER.fullmatch(line.block.marker) if line.calls_exercise else None
    return (found["letter"] or found["number"]).upper() if found else ""


def _is_member(line: Line, group: str, *, is_first: bool) -> bool:
    is_near = is_first or bool(group) or not line.block.breaks
    return line.calls_exercise and not line.is_heading and _group(line) == group and is_near


def _is_between(lines: Sequence[Line], at: int, group: str, *, is_first: bool) -> bool:
    """Whether a line tells of the member above, and another, or what is told of all, is below: `Tempo 3010`, a cue."""
    line, below = lines[at], lines[at + 1 : at + 2]
    if is_first or not group or not below or line.role not in {Role.AMOUNT, Role.SENTENCE}:
        return False
    is_told = _says_how_much(line)
    return not is_told and (_group(below[0]) == group or _says_how_much(below[0]))


def _says_how_much(line: Line) -> bool:
    facts = line.facts
    return line.role is Role.AMOUNT and bool(facts.has_amount or facts.sets or facts.rounds)


def _told(lines: Sequence[Line], at: int) -> int:
    """How many lines from here on say nothing but amounts; 0 if more of the same stands behind them."""
    end = at
    while end < len(lines) and end < at + MOST_AMOUNTS and lines[end].role is Role.AMOUNT:
        end += 1
    is_over = end == len(lines) or bool(
        lines[end].block.breaks or lines[end].is_heading or lines[end].role is Role.TITLE or _group(lines[end])
    )
    return end - at if is_over else 0


def _may_have(names: Sequence[Line], amounts: Sequence[Line]) -> bool:
    """Whether they are all open for what is told: none says how often, and none how much if that is told."""
    told, called = _together(amounts), [one for one in names if one.calls_exercise]
    is_told = len(called) >= LEAST and bool(told.sets or told.rounds)
    has_own = any(one.facts.sets or (one.facts.has_amount and told.has_amount) for one in called)
    return is_told and not has_own and any(has_movement(one.text) for one in called)


def _together(amounts: Sequence[Line]) -> Facts:
    facts = Facts()
    for one in amounts:
        own = replace(one.facts, sides=None) if _OF_EACH.fullmatch(one.text) else one.facts
        facts = facts.over(own)
    return facts


def _with(names: Sequence[Line], told: Facts) -> list[Line]:
    """The names as exercises with what is told of each; the last has the rest."""
    each = replace(told, sets=told.sets or told.rounds, rounds=None, rest_s=None, round_rest_s=None)
    last = replace(each, rest_s=told.rest_s or told.round_rest_s)
    return [
        replace(one, role=Role.EXERCISE, facts=one.facts.over(last if one is names[-1] else each))
        if one.calls_exercise
        else one
        for one in names
    ]
