"""A session on a PulseAudio server: more than a second of it lies there, and is written anew when a key is pressed."""

from __future__ import annotations

import time
from contextlib import ExitStack

from voicecoach.player.backends import chosen
from voicecoach.player.feed import Feed
from voicecoach.player.pulse import Connection, PulseStream
from voicecoach.times import SAMPLE_RATE_HZ

QUEUED = SAMPLE_RATE_HZ * 6 // 5
"""So much of the session the server has, for a machine that is busy."""

PROMPT = SAMPLE_RATE_HZ * 20 // 1000
ON_ITS_WAY = SAMPLE_RATE_HZ * 40 // 1000
"""So much of what the server has not passed on yet is left as it is: it will have been by the time."""

ANSWER_S = 0.03
"""So long, at a key, the server is waited for to say how far it is."""

LOOKED_AT_WITHIN_S = 0.5

LATEST_S = 0.2
"""As much as a busy machine may put off a key, for it not to click."""


class PulseDevice:
    """Plays on the sink with this name, or part of a name. Raises PulseError, UnknownNameError, ChoiceError."""

    name = "PulseAudio"
    longer = 1.0

    def __init__(self, feed: Feed, name: str | None) -> None:
        self._feed, self._ahead = feed, feed.ahead
        self._late_s, self._lasts_until_s = 0.0, float("inf")
        self._start: int | None = None
        self._written = 0
        self._read: int | None = None
        self._played, self._played_s, self.is_gone = self._ahead.taken, time.monotonic(), False
        with ExitStack() as stack:
            connection = stack.enter_context(Connection())
            sink = None if name is None else chosen(name, connection.sinks())
            form, sizes = (self._ahead.channels, SAMPLE_RATE_HZ), (QUEUED, PROMPT)
            self._stream = PulseStream(connection, sink, form, sizes, (self._ran_dry, self._goes_on))
            stack.pop_all()

    def fill(self) -> None:
        """Write as much as there is room for, and after a command again what was written too early."""
        self._beat()
        if self._start is None:
            self._start = self._written = self._ahead.taken
        self._look()
        self._late_s = max(self._late_s, time.monotonic() - self._lasts_until_s)
        self._ahead.lead = max(0, self._first() - self._played)
        if self._ahead.is_commanded:
            self._stream.freshen(ANSWER_S)
            self._ahead.rewind(self._first())
        back = self._written - self._ahead.taken
        room = self._stream.room + back
        self._ahead.render(room)
        sound = self._ahead.take(max(0, room))
        if len(sound):  # all at once: what is in the place of something isn't to run dry sooner
            self._stream.write(sound.tobytes(), back)
            self._written = self._ahead.taken
        self._lasts_until_s = self._played_s + (self._ahead.taken - self._played) / SAMPLE_RATE_HZ

    def _beat(self) -> None:
        """It lives as long as the server reads on."""
        read = self._stream.news()
        if read is not None and read != self._read:
            self._read = read
            self._feed.beat()

    def _first(self) -> int:
        """The first sample that can still be changed: where this process may come too late for it, a later one."""
        late = int(min(2 * self._feed.late_s, LATEST_S) * SAMPLE_RATE_HZ)
        return (self._start or 0) + self._stream.read() + ON_ITS_WAY + late

    def _ran_dry(self) -> None:
        """There is nothing left of what was written."""
        self._feed.wake.set()

    def _goes_on(self, seconds: float) -> None:
        """It had run dry for so long, as far as this process knew: it may have had no time to be told so."""
        seconds, self._late_s = max(seconds, self._late_s), 0.0
        if not self._ahead.is_waiting:
            self._feed.hole(seconds)

    def _look(self) -> None:
        """Note what has been played: whoever asks for it needs no lock, and nobody is kept waiting."""
        self._played, self._played_s = (self._start or 0) + self._stream.played(), time.monotonic()
        self.is_gone = not self._stream.is_open
        self._ahead.heard(self._played)

    def heard(self) -> int:
        """How many samples have been heard: those that it played when that was looked at last, and since."""
        since_s = 0.0 if self.is_gone else min(time.monotonic() - self._played_s, LOOKED_AT_WITHIN_S)
        return self._played + int(since_s * SAMPLE_RATE_HZ)

    def close(self) -> None:
        """Stop at once."""
        self._stream.close()
