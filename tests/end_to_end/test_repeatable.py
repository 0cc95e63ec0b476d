from __future__ import annotations

import hashlib
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import soundfile

from tests.end_to_end.conftest import Made
from tests.end_to_end.home import ON_ONE_CORE, SHORT, Home
from tests.outputs.sounds import tune

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lets a process choose its cores")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def snapshot(folder: Path) -> dict[str, tuple[str, int]]:
    return {str(path): (digest(path), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


@linux_only
def test_one_core_and_an_empty_cache_give_the_same_bytes(short: bytes, new_home: Home) -> None:
    assert new_home.made("alone.mp3", *SHORT, first=ON_ONE_CORE).read_bytes() == short


@linux_only
def test_one_core_gives_the_same_bytes_with_music(home: Home, tmp_path: Path) -> None:
    music = tmp_path / "tune.wav"
    soundfile.write(str(music), tune(20), 48_000)
    alone, together = (
        home.made(name, *SHORT, "--music", music, first=first).read_bytes()
        for name, first in (("alone.mp3", ON_ONE_CORE), ("together.mp3", ""))
    )
    assert alone == together


def test_lines_spoken_in_another_order_give_the_same_plan_and_bytes(made: Made, home: Home, new_home: Home) -> None:
    """All lines of the built-in session; of its sound the two exercises that were not spoken first."""
    new_home.plan("glutes-for-runners", "--only", "lunge", "--week", "6")
    assert new_home.plan("glutes-for-runners") == made.plan
    part = ("glutes-for-runners", "--only", "squat", "--only", "lunge", "--sets", "1")
    assert digest(new_home.made("part.mp3", *part)) == digest(home.made("part.mp3", *part))


def test_made_again_it_is_the_same_and_the_cache_is_only_read(made: Made, home: Home) -> None:
    before = snapshot(made.home.cache)
    assert before
    assert digest(home.made("again.mp3", "glutes-for-runners")) == digest(made.path)
    assert snapshot(made.home.cache) == before


def test_two_at_once_with_an_empty_cache_do_not_disturb_each_other(new_home: Home, short: bytes) -> None:
    with ThreadPoolExecutor(2) as pool:
        ready = list(pool.map(lambda name: new_home.made(name, *SHORT), ["one.mp3", "two.mp3"]))
    assert [path.read_bytes() == short for path in ready] == [True, True]
    assert new_home.files() == {"cache", "one.mp3", "two.mp3"}


def test_two_at_once_may_even_write_the_same_file(home: Home, short: bytes) -> None:
    with ThreadPoolExecutor(2) as pool:
        ready, _ = pool.map(lambda _: home.made("same.mp3", *SHORT), range(2))
    assert ready.read_bytes() == short
    assert home.files() == {"same.mp3"}


def test_a_seed_changes_the_words_and_gives_the_same_bytes_each_time(home: Home, short: bytes) -> None:
    one, two = (home.made(name, *SHORT, "--seed", "7").read_bytes() for name in ("one.mp3", "two.mp3"))
    assert one == two != short
