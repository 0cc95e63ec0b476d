"""Workouts that are written as steps with a length and how hard, for programs of cyclists, runners and swimmers.

    Warmup
    - 10m ramp 50-75%

    4x
    - 4m 105% 95rpm
    - Easy spin 2m 50%

A step begins with a dash. In its length `m` is minutes and `mtr` metres; what stands before that is shown in it. A line
with `4x` repeats the steps below it, up to the next line without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from voicecoach.authoring.amounts import MINUTE_S
from voicecoach.authoring.written import Written, WrittenExercise, WrittenSection
from voicecoach.definitions.session import SectionKind

HOUR_S = 3600
METRES = {"mtr": 1, "meters": 1, "metres": 1, "km": 1000, "mi": 1609, "mile": 1609, "miles": 1609, "yrd": 0.9144}
LEAST_STEPS, MOST_WORDS_OF_A_HEAD = 2, 6
_LENGTH = (
    r"(?:(?P<hours>\d{1,2})h)?(?:(?P<minutes>\d{1,3})(?:m(?![a-z])|'))?"
    r"(?:(?P<seconds>\d{1,4})(?:s(?![a-z])|\"|(?<=m\d\d)(?!\d)))?"  # 1m30
)
_FAR = rf"(?P<far>\d+(?:\.\d+)?)\s?(?P<unit>{'|'.join(sorted(METRES, key=len, reverse=True))})\b"
_HARD = (
    r"\d{1,3}(?:-\d{1,3})?\s?%(?: (?:pace|hr|lthr|mmp|ftp))*"
    r"|\d{2,4}w?(?:-\d{2,4})?\s?w\b|z\d(?:-z?\d)?(?: (?:pace|hr))?|freeride|maxeffort"
)
_STEP = re.compile(
    rf"\s*[-*•]\s+(?P<cue>(?:[^\W\d][^\d%]*?\s+)?)(?:{_FAR}|(?=\d){_LENGTH})(?P<ramp>\s+ramp)?"
    rf"(?:\s+(?P<hard>{_HARD}))?(?P<beside>(?:\s+[^%]*)?)\s*$",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\s*(?P<title>(?:[^\W\d][^\d]*?\s+)?)(?:x\s?)?(?P<often>\d{1,2})\s?(?:x|times)?\s*:?\s*$", re.IGNORECASE
)
_HEAD = re.compile(r"\s*#*\s*(?P<title>[^\W\d][^\d]*?)\s*:?\s*$")
_CADENCE = re.compile(r"(?P<rpm>\d{2,3}(?:-\d{2,3})?)\s?rpm", re.IGNORECASE)


@dataclass
class _Part:
    """Steps that are done one after the other, so often; `line` is where they begin."""

    line: int
    title: str = ""
    often: int | None = None
    steps: list[WrittenExercise] = field(default_factory=list)


def reads_as_power_steps(text: str) -> bool:
    """Whether each line of a text is a step, how often some are done, or a title, and most say how hard or far."""
    lines = [one for one in text.split("\n") if one.strip()]
    steps = [found for one in lines if (found := _STEP.match(one))]
    if len(steps) < LEAST_STEPS or sum(bool(one["hard"] or one["far"]) for one in steps) * 2 < len(steps):
        return False
    others = (one for one in lines if not _STEP.match(one))
    return all(_OFTEN.match(one) or (_HEAD.match(one) and len(one.split()) <= MOST_WORDS_OF_A_HEAD) for one in others)


def read_power_steps(text: str) -> Written:
    """The workout: a section for each part, which goes on without a break."""
    parts = [one for one in _parts(text) if one.steps]
    sections = [_section(one) for one in parts]
    return Written(None, (*sections[:1], *(replace(one, before_s=0.0) for one in sections[1:])))


def _parts(text: str) -> Iterator[_Part]:
    part, title = _Part(1), ""
    for number, line in enumerate(text.split("\n"), start=1):
        if step := _STEP.match(line):
            part.line = part.line if part.steps else number
            part.steps.append(_step(step, number))
            continue
        yield part
        title = title if part.title != title or not part.steps else ""
        part = _Part(number, title)
        if often := _OFTEN.match(line):
            title = often["title"].strip() or title
            part = _Part(number, title, int(often["often"]))
        elif head := _HEAD.match(line):
            title = head["title"].strip()
            part = _Part(number, title)
    yield part


def _section(part: _Part) -> WrittenSection:
    return WrittenSection(
        tuple(part.steps),
        part.steps[0].line,
        title=part.title or None,
        kind=SectionKind.INTERVALS,
        rounds=part.often,
        rest_s=0.0,
        round_rest_s=0.0 if part.often else None,
    )


def _step(found: re.Match[str], line: int) -> WrittenExercise:
    cadence = _CADENCE.search(found["beside"])
    amount: dict[str, Any] = (
        {"distance_m": round(float(found["far"]) * METRES[found["unit"].lower()])} if found["far"] else {}
    )
    if not amount:
        seconds = float(_length_s(found))
        amount = {"seconds": (seconds, seconds)}
    hard = " ".join((found["hard"] or "").split())
    notes = (*([f"{hard}."] if hard else ()), *([f"{cadence['rpm']} turns a minute."] if cadence else ()))
    beside = _CADENCE.sub("", found["beside"]).strip(" ,-")
    return WrittenExercise(_name(found, hard, beside), line, is_hold=False, notes=notes, **amount)


def _length_s(found: re.Match[str]) -> int:
    hours, minutes, seconds = (int(found[one] or 0) for one in ("hours", "minutes", "seconds"))
    return HOUR_S * hours + MINUTE_S * minutes + seconds


def _name(found: re.Match[str], hard: str, beside: str) -> str:
    """What a step is called: by what is shown in it, else by how hard it is."""
    if cue := found["cue"].strip(" :-"):
        return cue
    if re.search(r"[^\W\d_]{3}", beside):
        return beside
    return "ramp" if found["ramp"] else f"at {hard}" if hard else "steady"
