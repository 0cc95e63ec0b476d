from __future__ import annotations

import os
import signal
import socket
import struct
import subprocess
import sys
import threading
import tracemalloc
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from dataclasses import dataclass
from email.message import Message
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest

from tests.ports import free_port
from voicecoach.errors import OutputError
from voicecoach.programme.web_server import FolderServer
from voicecoach.web import server as web_server
from voicecoach.web.server import USUAL_PORT

LOOPBACK = "127.0.0.1"
SOUND = bytes(range(256)) * 40
LAST = len(SOUND) - 1
LARGE = 32 * 2**20
"""More bytes than the buffers of a connection hold, so that the server waits for the client."""

PIECE = 64 * 1024
TIMEOUT_S = 30
NAME = socket.gethostname().partition(".")[0]

links = pytest.mark.skipif(sys.platform == "win32", reason="links take rights there")


@pytest.fixture(autouse=True)
def _closes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server that looks more often than usual whether it is to be closed: there are two hundred here."""
    monkeypatch.setattr(web_server, "_POLL_S", 0.002)


@dataclass(frozen=True)
class Answer:
    status: int
    headers: Message
    body: bytes


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder to serve, with a secret beside it."""
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "private").mkdir()
    (tmp_path / "private" / "secret.txt").write_text("secret")
    shared = tmp_path / "shared"
    (shared / "more").mkdir(parents=True)
    (shared / "empty").mkdir()
    (shared / "index.html").write_text("<p>Fuß</p>", "utf-8")
    (shared / "more" / "index.html").write_text("more")
    (shared / "session.mp3").write_bytes(SOUND)
    (shared / "nothing.mp3").write_bytes(b"")
    return shared


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    with serving(folder) as server:
        yield server.port


@contextmanager
def serving(folder: Path, path: str = "") -> Iterator[FolderServer]:
    with FolderServer(folder, path=path, port=0) as server, answering(server):
        yield server


@contextmanager
def answering(server: FolderServer) -> Iterator[None]:
    """The server at work; in the end it is through with everything."""
    with server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield
        finally:
            server.close()
            thread.join(TIMEOUT_S)
            assert not thread.is_alive()
            wait_for_answers()


def wait_for_answers() -> None:
    """Wait until the server is through with every request."""
    for thread in threading.enumerate():
        if "process_request" in thread.name:
            thread.join(TIMEOUT_S)
            assert not thread.is_alive()


