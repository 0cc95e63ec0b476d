from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere limits don't hold")

if sys.platform == "linux":
    import faults
    from fault_interrupts import CASES, Case, Moment, Outcome, Prover


BRIEF = ("kills", "flips", "limits", "streams")
"""Families whose trials take a second or two."""


@pytest.mark.parametrize("families", [BRIEF, pytest.param((), marks=pytest.mark.lengthy)], ids=["brief", "all"])
def test_a_round_of_faults_finds_nothing(families: tuple[str, ...]) -> None:
    command = [sys.executable, "scripts/faults.py", *families, "--rounds", "1", "--seed", "1"]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    rows = [line.split(" | ") for line in ran.stdout.splitlines() if line.startswith("| ")]
    found = {row[0].removeprefix("| "): row[1:3] for row in rows[2:]}
    assert found == {family: ["1", "0"] for family in families or faults.FAMILIES}


@pytest.fixture
def home(tmp_path: Path) -> faults.Home:
    home = faults.Home(tmp_path)
    vars(home)["whole"] = b"whole"
    return home


@pytest.mark.parametrize(
    ("status", "said", "wrong"),
    [
        (0, "", ""),
        (1, "voicecoach: the disk is full\n", ""),
        (1, "", "0 lines of a message"),
        (1, "x\n" * 50, "50 lines of a message"),
        (2, "usage\n", "status 2"),
        (1, "Traceback (most recent call last):\nValueError: x\n", "a traceback: ValueError: x"),
    ],
)
def test_runs_are_judged(status: int, said: str, wrong: str) -> None:
    ran = subprocess.CompletedProcess(["x"], status, "", said)
    if not wrong:
        assert faults._judged(ran) == (faults.SAID_NO if status else faults.FINE)  # noqa: SLF001 - the heart of it
        return
    with pytest.raises(faults.WrongError, match=wrong):
        faults._judged(ran)  # noqa: SLF001 - as above


@pytest.mark.parametrize(
    ("file", "is_python"), [("/usr/lib/python3/site.py", True), (f"{ROOT}/voicecoach/cli/main.py", False)]
)
def test_an_interrupt_before_the_program_began_is_pythons(file: str, is_python: bool) -> None:
    said = f'Traceback (most recent call last):\n  File "{file}", line 1, in <module>\nKeyboardInterrupt\n'
    ran = subprocess.CompletedProcess(["x"], 1, "", said)
    assert faults._is_python_itself(ran) is is_python  # noqa: SLF001 - the heart of it


def test_half_a_file_is_wrong(home: faults.Home) -> None:
    home.out.write_bytes(b"who")
    with pytest.raises(faults.WrongError, match="neither the old nor the new one: 3 bytes"):
        home.check()


@pytest.mark.parametrize(
    ("seconds", "problems", "wrong"), [(0.1, ("it hangs",), ": it hangs"), (9.0, (), "9.00 s"), (0.1, (), "")]
)
def test_an_interrupt_that_ends_nothing_or_late_is_wrong(
    home: faults.Home, seconds: float, problems: tuple[str, ...], wrong: str
) -> None:
    class Stub(Prover):
        def whole_s(self, case: Case) -> float:
            return 2.0 if case in CASES else 0.0

        def outcome(self, moment: Moment) -> Outcome:
            assert 0 <= moment.at_s <= 2.0
            return Outcome(moment, seconds, was_over=False, problems=problems)

    vars(home)["prover"] = Stub(home.folder)
    chance = random.Random(1)  # noqa: S311 - chance, no secret
    if not wrong:
        assert faults.interrupts(home, chance) == "ended by a signal"
        return
    with pytest.raises(faults.WrongError, match=wrong):
        faults.interrupts(home, chance)


def test_a_trial_that_breaks_off_is_wrong_and_ends_no_other(home: faults.Home) -> None:
    def trial(_: faults.Home, __: random.Random) -> str:
        raise subprocess.TimeoutExpired("sh", 120)

    row = faults.Row("streams")
    row.add(trial, home, random.Random(1))  # noqa: S311 - chance, no secret
    assert row.wrong == ["the trial broke off: TimeoutExpired('sh', 120)"]


def test_what_was_tried_until_ctrl_c_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: faults.Home, __: random.Random) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr(faults, "FAMILIES", {"kills": lambda *_: "fine", "sizes": interrupted})
    monkeypatch.setattr(faults.Home, "whole", b"whole")
    first, _ = faults.rows_of(["kills", "sizes", "kills"], tmp_path / "home", seed=1)
    assert (first.family, first.outcomes) == ("kills", {"fine": 1})


def test_a_trial_is_the_same_whatever_other_families_are_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[float] = []

    def trial(_: faults.Home, chance: random.Random) -> str:
        drawn.append(chance.random())
        return "fine"

    monkeypatch.setattr(faults, "FAMILIES", {"kills": trial, "sizes": trial})
    monkeypatch.setattr(faults.Home, "whole", b"whole")
    faults.rows_of(["kills", "sizes", "kills", "sizes"], tmp_path / "both", seed=1)
    faults.rows_of(["sizes", "sizes"], tmp_path / "one", seed=1)
    assert drawn[1::2][:2] == drawn[4:]
    assert len(set(drawn)) == 4


def test_what_went_wrong_stands_below_the_table(home: faults.Home) -> None:
    def trial(_: faults.Home, __: random.Random) -> str:
        raise faults.WrongError("it hangs")

    row = faults.Row("kills")
    row.add(trial, home, random.Random(1))  # noqa: S311 - chance, no secret
    table = faults.table([row])
    assert "| kills | 1 | 1 | 0 s | 1 WRONG |" in table
    assert table.endswith("\n- kills: it hangs")
