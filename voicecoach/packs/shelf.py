"""Where packs lie: those that come with the program, those of the user's folder, and files by their path."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from voicecoach.assets import asset_folder
from voicecoach.errors import PackError
from voicecoach.folders import data_folder, expanded
from voicecoach.packs.pack import SUFFIX, Pack
from voicecoach.speakable.rules import base_of

SHIPPED = "voices"
"""The folder among the assets, and among the user's data."""


def user_folder() -> Path:
    """Where the user's packs are, beside the models of voices."""
    return data_folder() / SHIPPED


def shipped_folder() -> Path:
    """Where the packs are that come with the program."""
    return asset_folder() / SHIPPED


def paths() -> list[Path]:
    """Every pack there is: the user's before those that came with the program, so that a user's takes the place."""
    return [*sorted(user_folder().glob(f"*{SUFFIX}")), *sorted(shipped_folder().glob(f"*{SUFFIX}"))]


def path_of(name: str) -> Path | None:
    """The pack that goes by `name`: a path with the suffix of packs, or the name of a file on the shelf."""
    if name.endswith(SUFFIX):
        return expanded(name)
    return next((path for path in paths() if path.stem.lower() == name.lower()), None)


def for_language(language: str, open_pack: Callable[[Path], Pack] = Pack.open) -> tuple[Pack | None, list[PackError]]:
    """The first sound pack that came with the program in this language, and what is wrong with those before it.

    `open_pack` opens one, and raises PackError as `Pack.open` does.
    """
    problems: list[PackError] = []
    for path in sorted(shipped_folder().glob(f"*{SUFFIX}")):
        try:
            pack = open_pack(path)
        except PackError as error:
            problems.append(error)
            continue
        if speaks(pack, language):
            return pack, problems
    return None, problems


def speaks(pack: Pack, language: str) -> bool:
    """Whether a pack is in this language, whichever country's."""
    return base_of(pack.about.language) == base_of(language)


def opened() -> Iterator[Pack | PackError]:
    """Every pack on the shelf, or what is wrong with it."""
    for path in paths():
        try:
            yield Pack.open(path)
        except PackError as error:
            yield error
