"""Figures on the second screen: in step with what is heard, still where it stands, and with room for all else."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event, Thread
from typing import Any

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.end_to_end.home import Home
from tests.end_to_end.page.figures_seen import height_due
from tests.end_to_end.second_screen.conftest import Live
from tests.end_to_end.second_screen.test_following import LOGGED
from tests.end_to_end.second_screen.test_looks import OUT_OF_SIGHT, SIZES
from tests.figures.drawn_figures import figure
from tests.parts import needs
from tests.second_screen.talking import Talk, talking
from tests.terminal.small_session import ABOUT
from voicecoach.definitions.load import load_session
from voicecoach.figures.picture import Picture
from voicecoach.second_screen.moments import AHEAD_MS
from voicecoach.second_screen.screen import REFRESH_S
from voicecoach.terminal.lines import State
from voicecoach.timeline.model import Timeline

pytestmark = needs("chromium")

FIGURE = "{poses: {down: {hip: 100, knee: 104, lean: 36}, up: }}"
WITH_A_FIGURE = f"    tempo: 1-0-1-0\n    figure: {FIGURE}\n"
WORK_MS, LEAD_IN_MS, REST_MS = 25_000, 15_000, 80_000
WATCH = """(frames) => new Promise(resolve => {
  const seen = [];
  const look = () => {
    const trunk = document.querySelector("#screen .figures .vc-trunk")?.getAttribute("d");
    if (trunk) seen.push([Date.now(), Number(trunk.match(/^M\\S+ ([-\\d.]+)/)[1])]);
    if (seen.length < frames) requestAnimationFrame(look); else resolve(seen);
  };
  requestAnimationFrame(look);
})"""
STANDS_AT = """([due, off]) => {
  const drawn = document.querySelector("#screen .figures .vc-trunk")?.getAttribute("d") ?? "";
  if (window.drawn !== drawn) Object.assign(window, {drawn, frames: 0});
  window.frames += 1;
  return frames > 10 && Math.abs(Number(drawn.match(/^M\\S+ ([-\\d.]+)/)[1]) - due) < off;
}"""
"""Whether it has stood there for some frames; asked in each of them."""
STANDING_CM = 0.5
WATCH_WORK = """() => {
  window.seen = [];
  const screen = document.querySelector("#screen");
  const look = () => {
    const trunk = screen.dataset.kind === "work" && screen.querySelector(".figures .vc-trunk")?.getAttribute("d");
    if (trunk) seen.push([Date.now(), Number(trunk.match(/^M\\S+ ([-\\d.]+)/)[1])]);
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
OFF_CM, LATE_CM = 4.0, 12.0
"""In the middle and for one in ten, while other programs use the machine; bobs go eighty centimetres in a second."""
KNOWN_MS = AHEAD_MS - 1000 * REFRESH_S
"""What comes so soon after something was told, a page knows."""
SOON_MS = 100
"""As soon as the numbers of the same page: messages come late where the machine can't keep up."""


def opened(browser: Browser, talk: Talk, **options: Any) -> Page:  # noqa: ANN401 - playwright's own
    context = browser.new_context(**options)
    page = context.new_page()
    page.goto(talk.screen.url)
    page.wait_for_selector(".training .title:not(:empty)")
    return page


IS_LARGE = """() => {
    const box = document.querySelector(".figures").getBoundingClientRect();
    return Math.min(box.width, box.height) > 60;
}"""


def stands(talk: Talk, at: int) -> None:
    for _ in range(2):
        talk.follow(at, State(paused=True))


@pytest.mark.parametrize("size", SIZES)
def test_with_a_figure_all_else_still_fits(browser: Browser, size: tuple[int, int]) -> None:
    with talking() as talk:
        stands(talk, WORK_MS + 500)
        page = opened(browser, talk, viewport={"width": size[0], "height": size[1]})
        for at, count in ((WORK_MS + 700, 1), (LEAD_IN_MS, 2), (REST_MS, 2)):
            stands(talk, at)
            figures = page.locator(".figures")
            expect(figures.locator("svg")).to_have_count(count)
            expect(figures).to_be_visible()
            page.wait_for_timeout(200)
            page.wait_for_function(IS_LARGE)  # while it is laid out anew, it has no box
            assert page.evaluate(OUT_OF_SIGHT) == []
        page.context.close()


def test_where_it_stands_the_figure_stands_too(browser: Browser) -> None:
    known = ABOUT["step-up"].drawn
    assert known
    one = Picture(known.exercise, known.figure)
    with talking() as talk:
        stands(talk, WORK_MS + 1000)
        page = opened(browser, talk)
        for into in (1000, 2500, 4200, 300):
            stands(talk, WORK_MS + into)
            page.wait_for_function(STANDS_AT, arg=[height_due(one, ABOUT["step-up"].rhythm, into), STANDING_CM])
            assert len({height for _, height in page.evaluate(WATCH, 20)}) == 1
        page.context.close()


def test_what_has_no_figure_is_shown_as_it_was(browser: Browser) -> None:
    with talking() as talk:
        stands(talk, 1000)
        page = opened(browser, talk)
        expect(page.locator(".figures svg")).to_have_count(2)  # what comes first
        stands(talk, 145_000)
        expect(page.locator("#screen")).to_have_attribute("data-kind", "work")  # the end is drawn in its colours
        expect(page.locator(".figures")).to_be_hidden()
        page.context.close()


def test_it_moves_while_it_is_told_little(browser: Browser) -> None:
    known = ABOUT["step-up"].drawn
    assert known
    one, ended, told = Picture(known.exercise, known.figure), Event(), list[float]()
    with talking() as talk:
        begun_s = time.time()

        def follow() -> None:
            while not ended.wait(0.1):
                told.append(1000 * (time.time() - begun_s))
                talk.follow(WORK_MS + round(told[-1]))

        thread = Thread(target=follow)
        thread.start()
        page = opened(browser, talk)
        expect(page.locator(".figures svg")).to_have_count(1)
        seen = page.evaluate(WATCH, 300)
        ended.set()
        thread.join()
        page.context.close()
    rhythm = ABOUT["step-up"].rhythm
    assert np.ptp([height for _, height in seen]) > 10
    shown = [(at - 1000 * begun_s, height) for at, height in seen]
    off = off_cm(one, rhythm, [(at, height) for at, height in shown if any(0 <= at - each < KNOWN_MS for each in told)])
    assert len(off) > 100
    assert np.median(off) < OFF_CM
    assert np.percentile(off, 90) < LATE_CM


@pytest.mark.usefixtures("sound_server")
@needs("pulseaudio")
def test_it_moves_with_what_is_heard(
    screen: Callable[..., Live], look: Callable[..., Page], home: Home, timeline: Timeline, tmp_path: Path
) -> None:
    file = home.folder / "tiny.yaml"
    file.write_text(file.read_text().replace("    tempo: 1-0-1-0\n", WITH_A_FIGURE))
    one = Picture(load_session(str(file)).exercises["bob"], figure(FIGURE))
    log = tmp_path / "log"
    live = screen(first=LOGGED.format(log=str(log)))
    page = look(live.address)
    page.evaluate(WATCH_WORK)
    live.press("nn")
    page.wait_for_function("() => seen.length >= 100")
    seen = page.evaluate("seen")
    live.press("qq")
    assert live.terminal.ended() == 0
    looks = np.asarray([line.split()[:2] for line in log.read_text().splitlines()], float)
    heard = np.interp([at / 1000 for at, _ in seen], looks[:, 0], looks[:, 1])
    begins = next(step.start for step in timeline.steps if step.kind == "work")
    shown = [(at - begins, height) for (_, height), at in zip(seen, heard, strict=True) if 0 <= at - begins < 4000]
    assert len(shown) > 20
    assert np.median(off_cm(one, (("down", 1000), ("up", 1000)), shown)) < OFF_CM


def off_cm(one: Picture, rhythm: Sequence[Sequence[Any]], shown: Sequence[tuple[float, float]]) -> Sequence[float]:
    """How far the figure is from what is due each time, given (ms into the work, height), at the best lateness."""

    def off_at(late_ms: int) -> Sequence[float]:
        return [abs(height - height_due(one, rhythm, at - late_ms)) for at, height in shown]

    return min(map(off_at, range(-SOON_MS, SOON_MS + 1, 10)), key=lambda off: float(np.median(off)))
