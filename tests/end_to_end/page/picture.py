"""The page's figures as they were looked at and found good, as a picture in `docs/samples`.

`python -m tests.end_to_end.page.picture` takes it anew; whoever does looks at what has changed.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from tests.end_to_end.page.conftest import OPTIONS, PATIENCE_MS, written
from tests.programme.examples import programme
from tests.programme.test_figures import session_of
from voicecoach.programme.model import Programme

PICTURE = Path(__file__).parents[3] / "docs" / "samples" / "page-figures.png"
SIZE: ViewportSize = {"width": 390, "height": 760}
GAP, COLOURS, GROUND = 24, 96, "#ffffff"
PLACED = """(at) => {
  const own = {currentTime: at, readyState: 4, paused: false};
  for (const [name, value] of Object.entries(own)) {
    Object.defineProperty(HTMLMediaElement.prototype, name, {get: () => value, set() {}, configurable: true});
  }
}"""
"""As if the sound played there, for ever."""


def taken(browser: Browser, folder: Path, path: Path) -> str:
    """Take the picture; gives what is to be read on it."""
    shared = programme(1, session_of("squat", "glute-bridge", "step-up"))
    context = browser.new_context(viewport=SIZE, color_scheme="light")
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(written(folder, shared))
    texts, shots = zip(*_shots(page, shared), strict=True)
    context.close()
    whole = Image.new("RGB", (3 * SIZE["width"] + 2 * GAP, SIZE["height"]), GROUND)
    for place, shot in enumerate(shots):
        whole.paste(shot, (place * (SIZE["width"] + GAP), 0))
    whole.quantize(COLOURS).save(path, optimize=True)
    return "\n".join(texts)


def _shots(page: Page, shared: Programme) -> Iterator[tuple[str, Image.Image]]:
    """The card of an exercise, a set of it, and a rest before the next."""
    steps = shared.episodes[0].timeline.steps
    work = next(step for step in steps if step.kind == "work")
    rest = next(step for step in steps if step.kind == "rest" and step.set == work.sets)
    page.locator(".exercises article").nth(1).scroll_into_view_if_needed()
    page.evaluate("document.querySelector('.exercises article').scrollIntoView({block: 'start', behavior: 'instant'})")
    page.wait_for_selector(".card svg.figure")
    yield _seen(page, ".exercises article")
    page.evaluate("HTMLMediaElement.prototype.play = async () => {}")
    page.evaluate("document.querySelector('#start').click(), document.activeElement.blur()")
    for at in (work.start + 2 * 5000 + 2200, rest.start + 12_000):
        page.evaluate(PLACED, at / 1000)
        page.wait_for_timeout(500)
        yield _seen(page, "#view")


def _seen(page: Page, what: str) -> tuple[str, Image.Image]:
    return page.locator(what).first.inner_text(), Image.open(io.BytesIO(page.screenshot())).convert("RGB")


if __name__ == "__main__":
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as made:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        taken(chromium, Path(made), PICTURE)
