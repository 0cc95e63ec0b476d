"""Courses for trainers (`.erg`, `.mrc`): points in minutes with what is ridden there, and texts that are shown.

    [COURSE DATA]
    0.00   50
    10.00  50
    10.00  90

Between two points it is steady, or rises or falls; two points at one time are a step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from voicecoach.authoring.amounts import MINUTE_S
from voicecoach.authoring.written import Written, WrittenExercise, WrittenLine, WrittenSection
from voicecoach.definitions.session import SectionKind
from voicecoach.errors import DefinitionError

MAX_POINTS = 2_000
LEAST_S = 1.0
"""What is shorter between two points is a step that a program has written as a slope."""
_POINT = re.compile(r"\s*(?P<at>\d{1,4}(?:\.\d{1,9})?)[\s,;]+(?P<power>\d{1,4}(?:\.\d{1,9})?)\s*$")
_TEXT = re.compile(r"\s*(?P<at>\d{1,6}(?:\.\d{1,3})?)(?:\t(?P<text>[^\t]+)(?:\t.*)?| +(?P<plain>.+?))\s*$")
_UNIT = re.compile(r"MINUTES[\s,;]+(?P<unit>WATTS|PERCENT)", re.IGNORECASE)
_TITLE = re.compile(r"^DESCRIPTION[ \t]*=[ \t]*(?P<title>\S[^\n]{0,200})$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class _Point:
    at_s: float
    power: float
    line: int


def read_course(text: str, name: str) -> Written:
    """The workout: one section that goes on without a break. Raises DefinitionError if nothing lasts in it."""
    unit = _UNIT.search(text)
    form = "{} W" if unit and unit["unit"].upper() == "WATTS" else "{} % of FTP"
    points = [found for number, line in _part(text, "DATA") if (found := _point(line, number))]
    steps = list(_steps(points[:MAX_POINTS], form))
    if not steps:
        raise DefinitionError(name, "", "nothing lasts in this course.", "Save or download it again.")
    section = WrittenSection(_with_texts(steps, text), steps[0][1].line, kind=SectionKind.INTERVALS, rest_s=0.0)
    title = _TITLE.search(text)
    return Written(title["title"].strip() if title else None, (section,))


def _part(text: str, kind: str) -> Iterator[tuple[int, str]]:
    """The lines of a part of the file, with their numbers."""
    is_within = False
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip().startswith("["):
            is_within = line.strip().upper() == f"[COURSE {kind}]"
        elif is_within:
            yield number, line


def _point(line: str, number: int) -> _Point | None:
    found = _POINT.match(line)
    return _Point(float(found["at"]) * MINUTE_S, float(found["power"]), number) if found else None


_Step = tuple[float, WrittenExercise]
"""When a step begins, in seconds, and the step."""


def _steps(points: list[_Point], form: str) -> Iterator[_Step]:
    """What lies between points; the same twice in a row is one."""
    held: list[tuple[_Point, _Point]] = []
    for first, last in pairwise(points):
        if last.at_s - first.at_s < LEAST_S:
            continue
        if held and first.power == last.power == held[-1][1].power == held[-1][0].power:
            held[-1] = held[-1][0], last
        else:
            held.append((first, last))
    for first, last in held:
        low, high = (f"{one.power:g}" for one in (first, last))
        seconds = round(last.at_s - first.at_s, 1)
        called, share = ("Steady", low) if low == high else ("Ramp", f"{low} to {high}")
        notes = (f"{form.format(share)}.",)
        step = WrittenExercise(called, first.line, sets=1, seconds=(seconds, seconds), is_hold=False, notes=notes)
        yield first.at_s, step


def _with_texts(steps: list[_Step], text: str) -> tuple[WrittenExercise, ...]:
    """The steps with what is shown in each."""
    found = [one for _, line in _part(text, "TEXT") if (one := _TEXT.match(line))]
    told = [(float(one["at"]), " ".join((one["text"] or one["plain"]).split())) for one in found]
    ends = [at for at, _ in steps[1:]] + [float("inf")]
    return tuple(
        replace(step, lines=tuple(WrittenLine(say, at - begin) for at, say in told if begin <= at < end))
        for (begin, step), end in zip(steps, ends, strict=True)
    )
