from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from random import Random

import pytest

from tests.end_to_end.home import BOUND_BY_PERMISSIONS
from tests.history.trainings import GLUTES, MONDAY, training
from voicecoach.history.model import Felt, SessionId, TrainedStep
from voicecoach.history.rows import COLUMNS, as_row
from voicecoach.history.store import FILE_NAME, History
from voicecoach.times import Ms

DAY = timedelta(days=1)


def filled(folder: Path, count: int = 40) -> list[str]:
    history = History(folder)
    trainings = [training(MONDAY + number * DAY) for number in range(count)]
    assert all(map(history.save, trainings))
    return [one.id for one in trainings]


def ids(history: History) -> list[str]:
    return [one.id for one in history.trainings()]


def altered(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as db, db:
        db.execute(statement)


def test_what_is_saved_is_there_again(tmp_path: Path) -> None:
    saved = training(
        session=SessionId("legs", "/home/anna/legs.yaml"),
        options={"without": ["band"], "rest": "45", "unlimited": True, "minutes": 20, "rate": 1.2},
        steps=(TrainedStep("hold", "wall-press", 2, "left", None, done=True),),
        completed=False,
        whole=False,
        felt=Felt.HARD,
        stopped_at_ms=Ms(654_321),
    )
    assert History(tmp_path).save(saved)
    history = History(tmp_path)
    assert history.trainings() == [saved]
    assert (history.notes, history.problem) == ([], None)


def test_without_a_file_there_is_nothing_and_none_is_made(tmp_path: Path) -> None:
    history = History(tmp_path / "new")
    assert history.trainings() == []
    assert history.problem is None
    assert not (tmp_path / "new").exists()


def test_saving_again_replaces_what_was_known(tmp_path: Path) -> None:
    first, second = training(), training(MONDAY + DAY)
    history = History(tmp_path)
    assert history.save(first)
    assert history.save(second)
    assert history.save(replace(first, felt=Felt.EASY))
    assert history.trainings() == [replace(first, felt=Felt.EASY), second]


def test_trainings_come_as_they_were_recorded_whatever_the_clock_said(tmp_path: Path) -> None:
    wrong, right = training(datetime(2038, 1, 1, tzinfo=UTC)), training()
    history = History(tmp_path)
    history.save(wrong)
    history.save(right)
    assert ids(history) == [wrong.id, right.id]


def test_only_this_session(tmp_path: Path) -> None:
    history = History(tmp_path)
    mine = training(session=SessionId("glutes-for-runners", str(tmp_path / "glutes-for-runners.yaml")))
    (tmp_path / "glutes-for-runners.yaml").touch()
    built_in = training()
    history.save(mine)
    history.save(built_in)
    assert history.trainings(GLUTES) == [built_in]
    assert history.trainings(mine.session) == [mine]


@pytest.mark.parametrize("hours", [-9.5, 0, 5.75, 14])
def test_the_day_is_that_of_the_place(tmp_path: Path, hours: float) -> None:
    there = timezone(timedelta(hours=hours))
    late = datetime(2026, 3, 29, 23, 30, tzinfo=there)
    history = History(tmp_path)
    history.save(training(late))
    (found,) = history.trainings()
    assert found.started == late
    assert found.started.utcoffset() == late.utcoffset()
    assert found.day == late.date()


def test_a_time_without_a_place_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="time zone"):
        History(tmp_path).save(training(MONDAY.replace(tzinfo=None)))


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICECOACH_DATA", str(tmp_path / "mine"))
    assert History().save(training())
    assert (tmp_path / "mine" / FILE_NAME).exists()


