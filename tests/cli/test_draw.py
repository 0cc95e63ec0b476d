"""`voicecoach draw`."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.cli.running import run


def test_a_figure_is_written_as_svg_png_and_gif(tmp_path: Path) -> None:
    for suffix, begin in ((".svg", b"<svg"), (".png", b"\x89PNG"), (".gif", b"GIF8")):
        file = tmp_path / f"squat{suffix}"
        done = run("draw", "squat", "-o", str(file))
        assert done.status == 0, done.err
        assert str(file) in done.out
        assert file.read_bytes().startswith(begin)
    with Image.open(tmp_path / "squat.gif") as moving:
        assert moving.n_frames > 20  # type: ignore[attr-defined]


def test_a_figure_may_move_by_itself(tmp_path: Path) -> None:
    assert run("draw", "plank", "--moving", "-o", str(tmp_path / "a.svg")).status == 0
    assert run("draw", "step-up", "--moving", "-o", str(tmp_path / "b.svg")).status == 0
    assert "<animate" in (tmp_path / "b.svg").read_text()


def test_sheets_have_all_figures(tmp_path: Path) -> None:
    done = run("draw", "--all", "-o", str(tmp_path / "sheets"))
    assert done.status == 0, done.err
    assert any("Squats" in sheet.read_text(encoding="utf-8") for sheet in (tmp_path / "sheets").glob("*.svg"))
    assert (tmp_path / "sheets" / "sheet-1.png").stat().st_size > 10_000


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


def test_a_session_is_no_exercise(tmp_path: Path) -> None:
    file = tmp_path / "legs.yaml"
    file.write_text("title: Legs\nrest: 45 s\nsections: [{exercises: [squat]}]\n")
    for name in (str(file), "glutes-for-runners"):
        assert run("draw", name).message == (
            f"voicecoach: {name} is a session, and what is drawn is an exercise: a built-in one, or one in a file of "
            "its own."
        )


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
    ("arguments", "message"),
    [
        (["squad"], "Unknown exercise 'squad'. Did you mean 'squat'?"),
        (["squat", "-o", "squat.jpg"], "Nothing draws .jpg files. Write squat.svg, squat.png, squat.gif."),
        (["squat", "--moving", "-o", "squat.png"], "A PNG doesn't move."),
        (["squat", "--variation", "backpak", "-o", "a.svg"], "no variation 'backpak'. Did you mean 'backpack'?"),
        (["squat", "--all"], "Leave out one of the two."),
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
