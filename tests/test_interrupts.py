from __future__ import annotations

import io
import signal
import threading
from typing import TYPE_CHECKING, cast

import numpy as np
import pytest
import soundfile

from voicecoach.interrupts import signals_wait
from voicecoach.pipeline.block_sounds import BlockSounds
from voicecoach.pipeline.sounds import Sounds
from voicecoach.timeline.blocks import BlockContent, Part
from voicecoach.timeline.model import Channel, Sound
from voicecoach.times import Ms

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer
    from numpy.typing import NDArray

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
    sound = np.zeros(0)
    with pytest.raises(KeyboardInterrupt), signals_wait():
        sound, _ = soundfile.read(interrupted_file(), dtype="float32")
    assert np.array_equal(sound, SOUND)


def test_an_interrupt_while_a_block_is_mixed_comes_after_it() -> None:
    read = []

    class Speaking:
        def samples(self, _sound: Sound) -> NDArray[np.int16]:
            sound, _ = soundfile.read(interrupted_file(), dtype="int16")
            read.append(len(sound))
            return cast("NDArray[np.int16]", sound)

    said = Part(Ms(0), Sound(Channel.VOICE, "One."))
    block_sounds = BlockSounds(cast("Sounds", Speaking()), None, lambda *_: None)
    with pytest.raises(KeyboardInterrupt):
        block_sounds.mixed(BlockContent((said,), Ms(100)))
    assert read == [len(SOUND)]


def test_what_a_signal_does_is_as_before_and_other_threads_may_wait_too() -> None:
    before = signal.getsignal(signal.SIGTERM)
    with signals_wait():
        assert signal.getsignal(signal.SIGTERM) is not before
    assert signal.getsignal(signal.SIGTERM) is before
    waiting = threading.Thread(target=lambda: signals_wait().__enter__())
    waiting.start()
    waiting.join()
    assert signal.getsignal(signal.SIGTERM) is before