@pytest.mark.parametrize("content", [b"no database " * 1000, b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_no_history_is_kept_aside(tmp_path: Path, content: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(content)
    history = History(tmp_path)
    assert history.trainings() == []
    aside = tmp_path / "history-damaged-1"
    assert history.notes == [f"The history was damaged: nothing in it could be read. The damaged file is in {aside}."]
    assert (aside / FILE_NAME).read_bytes() == content
    assert history.save(training())
    assert len(history.trainings()) == 1
    assert history.problem is None


def test_a_damaged_file_is_kept_aside_before_something_is_saved(tmp_path: Path) -> None:
    for number in (1, 2):
        (tmp_path / FILE_NAME).write_bytes(b"no database " * 1000)
        history = History(tmp_path)
        assert history.save(training())
        assert len(history.notes) == 1
        assert (tmp_path / f"history-damaged-{number}" / FILE_NAME).exists()


@pytest.mark.parametrize("part", [0.3, 0.5, 0.9])
def test_what_can_be_read_of_a_damaged_file_is_kept(tmp_path: Path, part: float) -> None:
    before = filled(tmp_path)
    size = (tmp_path / FILE_NAME).stat().st_size
    with (tmp_path / FILE_NAME).open("r+b") as file:
        file.seek(int(size * part) // 4096 * 4096)
        file.write(b"damage! " * 512)
    history = History(tmp_path)
    kept = ids(history)
    assert history.problem is None
    assert f"{len(kept)} of its trainings could be read and are kept" in history.notes[0]
    assert len(kept) > len(before) * 0.6
    assert kept == [one for one in before if one in kept]
    assert ids(History(tmp_path)) == kept


def test_a_truncated_file_raises_nothing_and_is_kept(tmp_path: Path) -> None:
    filled(tmp_path)
    size = (tmp_path / FILE_NAME).stat().st_size // 2
    os.truncate(tmp_path / FILE_NAME, size)
    history = History(tmp_path)
    history.trainings()
    assert history.notes
    assert history.save(training())
    assert (tmp_path / "history-damaged-1" / FILE_NAME).stat().st_size == size


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE trainings SET steps = 'no json'",
        "UPDATE trainings SET steps = '[1]'",
        "UPDATE trainings SET steps = '[[3, null, 1, null, 1, true]]'",
        "UPDATE trainings SET steps = '[[\"work\", null, 1, null, true]]'",
        "UPDATE trainings SET steps = replace(hex(zeroblob(50000)), '0', '[')",
        "UPDATE trainings SET options = '[]'",
        "UPDATE trainings SET options = '{\"rest\": [1]}'",
        "UPDATE trainings SET felt = 'great'",
        "UPDATE trainings SET started_utc = 'yesterday'",
        "UPDATE trainings SET started_utc = '0001-01-01T00:00:00+00:00', offset_minutes = -60",
        "UPDATE trainings SET offset_minutes = 100000",
        "UPDATE trainings SET offset_minutes = 1000000000000000",
        "UPDATE trainings SET title = x'ff'",
        "UPDATE trainings SET week = 'second'",
    ],
)
def test_a_row_that_can_not_be_read_hides_no_other(tmp_path: Path, damage: str) -> None:
    filled(tmp_path, 1)
    altered(tmp_path, damage)
    history = History(tmp_path)
    two = training()
    assert history.save(two)
    assert ids(history) == [two.id]
    assert history.notes == ["A training in the history can't be read; it is left as it is."]
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db:
        assert db.execute("SELECT count(*) FROM trainings").fetchone() == (2,)


def test_a_text_with_a_damaged_byte_hides_nothing(tmp_path: Path) -> None:
    before = filled(tmp_path, 2)
    altered(tmp_path, "UPDATE trainings SET title = CAST(x'4cff' AS TEXT)")
    assert ids(History(tmp_path)) == before


def first_version(folder: Path) -> str:
    """A history as it was written before there was anything to enter."""
    before = training(stopped_at_ms=Ms(5000))
    names = [name for name in COLUMNS if name != "changed"]
    row = as_row(before)[: len(names)]
    steps = json.dumps([[*step[:6]] for step in json.loads(str(row[names.index("steps")]))])
    values = [steps if name == "steps" else value for name, value in zip(names, row, strict=True)]
    with closing(sqlite3.connect(folder / FILE_NAME)) as db, db:
        columns = ", ".join(f"{name} {COLUMNS[name]}" for name in names)
        db.execute(f"CREATE TABLE trainings (number INTEGER PRIMARY KEY, {columns})")
        db.execute(f"INSERT INTO trainings VALUES (7, {', '.join('?' * len(names))})", values)  # noqa: S608
        db.execute("PRAGMA user_version = 1")
    return before.id


def test_a_history_of_the_first_version_is_read_as_it_is_and_goes_on(tmp_path: Path) -> None:
    old = first_version(tmp_path)
    as_it_was = (tmp_path / FILE_NAME).read_bytes()
    history = History(tmp_path)
    [read] = history.trainings()
    assert (read.id, read.stopped_at_ms, dict(read.changed)) == (old, 5000, {})
    assert all(step.reps_done is None and step.load is None for step in read.steps)
    assert (tmp_path / FILE_NAME).read_bytes() == as_it_was
    steps = (TrainedStep("work", "squat", 1, None, 10, done=True, reps_done=8, load="24 kg"),)
    new = training(steps=steps, changed={"detail": "brief", "swap": ["squat=lunge"]})
    assert history.save(new)
    assert history.trainings() == [read, new]
    assert history.save(replace(read, felt=Felt.EASY))
    assert History(tmp_path).trainings() == [replace(read, felt=Felt.EASY), new]
    assert history.sentences == ()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (2,)
        assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_damaged_history_of_the_first_version_is_salvaged(tmp_path: Path) -> None:
    old = first_version(tmp_path)
    with (tmp_path / FILE_NAME).open("ab") as file:
        file.write(b"damage! " * 512)
    altered(tmp_path, "PRAGMA user_version = 1")
    with (tmp_path / FILE_NAME).open("r+b") as file:
        file.seek(36)
        file.write((1000).to_bytes(4, "big"))  # more free pages than there are
    history = History(tmp_path)
    assert ids(history) == [old]
    assert history.save(training())
    assert len(ids(History(tmp_path))) == 2


def test_a_history_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    filled(tmp_path, 2)
    altered(tmp_path, "PRAGMA user_version = 99")
    altered(tmp_path, "ALTER TABLE trainings ADD COLUMN weather TEXT")
    before = (tmp_path / FILE_NAME).read_bytes()
    history = History(tmp_path)
    assert history.trainings() == []
    assert not history.save(training())
    assert history.problem
    assert "newer voicecoach" in history.problem
    assert history.sentences == (*history.notes, history.problem)
    assert (tmp_path / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("place", [0, 18, 47, 62, 63, "trainings", "TEXT", "sqlite_autoindex"])
def test_a_damaged_head_costs_no_training(tmp_path: Path, place: int | str) -> None:
    """Its first page is the same in every history: what it says of the file, of its version and of its table."""
    before = filled(tmp_path)
    data = bytearray((tmp_path / FILE_NAME).read_bytes())
    at = place if isinstance(place, int) else data.find(place.encode())
    data[at] ^= 0x84  # in a text it is no UTF-8 any more
    (tmp_path / FILE_NAME).write_bytes(data)
    history = History(tmp_path)
    assert ids(history) == before
    assert history.save(training())
    assert history.problem is None
    assert "40 of its trainings could be read and are kept" in history.notes[0]
    assert (tmp_path / "history-damaged-1" / FILE_NAME).read_bytes() == data
    assert ids(History(tmp_path))[:-1] == before


def test_any_bit_may_be_wrong(tmp_path: Path) -> None:
    """The long form of this is in `scripts/fault_flips.py`."""
    before = filled(tmp_path, 12)
    data = (tmp_path / FILE_NAME).read_bytes()
    chance = Random(1)  # noqa: S311 - no secret: chance that can be repeated
    for number in range(60):
        place, bit = chance.randrange(100 if number % 2 else len(data)), chance.randrange(8)
        folder = tmp_path / str(number)
        folder.mkdir()
        damaged = data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :]
        (folder / FILE_NAME).write_bytes(damaged)
        history = History(folder)
        assert len(set(before) & set(ids(history))) >= len(before) - 4, (place, bit)
        assert history.save(training()), (place, bit)
        assert history.problem is None, (place, bit)
        aside = [file.read_bytes() for file in folder.glob("history-damaged-*/history.sqlite3")]
        assert aside in ([], [damaged]), (place, bit)


def test_a_folder_that_can_not_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    history = History(tmp_path / "file" / "data")
    assert history.trainings() == []
    assert not history.save(training())
    assert history.problem
    assert history.problem.startswith(f"The history {history.path} can't be written (")


def test_a_history_locked_by_another_process_is_said(tmp_path: Path) -> None:
    before = filled(tmp_path, 2)
    history = History(tmp_path, patience_s=0.01)
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert not history.save(training())
        assert history.problem
        assert "locked" in history.problem
    assert ids(history) == before


_SAVE_ONE = """
import sys
from pathlib import Path
from tests.history.trainings import training
from voicecoach.history.store import History
history = History(Path(sys.argv[1]))
print(len(history.trainings()), history.save(training(title=int(sys.argv[2]) * "long")), history.problem)
"""
_BECOME_ONE = f"import os, sys; os.execv(sys.executable, [sys.executable, '-c', {_SAVE_ONE!r}, *sys.argv[1:]])"
_FILE_LIMIT = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))\n"


