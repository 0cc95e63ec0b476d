"""What is stated for all below a heading holds for what stands below it, and not for what the next one as high has."""

from __future__ import annotations

from dataclasses import dataclass

from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.line_kinds.drafts import Draft


@dataclass
class _Heading:
    """A heading one is below: how high it is, what was stated before it, and how many sections there were."""

    level: int
    before: Facts
    sections: int


class BelowHeadings:
    """The headings that one is below, the highest first."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.headings: list[_Heading] = []

    def reach(self, level: int, stated: Facts) -> None:
        """Come to a heading of this level, and leave those that are as low; `stated` is what was said right above."""
        while self.headings and self.headings[-1].level >= level:
            self._leave(self.headings.pop())
        self.headings.append(_Heading(level, self.draft.facts.over(stated), len(self.draft.sections)))

    def state_of_all(self) -> None:
        """Take what was stated last as said of all of the text."""
        for heading in self.headings:
            heading.before = self.draft.facts

    def _leave(self, heading: _Heading) -> None:
        """Keep what was stated below a heading for the sections there, if there are some."""
        within = [one for one in self.draft.sections[heading.sections :] if one.exercises]
        if within and self.draft.facts != heading.before:
            for section in within:
                section.above = section.above.over(self.draft.facts)
            self.draft.facts = heading.before
