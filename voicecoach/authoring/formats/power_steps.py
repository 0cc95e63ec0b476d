"""Workouts that are written as steps with a length and how hard, for programs of cyclists, runners and swimmers.

    Warmup
    - 10m ramp 50-75%

    4x
    - 4m 105% 95rpm
    - Easy spin 2m 50%

A step begins with a dash. In its length `m` is minutes and `mtr` metres; what stands before that is shown in it, `<!>`
ends it, and `90^Halfway` within it is shown later. A line with `4x` repeats the steps below it, up to the next line
without any.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from voicecoach.authoring.amounts import MINUTE_S
from voicecoach.authoring.written import Unplaced, Written, WrittenExercise, WrittenLine, WrittenSection
from voicecoach.definitions.session import SectionKind

HOUR_S = 3600
METRES = {"mtr": 1, "meters": 1, "metres": 1, "km": 1000, "mi": 1609, "mile": 1609, "miles": 1609, "yrd": 0.9144}
LEAST_STEPS, MOST_WORDS_OF_A_HEAD = 2, 6
LEAST_SHARE = 0.8
"""So many of the lines with a dash are steps, if there is prose beside them."""
_LENGTH = (
    r"(?:(?P<hours>\d{1,2})h(?:rs?)?)?(?:(?P<minutes>\d{1,3})(?:m(?:ins?)?(?![a-z])|'))?"
    r"(?:(?P<seconds>\d{1,4})(?:s(?:ecs?)?(?![a-z])|\"|(?<=m\d\d)(?!\d)))?"  # 1m30
)
_FAR = rf"(?P<far>\d+(?:\.\d+)?)\s?(?P<unit>{'|'.join(sorted(METRES, key=len, reverse=True))})\b"
_HARD = (
    r"\d{1,3}(?:\s?%?\s?-\s?\d{1,3})?\s?%(?: (?:of )?(?:pace|hr|lthr|mmp|ftp))*"
    r"|\d{2,4}w?(?:-\d{2,4})?\s?w\b|z\d(?:\s?-\s?z?\d)?(?: (?:pace|hr))?|freeride|maxeffort"
    r"|\d{1,2}:\d\d(?:-\d{1,2}:\d\d)?/(?:km|mi|\d{2,3}[my])(?: pace)?|\d{2,3}-\d{2,3}\s?bpm"
)
_STEP = re.compile(
    rf"\s*[-*•]\s+(?P<cue>(?:[^\W\d][^\d%]*?\s+)?)(?:{_FAR}|(?=\d){_LENGTH})(?P<ramp>\s+ramp)?"
    rf"(?:\s+(?P<what>[^\W\d][^\W\d ]*))??(?:\s+(?:(?:@|at)\s?)?(?P<hard>{_HARD}))?(?P<beside>(?:\s+[^%]*)?)\s*$",
    re.IGNORECASE,
)
_SHOWN = re.compile(r"(?P<dash>\s*[-*•]\s+)(?P<shown>\S.*?)\s*<!>(?P<step>.*)$")
_LATER = re.compile(r"\s*(\d{1,5})\^")
_OFTEN = re.compile(
    r"\s*(?:[-*•] |#*)\s*(?P<title>(?:[^\W\d][^\d]*?\s+)?)(?:x\s?)?(?P<often>\d{1,2})\s?(?:[x×]|times)"
    r"(?P<behind>\s+[^\W\d][^\d]*?)?\s*:?\s*$",
    re.IGNORECASE,
)
_HEAD = re.compile(r"\s*#*\s*(?P<title>[^\W\d][^\d]*?)\s*:?\s*$")
_CADENCE = re.compile(r"(?P<rpm>\d{2,3}(?:-\d{2,3})?)\s?rpm", re.IGNORECASE)
_OF_A_DAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs|ur)?(?:day)?s?\b", re.IGNORECASE)
_LISTED = re.compile(r"\s*[-*•]\s")
_SAID_OF_STEPS = re.compile(r"\b(?:intensity=\w+|press lap)\b", re.IGNORECASE)
_STRONG = re.compile(
    r"^\s*[-*•] [^\n%]{0,60}?\b\d{1,3}(?:m|mtr|km|h)\d{0,2} (?:ramp )?(?:\d{1,3}[%-]|\d{2,4}w|z\d)",
    re.IGNORECASE | re.MULTILINE,
)


@dataclass
class _Part:
    """Steps that are done one after the other, so often; `line` is where they begin."""

    line: int
    title: str = ""
    often: int | None = None
    steps: list[WrittenExercise] = field(default_factory=list)


def reads_as_power_steps(text: str) -> bool:
    """Whether a text is of steps of which most say how hard or far, with titles and how often some are done.

    Beside steps that nothing but these programs writes, `- 10m 65%`, there may be prose.
    """
    lines = [one for one in text.split("\n") if one.strip()]
    steps = [found for one in lines if (found := _step_in(one))]
    if len(steps) < LEAST_STEPS or sum(bool(one["hard"] or one["far"]) for one in steps) * 2 < len(steps):
        return False
    if any(_OF_A_DAY.match(one["cue"]) for one in steps):
        return False  # `- Mon - 5 km easy`
    others = [one for one in lines if not _step_in(one)]
    if all(_OFTEN.match(one) or (_HEAD.match(one) and len(one.split()) <= MOST_WORDS_OF_A_HEAD) for one in others):
        return True
    listed = sum(bool(_LISTED.match(one)) for one in lines)
    return bool(_STRONG.search(text)) and len(steps) >= LEAST_SHARE * listed and len(others) <= 2 * len(steps)


def _step_in(line: str) -> re.Match[str] | None:
    """The step in a line, without what is shown in it."""
    shown = _SHOWN.match(line)
    found = _STEP.match(_SAID_OF_STEPS.sub("", f"{shown['dash']}{shown['step']}" if shown else line))
    return found if found and any(found[one] for one in ("far", "hours", "minutes", "seconds")) else None


def read_power_steps(text: str) -> Written:
    """The workout: a section for each part, which goes on without a break."""
    parts = [one for one in _parts(text) if one.steps]
    sections = [_section(one) for one in parts]
    lines = list(enumerate(text.split("\n"), start=1))
    before = (re.sub(r"[#*`]+", "", one).strip() for number, one in lines if number < parts[0].line)
    about = tuple(one for one in before if len(one.split()) > MOST_WORDS_OF_A_HEAD)
    whole = (*sections[:1], *(replace(one, before_s=0.0) for one in sections[1:]))
    unread = (one for one in lines if _LISTED.match(one[1]) and not (_step_in(one[1]) or _OFTEN.match(one[1])))
    return Written(None, whole, about=about, unplaced=tuple(Unplaced(*one) for one in unread))


def _parts(text: str) -> Iterator[_Part]:
    part, title = _Part(1), ""
    for number, line in enumerate(text.split("\n"), start=1):
        if step := _step_in(line):
            part.line = part.line if part.steps else number
            part.steps.append(_step(step, _SHOWN.match(line), number))
            continue
        if not line.strip() and part.often and not part.steps:
            continue
        yield part
        title = title if part.title != title or not part.steps else ""
        part = _Part(number, title)
        if often := _OFTEN.match(line):
            title = (often["behind"] or often["title"]).strip() or title
            part = _Part(number, title, int(often["often"]))
        elif (head := _HEAD.match(line)) and len(line.split()) <= MOST_WORDS_OF_A_HEAD:
            title = head["title"].strip(" *")
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


def _step(found: re.Match[str], shown: re.Match[str] | None, line: int) -> WrittenExercise:
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
    first, *later = _LATER.split(shown["shown"]) if shown else [""]
    lines = tuple(WrittenLine(say.strip(), float(at)) for at, say in zip(later[::2], later[1::2], strict=True))
    name = first.strip() or _name(found, hard, beside)
    return WrittenExercise(name, line, is_hold=False, notes=notes, lines=lines, **amount)


def _length_s(found: re.Match[str]) -> int:
    hours, minutes, seconds = (int(found[one] or 0) for one in ("hours", "minutes", "seconds"))
    return HOUR_S * hours + MINUTE_S * minutes + seconds


def _name(found: re.Match[str], hard: str, beside: str) -> str:
    """What a step is called: by what is shown in it, else by how hard it is."""
    if cue := found["cue"].strip(" :-"):
        return cue
    if re.search(r"[^\W\d_]{3}", what := f"{found['what'] or ''} {beside}".strip()):
        return what
    if found["ramp"] or not hard:
        return "ramp" if found["ramp"] else "steady"
    return f"at {hard}" if re.search(r"\d", hard) else hard
