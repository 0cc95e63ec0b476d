"""A workout as text to paste into a chat or a mail, plain or Markdown, which `voicecoach import` reads back.

What stands in a line, and which line may follow which, is what `authoring.formats.exported` knows, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from voicecoach.outputs.export.parts import beside, entry_line, heading, shares_interval, title_of
from voicecoach.plan.workout import Workout, WorkSection
from voicecoach.times import length_text

LEAST_UNDERLINE = 3
"""Fewer signs are no line."""
_MARKS = re.compile(r"[\\`*_\[\]<>#~|&]|^[-+](?= )|(?<=^)(\d+)(?=[.)] )")
"""What Markdown takes for its own."""


class _Kind(Enum):
    TITLE = auto()
    WEEK = auto()
    FACT = auto()
    SECTION = auto()
    HOW = auto()
    ENTRY = auto()
    BESIDE = auto()


@dataclass(frozen=True)
class _Line:
    kind: _Kind
    text: str


def as_text(workouts: Sequence[Workout]) -> str:
    """The text: one workout, or the weeks of a programme below one title, which is underlined."""
    return _joined(_plain(_lines(workouts)))


def as_markdown(workouts: Sequence[Workout]) -> str:
    """The same as Markdown: a heading for each section, a list of its exercises."""
    lines = list(_lines(workouts))
    return _joined(_markdown(lines, "##" if len(workouts) == 1 else "###"))


def steps_text(workout: Workout) -> str:
    """What there is to do, without title and equipment."""
    return _joined(_plain(_sections(workout)))


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"


def _lines(workouts: Sequence[Workout]) -> Iterator[_Line]:
    first, is_one = workouts[0], len(workouts) == 1
    yield _line(_Kind.TITLE, first.session.title)
    if is_one and first.weeks > 1:
        yield _line(_Kind.WEEK, f"Week {first.week}")
    if first.client:
        yield _line(_Kind.FACT, f"For: {first.client}")
    equipment: tuple[str, ...] = ()
    for workout in workouts:
        if not is_one:
            yield _line(_Kind.WEEK, f"Week {workout.week}")
        if (fetch := workout.fetched) and fetch != equipment:
            yield _line(_Kind.FACT, f"Equipment: {'; '.join(fetch)}")
        equipment = fetch
        yield from _sections(workout)


def _line(kind: _Kind, text: str) -> _Line:
    return _Line(kind, " ".join(text.split()))


def _sections(workout: Workout) -> Iterator[_Line]:
    if any(section.before is None for section in workout.sections[1:]):
        yield _line(_Kind.FACT, f"Rest between sections: {length_text(workout.session.rest)}")
    for number, section in enumerate(workout.sections, start=1):
        yield from _section(section, number, is_alone=len(workout.sections) == 1)


def _section(section: WorkSection, number: int, *, is_alone: bool) -> Iterator[_Line]:
    """Its title, how it goes, and its exercises; numbered without a title, or with one that reads as another line."""
    title, how = title_of(section.title, number), heading(section, is_first=number == 1)
    if section.title or not (how or is_alone):
        yield _line(_Kind.SECTION, title)
    if how:
        yield _line(_Kind.HOW, how)
    for entry, work in enumerate(section.works):
        plus = "+ " if shares_interval(section, work) else ""
        yield _line(_Kind.ENTRY, f"{plus}{entry_line(section, entry)}")
        yield from (_line(_Kind.BESIDE, one) for one in beside(work))


def _plain(lines: Iterable[_Line]) -> Iterator[str]:
    before: _Kind | None = None
    for line in lines:
        is_within = before in {_Kind.SECTION, _Kind.HOW, _Kind.ENTRY, _Kind.BESIDE}
        is_begin = line.kind in {_Kind.WEEK, _Kind.FACT, _Kind.SECTION}
        if is_begin or not is_within or (line.kind is _Kind.HOW and before is not _Kind.SECTION):
            yield ""
        if line.kind is _Kind.TITLE:
            yield from (line.text, "=" * max(LEAST_UNDERLINE, len(line.text)))
        elif line.kind is _Kind.SECTION:
            yield f"{line.text}:"
        else:
            yield f"({line.text})" if line.kind is _Kind.HOW and before is _Kind.SECTION else line.text
        before = line.kind


def _markdown(lines: Iterable[_Line], of_section: str) -> Iterator[str]:
    marks = {_Kind.TITLE: "# ", _Kind.WEEK: "## " if of_section == "###" else "", _Kind.SECTION: f"{of_section} "}
    marks |= {_Kind.ENTRY: "- ", _Kind.BESIDE: "  - "}
    is_in_list = False
    for line in lines:
        is_of_list = line.kind in {_Kind.ENTRY, _Kind.BESIDE}
        if not (is_of_list and is_in_list):
            yield ""
        yield marks.get(line.kind, "") + _escaped(line.text)
        is_in_list = is_of_list


def _escaped(text: str) -> str:
    return _MARKS.sub(lambda found: f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}", text)
