from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.end_to_end.home import ROOT
from tests.packs.making import ABOUT, pack_of
from voicecoach.errors import OutputError
from voicecoach.packs import writing
from voicecoach.packs.pack import COMPRESSION, SMALL, Pack
from voicecoach.packs.writing import PackWriter
from voicecoach.times import SAMPLE_RATE_HZ


def tone(seconds: float, hertz: float = 440.0) -> NDArray[np.int16]:
    turns = np.arange(int(seconds * SAMPLE_RATE_HZ)) * hertz / SAMPLE_RATE_HZ
    return (8000 * np.sin(2 * np.pi * turns)).astype(np.int16)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "test.pack"


def put_many(writer: PackWriter) -> None:
    for number in range(50):
        writer.put(f"Sentence {number}.", tone(2, 200 + number), -17)


def contents(path: Path) -> list[str]:
    pack = Pack.open(path)
    pack.clips(pack.sentences())
    return pack.sentences()


def test_what_was_put_is_there_with_its_wording_and_level(path: Path) -> None:
    with PackWriter(path, ABOUT) as writer:
        writer.put("Seven.", tone(0.5), -17.123, said="Seven!")
        writer.put("Eight.", tone(1), -17)
        assert writer.known() == {"Seven.": "Seven!", "Eight.": "Eight."}
        assert not path.exists()
        writer.finish()
    assert {one.name for one in path.parent.iterdir()} == {"test.pack"}
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT sentence, said, length_ms, level_lufs FROM clip ORDER BY sentence").fetchall()
    assert rows == [("Eight.", "Eight.", 1000, -17.0), ("Seven.", "Seven!", 500, -17.12)]


def test_the_same_clips_give_the_same_file_in_whatever_order_they_were_put(tmp_path: Path) -> None:
    clips = {f"Sentence {number}.": tone(0.2 + number / 10, 200 + 50 * number) for number in range(5)}
    for name, order in (("one", list(clips)), ("two", list(clips)[::-1])):
        with PackWriter(tmp_path / f"{name}.pack", ABOUT) as writer:
            writer.put("Gone again.", tone(0.1), -17)
            for sentence in order:
                writer.put(sentence, clips[sentence], -17)
            assert writer.keep_only(clips) == 1
            writer.finish()
    assert (tmp_path / "one.pack").read_bytes() == (tmp_path / "two.pack").read_bytes()


def test_what_broke_off_is_gone_on_with_and_the_pack_stands_as_it_was(path: Path) -> None:
    pack_of(path, ["Old."])
    before = path.read_bytes()
    with PackWriter(path, ABOUT) as writer:
        writer.put("New.", tone(0.2), -17)
    assert path.read_bytes() == before
    with PackWriter(path, ABOUT) as writer:
        assert writer.known().keys() == {"Old.", "New."}
        writer.finish()
    assert contents(path) == ["New.", "Old."]


_KILLED = """
import os, signal, sys
from pathlib import Path
import numpy as np
from tests.packs.making import ABOUT
from voicecoach.packs.writing import PackWriter
writer = PackWriter(Path(sys.argv[1]), ABOUT)
writer.put("Kept.", np.ones(4800, np.int16), -17)
writer._database.execute("BEGIN")
writer._database.execute("DELETE FROM clip")
os.kill(os.getpid(), signal.SIGKILL)
"""


def test_a_run_that_was_killed_in_the_middle_of_a_sentence_is_gone_on_with(path: Path) -> None:
    ended = subprocess.run([sys.executable, "-c", _KILLED, str(path)], cwd=ROOT, check=False, timeout=60)
    assert ended.returncode == -signal.SIGKILL
    with PackWriter(path, ABOUT) as writer:
        assert writer.known().keys() == {"Kept."}
        writer.finish()
    assert {one.name for one in path.parent.iterdir()} == {"test.pack"}


@pytest.mark.parametrize("data", [b"", b"rubbish" * 1000, None])
def test_a_work_file_that_is_damaged_is_begun_again(path: Path, data: bytes | None) -> None:
    with PackWriter(path, ABOUT) as writer:
        writer.put("Lost.", tone(0.2), -17)
    writer.work.write_bytes(writer.work.read_bytes()[:-2000] if data is None else data)
    with PackWriter(path, ABOUT) as writer:
        assert writer.known() == {}
        writer.put("New.", tone(0.2), -17)
        writer.finish()
    assert contents(path) == ["New."]


def test_a_clip_is_as_small_as_is_asked_for(tmp_path: Path) -> None:
    sound, sizes = np.random.default_rng(1).normal(0, 3000, SAMPLE_RATE_HZ).astype(np.int16), list[int]()
    for compression in (0.0, COMPRESSION, SMALL):
        with PackWriter(tmp_path / f"{compression}.pack", ABOUT, compression=compression) as writer:
            writer.put("One.", sound, -17)
            sizes.append(len(writer.pack().clips(["One."])["One."].opus))
    assert sizes[0] > 1.5 * sizes[1] > 1.5 * sizes[2]


def test_another_making_is_left_out_and_an_earlier_one_gone_on_with(path: Path) -> None:
    other = replace(ABOUT, made="otherwise")
    pack_of(path, ["Pack."])
    with PackWriter(path, other, lambda about: about == other) as writer:
        assert writer.known() == {}
        writer.put("Work.", tone(0.2), -17)
    with PackWriter(path, ABOUT, lambda about: about == ABOUT) as writer:
        assert writer.known().keys() == {"Pack."}


