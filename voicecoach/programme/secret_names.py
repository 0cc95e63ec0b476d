"""Names of clients' folders that nobody can guess, the same in every run over a list."""

from __future__ import annotations

import re
import secrets
from base64 import b32encode
from pathlib import Path

from voicecoach.programme.record import read_record

SECRET_BYTES = 10
"""Of 80 bits nobody finds one by trying addresses."""
_TAIL = r"-[a-z2-7]{16}"


def secret_folder(clients: Path, stem: str, owner: str | None) -> str:
    """The name of the folder that the client `owner` has among those of all clients: `sam-` and 16 letters and digits.

    One that is there already stays theirs: its record says whose it is.
    """
    there = (each for each in sorted(clients.glob(f"{stem}-*")) if re.fullmatch(re.escape(stem) + _TAIL, each.name))
    known = (each.name for each in there if (record := read_record(each)) and record.client == owner)
    return next(known, None) or f"{stem}-{b32encode(secrets.token_bytes(SECRET_BYTES)).decode().lower()}"
