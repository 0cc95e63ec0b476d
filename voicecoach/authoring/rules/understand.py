"""A document in, what was written out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from voicecoach.authoring.document import MOST_CHARACTERS, MOST_LINES, Block, BlockKind, Document, only_first
from voicecoach.authoring.rules.about_one import of_one
from voicecoach.authoring.rules.drafting.drafted import drafted, drafted_from
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.drafts import Draft
from voicecoach.authoring.rules.lost_lines import with_lost_lines
from voicecoach.authoring.rules.scopes import scoped
from voicecoach.authoring.rules.spoken_texts.spoken import is_mostly_spoken, may_be_spoken
from voicecoach.authoring.written import Written
from voicecoach.definitions.exercise_names import Matcher


def understood(document: Document, titles: Mapping[str, str]) -> Written:
    """What a document says; `titles` are those of the library's exercises by name. It never fails.

    What comes behind `MOST_CHARACTERS` or `MOST_LINES` is left out, with a note.
    """
    read = [_paragraph(one) for one in _first(document.blocks)]
    blocks = with_lost_lines(read)
    matcher = Matcher(titles)
    spoken = _spoken(blocks, is_known=document.is_spoken)
    written = scoped(spoken or drafted(blocks), matcher)
    if spoken is None and is_mostly_spoken(blocks) and (said := _spoken(blocks, is_known=True)):
        written = max(written, scoped(said, matcher), key=_told)
    if not written.sections and blocks and blocks[0].kind is BlockKind.HEADING:
        written = scoped(drafted([replace(blocks[0], kind=BlockKind.PARAGRAPH), *blocks[1:]]), matcher)  # `# Squats`
    is_unnamed = len(_names(written)) == 1 and all(_DEED.search(one) or is_told(one) for one in _names(written))
    if (is_unnamed or not _is_counted(written)) and (one := of_one(blocks)):
        written = scoped(drafted(one), matcher)
    if all(map(_DEED.search, _names(written))):
        drafts = (_spoken(blocks, is_known=document.is_spoken, is_all=True), _told_alone(blocks))
        again = [scoped(one, matcher) for one in drafts if one]
        written = max((written, *again), key=_told)
    notes = (only_first(len(read)),) if len(read) < len(document.blocks) else ()
    return _titled(replace(written, title=written.title or document.title, notes=notes))


def _is_counted(written: Written) -> bool:
    """Whether it says how much is done of something, or names several things to do."""
    found = [one for section in written.sections for one in section.exercises]
    return len(found) > 1 or any(one.reps or one.seconds or one.distance_m or one.each_set for one in found)


def _spoken(blocks: Sequence[Block], *, is_known: bool, is_all: bool = False) -> Draft | None:
    """The draft of what somebody says, which may be known; `None` if the text is no transcript.

    `is_all` says that nothing else was found.
    """
    if not (is_known or may_be_spoken(blocks)):
        return None
    from voicecoach.authoring.rules.spoken_texts.transcripts import transcript
    from voicecoach.authoring.rules.told_alone import deed_said

    return transcript(blocks, deed_said, is_known=is_known, is_all=is_all)


def _names(written: Written) -> list[str]:
    return [one.name for section in written.sections for one in section.exercises]


def _told(written: Written) -> tuple[int, int]:
    """How many exercises have an amount, and how many there are."""
    found = [one for section in written.sections for one in section.exercises]
    return sum(bool(one.reps or one.seconds or one.each_set) for one in found), len(found)


_DEED = in_any_case(r"\s(?:your|my|the|one|both)\s")
"""What is called by what is done with something: `curl your toes`."""


def _told_alone(blocks: Sequence[Block]) -> Draft | None:
    """The draft of what sentences tell to do, in a text that calls no exercise."""
    from voicecoach.authoring.rules.told_alone import told_alone

    lines = told_alone(blocks)
    return drafted_from(lines) if lines else None


def _first(blocks: Sequence[Block]) -> Sequence[Block]:
    """As many of the blocks as a session has at most."""
    lengths = accumulate(len(one.text) for one in blocks[:MOST_LINES])
    return blocks[: sum(length <= MOST_CHARACTERS for length in lengths)] or blocks[:1]


def _paragraph(block: Block) -> Block:
    """The block; what is set as a heading and holds whole sentences is a paragraph."""
    is_told = block.kind is BlockKind.HEADING and len(block.text) > MOST_OF_A_HEADING
    return replace(block, kind=BlockKind.PARAGRAPH, level=0) if is_told and _STOP.search(block.text) else block


MOST_OF_A_HEADING = 100
_STOP = re.compile(r"[a-z]{2}[.!]\s+[A-Z]")


def _titled(written: Written) -> Written:
    """With the title of its only section as its own, if it has none."""
    if written.title or len(written.sections) != 1:
        return written
    (section,) = written.sections
    return replace(written, title=section.title, sections=(replace(section, title=None),))
