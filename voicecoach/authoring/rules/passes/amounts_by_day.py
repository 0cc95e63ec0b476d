"""How much of each of a list is done on which days, above it: `On strength days: 3 sets of 10 reps of each`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from re import Match

from voicecoach.authoring.document import Block, BlockKind
from voicecoach.authoring.rules.language.movements import has_movement
from voicecoach.authoring.rules.language.pattern import any_of, in_any_case

_WHEN = any_of(
    r"days?|mornings?|evenings?|weekends?|weekdays?|sessions?",
    r"(?:before|after|pre|post)[ -](?:(?:every|each|any|a|your|the)\s+)?"
    r"(?:run|ride|swim|workout|training|race|session)s?",
)
_BY_DAY = in_any_case(
    rf"(?P<label>(?=[^\d:]*\b{_WHEN}\b)[^\d:]{{3,70}}?)\s*(?::|\s[–—-])\s*"
    r"(?:(?:do|perform|complete|aim for)\s+)?(?P<amount>\d[^.;:]{1,60}?)"
    r"\s+(?:of|for)\s+each(?:\s+(?:one|exercise|move|movement|drill|stretch))?(?P<behind>\s*\([^()]*\))?\W*"
)
_SETS = in_any_case(r"(?P<sets>\d{1,2})(?:\s?[-–]\s?\d{1,2})?\s*(?:sets?\b|[x×]\s*\d)")
_ON = in_any_case(r"\W*(?:on|in|every|before|after|pre|post)\b")


def with_amounts_by_day(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; what is said of each below stands alone, without its days: of several that with the most sets.

    One day alone may be the title of what stands below, unless it is said as when that is done.
    """
    found = list[Block]()
    runs = [(is_said, list(run)) for is_said, run in groupby(blocks, key=_is_by_day)]
    is_single = sum(is_said for is_said, _ in runs) == 1
    for is_said, said in runs:
        is_one = is_said and (len(said) > 1 or (is_single and bool(_ON.match(said[0].text))))
        found += [_one_of(said)] if is_one else said
    return found


def _is_by_day(block: Block) -> bool:
    return _found(block) is not None


def _found(block: Block) -> Match[str] | None:
    is_plain = block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING} and " each" in block.text.lower()
    found = _BY_DAY.fullmatch(block.text) if is_plain else None
    return found if found and not has_movement(found["amount"]) else None


def _one_of(run: Sequence[Block]) -> Block:
    """The amount of the days on which most sets are done, the first of them."""
    block = max(run, key=lambda one: _sets_in(one.text))
    found = _found(block)
    assert found  # noqa: S101 - asked by the caller
    text = f"{found['amount'].strip()} of each{found['behind'] or ''}"
    return replace(block, kind=BlockKind.PARAGRAPH, level=0, text=text, breaks=max(one.breaks for one in run))


def _sets_in(text: str) -> int:
    found = _SETS.search(text)
    return int(found["sets"]) if found else 0
