"""Rests that stand below each exercise, and are of that alone: `4 min between sets` below `Squat 5x5`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

LEAST_BELOW, MOST_BELOW = 2, 0.6
_LABEL = r"[A-H]\d?|\d{1,2}[a-h]"
_REST = r"(?:no rest|(?:(?:take|rest)(?: for)? )?\d[\d:.-]*[ -]?(?:s|secs?|seconds?|mins?|minutes?|m)(?: rest)?)"
_BY_LABEL = in_any_case(
    rf"[\s,;.(–-]*(?:(?:and|then|but) )?(?P<rest>{_REST})"
    rf" (?:after (?:each (?:set of )?)?(?P<after>{_LABEL})|between (?P<first>{_LABEL}) ?(?:and|&|/) ?(?:{_LABEL}))\b\)?"
)
"""A rest behind an exercise that is called by its letter: `90 s after A2`, `no rest between A1 and A2`."""


_LABELLED = in_any_case(_LABEL)


def with_own_rests(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, in which a rest below an exercise is its own, where most stand below a single one, or it is set in."""
    places = [at for at, line in enumerate(lines) if at and _is_rest(line) and lines[at - 1].role is Role.EXERCISE]
    alone = [at for at in places if at == 1 or lines[at - 2].role is not Role.EXERCISE]
    own = set(places) if len(alone) >= LEAST_BELOW and len(alone) >= MOST_BELOW * len(places) else set()
    for at, line in enumerate(lines):
        is_own = at in own or (at in places and _is_set_in(lines[at - 1], line))
        yield replace(line, role=Role.AMOUNT) if is_own else line


def _is_rest(line: Line) -> bool:
    """Whether it says how long to rest between sets, and nothing else."""
    is_only = bool(line.facts.rest_s) and not replace(line.facts, rest_s=None, notes=()).says_anything
    return line.role is Role.STATEMENT and is_only


def _is_set_in(exercise: Line, line: Line) -> bool:
    """Whether an item stands below another's."""
    are_items = exercise.block.kind is BlockKind.ITEM and line.block.kind is BlockKind.ITEM
    return are_items and line.block.level > exercise.block.level


def with_labelled_rests(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; a rest that is told of an exercise by its letter stands behind that."""
    found = list(blocks)
    labels = dict[str, int]()
    for at, block in enumerate(blocks):
        if _LABELLED.fullmatch(label := block.marker.strip(" .):").upper()):
            labels[label] = at
        if labels and (" after " in block.text or "between " in block.text):
            _move_rests(found, at, labels)
    return [one for one in found if one.cells or one.text.strip(" ,;.")]


def _move_rests(found: list[Block], at: int, labels: dict[str, int]) -> None:
    for one in list(_BY_LABEL.finditer(found[at].text)):
        if (place := labels.get((one["after"] or one["first"]).upper())) is not None:
            rest = one["rest"] if "rest" in one["rest"].lower() else f"rest {one['rest']}"
            found[at] = replace(found[at], text=found[at].text.replace(one[0], "", 1))
            found[place] = replace(found[place], text=f"{found[place].text}, {rest.lower()}")
