"""What figures look like as files."""

from __future__ import annotations

import math
import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.figures.drawn_figures import WITH_FIGURES, drawn, moving, picture
from tests.figures.kept_pictures import KEPT, NAMES, difference, drawn_now
from voicecoach.definitions.figure_words import CLOSE_UPS, View
from voicecoach.definitions.figures import CAMERAS, Camera
from voicecoach.definitions.groups import Muscle
from voicecoach.definitions.load import load_exercise
from voicecoach.definitions.model import Exercise, Sides
from voicecoach.figures.arrows import _shortened
from voicecoach.figures.doubts import doubts
from voicecoach.figures.drawing import _on_curve
from voicecoach.figures.muscles import PATCHES
from voicecoach.figures.picture import Picture
from voicecoach.figures.shapes import Ball, Eye, capsule, path, polygon
from voicecoach.figures.svg import sheet_svg, svg
from voicecoach.figures.words import words

SVG = "{http://www.w3.org/2000/svg}"
LIKE_KEPT = 2.5
"""Of 255, on average: edges come out a little different on other machines."""
MOST_STILL_BYTES, MOST_MOVING_BYTES = 40_000, 220_000
"""Of a picture, and of one that moves, for each side that it is done with."""
far = st.floats(-300, 300)
thick = st.floats(0.5, 20)


@pytest.mark.parametrize("name", NAMES)
def test_a_figure_looks_as_it_did(name: str) -> None:
    with Image.open(KEPT / f"{name}.png") as kept:
        now = drawn_now(name)
        assert all(abs(one - other) <= 1 for one, other in zip(now.size, kept.size, strict=True))
        assert difference(now.resize(kept.size), kept.convert("L")) < LIKE_KEPT


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_a_picture_is_good_xml_with_words_and_no_odd_number(name: str) -> None:
    most_moving = MOST_MOVING_BYTES * (2 if picture(name).motion.alternates else 1)
    for drawing, most in ((svg(picture(name)), MOST_STILL_BYTES), (moving(name), most_moving)):
        root = ET.fromstring(drawing)  # noqa: S314 - ours
        assert root.get("aria-label")
        assert "nan" not in drawing
        assert "inf" not in drawing.replace("infinite", "").replace("indefinite", "")
        assert len(drawing) < most


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_all_of_a_figure_is_within_its_picture(name: str) -> None:
    one = picture(name)
    room = one.room
    if one.eye.camera.close:
        return
    for moment in range(20):
        body = one.at(one.motion.duration * moment / 10)
        for point in body.points.values():
            x, y = one.eye.spot(point)
            assert room.left <= x <= room.right
            assert room.top <= y <= room.bottom


@pytest.mark.parametrize("name", WITH_FIGURES)
def test_a_moving_shape_has_the_same_commands_in_every_frame(name: str) -> None:
    root = ET.fromstring(moving(name))  # noqa: S314
    animated = list(root.iter(f"{SVG}animate"))
    assert animated or len(picture(name).motion.stops) == 1
    for one in animated:
        frames = (one.get("values") or "").split(";")
        assert len(frames) == len((one.get("keyTimes") or "").split(";"))
        assert len({re.sub(r"[-\d. ]", "", frame) for frame in frames}) == 1


def test_a_moving_picture_takes_as_long_as_a_repetition() -> None:
    assert 'dur="5s"' in moving("squat")  # 3-0-2-0
    assert 'dur="8s"' in moving("band-walk")  # once with each leg


def test_a_moving_picture_stands_still_for_those_who_want_that() -> None:
    drawing = moving("squat")
    assert "prefers-reduced-motion: reduce) { .vc-moving { display: none" in drawing
    assert 'class="vc-still"' in drawing


def test_phases_without_a_pose_stand_with_the_one_before_them() -> None:
    assert [panel.label for panel in picture("step-up").panels] == [
        "start",
        "up · hold",
    ]  # there is no time on the floor


def test_what_works_is_tinted_on_the_working_side() -> None:
    tints = [shape.key for shape in picture("step-up").panels[0].shapes if "works" in shape.kind]
    assert tints
    assert not any(key.endswith("far") for key in tints)
    assert any(shape.key.endswith("far") for shape in picture("squat").panels[0].shapes)


