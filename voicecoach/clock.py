"""What the clock says, however wrong it is."""

from __future__ import annotations

from datetime import UTC, datetime

LATEST = datetime(9000, 1, 1, tzinfo=UTC)
"""A later time counts as this one: weeks have to be added to it, and calendars end with the year 9999."""


def local_now() -> datetime:
    """The time here, with its offset from UTC; never raises."""
    try:
        return min(datetime.now(UTC), LATEST).astimezone()
    except (OSError, OverflowError, ValueError):
        return LATEST
