"""How the page looks: on every screen, light and dark, for everybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.end_to_end.page.test_looks import violations
from tests.end_to_end.second_screen.conftest import Live
from tests.end_to_end.second_screen.picture import PICTURE, SHOWN, coarse, taken
from tests.parts import needs

pytestmark = [needs("chromium", "pulseaudio"), pytest.mark.usefixtures("sound_server")]

SIZES = [(320, 480), (390, 844), (844, 390), (820, 1180), (1920, 1080)]
LEAST_PX = 44
ALIKE = 8
"""Pictures that look the same are no more different than this, of 255."""
OUT_OF_SIGHT = """() => {
    const frame = document.querySelector("#screen").getBoundingClientRect();
    return Array.from(document.querySelectorAll(".training .slot > *")).filter((one) => {
        const box = one.getBoundingClientRect();
        const isOut = box.left < frame.left - 1 || box.right > frame.right + 1 || box.bottom > frame.bottom + 1;
        return one.textContent && box.height && (isOut || one.scrollWidth > one.parentElement.clientWidth + 1);
    }).map((one) => one.textContent);
}"""
SMALL = f"""() => Array.from(document.querySelectorAll("button")).filter((one) => {{
    const box = one.getBoundingClientRect();
    return box.height && (box.height < {LEAST_PX} || box.width < {LEAST_PX});
}}).map((one) => one.textContent.trim())"""


def at_rest(live: Live, page: Page) -> None:
    """In the rest after the first set; by the list, which is a way there from anywhere."""
    live.press("g1nn")
    expect(page.locator("#screen")).to_have_attribute("data-kind", "work")
    live.press("e")
    expect(page.locator("#screen")).to_have_attribute("data-kind", "rest")


def test_it_fits_every_screen_in_every_step(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen().paused()  # where it stands, it can be looked at
    pages = [look(live.address, viewport={"width": width, "height": height}) for width, height in SIZES]
    expect(pages[0].locator(".doing")).to_have_text("Paused")
    kinds = set()
    steps = ("n", "lead-in"), ("nn", "work"), ("e", "rest")
    for keys, kind in (*steps, *((key, None) for key in ("N", "g", "g", "?", "?", "q"))):
        live.press(keys)
        pages[0].wait_for_timeout(500)
        for page in pages:
            if kind:
                expect(page.locator("#screen")).to_have_attribute("data-kind", kind)
            kinds.add(page.get_attribute("#screen", "data-kind"))
            assert page.evaluate(OUT_OF_SIGHT) == []
            assert page.evaluate(SMALL) == []
            assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert kinds >= {"lead-in", "work", "rest"}
    live.press("q")


def test_the_number_fills_what_room_there_is(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen().paused()
    pages = [(height, look(live.address, viewport={"width": width, "height": height})) for width, height in SIZES[1:]]
    live.press("nnn")
    for height, page in pages:
        expect(page.locator("#screen")).to_have_attribute("data-kind", "work")
        box = page.locator(".number p").bounding_box()
        assert box is not None
        assert box["height"] > 0.12 * height
    live.press("qq")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(screen: Callable[..., Live], look: Callable[..., Page], scheme: str) -> None:
    live = screen()
    page = look(live.address, color_scheme=scheme, reduced_motion="reduce", bypass_csp=True)
    live.press("n")
    expect(page.locator(".title")).to_have_text("Bobs")
    page.locator("#more-keys").click()
    assert violations(page) == []
    at_rest(live, page)
    live.press(" q")
    expect(page.locator("#answers button")).to_have_count(2)
    assert violations(page) == []
    live.press("q")


def test_it_is_light_or_dark_as_the_device_is(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen()
    lights = {scheme: brightness(look(live.address, color_scheme=scheme)) for scheme in ("light", "dark")}
    assert lights["light"] > 600
    assert lights["dark"] < 150
    live.press("qq")


def brightness(page: Page) -> int:
    colour = page.evaluate("getComputedStyle(document.querySelector('#screen')).backgroundColor")
    return sum(map(int, re.findall(r"\d+", colour)[:3]))


def test_a_3_2_1_flashes_but_not_for_those_who_want_no_motion(
    screen: Callable[..., Live], look: Callable[..., Page]
) -> None:
    live = screen().paused()
    grounds: dict[str, set[str]] = {}
    pages = {motion: look(live.address, reduced_motion=motion) for motion in ("no-preference", "reduce")}
    live.press("n")
    for motion, page in pages.items():
        page.evaluate("""() => {
            window.grounds = new Set();
            const screen = document.querySelector("#screen");
            const note = () => grounds.add(`${screen.dataset.kind} ${getComputedStyle(screen).backgroundColor}`);
            new MutationObserver(note).observe(screen, {attributes: true});
        }""")
        grounds[motion] = set()
    live.press(" ")
    for motion, page in pages.items():
        expect(page.locator("#screen")).to_have_attribute("data-kind", "work")
        grounds[motion] = {one for one in page.evaluate("[...grounds]") if one.startswith("lead-in")}
    assert len(grounds["no-preference"]) == 2
    assert len(grounds["reduce"]) == 1
    live.press("qq")


def test_what_is_told_to_a_screen_reader_is_the_step_and_the_cue(
    screen: Callable[..., Live], look: Callable[..., Page]
) -> None:
    live = screen()
    page = look(live.address)
    live.press("n")
    expect(page.locator(".told").first).to_contain_text("Bobs. Set 1 of 2 · 2 reps")
    assert page.locator("#screen [aria-live]").count() == 2
    expect(page.get_by_role("timer")).to_be_visible()
    expect(page.get_by_role("progressbar", name="The session")).to_be_visible()
    expect(page.get_by_role("button", name="Pause")).to_be_enabled()
    live.press("qq")


def test_the_picture_in_the_docs_is_true(browser: Browser, tmp_path: Path) -> None:
    text = taken(browser, tmp_path / "now.png")
    assert all(part in text for part in ("7", "of 10", "Step ups", "Left side", "Set 2 of 3", "Up", SHOWN.cue))
    assert np.abs(coarse(tmp_path / "now.png") - coarse(PICTURE)).mean() < ALIKE