@contextmanager
def asking(port: int, path: str, method: str = "GET", **headers: str) -> Iterator[HTTPResponse]:
    """An answer whose body is still to be read; in names of headers `_` stands for `-`."""
    connection = HTTPConnection(LOOPBACK, port, timeout=TIMEOUT_S)
    try:
        connection.request(method, path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        with connection.getresponse() as response:
            yield response
    finally:
        connection.close()


def ask(port: int, path: str, method: str = "GET", **headers: str) -> Answer:
    with asking(port, path, method, **headers) as response:
        return Answer(response.status, response.headers, response.read())


def say(port: int, request: bytes) -> bytes:
    """All that comes back for these bytes."""
    with socket.create_connection((LOOPBACK, port), TIMEOUT_S) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        with connection.makefile("rb") as reader:
            return reader.read()


def status_line(port: int, target: bytes) -> bytes:
    """The status for a request line that no well-behaved client writes."""
    return say(port, b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\n\r\n").split(b"\r\n")[0]


def test_a_file_comes_whole(port: int) -> None:
    answer = ask(port, "/session.mp3")
    assert (answer.status, answer.body) == (200, SOUND)
    assert answer.headers["Content-Length"] == str(len(SOUND))
    assert answer.headers["Content-Type"] == "audio/mpeg"


def test_an_empty_file_comes_empty(port: int) -> None:
    for headers in ({}, {"Range": "bytes=0-"}, {"Range": "bytes=-5"}):
        answer = ask(port, "/nothing.mp3", **headers)
        assert (answer.status, answer.body, answer.headers["Content-Length"]) == (200, b"", "0")


def test_a_question_mark_ends_the_path(port: int) -> None:
    assert ask(port, "/session.mp3?from=../../secret.txt").body == SOUND


def test_head_gives_the_headers_alone(port: int) -> None:
    whole, head = ask(port, "/session.mp3"), ask(port, "/session.mp3", "HEAD")
    assert (head.status, head.body) == (200, b"")
    del whole.headers["Date"], head.headers["Date"]
    assert head.headers.items() == whole.headers.items()


def test_head_knows_no_ranges(port: int) -> None:
    head = ask(port, "/session.mp3", "HEAD", Range="bytes=0-9")
    assert (head.status, head.headers["Content-Length"]) == (200, str(len(SOUND)))


@pytest.mark.parametrize(("path", "body"), [("/", "<p>Fuß</p>"), ("/more/", "more"), ("//more//", "more")])
def test_a_folder_shows_its_index(port: int, path: str, body: str) -> None:
    answer = ask(port, path)
    assert (answer.status, answer.body.decode()) == (200, body)
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("path", ["/empty/", "/empty", "/more", "/index.html/", "/absent.mp3", "/absent/"])
def test_there_are_no_listings_and_no_guesses(port: int, path: str) -> None:
    assert ask(port, path).status == 404


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=0-", 0, LAST),
        ("bytes=100-199", 100, 199),
        ("bytes=5000-", 5000, LAST),
        ("bytes=5000-999999999", 5000, LAST),
        ("bytes=-1", LAST, LAST),
        ("bytes=-100", LAST - 99, LAST),
        (f"bytes=-{len(SOUND)}", 0, LAST),
        ("bytes=-999999999", 0, LAST),
        (f"bytes={LAST}-", LAST, LAST),
        (" Bytes = 1-2 ", 1, 2),
    ],
)
def test_a_range_comes_byte_for_byte(port: int, asked: str, first: int, last: int) -> None:
    answer = ask(port, "/session.mp3", Range=asked)
    assert answer.status == 206
    assert answer.body == SOUND[first : last + 1]
    assert answer.headers["Content-Range"] == f"bytes {first}-{last}/{len(SOUND)}"
    assert answer.headers["Content-Length"] == str(last - first + 1)


@pytest.mark.parametrize(
    "asked",
    [
        "bytes=0-9,20-29",
        "bytes=0-9, -5",
        "bytes=9-0",
        "bytes=-",
        "bytes=-0",
        "bytes=x-y",
        "bytes",
        "lines=0-9",
        "=",
        "",
    ],
)
def test_several_ranges_and_what_is_none_give_the_whole(port: int, asked: str) -> None:
    answer = ask(port, "/session.mp3", Range=asked)
    assert (answer.status, answer.body) == (200, SOUND)
    assert "Content-Range" not in answer.headers


@pytest.mark.parametrize("asked", [f"bytes={len(SOUND)}-", "bytes=999999999-", f"bytes={len(SOUND)}-{len(SOUND)}"])
def test_a_range_past_the_end_is_refused_with_the_length(port: int, asked: str) -> None:
    answer = ask(port, "/session.mp3", Range=asked)
    assert answer.status == 416
    assert answer.headers["Content-Range"] == f"bytes */{len(SOUND)}"


def test_a_range_holds_only_for_the_same_file(port: int, folder: Path) -> None:
    before = ask(port, "/session.mp3").headers
    for same in (before["ETag"], before["Last-Modified"]):
        assert ask(port, "/session.mp3", Range="bytes=0-9", If_Range=same).body == SOUND[:10]
    replace(folder / "session.mp3", b"new" * 100)
    os.utime(folder / "session.mp3", (2e9, 2e9))
    for old in (before["ETag"], before["Last-Modified"], '"something else"', "nonsense"):
        answer = ask(port, "/session.mp3", Range="bytes=0-9", If_Range=old)
        assert (answer.status, answer.body) == (200, b"new" * 100)


