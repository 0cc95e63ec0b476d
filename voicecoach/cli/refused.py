"""What will be said of a session that was just written, when it is to be heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from voicecoach.errors import ChoiceError

if TYPE_CHECKING:
    from voicecoach.definitions.session import Session


def refused(session: Session) -> list[str]:
    """Why a session will be refused unless caps are lifted; nothing if it won't be.

    Raises VoicecoachError for what nobody can plan at all.
    """
    from voicecoach.plan.choices import Choices
    from voicecoach.plan.progression import turning_weeks
    from voicecoach.plan.select import select

    said = list[str]()
    for week in turning_weeks(session):
        select(session, Choices(week=week, unlimited=True))
        try:
            select(session, Choices(week=week))
        except ChoiceError as error:
            said.append(f"As it is, the session will be refused: {error}")
    return said
