"""What a block can be for the session, and a block with what it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.exercise_names.names import Name

UNDER = " ›"
"""Behind the marker of what stands under a label: `What to do ›`."""


class Role(Enum):
    """What a block is for the session."""

    NOISE = "of the page"
    END = "behind it nothing of the session comes"
    TITLE = "the title of a section"
    RULES = "the title of what holds for all"
    EXERCISE = "a name with an amount"
    NAME = "what may be a name, or a title"
    AMOUNT = "an amount without a name"
    STATEMENT = "said of all exercises"
    EQUIPMENT = "what is needed"
    SENTENCE = "anything else that is said"


@dataclass(frozen=True)
class Line:
    """A block with what it is and says.

    `tail` is what stands behind a title, or behind `Equipment:`; `is_listed` says that it is written as the
    exercises of its list are, `is_numbered` that it is a title whose number only counts it, `is_told` that it only
    tells how the exercise above is done.
    """

    block: Block
    role: Role
    facts: Facts
    name: Name
    tail: str = ""
    is_listed: bool = False
    is_numbered: bool = False
    is_told: bool = False

    @property
    def text(self) -> str:
        """What was written."""
        return self.block.text

    @property
    def is_counted(self) -> bool:
        """Whether it is an exercise with its amount."""
        return self.role is Role.EXERCISE and self.facts.has_amount

    @property
    def calls_exercise(self) -> bool:
        """Whether it calls an exercise, with an amount or as a name alone, which a title may be as well."""
        return self.role in {Role.EXERCISE, Role.NAME}

    @property
    def is_heading(self) -> bool:
        """Whether it stands as one."""
        return self.block.kind is BlockKind.HEADING
