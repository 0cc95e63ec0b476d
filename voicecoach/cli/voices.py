"""`voicecoach voices`: who can speak, and what they sound like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.messages import cell, notes, table_console
from voicecoach.cli.opening import opened_sounds
from voicecoach.cli.option_values import typed_path
from voicecoach.cli.options import Given, voice_options, with_options
from voicecoach.counted import counted

if TYPE_CHECKING:
    from voicecoach.speech.engine import Engine, VoiceInfo

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
    """List the voices, hear one, make or install one.

    Examples:

      voicecoach voices

      voicecoach voices --say "Three sets of ten." --voice en-gb

      voicecoach voices --say "Last one." -o sample.wav

      voicecoach voices install kokoro
    """
    if context.invoked_subcommand is not None:
        _refuse_options(context)
    elif say is not None:
        _say(given, say, output)
    elif output is not None:
        raise typer.BadParameter("needs a text to save; add --say TEXT.", param_hint="--output")
    else:
        _list(given, every_language=all_)


def _say(given: Given, text: str, output: str | None) -> None:
    path = None if output is None else typed_path(output)
    if path is not None:
        from voicecoach.pipeline.sample import check_sample

        check_sample(path)
    with opened_sounds(given, LANGUAGE) as (sounds, _):
        speaker = sounds.without_damaged(lambda: sounds.speaker.having_said(text))
        length, clip = speaker.lengths([text])[text], speaker.clip(text)
        notes(speaker.notes([text]))
        sounds.cache.commit()
        if path is None:
            from voicecoach.player.sample_player import play

            play(clip)
            return
        from voicecoach.pipeline.sample import save_sample

        save_sample(clip, length, text, path)
        print(path)


def _refuse_options(context: typer.Context) -> None:
    """Raises typer.BadParameter for an option of this command before another command, which it would not reach."""
    for name in context.params:
        source = context.get_parameter_source(name)
        if source is not None and source.name == "COMMANDLINE":
            command = context.invoked_subcommand
            raise typer.BadParameter(f"Options for {command!r} stand after it: voicecoach voices {command} ….")


def _list(given: Given, *, every_language: bool) -> None:
    from voicecoach.errors import EngineError
    from voicecoach.speech.engines import named

    asked = given.get("engine")
    rows, not_ready = ([], []) if asked else _packs(every_language=every_language)
    others = 0
    for name in [asked] if asked else named.engine_names():
        voice = given.get("voice") if asked else None
        try:
            engine = named.engine_named(name, voice=voice, command=_command(name, given))
            found = engine.voices()
        except EngineError as error:
            if asked:
                raise
            not_ready.append(str(error))
            continue
        shown = [voice for voice in found if every_language or _is_first(voice)]
        others += len(found) - len(shown)
        rows += _rows(name, engine, shown)
    _print_table(rows)
    for sentence in not_ready:
        print(sentence)
    if others:
        what = "One voice of another language isn't" if others == 1 else f"{others} voices of other languages aren't"
        notes([f"{what} shown. See {'it' if others == 1 else 'them'} with --all."])
    notes(f"A package offers an engine {name!r}, a name that is taken: it isn't used." for name in _shadowed(asked))


def _packs(*, every_language: bool) -> tuple[list[tuple[str, ...]], list[str]]:
    """The rows of the voice packs, and what is wrong with others."""
    from voicecoach.errors import PackError
    from voicecoach.packs import shelf

    rows: list[tuple[str, ...]] = []
    problems: list[str] = []
    for one in shelf.opened():
        if isinstance(one, PackError):
            problems.append(str(one))
        elif every_language or one.about.language.lower().startswith(LANGUAGE):
            is_default = one.path.parent == shelf.shipped_folder()
            about = f"{one.about.voice}, {counted(one.count, 'sentence')}{' (default)' if is_default else ''}"
            rows.append(("pack", one.path.stem, about, one.about.language))
    return rows, problems


def _command(name: str, given: Given) -> tuple[str, ...]:
    """The configured program, for the engine that runs it."""
    from voicecoach.speech.engine import COMMAND

    command: tuple[str, ...] | None = given.get("command") if name == COMMAND else None
    return command or ()


def _shadowed(asked: str | None) -> list[str]:
    from voicecoach.speech.engines import named

    return [] if asked else named.shadowed_names()


def _rows(name: str, engine: Engine, shown: list[VoiceInfo]) -> list[tuple[str, ...]]:
    from voicecoach.speech.engine import DEFAULT_ENGINE

    default = engine.default_voice(LANGUAGE) if name == DEFAULT_ENGINE else None
    return [
        (name, one.id, one.name + (" (its default)" if one.id == default else ""), one.language or "any")
        for one in sorted(shown, key=lambda one: (not _is_first(one), one.language, one.id))
    ]


def _print_table(rows: list[tuple[str, ...]]) -> None:
    from rich.table import Table

    table = Table()
    for column in ("engine", "voice", "name", "language"):
        table.add_column(column, no_wrap=True)
    for row in rows:
        table.add_row(*map(cell, row))
    table_console().print(table)


def _is_first(voice: VoiceInfo) -> bool:
    from voicecoach.speech.engine import ANY_LANGUAGE

    return voice.language == ANY_LANGUAGE or voice.language.lower().startswith(LANGUAGE)
