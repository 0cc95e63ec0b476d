from __future__ import annotations

import re
from base64 import b64encode
from pathlib import Path

import pytest
import soundfile
from playwright.sync_api import Locator, Page, expect

from tests.end_to_end.page.conftest import Open, written
from tests.parts import needs
from tests.programme.examples import programme

pytestmark = needs("chromium")

COUNT_WAKE_LOCKS = """
window.held = 0;
class Lock {
  released = false;
  async release() {
    if (!this.released) window.held -= 1;
    this.released = true;
  }
}
navigator.wakeLock.request = async () => {
  window.held += 1;
  return new Lock();
};
"""
NO_STORAGE = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } });"
WHAT_HAS_FOCUS = """(element => element.dataset.go || element.type || element.closest('summary, audio')?.tagName
  || element.dataset.at && 'chapter' || element.className)(document.activeElement)"""


def session(page: Page, number: int) -> Locator:
    return page.locator(f"#session-{number}")


def at(page: Page, number: int = 1) -> float:
    return float(session(page, number).locator("audio").evaluate("audio => audio.currentTime"))


def reaches(page: Page, seconds: float, number: int = 1) -> None:
    page.wait_for_function(
        "([number, at]) => document.querySelector(`#session-${number} audio`).currentTime >= at", arg=[number, seconds]
    )


def stops_at(page: Page, seconds: float, number: int = 1) -> None:
    """It plays up to there and is stopped at once, in the page itself, so that nothing else can take time meanwhile."""
    page.wait_for_function(
        """([number, at]) => {
          const audio = document.querySelector(`#session-${number} audio`);
          if (audio.currentTime >= at) audio.pause();
          return audio.currentTime >= at;
        }""",
        arg=[number, seconds],
    )


def slows_down_at(page: Page, seconds: float) -> None:
    """What was hurried up to there goes on at its usual pace, by the page itself as well."""
    page.wait_for_function(
        """at => {
          const audio = document.querySelector("#session-1 audio");
          if (audio.currentTime >= at) audio.playbackRate = 1;
          return audio.currentTime >= at;
        }""",
        arg=seconds,
    )


def play(page: Page, number: int = 1) -> None:
    session(page, number).locator("audio").evaluate("audio => audio.play()")
    page.wait_for_function("number => !document.querySelector(`#session-${number} audio`).paused", arg=number)


def pause(page: Page, number: int = 1) -> None:
    session(page, number).locator("audio").evaluate("audio => audio.pause()")


def hurry(page: Page, number: int = 1) -> None:
    session(page, number).locator("audio").evaluate("audio => { audio.playbackRate = 16; }")


def test_it_plays_from_the_disk(open_page: Open, programme_folder: Path) -> None:
    page = open_page((programme_folder / "index.html").as_uri())
    expect(page).to_have_title("Squats, for Sam")
    play(page)
    reaches(page, 1)
    expect(session(page, 1).locator(".doing")).to_have_text("Welcome")


def test_a_chapter_is_jumped_to_and_played(open_page: Open, site: str) -> None:
    page = open_page(site)
    chapter = session(page, 1).locator(".chapters a", has_text="Squats")
    start = float(chapter.get_attribute("data-at") or 0)
    assert start > 5
    chapter.click()
    stops_at(page, start + 0.3)
    assert at(page) < start + 10
    expect(chapter).to_have_attribute("aria-current", "true")
    expect(session(page, 1).locator(".chapters [aria-current]")).to_have_count(1)


def test_buttons_move_by_chapters_and_by_seconds(open_page: Open, site: str) -> None:
    page = open_page(site)
    play(page)
    pause(page)
    starts = page.eval_on_selector_all("#session-1 .chapters a", "links => links.map(link => Number(link.dataset.at))")
    next_, back = (session(page, 1).get_by_role("button", name=name) for name in ("Next chapter", "Back 15 s"))
    next_.click()
    assert at(page) == pytest.approx(starts[1], abs=0.1)
    back.click()
    earlier = max(0, starts[1] - 15)
    assert at(page) == pytest.approx(earlier, abs=0.1)
    session(page, 1).get_by_role("button", name="Forward 15 s").click()
    assert at(page) == pytest.approx(earlier + 15, abs=0.1)
    for _ in range(2):
        session(page, 1).get_by_role("button", name="Previous chapter").click()
    assert at(page) == pytest.approx(starts[0], abs=0.1)


def test_the_drawing_is_a_way_to_any_place(open_page: Open, site: str) -> None:
    page = open_page(site)
    play(page)
    pause(page)
    drawing = session(page, 1).locator(".drawing svg")
    box = drawing.bounding_box()
    assert box
    drawing.click(position={"x": box["width"] / 2, "y": 10})
    length = float(session(page, 1).locator("audio").evaluate("audio => audio.duration"))
    assert at(page) == pytest.approx(length / 2, rel=0.02)


