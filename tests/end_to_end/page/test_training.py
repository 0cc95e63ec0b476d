"""From the large button to the message to the coach."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.end_to_end.page.conftest import Open
from tests.end_to_end.page.test_looks import PHONE, violations
from tests.end_to_end.page.test_playing import at, hurry, play, session, stops_at
from tests.parts import needs
from voicecoach.web.files import FIGURE_SCRIPT, TRAINING_SCRIPT, TRAINING_STYLE

pytestmark = needs("chromium")

SHARES = "navigator.share = async data => { window.shared = data; };"
LANDSCAPE = {"width": 844, "height": 390}


def started(page: Page) -> Page:
    """The page, once the training view shows what plays."""
    page.locator("#start").click()
    expect(page.locator("#training")).to_be_visible()
    expect(page.locator("#view h1")).not_to_be_empty()
    page.wait_for_function("() => !document.querySelector('#session-1 audio').paused")
    return page


def to_work(page: Page) -> Page:
    """The page, in the second repetition of the first set."""
    for _ in range(2):
        page.locator("#training").get_by_role("button", name="Next").click()
    session(page, 1).locator("audio").evaluate("audio => { audio.currentTime += 6; }")
    return page


def test_one_button_starts_and_goes_on(open_page: Open, site: str) -> None:
    page = open_page(site)
    expect(page.locator("#start .what")).to_have_text(re.compile(r"^Start week 1 · \d\smin$"))
    play(page)
    expect(page.locator("#start")).to_have_text(re.compile("Show the training"))
    stops_at(page, 4)
    expect(page.locator("#start .what")).to_have_text(re.compile(r"^Go on at 0:0\d$"))
    session(page, 1).get_by_role("checkbox").check()
    expect(page.locator("#start .what")).to_have_text(re.compile("^Start week 2"))
    session(page, 2).locator("summary").first.click()
    session(page, 2).get_by_role("checkbox").check()
    expect(page.locator("#start")).to_contain_text("All of it is done")


def test_the_training_view_counts_with_the_sound(open_page: Open, site: str) -> None:
    page = started(open_page(site))
    page.locator("#toggle").click()
    to_work(page)
    view = page.locator("#view")
    expect(view).to_have_attribute("data-kind", "work")
    expect(view.locator(".number")).to_have_text("1of 5")
    expect(view.locator("h1")).to_have_text("Squats")
    page.locator("#toggle").click()
    page.wait_for_function("() => document.querySelector('#view .number').textContent === '2of 5'")
    expect(view.locator(".doing")).to_have_text(re.compile("Down|Up"))


@pytest.mark.parametrize("size", [PHONE, LANDSCAPE, {"width": 320, "height": 568}, {"width": 1366, "height": 850}])
def test_every_phase_is_whole_and_all_are_of_one_size(open_page: Open, tmp_path: Path, size: dict[str, int]) -> None:
    code = "".join(file.read_text("utf-8") for file in (FIGURE_SCRIPT, TRAINING_SCRIPT))
    code = re.sub(r"^(import|export) .*$", "", code, flags=re.MULTILINE)
    style = f"body {{ margin: 0; height: 100vh; }} {TRAINING_STYLE.read_text('utf-8')}"
    text = f"<title>t</title><style>{style}</style><body><script>{code} window.View = TrainingView;</script>"
    (tmp_path / "view.html").write_text(text, "utf-8")
    page = open_page((tmp_path / "view.html").as_uri(), viewport=size)
    seen = page.evaluate(
        """phases => {
          const view = {
            kind: "work", title: "Step ups", side: "left", turn: null, entries: [], target: "", phases, reps: 10,
            number: 4, next: "", cue: "", set_progress: 0, session_progress: 0, at: 0, left: 0, tick: 0,
          };
          const training = new View(document.body);
          training.root.classList.add("drawn");
          return phases.map((doing) => {
            training.show({...view, doing}, {});
            const {box, text} = training.slots.doing;
            return [text.textContent, text.style.fontSize, text.scrollWidth <= box.clientWidth];
          });
        }""",
        ["Up", "Hold", "Down", "Iiii", "Wwww"],
    )
    assert [whole for _, _, whole in seen] == [True] * 5, seen
    assert len({px for _, px, _ in seen}) == 1


def test_its_buttons_and_keys_move_by_steps(open_page: Open, site: str) -> None:
    page = started(open_page(site))
    page.keyboard.press("Space")
    expect(page.locator("#toggle")).to_have_text("Play")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    start = at(page)
    assert start > 5
    session(page, 1).locator("audio").evaluate("audio => { audio.currentTime += 8; }")
    page.locator("#training").get_by_role("button", name="Back").click()
    assert at(page) == pytest.approx(start, abs=0.05)
    page.keyboard.press("b")
    assert at(page) < start
    page.locator("#toggle").click()
    page.wait_for_function("() => !document.querySelector('#session-1 audio').paused")


def test_the_way_back_leads_to_the_page(open_page: Open, site: str) -> None:
    page = started(open_page(site))
    assert page.locator(".screen").evaluate("screen => screen.inert")
    page.go_back()
    expect(page.locator("#training")).to_be_hidden()
    assert page.url == site
    expect(page.locator("#start")).to_be_focused()
    page.locator("#start").click()
    expect(page.locator("#training")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#training")).to_be_hidden()
    assert not page.locator(".screen").evaluate("screen => screen.inert")


def test_the_whole_screen_can_be_had(open_page: Open, site: str) -> None:
    page = started(open_page(site))
    page.get_by_role("button", name="Full screen", exact=True).click()
    page.wait_for_function("() => document.fullscreenElement?.id === 'training'")
    page.keyboard.press("f")
    page.wait_for_function("() => !document.fullscreenElement")


def test_a_bar_stays_while_it_plays(open_page: Open, site: str) -> None:
    page = to_work(started(open_page(site)))
    page.get_by_role("button", name="Close").click()
    dock = page.get_by_role("region", name="What plays")
    expect(dock).to_contain_text("Squats")
    expect(dock.locator(".count")).to_have_text(re.compile(r"^\d of 5 · (Down|Up)$"))
    page.evaluate("scrollTo({ top: 9999, behavior: 'instant' })")
    expect(dock).to_be_in_viewport()
    dock.get_by_role("button", name="Pause").click()
    page.wait_for_function("() => document.querySelector('#session-1 audio').paused")
    before = at(page)
    dock.get_by_role("button", name="Next step").click()
    assert at(page) > before
    dock.get_by_role("button", name="Show the training").click()
    expect(page.locator("#training")).to_be_visible()


def test_after_the_end_it_is_told_how_it_felt(open_page: Open, site: str) -> None:
    page = started(open_page(site, script=SHARES))
    hurry(page)
    after = page.get_by_role("dialog", name="Week 1 is done")
    expect(after).to_contain_text("1 of 2 done.")
    expect(after).to_contain_text("Next: Week 2")
    expect(page.locator("#training")).to_be_hidden()
    after.locator("label", has_text="Hard").click()
    after.get_by_role("textbox").fill("Knees & hips fine.")
    mail = urlsplit(after.get_by_role("link", name="Tell Mira how it went").get_attribute("href") or "")
    assert (mail.scheme, mail.path) == ("mailto", "mira@example.org")
    told = parse_qs(mail.query)
    assert told["subject"] == ["Squats, week 1"]
    lines = ["Squats, week 1: done.", "It felt hard.", "Knees & hips fine."]
    assert told["body"] == ["\r\n".join(lines)]
    after.get_by_role("button", name="Send it another way").click()
    assert page.evaluate("shared.text") == "\n".join(lines)
    after.get_by_role("button", name="Close").click()
    expect(session(page, 2)).to_have_attribute("open", "")
    expect(session(page, 1).locator(".state")).to_have_text("done, felt hard")
    page.reload()
    session(page, 1).locator("summary").first.click()
    session(page, 1).get_by_role("button", name="How it went").click()
    expect(page.locator("#after [value=hard]")).to_be_checked()
    expect(page.locator("#remark")).to_have_value("Knees & hips fine.")


@pytest.mark.parametrize(
    ("scheme", "size"), [("light", PHONE), ("dark", LANDSCAPE), ("dark", {"width": 1280, "height": 900})]
)
def test_axe_finds_nothing_while_it_trains(open_page: Open, site: str, scheme: str, size: dict[str, int]) -> None:
    page = to_work(started(open_page(site, color_scheme=scheme, viewport=size)))
    page.locator("#toggle").click()
    expect(page.locator("#view .number")).to_have_text(re.compile("of 5"))
    assert violations(page) == []
    buttons = page.locator("#training button:visible").evaluate_all(
        "all => all.map(one => one.getBoundingClientRect()).map(({ width, height }) => Math.min(width, height))"
    )
    assert min(buttons) >= 44
    page.keyboard.press("Escape")
    expect(page.locator("#training")).to_be_hidden()
    assert violations(page) == []
    page.evaluate("document.querySelector('#session-1 [type=checkbox]').click()")
    page.evaluate("document.querySelector('#session-1 [data-show=after]').click()")
    expect(page.locator("#after")).to_be_visible()
    assert violations(page) == []


def test_from_the_disk_it_trains_as_well(open_page: Open, programme_folder: object) -> None:
    started(open_page(f"file://{programme_folder}/index.html"))
