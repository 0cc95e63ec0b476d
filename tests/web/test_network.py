from __future__ import annotations

import ipaddress
import socket

import pytest
import segno

from voicecoach.web import network
from voicecoach.web.network import QUIET_ZONE, lan_address, qr_code

ADDRESS = "http://192.168.178.20:8642/"
LONG_ADDRESS = "http://192.168.178.200:58642/back-strength/" + "a-long-name-" * 10

LIGHT_ABOVE, LIGHT_BELOW = "█▀", "█▄"


def test_the_address_is_one_of_this_machine_and_not_the_loopback() -> None:
    address = lan_address()
    if address is None:
        pytest.skip("there is no network here")
    assert not ipaddress.IPv4Address(address).is_loopback
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as own:
        own.bind((address, 0))


@pytest.mark.parametrize(
    "way_out",
    [
        pytest.param("127.0.0.1", id="the loopback alone"),
        pytest.param("255.255.255.255", id="no way that may be taken"),
    ],
)
def test_there_is_no_address_without_a_network(way_out: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(network, "ELSEWHERE", way_out)
    assert lan_address() is None


def light_modules(drawn: str) -> list[list[bool]]:
    """The modules that half blocks show, row by row, where the text is light and its ground dark."""
    rows = []
    for line in drawn.splitlines():
        rows.append([char in LIGHT_ABOVE for char in line])
        rows.append([char in LIGHT_BELOW for char in line])
    return rows


@pytest.mark.parametrize("text", [ADDRESS, LONG_ADDRESS, "a", "Fuß 漢字"])
def test_a_qr_code_shows_each_module_within_its_quiet_zone(text: str) -> None:
    expected = [[module == 0 for module in row] for row in segno.make_qr(text).matrix]
    width = len(expected) + 2 * QUIET_ZONE
    rows = light_modules(qr_code(text, coloured=False))
    inner = [row[QUIET_ZONE:-QUIET_ZONE] for row in rows[QUIET_ZONE : QUIET_ZONE + len(expected)]]
    assert inner == expected
    assert {len(row) for row in rows} == {width}
    assert all(all(row) for row in (*rows[:QUIET_ZONE], *rows[width - QUIET_ZONE : width]))
    assert all(all(row[:QUIET_ZONE] + row[-QUIET_ZONE:]) for row in rows[:width])


def test_a_qr_code_is_black_on_white_on_every_terminal() -> None:
    white, black = "38;5;231", "48;5;16"
    plain = qr_code(ADDRESS, coloured=False)
    lines = [f"\x1b[{white};{black}m{line}\x1b[0m\n" for line in plain.splitlines()]
    assert qr_code(ADDRESS) == "".join(lines)


def test_an_address_fits_a_narrow_terminal() -> None:
    lines = qr_code(ADDRESS, coloured=False).splitlines()
    assert len(lines) <= 24
    assert max(map(len, lines)) <= 40


def test_more_than_a_qr_code_holds_is_an_error() -> None:
    with pytest.raises(ValueError, match="Data too large"):
        qr_code("x" * 3000)
