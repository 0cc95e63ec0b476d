"""The lines of a text that `voicecoach export` wrote: how a section goes, and what is done in it.

`outputs.export.parts` writes them. A line that isn't written so is `None`: then somebody else wrote the text, or
changed it, and the rules read it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from voicecoach.authoring.formats.prescribed import MS_PER_S, fields_of
from voicecoach.authoring.written import WrittenExercise, WrittenSection
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation import NotationError, parse_length, parse_load, parse_prescription, parse_tempo
from voicecoach.definitions.session import SectionKind as Kind
from voicecoach.definitions.session import Timing

_NUMBER = r"\d+(?:\.\d+)?"
_LENGTH = rf"{_NUMBER} (?:s|min)"
_REST = rf"(?:(?P<{{0}}>{_LENGTH})|(?P<no_{{0}}>no)) rest"
_ONE = rf"(?:max|\d+\+) reps in {_LENGTH}|max|\d+\+|{_NUMBER}-{_NUMBER} s|\d+-\d+|{_LENGTH}|\d+ m|\d+"
_AMOUNT = rf"(?:\d+ x (?:{_ONE})|(?:{_ONE})(?:, (?:{_ONE}))+|(?:{_ONE})(?: reps?)?)(?: hold)?|\d+(?:-\d+){{2,}}"
_HEAD = re.compile(rf"(?P<name>\S.*?) (?P<amount>{_AMOUNT})(?P<each> each [^,]+)?")
_TIMED = re.compile(rf"(?P<name>\S.*?)(?: (?P<amount>{_LENGTH}(?: hold)?))?(?P<each> each [^,]+)?")
_NO_NAME = re.compile(
    r"\d+ x \d|[.:;!?](?:\s|$)|, (?:tempo|rest|no|takes|hold|held|alternating)\b"
    r"|^[-*+•] |[-–—/,×@]\s*$|\b(?:\d+ (?:sets?|reps?|rounds?)|sets? of|reps? of|x|of|for)\s*$|\d ?[x×]\s*$",
    re.IGNORECASE,
)
"""What stands in no name: somebody added it."""
_PART = re.compile(r"part \d+(?: \((?P<title>.+)\))?", re.IGNORECASE)
_UNCLEAR = re.compile(
    r"(?:part \d+\b|week \d+$|for: |equipment: |rest between sections: |variation: |note: ).*|.*:", re.IGNORECASE
)
"""A title that isn't told from another kind of line."""


def is_clear_title(title: str) -> bool:
    """Whether a section's title can stand alone on its line, without a number before it."""
    return _UNCLEAR.fullmatch(title) is None and section_of(title, 0) is None


def title_in(called: str) -> str | None:
    """The title of a section that is called so: `Warm-up` is one, `Part 2` is none, `Part 2 (Week 1)` has one."""
    part = _PART.fullmatch(called)
    return part["title"] if part else called


# How a section goes

_WORK = rf"(?:(?P<work>{_LENGTH}) work, )?"
_AFTER = rf"(?:, {_REST.format('round_rest')} between rounds)?"
_BETWEEN = rf"(?:, {_REST.format('rest')} between exercises)?{_AFTER}"
_CLAUSES: tuple[tuple[str, Kind | None], ...] = (
    (rf"Superset, (?P<rounds>\d+) rounds?{_BETWEEN}", Kind.SUPERSET),
    (rf"Circuit, (?P<rounds>\d+) rounds?{_BETWEEN}", Kind.CIRCUIT),
    (
        rf"Intervals, (?P<rounds>\d+) rounds?: {_WORK}{_REST.format('rest')}{_AFTER}(?:, unless stated otherwise)?",
        Kind.INTERVALS,
    ),
    (rf"By the clock(?:, {_REST.format('rest')} between exercises)?", Kind.INTERVALS),
    (rf"EMOM (?P<minutes>{_LENGTH})", Kind.EMOM),
    (rf"Every (?P<every>{_LENGTH}) for (?:(?P<minutes>{_LENGTH})|(?P<rounds>\d+) rounds?)", Kind.EMOM),
    (rf"AMRAP (?P<minutes>{_LENGTH})", Kind.AMRAP),
    (rf"For time(?:, (?P<rounds>\d+) rounds?)?, cap (?P<cap>{_LENGTH})", Kind.FOR_TIME),
    (rf"begins (?:(?P<before>{_LENGTH})|(?P<no_before>right)) after the section before", None),
    (rf"done (?P<repeat>\d+) times, {_REST.format('round_rest')} in between", None),
    (r"rests by the clock(?P<exact>)", None),
    (r"rests as long as the announcements need(?P<coached>)", None),
)
_TIMES = ("work", "rest", "round_rest", "every", "cap", "before")
_IN_TURN = frozenset({Kind.SUPERSET, Kind.CIRCUIT})
S_PER_MINUTE = 60
_FORMS = tuple((re.compile(form, re.IGNORECASE), kind) for form, kind in _CLAUSES)


