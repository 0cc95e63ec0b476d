"""The program `voicecoach`: its commands, and what happens to errors and signals."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import wraps
from io import TextIOWrapper
from typing import Annotated, Any, NoReturn

import typer

from voicecoach.cli import cache, check, doctor, history, library, live, make, plan, share, voices
from voicecoach.cli import next as next_week
from voicecoach.errors import VoicecoachError

FAILED, INTERRUPTED, TERMINATED = 1, 130, 143

app = typer.Typer(
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
            print(f"voicecoach: {error}", file=sys.stderr)
            raise typer.Exit(FAILED) from None
        except KeyboardInterrupt:
            print("voicecoach: interrupted", file=sys.stderr)
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:  # whoever read it is gone
            _drop_output()
            raise typer.Exit(FAILED) from None
        except OSError as error:
            _drop_output()
            print(f"voicecoach: {_system_error(error)}", file=sys.stderr)
            raise typer.Exit(FAILED) from None

    if hasattr(function, "__signature__"):
        command.__signature__ = function.__signature__  # type: ignore[attr-defined]
    return command


def _done(function: Callable[..., None], *args: Any, **kwargs: Any) -> None:  # noqa: ANN401
    """Run a command until all that it printed has arrived."""
    try:
        function(*args, **kwargs)
    finally:
        if sys.stdout:
            sys.stdout.flush()


def _system_error(error: OSError) -> str:
    """What the system refused, as a sentence."""
    reason = error.strerror or str(error)
    if error.filename is not None:
        return f"{os.fsdecode(error.filename)!r} can't be used: {reason}."
    return f"The output can't be written: {reason}."  # pipes and standard streams have no names


def _drop_output() -> None:
    """Nobody takes what is still waiting to be printed, and Python would try once more as it ends."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


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
    make.make, live.live, plan.plan, share.share, library.list_, library.show, voices.voices, check.check,
    history.history, next_week.next_, cache.cache, doctor.doctor,
):  # fmt: skip
    app.command(_command.__name__.rstrip("_"))(_guarded(_command))


def _terminate(_number: int, _frame: object) -> NoReturn:
    raise SystemExit(TERMINATED)


def main() -> None:
    """Run the command line."""
    signal.signal(signal.SIGTERM, _terminate)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # names of files may be any bytes
    app(prog_name="voicecoach")
