"""The titles above one another: a week, a day in it, a part of the day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.spelled import spelled
from voicecoach.authoring.rules.language.vocabulary import SHORT_DAY
from voicecoach.late_patterns import late

_WEEK = late(r"\bw(?:ee)?ks?\s*(?P<first>\d{1,2})(?:\s*(?:-|to|and|&|,|\+)\s*(?P<last>\d{1,2}))*(?![\dx%])")
_DAY = in_any_case(
    r"(?:day|session|workout|run)\s*[\da-e]\b",
    rf"{SHORT_DAY}\b",
    "(?:push|pull|legs?|upper|lower|full)(?: body)? day",
)
_COUNTED = in_any_case(r"(?P<what>[^\W\d_]+)[ #]*(?:\d{1,2}|[a-h]|one|two|three)\b")
"""A title that counts parts of a kind: `Workout 2`, `Block B`."""
_TELLING = in_any_case(r"(?:the|your|today's) [a-z]+: \S")
"""A title with what it says behind it: `The circuit: 40 seconds each`."""
_ONWARDS = in_any_case(r"^(?:onwards?|on|and (?:beyond|on(?:wards?)?|later|after)|or later|plus)\b\W*")
"""That weeks have no end: `Week 2 onwards`."""
MOST_TITLE = 80
_BELOW_HEADINGS = 10
LEAST_BOLD = 7
"""From this level on a heading is a line in bold letters, which may stand below an item."""


class Titles:
    """Which week and which day the lines that follow belong to; `is_in_list` says that an item told the week."""

    def __init__(self) -> None:
        self.week: tuple[int, int] | None = None
        self.is_in_list = False
        self.day: str | None = None
        self.day_level = 0
        self.above: list[_Above] = []
        self.form = (0, "")

    def under(self, title: str | None, block: Block) -> tuple[str | None, tuple[int, int] | None]:
        """A section's title with the day that it belongs to, and its weeks."""
        if title is None:
            return self.day, self.week
        if self.is_in_list and block.kind is BlockKind.HEADING and block.level < LEAST_BOLD:
            self.week = None  # what a list tells of weeks ends with it
        bare = spelled(title)
        if found := _WEEK.search(bare.text):
            first = int(found["first"])
            last = int(found["last"] or first)
            self.week, self.day = (min(first, last), max(first, last)), None
            self.is_in_list = block.kind is BlockKind.ITEM
            end = len(bare.text)
            title = f"{bare.original(0, found.start())} {bare.original(found.end(), end)}".strip(" :,-–—()|")
            title = _ONWARDS.sub("", title)
            said = [one.title for one in self.above[-1:]] + [title] * bool(re.search(r"[^\W\d_]{2}", title))
            return ", ".join(said)[:MOST_TITLE] or None, self.week
        if _DAY.match(title):
            self.day, self.day_level = title, block.level if block.kind is BlockKind.HEADING else 0
            return title[:MOST_TITLE], self.week
        if self.day and self.day_level and block.kind is BlockKind.HEADING and block.level <= self.day_level:
            self.day = None
        return (f"{self.day}, {title}" if self.day else title)[:MOST_TITLE], self.week

    def row(self, week: str, day: str) -> None:
        """What a row of a table says of them."""
        if numbers := re.findall(r"\d+", week):
            self.week = int(numbers[0]), int(numbers[-1])
        if day and week:
            self.day = None

    def keep(self, title: str, facts: Facts) -> None:
        """The last title and what it said, which has only other titles below it."""
        self.above.append(_Above(*self.form, title, facts))

    def holding(self, block: Block) -> Facts:
        """What the titles above the one that `block` is say of what stands below it."""
        rank, form = self.form = _form(block)
        while self.above and not self.above[-1].is_over(rank, form):
            self.above.pop()
        facts = Facts()
        for one in reversed(self.above):
            one.below = one.below or (rank, form)
            facts = facts.over(one.facts)
        return facts


@dataclass
class _Above:
    """A title that has others below it: its rank, how it is written, what it says, how the first below it is."""

    rank: int
    form: str
    title: str
    facts: Facts
    below: tuple[int, str] | None = None

    def is_over(self, rank: int, form: str) -> bool:
        """Whether a title of this rank and form stands below it: a lower one, or one as those before."""
        if rank != self.rank:
            return rank > self.rank
        return form != self.form and self.below in {None, (rank, form)}


def _form(block: Block) -> tuple[int, str]:
    """How high a title is by itself, 1 being the highest, and how it is written."""
    if block.kind is BlockKind.HEADING:
        return block.level, ""
    if _TELLING.match(block.text):
        return _BELOW_HEADINGS, "told"
    counted = _COUNTED.match(block.text)
    sign = "colon" if block.text.rstrip().endswith(":") else "sign" if block.marker else "plain"
    return _BELOW_HEADINGS, counted["what"].lower() if counted else sign


_WEIGHED = in_any_case(r"\d\s*-?(?:kgs?|kilos?|lbs?|pounds?)(?![a-z])")


def load_in_title(text: str) -> str | None:
    """The weight that a part's title says of the exercises below, `None` where it calls one itself."""
    parts = parts_of(text) if len(_WEIGHED.findall(text)) == 1 else None
    return facts_of(parts).load if parts and not has_movement(parts.rest) else None
