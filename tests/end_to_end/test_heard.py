from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from tests.end_to_end.conftest import Made
from tests.end_to_end.hearing import (
    RATE_HZ,
    Event,
    away_from,
    correlation,
    dbfs,
    heard_between,
    peak,
    sample_at,
)

MS = RATE_HZ // 1000
TOLERANCE = 5 * MS
"""What DESIGN's contract is checked against: 5 ms."""

REACH = 50 * MS
SOFT_DB = -50.0
ECHO = 12 * MS
"""A codec smears soft remains of a sound over half a frame."""

QUIET_DB = -55.0


@pytest.fixture(scope="module")
def edges(made: Made) -> list[tuple[Event, int, int]]:
    """Each event with the samples, counted from its planned start and end, at which something begins and ends."""
    found = []
    for event, reach_before, reach_after in _with_reach(made.events):
        start, end = sample_at(event["start"]), sample_at(event["end"])
        heard = heard_between(made.sound, start - reach_before, end + reach_after, SOFT_DB)
        assert heard, f"nothing is heard of {event}"
        found.append((event, heard[0] - start, heard[1] - end))
    return found


def _with_reach(events: list[Event]) -> Iterator[tuple[Event, int, int]]:
    """Events that sound alone, with the time around each that is surely its own: up to half of the gap next to it."""
    ends = [0.0, *(event["end"] for event in events)]
    starts = [*(event["start"] for event in events), float("inf")]
    for index, event in enumerate(events):
        before, after = event["start"] - ends[index], starts[index + 1] - event["end"]
        if min(before, after) >= 0:
            yield event, sample_at(min(0.1, before / 2)), sample_at(min(0.1, after / 2))


def mixture(made: Made) -> NDArray[np.float32]:
    """What the plan says is heard: a soft tick sounds under a count."""
    whole = np.zeros(len(made.sound), np.float32)
    for event in made.events:
        clip = made.clips[event["channel"], event["text"]]
        start = sample_at(event["start"])
        whole[start : start + len(clip)] += clip
    return whole


def test_nearly_every_event_sounds_alone(made: Made, edges: list[tuple[Event, int, int]]) -> None:
    assert len(edges) > 0.9 * len(made.events)


def test_every_event_begins_when_the_plan_says(edges: list[tuple[Event, int, int]]) -> None:
    assert [event for event, start, _ in edges if abs(start) > TOLERANCE] == []


def test_every_event_ends_when_the_plan_says(edges: list[tuple[Event, int, int]]) -> None:
    assert [event for event, _, end in edges if not -TOLERANCE <= end <= ECHO] == []


def test_every_event_is_the_sound_that_the_plan_names_at_its_time(made: Made) -> None:
    planned = mixture(made)
    for event in made.events:
        start, end = sample_at(event["start"]), sample_at(event["end"])
        late, alike = correlation(made.sound, planned[start:end], start, REACH)
        assert (abs(late) <= MS, alike > 0.9) == (True, True), (event, late, alike)
        assert end - start == len(made.clips[event["channel"], event["text"]])


def test_away_from_events_it_is_quiet(made: Made) -> None:
    away = away_from(made.events, len(made.sound), 100 * MS)
    assert away.sum() > len(away) / 4
    assert dbfs(peak(made.sound[away])) < QUIET_DB


def test_no_two_lines_are_spoken_at_once(made: Made) -> None:
    spoken = [event for event in made.events if event["channel"] == "voice"]
    assert all(first["end"] <= second["start"] for first, second in pairwise(spoken))
