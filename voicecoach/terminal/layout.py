"""How large each thing on a screen is drawn: all of them as large as fit together, each by its weight.

A screen is a tree of `Words` and bars, one below the other in a `Column` or two side by side. `solve` gives each its
box. What it measures are stand-ins as wide as whatever may stand in a box while a step lasts, so that nothing moves
when a number grows a digit or a phase has a longer name; `fitted` then draws what there is to read into its box.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from math import log

from rich.cells import cell_len

from voicecoach.terminal.block_letters import PIXEL_ROWS, Grain
from voicecoach.terminal.lettering import Box, form_of, form_of_lines

GAP_ROWS_FROM = 24
"""So large a number has a row between things, twice as large a number two."""
BESIDE_COLUMNS = 4
"""Between two things side by side."""
LEAST_BESIDE = 12
"""Something beside a number has at least so many columns."""
GROWTH, NUMBER_GROWTH = 1.6, 4
"""Where there is room left, a thing may grow to so much of its share."""
LEAST_NUMBER, LIGHT = 9, 0.1
"""For a number of so many half rows what weighs less than this is left out."""
LARGE_NUMBER = 18
"""Half rows of a number that is read from two metres."""
LARGE_FROM_TO = ((0.0, True), (0.2, True), (0.2, False), (0.22, True), (0.22, False))
"""What weighs how much is in large letters, with free rows or without, if the number is still read from two metres."""
MOST_KEPT = 0.75
"""The rest is where the number keeps so much of its size."""
AIR_FROM_ROWS = 18
"""A window with so many rows has a free one for every other thing."""
PLAIN_DOTS = 2
"""The height of plain letters."""
NEVER = 10_000
"""Rows of what doesn't fit."""


@dataclass(frozen=True, slots=True)
class Words:
    """Something to read. `measure` is as wide as whatever may stand here.

    `weight` is the height of its letters in that of the number's. It may take `most_lines` lines, and `plain_rows` rows
    where it isn't large.
    """

    name: str
    measure: str
    weight: float
    most_lines: int = 1
    plain_rows: int = 1


@dataclass(frozen=True, slots=True)
class Lines:
    """Rows of a list, below each other at the left."""

    name: str
    measures: tuple[str, ...]
    weight: float


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar across the window; `weight` as for words."""

    name: str
    weight: float


@dataclass(frozen=True, slots=True)
class Column:
    """Things below each other."""

    children: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Two things side by side, of which the `number` is drawn first, on at most `share` of the columns."""

    number: Words
    other: Node
    share: float
    number_first: bool = True


Leaf = Words | Lines | Bar
Node = Words | Lines | Bar | Column | Beside


@dataclass(frozen=True, slots=True)
class Space:
    """What a layout is made for: columns and rows, and how fine they can be drawn."""

    columns: int
    rows: int
    grain: Grain


@lru_cache(64)
def solve(ways: tuple[Column, ...], space: Space) -> Mapping[str, Box]:
    """The boxes by the names of what stands in them, of that way to arrange things in which they are largest.

    What weighs least is left out where not everything has room.
    """
    solver = max((_Solver(way, space) for way in ways), key=lambda one: one.quality)
    return dict(solver.boxes())


