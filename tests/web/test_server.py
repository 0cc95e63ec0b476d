from __future__ import annotations

import socket
import threading
from collections.abc import Iterable
from contextlib import ExitStack, suppress
from wsgiref.types import StartResponse, WSGIEnvironment

import pytest

from voicecoach.web import server
from voicecoach.web.server import LOOPBACK, WebServer

MOST = 5
ASK = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


def hello(_environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    start_response("200 OK", [("Content-Length", "5")])
    return [b"hello"]


def test_there_are_no_more_connections_than_there_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_MOST_AT_ONCE", MOST)
    monkeypatch.setattr(server, "_POLL_S", 0.002)
    with WebServer(hello, port=0) as serving, ExitStack() as stack:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        idle = [stack.enter_context(socket.create_connection((LOOPBACK, serving.port), 30)) for _ in range(MOST)]
        with socket.create_connection((LOOPBACK, serving.port), 30) as one_more:
            assert ended(one_more)
        idle[0].sendall(ASK)
        assert b"hello" in all_of(idle[0])
        while True:
            with socket.create_connection((LOOPBACK, serving.port), 30) as again:
                again.sendall(ASK)
                if b"hello" in all_of(again):
                    break


def all_of(connection: socket.socket) -> bytes:
    try:
        with connection.makefile("rb") as reader:
            return reader.read()
    except OSError:
        return b""


def ended(connection: socket.socket) -> bool:
    return all_of(connection) == b""


def test_who_says_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_POLL_S", 0.002)
    with WebServer(hello, port=0, stalled_s=0.05) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        with socket.create_connection((LOOPBACK, serving.port), 30) as silent:
            assert ended(silent)


def test_a_head_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_POLL_S", 0.002)
    with WebServer(hello, port=0) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        with socket.create_connection((LOOPBACK, serving.port), 30) as chatty, suppress(ConnectionError):
            chatty.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\n")
            for number in range(90):
                chatty.sendall(b"X-%d: " % number + b"x" * 60_000 + b"\r\n")
            assert ended(chatty)
        assert b"hello" in answer(serving)


def test_a_thread_that_can_not_be_had_costs_one_connection_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_POLL_S", 0.002)
    monkeypatch.setattr(server, "_MOST_AT_ONCE", 1)
    start = threading.Thread.start

    def refused(thread: threading.Thread) -> None:
        if "process_request" in thread.name:
            raise RuntimeError("can't start new thread")
        start(thread)

    with WebServer(hello, port=0) as serving:
        threading.Thread(target=serving.serve_forever, daemon=True).start()
        with monkeypatch.context() as few:
            few.setattr(threading.Thread, "start", refused)
            assert answer(serving) == b""
        assert b"hello" in answer(serving)


def answer(serving: WebServer) -> bytes:
    with socket.create_connection((LOOPBACK, serving.port), 30) as connection:
        connection.sendall(ASK)
        return all_of(connection)
