"""The second screen as it was looked at and found good, as a picture in `docs/samples`.

`python -m tests.end_to_end.second_screen.picture` takes it anew; whoever does looks at what has changed.
"""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
from PIL import Image
from playwright.sync_api import Browser, ViewportSize, sync_playwright

from tests.end_to_end.page.conftest import OPTIONS, PATIENCE_MS
from tests.second_screen.talking import Talk, talking
from tests.terminal.pictures import WORK
from voicecoach.timeline.turns import Turn
from voicecoach.timeline.view import View
from voicecoach.times import Ms

PICTURE = Path(__file__).parents[3] / "docs" / "samples" / "second-screen.png"
SIZE: ViewportSize = {"width": 960, "height": 540}
COARSE = (48, 27)
"""So many fields are compared: letters look somewhat different on each machine."""
SHOWN = replace(
    WORK,
    at=Ms(754_000),
    left=Ms(1_131_000),
    turn=Turn("set", 2, 3),
    reps=10,
    number=7,
    doing="Up",
    phase="Up",
    cue="Let the glute of the standing leg lift you, not the push of the other foot.",
    next="right side",
    set_progress=0.42,
    session_progress=0.4,
)
WITHOUT_KEYS = "nav { display: none !important }"


def taken(browser: Browser, path: Path) -> str:
    """Take the picture; gives what is to be read on it."""
    with talking() as talk:
        show(talk, SHOWN)
        context = browser.new_context(viewport=SIZE, color_scheme="dark", reduced_motion="reduce", bypass_csp=True)
        context.set_default_timeout(PATIENCE_MS)
        page = context.new_page()
        page.goto(talk.screen.url)
        page.wait_for_selector(".training .title:not(:empty)")
        page.add_style_tag(content=WITHOUT_KEYS)
        page.wait_for_timeout(500)
        page.screenshot(path=path)
        text = page.locator("#screen").inner_text()
        context.close()
    return text


def show(talk: Talk, view: View) -> None:
    """Show it, and stay there."""
    for _ in range(2):
        talk.follow_view(view)


def coarse(path: Path) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """How light each field of a picture is, from 0 to 255."""
    with Image.open(path) as picture:
        return np.asarray(picture.convert("L").resize(COARSE, Image.Resampling.BOX), float)


if __name__ == "__main__":
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
        taken(chromium, PICTURE)
