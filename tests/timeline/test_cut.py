from __future__ import annotations

import pytest

from tests.every_kind import EVERYTHING, SECTIONS, laid_kind
from tests.plan.laid import SpeechLength, erratic, glutes_laid, slow, tiny, usual
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


ENCODER_FRAME_MS = 24
"""The first sound of a part leaves an encoder its first frame."""


@pytest.mark.parametrize("names", [(name,) for name in SECTIONS] + [EVERYTHING, EVERYTHING[::-1]])
@pytest.mark.parametrize("speech", [usual, slow, tiny, erratic])
def test_tracks_of_every_kind_are_the_whole_and_no_sound_crosses_a_cut(
    names: tuple[str, ...], speech: SpeechLength
) -> None:
    whole = laid_kind(*names, speech=speech).timeline
    parts = [part for _, part in tracks(whole)]
    assert sum(part.duration for part in parts) == whole.duration
    start = 0
    heard = []
    for part in parts:
        heard += [(event.start + start, event.sound) for event in part.events]
        assert all(event.end <= part.duration for event in part.events)
        assert all(event.start >= ENCODER_FRAME_MS for event in part.events)
        start += part.duration
    assert heard == [(event.start, event.sound) for event in whole.events]
    assert sum(len(part.steps) for part in parts) == len(whole.steps)


def test_rounds_are_one_track_and_each_exercise_of_straight_sets_is_one() -> None:
    titles = [title for title, _ in tracks(laid_kind("straight", "superset", "circuit", "amrap").timeline)]
    assert titles == ["Squats", "Side plank", "Squats + Rows", "Round and round", "Squats + Lunges + Plank"]


def test_the_last_number_of_a_set_is_in_its_own_track() -> None:
    whole = laid_kind("straight").timeline
    first = next(part for _, part in tracks(whole))
    assert [event.rep for event in first.events if event.role == "count"] == [1, 2, 3, 4] * 2
