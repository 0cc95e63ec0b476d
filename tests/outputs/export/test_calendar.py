from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Component

from tests.plan.laid import glutes
from voicecoach.authoring.formats.calendar import NOTE
from voicecoach.authoring.importing import imported
from voicecoach.definitions.load import load_text
from voicecoach.definitions.notation import NotationError
from voicecoach.errors import DefinitionError
from voicecoach.outputs.export.calendar import Hour, Occasion, as_calendar
from voicecoach.outputs.export.dates import DAYS, dates, parse_days
from voicecoach.plan.choices import Choices
from voicecoach.plan.select import select
from voicecoach.times import Ms

NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)
TUESDAY = date(2026, 12, 1)
LENGTH = Ms(1_690_800)


def occasion(day: date = TUESDAY, *, week: int = 1, number: int = 1, client: str | None = None) -> Occasion:
    return Occasion(select(glutes(), Choices(week=week, client=client)), LENGTH, day, number)


def events(occasions: Sequence[Occasion], hour: Hour | None = None, now: datetime = NOW) -> list[Component]:
    return list(Calendar.from_ical(as_calendar(occasions, hour, now)).walk("VEVENT"))


def test_an_event_has_the_title_the_length_and_what_there_is_to_do() -> None:
    (event,) = events([occasion(client="Sam")], Hour(time(18, 30)))
    assert event["summary"] == "Glutes strength for runners, week 1, for Sam"
    assert event.decoded("dtstart") == datetime(2026, 12, 1, 18, 30)  # noqa: DTZ001 - wherever one is
    assert event.decoded("dtend") - event.decoded("dtstart") == timedelta(minutes=29)
    lines = str(event["description"]).splitlines()
    assert lines[:2] == ["28 min", "To fetch: a step or a staircase; a resistance band; a chair or sofa"]
    assert "Squats 3 x 8-10, tempo 3-0-2-0, rest 30 s" in lines


def test_without_an_hour_it_takes_no_time_of_its_day() -> None:
    (event,) = events([occasion()])
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (TUESDAY, TUESDAY + timedelta(days=1))
    assert event["transp"] == "TRANSPARENT"


def test_a_zone_is_named_and_described() -> None:
    data = as_calendar([occasion()], Hour(time(18, 30), ZoneInfo("Europe/Berlin")), NOW)
    calendar = Calendar.from_ical(data)
    (event,), (zone,) = calendar.walk("VEVENT"), calendar.walk("VTIMEZONE")
    assert event.decoded("dtstart").astimezone(UTC).hour == 17
    assert zone["tzid"] == "Europe/Berlin"


def test_an_alarm_comes_before() -> None:
    (event,) = events([occasion()], Hour(time(7), alarm_min=15))
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(minutes=-15)


def test_an_event_that_is_made_again_is_the_same_and_newer() -> None:
    (before,) = events([occasion()], Hour(time(7)))
    (after,) = events([occasion(TUESDAY + timedelta(days=1))], Hour(time(8)), NOW + timedelta(minutes=5))
    assert before["uid"] == after["uid"]
    assert after.decoded("sequence") > before.decoded("sequence")


def test_events_of_other_weeks_days_and_clients_are_others() -> None:
    others = [occasion(), occasion(week=2), occasion(number=2), occasion(client="Sam")]
    assert len({str(event["uid"]) for event in events(others)}) == len(others)


def test_lines_are_as_long_as_the_format_allows_and_end_as_it_says() -> None:
    data = as_calendar([occasion(client="Zoë & \u0001 Ümit")], None, NOW)
    assert b"\x01" not in data
    lines = data.split(b"\r\n")
    assert all(len(line) <= 75 and b"\n" not in line for line in lines)  # RFC 5545, section 3.1


def test_the_weeks_of_a_calendar_are_read_back_as_weeks() -> None:
    occasions = [occasion(week=week, number=number, client="Sam") for week in (1, 2) for number in (1, 2)]
    data = as_calendar(occasions, Hour(time(7), ZoneInfo("Europe/Berlin"), alarm_min=15), NOW)
    found = imported(data, "glutes.ics")
    assert found.written.notes == (NOTE,)
    session = load_text(found.yaml, "mine").session
    assert session.title == "Glutes strength for runners"
    for week in (1, 2):
        was, now = (select(one, Choices(week=week)).works for one in (glutes(), session))
        assert [(one.title, one.amounts, one.rest, one.tempo) for one in now] == [
            (one.title, one.amounts, one.rest, one.tempo) for one in was
        ]


def test_a_calendar_that_lost_what_is_ours_alone_is_read_by_its_titles() -> None:
    data = as_calendar([occasion(week=2, client="Sam")], None, NOW)
    bare = b"\r\n".join(line for line in data.split(b"\r\n") if not line.startswith(b"X-VOICECOACH"))
    assert imported(bare, "glutes.txt").written.title == "Glutes strength for runners"


@pytest.mark.parametrize(
    ("was", "now", "problem"),
    [
        (b"@voicecoach", b"@example.org", "none of its events is a session of voicecoach"),
        (b"rest 30 s", b"then breathe", "were changed"),
        (b"X-VOICECOACH-TITLE:G", b"X-VOICECOACH-TITLE:B", "several sessions: Blutes"),
        (b"BEGIN:VEVENT", b"BEGIN:VTODO", "none of its events"),
    ],
)
def test_other_calendars_are_refused(was: bytes, now: bytes, problem: str) -> None:
    data = as_calendar([occasion(), occasion(week=2)], None, NOW)
    lines = data.replace(b"\r\n ", b"")
    changed = lines.replace(was, now, 1) if b"TITLE" in was else lines.replace(was, now)
    with pytest.raises(DefinitionError, match=problem):
        imported(changed, "a.ics")


@given(
    st.dates(date(2000, 1, 1), date(2199, 1, 1)), st.sets(st.integers(0, 6)), st.sets(st.integers(1, 60), min_size=1)
)
def test_each_week_has_each_of_its_days_within_seven_from_its_beginning(
    start: date, days: set[int], weeks: set[int]
) -> None:
    found = list(dates(start, sorted(days), sorted(weeks)))
    assert found == sorted(found)
    for week in weeks:
        begin = start + timedelta(weeks=week - min(weeks))
        of_week = [day for other, day in found if other == week]
        assert all(begin <= day < begin + timedelta(days=7) for day in of_week)
        assert {day.weekday() for day in of_week} == (days or {start.weekday()})
        assert len(of_week) == max(1, len(days))


@pytest.mark.parametrize(
    ("text", "days"), [("mon,wed,fri", (0, 2, 4)), ("Sunday, tues", (1, 6)), (["sat", "thu"], (3, 5)), ("thurs", (3,))]
)
def test_days_are_read_in_any_order_and_length(text: object, days: tuple[int, ...]) -> None:
    assert parse_days(text) == days


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("mon,monday", "'monday' stands there twice"),
        ("mon,,fri", "'' is no day"),
        ("t", "'t' is no day"),
        ("mno", r"Did you mean 'mon'\?"),
        ("0", "'0' is no day"),
    ],
)
def test_other_days_are_refused(text: str, problem: str) -> None:
    with pytest.raises(NotationError, match=problem):
        parse_days(text)


def test_days_are_those_of_dates() -> None:
    assert [(date(2026, 11, 30) + timedelta(days=place)).strftime("%A").lower() for place in range(7)] == list(DAYS)
