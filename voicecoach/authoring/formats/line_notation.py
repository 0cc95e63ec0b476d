"""A session in one line, as other commands take it too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from voicecoach.authoring.formats.prescribed import MS_PER_S, prescribed
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.authoring.rules.passes.lists_repeated import repeats_list
from voicecoach.authoring.rules.passes.once_then_rounds import once_then_rounds
from voicecoach.authoring.written import Written, WrittenExercise, WrittenSection
from voicecoach.definitions.amounts import Prescription
from voicecoach.definitions.files import titles
from voicecoach.definitions.line_look import reads_as_line
from voicecoach.definitions.model import Sides
from voicecoach.definitions.notation import NotationError, parse_length, parse_prescription
from voicecoach.definitions.one_line import Line, read_line
from voicecoach.definitions.session import SectionKind
from voicecoach.definitions.source import Plain
from voicecoach.errors import DefinitionError

MS_PER_MINUTE = 60_000
_SENTENCE = re.compile(r"[.!?]\s+\w")
"""Where a sentence ends and another begins, as no exercise's name has it."""
_NO_NAME = re.compile(
    r"(?:an?|the|and|of|or|then|holding|hold it|with|after|before|same|repeat|each|both|right|left)\b|.*\.$"
    r"|(?:kms?|miles?|mi|met(?:re|er)s?|yards?|laps?|lengths?)\b",
    re.IGNORECASE,
)
"""How what stands between two commas begins, or ends, that calls nothing."""
_LETTERED = re.compile(r"(?:^|\s)(?:a|1)[.)]\s.*\s(?:b|2)[.)]\s", re.IGNORECASE)
"""A list within a line, whose entries are counted: `a) squats b) lunges`."""
_REMARK = re.compile(
    r"\b(?:light\w*|heav\w+|moderate\w*|medium|eas\w+|hard\w*|slow\w*|steady|controlled|explosive\w*|alternat\w+"
    r"|sides?|legs?|arms?|feet|hands?|eyes|knees?|weights?|bodyweight|bw|form|range|bands?|banded|bar|kb|dumbbells?"
    r"|optional\w*|if|as|keep|pause\w*|tempo|unilateral|superset|drop ?sets?|wide|tight|same|switch|leave|stay|squeeze"
    r"|left|right|each|both|full|good|no|max\w*|rpe|rir|with|without|using|per|total|today|first|last)\b",
    re.IGNORECASE,
)
"""What is said behind an amount of how it is done, and calls nothing: `light`, `pause at the bottom`."""
_LENGTHS = {
    "rest": "rest_s",
    "round_rest": "round_rest_s",
    "work": "work_s",
    "every": "every_s",
    "cap": "cap_s",
}
"""The keys of a section that are lengths, and the fields for them."""


def read_line_notation(text: str) -> Written | None:
    """The session of a text's only line; `None` where there are several, or it is meant for the rules of prose."""
    lines = [(at, one.strip()) for at, one in enumerate(text.split("\n"), start=1) if one.strip()]
    if len(lines) != 1 or not reads_as_line(lines[0][1]) or _is_told(lines[0][1]):
        return None
    number, line = lines[0]
    known = titles("exercises")
    try:
        read = read_line(line, known)
        sections = tuple(_section(one, read, known, number) for one in read.sections if isinstance(one, dict))
    except (DefinitionError, NotationError):
        return None
    called = [str(own["title"]) for own in read.exercises.values() if isinstance(own, dict)]
    if any(_SENTENCE.search(one) or _NO_NAME.match(one) for one in called) or _has_remark(sections):
        return None
    if not re.search(r"\bcap\b|\d\s*(?:m|min|minutes?)\b", line, re.IGNORECASE):
        sections = tuple(replace(one, cap_s=None) for one in sections)  # the reader's default isn't the author's
    return Written(read.title, sections)


def _is_told(line: str) -> bool:
    """Whether it has what only the rules of prose read."""
    told = by_clock(line)
    is_run = told is not None and any(one.facts.distance_m and one.facts.rest_s for one in told.exercises)
    return is_run or bool(_LETTERED.search(line)) or repeats_list(line) or once_then_rounds(line) is not None


def _has_remark(sections: Sequence[WrittenSection]) -> bool:
    """Whether something beside what is counted calls nothing, as `light` in `Lunges 3x10, light`."""
    found = [one for section in sections for one in section.exercises]
    is_counted = [bool(one.reps or one.seconds or one.distance_m or one.is_open or one.each_set) for one in found]
    called = [one.matched or ends_with_movement(one.name) or not _REMARK.search(one.name) for one in found]
    return any(is_counted) and not all(one or other for one, other in zip(is_counted, called, strict=True))


def _section(tree: dict[str, Plain], line: Line, known: dict[str, str], number: int) -> WrittenSection:
    entries = tree["exercises"] if isinstance(tree["exercises"], list) else []
    flat = [one for entry in entries for one in (entry if isinstance(entry, list) else [entry])]
    lengths: dict[str, Any] = {field: _seconds(tree[key]) for key, field in _LENGTHS.items() if key in tree}
    minutes = tree.get("minutes")
    rounds = tree.get("rounds")
    title = tree.get("title")
    return WrittenSection(
        tuple(exercise for one in flat for exercise in _exercises(one, line, known, number)),
        number,
        title=title if isinstance(title, str) else None,
        kind=SectionKind(str(tree.get("kind", SectionKind.STRAIGHT_SETS))),
        rounds=rounds if isinstance(rounds, int) else None,
        minutes=_minutes(minutes) if minutes is not None else None,
        **lengths,
    )


def _exercises(entry: Plain, line: Line, known: dict[str, str], number: int) -> Iterator[WrittenExercise]:
    """The exercise of an entry; more than one entry where only some of its sets are open."""
    values = entry if isinstance(entry, dict) else {"exercise": entry}
    name = str(values["exercise"])
    own = line.exercises.get(name)
    exercise = WrittenExercise(
        str(own["title"]) if isinstance(own, dict) else known.get(name, name),
        number,
        matched=None if own is not None else name,
        is_hold=True if isinstance(own, dict) and own.get("hold") else None,
        sides=Sides.EACH if values.get("sides") == "each" else None,
        takes_s=_seconds(values["takes"]) if "takes" in values else None,
    )
    if "work" in values:
        length = _seconds(values["work"])
        exercise = replace(exercise, seconds=(length, length))
    written = parse_prescription(values["prescription"]) if "prescription" in values else Prescription()
    yield from prescribed(exercise, written)


def _seconds(value: Plain) -> float:
    return parse_length(value) / MS_PER_S


def _minutes(value: Plain) -> float:
    return float(value) if isinstance(value, int) else parse_length(value) / MS_PER_MINUTE
