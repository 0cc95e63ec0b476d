"""A workout as plain text to paste into a chat or a mail, which `voicecoach import` reads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from voicecoach.outputs.export.parts import entry_lines, heading, notes, repeats, shares_interval
from voicecoach.plan.framing import is_cool_down, is_warm_up
from voicecoach.plan.workout import Workout, WorkSection, for_client

LEAST_UNDERLINE = 3
"""Fewer signs are no line."""


def as_text(workouts: Sequence[Workout]) -> str:
    """The text: one workout, or the weeks of a programme below one title, which is underlined."""
    return _text(_lines(workouts))


def _lines(workouts: Sequence[Workout]) -> Iterator[str]:
    first, is_one = workouts[0], len(workouts) == 1
    yield from _underlined(for_client(first.title if is_one else first.session.title, first.client))
    equipment: tuple[str, ...] = ()
    for workout in workouts:
        if not is_one:
            yield from ("", f"Week {workout.week}")
        if (fetch := workout.fetched) and fetch != equipment:
            yield from ("", f"Equipment: {'; '.join(fetch)}")
        equipment = fetch
        yield from _sections(workout)


def steps_text(workout: Workout) -> str:
    """What there is to do, without title and equipment."""
    return _text(_sections(workout)).strip()


def _text(lines: Iterable[str]) -> str:
    return "\n".join(" ".join(line.split()) for line in lines) + "\n"


def _underlined(title: str) -> Iterator[str]:
    """A title of any words, so that nobody takes it for what there is to do: `Tabata: squats`."""
    shown = " ".join(title.split())
    yield shown
    yield "=" * max(LEAST_UNDERLINE, len(shown))


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
        yield f"{part} ({section.title})"
    elif not how and not is_alone:
        yield part
    if how:
        yield how


def _entries(section: WorkSection) -> Iterator[str]:
    for entry, work in enumerate(section.works):
        plus = "+ " if shares_interval(section, work) else ""
        yield from (f"{plus}{line}" for line in entry_lines(section, entry))
        if said := notes(section, work):
            yield f"Note: {said}"
