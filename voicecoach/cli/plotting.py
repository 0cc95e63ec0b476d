"""`plan --plot`: the picture of a session, in a file or in the terminal."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from voicecoach.cli.messages import table_console
from voicecoach.errors import OutputError
from voicecoach.folders import expanded
from voicecoach.times import clock

if TYPE_CHECKING:
    from voicecoach.pipeline.prepare import Prepared

IN_TERMINAL = "-"


def check_plot_file(plot: str) -> None:
    """Find out, before any work, whether what `--plot` names can be written. Raises OutputError."""
    if plot != IN_TERMINAL:
        from voicecoach.outputs.plot.file import check_plot

        with _by_its_option():
            check_plot(expanded(plot))


def show_plot(plot: str, prepared: Prepared) -> None:
    """Draw a session in the terminal, or into the file `plot`. Raises OutputError."""
    if plot == IN_TERMINAL:
        from voicecoach.cli.plot_rows import plot_rows

        console = table_console()
        for row in plot_rows(prepared.workout, prepared.timeline, console.width, sys.stdout.encoding or "ascii"):
            console.print(row, no_wrap=True, overflow="crop", soft_wrap=True)
        return
    from voicecoach.outputs.plot.file import write_plot

    path = expanded(plot)
    with _by_its_option():
        write_plot(path, prepared.workout, prepared.timeline, prepared.loaded.files)
    print(f"{path}  {clock(prepared.timeline.duration)}  {-(-path.stat().st_size // 1000)} kB")


@contextmanager
def _by_its_option() -> Iterator[None]:
    """Advice about files names the option that this one comes from."""
    try:
        yield
    except OutputError as error:
        raise OutputError(re.sub(r"(?<= )-o(?= |\.|$)", "--plot", str(error))) from error
