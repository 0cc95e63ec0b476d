"""The profile of a coach who shares sessions: a small YAML file with a name, a contact and a logo."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from voicecoach.definitions.convert import convert
from voicecoach.definitions.source import Node, read
from voicecoach.errors import DefinitionError
from voicecoach.folders import expanded, opened
from voicecoach.pictures import mime_type

MAX_LOGO_BYTES = 2_000_000


@dataclass(frozen=True)
class Coach:
    """A coach as clients see them. `contact` is in their own words; `logo` is a PNG or a JPEG.

    `files` are those that the profile was read from.
    """

    name: str
    contact: str = ""
    logo: bytes | None = None
    files: tuple[Path, ...] = field(default=(), compare=False)


@dataclass(frozen=True)
class _Profile:
    """What stands in the file; `logo` is a path as seen from it."""

    name: str
    contact: str = ""
    logo: str | None = None


def load_coach(path: Path) -> Coach:
    """The profile in a file. Raises ChoiceError if it can't be read, DefinitionError for a fault in it."""
    node = read(path, str(path))
    profile = convert(node, _Profile)
    if not profile.logo:
        return Coach(profile.name, profile.contact, files=(path,))
    logo = path.parent / expanded(profile.logo)
    return Coach(profile.name, profile.contact, _logo(logo, node.at("logo")), (path, logo))


def _logo(path: Path, node: Node) -> bytes:
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
        raise DefinitionError(node.place, node.path, problem, "Use a smaller picture; 1400 x 1400 pixels are plenty.")
    if mime_type(data) is None:
        raise DefinitionError(node.place, node.path, f"{str(path)!r} is neither a PNG nor a JPEG.", "Convert it.")
    return data
