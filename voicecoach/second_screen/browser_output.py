"""The player's sound in a browser: sent ahead as it is asked for, taken back where a key changes it."""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from threading import Condition, Lock
from typing import Self

from voicecoach.errors import OutputError
from voicecoach.player.ahead import Ahead
from voicecoach.player.caught import Caught
from voicecoach.player.heartbeat import Heartbeat, running_clock
from voicecoach.player.output import Lost
from voicecoach.player.player import Player, Snapshot
from voicecoach.times import SAMPLE_RATE_HZ

PIECE = SAMPLE_RATE_HZ // 10
"""Samples sent at once."""
SENT_AHEAD = SAMPLE_RATE_HZ
"""A browser has so much in hand, for the moments in which the network is slow."""
FIXED = SAMPLE_RATE_HZ * 8 // 100
"""So much after what is heard can't be changed any more: it may be on its way to the loudspeaker."""
COUNTED_ON_S = 0.5
"""What is heard is counted on for so long after a page said it."""
LOOK_S = 0.05
STALLED_S = 1.0

HEAD = struct.Struct("<IIQ")
"""Before each piece: which take it is, how many samples, and the number of the first. A new take replaces all that was
sent from its first sample on."""


TAKEN_OVER = HEAD.pack(0, 0, 0)
"""A piece without samples: another page plays now."""


class BrowserOutput:
    """Plays `player` in the page that asks for it, the last one that does. It is an `Output`, and needs no device.

    Until a page wants the sound the player stands still; that is no stall. `clock` gives seconds and must go on while
    the machine sleeps.
    """

    what = "browser with the sound"

    def __init__(self, player: Player, *, clock: Callable[[], float] | None = None) -> None:
        self.channels = player.channels
        self.lost = Lost()
        self._player = player
        self._clock = clock or running_clock()
        self._ahead = Ahead(player)
        self._ahead.lead = FIXED
        self._ahead.commanded = self._wake
        self._heartbeat = Heartbeat(self._clock)
        self._caught = Caught()
        self._rendering, self._commanded = Lock(), Condition()
        self._stream = self._streams = self._takes = 0
        self._sample, self._said_s, self._lost_s = 0.0, float("-inf"), 0.0

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """End the stream."""
        self.close()

    @property
    def error(self) -> Exception | None:
        """What went wrong in the player, if something did."""
        return self._caught.error

    def heard(self) -> Snapshot:
        """The player's state at the sound that is heard now."""
        return self._ahead.heard(self._heard_sample())

    def stalled(self) -> bool:
        """Whether the page that played is gone, or plays on no more."""
        return bool(self._streams) and (not self._stream or self._heartbeat.silent_s() > STALLED_S)

    def interrupted(self) -> bool:
        """Whether there was a gap since this was last asked; the player was paused then."""
        return self._heartbeat.interrupted()

    def reopen(self) -> None:
        """Go on in the page that wants the sound. Raises OutputError as long as there is none."""
        if not self._stream:
            raise OutputError("No browser plays the sound.")
        self._heartbeat.start()

    def close(self) -> None:
        """Send no more."""
        self._stream = 0
        self._ahead.commanded = lambda: None
        self._wake()

    # What a page asks for and says, in threads of the server

    def stream(self, is_gone: Callable[[], bool]) -> Iterator[bytes]:
        """The sound from what was heard on, until `is_gone` or until another page wants it."""
        self._streams += 1
        number = self._stream = self._streams
        self._heartbeat.start()
        is_first = True
        try:
            while self._stream == number and not is_gone() and not self.error:
                piece = b""
                with self._rendering, self._caught:
                    piece = self._next_piece(again=is_first)
                is_first = False
                if piece:
                    yield piece
                else:
                    with self._commanded:
                        self._commanded.wait(LOOK_S)
            if self._stream != number:
                yield TAKEN_OVER
        finally:
            if self._stream == number:
                self._stream = 0

    def was_heard(self, sample: float, lost_s: float) -> None:
        """The page hears this sample now, and has had holes of so many seconds in all."""
        if sample <= self._sample:
            return
        if self._heartbeat.beat():
            self._player.pause()
        if lost_s > self._lost_s:
            self.lost = self.lost.and_then(lost_s - self._lost_s)
        self._lost_s = lost_s
        self._sample, self._said_s = sample, self._clock()

    def _next_piece(self, *, again: bool) -> bytes:
        """What is to be sent now, nothing if there is enough; `again` from what was heard on, for a new page."""
        heard = self._heard_sample()
        if again:
            self._sample, self._said_s = float(heard), float("-inf")
            self._go_back_to(self._ahead.heard(heard).rendered)
        elif self._ahead.is_commanded:
            self._go_back_to(heard + FIXED)
        wanted = heard + SENT_AHEAD - self._ahead.taken
        if wanted < PIECE:
            return b""
        self._ahead.render(PIECE)
        start, sound = self._ahead.taken, self._ahead.take(PIECE)
        return HEAD.pack(self._takes, len(sound), start) + sound.tobytes() if len(sound) else b""

    def _go_back_to(self, first: int) -> None:
        self._ahead.rewind(first)
        self._takes += 1

    def _heard_sample(self) -> int:
        since_s = self._clock() - self._said_s
        counted_on = since_s if since_s < COUNTED_ON_S else 0.0
        return int(min(self._sample + counted_on * SAMPLE_RATE_HZ, self._ahead.taken))

    def _wake(self) -> None:
        with self._commanded:
            self._commanded.notify_all()
