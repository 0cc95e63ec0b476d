from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Unpack

import pytest
import typer
from typer.testing import CliRunner

from tests.history.trainings import MONDAY, Others, training
from voicecoach.cli.history import calendar_lines, entered_lines, history
from voicecoach.cli.next import auto_week, command, next_
from voicecoach.errors import UnknownNameError
from voicecoach.history.model import Felt, Options, SessionId, TrainedStep, Training
from voicecoach.history.store import FILE_NAME, History
from voicecoach.times import Ms

app = typer.Typer()
app.command("history")(history)
app.command("next")(next_)


@pytest.fixture(autouse=True)
def remembered(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> History:
    monkeypatch.setenv("VOICECOACH_DATA", str(tmp_path / "data"))
    return History()


def ran(*arguments: str) -> tuple[str, str]:
    result = CliRunner().invoke(app, arguments)
    if result.exception:
        raise result.exception
    return result.stdout, result.stderr


def lately(**others: Unpack[Others]) -> Training:
    """A training of yesterday, by the real clock that the commands go by."""
    return training(datetime.now(UTC) - timedelta(days=1), **others)


def test_without_a_history_it_says_how_to_begin() -> None:
    assert ran("history") == ("", "Nothing trained yet. Start with: voicecoach live glutes-for-runners\n")
    assert ran("history", "--json") == ("[]\n", "")


def test_the_table(remembered: History) -> None:
    remembered.save(training())
    remembered.save(
        training(MONDAY + timedelta(days=2), week=2, done=12, skipped=3, felt=Felt.HARD, trained_ms=Ms(1_100_000))
    )
    out, err = ran("history")
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in out.splitlines() if line.startswith("│")]
    title = "Glutes strength for runners"
    assert rows == [
        ["2026-03-02 07:15", title, "1 of 6", "22:30 of 22:30", "15 done", ""],
        ["2026-03-04 07:15", title, "2 of 6", "18:20 of 22:30", "12 done, 3 skipped", "hard"],
    ]
    assert "Mo  Tu  We  Th  Fr  Sa  Su" in out
    assert err == ""


def test_what_was_entered_stands_below_the_table() -> None:
    sides = [
        TrainedStep("work", "squat", 1, side, 8, done=True, reps_done=reps, load=load)
        for side, reps, load in (("left", 8, "24 kg"), ("right", 8, "24 kg"))
    ]
    others = (
        TrainedStep("work", "squat", 2, "left", 8, done=True, reps_done=6, load="26 kg"),
        TrainedStep("work", "push-up", 1, None, 10, done=True, reps_done=7),
        TrainedStep("work", "plank", 1, None, None, done=True, load="10 kg"),
        TrainedStep("work", "lunge", 1, None, 10, done=True),
    )
    assert list(entered_lines([training(), training(steps=(*sides, *others))])) == [
        "2026-03-02  squat: 8 x 24 kg, 6 x 26 kg",
        "2026-03-02  push-up: 7",
        "2026-03-02  plank: 10 kg",
        "",
    ]
    assert list(entered_lines([training()])) == []


def test_only_the_last_ones_or_one_session(remembered: History) -> None:
    for number in range(30):
        remembered.save(training(MONDAY + timedelta(days=number), week=number % 6 + 1))
    remembered.save(training(MONDAY, session=SessionId("squat"), title="Squats"))
    assert ran("history")[0].count("│ 2026-") == 20
    assert ran("history", "--limit", "3")[0].count("│ 2026-") == 3
    assert ran("history", "--session", "squat")[0].count("│ 2026-") == 1
    assert len(json.loads(ran("history", "--json")[0])) == 31
    assert len(json.loads(ran("history", "--json", "--limit", "2")[0])) == 2
    assert ran("history", "--session", "lunge") == ("", "Nothing trained yet. Start with: voicecoach live lunge\n")


def test_the_users_own_session_by_path_or_name(remembered: History, tmp_path: Path) -> None:
    file = tmp_path / "legs.yaml"
    remembered.save(training(session=SessionId("legs", str(file)), title="Legs"))
    for name in (str(file), "legs.yaml", "legs"):
        assert ran("history", "--session", name)[0].count("│ 2026-") == 1
    assert ran("history", "--session", "arms.yaml")[0] == ""


def test_an_unknown_session_gets_the_nearest_name() -> None:
    with pytest.raises(UnknownNameError, match="Did you mean 'glutes-for-runners'"):
        ran("history", "--session", "glutes-for-runer")


def test_a_title_can_not_draw_on_the_terminal(remembered: History) -> None:
    remembered.save(training(title="[red]Legs\x1b[31m\x07"))
    out, _ = ran("history")
    assert "[red]Legs [31m" in out
    assert "\x1b" not in out
    assert "\x07" not in out


NOT_ENTERED = {"reps_done": None, "load": None}