def section_of(text: str, line: int) -> WrittenSection | None:
    """The section, still without exercises, of the line that says how it goes."""
    section = WrittenSection((), line)
    for clause in text.split("; "):
        found = next(((read, kind) for form, kind in _FORMS if (read := form.fullmatch(clause))), None)
        if found is None:
            return None
        section = replace(section, **_fields(*found))
    return section


def _fields(read: re.Match[str], kind: Kind | None) -> dict[str, Any]:
    said = {name: text for name, text in read.groupdict().items() if text is not None}
    fields: dict[str, Any] = {"kind": kind} if kind else {}
    if kind in {*_IN_TURN, Kind.INTERVALS}:
        fields["rest_s"] = 0.0
    fields |= {name: int(said[name]) for name in ("rounds", "repeat") if name in said}
    fields |= {f"{name}_s": _seconds(said[name]) for name in _TIMES if name in said}
    fields |= {f"{name}_s": 0.0 for name in _TIMES if f"no_{name}" in said}
    if "minutes" in said:
        fields["minutes"] = _seconds(said["minutes"]) / S_PER_MINUTE
    if timing := next((one for one in Timing if one.value in said), None):
        fields["timing"] = timing
    return fields


def in_rounds(section: WrittenSection) -> WrittenSection:
    """The section; where some exercise is left out of the last rounds, all of them say in how many they are."""
    if section.kind not in _IN_TURN or not any(one.sets and not one.each_set for one in section.exercises):
        return section
    exercises = (replace(one, sets=one.sets or section.rounds) for one in section.exercises)
    return replace(section, rounds=None, exercises=tuple(exercises))


# What is done

_FACTS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], dict[str, Any]]], ...] = (
    (re.compile(f"rest ({_LENGTH})|no rest"), lambda read: {"rest_s": _seconds(read[1]) if read[1] else 0.0}),
    (re.compile(f"takes ({_LENGTH})"), lambda read: {"takes_s": _seconds(read[1])}),
    (re.compile(f"hold each rep ({_LENGTH})"), lambda read: {"pause_s": _seconds(read[1])}),
    (re.compile(rf"tempo ({_NUMBER}(?:-{_NUMBER}){{3}})"), lambda read: {"tempo": str(parse_tempo(read[1]))}),
    (re.compile(rf"{_NUMBER} (?:kg|lb|%)|RPE {_NUMBER}"), lambda read: {"load": _load(read[0])}),
    (re.compile("held"), lambda _: {"is_hold": True}),
    (re.compile("alternating"), lambda _: {"sides": Sides.ALTERNATING}),
)
"""What stands behind the amount, parted by commas, and the fields it gives."""


def exercise_of(text: str, line: int, kind: Kind) -> WrittenExercise | None:
    """The exercise of its line, in a section of a kind."""
    fields: dict[str, Any] = {"sides": Sides.NONE, "is_hold": False, "joined": text.startswith("+ ")}
    parts = text.removeprefix("+ ").split(", ")
    try:
        while len(parts) > 1 and (taken := _taken(parts[-1])):
            fields |= taken
            parts.pop()
        head = (_TIMED if kind is Kind.INTERVALS else _HEAD).fullmatch(", ".join(parts))
        if head is None or _NO_NAME.search(head["name"]):
            return None
        sides = {"sides": Sides.EACH} if head["each"] else {}
        amount = _amount(head["amount"]) if head["amount"] else {}
    except NotationError:
        return None
    return WrittenExercise(head["name"], line, **{**fields, **amount, **sides})


def _taken(part: str) -> dict[str, Any]:
    return next((taken(read) for form, taken in _FACTS if (read := form.fullmatch(part))), {})


def _amount(text: str) -> dict[str, Any]:
    """The fields of an amount as it is written behind a name."""
    bare = re.sub(r" reps?$", "", text.removesuffix(" hold"))
    held = {"is_hold": True} if text.endswith(" hold") else {}
    return {**held, **(ladder_fields(bare) if ", " in bare else fields_of(parse_prescription(bare)))}


def ladder_fields(text: str) -> dict[str, Any]:
    """The fields of amounts of sets that differ: `8-10, 6-8, max`. Raises NotationError."""
    amounts = tuple(text.split(", "))
    return {**fields_of(parse_prescription(amounts[0])), "ladder": amounts, "sets": len(amounts)}


def _load(text: str) -> str:
    parse_load(text)
    return text


def _seconds(text: str) -> float:
    return parse_length(text) / MS_PER_S
