"""`voicecoach voices`: who can speak, and what they sound like."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import notes, table_console
from voicecoach.cli.opening import opened_sounds
from voicecoach.cli.options import Given, voice_options, with_options

if TYPE_CHECKING:
    from voicecoach.speech.engine import VoiceInfo

LANGUAGE = "en"
"""The language of the built-in sessions."""


@with_options(voice_options)
def voices(
    context: typer.Context,
    given: Given,
    say: Annotated[str | None, typer.Option("--say", metavar="TEXT", help="Say this with the chosen voice.")] = None,
    all_: Annotated[bool, typer.Option("--all", help="Voices of every language, not just of English.")] = False,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Save what is said instead of playing it.")
    ] = None,
) -> None:
    """List the voices, hear one, or make one.

    Examples:

      voicecoach voices

      voicecoach voices --say "Three sets of ten." --voice en-gb

      voicecoach voices --say "Last one." -o sample.wav
    """
    if context.invoked_subcommand is not None:
        _refuse_options(context)
        return
    if say is None and output is not None:
        raise typer.BadParameter("needs a text to save; add --say TEXT.", param_hint="--output")
    if say is None:
        _list(given, every_language=all_)
        return
    path = None if output is None else Path(output).expanduser()
    if path is not None:
        from voicecoach.pipeline.sample import check_sample

        check_sample(path)
    with opened_sounds(given, "en") as (sounds, _):
        length = sounds.speaker.lengths([say])[say]
        clip = sounds.speaker.clip(say)
        sounds.cache.commit()
        if path is None:
            from voicecoach.player.sample_player import play

            play(clip)
            return
        from voicecoach.pipeline.sample import save_sample

        save_sample(clip, length, say, path)
        print(path)


def _refuse_options(context: typer.Context) -> None:
    """Raises typer.BadParameter for an option of this command before another command, which it would not reach."""
    for name in context.params:
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            command = context.invoked_subcommand
            raise typer.BadParameter(f"Options for {command!r} stand after it: voicecoach voices {command} ….")


def _list(given: Given, *, every_language: bool) -> None:
    from rich.table import Table

    from voicecoach.speech.engine import DEFAULT_ENGINE
    from voicecoach.speech.engines.named import engine_named, engine_names

    table = Table()
    for column in ("engine", "voice", "name", "language"):
        table.add_column(column, no_wrap=True)
    asked, others = given.get("engine"), 0
    for name in [asked] if asked else engine_names():
        engine = engine_named(name)
        default = engine.default_voice(LANGUAGE) if name == DEFAULT_ENGINE else None
        for voice in sorted(engine.voices(), key=lambda one: (not _is_first(one), one.language, one.id)):
            if _is_first(voice) or every_language:
                title = voice.name + (" (default)" if voice.id == default else "")
                table.add_row(name, voice.id, title, voice.language)
            else:
                others += 1
    table_console().print(table)
    if others:
        what = "One voice of another language isn't" if others == 1 else f"{others} voices of other languages aren't"
        notes([f"{what} shown. See {'it' if others == 1 else 'them'} with --all."])


def _is_first(voice: VoiceInfo) -> bool:
    return voice.language.lower().startswith(LANGUAGE)