def saved_by_another(folder: Path, first: str, length: int) -> str:
    command = [sys.executable, "-c", f"{first}\n{_BECOME_ONE}", str(folder), str(length)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a superuser can't be bound by permissions")
@pytest.mark.parametrize(("of_folder", "of_file"), [(0o555, 0o444), (0o555, 0o644), (0o755, 0o444)])
def test_a_history_that_can_only_be_read_is_read(tmp_path: Path, of_folder: int, of_file: int) -> None:
    before = filled(tmp_path, 2)
    (tmp_path / FILE_NAME).chmod(of_file)
    tmp_path.chmod(of_folder)
    out = saved_by_another(tmp_path, BOUND_BY_PERMISSIONS, 1)
    tmp_path.chmod(0o755)
    assert out.startswith(f"2 False The history {tmp_path / FILE_NAME} can't be written (")
    assert ids(History(tmp_path)) == before


@pytest.mark.skipif(sys.platform == "win32", reason="limits are those of POSIX")
def test_a_full_disk_leaves_what_was_there(tmp_path: Path) -> None:
    before = filled(tmp_path, 2)
    assert saved_by_another(tmp_path, _FILE_LIMIT, 1_000_000).startswith("2 False The history ")
    history = History(tmp_path)
    assert ids(history) == before
    assert history.notes == []


_WRITER = """
import sys
from pathlib import Path
from tests.history.trainings import training
from voicecoach.history.store import History
history = History(Path(sys.argv[1]))
for _ in range(int(sys.argv[2])):
    one = training()
    print(one.id if history.save(one) else history.problem, flush=True)
"""


def writer(folder: Path, count: int) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", _WRITER, str(folder), str(count)], stdout=subprocess.PIPE, text=True)


def lines(process: subprocess.Popen[str], count: int) -> set[str]:
    assert process.stdout
    return {process.stdout.readline().strip() for _ in range(count)}


def test_killed_while_writing_it_keeps_what_was_saved(tmp_path: Path) -> None:
    saved = set()
    for _ in range(3):
        with writer(tmp_path, 100_000) as process:
            saved |= lines(process, 5)
            process.send_signal(signal.SIGKILL)
    history = History(tmp_path)
    assert saved <= set(ids(history))
    assert (history.notes, history.problem) == ([], None)


def test_two_processes_write_side_by_side(tmp_path: Path) -> None:
    with writer(tmp_path, 5) as one, writer(tmp_path, 5) as two:
        saved = lines(one, 5) | lines(two, 5)
    assert len(saved) == 10
    assert saved <= set(ids(History(tmp_path)))


def test_two_processes_that_find_the_same_damage_lose_nothing(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"no database " * 1000)
    with writer(tmp_path, 5) as one, writer(tmp_path, 5) as two:
        saved = lines(one, 5) | lines(two, 5)
    assert len(saved) == 10
    assert saved <= set(ids(History(tmp_path)))
    assert (tmp_path / "history-damaged-1" / FILE_NAME).exists()
