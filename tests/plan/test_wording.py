from __future__ import annotations

from dataclasses import replace

import pytest

from tests.plan.laid import english, glutes
from voicecoach.definitions.amounts import Amount, Unit
from voicecoach.plan.choices import Choices
from voicecoach.plan.cues import spread, thinning
from voicecoach.plan.select import select
from voicecoach.plan.wording import Wording


def wording(choices: Choices | None = None) -> Wording:
    return Wording(english(), select(glutes(), choices or Choices()), 0)


@pytest.mark.parametrize(
    ("length_ms", "said"),
    [
        (1000, "one second"), (30_000, "thirty seconds"), (59_500, "one minute"), (60_000, "one minute"),
        (70_000, "70 seconds"), (90_000, "90 seconds"), (91_000, "one minute thirty-one seconds"),
        (121_000, "two minutes one second"), (600_000, "ten minutes"),
    ],
)  # fmt: skip
def test_lengths_as_people_say_them(length_ms: int, said: str) -> None:
    assert wording().length(length_ms) == said


@pytest.mark.parametrize(
    ("amount", "said"),
    [
        (Amount(8, 10), "eight to ten reps on each side"),
        (Amount(10, 10), "ten reps on each side"),
        (Amount(1, 1), "one rep on each side"),
        (Amount(45_000, 45_000, Unit.MS), "forty-five seconds of work on each side"),
    ],
)
def test_amounts(amount: Amount, said: str) -> None:
    words = wording()
    assert words.amount(replace(words.workout.works[0], amount=amount)) == said


@pytest.mark.parametrize(
    ("low_ms", "high_ms", "said"),
    [
        (30_000, 30_000, "hold for thirty seconds on each side"),
        (30_000, 45_000, "hold for thirty to forty-five seconds on each side"),
        (30_000, 60_000, "hold for thirty seconds to one minute on each side"),
    ],
)
def test_holds(low_ms: int, high_ms: int, said: str) -> None:
    words = wording(Choices(without=("band",), hold=Amount(low_ms, high_ms, Unit.MS)))
    assert words.amount(words.workout.works[1]) == said


def test_alternating_repetitions_are_explained() -> None:
    words = wording()
    assert words.amount(words.workout.works[3]).startswith("eight to ten reps, and each is once")


def test_names_carry_their_variations() -> None:
    words = wording(Choices(variations=(("lunge", "rotation"), ("lunge", "backpack"))))
    assert words.name(words.workout.works[3]) == "lunges with a turn of the trunk and with the loaded backpack"


def test_things_to_fetch_are_those_that_are_there() -> None:
    words = wording(Choices(without=("sofa",)))
    assert words.need(words.workout.works[2].exercise.needs[0]) == "a chair that stays put"


@pytest.mark.parametrize(
    ("cues", "sets", "shares"),
    [(6, 3, (3, 2, 1)), (4, 3, (2, 1, 1)), (1, 3, (1, 0, 0)), (5, 1, (5,)), (0, 3, (0, 0, 0)), (9, 2, (6, 3))],
)
def test_cues_thin_out(cues: int, sets: int, shares: tuple[int, ...]) -> None:
    assert thinning(cues, sets) == shares
    assert [cue for in_set in spread(range(cues), sets) for cue in in_set] == list(range(cues))
