from __future__ import annotations

import pytest

from tests.every_kind import SECTIONS, laid_kind
from voicecoach.timeline.model import TimedStep, Timeline
from voicecoach.timeline.progress import Progress
from voicecoach.times import Ms

STEPS = (
    TimedStep("lead-in", Ms(0), Ms(5000), "squat", 1),
    TimedStep("work", Ms(5000), Ms(15_000), "squat", 1, reps=5),
    TimedStep("rest", Ms(15_000), Ms(25_000), "squat", 1),
    TimedStep("work", Ms(25_000), Ms(35_000), "squat", 2, reps=5),
)
TIMELINE = Timeline((), STEPS, (), Ms(35_000))


def followed(*stretches: tuple[int, int]) -> Progress:
    """What has been done when these stretches were played, with looks every 50 ms and jumps between them."""
    progress = Progress(TIMELINE)
    follow(progress, *stretches)
    return progress


def follow(progress: Progress, *stretches: tuple[int, int], timeline: Timeline = TIMELINE) -> None:
    played_ms = 0
    for start, end in stretches:
        for at in (*range(start, end, 50), end):
            progress.follow(timeline, Ms(at), Ms(played_ms))
            played_ms += 50


def test_what_is_played_to_its_end_is_done() -> None:
    progress = followed((0, 35_000))
    assert progress.done(TIMELINE) == (True, True, True, True)
    assert progress.heard_ms == 35_000


def test_what_is_jumped_over_is_not_done() -> None:
    progress = followed((0, 6000), (25_000, 35_000))
    assert progress.done(TIMELINE) == (True, False, False, True)
    assert progress.heard_ms == 16_000


def test_a_set_begun_twice_is_done_only_when_one_of_them_was() -> None:
    assert not followed((0, 10_000), (5000, 10_000)).done(TIMELINE)[1]
    assert followed((0, 10_000), (5000, 15_000)).done(TIMELINE)[1]


def test_seeking_back_within_a_step_counts_what_is_heard_again_once() -> None:
    assert followed((0, 11_000), (6000, 15_000)).done(TIMELINE)[1]
    assert not followed((0, 11_000), (6000, 11_000)).done(TIMELINE)[1]


def test_seeking_on_within_a_step_leaves_out_what_was_not_heard() -> None:
    assert not followed((0, 6000), (11_000, 15_000)).done(TIMELINE)[1]
    assert followed((0, 6000), (7000, 15_000)).done(TIMELINE)[1]


@pytest.mark.parametrize(("until", "is_done"), [(12_950, False), (13_000, True)])
def test_four_fifths_of_a_step_are_enough(until: int, is_done: bool) -> None:
    assert followed((0, until)).done(TIMELINE)[1] is is_done


def test_what_was_done_stays_done() -> None:
    assert followed((0, 20_000), (5000, 6000)).done(TIMELINE)[1]


def test_a_pause_counts_for_nothing() -> None:
    progress = followed((0, 6000))
    for played_ms in range(6000, 60_000, 50):
        progress.follow(TIMELINE, Ms(6000), Ms(played_ms))
    assert progress.heard_ms == 6000


def test_what_was_played_while_nobody_looked_counts() -> None:
    progress = Progress(TIMELINE)
    progress.follow(TIMELINE, Ms(15_000), Ms(15_000))
    assert progress.done(TIMELINE) == (True, True, False, False)


@pytest.mark.parametrize("seen_after", [20, 2000])
def test_it_goes_on_where_an_earlier_time_stopped(seen_after: int) -> None:
    progress = Progress(TIMELINE)
    progress.begin_with((True, False, False, False), Ms(10_000), Ms(10_000))
    follow(progress, (0, 0), (10_000 + seen_after, 15_000))
    assert progress.done(TIMELINE) == (True, True, False, False)
    assert progress.heard_ms == 15_000 - seen_after
    follow(progress, (5000, 5000), (12_000, 15_000))
    assert progress.done(TIMELINE) == (True, True, False, False)


def test_where_it_stopped_is_gone_on_with_once() -> None:
    progress = Progress(TIMELINE)
    progress.begin_with((True, False, False, False), Ms(10_000), Ms(12_000))
    follow(progress, (0, 0), (12_000, 12_500), (0, 100), (12_050, 15_000))
    assert progress.done(TIMELINE) == (True, False, False, False)


def test_it_goes_on_over_a_longer_rest() -> None:
    progress = followed((0, 16_000))
    later = (
        *STEPS[:2],
        TimedStep("rest", Ms(15_000), Ms(40_000), "squat", 1),
        TimedStep("work", Ms(40_000), Ms(50_000), "squat", 2),
    )
    longer = Timeline((), later, (), Ms(50_000))
    follow(progress, (16_050, 50_000), timeline=longer)
    assert progress.done(longer) == progress.done(TIMELINE) == (True, True, True, True)


def test_work_that_lasts_until_it_is_ended_is_done_with_that() -> None:
    progress = followed((0, 7000))
    progress.finish(TIMELINE, Ms(7000))
    assert progress.done(TIMELINE) == (True, True, False, False)


@pytest.mark.parametrize("name", SECTIONS)
def test_every_step_of_any_kind_is_counted_by_itself(name: str) -> None:
    timeline = laid_kind(name).timeline
    for number, step in enumerate(timeline.steps):
        progress = Progress(timeline)
        progress.follow(timeline, step.start, Ms(0))
        progress.follow(timeline, Ms(step.end - 1), Ms(step.end - step.start))
        assert progress.done(timeline).index(True) == number
        assert sum(progress.done(timeline)) == 1
