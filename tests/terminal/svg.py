"""Screens as pictures. Block characters become shapes, so that a picture looks the same wherever it is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from voicecoach.terminal.block_letters import QUADRANTS

WIDTH, HEIGHT = 10, 20
"""Of a character."""
FONT = "'DejaVu Sans Mono', Menlo, Consolas, monospace"
INK, GROUND = "#e6e6e6", "#101010"
LINES = {"━": 6, "─": 2}
"""How thick they are."""


@dataclass(frozen=True)
class Area:
    """A rectangle."""

    left: int
    top: int
    width: int
    height: int
    fill: str


@dataclass(frozen=True)
class Words:
    """Some characters of one style."""

    left: int
    top: int
    text: str
    ink: str
    bold: bool


def picture(rows: list[Text], columns: int) -> str:
    """The rows of a screen as SVG."""
    across, down = columns * WIDTH, len(rows) * HEIGHT
    runs = [run for number, row in enumerate(rows) for run in _runs(row, number * HEIGHT)]
    grounds = [area for words, ground in runs if (area := _ground(words, ground)).fill != GROUND]
    shapes = [area for words, _ in runs for area in _shapes(words)]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" shape-rendering="crispEdges">\n'
        f'<rect width="{across}" height="{down}" fill="{GROUND}"/>\n'
        f"{_paths(grounds)}{_paths(shapes)}"
        f'<g font-family="{escape(FONT)}" font-size="16.6" xml:space="preserve">\n'
        f"{''.join(_text(part) for words, _ in runs for part in _plain_parts(words))}</g>\n</svg>\n"
    )


def _runs(row: Text, top: int) -> Iterator[tuple[Words, str]]:
    """What stands in a row, each with its ground."""
    console = Console(color_system="truecolor", force_terminal=True, no_color=False)
    left = 0
    for segment in Segment.simplify(Segment.apply_style(row.render(console), console.get_style(row.style))):
        style = segment.style or Style.null()
        ink, ground = _hex(style.color, INK), _hex(style.bgcolor, GROUND)
        ink, ground = (ground, ink) if style.reverse else (ink, ground)
        yield Words(left, top, segment.text, ink, bool(style.bold)), ground
        left += len(segment.text) * WIDTH


def _hex(colour: Color | None, default: str) -> str:
    return default if colour is None or colour.is_default else colour.get_truecolor().hex


def _ground(words: Words, fill: str) -> Area:
    return Area(words.left, words.top, len(words.text) * WIDTH, HEIGHT, fill)


def _shapes(words: Words) -> Iterator[Area]:
    left = words.left
    for character, group in groupby(words.text):
        width = len(list(group)) * WIDTH
        if thick := LINES.get(character):
            yield Area(left, words.top + (HEIGHT - thick) // 2, width, thick, words.ink)
        elif character == "░":
            yield from (Area(at, words.top + HEIGHT // 2, 2, 2, words.ink) for at in range(left, left + width, 5))
        elif character != " " and character in QUADRANTS.characters:
            yield from _quadrants(character, Area(left, words.top, width, HEIGHT, words.ink))
        left += width


def _quadrants(character: str, area: Area) -> Iterator[Area]:
    bits = QUADRANTS.characters.index(character)
    half, column = HEIGHT // 2, WIDTH // 2
    for row in range(2):
        is_left, is_right = bits >> 2 * row & 1, bits >> 2 * row & 2
        top = area.top + row * half
        if is_left and is_right:
            yield Area(area.left, top, area.width, half, area.fill)
        elif is_left or is_right:
            first = area.left + (0 if is_left else column)
            yield from (
                Area(at, top, column, half, area.fill) for at in range(first, area.left + area.width, 2 * column)
            )


def _paths(areas: list[Area]) -> str:
    """The areas of each colour as one path."""
    fills = dict.fromkeys(area.fill for area in areas)
    return "".join(f'<path fill="{fill}" d="{_path([one for one in areas if one.fill == fill])}"/>\n' for fill in fills)


def _path(areas: list[Area]) -> str:
    return "".join(f"M{one.left} {one.top}h{one.width}v{one.height}h-{one.width}z" for one in areas)


def _plain_parts(words: Words) -> Iterator[Words]:
    """What is no shape, in its place."""
    left = words.left
    drawn = QUADRANTS.characters.replace(" ", "") + "━─░"
    for is_shape, group in groupby(words.text, key=lambda character: character in drawn):
        text = "".join(group)
        if not is_shape and text.strip():
            indent = len(text) - len(text.lstrip())
            yield Words(left + indent * WIDTH, words.top, text.strip(), words.ink, words.bold)
        left += len(text) * WIDTH


def _text(words: Words) -> str:
    weight = ' font-weight="bold"' if words.bold else ""
    place = f'x="{words.left}" y="{words.top + 15}" textLength="{len(words.text) * WIDTH}"'
    return f'<text {place} fill="{words.ink}"{weight}>{escape(words.text)}</text>\n'
