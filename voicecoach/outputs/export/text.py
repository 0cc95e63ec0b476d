"""A workout as plain text to paste into a chat or a mail, which `voicecoach import` reads back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from voicecoach.definitions.session import SectionKind
from voicecoach.outputs.export.parts import entry_lines, heading, needs, notes, repeats
from voicecoach.plan.framing import is_cool_down, is_warm_up
from voicecoach.plan.workout import Workout, WorkSection, for_client


def as_text(workouts: Sequence[Workout]) -> str:
    """The text: one workout, or the weeks of a programme below one title. Lines are short and have no markup."""
    first = workouts[0]
    if len(workouts) == 1:
        return _text([for_client(first.title, first.client), *_workout(first)])
    weeks = (line for one in workouts for line in ("", f"Week {one.week}", *_workout(one)))
    return _text([for_client(first.session.title, first.client), *weeks])


def steps_text(workout: Workout) -> str:
    """What there is to do, without title and equipment."""
    return _text(_sections(workout)).strip()


def _text(lines: Sequence[str] | Iterator[str]) -> str:
    return "\n".join(" ".join(line.split()) for line in lines) + "\n"


def _workout(workout: Workout) -> Iterator[str]:
    if fetch := needs(workout):
        yield ""
        yield f"Equipment: {'; '.join(fetch)}"
    yield from _sections(workout)


def _sections(workout: Workout) -> Iterator[str]:
    is_alone = len(workout.sections) == 1 and repeats(workout.sections[0]) == 1
    for number, section in enumerate(workout.sections, start=1):
        for repeat in range(repeats(section)):
            yield ""
            yield from _head(section, f"Part {number}{', again' if repeat else ''}", is_alone=is_alone)
            yield from _entries(section)


def _head(section: WorkSection, part: str, *, is_alone: bool) -> Iterator[str]:
    """Its title, and how it goes; numbered, as a title may be any words."""
    how = heading(section)
    if section.title and (is_warm_up(section) or is_cool_down(section)):
        yield section.title
    elif section.title:
        yield f"{part}: {section.title}"
    elif not how and not is_alone:
        yield part
    if how:
        yield how


def _entries(section: WorkSection) -> Iterator[str]:
    for entry, work in enumerate(section.works):
        is_with = work.joined and section.kind is SectionKind.EMOM
        yield from (f"{'+ ' if is_with else ''}{line}" for line in entry_lines(section, entry))
        if said := notes(work):
            yield f"Note: {said}"
