"""The figures of the page: still beside the exercises, in step with the sound, and as they are drawn elsewhere."""

from __future__ import annotations

import io
import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect

from tests.end_to_end.page.conftest import Open, written
from tests.end_to_end.page.figures_seen import STANDS, TRUNK, WATCH, hips_due, steps_of
from tests.end_to_end.page.picture import PICTURE, taken
from tests.end_to_end.page.test_looks import PHONE, overflow, violations
from tests.end_to_end.page.test_training import started
from tests.end_to_end.second_screen.picture import coarse
from tests.figures.drawn_figures import A_FEW, picture
from tests.parts import needs
from tests.programme.examples import of_kinds, programme
from tests.programme.test_figures import session_of
from voicecoach.figures.film import film
from voicecoach.figures.shapes import capsule, path, polygon
from voicecoach.figures.svg import single_svg
from voicecoach.outputs.plot.png import png
from voicecoach.programme.model import FIGURES, Programme
from voicecoach.web.files import FIGURE_SCRIPT

pytestmark = needs("chromium")

OFF_CM = 2.0
LATE_CM = 6.0
"""How far hips go while a machine with much else to do draws a frame."""
LIKE = 6
"""Of 255, on average: two programs draw edges a little differently."""
ONLY_SMALL = 0.012
ALIKE = 8
"""Of 255: letters look somewhat different on each machine."""
ALONE = """([width, height]) => {
  const svg = [...document.querySelectorAll(".card svg.figure")].at(-1);
  for (const arrow of svg.querySelectorAll(".vc-shaft, .vc-head-of-arrow")) arrow.remove();
  const size = {width: `${width}px`, height: `${height}px`};
  Object.assign(svg.style, {position: "fixed", inset: "0 auto auto 0", zIndex: 9, background: "#fff", ...size});
  svg.style.setProperty("--paper", "#fff");
  document.body.append(svg);
}"""


@pytest.fixture
def script(open_page: Open, tmp_path: Path) -> Page:
    """A page that has nothing but the script of figures."""
    code = re.sub(r"^export .*$", "", FIGURE_SCRIPT.read_text("utf-8"), flags=re.MULTILINE)
    give = "Object.assign(window, {Drawing, Film, FigureBox, capsule, columnsOf, polygon});"
    (tmp_path / "figure.html").write_text(f"<title>f</title><body><script>{code}{give}</script>", "utf-8")
    return open_page((tmp_path / "figure.html").as_uri())


def numbers(text: str) -> list[float]:
    return [float(one) for one in re.findall(r"-?[\d.]+(?:e-?\d+)?", text)]


def test_the_script_draws_the_shapes_that_are_drawn_elsewhere(script: Page) -> None:
    chance = np.random.default_rng(7)
    for _ in range(60):
        ax, ay, bx, by = chance.uniform(-90, 90, 4).round(2).tolist()
        ra, rb = chance.uniform(1, 12, 2).round(2).tolist()
        if chance.random() < 0.3:
            bx, by = ax + chance.uniform(0, 2), ay
        own = script.evaluate("values => capsule(...values)", [ax, ay, ra, bx, by, rb])
        assert np.allclose(numbers(own), numbers(path(capsule((ax, ay), ra, (bx, by), rb))), atol=0.07)
    for corners in ([(0, 0), (10, 0), (10, 10)], [(10, 10), (10, 0), (0, 0), (0, 10)]):
        assert script.evaluate("spots => polygon(spots)", corners) == path(polygon(corners))


@pytest.mark.parametrize(
    ("count", "aspect", "box", "columns"),
    [(2, 0.5, (400, 300), 2), (2, 1, (200, 600), 1), (4, 1, (400, 400), 2), (1, 1, (900, 100), 1)],
)
def test_poses_are_side_by_side_where_they_are_largest_so(
    script: Page, count: int, aspect: float, box: tuple[int, int], columns: int
) -> None:
    assert script.evaluate("values => columnsOf(...values)", [count, aspect, *box]) == columns


