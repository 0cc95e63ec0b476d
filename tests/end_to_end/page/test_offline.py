from __future__ import annotations

import json
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import CDPSession, Page, expect

from tests.end_to_end.home import SHORT, Home
from tests.end_to_end.page.conftest import Open, serving
from tests.end_to_end.page.test_playing import at, play, reaches, session, stops_at
from tests.parts import needs

pytestmark = needs("chromium")

ALL_KEPT = "2 of 2 sessions kept on this device: they play without a network."
KEPT_PAGE = """async () => {
  const cache = await caches.open((await caches.keys())[0]);
  return (await cache.keys()).map(request => request.url).filter(url => url.includes('index.html')).sort().join();
}"""
NETWORK = "Object.defineProperty(navigator, 'connection', {{ value: {} }});"
CHEAP = NETWORK.format("{ saveData: false, type: 'wifi' }")
OTHERS = [
    "undefined",
    "{ saveData: true, type: 'wifi' }",
    "{ saveData: false, type: 'cellular' }",
    "{ saveData: false, effectiveType: '4g' }",
]
NONE_KEPT = "0 of 2 sessions kept on this device."
KEPT_FILES = """async () => {
  const cache = await caches.open((await caches.keys())[0]);
  return (await cache.keys()).map(request => new URL(request.url).pathname.slice(1)).sort();
}"""


def protocol(page: Page) -> CDPSession:
    return page.context.new_cdp_session(page)


def kept(page: Page) -> Page:
    """The page, once everything is on the device, as somebody wished."""
    page.get_by_role("button", name=re.compile("for offline use")).click()
    expect(page.locator("#kept")).to_have_text(ALL_KEPT)
    return page


def kept_files(page: Page) -> list[str]:
    return list(page.evaluate(KEPT_FILES))


def test_it_can_be_put_on_a_home_screen(open_page: Open, site: str) -> None:
    page = kept(open_page(site))
    manifest = protocol(page).send("Page.getAppManifest")
    assert manifest["errors"] == []
    assert json.loads(manifest["data"])["name"] == "Squats, for Sam"
    errors = protocol(page).send("Page.getInstallabilityErrors")["installabilityErrors"]
    assert {error["errorId"] for error in errors} <= {"in-incognito"}  # what every browser context here is


def test_the_home_screen_is_offered_where_the_browser_can(open_page: Open, site: str) -> None:
    page = kept(open_page(site))
    button = page.get_by_role("button", name="Add to home screen")
    expect(button).to_have_count(0)
    page.evaluate(
        "window.dispatchEvent(Object.assign(new Event('beforeinstallprompt', { cancelable: true }),"
        " { prompt: async () => { window.prompted = true; return { outcome: 'accepted' }; },"
        " userChoice: Promise.resolve({ outcome: 'accepted' }) }))"
    )
    button.click()
    assert page.evaluate("window.prompted")


def test_on_the_disk_nothing_is_offered(open_page: Open, programme_folder: Path) -> None:
    page = open_page((programme_folder / "index.html").as_uri())
    expect(page.locator("#app")).to_be_hidden()


def test_after_the_first_visit_it_needs_no_network(open_page: Open, programme_folder: Path) -> None:
    with serving(programme_folder) as address:
        page = kept(open_page(address))
    # The server is gone now, not only the browser's network.
    page.context.set_offline(True)
    page.reload()
    expect(page).to_have_title("Squats, for Sam")
    page.goto(f"{address}index.html")
    play(page, 1)
    reaches(page, 0.5)
    session(page, 1).locator(".chapters a", has_text="Squats").click()
    reaches(page, 12)
    length = float(session(page, 1).locator("audio").evaluate("audio => audio.duration"))
    session(page, 1).locator("audio").evaluate("audio => { audio.currentTime = audio.duration - 3; }")
    stops_at(page, length - 2.5)
    assert at(page) < length
    assert session(page, 1).locator("audio").evaluate("audio => audio.error") is None


def test_what_is_asked_for_in_part_is_answered_in_part_without_a_network(
    open_page: Open, programme_folder: Path
) -> None:
    data = (programme_folder / "week-01-squat.mp3").read_bytes()
    with serving(programme_folder) as address:
        page = kept(open_page(address))
    page.context.set_offline(True)
    page.reload()

    def part(range_: str) -> list[object]:
        got = page.evaluate(
            "async range => { const response = await fetch('week-01-squat.mp3', { headers: { Range: range } });"
            " return [response.status, response.headers.get('Content-Range'),"
            " [...new Uint8Array(await response.arrayBuffer())].slice(0, 50)]; }",
            range_,
        )
        return list(got)

    size = len(data)
    assert part("bytes=1000-1009") == [206, f"bytes 1000-1009/{size}", list(data[1000:1010])]
    assert part("bytes=-20") == [206, f"bytes {size - 20}-{size - 1}/{size}", list(data[-20:])]
    assert part(f"bytes={size - 7}-") == [206, f"bytes {size - 7}-{size - 1}/{size}", list(data[-7:])]
    assert part("bytes=5-999999999")[:2] == [206, f"bytes 5-{size - 1}/{size}"]


