"""`voicecoach lines`: what there is to record of sessions."""

from __future__ import annotations

import csv
import sys
from collections.abc import Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import cell, table_console
from voicecoach.cli.option_values import typed_path
from voicecoach.cli.options import Given, Text, session_options, voice_options, with_options
from voicecoach.cli.session_weeks import SessionNames, often_option, sentences_of
from voicecoach.counted import counted

if TYPE_CHECKING:
    from voicecoach.pipeline.sentences import Sentence

BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
"""Spreadsheets take a file for UTF-8 by it."""


@with_options(session_options, voice_options)
def lines(
    given: Given,
    sessions: SessionNames = None,
    output: Annotated[
        Text,
        typer.Option("-o", "--output", metavar="FILE", help="Write them as a CSV file.", show_default=False),
    ] = None,
    often: Annotated[int, often_option()] = 1,
) -> None:
    """List every sentence that sessions say, with a file name for its recording and how often it is heard.

    All weeks of each session are listed, or the one that --week names.

    Examples:

      voicecoach lines glutes-for-runners

      voicecoach lines glutes-for-runners tabata.yaml --week 1 -o lines.csv

      voicecoach lines glutes-for-runners --often 2 > lines.csv
    """
    path = typed_path(output) if output is not None else None
    if path is not None:
        from voicecoach.outputs.whole_file import Naming, check_writable

        check_writable(path, naming=Naming(example="lines.csv"))
    found = sentences_of(sessions, given, often)
    if path is not None:
        _write(path, found)
        print(f"{path}  {counted(len(found), 'sentence')}")
    elif sys.stdout.isatty():
        _print_table(found)
    else:
        sys.stdout.write(as_csv(found))


def as_csv(sentences: Sequence[Sentence]) -> str:
    """Rows of file name, how often it is heard, and sentence, below a row with the names of the columns."""
    from voicecoach.pipeline.recordings import COLUMNS
    from voicecoach.pipeline.sentences import recording_name

    text = StringIO()
    rows = csv.writer(text, lineterminator="\n")
    rows.writerow(COLUMNS)
    rows.writerows((recording_name(one.text), one.times, one.text) for one in sentences)
    return text.getvalue()


def _write(path: Path, sentences: Sequence[Sentence]) -> None:
    from voicecoach.outputs.whole_file import whole_file

    with whole_file(path) as part:
        part.write_text(BYTE_ORDER_MARK + as_csv(sentences), encoding="utf-8", newline="")


def _print_table(sentences: Sequence[Sentence]) -> None:
    from rich.table import Table

    from voicecoach.pipeline.sentences import recording_name

    table = Table(caption=counted(len(sentences), "sentence"))
    table.add_column("file", overflow="fold")
    table.add_column("times", justify="right")
    table.add_column("sentence")
    for one in sentences:
        table.add_row(cell(recording_name(one.text)), str(one.times), cell(one.text))
    table_console().print(table)
