"""`voicecoach doctor`: what is there, what is missing, what to do."""

from __future__ import annotations

import platform
import shutil
from collections.abc import Callable, Iterator

import typer

from voicecoach.cli.options import Given, config_path, configuration, voice_options, with_options
from voicecoach.errors import OutputError, VoicecoachError
from voicecoach.packages import install_package

SILENT_SAMPLES = 4800
"""A tenth of a second, to see whether a sound device takes it."""


@with_options(voice_options)
def doctor(given: Given) -> None:
    """Look whether everything works here: voice, encoder, cache, sound device, ffmpeg.

    Examples:

      voicecoach doctor
    """
    broken = False
    told: dict[str, str] = {}
    for name, needed, examine in _examinations(given):
        try:
            found, mark = examine(), "ok"
        except VoicecoachError as error:
            found, mark = str(error), "MISSING" if needed else "-"
            broken = broken or needed
        first = told.setdefault(found, name)
        print(f"{mark:8} {name:14} {found if first == name else f'see {first!r} above'}")
    if broken:
        raise typer.Exit(1)


def _examinations(given: Given) -> Iterator[tuple[str, bool, Callable[[], str]]]:
    """Each part's name, whether nothing works without it, and how to look."""
    yield "Python", True, lambda: f"{platform.python_version()} on {platform.system()} {platform.machine()}"
    yield "configuration", True, _configuration
    yield "cache", False, _cache
    yield "voice", True, lambda: _voice(given)
    yield "MP3 encoder", True, _encoder
    yield "tones", True, lambda: _tones(given)
    yield "sound device", False, _device
    yield "ffmpeg", False, _ffmpeg


def _configuration() -> str:
    options = configuration()
    path = config_path()
    return f"{path}: {', '.join(options) or 'nothing set'}" if path.exists() else f"none ({path})"


def _cache() -> str:
    from voicecoach.cache.store import Cache

    with Cache.open() as store:
        summary = store.summary()
        if store.problem:
            raise VoicecoachError(store.problem)
    return f"{summary.path}: {summary.entries} sounds"


def _voice(given: Given) -> str:
    from voicecoach.cli.opening import opened_sounds

    with opened_sounds(given, "en") as (sounds, _):
        speaker = sounds.without_damaged(lambda: sounds.speaker.having_said("Ready."))
        return f"{speaker.who()}; 'Ready.' takes {speaker.lengths(['Ready.'])['Ready.'] / 1000:.2f} s"


def _encoder() -> str:
    from voicecoach.outputs.mp3 import lameenc_version

    found = lameenc_version()
    if found == "none":
        raise VoicecoachError(f"not installed. Install it: {install_package('lameenc')}")
    return f"LAME through lameenc {found}"


def _tones(given: Given) -> str:
    from voicecoach.cli.opening import chosen_tones

    return f"{len(chosen_tones(given).lengths_ms())} of them"


def _device() -> str:
    import numpy as np

    from voicecoach.player.sample_player import play

    try:
        play(np.zeros(SILENT_SAMPLES, np.int16))
    except OutputError as error:
        raise VoicecoachError("none that takes sound; only `live`, and `voices --say` without -o, need one") from error
    return "takes sound"


def _ffmpeg() -> str:
    found = shutil.which("ffmpeg")
    if found is None:
        raise VoicecoachError("not installed; only .m4a and .opus need it")
    return found
