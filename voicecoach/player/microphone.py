"""An open microphone: its level at any time, and what is said while it records."""

from __future__ import annotations

import atexit
import time
from collections.abc import Generator, Sequence
from threading import Lock
from typing import TYPE_CHECKING, Self

from voicecoach.pcm import FULL_SCALE
from voicecoach.player.attempt import Attempt
from voicecoach.player.backends import ANSWER_TIMEOUT_S, RECORDING, SoundSystems, open_microphone
from voicecoach.times import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import miniaudio
    import numpy as np
    from numpy.typing import NDArray

STALLED_S = 3.0
CLOSE_TIMEOUT_S = 1.0
FALLS_PER_CHUNK = 0.8
"""The peak that is shown falls by this factor with each portion of 20 ms, so that it can be seen."""


class Microphone:
    """Listens from the start, mono at 48 kHz.

    `name` is a microphone's name or a part of it, None the one the system prefers; `backends` are names miniaudio
    knows, in order of preference. Raises OutputError without a microphone, UnknownNameError or ChoiceError if none has
    that name.
    """

    def __init__(
        self, name: str | None = None, backends: Sequence[str] | None = None, timeout_s: float = ANSWER_TIMEOUT_S
    ) -> None:
        self._name, self._turn = name, Lock()
        self._take: list[bytes] | None = None
        self._peak = 0.0
        self.go_on()
        systems = SoundSystems(backends, timeout_s, RECORDING)
        self._device: miniaudio.CaptureDevice | None = systems.first(self._started, unwanted=_close)
        atexit.register(self.close)  # leaving without closing hangs the interpreter

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def peak(self) -> float:
        """How loud it is now, from 0 to full scale at 1."""
        return self._peak

    @property
    def recorded_s(self) -> float:
        """How much was recorded since `record`."""
        with self._turn:
            return sum(map(len, self._take or ())) / 2 / SAMPLE_RATE_HZ

    def heard(self) -> NDArray[np.int16]:
        """What was heard since `record`, so far."""
        import numpy as np

        with self._turn:
            return np.frombuffer(b"".join(self._take or ()), np.int16)

    def record(self) -> None:
        """Keep what is heard from now on."""
        with self._turn:
            self._take = []

    def stop(self) -> NDArray[np.int16]:
        """Keep no more; gives what was heard since `record`."""
        take = self.heard()
        with self._turn:
            self._take = None
        return take

    def stalled(self) -> bool:
        """Whether nothing has come for a while, not even silence: it is gone."""
        return time.monotonic() - self._heard_s > STALLED_S

    def go_on(self) -> None:
        """It isn't missed before it has had its time again: after a stop of this program, too."""
        self._heard_s = time.monotonic()

    def close(self) -> None:
        """Stop at once."""
        atexit.unregister(self.close)
        device, self._device = self._device, None
        if device is not None:
            Attempt(lambda: _close(device), unwanted=lambda _nothing: None).wait(CLOSE_TIMEOUT_S)

    def _started(self, backend: str) -> miniaudio.CaptureDevice:
        device = open_microphone(backend, self._name, SAMPLE_RATE_HZ)
        listening = self._listen()
        next(listening)
        device.start(listening)
        return device

    def _listen(self) -> Generator[None, bytes, None]:
        """Take what comes; runs in the device's thread."""
        import numpy as np

        while True:
            sound = bytes((yield))
            self._heard_s = time.monotonic()
            loudest = int(np.abs(np.frombuffer(sound, np.int16).astype(np.int32)).max(initial=0)) / FULL_SCALE
            self._peak = max(loudest, self._peak * FALLS_PER_CHUNK)
            with self._turn:
                if self._take is not None:
                    self._take.append(sound)


def _close(device: miniaudio.CaptureDevice) -> None:
    device.close()
