"""Bodies keep their shape and stand on what they stand on, in the poses and at every moment between them."""

from __future__ import annotations

import math
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.definitions.test_figures import DOCUMENTATION
from tests.figures.drawn_figures import WITH_FIGURES, drawn, picture
from voicecoach.definitions.figure_words import JOINTS, STANCES
from voicecoach.definitions.load import load_exercise, names
from voicecoach.definitions.model import Exercise, Sides
from voicecoach.figures.body import (
    ANKLE_HEIGHT,
    BOTH,
    FOREARM,
    HIP_OUT,
    LOWER_TRUNK,
    SHANK,
    SHOULDER_OUT,
    THIGH,
    UPPER_ARM,
    UPPER_TRUNK,
    Body,
    posed,
)
from voicecoach.figures.doubts import bent, doubts, strained, sunk
from voicecoach.figures.vectors import cross, dot, length, minus

LENGTHS = {
    ("hip", "knee"): THIGH,
    ("knee", "ankle"): SHANK,
    ("shoulder", "elbow"): UPPER_ARM,
    ("elbow", "wrist"): FOREARM,
}
LEAST_EXERCISES, MOMENTS = 12, 100
MOST_CM, MOST_BENDING_CM = 5, 9
"""How far a point goes in a hundredth of a way: hands in a burpee go 4, and a knee that is nearly straight goes 8."""
MOST_JUMP_CM = 2.5
"""A knee that is told to be straight is a little less than that on its way."""
moments = st.floats(0, 2, allow_nan=False)
exercises = st.sampled_from(WITH_FIGURES)


def at(name: str, moment: float) -> Body:
    motion = picture(name).motion
    return motion.at(motion.duration * moment)


def assert_whole(body: Body) -> None:
    for side, _ in BOTH:
        for (first, second), long in LENGTHS.items():
            apart = length(minus(body.points[f"{side} {first}"], body.points[f"{side} {second}"]))
            assert apart == pytest.approx(long, abs=0.02), f"{side} {first}"
        assert length(minus(body.points[f"{side} hip"], body.points["hips"])) == pytest.approx(HIP_OUT)
        assert length(minus(body.points[f"{side} shoulder"], body.points["shoulders"])) == pytest.approx(SHOULDER_OUT)
    assert length(minus(body.points["waist"], body.points["hips"])) == pytest.approx(LOWER_TRUNK)
    assert length(minus(body.points["shoulders"], body.points["waist"])) == pytest.approx(UPPER_TRUNK)


def test_there_are_enough_to_try_everything() -> None:
    assert len(WITH_FIGURES) >= LEAST_EXERCISES
    assert [name for name in names("exercises") if load_exercise(name).figure] == WITH_FIGURES


@given(exercises, moments)
@settings(max_examples=150, deadline=None)
def test_limbs_keep_their_lengths(name: str, moment: float) -> None:
    assert_whole(at(name, moment))


@given(exercises, moments)
@settings(max_examples=100, deadline=None)
def test_parts_are_turned_without_being_bent(name: str, moment: float) -> None:
    for x, y, z in at(name, moment).turns.values():
        assert dot(x, y) == pytest.approx(0, abs=1e-6)
        assert length(x) == pytest.approx(1)
        assert minus(cross(x, y), z) == pytest.approx((0, 0, 0), abs=1e-6)


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_nothing_goes_through_the_floor_or_a_prop(name: str) -> None:
    motion = picture(name).motion
    for part in range(MOMENTS):
        assert not list(sunk(at(name, part / MOMENTS), motion)), f"{part} %"


@given(exercises, moments)
@settings(max_examples=150, deadline=None)
def test_joints_stay_within_what_people_can(name: str, moment: float) -> None:
    body = at(name, moment)
    assert not list(strained(body))
    for side, _ in BOTH:
        assert bent(body)[f"{side} knee"] > JOINTS["knee"].low - 1  # it bends backwards in nobody


