"""The profile of a coach who shares sessions: a small YAML file with a name, a contact, a logo and a message."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from voicecoach.definitions.convert import Converter
from voicecoach.definitions.notation import NotationError
from voicecoach.definitions.source import Node, plain, read
from voicecoach.definitions.values import parse_text
from voicecoach.errors import DefinitionError
from voicecoach.folders import expanded, opened
from voicecoach.pictures import PictureError, Size, size_of

MAX_LOGO_BYTES = 2_000_000
LEAST_LOGO_PX, MOST_LOGO_PX = 24, 4000
"""Fewer pixels show nothing; more would need hundreds of megabytes wherever the picture is drawn."""
WIDE = 3
"""A logo so many times as wide as it is high, or the other way round, is small in a square."""
MAX_MESSAGE_CHARACTERS = 2000
_FINE = "1400 x 1400 pixels are plenty."


@dataclass(frozen=True)
class Coach:
    """A coach as clients see them. `contact` is in their own words; `logo` is a PNG or a JPEG.

    `message` has the paragraphs of what they say to the client at the top of the page. `files` are those that the
    profile was read from, `notes` sentences about it for the coach.
    """

    name: str
    contact: str = ""
    logo: bytes | None = None
    message: tuple[str, ...] = ()
    files: tuple[Path, ...] = field(default=(), compare=False)
    notes: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class _Profile:
    """What stands in the file; `logo` is a path as seen from it."""

    name: str
    contact: str = ""
    logo: str | None = None
    message: tuple[str, ...] = ()


def load_coach(path: Path) -> Coach:
    """The profile in a file. Raises ChoiceError if it can't be read, DefinitionError for a fault in it."""
    node = read(path, str(path))
    converter = Converter(readers={(_Profile, "message"): _paragraphs})
    profile = converter.read(node, _Profile)
    converter.faults.raise_any(str(path))
    coach = Coach(profile.name, profile.contact, message=profile.message, files=(path,))
    return _with_logo(coach, path.parent / expanded(profile.logo), node.at("logo")) if profile.logo else coach


def _paragraphs(node: Node) -> tuple[str, ...]:
    """A text as paragraphs of one line each, which an empty line parts. Raises NotationError."""
    text = plain(node)
    if not isinstance(text, str) or not text.strip():
        return (parse_text(text),)
    if len(text) > MAX_MESSAGE_CHARACTERS:
        raise NotationError(f"a text of {len(text)} characters; at most {MAX_MESSAGE_CHARACTERS}. Say it more briefly.")
    return tuple(parse_text(part) for part in re.split(r"\n[ \t]*\n", text) if part.strip())


def _with_logo(coach: Coach, path: Path, node: Node) -> Coach:
    data = _read(path, node)
    size = _size(data, path, node)
    return replace(coach, logo=data, files=(*coach.files, path), notes=tuple(_doubts(path, size)))


def _read(path: Path, node: Node) -> bytes:
    try:
        with opened(path) as file:
            data = file.read(MAX_LOGO_BYTES + 1)
    except FileNotFoundError:
        fix = "A logo is named as seen from the profile's folder."
        raise DefinitionError(node.place, node.path, f"there is no file {str(path)!r}.", fix) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise DefinitionError(node.place, node.path, f"{str(path)!r} can't be read: {reason}.") from None
    if len(data) > MAX_LOGO_BYTES:
        problem = f"{str(path)!r} has more than {MAX_LOGO_BYTES // 1_000_000} MB."
        raise DefinitionError(node.place, node.path, problem, f"Use a smaller picture; {_FINE}")
    return data


def _size(data: bytes, path: Path, node: Node) -> Size:
    """The size of a logo that can be shown. Raises DefinitionError."""
    try:
        size = size_of(data, MOST_LOGO_PX)
    except PictureError as error:
        fix = "Save it again, as a PNG or a JPEG in RGB."
        raise DefinitionError(node.place, node.path, f"{str(path)!r} {error}.", fix) from None
    if max(size) > MOST_LOGO_PX:
        problem = f"{str(path)!r} has {size}, and {MOST_LOGO_PX} are the most on a side."
        raise DefinitionError(node.place, node.path, problem, f"Use a smaller picture; {_FINE}")
    if min(size) < LEAST_LOGO_PX:
        problem = f"{str(path)!r} has {size}, too few to show anything: {LEAST_LOGO_PX} are the least on a side."
        raise DefinitionError(node.place, node.path, problem, f"Use a larger picture; {_FINE}")
    return size


def _doubts(path: Path, size: Size) -> list[str]:
    if max(size) <= WIDE * min(size):
        return []
    shape = "wide" if size.width > size.height else "high"
    where = "in the squares that pages, players and podcast apps show it is small"
    return [f"The logo {str(path)!r} is very {shape} ({size}): {where}. A square one fills them."]
