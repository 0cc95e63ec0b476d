"""What sharing with one client and with a list of them have in common: what is made, in what form, how large it is."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from voicecoach.cli.messages import GIGABYTE, notes, say, size_text
from voicecoach.cli.opening import sound_inputs
from voicecoach.cli.options import Given, config_path
from voicecoach.clock import local_now
from voicecoach.errors import ChoiceError, OutputError

if TYPE_CHECKING:
    from voicecoach.definitions.coach import Coach
    from voicecoach.programme.planning import Brief, Delivery

ASK_ABOVE_BYTES = 2 * GIGABYTE


def brief_of(sessions: tuple[str, ...], given: Given) -> Brief:
    """What is to be made, as the options say. A configured week is for other commands: a programme has its own.

    Raises typer.BadParameter for options that contradict each other.
    """
    from voicecoach.programme.planning import Brief

    week = given.values.get("week")
    if week is not None and given.values.get("weeks") is not None:
        raise typer.BadParameter("--week and --weeks don't go together. Name several weeks like this: --weeks 2,4.")
    if week is not None and given.week_is_auto:
        raise typer.BadParameter(
            "--week auto goes by your own history, not by a client's. Name the weeks: --weeks 3-6."
        )
    weeks = (given.get("week"),) if week is not None else given.get("weeks") or ()
    choices = replace(given.choices(), week=1)
    return Brief(sessions, choices, weeks, own_phrases=given.path("phrases"))


def delivery_of(given: Given, folder: Path) -> Delivery:
    """Where it goes and in what form, as the options say."""
    from voicecoach.programme.planning import Delivery

    coach = _coach(_profile(given))
    notes(coach.notes if coach else ())
    if given.values.get("release") and not given.get("base_url"):
        notes(["Without --base-url there is no feed, and --release changes nothing."])
    return Delivery(
        folder=folder,
        today=local_now().date(),
        start=given.get("start"),
        coach=coach,
        base_url=given.get("base_url"),
        weekly=given.get("release") == "weekly",
        zipped=bool(given.get("zip_")),
        force=given.is_on("force"),
        room_dbfs=given.room_dbfs(),
        bitrate_kbps=given.get("bitrate"),
        pictures=given.get("pictures") is not False,
        music=given.path("music"),
        music_level_db=given.get("music_level") or 0.0,
        inputs=(*sound_inputs(given), *(coach.files if coach else ())),
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
