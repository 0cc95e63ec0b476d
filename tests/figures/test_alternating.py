"""Figures that go from one leg to the other, leap, roll, and swing what they hold."""

from __future__ import annotations

import pytest

from tests.figures.drawn_figures import drawn, picture
from voicecoach.definitions.model import Exercise
from voicecoach.figures.doubts import doubts
from voicecoach.figures.moving import moments
from voicecoach.figures.svg import floor
from voicecoach.times import Ms

MARCH = "{alternating: true, pace: 0.6 s, poses: {step: {near hip: 60, near knee: 70, on: {near foot: air}}}}"


def test_an_alternating_figure_is_shown_on_both_sides() -> None:
    one = drawn(MARCH)
    assert [panel.label for panel in one.panels] == ["start", "step"]
    assert not one.panels[0].arrows
    assert one.panels[1].arrows
    before, after_it = one.motion.before(0).body.points, one.motion.stops[0].standing.body.points
    assert before["far knee"][1] == after_it["near knee"][1] > after_it["far knee"][1]


def test_a_figure_is_shown_at_its_own_pace_or_at_that_of_its_exercise() -> None:
    assert drawn(MARCH).motion.duration == 600
    assert drawn(MARCH, Exercise("a", "A", pace=Ms(2000))).motion.duration == 600
    assert drawn(MARCH.replace("pace: 0.6 s, ", ""), Exercise("a", "A", pace=Ms(2000))).motion.duration == 2000


@pytest.mark.parametrize(("word", "is_lifted"), [("moved", True), ("slid", False)])
def test_what_slides_stays_on_the_floor(word: str, is_lifted: bool) -> None:
    one = drawn(f"{{poses: {{out: {{near hip: 40, {word}: near foot}}, in: {{{word}: near foot}}}}}}")
    start, end = (stop.standing.body.points["near ankle"] for stop in one.motion.stops)
    assert start[0] - end[0] > 20
    assert (one.motion.on_the_way(0, 0.5).points["near ankle"][1] > start[1] + 2) is is_lifted


def test_somebody_who_walks_has_no_arrow_at_the_foot_that_goes_back_with_the_ground() -> None:
    one = picture("walk")
    for index, stop in enumerate(one.motion.stops):
        assert one.on_the_ground(index) == {f"{part.split()[0]} leg" for part in stop.standing.slid}


def test_a_leap_goes_to_both_sides() -> None:
    one = drawn("{alternating: true, poses: {land: {aside: 30, far hip: 30, on: {far foot: air}}}}")
    assert one.motion.stops[0].standing.body.points["hips"][2] == 30
    assert one.motion.before(0).body.points["hips"][2] == -30


def test_a_body_rolls_about_its_own_length() -> None:
    one = drawn("{start: {from: prone, roll: 90}, poses: {up: }}").motion.stops[0].standing.body
    assert one.turns["hips"][0] == pytest.approx((0, 0, 1), abs=1e-6)  # it faces whoever looks
    assert one.turns["hips"][1] == pytest.approx((1, 0, 0), abs=1e-6)


def test_nobody_sinks_who_jumps_from_one_bent_leg_to_the_other() -> None:
    motion = drawn(MARCH.replace("near hip: 60", "near hip: 90, raise: 3, far heel: 20")).motion
    assert motion.on_the_way(0, 0.5).points["hips"][1] > motion.stops[0].standing.body.points["hips"][1] - 1


def test_a_knee_that_is_lifted_keeps_its_foot_above_the_floor() -> None:
    one = drawn("{start: all fours, poses: {reach: {near hip: -8, near knee: 4, on: {near knee: air}}, in: }}")
    assert list(doubts(one.motion)) == []


def test_a_rope_is_below_the_feet_in_the_air_and_overhead_on_the_floor() -> None:
    one = drawn("{view: front, props: {rope: hands}, poses: {up: {raise: 9, on: {feet: air}}, down: }}")
    overhead, below = (next(shape.path for shape in panel.shapes if "rope" in shape.key) for panel in one.panels)
    assert min(_heights(overhead)) < -180
    assert max(_heights(overhead)) < -60
    assert max(_heights(below)) > -4


def test_a_bell_hangs_from_the_hand_and_lies_on_an_arm_that_is_held_up() -> None:
    one = drawn("{props: {kettlebell: hands}, poses: {up: {shoulder: 20, elbow: 146}, down: }}")
    for panel, stop in zip(one.panels, [one.motion.stops[-1], one.motion.stops[0]], strict=True):
        bell = _heights(next(shape.path for shape in panel.shapes if shape.key.startswith("held")))
        grip = -stop.standing.body.points["near palm"][1]
        assert max(bell) > grip + 15 if stop.phase == "down" else max(bell) < grip + 25


def test_a_figure_of_many_poses_moves_in_fewer_steps() -> None:
    assert len(moments(picture("squat"))) == 15
    assert len(moments(picture("box-jump"))) == 25


def _heights(path: str) -> list[float]:
    """The y of the points of a path that its lines go to."""
    return [float(one.split()[1]) for one in path.replace("M", "L").split("L")[1:] for one in [one.split("A")[0]]]


def test_ground_that_rises_is_drawn_so_and_stood_on() -> None:
    one = drawn("{view: {turn: 0, slope: 10}, poses: {up: }}")
    heel, toe = (one.eye.spot(one.motion.stops[0].standing.body.points[f"near {name}"]) for name in ("heel", "toe"))
    assert toe[1] < heel[1]
    start, end = (float(spot.split()[1]) for spot in floor(one.eye, one.room)[1:].split("L"))
    assert start > 0 > end
    assert one.room.bottom > start


def test_a_gait_has_one_arrow_and_none_back_below_the_runner() -> None:
    run = picture("easy-run")
    for panel in run.panels[1:]:
        (arrow,) = panel.arrows
        assert arrow.spots[-1][0] >= arrow.spots[0][0]


def test_a_heel_that_is_flicked_up_has_its_arrow_up() -> None:
    (arrow,) = picture("butt-kick").panels[-1].arrows
    assert arrow.spots[-1][1] < arrow.spots[0][1]
