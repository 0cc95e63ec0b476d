"""Feet as they are seen from close by."""

from __future__ import annotations

import pytest

from tests.figures.drawn_figures import drawn, picture
from voicecoach.figures.foot import seen_feet
from voicecoach.figures.shapes import MAGNIFIED
from voicecoach.figures.svg import svg

CLOSE = "view: {turn: 140, tilt: 12, close: near foot}"


def keys(text: str, panel: int = 0) -> dict[str, str]:
    return {shape.key: shape.path for shape in drawn(text).panels[panel].shapes}


def test_a_foot_from_close_by_has_five_toes_and_nothing_else_of_the_body() -> None:
    seen = keys(f"{{{CLOSE}, poses: {{up: }}}}")
    assert sum("toe" in key for key in seen) == 5
    assert not {"head", "trunk", "far-leg"} & seen.keys()
    assert not any("toe" in key for key in keys("{poses: {up: {big toe: 40}}}"))


def test_both_feet_can_be_seen_from_close_by() -> None:
    one = drawn("{view: {turn: 90, close: feet}, poses: {up: }}")
    assert seen_feet(one.eye) == ("near", "far")
    assert {"near-toe-0", "far-toe-0"} <= {shape.key for shape in one.panels[0].shapes}


@pytest.mark.parametrize(("joint", "moved"), [("big toe", {0}), ("small toes", {1, 2, 3, 4}), ("arch", set(range(5)))])
def test_toes_and_arch_move_alone(joint: str, moved: set[int]) -> None:
    text = f"{{{CLOSE}, poses: {{up: {{near {joint}: 24}}, down: }}}}"
    down, up = keys(text, 0), keys(text, 1)
    assert {number for number in range(5) if down[f"near-toe-{number}"] != up[f"near-toe-{number}"]} == moved
    assert len(drawn(text).panels[1].arrows) == 1


def test_what_only_toes_do_is_another_pose() -> None:
    one = drawn(f"{{{CLOSE}, poses: {{big: {{near big toe: 40}}, small: [{{near small toes: 40}}, {{}}]}}}}")
    assert [panel.label for panel in one.panels] == ["start", "big", "small"]


def test_toes_are_half_way_between_two_poses() -> None:
    motion = drawn(f"{{{CLOSE}, poses: {{up: {{near big toe: 40}}, down: }}}}").motion
    assert motion.on_the_way(0, 0.5).feet["near big toe"] == 20
    assert motion.stops[0].standing.body.mirrored().feet["far big toe"] == 40


def test_the_muscles_of_the_foot_show_below_the_arch() -> None:
    assert any(shape.key == "near-sole" for shape in picture("short-foot").panels[0].shapes)


def test_a_foot_fills_its_picture() -> None:
    one = picture("toe-yoga")
    assert one.eye.scale == MAGNIFIED
    assert one.room.width < 60 * MAGNIFIED
    assert "viewBox" in svg(one).split(">", 1)[1]
