from __future__ import annotations

import shutil
import signal
import sys
from pathlib import Path

import pytest
import soundfile

from tests.end_to_end.home import ENDS_WITHIN_S, SHORT, Home
from tests.outputs.sounds import tune

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

OLD = b"what stood there before"
ENCODING = ("make", "glutes-for-runners", "--bitrate", "56", "-o", "session.mp3")
"""Its lines are in the cache, its blocks are not, so it works on the file for seconds."""


@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_leaves_the_old_file_and_nothing_else(home: Home, number: int, status: int) -> None:
    (home.folder / "session.mp3").write_bytes(OLD)
    with home.writing(*ENCODING) as process:
        process.send_signal(number)
        said, complained = process.communicate(timeout=ENDS_WITHIN_S)
    assert (process.returncode, said) == (status, "")
    assert complained in {"", "voicecoach: interrupted\n"}
    assert (home.folder / "session.mp3").read_bytes() == OLD
    assert home.files() == {"session.mp3"}


def test_an_interrupt_under_music_leaves_the_old_file_and_nothing_else(home: Home, tmp_path: Path) -> None:
    music = tmp_path / "tune.wav"
    soundfile.write(str(music), tune(20), 48_000)
    (home.folder / "session.mp3").write_bytes(OLD)
    with home.writing("make", "glutes-for-runners", "--music", music, "-o", "session.mp3") as process:
        process.send_signal(signal.SIGINT)
        _, complained = process.communicate(timeout=ENDS_WITHIN_S)
    assert (process.returncode, complained) in {(130, ""), (130, "voicecoach: interrupted\n")}
    assert (home.folder / "session.mp3").read_bytes() == OLD
    assert home.files() == {"session.mp3"}


def test_a_kill_leaves_the_old_file_and_the_next_run_works(own_cache: Home, short: bytes) -> None:
    (own_cache.folder / "session.mp3").write_bytes(OLD)
    with own_cache.writing(*ENCODING) as process:
        process.kill()
        process.communicate(timeout=ENDS_WITHIN_S)
    assert (own_cache.folder / "session.mp3").read_bytes() == OLD
    left = own_cache.files() - {"cache", "session.mp3"}
    assert all(name.startswith(".voicecoach-") for name in left)
    assert own_cache.made("session.mp3", *SHORT).read_bytes() == short


def test_a_cache_that_disappears_in_the_middle_is_no_trouble(own_cache: Home, short: bytes) -> None:
    with own_cache.writing("make", *SHORT, "--sets", "8", "--bitrate", "56", "-o", "session.mp3") as process:
        # At once: a folder in which files come and go can't be emptied for sure.
        shutil.rmtree(own_cache.cache.rename(own_cache.folder / "gone"))
        _, complained = process.communicate(timeout=ENDS_WITHIN_S)
    assert process.returncode == 0, complained
    assert "Traceback" not in complained
    assert own_cache.made("short.mp3", *SHORT).read_bytes() == short
