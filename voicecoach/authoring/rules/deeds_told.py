"""What is done, told below the name of an exercise in words that could call another: `Sit back. 3 sets of 10`."""

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


def with_deeds_told(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, in which what is told below a name that has no amount yet is a sentence, whatever it begins with."""
    for at, line in enumerate(lines):
        is_told = at > 0 and line.role in _MOVES and _is_below(lines[at - 1], line) and _is_deed(lines, at)
        yield replace(line, role=Role.SENTENCE) if is_told else line


def _is_below(above: Line, line: Line) -> bool:
    """Whether a paragraph stands right below the name of an exercise that shares no word with it."""
    is_name = above.role is Role.NAME and not above.facts.says_anything and has_movement(above.name.text)
    is_other = set(bare_words(above.name.text)).isdisjoint(bare_words(line.name.text))
    return is_name and is_other and line.block.kind is BlockKind.PARAGRAPH and not line.is_heading


def _is_deed(lines: Sequence[Line], at: int) -> bool:
    """Whether its first sentence tells what to do, and the amount comes only behind it."""
    line, behind = lines[at], lines[at + 1 : at + 2]
    first, *others = sentences_in(line.text) or [""]
    is_cut = any(one.role is Role.AMOUNT and one.block.line == line.block.line for one in behind)
    is_order = _DEED.match(first) or (IMPERATIVE.match(first) and others)
    return bool(is_order and (others or is_cut)) and not facts_of(parts_of(first)).says_anything
