"""What only the plan of a session shows: lines that are never heard, and why."""

from __future__ import annotations

from voicecoach.definitions.session import Session


def planned_warnings(session: Session) -> list[str]:  # noqa: ARG001 - the planner will say
    """Sentences about what the session says and nobody will hear."""
    return []
