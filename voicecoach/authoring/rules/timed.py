"""What is run or ridden by the clock, into the draft, and what every session begins and ends with."""

from __future__ import annotations

from voicecoach.authoring.rules.by_clock import by_clock
from voicecoach.authoring.rules.drafts import SectionDraft
from voicecoach.authoring.rules.following import Following
from voicecoach.authoring.rules.legs import around_all
from voicecoach.authoring.rules.lines import Line, Role
from voicecoach.authoring.rules.names import unlabelled
from voicecoach.authoring.rules.said import Told


class Timed(Following):
    """What is done with lines that are about nothing but that; `around` has what is before and behind all sections."""

    def __init__(self, lines: list[Line]) -> None:
        super().__init__(lines)
        self.around = list[tuple[Line, Told, Told]]()

    def take_timed(self, line: Line) -> bool:
        """Add what is run or ridden by the clock, if all of the line is about that; whether it was."""
        is_free = (self.rules is None or self.is_beside) and not (self.exercise and self.exercise.is_headed)
        told = by_clock(unlabelled(line.text)) if is_free and line.role not in {Role.TITLE, Role.NOISE} else None
        if told:
            self.add_all(line, told)
        return told is not None

    def take_around(self, line: Line) -> bool:
        """Keep what every session begins and ends with until all are there; whether the line was about that."""
        around = around_all(line.text)
        if around:
            self.around.append((line, *around))
        return around is not None

    def surround(self) -> None:
        """Put what was kept before and behind all sections, in all weeks."""
        for line, first, last in self.around:
            within = self.draft.sections
            self.draft.sections = [*self._alone(line, first), *within, *self._alone(line, last)]

    def _alone(self, line: Line, told: Told) -> list[SectionDraft]:
        """What is told as sections of its own, in all weeks."""
        self.section = SectionDraft(line.block.line)
        self.draft.sections = [self.section]
        self.add_all(line, told)
        return self.draft.sections
