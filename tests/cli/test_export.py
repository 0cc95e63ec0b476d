from __future__ import annotations

import csv
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.running import run
from tests.definitions.files import write

SESSION = "glutes-for-runners"
DATED = ("--start", "2026-12-01", "--detail", "tones")


def test_text_is_printed_unless_something_else_is_asked_for() -> None:
    ran = run("export", SESSION, "--week", "3", "--without", "band")
    assert ran.status == 0, ran
    assert "\nWeek 3\n" in ran.out
    assert "Wall press 3 x " in ran.out
    assert ran.err == "note: Wall press instead of Sideways band walk: no band.\n"


@pytest.mark.parametrize("line", ["Tabata: squats", "AMRAP 12 min: 10 squats, 20 s plank", "EMOM 10: 10 swings"])
def test_a_session_in_one_line_is_exported_as_well(line: str) -> None:
    ran = run("export", line)
    assert ran.status == 0, ran
    assert len(ran.out.splitlines()) > 3


def test_minutes_are_kept_as_in_a_plan() -> None:
    ran = run("export", SESSION, "--minutes", "20", "--detail", "tones")
    assert ran.status == 0, ran
    assert ran.err.startswith("note: To fit 20 minutes: ")
    assert "Squats 3 x 8-10" not in ran.out


def test_the_suffix_decides(tmp_path: Path) -> None:
    text, marked, table, dated = (tmp_path / f"glutes.{suffix}" for suffix in ("txt", "md", "csv", "ics"))
    assert run("export", SESSION, "-o", str(marked)).out == f"{marked}  11 lines\n"
    assert marked.read_text(encoding="utf-8").startswith("# Glutes strength for runners\n")
    assert run("export", SESSION, "-o", str(text)).out == f"{text}  12 lines\n"
    assert run("export", SESSION, "-o", str(table), "--weeks", "all").out == f"{table}  30 rows\n"
    ran = run("export", SESSION, *DATED, "--days", "mon,wed,fri", "-o", str(dated))
    assert ran.out == f"{dated}  18 events\n"
    assert text.read_text(encoding="utf-8").startswith("Glutes strength for runners\n")
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert {row["week"] for row in rows} == set("123456")
    assert len(list(Calendar.from_ical(dated.read_bytes()).walk("VEVENT"))) == 18


def test_the_format_can_be_named(tmp_path: Path) -> None:
    assert run("export", SESSION, "--format", "csv").out.startswith("session,section,kind,")
    path = tmp_path / "glutes.list"
    assert run("export", SESSION, "--format", "csv", "-o", str(path)).status == 0
    assert path.read_text(encoding="utf-8-sig").startswith("session,section,kind,")


def test_a_calendar_has_a_week_after_the_other() -> None:
    ran = run("export", SESSION, *DATED, "--format", "ics", "--weeks", "2", "--time", "18:30")
    starts = [event.decoded("dtstart").isoformat() for event in Calendar.from_ical(ran.out).walk("VEVENT")]
    assert starts == ["2026-12-01T18:30:00", "2026-12-08T18:30:00"]


def test_one_week_of_a_calendar_begins_on_the_day_that_is_named() -> None:
    ran = run("export", SESSION, *DATED, "--format", "ics", "--week", "4", "--days", "thu")
    (event,) = Calendar.from_ical(ran.out).walk("VEVENT")
    assert event["summary"] == "Glutes strength for runners, week 4"
    assert event.decoded("dtstart").isoformat() == "2026-12-03"


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("--format", "ics"), "A calendar needs the day of the first week: --start 2026-12-01."),
        (("--start", "2026-12-01"), "--start is for a calendar: add --format ics, or -o NAME.ics."),
        (("--days", "mon", "--format", "csv"), "--days is for a calendar"),
        (("--format", "ics", "--start", "soon"), "'soon' is not a date."),
        (("--format", "ics", *DATED, "--days", "mon,mon"), "'monday' stands there twice."),
        (("--format", "ics", *DATED, "--time", "25:00"), "'25:00' is not a time of day."),
        (("--format", "ics", *DATED, "--alarm", "5"), "--alarm needs a time of day: --time 18:30."),
        (("--format", "ics", *DATED, "--timezone", "Europe/Berlin"), "--timezone needs a time of day"),
        (
            ("--format", "ics", *DATED, "--time", "7:00", "--timezone", "Europe/Berln"),
            "Did you mean 'Europe/Berlin'?",
        ),
        (("--format", "cvs"), "'cvs' is none of text, markdown, csv, ics. Did you mean 'csv'?"),
        (("--weeks", "some"), "Or all of them: --weeks all."),
        (("--week", "2", "--weeks", "3"), "--week and --weeks don't go together."),
    ],
)
def test_what_contradicts_itself_is_refused(options: tuple[str, ...], problem: str) -> None:
    ran = run("export", SESSION, *options)
    assert ran.status == 2
    assert not ran.out
    assert problem in " ".join(ran.err.replace("│", " ").split())


def test_what_cannot_be_written_is_refused(tmp_path: Path) -> None:
    assert "doesn't say what to write" in run("export", SESSION, "-o", str(tmp_path / "glutes.pdf")).message
    assert "doesn't exist" in run("export", SESSION, "-o", str(tmp_path / "no" / "glutes.csv")).message
    assert "nothing-of-that-name" in run("export", "nothing-of-that-name").message


def test_the_session_itself_is_not_overwritten(tmp_path: Path) -> None:
    write(tmp_path, "title: Mine\nsections: [{exercises: [squat]}]\n", "mine.txt")
    ran = run("export", str(tmp_path / "mine.txt"), "-o", str(tmp_path / "mine.txt"))
    assert ran.status == 1, ran
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8").startswith("title: Mine")


def test_weeks_past_the_last_are_told() -> None:
    ran = run("export", SESSION, "--weeks", "5-8", "--format", "csv")
    assert ran.err == "note: Weeks 7 to 8 repeat week 6, the last to which Glutes strength for runners builds.\n"
    assert ran.out.count("Squats,3,12-15") == 3
