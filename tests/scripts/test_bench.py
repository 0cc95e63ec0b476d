from __future__ import annotations

import os
import re
import subprocess
import sys
from array import array
from pathlib import Path

import numpy as np
import pytest

import bench
import bench_live
import bench_recording
import bench_sessions
import bench_table
from tests.parts import needs

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows does not say what memory a process took")

SCRIPTS = Path(bench.__file__).parent
ALLOCATE = "import sys; data = b'x' * int(sys.argv[1])"
ALLOCATE_IN_A_CHILD = f"import subprocess, sys; subprocess.call([sys.executable, '-c', {ALLOCATE!r}, sys.argv[1]])"
MEASURE = "import os, sys, bench; print(bench.measured(sys.argv[1:], dict(os.environ)).peak_bytes)"


@pytest.mark.parametrize("program", [ALLOCATE, ALLOCATE_IN_A_CHILD], ids=["itself", "in a child"])
def test_memory_is_that_of_the_largest_process(program: str) -> None:
    small, large = (
        int(subprocess.check_output([sys.executable, "-c", MEASURE, *command], cwd=SCRIPTS))
        for command in ([sys.executable, "-c", program, str(size)] for size in (0, 300_000_000))
    )
    assert small < 100_000_000
    assert 300_000_000 < large < 400_000_000


def test_a_program_that_fails_ends_it_with_its_message() -> None:
    with pytest.raises(SystemExit, match="failed with 3: no such session"):
        bench.measured([sys.executable, "-c", "import sys; print('no such session'); sys.exit(3)"], dict(os.environ))


def test_the_table_says_whether_targets_are_reached() -> None:
    rows = [
        bench_table.Row("so far", "1 s"),
        bench_table.Row.at_most(4, "s", 3.5, "cold", "3.50 s"),
        bench_table.Row.at_most(0.5, "s", 0.6, "warm", "0.60 s"),
        bench_table.Row.at_least(10, "×", 12.25, "faster"),
    ]
    assert bench_table.table(rows).splitlines() == [
        "| measured | result | target | reached |",
        "| --- | --- | --- | --- |",
        "| so far | 1 s |  |  |",
        "| cold | 3.50 s | ≤ 4 s | yes |",
        "| warm | 0.60 s | ≤ 0.5 s | **no** |",
        "| faster | 12.2 × | ≥ 10 × | yes |",
    ]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """The checkout's own, as a program that can be given."""
    program = tmp_path / "voicecoach"
    program.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(SCRIPTS.parent)!r})\n"
        "from voicecoach.cli.main import main\nif __name__ == '__main__':\n    main()\n"
    )
    program.chmod(0o755)
    return program


def table(program: Path, only: str, **variables: str) -> dict[str, str]:
    """What the bench shows of this part, by what was measured."""
    command = [sys.executable, str(SCRIPTS / "bench.py"), "--quick", "--program", str(program), "--only", only]
    _, _, *lines = subprocess.check_output(command, text=True, env={**os.environ, **variables}).splitlines()
    shown = {what: result for _, what, result, *_ in (re.split(r" *\| *", line) for line in lines)}
    assert len(shown) == len(lines)
    return shown


def test_it_measures_the_program_it_is_given(program: Path) -> None:
    shown = table(program, "make")
    assert all(re.search(r"\d", result) for result in shown.values())
    first, *_ = bench_sessions.LENGTHS  # the only one of the lengths that --quick measures
    assert [first in what for what in shown if "peak memory" in what] == [True]


def test_it_measures_what_takes_a_moment(program: Path) -> None:
    shown = table(program, "start")
    assert [what.split("`")[1].split(" ")[1] for what in shown] == ["--help", "list", "import", "check"]
    assert all(re.fullmatch(r"\d+\.\d\d s \(best \d+\.\d\d s\)", result) for result in shown.values())


@pytest.mark.lengthy
def test_it_measures_what_is_shared(program: Path) -> None:
    shown = table(program, "share")
    assert len(shown) == 2
    assert all(re.fullmatch(r"\d+\.\d\d s \(best \d+\.\d\d s\)", result) for result in shown.values())
    assert all(re.search(r"\([1-9]\d* MB\)", what) for what in shown)


@pytest.mark.lengthy
def test_it_measures_a_session_with_music(program: Path) -> None:
    ((what, result),) = table(program, "music").items()
    assert "`--music`" in what
    assert re.fullmatch(r"\d+\.\d\d s \(best .* s\); processor time \d+\.\d\d s; \d+ MB", result)


@pytest.mark.lengthy
@needs("pulseaudio", "parec")
def test_it_measures_a_session_as_it_is_played(program: Path) -> None:
    shown = table(program, "live")
    assert all(re.search(r"\d", result) for result in shown.values())
    whats = ["first", "key", "key", "processor", "processor", "drift", "holes"]
    assert [what.split(":")[0].split(" ")[0] for what in shown] == whats


def test_without_a_sound_server_it_says_so(program: Path, tmp_path: Path) -> None:
    missing = "pulseaudio" if sys.platform == "linux" else "Linux"
    assert set(table(program, "live", PATH=str(tmp_path)).values()) == {f"not measured: no {missing}"}


def sound(seed: int, seconds: float) -> bytes:
    """Noise, of which no two places are alike."""
    return np.random.default_rng(seed).bytes(int(bench_recording.RATE_HZ * seconds) * bench_recording.SAMPLE_BYTES)


def test_drift_is_what_was_added_to_the_sound_or_lost_of_it() -> None:
    made = sound(1, 4)
    half = len(made) // 2
    before, start, end = bytes(9_600), bench_recording.RATE_HZ // 2, bench_recording.RATE_HZ * 3
    assert bench_live.drift(before + made, made, start, end) == 0
    assert bench_live.drift(before + made[:half] + bytes(1000) + made[half:], made, start, end) == 500
    assert bench_live.drift(before + made[:half] + made[half + 600 :], made, start, end) == -300


def test_gaps_are_digital_silence() -> None:
    heard = array("h", [5, *[0] * 23, 256, *[0] * 24, 1, *[0] * 100, -3, 0])
    assert bench_live.gaps(heard.tobytes()) == 124


def test_a_hole_is_where_nothing_of_the_tone_is() -> None:
    tone = [9000, -9000] * 24
    heard = array("h", [*tone * 5, *[0] * 96, *[3, -5] * 24, *tone * 5])
    assert bench_live.quiet(heard.tobytes()) == 3 * bench_live.HOLE_PIECE


def test_a_place_that_stuttered_is_passed_over() -> None:
    made = sound(2, 2)
    heard = made[:60_000] + bytes(200) + made[60_000:]
    at, found = bench_live.place(heard, made, 29_000)
    assert 30_000 < at < 32_500
    assert found == [at - 100]


def test_what_was_never_made_has_no_drift() -> None:
    with pytest.raises(SystemExit, match="is not what was made"):
        bench_live.drift(sound(3, 2), sound(4, 2), 0, 48_000)


def test_a_recording_says_when_what_was_heard() -> None:
    reading, writing = os.pipe()
    os.write(writing, bytes(20_000))
    recording = bench_recording.Recording(reading)
    os.write(writing, array("h", [0, 0, 50, 60, -2000, 3]).tobytes() + bytes(20_000))
    os.close(writing)
    assert recording.heard_after(0) == 10_002
    assert recording.heard_after(0, bench_live.SPEECH) == 10_004
    assert recording.silent_after(0) == 0
    assert recording.silent_after(9_000) == 10_006
    assert recording.time_of(5_000) <= recording.time_of(10_004)
    recording.end()
    os.close(reading)
