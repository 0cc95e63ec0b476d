"""The figure of an exercise as a file: SVG, PNG, or a moving GIF."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.definitions.files import check_named
from voicecoach.errors import OutputError
from voicecoach.figures.moving import moving_svg
from voicecoach.figures.picture import Picture
from voicecoach.figures.svg import sheet_svg, single_svg, svg
from voicecoach.figures.words import words
from voicecoach.outputs.plot.png import png
from voicecoach.outputs.whole_file import Naming, check_writable, whole_file
from voicecoach.packages import install_extra

if TYPE_CHECKING:
    from PIL import Image

SUFFIXES = (".svg", ".png", ".gif")
BY_DRAW = Naming(example="squat.svg")
STYLE_BEGINS = b"<style>\n.vc-"
"""What each drawing has near its beginning, and no other picture."""
MOST_BEFORE_STYLE_BYTES = 64 << 10
FRAME_MS = 80
"""A GIF's pictures follow each other so fast; browsers slow down what is faster than 20 ms."""
GIF_WIDTH_PX = 320


def check_figure_file(path: Path, inputs: Collection[Path] = (), *, is_moving: bool = False) -> None:
    """Find out, before any work, whether a figure can be written there. Raises OutputError."""
    check_named(path, BY_DRAW.example)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        kind = f"Nothing draws {path.suffix} files." if suffix else f"{str(path)!r} has no suffix of a picture."
        raise OutputError(f"{kind} Write {', '.join(str(path.with_suffix(one)) for one in SUFFIXES)}.")
    if suffix == ".png" and is_moving:
        raise OutputError(f"A PNG doesn't move. Write {path.with_suffix('.svg')} or {path.with_suffix('.gif')}.")
    check_writable(path, inputs, naming=BY_DRAW)


def check_sheet_file(path: Path, inputs: Collection[Path] = ()) -> None:
    """The same for a sheet of several figures."""
    check_figure_file(path, inputs)
    if path.suffix.lower() == ".gif":
        raise OutputError(f"A sheet doesn't move. Write {path.with_suffix('.svg')} or {path.with_suffix('.png')}.")


def check_not_anothers(path: Path) -> None:
    """Find out whether a name that nobody chose is that of a file that isn't a drawing of ours. Raises OutputError.

    What a PNG is shows the SVG beside it.
    """
    if path.is_file() and not _is_drawing(path):
        raise OutputError(f"{path} is there already and is no drawing of voicecoach. Choose another name with -o.")


def _is_drawing(path: Path) -> bool:
    try:
        with path.with_suffix(".svg").open("rb") as file:
            return STYLE_BEGINS in file.read(MOST_BEFORE_STYLE_BYTES)
    except OSError:
        return False


def write_sheet(path: Path, pictures: Sequence[Picture], inputs: Collection[Path] = ()) -> None:
    """Write a sheet of figures, SVG or PNG by its suffix. Raises OutputError as `check_sheet_file` and `png` do."""
    drawing = sheet_svg(pictures)
    data = png(drawing) if path.suffix.lower() == ".png" else drawing.encode()
    with whole_file(path, inputs=inputs, naming=BY_DRAW) as part:
        part.write_bytes(data)


def write_figure(path: Path, picture: Picture, inputs: Collection[Path] = (), *, is_moving: bool = False) -> None:
    """Write a figure by the suffix of its file, whole or not at all; a GIF moves in any case.

    Raises OutputError as `check_figure_file` and `png` do, and where nothing writes GIFs.
    """
    suffix = path.suffix.lower()
    if suffix == ".gif":
        data = gif(picture)
    elif suffix == ".png":
        data = png(svg(picture, words=words(picture)))
    else:
        data = (moving_svg if is_moving else svg)(picture, words=words(picture)).encode()
    with whole_file(path, inputs=inputs, naming=BY_DRAW) as part:
        part.write_bytes(data)


def gif(picture: Picture) -> bytes:
    """The moving figure as a GIF. Raises OutputError without Pillow."""
    try:
        import PIL  # noqa: F401 - only whether it is there
    except ImportError:
        how = install_extra("gif")
        raise OutputError(
            f"A GIF needs the extra 'gif': {how}. Or write a moving SVG: NAME.svg with --moving."
        ) from None
    first, *rest = _frames(picture)
    buffer = io.BytesIO()
    first.save(buffer, "GIF", save_all=True, append_images=rest, duration=FRAME_MS, loop=0)
    return buffer.getvalue()


def _frames(picture: Picture) -> Iterator[Image.Image]:
    from PIL import Image

    whole = picture.motion.duration * (2 if picture.motion.alternates else 1)
    for time in range(0, max(whole, 1), FRAME_MS):
        pixels = png(single_svg(picture, picture.at(time), GIF_WIDTH_PX), zoom=1, has_text=False)
        yield Image.open(io.BytesIO(pixels)).convert("P", palette=Image.Palette.ADAPTIVE, colors=32)
