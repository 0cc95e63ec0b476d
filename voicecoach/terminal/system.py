"""What a live session asks of the computer: to stay awake, and to say when its terminal is gone."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from threading import Thread
from typing import NoReturn

HUNG_UP = 129
SOUND_LIBRARIES = "numpy", "miniaudio", "voicecoach.mix.segments"
"""The last one imports pydub, without its warning that there is no ffmpeg."""


@contextmanager
def kept_awake() -> Iterator[None]:
    """The computer doesn't go to sleep meanwhile, where that can be had."""
    try:
        from wakepy import keep
    except ImportError:
        yield
        return
    with keep.presenting(on_fail="pass"):
        yield


def hung_up() -> NoReturn:
    """End as a program does whose terminal was closed: by SystemExit, once, however often it is told."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
    raise SystemExit(HUNG_UP)


def import_ahead() -> None:
    """Load the libraries that make the sound while the session is read: the first sound comes 0.1 s sooner."""

    def load() -> None:
        for name in SOUND_LIBRARIES:
            with suppress(ImportError):  # whoever needs it says so
                import_module(name)

    Thread(target=load, name="import ahead", daemon=True).start()
