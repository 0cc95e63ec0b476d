from __future__ import annotations

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest

from tests.ports import free_port
from tests.second_screen.talking import Talk, talking
from tests.terminal.small_session import ABOUT
from voicecoach.errors import OutputError
from voicecoach.figures.film import film
from voicecoach.figures.picture import Picture
from voicecoach.second_screen import application
from voicecoach.second_screen.application import FILES, MOST_BODY_BYTES
from voicecoach.second_screen.screen import SecondScreen, Served
from voicecoach.second_screen.viewers import MOST_VIEWERS
from voicecoach.terminal.lines import State
from voicecoach.web import server as web_server


class Silent:
    """A sound that nobody hears."""

    channels = 1

    def stream(self, is_gone: Callable[[], bool]) -> Iterator[bytes]:
        del is_gone
        yield b""

    def was_heard(self, sample: float, lost_s: float) -> None:
        raise AssertionError(sample, lost_s)


@pytest.fixture(autouse=True)
def _closes_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_server, "_POLL_S", 0.002)
    monkeypatch.setattr(application, "GONE_LOOK_S", 0.02)


# Who gets an answer


def test_the_page_and_all_that_it_needs_is_there() -> None:
    with talking() as talk:
        for name, (file, kind) in FILES.items():
            with talk.asking(name) as answer:
                assert (answer.status, answer.read()) == (200, file.read_bytes())
                assert answer.headers["Content-Type"].split(";")[0] == kind


def test_it_asks_nothing_of_any_other_host_and_nobody_else_shows_it() -> None:
    with talking() as talk, talk.asking("") as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';")
        assert "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy
        assert answer.headers["Referrer-Policy"] == "no-referrer"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"


def test_without_the_token_there_is_nothing() -> None:
    with talking() as talk:
        token = talk.path.strip("/")
        assert len(token) >= 20
        for path in ("/", "/events?viewer=a", f"/{token[:-1]}/", f"/{token}x/page.js", "/page.js", "/%C3%A9/"):
            assert talk.status(path) == 404
        assert talk.status(f"/{token}") == 302
        other = talk.post("/keys", {"viewer": "a", "key": "n"})
    assert other == 404
    with talking() as again:
        assert again.path != talk.path


def test_the_figures_of_the_session_are_there() -> None:
    known = ABOUT["step-up"].drawn
    assert known
    with talking() as talk:
        assert talk.status(f"film?name={known.name}") == 404  # nothing is shown yet
        talk.follow(30_000)
        with talk.asking(f"film?name={known.name}") as answer:
            assert answer.headers["Content-Type"] == "application/json"
            assert json.load(answer) == film(Picture(known.exercise, known.figure))
        assert talk.status("film?name=step-up") == 404
        assert talk.status("film") == 400
        assert talk.status("/film?name=step-up") == 404


def test_nothing_else_is_there() -> None:
    with talking() as talk:
        for path in ("screen.py", "../screen.py", "%2e%2e/screen.py", "page/page.js", "sound?viewer=a", "nothing"):
            assert talk.status(path) == 404


def test_a_name_that_only_points_here_gets_nothing() -> None:
    with talking() as talk:
        for host in ("evil.example", f"evil.example:{talk.host.rsplit(':', 1)[1]}", ""):
            assert talk.status("", Host=host) == 421


def test_keys_come_from_the_page_itself_alone() -> None:
    pressed: list[str] = []
    with talking(pressed.append) as talk, talk.viewing("a") as events:
        events.until("control")
        key = {"viewer": "a", "key": "n"}
        assert talk.post("keys", key, Origin="http://evil.example") == 403
        assert talk.post("keys", key, Origin="null") == 403
        assert talk.post("keys", key, Origin=f"https://{talk.host}") == 403
        assert talk.status("keys", "POST", b'{"viewer":"a","key":"n"}', Content_Type="application/json") == 403
        for form in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data"):
            assert talk.post("keys", key, Content_Type=form) == 415
        assert pressed == []
        assert talk.post("keys", key) == 204
    assert pressed == ["n"]