PLACES = """([data, move, times]) => {
  const film = new Film(data), drawing = new Drawing(film);
  const trunk = drawing.paths[film.shapes.findIndex(({classes}) => classes === "vc-trunk")];
  return times.map((time) => {
    drawing.show(film.place(move, move.start + time));
    return trunk.getAttribute("d");
  });
}"""


@pytest.mark.parametrize("name", A_FEW)
def test_at_every_moment_it_is_where_the_figure_is(script: Page, name: str) -> None:
    one = picture(name)
    motion, exercise = one.motion, one.exercise
    lengths = exercise.phase_lengths(exercise.tempo or exercise.prescription.tempo)
    rhythm = [(phase.name, length) for phase, length in lengths] or [("", motion.duration)]
    rhythm = [] if exercise.is_hold else rhythm
    times = [round(motion.duration * place / 17) for place in range(40)]
    move = {"start": 10_000, "end": 1_000_000, "rhythm": rhythm}
    found = script.evaluate(PLACES, [film(one), move, times])
    for time, drawn in zip(times, found, strict=True):
        body = motion.at(time) if rhythm else motion.stops[-1].standing.body
        trunk = next(shape for shape in one.shapes(body) if shape.key == "trunk")
        assert np.abs(np.subtract(numbers(drawn), numbers(trunk.path))).max() < OFF_CM


def test_after_the_end_of_its_set_it_moves_no_more(script: Page) -> None:
    places = script.evaluate(
        """([data, move]) => {
          const film = new Film(data);
          return [8000, 8100, 9000, 9999].map(at => film.place(move, at));
        }""",
        [film(picture("squat")), {"start": 3000, "end": 8000, "rhythm": [["down", 3000], ["up", 2000]]}],
    )
    assert len({json.dumps(place) for place in places}) == 1


def test_what_is_added_to_a_movement_is_time_in_which_nothing_moves(script: Page) -> None:
    move = {"start": 0, "end": 99_999, "rhythm": [["down", 3000], ["up", 2000], [None, 4000]]}
    places = script.evaluate(
        "([data, move]) => [5000, 7000, 8999, 9000, 10500].map(at => new Film(data).place(move, at))",
        [film(picture("squat")), move],
    )
    assert places[0] == places[1] == places[2]
    assert places[4] != places[0]


# On the page


def test_each_exercise_has_its_poses_beside_it(open_page: Open, tmp_path: Path) -> None:
    shared = programme(2, session_of(*A_FEW[:4], "burpee"))
    page = open_page(written(tmp_path / "all", shared), viewport=PHONE)
    cards = page.locator(".exercises article")
    for card, name in zip(cards.all(), A_FEW[:4], strict=False):
        card.scroll_into_view_if_needed()
        expect(card.locator("svg.figure")).to_have_count(len(picture(name).panels))
        expect(card.locator(".figures").first).to_have_attribute(
            "aria-label", re.compile(f"^{picture(name).exercise.title}, ")
        )
    rows = page.locator("#session-1 tbody th .figures")
    rows.first.scroll_into_view_if_needed()
    expect(rows.first.locator("svg.figure")).to_have_count(1)
    assert overflow(page) == 0
    assert violations(page) == []


IN_ORDER = """window.order = [];
addEventListener("load", () => {
  order.push("read");
  requestAnimationFrame(() => setTimeout(() => order.push("drawn")));
});
new MutationObserver(changes => {
  const added = changes.flatMap(change => [...change.addedNodes]);
  if (added.some(node => node.src?.endsWith("figures.js"))) order.push("figures");
}).observe(document, {childList: true, subtree: true});"""
"""By order and not by time: when a frame was shown is told by a browser's other parts, to the nearest of theirs."""


def test_the_page_is_seen_before_its_figures_are_loaded(open_page: Open, site: str) -> None:
    page = open_page(site, viewport=PHONE, script=IN_ORDER)
    page.wait_for_function("() => order.length === 3")
    assert page.evaluate("order") == ["read", "drawn", "figures"]


