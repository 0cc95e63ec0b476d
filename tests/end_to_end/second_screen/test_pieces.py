"""What the page makes of the pieces of sound it is sent: at which sample each is heard, and what is heard no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.parts import needs
from voicecoach.second_screen.application import PAGE
from voicecoach.second_screen.browser_output import HEAD, PIECE

pytestmark = needs("chromium")

SERVER = """
const viewer = 1, send = () => {};
const memory = new OfflineAudioContext(1, 48000, 48000);
memory.resume = async () => {};
window.AudioContext = function () { return memory; };
window.play = async (pieces) => {
  const bytes = Uint8Array.from(pieces.flat());
  const stays = new ReadableStream({start: (stream) => stream.enqueue(bytes)});
  window.fetch = async () => new Response(stays, {headers: {"Voicecoach-Channels": "1"}});
  await new Sound().start();
  await new Promise((done) => setTimeout(done, 100));
  return Array.from((await memory.startRendering()).getChannelData(0), (one) => Math.round(one * 32768));
};
"""
"""In the place of the server and of the loudspeaker."""

Piece = tuple[int, int, int]
"""Take, first sample, and the value of all its samples."""


@pytest.fixture
def page(browser: Browser, tmp_path: Path) -> Iterator[Page]:
    """A page that has nothing but the sound."""
    code = (PAGE / "sound.js").read_text("utf-8")
    code = code.replace('import { send, viewer } from "./server.js";', SERVER).replace("export { Sound };", "")
    (tmp_path / "sound.html").write_text(f"<title>sound</title><script>{code}</script>", "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "sound.html").as_uri())
    yield page
    page.close()


def heard(page: Page, *pieces: Piece) -> list[tuple[int, int]]:
    """Each value that is heard, and how many samples long."""
    sent = [list(HEAD.pack(take, PIECE, start) + value.to_bytes(2, "little") * PIECE) for take, start, value in pieces]
    runs: list[tuple[int, int]] = []
    for value in page.evaluate("pieces => play(pieces)", sent):
        if runs and runs[-1][0] == value:
            runs[-1] = (value, runs[-1][1] + 1)
        else:
            runs.append((value, 1))
    return [run for run in runs if run[0]]


def test_each_is_heard_where_the_one_before_it_ends(page: Page) -> None:
    assert heard(page, (1, 0, 100), (1, PIECE, 200)) == [(100, PIECE), (200, PIECE)]


def test_a_new_take_is_heard_instead_of_what_it_replaces(page: Page) -> None:
    sent = [(1, 0, 100), (1, PIECE, 200), (2, 2400, 300)]
    assert heard(page, *sent) == [(100, 2400), (300, PIECE)]


def test_two_takes_within_a_piece_don_t_bring_back_what_the_first_of_them_replaced(page: Page) -> None:
    sent = [(1, 0, 100), (2, 2400, 300), (3, 3600, 500)]
    assert heard(page, *sent) == [(100, 2400), (300, 1200), (500, PIECE)]