@given(exercises, st.floats(0, 1))
@settings(max_examples=100, deadline=None)
def test_what_rests_on_something_in_two_poses_stays_there_between_them(name: str, share: float) -> None:
    motion = picture(name).motion
    for index, stop in enumerate(motion.stops):
        before, after = motion.before(index), stop.standing
        for part in before.at.keys() & after.at.keys():
            side, _, what = part.partition(" ")
            if what == "foot" and length(minus(before.at[part], after.at[part])) < 0.01:
                ankle = motion.on_the_way(index, share).points[f"{side} ankle"]
                x, y, z = after.at[part]
                assert ankle == pytest.approx((x, y + ANKLE_HEIGHT, z), abs=0.6), part


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_nothing_jumps_and_no_hand_turns_round_at_once(name: str) -> None:
    motion = picture(name).motion
    for index in range(len(motion.stops)):
        bodies = (motion.on_the_way(index, step / 100) for step in range(101))
        for before, after in pairwise(bodies):
            for point, place in before.points.items():
                most = MOST_BENDING_CM if point.endswith(("knee", "elbow")) else MOST_CM
                assert math.dist(after.points[point], place) < most, point


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_the_way_to_a_pose_begins_and_ends_in_poses(name: str) -> None:
    motion = picture(name).motion
    for index, stop in enumerate(motion.stops):
        for pose, share in ((motion.before(index), 1e-6), (stop.standing, 1 - 1e-6)):
            body = motion.on_the_way(index, share)
            assert max(length(minus(body.points[one], pose.body.points[one])) for one in body.points) < MOST_JUMP_CM


def test_a_movement_begins_and_ends_gently() -> None:
    motion = picture("squat").motion
    start, early, half, late, end = (
        motion.at(motion.stops[0].length * share).points["hips"][1] for share in (0, 0.1, 0.5, 0.9, 1)
    )
    assert start > early > half > late > end
    assert max(start - early, late - end) < 0.03 * (start - end)


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_no_figure_of_the_library_is_doubtful(name: str) -> None:
    assert list(doubts(picture(name).motion)) == []


@pytest.mark.parametrize("stance", STANCES)
def test_every_stance_stands(stance: str) -> None:
    one = drawn(f"poses: {{still: {{from: '{stance}'}}}}")
    assert_whole(one.motion.stops[0].standing.body)
    assert list(doubts(one.motion)) == []


@given(
    st.dictionaries(
        st.sampled_from([f"near {name}" for name, one in JOINTS.items() if one.is_paired]), st.floats(-200, 200)
    )
)
def test_any_angles_make_a_whole_body(angles: dict[str, float]) -> None:
    assert_whole(posed(angles))


EXAMPLES = re.findall(r"^\| ([^|`]+) \| `(\{.*\})` \|$", DOCUMENTATION.read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("move", "written"), EXAMPLES)
def test_the_examples_of_the_documentation_are_in_order(move: str, written: str) -> None:
    exercise = Exercise("wobble", move, sides=Sides.ALTERNATING if "alternat" in move else Sides.NONE)
    assert list(doubts(drawn(written, exercise).motion)) == []


def test_a_foot_that_is_out_of_reach_is_told() -> None:
    on = "on: {hands: wall, near foot: step}"
    one = drawn(f"{{start: {{near hip: 80, {on}}}, props: {{step: {{at: 0, height: 200}}}}, poses: {{up: }}}}")
    assert any("doesn't reach" in problem for _, problem in doubts(one.motion))


def test_mirrored_twice_is_as_before() -> None:
    body = at("band-walk", 0.3)
    again = body.mirrored().mirrored()
    assert {name: again.points[name] for name in body.points} == body.points
    assert body.mirrored().points["far knee"][2] == -body.points["near knee"][2]


def test_every_other_repetition_of_an_alternating_exercise_is_on_the_other_side() -> None:
    motion = picture("band-walk").motion
    one, other = motion.at(motion.duration * 0.5), motion.at(motion.duration * 1.5)
    assert other.points["far ankle"] == pytest.approx(
        (one.points["near ankle"][0], one.points["near ankle"][1], -one.points["near ankle"][2])
    )


def test_a_step_gets_its_place_below_the_foot_on_it() -> None:
    one = drawn("{start: {near hip: 75, near knee: 90, on: {near foot: step}}, poses: {up: }}")
    step, foot = one.motion.props["step"], one.motion.stops[0].standing.at["near foot"]
    assert foot[1] == step.height == 20
    assert abs(foot[0] - step.x) < step.length / 2


@pytest.mark.parametrize(("hip", "edge"), [(40, 1), (-30, -1)])
def test_a_foot_is_put_on_a_step_and_not_beside_it(hip: int, edge: int) -> None:
    step = "start: {on: {feet: step}}, props: {step: {at: 0, length: 40}}"
    one = drawn(f"{{{step}, poses: {{out: {{near hip: {hip}, moved: near foot}}, in: {{moved: near foot}}}}}}")
    assert one.motion.stops[0].standing.at["near foot"][0] == 16 * edge  # 4 cm from the edge


@pytest.mark.parametrize(("side", "sign"), BOTH)
def test_a_wall_beside_is_where_the_hand_on_it_is(side: str, sign: float) -> None:
    one = drawn(f"{{poses: {{up: {{{side} shoulder out: 60, on: {{{side} hand: side-wall}}}}}}}}")
    wall, body = one.motion.props["side-wall"], one.motion.stops[0].standing.body
    assert wall.z * sign > SHOULDER_OUT
    assert wall.z - body.points[f"{side} wrist"][2] == pytest.approx(sign * 3, abs=0.1)
    assert not list(doubts(one.motion))


