"""`voicecoach history`: what was trained, as a table and a small calendar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from voicecoach.cli.messages import cell, notes, printable, say, table_console
from voicecoach.cli.options import Text
from voicecoach.clock import local_now
from voicecoach.counted import counted
from voicecoach.shell import quoted
from voicecoach.times import Ms, clock, seconds

if TYPE_CHECKING:
    from voicecoach.history.model import Training
    from voicecoach.history.store import History

DEFAULT_LIMIT = 20
CALENDAR_WEEKS = 6
DAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
NONE, SOME, ALL = ".", "/", "x"
LEGEND = f"{ALL} all sets done  {SOME} some  {NONE} none  [ ] today"

Number = Optional[int]  # noqa: UP045 - typer reads it at run time


def history(
    session: Annotated[
        Text, typer.Option("--session", metavar="NAME", help="Only this session, by name or path.", show_default=False)
    ] = None,
    limit: Annotated[
        Number, typer.Option("--limit", metavar="N", min=1, help="Only the last N.", show_default=False)
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="All of it for other programs.")] = False,
) -> None:
    """Show what you have trained: a table of the last trainings and a small calendar.

    Examples:

      voicecoach history

      voicecoach history --session glutes-for-runners --limit 5

      voicecoach history --json > history.json
    """
    from voicecoach.history.store import History

    remembered = History()
    trainings = _asked(remembered, session)
    tell(remembered)
    if json:
        print(as_json(trainings[-limit:] if limit else trainings))
    elif trainings:
        shown = trainings[-(limit or DEFAULT_LIMIT) :]
        _print_table(shown)
        print()
        for line in entered_lines(shown):
            print(line)
        for line in calendar_lines(trainings, local_now().date()):
            print(line)
    else:
        say(f"Nothing trained yet. Start with: {quoted(['voicecoach', 'live', session or 'glutes-for-runners'])}")


def tell(remembered: History) -> None:
    """Say what was wrong with the history."""
    notes(remembered.sentences)


def _asked(remembered: History, session: str | None) -> list[Training]:
    """The trainings of the session, or all. Raises UnknownNameError for a session that nobody knows."""
    from voicecoach.definitions.load import is_path, names
    from voicecoach.errors import UnknownNameError
    from voicecoach.history.model import SessionId

    everything = remembered.trainings()
    if session is None:
        return everything
    asked = SessionId.of(session)
    found = [one for one in everything if asked.is_same(one.session)]
    # The user's own sessions are shown by name in the table, so their names do as well.
    found = found or [one for one in everything if one.session.name == session]
    known = {*names("sessions"), *names("exercises"), *(one.session.name for one in everything)}
    if not found and not is_path(session) and session not in known:
        raise UnknownNameError("session", session, known)
    return found


def _print_table(trainings: Sequence[Training]) -> None:
    from rich.table import Table

    table = Table()
    for column in ("started", "session", "week", "time", "sets", "felt"):
        table.add_column(column, no_wrap=column != "session")
    for one in trainings:
        started = one.started.strftime("%Y-%m-%d %H:%M")
        week = f"{one.week} of {one.weeks}" if one.weeks > 1 else ""
        time = f"{clock(one.trained_ms)} of {clock(one.planned_ms)}"
        table.add_row(started, cell(one.title), week, time, sets_text(one), one.felt or "")
    table_console().print(table)


def sets_text(training: Training) -> str:
    """`15 done`, or `12 done, 3 skipped`."""
    skipped = f", {training.sets_skipped} skipped" if training.sets_skipped else ""
    return f"{training.sets_done} done{skipped}"


def entered_lines(trainings: Sequence[Training]) -> Iterator[str]:
    """What was entered of sets, a line for each exercise of a training: `2026-03-02  squat: 8 x 24 kg, 6 x 24 kg`."""
    for one in trainings:
        entered: dict[str, list[str]] = {}
        for name, what in _entered(one):
            entered.setdefault(name, []).append(what)
        yield from (f"{one.day.isoformat()}  {name}: {', '.join(sets)}" for name, sets in entered.items())
    if any(any(_entered(one)) for one in trainings):
        yield ""


def _entered(training: Training) -> Iterator[tuple[str, str]]:
    """The exercise and what was done, for each set of which something was entered; of two sides, the first."""
    from voicecoach.history.model import WORKING_KINDS

    before: tuple[str | None, int | None, str | None] = (None, None, None)
    for step in training.steps:
        if step.kind not in WORKING_KINDS or (step.reps_done is None and not step.load):
            continue
        is_other_side = (step.exercise, step.set) == before[:2] and step.side != before[2]
        if not is_other_side:
            reps = step.reps if step.reps_done is None else step.reps_done
            what = " x ".join(str(part) for part in (reps, step.load) if part)
            yield printable(step.exercise or "list"), printable(what)
        before = step.exercise, step.set, step.side


def calendar_lines(trainings: Sequence[Training], today: date) -> Iterator[str]:
    """The last weeks up to `today`, a line for each, Monday first, with what was trained in it."""
    monday = today - timedelta(days=today.weekday())
    yield "week from   " + "  ".join(DAYS)
    for back in range(CALENDAR_WEEKS - 1, -1, -1):
        first = monday - timedelta(weeks=back)
        days = [first + timedelta(days=number) for number in range(len(DAYS))]
        marks = [_mark(day, trainings, today) for day in days]
        yield f"{first.isoformat()} {''.join(marks)}  {_total(first, trainings)}".rstrip()
    yield LEGEND


def _mark(day: date, trainings: Sequence[Training], today: date) -> str:
    of_day = [one for one in trainings if one.day == day and one.sets_done]
    mark = (ALL if any(one.all_done for one in of_day) else SOME) if of_day else (NONE if day <= today else " ")
    return f"[{mark}] " if day == today else f" {mark}  "


def _total(monday: date, trainings: Sequence[Training]) -> str:
    of_week = [one for one in trainings if monday <= one.day < monday + timedelta(weeks=1) and one.sets_done]
    if not of_week:
        return ""
    time = clock(Ms(sum(one.trained_ms for one in of_week)))
    return f"{counted(len(of_week), 'session')}, {time}"


def as_json(trainings: Sequence[Training]) -> str:
    """The trainings as a JSON list, oldest first; times are in seconds."""
    import json

    return json.dumps([_exported(one) for one in trainings], ensure_ascii=False, indent=1)


def _exported(training: Training) -> dict[str, Any]:
    from dataclasses import asdict

    stopped = training.stopped_at_ms
    return {
        "id": training.id,
        "started": training.started.isoformat(),
        "session": training.session.name,
        "path": training.session.path,
        "title": training.title,
        "week": training.week,
        "weeks": training.weeks,
        "options": dict(training.options),
        "planned": seconds(training.planned_ms),
        "trained": seconds(training.trained_ms),
        "sets_done": training.sets_done,
        "sets_skipped": training.sets_skipped,
        "completed": training.completed,
        "whole": training.whole,
        "felt": training.felt,
        "changed": dict(training.changed),
        "stopped_at": None if stopped is None else seconds(stopped),
        "steps": [asdict(step) for step in training.steps],
    }
