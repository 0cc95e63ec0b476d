from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.end_to_end.home import BOUND_BY_PERMISSIONS, SHORT, Home

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere a superuser can't be bound by permissions")


def remade(home: Home, short: bytes, *, first: str = "") -> str:
    """What the program says while it makes the short session, which has to come out as always."""
    ran = home.run("make", *SHORT, "-o", "session.mp3", first=first)
    assert ran.returncode == 0, ran.stderr
    assert (home.folder / "session.mp3").read_bytes() == short
    return ran.stderr


def database(home: Home) -> Path:
    (path,) = home.cache.glob("*.sqlite3")
    return path


def test_a_file_where_the_cache_should_be(new_home: Home, short: bytes, tmp_path: Path) -> None:
    (tmp_path / "taken").write_bytes(b"no folder")
    home = Home(new_home.folder, {"VOICECOACH_CACHE": str(tmp_path / "taken")})
    assert "this run works without it" in remade(home, short)
    assert (tmp_path / "taken").read_bytes() == b"no folder"
    ran = home.run("cache")
    assert (ran.returncode, ran.stdout) == (0, "")
    assert "this run works without it" in ran.stderr


@linux_only
def test_a_folder_that_can_not_be_written(new_home: Home, short: bytes, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o555)
    home = Home(new_home.folder, {"VOICECOACH_CACHE": str(locked)})
    assert "this run works without it" in remade(home, short, first=BOUND_BY_PERMISSIONS)
    assert list(locked.iterdir()) == []


@linux_only
def test_a_cache_that_can_only_be_read_is_read(own_cache: Home, short: bytes) -> None:
    database(own_cache).chmod(0o444)
    own_cache.cache.chmod(0o555)
    assert remade(own_cache, short, first=BOUND_BY_PERMISSIONS) == ""
    own_cache.cache.chmod(0o755)


def test_a_file_that_is_no_database_is_started_afresh(own_cache: Home, short: bytes) -> None:
    database(own_cache).write_bytes(b"no database " * 10_000)
    assert "damaged" in remade(own_cache, short)
    assert remade(own_cache, short) == ""


def test_damage_here_and_there_is_repaired(own_cache: Home, short: bytes) -> None:
    with database(own_cache).open("r+b") as file:
        for at in range(50_000, database(own_cache).stat().st_size, 50_000):
            file.seek(at)
            file.write(b"damage")
    assert "damaged" in remade(own_cache, short)
    assert remade(own_cache, short) == ""


def test_a_truncated_database(own_cache: Home, short: bytes) -> None:
    os.truncate(database(own_cache), database(own_cache).stat().st_size // 2)
    assert "Traceback" not in remade(own_cache, short)
    assert remade(own_cache, short) == ""


def test_a_full_disk_below_the_cache(new_home: Home, short: bytes, small_disk: Path) -> None:
    home = Home(new_home.folder, {"VOICECOACH_CACHE": str(small_disk)})
    assert "this run works without it" in remade(home, short)


def test_clearing_gives_the_space_back(own_cache: Home) -> None:
    before = database(own_cache).stat().st_size
    assert str(own_cache.cache) in own_cache.done("cache")
    own_cache.done("cache", "--clear")
    assert database(own_cache).stat().st_size < before / 10
