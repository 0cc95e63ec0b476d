"""`voicecoach make`: a session as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli.opening import opened_session
from voicecoach.cli.options import (
    Given,
    SessionName,
    bed_options,
    session_options,
    sound_options,
    voice_options,
    with_options,
)
from voicecoach.cli.screen import Stopwatch, notes
from voicecoach.times import clock

if TYPE_CHECKING:
    from voicecoach.pipeline.prepare import Prepared
    from voicecoach.pipeline.render import Target

MEGABYTE = 1_000_000


@with_options(session_options, voice_options, bed_options, sound_options)
def make(
    session: SessionName,
    given: Given,
) -> None:
    """Write a coached session as an MP3 (or WAV, FLAC, OGG, M4A, Opus).

    Examples:

      voicecoach make glutes-for-runners

      voicecoach make glutes-for-runners --week 3 --without band -o week3.mp3

      voicecoach make glutes-for-runners --minutes 20 --detail brief

      voicecoach make my-session.yaml --music ~/Music/running --split
    """
    from voicecoach.mix.room_tone import DEFAULT_ROOM_TONE_DBFS, parse_room_tone
    from voicecoach.pipeline.blocks import BlockSounds
    from voicecoach.pipeline.render import render

    watch = Stopwatch()
    room = given.get("room_tone")
    room_dbfs = DEFAULT_ROOM_TONE_DBFS if room is None else parse_room_tone(room)
    if output := given.get("output"):
        _target(session, given, Path(output)).check()  # before the voice works for nothing
    with opened_session(session, given, watch) as opened:
        target = _target(session, given, Path(output or f"{default_stem(opened.prepared, given)}.mp3"))
        with watch.timing("sound and file"):
            rendered = render(opened.prepared, target, BlockSounds(opened.sounds, room_dbfs, opened.bar))
        opened.bar.close()
        notes(rendered.notes)
        for file in rendered.files[1:]:
            print(file)
        size = f"{rendered.files[0].stat().st_size / MEGABYTE:.1f} MB"
        print(f"{rendered.files[0]}  {clock(opened.prepared.timeline.duration)}  {size}  ({watch.summary()})")


def _target(session: str, given: Given, path: Path) -> Target:
    from voicecoach.pipeline.render import Target

    music = given.get("music")
    return Target(
        path=path.expanduser(),
        split=bool(given.get("split")),
        bitrate_kbps=given.get("bitrate"),
        music=Path(music).expanduser() if music else None,
        music_level_db=given.get("music_level") or 0.0,
        inputs=tuple(Path(one) for one in (session, music) if one and Path(one).is_file()),
    )


def default_stem(prepared: Prepared, given: Given) -> str:
    """The name of the file without `-o`: session, the exercises it is reduced to, week."""
    from voicecoach.outputs.playlist import file_stem

    workout = prepared.workout
    parts = [prepared.session.name, *(given.get("only") or ())]
    if workout.weeks > 1:
        parts += ["week", str(workout.week)]
    return file_stem("-".join(parts))
