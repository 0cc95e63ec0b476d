"""`voicecoach make`: a session as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli.messages import Stopwatch, notes, size_text
from voicecoach.cli.opening import idle_sound_options, loaded_session, prepared_session, sound_inputs
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
from voicecoach.plan.choices import Detail
from voicecoach.times import clock

if TYPE_CHECKING:
    from voicecoach.pipeline.prepare import Loaded
    from voicecoach.pipeline.render import Target

OTHER_CHOICES = (
    *("sets", "reps", "hold", "rest", "tempo", "lead_in", "intro", "client"),
    *("engine", "voice", "count_voice", "rate", "seed"),
)
"""Options that stand in the name of a file with their values, as they were typed."""
OTHER_SOUND = {
    "count_aloud": "counted aloud",
    "phrases": "own words",
    "lexicon": "own lexicon",
    "tones": "own tones",
    "music": "music",
}
"""Options that stand there by a word of their own."""


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
    with watch.timing("plan"):
        loaded, chosen = loaded_session(session, given)
    target = _target(loaded, given)
    target.check()  # before the voice works for nothing
    notes([*idle_sound_options(given), *chosen])
    with prepared_session(loaded, given, watch) as opened:
        with watch.timing("sound and file"):
            rendered = render(opened.prepared, target, BlockSounds(opened.sounds, room_dbfs, opened.bar))
        opened.bar.close()
        notes(rendered.notes)
        for file in rendered.files[1:]:
            print(file)
        size = size_text(rendered.files[0].stat().st_size)
        print(f"{rendered.files[0]}  {clock(opened.prepared.timeline.duration)}  {size}  ({watch.summary()})")


def _target(loaded: Loaded, given: Given) -> Target:
    from voicecoach.pipeline.render import Target, has_bitrate

    path = given.path("output") or Path(f"{default_stem(loaded, given)}.mp3")
    typed = given.values.get("bitrate") is not None
    return Target(
        path=path,
        split=bool(given.get("split")),
        # A configured bit rate is for the formats that have one.
        bitrate_kbps=given.get("bitrate") if typed or has_bitrate(path) else None,
        music=given.path("music"),
        music_level_db=given.get("music_level") or 0.0,
        inputs=(*loaded.files, *sound_inputs(given)),
    )


def default_stem(loaded: Loaded, given: Given) -> str:
    """The name of the file without `-o`: session, week, and whatever else makes the file different."""
    from voicecoach.outputs.names import file_stem
    from voicecoach.plan.progression import weeks_of

    choices = loaded.choices
    parts = [loaded.session.name, *choices.only]
    if (weeks := weeks_of(loaded.session)) > 1:
        parts += ["week", str(min(choices.week, weeks))]
    if choices.minutes:
        parts.append(f"{choices.minutes}-min")
    parts += [name for _, name in choices.variations]
    parts += [f"with-{item}" for item in choices.with_items] + [f"without-{item}" for item in choices.without]
    if choices.detail is not Detail.FULL:
        parts.append(str(choices.detail))
    parts += [f"{name}-{given.values[name]}" for name in OTHER_CHOICES if given.values.get(name) is not None]
    parts += [word for name, word in OTHER_SOUND.items() if given.values.get(name)]
    return file_stem("-".join(parts))