def test_a_file_that_is_still_the_same_is_not_sent_again(port: int) -> None:
    first = ask(port, "/session.mp3")
    for method in ("GET", "HEAD"):
        for known in (first.headers["ETag"], f'"other", {first.headers["ETag"]}', f"W/{first.headers['ETag']}"):
            again = ask(port, "/session.mp3", method, If_None_Match=known)
            assert (again.status, again.body, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    since = first.headers["Last-Modified"]
    assert ask(port, "/session.mp3", If_Modified_Since=since).status == 304


def test_a_file_of_the_same_size_and_time_is_another_file(port: int, folder: Path) -> None:
    session = folder / "session.mp3"
    before, times = ask(port, "/session.mp3"), session.stat()
    replace(session, SOUND[::-1])
    os.utime(session, ns=(times.st_atime_ns, times.st_mtime_ns))
    after = ask(port, "/session.mp3", If_None_Match=before.headers["ETag"])
    assert (after.status, after.body) == (200, SOUND[::-1])


def test_another_version_than_the_one_insisted_on_is_refused(port: int) -> None:
    answer = ask(port, "/session.mp3", If_Match='"another"')
    assert answer.status == 412
    assert SOUND not in answer.body
    assert ask(port, "/session.mp3", If_Match=ask(port, "/session.mp3").headers["ETag"]).body == SOUND


def replace(target: Path, content: bytes) -> None:
    part = target.with_name(".voicecoach-0.part")
    part.write_bytes(content)
    part.replace(target)


WAYS_OUT = [
    "/../secret.txt",
    "/more/../../secret.txt",
    "/more/../index.html",
    "/./index.html",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/more/%2e%2e%2f%2e%2e%2fsecret.txt",
    "/%252e%252e%252fsecret.txt",
    "/..%5csecret.txt",
    "/more%5cindex.html",
    "/..\\secret.txt",
    "//../secret.txt",
    "/%2fetc/passwd",
    "//etc/passwd",
    "///etc/passwd",
    "/C:/Windows/win.ini",
    "/C:%5cWindows%5cwin.ini",
    "/index.html:stream",
    "/index.html::$DATA",
    "/index.html%00",
    "/index.html%00.mp3",
    "/%00",
    "/%c0%ae%c0%ae/secret.txt",
    "/%ff",
    "/%ed%a0%80",
    "/" + "x" * 300,
    "/" + "x/" * 20_000,
    "/" + "x" * 60_000,
]


@pytest.mark.parametrize("path", WAYS_OUT, ids=lambda path: path[:40])
def test_no_path_leads_out_of_the_folder(port: int, path: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert ask(port, path).status == 404
    assert status_line(port, path.encode()) == b"HTTP/1.1 404 NOT FOUND"
    wait_for_answers()
    assert capfd.readouterr() == ("", "")


def test_a_path_of_the_file_system_is_no_path_here(port: int, folder: Path) -> None:
    assert ask(port, f"/{folder.parent / 'secret.txt'}").status == 404
    assert ask(port, str(folder / "index.html")).status == 404


@links
@pytest.mark.parametrize(
    ("link", "target", "asked"),
    [
        ("out.txt", "../secret.txt", "/out.txt"),
        ("out", "../private", "/out/secret.txt"),
        ("up", "..", "/up/secret.txt"),
        ("root", "/", "/root/etc/passwd"),
        ("index", "..", "/index/shared/session.mp3/../../secret.txt"),
        ("more/twice", "../../private", "/more/twice/secret.txt"),
        ("beside.txt", "../shared-not/secret.txt", "/beside.txt"),
        ("dangling.mp3", "absent.mp3", "/dangling.mp3"),
        ("circle.mp3", "circle.mp3", "/circle.mp3"),
        ("shown.txt", ".hidden", "/shown.txt"),
        ("device.mp3", "/dev/zero", "/device.mp3"),
    ],
)
def test_no_link_leads_out_of_the_folder(port: int, folder: Path, link: str, target: str, asked: str) -> None:
    (folder.parent / "shared-not").mkdir()
    (folder.parent / "shared-not" / "secret.txt").write_text("secret")
    (folder / ".hidden").write_text("secret")
    (folder / link).symlink_to(target)
    assert ask(port, asked).status == 404


@links
def test_an_absolute_link_out_of_the_folder_is_not_followed(port: int, folder: Path) -> None:
    (folder / "file.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "folder").symlink_to(folder.parent / "private")
    assert ask(port, "/file.txt").status == 404
    assert ask(port, "/folder/secret.txt").status == 404


@links
def test_a_link_that_stays_inside_is_followed(port: int, folder: Path) -> None:
    (folder / "same.mp3").symlink_to("session.mp3")
    (folder / "more" / "up").symlink_to("..")
    (folder / "absolute.mp3").symlink_to(folder / "session.mp3")
    for path in ("/same.mp3", "/more/up/session.mp3", "/absolute.mp3"):
        assert ask(port, path).body == SOUND


@links
def test_the_folder_itself_may_be_a_link(folder: Path) -> None:
    link = folder.parent / "link"
    link.symlink_to(folder)
    with serving(link) as server:
        assert ask(server.port, "/session.mp3").body == SOUND
        assert ask(server.port, "/../secret.txt").status == 404


@pytest.mark.parametrize("name", [".hidden", ".voicecoach-1a2b.part", ".git/config", "more/.hidden", "..odd"])
def test_hidden_and_unfinished_files_are_kept_back(port: int, folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("secret")
    assert ask(port, f"/{name}").status == 404


@pytest.mark.skipif(sys.platform == "win32", reason="it has no such files")
def test_only_regular_files_are_served(port: int, folder: Path) -> None:
    os.mkfifo(folder / "pipe.mp3")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.path.relpath(folder / "socket.mp3"))
        assert ask(port, "/pipe.mp3").status == 404
        assert ask(port, "/socket.mp3").status == 404


def test_a_folder_that_is_gone_and_back_is_served_again(port: int, folder: Path) -> None:
    away = folder.rename(folder.with_name("away"))
    assert ask(port, "/session.mp3").status == 404
    away.rename(folder)
    assert ask(port, "/session.mp3").status == 200


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "PROPFIND", "get"])
def test_nothing_but_reading_is_allowed(port: int, folder: Path, method: str) -> None:
    answer = ask(port, "/session.mp3", method)
    assert (answer.status, answer.headers["Allow"]) == (405, "GET, HEAD")
    assert (folder / "session.mp3").read_bytes() == SOUND


def test_a_body_is_no_reason_to_hang(port: int) -> None:
    request = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n" + b"x" * 100_000
    assert say(port, request).startswith(b"HTTP/1.1 405 ")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("page.html", "text/html; charset=utf-8"),
        ("PAGE.HTML", "text/html; charset=utf-8"),
        ("page.css", "text/css; charset=utf-8"),
        ("worker.js", "text/javascript; charset=utf-8"),
        ("app.webmanifest", "application/manifest+json"),
        ("a.b.mp3", "audio/mpeg"),
        ("a.vtt", "text/vtt; charset=utf-8"),
        ("a.lrc", "text/plain; charset=utf-8"),
        ("programme.json", "application/json"),
        ("a.chapters.json", "application/json+chapters"),
        ("feed.xml", "application/rss+xml; charset=utf-8"),
        ("other.xml", "application/octet-stream"),
        ("a.png", "image/png"),
        ("a.jpg", "image/jpeg"),
        ("a.zip", "application/zip"),
        ("a.exe", "application/octet-stream"),
        ("mp3", "application/octet-stream"),
    ],
)
def test_each_kind_of_file_is_named(port: int, folder: Path, name: str, expected: str) -> None:
    (folder / name).write_bytes(b"x")
    assert ask(port, f"/{name}").headers.get_all("Content-Type") == [expected]


