"""`--screen`: a live session on a page in browsers as well, and what is said of it in the terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from voicecoach.cli.messages import say
from voicecoach.cli.options import Given
from voicecoach.cli.serving import network_address, show_code

if TYPE_CHECKING:
    from voicecoach.player.player import Player
    from voicecoach.second_screen.application import SoundOutput
    from voicecoach.second_screen.browser_output import BrowserOutput
    from voicecoach.second_screen.screen import SecondScreen

COMPUTER, BROWSER = "computer", "browser"
Switch = Optional[bool]  # noqa: UP045 - typer reads it at run time
Text = Optional[str]  # noqa: UP045
_OF_THE_SCREEN = {"lan": "--lan", "port": "--port", "share_controls": "--share-controls"}


def screen_options(
    screen: Annotated[
        Switch, typer.Option("--screen", help="Show it in browsers as well, with buttons.", show_default=False)
    ] = None,
    lan: Annotated[
        Switch,
        typer.Option("--lan", help="With --screen: in the home network, with a QR code to scan.", show_default=False),
    ] = None,
    port: Annotated[
        Text, typer.Option("--port", metavar="N", help="With --screen: the port to serve on.", show_default=False)
    ] = None,
    share_controls: Annotated[
        Switch,
        typer.Option("--share-controls", help="With --screen: every viewer may press the buttons.", show_default=False),
    ] = None,
    sound: Annotated[
        Text,
        typer.Option(
            "--sound",
            metavar="computer|browser",
            help="With --screen: where the sound plays; the computer unless you say.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """The options of the second screen, which can only be typed, but for `port`."""


def plays_in_browser(given: Given, output_device: str | None) -> bool:
    """Whether the sound is for a browser. Raises typer.BadParameter for options that don't go together."""
    sound = given.values.get("sound")
    if sound not in {None, COMPUTER, BROWSER}:
        raise typer.BadParameter(
            f"The sound plays on the {COMPUTER} or in the {BROWSER}, not {sound!r}.", param_hint="--sound"
        )
    if not given.is_on("screen"):
        idle = [flag for name, flag in _OF_THE_SCREEN.items() if given.values.get(name) is not None]
        idle += [f"--sound {BROWSER}"] if sound == BROWSER else []
        if idle:
            raise typer.BadParameter(f"{' and '.join(idle)}: only with --screen, which shows the session in browsers.")
    if sound == BROWSER and output_device is not None:
        raise typer.BadParameter(f"--output-device and --sound {BROWSER} don't go together: name one place.")
    return sound == BROWSER


def browser_output(player: Player) -> BrowserOutput:
    """The sound of a player, for a browser."""
    from voicecoach.second_screen.browser_output import BrowserOutput

    return BrowserOutput(player)


def opened_screen(given: Given, title: str, press: Callable[[str], None], sound: SoundOutput | None) -> SecondScreen:
    """The second screen as the options say. Raises OutputError without a network, and for a port that can't be had."""
    from voicecoach.second_screen.screen import SecondScreen, Served

    address = network_address() if given.is_on("lan") else None
    served = Served(address, given.get("port"), shared=given.is_on("share_controls"))
    return SecondScreen(title, press, served, sound)


def announce(screen: SecondScreen, *, lan: bool) -> None:
    """Print where it is; in a network with a code to scan, which stays until somebody looks on or presses Enter."""
    print(screen.url, flush=True)
    if not lan:
        return
    show_code(screen.url)
    say("Scan it with a phone in the same network. Whoever has this address sees the session.")
    if sys.stdin.isatty() and sys.stderr.isatty():
        say("It begins when the page is open, or with Enter.")
        _wait(screen)


def _wait(screen: SecondScreen) -> None:
    from voicecoach.terminal.keys import LOOK_S, keyboard

    with keyboard() as keys:
        while not screen.watched.is_set() and keys.get(LOOK_S) not in {"enter", "space"}:
            pass


def where_it_is(screen: SecondScreen, *, plays: bool) -> str:
    """What the terminal says of it."""
    return f"The sound plays at {screen.url}: tap there." if plays else f"Second screen: {screen.url}"