def test_one_run_at_a_time_writes_a_pack(path: Path) -> None:
    with PackWriter(path, ABOUT) as writer:
        writer.put("One.", tone(0.2), -17)
        with pytest.raises(OutputError, match=r"can't be written: another run is writing it\."):
            PackWriter(path, ABOUT)
        writer.put("Two.", tone(0.2), -17)
        writer.finish()
    assert contents(path) == ["One.", "Two."]


def test_a_run_that_waited_until_another_had_finished_goes_on_with_its_pack(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "_BUSY_S", 20)

    def second() -> None:
        with PackWriter(path, ABOUT) as writer:
            writer.put("Two.", tone(0.2), -17)
            writer.finish()

    with ThreadPoolExecutor(1) as pool:
        with PackWriter(path, ABOUT) as writer:
            writer.put("One.", tone(0.2), -17)
            waiting = pool.submit(second)
            time.sleep(0.3)
            writer.finish()
        waiting.result(30)
    assert contents(path) == ["One.", "Two."]


def test_a_run_that_would_begin_anew_leaves_the_work_of_another_alone(path: Path) -> None:
    with PackWriter(path, ABOUT) as writer:
        writer.put("One.", tone(0.2), -17)
        with pytest.raises(OutputError, match=r"another run is writing it"):
            PackWriter(path, replace(ABOUT, made="otherwise"), lambda _old: False)
        writer.put("Two.", tone(0.2), -17)
        assert [one.suffix for one in path.parent.iterdir() if one.suffix != ".part-journal"] == [".part"]
        writer.finish()
    assert contents(path) == ["One.", "Two."]


def test_an_empty_work_file_does_not_stay_behind_whatever_ended_it(path: Path) -> None:
    with pytest.raises(ValueError, match="nothing came of it"), PackWriter(path, ABOUT):
        raise ValueError("nothing came of it")
    assert not [*path.parent.iterdir()]

    def fails(_about: object) -> bool:
        raise ValueError("nothing came of it")

    pack_of(path, ["Old."])
    with pytest.raises(ValueError, match="nothing came of it"):
        PackWriter(path, ABOUT, fails)
    assert [*path.parent.iterdir()] == [path]


_SECOND = """
import sys
from pathlib import Path
from tests.packs.making import ABOUT
from voicecoach.packs.writing import PackWriter
PackWriter(Path(sys.argv[1]), ABOUT, lambda _old: False)
"""


@pytest.mark.parametrize("left", [None, "a work file", "a pack", "rubbish"])
def test_a_work_file_is_locked_against_other_programs_however_it_was_begun(path: Path, left: str | None) -> None:
    if left == "a work file":
        with PackWriter(path, ABOUT) as writer:
            writer.put("One.", tone(0.2), -17)
    elif left == "a pack":
        pack_of(path, ["One."])
    elif left:
        path.with_name("test.pack.part").write_bytes(b"rubbish" * 1000)
    with PackWriter(path, ABOUT) as writer:
        assert writer.pack().count == len(writer.known()) == (left in {"a work file", "a pack"})
        second = [sys.executable, "-c", _SECOND, str(path)]
        ended = subprocess.run(second, cwd=ROOT, check=False, timeout=60, capture_output=True, text=True)
        assert "another run is writing it" in ended.stderr
        writer.put("Two.", tone(0.2), -17)
        writer.finish()
    assert "Two." in contents(path)


def test_what_is_damaged_inside_a_work_file_is_begun_again(path: Path) -> None:
    with PackWriter(path, ABOUT) as writer:
        writer.put("Lost.", tone(0.2), -17)
    data = bytearray(writer.work.read_bytes())
    for page in range(1, len(data) // 4096):
        data[page * 4096 : page * 4096 + 100] = b"\xff" * 100
    writer.work.write_bytes(data)
    with PackWriter(path, ABOUT) as writer:
        assert writer.known() == {}
        writer.put("New.", tone(0.2), -17)
        writer.finish()
    assert contents(path) == ["New."]


def test_what_cannot_be_read_of_a_work_file_is_an_output_error(path: Path) -> None:
    with PackWriter(path, ABOUT) as writer:
        writer.finish()
        with pytest.raises(OutputError, match="can't be written: Cannot operate on a closed database"):
            writer.known()


def test_a_disk_that_is_full_leaves_what_was_put_and_the_pack(path: Path) -> None:
    resource = pytest.importorskip("resource")
    pack_of(path, ["Old."])
    before = path.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        with PackWriter(path, ABOUT) as writer:
            resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, limits[1]))
            with pytest.raises(OutputError, match=r"'.*test\.pack' can't be written: "):
                put_many(writer)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, ignored)
    assert path.read_bytes() == before
    with PackWriter(path, ABOUT) as writer:
        assert {"Old.", "Sentence 0."} <= writer.known().keys()


def test_a_folder_in_place_of_the_pack_is_an_output_error(path: Path) -> None:
    path.mkdir()
    with PackWriter(path, ABOUT) as writer:
        writer.put("Kept.", tone(0.2), -17)
        with pytest.raises(OutputError, match="can't be written"):
            writer.finish()
    assert {one.name for one in path.parent.iterdir()} == {"test.pack", "test.pack.part"}


def test_a_work_file_with_nothing_in_it_does_not_stay(path: Path) -> None:
    with PackWriter(path, ABOUT):
        pass
    assert list(path.parent.iterdir()) == []
