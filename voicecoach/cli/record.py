"""`voicecoach record`: the coach's own voice, sentence by sentence."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import notes, say
from voicecoach.cli.opening import asked_sessions
from voicecoach.cli.option_values import typed_path
from voicecoach.cli.options import Given, session_options, voice_options, with_options
from voicecoach.cli.session_weeks import SessionNames, often_option, sentences_of
from voicecoach.counted import counted
from voicecoach.errors import ChoiceError
from voicecoach.shell import quoted

if TYPE_CHECKING:
    from voicecoach.pipeline.recording_folder import RecordingFolder
    from voicecoach.pipeline.sentences import Sentence


@with_options(session_options, voice_options)
def record(
    given: Given,
    sessions: SessionNames = None,
    folder: Annotated[
        str,
        typer.Argument(
            metavar="DIR", help="Where the recordings are kept, one WAV file for each sentence.", show_default=False
        ),
    ] = "",
    often: Annotated[int, often_option()] = 1,
    microphone: Annotated[
        str | None, typer.Option("--microphone", metavar="NAME", help="Record from this; a part of the name will do.")
    ] = None,
    plain: Annotated[
        bool, typer.Option("--plain", help="Lines instead of a drawn screen, for screen readers.")
    ] = False,
) -> None:
    """Record what sessions say, sentence by sentence, on a microphone.

    What is recorded already is left out, so the same command goes on where you stopped. A voice pack of the recordings
    is made with: voicecoach voices pack SESSION --clips DIR -o my.pack

    Examples:

      voicecoach record glutes-for-runners my-voice

      voicecoach record glutes-for-runners tabata.yaml my-voice --often 2
    """
    if not folder:
        raise typer.BadParameter("Say in which folder the recordings are to be kept.", param_hint="DIR")
    if not asked_sessions(sessions or [], given):
        raise typer.BadParameter(f"Say which session, and then the folder: SESSION {folder}.", param_hint="SESSION")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise ChoiceError("Recording needs a terminal: it shows each sentence and waits for keys.")
    from voicecoach.pipeline.recording_folder import RecordingFolder
    from voicecoach.player.microphone import Microphone
    from voicecoach.terminal.recorder import Recorder

    found = sentences_of(sessions, given, often)
    kept = RecordingFolder(typed_path(folder), {one.text for one in found})
    notes(kept.notes)
    if all(kept.has(one.text) for one in found):
        _say_where(found, kept)
        return
    with Microphone(microphone) as listening:
        recorder = Recorder(found, kept, listening)
        try:
            recorder.run(plain=plain)
        finally:
            _say_where(found, kept)


def _say_where(sentences: list[Sentence], folder: RecordingFolder) -> None:
    """How far it is, and what comes next."""
    done = sum(folder.has(one.text) for one in sentences)
    say(f"{done} of {counted(len(sentences), 'sentence')} are recorded in {folder.folder}.")
    if done == len(sentences):
        say(f"Make a voice of them: voicecoach voices pack SESSION --clips {quoted([str(folder.folder)])} -o my.pack")
