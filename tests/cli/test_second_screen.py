from __future__ import annotations

import socket

import pytest

from tests.cli.running import Ran, run
from tests.ports import free_port
from voicecoach.web import network

TONES = ("live", "squat", "--detail", "tones", "--screen")


def said(ran: Ran) -> str:
    return " ".join(ran.err.replace("│", " ").split())


@pytest.mark.parametrize(
    ("options", "named"),
    [
        (("--lan",), "--lan"),
        (("--port", "8642"), "--port"),
        (("--share-controls",), "--share-controls"),
        (("--sound", "browser"), "--sound browser"),
        (("--lan", "--port", "8642"), "--lan and --port"),
    ],
)
def test_what_is_about_the_second_screen_needs_one(options: tuple[str, ...], named: str) -> None:
    ran = run("live", "squat", *options)
    assert ran.status == 2
    assert f"{named}: only with --screen" in said(ran)


def test_the_sound_is_in_one_place() -> None:
    ran = run("live", "squat", "--screen", "--sound", "browser", "--output-device", "headphones")
    assert ran.status == 2
    assert "name one place" in said(ran)


def test_the_sound_is_in_a_place_that_there_is() -> None:
    ran = run("live", "squat", "--screen", "--sound", "kitchen")
    assert ran.status == 2
    assert "'kitchen'" in said(ran)


def test_a_port_that_is_taken_is_one_message() -> None:
    port = free_port()
    with socket.create_server(("127.0.0.1", port)):
        ran = run(*TONES, "--port", str(port))
    assert f"Can't serve at port {port}: another program uses it. Choose another one with --port." in ran.err
    assert ran.status == 1


def test_without_a_network_there_is_none_to_serve(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "lan_address", lambda: None)
    ran = run(*TONES, "--lan")
    assert "This machine is in no network, so --lan can't work. Connect it, or leave --lan out" in ran.err
    assert ran.status == 1


def test_a_port_is_a_number() -> None:
    assert "'high' is not a port" in said(run(*TONES, "--port", "high"))
