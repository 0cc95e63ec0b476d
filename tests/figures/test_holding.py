"""Hands that hold the own body stay there, whatever it does."""

from __future__ import annotations

import pytest

from tests.definitions.test_figures import faults
from tests.figures.drawn_figures import drawn
from voicecoach.definitions.figure_words import OWN_PLACES
from voicecoach.definitions.model import Exercise, Sides
from voicecoach.figures.doubts import doubts
from voicecoach.figures.holding import hand_gap, held_spots
from voicecoach.figures.motion import Motion
from voicecoach.figures.vectors import between, length, minus
from voicecoach.figures.words import words

REACHED_CM = 0.1
QUAD = "{from: standing, near hip: -20, near knee: 140, on: {near foot: air, near hand: near ankle}}"


def gaps(motion: Motion) -> list[float]:
    """How far each hand is from what it holds, in every pose and half-way to it."""
    found = []
    for index, stop in enumerate(motion.stops):
        for body in (stop.standing.body, motion.on_the_way(index, 0.5)):
            found += [hand_gap(body, part, spot) for part, spot in held_spots(stop.standing.on, body)]
    return found


def test_a_hand_holds_an_ankle() -> None:
    assert gaps(drawn(f"{{poses: {{hold: {QUAD}}}}}").motion) == pytest.approx([0, 0], abs=REACHED_CM)


@pytest.mark.parametrize("place", ["head", "breastbone", "hips", "lower back", "thighs", "knees", "shoulders"])
def test_hands_stay_where_they_are_on_a_body_that_moves(place: str) -> None:
    text = f"{{start: {{from: seated, lean: 8, shoulder out: 60, elbow: 60, on: {{hands: {place}}}}}"
    found = gaps(drawn(text + ", poses: {over: {lean: 25, back: 10}, up: }}").motion)
    assert len(found) == 8
    assert max(found) < REACHED_CM


def test_each_hand_holds_its_own_side_or_both_the_same() -> None:
    for written, held in (("thighs", {"near thigh", "far thigh"}), ("far thigh", {"far thigh"})):
        one = drawn(f"{{start: {{from: seated, on: {{hands: {written}}}}}, poses: {{sit: }}}}")
        on = one.motion.stops[0].standing.on
        assert {on["near hand"], on["far hand"]} == held


def test_hands_together_meet() -> None:
    one = drawn("{poses: {fold: {shoulder: 60, elbow: 30, on: {hands: together}}}}")
    points = one.motion.stops[0].standing.body.points
    assert length(minus(points["near palm"], points["far palm"])) < 3
    assert "hands together" in words(one)


def test_on_the_other_side_the_other_hand_holds_the_other_ankle() -> None:
    exercise = Exercise("wobble", "Wobbles", sides=Sides.ALTERNATING, pace=Exercise("a", "A").movement_length(None))
    other = drawn(f"{{poses: {{hold: {QUAD}}}}}", exercise).motion.stops[0].standing.mirrored()
    assert other.on["far hand"] == "far ankle"
    assert [hand_gap(other.body, *one) for one in held_spots(other.on, other.body)] == pytest.approx(
        [0], abs=REACHED_CM
    )


def test_what_is_out_of_reach_is_told() -> None:
    one = drawn("{poses: {stand: {on: {near hand: far ankle}}}}")
    assert any("the near hand doesn't reach the far ankle" in problem for _, problem in doubts(one.motion))


def test_only_hands_hold_the_own_body() -> None:
    assert "unknown support 'head'" in faults("{poses: {up: {on: {near foot: head}}}}")[0]
    assert "Did you mean 'breastbone'?" in faults("{poses: {up: {on: {hands: brestbone}}}}")[0]


def test_every_place_can_be_held() -> None:
    for place in OWN_PLACES:
        assert drawn(f"{{poses: {{sit: {{from: seated, on: {{hands: {place}}}}}}}}}").motion.stops


def test_a_hand_goes_straight_from_one_hold_to_another() -> None:
    press = "press: {shoulder: 88, elbow: 4, on: {hands: together}}, back: {elbow: 120, on: {hands: breastbone}}"
    motion = drawn(f"{{poses: {{{press}}}}}").motion
    start, end = motion.before(0).body.points["near wrist"], motion.stops[0].standing.body.points["near wrist"]
    for share in (0.25, 0.5, 0.75):
        assert motion.on_the_way(0, share).points["near wrist"] == pytest.approx(between(start, end, share), abs=0.5)
