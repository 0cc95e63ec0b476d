"""The section that an item heads has what stands deeper in its list: `- 3 rounds:` above deeper bullets."""

from __future__ import annotations

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import SectionDraft
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

_OF_SEVERAL = in_any_case(r"\b(?:each (?:exercise|stretch|move|one)|all|both|rounds?|exercises)\b")
_IN_LISTS = frozenset({Role.EXERCISE, Role.NAME})


def is_of_item_above(amount: Line, above: Block) -> bool:
    """Whether an amount stands in a bullet further in than the exercise right above it, and isn't said of several."""
    are_items = amount.block.kind is above.kind is BlockKind.ITEM
    is_in = are_items and amount.block.level > above.level and not amount.facts.is_of_section
    return is_in and not _OF_SEVERAL.search(amount.text)


class BelowItems:
    """The section that an item headed last, how deep that stands, and the section before it."""

    def __init__(self) -> None:
        self.section: SectionDraft | None = None
        self.before: SectionDraft | None = None
        self.level = 0

    def begun(self, line: Line, before: SectionDraft | None, section: SectionDraft | None) -> None:
        """Note which section one is in behind a line, and was in before it."""
        if section is before or section is None:
            return
        is_item = line.block.kind is BlockKind.ITEM and not section.exercises
        self.section, self.level = section if is_item else None, line.block.level
        self.before = before

    def ends(self, line: Line, section: SectionDraft | None) -> bool:
        """Whether an exercise stands as far out as the item that heads the section, behind others further in."""
        if section is None or section is not self.section or line.block.kind is not BlockKind.ITEM:
            return False
        is_out = line.block.level <= self.level and line.role in _IN_LISTS
        are_in = all(one.block.kind is BlockKind.ITEM and one.block.level > self.level for one in section.exercises)
        return is_out and are_in and bool(section.exercises)

    def behind(self, section: SectionDraft) -> None:
        """Let the section behind the deeper items be as the one above them was: what was said there goes on."""
        if self.before is not None:
            section.facts = self.before.facts
            section.title = None if self.before.exercises else self.before.title
