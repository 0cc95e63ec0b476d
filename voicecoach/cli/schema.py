"""`voicecoach schema`: what editors need to complete and explain the keys of a definition file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from voicecoach.cli.messages import say
from voicecoach.cli.option_values import typed_path
from voicecoach.cli.options import Text
from voicecoach.errors import ChoiceError

EXAMPLE = "voicecoach.schema.json"


def schema(
    output: Annotated[
        Text, typer.Option("-o", "--output", metavar="FILE", help="Write it there.", show_default=False)
    ] = None,
) -> None:
    """Print a JSON Schema of session and exercise files: editors complete, explain and check keys with it.

    It goes with this version, and knows the built-in exercises and equipment.

    Example:

      voicecoach schema -o voicecoach.schema.json

    Then let the first line of a session be: # yaml-language-server: $schema=voicecoach.schema.json
    """
    from voicecoach.authoring.schema import schema as made

    text = f"{json.dumps(made(), indent=1, ensure_ascii=False)}\n"
    if output is None:
        print(text, end="")
        return
    from voicecoach.outputs.whole_file import Naming, whole_file

    path = typed_path(output)
    _check(path)
    with whole_file(path, naming=Naming(example=EXAMPLE)) as part:
        part.write_text(text, encoding="utf-8")
    say(f"written: {path}. Begin a session beside it with: # yaml-language-server: $schema={path.name}")


def _check(path: Path) -> None:
    """See that no definition is written over. Raises ChoiceError for its suffix, and for a file that is no schema."""
    if path.suffix.lower() in {".yaml", ".yml"}:
        raise ChoiceError(
            f"{str(path)!r} is a name for a session; a schema is JSON. Write {path.with_suffix('.json')}."
        )
    if path.is_file() and not _is_schema(path):
        raise ChoiceError(f"{str(path)!r} is there already and is no schema. Choose another name with -o.")


def _is_schema(path: Path) -> bool:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "$schema" in found
