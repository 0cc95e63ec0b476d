"""A workout as plain text to paste into a chat or a mail, which `voicecoach import` reads back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from voicecoach.outputs.export.parts import entry_lines, heading, notes, repeats, shares_interval
from voicecoach.outputs.export.titles import LETTERED, is_read_alone, lettered
from voicecoach.plan.workout import Workout, WorkSection, for_client

LEAST_UNDERLINE = 3
"""Fewer signs are no line."""
LEAST_LETTERED, MOST_LETTERED = 2, 4
"""So many exercises with one letter are taken for a superset."""


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
            part = f"Part {number}{', again' if repeat else ''}"
            yield ""
            yield from _section(section, part, is_again=repeat > 0, is_alone=is_alone)


def _section(section: WorkSection, part: str, *, is_again: bool, is_alone: bool) -> Iterator[str]:
    """Its title, how it goes, and its exercises; numbered where its title wouldn't be read as one."""
    title, how, entries = section.title or "", heading(section), list(_entries(section))
    if not title or how.lower().startswith(title.lower()):
        yield from [how] if how else [] if is_alone else [f"{part}:"]
    elif not is_again and _can_be_lettered(section) and is_read_alone(title, how, section.kind):
        yield f"{title}:"
        yield from [f"({how})"] if how else []
        entries = lettered(entries) if section.kind in LETTERED else entries
    else:
        yield from (f"{part} ({title}):", *([how] if how else []))
    for lines in entries:
        yield from lines


def _can_be_lettered(section: WorkSection) -> bool:
    return section.kind not in LETTERED or LEAST_LETTERED <= len(section.works) <= MOST_LETTERED


def _entries(section: WorkSection) -> Iterator[list[str]]:
    """The lines of each entry."""
    for entry, work in enumerate(section.works):
        plus = "+ " if shares_interval(section, work) else ""
        said = notes(section, work)
        yield [*(f"{plus}{line}" for line in entry_lines(section, entry)), *([f"Note: {said}"] if said else [])]
