"""A small web server for this machine or the home network: quiet, bounded, and deaf to pages from elsewhere."""

from __future__ import annotations

import errno
import ipaddress
import re
import socket
from contextlib import ExitStack, suppress
from io import BufferedReader, RawIOBase
from socketserver import BaseServer
from threading import BoundedSemaphore, Lock
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit
from wsgiref.types import WSGIApplication, WSGIEnvironment

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler

from voicecoach.errors import OutputError

USUAL_PORT = 8642
"""Always the same if it can be, since bookmarks and what a page remembers belong to an address with its port."""

LAST_PORT = 65535
LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - that is what --lan is for

OPENED = "voicecoach.opened"
"""Under this name a request's environment has the stack on which its answer puts what it opens."""

CONNECTION = "werkzeug.socket"
"""Under this name it has the connection."""

_ANOTHER_PORT = "Choose another one with --port."
_HOST = re.compile(r"(?:\[(?P<ipv6>[^]]+)]|(?P<name>[^:]+))(?::\d*)?")
_POLL_S = 0.1
_STALLED_S = 600
_WAITING = 128
_MOST_AT_ONCE = 256
"""Connections beyond these are closed at once: each has a thread."""
_MOST_HEAD_BYTES = 128 * 1024
"""Python alone would take a hundred lines of half as much each from anybody, and keep them."""


class WebServer:
    """A web server for a WSGI application, ready for requests as soon as it is made; `serve_forever` answers them.

    `host` is the address of this machine to listen at: the default is heard on this machine alone, `0.0.0.0` in all of
    its networks. `port` None is `USUAL_PORT`, or any free one where that can't be had; 0 is any free one. `stalled_s`
    is how long a client may neither take nor send anything.

    Raises `OutputError` for a host or port that can't be had.
    """

    def __init__(
        self,
        application: WSGIApplication,
        *,
        host: str = LOOPBACK,
        port: int | None = None,
        stalled_s: float = _STALLED_S,
    ) -> None:
        self._lock, self._serving, self._closed = Lock(), False, False
        # Werkzeug ends the program when a port is taken; given an open socket it works on a copy of it.
        with _listening(host, port) as listening:
            self._server = _Server(
                host,
                listening.getsockname()[1],
                application,
                type("Handler", (_Handler,), {"timeout": stalled_s}),
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


class _Server(ThreadedWSGIServer):
    """A thread for each connection, up to a number of them."""

    def __init__(self, *arguments: Any, **named: Any) -> None:  # noqa: ANN401 - Werkzeug's own
        super().__init__(*arguments, **named)
        self._room = BoundedSemaphore(_MOST_AT_ONCE)

    def verify_request(self, request: Any, client_address: Any) -> bool:  # noqa: ANN401, ARG002 - Python's own
        """Whether there is room for one more."""
        return self._room.acquire(blocking=False)

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - Python's own
        """Answer in a thread; where none is to be had, this connection ends and the server goes on."""
        try:
            super().process_request(request, client_address)
        except RuntimeError:
            self._room.release()
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - Python's own
        """Answer, and make room."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()


class _Reader(BufferedReader):
    """What a client sends; lines up to a number of bytes in all, and then the connection is over."""

    def __init__(self, raw: RawIOBase) -> None:
        super().__init__(raw)
        self._left = _MOST_HEAD_BYTES

    def readline(self, size: int | None = -1, /) -> bytes:
        """The next line. Raises ConnectionError when there were too many."""
        line = super().readline(size)
        self._left -= len(line)
        if self._left < 0:
            raise ConnectionError
        return line


class _Handler(WSGIRequestHandler):
    """Quiet: no log, no version, and a client that goes away or sends nonsense is no defect. A defect still shows."""

    disable_nagle_algorithm = True

    def setup(self) -> None:
        """As Python has it, with a head of the request that ends."""
        super().setup()
        self.rfile = _Reader(self.rfile.detach())

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
        return {**super().make_environ(), OPENED: self._opened}

    def version_string(self) -> str:
        """What the `Server` header says."""
        return "voicecoach"

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing; Werkzeug would take the address apart, which not every address survives."""

    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002 (Werkzeug's name for it)
        """Say nothing."""


def own_names() -> frozenset[str]:
    """The names that this machine is known by to itself and in its network."""
    full = socket.gethostname().lower()
    name = full.partition(".")[0]
    return frozenset({"localhost", full, name, f"{name}.local"})


def is_addressed(host: str, names: frozenset[str]) -> bool:
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
