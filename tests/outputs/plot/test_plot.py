"""The geometry of the picture of a session: all of it drawn, once, apart, and inside."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.every_kind import SECTIONS, session_of
from tests.plan.laid import Laid, SpeechLength, erratic, glutes_laid, laid, slow, tiny, usual
from tests.plan.sessions import choices, sessions
from voicecoach.definitions.load import load_session
from voicecoach.definitions.session import Session
from voicecoach.errors import OutputError
from voicecoach.outputs.export.text import as_text
from voicecoach.outputs.plot import svg as drawing
from voicecoach.outputs.plot.file import check_plot, write_plot
from voicecoach.outputs.plot.lanes import LONG_SILENCE_MS, Lane, marks
from voicecoach.outputs.plot.moves import moves
from voicecoach.outputs.plot.rows import LENGTHS_MS, MOST_ROWS, MOST_TICKS, STEP_MS, Row, row_ms, rows
from voicecoach.outputs.plot.svg import DRAWN, LEFT, Box, fitting, subheading, svg
from voicecoach.plan.choices import Choices, Detail
from voicecoach.timeline.model import Chapter, Timeline
from voicecoach.times import Ms

NAMESPACE = "{http://www.w3.org/2000/svg}"
ROUNDING = 0.02
PNG = b"\x89PNG\r\n\x1a\n"

speeches = st.sampled_from((usual, tiny, erratic, slow))


def boxes(timeline: Timeline) -> list[list[Box]]:
    return [list(drawing._drawn(row, 0).boxes) for row in rows(timeline)]  # noqa: SLF001 - what is drawn is the point


def check_rows(timeline: Timeline, found: list[Row]) -> None:
    """They follow each other and cover the session; each event is in one place, cut only where a row ends."""
    assert [row.start for row in found[1:]] == [row.end for row in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, timeline.duration)
    for row in found:
        for in_lane in row.lanes.values():
            for one in in_lane:
                assert row.start <= one.start <= one.end <= max(row.end, one.start)
            assert all(one.end <= following.start for one, following in pairwise(in_lane))
    events = Counter(event.start for event in timeline.events)
    drawn = Counter(
        mark.start
        for lane in (Lane.TOLD, Lane.COUNTS, Lane.CUES, Lane.CALLS, Lane.SIGNALS, Lane.TICKS)
        for mark in marks(timeline)[lane]
    )
    assert drawn == events
    for lane, in_lane in marks(timeline).items():
        pieces = [piece for row in found for piece in row.lanes[lane]]
        assert sum(one.end - one.start for one in pieces) == sum(one.end - one.start for one in in_lane)
        assert {one.start for one in in_lane} <= {one.start for one in pieces}


def check_boxes(timeline: Timeline) -> None:
    for row in boxes(timeline):
        for lane in Lane:
            in_lane = [box for box in row if box.lane is lane]
            assert all(box.width >= 0 and box.x >= LEFT - ROUNDING for box in in_lane)
            assert all(box.x + box.width <= LEFT + DRAWN + ROUNDING for box in in_lane)
            assert all(one.x + one.width <= other.x + ROUNDING for one, other in pairwise(in_lane))


@given(sessions(), choices, speeches)
def test_everything_is_drawn_once_apart_and_inside(session: Session, chosen: Choices, speech: SpeechLength) -> None:
    timeline = laid(session, chosen, speech).timeline
    check_rows(timeline, rows(timeline))
    check_boxes(timeline)


@pytest.mark.parametrize("name", SECTIONS)
@pytest.mark.parametrize("detail", Detail)
def test_every_kind_of_section_can_be_drawn(name: str, detail: Detail) -> None:
    found = laid(session_of(name), Choices(detail=detail))
    check_rows(found.timeline, rows(found.timeline))
    check_boxes(found.timeline)
    tree = ET.fromstring(svg(found.workout, found.timeline))  # noqa: S314 - ours
    about = [one.text for one in tree.iter(f"{NAMESPACE}title")]
    assert len(about) > len(found.timeline.events)


def test_all_that_is_heard_and_done_is_told_to_who_points_at_it() -> None:
    found = glutes_laid()
    about = {one.text for one in _tree(found).iter(f"{NAMESPACE}title")}
    assert about >= {mark.about for in_lane in marks(found.timeline).values() for mark in in_lane}


def test_who_does_not_see_it_is_told_what_it_shows() -> None:
    tree = _tree(glutes_laid())
    assert tree.get("role") == "img"
    ids = str(tree.get("aria-labelledby")).split()
    texts = {str(one.get("id")): str(one.text) for one in tree if one.get("id")}
    assert "Glutes strength for runners, week 1 of 6" in texts[ids[0]]
    assert "Step ups, set 1." in texts[ids[1]]
    assert "Silences: " in texts[ids[1]]


def test_a_legend_names_what_there_is_and_nothing_else() -> None:
    texts = {one.text for one in _tree(laid(session_of("amrap"), Choices())).iter(f"{NAMESPACE}text")}
    assert {"work", "opening, lead-in", "end"} <= texts
    assert not {"hold", "rest", "change of sides"} & texts


def test_a_section_is_named_once_and_then_only_what_is_done() -> None:
    chapters = (
        Chapter(Ms(0), Ms(1), "Warm-up: Leg swings", 1, "Leg swings"),
        Chapter(Ms(1), Ms(2), "Warm-up: Heel flicks", 1, "Heel flicks"),
        Chapter(Ms(2), Ms(3), "Press: strict, set 1", 2, "Press: strict"),
        Chapter(Ms(3), Ms(4), "Press: strict, set 2", 2, "Press: strict"),
        Chapter(Ms(4), Ms(5), "Minutes: Squats, round 1", 3, "Minutes"),
        Chapter(Ms(5), Ms(6), "Minutes: Squats, round 2", 3, "Minutes"),
        Chapter(Ms(6), Ms(7), "Warm-up: Squats", 4, "Squats"),
    )
    names = marks(replace(glutes_laid().timeline, chapters=chapters))[Lane.NAMES]
    assert [one.label for one in names] == [
        *("Warm-up: Leg swings", "Heel flicks", "Press: strict, set 1", "Press: strict, set 2"),
        *("Minutes: Squats, round 1", "Squats, round 2", "Warm-up: Squats"),
    ]
    assert [one.about for one in names] == [one.title for one in chapters]


def test_silences_are_where_nothing_sounds() -> None:
    timeline = glutes_laid().timeline
    silences = marks(timeline)[Lane.SILENCE]
    assert silences
    for one in silences:
        assert one.end - one.start >= LONG_SILENCE_MS
        assert not [event for event in timeline.events if event.start < one.end and event.end > one.start]
        assert one.label == f"{(one.end - one.start + 500) // 1000} s"


def test_names_that_no_xml_can_hold_are_drawn_without() -> None:
    session = laid(session_of("straight"), Choices(client='<Sam> & \u0001 "co"'))
    assert 'for <Sam> &  "co"' in str(next(_tree(session).iter(f"{NAMESPACE}title")).text)


@given(st.integers(min_value=1, max_value=48 * 60 * 60_000))
def test_rows_are_few_and_the_last_is_no_leftover(duration: int) -> None:
    room = row_ms(Ms(duration))
    count = -(-duration // room)
    assert count <= MOST_ROWS
    assert (count == 1) is (duration <= LENGTHS_MS[0])
    assert count * room - duration < count * STEP_MS


@pytest.mark.parametrize(("minutes", "most"), [(60, 5), (62.5, 5), (120, 10), (126, 10), (180, 15)])
def test_about_an_hour_stands_in_rows_of_five_minutes_two_in_ten(minutes: float, most: int) -> None:
    assert row_ms(Ms(int(minutes * 60_000))) <= most * 60_000


@pytest.mark.parametrize(
    ("width", "shown"), [(170, "Squats, round 2, set 1"), (130, "Squats, round 2"), (90, "Squats"), (20, "")]
)
def test_names_lose_whole_parts_before_letters(width: float, shown: str) -> None:
    assert fitting("Squats, round 2, set 1", width + 12, Lane.NAMES) == shown
    assert fitting("Legs: Squats", 80, Lane.NAMES) == "Legs"


def test_ticks_are_few_enough_to_be_read() -> None:
    for row in rows(glutes_laid().timeline):
        assert 2 <= len(row.ticks) <= MOST_TICKS + 1
        assert all(row.start <= at <= row.end for at in row.ticks)


@given(st.text(max_size=80), st.floats(min_value=0, max_value=400), st.sampled_from(Lane))
def test_labels_fit_or_are_not_there(label: str, width: float, lane: Lane) -> None:
    fits = fitting(label, width, lane)
    assert label.startswith(fits.removesuffix("…"))
    assert fits == label or lane is Lane.NAMES or not fits or label[len(fits) :].startswith((", ", ": "))
    assert len(fits) * 6 <= width or not fits


@pytest.mark.parametrize(("name", "begin"), [("one.svg", b"<svg "), ("one.PNG", PNG)])
def test_the_suffix_decides(tmp_path: Path, name: str, begin: bytes) -> None:
    found = laid(session_of("straight"), Choices())
    write_plot(tmp_path / name, found.workout, found.timeline)
    assert (tmp_path / name).read_bytes().startswith(begin)
    assert [one.name for one in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("name", ["one.pdf", "one"])
def test_other_suffixes_are_refused_with_those_there_are(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match=r"Write .*one\.svg or .*one\.png\."):
        check_plot(tmp_path / name)


def _tree(found: Laid) -> ET.Element:
    return ET.fromstring(svg(found.workout, found.timeline))  # noqa: S314 - ours


@pytest.mark.parametrize("name", ["step-up", "box-jump", "calf-stretch", "goblet-squat"])
def test_equipment_is_called_the_same_in_the_picture_and_in_the_text(name: str) -> None:
    found = laid(load_session(name), Choices())
    assert found.workout.fetched
    assert subheading(found.workout, found.timeline).endswith(f", to fetch: {'; '.join(found.workout.fetched)}")
    assert f"Equipment: {'; '.join(found.workout.fetched)}\n" in as_text([found.workout])


# Moves


def drawn_moves(one: Laid) -> list[drawing.DrawnMove]:
    found = drawing._drawn_rows(rows(one.timeline), moves(one.workout, one.timeline))  # noqa: SLF001
    return [move for row in found for move in row.moves]


def test_each_exercise_is_shown_where_it_begins_for_the_first_time() -> None:
    one = laid(load_session("warm-up: plank 30 s; 3 rounds: 40/20 squats, push-ups; rest 60 s"), Choices())
    assert [move.title for move in drawn_moves(one)] == ["Plank", "Squats", "Push-ups"]
    first = next(chapter.start for chapter in one.timeline.chapters if chapter.place)
    assert drawn_moves(one)[0].x == pytest.approx(LEFT + DRAWN * first / row_ms(one.timeline.duration), abs=ROUNDING)


def test_a_list_shows_its_moves_beside_each_other() -> None:
    one = laid(load_session("AMRAP 8 min: 10 squats, 10 push-ups"), Choices())
    (move,) = drawn_moves(one)
    assert move.title == "Squats + Push-ups"
    assert move.drawing.count == 2


def test_one_figure_from_its_other_end_is_another_drawing() -> None:
    usual = load_session("2x5 squats")
    (section,) = usual.sections
    (first,) = section.exercises
    squat = first.exercise
    rise = replace(first, exercise=replace(squat, name="rise", title="Rises", phases=squat.phases[::-1]))
    one = laid(replace(usual, sections=(replace(section, exercises=(first, rise)),)), Choices())
    drawings = [move.drawings[0] for move in moves(one.workout, one.timeline)]
    assert drawings[0].name != drawings[1].name
    assert drawings[0].figures != drawings[1].figures


@pytest.mark.parametrize("line", [
    "2x5 squats",
    "8 rounds: 4 min squats, 4 min push-ups, 3 min plank, 4 min step ups; rest 60 s",
    "40 rounds: 20/10 squats, push-ups, glute bridges, clamshells, band walk; rest 20 s",
])  # fmt: skip
def test_figures_are_above_their_rows_and_apart_from_each_other(line: str) -> None:
    one = laid(load_session(line), Choices(unlimited=True))
    below = 0.0
    for row in drawing._drawn_rows(rows(one.timeline), moves(one.workout, one.timeline)):  # noqa: SLF001
        for move in row.moves:
            assert below <= move.y
            assert move.y + move.drawing.height <= row.y
            assert move.x >= LEFT
            assert move.x + move.drawing.width <= LEFT + row.width + ROUNDING
        assert all(one.x + one.drawing.width < other.x for one, other in pairwise(row.moves))
        below = row.y + drawing.ROW_HEIGHT


def test_a_session_without_figures_is_drawn_as_ever() -> None:
    one = laid(session_of("straight"), Choices())
    assert drawn_moves(one) == []
    assert "vc-" not in svg(one.workout, one.timeline)


def test_a_figure_is_there_once_however_often_it_is_used() -> None:
    one = laid(load_session("2x8 squats; 2x8 push-ups; 3x5 squats"), Choices())
    root = ET.fromstring(svg(one.workout, one.timeline))  # noqa: S314 - ours
    used = [use.get("href", "").removeprefix("#") for use in root.iter(f"{NAMESPACE}use")]
    assert len(used) == 3
    assert sorted(set(used)) == sorted(symbol.get("id", "") for symbol in root.iter(f"{NAMESPACE}symbol"))
    assert len(set(used)) == 2