def test_every_muscle_has_its_place() -> None:
    assert set(PATCHES) == set(Muscle)


def test_an_arrow_shows_where_the_hips_go() -> None:
    start, end = picture("squat").panels
    assert not start.arrows
    spots = end.arrows[0].spots
    assert spots[-1][1] > spots[0][1]  # down the paper


def test_the_words_tell_each_phase() -> None:
    assert words(picture("squat")).startswith("Squats, standing. Down: the hips sink")
    assert "foot on the step" in words(picture("step-up"))


def test_what_changes_most_is_told_first() -> None:
    for bent, told in (("hip: 20, knee: 100", "both knees bend, both hips bend"),
                       ("hip: 100, knee: 20", "both hips bend, both knees bend")):  # fmt: skip
        assert told in words(drawn(f"{{start: lying, poses: {{pull: {{{bent}}}, back: }}}}"))


@pytest.mark.parametrize("view", View)
def test_a_figure_can_be_seen_from_everywhere(view: View) -> None:
    one = drawn(f"{{view: {view}, props: {{band: knees, kettlebell: hands}}, poses: {{down: {{hip: 60, knee: 70}}}}}}")
    assert one.figure.camera == CAMERAS[view]
    assert "nan" not in svg(one)


@given(st.tuples(far, far), thick, st.tuples(far, far), thick)
def test_any_two_circles_make_a_shape(
    spot: tuple[float, float], radius: float, other: tuple[float, float], other_radius: float
) -> None:
    drawn_path = path(capsule(spot, radius, other, other_radius))
    assert re.sub(r"[-\d. ]", "", drawn_path) == "MLALAZ"


@given(st.lists(st.tuples(far, far), min_size=4, max_size=4))
def test_shapes_go_round_one_way(spots: list[tuple[float, float]]) -> None:
    found = [tuple(map(float, pair.split())) for pair in re.findall(r"[-\d.]+ [-\d.]+", path(polygon(spots)))]
    area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(found, [*found[1:], found[0]], strict=True))
    assert area < 200  # square centimetres on the paper, of rounding


@given(st.floats(-180, 180), st.floats(-90, 90), st.tuples(far, far, far))
def test_an_eye_keeps_distances(turn: float, tilt: float, point: tuple[float, float, float]) -> None:
    eye = Eye(Camera(turn, tilt))
    x, y = eye.spot(point)
    assert x**2 + y**2 + eye.depth(point) ** 2 == pytest.approx(sum(one**2 for one in point), abs=1e-3)


def test_an_alternating_figure_with_one_pose_goes_from_side_to_side() -> None:
    exercise = Exercise("bicycle", "Bicycle", sides=Sides.ALTERNATING, pace=Exercise("a", "A").movement_length(None))
    one = drawn("{start: lying, poses: {turn: {near hip: 90, near knee: 90}}}", exercise)
    assert one.at(0).points["far knee"][1] > one.at(0).points["near knee"][1] + 20
    assert one.at(one.motion.duration).points["near knee"][1] > one.at(one.motion.duration).points["far knee"][1] + 20


def test_a_jump_leaves_the_floor() -> None:
    one = drawn("{poses: {up: {raise: 25, on: {feet: air}}, down: {knee: 60, hip: 50, lean: 20}}}")
    heights = [stop.standing.body.points["near ball"][1] for stop in one.motion.stops]
    assert heights[0] == pytest.approx(25 + heights[1], abs=2)


def test_what_a_phase_only_goes_through_has_one_panel() -> None:
    one = drawn("{poses: {out: {shoulder: 90}, in: [{shoulder: 90}, {}]}}")
    assert [panel.label for panel in one.panels] == ["start", "out"]


def test_hands_are_closed_round_a_bar() -> None:
    one = drawn("{poses: {hang: hanging}}")
    arm = next(shape for shape in one.panels[0].shapes if shape.key == "near-arm")
    bar = one.motion.props["pull-up-bar"].height
    assert -min(y for _, y in arm.spots()) < bar + 5  # centimetres


