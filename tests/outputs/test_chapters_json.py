from __future__ import annotations

import itertools
import json
from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.plan.laid import SpeechLength, erratic, glutes_laid, laid, tiny, usual
from tests.plan.sessions import choices, sessions
from tests.programme.examples import HOSTILE
from voicecoach.definitions.session import Session
from voicecoach.outputs.chapters_json import chapters_json
from voicecoach.plan.choices import Choices
from voicecoach.timeline.model import Chapter, Timeline
from voicecoach.times import Ms


def check_format(read: dict[str, Any], duration_s: float) -> None:
    """The rules of "JSON Chapters Format", version 1.2, for the fields that are used."""
    assert set(read) == {"version", "title", "chapters"}
    assert read["version"] == "1.2.0"
    assert isinstance(read["title"], str)
    for chapter in read["chapters"]:
        assert set(chapter) - {"img"} == {"startTime", "endTime", "title"}
        assert isinstance(chapter["startTime"], float)
        assert isinstance(chapter["endTime"], float)
        assert isinstance(chapter["title"], str)
        assert 0 <= chapter["startTime"] < chapter["endTime"] <= duration_s
    for before, after in itertools.pairwise(read["chapters"]):
        assert before["startTime"] < after["startTime"]
        assert before["endTime"] <= after["startTime"]


@given(sessions(), choices, st.sampled_from((usual, tiny, erratic)))
def test_the_file_keeps_the_rules_of_its_format(session: Session, chosen: Choices, speech: SpeechLength) -> None:
    timeline = laid(session, chosen, speech).timeline
    read = json.loads(chapters_json(timeline, session.title))
    check_format(read, timeline.duration / 1000)
    assert read["chapters"]


def test_chapters_are_those_of_the_timeline() -> None:
    timeline = glutes_laid().timeline
    read = json.loads(chapters_json(timeline, "Glutes"))
    assert read["title"] == "Glutes"
    assert [(one["startTime"], one["endTime"], one["title"]) for one in read["chapters"]] == [
        (one.start / 1000, one.end / 1000, one.title) for one in timeline.chapters
    ]


def test_a_chapter_shows_what_is_done_in_it() -> None:
    timeline = glutes_laid().timeline
    read = json.loads(chapters_json(timeline, "Glutes", {(0, 0): "https://example.org/a.png"}))
    check_format(read, timeline.duration / 1000)
    shown = {one["title"] for one in read["chapters"] if "img" in one}
    assert shown == {"Step ups, set 1", "Step ups, set 2", "Step ups, set 3"}
    assert {one.get("img") for one in read["chapters"]} == {None, "https://example.org/a.png"}


def test_chapters_without_length_are_left_out() -> None:
    chapters = (Chapter(Ms(0), Ms(0), "Welcome"), Chapter(Ms(0), Ms(1500), "Squats"))
    read = json.loads(chapters_json(Timeline((), (), chapters, Ms(1500)), ""))
    assert [one["title"] for one in read["chapters"]] == ["Squats"]


def test_a_timeline_without_chapters_has_an_empty_list() -> None:
    read = json.loads(chapters_json(Timeline((), (), (), Ms(0)), "Nothing"))
    check_format(read, 0)
    assert read["chapters"] == []


def test_any_title_comes_back_and_the_file_is_ascii() -> None:
    timeline = glutes_laid().timeline
    named = replace(timeline, chapters=tuple(replace(one, title=f"{HOSTILE}\n\x07\ud800") for one in timeline.chapters))
    text = chapters_json(named, HOSTILE)
    assert text.isascii()
    assert json.loads(text)["title"] == HOSTILE
    assert {one["title"] for one in json.loads(text)["chapters"]} == {f"{HOSTILE}\n\x07\ud800"}


def test_the_same_session_gives_the_same_bytes() -> None:
    first = glutes_laid(Choices(week=2)).timeline
    glutes_laid.cache_clear()
    second = glutes_laid(Choices(week=2)).timeline
    assert chapters_json(first, "A") == chapters_json(second, "A")
