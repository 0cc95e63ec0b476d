"""`voicecoach share`: a programme for a client, or for all the clients of a list, as a folder to hand over."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from voicecoach.cli import completion
from voicecoach.cli.messages import Stopwatch, notes, say
from voicecoach.cli.opening import idle_sound_options, inputs_of, opened_voices
from voicecoach.cli.options import (
    Given,
    bed_options,
    config_path,
    session_options,
    share_options,
    voice_options,
    with_options,
)
from voicecoach.errors import ChoiceError, OutputError
from voicecoach.times import Ms, clock

if TYPE_CHECKING:
    from voicecoach.definitions.coach import Coach
    from voicecoach.programme.planning import Brief, Delivery, PlannedProgramme

MEGABYTE = 1_000_000
GIGABYTE = 1000 * MEGABYTE
ASK_ABOVE_BYTES = 2 * GIGABYTE
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
        Optional[Path],  # noqa: UP045
        typer.Option(
            "--clients", metavar="FILE", help="A CSV file of clients; each gets a programme.", show_default=False
        ),
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Write into a folder that holds other things.")] = False,
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask before writing more than 2 GB.")] = False,
    serve: Annotated[bool, typer.Option("--serve", help="Serve the folder on this machine until Ctrl-C.")] = False,
    lan: Annotated[bool, typer.Option("--lan", help="Serve it to the home network, with a QR code to scan.")] = False,
) -> None:
    """Make a programme for a client: a folder with an MP3 a week and a page that plays them.

    Examples:

      voicecoach share glutes-for-runners --client Sam --weeks 6 -o sam

      voicecoach share glutes-for-runners --client Sam --without band --coach coach.yaml --zip

      voicecoach share glutes-for-runners --base-url https://example.org/sam/ --start 2026-11-30 -o sam

      voicecoach share --clients clients.csv -o clients

      voicecoach share -o sam --serve --lan
    """
    serving, port = serve or lan, given.get("port")
    if given.values.get("port") is not None and not serving:
        notes(["Without --serve, --port changes nothing."])
    if clients is not None:
        if serving:
            raise ChoiceError(
                "--clients and --serve don't go together: each client should see no folder but their own. "
                "Serve one of them afterwards: voicecoach share -o FOLDER --serve."
            )
        from voicecoach.cli.share_clients import share_with_all

        share_with_all(clients, tuple(sessions or ()), given, force=force, yes=yes)
        return
    folder = given.values.get("output")
    if sessions:
        folder = _share(tuple(sessions), given, force=force, yes=yes)
    elif not (serving and folder) or _typed(given) - {"output", "port"}:
        problem = "Say which session: voicecoach share SESSION -o FOLDER. Or give a list with --clients FILE."
        also = " A folder that is there is served with -o FOLDER and --serve alone." if serving else ""
        raise typer.BadParameter(f"{problem}{also}", param_hint="SESSION")
    if serving:
        from voicecoach.cli.serving import serve_folder

        serve_folder(Path(folder).expanduser(), port, lan=lan)


def _share(sessions: tuple[str, ...], given: Given, *, force: bool, yes: bool) -> str:
    """Make one programme; gives its folder."""
    from voicecoach.programme.assembly import write_programme
    from voicecoach.programme.planning import plan_programme

    watch = Stopwatch()
    brief = brief_of(sessions, given)
    folder = typed_folder(given) or Path(_usual_name(brief))
    delivery = delivery_of(sessions, given, folder, force=force)
    notes(idle_sound_options(given))
    with opened_voices(given) as (voices, bar):
        with watch.timing("plan and voice"):
            planned = plan_programme(brief, delivery, voices, bar)
        bar.close()
        notes(planned.notes)
        announce_size(planned.new_bytes, _counted(planned), folder, yes=yes)
        with watch.timing("files"):
            shared = write_programme(planned, voices, bar)
        bar.close()
        notes(shared.notes)
    length = clock(Ms(sum(one.prepared.timeline.duration for one in planned.sessions)))
    count = f"{shared.sessions} session{'s' if shared.sessions > 1 else ''}"
    kept = f", {shared.kept} of them already there" if shared.kept else ""
    print(f"{folder / 'index.html'}  {count}{kept}  {length}  {size_text(shared.size)}  ({watch.summary()})")
    return str(folder)


def _typed(given: Given) -> set[str]:
    """The options that were typed."""
    return {name for name, value in given.values.items() if value not in (None, [])}


def _counted(planned: PlannedProgramme) -> str:
    new = sum(not one.is_there for one in planned.sessions)
    return f"{new} session{'s' if new != 1 else ''}"


def _usual_name(brief: Brief) -> str:
    """The folder's name without `-o`: `glutes-for-runners-for-sam`."""
    from voicecoach.outputs.names import ascii_stem

    parts = [Path(name).stem for name in brief.sessions[:SESSIONS_BEFORE_NAME]]
    parts += ["for", brief.choices.client] if brief.choices.client else ["programme"]
    return ascii_stem("-".join(parts))


