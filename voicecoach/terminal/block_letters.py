"""Letters and digits drawn with block characters at any size, to be read from a mat.

A shape is five rows of pixels. It is drawn on a finer grid, of as many dots to a character as a terminal can show (see
`Grain`); round corners are rounded and slanting strokes filled on the way.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from math import ceil

SHAPES = {
    "A": ".#. #.# ### #.# #.#",
    "B": "##. #.# ##. #.# ##.",
    "C": ".## #.. #.. #.. .##",
    "D": "##. #.# #.# #.# ##.",
    "E": "### #.. ##. #.. ###",
    "F": "### #.. ##. #.. #..",
    "G": ".### #... #.## #..# .###",
    "H": "#.# #.# ### #.# #.#",
    "I": "# # # # #",
    "J": "..# ..# ..# #.# .#.",
    "K": "#.# #.# ##. #.# #.#",
    "L": "#.. #.. #.. #.. ###",
    "M": "#...# ##.## #.#.# #...# #...#",
    "N": "#..# ##.# #.## #..# #..#",
    "O": ".#. #.# #.# #.# .#.",
    "P": "##. #.# ##. #.. #..",
    "Q": ".##. #..# #..# #.#. .#.#",
    "R": "##. #.# ##. #.# #.#",
    "S": ".## #.. .#. ..# ##.",
    "T": "### .#. .#. .#. .#.",
    "U": "#.# #.# #.# #.# ###",
    "V": "#.# #.# #.# #.# .#.",
    "W": "#...# #...# #.#.# ##.## #...#",
    "X": "#.# #.# .#. #.# #.#",
    "Y": "#.# #.# .#. .#. .#.",
    "Z": "### ..# .#. #.. ###",
    "0": "### #.# #.# #.# ###",
    "1": ".# ## .# .# .#",
    "2": "### ..# ### #.. ###",
    "3": "### ..# ### ..# ###",
    "4": "#.# #.# ### ..# ..#",
    "5": "### #.. ### ..# ###",
    "6": "### #.. ### #.# ###",
    "7": "### ..# ..# ..# ..#",
    "8": "### #.# ### #.# ###",
    "9": "### #.# ### ..# ###",
    " ": ".. .. .. .. ..",
    "-": "... ... ### ... ...",
    "/": "..# ..# .#. #.. #..",
    ":": ". # . # .",
    ".": ". . . . #",
    ",": ".. .. .. .# #.",
    ";": ".. .# .. .# #.",
    "!": "# # # . #",
    "?": "##. ..# .#. ... .#.",
    "'": "# # . . .",
    "&": ".#.. #.#. .##. #.#. .#.#",
    "+": "... .#. ### .#. ...",
    "(": ".# #. #. #. .#",
    ")": "#. .# .# .# #.",
    "[": "## #. #. #. ##",
    "]": "## .# .# .# ##",
    "{": ".## .#. #.. .#. .##",
    "}": "##. .#. ..# .#. ##.",
    "%": "#..# ...# .##. #... #..#",
    "*": "... #.# .#. #.# ...",
    "=": "... ### ... ### ...",
    "<": "..# .#. #.. .#. ..#",
    ">": "#.. .#. ..# .#. #..",
    "#": ".#.#. ##### .#.#. ##### .#.#.",
    "@": ".###. #..## #.#.# #.### .##..",
    "$": ".## ##. .#. .## ##.",
    "£": ".## .#. ### .#. ###",
    "€": ".## #.. ##. #.. .##",
    "¥": "#.# #.# .#. ### .#.",
    '"': "#.# #.# ... ... ...",
    "_": "... ... ... ... ###",
    "|": "# # # # #",
    "\\": "#.. #.. .#. ..# ..#",
    "~": "... .#. #.# ... ...",
    "^": ".#. #.# ... ... ...",
    "°": "## ## .. .. ..",
    "·": ". . # . .",
    "×": "... #.# .#. #.# ...",
    "÷": ".#. ... ### ... .#.",
    "±": ".#. ### .#. ... ###",
    "«": "..#.# .#.#. #.#.. .#.#. ..#.#",
    "»": "#.#.. .#.#. ..#.# .#.#. #.#..",
    "¡": "# . # # #",
    "¿": ".#. ... .#. #.. .##",
}
LARGE_SHAPES = {
    "A": "### #.# ### #.# #.#",
    "C": "### #.. #.. #.. ###",
    "G": "#### #... #.## #..# ####",
    "J": "..# ..# ..# #.# ###",
    "O": "### #.# #.# #.# ###",
    "Q": "#### #..# #..# #.## ####",
    "S": "### #.. ### ..# ###",
}
"""Shapes whose corners are rounded, where letters are large enough for that."""
LARGE_FROM = 7
"""Letters so many dots high are large enough."""
ROUND = frozenset("ACGJOQSU02356789&@$£€?¿()")
"""What has round corners outside."""
SQUARE_CORNERS = frozenset({("5", 0, 0), ("A", 4, 0), ("A", 4, 2)})
"""Those of them that stay square."""
ALIKE = str.maketrans(
    {
        **dict.fromkeys("’‘´`", "'"),
        **dict.fromkeys("“”„", '"'),
        **dict.fromkeys("–—−¬", "-"),
        "⁄": "/",
        "¦": "|",
        "…": "...",
        "\N{SOFT HYPHEN}": "",
        "µ": "u",
        "¶": "P",
        "§": "S",
        "¢": "C",
        "¤": "O",
        "Æ": "AE",
        "æ": "AE",
        "Œ": "OE",
        "œ": "OE",
        "Ø": "O",
        "ø": "O",
        "Ð": "D",
        "ð": "D",
        "Đ": "D",
        "đ": "D",
        "Þ": "TH",
        "þ": "TH",
        "Ł": "L",
        "ł": "L",
        "ı": "I",
        "©": "(C)",
        "®": "(R)",
    }
)
"""What is drawn as something else; accents are left out."""
PIXEL_ROWS = 5
LEAST_SHARE = 0.6
"""Pixels narrower than this share of their height aren't read from afar."""


