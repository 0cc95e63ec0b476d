"""`voicecoach live`: a session in the terminal, with the listener in control."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import Stopwatch, notes, say
from voicecoach.cli.opening import asked_session, opened_session
from voicecoach.cli.options import (
    Given,
    SessionName,
    bed_options,
    session_options,
    voice_options,
    with_options,
)
from voicecoach.cli.saving import save_options, save_session
from voicecoach.cli.second_screen import (
    announce,
    browser_output,
    opened_screen,
    plays_in_browser,
    screen_options,
    where_it_is,
)
from voicecoach.terminal.system import import_ahead
from voicecoach.times import clock

if TYPE_CHECKING:
    from voicecoach.cli.opening import Opened
    from voicecoach.player.live_session import LiveSession
    from voicecoach.player.output import Output
    from voicecoach.terminal.memory import Memory
    from voicecoach.terminal.notes import Notes


@with_options(session_options, voice_options, bed_options, save_options, screen_options)
def live(
    given: Given,
    session: SessionName = None,
    wait: Annotated[bool, typer.Option("--wait", help="Wait for a key after every rest and every set-up.")] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines instead of a drawn screen, for screen readers.")
    ] = False,
    resume: Annotated[
        bool | None,
        typer.Option("--resume/--fresh", help="Go on where it stopped, or from the start.", show_default=False),
    ] = None,
    output_device: Annotated[
        str | None, typer.Option("--output-device", metavar="NAME", help="Play here; a part of the name will do.")
    ] = None,
    list_devices: Annotated[bool, typer.Option("--list-devices", help="List the sound devices.")] = False,
) -> None:
    """Coach a session now, in this terminal. Press ? for the keys.

    Examples:

      voicecoach live glutes-for-runners

      voicecoach live glutes-for-runners --week 2 --wait --music ~/Music/running

      voicecoach live glutes-for-runners --screen --lan

      voicecoach live --list-devices
    """
    if list_devices:
        _print_devices()
        return
    in_browser = plays_in_browser(given, output_device)
    name = asked_session(session, given)
    save_session(name, given)
    import_ahead()
    with opened_session(name, given, Stopwatch()) as opened, ExitStack() as stack:
        from voicecoach.player.device import Device
        from voicecoach.terminal.memory import Memory
        from voicecoach.terminal.notes import Notes
        from voicecoach.terminal.run import Run

        noted = Notes()
        playing = stack.enter_context(_playing(given, opened, noted.put, wait=wait))
        memory = Memory(name, opened.prepared, playing)
        _offer_to_resume(memory, resume)
        run = Run(opened.prepared, opened.sounds, playing, memory, noted)
        browser = browser_output(playing.player) if in_browser else None
        if given.is_on("screen"):
            screen = stack.enter_context(opened_screen(given, opened.prepared.session.title, run.commands.put, browser))
            announce(screen, lan=given.is_on("lan"))
            run.also_on(screen, screen.url, where_it_is(screen, plays=in_browser))
        output: Output = browser or Device(playing.player, output_device)
        stack.enter_context(output)
        stack.callback(_say_what_was_done, memory, noted)
        opened.bar.hide()  # the screen is the session's from here on
        run.start(stack, output, plain=plain)
        run.loop()


def _print_devices() -> None:
    from voicecoach.player.backends import devices

    for name in devices():
        print(name)


def _playing(given: Given, opened: Opened, note: Callable[[str], None], *, wait: bool) -> LiveSession:
    from voicecoach.pipeline.block_sounds import BlockSounds
    from voicecoach.player.live_session import LiveSession, Music

    sounds = BlockSounds(opened.sounds, given.room_dbfs(), opened.bar)
    folder = given.path("music")
    music = Music(folder, given.get("music_level") or 0.0) if folder else None
    playing = LiveSession(opened.prepared.timeline, sounds, wait=wait, music=music, note=note)
    playing.plays_for(opened.prepared.workout)
    return playing


def _offer_to_resume(memory: Memory, wanted: bool | None) -> None:
    """Go on where this session was interrupted, if the listener wants to."""
    if wanted is False:
        return
    at = memory.interrupted()
    if at is None:
        if wanted:
            notes(["There is nothing to resume, so it begins at the start."])
    elif wanted or _agrees(f"You stopped at {clock(at)}. Go on there? [Y/n] "):
        memory.go_on()


def _agrees(question: str) -> bool:
    """Whether the listener says yes, with one key; no where nobody can be asked."""
    from voicecoach.terminal.keys import one_key

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return False
    print(question, end="", file=sys.stderr, flush=True)
    key = one_key()
    say("")
    return key.lower() in {"y", "enter", "space"}


def _say_what_was_done(memory: Memory, noted: Notes) -> None:
    """Whatever ended it: remember what was done, and say it."""
    memory.save()
    with suppress(OSError):  # the terminal may be gone
        for sentence in memory.summary():
            say(sentence)
        notes([*noted.shown, *memory.problems()])
