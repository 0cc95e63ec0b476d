from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from random import Random

import pytest

from voicecoach.cache.store import FILE_NAME, PENDING_BYTES, Cache
from voicecoach.databases import opened


def filled(folder: Path, entries: dict[str, bytes], **options: int) -> None:
    with Cache.open(folder, max_bytes=options.get("max_bytes", 2**30), today=lambda: options.get("day", 100)) as cache:
        for key, blob in entries.items():
            cache.put("speech", key, blob, len(blob) * 10)
        cache.commit()
        assert cache.problem is None


def altered(folder: Path, statement: str) -> None:
    with closing(sqlite3.connect(folder / FILE_NAME)) as db, db:
        db.execute(statement)


def test_what_is_put_is_there_at_once_and_after_commit(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("speech", "a", b"sound", 12)
        assert cache.lengths(["a", "b"]) == {"a": 12}
        assert cache.read(["a", "b"]) == {"a": b"sound"}
        cache.commit()
    with Cache.open(tmp_path) as cache:
        assert cache.lengths(["a", "b"]) == {"a": 12}
        assert cache.read(["a", "b"]) == {"a": b"sound"}
        assert cache.problem is None
        assert cache.notes == []


def test_without_commit_nothing_is_kept(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        cache.put("speech", "a", b"sound", 12)
    with Cache.open(tmp_path) as cache:
        assert cache.lengths(["a"]) == {}


def test_thousands_of_keys_are_read_at_once(tmp_path: Path) -> None:
    entries = {f"{n:064x}": n.to_bytes(4, "little") for n in range(3000)}
    filled(tmp_path, entries)
    with Cache.open(tmp_path) as cache:
        assert cache.read(entries) == entries
        assert len(cache.lengths(entries)) == len(entries)


def test_more_than_memory_should_hold_is_written_before_commit(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache:
        for n in range(3):
            cache.put("speech", str(n), bytes(PENDING_BYTES // 2), n)
        assert (tmp_path / FILE_NAME).stat().st_size > PENDING_BYTES
        assert cache.lengths(["0", "1", "2"]) == {"0": 0, "1": 1, "2": 2}


def test_a_key_put_again_has_the_new_sound(tmp_path: Path) -> None:
    filled(tmp_path, {"a": b"old"})
    filled(tmp_path, {"a": b"newer"})
    with Cache.open(tmp_path) as cache:
        assert cache.read(["a"]) == {"a": b"newer"}
        assert cache.summary().bytes_by_kind == {"speech": 5}


@pytest.mark.parametrize(
    "damage",
    [
        "UPDATE blobs SET data = x'00' || substr(data, 2)",
        "UPDATE blobs SET data = substr(data, 2)",
        "UPDATE entries SET length = length + 1",
        "DELETE FROM blobs",
    ],
)
def test_a_damaged_entry_is_absent_noted_and_replaced(tmp_path: Path, damage: str) -> None:
    filled(tmp_path, {"a": b"sound"})
    altered(tmp_path, damage)
    with Cache.open(tmp_path) as cache:
        assert cache.read(["a"]) == {}
        assert len(cache.notes) == 1
        cache.put("speech", "a", b"again", 3)
        cache.commit()
    with Cache.open(tmp_path) as cache:
        assert cache.read(["a"]) == {"a": b"again"}
        assert cache.notes == []


def test_a_damaged_length_is_never_given(tmp_path: Path) -> None:
    filled(tmp_path, {"a": b"sound"})
    altered(tmp_path, "UPDATE entries SET length = length + 1")
    with Cache.open(tmp_path) as cache:
        assert cache.lengths(["a"]) == {}


@pytest.mark.parametrize("contents", [b"not a database" * 500, b"SQLite format 3\0" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_made_anew(tmp_path: Path, contents: bytes) -> None:
    (tmp_path / FILE_NAME).write_bytes(contents)
    with Cache.open(tmp_path) as cache:
        assert len(cache.notes) == 1
        assert cache.problem is None
        cache.put("speech", "a", b"sound", 1)
        cache.commit()
    with Cache.open(tmp_path) as cache:
        assert cache.read(["a"]) == {"a": b"sound"}


def test_a_database_damaged_in_the_middle_never_stops_a_run(tmp_path: Path) -> None:
    entries = {f"{n:064x}": os.urandom(5000) for n in range(200)}
    filled(tmp_path, entries)
    contents = bytearray((tmp_path / FILE_NAME).read_bytes())
    contents[16_384 : len(contents) // 2] = os.urandom(len(contents) // 2 - 16_384)
    (tmp_path / FILE_NAME).write_bytes(contents)
    with Cache.open(tmp_path) as cache:
        found = cache.read(entries)
        assert all(entries[key] == blob for key, blob in found.items())
        for key, blob in entries.items():
            cache.put("speech", key, blob, 1)
        cache.commit()
        assert cache.read(entries) == entries
        assert cache.notes


@pytest.mark.parametrize(
    "change",
    [
        "PRAGMA user_version = 99",
        "PRAGMA user_version = 0",
        "ALTER TABLE entries RENAME COLUMN kind TO sort",
        "ALTER TABLE blobs RENAME TO sounds",
        "CREATE TABLE notes (text)",
    ],
)
def test_another_schema_is_made_anew_and_mentioned(tmp_path: Path, change: str) -> None:
    filled(tmp_path, {"a": b"sound"})
    altered(tmp_path, change)
    with Cache.open(tmp_path) as cache:
        assert cache.lengths(["a"]) == {}
        assert cache.notes == ["The cache was not of this version and was started afresh."]
        assert cache.problem is None
    with Cache.open(tmp_path) as cache:
        assert cache.notes == []


@pytest.mark.parametrize("column", ["kind", "length", "bytes", "checksum", "used_day", "blob"])
@pytest.mark.parametrize("cell", ["'text'", "x'00ff'", "1.5", "CAST(x'ff' AS TEXT)", "9223372036854775807"])
def test_no_type_of_a_cell_stops_a_run(tmp_path: Path, column: str, cell: str) -> None:
    sounds = {"a": b"sound", "b": b"others"}
    filled(tmp_path, sounds)
    altered(tmp_path, f"UPDATE entries SET {column} = {cell} WHERE key = 'a'")  # noqa: S608 - the test's own
    for _ in range(2):
        with Cache.open(tmp_path) as cache:
            assert sounds.items() >= cache.read(sounds).items()
            cache.put("speech", "a", b"sound", 50)
            cache.commit()
            assert cache.read(sounds) == sounds
            assert cache.summary().total_bytes == 11
            assert cache.problem is None
    assert cache.notes == []


def test_a_wrong_size_pushes_nothing_out(tmp_path: Path) -> None:
    filled(tmp_path, {"a": bytes(400), "b": bytes(400)})
    altered(tmp_path, "UPDATE entries SET bytes = 100000000 WHERE key = 'a'")
    filled(tmp_path, {"c": bytes(400)}, max_bytes=2000)
    with Cache.open(tmp_path) as cache:
        assert cache.lengths(["b", "c"]).keys() == {"b", "c"}
        assert cache.summary().total_bytes == 800


@pytest.mark.parametrize("first", [0, 16_384, 2 * 16_384], ids=["head", "entries", "sounds"])
def test_any_bit_may_be_wrong(tmp_path: Path, first: int) -> None:
    """The long form of this is in `scripts/fault_flips.py`."""
    sounds = {f"{number:064x}": bytes([number]) * 200 for number in range(40)}
    filled(tmp_path, sounds)
    data = (tmp_path / FILE_NAME).read_bytes()
    chance = Random(first)  # noqa: S311 - no secret: chance that can be repeated
    for _ in range(25):
        place, bit = first + chance.randrange(100 if first == 0 else 16_384), chance.randrange(8)
        (tmp_path / FILE_NAME).write_bytes(data[:place] + bytes([data[place] ^ 1 << bit]) + data[place + 1 :])
        for _ in range(4):
            with Cache.open(tmp_path) as cache:
                found = cache.read(sounds)
                assert found.items() <= sounds.items(), (place, bit)
                assert cache.lengths(sounds).items() <= dict.fromkeys(sounds, 2000).items(), (place, bit)
                for key in sounds.keys() - found.keys():
                    cache.put("speech", key, sounds[key], 2000)
                cache.commit()
                cache.summary()
                assert cache.problem is None, (place, bit)
        assert (found, cache.notes) == (sounds, []), (place, bit)


def test_a_folder_that_cannot_be_made_leaves_memory_for_this_run(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with Cache.open(tmp_path / "file" / "cache") as cache:
        assert cache.problem
        assert str(tmp_path) in cache.problem
        cache.put("speech", "a", b"sound", 7)
        cache.commit()
        assert cache.read(["a"]) == {"a": b"sound"}
        assert cache.summary().path is None


def test_a_cache_locked_by_another_process_leaves_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicecoach.cache.database.opened", partial(opened, patience_s=0.01))
    filled(tmp_path, {"a": b"sound"})
    with closing(sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)) as other, Cache.open(tmp_path) as cache:
        other.execute("BEGIN EXCLUSIVE")
        cache.put("speech", "b", b"new", 1)
        cache.commit()
        assert cache.problem
        assert cache.read(["b"]) == {"b": b"new"}


_FULL_DISK = """
import resource, sys
from pathlib import Path
from voicecoach.cache.store import Cache
resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))
with Cache.open(Path(sys.argv[1])) as cache:
    cache.put("speech", "b", bytes(10**6), 1)
    cache.commit()
    print(len(cache.read(["b"])["b"]), cache.problem)
"""


def test_a_disk_that_takes_no_more_leaves_memory(tmp_path: Path) -> None:
    filled(tmp_path, {"a": b"sound"})
    run = subprocess.run([sys.executable, "-c", _FULL_DISK, str(tmp_path)], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("1000000 The cache ")
    with Cache.open(tmp_path) as cache:
        assert cache.read(["a"]) == {"a": b"sound"}
        assert cache.notes == []


def test_the_least_recently_used_goes_first(tmp_path: Path) -> None:
    filled(tmp_path, {"old": bytes(400), "used": bytes(400)}, day=100)
    with Cache.open(tmp_path, today=lambda: 110) as cache:
        cache.lengths(["used"])
        cache.commit()
    filled(tmp_path, {"new": bytes(400)}, day=111, max_bytes=1000)
    with Cache.open(tmp_path) as cache:
        assert cache.lengths(["old", "used", "new"]).keys() == {"used", "new"}


def test_a_run_that_finds_everything_writes_nothing(tmp_path: Path) -> None:
    filled(tmp_path, {"a": b"sound"}, day=100)
    before = (tmp_path / FILE_NAME).read_bytes(), (tmp_path / FILE_NAME).stat().st_mtime_ns
    with Cache.open(tmp_path, today=lambda: 101) as cache:
        cache.lengths(["a"])
        cache.read(["a"])
        cache.commit()
    assert ((tmp_path / FILE_NAME).read_bytes(), (tmp_path / FILE_NAME).stat().st_mtime_ns) == before
    assert [path.name for path in tmp_path.iterdir()] == [FILE_NAME]


def test_clear_leaves_nothing_and_gives_space_back(tmp_path: Path) -> None:
    filled(tmp_path, {"a": bytes(10**6)})
    with Cache.open(tmp_path) as cache:
        cache.clear()
        assert cache.summary().entries == 0
        assert cache.summary().total_bytes == 0
    assert (tmp_path / FILE_NAME).stat().st_size < 10**5


def test_the_environment_names_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOICECOACH_CACHE", str(tmp_path / "mine"))
    with Cache.open() as cache:
        assert cache.summary().path == tmp_path / "mine" / FILE_NAME


_WRITER = """
import sys
from pathlib import Path
from voicecoach.cache.store import Cache
with Cache.open(Path(sys.argv[1])) as cache:
    for round in range(1000):
        for n in range(20):
            cache.put("speech", f"{sys.argv[2]} {round} {n}", bytes([n]) * 20_000, n)
        cache.commit()
        print(cache.problem or "written", flush=True)
"""


def writer(folder: Path, name: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", _WRITER, str(folder), name], stdout=subprocess.PIPE)


def test_killed_while_writing_it_keeps_what_was_committed(tmp_path: Path) -> None:
    with writer(tmp_path, "a") as process:
        assert process.stdout
        for _ in range(5):
            assert process.stdout.readline() == b"written\n"
        process.send_signal(signal.SIGKILL)
    keys = [f"a {batch} {n}" for batch in range(5) for n in range(20)]
    with Cache.open(tmp_path) as cache:
        assert cache.lengths(keys).keys() == set(keys)
        assert len(cache.read(keys)) == len(keys)
        assert cache.notes == []
        assert cache.problem is None


def test_two_processes_write_side_by_side(tmp_path: Path) -> None:
    with writer(tmp_path, "a") as one, writer(tmp_path, "b") as two:
        for process in (one, two):
            assert process.stdout
            assert [process.stdout.readline() for _ in range(5)] == [b"written\n"] * 5
        one.kill()
        two.kill()
    with Cache.open(tmp_path) as cache:
        assert len(cache.read([f"{name} 4 {n}" for name in "ab" for n in range(20)])) == 40


def test_threads_may_share_a_cache(tmp_path: Path) -> None:
    with Cache.open(tmp_path) as cache, ThreadPoolExecutor(4) as pool:

        def put_and_read(number: int) -> bytes:
            key = f"{number:064x}"
            cache.put("speech", key, bytes([number]) * 1000, number)
            if number % 10 == 0:
                cache.commit()
            return cache.read([key])[key]

        assert list(pool.map(put_and_read, range(100))) == [bytes([number]) * 1000 for number in range(100)]
        assert cache.problem is None
