"""A small web server for the folder of a shared programme: read-only, for this machine or the home network."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO
from urllib.parse import quote
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.exceptions import HTTPException, MethodNotAllowed, MisdirectedRequest, NotFound, PreconditionFailed
from werkzeug.http import parse_range_header
from werkzeug.security import safe_join
from werkzeug.wrappers import Request, Response

from voicecoach.errors import OutputError
from voicecoach.web.server import LOOPBACK, OPENED, WebServer, is_addressed, own_names

CONTENT_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".txt": "text/plain",
    ".lrc": "text/plain",
    ".vtt": "text/vtt",
    ".webmanifest": "application/manifest+json",
    ".chapters.json": "application/json+chapters",
    ".json": "application/json",
    "feed.xml": "application/rss+xml",
    ".mp3": "audio/mpeg",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".zip": "application/zip",
}
"""By the end of a name, the first that fits. A table of its own: the system's differs from machine to machine."""

ANY_CONTENT = "application/octet-stream"

_METHODS = ("GET", "HEAD")
_ALWAYS = {"Cache-Control": "no-cache", "Referrer-Policy": "no-referrer", "X-Content-Type-Options": "nosniff"}
"""Headers of every answer; `no-cache` means: keep it, and ask each time whether it is still the same."""

_INDEX = "index.html"
_FOREIGN = re.compile(r"[\\:\0]")
"""What separates folders, drives and streams on Windows, and ends a name in C. It is in no name of ours."""

_PIECE_BYTES = 64 * 1024


class FolderServer(WebServer):
    """A web server for one folder, ready for requests as soon as it is made; `serve_forever` answers them.

    It hands out regular files within `folder`, with parts of files for players, and `index.html` for a folder. It
    never lists a folder, never leaves it through a link, and keeps back names that start with a dot. Only requests
    that name this machine by an address, `localhost` or its own name are answered: a page from elsewhere that has its
    name point here (DNS rebinding) reads nothing.

    `path` is a name below which all of it stands, such as `sam` for `/sam/`: what a browser remembers belongs to an
    address, and the folders of two clients that are served one after the other must not be taken for each other. `/`
    and `/sam` then lead there. `host` is the address of this machine to listen at: the default is heard on this machine
    alone, `0.0.0.0` in all of its networks. `port` None is `USUAL_PORT`, or any free one where that can't be had; 0 is
    any free one.

    Raises `OutputError` for a folder that isn't there, and for a host or port that can't be had.
    """

    def __init__(self, folder: Path, *, path: str = "", host: str = LOOPBACK, port: int | None = None) -> None:
        if not _is_folder(folder):
            raise OutputError(f"Can't serve {folder}: it is not a folder. Name the folder of a shared programme.")
        super().__init__(_Folder(folder, path), host=host, port=port)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


class _Folder:
    """The WSGI application: one folder's files as answers."""

    def __init__(self, folder: Path, path: str) -> None:
        self._folder = folder.absolute()
        self._top = f"/{path}/" if path else "/"
        self._names = own_names()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            answer = self._answer(environ)
        except HTTPException as error:
            answer = error.get_response()
        answer.headers.update(_ALWAYS)
        answer.headers.pop("Date", None)  # the handler sends one
        return answer(environ, start_response)

    def _answer(self, environ: WSGIEnvironment) -> Response:
        if not is_addressed(environ.get("HTTP_HOST", ""), self._names):
            raise MisdirectedRequest("This server answers at its address, at localhost and at its machine's name.")
        if environ["REQUEST_METHOD"] not in _METHODS:
            raise MethodNotAllowed(_METHODS)
        asked = Request(environ).path
        if asked in {"/", self._top.removesuffix("/")} - {self._top}:
            return Response(status=302, headers={"Location": quote(self._top)})
        if not asked.startswith(self._top):
            raise NotFound
        real = _real_file(self._folder, asked.removeprefix(self._top))
        try:
            file = environ[OPENED].enter_context(real.open("rb"))
        except OSError:
            raise NotFound from None
        return _file_answer(file, real.name, environ)


def _real_file(folder: Path, asked: str) -> Path:
    """The file that a path from a request stands for, links followed. Raises `NotFound`."""
    parts = asked.removeprefix("/").split("/")
    joined = safe_join(str(folder), *parts[:-1], parts[-1] or _INDEX)
    if joined is None or _FOREIGN.search(asked) or _is_hidden(parts):
        raise NotFound
    try:
        root = Path(os.path.realpath(folder, strict=True))
        real = Path(os.path.realpath(joined, strict=True))
        regular = stat.S_ISREG(real.stat().st_mode)
    except OSError:
        raise NotFound from None
    if not regular or not real.is_relative_to(root) or _is_hidden(real.relative_to(root).parts):
        raise NotFound
    return real


def _is_hidden(parts: Iterable[str]) -> bool:
    """Whether one starts with a dot: hidden files, files that are being written, and the ways up."""
    return any(part.startswith(".") for part in parts)


def _file_answer(file: BinaryIO, name: str, environ: WSGIEnvironment) -> Response:
    """An open file, or the part of it that is asked for, or that it is still the same.

    All is read from the open file, so that a file that replaces it meanwhile doesn't mix into the answer.
    """
    found = os.fstat(file.fileno())
    answer = Response(mimetype=_content_type(name))
    answer.content_length = found.st_size
    answer.last_modified = datetime.fromtimestamp(found.st_mtime, UTC)
    answer.set_etag(f"{found.st_ino:x}-{found.st_mtime_ns:x}-{found.st_size:x}")
    asked = _with_simple_range(environ, found.st_size)
    answer.make_conditional(asked, accept_ranges=True, complete_length=found.st_size)
    answer.accept_ranges = "bytes"
    if answer.status_code == PreconditionFailed.code:
        raise PreconditionFailed
    answer.response = _pieces(file, answer.content_range.start or 0, answer.content_length or 0)
    return answer


def _content_type(name: str) -> str:
    return next((known for end, known in CONTENT_TYPES.items() if name.lower().endswith(end)), ANY_CONTENT)


def _with_simple_range(environ: WSGIEnvironment, size_bytes: int) -> WSGIEnvironment:
    """The request with its Range as Werkzeug takes it, or without it where the whole file is the answer.

    That is for several ranges, for units other than bytes, for what is no range, and for HEAD (RFC 9110, 14.2). The
    last thousand bytes of a shorter file are all of them.
    """
    asked = {key: value for key, value in environ.items() if key != "HTTP_RANGE"}
    wanted = parse_range_header(environ.get("HTTP_RANGE"))
    if environ["REQUEST_METHOD"] == "GET" and wanted and wanted.units == "bytes" and len(wanted.ranges) == 1:
        asked["HTTP_RANGE"] = "bytes=0-" if wanted.ranges[0][0] < -size_bytes else wanted.to_header()
    return asked


def _pieces(file: BinaryIO, start: int, length: int) -> Iterator[bytes]:
    """`length` bytes from `start`, less only if the file has become shorter; a file that grows adds nothing."""
    file.seek(start)
    while length > 0 and (piece := file.read(min(length, _PIECE_BYTES))):
        length -= len(piece)
        yield piece
