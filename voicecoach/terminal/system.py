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


@contextmanager
def hang_up_ends() -> Iterator[None]:
    """A closed terminal ends the body as a signal to stop does."""

    def hung_up(_number: int, _frame: object) -> NoReturn:
        raise SystemExit(HUNG_UP)

    if not hasattr(signal, "SIGHUP"):
        yield
        return
    before = signal.signal(signal.SIGHUP, hung_up)
    try:
        yield
    finally:
        signal.signal(signal.SIGHUP, before)


def import_ahead() -> None:
    """Load the libraries that make the sound while the session is read: the first sound comes 0.1 s sooner."""

    def load() -> None:
        for name in SOUND_LIBRARIES:
            with suppress(ImportError):  # whoever needs it says so
                import_module(name)

    Thread(target=load, name="import ahead", daemon=True).start()
