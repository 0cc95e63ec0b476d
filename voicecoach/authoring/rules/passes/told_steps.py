"""Steps below a label that stands below each exercise: `Frog stretch`, `How to:`, `1. Knees wide`, `5. Hold 30 s`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

_LABEL = in_any_case(
    r"how(?: to)?(?: (?:do|perform|use))?(?: (?:it|this|them))?(?: (?:exercise|move|movement|stretch|one))?"
    r"|(?:the )?steps?|(?:step[ -]by[ -]step )?instructions?|execution|directions?|method|procedure|performance"
)
_KEPT = frozenset({Role.AMOUNT, Role.NOISE, Role.STATEMENT})
LEAST_LABELS, LEAST_STEPS, MOST_WORDS = 2, 2, 8
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def with_steps_told(lines: Sequence[Line]) -> list[Line]:
    """The lines; where several names have steps below the same label, these tell of them, with their amounts."""
    labels = [at for at in range(1, len(lines)) if _is_label(lines, at)]
    written = [_bare(lines[at]) for at in labels]
    found = list(lines)
    for at, text in zip(labels, written, strict=True):
        if written.count(text) < LEAST_LABELS:
            continue
        found[at - 1] = replace(lines[at - 1], role=Role.NAME, is_listed=True, tail="")
        found[at] = replace(lines[at], role=Role.NOISE)
        for place, step in _steps(lines, at):
            found[place] = _told(step)
    return found


def _is_label(lines: Sequence[Line], at: int) -> bool:
    """Whether it leads from a short name right above to steps."""
    line, above = lines[at], lines[at - 1]
    is_between = line.block.kind in _PLAIN and above.block.kind in _PLAIN and bool(_LABEL.fullmatch(_bare(line)))
    is_name = above.role in {Role.NAME, Role.TITLE} and len(above.text.split()) <= MOST_WORDS
    return is_between and is_name and len(list(_steps(lines, at))) >= LEAST_STEPS


def _bare(line: Line) -> str:
    return line.text.strip(" :*#.").lower()


def _steps(lines: Sequence[Line], at: int) -> Iterator[tuple[int, Line]]:
    below = enumerate(lines[at + 1 :], at + 1)
    return takewhile(lambda pair: pair[1].block.kind is BlockKind.ITEM, below)


def _told(step: Line) -> Line:
    """A step as what is told of the exercise; one that only counts what is done there is its amount: `10 switches`."""
    if step.role in _KEPT:
        return step
    is_amount = step.is_counted and step.text[:1].isdecimal() and not has_movement(step.name.text)
    return replace(step, role=Role.AMOUNT if is_amount else Role.SENTENCE, is_listed=False, tail="")
