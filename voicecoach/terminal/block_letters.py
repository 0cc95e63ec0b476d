"""Letters and digits drawn with block characters, to be read from a mat."""

from __future__ import annotations

import unicodedata

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
}
HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
CHARACTERS = "▀▄█"


def letters(text: str) -> list[str] | None:
    """`text` in three rows of half blocks; None if it has a character without a shape."""
    pixels = _pixels(text)
    if pixels is None:
        return None
    pixels.append([False] * len(pixels[0]))
    pairs = zip(pixels[::2], pixels[1::2], strict=True)
    return ["".join(HALVES[pair] for pair in zip(upper, lower, strict=True)).rstrip() for upper, lower in pairs]


def digits(text: str, scale: int = 1, block: str = "█") -> list[str]:
    """A number or a time such as `1:30` in rows of whole blocks, five of them times `scale`, all of the same width."""
    pixels = _pixels(text) or []
    rows = ["".join((block if on else " ") * 2 * scale for on in row) for row in pixels]
    return [row for row in rows for _ in range(scale)]


def _pixels(text: str) -> list[list[bool]] | None:
    """Five rows of pixels, a column between two characters."""
    shapes = [SHAPES.get(character) for character in _plain(text)]
    if not shapes or None in shapes:
        return None
    rows = zip(*(shape.split() for shape in shapes if shape), strict=True)
    return [[dot == "#" for dot in ".".join(row)] for row in rows]


def _plain(text: str) -> str:
    """Capitals without their accents."""
    decomposed = unicodedata.normalize("NFKD", text.upper().replace("’", "'").replace("–", "-"))
    return "".join(character for character in decomposed if not unicodedata.combining(character))
