"""Sheets with the figures of many exercises, to look through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from voicecoach.definitions.model import Exercise
from voicecoach.errors import OutputError
from voicecoach.figures.drawn import look_of
from voicecoach.figures.picture import Picture
from voicecoach.figures.svg import sheet_svg
from voicecoach.outputs.figure_file import SUFFIXES
from voicecoach.outputs.plot.png import png
from voicecoach.outputs.whole_file import Naming, whole_file

PER_SHEET = 20
BY_FOLDER = Naming(example="sheet-1.svg")


def pictures(exercises: Iterable[Exercise]) -> Iterator[Picture]:
    """The pictures of exercises, and of those of their variations that look different."""
    for exercise in exercises:
        if exercise.figure:
            yield Picture(exercise, exercise.figure)
        for name, one in exercise.variations.items():
            varied = exercise.varied((name,))
            if one.figure and varied.figure:
                yield Picture(replace(varied, title=one.title), varied.figure)


def look(picture: Picture) -> str:
    """What of an exercise shapes its picture on a sheet, the same on every machine."""
    return repr((picture.exercise.title, look_of(picture.exercise)))


def write_sheets(folder: Path, exercises: Sequence[Exercise]) -> Iterator[Path]:
    """Write sheets of `PER_SHEET` figures as SVG and PNG into a folder, and tell each. Raises OutputError."""
    if folder.suffix.lower() in SUFFIXES:
        raise OutputError(
            f"Several sheets are written into a folder, as SVG and PNG. Write -o {folder.with_suffix('')}."
        )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"{str(folder)!r} can't be a folder: {error.strerror}. Choose another with -o.") from None
    found = list(pictures(exercises))
    for number, at in enumerate(range(0, len(found), PER_SHEET), start=1):
        drawing = sheet_svg(found[at : at + PER_SHEET])
        for path, data in ((folder / f"sheet-{number}.svg", drawing.encode()), (folder / f"sheet-{number}.png", None)):
            with whole_file(path, naming=BY_FOLDER) as part:
                part.write_bytes(png(drawing) if data is None else data)
            yield path
