"""Serving the folder of a programme until the user has enough of it."""

from __future__ import annotations

import sys
from pathlib import Path

from voicecoach.cli.messages import say
from voicecoach.errors import OutputError

LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - that is what --lan is for


def serve_folder(folder: Path, port: int | None, *, lan: bool) -> None:
    """Serve a client's folder to this machine, or to the network it is in, until Ctrl-C. Raises OutputError."""
    from voicecoach.outputs.names import ascii_stem
    from voicecoach.programme.record import Kind, read_record
    from voicecoach.programme.web_server import FolderServer

    record = read_record(folder)
    if record is None or record.kind is not Kind.PROGRAMME:
        raise OutputError(
            f"The folder {str(folder)!r} holds no programme. Make one first: voicecoach share SESSION -o."
        )
    name = _address() if lan else LOOPBACK
    path = ascii_stem(folder.resolve().name, "programme")
    with FolderServer(folder, path=path, host=EVERYWHERE if lan else LOOPBACK, port=port) as server:
        url = f"http://{name}:{server.port}/{path}/"
        print(url, flush=True)
        if lan:
            _show_code(url)
        say("Serving until Ctrl-C.")
        try:
            server.serve_forever()
        except KeyboardInterrupt:  # the way to end it, so nothing was interrupted
            say("")


def _address() -> str:
    from voicecoach.programme.network import lan_address

    address = lan_address()
    if address is None:
        problem = "This machine is in no network, so --lan can't work."
        raise OutputError(f"{problem} Connect it, or use --serve to see the page on this machine.")
    return address


def _show_code(url: str) -> None:
    from os import environ

    from voicecoach.programme.network import qr_code

    coloured = sys.stderr.isatty() and "NO_COLOR" not in environ
    print(qr_code(url, coloured=coloured), file=sys.stderr)
    say("Scan it with a phone in the same network. Everybody in this network can see the page.")