@dataclass(frozen=True, slots=True)
class Grain:
    """How fine a terminal can draw: dots across and down in a character, and the character for each set of them.

    A character is twice as high as it is wide. In the index of a character each dot is a bit, the first the upper left.
    """

    across: int
    down: int
    characters: str

    def square(self, height: int) -> int:
        """Dots across of a pixel as wide as it is high, in letters `height` dots high."""
        return max(1, round(height * 2 * self.across / self.down / PIXEL_ROWS))

    def narrowest(self, height: int) -> int:
        """Dots across of the narrowest pixel that is still read."""
        return max(1, ceil(height * 2 * self.across / self.down / PIXEL_ROWS * LEAST_SHARE))


QUADRANTS = Grain(2, 2, " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█")
HALVES = Grain(1, 2, " ▀▄█")
WHOLE = Grain(1, 1, " #")


def letters(text: str) -> list[str] | None:
    """`text` in three rows of half blocks; None if it has a character without a shape."""
    if width_of(text) is None:
        return None
    return [row.rstrip() for row in drawn((text,), PIXEL_ROWS, 1, HALVES)]


@lru_cache(4096)
def width_of(text: str) -> int | None:
    """How many pixels wide it is; None if it has a character without a shape."""
    shapes = [SHAPES.get(character) for character in plain(text)]
    if not shapes or None in shapes:
        return None
    return sum(shape.index(" ") + 1 for shape in shapes if shape) - 1


