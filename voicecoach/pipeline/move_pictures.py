"""Pictures of moves for chapters: squares with both ends of a movement, each drawn once and then kept in the cache."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from voicecoach.cache.store import Cache
from voicecoach.definitions.model import Exercise
from voicecoach.errors import OutputError
from voicecoach.figures.drawn import look_of
from voicecoach.outputs.png_chunks import chunks
from voicecoach.packages import version
from voicecoach.plan.workout import Workout
from voicecoach.timeline.model import Chapter

SIDES_PX = (400, 240, 160, 112)
"""How wide pictures are: the first of these with which all of a file's chapters stay within `MOST_BYTES`."""
MOST_PICTURE_BYTES = 15_000
"""No picture is larger; those of the library have 5 kB at 400 pixels. One that would be is drawn smaller."""
MOST_BYTES = 512_000
"""What the pictures of a file take at most, a minute of speech at 64 kbit/s: players read all of it before a sound."""
KIND = "picture"

Place = tuple[int, int]
Pictures = Mapping[Place, bytes]
"""PNGs by what is done, as `Chapter.place` has it."""
_Moves = tuple[Exercise, ...]


def chapter_pictures(
    workout: Workout, chapters: Sequence[Chapter], store: Cache, note: Callable[[str], None]
) -> Pictures:
    """A picture for every chapter in which something is done that has a figure; the same move has the same one.

    A list has one of its first moves. `note` is told why there are none on a system that can't draw.
    """
    places = [one.place for one in chapters if one.place is not None]
    found: Pictures = {}
    try:
        for side in SIDES_PX:
            found = pictures(workout, places, store, side)
            if sum(len(found[place]) for place in places if place in found) <= MOST_BYTES:
                break
    except OutputError as error:
        note(f"The chapters have no pictures. {error}")
    return found


def pictures(workout: Workout, places: Iterable[Place], store: Cache, side: int = SIDES_PX[0]) -> Pictures:
    """The squares of what is done at these places, where it has a figure. Raises OutputError where nothing draws."""
    moves = {place: with_figures(workout, place) for place in dict.fromkeys(places)}
    keys = {place: picture_key(drawn, side) for place, drawn in moves.items() if drawn}
    there = store.read(keys.values())
    for place, key in keys.items():
        if key not in there:
            there[key] = drawn_square(moves[place], side)
            store.put(KIND, key, there[key], 0)
    return {place: there[key] for place, key in keys.items()}


def with_figures(workout: Workout, place: Place) -> _Moves:
    """What is done at a place, as far as it has a figure."""
    return tuple(work.exercise for work in workout.works_at(place) if work.exercise.figure)


def drawn_square(moves: _Moves, side: int) -> bytes:
    """The square, smaller if it would have too many bytes. Raises OutputError where nothing draws."""
    from voicecoach.figures.picture import pictures_of
    from voicecoach.figures.tile import tile_svg
    from voicecoach.outputs.plot.png import png
    from voicecoach.outputs.small_png import small_png

    drawn = pictures_of(moves)
    small = (small_png(png(tile_svg(drawn, px), zoom=1, has_text=False)) for px in _sides_from(side))
    return next(one for one in small if len(one) <= MOST_PICTURE_BYTES)


def _sides_from(side: int) -> Iterable[int]:
    """So many pixels, then ever fewer."""
    while True:
        yield side
        side = side * 3 // 8 * 2


def width_of(picture: bytes) -> int:
    """How many pixels wide a PNG is."""
    return int.from_bytes(chunks(picture)[b"IHDR"][:4], "big")


def picture_key(moves: _Moves, side: int) -> str:
    """A digest of all that shapes a picture: the figures, what else of their exercises is drawn, and how."""
    parts = [f"{KIND} {side} {drawing_digest()} resvg {version('resvg_py')}", *map(look_of, moves)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


@cache
def drawing_digest() -> str:
    """A digest of all that draws, so that a figure that is drawn better is drawn anew."""
    package = Path(__file__).parents[1]
    others = ("definitions/figure_words.py", "definitions/figures.py", "outputs/small_png.py")
    files = [*(package / "figures").iterdir(), *(package / name for name in others)]
    digest = hashlib.sha256()
    for file in sorted(one for one in files if one.is_file()):
        digest.update(file.read_bytes())
    return digest.hexdigest()
