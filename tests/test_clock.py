from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, tzinfo

import pytest

from voicecoach import clock
from voicecoach.cli.history import calendar_lines
from voicecoach.definitions.notation import MAX_WEEKS


class Wrong(datetime):
    """A clock that is wrong."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Wrong:
        return cls(9999, 12, 31, 23, 59, tzinfo=tz)


class Beyond(datetime):
    """A clock beyond what can be told."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> Beyond:
        raise ValueError(f"year 10000 is out of range {tz}")


@pytest.mark.parametrize("wrong", [Wrong, Beyond])
def test_no_clock_is_too_late_to_add_weeks(monkeypatch: pytest.MonkeyPatch, wrong: type[datetime]) -> None:
    monkeypatch.setattr(clock, "datetime", wrong)
    now = clock.local_now()
    assert now == clock.LATEST
    assert now.utcoffset() is not None
    assert (now + timedelta(weeks=MAX_WEEKS)).year <= date.max.year
    assert len(list(calendar_lines([], now.date()))) > 2


def test_a_clock_that_is_right_is_believed() -> None:
    assert abs(clock.local_now() - datetime.now(UTC)) < timedelta(minutes=1)
