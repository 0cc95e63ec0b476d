"""How another device in the home reaches this machine: its address, and a QR code that saves typing it."""

from __future__ import annotations

import ipaddress
import socket
from io import StringIO

ELSEWHERE = "192.0.2.1"
"""An address of no machine, kept free for examples by RFC 5737: the way to it is the way out of this machine."""

QUIET_ZONE = 4
"""Light modules around a QR code, without which a camera doesn't find it (ISO/IEC 18004)."""

_ANY_PORT = 9
_WHITE_ON_BLACK, _AS_BEFORE = "\x1b[38;5;231;48;5;16m", "\x1b[0m"


def lan_address() -> str | None:
    """The IPv4 address of this machine in its network, None when there is only the loopback. Sends nothing.

    With several networks it is the address in the one that leads to the internet, which may be that of a VPN.
    """
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # For datagrams this only picks the interface.
            probe.connect((ELSEWHERE, _ANY_PORT))
        except OSError:
            return None
        address: str = probe.getsockname()[0]
    found = ipaddress.IPv4Address(address)
    return None if found.is_loopback or found.is_unspecified else address


def qr_code(text: str, *, coloured: bool = True) -> str:
    """The QR code of `text` for a terminal, in half blocks: two rows of modules a line, the quiet zone included.

    `coloured` sets white on black by escape sequences, so that light modules are light on any terminal. Without it
    they have the terminal's own text colour: right on a dark terminal, inverted on a light one, which most cameras
    read too. Every line ends with a line feed.

    Raises `ValueError` for more text than a QR code holds, some 3 kB.
    """
    import segno

    drawn = StringIO()
    segno.make_qr(text).terminal(out=drawn, border=QUIET_ZONE, compact=True)
    if not coloured:
        return drawn.getvalue()
    return "".join(f"{_WHITE_ON_BLACK}{line}{_AS_BEFORE}\n" for line in drawn.getvalue().splitlines())
