"""Which phases of which repetitions are named, marked and counted down."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.plan.laid import Laid, tiny
from tests.plan.one_exercise import alone, counted, phased, timed
from voicecoach.definitions.model import Exercise, Guide, Sides


def heard(result: Laid) -> list[tuple[int, str]]:
    """The phase words and soft tones, with the ms after go."""
    work = result.works[0]
    return [(e.start - work.start, e.sound.text) for e in result.within(work) if e.role == "phase"]


def words(exercise: Exercise, reps: int = 6) -> list[str]:
    return [text for _, text in heard(alone(counted(reps), exercise, speech=tiny))]


def test_three_repetitions_are_guided() -> None:
    assert words(phased(1, 1.5)) == ["A.", "B.", "A.", "B.", "A.", "B."]


@pytest.mark.parametrize(("length_s", "later"), [(2.9, []), (3, ["A.", "A.", "A."])])
def test_a_long_phase_is_named_in_every_repetition(length_s: float, later: list[str]) -> None:
    assert words(phased(length_s, 1))[6:] == later


def test_a_long_phase_without_a_word_is_marked_by_a_soft_tone() -> None:
    exercise = phased(1, 3)
    silent = replace(exercise, phases=(exercise.phases[0], replace(exercise.phases[1], say=None)))
    assert words(silent) == ["A.", "A.", "A.", "soft", "soft", "soft"]


def test_always_and_never() -> None:
    assert words(replace(phased(1, 1.5), guide=Guide.ALWAYS)) == ["A.", "B."] * 6
    assert words(replace(phased(4, 4), guide=Guide.NONE)) == []


@pytest.mark.parametrize(("still", "ticks"), [((), []), ((0,), [1000, 2000, 3000])])
def test_a_long_hold_is_counted_down(still: tuple[int, ...], ticks: list[int]) -> None:
    result = alone(counted(1), phased(4, 1, still=still), speech=tiny)
    assert [at for at, text in heard(result) if text == "soft"] == ticks


@pytest.mark.parametrize(("length_s", "ticks"), [(2.9, []), (3, [1000, 2000]), (3.1, [100, 1100, 2100])])
def test_only_a_hold_of_three_seconds_is_counted_down(length_s: float, ticks: list[int]) -> None:
    result = alone(counted(1), phased(length_s, 1, still=(0,)), speech=tiny)
    assert [at for at, text in heard(result) if text == "soft"] == ticks


def test_both_movements_of_an_alternating_repetition_are_guided() -> None:
    result = alone(counted(4), replace(phased(1, 1.5), sides=Sides.ALTERNATING), speech=tiny)
    assert [text for _, text in heard(result)] == ["A.", "B."] * 6
    assert [at // 100 for at, _ in heard(result)][:4] == [5, 10, 27, 35]


def test_by_time_as_many_movements_are_guided_as_there_are() -> None:
    result = alone(timed(6), phased(1, 1.5), speech=tiny)
    assert [text for _, text in heard(result)] == ["A.", "B.", "A.", "B."]


def test_a_word_leads_its_phase_or_is_left_out() -> None:
    assert heard(alone(counted(1), phased(0.5, 2))) == [(500, "B.")]
    assert heard(alone(counted(1), phased(1, 2))) == [(500, "A."), (1100, "B.")]
