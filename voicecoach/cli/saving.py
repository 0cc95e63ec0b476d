"""`--save`: a session in one line, or one that was picked, as the file that it stands for."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from voicecoach.authoring.picking.name import request_in
from voicecoach.cli.messages import say
from voicecoach.cli.option_values import typed_path
from voicecoach.cli.options import Given, Text
from voicecoach.errors import ChoiceError, OutputError

EXAMPLE = "session.yaml"


def save_options(
    save: Annotated[
        Text,
        typer.Option(
            "--save",
            metavar="FILE",
            help="Keep a session in one line, or a picked one, as a YAML file.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """The option of those commands that take a session in one line."""


def save_session(session: str, given: Given) -> None:
    """Write the file that the line `session` stands for, or the picked session, if the user asks for one.

    Raises typer.BadParameter if it is neither, ChoiceError if there is another file of this name, OutputError if it
    can't be written.
    """
    name = given.values.get("save")
    if name is None:
        return
    write_definition(typed_path(name), _picked(session, given) or _line(session), "--save")
    say(f"saved: {name}")


def _line(session: str) -> str:
    from voicecoach.definitions.line_yaml import yaml_of
    from voicecoach.definitions.load import line_of, load_session

    line = line_of(session)
    if line is None:
        raise typer.BadParameter(f"--save keeps a session in one line, such as 'Tabata: squats'; {session!r} is none.")
    load_session(session)  # what has faults is not kept
    return yaml_of(line, session)


def _picked(session: str, given: Given) -> str | None:
    request = request_in(session)
    if request is None:
        return None
    from voicecoach.pipeline.prepare import picked

    return picked(request, given.choices()).text


def write_definition(path: Path, text: str, option: str) -> None:
    """Write a definition file, which is named by this option, unless another one stands there.

    Raises ChoiceError for that and for another suffix, OutputError for what is no name and if it can't be written.
    """
    from voicecoach.definitions.files import check_named

    check_named(path, EXAMPLE)
    if path.suffix.lower() not in {".yaml", ".yml"}:
        raise ChoiceError(f"{str(path)!r} has no suffix of a definition file. Write {path.with_suffix('.yaml')}.")
    data = text.encode()
    try:
        if path.is_file() and path.read_bytes() == data:
            return
        if path.exists():
            raise ChoiceError(f"{str(path)!r} is there already and says something else. Choose another name.")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise OutputError(f"{str(path)!r} can't be written: {reason}.") from None
    from voicecoach.outputs.whole_file import Naming, whole_file

    with whole_file(path, naming=Naming(option, EXAMPLE)) as part:
        part.write_bytes(data)
