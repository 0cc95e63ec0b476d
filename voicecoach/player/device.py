"""The player's sound on a device, and what may happen to devices."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock, Thread
from typing import Self

from voicecoach.errors import VoicecoachError
from voicecoach.player.ahead import Ahead
from voicecoach.player.attempt import Attempt
from voicecoach.player.backends import ANSWER_TIMEOUT_S, SoundSystems, plays_by_pulse
from voicecoach.player.feed import Feed, OpenDevice
from voicecoach.player.heartbeat import Heartbeat, running_clock
from voicecoach.player.miniaudio_device import BUFFER_MS, LONGEST_BUFFER_MS, MiniaudioDevice
from voicecoach.player.output import Lost
from voicecoach.player.player import Player, Snapshot
from voicecoach.player.pulse_device import PulseDevice

STALLED_S = 1.0
CLOSE_TIMEOUT_S = 1.0
FILLED_EVERY_S, STILL_S, WAITING_S = 0.1, 0.3, 0.02
"""So often it is seen to what is played next; while nothing moves; while the player waits for sound."""


class Device:
    """Opens an output device and plays `player` on it; an `output.Output`.

    `name` is a device's name or part of it, None the one the system prefers. `backends` are names miniaudio knows, in
    order of preference; by default those of the platform. `clock` gives seconds and must go on while the machine
    sleeps.

    After a gap of more than `heartbeat.GAP_S` in which the device took nothing (the machine slept, or the device was
    away) the player is paused, and `interrupted` says so. An exception in the player is kept in `error`; then there is
    silence.

    Raises OutputError without a device, UnknownNameError or ChoiceError if none has that name.
    """

    what = "sound device"

    def __init__(
        self,
        player: Player,
        name: str | None = None,
        backends: Sequence[str] | None = None,
        *,
        clock: Callable[[], float] | None = None,
        timeout_s: float = ANSWER_TIMEOUT_S,
    ) -> None:
        self._name = name
        self._systems = SoundSystems(backends, timeout_s)
        self._feed = Feed(Ahead(player), Heartbeat(clock or running_clock()))
        self._feed.ahead.commanded = self._feed.wake.set
        self._buffer_ms = BUFFER_MS
        self._opening = 0
        self._filling = Lock()
        self._device: OpenDevice | None = None
        self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def error(self) -> Exception | None:
        """What went wrong in the player, if something did."""
        return self._feed.caught.error

    @property
    def lost(self) -> Lost:
        """What was lost so far because it wasn't there in time."""
        return self._feed.lost

    @property
    def backend(self) -> str | None:
        """The name of the sound system in use; None when closed."""
        return None if self._device is None else self._device.name

    def heard(self) -> Snapshot:
        """The player's state at the sound that is heard now, not at the one that is rendered ahead of it."""
        device = self._device
        return self._feed.ahead.heard(0 if device is None else device.heard())

    def stalled(self, after_s: float = STALLED_S) -> bool:
        """Whether the device is gone, or has taken nothing for `after_s`, which is often the only sign of it."""
        device = self._device
        return device is None or device.is_gone or self._feed.heartbeat.silent_s() > after_s

    def interrupted(self) -> bool:
        """Whether there was a gap since this was last asked; the player was paused then."""
        return self._feed.heartbeat.interrupted()

    def reopen(self) -> None:
        """Open a device again, the same way. The player goes on where it was heard last: pause it before.

        Raises as at first; `close` is fine then, and so is another try.
        """
        self.close()
        self._open()

    def close(self) -> None:
        """Stop at once. What the device still holds is dropped."""
        atexit.unregister(self.close)
        self._opening += 1
        self._feed.wake.set()
        device, self._device = self._device, None
        if device is not None:
            Attempt(device.close, unwanted=lambda _nothing: None).wait(CLOSE_TIMEOUT_S)

    def _open(self) -> None:
        opening = self._opening
        self._feed.heartbeat.start()
        device = self._systems.first(self._opened, unwanted=_close)
        self._feed.heartbeat.start()
        with self._filling:
            if opening != self._opening:  # it was closed meanwhile
                device.close()
                return
            self._feed.ahead.rewind(self._feed.ahead.heard(0).rendered)
            self._device = device
        atexit.register(self.close)  # leaving without closing hangs the interpreter
        Thread(target=self._fill, args=(device,), name="sound", daemon=True).start()

    def _opened(self, backend: str) -> OpenDevice:
        if plays_by_pulse(backend):
            return PulseDevice(self._feed, self._name)
        return MiniaudioDevice(self._feed, backend, self._name, self._buffer_ms)

    # The thread that renders

    def _fill(self, device: OpenDevice) -> None:
        """See to what is played next, until the device is closed or something goes wrong."""
        while device is self._device and device.longer <= 1:
            self._feed.wake.clear()
            with self._filling, self._feed.caught:
                if device is self._device and self.error is None:
                    device.fill()
            self._feed.wait(_until_next(self._feed.ahead))
        if device is self._device:
            self._buffer_ms = min(int(self._buffer_ms * device.longer), LONGEST_BUFFER_MS)
            with suppress(VoicecoachError):  # then it is gone
                self.reopen()


def _until_next(ahead: Ahead) -> float:
    if ahead.is_waiting:
        return WAITING_S
    return STILL_S if ahead.is_still else FILLED_EVERY_S


def _close(device: OpenDevice) -> None:
    device.close()