def test_the_transcript_follows_and_only_its_box_scrolls(open_page: Open, site: str) -> None:
    page = open_page(site)
    current = session(page, 1).locator(".words [aria-current]")
    play(page)
    expect(current).to_contain_text("Sam.")
    before = page.evaluate("scrollY")
    session(page, 1).locator("audio").evaluate("audio => { audio.currentTime = audio.duration - 12; }")
    expect(current).to_have_count(1)
    expect(current).not_to_contain_text("Sam.")
    page.wait_for_function("() => document.querySelector('#session-1 .words').scrollTop > 50")
    assert page.evaluate("scrollY") == before
    last = current.text_content()
    page.wait_for_function("last => document.querySelector('.words [aria-current]').textContent !== last", arg=last)


def test_a_line_of_the_transcript_is_a_way_to_its_place(open_page: Open, site: str) -> None:
    page = open_page(site)
    line = session(page, 1).locator(".words button").nth(5)
    start = float(line.get_attribute("data-at") or 0)
    assert start > 1
    line.click()
    stops_at(page, start)
    assert at(page) < start + 10
    expect(line).to_have_attribute("aria-current", "true")


def test_the_transcript_is_searched(open_page: Open, site: str) -> None:
    page = open_page(site)
    words, found = session(page, 1).locator(".words"), session(page, 1).locator(".found")
    lines = words.locator("li").count()
    session(page, 1).get_by_role("searchbox").fill("HIPS")
    expect(words.locator("li:visible mark").first).to_have_text("hips", ignore_case=True)
    shown = words.locator("li:visible").count()
    assert 0 < shown < lines
    expect(found).to_have_text(f"{shown} line{'s' if shown > 1 else ''} found")
    expect(words.locator("li", has_text="Sam.").first).not_to_be_visible()
    for typed in ("that's", "that’s"):
        session(page, 1).get_by_role("searchbox").fill(typed)
        expect(words.locator("li:visible mark").first).to_have_text("That's", ignore_case=True)
    session(page, 1).get_by_role("searchbox").fill("no such words")
    expect(found).to_have_text("No lines found")
    session(page, 1).get_by_role("searchbox").fill("")
    assert words.locator("li:visible").count() == lines
    expect(words.locator("mark")).to_have_count(0)


def test_one_session_plays_at_a_time(open_page: Open, site: str) -> None:
    page = open_page(site)
    session(page, 2).locator("summary").first.click()
    play(page, 1)
    play(page, 2)
    page.wait_for_function("() => document.querySelector('#session-1 audio').paused")


def test_the_place_is_remembered(open_page: Open, site: str) -> None:
    page = open_page(site)
    play(page)
    session(page, 1).locator("audio").evaluate("audio => { audio.currentTime = 40; }")
    stops_at(page, 40.2)
    stopped_at = at(page)
    page.reload()
    expect(session(page, 1).locator(".state")).to_have_text(f"stopped at 0:{int(stopped_at)}")
    play(page)
    stops_at(page, 40)
    assert at(page) < stopped_at + 10


def test_what_is_done_is_remembered_and_the_next_session_is_open(open_page: Open, site: str) -> None:
    page = open_page(site)
    expect(page.locator("#count-done")).to_have_text("0 of 2")
    session(page, 1).get_by_role("checkbox", name=re.compile("Done.*Squats, week 1")).check()
    expect(page.locator("#count-done")).to_have_text("1 of 2")
    page.reload()
    expect(page.locator("#count-done")).to_have_text("1 of 2")
    expect(session(page, 2)).to_have_attribute("open", "")
    expect(session(page, 1).locator(".state")).to_have_text("done")
    session(page, 1).locator("summary").first.click()
    session(page, 1).get_by_role("checkbox").uncheck()
    expect(page.locator("#count-done")).to_have_text("0 of 2")


def test_a_session_heard_to_its_end_is_done(open_page: Open, site: str) -> None:
    page = open_page(site)
    play(page)
    hurry(page)
    expect(page.locator("#count-done")).to_have_text("1 of 2")
    expect(session(page, 1).get_by_role("checkbox")).to_be_checked()
    expect(session(page, 2)).not_to_have_attribute("open", "")
    page.locator("#after").get_by_role("button", name="Close").click()
    expect(session(page, 2)).to_have_attribute("open", "")
    assert at(page) == 0


def test_going_to_the_end_is_not_doing_it(open_page: Open, site: str) -> None:
    page = open_page(site)
    play(page)
    session(page, 1).locator("audio").evaluate("audio => { audio.currentTime = audio.duration - 0.5; }")
    after = page.get_by_role("dialog", name="The end of Week 1")
    expect(after).to_contain_text("Too little of it was played to count as done.")
    expect(page.locator("#count-done")).to_have_text("0 of 2")
    after.get_by_role("button", name="Count it as done").click()
    expect(page.locator("#count-done")).to_have_text("1 of 2")


def test_most_of_it_in_pieces_is_all_of_it(open_page: Open, site: str) -> None:
    page = open_page(site)
    play(page)
    hurry(page)
    stops_at(page, 40)
    page.reload()
    play(page)
    session(page, 1).locator("audio").evaluate("audio => { audio.currentTime += 10; }")
    hurry(page)
    expect(page.locator("#count-done")).to_have_text("1 of 2")