@pytest.mark.parametrize(
    "said",
    [
        [], "n", None, {}, {"viewer": "a"}, {"viewer": "a", "key": ""}, {"viewer": "a", "key": 5},
        {"viewer": "a", "key": "nn"}, {"viewer": "a", "key": "click 1 2"}, {"viewer": "a", "key": "row -1"},
        {"viewer": "a", "key": "\n"}, {"viewer": ["a"], "key": "n"}, {"viewer": "a" * 65, "key": "n"},
    ],
)  # fmt: skip
def test_what_is_no_key_is_refused(said: object) -> None:
    pressed: list[str] = []
    with talking(pressed.append) as talk, talk.viewing("a") as events:
        events.until("control")
        assert talk.post("keys", said) == 400
    assert pressed == []


@pytest.mark.parametrize(
    ("path", "body", "headers", "status"),
    [
        ("keys", b"[" * 990, {}, 400),
        ("keys", b"\xff", {}, 400),
        ("keys", b'{"viewer": "a", "key": "\\ud800"}', {}, 400),
        ("heard", b'{"viewer": "a", "sample": ' + b"9" * 400 + b"}", {}, 400),
        ("heard", b'{"viewer": "a", "sample": NaN}', {}, 400),
        ("heard", b'{"viewer": "a", "sample": 1e999}', {}, 400),
        ("keys", b'{"viewer": "a", "key": "n"}', {"Origin": "http://["}, 403),
    ],
)
def test_nonsense_is_no_traceback(
    path: str, body: bytes, headers: dict[str, str], status: int, capfd: pytest.CaptureFixture[str]
) -> None:
    with talking(sound=Silent()) as talk, talk.viewing("a") as events:
        events.until("control")
        usual = {"Origin": f"http://{talk.host}", "Content_Type": "application/json"}
        assert talk.status(path, "POST", body, **{**usual, **headers}) == status
    assert capfd.readouterr().err == ""


def test_nobody_sends_much() -> None:
    with talking() as talk:
        assert talk.post("keys", {"viewer": "a", "key": "n" * MOST_BODY_BYTES}) == 413


def test_other_methods_are_refused() -> None:
    with talking() as talk:
        for method in ("PUT", "DELETE", "OPTIONS"):
            assert talk.status("keys", method) == 405
        assert talk.status("keys") == 404


# Who looks on, and who presses


def test_only_who_has_the_controls_presses_keys() -> None:
    pressed: list[str] = []
    with talking(pressed.append) as talk, talk.viewing("a") as first, talk.viewing("b", "iPhone") as second:
        assert first.until("control")["yours"]
        assert not second.until("control")["yours"]
        assert talk.post("keys", {"viewer": "b", "key": "n"}) == 403
        assert talk.post("keys", {"viewer": "c", "key": "n"}) == 403
        assert talk.post("control", {"viewer": "b", "take": True}) == 403
        assert talk.post("control", {"viewer": "a", "take": False}) == 204
        second.until("control", lambda said: not said["by"])
        assert talk.post("control", {"viewer": "b", "take": True}) == 204
        assert not first.until("control", lambda said: said["by"] == "an iPhone")["yours"]
        assert talk.post("keys", {"viewer": "b", "key": "space"}) == 204
    assert pressed == ["space"]


def test_with_shared_controls_all_press() -> None:
    pressed: list[str] = []
    with talking(pressed.append, shared=True) as talk, talk.viewing("a") as first, talk.viewing("b") as second:
        first.until("control")
        second.until("control")
        assert {talk.post("keys", {"viewer": viewer, "key": "n"}) for viewer in "ab"} == {204}
    assert pressed == ["n", "n"]


def test_who_hangs_up_leaves_the_controls() -> None:
    with talking() as talk, ExitStack() as stack:
        first = stack.enter_context(talk.viewing("a"))
        first.until("control")
        with talk.viewing("b") as second:
            assert not second.until("control")["yours"]
            stack.close()
            second.until("control", lambda said: said["yours"])


