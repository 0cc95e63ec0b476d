"""`voicecoach import`: a written session becomes a file."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import notes, say
from voicecoach.cli.option_values import typed_path
from voicecoach.cli.options import Text
from voicecoach.cli.refused import refused
from voicecoach.cli.saving import write_definition
from voicecoach.collecting import without_collecting
from voicecoach.shell import quoted

if TYPE_CHECKING:
    from voicecoach.authoring.importing import Imported

STDIN = "-"


def import_(
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A text, Markdown, a saved page, DOCX, PDF, CSV; - reads standard input."),
    ],
    output: Annotated[
        Text,
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
    with without_collecting():
        from voicecoach.authoring.importing import imported
        from voicecoach.definitions.load import load_text

        data, name = _read(file)
        found = imported(data, name)
        reasons = refused(load_text(found.yaml, name).session)
    _give(found, output, json=json)
    notes(reasons)


def _read(file: str) -> tuple[bytes, str]:
    """The bytes, up to one more than can be read, and what they are called in messages. Raises ChoiceError."""
    from voicecoach.authoring.reading import MAX_BYTES
    from voicecoach.definitions.source import read_bytes

    if file == STDIN:
        return sys.stdin.buffer.read(MAX_BYTES + 1), "standard input"
    return read_bytes(typed_path(file), file, MAX_BYTES), file


def _give(found: Imported, output: str | None, *, json: bool) -> None:
    if json:
        from json import dumps

        from voicecoach.authoring.as_json import as_json

        print(dumps(as_json(found.written), ensure_ascii=False, indent=2))
        return
    if output is not None:
        write_definition(typed_path(output), found.yaml, "-o")
    else:
        sys.stdout.write(found.yaml)
    from voicecoach.authoring.report import report

    for line in report(found.written):
        say(line)
    notes(found.written.notes)
    if output is not None:
        print(f"{output}: look it through, then: {quoted(['voicecoach', 'check', output])}")