def test_on_a_sheet_nothing_goes_beyond_its_room() -> None:
    shown = [picture("squat"), picture("wall-sit")]
    root = ET.fromstring(sheet_svg(shown))  # noqa: S314 - ours
    assert len(list(root.iter(f"{SVG}svg"))) == 1 + sum(len(one.panels) for one in shown)


def test_a_sheet_has_them_all() -> None:
    sheet = sheet_svg([picture(name) for name in WITH_FIGURES])
    titles = ["".join(one.itertext()) for one in ET.fromstring(sheet).iter(f"{SVG}text")]  # noqa: S314 - ours
    assert {picture(name).exercise.title for name in WITH_FIGURES} <= set(titles)


@pytest.mark.parametrize(("held", "count"), [("dumbbells: hands", 2), ("dumbbell: hands", 1), ("dumbbell: hips", 1),
                                             ("dumbbell: near hand", 1), ("kettlebell: hips", 1)])  # fmt: skip
def test_one_weight_is_drawn_for_each_that_is_held(held: str, count: int) -> None:
    one = drawn(f"{{props: {{{held}}}, poses: {{up: }}}}")
    assert sum(shape.key.startswith("held-") for shape in one.panels[0].shapes) == count


def test_feet_fit_below_a_sofa_that_holds_them() -> None:
    one = drawn("{start: kneeling, props: {sofa: {at: -68}}, poses: {up: }}")
    assert not list(doubts(one.motion))
    assert list(doubts(drawn("{start: kneeling, props: {box: {at: -68}}, poses: {up: }}").motion))


def test_the_trunk_follows_a_shoulder_that_is_drawn_up() -> None:
    one = drawn("{view: front, poses: {up: {near shrug: 30, far shrug: 0}, down: {shrug: 0}}}")
    trunks = [next(shape for shape in panel.shapes if shape.key == "trunk").spots() for panel in one.panels]
    down, up = ([max(-y for x, y in trunk if x * side > 8) for side in (-1, 1)] for trunk in trunks)
    assert up[0] > down[0] + 3
    assert up[1] == down[1]


def test_a_trunk_bends_like_a_bow_not_like_a_hinge() -> None:
    straight, bent = (Ball((0.0, y, 0.0), 9.0) for y in (0.0, 20.0))
    middle = _on_curve(straight, bent, Ball((20.0, 20.0, 0.0), 9.0), 0.5)
    assert middle.at == pytest.approx((5, 15, 0))


def test_a_patch_that_goes_beyond_the_waist_bends_with_the_trunk() -> None:
    def belly(back: float) -> str:
        one = drawn(f"{{poses: {{curl: {{back: {back}}}}}}}", Exercise("a", "A", muscles=(Muscle.ABS,)))
        return next(shape.path for shape in one.panels[0].shapes if shape.key.startswith("abs"))

    assert belly(0) != belly(60)


@pytest.mark.parametrize("close", CLOSE_UPS)
def test_a_close_view_shows_a_part_large_and_is_cut_off(close: str) -> None:
    one, whole = (
        drawn(f"{{view: {{turn: 90{more}}}, poses: {{up: {{neck tilt: 20}}}}}}") for more in (f", close: {close}", "")
    )
    assert one.room.height / one.eye.scale < whole.room.height / 2
    assert 'viewBox="' in svg(one).removeprefix("<svg").split("<svg")[1]
    scale, usual = (260 * one.eye.scale / max(one.room.width, one.room.height) for one in (one, whole))
    assert scale > 1.5 * usual


def test_a_cushion_lies_between_the_knees() -> None:
    one = drawn("{props: {cushion: knees}, poses: {stand: {hip out: 12}}}")
    keys = [shape.key for shape in one.panels[0].shapes]
    assert keys.index("far-leg") < keys.index("held-cushion-0") < keys.index("near-leg")


def test_the_arrow_of_a_close_view_is_beside_what_moves() -> None:
    one = picture("shoulder-circle")
    (arrow, *_) = one.panels[-1].arrows
    shoulder = one.eye.spot(one.motion.stops[1].standing.body.points["near shoulder"])
    assert one.panels[-1].label == "back"
    assert math.dist(arrow.spots[0], shoulder) < 25  # centimetres: the head is not meant


