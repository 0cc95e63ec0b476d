"""A session on a PulseAudio server: more than a second of it lies there, and is written anew when a key is pressed."""

from __future__ import annotations

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

PORTION = SAMPLE_RATE_HZ // 5
"""Samples handed over at once: what comes first after a key is there first."""


class PulseDevice:
    """Plays on the sink with this name, or part of a name. Raises PulseError, UnknownNameError, ChoiceError."""

    name = "PulseAudio"
    longer = 1.0

    def __init__(self, feed: Feed, name: str | None) -> None:
        self._feed, self._ahead = feed, feed.ahead
        with ExitStack() as stack:
            connection = stack.enter_context(Connection())
            sink = None if name is None else chosen(name, connection.sinks())
            form, sizes = (self._ahead.channels, SAMPLE_RATE_HZ), (QUEUED, PROMPT)
            self._stream = PulseStream(connection, sink, form, sizes, feed.hole)
            stack.pop_all()
        self._start: int | None = None
        self._read: int | None = None

    def fill(self) -> None:
        """Write as much as there is room for, and after a command again what was written too early."""
        self._beat()
        if self._start is None:
            self._start = self._ahead.taken
        self._ahead.lead = max(0, self._first() - self.heard())
        back = self._rewind() if self._ahead.is_commanded else 0
        room = self._stream.room + back
        while room > 0:
            self._ahead.render(min(room, PORTION))
            sound = self._ahead.take(min(room, PORTION))
            if not len(sound):
                return
            self._stream.write(sound.tobytes(), back)
            room, back = room - len(sound), 0

    def _beat(self) -> None:
        """It lives as long as the server reads on."""
        read = self._stream.news()
        if read is not None and read != self._read:
            self._read = read
            self._feed.beat()

    def _first(self) -> int:
        """The first sample that can still be changed."""
        return (self._start or 0) + self._stream.read() + ON_ITS_WAY

    def _rewind(self) -> int:
        """Go back to the first sample that can still be changed; return how many samples that is."""
        self._stream.freshen(ANSWER_S)
        written = self._ahead.taken
        return written - self._ahead.rewind(self._first())

    def heard(self) -> int:
        """How many samples have been heard."""
        return (self._start or 0) + self._stream.played()

    @property
    def is_gone(self) -> bool:
        """Whether the server is."""
        return not self._stream.is_open

    def close(self) -> None:
        """Stop at once."""
        self._stream.close()
