"""Names with their amount further below: some sentences come first, or a line that leads over, as `How to do it:`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.language.movements import ends_with_movement
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

MOST_BETWEEN, MOST_WORDS = 9, 8
_LEADS_OVER = in_any_case(
    r"how(?: to)?(?: (?:do|perform|use|it's))?(?: (?:it|this|them|done))?(?: (?:exercise|move|movement|one))?"
    r"|instructions?|directions?|the (?:details|numbers|move|how-to)|what to do|do it|try it"
)
_ON_FORM = in_any_case(r"(?:[\w'’]+ ){0,3}(?:cues|pointers|tips|points)")
"""The title of a list of what to mind, which stands between a name and its amount."""
_PLAIN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def with_names_further_above(lines: Sequence[Line]) -> list[Line]:
    """The lines; a short one above sentences and then nothing but sets or repetitions is what these are of."""
    leads = {at for at in range(len(lines)) if _leads_over(lines, at) or _heads_cues(lines, at)}
    names = {head for at in range(len(lines)) if (head := _head_of(lines, at, leads)) is not None}
    used = {
        at for at in leads if lines[at].role is not Role.NOISE and not names.isdisjoint(range(at - MOST_BETWEEN, at))
    }
    return [_made(line, is_name=at in names, is_lead=at in used) for at, line in enumerate(lines)]


def _made(line: Line, *, is_name: bool, is_lead: bool) -> Line:
    if is_name:
        return replace(line, role=Role.NAME, is_listed=True)
    return replace(line, role=Role.NOISE) if is_lead else line


def _leads_over(lines: Sequence[Line], at: int) -> bool:
    """Whether it is a title of what comes, right above an amount."""
    below = lines[at + 1 : at + 2]
    is_above = bool(below) and _is_amount(below[0])
    return is_above and lines[at].block.kind in _PLAIN and bool(_LEADS_OVER.fullmatch(lines[at].text.strip(" :*#")))


def _heads_cues(lines: Sequence[Line], at: int) -> bool:
    """Whether it is a title right between the name of an exercise and a list of what to mind."""
    line, above, below = lines[at], lines[at - 1 : at] if at else (), lines[at + 1 : at + 2]
    is_title = line.block.kind in _PLAIN and bool(_ON_FORM.fullmatch(line.text.strip(" :*#")))
    is_below = any(one.role in {Role.NAME, Role.TITLE} and ends_with_movement(one.text) for one in above)
    return is_title and is_below and any(one.block.kind is BlockKind.ITEM for one in below)


def _is_amount(line: Line) -> bool:
    is_said = bool(line.facts.reps or line.facts.seconds) and not line.facts.is_of_section
    return line.role is Role.AMOUNT and line.block.kind in _PLAIN and is_said


def _head_of(lines: Sequence[Line], at: int, leads: set[int]) -> int | None:
    """Where the name of the amount in `lines[at]` stands, with sentences or what leads over between."""
    if not _is_amount(lines[at]):
        return None
    first_lead = max(leads & {*range(at - MOST_BETWEEN, at)}, default=at)
    for head in range(at - 1, max(-1, at - 1 - MOST_BETWEEN), -1):
        line = lines[head]
        is_text = line.block.kind is BlockKind.PARAGRAPH or (line.block.kind is BlockKind.ITEM and head > first_lead)
        is_told = line.role in {Role.SENTENCE, Role.NOISE} and is_text
        if head in leads or is_told:
            continue
        is_counted = line.block.kind is BlockKind.ITEM and line.block.marker[:1].isdecimal()
        is_short = len(line.text.split()) <= MOST_WORDS and not line.text.rstrip().endswith((".", ":", "!", "?"))
        is_name = line.role is Role.NAME and not line.facts.says_anything and is_short
        is_near = head == at - 1 and line.block.kind in _PLAIN
        return head if is_name and (is_counted or is_near or head + 1 in leads or at - 1 in leads) else None
    return None
