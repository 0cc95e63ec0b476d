"""Where definitions are: the built-in library, and files of the user's own."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from voicecoach.definitions.exercise_names import Matcher
from voicecoach.definitions.faults import Faults
from voicecoach.definitions.index import indexed_titles
from voicecoach.definitions.line_look import reads_as_line
from voicecoach.definitions.source import Node, read
from voicecoach.errors import OutputError, Place
from voicecoach.folders import expanded

LIBRARY = Path(__file__).parent / "library"


def names(kind: str) -> list[str]:
    """The built-in names of a kind (`exercises`, `sessions`, `phrases`), sorted."""
    return list(_stems(kind))


@cache
def _stems(kind: str) -> tuple[str, ...]:
    return tuple(sorted(file.stem for file in (LIBRARY / kind).iterdir() if file.suffix == ".yaml"))


@cache
def titles(kind: str) -> dict[str, str]:
    """The titles of what is built in of a kind, by name; found without reading all of the files."""
    indexed = indexed_titles(kind)
    return {name: indexed.get(name) or _title(LIBRARY / kind / f"{name}.yaml") for name in names(kind)}


def built_in_exercise(name: str) -> str | None:
    """The built-in exercise of this name, or that is also called so: `press-ups`, `RDL`; `None` if there is none."""
    return name if name in names("exercises") else Matcher(titles("exercises")).matched(name)


def _title(file: Path) -> str:
    found = re.search(r"^title: *[\"']?(.*?)[\"']?$", file.read_text(encoding="utf-8"), re.MULTILINE)
    return found[1] if found else file.stem


@cache
def built_in(kind: str, name: str) -> Node:
    """A built-in definition; it must be one of `names`. Nobody changes it."""
    return read(LIBRARY / kind / f"{name}.yaml", f"{kind}/{name}.yaml")


@cache
def built_in_equipment() -> Node:
    """The pieces of equipment that are built in, by name. Nobody changes it."""
    return read(LIBRARY / "equipment.yaml", "equipment.yaml")


def check_named(path: Path, example: str) -> None:
    """See that a path ends in the name of a file; `example` is one. Raises OutputError for `.`, `..` and `/`."""
    if path.name in {"", ".."}:
        raise OutputError(f"{str(path)!r} is no name of a file. Write one, such as {str(path / example)!r}.")


def is_path(name: str) -> bool:
    """Whether a name means a file rather than something built in, or a session in one line."""
    if name.lower().endswith((".yaml", ".yml")) or name in {".", ".."}:
        return True
    if "/" not in name and os.sep not in name:
        return False
    return not reads_as_line(name) or _is_there(Path(name))  # 40/20 squats


def _is_there(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def own(path: str, faults: Faults | None = None) -> Node:
    """The definition in the user's file. Raises, and notes faults, as `source.read`."""
    return read(Path(path), path, faults)


def beside(path: str, place: Place) -> str:
    """The path of a file that is named at this place in another file, as seen from the working folder."""
    return os.path.normpath(Path(place.file).parent / expanded(path))
