"""`voicecoach export`: a session for elsewhere, as text, as a table, as a calendar."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.lines import BYTE_ORDER_MARK
from voicecoach.cli.messages import notes
from voicecoach.cli.opening import asked_session, loaded_session, opened_sounds
from voicecoach.cli.option_values import PARSERS, typed_path
from voicecoach.cli.options import Given, SessionName, Text, option, session_options, voice_options, with_options
from voicecoach.clock import local_now
from voicecoach.counted import counted
from voicecoach.definitions.notation import NotationError
from voicecoach.errors import ChoiceError, nearest

if TYPE_CHECKING:
    from voicecoach.outputs.export.calendar import Hour, Occasion
    from voicecoach.pipeline.prepare import Loaded, Prepared
    from voicecoach.plan.workout import Workout

ALL = "all"
STREAM = "-"
OF_CALENDARS = ("start", "days", "time", "timezone", "alarm")
"""The options that only a calendar has."""


class Format(StrEnum):
    """What a session can be exported as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    CSV = "csv"
    ICS = "ics"


SUFFIXES = {".txt": Format.TEXT, ".md": Format.MARKDOWN, ".csv": Format.CSV, ".ics": Format.ICS}


def export_options(
    weeks: Annotated[
        Text, option("all|N|N-M|N,M", "Several weeks: all, the first N, or those named.", "--weeks")
    ] = None,
    start: Annotated[Text, option("DATE", "The day the first week begins, such as 2026-12-01.", "--start")] = None,
    days: Annotated[Text, option("DAYS", "Days of each week, such as mon,wed,fri.", "--days")] = None,
    time: Annotated[Text, option("HH:MM", "When it begins on those days.", "--time")] = None,
    timezone: Annotated[
        Text, option("ZONE", "The time's zone, such as Europe/Berlin; else wherever you are.", "--timezone")
    ] = None,
    alarm: Annotated[Text, option("MINUTES", "A reminder so long before.", "--alarm")] = None,
) -> None:
    """The options of which weeks, and on which days."""


@dataclass(frozen=True)
class _Wanted:
    """The format, and the file to write, `None` for the standard output."""

    format: Format
    path: Path | None

    @property
    def suffix(self) -> str:
        """How such a file's name usually ends."""
        return next(suffix for suffix, one in SUFFIXES.items() if one is self.format)


@with_options(session_options, voice_options, export_options)
def export(
    given: Given,
    session: SessionName = None,
    format_: Annotated[
        Text, option("text|markdown|csv|ics", "What to make of it; else the file's suffix says.", "--format")
    ] = None,
    output: Annotated[Text, option("FILE", "The file to write; without it, it is printed.", "-o", "--output")] = None,
) -> None:
    """Make of a session what goes elsewhere: text for a chat, a table, or dates in a calendar.

    Examples:

      voicecoach export glutes-for-runners

      voicecoach export glutes-for-runners --weeks all -o glutes.csv

      voicecoach export glutes-for-runners --start 2026-12-01 --days mon,wed,fri --time 18:30 -o glutes.ics
    """
    wanted = _wanted(format_, output)
    _check_options(wanted, given)
    loaded, chosen = loaded_session(asked_session(session, given), given)
    if wanted.path:
        from voicecoach.outputs.whole_file import Naming, check_writable

        check_writable(wanted.path, loaded.files, naming=Naming(example=f"session{wanted.suffix}"))
    notes(chosen)
    _deliver(wanted, *_made(wanted.format, loaded, given), loaded)


def _wanted(format_: str | None, output: str | None) -> _Wanted:
    """Raises typer.BadParameter for an unknown format, ChoiceError for a file that doesn't say which."""
    names = [str(one) for one in Format]
    if format_ is not None and format_ not in names:
        raise typer.BadParameter(f"{format_!r} is none of {', '.join(names)}.{nearest(format_, names)}")
    path = typed_path(output) if output not in {None, STREAM} else None
    if format_ is not None:
        return _Wanted(Format(format_), path)
    if path is None:
        return _Wanted(Format.TEXT, None)
    if path.suffix.lower() not in SUFFIXES:
        raise ChoiceError(
            f"{str(path)!r} doesn't say what to write. Its suffix may be {', '.join(SUFFIXES)}; or add --format "
            f"{'|'.join(names)}."
        )
    return _Wanted(SUFFIXES[path.suffix.lower()], path)


def _check_options(wanted: _Wanted, given: Given) -> None:
    """Raises typer.BadParameter for options that don't go together."""
    typed = {name for name in (*OF_CALENDARS, "week", "weeks") if given.values.get(name) is not None}
    if {"week", "weeks"} <= typed:
        raise typer.BadParameter("--week and --weeks don't go together. Name several weeks like this: --weeks 2,4.")
    dated = [name for name in OF_CALENDARS if name in typed]
    if wanted.format is not Format.ICS and dated:
        raise typer.BadParameter(f"--{dated[0]} is for a calendar: add --format ics, or -o NAME.ics.")
    if wanted.format is Format.ICS and given.get("start") is None:
        raise typer.BadParameter("A calendar needs the day of the first week: --start 2026-12-01.")
    for name in ("timezone", "alarm"):
        if name in typed and given.get("time") is None:
            raise typer.BadParameter(f"--{name} needs a time of day: --time 18:30.")


