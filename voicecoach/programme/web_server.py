"""A small web server for the folder of a shared programme: read-only, for this machine or the home network."""

from __future__ import annotations

import errno
import ipaddress
import os
import re
import socket
import stat
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from datetime import UTC, datetime
from pathlib import Path
from socketserver import BaseServer
from threading import Lock
from types import TracebackType
from typing import BinaryIO, Self
from urllib.parse import quote, urlsplit
from wsgiref.types import StartResponse, WSGIEnvironment

from werkzeug.exceptions import HTTPException, MethodNotAllowed, MisdirectedRequest, NotFound, PreconditionFailed
from werkzeug.http import parse_range_header
from werkzeug.security import safe_join
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from voicecoach.errors import OutputError

USUAL_PORT = 8642
"""Always the same if it can be, since bookmarks and what a page remembers belong to an address with its port."""

LAST_PORT = 65535

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

_ANOTHER_PORT = "Choose another one with --port."
_INDEX = "index.html"
_OPENED = "voicecoach.opened"
"""Under this name a request's environment has the stack on which its answer puts what it opens."""

_HOST = re.compile(r"(?:\[(?P<ipv6>[^]]+)]|(?P<name>[^:]+))(?::\d*)?")
_FOREIGN = re.compile(r"[\\:\0]")
"""What separates folders, drives and streams on Windows, and ends a name in C. It is in no name of ours."""

_PIECE_BYTES = 64 * 1024
_POLL_S = 0.1
_STALLED_S = 600
_WAITING = 128


class FolderServer:
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

    def __init__(self, folder: Path, *, path: str = "", host: str = "127.0.0.1", port: int | None = None) -> None:
        if not _is_folder(folder):
            raise OutputError(f"Can't serve {folder}: it is not a folder. Name the folder of a shared programme.")
        self._lock, self._serving, self._closed = Lock(), False, False
        # Werkzeug ends the program when a port is taken; given an open socket it works on a copy of it.
        with _listening(host, port) as listening:
            self._server = make_server(
                host,
                listening.getsockname()[1],
                _Folder(folder, path),
                threaded=True,
                request_handler=_Handler,
                passthrough_errors=True,
                fd=listening.fileno(),
            )

    @property
    def port(self) -> int:
        """The port it listens at."""
        return self._server.port

    def serve_forever(self) -> None:
        """Answer requests, each in a thread of its own, until `close` is called; an interrupt passes through."""
        with self._lock:
            if self._closed:
                return
            self._serving = True
        try:
            # Werkzeug's own takes an interrupt for a normal end.
            BaseServer.serve_forever(self._server, _POLL_S)
        finally:
            self._serving = False

    def close(self) -> None:
        """Take no more requests and free the port; what is being sent goes on. Not from a signal handler.

        Called while another thread is in `serve_forever`, it waits until that returns. Any number of times.
        """
        with self._lock:
            if self._closed:
                return
            self._closed = True
        if self._serving:
            self._server.shutdown()
        self._server.server_close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _listening(host: str, port: int | None) -> socket.socket:
    if port is None:
        with suppress(OSError):
            return _bound(host, USUAL_PORT)
        port = 0
    if not 0 <= port <= LAST_PORT:
        raise OutputError(f"Can't serve at port {port}: ports go from 0 to {LAST_PORT}. {_ANOTHER_PORT}")
    try:
        return _bound(host, port)
    except OSError as error:
        raise OutputError(_refusal(host, port, error)) from error


def _bound(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family, backlog=_WAITING)


def _refusal(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Can't serve at port {port}: another program uses it. {_ANOTHER_PORT}"
    if error.errno in {errno.EACCES, errno.EPERM}:
        return f"Can't serve at port {port}: the system keeps it for itself. Choose another one above 1023 with --port."
    return f"Can't serve at {host}: it is no address of this machine. Choose one that is, or leave it out."


class _Handler(WSGIRequestHandler):
    """Quiet: no log, no version, and a client that goes away or sends nonsense is no defect. A defect still shows."""

    timeout = _STALLED_S

    def handle(self) -> None:
        """Answer; whatever the network does to the connection just ends it."""
        with suppress(OSError):
            super().handle()

    def run_wsgi(self) -> None:
        """Answer, unless the address is one that Werkzeug stumbles over: `http://[`.

        What the answer opened is closed here: when a client goes away at the wrong moment, Werkzeug doesn't close it.
        """
        try:
            urlsplit(self.path)
        except ValueError:
            self.send_error(400)
            return
        with ExitStack() as self._opened:
            super().run_wsgi()

    def make_environ(self) -> WSGIEnvironment:
        """As Werkzeug makes it, with a place for what has to be closed."""
        return {**super().make_environ(), _OPENED: self._opened}

    def version_string(self) -> str:
        """What the `Server` header says."""
        return "voicecoach"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing; Werkzeug would take the address apart, which not every address survives."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 (Werkzeug's name for it)
        """Say nothing."""


class _Folder:
    """The WSGI application: one folder's files as answers."""

    def __init__(self, folder: Path, path: str) -> None:
        self._folder = folder.absolute()
        self._top = f"/{path}/" if path else "/"
        self._names = _own_names()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        try:
            answer = self._answer(environ)
        except HTTPException as error:
            answer = error.get_response()
        answer.headers.update(_ALWAYS)
        answer.headers.pop("Date", None)  # the handler sends one
        return answer(environ, start_response)

    def _answer(self, environ: WSGIEnvironment) -> Response:
        if not _is_addressed(environ.get("HTTP_HOST", ""), self._names):
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
            file = environ[_OPENED].enter_context(real.open("rb"))
        except OSError:
            raise NotFound from None
        return _file_answer(file, real.name, environ)


def _own_names() -> frozenset[str]:
    full = socket.gethostname().lower()
    name = full.partition(".")[0]
    return frozenset({"localhost", full, name, f"{name}.local"})


def _is_addressed(host: str, names: frozenset[str]) -> bool:
    """Whether a `Host` header is an IP address or one of `names`, with or without a port."""
    said = _HOST.fullmatch(host)
    if said is None:
        return False
    name = said["ipv6"] or said["name"]
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return name.lower().removesuffix(".") in names
    return True


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