def test_many_look_on_and_no_more_than_may() -> None:
    with talking() as talk, ExitStack() as stack:
        views = [
            stack.enter_context(talk.viewing(f"viewer {number}".replace(" ", "-"))) for number in range(MOST_VIEWERS)
        ]
        for one in views:
            one.until("control")
        assert talk.status("events?viewer=more") == 503
        talk.follow(30_000)
        assert {one.until("moment")["view"]["title"] for one in views} == {"Step ups"}


def test_a_page_that_takes_nothing_costs_the_others_nothing() -> None:
    with talking() as talk, socket.create_connection(talk.host.split(":"), 30) as deaf:  # type: ignore[arg-type]
        deaf.sendall(f"GET {talk.path}events?viewer=deaf HTTP/1.1\r\nHost: {talk.host}\r\n\r\n".encode())
        with talk.viewing("a") as events:
            events.until("hello")
            began = time.monotonic()
            for step in range(2000):
                talk.follow(30_000 + 100 * (step % 900), State(volume=step / 2000))
            assert time.monotonic() - began < 20
            assert events.until("moment", lambda said: said["state"]["volume"] == 1999 / 2000)


# What is told


def test_who_comes_is_told_how_it_stands_even_in_a_pause() -> None:
    with talking() as talk:
        talk.follow(30_000, State(paused=True, notice="Paused."))
        with talk.viewing("a") as events:
            assert events.until("hello") | {"keys": 0} == {"title": "Small one", "keys": 0, "plays": False}
            told = events.until("moment")
        assert (told["view"]["number"], told["state"]["notice"], told["playing"], told["then"]) == (
            1,
            "Paused.",
            False,
            [],
        )


def test_it_is_told_anew_when_something_is_done_and_not_at_every_look() -> None:
    with talking() as talk, talk.viewing("a") as events:
        events.until("hello")
        began, at = time.monotonic(), 30_000
        talk.follow(at)
        while time.monotonic() - began < 1:
            time.sleep(0.01)
            talk.follow(at + int(1000 * (time.monotonic() - began)))
        talk.follow(60_000)
        seen = 1
        while events.until("moment")["view"]["at"] != 60_000:
            seen += 1
        assert seen < 30


def test_where_nothing_moves_the_page_does_not_count_on() -> None:
    with talking() as talk, talk.viewing("a") as events:
        talk.follow(30_000)
        assert not events.until("moment")["playing"]
        talk.follow(30_050)
        assert events.until("moment", lambda said: said["playing"])["then"]
        talk.follow(30_050)
        assert events.until("moment", lambda said: not said["playing"])["then"] == []


def test_its_own_address_is_not_told_to_who_has_found_it() -> None:
    with talking() as talk, talk.viewing("a") as events:
        talk.follow(30_000, State(notice=f"Second screen: {talk.screen.url}"))
        assert events.until("moment")["state"]["notice"] == ""


def test_the_end_is_told_and_closes() -> None:
    with talking() as talk:
        with talk.viewing("a") as events:
            events.until("hello")
            closing = threading.Thread(target=talk.screen.close)
            closing.start()
            events.until("end")
            assert events.next() == ("", None)
            closing.join()
        with pytest.raises(ConnectionRefusedError):
            talk.status("")


def test_a_silent_stream_beats(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(application, "BEAT_S", 0.05)
    with talking() as talk, talk.viewing("a") as events:
        events.until("beat")
        events.until("beat")


# Where it is


def test_it_is_served_to_this_machine_alone_unless_it_is_asked_for() -> None:
    with talking() as talk:
        assert talk.screen.url.startswith("http://127.0.0.1:")
    with SecondScreen("It", lambda _: None, Served("localhost", port=0)) as screen:
        assert screen.url.startswith("http://localhost:")
        assert Talk(screen).status("") == 200


def test_a_port_that_is_taken_is_one_message() -> None:
    port = free_port()
    with socket.create_server(("127.0.0.1", port)), pytest.raises(OutputError, match=f"port {port}: another program"):
        SecondScreen("It", lambda _: None, Served(port=port))
