"""`voicecoach import`: a written session becomes a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from voicecoach.cli.messages import notes, say
from voicecoach.cli.saving import write_definition
from voicecoach.collecting import without_collecting
from voicecoach.errors import ChoiceError
from voicecoach.folders import expanded

if TYPE_CHECKING:
    from voicecoach.authoring.importing import Imported

STDIN = "-"


def import_(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A text, Markdown, a saved page, DOCX, PDF, CSV; - reads standard input."),
    ],
    output: Annotated[
        Optional[str],  # noqa: UP045 - typer reads it at run time
        typer.Option(
            "-o", "--output", metavar="FILE", help="Write the session here; else it is printed.", show_default=False
        ),
    ] = None,
    json: Annotated[bool, typer.Option("--json", help="Print what was understood, for other programs.")] = False,
) -> None:
    """Turn a written session into a file: what was understood, guessed and left over is told line by line.

    Nothing is invented: what the text doesn't state is marked as guessed in the file.

    Examples:

      voicecoach import physio.docx -o physio.yaml

      voicecoach import page.html --json

      pbpaste | voicecoach import - -o monday.yaml
    """
    if json and output is not None:
        raise typer.BadParameter("--json prints what was understood, -o writes the session. Choose one of them.")
    data, name = _read(file)
    from voicecoach.authoring.importing import imported

    with without_collecting():
        found = imported(data, name)
    _give(found, output, json=json)


def _read(file: str) -> tuple[bytes, str]:
    """The bytes, and what they are called in messages."""
    if file == STDIN:
        return sys.stdin.buffer.read(), "standard input"
    path = expanded(file)
    try:
        return path.read_bytes(), file
    except FileNotFoundError:
        raise ChoiceError(f"There is no file {file!r}.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise ChoiceError(f"{file!r} can't be read: {reason}.") from None


def _give(found: Imported, output: str | None, *, json: bool) -> None:
    if json:
        from json import dumps

        from voicecoach.authoring.as_json import as_json

        print(dumps(as_json(found.written), ensure_ascii=False, indent=2))
        return
    if output is not None:
        write_definition(expanded(output), found.yaml, "-o")
    else:
        sys.stdout.write(found.yaml)
    from voicecoach.authoring.report import report

    for line in report(found.written):
        say(line)
    notes(found.written.notes)
    if output is not None:
        print(f"{output}: look it through, then: voicecoach check {output}")
