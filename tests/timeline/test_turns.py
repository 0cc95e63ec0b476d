from __future__ import annotations

import pytest

from tests.every_kind import EVERYTHING, SECTIONS, laid_kind
from voicecoach.timeline.turns import turn_of, turns


@pytest.mark.parametrize("names", [*((name,) for name in SECTIONS), EVERYTHING])
def test_the_turns_of_all_steps_are_those_of_each(names: tuple[str, ...]) -> None:
    timeline = laid_kind(*names).timeline
    assert turns(timeline) == tuple(turn_of(timeline, number) for number in range(len(timeline.steps)))
