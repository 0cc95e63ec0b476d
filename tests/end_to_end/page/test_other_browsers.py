"""Firefox, and WebKitGTK, which has Safari's engine: they play to the end what is heard, and show what is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from pathlib import Path

import pytest

from tests.end_to_end.home import Home
from tests.end_to_end.page.browsers import Driven, firefox, until, webkit
from tests.end_to_end.page.conftest import serving
from tests.parts import needs
from tests.sound_server import RATE_HZ, SoundServer, sound_server, without_silence

__all__ = ["sound_server"]

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
        until(browser, "document.querySelector('#view .number').textContent === '1of 2'")
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
