"""`voicecoach live`: a session in the terminal, with the listener in control."""

from __future__ import annotations

import sys
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import Stopwatch, notes, say
from voicecoach.cli.opening import asked_session, loaded_session, prepared_session
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
from voicecoach.errors import ChoiceError
from voicecoach.terminal.system import import_ahead
from voicecoach.times import Ms, clock

if TYPE_CHECKING:
    from voicecoach.cli.opening import Opened
    from voicecoach.history.model import Training
    from voicecoach.pipeline.prepare import Loaded
    from voicecoach.player.live_session import LiveSession
    from voicecoach.player.output import Output
    from voicecoach.terminal.memory import Memory
    from voicecoach.terminal.notes import Notes
    from voicecoach.terminal.run import Run
    from voicecoach.terminal.settings import Settings


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
    wanted = _Wanted(given, plain, wait, output_device, plays_in_browser(given, output_device))
    name = asked_session(session, given)
    save_session(name, given)
    import_ahead()
    loaded, chosen = loaded_session(name, given)
    notes(chosen)
    from voicecoach.terminal.memory import Memory
    from voicecoach.terminal.settings import load_settings

    memory, settings = Memory(name, loaded), load_settings()
    with ExitStack() as stack:
        stack.callback(memory.close)
        before = _place_to_go_on(memory, resume)
        loaded = memory.go_on(before, loaded) if before else _as_last_time(loaded, settings, given)
        opened = stack.enter_context(prepared_session(loaded, given, Stopwatch()))
        _coach(stack, wanted, opened, memory, settings)


@dataclass(frozen=True)
class _Wanted:
    """What was typed: how it is shown, and where it is heard, in a browser or on the device with this name."""

    given: Given
    plain: bool
    wait: bool
    output_device: str | None
    in_browser: bool


def _coach(stack: ExitStack, wanted: _Wanted, opened: Opened, memory: Memory, settings: Settings) -> None:
    """Play what was prepared, to its end; what `stack` closes is said and kept however that ends."""
    from voicecoach.terminal.notes import Notes
    from voicecoach.terminal.run import Run

    noted = Notes()
    playing = stack.enter_context(_playing(wanted, opened, noted.put))
    notes(memory.begin(opened.prepared, playing))
    playing.player.volume(settings.volume)
    run = Run(opened.prepared, opened.sounds, playing, memory, noted)
    output = _output(stack, wanted, opened.prepared.session.title, playing, run)
    stack.callback(_say_what_was_done, memory, noted, output)
    opened.bar.hide()  # the screen is the session's from here on
    stack.callback(_keep_settings, settings, playing, run)
    run.start(stack, output, plain=wanted.plain)
    run.loop()


def _output(stack: ExitStack, wanted: _Wanted, title: str, playing: LiveSession, run: Run) -> Output:
    """Where it is heard, open; the second screen before it, if there is one."""
    given = wanted.given
    browser = browser_output(playing.player) if wanted.in_browser else None
    if given.is_on("screen"):
        screen = stack.enter_context(opened_screen(given, title, run.commands.put, browser))
        announce(screen, lan=given.is_on("lan"))
        run.also_on(screen, screen.url, where_it_is(screen, plays=wanted.in_browser))
    if browser:
        return stack.enter_context(browser)
    from voicecoach.player.device import Device

    return stack.enter_context(Device(playing.player, wanted.output_device))


def _print_devices() -> None:
    from voicecoach.player.backends import devices

    for name in devices():
        print(name)


def _playing(wanted: _Wanted, opened: Opened, note: Callable[[str], None]) -> LiveSession:
    from voicecoach.pipeline.block_sounds import BlockSounds
    from voicecoach.player.live_session import LiveSession, Music

    given = wanted.given
    sounds = BlockSounds(opened.sounds, given.room_dbfs(), opened.bar)
    folder = given.path("music")
    music = Music(folder, given.get("music_level") or 0.0) if folder else None
    playing = LiveSession(opened.prepared.timeline, sounds, wait=wanted.wait, music=music, note=note)
    playing.plays_for(opened.prepared.workout)
    return playing


def _place_to_go_on(memory: Memory, wanted: bool | None) -> Training | None:
    """The training to go on with, if the listener wants to. Raises ChoiceError if it is going on elsewhere."""
    if wanted is False:
        return None
    from voicecoach.terminal.memory import ELSEWHERE

    if memory.is_running_elsewhere:
        raise ChoiceError(ELSEWHERE)
    while before := memory.interrupted():
        if wanted:
            return before
        answer = _answer(clock(before.stopped_at_ms or Ms(0)))
        if answer != DROP:
            return before if answer == GO_ON else None
        memory.drop(before)
        say("Dropped: it is not offered again.")
    if wanted:
        notes(["There is nothing to resume, so it begins at the start."])
    return None


GO_ON, FROM_THE_START, DROP = "go on", "from the start", "drop"
ANSWERS = {
    **dict.fromkeys(("y", "enter", "space"), GO_ON),
    **dict.fromkeys(("n", "escape"), FROM_THE_START),
    "d": DROP,
    "q": None,
}
"""What keys mean; `q` leaves, as Ctrl-C does."""


def _answer(place: str) -> str:
    """What the listener wants, with one key; where nobody can be asked, it begins at the start."""
    from voicecoach.terminal.keys import one_key_of

    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return FROM_THE_START
    print(f"You stopped at {place}. Go on there? [Y/n, d drops that place] ", end="", file=sys.stderr, flush=True)
    answer = ANSWERS[one_key_of(ANSWERS)]
    say("")
    if answer is None:
        raise typer.Exit
    return answer


def _as_last_time(loaded: Loaded, settings: Settings, given: Given) -> Loaded:
    """With as many words as last time, unless an option says how many."""
    if settings.detail is None or given.get("detail") is not None:
        return loaded
    return replace(loaded, choices=replace(loaded.choices, detail=settings.detail))


def _keep_settings(before: Settings, playing: LiveSession, run: Run) -> None:
    """Remember how loud it was, and how much was said if that was changed."""
    detail = run.detail if run.detail is not run.detail_at_first else before.detail
    replace(before, volume=playing.player.snapshot.volume, detail=detail).save()


def _say_what_was_done(memory: Memory, noted: Notes, output: Output) -> None:
    """Whatever ended it: remember what was done, and say it, and what of the sound was lost."""
    memory.finish()
    with suppress(OSError):  # the terminal may be gone
        for sentence in memory.summary():
            say(sentence)
        notes([*noted.shown, *output.lost.sentences(), *memory.problems()])
