from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Page, expect

from tests.definitions.files import write
from tests.end_to_end.page.conftest import Open, written
from tests.parts import needs
from tests.plan.laid import glutes
from tests.programme.examples import HOSTILE, START, hostile, programme
from voicecoach.definitions.coach import Coach
from voicecoach.definitions.load import load_session
from voicecoach.plan.choices import Choices
from voicecoach.programme.page_view import page_view

pytestmark = needs("chromium")

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
SHEET_IN_CM = {"A4": (21.0, 29.7), "Letter": (21.59, 27.94)}
MANY = "title: Many\nweeks: 1\nsections:\n- exercises: [{}]\n"


def pages(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def violations(page: Page) -> list[str]:
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def layouts(page: Page) -> float:
    """How often the page was laid out: with what a browser does unasked, as for its autofill."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    metrics = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    return float(metrics["LayoutCount"])


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@pytest.mark.parametrize("size", [PHONE, NARROW, {"width": 1280, "height": 900}])
def test_it_fits_every_screen(open_page: Open, tmp_path: Path, size: dict[str, int]) -> None:
    shared = programme(6, choices=Choices(client="Sam", sets=1), start=START)
    page = open_page(written(tmp_path / "all", shared), viewport=size)
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
    assert overflow(page) == 0


def test_it_is_light_or_dark_as_the_device_is(open_page: Open, tmp_path: Path) -> None:
    address = written(tmp_path / "all", programme(1))
    light, dark = (background(open_page(address, color_scheme=scheme)) for scheme in ("light", "dark"))
    assert sum(map(int, re.findall(r"\d+", light)[:3])) > 600
    assert sum(map(int, re.findall(r"\d+", dark)[:3])) < 150


@pytest.mark.parametrize(("scheme", "size"), [("light", {"width": 1280, "height": 900}), ("dark", PHONE)])
def test_axe_finds_nothing(open_page: Open, tmp_path: Path, scheme: str, size: dict[str, int]) -> None:
    choices = Choices(client="Sam", without=("band",), sets=1, only=("band-walk", "lunge"))
    shared = programme(2, choices=choices, coach=Coach("Mira", "mira@example.org"))
    page = open_page(written(tmp_path / "all", shared), color_scheme=scheme, viewport=size)
    page.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true; })")
    page.locator("#session-1 [type=search]").fill("hips")
    page.locator("#session-2 [type=checkbox]").check()
    assert violations(page) == []


def test_axe_finds_nothing_where_it_plays(open_page: Open, site: str) -> None:
    page = open_page(site, color_scheme="dark")
    page.locator("#session-1 .chapters a").nth(1).click()
    expect(page.locator("#session-1 .words [aria-current]")).to_have_count(1)
    # While it plays, the marked line changes between axe's look at its colour and at what is behind it.
    page.locator("#session-1 audio").evaluate("audio => audio.pause()")
    expect(page.locator("#session-1 .words [aria-current]")).to_have_count(1)
    assert violations(page) == []


def test_the_programme_is_seen_at_a_glance(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "all", programme(6, coach=Coach("Mira", "mira@example.org"), start=START)))
    glance = page.locator(".glance")
    expect(glance.locator("dd").nth(0)).to_have_text("6")
    expect(page.locator(".hero")).to_contain_text("For Sam")
    expect(page.locator(".hero a")).to_have_attribute("href", "mailto:mira@example.org")
    expect(glance).to_contain_text("From the week of 30 November 2026 to the week of 4 January 2027")
    expect(glance.locator(".credit")).to_contain_text("Glutes Strength for Runners by Alexa, running coach")


def test_it_shows_how_the_weeks_build(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "all", programme(6, choices=Choices(without=("band",)))))
    rows = {
        row.locator("th").inner_text(): row.locator("td").all_inner_texts()
        for row in page.locator(".weeks tbody tr").all()
    }
    assert list(rows) == ["Step ups", "Wall press", "Hip lifts", "Lunges", "Squats"]
    first_and_last = {title: (cells[0], cells[-1]) for title, cells in rows.items()}
    assert first_and_last["Squats"] == ("3 × 8–10 reps", "3 × 12–15 reps")
    assert first_and_last["Wall press"] == ("3 × 30 s, each side", "3 × 45 s, each side")


def test_it_tells_what_to_fetch_and_how_every_exercise_is_done(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "all", programme(1)))
    expect(page.locator("#session-1 .fetch")).to_contain_text("a resistance band")
    cards = page.locator(".exercises article")
    expect(cards).to_have_count(5)
    lunge = cards.filter(has=page.get_by_role("heading", name="Lunges", exact=True))
    expect(lunge).to_contain_text("Bend both knees to a right angle")
    lunge.locator("summary", has_text="Lunges with a backpack").click()
    expect(lunge).to_contain_text("put the backpack on, and pull the straps tight.")
    expect(cards.nth(1)).to_contain_text("Wall press")
    expect(cards.nth(0)).to_contain_text("plant one whole foot on top.")


def test_a_year_is_seen_before_all_of_it_is_read(open_page: Open, tmp_path: Path) -> None:
    """No clock says how fast: a machine with much else to do paints later. The order of things stays."""
    shared = programme(6, start=START)
    year = tuple(replace(shared.episodes[number % 6], stem=f"session-{number}") for number in range(156))
    shared = replace(shared, episodes=year)
    page = open_page(written(tmp_path / "all", shared, files=1), viewport=PHONE)
    expect(page.locator("#start .what")).to_have_text(re.compile("Start week 1"))
    painted, complete = page.evaluate(
        "[performance.getEntriesByName('first-contentful-paint')[0].startTime,"
        " performance.getEntriesByType('navigation')[0].domComplete]"
    )
    assert painted < complete
    expect(page.locator(".group")).to_have_count(len(list(page_view(shared).groups)))
    assert layouts(page) < len(year) / 4


def test_groups_say_how_much_of_them_is_done_and_open_where_it_goes_on(open_page: Open, tmp_path: Path) -> None:
    shared = programme(14, replace(glutes(), weeks=14))
    page = open_page(written(tmp_path / "all", shared))
    groups = page.locator(".group")
    expect(groups).to_have_count(4)
    expect(groups.nth(0)).to_have_attribute("open", "")
    expect(groups.nth(1)).not_to_have_attribute("open", "")
    for number in range(1, 5):
        page.evaluate("number => document.querySelector(`#session-${number} [type=checkbox]`).click()", number)
    expect(groups.nth(0).locator(".group-done")).to_have_text("4 of 4 done")
    page.reload()
    expect(groups.nth(1)).to_have_attribute("open", "")
    page.evaluate("location.hash = '#session-14'")
    expect(groups.nth(3)).to_have_attribute("open", "")


def test_what_the_coach_says_stands_at_the_top(open_page: Open, tmp_path: Path) -> None:
    coach = Coach("Mira", "mira@example.org", message=("Good to have you.", "<b>Write</b> me."))
    page = open_page(written(tmp_path / "all", programme(1, coach=coach)))
    expect(page.locator(".message p")).to_have_text(["Good to have you.", "<b>Write</b> me."])
    expect(page.locator(".message figcaption")).to_have_text("Mira")


def test_lines_of_a_table_do_not_run_below_the_column_that_stays(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "all", programme(6)), viewport=PHONE)
    page.locator(".scroll.card").evaluate("box => { box.scrollLeft = 120; }")
    on_top = page.locator(".weeks tbody th").first.evaluate(
        "cell => { cell.scrollIntoView({ block: 'center', behavior: 'instant' });"
        " const { left, right, top, height } = cell.getBoundingClientRect();"
        " return [left + 5, (left + right) / 2, right - 3].map(x =>"
        " document.elementFromPoint(x, top + height - 2).closest('th') === cell); }"
    )
    assert on_top == [True, True, True]


# On paper


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_session_prints_on_one_page(open_page: Open, tmp_path: Path, paper: str) -> None:
    page = open_page(written(tmp_path / "all", programme(3, start=START, coach=Coach("Mira", "mira@example.org"))))
    assert pages(page.pdf(format=paper)) == 3


@pytest.mark.parametrize("count", [1, 25])
@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_a_session_of_any_length_prints_on_one_page_with_all_its_exercises(
    open_page: Open, tmp_path: Path, paper: str, count: int
) -> None:
    exercises = ["step-up", "band-walk", "hip-lift", "lunge", "squat"]
    names = ", ".join(exercises[place % 5] for place in range(count))
    session = load_session(write(tmp_path, MANY.format(names), "many.yaml"))
    choices = Choices(unlimited=True, sets=5, variations=(("lunge", "rotation"),) if count > 1 else ())
    page = open_page(written(tmp_path / "all", programme(1, session, choices)))
    assert pages(page.pdf(format=paper)) == 1
    width_cm, height_cm = SHEET_IN_CM[paper]
    page.set_viewport_size({"width": round((width_cm - 2.4) / 2.54 * 96), "height": 900})
    page.emulate_media(media="print")
    rows = page.locator(".sheet tbody tr")
    expect(rows).to_have_count(count)
    box = rows.last.bounding_box()
    assert box
    assert box["y"] + box["height"] <= (height_cm - 2.4) / 2.54 * 96
    overflows = page.eval_on_selector_all(".sheet", "all => all.map(one => one.scrollHeight - one.clientHeight)")
    assert max(overflows) <= 1


def test_a_sheet_shows_moves_in_ink(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "all", programme(2)))
    page.emulate_media(media="print")
    drawn = page.locator(".strip")
    expect(drawn.first).to_have_accessible_name(re.compile("Step ups, standing.*"))
    expect(drawn.first.locator("g")).not_to_have_count(0)
    with Image.open(io.BytesIO(drawn.first.screenshot())) as image:
        shades = {grey for grey, count in enumerate(image.convert("L").histogram()) if count > 20}
    assert min(shades) < 70  # a near limb
    assert any(120 < grey < 200 for grey in shades)  # a far one
    assert 255 in shades
    assert pages(page.pdf(format="A4")) == 2


def test_the_moves_of_a_sheet_are_drawn_when_it_is_printed(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "all", programme(2)))
    page.locator(".exercises .figures").first.scroll_into_view_if_needed()
    expect(page.locator(".exercises .figures svg").first).to_be_visible()
    assert page.locator(".strip:not(:empty)").count() == 0
    page.pdf(format="A4")
    assert page.locator(".strip:empty").count() == 0


def test_a_session_can_be_printed_by_itself(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "all", programme(3)), script="window.print = () => { window.printed = true; };")
    page.locator("#session-2 summary").first.click()
    page.locator("#session-2").get_by_role("button", name="Print this sheet").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator(".sheet:visible h2")).to_have_text("Glutes strength for runners, week 2")
    assert pages(page.pdf(format="A4")) == 1
    expect(page.locator(".sheet:visible")).to_have_count(3)  # the next time all of them are printed again


# Names and texts of strangers


def test_hostile_texts_are_shown_as_they_are_and_do_nothing(open_page: Open, tmp_path: Path) -> None:
    page = open_page(written(tmp_path / "all", hostile()))
    expect(page.locator("h1 bdi")).to_have_text(HOSTILE)
    expect(page.locator(".for bdi")).to_have_text(HOSTILE)
    expect(page.locator("#session-1 .words button", has_text=HOSTILE).first).to_be_visible()
    assert page.evaluate("document.querySelectorAll('b').length") == 0
    page.locator("#session-1 [type=search]").fill("</script>")
    expect(page.locator("#session-1 .words mark").first).to_have_text("</script>")
    assert page.locator(".words mark").count() >= 1


@pytest.mark.parametrize(
    "text", ["x" * 300, "שלום " * 40 + "🏃" * 60, "<img src=x onerror=alert(1)>", "javascript:alert(1)"]
)
def test_texts_of_any_kind_break_no_layout(open_page: Open, tmp_path: Path, text: str) -> None:
    page = open_page(written(tmp_path / "all", hostile(text)), viewport=NARROW)
    expect(page.locator("h1 bdi")).to_have_text(text.strip())
    assert overflow(page) == 0
    assert page.locator("img[src=x], a[href^='javascript:']").count() == 0
    assert pages(page.pdf(format="A4")) == 1