def test_all_of_it_for_other_programs(remembered: History) -> None:
    saved = training(
        done=1, options={"rest": "45"}, felt=Felt.RIGHT, completed=False, stopped_at_ms=Ms(61_500), week=2, id="abc"
    )
    remembered.save(saved)
    assert json.loads(ran("history", "--json")[0]) == [
        {
            "id": "abc",
            "started": "2026-03-02T07:15:00+01:00",
            "session": "glutes-for-runners",
            "path": None,
            "title": "Glutes strength for runners",
            "week": 2,
            "weeks": 6,
            "options": {"rest": "45"},
            "planned": 1350.0,
            "trained": 1350.0,
            "sets_done": 1,
            "sets_skipped": 0,
            "completed": False,
            "whole": True,
            "felt": "right",
            "changed": {},
            "stopped_at": 61.5,
            "steps": [
                {"kind": "work", "exercise": "squat", "set": 1, "side": None, "reps": 10, "done": True} | NOT_ENTERED,
                {"kind": "rest", "exercise": "squat", "set": 1, "side": None, "reps": None, "done": True} | NOT_ENTERED,
            ],
        }
    ]


def test_a_damaged_history_is_mentioned(remembered: History) -> None:
    remembered.path.parent.mkdir()
    remembered.path.write_bytes(b"no database " * 1000)
    for arguments in (["history"], ["next", "squat"]):
        remembered.path.write_bytes(b"no database " * 1000)
        assert ran(*arguments)[1].startswith("note: The history was damaged: nothing in it could be read.")
    assert (remembered.path.parent / "history-damaged-2" / FILE_NAME).exists()


def test_the_calendar_begins_its_weeks_on_monday() -> None:
    trainings = [
        training(MONDAY - timedelta(days=1)),
        training(MONDAY),
        training(MONDAY, done=3, skipped=12),
        training(MONDAY + timedelta(days=2), done=3, skipped=12),
        training(MONDAY + timedelta(days=3), done=0, skipped=15),
        training(MONDAY - timedelta(days=100)),
    ]
    assert list(calendar_lines(trainings, date(2026, 3, 6))) == [
        "week from   Mo  Tu  We  Th  Fr  Sa  Su",
        "2026-01-26  .   .   .   .   .   .   .",
        "2026-02-02  .   .   .   .   .   .   .",
        "2026-02-09  .   .   .   .   .   .   .",
        "2026-02-16  .   .   .   .   .   .   .",
        "2026-02-23  .   .   .   .   .   .   x    1 session, 22:30",
        "2026-03-02  x   .   /   .  [.]           3 sessions, 1:07:30",
        "x all sets done  / some  . none  [ ] today",
    ]


def test_the_calendar_over_a_change_of_clocks_and_of_the_year() -> None:
    clocks_change = date(2026, 3, 29)
    lines = list(calendar_lines([], clocks_change))
    assert [line[:10] for line in lines[1:7]] == [
        *("2026-02-16", "2026-02-23", "2026-03-02", "2026-03-09", "2026-03-16", "2026-03-23"),
    ]
    assert lines[6].endswith("[.]")
    assert list(calendar_lines([], date(2026, 1, 1)))[6][:10] == "2025-12-29"


def test_next_says_the_week_why_and_what_to_type(remembered: History) -> None:
    options: Options = {"without": ["band"], "minutes": 40, "rest": "45"}
    remembered.save(lately(week=2, felt=Felt.RIGHT, options=options))
    assert ran("next", "glutes-for-runners")[0].splitlines() == [
        "Week 3 of 6. You did all of week 2, and it felt right.",
        "voicecoach live glutes-for-runners --week 3 --without band --rest 45",
    ]


def test_next_for_other_programs(remembered: History) -> None:
    remembered.save(lately(week=6, felt=Felt.EASY))
    found = json.loads(ran("next", "glutes-for-runners", "--json")[0])
    assert found.pop("reason").startswith("You did all of week 6, the last, and it felt easy.")
    assert "step-up=running-pose" in found.pop("harder")
    assert found == {
        "session": "glutes-for-runners",
        "week": 6,
        "weeks": 6,
        "command": "voicecoach live glutes-for-runners --week 6",
    }


def test_after_the_last_week_harder_variations_are_named(remembered: History) -> None:
    remembered.save(lately(week=6, felt=Felt.EASY))
    assert "--variation step-up=running-pose" in ran("next", "glutes-for-runners")[0]


def test_next_of_a_session_that_is_not_there() -> None:
    with pytest.raises(UnknownNameError):
        ran("next", "glutes-for-nobody-at-all")


def test_the_week_that_auto_means(remembered: History) -> None:
    assert auto_week("glutes-for-runners", 6) == (1, "You have not trained this session yet.")
    remembered.save(lately(week=3))
    remembered.save(lately(week=5, session=SessionId("squat")))
    assert auto_week("glutes-for-runners", 6) == (4, "You did all of week 3.")


def test_the_command_is_quoted_for_the_shell() -> None:
    assert command("my legs.yaml", 1, {}) == "voicecoach live 'my legs.yaml' --week 1"
    assert command("-legs.yaml", 2, {"hold": "30 s"}) == "voicecoach live ./-legs.yaml --week 2"
