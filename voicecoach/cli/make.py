"""`voicecoach make`: a session as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from voicecoach.cli.opening import opened_session
from voicecoach.cli.options import Given, session_options, sound_options, voice_options, with_options
from voicecoach.cli.screen import Stopwatch, notes
from voicecoach.times import clock

if TYPE_CHECKING:
    from voicecoach.pipeline.prepare import Prepared

MEGABYTE = 1_000_000


@with_options(session_options, voice_options, sound_options)
def make(
    session: Annotated[str, typer.Argument(metavar="SESSION", help="A built-in name, or the path of a YAML file.")],
    given: Given,
) -> None:
    """Write a coached session as an MP3 (or WAV, FLAC, OGG, M4A, Opus).

    Examples:

      voicecoach make glutes-for-runners

      voicecoach make glutes-for-runners --week 3 --without band -o week3.mp3

      voicecoach make glutes-for-runners --minutes 20 --detail brief

      voicecoach make my-session.yaml --music ~/Music/running --split
    """
    watch = Stopwatch()
    with opened_session(session, given, watch) as opened:
        from voicecoach.mix.room_tone import DEFAULT_ROOM_TONE_DBFS, parse_room_tone
        from voicecoach.pipeline.blocks import BlockSounds
        from voicecoach.pipeline.render import Target, render

        prepared = opened.prepared
        room = given.get("room_tone")
        room_dbfs = DEFAULT_ROOM_TONE_DBFS if room is None else parse_room_tone(room)
        music = given.get("music")
        target = Target(
            path=Path(given.get("output") or f"{default_stem(opened.prepared, given)}.mp3"),
            split=bool(given.get("split")),
            bitrate_kbps=given.get("bitrate"),
            music=Path(music).expanduser() if music else None,
            music_level_db=given.get("music_level") or 0.0,
            inputs=tuple(Path(one) for one in (session, music) if one and Path(one).is_file()),
        )
        sounds = BlockSounds(opened.sounds, room_dbfs, opened.bar)
        with watch.timing("sound and file"):
            rendered = render(prepared, target, sounds)
        opened.bar.close()
        notes(rendered.notes)
        for file in rendered.files[1:]:
            print(file)
        size = f"{rendered.files[0].stat().st_size / MEGABYTE:.1f} MB"
        print(f"{rendered.files[0]}  {clock(prepared.timeline.duration)}  {size}  ({watch.summary()})")


def default_stem(prepared: Prepared, given: Given) -> str:
    """The name of the file without `-o`: session, the exercises it is reduced to, week."""
    from voicecoach.outputs.playlist import file_stem

    workout = prepared.workout
    parts = [prepared.session.name, *(given.get("only") or ())]
    if workout.weeks > 1:
        parts += ["week", str(workout.week)]
    return file_stem("-".join(parts))