@pytest.mark.parametrize(
    ("path", "headers", "status"),
    [
        ("/session.mp3", {}, 200),
        ("/session.mp3", {"Range": "bytes=0-9"}, 206),
        ("/session.mp3", {"If-Modified-Since": "Wed, 01 Jan 2070 00:00:00 GMT"}, 304),
        ("/absent", {}, 404),
        ("/session.mp3", {"Range": "bytes=999999999-"}, 416),
        ("/session.mp3", {"Host": "example.org"}, 421),
    ],
)
def test_every_answer_says_how_to_treat_it(port: int, path: str, headers: dict[str, str], status: int) -> None:
    answer = ask(port, path, **headers)
    assert answer.status == status
    assert answer.headers.get_all("X-Content-Type-Options") == ["nosniff"]
    assert answer.headers.get_all("Referrer-Policy") == ["no-referrer"]
    assert answer.headers.get_all("Cache-Control") == ["no-cache"]
    assert answer.headers.get_all("Server") == ["voicecoach"]
    assert len(answer.headers.get_all("Date", [])) == 1
    assert "Access-Control-Allow-Origin" not in answer.headers


@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=0-9"}])
def test_a_file_says_that_it_comes_in_parts(port: int, headers: dict[str, str]) -> None:
    assert ask(port, "/session.mp3", **headers).headers.get_all("Accept-Ranges") == ["bytes"]


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.0.0.1:1", "192.168.1.20:8642", "[::1]:8642", "[fe80::1]", "localhost", "LOCALHOST:8642"),
        *(NAME, f"{NAME.upper()}.local:8642", f"{NAME}.local."),
    ],
)
def test_requests_that_name_this_machine_are_answered(port: int, host: str) -> None:
    assert ask(port, "/session.mp3", Host=host).status == 200


