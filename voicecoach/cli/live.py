"""`voicecoach live`: a session in the terminal, with the listener in control."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import Stopwatch
from voicecoach.cli.opening import opened_session
from voicecoach.cli.options import (
    Given,
    SessionName,
    bed_options,
    session_options,
    voice_options,
    with_options,
)
from voicecoach.terminal.system import import_ahead

if TYPE_CHECKING:
    from voicecoach.cli.opening import Opened
    from voicecoach.terminal.run import LiveRun


@with_options(session_options, voice_options, bed_options)
def live(
    given: Given,
    session: SessionName = "",
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

      voicecoach live --list-devices
    """
    if list_devices:
        _print_devices()
        return
    if not session:
        raise typer.BadParameter("Say which session: voicecoach live SESSION.", param_hint="SESSION")
    import_ahead()
    with opened_session(session, given, Stopwatch()) as opened, ExitStack() as stack:
        run = _run(stack, session, given, opened, wait=wait)
        run.offer_to_resume(resume)
        run.start(output_device, plain=plain)
        run.loop()


def _print_devices() -> None:
    from voicecoach.player.backends import devices

    for name in devices():
        print(name)


def _run(stack: ExitStack, session: str, given: Given, opened: Opened, *, wait: bool) -> LiveRun:
    from voicecoach.mix.room_tone import DEFAULT_ROOM_TONE_DBFS, parse_room_tone
    from voicecoach.pipeline.block_sounds import BlockSounds
    from voicecoach.player.live_session import LiveSession, Music
    from voicecoach.terminal.memory import Memory
    from voicecoach.terminal.run import LiveRun

    room = given.get("room_tone")
    sounds = BlockSounds(opened.sounds, DEFAULT_ROOM_TONE_DBFS if room is None else parse_room_tone(room), opened.bar)
    folder = given.get("music")
    music = Music(Path(folder).expanduser(), given.get("music_level") or 0.0) if folder else None
    noted: SimpleQueue[str] = SimpleQueue()
    playing = stack.enter_context(LiveSession(opened.prepared.timeline, sounds, wait=wait, music=music, note=noted.put))
    return LiveRun(stack, opened, playing, Memory(session, opened, playing), noted)
