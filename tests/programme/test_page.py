from __future__ import annotations

import gzip
import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.figures.drawn_figures import picture
from tests.outputs.samples_of_tags import LOGO
from tests.plan.laid import glutes, glutes_laid
from tests.programme.examples import HOSTILE, START, hostile, programme
from voicecoach.definitions.coach import Coach
from voicecoach.definitions.session import Source
from voicecoach.plan.choices import Choices
from voicecoach.programme.model import Programme
from voicecoach.programme.page import page
from voicecoach.programme.page_script import MAIN, page_script
from voicecoach.programme.page_view import page_view
from voicecoach.programme.script_data import script_data, script_file, script_json
from voicecoach.programme.session_view import SessionView
from voicecoach.programme.sheet import HEIGHT_MM, height_mm, sheet
from voicecoach.programme.texts import contact_address, minutes_text, visible, web_address
from voicecoach.times import Ms
from voicecoach.web.files import FIGURE_SCRIPT, TRAINING_SCRIPT


class Reader(HTMLParser):
    """What a browser makes of a page: its elements with their attributes, and the text of each script."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.said: list[str] = []
        self.in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.in_script = tag == "script"
        if self.in_script:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.in_script = self.in_script and tag != "script"

    def handle_data(self, data: str) -> None:
        if self.in_script:
            self.scripts[-1] += data
        else:
            self.said.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.elements if (value := attributes.get(name)) is not None]


def data_of(shared: Programme) -> list[dict[str, Any]]:
    """What the files of the sessions bring the page."""
    return [json.loads(json.dumps(script_data(episode))) for episode in shared.episodes]


def bars_of(session: SessionView) -> list[tuple[float, float]]:
    """Where each step of the drawing begins and ends, in order."""
    found = [re.findall(r"M([\d.]+) 0H([\d.]+)V60H[\d.]+z", shape.outline) for shape in session.shapes]
    return sorted((float(start), float(end)) for one in found for start, end in one)


def test_equal_programmes_give_equal_pages() -> None:
    found = page(programme(2, start=START))
    glutes_laid.cache_clear()
    assert page(programme(2, start=START)) == found


def test_it_asks_nothing_of_others() -> None:
    read = Reader(page(programme(2, coach=Coach("Mira", "mira@example.org"))))
    fetched = read.values("src") + [
        attributes["href"] or "" for tag, attributes in read.elements if tag == "link" and "href" in attributes
    ]
    assert fetched
    assert not [address for address in fetched if ":" in address or address.startswith("/")]
    outward = [attributes for tag, attributes in read.elements if tag == "a" and "//" in (attributes["href"] or "")]
    assert outward
    assert all(attributes["rel"] == "noreferrer" for attributes in outward)


def test_only_its_own_script_may_run() -> None:
    text = page(programme(1))
    digest = b64encode(sha256(Reader(text).scripts[-1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}' 'strict-dynamic'; " in text


def test_the_transcript_has_every_line_and_the_signals_but_no_ticks() -> None:
    shared = programme(1)
    (data,) = data_of(shared)
    lines = [text for _, text, _ in data["lines"]]
    assert "Use the first or second stair, or any step that can't slip." in lines
    assert "[go]" in lines
    assert "[tick]" not in lines
    assert [start for start, _, _ in data["lines"]] == sorted(start for start, _, _ in data["lines"])
    assert data["duration"] == shared.episodes[0].timeline.duration


def test_a_step_says_what_is_done() -> None:
    (data,) = data_of(programme(1))
    said = [text for _, _, text, _ in data["steps"]]
    assert said[:4] == ["Welcome", "Get ready: Step ups", "Step ups, set 1 of 3, left leg", "Change sides: right leg"]
    assert said[-1] == "Finish"


@pytest.mark.parametrize("text", [HOSTILE, "x" * 300, "\u2028<!--<script>", "]]>&lt;", "{% raw %}{{ 7 * 7 }}"])
def test_texts_of_strangers_are_text_and_nothing_else(text: str) -> None:
    usual, strange = Reader(page(hostile("Plain"))), Reader(page(hostile(text)))
    assert [tag for tag, _ in strange.elements] == [tag for tag, _ in usual.elements]
    assert text in strange.said
    # A line of the transcript is one line.
    lines = data_of(hostile(text))[0]["lines"]
    assert any(line == text.replace("\u2028", " ").strip() for _, line, _ in lines)


def test_characters_that_no_page_can_hold_are_replaced() -> None:
    text = page(hostile("a\x00b\x1b[0m\ud800c"))
    assert "a\ufffdb\ufffd[0m\ufffdc" in text
    text.encode()


def test_what_is_no_address_of_a_page_is_no_link() -> None:
    source = Source("Title", "Author", "javascript:alert(1)")
    read = Reader(page(programme(1, replace(glutes(), source=source), coach=Coach("Mira", "javascript:alert(1)"))))
    assert not [address for address in read.values("href") if address.startswith("javascript")]


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("https://example.org/a?b", "https://example.org/a?b"),
        ("javascript:alert(1)//https://", None),
        ("data:text/html,x", None),
        ("https://exa mple.org", None),
        ("", None),
    ],
)
def test_only_web_addresses_lead_anywhere(text: str, address: str | None) -> None:
    assert web_address(text) == address


def test_a_contact_leads_somewhere_if_it_is_an_address() -> None:
    assert contact_address("mira@example.org") == "mailto:mira@example.org"
    assert contact_address("https://example.org") == "https://example.org"
    assert contact_address("Call me: 123") is None
    assert contact_address("mira@example.org?bcc=all@example.org") is None


def test_json_can_stand_in_a_script_element() -> None:
    text = script_json([HOSTILE, "\u2028\u2029<!-- ]]>"])
    assert not re.search(r"[<>&\u2028\u2029]", text)
    assert json.loads(text) == [HOSTILE, "\u2028\u2029<!-- ]]>"]


def test_the_file_of_a_session_hands_its_data_to_the_page() -> None:
    (episode,) = hostile().episodes[:1]
    text = script_file(episode)
    assert text.startswith(f'voicecoachSession("{episode.stem}",{{')
    assert json.loads(text[text.index("{") : text.rindex("}") + 1]) == json.loads(json.dumps(script_data(episode)))
    assert not re.search(r"[<>&\u2028\u2029]", text)


def test_the_page_of_six_weeks_is_small() -> None:
    shared = programme(6, coach=Coach("Mira", "mira@example.org", message=("Welcome!",)), start=START)
    assert len(gzip.compress(page(shared).encode())) < 60_000


def test_the_script_has_every_module_after_those_that_it_needs() -> None:
    script = page_script()
    heads = re.findall(r"^const \{ ([\w, ]+) \} = \(\(\) => \{$", script, re.MULTILINE)
    given = [set(names.split(", ")) for names in heads]
    assert not re.search(r"^(import|export) ", script, re.MULTILINE)
    scripts = [*MAIN.parent.glob("*.js"), TRAINING_SCRIPT, FIGURE_SCRIPT]
    modules = {path.name: path.read_text("utf-8") for path in scripts}
    assert len(given) == len(modules) - 1
    for name, code in modules.items():
        exported = re.search(r"^export \{ ([\w, ]+) \};$", code, re.MULTILINE)
        before = given[: given.index(set(exported[1].split(", ")))] if exported else given
        for names, address in re.findall(r'^import \{ ([\w, ]+) \} from "(.+)";$', code, re.MULTILINE):
            assert Path(address).name in modules, name
            assert set(names.split(", ")) <= set().union(*before), (name, names)


def test_many_sessions_stand_in_groups_of_weeks() -> None:
    assert [group.title for group in page_view(programme(6)).groups] == [""]
    view = page_view(programme(14, replace(glutes(), weeks=14)))
    assert [(group.title, len(group.sessions)) for group in view.groups] == [
        ("Weeks 1 to 4", 4),
        ("Weeks 5 to 8", 4),
        ("Weeks 9 to 12", 4),
        ("Weeks 13 to 14", 2),
    ]


def test_visible_text_keeps_what_can_be_shown() -> None:
    assert visible("a\tb\n🏃 \u202eשלום") == "a\tb\n🏃 \u202eשלום"


@pytest.mark.parametrize(
    ("length", "text"), [(0, "0 min"), (1, "1 min"), (60_000, "1 min"), (3_600_000, "1 h"), (3_600_001, "1 h 1 min")]
)
def test_lengths_are_whole_minutes_rounded_up(length: int, text: str) -> None:
    assert minutes_text(Ms(length)) == text


def test_each_exercise_is_explained_once() -> None:
    view = page_view(programme(3))
    titles = [exercise.title for exercise in view.exercises]
    assert titles == ["Step ups", "Sideways band walk", "Hip lifts", "Lunges", "Squats"]
    squat = view.exercises[-1]
    assert [cues.title for cues in squat.cues] == ["Set-up", "Form", "From set to set"]
    assert squat.cues[-1].texts == (
        "Sets 2 to 3: This time, stand a little wider than before, with your toes slightly out.",
    )
    assert [one.level for one in squat.variations] == ["With help", "Harder"]


def test_an_exercise_done_in_two_ways_is_explained_in_both() -> None:
    shared = programme(1, choices=Choices(variations=(("lunge", "rotation"),)))
    assert [one.done_as for one in page_view(shared).exercises if one.title == "Lunges"] == [("Lunges with a turn",)]


def test_the_weeks_stand_side_by_side() -> None:
    (table,) = page_view(programme(6)).progress
    assert table.weeks == (1, 2, 3, 4, 5, 6)
    rows = dict(table.rows)
    assert (rows["Squats"][0], rows["Squats"][-1]) == ("3 × 8–10 reps", "3 × 12–15 reps")
    assert rows["Step ups"][0] == "3 × 8–10 reps, each leg"


def test_the_drawing_covers_the_session_from_end_to_end() -> None:
    bars = bars_of(page_view(programme(1)).sessions[0])
    assert bars[0][0] == 0
    assert bars[-1][1] == pytest.approx(1000, abs=0.1)
    for before, after in pairwise(bars):
        assert before[1] == after[0]


def test_a_sheet_says_when_to_stop_and_has_a_box_for_each_set() -> None:
    shared = programme(1, start=START)
    one = sheet(shared, shared.episodes[0])
    assert one.safety[:2] == ("Warm up first.", "Stop if anything hurts, or if you feel dizzy.")
    assert "Step ups: Use the first or second stair, or any step that can't slip." in one.safety
    assert [row.boxes for row in one.sections[0].rows] == [3, 3, 3, 3, 3]
    assert one.day == "Week of 30 November 2026"


@pytest.mark.parametrize("title", ["Squats", "Long " * 60, "漢" * 300])
@pytest.mark.parametrize("times", [1, 5, 13])
def test_a_sheet_adapts_until_it_fits(title: str, times: int) -> None:
    session = glutes()
    (section,) = session.sections
    items = tuple(replace(item, exercise=replace(item.exercise, title=title)) for item in section.exercises)
    many = replace(session, sections=(replace(section, exercises=items[-2:] * times),))
    shared = programme(1, many, Choices(unlimited=True))
    one = sheet(shared, shared.episodes[0])
    assert height_mm(one) <= HEIGHT_MM
    assert len(one.sections[0].rows) == 2 * times


def test_a_sheet_shows_both_ends_of_each_move_that_has_a_figure() -> None:
    shared = programme(2)
    one, view = sheet(shared, shared.episodes[0]), page_view(shared)
    rows, works = one.sections[0].rows, shared.episodes[0].workout.works
    assert one.move_mm > 10
    assert [bool(row.move) for row in rows] == [work.exercise.figure is not None for work in works]
    drawn = {strip.name: strip for strip in view.strips}
    assert {row.move for row in rows if row.move} == set(drawn)  # once for all weeks
    squats = drawn[rows[-1].move]
    panels = picture("squat").panels
    (start, _, _), (end, place, floor) = json.loads(squats.poses)
    assert [panels[number].label for number in (start, end)] == ["start", "down"]
    assert re.fullmatch(r"translate\([-\d.]+ [-\d.]+\) scale\([\d.]+\)", place["transform"])
    assert floor.startswith("M")
    assert squats.words.startswith("Squats, standing. Down: the hips sink")
    assert height_mm(one) <= HEIGHT_MM


def test_what_looks_the_same_has_its_own_name_on_a_sheet() -> None:
    session = glutes()
    (section,) = session.sections
    squats = section.exercises[-1]
    other = replace(squats, exercise=replace(squats.exercise, name="desk-squat", title="Desk squats"))
    shared = programme(1, replace(session, sections=(replace(section, exercises=(squats, other)),)))
    drawn = page_view(shared).strip_of
    names = [row.move for row in sheet(shared, shared.episodes[0]).sections[0].rows]
    assert [drawn[name].words.split(",")[0] for name in names] == ["Squats", "Desk squats"]


@pytest.mark.parametrize("count", [3, 6, 9, 14, 30])
def test_drawings_never_make_a_sheet_longer_than_a_page(count: int) -> None:
    session = glutes()
    (section,) = session.sections
    squat = replace(session, sections=(replace(section, exercises=section.exercises[-1:] * count),))
    shared = programme(1, squat, Choices(unlimited=True))
    one = sheet(shared, shared.episodes[0])
    assert height_mm(one) <= HEIGHT_MM
    assert (one.move_mm > 0) == (count < 20)


def test_without_pictures_and_without_figures_a_sheet_is_as_it_was() -> None:
    plain = replace(programme(1), pictures=False)
    assert sheet(plain, plain.episodes[0]).move_mm == 0
    assert page_view(plain).strips == ()
    session = glutes()
    (section,) = session.sections
    items = tuple(replace(item, exercise=replace(item.exercise, figure=None)) for item in section.exercises)
    bare = programme(1, replace(session, sections=(replace(section, exercises=items),)))
    assert sheet(bare, bare.episodes[0]) == sheet(plain, plain.episodes[0])


def test_drawings_take_little_of_a_page() -> None:
    shared = programme(6)
    drawn, plain = (len(gzip.compress(page(one).encode())) for one in (shared, replace(shared, pictures=False)))
    assert drawn - plain < 1000 * len(page_view(shared).strips)


def test_the_page_is_told_the_coachs_message_and_the_square_picture() -> None:
    view = page_view(programme(1, coach=Coach("Alexa", logo=LOGO, message=("Hello.", "See you!"))))
    assert (view.message, view.picture, view.artwork) == (("Hello.", "See you!"), "artwork.png", "artwork.png")
    bare = page_view(programme(1, coach=Coach("Alexa")))
    assert (bare.message, bare.picture, bare.artwork) == ((), "icon-192.png", "icon-512.png")
    assert page_view(programme(1)).message == ()
