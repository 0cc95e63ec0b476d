"""`voicecoach draw`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from html import unescape
from pathlib import Path

import pytest
from PIL import Image

from tests.cli.running import run
from tests.figures.drawn_figures import A_FEW, WITH_FIGURES
from voicecoach.definitions import load


def test_a_figure_is_written_as_svg_png_and_gif(tmp_path: Path) -> None:
    for suffix, begin in ((".svg", b"<svg"), (".png", b"\x89PNG"), (".gif", b"GIF8")):
        file = tmp_path / f"squat{suffix}"
        done = run("draw", "squat", "-o", str(file))
        assert done.status == 0, done.err
        assert str(file) in done.out
        assert file.read_bytes().startswith(begin)
    with Image.open(tmp_path / "squat.gif") as moving:
        assert moving.n_frames > 20  # type: ignore[attr-defined]


def test_without_its_extra_a_gif_is_told_how_to_be_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PIL", None)
    done = run("draw", "squat", "-o", str(tmp_path / "squat.gif"))
    assert done.status == 1
    assert "A GIF needs the extra 'gif': " in done.err
    assert "[gif]" in done.err
    assert not (tmp_path / "squat.gif").exists()


def test_a_figure_may_move_by_itself(tmp_path: Path) -> None:
    assert run("draw", "plank", "--moving", "-o", str(tmp_path / "a.svg")).status == 0
    assert run("draw", "step-up", "--moving", "-o", str(tmp_path / "b.svg")).status == 0
    assert "<animate" in (tmp_path / "b.svg").read_text()


@pytest.mark.parametrize(
    "exercises", [A_FEW, pytest.param(WITH_FIGURES, marks=pytest.mark.lengthy)], ids=["a few", "all"]
)
def test_sheets_have_all_figures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exercises: Sequence[str]) -> None:
    titles = {load.load_exercise(name).title for name in exercises}
    monkeypatch.setattr(load, "names", lambda _: list(exercises))
    done = run("draw", "--all", "-o", str(tmp_path / "sheets"))
    assert done.status == 0, done.err
    drawings = sorted((tmp_path / "sheets").glob("*.svg"))
    assert len(drawings) > 1
    written = unescape("".join(sheet.read_text(encoding="utf-8") for sheet in drawings))
    assert not {title for title in titles if f">{title}<" not in written}
    assert all(sheet.with_suffix(".png").stat().st_size > 10_000 for sheet in drawings)


OWN = """title: Wobbles
prescription: 3x10
phases:
  - {name: down, length: 2 s}
  - {name: up, length: 2 s}
figure:
  poses:
    down: POSE
    up:
variations:
  low: {title: Low wobbles, say: low, figure: {poses: {down: {hip: 100, knee: 110, lean: 40}}}}
"""


def test_an_own_exercise_and_its_variation_are_drawn(tmp_path: Path) -> None:
    file = tmp_path / "wobble.yaml"
    file.write_text(OWN.replace("POSE", "{hip: 40, knee: 50, lean: 15}"))
    assert run("draw", str(file), "-o", str(tmp_path / "a.svg")).status == 0
    assert run("draw", str(file), "--variation", "low", "-o", str(tmp_path / "b.svg")).status == 0
    assert (tmp_path / "a.svg").read_bytes() != (tmp_path / "b.svg").read_bytes()


LEGS = """title: Legs
rest: 45 s
sections: [{exercises: [squat, wobble, bob, squat]}]
exercises:
  bob: {title: Bobs, prescription: 2x5, pace: 2 s}
  wobble:
    title: Wobbles
    prescription: 3x10
    phases: [{name: down, length: 2 s}, {name: up, length: 2 s}]
    figure: {poses: {down: {hip: 40, knee: 50, lean: 15}, up: }}
    variations:
      low: {title: Low wobbles, say: low, figure: {poses: {down: {hip: 100, knee: 110, lean: 40}}}}
