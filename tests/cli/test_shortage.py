"""What happens where there is too little memory, no thread to be had, or nobody to read and write to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import run
from voicecoach.cli import plan as plan_command
from voicecoach.cli.ending import SHORTAGE, is_shortage
from voicecoach.cores import environment, spare_blas_threads

ROOT = Path(__file__).parents[2]
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits and streams are those of POSIX")
linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere an address space has no limit that holds")


SHORT = "title: Café Zoë\nsections: [{exercises: [{exercise: squat, prescription: 1x2}]}]\n"


def caused_by(error: BaseException) -> Exception:
    later = ImportError("numpy can't be imported")
    later.__cause__ = error
    return later


SHORTAGES = [
    MemoryError(),
    RuntimeError("can't start new thread"),
    OSError(12, "Cannot allocate memory"),
    ImportError("libx.so: failed to map segment from shared object"),
    RuntimeError("LAME encoding failed"),
    SystemError("<function> returned NULL without setting an exception"),
]


@pytest.mark.parametrize("error", [*SHORTAGES, *map(caused_by, SHORTAGES)], ids=repr)
def test_a_shortage_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(plan_command, "asked_session", fail)
    assert run("plan", "squat").message == f"voicecoach: {SHORTAGE}"


def test_other_errors_are_none() -> None:
    assert not is_shortage(RuntimeError("a defect"))
    assert not is_shortage(caused_by(OSError(28, "No space left on device")))


def shell(line: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Run a line of a shell in which `$VC` is the program."""
    folders = {f"VOICECOACH_{name}": str(home / name.lower()) for name in ("CACHE", "CONFIG", "DATA")}
    return subprocess.run(
        ["sh", "-c", line],
        env={**environment(), **folders, "PYTHONPATH": str(ROOT), "VC": f"{sys.executable} -m voicecoach"},
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )


@linux
@pytest.mark.parametrize("megabytes", [150, 200])
def test_with_little_memory_it_says_so_and_was_not_interrupted(tmp_path: Path, megabytes: int) -> None:
    ran = shell(f"ulimit -v {megabytes * 1024}; exec $VC make squat -o squat.mp3", tmp_path)
    if ran.returncode:  # how much it takes depends on the system
        assert ran.returncode == 1
        assert len(ran.stderr.splitlines()) == 1
    assert not list(tmp_path.glob(".voicecoach*"))


@linux
def test_four_hundred_megabytes_are_enough(tmp_path: Path) -> None:
    (tmp_path / "short.yaml").write_text(SHORT, "utf-8")
    ran = shell(f"ulimit -v {400 * 1024}; exec $VC make short.yaml -o squat.mp3", tmp_path)
    assert (ran.returncode, (tmp_path / "squat.mp3").exists()) == (0, True), ran.stderr


@posix
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_get_nothing_and_stop_nothing(tmp_path: Path, closed: str) -> None:
    """The picture is the first file to be opened, and would get the number of the stream that is closed."""
    ran = shell(f"$VC plan squat --detail tones --plot squat.svg {closed}; $VC plan nothing {closed}", tmp_path)
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    picture = (tmp_path / "squat.svg").read_text("utf-8")
    assert (picture.startswith("<svg"), picture.rstrip().endswith("</svg>")) == (True, True)


@posix
def test_a_full_stream_is_said_for_help_too(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full on this system")
    ran = shell("$VC --help >/dev/full", tmp_path)
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "The output can't be written: No space left on device." in ran.stderr


@posix
def test_odd_surroundings_change_no_sound(tmp_path: Path) -> None:
    """The voice's process reads its request in whatever text is encoded, and starts without a PATH."""
    (tmp_path / "short.yaml").write_text(SHORT, "utf-8")
    odd = ["PYTHONIOENCODING=utf-16 PYTHONSTARTUP=nothing.py", "-u PATH LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0"]
    make = "$VC make short.yaml --engine pyttsx3 -o"
    made = [f"VOICECOACH_CACHE={number} env {how} {make} {number}.wav" for number, how in enumerate(["", *odd])]
    ran = shell(" && ".join(made), tmp_path)
    assert ran.returncode == 0, ran.stderr
    assert len({file.read_bytes() for file in tmp_path.glob("*.wav")}) == 1
    assert len(list(tmp_path.glob("*.wav"))) == 1 + len(odd)


@posix
def test_children_are_waited_for_whatever_was_ignored_before(tmp_path: Path) -> None:
    ignoring = (
        "import os, signal, sys; signal.signal(signal.SIGCHLD, signal.SIG_IGN); os.execv(sys.argv[1], sys.argv[1:])"
    )
    (tmp_path / "short.yaml").write_text(SHORT, "utf-8")
    make = "make short.yaml --engine pyttsx3 -o squat.wav"
    ran = shell(f"exec {sys.executable} -c '{ignoring}' $VC {make}", tmp_path)
    assert (ran.returncode, ran.stderr.count("Traceback")) == (0, 0), ran.stderr


PEAK = """
import atexit
from voicecoach.__main__ import main
status = "/proc/self/status"
atexit.register(lambda: print([one.split()[1] for one in open(status) if one.startswith("VmPeak")][0]))
main()
"""
MOST_KB = 300 * 1024


@linux
def test_a_limit_of_addresses_is_shared_by_all_threads(tmp_path: Path) -> None:
    """Each thread of its own would reserve 64 MB, and 128 MB for a moment."""
    (tmp_path / "short.yaml").write_text(SHORT, "utf-8")
    ran = shell(f"ulimit -v {800 * 1024}; exec {sys.executable} -c '{PEAK}' make short.yaml -o squat.mp3", tmp_path)
    assert (ran.returncode, (tmp_path / "squat.mp3").exists()) == (0, True), ran.stderr
    assert int(ran.stdout.split()[-1]) < MOST_KB


SPARING = """
import atexit, os, sys
from voicecoach.__main__ import main
atexit.register(lambda: print(os.environ["OPENBLAS_NUM_THREADS"], "numpy" in before))
before = set(sys.modules)
main()
"""


@posix
def test_the_program_spares_what_its_tests_spare_too(tmp_path: Path) -> None:
    ran = shell(f"exec {sys.executable} -c '{SPARING}' list --kind session --json", tmp_path)
    assert ran.stdout.splitlines()[-1:] == ["1 False"], ran.stderr


def test_what_is_spared_here_is_nobody_elses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicecoach.cores._set_here", set())
    monkeypatch.delenv("OPENBLAS_NUM_THREADS", raising=False)
    spare_blas_threads()
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"
    assert "OPENBLAS_NUM_THREADS" not in environment()


def test_what_the_user_set_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("voicecoach.cores._set_here", set())
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "3")
    spare_blas_threads()
    assert environment()["OPENBLAS_NUM_THREADS"] == "3"
