"""`plan --plot`: the picture of a session, in a file or in the terminal."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from voicecoach.cli.messages import table_console
from voicecoach.cli.option_values import typed_path
from voicecoach.times import clock

if TYPE_CHECKING:
    from voicecoach.pipeline.prepare import Prepared

IN_TERMINAL = "-"


def check_plot_file(plot: str) -> None:
    """Find out, before any work, whether what `--plot` names can be written. Raises OutputError."""
    if plot != IN_TERMINAL:
        from voicecoach.outputs.plot.file import check_plot

        check_plot(typed_path(plot))


def show_plot(plot: str, prepared: Prepared) -> None:
    """Draw a session in the terminal, or into the file `plot`. Raises OutputError."""
    if plot == IN_TERMINAL:
        from voicecoach.cli.plot_rows import plot_rows

        console = table_console()
        for row in plot_rows(prepared.workout, prepared.timeline, console.width, sys.stdout.encoding or "ascii"):
            console.print(row, no_wrap=True, overflow="crop", soft_wrap=True)
        return
    from voicecoach.outputs.plot.file import write_plot

    path = typed_path(plot)
    write_plot(path, prepared.workout, prepared.timeline, prepared.loaded.files)
    print(f"{path}  {clock(prepared.timeline.duration)}  {-(-path.stat().st_size // 1000)} kB")