def test_nothing_is_drawn_before_it_comes_into_view(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "all", programme(6)), viewport=PHONE)
    page.locator("#session-1 tbody th").first.scroll_into_view_if_needed()
    expect(page.locator("#session-1 svg.figure").first).to_be_visible()
    assert page.locator(".exercises svg.figure").count() == 0
    assert page.locator("#session-2 svg.figure").count() == 0
    page.locator("#session-2 summary").first.click()
    page.locator("#session-2 tbody th").first.scroll_into_view_if_needed()
    expect(page.locator("#session-2 svg.figure").first).to_be_visible()


def test_without_the_file_of_figures_all_else_is_there(open_page: Open, tmp_path: Path) -> None:
    address = written(tmp_path / "all", programme(1))
    (tmp_path / "all" / FIGURES).unlink()
    page = open_page(address, fails=True)
    page.locator("#start").click()
    expect(page.locator("#view h1")).to_have_text("Step ups")
    expect(page.locator("#view .figures")).to_be_hidden()
    expect(page.locator("[data-figure]:visible")).to_have_count(0)


def test_without_figures_the_page_is_as_it_was(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "all", Programme("Every kind", (of_kinds("straight"),))))
    page.locator("#start").click()
    expect(page.locator("#view h1")).not_to_be_empty()
    assert page.locator(".figures:visible").count() == 0


@pytest.mark.parametrize("name", ["squat", "side-plank", "step-up"])
def test_a_picture_looks_as_it_is_drawn_elsewhere(open_page: Open, tmp_path: Path, name: str) -> None:
    page = open_page(written(tmp_path / "all", programme(1, session_of(name))), viewport=PHONE)
    page.locator(".exercises article").scroll_into_view_if_needed()
    expect(page.locator(".card svg.figure").last).to_be_visible()
    room = picture(name).room
    width, height = 300, round(300 * room.height / room.width)
    page.evaluate(ALONE, [width, height])
    with Image.open(io.BytesIO(page.locator("body > svg.figure").screenshot())) as seen:
        own = np.asarray(seen.convert("L").resize((width, height)), float)
    panel = picture(name).panels[-1]
    bodies = [stop.standing.body for stop in picture(name).motion.stops]
    body = next(one for one in bodies if tuple(picture(name).shapes(one)) == panel.shapes)
    drawing = png(single_svg(picture(name), body, max(width, height)), zoom=1, has_text=False)
    with Image.open(io.BytesIO(drawing)) as due:
        other = np.asarray(due.convert("L").resize((width, height)), float)
    assert np.abs(own - other).mean() < LIKE
    assert (np.abs(own - other) > 128).mean() < ONLY_SMALL


# In the training view


def at_work(page: Page, folder: Path, *, into_s: float = 0.5) -> dict[str, Any]:
    """The first work of the first session, which the sound is brought to."""
    step = next(one for one in steps_of(folder) if one["kind"] == "work")
    page.locator("#session-1 audio").evaluate(
        "(audio, at) => { audio.currentTime = at; }", step["start"] / 1000 + into_s
    )
    expect(page.locator("#view")).to_have_attribute("data-kind", "work")
    expect(page.locator("#view .figures svg")).to_have_count(1)
    return step


@pytest.mark.parametrize("speed", [1, 2])
def test_the_figure_moves_in_step_with_the_sound(
    open_page: Open, site: str, programme_folder: Path, speed: float
) -> None:
    page = started(open_page(site))
    step = at_work(page, programme_folder)
    page.locator("#session-1 audio").evaluate("(audio, speed) => { audio.playbackRate = speed; }", speed)
    seen = page.evaluate(WATCH)
    heights = [height for _, height in seen]
    assert max(heights) - min(heights) > 20  # it squats
    off = [abs(height - hips_due(step, at)) for at, height in seen]
    assert np.median(off) < OFF_CM
    assert np.percentile(off, 90) < LATE_CM * speed