"""


@pytest.fixture
def legs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "legs.yaml"
    file.write_text(LEGS)
    return file


@pytest.mark.parametrize("suffix", ["svg", "png"])
def test_a_session_is_drawn_as_a_sheet(legs: Path, suffix: str) -> None:
    done = run("draw", "legs.yaml", "-o", f"a.{suffix}")
    assert done.status == 0, done.err
    assert done.out.startswith(f"a.{suffix}  ")
    assert "note: There is no figure of: Bobs." in done.err
    data = legs.with_name(f"a.{suffix}").read_bytes()
    if suffix == "svg":
        assert [data.count(title) for title in (b">Squats<", b">Wobbles<", b">Bobs<")] == [1, 1, 0]
    else:
        assert data.startswith(b"\x89PNG")


def test_a_sheet_is_called_after_its_session(legs: Path) -> None:
    assert run("draw", "legs.yaml").out.startswith("legs.svg  ")
    assert run("draw", "2x8 squats; 2x8 push-ups").status == 0
    assert {file.name for file in legs.parent.glob("*.svg")} == {"legs.svg", "squats-push-ups.svg"}


def test_one_exercise_of_a_session_is_drawn_like_any_other(legs: Path) -> None:
    assert run("draw", "legs.yaml", "--only", "wobble").out.startswith("wobble.svg  ")
    assert run("draw", "legs.yaml", "--only", "wobble", "--moving", "-o", "b.svg").status == 0
    assert run("draw", "legs.yaml", "--only", "wobble", "--variation", "low", "-o", "c.svg").status == 0
    assert run("draw", "legs.yaml", "--only", "wobble", "-o", "d.gif").status == 0
    assert "<animate" in legs.with_name("b.svg").read_text()
    assert legs.with_name("c.svg").read_bytes() != legs.with_name("wobble.svg").read_bytes()
    assert run("draw", "legs.yaml", "--only", "wobble", "-o", "legs.yaml.svg").status == 0


def test_a_session_is_not_written_over(legs: Path) -> None:
    legs.rename(legs.with_suffix(".svg"))
    assert run("draw", "./legs.svg", "-o", "legs.svg").status == 1
    assert legs.with_suffix(".svg").read_text() == LEGS


def test_what_only_geometry_shows_is_told(tmp_path: Path) -> None:
    file = tmp_path / "wobble.yaml"
    file.write_text(OWN.replace("POSE", "{far hip: 0, far knee: 0, near hip: 0, on: {near foot: air}, lean: 80}"))
    done = run("draw", str(file), "-o", str(tmp_path / "a.svg"))
    assert done.status == 0
    assert "note: figure.poses.down: the " in done.err
    checked = run("check", str(file))
    assert "wobble: figure.poses.down: the " in checked.err


def test_an_exercise_without_a_figure_is_told_how_to_have_one(tmp_path: Path) -> None:
    file = tmp_path / "plain.yaml"
    file.write_text("title: Plain\nprescription: 3x10\n")
    done = run("draw", str(file), "-o", str(tmp_path / "a.svg"))
    assert done.status == 1
    assert "plain has no figure. Write one in it" in done.err


@pytest.mark.parametrize(
    ("options", "name"),
    [
        ([], "wobble.svg"),
        (["--variation", "low"], "wobble-low.svg"),
        (["--moving"], "wobble-moving.svg"),
        (["--moving", "--variation", "low"], "wobble-low-moving.svg"),
    ],
)
def test_each_picture_of_an_exercise_has_a_name_of_its_own(legs: Path, options: list[str], name: str) -> None:
    for _ in range(2):  # a drawing of an earlier version is replaced
        assert run("draw", "legs.yaml", "--only", "wobble", *options).out.startswith(f"{name}  ")
    assert [file.name for file in legs.parent.glob("*.svg")] == [name]


@pytest.mark.parametrize(
    ("arguments", "name"), [(["legs.yaml"], "legs.svg"), (["squat", "--moving"], "squat-moving.svg")]
)
def test_another_picture_is_replaced_only_by_its_name(legs: Path, arguments: list[str], name: str) -> None:
    legs.with_name(name).write_text("<svg/>")
    done = run("draw", *arguments)
    assert done.status == 1
    assert f"{name} is there already and is no drawing of voicecoach. Choose another name with -o." in done.err
    assert legs.with_name(name).read_text() == "<svg/>"
    assert run("draw", *arguments, "-o", name).status == 0


@pytest.mark.parametrize("name", ["sheet-1.svg", "sheet-2.png"])
def test_no_sheet_of_another_kind_is_replaced_in_a_folder_that_nobody_named(legs: Path, name: str) -> None:
    (legs.parent / "sheets").mkdir()
    (legs.parent / "sheets" / name).write_bytes(b"mine")
    done = run("draw", "--all")
    assert done.status == 1
    assert f"{Path('sheets') / name} is there already and is no drawing of voicecoach." in done.err
    assert [file.read_bytes() for file in (legs.parent / "sheets").iterdir()] == [b"mine"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["squad"], "Unknown exercise 'squad'. Did you mean 'squat'?"),
        (["squat", "-o", "squat.jpg"], "Nothing draws .jpg files. Write squat.svg, squat.png, squat.gif."),
        (["squat", "--moving", "-o", "squat.png"], "A PNG doesn't move."),
        (["squat", "--variation", "backpak", "-o", "a.svg"], "no variation 'backpak'. Did you mean 'backpack'?"),
        (["squat", "--all"], "Leave out one of the two."),
        (["--all", "--moving"], "which don't move. Leave out --moving."),
        (["--all", "--only", "squat"], "Leave out --only."),
        (["--all", "-o", "all.png"], "Several sheets are written into a folder, as SVG and PNG. Write -o all."),
        (["squat", "--only", "squat"], "--only is for one exercise of a session, and squat is an exercise."),
        (["glutes-for-runners", "--moving"], "For one of its exercises write --only NAME. Leave out --moving."),
        (["glutes-for-runners", "--variation", "backpack"], "Leave out --variation."),
        (["glutes-for-runners", "--only", "squad"], "Unknown exercise 'squad'. Did you mean 'squat'?"),
        (["glutes-for-runners", "-o", "a.gif"], "A sheet doesn't move. Write a.svg or a.png."),
        (["squat", "-o", ""], "'.' is no name of a file. Write one, such as 'squat.svg'."),
        ([], "Which exercise?"),
    ],
)
def test_what_cannot_be_drawn_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], message: str
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run("draw", *arguments)
    assert done.status == 1
    assert message in done.err
    assert not list(tmp_path.glob("*.*"))
