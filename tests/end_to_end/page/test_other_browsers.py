"""Firefox, and WebKitGTK, which has Safari's engine: they play to the end what is heard, and show what is done."""

from __future__ import annotations

import json
import statistics
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.end_to_end.home import Home
from tests.end_to_end.page.browsers import Driven, firefox, until, webkit
from tests.end_to_end.page.conftest import serving
from tests.end_to_end.page.figures_seen import STANDS, TRUNK, WATCH, hips_due, steps_of
from tests.parts import needs
from tests.sound_server import RATE_HZ, SoundServer, sound_server, without_silence

__all__ = ["sound_server"]

pytestmark = pytest.mark.lengthy

BROWSERS = [
    pytest.param(firefox, id="firefox", marks=needs("firefox-esr", "pulseaudio", "parec")),
    pytest.param(webkit, id="webkit", marks=needs("WebKitWebDriver", "Xvfb", "pulseaudio", "parec")),
]
Browser = Callable[[Path, Mapping[str, str]], AbstractContextManager[Driven]]

BRIEF = """
title: Brief
weeks: 2
rest: 5 s
lead_in: 3 s
warm_up: none
sections:
  - exercises: [bob]
exercises:
  bob:
    title: Bobs
    say: bobs
    position: standing
    get_ready: 1 s
    phases:
      - {name: down, tempo: eccentric, say: Down}
      - {name: up, tempo: concentric, say: Up}
    tempo: 1-0-1-0
    prescription: 1x2
"""
"""Half a minute."""
AUDIO = "document.querySelector('#session-1 audio')"
NOTE_NUMBERS = """(() => {
  const number = document.querySelector("#view .number");
  window.numbers = [];
  const note = () => void numbers.push(number.textContent);
  new MutationObserver(note).observe(number, {childList: true, characterData: true, subtree: true});
})()"""
"""Each is there for two seconds, in which nobody may find the time to look."""
OFF_CM, MOVES_CM = 4.0, 15.0
"""How far hips may be from where the sound has them, on a machine with much else to do, and how far they go."""
LEAST_HEARD = 0.2
"""So much of it is sound and not silence."""


@pytest.fixture(scope="session")
def brief_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = Home(tmp_path_factory.mktemp("coach"))
    (home.folder / "brief.yaml").write_text(BRIEF)
    (home.folder / "coach.yaml").write_text("name: Mira\ncontact: mira@example.org\n")
    home.done("share", "brief.yaml", "--detail", "counts", "--coach", "coach.yaml", "--weeks", "2", "-o", "sam")
    return home.folder / "sam"


def started(browser: Driven, address: str) -> None:
    """The training view is open, and the sound plays."""
    browser.open(address)
    until(browser, "document.documentElement.classList.contains('js')")
    browser.click("#start")
    until(browser, "document.querySelector('#view h1').textContent === 'Bobs'")
    until(browser, f"{AUDIO}.currentTime > 0.5")
    assert browser.run(f"{AUDIO}.error === null")


@pytest.mark.parametrize("launch", BROWSERS)
def test_it_plays_to_the_end_and_is_done(
    launch: Browser, tmp_path: Path, brief_folder: Path, sound_server: SoundServer
) -> None:
    (tmp_path / "browser").mkdir()
    with (
        serving(brief_folder) as address,
        launch(tmp_path / "browser", {"PULSE_SERVER": sound_server.address}) as browser,
        sound_server.recording() as recording,
    ):
        started(browser, address)
        browser.run(NOTE_NUMBERS)
        until(browser, "numbers.includes('1of 2')")
        until(browser, "document.querySelector('#after').open", meanwhile=lambda: recording.seconds)
        assert browser.run("document.querySelector('#after-title').textContent") == "Week 1 is done"
        assert browser.run("document.querySelector('#mail').href").startswith("mailto:mira@example.org?subject=Brief")
        browser.click("#after [data-act=close]")
        until(browser, "document.querySelector('#session-2').open")
        length = browser.run("Number(document.querySelector('#session-1').dataset.seconds)")
        heard = without_silence(recording.until(recording.seconds))
        assert len(heard) > LEAST_HEARD * length * RATE_HZ
        # Neither browser says what its network costs.
        kept = browser.run("document.querySelector('#kept').textContent")
        assert kept == "0 of 2 sessions kept on this device."
        browser.run("document.querySelector('#keep-next').click()")
        until(browser, "document.querySelector('#kept').textContent.startsWith('1 of 2')")


