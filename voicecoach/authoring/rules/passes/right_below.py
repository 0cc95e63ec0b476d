"""What stands right below the name of an exercise: what is done, and how much, whatever else its words could mean."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import facts_of
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.movements import bare_words, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.sentence_words import IMPERATIVE
from voicecoach.authoring.rules.language.words import GENERIC
from voicecoach.authoring.rules.line_kinds.roles import Line, Role
from voicecoach.authoring.rules.line_kinds.sentences import sentences_in

_DEED = in_any_case(
    r"(?!(?:push|pull|sit|press|chin|step|pick)[\s-]?ups?\W*$)"
    r"(?:squat|lunge|jump|hop|walk|run|march|skip|crunch|rise|swing|row|plank|shuffle|sit|step|stand|push|pull|press|get"
    r"|lift|lower|roll|reach|rotate|stretch|twist|hinge|turn|open|raise|cross|lie|kneel|lean|bend|fold|curl|kick|drive)"
    r"(?:\s+(?:up|down|back|forwards?|over|out|in|on|onto|into|off|across|through|around|aside|apart|away|tall|straight"
    r"|slowly|gently|high|low|position)\b|\s*\.)"
)
_BODY = (
    r"(?:standing|stood|stand|seated|sitting|sat|sit(?!\s+ups?\W*$)|lying|lie|(?:half|tall|high)[ -]kneeling|kneeling"
    "|squatting|prone|supine|on all fours|(?:long|half|crook|side|high|edge)[ -](?:sitting|lying)|face[ -]?(?:up|down)"
    "|in (?:(?:half|crook|side|long)[ -])?(?:standing|sitting|lying|kneeling)"
    "|on (?:your|the) (?:back|side|stomach|tummy|front|hands|knees|floor|mat)"
    "|(?:leaning|facing|holding|supported|propped)"
    " (?:(?:on to|onto|on|to|against|with|over|by|up) )?(?:the|an?|your) [a-z]+)"
)
_WHERE = (
    "in|on|at|with|against|by|beside|near|behind|next to|facing|holding|flat|tall|down|upright|up|face|feet|knees|side"
    "|sideways|onto|straight|comfortably"
)
_POSITION = in_any_case(rf"\W*{_BODY}(?:\s*(?:,|/|or|and)\s*{_BODY})*(?:,?\s+(?:{_WHERE})\b[^.!?:;\d]{{0,50}})?\W*")
"""What stands below a name and only says how one is there: `Standing or sitting`, `Lying on your back`."""
_TAKEN_UP = in_any_case(
    r"(?:stand|sit|lie|kneel|get|come|start|begin)\b(?:\s+(?:up|down|back|tall|straight|flat|face[ -]?(?:up|down)))*"
    rf"\s+(?:{_WHERE}|onto|into|from)\b[^.!?:;\d]*[.]?"
)
"""How one is told to take up a position: `Stand in a staggered stance`."""
_SEVERAL = in_any_case(r"\b(?:exercises|stretches|movements|moves|drills|poses|positions|ways|progressions?)\W*$")
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
_HEADS, _TOLD = frozenset({Role.EXERCISE, Role.NAME}), frozenset({Role.SENTENCE, Role.AMOUNT, Role.STATEMENT})
_MOVES = frozenset({Role.EXERCISE, Role.NAME})


def with_what_is_below(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, in which what stands right below a name without an amount is its sentence, or its amount.

    `Sit back. 3 sets of 10` calls no other exercise; `3x10, 60 s rest between sets` is not said of all of them.
    """
    for at, line in enumerate(lines):
        if (
            at
            and line.role in _MOVES
            and ((_is_below(lines[at - 1], line) and _is_deed(lines, at)) or _is_position_told(lines[at - 1], line))
        ):
            yield replace(line, role=Role.SENTENCE)
        elif at and line.role is Role.STATEMENT and _is_amount_of(lines[max(0, at - 2) : at], line):
            yield replace(line, role=Role.AMOUNT)
        elif at and _is_amount_with_manner(lines[at - 1], line):
            yield replace(line, role=Role.AMOUNT, facts=replace(line.facts, notes=(*line.facts.notes, line.name.text)))
        else:
            yield line


