"""`voicecoach make`: a session as a file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from voicecoach.cli.messages import Stopwatch, notes, size_text
from voicecoach.cli.opening import asked_session, idle_sound_options, loaded_session, prepared_session, sound_inputs
from voicecoach.cli.options import (
    Given,
    SessionName,
    bed_options,
    session_options,
    sound_options,
    voice_options,
    with_options,
)
from voicecoach.cli.saving import save_options, save_session
from voicecoach.plan.choices import Detail
from voicecoach.times import clock

if TYPE_CHECKING:
    from voicecoach.pipeline.prepare import Loaded
    from voicecoach.pipeline.render import Target

OTHER_CHOICES = (
    *("sets", "reps", "hold", "rest", "tempo", "lead_in", "intro", "client"),
    *("engine", "voice", "count_voice", "rate", "seed", "bitrate", "room_tone", "music_level"),
)
"""Options that stand in the name of a file with their values, as they were typed."""
OTHER_FILES = {"phrases": "own words", "lexicon": "own lexicon", "tones": "own tones", "music": "music"}
"""Options that stand there by a word of their own, and the name of the file or folder."""
COUNTED = {True: "counted aloud", False: "not counted aloud"}


@with_options(session_options, voice_options, bed_options, sound_options, save_options)
def make(
    given: Given,
    session: SessionName = None,
) -> None:
    """Write a coached session as an MP3 (or WAV, FLAC, OGG, M4A, Opus).

    Examples:

      voicecoach make glutes-for-runners

      voicecoach make glutes-for-runners --week 3 --without band -o week3.mp3

      voicecoach make glutes-for-runners --minutes 20 --detail brief

      voicecoach make my-session.yaml --music ~/Music/running --split

      voicecoach make "3 rounds: 40/20 burpees, squats, plank; rest 60s" --save mine.yaml

      voicecoach make --pick "20 minutes, legs and core, no equipment"
    """
    from voicecoach.pipeline.block_sounds import BlockSounds
    from voicecoach.pipeline.render import render

    watch = Stopwatch()
    name = asked_session(session, given)
    save_session(name, given)
    room_dbfs = given.room_dbfs()
    with watch.timing("plan"):
        loaded, chosen = loaded_session(name, given)
    target = _target(loaded, given)
    target.check()  # before the voice works for nothing
    notes([*idle_sound_options(given), *_idle_pictures(given, target), *chosen])
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
        pictures=given.get("pictures") is not False,
    )


def _idle_pictures(given: Given, target: Target) -> Iterator[str]:
    """A sentence about a typed option for pictures that changes nothing in this format."""
    from voicecoach.outputs.tags import has_chapter_pictures

    typed = given.values.get("pictures")
    if typed is not None and not has_chapter_pictures(target.kind):
        option = "--pictures" if typed else "--no-pictures"
        yield f"{target.kind.suffix} files have no pictures for chapters, so {option} changes nothing. MP3 files do."


def default_stem(loaded: Loaded, given: Given) -> str:
    """The name of the file without `-o`: session, week, and whatever else makes the file different."""
    from voicecoach.outputs.names import distinct_stem
    from voicecoach.plan.progression import weeks_of

    choices = loaded.choices
    parts = [loaded.session.name, *choices.only]
    if (weeks := weeks_of(loaded.session)) > 1:
        parts += ["week", str(min(choices.week, weeks))]
    if choices.minutes:
        parts.append(f"{choices.minutes}-min")
    parts += [f"{exercise}-{name}" for exercise, name in choices.variations]
    parts += [f"with-{item}" for item in choices.with_items] + [f"without-{item}" for item in choices.without]
    if choices.detail is not Detail.FULL:
        parts.append(str(choices.detail))
    typed = {name: value for name, value in given.values.items() if value is not None}
    parts += [f"{name}-{_without_sign(typed[name])}" for name in OTHER_CHOICES if name in typed]
    if "count_aloud" in typed:
        parts.append(COUNTED[typed["count_aloud"]])
    parts += [f"{word}-{Path(typed[name]).stem}" for name, word in OTHER_FILES.items() if typed.get(name)]
    return distinct_stem("-".join(parts))


def _without_sign(value: str) -> str:
    """A value with a word for its sign, which has no place in a name: of `7` and `-7`, each has its own."""
    return re.sub(r"^\s*[-−](?=\d)", "minus-", value)
