"""Figures as they are written, and what is said of those that can't be."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.figures.drawn_figures import figure
from voicecoach.definitions.figure_words import (
    CLOSE_UPS,
    JOINTS,
    MIDDLE_PARTS,
    OWN_MIDDLE,
    OWN_PAIRED,
    PAIRED_PARTS,
    PLACES,
    PROPS,
    SIDES,
    STANCES,
    View,
)
from voicecoach.definitions.figures import CAMERAS, Camera, Pose, Prop
from voicecoach.definitions.load import load_exercise
from voicecoach.errors import DefinitionError

DOCUMENTATION = Path(__file__).parent.parent.parent / "docs" / "figures.md"


def faults(text: str) -> list[str]:
    with pytest.raises(DefinitionError) as caught:
        figure(text)
    return [str(one) for one in caught.value.faults]


def test_a_figure_is_read_with_all_its_parts() -> None:
    found = figure(
        "view: front\nstart: {from: kneeling, back: 10}\nprops: {step: {at: 30, height: 15 cm}, band: knees}\n"
        "poses:\n  down: [{near hip: 20}, {hip: 30, near hip: 40, on: {near foot: step}, moved: near foot}]\n  up:\n"
    )
    assert found.view == CAMERAS[View.FRONT]
    assert found.start == Pose("kneeling", {"back": 10})
    assert found.props == {"step": Prop("step", 30, 15), "band": Prop("band", held=("knees",))}
    first, second = found.poses["down"]
    assert first.joints == {"near hip": 20}
    assert second == Pose(None, {"near hip": 40, "far hip": 30}, {"near foot": "step"}, ("near foot",))
    assert found.poses["up"] == (Pose(),)


def test_a_pose_is_built_on_the_start_and_that_on_a_stance() -> None:
    found = figure("{start: {from: split stance, near knee: 20}, poses: {down: {near knee: 90, on: {far toes: air}}}}")
    whole = found.whole(found.poses["down"][0])
    assert whole.joints["near knee"] == 90
    assert whole.joints["far hip"] == STANCES["split stance"].joints["far hip"]
    assert whole.on == {"near foot": "floor"}


def test_a_limb_rests_on_one_thing_only() -> None:
    found = figure("{poses: {up: {on: {near toes: step}}}}")
    assert found.whole(found.poses["up"][0]).on == {"far foot": "floor", "near toes": "step"}


def test_an_angle_of_the_whole_body_that_is_written_is_not_looked_for() -> None:
    found = figure("{start: plank, poses: {a: , b: {lean: 70}}}")
    assert [found.whole(found.poses[name][0]).found for name in "ab"] == ["lean", None]


def test_the_figure_of_a_variation_changes_that_of_the_exercise() -> None:
    base, own = figure("{view: front, poses: {up: {knee: 1}, down: {knee: 9}}}"), figure("{poses: {down: {knee: 5}}}")
    assert own.over(base).view == CAMERAS[View.FRONT]
    assert [pose.joints["near knee"] for poses in own.over(base).poses.values() for pose in poses] == [1, 5]


def test_a_view_may_be_any() -> None:
    assert figure("{view: {turn: 30, tilt: 20}, poses: {up: }}").view == Camera(30, 20)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("{poses: {up: {hipp: 3}}}", "figure.yaml:1:15: poses.up.hipp: unknown joint. Did you mean 'hip'?"),
        ("{poses: {up: {near kne: 3}}}", "poses.up.near kne: unknown joint. Did you mean 'near knee'?"),
        ("{poses: {up: {naer knee: 3}}}", "poses.up.naer knee: unknown joint. Did you mean 'near knee'?"),
        ("{poses: {up: {near lean: 3}}}", "poses.up.near lean: unknown joint. Did you mean 'lean'?"),
        ("{poses: {up: {on: {far fot: step}}}}", "unknown part of the body. Did you mean 'far foot'?"),
        ("{poses: {up: {moved: far fot}}}", "unknown part of the body 'far fot'. Did you mean 'far foot'?"),
        ("{poses: {up: {knee: 170}}}", "170 is not between -5 and 160 degrees."),
        ("{poses: {up: {knee: bent}}}", "'bent' where degrees were expected. It is heel towards the seat."),
        ("{poses: {up: {on: {near foot: stpe}}}}", "unknown support 'stpe'. Did you mean 'step'?"),
        ("{poses: {up: {on: {paw: floor}}}}", "unknown part of the body. Known: foot, feet"),
        ("{poses: {up: {moved: paw}}}", "unknown part of the body 'paw'."),
        ("{poses: {up: standin}}", "unknown stance 'standin'. Did you mean 'standing'?"),
        ("{poses: {up: 3}}", "3 where a pose is expected. Write {hip: 80, knee: 90}."),
        ("{poses: [up]}", "the name of each phase with its pose is expected."),
        ("{view: sde, poses: {up: }}", "unknown view 'sde'. Did you mean 'side'?"),
        ("{view: {close: nose}, poses: {up: }}", "view.close: unknown close view 'nose'."),
        ("{view: {trun: 3}, poses: {up: }}", "view.trun: unknown key. Did you mean 'turn'?"),
        ("{props: {stpe: }, poses: {up: }}", "unknown prop. Did you mean 'step'?"),
        ("{props: {band: nees}, poses: {up: }}", "unknown place 'nees'. Did you mean 'knees'?"),
        ("{props: {step: {at: far}}, poses: {up: }}", "'far' where centimetres were expected."),
        ("{props: {step: {at: 900}}, poses: {up: }}", "900 is not between -400 and 400 centimetres."),
        ("{pose: {up: }}", "pose: unknown key. Did you mean 'poses'?"),
        ("{beyond: very, poses: {up: }}", "'very' is neither true nor false."),
        ("{view: {slope: 80}, poses: {up: }}", "80 is not between -30 and 30 degrees."),
        ("{alternating: often, poses: {up: }}", "'often' is neither true nor false."),
        ("{pace: quick, poses: {up: }}", "pace: 'quick'"),
        ("{poses: {up: {slid: paw}}}", "unknown part of the body 'paw'."),
        ("step", "'step' where a figure with keys and values is expected."),
    ],
)
def test_what_is_wrong_is_told_with_what_is_allowed(text: str, fault: str) -> None:
    assert fault in faults(text)[0]


def test_all_faults_are_told_at_once() -> None:
    assert len(faults("{view: sde, poses: {up: {hipp: 3, knee: 900}, down: {elbo: 1}}}")) == 4


def test_joints_may_go_beyond_where_that_is_said() -> None:
    assert figure("{beyond: true, poses: {up: {knee: 170}}}").poses["up"][0].joints["near knee"] == 170


@pytest.mark.parametrize(
    ("lines", "fault"),
    [
        ("phases: [{name: up, length: 2 s}]\nfigure: {poses: {upp: }}", "no phase 'upp'. Did you mean 'up'?"),
        ("hold: true\nfigure: {poses: {a: , b: , c: }}", "what is held has one pose, or two"),
        ("figure: {view: side}", "a figure needs poses."),
        ("figure: {poses: {up: []}}", "no pose is written here."),
        ("variations: {low: {title: L, say: l, figure: {view: side}}}", "has no figure that this could change."),
    ],
)
def test_a_figure_goes_with_its_exercise(tmp_path: Path, lines: str, fault: str) -> None:
    file = tmp_path / "wobble.yaml"
    file.write_text(f"title: Wobbles\nprescription: 3x10 s\n{lines}\n")
    with pytest.raises(DefinitionError, match=re.escape(fault)):
        load_exercise(str(file))


@pytest.mark.parametrize(
    "change", ["cues:\nphases: [{name: sink, length: 2 s}]\n", "cues:\nphases:\nhold: true\nprescription: 30 s\n"]
)
def test_the_figure_of_another_movement_is_not_taken_over(tmp_path: Path, change: str) -> None:
    file = tmp_path / "sink.yaml"
    file.write_text(f"title: Sinks\nfrom: squat\n{change}")
    assert load_exercise(str(file)).figure is None


def test_the_figure_of_the_same_movement_is_taken_over(tmp_path: Path) -> None:
    file = tmp_path / "slow.yaml"
    file.write_text("title: Slow squats\nfrom: squat\ntempo: 5-0-5-0\n")
    assert load_exercise(str(file)).figure == load_exercise("squat").figure


def test_the_documentation_has_every_word() -> None:
    text = DOCUMENTATION.read_text(encoding="utf-8")
    parts = (*CLOSE_UPS, *PAIRED_PARTS, *MIDDLE_PARTS, *OWN_MIDDLE, *OWN_PAIRED.values())
    for name in (*JOINTS, *STANCES, *PROPS, *parts, *SIDES, *PLACES, *map(str, View)):
        assert f"`{name}`" in text, name


def test_a_figure_alternates_and_has_a_pace() -> None:
    found = figure("{alternating: true, pace: 0.5 s, poses: {run: {raise: 5, aside: 3 cm, slid: near foot}}}")
    assert (found.alternates, found.pace) == (True, 500)
    assert found.poses["run"][0] == Pose(None, {"raise": 5, "aside": 3}, {}, (), ("near foot",))


def test_a_variation_does_without_a_prop() -> None:
    base = figure("{props: {rope: hands, step: {at: 30}}, poses: {up: }}")
    assert list(figure("{props: {rope: none}}").over(base).props) == ["step"]


def test_what_a_pose_rests_on_bears_in_the_order_in_which_all_of_it_is_written() -> None:
    found = figure("{start: {from: all fours, on: {toes: floor, hands: floor}}, poses: {hold: {on: {near hand: air}}}}")
    assert list(found.whole(found.start or Pose()).on) == ["near toes", "far toes", "near hand", "far hand"]
    assert list(found.whole(found.poses["hold"][0]).on) == ["near toes", "far toes", "far hand"]


def test_what_a_side_rests_on_counts_more_wherever_it_is_written() -> None:
    found = figure("{poses: {up: {on: {near foot: step, feet: floor, hands: far knee}}}}").poses["up"][0].on
    assert found == {"near foot": "step", "far foot": "floor", "near hand": "far knee", "far hand": "far knee"}
