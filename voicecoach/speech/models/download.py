"""A file from the web: half of it is kept, and the next attempt goes on from there."""

from __future__ import annotations

import re
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import Request, urlopen

from voicecoach.errors import FetchError, InstallError

Progress = Callable[[int], None]
"""Is told how many bytes of a file are there."""

CHUNK_BYTES = 1 << 18
TIMEOUT_S = 30.0
ATTEMPTS = 3
MEGABYTE = 1_000_000
_PARTIAL, _BEYOND_END, _SERVER_ERROR = 206, 416, 500


class _BrokenOffError(Exception):
    """The server stopped before the end; the rest may be had by asking again."""


def download(address: str, part: Path, size_bytes: int, progress: Progress) -> None:
    """Bring the file at `address`, which has `size_bytes`, to `part`, of which some may be there already.

    Raises FetchError when the server has no such file, can't be reached or breaks off again and again; `part` is kept
    then, unless it can't be a part of the file. Raises InstallError when it is another file, and OSError when `part`
    can't be written.
    """
    problem = ""
    for _ in range(ATTEMPTS):
        try:
            _go_on(address, part, size_bytes, progress)
        except _BrokenOffError as error:
            problem = str(error)
        else:
            return
    have = f"{_size(part) / MEGABYTE:.1f} of {size_bytes / MEGABYTE:.1f} MB are" if _size(part) else "Nothing is"
    raise FetchError(f"{address} can't be fetched: {problem}. {have} there; run this again to go on.")


def _go_on(address: str, part: Path, size_bytes: int, progress: Progress) -> None:
    have = _size(part)
    if have > size_bytes:
        part.unlink()
        have = 0
    if have < size_bytes:
        with _opened(address, have, part) as response:
            start = _start(response, address, size_bytes)
            # The server may begin anew, if it can't do otherwise.
            _write(response, part, start if start == have else 0, size_bytes, progress)
    if _size(part) < size_bytes:
        raise _BrokenOffError("the server broke off")


def _opened(address: str, have: int, part: Path) -> HTTPResponse:
    headers = {"User-Agent": "voicecoach", "Accept-Encoding": "identity"}
    if have:
        headers["Range"] = f"bytes={have}-"
    try:
        response: HTTPResponse = urlopen(Request(address, headers=headers), timeout=TIMEOUT_S)  # noqa: S310 - sources.py takes http and https alone
    except HTTPError as error:
        with error:
            if error.code == _BEYOND_END:
                part.unlink(missing_ok=True)
            if error.code >= _SERVER_ERROR or error.code == _BEYOND_END:
                raise _BrokenOffError(f"the server answers {error.code} {error.reason}") from None
            raise FetchError(f"{address} can't be fetched: the server answers {error.code} {error.reason}.") from None
    except (OSError, HTTPException) as error:
        raise _BrokenOffError(str(getattr(error, "reason", error)) or type(error).__name__) from error
    return response


def _start(response: HTTPResponse, address: str, size_bytes: int) -> int:
    """The byte at which the answer begins. Raises InstallError when it is about a file of another size."""
    if response.status == _PARTIAL:
        found = re.fullmatch(r"bytes (\d+)-\d+/(\d+|\*)", response.headers.get("Content-Range", ""))
        start, total = (int(found[1]), found[2]) if found else (0, "*")
    else:
        start, total = 0, response.headers.get("Content-Length", "*")
    if total not in {"*", str(size_bytes)}:
        raise InstallError(f"{address} is another file: it has {total} bytes, and {size_bytes} are expected.")
    return start


def _write(response: HTTPResponse, part: Path, start: int, size_bytes: int, progress: Progress) -> None:
    with part.open("r+b" if start else "wb") as file:
        file.seek(start)
        file.truncate()
        while chunk := _read(response):
            if file.tell() + len(chunk) > size_bytes:
                raise InstallError(f"The server sends more than the {size_bytes} bytes that are expected.")
            file.write(chunk)
            progress(file.tell())


def _read(response: HTTPResponse) -> bytes:
    try:
        return response.read(CHUNK_BYTES)
    except (OSError, HTTPException) as error:
        raise _BrokenOffError(f"the connection broke off ({type(error).__name__})") from error


def _size(part: Path) -> int:
    return part.stat().st_size if part.exists() else 0
