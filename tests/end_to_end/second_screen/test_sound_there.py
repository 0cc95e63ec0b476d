"""`--sound browser`: what is heard in the page, sample by sample, on a machine without any sound."""

from __future__ import annotations

import base64
from collections.abc import Callable

import numpy as np
from playwright.sync_api import Page, expect

from tests.end_to_end.live.recording import FADE, Sound, Walk
from tests.end_to_end.second_screen.conftest import Live
from tests.end_to_end.second_screen.way import way_to
from tests.parts import needs
from voicecoach.player.live_session import LEAST_SILENCE_MS
from voicecoach.timeline.model import TimedStep, Timeline
from voicecoach.timeline.places import run_up
from voicecoach.times import SAMPLE_RATE_HZ, Ms, samples

pytestmark = needs("chromium")

WITHOUT_SOUND = """
import sys
sys.modules["miniaudio"] = None
from voicecoach.player import heartbeat
from voicecoach.second_screen import browser_output
heartbeat.GAP_S = browser_output.STALLED_S = 60.0
browser_output.FIXED = browser_output.SENT_AHEAD // 2
"""
SILENT = {"first": WITHOUT_SOUND, "patience": "", "PULSE_SERVER": "unix:/nowhere"}
"""Without a library for sound and without a device. Only a page that leaves is gone, not one that has no time; and a
key is heard half a second later, so that a page on a busy machine has it from the first sample on.
"""

NOTE = """
const nodes = [], start = AudioBufferSourceNode.prototype.start, stop = AudioBufferSourceNode.prototype.stop;
AudioBufferSourceNode.prototype.start = function (when) {
  nodes.push(this.noted = {when, samples: this.buffer.getChannelData(0), stopped: Infinity});
  return start.call(this, when);
};
AudioBufferSourceNode.prototype.stop = function (when) {
  this.noted.stopped = Math.max(when, this.context.currentTime);
  return stop.call(this, when);
};
window.heard = async () => {
  const now = Math.min(...nodes.map(({when}) => when));
  const seconds = Math.max(...nodes.map(({when, samples}) => when + samples.length / 48000)) - now;
  const context = new OfflineAudioContext(1, Math.ceil(seconds * 48000), 48000);
  for (const {when, samples, stopped} of nodes) {
    const node = context.createBufferSource();
    node.buffer = context.createBuffer(1, samples.length, 48000);
    node.buffer.copyToChannel(samples, 0);
    node.connect(context.destination);
    start.call(node, when - now);
    if (stopped < Infinity) stop.call(node, Math.max(0, stopped - now));
  }
  const found = (await context.startRendering()).getChannelData(0);
  const sound = Int16Array.from(found, (one) => Math.round(one * 32768));
  return btoa(Array.from(new Uint8Array(sound.buffer), (one) => String.fromCharCode(one)).join(""));
};
"""
"""What the page has scheduled is rendered again, at the same moments, into memory."""


def heard(page: Page) -> Sound:
    return np.frombuffer(base64.b64decode(page.evaluate("heard()")), np.int16)


def position_s(page: Page) -> int:
    minutes, seconds = page.locator(".elapsed").inner_text().split(":")
    return 60 * int(minutes) + int(seconds)


def wait_for(page: Page, right: Callable[[], bool]) -> None:
    while not right():
        page.wait_for_timeout(100)


def hear_there(page: Page) -> None:
    page.locator("#hear button").click()
    expect(page.locator("#hear")).to_be_hidden()


def the(timeline: Timeline, kind: str, number: int = 1) -> TimedStep:
    return [step for step in timeline.steps if step.kind == kind][number - 1]


def test_it_is_heard_there_to_the_sample_and_keys_act(
    screen: Callable[..., Live], look: Callable[..., Page], sound: Sound, timeline: Timeline
) -> None:
    live = screen("--sound", "browser", **SILENT)
    live.says("The sound plays at http")
    page = look(live.address, script=NOTE)
    page.wait_for_timeout(1000)
    assert position_s(page) == 0, "it waits for a tap"
    hear_there(page)
    wait_for(page, lambda: position_s(page) >= 3)
    page.locator("[data-key=n]").click()
    expect(page.locator(".title")).to_have_text("Bobs")
    page.wait_for_timeout(1500)
    page.keyboard.press("Space")
    expect(page.locator(".doing")).to_have_text("Paused")
    page.keyboard.press("q")
    page.keyboard.press("q")
    expect(page.locator("#line")).to_have_text("The session is over.")
    assert live.terminal.ended() == 0
    walk = Walk(heard(page), sound)
    walk.goes_on_at(samples(Ms(timeline.events[0].start - LEAST_SILENCE_MS)))
    walk.fades_out()
    assert walk.stopped > 2 * SAMPLE_RATE_HZ
    assert walk.goes_on_at(samples(run_up(timeline, the(timeline, "lead-in", 2).start))) <= FADE
    walk.fades_out()


def test_a_page_that_leaves_is_a_device_that_is_gone(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen("--sound", "browser", **SILENT)
    first = look(live.address)
    hear_there(first)
    wait_for(first, lambda: position_s(first) >= 2)
    first.context.close()
    live.says("Paused: the browser with the sound is gone")
    second = look(live.address)
    expect(second.locator(".doing")).to_have_text("Paused")
    stopped_s = position_s(second)
    assert stopped_s >= 2
    hear_there(second)
    live.says("The sound is back")
    second.locator("[data-key=space]").click()
    wait_for(second, lambda: position_s(second) > stopped_s)
    live.press("qq")


def test_after_a_lost_connection_it_comes_back_without_a_tap(
    screen: Callable[..., Live], look: Callable[..., Page]
) -> None:
    live = screen("--sound", "browser", **SILENT)
    with way_to(live.port) as way:
        page = look(live.address.replace(f":{live.port}/", f":{way.port}/"))
        hear_there(page)
        wait_for(page, lambda: position_s(page) >= 2)
        way.cut()
        live.says("Paused: the browser with the sound is gone")
        way.mend()
        live.says("The sound is back")
        expect(page.locator("#hear")).to_be_hidden()
        stopped_s = position_s(page)
        page.locator("[data-key=space]").click()
        wait_for(page, lambda: position_s(page) > stopped_s)
        live.press("qq")


def test_it_moves_with_the_controls(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen("--sound", "browser", **SILENT)
    first, second = look(live.address), look(live.address)
    hear_there(first)
    expect(second.locator("#hear")).to_be_hidden()
    wait_for(first, lambda: position_s(first) >= 1)
    first.locator("#release").click()
    live.says("Paused: the browser with the sound is gone")
    second.locator("#take").click()
    hear_there(second)
    live.says("The sound is back")
    second.locator("[data-key=space]").click()
    expect(second.locator(".doing")).not_to_have_text("Paused")
    live.press("qq")


def test_with_shared_controls_the_last_that_is_tapped_plays(
    screen: Callable[..., Live], look: Callable[..., Page]
) -> None:
    live = screen("--sound", "browser", "--share-controls", **SILENT)
    first, second = look(live.address), look(live.address)
    hear_there(first)
    hear_there(second)
    expect(first.locator("#hear")).to_be_visible()
    was_s = position_s(second)
    wait_for(second, lambda: position_s(second) > was_s + 1)
    live.press("qq")