def test_what_is_held_is_within_the_picture() -> None:
    one = drawn("{view: front, props: {barbell: hands}, poses: {up: {shoulder: 90}}}")
    bar = next(shape for shape in one.panels[0].shapes if shape.key.startswith("held-barbell"))
    xs = [x for x, _ in bar.spots()]
    assert one.room.left < min(xs) < -70
    assert one.room.right > max(xs) > 70


def test_a_figure_that_is_seen_tilted_lies_on_a_mat() -> None:
    tilted, level = (
        drawn(f"{{view: {{turn: 60, tilt: {tilt}}}, start: lying, poses: {{rest: }}}}") for tilt in (30, 0)
    )
    assert tilted.panels[0].shapes[0].key == "mat"
    assert level.panels[0].shapes[0].key != "mat"


@pytest.mark.parametrize(("turn", "last"), [(48, "seat"), (140, "seat"), (-48, "back")])
def test_the_back_of_a_sofa_is_behind_its_seat_where_it_is_further_away(turn: int, last: str) -> None:
    one = drawn(f"{{view: {{turn: {turn}}}, props: {{sofa: {{at: -50}}}}, poses: {{up: }}}}")
    paths = {shape.key: shape for shape in one.panels[0].shapes}
    heights = [max(-y for _, y in paths[f"prop-sofa-{number}"].spots()) for number in range(3)]
    assert ("seat" if heights[2] < heights[1] else "back") == last


def test_a_short_arrow_is_straight() -> None:
    hooked = [(0.0, 0.0), (3.0, -6.0), (6.0, -3.0), (6.0, 6.0)]
    short = _shortened(hooked)
    assert len(short) == 2
    assert short[-1] == hooked[-1]


def test_the_words_name_things_as_people_do() -> None:
    props = "props: {dumbbells: hands, long-band: knees to anchor, anchor: {at: 90}}"
    said = words(drawn(f"{{{props}, start: {{on: {{near knee: side-wall}}}}, poses: {{up: }}}}"))
    assert said == "Wobbles, standing, knee on the wall, with dumbbells, with a long band."


def test_the_mat_is_narrower_where_it_is_further_away() -> None:
    mat = drawn("{view: {turn: 90, tilt: 20}, start: lying, poses: {rest: }}").panels[0].shapes[0].spots()
    top, low = (sorted(x for x, y in mat if y == edge(y for _, y in mat)) for edge in (min, max))
    assert top[-1] - top[0] < low[-1] - low[0]


def test_a_wall_is_a_line_from_the_side_that_hands_are_at() -> None:
    one = drawn("{view: {turn: 5}, start: {shoulder: 80, on: {hands: wall}}, poses: {push: }}")
    wall = next(shape for shape in one.panels[0].shapes if shape.key.startswith("prop-wall"))
    face = min(x for x, _ in wall.spots())
    tips = one.eye.spot(one.motion.stops[0].standing.body.points["near tips"])[0]
    assert 0 < face - tips < 6  # centimetres


def test_hands_are_closed_round_what_they_hold() -> None:
    held, empty = (
        drawn(f"{{{props}poses: {{up: {{shoulder: 90}}}}}}") for props in ("props: {dumbbells: hands}, ", "")
    )
    reach = [max(x for shape in one.panels[0].shapes if shape.key == "near-arm" for x, _ in shape.spots())
             for one in (held, empty)]  # fmt: skip
    assert reach[0] < reach[1] - 5
    keys = [shape.key for shape in held.panels[0].shapes]
    assert keys.index("held-dumbbells-0") == keys.index("near-arm") - 1


def test_a_band_from_hand_to_hand_is_before_the_arms() -> None:
    keys = [shape.key for shape in picture("band-pull-apart").panels[-1].shapes]
    assert keys.index("near-arm") < keys.index("held-long-band-0")


def test_labels_have_their_room() -> None:
    exercise = load_exercise("short-foot").varied(("one-leg",))
    assert exercise.figure
    drawing = svg(Picture(exercise, exercise.figure))
    start, held = (float(x) for x in re.findall(r'class="vc-label" x="([\d.]+)"', drawing))
    assert held - start > 6 * len("short · hold")  # pixels
