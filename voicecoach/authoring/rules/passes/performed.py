"""Lists whose items say that their exercise is done: `Perform jumping jacks`, `Hold a wall sit`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.amounts.parts import parts_of
from voicecoach.authoring.rules.exercise_names.names import before_where, reads_as_name, unlabelled
from voicecoach.authoring.rules.language.movements import bare_words, ends_with_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case
from voicecoach.authoring.rules.language.words import GENERIC

LEAST_PERFORMED, MOST_WORDS, MOST_BEFORE = 3, 7, 5
_DONE = any_of(
    "perform|do|execute|complete|try|hold|practi[sc]e|carry (?:out|through)|go into|get into|move into|work on",
    "(?:start|begin|finish|end|carry on|continue)(?: off| up)? with",
)
_PERFORMED = in_any_case(
    rf"(?P<verb>{_DONE})\s+(?:(?:an?|some|your|the|a few|several|a set of)\s+)?"
    r"(?P<name>[^\W\d_][^.:;!?,\d()]{2,50}?)\s*(?:[.:!]\s+(?P<told>\S.*)|[.:!]?$)"
)
"""An order to do what is called, and what is told of it."""
_ONTO = in_any_case(r"\s+(?:on|in)to\s.*$")


def with_performed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; where several that are written alike each say that another exercise is done, it is their name."""
    found = {at: one for at, block in enumerate(blocks) if (one := _performed(block))}
    alike = defaultdict[tuple[BlockKind, int, str], list[int]](list)
    for at in found:
        alike[_shape(blocks[at])].append(at)
    named = {at for places in alike.values() if _is_list(blocks, places, found) for at in places}
    return [one for at, block in enumerate(blocks) for one in (_named(block, *found[at]) if at in named else (block,))]


def _shape(block: Block) -> tuple[BlockKind, int, str]:
    marker = block.marker[:1]
    return block.kind, block.level, "1" if marker.isdecimal() else marker


def _performed(block: Block) -> tuple[str, str] | None:
    """The name of what a block says is done, and what it tells behind that."""
    is_kind = block.kind in {BlockKind.ITEM, BlockKind.PARAGRAPH, BlockKind.HEADING}
    match = _PERFORMED.fullmatch(unlabelled(block.text.strip(" *_#")).strip(" *_#")) if is_kind else None
    name = match["name"].strip(" *_") if match else ""
    called = _ONTO.sub("", name)
    is_called = 0 < len(name.split()) <= MOST_WORDS and (ends_with_movement(called) or before_where(name) is not None)
    if not match or not is_called or GENERIC.fullmatch(name) or parts_of(name).parts or not reads_as_name(name):
        return None
    return name, (match["told"] or "").strip(" *_")


def _is_list(blocks: Sequence[Block], places: Sequence[int], found: dict[int, tuple[str, str]]) -> bool:
    """Whether so many other exercises are said to be done, and aren't the steps of one that is called above."""
    names = {frozenset(bare_words(found[at][0])) for at in places}
    above = blocks[places[0] - 1].text.strip(" :*#") if places[0] else ""
    is_of_one = (
        len(above.split()) <= MOST_BEFORE and ends_with_movement(above) and bare_words(above)[-1] not in _SEVERAL
    )
    beside = [at for at in range(places[0], places[-1]) if _shape(blocks[at]) == _shape(blocks[places[0]])]
    return len(names) >= LEAST_PERFORMED and not is_of_one and 2 * len(places) > len(beside)


_SEVERAL = frozenset({"stretch", "exercise", "pose", "flow"})
"""What the title of a list ends with, singular as words are compared."""


def _named(block: Block, name: str, told: str) -> Iterator[Block]:
    yield replace(block, text=name)
    if told:
        yield Block(BlockKind.PARAGRAPH, told, block.line)
