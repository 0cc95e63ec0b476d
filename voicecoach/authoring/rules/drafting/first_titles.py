"""Whether the first line of a text is the title of all of it, though it looks like an exercise."""

from __future__ import annotations

from collections.abc import Sequence

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import MOST_OF_EACH_S, Facts
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import SENTENCE
from voicecoach.authoring.rules.language.vocabulary import DAY
from voicecoach.authoring.rules.language.words import EFFORT
from voicecoach.authoring.rules.line_kinds.by_clock import by_clock
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in
from voicecoach.authoring.rules.prose.in_sentences import told_in
from voicecoach.late_patterns import late

LEAST_SESSION_S = 600
"""What takes ten minutes in the first line is the session."""
MOST_WORDS = 8
"""Of a first line that is a title and no exercise."""
_LENGTH_BEHIND = in_any_case(r"\(\s*(?:about |approx\.? |~)?\d{1,3}[\s-]*min[^()]*\)\s*$")
"""How long all of it takes, behind the title: `Post-run stretch (6 min)`."""
_SUM_OF_ALL = in_any_case(
    r"(?:\w+ )?(?:swim|run|ride|row|bike)\b\W+\d[\d,.]*\s*(?:k|km|m|met(?:re|er)s|miles?|yards?|yds?)\W*"
)
"""How far all of it is: `Swim - 2000 m`."""
_DATED = in_any_case(rf"[-–—|,]\s*{DAY}\b")
_A_SESSION = in_any_case(r"\b(?:stretch(?:es|ing)?|flow|routine|session|workout|circuit|blast)$")
"""What sessions are called by, and single exercises as well."""
_OF_ALL = in_any_case(r"\b(?:training|day|plan|practice|class|challenge|program(?:me)?)$")
_WARMING = in_any_case(r"(?:easy |gentle )?(?:warm|cool)[ -]?(?:ing[ -])?(?:up|down)\b")
_END = in_any_case(
    r"(?<=[a-z)])[\s:(–—-]+(?:x ?)?(?:(?:hold|for|do)\s+)*(?:\d|as (?:long|many)\b|to failure|max\b|amrap).*$"
)
"""What stands behind a name: `5 breaths`, `- hold for 2 laps`."""
_NUMBER = late(r"\d+")


def is_first_title(lines: Sequence[Line], at: int, *, first: int) -> bool:
    """Whether a line only looks like an exercise: `Evening flow (20 minutes)`; `first` says anything."""
    line, below = lines[at], lines[at + 1 : at + 2]
    if not _may_be_title(line):
        return False
    is_apart = any(one.block.breaks for one in below)
    is_called = is_apart and bool(_A_SESSION.search(line.name.text))
    is_first = at <= first and len(lines) > at + 2 - is_called
    if by_clock(line.text) and below and not is_apart:
        return False  # `8 min easy spin`, right above what is ridden then
    if _SUM_OF_ALL.fullmatch(line.text) and is_apart:
        return is_first
    is_amount = _says_amount(line, is_called=is_called) or any(_ends_alike(line, one) for one in below)
    return is_first and not is_amount and len(told_in(line.text).exercises) <= 1


def _may_be_title(line: Line) -> bool:
    if line.block.kind is BlockKind.ITEM:
        return False
    if line.role is Role.SENTENCE:
        return _reads_as_title(line)
    return line.role is Role.EXERCISE and len(sentences_in(line.text)) <= 1


def _says_amount(line: Line, *, is_called: bool) -> bool:
    """Whether it has an amount that exercises have, and no session."""
    facts, name = line.facts, line.name.text
    is_short = _is_short(line)
    is_held = is_short and (facts.seconds or (0, 0))[1] <= MOST_OF_EACH_S  # `Hamstring stretch 30 s`
    is_of_all = is_called or _LENGTH_BEHIND.search(line.text) or _DATED.search(line.text)
    if is_of_all and not (facts.sets or facts.reps or is_held):
        return False
    is_done = bool(facts.sets or facts.each_set or facts.rest_s or facts.tempo or EFFORT.fullmatch(name))
    return is_done or (has_movement(name) and bool(_is_counted(facts) or is_short))


def _is_counted(facts: Facts) -> bool:
    return bool(facts.reps or facts.distance_m or facts.load or facts.is_open)


def _is_short(line: Line) -> bool:
    """Whether its time is none of a whole session."""
    seconds = line.facts.seconds
    is_warming = bool(_WARMING.match(line.name.text) or _WARMING.match(line.text))
    return seconds is not None and (seconds[0] < LEAST_SESSION_S or is_warming)


def _ends_alike(line: Line, below: Line) -> bool:
    """Whether a movement has the same behind it as the one below: `Cat-cow 5 breaths`, `Bridge 8 breaths`."""
    ends = [_END.search(one.text) for one in (line, below)]
    here, there = (_NUMBER.sub("1", end[0].strip(" .:(–—-").lower()) if end else "" for end in ends)
    is_whole = bool(_A_SESSION.search(line.name.text) or _OF_ALL.search(line.name.text))
    return bool(here) and here == there and has_movement(line.name.text) and not (is_whole or _is_long(line))


def _is_long(line: Line) -> bool:
    return line.facts.seconds is not None and line.facts.seconds[0] >= LEAST_SESSION_S


def _reads_as_title(line: Line) -> bool:
    """Whether a line that is no exercise is short and tells nothing."""
    is_short = len(line.text.split()) <= MOST_WORDS
    return is_short and not SENTENCE.search(line.text) and not is_told(line.text) and not line.facts.is_of_section
