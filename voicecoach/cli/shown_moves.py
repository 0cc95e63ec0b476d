"""Moves as pictures in the terminal, above what is told of them."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from voicecoach.cli.messages import notes
from voicecoach.errors import OutputError
from voicecoach.pictures import size_of
from voicecoach.terminal.inline_picture import protocol, shown

if TYPE_CHECKING:
    from voicecoach.definitions.model import Exercise

WIDTH_PX, HEIGHT_PX = 720, 360
"""Of one move at most."""
MOST_PX = 100_000
PX_A_COLUMN = 16
"""So many pixels of a picture are a column of the terminal."""
MOST_COLUMNS = 100


def show_moves(exercises: Sequence[Exercise], wanted: bool | None) -> None:
    """Show both ends of a move, or the moves of a session, where the terminal can; `wanted` is what was asked for."""
    how = protocol(os.environ, is_terminal=sys.stdout.isatty())
    drawn = [one for one in exercises if one.figure]
    if wanted is False or not drawn:
        return
    if how is None:
        if wanted:
            notes(
                [f"This isn't a terminal that is known to show pictures. For a file: voicecoach draw {drawn[0].name}"]
            )
        return
    try:
        picture = _picture(drawn)
    except OutputError as error:  # nothing draws on this system; the card is what was asked for
        notes([str(error)] if wanted else [])
        return
    room = min(MOST_COLUMNS, os.get_terminal_size(sys.stdout.fileno()).columns or MOST_COLUMNS)
    columns = min(room, size_of(picture, MOST_PX)[0] // PX_A_COLUMN)
    sys.stdout.write(shown(picture, how, columns))
    sys.stdout.flush()


def _picture(exercises: Sequence[Exercise]) -> bytes:
    from voicecoach.figures.picture import pictures_of
    from voicecoach.figures.svg import sheet_svg
    from voicecoach.figures.tile import strip_svg
    from voicecoach.outputs.plot.png import png

    pictures = pictures_of(exercises)
    if len(pictures) == 1:
        return png(strip_svg(pictures[0], WIDTH_PX, HEIGHT_PX), zoom=1, has_text=False)
    return png(sheet_svg(pictures), zoom=1)