@pytest.mark.parametrize(
    "host",
    [
        *("example.org", "example.org:8642", "localhost.example.org", f"{NAME}.example.org", "127.0.0.1.example.org"),
        *("127.0.0.1@example.org", "example.org@127.0.0.1", "127.0.0.1/example.org", "127.0.0.1, example.org"),
        *("[example.org]", "[]", "127.0.0.1:port", ":8642", ""),
    ],
)
def test_requests_that_name_another_machine_are_not_answered(port: int, host: str) -> None:
    answer = ask(port, "/session.mp3", Host=host)
    assert answer.status == 421
    assert SOUND not in answer.body


@pytest.mark.parametrize(
    "request_head",
    [
        b"GET /session.mp3 HTTP/1.1\r\n",
        b"GET /session.mp3 HTTP/1.0\r\n",
        b"GET http://example.org/session.mp3 HTTP/1.1\r\nHost: localhost\r\n",
        b"GET /session.mp3 HTTP/1.1\r\nHost: localhost\r\nHost: example.org\r\n",
    ],
)
def test_a_request_that_names_nobody_or_two_is_not_answered(port: int, request_head: bytes) -> None:
    assert b" 421 " in say(port, request_head + b"\r\n").split(b"\r\n")[0]


@pytest.mark.parametrize(
    "request_bytes",
    [
        b"",
        b"\r\n",
        b"GET\r\n\r\n",
        b"GET /\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/x\r\n\r\n",
        b"GET http://[ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET //[ HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET * HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET ../secret.txt HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET /\xff\x00 HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"GET /" + b"x" * 70_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nnonsense",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nRange: bytes=" + b"9" * 5000 + b"-\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: localhost\r\nIf-Modified-Since: never\r\nIf-None-Match: \xff\r\n\r\n",
    ],
    ids=lambda request_bytes: repr(request_bytes[:40]),
)
def test_nonsense_is_no_traceback(port: int, request_bytes: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    assert b"secret" not in say(port, request_bytes)
    wait_for_answers()
    assert ask(port, "/session.mp3").body == SOUND
    assert capfd.readouterr() == ("", "")


def test_several_clients_at_once_get_what_they_asked_for(port: int, folder: Path) -> None:
    content = os.urandom(4 * 2**20)
    (folder / "long.mp3").write_bytes(content)
    clients = 12
    together = threading.Barrier(clients)

    def part(number: int) -> bool:
        together.wait(TIMEOUT_S)
        start = number * 1000
        return ask(port, "/long.mp3", Range=f"bytes={start}-").body == content[start:]

    with ThreadPoolExecutor(clients) as pool:
        assert all(pool.map(part, range(clients)))


def test_a_client_that_says_nothing_keeps_nobody_waiting(port: int) -> None:
    with socket.create_connection((LOOPBACK, port), TIMEOUT_S) as silent:
        silent.sendall(b"GET /session.mp3 HT")
        assert ask(port, "/session.mp3").body == SOUND


@pytest.mark.parametrize("rude", [True, False], ids=["reset", "closed"])
@pytest.mark.parametrize("headers", [{}, {"Range": "bytes=10-"}])
def test_a_client_that_goes_away_is_no_traceback(
    port: int, folder: Path, rude: bool, headers: dict[str, str], capfd: pytest.CaptureFixture[str]
) -> None:
    (folder / "long.mp3").write_bytes(bytes(LARGE))
    request = "GET /long.mp3 HTTP/1.1\r\nHost: localhost\r\n" + "".join(f"{n}: {v}\r\n" for n, v in headers.items())
    with socket.create_connection((LOOPBACK, port), TIMEOUT_S) as connection:
        connection.sendall(request.encode() + b"\r\n")
        assert connection.recv(PIECE)
        if rude:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wait_for_answers()
    assert ask(port, "/session.mp3").body == SOUND
    assert capfd.readouterr() == ("", "")


def test_a_client_that_goes_away_while_it_is_listened_to_leaves_no_file_open(port: int) -> None:
    """Its request has not ended when it resets the connection; what stays open is a warning, which is an error here."""
    with socket.create_connection((LOOPBACK, port), TIMEOUT_S) as connection:
        connection.sendall(b"GET /session.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\nand something more")
        received = b""
        while not received.endswith(SOUND):
            received += connection.recv(PIECE)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    wait_for_answers()


def test_a_file_replaced_while_it_is_sent_does_not_mix(port: int, folder: Path) -> None:
    (folder / "long.mp3").write_bytes(b"a" * LARGE)
    with asking(port, "/long.mp3") as response:
        begun = response.read(PIECE)
        replace(folder / "long.mp3", b"b" * LARGE)
        assert begun + response.read() == b"a" * LARGE
    again = ask(port, "/long.mp3", If_None_Match=response.headers["ETag"])
    assert again.body == b"b" * LARGE


def test_a_file_that_grows_while_it_is_sent_ends_where_it_ended(port: int, folder: Path) -> None:
    (folder / "long.mp3").write_bytes(b"a" * LARGE)
    with socket.create_connection((LOOPBACK, port), TIMEOUT_S) as connection:
        connection.sendall(b"GET /long.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with connection.makefile("rb") as reader:
            begun = reader.read(PIECE)
            with (folder / "long.mp3").open("ab") as file:
                file.write(b"b" * PIECE)
            sent = begun + reader.read()
    assert sent.partition(b"\r\n\r\n")[2] == b"a" * LARGE


def test_a_file_that_shrinks_while_it_is_sent_is_cut_not_padded(port: int, folder: Path) -> None:
    (folder / "long.mp3").write_bytes(b"a" * LARGE)
    with socket.create_connection((LOOPBACK, port), TIMEOUT_S) as connection:
        connection.sendall(b"GET /long.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with connection.makefile("rb") as reader:
            begun = reader.read(PIECE)
            os.truncate(folder / "long.mp3", PIECE)
            body = (begun + reader.read()).partition(b"\r\n\r\n")[2]
    assert len(body) < LARGE
    assert set(body) == {ord("a")}


@pytest.mark.skipif(sys.platform == "win32", reason="a file with holes takes its whole room there")
def test_a_gigabyte_is_streamed(port: int, folder: Path) -> None:
    size = 2**30 + 7
    with (folder / "long.mp3").open("wb") as file:
        file.seek(size - 3)
        file.write(b"end")
    assert ask(port, "/long.mp3", Range="bytes=-3").body == b"end"
    assert ask(port, "/long.mp3", Range=f"bytes={size - 2}-").body == b"nd"
    room, received = bytearray(4 * PIECE), 0
    tracemalloc.start()
    try:
        with asking(port, "/long.mp3") as response:
            while count := response.readinto(room):
                received += count
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert received == size
    assert peak < 16 * 2**20  # Werkzeug makes room for ten million bytes that a client may still send


def test_a_port_of_ones_choice_is_taken(folder: Path) -> None:
    port = free_port()
    with FolderServer(folder, port=port) as server:
        assert server.port == port


def test_a_taken_port_is_one_message(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with FolderServer(folder, port=0) as first, pytest.raises(OutputError) as refused:
        FolderServer(folder, port=first.port)
    assert (
        str(refused.value)
        == f"Can't serve at port {first.port}: another program uses it. Choose another one with --port."
    )
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("port", [65536, -1, 10**10])
def test_a_port_that_does_not_exist_is_one_message(folder: Path, port: int) -> None:
    with pytest.raises(OutputError) as refused:
        FolderServer(folder, port=port)
    assert (
        str(refused.value) == f"Can't serve at port {port}: ports go from 0 to 65535. Choose another one with --port."
    )


@pytest.mark.skipif(sys.platform != "linux", reason="it takes a port that the system keeps for itself")
def test_a_port_of_the_system_is_one_message() -> None:
    limit = int(Path("/proc/sys/net/ipv4/ip_unprivileged_port_start").read_text("ascii"))
    if limit <= 1:
        pytest.skip("every port is free for everybody here")
    with without_privileges(), pytest.raises(OutputError) as refused:
        FolderServer(Path("/"), port=1)
    assert (
        str(refused.value)
        == "Can't serve at port 1: the system keeps it for itself. Choose another one above 1023 with --port."
    )


@contextmanager
def without_privileges() -> Iterator[None]:
    user = os.geteuid()
    if user != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(user)


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are those of POSIX")
def test_a_folder_behind_a_closed_door_is_one_message(folder: Path) -> None:
    folder.parent.chmod(0)
    try:
        with without_privileges(), pytest.raises(OutputError, match="it is not a folder"):
            FolderServer(folder)
    finally:
        folder.parent.chmod(0o700)


@pytest.mark.parametrize("port", [None, 0])
def test_an_address_of_another_machine_is_one_message(folder: Path, port: int | None) -> None:
    with pytest.raises(OutputError, match=r"^Can't serve at 192\.0\.2\.77: it is no address of this machine\. "):
        FolderServer(folder, host="192.0.2.77", port=port)


def test_a_folder_that_is_not_there_is_one_message(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match=r"absent: it is not a folder\. Name the folder of a shared programme\.$"):
        FolderServer(tmp_path / "absent")


def test_the_port_is_the_usual_one_and_any_free_one_when_that_is_taken(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert USUAL_PORT == 8642
    usual = free_port()
    monkeypatch.setattr(web_server, "USUAL_PORT", usual)
    with FolderServer(folder) as first, FolderServer(folder) as second:
        assert first.port == usual
        assert second.port not in {usual, 0}


def test_the_port_is_free_at_once_after_closing(folder: Path) -> None:
    with FolderServer(folder, port=free_port()) as server, answering(server):
        assert ask(server.port, "/session.mp3").status == 200
    with FolderServer(folder, port=server.port) as again:
        assert again.port == server.port


@pytest.mark.skipif(not socket.has_ipv6, reason="there is no IPv6")
def test_it_listens_at_the_loopback_of_ipv6(folder: Path) -> None:
    try:
        server = FolderServer(folder, host="::1", port=0)
    except OutputError:
        pytest.skip("there is no IPv6")
    with answering(server), closing(HTTPConnection("::1", server.port, timeout=TIMEOUT_S)) as connection:
        connection.request("GET", "/session.mp3")
        with connection.getresponse() as response:
            assert response.read() == SOUND


def test_requests_made_before_it_serves_are_answered(folder: Path) -> None:
    with FolderServer(folder, port=0) as server, socket.create_connection((LOOPBACK, server.port), TIMEOUT_S) as early:
        early.sendall(b"GET /session.mp3 HTTP/1.1\r\nHost: localhost\r\n\r\n")
        with answering(server), early.makefile("rb") as reader:
            assert reader.read().endswith(SOUND)


def test_a_closed_server_serves_no_more(folder: Path) -> None:
    server = FolderServer(folder, port=0)
    server.close()
    server.close()
    server.serve_forever()
    with pytest.raises(ConnectionRefusedError):
        ask(server.port, "/")


@pytest.mark.skipif(sys.platform == "win32", reason="signals are those of POSIX")
def test_an_interrupt_passes_through(folder: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from voicecoach.programme.web_server import FolderServer\n"
        "try:\n"
        "    with FolderServer(Path(sys.argv[1]), port=0) as server:\n"
        "        print(server.port, flush=True)\n"
        "        server.serve_forever()\n"
        "except KeyboardInterrupt:\n"
        "    print('interrupted')\n"
    )
    command = [sys.executable, "-c", program, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        port = int(process.stdout.readline())
        assert ask(port, "/session.mp3").body == SOUND
        process.send_signal(signal.SIGINT)
        said, complained = process.communicate(timeout=TIMEOUT_S)
    assert (said, complained, process.returncode) == ("interrupted\n", "", 0)


def test_a_folder_can_stand_below_a_name_of_its_own(folder: Path) -> None:
    with serving(folder, path="sam") as server:
        answers = {path: ask(server.port, path) for path in ("/", "/sam/", "/sam/index.html", "/index.html", "/sam")}
    assert {path: answer.status for path, answer in answers.items()} == {
        "/": 302, "/sam/": 200, "/sam/index.html": 200, "/index.html": 404, "/sam": 302,
    }  # fmt: skip
    assert answers["/"].headers["Location"] == answers["/sam"].headers["Location"] == "/sam/"