def _made(format_: Format, loaded: Loaded, given: Given) -> tuple[bytes, str]:
    """What was asked for, and how much it is."""
    from voicecoach.plan.progression import repeated_weeks, weeks_of

    notes(loaded.notes)
    weeks = _weeks(format_, loaded, given)
    if given.values.get("weeks") is not None:
        notes(repeated_weeks(loaded.session, weeks))
    last = max(*weeks, weeks_of(loaded.session))
    each = [replace(loaded, choices=replace(loaded.choices, week=week, weeks=last)) for week in weeks]
    if format_ is Format.ICS:
        return _calendar(list(_prepared(each, given)), weeks, given)
    workouts = _workouts(each, given)
    notes(note for one in workouts for note in one.notes)
    if format_ in {Format.TEXT, Format.MARKDOWN}:
        from voicecoach.outputs.export.text import as_markdown, as_text

        text = as_text(workouts) if format_ is Format.TEXT else as_markdown(workouts)
        return text.encode(errors="replace"), counted(text.count("\n"), "line")
    from voicecoach.outputs.export.table import as_table

    table = as_table(workouts)
    return table.encode(errors="replace"), counted(table.count("\n") - 1, "row")


def _weeks(format_: Format, loaded: Loaded, given: Given) -> tuple[int, ...]:
    """The weeks to write: those asked for, else all of a calendar and one of a text. Raises typer.BadParameter."""
    from voicecoach.plan.progression import weeks_of

    typed = given.values.get("weeks")
    is_all = typed == ALL or (typed is None and format_ is Format.ICS and given.values.get("week") is None)
    if is_all:
        return tuple(range(1, weeks_of(loaded.session) + 1))
    if typed is None:
        return (loaded.choices.week,)
    try:
        weeks: tuple[int, ...] = PARSERS["weeks"](typed)  # type: ignore[assignment]
    except NotationError as error:
        raise typer.BadParameter(f"{error} Or all of them: --weeks all.", param_hint="--weeks") from None
    return weeks


def _workouts(each: list[Loaded], given: Given) -> list[Workout]:
    """What there is to do; only a session that has to fit some minutes needs a voice to know."""
    if each[0].choices.minutes is not None:
        return [one.workout for one in _prepared(each, given)]
    from voicecoach.plan.select import select

    return [select(one.session, one.choices) for one in each]


def _prepared(each: list[Loaded], given: Given) -> Iterator[Prepared]:
    from voicecoach.pipeline.prepare import prepare

    with opened_sounds(given, each[0].phrases.language) as (sounds, _):
        try:
            yield from (prepare(one, sounds) for one in each)
        finally:
            sounds.cache.commit()


def _calendar(prepared: Sequence[Prepared], weeks: tuple[int, ...], given: Given) -> tuple[bytes, str]:
    from voicecoach.outputs.export.calendar import as_calendar

    notes(note for one in prepared for note in one.workout.notes)
    occasions = list(_occasions(prepared, weeks, given))
    data = as_calendar(occasions, _hour(given), local_now())
    return data, counted(len(occasions), "event")


def _occasions(prepared: Sequence[Prepared], weeks: tuple[int, ...], given: Given) -> Iterator[Occasion]:
    from voicecoach.outputs.export.calendar import Occasion
    from voicecoach.outputs.export.dates import dates

    by_week = dict(zip(weeks, prepared, strict=True))
    days = given.get("days") or ()
    for place, (week, day) in enumerate(dates(given.get("start"), days, weeks)):
        one = by_week[week]
        yield Occasion(one.workout, one.timeline.duration, day, place % max(1, len(days)) + 1)


def _hour(given: Given) -> Hour | None:
    from voicecoach.outputs.export.calendar import Hour

    at = given.get("time")
    return Hour(at, given.get("timezone"), given.get("alarm")) if at is not None else None


def _deliver(wanted: _Wanted, data: bytes, amount: str, loaded: Loaded) -> None:
    if wanted.path is None and wanted.format is Format.ICS:
        typer.echo(data, nl=False)  # its lines end alike on every system
        return
    if wanted.path is None:
        sys.stdout.write(data.decode())
        return
    from voicecoach.outputs.whole_file import whole_file

    mark = BYTE_ORDER_MARK.encode() if wanted.format is Format.CSV else b""
    with whole_file(wanted.path, inputs=loaded.files) as part:
        part.write_bytes(mark + data)
    print(f"{wanted.path}  {amount}")
