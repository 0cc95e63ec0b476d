"""What is run or ridden by the clock, into the draft."""

from __future__ import annotations

import re

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts, facts_of
from voicecoach.authoring.rules.amounts.parts import BREAK, parts_of
from voicecoach.authoring.rules.drafting.following import Following
from voicecoach.authoring.rules.exercise_names.names import Name, name_in, unlabelled
from voicecoach.authoring.rules.language.clock_words import MODES
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.authoring.rules.language.words import EFFORT
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.passes.above import is_above_names
from voicecoach.late_patterns import late

_PART = in_any_case(
    rf"(?:{WARM_UP}|{COOL_DOWN}|main(?: (?:set|session|part|work(?:out)?))?|intervals?|efforts?|the (?:set|session))\b"
)
"""A part of what is run or ridden, as it is titled."""
_TIMED = in_any_case(rf"\b(?:{MODES.pattern}|{WARM_UP}|warm)\b")
_UNTOLD = frozenset({Role.SENTENCE, Role.AMOUNT, Role.STATEMENT})
_WORKED = "Effort"
MOST_WORDS, LEAST_S = 2, 60
_RESTED = late(r"(?<=[a-z'])\s*\((?P<rest>\d[\d:.]*\s?(?:s|secs?|seconds?|min(?:ute)?s?|['\"]))\)\s*$", re.IGNORECASE)
"""A rest behind an effort, in brackets: `3 mins (90 s)`."""


_AT_PACE = in_any_case(r"\d:\d\d\s?(?:min\s?)?(?:/|per )\s?(?:km?|mi(?:le)?)\b")
"""How fast it is, which only what is run or ridden is: `2 x 8 min @ 4:30/km`."""
_HARD = in_any_case(r"\s*\((?:zone|z\d|rpe|hr|effort|intensity)\b[^()]*\)?")
"""How hard it is, in brackets."""
_STRUCTURE = in_any_case(r"(?:(?:workout|session|interval) )?(?:structure|format)")


class Timed(Following):
    """What is done with lines that are about nothing but that."""

    def take_timed(self, line: Line) -> bool:
        """Add what is run or ridden by the clock, if all of the line is about that; whether it was."""
        if self.rules is not None and self._is_structure(line):
            self.rules = None
        is_free = (self.rules is None or self.is_beside) and not self.is_headed
        told = by_clock(unlabelled(line.text)) if is_free and line.role not in {Role.TITLE, Role.NOISE} else None
        if told:
            self.add_all(line, told)
        return told is not None or (is_free and self._take_stretch(line))

    def _is_structure(self, line: Line) -> bool:
        """Whether it is the first of a list of legs below a title that calls all of it: `Structure:`."""
        title = self.lines[self.at - 1].text.strip(" *:") if self.at and line.block.kind is BlockKind.ITEM else ""
        return bool(_STRUCTURE.fullmatch(title)) and by_clock(unlabelled(line.text)) is not None

    def _take_stretch(self, line: Line) -> bool:
        """Add a stretch by the clock that nobody calls anything, `2 x 20 min, 5 min recovery`; whether it was one."""
        first, *others = sentences_in(_RESTED.sub(r", rest \g<rest>", unlabelled(line.text))) or [""]
        facts, words = facts_of(parts_of(first)), _words_of(first)
        if (
            line.role not in _UNTOLD
            or _PART.match(words)
            or not _is_stretch(first, facts, words)
            or not self._is_among_timed(line)
            or (not (words or facts.sets) and self._is_above_legs(line))
        ):
            return False
        title = self.section.title if self.section else None
        name = words or (title if title and _PART.match(title) else _WORKED)
        self.add(line, Said(Name(name), facts, first)).tell(" ".join(others))
        return True

    def _is_above_legs(self, line: Line) -> bool:
        """Whether the line right below it has several legs, of which it says how long they all take: `40 minutes`."""
        at = next(at for at, one in enumerate(self.lines) if one is line)
        told = by_clock(self.lines[at + 1].text) if at + 1 < len(self.lines) else None
        return told is not None and len(told.exercises) > 1

    def _is_among_timed(self, line: Line) -> bool:
        """Whether it stands first in a part by the clock, or in a list behind what is run or ridden."""
        if is_above_names(self.lines, self.at) and not _goes_on(self.lines[self.at + 1]):
            return False
        section, before = self.section, self.exercise
        if section and section.title and not section.exercises:
            return bool(_PART.match(section.title))
        if before is None or before.block.kind is not line.block.kind:
            return False
        is_listed = line.block.kind is BlockKind.ITEM or (
            line.block.kind is BlockKind.PARAGRAPH and not line.block.breaks
        )
        return is_listed and (bool(_TIMED.search(before.name)) or self._are_timed())

    def _are_timed(self) -> bool:
        """Whether all of the section goes on for minutes, and is called by no movement of other exercises."""
        listed = self.section_exercises()
        are_long = all(_goes_far(one.facts) and not one.facts.reps for one in listed)
        return are_long and not any(has_movement(MODES.sub("", one.name.lower())) for one in listed)


def _goes_far(facts: Facts) -> bool:
    """Whether it goes on for a minute at least, or over a distance."""
    return bool(facts.distance_m) or (facts.seconds is not None and facts.seconds[0] >= LEAST_S)


def _goes_on(line: Line) -> bool:
    """Whether it is run or ridden by the clock as well, if only called by how hard it is: `10 min easy`."""
    is_effort = line.facts.seconds is not None and bool(EFFORT.fullmatch(line.name.text))
    return is_effort or by_clock(unlabelled(line.text)) is not None


def _words_of(first: str) -> str:
    """The words of a sentence that are none of its amounts."""
    bare = _HARD.sub("", parts_of(first).rest.replace(BREAK, " "))
    return "" if bare.strip(" @.,-").lower() == "pace" else name_in(bare).text


def _is_stretch(first: str, facts: Facts, words: str) -> bool:
    """Whether a sentence has a time, that of rests between several, and hardly a word beside them."""
    is_timed = bool(facts.seconds) and not (facts.reps or facts.each_set or facts.distance_m or facts.is_hold)
    is_whole = facts.sets is None or facts.rest_s is not None or bool(_AT_PACE.search(first))
    is_short = len(re.findall(r"[^\W\d_]+", words)) <= (0 if facts.sets else MOST_WORDS)
    return is_timed and is_whole and first[:1].isdecimal() and is_short and not has_movement(words)
