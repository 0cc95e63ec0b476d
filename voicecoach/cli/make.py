"""`voicecoach make`: a session as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli.messages import Stopwatch, notes
from voicecoach.cli.opening import idle_sound_options, inputs_of, opened_session
from voicecoach.cli.options import (
    Given,
    SessionName,
    bed_options,
    session_options,
    sound_options,
    voice_options,
    with_options,
)
from voicecoach.cli.saving import save_line, save_options
from voicecoach.times import clock

if TYPE_CHECKING:
    from voicecoach.pipeline.prepare import Prepared
    from voicecoach.pipeline.render import Target

MEGABYTE = 1_000_000


@with_options(session_options, voice_options, bed_options, sound_options, save_options)
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

      voicecoach make "3 rounds: 40/20 burpees, squats, plank; rest 60s" --save mine.yaml
    """
    from voicecoach.pipeline.block_sounds import BlockSounds
    from voicecoach.pipeline.render import render

    watch = Stopwatch()
    save_line(session, given)
    room_dbfs = given.room_dbfs()
    if output := given.path("output"):
        _target(session, given, output).check()  # before the voice works for nothing
    notes(idle_sound_options(given))
    with opened_session(session, given, watch) as opened:
        target = _target(session, given, output or Path(f"{default_stem(opened.prepared, given)}.mp3"))
        with watch.timing("sound and file"):
            rendered = render(opened.prepared, target, BlockSounds(opened.sounds, room_dbfs, opened.bar))
        opened.bar.close()
        notes(rendered.notes)
        for file in rendered.files[1:]:
            print(file)
        size = f"{rendered.files[0].stat().st_size / MEGABYTE:.1f} MB"
        print(f"{rendered.files[0]}  {clock(opened.prepared.timeline.duration)}  {size}  ({watch.summary()})")


def _target(session: str, given: Given, path: Path) -> Target:
    from voicecoach.pipeline.render import Target, has_bitrate

    typed = given.values.get("bitrate") is not None
    return Target(
        path=path,
        split=bool(given.get("split")),
        # A configured bit rate is for the formats that have one.
        bitrate_kbps=given.get("bitrate") if typed or has_bitrate(path) else None,
        music=given.path("music"),
        music_level_db=given.get("music_level") or 0.0,
        inputs=tuple(inputs_of(session, given)),
    )


def default_stem(prepared: Prepared, given: Given) -> str:
    """The name of the file without `-o`: session, the exercises it is reduced to, week."""
    from voicecoach.outputs.names import file_stem

    workout = prepared.workout
    parts = [prepared.session.name, *(given.get("only") or ())]
    if workout.weeks > 1:
        parts += ["week", str(workout.week)]
    return file_stem("-".join(parts))
