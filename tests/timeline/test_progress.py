from __future__ import annotations

from collections.abc import Iterable

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
    for start, end in stretches:
        for at in looks(start, end):
            progress.follow(TIMELINE, Ms(at))
    return progress


def looks(start: int, end: int) -> Iterable[int]:
    return (*range(start, end, 50), end)


def test_what_is_played_to_its_end_is_done() -> None:
    progress = followed((0, 35_000))
    assert progress.done() == (True, True, True, True)
    assert progress.heard_ms == 35_000


def test_what_is_jumped_over_is_not_done() -> None:
    progress = followed((0, 6000), (25_000, 35_000))
    assert progress.done() == (True, False, False, True)
    assert progress.heard_ms == 16_000


def test_a_set_begun_twice_is_done_only_when_one_of_them_was() -> None:
    assert not followed((0, 10_000), (5000, 10_000)).done()[1]
    assert followed((0, 10_000), (5000, 15_000)).done()[1]


def test_what_was_done_stays_done() -> None:
    assert followed((0, 20_000), (5000, 6000)).done()[1]


def test_a_pause_counts_for_nothing() -> None:
    progress = followed((0, 6000))
    for _ in range(1000):
        progress.follow(TIMELINE, Ms(6000))
    assert progress.heard_ms == 6000


def test_it_goes_on_over_a_longer_rest() -> None:
    progress = followed((0, 16_000))
    later = (
        *STEPS[:2],
        TimedStep("rest", Ms(15_000), Ms(40_000), "squat", 1),
        TimedStep("work", Ms(40_000), Ms(50_000), "squat", 2),
    )
    longer = Timeline((), later, (), Ms(50_000))
    progress.go_over(longer)
    progress.follow(TIMELINE, Ms(16_050))  # what is heard lags behind what is rendered
    for at in looks(16_100, 50_000):
        progress.follow(longer, Ms(at))
    assert progress.done() == (True, True, True, True)
