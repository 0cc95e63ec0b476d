"""The sessions of a programme as events of a calendar (RFC 5545)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from voicecoach.errors import OutputError
from voicecoach.outputs.export.text import steps_text
from voicecoach.packages import install_extra
from voicecoach.plan.framing import Minutes
from voicecoach.plan.workout import Workout, for_client
from voicecoach.templates import xml_text
from voicecoach.times import Ms, minutes_up

if TYPE_CHECKING:
    from icalendar import Alarm, Event

_NAMESPACE = UUID("0f1b6a52-6d1c-4a27-8a3e-5d2b9c70e4f8")
"""Of the events' identifiers (RFC 4122, version 4)."""
NO_LIBRARY = f"A calendar needs the extra 'calendar': {install_extra('calendar')}."


@dataclass(frozen=True)
class Occasion:
    """A session on a day: the workout, its length, and the how-manieth of its week it is, from one."""

    workout: Workout
    length: Ms
    day: date
    number: int = 1


@dataclass(frozen=True)
class Hour:
    """When a session begins on its day: at `at`, in a time zone or wherever one is, with an alarm before it."""

    at: time
    zone: ZoneInfo | None = None
    alarm_min: int | None = None


def as_calendar(occasions: Iterable[Occasion], hour: Hour | None, now: datetime) -> bytes:
    """The calendar as an .ics file: an event for each session, without an `hour` one that takes no time of its day.

    The same session of the same week has the same identifier each time, so that a calendar takes it as the newer one;
    `now`, with its time zone, says which is newer.

    Raises OutputError where the library isn't installed.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        raise OutputError(NO_LIBRARY) from None
    calendar, listed = Calendar(), list(occasions)
    calendar.add("prodid", "-//voicecoach//voicecoach//EN")
    calendar.add("version", "2.0")
    for occasion in listed:
        calendar.add_component(_event(occasion, hour, now))
    if hour and hour.zone:
        days = [occasion.day for occasion in listed]
        calendar.add_missing_timezones(min(days), max(days) + timedelta(days=2))
    return bytes(calendar.to_ical())


def _event(occasion: Occasion, hour: Hour | None, now: datetime) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{_identity(occasion)}@voicecoach")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("sequence", int(now.timestamp()) // 60)
    event.add("summary", xml_text(for_client(occasion.workout.title, occasion.workout.client)))
    event.add("x-voicecoach-title", xml_text(occasion.workout.session.title))
    event.add("x-voicecoach-week", str(occasion.workout.week))
    event.add("description", xml_text("\n".join(_description(occasion))))
    begin = datetime.combine(occasion.day, hour.at, hour.zone) if hour else occasion.day
    event.add("dtstart", begin)
    event.add("dtend", begin + (timedelta(minutes=minutes_up(occasion.length)) if hour else timedelta(days=1)))
    if hour is None:
        event.add("transp", "TRANSPARENT")  # the day is as free as before
    elif hour.alarm_min is not None:
        event.add_component(_alarm(occasion, hour.alarm_min))
    return event


def _alarm(occasion: Occasion, before_min: int) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", xml_text(occasion.workout.title))
    alarm.add("trigger", timedelta(minutes=-before_min))
    return alarm


def _identity(occasion: Occasion) -> UUID:
    """The same for the same session of the same week, whatever day it is moved to."""
    workout = occasion.workout
    parts = (workout.session.name, workout.client or "", str(workout.week), str(occasion.number))
    return uuid5(_NAMESPACE, "\n".join(parts).encode(errors="backslashreplace").decode())


def _description(occasion: Occasion) -> Iterator[str]:
    """Its length, what to fetch, and what there is to do."""
    yield f"{max(1, Minutes.of(occasion.length).after)} min"
    if fetch := occasion.workout.fetched:
        yield f"To fetch: {'; '.join(fetch)}"
    yield ""
    yield steps_text(occasion.workout)
