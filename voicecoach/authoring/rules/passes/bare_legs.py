"""Items that only say `Warm-up`, above the exercises that come behind it and are none of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from voicecoach.authoring.document import BlockKind
from voicecoach.authoring.rules.language.pattern import in_any_case
from voicecoach.authoring.rules.language.vocabulary import COOL_DOWN, WARM_UP
from voicecoach.authoring.rules.line_kinds.roles import Line, Role

_LEG = in_any_case(rf"\W*(?:{WARM_UP}|{COOL_DOWN})\W*")


def without_bare_legs(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, in which an item that names a leg and nothing in it is no title of the exercises in its list.

    So it is where it is the only title among items that are done in sets, as no warm-up is.
    """
    for is_list, group in groupby(lines, lambda line: line.block.kind is BlockKind.ITEM):
        items = list(group)
        titles = [at for at, one in enumerate(items[:-1]) if one.role is Role.TITLE]
        bare = titles if is_list and len(titles) == 1 and _is_bare(items, titles[0]) else []
        for at, one in enumerate(items):
            yield replace(one, role=Role.NOISE) if at in bare else one


def _is_bare(items: Sequence[Line], at: int) -> bool:
    """Whether the leg has nothing nested in it, and what stands beside it is done in sets."""
    leg, after = items[at], items[at + 1]
    alike = [one for one in items[at + 1 :] if one.block.level == leg.block.level and one.is_counted]
    is_called = bool(_LEG.fullmatch(leg.text)) and after.block.level <= leg.block.level
    return is_called and any((one.facts.sets or (1, 1))[1] > 1 for one in alike)
