from __future__ import annotations

from itertools import pairwise

import pytest

from tests.every_kind import SECTIONS, laid_kind
from voicecoach.plan.choices import Detail
from voicecoach.timeline.ending import untrue_at_end, without_lines
from voicecoach.timeline.model import Channel, Event, Timeline
from voicecoach.timeline.places import events_of
from voicecoach.timeline.progress import Progress
from voicecoach.times import Ms


def at_end(timeline: Timeline, channel: Channel) -> list[Event]:
    return [event for event in events_of(timeline, timeline.steps[-1]) if event.sound.channel is channel]


def heard(timeline: Timeline, *, without: int = 0) -> Progress:
    """All of it was heard up to its end, but for so many of the last steps before that."""
    progress = Progress(timeline)
    last = timeline.steps[-1 - without].start
    progress.follow(timeline, last, last)
    return progress


@pytest.mark.parametrize("detail", Detail)
@pytest.mark.parametrize("name", SECTIONS)
def test_what_was_all_done_is_told_as_planned(name: str, detail: Detail) -> None:
    timeline = laid_kind(name, detail=detail).timeline
    assert untrue_at_end(timeline, timeline, heard(timeline), timeline.steps[-1].start) == frozenset()
    assert without_lines(timeline, frozenset()) is timeline


@pytest.mark.parametrize("name", SECTIONS)
def test_what_is_untrue_is_left_out_and_the_rest_comes_sooner(name: str) -> None:
    timeline = laid_kind(name).timeline
    untrue = untrue_at_end(timeline, timeline, heard(timeline, without=1), timeline.steps[-1].start)
    assert untrue == timeline.if_all_done | timeline.if_as_long
    shorter = without_lines(timeline, untrue)
    voices, before = at_end(shorter, Channel.VOICE), at_end(timeline, Channel.VOICE)
    assert [one.sound for one in voices] == [one.sound for one in before if one.sound.text not in untrue]
    assert 0 < len(voices) < len(before)
    assert all(one.end <= other.start for one, other in pairwise(voices))
    tones, before = at_end(shorter, Channel.TONE), at_end(timeline, Channel.TONE)
    assert [one.sound for one in tones] == [one.sound for one in before]
    assert shorter.steps[:-1] == timeline.steps[:-1]
    assert shorter.steps[-1].end == shorter.duration == shorter.chapters[-1].end < timeline.duration
    assert shorter.duration - tones[-1].end == timeline.duration - before[-1].end


def test_what_took_longer_is_not_said_to_have_taken_what_was_planned() -> None:
    timeline = laid_kind(*SECTIONS).timeline
    progress = heard(timeline)
    progress.heard_ms = Ms(progress.heard_ms + 61_000)
    untrue = untrue_at_end(timeline, timeline, progress, timeline.steps[-1].start)
    assert untrue == timeline.if_as_long
    assert untrue
