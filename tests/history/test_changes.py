from __future__ import annotations

import pytest

from voicecoach.history.changes import changes_of, with_changes
from voicecoach.history.model import Options
from voicecoach.plan.choices import Choices, Detail

BEFORE = Choices(week=2, variations=(("squat", "deep"),))


@pytest.mark.parametrize(
    "now",
    [
        BEFORE,
        Choices(week=2, variations=(("squat", "deep"),), detail=Detail.BRIEF),
        Choices(week=2, swaps=(("squat", "lunge"), ("lunge", "bridge"))),
        Choices(week=2, variations=(("squat", "deep"), ("plank", "on-knees")), detail=Detail.TONES),
    ],
)
def test_what_was_changed_can_be_planned_again(now: Choices) -> None:
    assert with_changes(BEFORE, changes_of(BEFORE, now)) == now


@pytest.mark.parametrize("odd", [{"detail": "loud"}, {"detail": ["brief"]}, {"swap": "x"}, {"swap": ["x"]}, {"y": 1}])
def test_what_is_no_change_changes_nothing(odd: Options) -> None:
    assert with_changes(Choices(), odd) == Choices()
