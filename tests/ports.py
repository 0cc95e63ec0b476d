"""Ports to serve at."""

from __future__ import annotations

import secrets
import socket
from contextlib import suppress

FIRST, COUNT = 20_000, 10_000
"""Systems give others than these to programs that ask for any."""


def free_port() -> int:
    """A free port of this machine, which nobody else gets by chance before it is used."""
    while True:
        port = FIRST + secrets.randbelow(COUNT)
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
