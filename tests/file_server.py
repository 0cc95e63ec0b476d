"""A web server on this machine for tests of downloads: files by name, in parts if asked, and the faults of servers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class FileServer:
    """What is served, and how. `requested` collects the path and the range of each request."""

    files: dict[str, bytes]
    ranges: bool = True
    statuses: list[int] = field(default_factory=list)
    """Answered instead, one after the other, before anything else is."""
    break_after: list[int] = field(default_factory=list)
    """After so many bytes the connection is closed, once for each."""
    requested: list[tuple[str, str | None]] = field(default_factory=list)
    address: str = ""


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[FileServer]:
    """A server of these files, at `FileServer.address`, which ends with a slash."""
    served = FileServer(files)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            _answer(self, served)

        def log_message(self, *_words: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        served.address = f"http://127.0.0.1:{server.server_port}/"
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()


def _answer(handler: BaseHTTPRequestHandler, served: FileServer) -> None:
    asked = handler.headers["Range"]
    served.requested.append((handler.path, asked))
    content = served.files.get(handler.path.lstrip("/"))
    if served.statuses or content is None:
        handler.send_error(served.statuses.pop(0) if served.statuses else 404)
        return
    begin = re.fullmatch(r"bytes=(\d+)-", asked or "") if served.ranges else None
    start = int(begin[1]) if begin else 0
    if start >= len(content):
        handler.send_error(416)
        return
    handler.send_response(206 if begin else 200)
    if begin:
        handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
    handler.send_header("Content-Length", str(len(content) - start))
    handler.end_headers()
    most = served.break_after.pop(0) if served.break_after else len(content)
    handler.wfile.write(content[start : start + most])