def test_what_plays_is_not_called_stopped(open_page: Open, site: str) -> None:
    page = open_page(site)
    play(page)
    hurry(page)
    slows_down_at(page, 30)
    expect(session(page, 1).locator(".state")).to_have_text("playing")
    pause(page)
    expect(session(page, 1).locator(".state")).to_have_text(re.compile("stopped at"))


def test_tabs_know_of_each_other(open_page: Open, site: str) -> None:
    page = open_page(site)
    other = page.context.new_page()
    other.goto(site)
    session(page, 1).get_by_role("checkbox").check()
    expect(other.locator("#count-done")).to_have_text("1 of 2")
    expect(session(other, 1).locator(".state")).to_have_text("done")
    play(page, 1)
    session(other, 2).locator("audio").evaluate("audio => { audio.play(); }")
    page.wait_for_function("() => document.querySelector('#session-1 audio').paused")


def test_a_link_opens_what_it_names(open_page: Open, site: str) -> None:
    page = open_page(f"{site}#session-2")
    expect(session(page, 2)).to_have_attribute("open", "")
    expect(session(page, 1)).not_to_have_attribute("open", "")
    page.evaluate("location.hash = '#session-1'")
    expect(session(page, 1)).to_have_attribute("open", "")


def test_a_file_that_is_missing_is_told_with_what_may_be_wrong(open_page: Open, tmp_path: Path) -> None:
    address = written(tmp_path / "all", programme(1))
    for name in ("mp3", "js"):
        (tmp_path / "all" / f"week-1-glutes-for-runners.{name}").unlink()
    page = open_page(address, fails=True)
    session(page, 1).locator("audio").evaluate("audio => { audio.play().catch(() => {}); }")
    expect(session(page, 1).locator(".doing")).to_contain_text("A zip has to be unpacked first, on a computer.")
    expect(session(page, 1).locator(".found")).to_contain_text("can’t be loaded")


def test_it_works_where_nothing_can_be_stored(open_page: Open, site: str) -> None:
    page = open_page(site, script=NO_STORAGE)
    play(page)
    reaches(page, 0.5)
    session(page, 1).get_by_role("checkbox").check()
    expect(page.locator("#count-done")).to_have_text("1 of 2")


def test_the_screen_is_kept_awake_while_it_plays(open_page: Open, site: str) -> None:
    page = open_page(site, script=COUNT_WAKE_LOCKS)
    assert page.evaluate("held") == 0
    play(page)
    page.wait_for_function("() => held === 1")
    pause(page)
    page.wait_for_function("() => held === 0")


def test_the_lock_screen_is_told_what_plays(open_page: Open, site: str) -> None:
    page = open_page(site)
    play(page)
    told = page.evaluate("(({ title, artist, album }) => [title, artist, album])(navigator.mediaSession.metadata)")
    assert told == ["Squats, week 1", "Mira", "Squats, for Sam"]
    ((address, size),) = page.evaluate("navigator.mediaSession.metadata.artwork.map(({ src, sizes }) => [src, sizes])")
    assert (address, size) == (f"{site}artwork.png", "512x512")
    width = page.evaluate(
        "async src => { const image = new Image(); image.src = src; await image.decode(); return image.width; }",
        address,
    )
    assert width == 512


def test_everything_is_reached_with_the_keyboard(open_page: Open, site: str) -> None:
    page = open_page(site)
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the sessions")
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate(WHAT_HAS_FOCUS))
    assert {
        "chapter-back",
        "chapter-next",
        "seconds-back",
        "seconds-next",
        "checkbox",
        "search",
        "SUMMARY",
        "AUDIO",
        "chapter",
    } <= reached
    session(page, 1).get_by_role("checkbox").focus()
    page.keyboard.press("Space")
    expect(page.locator("#count-done")).to_have_text("1 of 2")
    session(page, 2).locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(session(page, 2)).to_have_attribute("open", "")
    lines = session(page, 1).locator(".words button")
    lines.first.focus()
    page.keyboard.press("ArrowDown")
    expect(lines.nth(1)).to_be_focused()


def test_without_script_there_are_still_players_and_chapters(open_page: Open, site: str) -> None:
    page = open_page(site, java_script_enabled=False)
    expect(session(page, 1).locator("audio[controls]")).to_be_visible()
    expect(session(page, 1).locator(".chapters a").first).to_have_attribute("href", "week-01-squat.mp3#t=0")
    expect(page.get_by_role("button", name="Next chapter")).to_have_count(0)


def test_the_browser_decodes_as_many_samples_as_there_are(open_page: Open, programme_folder: Path) -> None:
    (sound,) = programme_folder.glob("week-01-*.mp3")
    decoded = open_page("about:blank").evaluate(
        """async (sound) => {
             const bytes = Uint8Array.from(atob(sound), (one) => one.charCodeAt(0));
             const {length, sampleRate} = await new OfflineAudioContext(1, 1, 48000).decodeAudioData(bytes.buffer);
             return [length, sampleRate];
           }""",
        b64encode(sound.read_bytes()).decode(),
    )
    assert decoded == [soundfile.info(str(sound)).frames, 48_000]
