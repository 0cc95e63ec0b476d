"""The text of a PDF, read in a process of its own.

A small PDF can keep its reader busy for hours in more ways than can be looked for beforehand, so the process has only
so much of the processor, of memory and of time. As a program, this module is that process.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

from voicecoach.authoring.reading.pdf import pdf_text
from voicecoach.cores import environment
from voicecoach.errors import DefinitionError
from voicecoach.processes import running, status_of

MOST_CPU_S = 4
MOST_BYTES = 300 << 20
MOST_S = 60.0
"""On the clock: all there is where the system bounds nothing else (Windows), and what a busy machine may need."""

_REFUSED = 3
_TOO_MUCH = ("reading this PDF takes too long, or too much memory.", "Copy its text into a file, and import that.")


def pdf_text_apart(data: bytes, name: str) -> str:
    """As `pdf_text`. Raises DefinitionError as that does, and for a file that would take more than any may."""
    with TemporaryFile() as given, TemporaryFile() as found:
        given.write(data)
        given.seek(0)
        status = _status(given, found)
        found.seek(0)
        told = found.read().decode()
    if status == _REFUSED:
        problem, fix = json.loads(told)
        raise DefinitionError(name, "", problem, fix)
    if status != 0:
        raise DefinitionError(name, "", *_TOO_MUCH)
    return told


def _status(given: IO[bytes], found: IO[bytes]) -> int | None:
    """The exit status of a process that reads a PDF from one file and writes its text to another; None if it hangs."""
    # It finds what this process finds, wherever that was started, and nothing from the current folder.
    paths = os.pathsep.join([*filter(None, sys.path), str(Path(__file__).parents[3])])
    command = [sys.executable, "-P", "-m", __name__]
    with running(command, stdin=given, stdout=found, env={**environment(), "PYTHONPATH": paths}) as process:
        return status_of(process, MOST_S)


def main() -> int:
    """Read the PDF at standard input, and write its text, or what is wrong with it, to standard output."""
    _bound()
    data, out = sys.stdin.buffer.read(), sys.stdout.buffer
    try:
        out.write(pdf_text(data, "").encode("utf-8", "replace"))
    except DefinitionError as error:
        out.write(json.dumps([error.problem, error.fix]).encode())
        return _REFUSED
    return 0


def _bound() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S + 1))
        resource.setrlimit(resource.RLIMIT_DATA, (MOST_BYTES, MOST_BYTES))


if __name__ == "__main__":
    sys.exit(main())