def test_a_knee_pressed_against_a_wall_beside_leaves_the_foot_in_the_air() -> None:
    one = drawn("{poses: {press: {near hip: 40, near knee: 90, on: {near knee: side-wall}}}}")
    body = one.motion.stops[0].standing.body
    assert one.motion.props["side-wall"].z - body.points["near knee"][2] == pytest.approx(5.2, abs=0.1)
    assert body.points["near ankle"][1] > 20


def test_a_prop_whose_place_is_written_is_there_with_nothing_on_it() -> None:
    one = drawn("{props: {post: {at: 90}, sofa: {at: -60, aside: 20}}, poses: {up: }}")
    assert {name: (prop.x, prop.z) for name, prop in one.motion.props.items()} == {"post": (90, 0), "sofa": (-60, 20)}


def test_a_foot_whose_heel_comes_up_stays_on_its_ball() -> None:
    one = drawn("{poses: {up: {heel: 50, on: {toes: floor}}, down: }}")
    up, down = (stop.standing.body.points for stop in one.motion.stops)
    assert up["near ball"] == pytest.approx(down["near ball"], abs=0.5)
    assert up["near heel"][1] > down["near heel"][1] + 8


def test_a_shrug_draws_the_shoulder_up_and_back_along_its_own_way() -> None:
    one, hanging = posed({"near shrug": 30, "near shoulder back": 20}), posed({})
    up = minus(one.points["near shoulder"], hanging.points["near shoulder"])
    assert up[1] > 8
    assert up[0] < -5
    assert one.points["far shoulder"] == hanging.points["far shoulder"]
    assert one.turns["near upper arm"] == hanging.turns["near upper arm"]


@pytest.mark.parametrize(("stance", "back"), [("lying", 40), ("lying", -20), ("prone", -25)])
def test_somebody_who_lies_curled_or_arched_has_the_lowest_part_of_the_trunk_on_the_floor(
    stance: str, back: float
) -> None:
    one = drawn(f"{{start: {stance}, poses: {{curl: {{back: {back}}}, flat: }}}}")
    curled, flat = (stop.standing.body.points for stop in one.motion.stops)
    lowest = min(curled[name][1] for name in ("hips", "waist", "shoulders"))
    assert lowest == pytest.approx(flat["hips"][1], abs=0.01)
    assert curled["hips"][0] == pytest.approx(flat["hips"][0], abs=0.01)


def test_hands_that_walk_on_the_floor_take_turns() -> None:
    walk = "{start: all fours, poses: {out: {shoulder: 96, moved: hands}, in: {moved: hands}}}"
    motion = drawn(walk).motion
    begun, end = motion.before(0).body.points, motion.stops[0].standing.body.points
    half = motion.on_the_way(0, 0.5).points
    assert length(minus(half["near wrist"], end["near wrist"])) < 2
    assert length(minus(half["far wrist"], begun["far wrist"])) < 2


def test_a_foot_between_two_poses_is_bent_no_further_than_in_them() -> None:
    motion = drawn(
        "{start: high plank, poses: {step: {lean: 50, back: 40, near hip: 140, near knee: 118, on: {near foot: floor}},"
        " back: }}"
    ).motion
    ends = [bent(one.body)["near ankle"] for one in (motion.before(0), motion.stops[0].standing)]
    for share in (0.2, 0.5, 0.8):
        assert min(ends) - 0.1 <= bent(motion.on_the_way(0, share))["near ankle"] <= max(ends) + 0.1


def test_a_band_can_be_fastened_beside() -> None:
    one = drawn("{props: {long-band: hands to anchor, anchor: {at: 10, aside: 95, height: 120}}, poses: {up: }}")
    assert one.anchor == (10, 120, 95)


def test_arms_overhead_sink_to_the_side_by_the_side() -> None:
    motion = drawn("{poses: {side: {shoulder out: 95}, up: {shoulder: 165, shoulder out: 8}}}").motion
    wrist, shoulder = (motion.on_the_way(0, 0.5).points[f"near {name}"] for name in ("wrist", "shoulder"))
    assert wrist[1] > shoulder[1] + 20
    assert abs(wrist[0] - shoulder[0]) < 20
    for share in (0.01, 0.99):
        end = (motion.before(0) if share < 0.5 else motion.stops[0].standing).body
        assert length(minus(motion.on_the_way(0, share).points["near wrist"], end.points["near wrist"])) < 3