@lru_cache(512)
def wrapped(text: str, count: int) -> tuple[tuple[str, ...], int] | None:
    """`text` in at most `count` lines, as narrow as may be, and how many pixels wide the widest is.

    None where it has fewer words or a character without a shape.
    """
    words = text.split()
    total = width_of(" ".join(words))
    if total is None or count > len(words):
        return None
    width = max(total // count - 1, *(width_of(word) or 0 for word in words), 1)
    while len(lines := _lines(words, width)) > count:
        width += 1
    return lines, max(width_of(line) or 0 for line in lines)


def _lines(words: list[str], width: int) -> tuple[str, ...]:
    """Lines as full as may be."""
    lines: list[str] = []
    for word in words:
        if lines and (width_of(f"{lines[-1]} {word}") or 0) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return tuple(lines)


@lru_cache(512)
def drawn(lines: tuple[str, ...], height: int, pixel: int, grain: Grain, *, left: bool = False) -> tuple[str, ...]:
    """Lines of letters `height` dots high whose pixels are `pixel` dots wide, centred or at the left.

    All rows have the same length. Every character needs a shape.
    """
    grids = [_line(line, height, pixel) for line in lines]
    width = max(len(grid[0]) for grid in grids)
    dots: list[str] = []
    for grid in grids:
        indent = 0 if left else (width - len(grid[0])) // 2 // grain.across * grain.across
        dots += [" " * width] * (gap_between(height) if dots else 0)
        dots += [f"{' ' * indent}{row}".ljust(width) for row in grid]
    return tuple(_characters(dots, grain))


def gap_between(height: int) -> int:
    """The dots between two lines of letters."""
    return max(1, height // PIXEL_ROWS)


def rows_of(count: int, height: int, grain: Grain, below: int = 0) -> int:
    """The rows that so many lines take, with so many free dots below."""
    return -(-(count * height + (count - 1) * gap_between(height) + below) // grain.down)


def plain(text: str) -> str:
    """Capitals without their accents, and what stands for signs without a shape of their own."""
    decomposed = unicodedata.normalize("NFKD", text.translate(ALIKE)).translate(ALIKE).upper()
    return "".join(character for character in decomposed if not unicodedata.combining(character))


# Dots


def _line(text: str, height: int, pixel: int) -> list[str]:
    """Rows of dots, `#` or a blank each."""
    glyphs = [_glyph(character, height, pixel) for character in plain(text)]
    return [(" " * pixel).join(rows) for rows in zip(*glyphs, strict=True)]


@lru_cache(1024)
def _glyph(character: str, height: int, pixel: int) -> tuple[str, ...]:
    large = LARGE_SHAPES if height >= LARGE_FROM else SHAPES
    shape = large.get(character, SHAPES[character]).split()
    edges = [(2 * row * height + PIXEL_ROWS) // (2 * PIXEL_ROWS) for row in range(PIXEL_ROWS + 1)]
    rows: list[str] = []
    for row, (top, bottom) in enumerate(pairwise(edges)):
        blocks = [_Pixel(character, shape, row, column) for column in range(len(shape[0]))]
        for dot in range(bottom - top):
            down = (dot + 0.5) / (bottom - top)
            rows.append("".join(block.dots(down, pixel) for block in blocks))
    return tuple(rows)


class _Pixel:
    """A pixel of a shape and which of its corners are drawn otherwise."""

    def __init__(self, character: str, shape: list[str], row: int, column: int) -> None:
        def is_on(down: int, right: int) -> bool:
            y, x = row + down, column + right
            return 0 <= y < len(shape) and 0 <= x < len(shape[0]) and shape[y][x] == "#"

        self._on = is_on(0, 0)
        stays = self._on and (character not in ROUND or (character, row, column) in SQUARE_CORNERS)
        self._corners = [
            (down, right)
            for down in (-1, 1)
            for right in (-1, 1)
            if is_on(down, 0) == is_on(0, right) != self._on
            and is_on(-down, 0) == is_on(0, -right) == self._on
            and not is_on(down, right)
            and not stays
        ]

    def dots(self, down: float, count: int) -> str:
        """One row of dots, `down` of the way from the top, from 0 to 1."""
        if not self._corners:
            return ("#" if self._on else " ") * count
        return "".join("#" if self._is_on(down, (dot + 0.5) / count) else " " for dot in range(count))

    def _is_on(self, down: float, across: float) -> bool:
        for vertical, horizontal in self._corners:
            y, x = (down if vertical < 0 else 1 - down), (across if horizontal < 0 else 1 - across)
            is_cut = (1 - x) ** 2 + (1 - y) ** 2 > 1 if self._on else x + y < 1 / 2
            if is_cut:
                return not self._on
        return self._on


def _characters(dots: list[str], grain: Grain) -> Iterator[str]:
    """Rows of characters for rows of dots."""
    width = -(-len(dots[0]) // grain.across) * grain.across
    padded = [row.ljust(width) for row in dots]
    padded += [" " * width] * (-len(padded) % grain.down)
    chosen = dict(enumerate(grain.characters))
    for top in range(0, len(padded), grain.down):
        parts = [row[start :: grain.across] for row in padded[top : top + grain.down] for start in range(grain.across)]
        cells = zip(*parts, strict=True)
        yield "".join(chosen[sum(1 << bit for bit, dot in enumerate(cell) if dot == "#")] for cell in cells)
