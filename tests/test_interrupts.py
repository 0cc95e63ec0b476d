from __future__ import annotations

import io
import signal
import threading
from typing import TYPE_CHECKING

import numpy as np
import pytest
import soundfile

from voicecoach.interrupts import signals_wait
from voicecoach.packs import sound
from voicecoach.times import Ms

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SOUND = np.full(4800, 0.5, np.float32)


class InterruptedFile(io.BytesIO):
    """Whenever it is read, it is interrupted."""

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Read, as ever."""
        signal.raise_signal(signal.SIGINT)
        return super().readinto(buffer)


def interrupted_file() -> InterruptedFile:
    file = InterruptedFile()
    soundfile.write(file, SOUND, 48_000, format="WAV", subtype="FLOAT")
    file.seek(0)
    return file


def test_an_interrupt_while_a_sound_is_read_from_memory_comes_after_it() -> None:
    read = np.zeros(0)
    with pytest.raises(KeyboardInterrupt), signals_wait():
        read, _ = soundfile.read(interrupted_file(), dtype="float32")
    assert np.array_equal(read, SOUND)


def test_an_interrupt_while_a_clip_is_unpacked_comes_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(io, "BytesIO", lambda _: interrupted_file())
    with pytest.raises(KeyboardInterrupt):
        sound.unpacked(b"", Ms(100), 1.0)
    with pytest.raises(KeyboardInterrupt):
        sound.length_of(b"")


def test_what_a_signal_does_is_as_before_and_other_threads_may_wait_too() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with signals_wait():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before
    waiting = threading.Thread(target=lambda: signals_wait().__enter__())
    waiting.start()
    waiting.join()
    assert signal.getsignal(signal.SIGTERM) is before
