from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import run
from tests.every_kind import SECTIONS, session_of
from tests.outputs.plot.test_plot import PNG
from tests.plan.laid import laid
from voicecoach.cli.as_typed import with_values
from voicecoach.cli.plot_rows import plot_rows
from voicecoach.definitions.load import load_session
from voicecoach.plan.choices import Choices

SESSION = "glutes-for-runners"
SHORT = (SESSION, "--only", "step-up", "--sets", "2", "--reps", "2", "--detail", "tones")


@pytest.mark.parametrize(("name", "begin"), [("out.svg", b"<svg "), ("out.png", PNG)])
def test_a_file_is_written_and_named(tmp_path: Path, name: str, begin: bytes) -> None:
    ran = run("plan", *SHORT, "--plot", str(tmp_path / name))
    assert ran.status == 0, ran
    assert ran.out.startswith(f"{tmp_path / name}  1:38  ")
    assert (tmp_path / name).read_bytes().startswith(begin)


@pytest.mark.parametrize("typed", [("--plot",), ("--plot", "-"), ("--plot=-",)])
def test_without_a_file_it_is_drawn_here(typed: tuple[str, ...]) -> None:
    ran = run("plan", *SHORT, *typed)
    assert ran.status == 0, ran
    lines = ran.out.splitlines()
    assert lines[0] == "Glutes strength for runners, week 1 of 6"
    assert lines[1].startswith("1:38, to fetch: ")
    steps = next(line for line in lines if line.startswith("steps"))
    assert set("█▁░▞") <= set(steps)


def test_it_may_stand_before_the_session() -> None:
    first, *others = SHORT
    assert run("plan", "--plot", first, *others).out == run("plan", *SHORT, "--plot").out


def test_files_are_told_from_sessions() -> None:
    assert with_values(["--plot", "mine.yaml"]) == ["--plot=-", "mine.yaml"]
    assert with_values(["--plot", "out.pdf", "mine.yaml"]) == ["--plot", "out.pdf", "mine.yaml"]
    assert with_values(["Tabata: squats", "--plot"]) == ["Tabata: squats", "--plot=-"]
    assert with_values(["--", "--plot"]) == ["--", "--plot"]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (("squat", "--plot", "nosuffix"), "'nosuffix' has no suffix of a picture. Write nosuffix.svg or nosuffix.png."),
        (("--plot", "nosuffix", "squat"), "'nosuffix' has no suffix of a picture. Write nosuffix.svg or nosuffix.png."),
        (("squat", "--plot", "mine.yaml", "--week", "1"), "Nothing draws .yaml files. Write mine.svg or mine.png."),
    ],
)
def test_a_word_too_many_is_taken_for_the_picture(typed: tuple[str, ...], said: str) -> None:
    assert run("plan", *typed).message == f"voicecoach: {said}"


@pytest.mark.parametrize("typed", [("squat", "lunge"), ("--plot", "squat", "a", "b"), ("--plot", "squat", "--nope")])
def test_what_is_wrong_otherwise_stays_wrong_usage(typed: tuple[str, ...]) -> None:
    assert run("plan", *typed).status == 2


@pytest.mark.parametrize("other", ["--json", "--lines"])
def test_other_ways_to_show_it_are_refused_beside_it(other: str, tmp_path: Path) -> None:
    ran = run("plan", *SHORT, "--plot", str(tmp_path / "out.svg"), other)
    assert ran.status == 2
    assert f"--plot and {other} don't go together" in ran.err
    assert not list(tmp_path.glob("*out*"))


def test_what_cannot_be_written_is_refused_before_any_work(tmp_path: Path) -> None:
    assert "Nothing draws .pdf files." in run("plan", *SHORT, "--plot", str(tmp_path / "out.pdf")).message
    message = run("plan", *SHORT, "--plot", str(tmp_path / "no" / "out.svg")).message
    assert message.endswith("Create it, or choose another place with --plot.")
    assert run("plan", "nothing-of-that-name", "--plot", str(tmp_path / "out.svg")).status == 1
    assert not list(tmp_path.glob("*out*"))


@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.parametrize("width", [20, 40, 80, 160])
@pytest.mark.parametrize("encoding", ["utf-8", "ascii", "cp437"])
def test_the_drawing_fits_its_terminal(name: str, width: int, encoding: str) -> None:
    found = laid(session_of(name), Choices())
    lines = list(plot_rows(found.workout, found.timeline, width, encoding))
    assert all(line.cell_len <= width for line in lines)
    for line in lines[2:]:
        line.plain.encode(encoding, errors="strict")


def test_times_stand_where_they_are() -> None:
    found = laid(load_session("Tabata: squats"), Choices())
    lines = [line.plain for line in plot_rows(found.workout, found.timeline, 109, "utf-8")]
    steps, times = (next(line for line in lines if sign in line) for sign in ("█", "0:30"))
    works = [step for step in found.timeline.steps if step.kind == "work"]
    assert abs(steps.index("█") - 9 - 100 * works[0].start / found.timeline.duration) <= 1
    assert abs(times.index("1:00") - 9 - 100 * 60_000 / found.timeline.duration) <= 1
