"""Where packs lie: those that come with the program, those of the user's folder, and files by their path."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from voicecoach.assets import asset_folder
from voicecoach.errors import PackError
from voicecoach.packs.pack import SUFFIX, Pack

FOLDER_VARIABLE = "VOICECOACH_VOICES"
SHIPPED = "voices"
"""The folder among the assets."""


def user_folder() -> Path:
    """Where the user's packs and installed voices are; `VOICECOACH_VOICES` names another place."""
    if named := os.environ.get(FOLDER_VARIABLE):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("voicecoach", appauthor=False) / "voices"


def shipped_folder() -> Path:
    """Where the packs are that come with the program."""
    return asset_folder() / SHIPPED


def paths() -> list[Path]:
    """Every pack there is: the user's before those that came with the program, so that a user's takes the place."""
    return [*sorted(user_folder().glob(f"*{SUFFIX}")), *sorted(shipped_folder().glob(f"*{SUFFIX}"))]


def path_of(name: str) -> Path | None:
    """The pack that goes by `name`: a path with the suffix of packs, or the name of a file on the shelf."""
    if name.endswith(SUFFIX):
        return Path(name).expanduser()
    return next((path for path in paths() if path.stem.lower() == name.lower()), None)


def for_language(language: str) -> tuple[Pack | None, list[PackError]]:
    """The first sound pack that came with the program in this language, and what is wrong with those before it."""
    problems: list[PackError] = []
    for path in sorted(shipped_folder().glob(f"*{SUFFIX}")):
        try:
            pack = Pack.open(path)
        except PackError as error:
            problems.append(error)
            continue
        if speaks(pack, language):
            return pack, problems
        pack.close()
    return None, problems


def speaks(pack: Pack, language: str) -> bool:
    """Whether a pack is in this language, whichever country's."""
    return _base(pack.about.language) == _base(language)


def sound_packs() -> Iterator[Pack | PackError]:
    """Every pack on the shelf, opened, or what is wrong with it."""
    for path in paths():
        try:
            yield Pack.open(path)
        except PackError as error:
            yield error


def _base(language: str) -> str:
    return language.lower().split("-")[0]
