"""A drawing as pixels."""

from __future__ import annotations

from voicecoach.errors import OutputError
from voicecoach.outputs.plot.svg import FONTS
from voicecoach.packages import install_package

ZOOM = 2
"""Pixels of the picture for each of the drawing, sharp on any screen and on paper."""
_EMPTY = f'<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20" font-family="{FONTS}">{{}}</svg>'


def png(drawing: str, zoom: int = ZOOM, *, has_text: bool = True) -> bytes:
    """The drawing as a PNG file, light; `zoom` is how many pixels it has for each of the drawing.

    Raises OutputError where there is no resvg for this system, or no font to write its text with.
    """
    try:
        from resvg_py import svg_to_bytes
    except ImportError:
        raise OutputError(f"A PNG needs resvg-py: {install_package('resvg-py')}. Or write an SVG, NAME.svg.") from None
    if has_text and svg_to_bytes(svg_string=_EMPTY.format('<text y="15">M</text>')) == svg_to_bytes(
        svg_string=_EMPTY.format("")
    ):
        raise OutputError(
            "There is no font on this system to write in a PNG with. Install one, such as DejaVu Sans, or write an "
            "SVG, NAME.svg."
        )
    return bytes(svg_to_bytes(svg_string=drawing, zoom=zoom, skip_system_fonts=not has_text))
