"""The player's sound on a device, and what may happen to devices."""

from __future__ import annotations

import atexit
from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING, Self

from voicecoach.player.attempt import Attempt
from voicecoach.player.backends import ANSWER_TIMEOUT_S, PERIOD_MS, PERIODS, SoundSystems, open_device
from voicecoach.player.caught import Caught
from voicecoach.player.heartbeat import Heartbeat, running_clock
from voicecoach.player.player import Player, Snapshot
from voicecoach.times import SAMPLE_RATE_HZ

if TYPE_CHECKING:
    import miniaudio

STALLED_S = 1.0
CLOSE_TIMEOUT_S = 1.0


class Device:
    """Opens an output device and plays `player` on it.

    `name` is a device's name or part of it, None the one the system prefers. `backends` are names miniaudio knows, in
    order of preference; by default those of the platform. `clock` gives seconds and must go on while the machine
    sleeps.

    After a gap of more than `heartbeat.GAP_S` between two calls (the machine slept, or the device was away) the player
    is paused before it makes a sound, and `interrupted` says so. An exception in the player is kept in `error`; from
    then on there is silence.

    Raises OutputError without a device, UnknownNameError or ChoiceError if none has that name.
    """

    def __init__(
        self,
        player: Player,
        name: str | None = None,
        backends: Sequence[str] | None = None,
        *,
        clock: Callable[[], float] | None = None,
        timeout_s: float = ANSWER_TIMEOUT_S,
    ) -> None:
        self._player, self._name = player, name
        self._systems = SoundSystems(backends, timeout_s)
        self._heartbeat = Heartbeat(clock or running_clock())
        self._caught = Caught()
        self._latency = SAMPLE_RATE_HZ * PERIOD_MS * PERIODS // 1000
        self._recent: tuple[Snapshot, ...] = (player.snapshot,)
        self._opening = 0
        self._device: miniaudio.PlaybackDevice | None = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @property
    def error(self) -> Exception | None:
        """What went wrong in the player, if something did."""
        return self._caught.error

    @property
    def backend(self) -> str | None:
        """The name of the sound system in use; None when closed."""
        return None if self._device is None else str(self._device.backend)

    def heard(self) -> Snapshot:
        """The player's state at the sound that is heard now, not at the one that is rendered ahead of it."""
        recent = self._recent
        limit = recent[-1].rendered - self._latency
        return next((one for one in reversed(recent) if one.rendered <= limit), recent[0])

    def stalled(self, after_s: float = STALLED_S) -> bool:
        """Whether the device has asked for nothing for `after_s`: a sound server that dies gives no other sign."""
        return self._heartbeat.silent_s() > after_s

    def interrupted(self) -> bool:
        """Whether there was a gap since this was last asked; the player was paused then."""
        return self._heartbeat.interrupted()

    def reopen(self) -> None:
        """Open a device again, the same way. The player goes on as it stands: pause it before.

        Raises as at first; `close` is fine then, and so is another try.
        """
        self.close()
        self._device = self._open()

    def close(self) -> None:
        """Stop at once. What the device still holds, up to 60 ms, is dropped."""
        atexit.unregister(self.close)
        self._opening += 1
        device, self._device = self._device, None
        if device is not None:
            Attempt(lambda: _close(device), unwanted=lambda _nothing: None).wait(CLOSE_TIMEOUT_S)

    def _open(self) -> miniaudio.PlaybackDevice:
        self._heartbeat.start()
        device = self._systems.first(self._started, unwanted=_close)
        self._heartbeat.start()
        atexit.register(self.close)  # leaving without closing hangs the interpreter
        return device

    def _started(self, backend: str) -> miniaudio.PlaybackDevice:
        self._opening += 1
        sound = self._feed(self._opening)
        device = open_device(backend, self._name, self._player.channels, SAMPLE_RATE_HZ)
        next(sound)
        device.start(sound)
        return device

    def _feed(self, opening: int) -> Generator[bytes, int, None]:
        """The samples as the device asks for them; runs in its thread, into which nothing may be raised.

        A device that answers after it was given up gets silence: the player has only one listener.
        """
        count = yield b""
        while True:
            sound = bytes(2 * self._player.channels * count)
            if opening == self._opening:
                with self._caught:
                    sound = self._next_sound(count) or sound
            count = yield sound

    def _next_sound(self, count: int) -> bytes | None:
        if self._heartbeat.beat():
            self._player.pause()
        if self.error is not None:
            return None
        sound = self._player.render(count).tobytes()
        self._remember(self._player.snapshot)
        return sound

    def _remember(self, snapshot: Snapshot) -> None:
        recent = (*self._recent, snapshot)
        heard = [index for index, one in enumerate(recent) if one.rendered <= snapshot.rendered - self._latency]
        self._recent = recent[max(heard, default=0) :]


def _close(device: miniaudio.PlaybackDevice) -> None:
    device.close()
