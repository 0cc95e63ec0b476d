"""The sound device of a live session: whether it is there, and looking for it when it is gone."""

from __future__ import annotations

import time

from voicecoach.errors import OutputError, VoicecoachError
from voicecoach.player.live_session import LiveSession
from voicecoach.player.output import Output
from voicecoach.side_by_side import Task, Threads
from voicecoach.terminal.display import Display

GONE_AFTER_S = 0.5
"""A device that doesn't ask for sound is watched for so long before it counts as gone."""
REOPEN_S = 1.0
PAUSE_HEARD_S = 2.0
"""The pause after a sleep is heard within this; who goes on before that needs no word of it."""


class DeviceWatch:
    """Pauses when the sound is gone, and looks for it every second until it is back; `is_gone` meanwhile."""

    def __init__(self, device: Output, playing: LiveSession, display: Display, threads: Threads) -> None:
        self.is_gone = False
        self._device, self._playing, self._display, self._threads = device, playing, display, threads
        self._reopening: Task[None] | None = None
        self._reopened_s = 0.0
        self._stalled_since_s: float | None = None
        self._awake_since_s = -PAUSE_HEARD_S

    def look(self) -> None:
        """See how it is. Raises OutputError when the sound failed for good."""
        if error := self._device.error or self._playing.error:
            raise OutputError(f"The sound failed: {type(error).__name__}: {error}.")
        self._look_for_sleep()
        if self._reopening:
            self._look_for_device(self._reopening)
        elif not self._device.stalled():
            self._stalled_since_s = None
        elif self._stalled_since_s is None:
            self._stalled_since_s = time.monotonic()  # after a stop of this program the device needs a moment
        elif time.monotonic() - self._stalled_since_s > GONE_AFTER_S:
            self.is_gone = True
            self._say_gone()
            self._reopen()
        if self.is_gone and not self._display.state.notice:  # something else was shown in its place meanwhile
            self._say_gone()

    def _look_for_sleep(self) -> None:
        """Say that it was asleep once the pause is what is heard: a key pressed at the notice then ends that pause."""
        now_s = time.monotonic()
        if self._device.interrupted():
            self._awake_since_s = now_s
        if now_s - self._awake_since_s < PAUSE_HEARD_S and self._device.heard().paused:
            self._awake_since_s = now_s - PAUSE_HEARD_S
            self._display.lasting_notice("Paused: the computer was asleep, or the sound was away. Space goes on.")

    def _say_gone(self) -> None:
        self._display.lasting_notice(f"Paused: the {self._device.what} is gone. It is looked for; q quits.")

    def _reopen(self) -> None:
        """Begin to; a sound system may take its time, or not answer at all."""
        self._playing.pause()
        self._reopened_s = time.monotonic()
        self._reopening = self._threads.submit(self._device.reopen)

    def _look_for_device(self, reopening: Task[None]) -> None:
        """Try again until it is there, and a pause is what is heard: the first sound it takes is from before."""
        if not reopening.is_done():
            return
        if _has_worked(reopening) and self._device.heard().paused:
            self.is_gone, self._reopening = False, None
            self._display.lasting_notice("The sound is back. Space goes on.")
        elif time.monotonic() - self._reopened_s > REOPEN_S:
            self._reopen()


def _has_worked(reopening: Task[None]) -> bool:
    """Whether there is a device. Raises what is no trouble with devices."""
    try:
        reopening.result()
    except VoicecoachError:
        return False
    return True
