from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.history.trainings import MONDAY, training
from voicecoach.history.advice import Advice, next_week, to_resume
from voicecoach.history.model import Felt
from voicecoach.times import Ms

TODAY = MONDAY.date() + timedelta(days=2)


def after(*trainings: dict[str, Any], weeks: int = 6, today: date = TODAY) -> Advice:
    return next_week([training(**one) for one in trainings], weeks, today)


def test_who_never_trained_begins_with_week_one() -> None:
    assert after() == Advice(1, "You have not trained this session yet.")
    assert after({"done": 0, "skipped": 15, "completed": False, "week": 4}).week == 1


@pytest.mark.parametrize(
    ("felt", "reason"),
    [
        (Felt.EASY, "You did all of week 2, and it felt easy."),
        (Felt.RIGHT, "You did all of week 2, and it felt right."),
        (None, "You did all of week 2."),
    ],
)
def test_a_week_that_was_done_leads_to_the_next(felt: Felt | None, reason: str) -> None:
    assert after({"week": 2, "felt": felt}) == Advice(3, reason)


@pytest.mark.parametrize(
    ("training_", "reason"),
    [
        ({"felt": Felt.HARD}, "You did all of week 2, and it felt hard. Do it again until it doesn't."),
        (
            {"done": 12, "skipped": 3, "felt": Felt.EASY},
            "Last time you did 12 of 15 sets. Stay on week 2 until all of them are done.",
        ),
        ({"completed": False}, "Last time you stopped before the end. Stay on week 2 until it is all done."),
        ({"whole": False}, "Last time was shorter than week 2 asks for. Do all of it before you move on."),
    ],
)
def test_a_week_that_is_not_mastered_is_repeated(training_: dict[str, Any], reason: str) -> None:
    assert after({**training_, "week": 2}) == Advice(2, reason)


def test_it_is_the_last_training_that_decides() -> None:
    assert after({"week": 4}, {"week": 2}).week == 3
    assert after({"week": 2, "felt": Felt.HARD}, {"week": 2, "felt": Felt.RIGHT}).week == 3


def test_practising_one_exercise_moves_nothing() -> None:
    assert after({"week": 3}, {"week": 1, "options": {"only": ["squat"]}, "whole": False}).week == 4
    alone = after({"options": {"only": ["squat"]}})
    assert alone == Advice(1, "So far you have trained only single exercises of it.")


def test_after_the_last_week_come_harder_variations() -> None:
    done = after({"week": 6, "felt": Felt.EASY})
    assert (done.week, done.harder) == (6, True)
    assert "harder variations" in done.reason
    assert after({"week": 6, "felt": Felt.HARD}) == Advice(
        6, "You did all of week 6, and it felt hard. Do it again until it doesn't."
    )


def test_a_session_of_one_week_has_no_next() -> None:
    done = after({"week": 1, "felt": Felt.RIGHT}, weeks=1)
    assert done == Advice(1, "You did all of it, and it felt right. It builds on with harder variations.", harder=True)


def test_a_session_that_became_shorter_ends_with_its_last_week() -> None:
    assert after({"week": 6, "felt": Felt.HARD}, weeks=4).week == 4
    assert after({"week": 6}, weeks=4).week == 4


@pytest.mark.parametrize(("days", "week"), [(28, 5), (29, 3), (400, 3)])
def test_after_more_than_four_weeks_it_is_one_week_back(days: int, week: int) -> None:
    found = after({"week": 4}, today=MONDAY.date() + timedelta(days=days))
    assert found.week == week
    assert ("one week back" in found.reason) == (days > 28)


def test_after_a_long_pause_in_week_one_it_begins_again() -> None:
    found = after({"felt": Felt.RIGHT}, today=MONDAY.date() + timedelta(days=70))
    assert found == Advice(1, "Your last training was 10 weeks ago, so begin again with week 1.")


def test_practising_one_exercise_is_no_pause() -> None:
    lately: dict[str, Any] = {"started": MONDAY + timedelta(days=40), "options": {"only": ["squat"]}}
    assert after({"week": 4}, lately, today=MONDAY.date() + timedelta(days=42)).week == 5


def test_a_clock_that_went_back_is_no_pause() -> None:
    assert after({"week": 4}, today=date(2020, 1, 1)).week == 5


some_trainings = st.lists(
    st.builds(
        lambda days, **others: training(MONDAY + timedelta(days=days), **others),
        st.integers(-500, 0),
        week=st.integers(1, 20),
        done=st.integers(0, 3),
        skipped=st.integers(0, 3),
        completed=st.booleans(),
        whole=st.booleans(),
        felt=st.none() | st.sampled_from(Felt),
        options=st.sampled_from([{}, {"only": ["squat"]}]),
    ),
    max_size=6,
)


@given(trainings=some_trainings, weeks=st.integers(1, 8))
def test_the_week_exists_and_is_at_most_one_further(trainings: list[Any], weeks: int) -> None:
    found = next_week(trainings, weeks, TODAY)
    assert 1 <= found.week <= weeks
    assert found.week <= 1 + max((one.week for one in trainings), default=0)
    assert found.reason.endswith(".")
    assert not found.harder or found.week == weeks


def test_what_was_interrupted_lately_can_go_on() -> None:
    stopped = training(completed=False, stopped_at_ms=Ms(60_000))
    assert to_resume([training(), stopped], MONDAY + timedelta(hours=2)) == stopped
    assert to_resume([stopped], (MONDAY + timedelta(hours=2)).astimezone(UTC)) == stopped
    assert to_resume([stopped], MONDAY + timedelta(hours=25)) is None
    assert to_resume([stopped], MONDAY - timedelta(hours=1)) is None
    assert to_resume([stopped, training()], MONDAY) is None
    assert to_resume([stopped, training(completed=False)], MONDAY) == stopped
    assert to_resume([training(completed=False)], MONDAY) is None
    assert to_resume([], datetime(2026, 3, 2, tzinfo=UTC)) is None
