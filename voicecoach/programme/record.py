"""The record in the folder of a programme: that it is one, which files are ours, and what they were made from."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

RECORD = "programme.json"
FORMAT = 1
LAST_YEAR = 2299
_MAX_BYTES = 10_000_000
_PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9.-]{0,199}")


class Kind(StrEnum):
    """What a folder holds: the programme of one client, or a folder for each of several."""

    PROGRAMME = "programme"
    CLIENTS = "clients"


@dataclass(frozen=True)
class Made:
    """A file as it was written: its size in bytes and its SHA-256; `made_from` is a digest of what shaped it."""

    size_bytes: int
    sha256: str
    made_from: str = ""

    @classmethod
    def of(cls, path: Path, made_from: str = "") -> Made:
        """The file at `path`."""
        with path.open("rb") as file:
            return cls(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest(), made_from)

    @classmethod
    def of_bytes(cls, data: bytes) -> Made:
        """The file that `data` would be."""
        return cls(len(data), hashlib.sha256(data).hexdigest())

    def is_still(self, path: Path) -> bool:
        """Whether the file at `path` is this one, byte for byte, and no link."""
        if path.is_symlink() or not path.is_file() or path.stat().st_size != self.size_bytes:
            return False
        return Made.of(path).sha256 == self.sha256


@dataclass(frozen=True)
class Record:
    """What a folder of ours says of itself. `files` go by name; `start` is when week 1 begins, or would have begun."""

    kind: Kind = Kind.PROGRAMME
    files: Mapping[str, Made] = field(default_factory=dict)
    client: str | None = None
    start: date | None = None

    def text(self) -> str:
        """As it stands in the file."""
        files = {
            name: {"size": made.size_bytes, "sha256": made.sha256, "made_from": made.made_from}
            for name, made in sorted(self.files.items())
        }
        start = {"start": self.start.isoformat()} if self.start else {}
        about = {"voicecoach": FORMAT, "kind": self.kind, "client": self.client, **start}
        return json.dumps({**about, "files": files}, indent=1) + "\n"


def read_record(folder: Path) -> Record | None:
    """The record of a folder; None if there is none that can be read. Names that aren't plain ones are left out."""
    path = folder / RECORD
    try:
        if path.is_symlink() or path.stat().st_size > _MAX_BYTES:
            return None
        found = json.loads(path.read_bytes())
        if found["voicecoach"] != FORMAT:
            return None
        start = date.fromisoformat(found["start"]) if "start" in found else None
        if start and start.year > LAST_YEAR:
            return None
        client = str(found["client"]) if found.get("client") is not None else None
        return Record(Kind(found["kind"]), dict(_files(found["files"])), client, start)
    except (OSError, ValueError, KeyError, TypeError, RecursionError, AttributeError, OverflowError):
        return None


def _files(found: Mapping[str, Any]) -> Iterator[tuple[str, Made]]:
    """What it says of files in this folder itself: whoever wrote it may have written anything."""
    for name, made in found.items():
        if _PLAIN_NAME.fullmatch(name):
            yield name, Made(int(made["size"]), str(made["sha256"]), str(made["made_from"]))
