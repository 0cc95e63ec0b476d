"""What the page shows, and when: compared with what the live session has heard."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.live.terminal import ALT_SCREEN
from tests.end_to_end.second_screen.conftest import Live
from tests.end_to_end.second_screen.way import way_to
from tests.parts import needs
from voicecoach.web.network import lan_address

pytestmark = [needs("chromium", "pulseaudio"), pytest.mark.usefixtures("sound_server")]

PHONE = {"width": 390, "height": 844}
LOGGED = """
import time
from voicecoach.second_screen.screen import SecondScreen
usual, log = SecondScreen.follow, open({log!r}, "w", buffering=1)
def follow(self, heard, view, state, about):
    print(time.time(), heard.at, view.number, file=log)
    usual(self, heard, view, state, about)
SecondScreen.follow = follow
"""
WATCH = """() => {
    window.numbers = [];
    const number = document.querySelector(".number span");
    new MutationObserver(() => numbers.push([Date.now() / 1000, Number(number.textContent)]))
        .observe(number, {childList: true, characterData: true, subtree: true});
}"""
SOON_S = 0.1
NUMBERS = 15


def test_it_follows_the_sound(screen: Callable[..., Live], look: Callable[..., Page], tmp_path: Path) -> None:
    log = tmp_path / "log"
    live = screen(first=LOGGED.format(log=str(log)))
    page = look(live.address, viewport=PHONE)
    page.locator("[data-key=n]").click()
    page.evaluate(WATCH)
    while len(shown := page.evaluate("numbers")) < NUMBERS:
        page.wait_for_timeout(200)
    live.press("qq")
    assert live.terminal.ended() == 0
    late = [seen_s - due_s for seen_s, due_s in pairs(shown, log)]
    assert len(late) >= 8
    assert statistics.median(map(abs, late)) < SOON_S


def pairs(shown: list[tuple[float, int]], log: Path) -> list[tuple[float, float]]:
    """When the page changed to a number, and when the session was heard there, by its own clock and positions."""
    looks = [tuple(map(float, line.split())) for line in log.read_text().splitlines()]
    changes = [(one, other) for one, other in pairwise(looks) if one[2] != other[2]]
    found = []
    for seen_s, number in shown:
        near = [(abs(after[0] - seen_s), after) for _, after in changes if after[2] == number]
        if near and min(near)[0] < 2:
            found.append((seen_s, min(near)[1][0]))
    return found


def test_what_is_touched_is_done(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen().paused()
    page = look(live.address, viewport=PHONE, has_touch=True)
    live.press(" ")
    expect(page.locator(".doing")).to_have_text("Welcome")
    page.locator("[data-key=n]").tap()
    expect(page.locator(".title")).to_have_text("Bobs")
    expect(page.locator(".doing")).to_have_text("Get ready")
    page.locator("[data-key=space]").tap()
    expect(page.locator(".doing")).to_have_text("Paused")
    expect(page.locator("[data-key=space]")).to_have_text("Go on")
    live.says("(?s)Paused.*Paused")
    page.locator("[data-key=space]").tap()
    expect(page.locator("[data-key=space]")).to_have_text("Pause")
    page.locator("#more-keys").tap()
    page.locator("[data-key=m]").tap()
    expect(page.locator("[data-key=m]")).to_have_attribute("aria-pressed", "true")
    page.locator("[data-key=q]").tap()
    page.locator("#answers button", has_text="Quit").tap()
    expect(page.locator("#line")).to_have_text("The session is over.")
    assert live.terminal.ended() == 0


def test_keys_are_those_of_the_terminal(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen()
    page = look(live.address)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".title")).to_have_text("Bobs")
    page.keyboard.press("Space")
    expect(page.locator(".doing")).to_have_text("Paused")
    page.keyboard.press("?")
    live.says("Second screen: http")
    page.keyboard.press("q")
    expect(page.locator(".notice")).to_contain_text("Quit?")
    page.keyboard.press("y")
    expect(page.locator("#line")).to_have_text("The session is over.")


def test_one_has_the_controls_and_the_others_look_on(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen()
    first, second = look(live.address), look(live.address)
    expect(first.locator("[data-key=n]")).to_be_enabled()
    expect(second.locator("[data-key=n]")).to_be_disabled()
    expect(second.locator("#owner")).to_contain_text("The controls are on a Linux computer.")
    second.keyboard.press("n")
    first.locator("#release").click()
    second.locator("#take").click()
    expect(first.locator("[data-key=n]")).to_be_disabled()
    second.locator("[data-key=space]").click()
    expect(first.locator(".doing")).to_have_text("Paused")
    second.context.close()
    expect(first.locator("[data-key=n]")).to_be_enabled()
    live.press("qq")


def test_with_shared_controls_all_have_them(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen("--share-controls")
    pages = look(live.address), look(live.address)
    for page in pages:
        expect(page.locator("[data-key=n]")).to_be_enabled()
        expect(page.locator("#owner")).to_have_text("Every screen has the controls.")
    live.press("qq")


def test_a_lost_connection_comes_back(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen()
    with way_to(live.port) as way:
        page = look(live.address.replace(f":{live.port}/", f":{way.port}/"))
        way.cut()
        expect(page.locator("#line")).to_contain_text("The connection is lost.")
        live.press("n")
        way.mend()
        expect(page.locator("#line")).to_be_hidden()
        expect(page.locator(".title")).to_have_text("Bobs")
        expect(page.locator("[data-key=n]")).to_be_enabled()
        page.locator("[data-key=space]").click()
        expect(page.locator(".doing")).to_have_text("Paused")
        way.dam()  # as after a sleep: nothing comes, and nobody says so
        expect(page.locator("#line")).to_contain_text("The connection is lost.")
        way.mend()
        expect(page.locator("#line")).to_be_hidden()
        live.press("qq")
        expect(page.locator("#line")).to_have_text("The session is over.")
        time.sleep(2)
        expect(page.locator("#line")).to_have_text("The session is over.")


def test_how_it_felt_can_be_said_there(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    live = screen("--only", "bob", "--sets", "1", "--reps", "2").paused()
    page = look(live.address)
    live.press(" ")
    for _ in range(2):
        page.locator("[data-key=n]").click()
    page.locator("#answers button", has_text="Right").click()
    expect(page.locator("#line")).to_have_text("The session is over.")
    assert live.terminal.ended() == 0


def test_lists_and_figures_are_chosen_and_entered_by_touch(
    screen: Callable[..., Live], look: Callable[..., Page]
) -> None:
    live = screen()
    page = look(live.address, viewport=PHONE, has_touch=True)
    page.locator("#more-keys").tap()
    page.locator("[data-key=space]").tap()
    expect(page.locator(".doing")).to_have_text("Paused")
    page.locator("[data-key=g]").tap()
    expect(page.get_by_role("dialog", name="Go to")).to_be_visible()
    page.get_by_role("button", name="Presses").tap()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator(".title")).to_have_text("Presses")
    page.locator("[data-key=g]").tap()
    page.get_by_role("button", name="Close").tap()
    expect(page.get_by_role("dialog")).to_be_hidden()
    page.locator("[data-key=B]").tap()
    expect(page.locator(".title")).to_have_text("Bobs")
    page.locator("[data-key=n]").tap()
    page.locator("[data-key=n]").tap()
    expect(page.locator("#screen")).to_have_attribute("data-kind", "work")
    page.locator("[data-key=e]").tap()
    expect(page.locator("#screen")).to_have_attribute("data-kind", "rest")
    page.locator("[data-key=i]").tap()
    for label in "1", "2", "×", "8", "OK":
        page.locator("#answers button", has_text=label).first.tap()
    expect(page.locator("#answers")).to_be_hidden()
    live.press("qq")


def test_in_a_network_it_begins_when_somebody_looks_on(screen: Callable[..., Live], look: Callable[..., Page]) -> None:
    if lan_address() is None:
        pytest.skip("there is no network here")
    live = screen("--lan")
    assert f"//{lan_address()}:" in live.address
    live.says("It begins when the page is open, or with Enter.")
    time.sleep(1)
    assert ALT_SCREEN not in live.terminal.said
    page = look(live.address)
    expect(page.locator(".doing")).to_have_text("Welcome")
    assert ALT_SCREEN in live.terminal.said
    page.keyboard.press("n")
    expect(page.locator(".title")).to_have_text("Bobs")
    live.press("qq")