# What single programmes and lists of clients have in common


def brief_of(sessions: tuple[str, ...], given: Given) -> Brief:
    """What is to be made, as the options say. A configured week is for other commands: a programme has its own."""
    from voicecoach.programme.planning import Brief

    week = given.values.get("week")
    if week is not None and given.values.get("weeks") is not None:
        raise ChoiceError("--week and --weeks don't go together. Name several weeks like this: --weeks 2,4.")
    if week is not None and given.week_is_auto:
        raise ChoiceError("--week auto goes by your own history, not by a client's. Name the weeks: --weeks 3-6.")
    weeks = (given.get("week"),) if week is not None else given.get("weeks") or ()
    return Brief(sessions, replace(given.choices(), week=1), weeks)


def delivery_of(sessions: tuple[str, ...], given: Given, folder: Path, *, force: bool) -> Delivery:
    """Where it goes and in what form, as the options say."""
    from voicecoach.programme.planning import Delivery

    profile = _profile(given)
    coach = _coach(profile)
    return Delivery(
        folder=folder,
        today=datetime.now().astimezone().date(),
        start=given.get("start"),
        coach=coach,
        base_url=given.get("base_url"),
        zipped=bool(given.get("zip_")),
        force=force,
        room_dbfs=given.room_dbfs(),
        bitrate_kbps=given.get("bitrate"),
        music=given.path("music"),
        music_level_db=given.get("music_level") or 0.0,
        inputs=tuple(_inputs(sessions, given, profile)),
    )


def typed_folder(given: Given) -> Path | None:
    """The folder that `-o` names; a configured output is for `make`."""
    return given.path("output") if given.values.get("output") is not None else None


def _profile(given: Given) -> Path | None:
    """The coach's profile: the file that is named, in the configuration as seen from there, or the one beside it."""
    named, beside = given.path("coach"), config_path().parent
    if named is None:
        usual = beside / "coach.yaml"
        return usual if usual.is_file() else None
    return named if given.values.get("coach") is not None else beside / named


def _coach(profile: Path | None) -> Coach | None:
    if profile is None:
        return None
    from voicecoach.definitions.coach import load_coach

    return load_coach(profile)


def _inputs(sessions: tuple[str, ...], given: Given, profile: Path | None) -> Iterator[Path]:
    for session in sessions:
        yield from inputs_of(session, given)
    if profile:
        from voicecoach.definitions.coach import logo_path

        yield profile
        if logo := logo_path(profile):
            yield logo


def announce_size(new_bytes: int, what: str, folder: Path, *, yes: bool) -> None:
    """Say how much disk it will take, and ask if it is much. Raises OutputError if there isn't enough, or for a no."""
    import shutil

    if not new_bytes:
        return
    say(f"{what}: about {size_text(new_bytes)} in {folder}")
    there = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    free = shutil.disk_usage(there).free
    if free < new_bytes:
        raise OutputError(
            f"{folder} would need {size_text(new_bytes)}, and {size_text(free)} are free. Free some space."
        )
    if new_bytes > ASK_ABOVE_BYTES and not yes:
        if not sys.stdin.isatty():
            raise ChoiceError(f"That is more than {size_text(ASK_ABOVE_BYTES)}. If you mean it, add --yes.")
        try:
            wanted = typer.confirm("Go on?", err=True)
        except typer.Abort:  # what click makes of Ctrl-C
            raise KeyboardInterrupt from None
        if not wanted:
            raise OutputError("Nothing was written.")


def size_text(size: int) -> str:
    """`93.1 MB`, `2.4 GB`."""
    return f"{size / GIGABYTE:.1f} GB" if size >= GIGABYTE else f"{size / MEGABYTE:.1f} MB"