@pytest.mark.parametrize("network", OTHERS)
def test_nothing_is_fetched_unasked_but_where_it_costs_nothing(open_page: Open, site: str, network: str) -> None:
    page = open_page(site, script=NETWORK.format(network))
    expect(page.locator("#kept")).to_have_text(NONE_KEPT)
    button = page.get_by_role("button", name=re.compile(r"^Keep all for offline use · [\d.]+\sMB$"))
    expect(button).to_be_visible()
    assert not [name for name in kept_files(page) if name.endswith((".mp3", "squat.js"))]
    kept(page)
    expect(button).to_have_count(0)


def test_the_next_session_alone_is_kept_unasked(open_page: Open, site: str) -> None:
    page = open_page(site, script=CHEAP)
    expect(page.locator("#kept")).to_have_text("1 of 2 sessions kept on this device.")
    assert {"week-01-squat.mp3", "week-01-squat.js"} <= set(kept_files(page))
    assert "week-02-squat.mp3" not in kept_files(page)
    session(page, 1).get_by_role("checkbox").check()
    page.reload()
    expect(page.locator("#kept")).to_have_text(ALL_KEPT)


def test_the_next_session_can_be_kept_and_what_is_kept_be_removed(open_page: Open, site: str) -> None:
    page = open_page(site)
    page.get_by_role("button", name=re.compile(r"^Keep the next session · [\d.]+\sMB$")).click()
    expect(page.locator("#kept")).to_have_text("1 of 2 sessions kept on this device.")
    expect(page.get_by_role("button", name=re.compile("Keep the next session"))).to_have_count(0)
    page.get_by_role("button", name=re.compile(r"^Remove what is kept · [\d.]+\sMB$")).click()
    expect(page.locator("#kept")).to_have_text(NONE_KEPT)
    assert not [name for name in kept_files(page) if name.endswith((".mp3", "squat.js"))]
    assert "index.html" in kept_files(page)


def wait_for_another(page: Page, before: str) -> None:
    """Until the version of the page that is kept is another one alone."""
    page.evaluate(
        f"""async before => {{
          const another = now => now !== before && !now.includes(',');
          while (!another(await ({KEPT_PAGE})())) await new Promise(resolve => setTimeout(resolve, 50));
        }}""",
        before,
    )


def leave(page: Page) -> None:
    """Close the page while its server still answers: what it loads behind its title would complain of a server gone."""
    page.context.close()


@dataclass(frozen=True)
class Again:
    home: Home

    @property
    def folder(self) -> Path:
        return self.home.folder / "sam"

    def share(self, *options: str) -> None:
        self.home.done("share", *SHORT, "--coach", "coach.yaml", "-o", "sam", *options)


@pytest.fixture
def again(programme_folder: Path, tmp_path: Path) -> Again:
    """A copy of the programme, and how its coach shares it once more with other options."""
    shutil.copytree(programme_folder, tmp_path / "sam")
    for name in ("coach.yaml", "logo.png"):
        shutil.copy(programme_folder.parent / name, tmp_path / name)
    return Again(Home(tmp_path, {"VOICECOACH_CACHE": str(programme_folder.parent / "cache")}))


def test_a_new_version_comes_with_the_next_visits_and_fetches_what_is_new(open_page: Open, again: Again) -> None:
    with serving(again.folder) as address:
        page = kept(open_page(address, script=CHEAP))
        again.share("--client", "Sam", "--weeks", "3")
        fetched: list[str] = []
        page.context.on("response", lambda one: None if one.from_service_worker else fetched.append(one.url))
        before = page.evaluate(KEPT_PAGE)
        page.reload()
        expect(page.locator("[data-session]")).to_have_count(2)
        wait_for_another(page, before)
        page.reload()
        expect(page.locator("[data-session]")).to_have_count(3)
        expect(page.locator("#kept")).to_have_text("3 of 3 sessions kept on this device: they play without a network.")
        leave(page)
    assert f"{address}week-03-squat.mp3" in fetched
    assert f"{address}week-01-squat.mp3" not in fetched


def test_what_plays_goes_on_when_its_file_is_exchanged(open_page: Open, again: Again) -> None:
    with serving(again.folder) as address:
        page = kept(open_page(address))
        page.reload()
        play(page)
        again.share("--client", "Samantha", "--weeks", "2", "--force")
        before = page.evaluate(KEPT_PAGE)
        page.evaluate("async () => (await navigator.serviceWorker.ready).update()")
        wait_for_another(page, before)
        session(page, 1).locator("audio").evaluate("audio => { audio.currentTime = 40; }")
        stops_at(page, 41)
        assert at(page) < 70
        page.get_by_role("button", name="Show it").click()
        expect(page).to_have_title("Squats, for Samantha")
        leave(page)


def test_playing_on_the_first_visit_goes_on_while_everything_is_kept(open_page: Open, site: str) -> None:
    page = open_page(site)
    play(page)
    kept(page)
    for place in (40, 5, 60, 20):
        session(page, 1).locator("audio").evaluate("(audio, place) => { audio.currentTime = place; }", place)
        reaches(page, place + 0.3)
    stops_at(page, 20)
    assert at(page) < 30
