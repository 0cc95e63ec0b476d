"""Exercises in data that are texts: `"exercises": ["Push-ups x 5 reps", "30 s plank"]`, under `"type": "AMRAP 12 min"`.

Each text says its amount as a line of a list would, and what holds them says the kind as a heading would. So they are
read by the rules of lists, and kept where these find as many exercises as there are texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind, Document
from voicecoach.authoring.formats.json_groups import Group, Values, text_of
from voicecoach.authoring.formats.json_rounds import Shared
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.understand import understood
from voicecoach.authoring.written import WrittenSection
from voicecoach.definitions.files import titles
from voicecoach.definitions.session import SectionKind

_KINDS = ("type", "kind", "format", "style", "structure", "protocol", "scheme", "rep_scheme", "repScheme", "mode")
"""The keys that may say how a list is gone through."""
_TIMES = ("duration", "minutes", "time", "length", "duration_minutes", "durationMinutes")
_CAPS = ("cap", "time_cap", "timeCap", "timecap", "cap_minutes")
_RESTS = ("rest", "recovery", "rest_between_rounds", "restBetweenRounds")
_IS_KIND = in_any_case(r"\b(?:amrap|emom|e\dmom|tabata|for time|rounds?|every \S+ min|as many)\b|\d")
_BY_TIME = in_any_case(r"\b(?:amrap|emom|as many)\b")
_IS_AMOUNT = re.compile(r"\d")
_IS_REST = in_any_case(r"(?:\d\S*\s\w+\s)?rest\b")
_WHOLE = frozenset({SectionKind.AMRAP, SectionKind.EMOM, SectionKind.FOR_TIME})
MAX_MINUTES = 120


def sections_of(group: Group, members: Sequence[Values]) -> tuple[WrittenSection, ...]:
    """What the texts say and what holds them; nothing unless all are texts, and some number or kind is said."""
    texts = [text_of(one["name"]) if set(one) == {"name"} else "" for one in members]
    above = list(_above(group))
    if not all(texts) or not any(map(_IS_AMOUNT.search, (*texts, *above))):
        return ()
    heading = Block(BlockKind.HEADING, group.titles[-1], 1, 2) if group.titles else None
    told = [Block(BlockKind.PARAGRAPH, one, 2) for one in above]
    items = [Block(BlockKind.ITEM, one, 3 + at, marker="-") for at, one in enumerate(texts)]
    read = understood(Document((*([heading] if heading else []), *told, *items)), titles("exercises"))
    found = sum(len(one.exercises) for one in read.sections)
    return read.sections if found == sum(not _IS_REST.match(one) for one in texts) else ()


def in_lines_of(section: WrittenSection, lines: Sequence[int]) -> WrittenSection:
    """The section with the lines in which its texts stand in the source."""
    exercises = tuple(replace(one, line=lines[max(one.line - 3, 0)]) for one in section.exercises)
    return replace(section, exercises=exercises, line=exercises[0].line)


def with_shared(section: WrittenSection, shared: Shared) -> WrittenSection:
    """The section with the rests that numbers state, where its kind has some and no text says otherwise."""
    if section.kind in _WHOLE:
        return section
    in_rounds = shared.round_rest_s if section.rounds else None
    return replace(
        section,
        rest_s=shared.rest_s if section.rest_s is None else section.rest_s,
        round_rest_s=in_rounds if section.round_rest_s is None else section.round_rest_s,
    )


def _above(group: Group) -> Iterator[str]:
    """What stands around the texts of how they are done, as lines above a list."""
    about = group.about or {}
    said = (re.sub(r"[_-](?=[a-z])", " ", text_of(about.get(key))) for key in _KINDS)
    kinds = [one for one in said if _IS_KIND.search(one)]
    title = group.titles[-1] if group.titles else ""
    rounds = about.get("rounds")
    if _BY_TIME.search(" ".join((title, *kinds))) and (time := _first(about, _TIMES)):
        yield f"{' '.join(kinds) or title} {time}"
    else:
        yield from kinds
    if isinstance(rounds, int | str) and not isinstance(rounds, bool):
        yield f"{rounds} rounds" if f"{rounds}"[-1:].isdecimal() else f"{rounds}"
    if cap := _first(about, _CAPS):
        yield f"Time cap: {cap}"
    for key in _RESTS:
        rest = text_of(about.get(key))
        if _IS_AMOUNT.search(rest):
            yield f"Rest {rest}" if key in _RESTS[:2] else f"Rest {rest} between rounds"


def _first(about: Values, keys: Sequence[str]) -> str:
    """The first of some times, a number being minutes."""
    for key in keys:
        value = about.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and 0 < value <= MAX_MINUTES:
            return f"{value} minutes"
        if isinstance(value, str) and _IS_AMOUNT.search(value):
            return text_of(value) if re.search(r"[a-z]", value) else f"{text_of(value)} minutes"
    return ""