@dataclass
class _Solver:
    """One way to arrange things. `sizes` are heights of letters in half rows by name."""

    root: Column
    space: Space
    sizes: dict[str, int] = field(default_factory=dict)
    base: int = 0
    large_from: float = NEVER
    air: int = 0

    def __post_init__(self) -> None:
        while not self._fits_at(0) and len(self.root.children) > 1:
            least = min(self.root.children, key=weight)
            self.root = Column(tuple(one for one in self.root.children if one is not least))
        most = self._largest_base(NEVER, airy=True)
        while most < LEAST_NUMBER and (light := min(self.root.children, key=weight)) and weight(light) < LIGHT:
            self.root = Column(tuple(one for one in self.root.children if one is not light))
            most = self._largest_base(NEVER, airy=True)
        for large_from, airy in LARGE_FROM_TO:
            base = self._largest_base(large_from, airy=airy)
            if base >= max(LARGE_NUMBER, most * (0 if large_from else MOST_KEPT)):
                break
        else:
            base = self._largest_base(NEVER, airy=True)
        self._fits_at(base)
        self._grow()

    def _largest_base(self, large_from: float, *, airy: bool) -> int:
        """The largest number for which all fits, with the rest by its weight."""
        self.large_from = large_from
        self.air = len(self.root.children) // 2 if airy and self.space.rows >= AIR_FROM_ROWS else 0
        low, high = 0, 4 * self.space.rows
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits_at(middle) else (low, middle - 1)
        return low

    @property
    def quality(self) -> float:
        """How large everything is, what weighs more for more."""
        boxes, all_leaves = dict(self.boxes()), list(leaves(self.root))
        if len(boxes) < len(all_leaves):
            return -NEVER
        return sum(leaf.weight * log(max(PLAIN_DOTS, boxes[leaf.name].height)) for leaf in all_leaves)

    def boxes(self) -> Iterator[tuple[str, Box]]:
        """The boxes, with what is left of the rows spread between them."""
        children = self.root.children
        heights = [self._rows(child, self.space.columns) for child in children]
        spare = max(0, self.space.rows - sum(heights))
        top = 0
        gaps = len(children) + (spare > len(children))
        for number, (child, height) in enumerate(zip(children, heights, strict=True)):
            top += -(-spare * (number + 1) // gaps) + (-spare * number // gaps)
            yield from self._place(child, top, 0, self.space.columns)
            top += height

    def _fits_at(self, base: int) -> bool:
        self.base = base
        self.sizes = {leaf.name: max(self._least(leaf), int(leaf.weight * base)) for leaf in leaves(self.root)}
        return self._fits()

    def _least(self, leaf: Leaf) -> int:
        return PIXEL_ROWS if leaf.weight >= self.large_from else 0

    def _fits(self) -> bool:
        return self._rows(self.root, self.space.columns) + self.air <= self.space.rows

    def _grow(self) -> None:
        """Let each thing be large, then grow into the room that is left, what weighs most first."""
        growing = sorted((leaf for leaf in leaves(self.root) if not isinstance(leaf, Bar)), key=lambda one: -one.weight)
        for leaf in growing:
            self._try(leaf, PIXEL_ROWS)
        for leaf in growing:
            growth = NUMBER_GROWTH if leaf.name == "number" else GROWTH
            low, high = self.sizes[leaf.name], int(self.sizes[leaf.name] * growth)
            while low < high:
                middle = (low + high + 1) // 2
                low, high = (middle, high) if self._try(leaf, middle) else (low, middle - 1)

    def _try(self, leaf: Leaf, size: int) -> bool:
        """Whether a thing may be so large."""
        before = self.sizes[leaf.name]
        self.sizes[leaf.name] = max(before, size)
        if self._fits():
            return True
        self.sizes[leaf.name] = before
        return False

    # Rows

    def _rows(self, node: Node, columns: int) -> int:
        if isinstance(node, Column):
            gaps = self._gap * (len(node.children) - 1)
            return sum(self._rows(child, columns) for child in node.children) + gaps
        if isinstance(node, Beside):
            across = self._across(node, columns)
            if across is None:
                return NEVER
            return max(self._rows(node.number, across[0]), self._rows(node.other, across[1]))
        return self._leaf(node, columns)[0]

    @property
    def _gap(self) -> int:
        """Rows between things below each other."""
        return self.base // GAP_ROWS_FROM

    def _across(self, node: Beside, columns: int) -> tuple[int, int] | None:
        """The columns of the number and of the other thing."""
        number = self._leaf(node.number, int(columns * node.share))[1]
        other = columns - number - BESIDE_COLUMNS
        return (number, other) if other >= LEAST_BESIDE else None

    def _leaf(self, leaf: Leaf, columns: int) -> tuple[int, int, int]:
        """Its rows and columns, and the height of its letters in dots."""
        size = self.sizes[leaf.name]
        if isinstance(leaf, Bar):
            return max(1, int(leaf.weight * self.base) // 2), columns, 0
        height = size * self.space.grain.down // 2
        box = Box(0, 0, NEVER, columns, height)
        if isinstance(leaf, Lines):
            form = form_of_lines(leaf.measures, box, self.space.grain)
            plain = len(leaf.measures), max(map(cell_len, leaf.measures), default=0)
        else:
            form = form_of(leaf.measure, box, leaf.most_lines, self.space.grain)
            plain = leaf.plain_rows, cell_len(leaf.measure)
        if form is None:
            return plain[0], min(columns, plain[1]), 0
        return form.rows(self.space.grain, air=True), form.columns(self.space.grain), form.height

    # Boxes

    def _place(self, node: Node, top: int, left: int, columns: int) -> Iterator[tuple[str, Box]]:
        if isinstance(node, Column):
            for child in node.children:
                yield from self._place(child, top, left, columns)
                top += self._rows(child, columns) + self._gap
        elif isinstance(node, Beside):
            yield from self._place_beside(node, top, left, columns)
        else:
            rows, _, height = self._leaf(node, columns)
            yield node.name, Box(top, left, rows, columns, height)

    def _place_beside(self, node: Beside, top: int, left: int, columns: int) -> Iterator[tuple[str, Box]]:
        """Both in the middle of the rows of the higher one, and together in the middle of the columns."""
        across = self._across(node, columns)
        if across is None:
            return
        number_columns, other_columns = across
        used = min(other_columns, max(self._columns(node.other, other_columns), LEAST_BESIDE))
        left += (other_columns - used) // 2
        number_rows, other_rows = self._rows(node.number, number_columns), self._rows(node.other, used)
        rows = max(number_rows, other_rows)
        number_left = left if node.number_first else left + used + BESIDE_COLUMNS
        other_left = left + number_columns + BESIDE_COLUMNS if node.number_first else left
        yield from self._place(node.number, top + (rows - number_rows) // 2, number_left, number_columns)
        yield from self._place(node.other, top + (rows - other_rows) // 2, other_left, used)

    def _columns(self, node: Node, columns: int) -> int:
        if isinstance(node, Column):
            return max(self._columns(child, columns) for child in node.children)
        return columns if isinstance(node, Beside) else self._leaf(node, columns)[1]


def leaves(node: Node) -> Iterator[Leaf]:
    """All that is read or seen in a tree."""
    if isinstance(node, Column):
        for child in node.children:
            yield from leaves(child)
    elif isinstance(node, Beside):
        yield node.number
        yield from leaves(node.other)
    else:
        yield node


def weight(node: Node) -> float:
    """The weight of the heaviest thing in a tree."""
    return max(leaf.weight for leaf in leaves(node))
