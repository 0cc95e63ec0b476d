from __future__ import annotations

from tests.plan.laid import glutes_laid
from voicecoach.timeline.cut import cut, tracks
from voicecoach.times import Ms


def test_tracks_are_the_exercises_and_together_the_whole() -> None:
    whole = glutes_laid().timeline
    parts = list(tracks(whole))
    assert [title for title, _ in parts] == ["Step ups", "Sideways band walk", "Hip lifts", "Lunges", "Squats"]
    assert sum(part.duration for _, part in parts) == whole.duration
    assert sum(len(part.events) for _, part in parts) == len(whole.events)
    assert sum(len(part.steps) for _, part in parts) == len(whole.steps)


def test_a_part_counts_from_its_own_beginning() -> None:
    whole = glutes_laid().timeline
    start = whole.chapters[4].start
    part = cut(whole, start, whole.duration)
    assert part.chapters[0].start == part.steps[0].start == 0
    shifted = [event.start + start for event in part.events]
    assert shifted == [event.start for event in whole.events if event.start >= start]


def test_the_last_part_has_the_end_and_the_first_the_opening() -> None:
    parts = [part for _, part in tracks(glutes_laid().timeline)]
    assert next(chapter.title for chapter in parts[0].chapters) == "Welcome"
    assert parts[-1].chapters[-1].title == "Finish"
    assert cut(parts[0], Ms(0), parts[0].duration) == parts[0]
