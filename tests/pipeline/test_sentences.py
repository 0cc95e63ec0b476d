from __future__ import annotations

import re
import string
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.packs.making import QuickEngine
from voicecoach.cache.store import Cache
from voicecoach.mix.tones import ToneSet
from voicecoach.pipeline.prepare import Prepared, load, prepare
from voicecoach.pipeline.sentences import MOST_LETTERS, Sentence, all_sentences, heard, sayable, stem_of
from voicecoach.pipeline.sounds import Sounds
from voicecoach.plan.choices import Choices
from voicecoach.speech.choice import VoiceChoice
from voicecoach.speech.service import Speaker
from voicecoach.speech.text import sentences
from voicecoach.timeline.model import Channel, Event, Sound, Timeline
from voicecoach.times import Ms


def timeline(*texts: str) -> Timeline:
    events = [Event(Ms(0), Ms(0), Sound(Channel.VOICE, text), "line") for text in texts]
    return Timeline((*events, Event(Ms(0), Ms(0), Sound(Channel.TONE, "tick"), "go")), (), (), Ms(0))


@pytest.fixture(scope="module")
def weeks() -> Iterator[list[Prepared]]:
    """The built-in session in its first, third and last week."""
    with Cache.in_memory() as cache:
        sounds = Sounds(Speaker(VoiceChoice(engine=QuickEngine()), cache), ToneSet.load(None), cache)
        yield [prepare(load("glutes-for-runners", Choices(week=week)), sounds) for week in (1, 3, 6)]


def test_sentences_are_in_the_order_in_which_they_are_heard_first_with_their_neighbours() -> None:
    assert heard([timeline("One. Two.", "Three."), timeline("Two.", "Four!")], "en") == [
        Sentence("One.", 1, "", "Two."),
        Sentence("Two.", 2, "One.", "Three."),
        Sentence("Three.", 1, "Two.", ""),
        Sentence("Four!", 1, "Two.", ""),
    ]


def test_of_nothing_nothing_is_heard() -> None:
    assert heard([], "en") == heard([timeline()], "en") == heard([timeline("💪", "...")], "en") == []


def test_all_that_is_heard_can_be_said(weeks: list[Prepared]) -> None:
    for week in weeks:
        said = heard([week.timeline], "en")
        assert {one.text for one in said} <= sayable(week)
        assert sum(one.times for one in said) == sum(
            len(sentences(event.sound.text, "en"))
            for event in week.timeline.events
            if event.sound.channel is Channel.VOICE
        )


def test_what_can_be_said_is_listed_after_what_is_heard_and_no_times(weeks: list[Prepared]) -> None:
    found = all_sentences(weeks)
    times = [one.times for one in found]
    assert len({one.text for one in found}) == len(found)
    assert 0 in times
    assert all(times[: times.index(0)])
    assert not any(times[times.index(0) :])


def test_another_pace_tells_a_length_that_can_be_said() -> None:
    with Cache.in_memory() as cache:
        prepared = []
        for ms_per_character in (55, 60, 65):
            engine = QuickEngine(ms_per_character)
            sounds = Sounds(Speaker(VoiceChoice(engine=engine), cache), ToneSet.load(None), cache)
            prepared.append(prepare(load("glutes-for-runners", Choices()), sounds))
        usual = sayable(prepared[1])
        for other in prepared:
            assert {one.text for one in heard([other.timeline], "en")} <= usual


def test_names_are_readable_and_stay() -> None:
    assert stem_of("Three sets.") == "three-sets-4b3eed34"
    assert stem_of("Keep your knees over your toes, and don't let them fall in.").startswith(
        "keep-your-knees-over-your-toes-and-don-t-"
    )


def test_names_tell_sentences_apart_that_are_written_alike() -> None:
    alike = ["One.", "One!", "one.", "One", "Óne.", "Eins.", "一。", "二。"]
    assert len({stem_of(one) for one in alike}) == len(alike)


@given(st.text(min_size=1))
def test_any_name_is_one_for_every_file_system(sentence: str) -> None:
    stem = stem_of(sentence)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", stem)
    assert set(stem) <= {*string.ascii_lowercase, *string.digits, "-"}
    assert len(stem) <= MOST_LETTERS + 9
