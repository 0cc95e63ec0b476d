"""Serving the folder of a programme until the user has enough of it."""

from __future__ import annotations

import sys
from pathlib import Path

from voicecoach.cli.messages import say
from voicecoach.errors import OutputError


def serve_folder(folder: Path, port: int | None, *, lan: bool) -> None:
    """Serve a client's folder to this machine, or to the network it is in, until Ctrl-C. Raises OutputError."""
    from voicecoach.outputs.names import ascii_stem
    from voicecoach.programme.record import Kind, read_record
    from voicecoach.programme.web_server import FolderServer
    from voicecoach.web.server import EVERYWHERE, LOOPBACK

    record = read_record(folder)
    if record is None or record.kind is not Kind.PROGRAMME:
        raise OutputError(
            f"The folder {str(folder)!r} holds no programme. Make one first: voicecoach share SESSION -o FOLDER."
        )
    name = network_address() if lan else LOOPBACK
    path = ascii_stem(folder.resolve().name, "programme")
    with FolderServer(folder, path=path, host=EVERYWHERE if lan else LOOPBACK, port=port) as server:
        url = f"http://{name}:{server.port}/{path}/"
        print(url, flush=True)
        if lan:
            show_code(url)
            say("Scan it with a phone in the same network. Everybody in this network can see the page.")
        say("Serving until Ctrl-C.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:  # the way to end it, so nothing was interrupted
            say("")


def network_address() -> str:
    """The address of this machine in its network. Raises OutputError if it is in none."""
    from voicecoach.web.network import lan_address

    address = lan_address()
    if address is None:
        problem = "This machine is in no network, so --lan can't work."
        raise OutputError(f"{problem} Connect it, or leave --lan out to see the page on this machine.")
    return address


def show_code(url: str) -> None:
    """The QR code of an address, on stderr."""
    from os import environ

    from voicecoach.web.network import qr_code

    coloured = sys.stderr.isatty() and "NO_COLOR" not in environ
    print(qr_code(url, coloured=coloured), file=sys.stderr)
