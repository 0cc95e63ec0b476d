"""The picture of a session as a file."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from voicecoach.definitions.files import check_named
from voicecoach.errors import OutputError
from voicecoach.outputs.plot.png import png
from voicecoach.outputs.plot.svg import svg
from voicecoach.outputs.whole_file import Naming, check_writable, whole_file
from voicecoach.plan.workout import Workout
from voicecoach.timeline.model import Timeline

SUFFIXES = (".svg", ".png")
BY_PLOT = Naming("--plot", "session.svg")


def check_plot(path: Path, inputs: Collection[Path] = ()) -> None:
    """Find out, before any work, whether the picture can be written there. Raises OutputError."""
    check_named(path, BY_PLOT.example)
    if path.suffix.lower() not in SUFFIXES:
        kind = f"Nothing draws {path.suffix} files." if path.suffix else f"{str(path)!r} has no suffix of a picture."
        raise OutputError(f"{kind} Write {path.with_suffix('.svg')} or {path.with_suffix('.png')}.")
    check_writable(path, inputs, naming=BY_PLOT)


def write_plot(path: Path, workout: Workout, timeline: Timeline, inputs: Collection[Path] = ()) -> None:
    """Write the picture, SVG or PNG by its suffix, as a whole or not at all; `inputs` are never overwritten.

    Raises OutputError as `check_plot` and `png` do.
    """
    drawing = svg(workout, timeline)
    data = png(drawing) if path.suffix.lower() == ".png" else drawing.encode()
    with whole_file(path, inputs=inputs, naming=BY_PLOT) as part:
        part.write_bytes(data)
