"""Draws the pictures of the live screen for the docs: `docs/samples/live-*.svg`, or a folder of them to look through.

    python scripts/make_screens.py [FOLDER]

Block characters become rectangles, so that a picture looks the same wherever it is shown.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from itertools import groupby
from pathlib import Path

from rich.color import Color
from rich.console import Console
from rich.segment import Segment
from rich.style import Style
from rich.text import Text

from voicecoach.terminal.block_letters import QUADRANTS

ROOT = Path(__file__).resolve().parents[1]
CELL_WIDTH, CELL_HEIGHT = 10, 20
FONT = "'DejaVu Sans Mono', Menlo, Consolas, monospace"
INK, GROUND = "#e6e6e6", "#101010"


def picture(rows: list[Text], width: int, height: int) -> str:
    """The rows of a screen as SVG."""
    across, down = width * CELL_WIDTH, height * CELL_HEIGHT
    shapes = "".join(shape for number, row in enumerate(rows) for shape in _row(row, number * CELL_HEIGHT))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {across} {down}" shape-rendering="crispEdges">'
        f'<rect width="{across}" height="{down}" fill="{GROUND}"/>{shapes}</svg>\n'
    )


def _row(row: Text, top: int) -> Iterator[str]:
    console = Console(color_system="truecolor", force_terminal=True, width=len(row.plain) + 1)
    left = 0
    segments = Segment.apply_style(row.render(console, end=""), console.get_style(row.style))
    for segment in Segment.simplify(segments):
        width = segment.cell_length * CELL_WIDTH
        ink, ground = _colours(segment.style or Style.null())
        if ground != GROUND:
            yield _rectangle(left, top, width, CELL_HEIGHT, ground)
        at = left
        for kind, group in groupby(segment.text, key=_kind):
            text = "".join(group)
            if kind == "block":
                yield from _blocks(text, at, top, ink)
            elif kind == "text":
                bold = ' font-weight="bold"' if segment.style and segment.style.bold else ""
                yield (
                    f'<text x="{at}" y="{top + 15}" fill="{ink}" font-family="{escape(FONT)}" font-size="16.6"{bold}'
                    f' textLength="{len(text) * CELL_WIDTH}" xml:space="preserve">{escape(text)}</text>'
                )
            at += len(text) * CELL_WIDTH
        left += width


def _kind(character: str) -> str:
    if character == " ":
        return "text" if character != " " else "blank"
    return "block" if character in QUADRANTS.characters or character in "━─░" else "text"


def _colours(style: Style) -> tuple[str, str]:
    ink, ground = _hex(style.color, INK), _hex(style.bgcolor, GROUND)
    return (ground, ink) if style.reverse else (ink, ground)


def _hex(colour: Color | None, default: str) -> str:
    return default if colour is None or colour.is_default else colour.get_truecolor().hex


def _blocks(text: str, left: int, top: int, ink: str) -> Iterator[str]:
    half_width, half_height = CELL_WIDTH // 2, CELL_HEIGHT // 2
    for character, group in groupby(text):
        width = len(list(group)) * CELL_WIDTH
        if character in "━─":
            thick = 6 if character == "━" else 2
            yield _rectangle(left, top + half_height - thick // 2, width, thick, ink)
        elif character == "░":
            yield _rectangle(left, top, width, CELL_HEIGHT, ink, opacity=0.25)
        else:
            yield from _quadrants(QUADRANTS.characters.index(character), left, top, width, ink)
        left += width
    del half_width


def _quadrants(bits: int, left: int, top: int, width: int, ink: str) -> Iterator[str]:
    half, count = CELL_HEIGHT // 2, width // CELL_WIDTH
    for row, pair in enumerate((bits & 3, bits >> 2)):
        if pair == 3:
            yield _rectangle(left, top + row * half, width, half, ink)
        elif pair:
            for number in range(count):
                x = left + number * CELL_WIDTH + (CELL_WIDTH // 2 if pair == 2 else 0)
                yield _rectangle(x, top + row * half, CELL_WIDTH // 2, half, ink)


def _rectangle(x: int, y: int, width: int, height: int, fill: str, opacity: float = 1) -> str:
    see_through = f' opacity="{opacity}"' if opacity < 1 else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"{see_through}/>'


def main() -> None:
    print(sys.argv)


if __name__ == "__main__":
    main()
