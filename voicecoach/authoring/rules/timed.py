"""What is run or ridden by the clock, into the draft."""

from __future__ import annotations

from voicecoach.authoring.rules.by_clock import by_clock
from voicecoach.authoring.rules.following import Following
from voicecoach.authoring.rules.names import unlabelled
from voicecoach.authoring.rules.roles import Line, Role


class Timed(Following):
    """What is done with lines that are about nothing but that."""

    def take_timed(self, line: Line) -> bool:
        """Add what is run or ridden by the clock, if all of the line is about that; whether it was."""
        is_free = (self.rules is None or self.is_beside) and not self.is_headed
        told = by_clock(unlabelled(line.text)) if is_free and line.role not in {Role.TITLE, Role.NOISE} else None
        if told:
            self.add_all(line, told)
        return told is not None