def test_where_the_sound_stands_the_figure_stands_and_it_goes_where_that_goes(
    open_page: Open, site: str, programme_folder: Path
) -> None:
    page = started(open_page(site))
    page.locator("#toggle").click()
    for into_s in (0.2, 2.9, 4.0, 1.5):
        step = at_work(page, programme_folder, into_s=into_s)
        page.wait_for_function(STANDS, arg=TRUNK)
        (_, first), *_, (at, last) = page.evaluate(WATCH)
        assert first == last
        assert abs(last - hips_due(step, at)) < OFF_CM


def test_what_comes_next_stands_still_with_both_ends(open_page: Open, site: str) -> None:
    page = started(open_page(site))
    page.keyboard.press("ArrowRight")
    expect(page.locator("#view")).to_have_attribute("data-kind", "lead-in")
    expect(page.locator("#view .figures svg")).to_have_count(2)
    expect(page.locator("#view .figures")).to_have_attribute("aria-label", re.compile("^Squats, standing. Down: "))


def test_who_wants_no_motion_sees_both_ends_instead(open_page: Open, site: str, programme_folder: Path) -> None:
    page = started(open_page(site, reduced_motion="reduce"))
    step = next(one for one in steps_of(programme_folder) if one["kind"] == "work")
    page.locator("#session-1 audio").evaluate("(audio, at) => { audio.currentTime = at; }", step["start"] / 1000 + 0.5)
    expect(page.locator("#view")).to_have_attribute("data-kind", "work")
    figures = page.locator("#view .figures svg")
    expect(figures).to_have_count(2)
    shown = [one.inner_html() for one in figures.all()]
    page.wait_for_timeout(1000)
    assert [one.inner_html() for one in figures.all()] == shown
    page.emulate_media(reduced_motion="no-preference")
    expect(figures).to_have_count(1)


def test_the_left_side_is_the_mirror_image_of_the_right(script: Page) -> None:
    mirrored = script.evaluate(
        """(data) => {
          const film = new Film(data), move = {figure: "one", start: 0, end: 9000, rhythm: [["up", 2000]]};
          const figure = new FigureBox(document.body, () => film), seen = [];
          for (const side of ["left", "right", "alternating", null]) {
            figure.show({move, side, at: 0}, "now");
            const now = figure.box.classList.contains("mirrored");
            figure.show({upcoming: {figure: "one", side}}, "next");
            seen.push([now, figure.box.classList.contains("mirrored")]);
          }
          return seen;
        }""",
        film(picture("step-up")),
    )
    assert mirrored == [[True, True], [False, False], [False, False], [False, False]]


@pytest.mark.parametrize(
    "size", [PHONE, {"width": 844, "height": 390}, {"width": 320, "height": 568}, {"width": 1280, "height": 900}]
)
def test_the_figure_leaves_the_words_their_room(
    open_page: Open, site: str, programme_folder: Path, size: dict[str, int]
) -> None:
    page = started(open_page(site, viewport=size))
    at_work(page, programme_folder)
    boxes = {
        name: page.locator(f"#view .{name}").first.bounding_box()
        for name in ("figures", "title", "number", "doing", "cue")
    }
    for one, other in pairwise(sorted((box for box in boxes.values() if box), key=lambda box: box["y"])):
        apart = (
            one["y"] + one["height"] <= other["y"] + 1
            or one["x"] + one["width"] <= other["x"] + 1
            or other["x"] + other["width"] <= one["x"] + 1
        )
        assert apart, boxes
    figure, number = boxes["figures"], boxes["number"]
    assert figure
    assert number
    assert figure["height"] > 0.2 * size["height"]
    assert number["height"] > 0.1 * size["height"]


def test_the_picture_in_the_docs_is_true(browser: Browser, tmp_path: Path) -> None:
    text = taken(browser, tmp_path / "page", tmp_path / "now.png")
    assert all(part in text for part in ("Squats", "2\nof 10", "Down", "Next", "Glute bridges", "You need: a mat"))
    assert np.abs(coarse(tmp_path / "now.png") - coarse(PICTURE)).mean() < ALIKE
