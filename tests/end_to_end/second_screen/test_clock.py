"""How the page counts on by its own clock between what it is told, and what it makes of messages that come late."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.parts import needs
from voicecoach.second_screen.application import PAGE

pytestmark = needs("chromium")

EVERY_MS = 500
TOLD = """messages => {
  const moments = new Moments();
  return messages.map(([at, now]) => {
    const view = {at, left: 1e6, set_progress: 0};
    moments.tell({view, then: [{at: at + 2000}], state: {}, playing: true}, now);
    return moments.at(now).at;
  });
}"""


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page that has nothing but the moments."""
    code = (PAGE / "moments.js").read_text("utf-8").replace("export { Moments };", "window.Moments = Moments;")
    (tmp_path / "moments.html").write_text(f"<title>moments</title><script>{code}</script>", "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "moments.html").as_uri())
    yield page
    page.close()


def off(page: Page, late_ms: Sequence[int], behind_ms: Sequence[int]) -> list[float]:
    """How far what is shown is from what is heard, message by message.

    Each comes so late, while the sound is so far behind a clock that goes on all the time.
    """
    heard = [EVERY_MS * number - behind for number, behind in enumerate(behind_ms)]
    messages = [[at, EVERY_MS * number + late] for number, (at, late) in enumerate(zip(heard, late_ms, strict=True))]
    shown: list[float] = page.evaluate(TOLD, messages)
    return [at - (told + late) for at, told, late in zip(shown, heard, late_ms, strict=True)]


def test_messages_that_come_late_don_t_move_it(page: Page) -> None:
    late = [0, 180, 90, 200, 30, 10, 150, 0, 90]
    assert off(page, late, [0] * len(late))[1:] == [0] * 5 + [-10, 0, 0]


def test_where_the_sound_fell_behind_it_is_right_again_soon(page: Page) -> None:
    behind = [0] * 4 + [200] * 8
    found = off(page, [0] * len(behind), behind)
    assert max(found) <= 200
    assert found[-3:] == [0, 0, 0]


def test_where_the_sound_is_elsewhere_it_is_there_at_once(page: Page) -> None:
    assert off(page, [0] * 6, [0, 0, 0, -4000, -4000, 3000]) == [0] * 6
