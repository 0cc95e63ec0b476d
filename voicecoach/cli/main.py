"""The program `voicecoach`: its commands, and what happens to errors and signals."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from copy import copy
from functools import wraps
from io import TextIOWrapper
from typing import Annotated, Any, NoReturn

import typer

from voicecoach.at_once import INTERRUPTED
from voicecoach.cli import (
    cache,
    check,
    doctor,
    draw,
    export,
    history,
    import_,
    lines,
    listing,
    live,
    make,
    new,
    plan,
    record,
    schema,
    share,
    show,
    voice_packs,
    voices,
    voices_install,
)
from voicecoach.cli import next as next_week
from voicecoach.cli.as_typed import AsTypedCommand, AsTypedGroup
from voicecoach.cli.ending import (
    FAILED,
    SHORTAGE,
    complain,
    drop_undelivered,
    end_on_signals,
    fill_standard_streams,
    flush_output,
    is_hang_up,
    is_shortage,
    let_messages_be_lost,
    status_before,
)
from voicecoach.cores import spare_address_space, spare_blas_threads
from voicecoach.errors import VoicecoachError
from voicecoach.interrupts import wait_for_children
from voicecoach.terminal.system import hung_up

app = typer.Typer(
    cls=AsTypedGroup,
    help="Voice-guided workouts: a coach in your ear, made from a plain text file.",
    epilog="Start with: voicecoach make glutes-for-runners",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _guarded(function: Callable[..., None]) -> Callable[..., None]:
    """The command with its errors as messages and its exit status as documented."""

    @wraps(function)
    def command(*args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - whatever typer read
        try:
            _done(function, *args, **kwargs)
        except VoicecoachError as error:
            complain(str(error))
            raise SystemExit(FAILED) from None
        except KeyboardInterrupt:
            complain("interrupted")
            raise SystemExit(INTERRUPTED) from None
        except Exception as error:
            if is_shortage(error):
                complain(SHORTAGE)
                raise SystemExit(FAILED) from None
            if isinstance(error, OSError):
                _refused(error)
            if (status := status_before(error)) == FAILED:
                raise
            if status == INTERRUPTED:  # Python makes another error of what comes while a class is made
                complain("interrupted")
            raise SystemExit(status) from None

    if hasattr(function, "__signature__"):
        command.__signature__ = function.__signature__  # type: ignore[attr-defined]
    return command


def _done(function: Callable[..., None], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
    """Run a command until all that it printed has arrived; a failure stays that failure even if it hasn't."""
    try:
        function(*args, **kwargs)
    except BaseException as error:
        with suppress(*([OSError] if _is_failure(error) else [])):
            flush_output()
        raise
    flush_output()


def _is_failure(error: BaseException) -> bool:
    """Whether it ends a command with another status than 0."""
    if isinstance(error, typer.Exit):
        return error.exit_code != 0
    return not (isinstance(error, SystemExit) and error.code in {0, None})


def _refused(error: OSError) -> NoReturn:
    """End as it befits what the system refused: whoever has just gone, or was told to end, gets no message."""
    if is_hang_up(error):
        hung_up()
    status = status_before(error)
    if status == FAILED and not isinstance(error, BrokenPipeError):
        complain(_system_error(error))
    raise SystemExit(status) from None


def _system_error(error: OSError) -> str:
    """What the system refused, as a sentence."""
    reason = error.strerror or str(error)
    if error.filename is not None:
        return f"{os.fsdecode(error.filename)!r} can't be used: {reason}."
    return f"The output can't be written: {reason}."  # pipes and standard streams have no names


def _say_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"voicecoach {version('voicecoach')}")
        raise typer.Exit


@app.callback()
def _program(
    _version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """What stands before a command."""


for _command in (
    make.make, live.live, plan.plan, share.share, export.export, listing.list_, show.show, draw.draw, lines.lines,
    import_.import_, record.record, new.new, check.check, schema.schema, history.history, next_week.next_, cache.cache,
    doctor.doctor,
):  # fmt: skip
    app.command(_command.__name__.rstrip("_"), cls=AsTypedCommand)(_guarded(_command))

_voices = typer.Typer(cls=AsTypedGroup, rich_markup_mode=None, context_settings={"help_option_names": ["-h", "--help"]})
_voices.callback(invoke_without_command=True)(_guarded(voices.voices))
for _command in (voice_packs.pack, voices_install.install, voices_install.remove):
    _voices.command(_command.__name__, cls=AsTypedCommand)(_guarded(_command))
app.add_typer(_voices, name="voices")


def _asked_for(typed: list[str]) -> typer.Typer:
    """The program with no command but the one that is typed, if one is: to build all of them takes 20 ms."""
    program = copy(app)
    if asked := [one for one in app.registered_commands if one.name in typed[:1]]:
        program.registered_commands, program.registered_groups = asked, []
    return program


def main() -> None:
    """Run the command line."""
    fill_standard_streams()
    let_messages_be_lost()
    end_on_signals()
    wait_for_children()
    spare_blas_threads()
    spare_address_space()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # names of files may be any bytes
    try:
        _guarded(_asked_for(sys.argv[1:]))(prog_name="voicecoach")
    finally:
        drop_undelivered()
