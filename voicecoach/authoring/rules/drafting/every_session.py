"""What every session begins and ends with: `Start every run with 5 minutes of walking and finish the same way`."""

from __future__ import annotations

import re
from itertools import takewhile

from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN
from voicecoach.authoring.rules.line_kinds.drafts import Draft, EverySession, ExerciseDraft, SectionDraft
from voicecoach.authoring.rules.line_kinds.said import Said
from voicecoach.authoring.rules.prose.in_sentences import told_in

_SESSION = any_of("sessions?|runs?|workouts?|ones?|days?|times?|class(?:es)?|practices?|outings?|walks?")
_OF_EVERY = in_any_case(
    r"^\W*always\b|\bevery time\b", rf"\b(?:each|every|all)(?: of (?:the|these|your))?(?: (?!other\b)\w+)? {_SESSION}\b"
)
_BEGINS = in_any_case(r"\b(?:start|begin|open|warm)(?:s|ing|ed)?\b")
_ENDS = in_any_case(r"\b(?:finish|end|close|cool)(?:e?s|ing|ed)?\b")
_WITH = in_any_case(r"\b(?:with|by|do|for)\s+(?P<what>[^.;]+)")
_LEG = in_any_case(r"\W*(?:always |and |please )*(?:warm|cool)(?:ing)?[ -]?(?:up|down)\b")


def leg_of_all(sentence: str) -> EverySession | None:
    """The warm-up or the cool-down that a sentence apart from all weeks tells of: `Cool down with 5 min stretching`."""
    only = _timed(sentence) if _LEG.match(sentence) else None
    is_first = bool(_BEGINS.search(sentence))
    return EverySession(only if is_first else None, None if is_first else only) if only else None


def every_session(sentence: str) -> EverySession | None:
    """What a sentence says that every session begins and ends with; `None` if it says nothing of that."""
    if both := _BOTH_ENDS.search(sentence):
        same = _timed(sentence[both.end() :])
        return EverySession(same, same) if same else None
    if listed := _LISTED.match(sentence):
        return _around(re.split(r"\s*[,;+]\s*(?:and |then )*", listed["what"].rstrip(" .")))
    begins, ends = _BEGINS.search(sentence), _ENDS.search(sentence)
    if not _is_of_every(sentence) or not (begins or ends):
        return None
    if not (begins and ends):
        only = _timed(sentence)
        return EverySession(only if begins else None, only if ends else None) if only else None
    cut = max(begins.start(), ends.start())
    before, behind = _timed(sentence[:cut]), _timed(sentence[cut:])
    first, last = (before, behind) if begins.start() < ends.start() else (behind, before)
    first, last = first or last, last or first
    return EverySession(first, last) if first else None


_BOTH_ENDS = in_any_case(r"\b(?:start|begin)(?: off)? and (?:then )?(?:finish|end)(?: off| up)?\b")
"""What the beginning and the end are alike: `Start and finish with a 5 minute walk`."""


_LISTED = in_any_case(
    rf"\W*(?:each|every|all)(?: (?!other\b)\w+)? {_SESSION}"
    r"\s*(?::|=|–|-|is|are|has|consists? of|includes?|looks like this:?)\s+"
    r"(?P<what>[^.;]*?,[^.;]*,.*)"
)
"""What every session consists of: `Each session: 5 minutes of walking, the intervals below, 5 minutes of walking`."""


def _around(parts: list[str]) -> EverySession | None:
    """What stands first and last in a list, where what is between says no amount, or where it is called so."""
    first, *between, last = parts
    are_ends = not any(parts_of(one).parts for one in between)
    begin = _only_timed(first) if are_ends or _BEGINS.search(first) else None
    end = _only_timed(last) if are_ends or _ENDS.search(last) else None
    return EverySession(begin, end) if begin or end else None


def _only_timed(text: str) -> Said | None:
    told = told_in(text).exercises
    return told[0] if len(told) == 1 and told[0].facts.seconds else None


def _is_of_every(sentence: str) -> bool:
    """Whether it says so first of all, or where it says what one begins or ends with."""
    first, *others = re.split(r"[,;]", sentence)
    begun = (one for one in others if _BEGINS.search(one) or _ENDS.search(one))
    return bool(_OF_EVERY.search(first)) or any(map(_OF_EVERY.search, begun))


def _timed(text: str) -> Said | None:
    """The only exercise that a part of a sentence says to do for some time."""
    found = _WITH.search(text)
    return _only_timed(f"Do {found['what'].partition(' and ')[0]}") if found else None


def with_ends(draft: Draft) -> None:
    """Put what is told of all sessions before and behind them."""
    _ends_last(draft)
    for every in draft.every:
        _add_to_all(draft, every)


def _add_to_all(draft: Draft, every: EverySession) -> None:
    """Put what every session begins and ends with before and behind the sections."""
    if every.first:
        draft.sections.insert(0, _section("Warm-up", every.first, every))
    if every.last:
        draft.sections.append(_section("Cool-down", every.last, every))


def _ends_last(draft: Draft) -> None:
    """Put a cool-down that is told before all weeks, below `Warm-up: 5 min walk`, behind them."""
    before = list(takewhile(lambda one: not one.weeks, draft.sections))
    is_before_weeks = len(before) < len(draft.sections) and len(before) <= MOST_LEGS
    for section in before if is_before_weeks else ():
        if _COOLED.match(section.title or "") and section.exercises:
            draft.sections = [one for one in draft.sections if one is not section] + [section]


MOST_LEGS = 2
_COOLED = in_any_case(rf"(?:{COOL_DOWN})\W*$")


def _section(title: str, said: Said, every: EverySession) -> SectionDraft:
    assert every.block  # noqa: S101 - it was said somewhere
    exercise = ExerciseDraft(said.name.text, every.block.line, said.facts, every.block)
    return SectionDraft(every.block.line, title, exercises=[exercise], weeks=every.weeks)
