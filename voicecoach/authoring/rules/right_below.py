"""What stands right below the name of an exercise: what is done, and how much, whatever else its words could mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.facts import facts_of
from voicecoach.authoring.rules.movements import bare_words, has_movement
from voicecoach.authoring.rules.parts import parts_of
from voicecoach.authoring.rules.pattern import in_any_case
from voicecoach.authoring.rules.roles import Line, Role
from voicecoach.authoring.rules.sentence_words import IMPERATIVE
from voicecoach.authoring.rules.sentences import sentences_in

_DEED = in_any_case(
    r"(?!(?:push|pull|sit|press|chin|step|pick)[\s-]?ups?\W*$)"
    r"(?:squat|lunge|jump|hop|walk|run|march|skip|crunch|rise|swing|row|plank|shuffle|sit|step|stand|push|pull|press|get"
    r"|lift|lower|roll|reach|rotate|stretch|twist|hinge|turn|open|raise|cross|lie|kneel|lean|bend|fold|curl|kick|drive)"
    r"(?:\s+(?:up|down|back|forwards?|over|out|in|on|onto|into|off|across|through|around|aside|apart|away|tall|straight"
    r"|slowly|gently|high|low|position)\b|\s*\.)"
)
_MOVES = frozenset({Role.EXERCISE, Role.NAME})


def with_what_is_below(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, in which what stands right below a name without an amount is its sentence, or its amount.

    `Sit back. 3 sets of 10` calls no other exercise; `3x10, 60 s rest between sets` is not said of all of them.
    """
    for at, line in enumerate(lines):
        if at and line.role in _MOVES and _is_below(lines[at - 1], line) and _is_deed(lines, at):
            yield replace(line, role=Role.SENTENCE)
        elif at and line.role is Role.STATEMENT and _is_amount_of(lines[max(0, at - 2) : at], line):
            yield replace(line, role=Role.AMOUNT)
        else:
            yield line


def _is_amount_of(before: Sequence[Line], line: Line) -> bool:
    """Whether it has nothing but sets with their amount and rest, below the name of one exercise and no list."""
    above = before[-1]
    if line.block.breaks or (above.role is before[0].role and before[0] is not above and not above.block.breaks):
        return False
    is_whole = bool(line.facts.sets and line.facts.has_amount and line.facts.rest_s) and not line.name.text
    return is_whole and _is_open_name(above) and not _OF_ALL.search(line.text)


_OF_ALL = in_any_case(r"\b(?:each|every|all|exercises?|moves?)\b(?! (?:sides?|legs?|arms?|sets?)\b)")


def _is_open_name(line: Line) -> bool:
    """Whether it is an exercise's name of which nothing is said yet."""
    return line.role is Role.NAME and not line.facts.says_anything and has_movement(line.name.text)


def _is_below(above: Line, line: Line) -> bool:
    """Whether a paragraph stands right below the name of an exercise that shares no word with it."""
    is_other = set(bare_words(above.name.text)).isdisjoint(bare_words(line.name.text))
    return _is_open_name(above) and is_other and line.block.kind is BlockKind.PARAGRAPH and not line.is_heading


def _is_deed(lines: Sequence[Line], at: int) -> bool:
    """Whether its first sentence tells what to do, and the amount comes only behind it."""
    line, behind = lines[at], lines[at + 1 : at + 2]
    first, *others = sentences_in(line.text) or [""]
    is_cut = any(one.role is Role.AMOUNT and one.block.line == line.block.line for one in behind)
    is_order = _DEED.match(first) or (IMPERATIVE.match(first) and others)
    return bool(is_order and (others or is_cut)) and not facts_of(parts_of(first)).says_anything