def without_positions(lines: Sequence[Line]) -> list[Line]:
    """The lines, in which what only says how one stands or lies below a name is a sentence."""
    return [
        replace(line, role=Role.SENTENCE, is_listed=False) if _is_position(lines, at) else line
        for at, line in enumerate(lines)
    ]


def _is_position(lines: Sequence[Line], at: int) -> bool:
    """Whether a line between a name and what is told of it only says how one stands, sits or lies there."""
    line, above, below = lines[at], lines[at - 1 : at], lines[at + 1 : at + 2]
    is_plain = line.block.kind in _KINDS and line.role in {Role.NAME, Role.TITLE} and not line.tail
    if not (is_plain and above and below):
        return False
    if line.block.kind is BlockKind.ITEM:
        return _is_first_step(above[0], line, below[0])
    is_timed = bool(above[0].facts.seconds) and below[0].block.marker[:1].isdecimal()
    if below[0].role not in _TOLD and not is_timed:
        return False
    if _TAKEN_UP.fullmatch(line.text) and above[0].role is Role.SENTENCE:
        return not (line.block.breaks or above[0].text.rstrip().endswith(":"))
    is_headed = above[0].is_heading or has_movement(above[0].name.text)
    is_head = above[0].role in _HEADS or (above[0].role is Role.TITLE and above[0].is_heading)
    return is_head and is_headed and bool(_POSITION.fullmatch(line.text))


def _is_first_step(head: Line, line: Line, below: Line) -> bool:
    """Whether an item is the first below the name of one exercise, above another that tells what to do there."""
    is_head = head.role is Role.NAME and head.block.kind is not BlockKind.ITEM
    is_one = is_head and not (head.facts.says_anything or GENERIC.fullmatch(head.text) or _SEVERAL.search(head.text))
    is_step = below.block.kind is BlockKind.ITEM and below.role is Role.SENTENCE and is_told(below.text)
    return is_one and is_step and bool(_POSITION.fullmatch(line.text))


def _is_position_told(above: Line, line: Line) -> bool:
    """Whether a paragraph below a name says in its first sentence how one is there, and behind it what is done."""
    is_below = above.role is Role.NAME and not above.facts.says_anything and not line.is_heading
    first, *others = sentences_in(line.text) if is_below and line.block.kind is BlockKind.PARAGRAPH else [""]
    return bool(others) and is_told(others[0]) and bool(_POSITION.fullmatch(first))


def _is_amount_of(before: Sequence[Line], line: Line) -> bool:
    """Whether it has nothing but sets with their amount and rest, below the name of one exercise and no list."""
    above = before[-1]
    if line.block.breaks or (above.role is before[0].role and before[0] is not above and not above.block.breaks):
        return False
    is_whole = bool(line.facts.sets and line.facts.has_amount and line.facts.rest_s) and not line.name.text
    return is_whole and _is_open_name(above) and not _OF_ALL.search(line.text)


def _is_amount_with_manner(above: Line, line: Line) -> bool:
    """Whether it is sets right below a name, with a few words about them behind: `3 x 10 nice and slow`."""
    is_told = line.is_counted and bool(line.facts.sets) and line.text[:1].isdecimal() and line.name.text[:1].islower()
    is_headed = above.calls_exercise and not above.facts.has_amount and has_movement(above.name.text)
    is_right_below = is_headed and not line.block.breaks and line.block.kind is BlockKind.PARAGRAPH
    return is_told and is_right_below and not has_movement(line.name.text) and len(line.name.text.split()) <= MOST_WORDS


MOST_WORDS = 4
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