@pytest.mark.parametrize("launch", BROWSERS)
def test_it_trains_from_the_disk(
    launch: Browser, tmp_path: Path, brief_folder: Path, sound_server: SoundServer
) -> None:
    (tmp_path / "browser").mkdir()
    with launch(tmp_path / "browser", {"PULSE_SERVER": sound_server.address}) as browser:
        started(browser, (brief_folder / "index.html").as_uri())
        browser.click("#close")
        until(browser, "document.querySelector('#training').hidden")
        until(browser, "document.querySelector('#dock .what').textContent.length > 0")


@pytest.mark.parametrize("launch", BROWSERS)
def test_the_figure_moves_with_the_sound_and_stands_with_it(
    launch: Browser, tmp_path: Path, programme_folder: Path, sound_server: SoundServer
) -> None:
    (tmp_path / "browser").mkdir()
    step = next(one for one in steps_of(programme_folder) if one["kind"] == "work")
    with (
        serving(programme_folder) as address,
        launch(tmp_path / "browser", {"PULSE_SERVER": sound_server.address}) as browser,
        sound_server.recording() as recording,
    ):
        browser.open(address)
        browser.click("#start")
        until(browser, f"{AUDIO}.currentTime > 0.5", meanwhile=lambda: recording.seconds)
        until(browser, "document.querySelectorAll('#view .figures svg').length === 2")  # what comes, still
        browser.run(f"{AUDIO}.currentTime = {step['start'] / 1000 + 0.5}")
        until(browser, "document.querySelectorAll('#view .figures svg').length === 1")
        until(browser, f"{AUDIO}.currentTime > {step['start'] / 1000 + 0.6}", meanwhile=lambda: recording.seconds)
        seen = browser.run(WATCH)
        off = [abs(height - hips_due(step, at_s)) for at_s, height in seen]
        assert max(height for _, height in seen) - min(height for _, height in seen) > MOVES_CM
        assert statistics.median(off) < OFF_CM
        browser.click("#toggle")
        until(browser, f"{AUDIO}.paused")
        until(browser, f"({STANDS})({json.dumps(TRUNK)})")
        (_, first), *_, (at_s, last) = browser.run(WATCH)
        assert first == last
        assert abs(last - hips_due(step, at_s)) < OFF_CM
        browser.click("#close")
        until(browser, "document.querySelector('#training').hidden")
        browser.run(
            "document.querySelector('.exercises article').scrollIntoView({ block: 'center', behavior: 'instant' })"
        )
        until(browser, "document.querySelectorAll('.exercises svg.figure').length === 2")


@needs("firefox-esr", "pulseaudio")
def test_firefox_holds_still_for_who_wants_no_motion(
    tmp_path: Path, programme_folder: Path, sound_server: SoundServer
) -> None:
    (tmp_path / "browser").mkdir()
    step = next(one for one in steps_of(programme_folder) if one["kind"] == "work")
    wanted = {"ui.prefersReducedMotion": 1}
    with firefox(tmp_path / "browser", {"PULSE_SERVER": sound_server.address}, wanted) as browser:
        browser.open((programme_folder / "index.html").as_uri())
        browser.click("#start")
        until(browser, f"{AUDIO}.currentTime > 0.5")
        browser.run(f"{AUDIO}.currentTime = {step['start'] / 1000 + 0.5}")
        until(browser, "document.querySelector('#view').dataset.kind === 'work'")
        both = "[...document.querySelectorAll('#view .figures svg')].map(one => one.innerHTML)"
        shown = browser.run(both)
        time.sleep(1)
        assert len(shown) == 2
        assert browser.run(both) == shown
