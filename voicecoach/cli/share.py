"""`voicecoach share`: a programme for a client, or for all the clients of a list, as a folder to hand over."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from voicecoach.cli import completion
from voicecoach.cli.messages import Stopwatch, notes, size_text
from voicecoach.cli.opening import asked_sessions, idle_sound_options, opened_voices
from voicecoach.cli.option_values import typed_path
from voicecoach.cli.options import Given, Text, bed_options, session_options, share_options, voice_options, with_options
from voicecoach.cli.sharing import announce_size, brief_of, delivery_of, typed_folder
from voicecoach.counted import counted
from voicecoach.times import Ms, clock

if TYPE_CHECKING:
    from voicecoach.programme.planning import Brief

OF_SERVING = {"output", "serve", "lan", "port", "force", "yes"}
"""The options that a folder which is there can be served with."""
SESSIONS_BEFORE_NAME = 3
"""A folder without a name of its own is called after so many sessions at most."""


@with_options(session_options, voice_options, bed_options, share_options)
def share(
    given: Given,
    sessions: Annotated[
        Optional[list[str]],  # noqa: UP045 - typer reads it at run time
        typer.Argument(
            metavar="SESSION", help="Built-in names, or paths of YAML files.", autocompletion=completion.sessions
        ),
    ] = None,
    clients: Annotated[
        Text,
        typer.Option(
            "--clients", metavar="FILE", help="A CSV file of clients; each gets a programme.", show_default=False
        ),
    ] = None,
) -> None:
    """Make a programme for a client: a folder with an MP3 a week and a page that plays them.

    Examples:

      voicecoach share glutes-for-runners --client Sam --weeks 6 -o sam

      voicecoach share glutes-for-runners --client Sam --without band --coach coach.yaml --zip

      voicecoach share glutes-for-runners --base-url https://example.org/sam/ --start 2026-11-30 -o sam

      voicecoach share --clients clients.csv -o clients

      voicecoach share -o sam --serve --lan
    """
    asked = tuple(asked_sessions(sessions or (), given))
    serving, port = given.is_on("serve") or given.is_on("lan"), given.get("port")
    if given.values.get("port") is not None and not serving:
        notes(["Without --serve, --port changes nothing."])
    if given.is_on("secret_folders") and clients is None:
        notes(["Without --clients, --secret-folders changes nothing: the folder is named with -o."])
    if clients is not None:
        _share_with_all(typed_path(clients), asked, given, serving=serving)
        return
    folder = _share(asked, given) if asked else _folder_there(given, serving=serving)
    if serving:
        from voicecoach.cli.serving import serve_folder

        serve_folder(folder, port, lan=given.is_on("lan"))


def _share_with_all(clients: Path, sessions: tuple[str, ...], given: Given, *, serving: bool) -> None:
    """Make the programmes of a list. Raises typer.BadParameter if they are to be served."""
    if serving:
        raise typer.BadParameter(
            "--clients and --serve don't go together: each client should see no folder but their own. "
            "Serve one of them afterwards: voicecoach share -o FOLDER --serve."
        )
    from voicecoach.cli.share_clients import share_with_all

    share_with_all(clients, sessions, given)


def _folder_there(given: Given, *, serving: bool) -> Path:
    """The folder to serve as it is. Raises typer.BadParameter if that isn't what was asked for."""
    folder = given.values.get("output")
    if not (serving and folder) or _typed(given) - OF_SERVING:
        problem = "Say which session: voicecoach share SESSION -o FOLDER. Or give a list with --clients FILE."
        also = " A folder that is there is served with -o FOLDER and --serve alone." if serving else ""
        raise typer.BadParameter(f"{problem}{also}", param_hint="SESSION")
    return typed_path(folder)


def _share(sessions: tuple[str, ...], given: Given) -> Path:
    """Make one programme; gives its folder."""
    from voicecoach.programme.assembly import write_programme
    from voicecoach.programme.planning import plan_programme

    watch = Stopwatch()
    brief = brief_of(sessions, given)
    folder = typed_folder(given) or Path(_usual_name(brief))
    delivery = delivery_of(given, folder)
    notes(idle_sound_options(given))
    with opened_voices(given) as (voices, bar):
        with watch.timing("plan and voice"):
            planned = plan_programme(brief, delivery, voices, bar)
        bar.close()
        notes(planned.notes)
        new = sum(not one.is_there for one in planned.sessions)
        announce_size(planned.new_bytes, counted(new, "session"), folder, yes=given.is_on("yes"))
        with watch.timing("files"):
            shared = write_programme(planned, voices, bar)
        bar.close()
        notes(shared.notes)
    length = clock(Ms(sum(one.prepared.timeline.duration for one in planned.sessions)))
    kept = f", {shared.kept} of them already there" if shared.kept else ""
    count = counted(shared.sessions, "session")
    print(f"{folder / 'index.html'}  {count}{kept}  {length}  {size_text(shared.size_bytes)}  ({watch.summary()})")
    if shared.archive:
        print(f"{folder / shared.archive.name}  {size_text(shared.archive.size_bytes)}")
    return folder


def _typed(given: Given) -> set[str]:
    """The options that were typed."""
    return {name for name, value in given.values.items() if value not in (None, [])}


def _usual_name(brief: Brief) -> str:
    """The folder's name without `-o`: `glutes-for-runners-for-sam`."""
    from voicecoach.outputs.names import ascii_stem

    parts = [Path(name).stem for name in brief.sessions[:SESSIONS_BEFORE_NAME]]
    parts += ["for", brief.choices.client] if brief.choices.client else ["programme"]
    return ascii_stem("-".join(parts))
