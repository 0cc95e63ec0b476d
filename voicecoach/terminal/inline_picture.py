"""Pictures between the lines of a terminal: which terminals show them is known from what they say they are.

None is asked: a terminal that doesn't understand the question may print it, and one that is slow would be waited for.
A multiplexer (tmux, screen, zellij) has the variables of the terminal that it was started in and hands no pictures on.

kitty's protocol is at https://sw.kovidgoyal.net/kitty/graphics-protocol/, that of iTerm2 at
https://iterm2.com/documentation-images.html.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from enum import StrEnum

CHUNK = 4096
"""So many characters an escape sequence of kitty's has at most."""


class Protocol(StrEnum):
    """How a terminal takes a PNG."""

    KITTY = "kitty"
    ITERM = "iterm"


PROGRAMS: Mapping[str, Protocol] = {
    "ghostty": Protocol.KITTY,
    "kitty": Protocol.KITTY,
    "iTerm.app": Protocol.ITERM,
    "WezTerm": Protocol.ITERM,
    "mintty": Protocol.ITERM,
}
"""By `TERM_PROGRAM`, which the last terminal that was started sets."""
TERMS: Mapping[str, Protocol] = {"xterm-kitty": Protocol.KITTY, "xterm-ghostty": Protocol.KITTY}
"""By `TERM`, which goes with a connection to another machine."""
OTHERS: Mapping[str, Protocol] = {
    "KITTY_WINDOW_ID": Protocol.KITTY,
    "KONSOLE_VERSION": Protocol.KITTY,
    "WEZTERM_PANE": Protocol.ITERM,
}
"""Variables of one terminal alone, where the others say nothing."""
MULTIPLEXERS = ("TMUX", "STY", "ZELLIJ")
LEAST_KONSOLE = 220400
"""Konsole shows pictures since 22.04."""
NOT_ASKED_FOR = ("NO_COLOR", "CI")


def protocol(environment: Mapping[str, str], *, is_terminal: bool) -> Protocol | None:
    """How pictures are shown where the output goes; `None` if they aren't, or nobody knows."""
    term = environment.get("TERM", "")
    if not is_terminal or any(environment.get(one) for one in (*NOT_ASKED_FOR, *MULTIPLEXERS)):
        return None
    if term == "dumb" or term.startswith(("screen", "tmux")):
        return None
    if term in TERMS:
        return TERMS[term]
    if program := environment.get("TERM_PROGRAM"):
        return PROGRAMS.get(program)
    if environment.get("LC_TERMINAL") == "iTerm2":  # what ssh hands on
        return Protocol.ITERM
    return next((how for name, how in OTHERS.items() if environment.get(name) and _is_new(name, environment)), None)


def _is_new(name: str, environment: Mapping[str, str]) -> bool:
    version = environment[name]
    return name != "KONSOLE_VERSION" or (version.isdecimal() and int(version) >= LEAST_KONSOLE)


def shown(png: bytes, how: Protocol, columns: int) -> str:
    """What makes the terminal show a PNG, so many columns wide, and go to the line below it."""
    data = b64encode(png).decode("ascii")
    return ("".join(_kitty(data, columns)) if how is Protocol.KITTY else _iterm(data, len(png), columns)) + "\n"


def _kitty(data: str, columns: int) -> Iterator[str]:
    """Transmit and display (`a=T`) a PNG (`f=100`) without an answer (`q=2`), in chunks of which `m=1` more follow."""
    for at in range(0, len(data), CHUNK):
        more = int(at + CHUNK < len(data))
        keys = f"m={more}" if at else f"a=T,f=100,q=2,c={columns},m={more}"
        yield f"\x1b_G{keys};{data[at : at + CHUNK]}\x1b\\"


def _iterm(data: str, size_bytes: int, columns: int) -> str:
    return f"\x1b]1337;File=inline=1;size={size_bytes};width={columns};height=auto;preserveAspectRatio=1:{data}\x07"
