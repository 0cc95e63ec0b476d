"""Steps below each exercise, behind a label or not: `Frog stretch`, `How to:`, `1. Knees wide`, `5. Hold 30 s`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.amounts.facts import Facts
from voicecoach.authoring.rules.exercise_names.names import is_told
from voicecoach.authoring.rules.language.moment_words import SETUP
from voicecoach.authoring.rules.language.movements import ends_with_movement, has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.section_words import SECTION
from voicecoach.authoring.rules.language.sentence_words import BODY, MOVED
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

_LABEL = in_any_case(
    r"how(?: to)?(?: (?:do|perform|use))?(?: (?:it|this|them))?(?: (?:exercise|move|movement|stretch|one))?"
    r"|(?:the )?steps?|(?:step[ -]by[ -]step )?instructions?|execution|directions?|method|procedure|performance"
)
_CYCLES = in_any_case(r"\b(?:cycles?|rotations?|turns)\b")
_KEPT = frozenset({Role.AMOUNT, Role.NOISE})
_NAMES = frozenset({Role.NAME, Role.TITLE})
_ON_IT = frozenset({Role.SENTENCE, Role.RULES})
LEAST_LABELS, LEAST_STEPS, MOST_WORDS, MOST_BETWEEN = 2, 2, 8, 2
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def with_steps_told(lines: Sequence[Line]) -> list[Line]:
    """The lines; where several names have steps below, or below the same label, these tell of them with amounts."""
    found = list(lines)
    for name, first in (*_below_labels(lines), *_below_headings(lines)):
        found[name] = replace(lines[name], role=Role.NAME, is_listed=True, tail="")
        for label in (at for at in range(name + 1, first) if _is_label(lines[at])):
            found[label] = replace(lines[label], role=Role.NOISE)
        for place, step in _steps(lines, first):
            found[place] = _told(step)
    return found


def _below_labels(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where names stand whose steps have the same label above them, and the first step of each."""
    labels = [at for at in range(1, len(lines)) if _is_label(lines[at])]
    found = [
        (name, first, _bare(lines[at]))
        for at in labels
        if (first := _first_step(lines, at)) and (name := _name_above(lines, at)) is not None
    ]
    written = [text for *_, text in found]
    return ((name, first) for name, first, text in found if written.count(text) >= LEAST_LABELS)


def _first_step(lines: Sequence[Line], label: int) -> int | None:
    """Where the first step below a label stands; a sentence that tells how one begins may be before it."""
    is_begun = any(one.block.kind in _PLAIN and _is_told(one) for one in lines[label + 1 : label + 2])
    first = label + 2 if is_begun else label + 1
    return first if _are_steps(lines, first) else None


def _below_headings(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Where headings of one level stand right above counted steps, most of them called as exercises are."""
    heads = [at for at, one in enumerate(lines[:-1]) if _is_head(one) and _are_counted_off(lines, at + 1)]
    for level in {lines[at].block.level: None for at in heads}:
        alike = [at for at in heads if lines[at].block.level == level]
        known = [at for at in alike if ends_with_movement(lines[at].text)]
        if len(known) >= LEAST_LABELS and 2 * len(known) >= len(alike):
            yield from ((at, at + 1) for at in alike)


def _is_head(line: Line) -> bool:
    is_short = line.is_heading and len(line.text.split()) <= MOST_WORDS and not line.facts.says_anything
    is_name = line.role is Role.NAME or (line.role is Role.TITLE and not SECTION.fullmatch(line.text))
    return is_short and is_name


def _are_counted_off(lines: Sequence[Line], first: int) -> bool:
    """Whether steps begin there that are counted, and tell what to do; none is called as an exercise is."""
    steps = [one for _, one in _steps(lines, first)]
    told = [one for one in steps if _is_told(one)]
    are_counted = all(one.block.marker[:1].isdecimal() for one in steps if one.block.kind is BlockKind.ITEM)
    is_called = any(one.is_counted and one not in told and has_movement(one.name.text) for one in steps)
    return len(steps) >= LEAST_STEPS and are_counted and not is_called and 2 * len(told) >= len(steps)


def _is_told(step: Line) -> bool:
    """Whether it tells what to do, or where a part of the body is."""
    if is_told(step.text) or SETUP.match(step.text) or MOVED.match(step.text):
        return not ends_with_movement(step.name.text)
    return bool(BODY.search(step.text)) and not ends_with_movement(step.name.text)


def _is_label(line: Line) -> bool:
    return line.block.kind in _PLAIN and bool(_LABEL.fullmatch(_bare(line)))


def _are_steps(lines: Sequence[Line], first: int) -> bool:
    return len(list(_steps(lines, first))) >= LEAST_STEPS


def _name_above(lines: Sequence[Line], label: int) -> int | None:
    """Where the short name stands above a label, and above sentences on it: `Why: it opens the hips`."""
    for at in range(label - 1, max(label - 2 - MOST_BETWEEN, -1), -1):
        line = lines[at]
        if line.block.kind in _PLAIN and line.role in _NAMES and len(line.text.split()) <= MOST_WORDS:
            return at
        if line.role not in _ON_IT or line.is_heading:
            return None
    return None


def _bare(line: Line) -> str:
    return line.text.strip(" :*#.").lower()


def _steps(lines: Sequence[Line], first: int) -> Iterator[tuple[int, Line]]:
    """The items there, and what was parted from one: `Cat: round your back`."""
    below = enumerate(lines[first:], first)
    return takewhile(lambda pair: _is_step(lines, pair[0]), below)


def _is_step(lines: Sequence[Line], at: int) -> bool:
    block, above = lines[at].block, lines[at - 1].block
    is_part = block.kind is BlockKind.PARAGRAPH and block.line == above.line
    return block.kind is BlockKind.ITEM or is_part


def _told(step: Line) -> Line:
    """A step as what is told of the exercise; one that only counts what is done there is its amount: `10 switches`."""
    if step.role is Role.STATEMENT:
        return _counted(step)
    if step.role in _KEPT:
        return step
    is_amount = step.is_counted and step.text[:1].isdecimal() and not has_movement(step.name.text)
    return replace(step, role=Role.AMOUNT if is_amount else Role.SENTENCE, is_listed=False, tail="")


def _counted(line: Line) -> Line:
    """What is said of an exercise, as its amount: `8 cycles` of it are repetitions, `3 rounds` are sets."""
    rounds = line.facts.rounds
    facts = Facts(reps=rounds) if _CYCLES.search(line.text) else Facts(sets=rounds)
    return replace(line, role=Role.AMOUNT, facts=facts if line.facts == Facts(rounds=rounds) else line.facts)
