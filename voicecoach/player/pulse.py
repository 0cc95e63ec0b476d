"""A sound server that speaks PulseAudio's language: its sinks, and a stream to one of them.

Nothing here waits for the server without an end, and nothing but the opening waits at all.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any, Self

from voicecoach.player import libpulse
from voicecoach.player.libpulse import BufferAttr, SampleSpec, SinkInfo

APP = b"voicecoach"
LOOK_S = 0.002
PATIENCE_S = 60.0
"""A server that takes longer to answer while something is opened is given up; whoever asked has long before."""

SAMPLE_BYTES = 2
US = 1_000_000


class PulseError(Exception):
    """The server doesn't do what it was asked for; the message says why."""


class Connection:
    """A connection to the server that the environment names. Raises PulseError if there is none."""

    def __init__(self) -> None:
        self.pulse = libpulse.library()
        self._loop = self.pulse.pa_threaded_mainloop_new()
        self.pulse.pa_threaded_mainloop_start(self._loop)
        self.context = None
        try:
            with self.locked():
                api = self.pulse.pa_threaded_mainloop_get_api(self._loop)
                self.context = self.pulse.pa_context_new(api, APP)
                self.pulse.pa_context_connect(self.context, None, libpulse.NO_AUTOSPAWN, None)
            self.wait(lambda: self.state == libpulse.CONTEXT_READY)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exception: object) -> None:
        self.close()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep the library's thread away."""
        self.pulse.pa_threaded_mainloop_lock(self._loop)
        try:
            yield
        finally:
            self.pulse.pa_threaded_mainloop_unlock(self._loop)

    @property
    def state(self) -> int:
        """The context's; to be asked with the lock held."""
        return int(self.pulse.pa_context_get_state(self.context))

    def problem(self) -> PulseError:
        """What the server, or the library, complains of."""
        said = self.pulse.pa_strerror(self.pulse.pa_context_errno(self.context))
        return PulseError(said.decode("utf-8", "replace").lower())

    def wait(self, come: Callable[[], bool]) -> None:
        """Until `come`, which is asked with the lock held. Raises PulseError when the connection breaks."""
        until_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < until_s:
            with self.locked():
                if self.state >= libpulse.CONTEXT_FAILED:
                    raise self.problem()
                if come():
                    return
            time.sleep(LOOK_S)
        raise PulseError("no answer")

    def sinks(self) -> dict[str, bytes]:
        """The sinks: the server's own names by those for people. Raises PulseError if there is none."""
        found: dict[str, bytes] = {}

        def take(_context: int, sink: Any, is_over: int, _nothing: int) -> None:  # noqa: ANN401 - a pointer of ctypes
            if not is_over:
                info: SinkInfo = sink.contents
                found[info.description.decode("utf-8", "replace")] = bytes(info.name)

        call = libpulse.SinkFound(take)
        with self.locked():
            operation = self.pulse.pa_context_get_sink_info_list(self.context, call, None)
        self.wait(lambda: bool(self.pulse.pa_operation_get_state(operation) != libpulse.OPERATION_RUNNING))
        with self.locked():
            self.pulse.pa_operation_unref(operation)
        if not found:
            raise PulseError("it has no devices")
        return found

    def close(self) -> None:
        """Leave at once; more than once does no harm."""
        loop, self._loop = self._loop, None
        if loop is None:
            return
        if self.context is not None:
            self.pulse.pa_threaded_mainloop_lock(loop)
            self.pulse.pa_context_disconnect(self.context)
            self.pulse.pa_context_unref(self.context)
            self.pulse.pa_threaded_mainloop_unlock(loop)
        self.pulse.pa_threaded_mainloop_stop(loop)
        self.pulse.pa_threaded_mainloop_free(loop)


class PulseStream:
    """A stream of 16-bit samples to `sink`, the server's own name of one, or to the one that the server prefers.

    `length` is how many samples the server keeps, `prompt` how many it asks for at once, and needs to begin. `notices`
    are called in another thread: when the stream has run dry, and when it goes on, with the seconds. The numbers
    of samples count those written; `channels` make one. Closes `connection` with itself. Raises PulseError.
    """

    def __init__(
        self,
        connection: Connection,
        sink: bytes | None,
        form: tuple[int, int],
        sizes: tuple[int, int],
        notices: tuple[Callable[[], None], Callable[[float], None]],
    ) -> None:
        self._connection, self._pulse = connection, connection.pulse
        (channels, self._rate_hz), (length, prompt) = form, sizes
        self._frame = SAMPLE_BYTES * channels
        (self._when_dry, self._when_it_goes_on), self._dry_since_s = notices, 0.0
        self._notices = libpulse.Notice(self._ran_dry), libpulse.Notice(self._goes_on)  # they must live on
        self._operation: int | None = None
        self._closed, self._turn = False, Lock()
        spec = SampleSpec(libpulse.SIXTEEN_BITS, self._rate_hz, channels)
        size, least = length * self._frame, prompt * self._frame
        attr = BufferAttr(2 * size, size, 2 * least, least, size)
        flags = libpulse.INTERPOLATED | libpulse.TIMED | libpulse.EARLY_REQUESTS
        with connection.locked():
            self._stream = self._pulse.pa_stream_new(connection.context, APP, ctypes.byref(spec), None)
            if not self._stream:
                raise connection.problem()
            self._pulse.pa_stream_set_underflow_callback(self._stream, self._notices[0], None)
            self._pulse.pa_stream_set_started_callback(self._stream, self._notices[1], None)
            self._pulse.pa_stream_connect_playback(self._stream, sink, ctypes.byref(attr), flags, None, None)
        connection.wait(lambda: self._is(libpulse.STREAM_READY))
        self.news()

    def _is(self, wanted: int) -> bool:
        state = int(self._pulse.pa_stream_get_state(self._stream))
        if state >= libpulse.STREAM_FAILED:
            raise self._connection.problem()
        return state == wanted

    @contextmanager
    def _in_use(self) -> Iterator[bool]:
        """Keep it from being closed, and the library's thread away; gives whether it is not closed yet."""
        with self._turn:
            if self._closed:
                yield False
                return
            with self._connection.locked():
                yield True

    @property
    def is_open(self) -> bool:
        """Whether it can be written to."""
        with self._in_use() as usable:
            return usable and bool(self._pulse.pa_stream_get_state(self._stream) == libpulse.STREAM_READY)

    @property
    def room(self) -> int:
        """How many samples the server has room for."""
        with self._in_use() as usable:
            size = int(self._pulse.pa_stream_writable_size(self._stream)) if usable else 0
        return 0 if size == libpulse.ERROR else size // self._frame

    def write(self, sound: bytes, back: int = 0) -> None:
        """Hand over sound, in the place of what was written from `back` samples ago on."""
        offset = -back * self._frame
        with self._in_use() as usable:
            if usable:
                self._pulse.pa_stream_write(self._stream, sound, len(sound), None, offset, libpulse.SEEK_RELATIVE)

    def played(self) -> int:
        """How many samples have been heard, about."""
        return self._times()[0]

    def read(self) -> int:
        """How many samples the server has passed on to the device, about: these can't be changed any more."""
        return self._times()[1]

    def _times(self) -> tuple[int, int]:
        usec = ctypes.c_uint64()
        with self._in_use() as usable:
            if not usable or self._pulse.pa_stream_get_time(self._stream, ctypes.byref(usec)) < 0:
                return 0, 0
            info = self._pulse.pa_stream_get_timing_info(self._stream)
            sink_us = info.contents.sink_us if info else 0
            read = info.contents.read_index // self._frame if info else 0
        played = usec.value * self._rate_hz // US
        return played, max(read, (usec.value + sink_us) * self._rate_hz // US)

    def news(self) -> int | None:
        """What the server says of how much it has read, in bytes, and ask again; None without an answer yet."""
        with self._in_use() as usable:
            if not usable or self._is_asking():
                return None
            info = self._pulse.pa_stream_get_timing_info(self._stream)
            self._ask()
            return int(info.contents.read_index) if info else None

    def freshen(self, timeout_s: float) -> None:
        """Have the server say how far it is, if it does within this time."""
        with self._in_use() as usable:
            if usable:
                self._drop_operation()
                self._ask()
        until_s = time.monotonic() + timeout_s
        while time.monotonic() < until_s:
            with self._in_use() as usable:
                if not (usable and self._is_asking()):
                    return
            time.sleep(LOOK_S / 2)

    def _ask(self) -> None:
        self._operation = self._pulse.pa_stream_update_timing_info(self._stream, None, None)

    def _is_asking(self) -> bool:
        if self._operation is None:
            return False
        if self._pulse.pa_operation_get_state(self._operation) == libpulse.OPERATION_RUNNING:
            return True
        self._drop_operation()
        return False

    def _drop_operation(self) -> None:
        operation, self._operation = self._operation, None
        if operation is not None:
            self._pulse.pa_operation_unref(operation)

    def close(self) -> None:
        """Stop at once; what the server still holds is dropped."""
        with self._turn:
            if self._closed:
                return
            self._closed = True
            with self._connection.locked():
                self._drop_operation()
                self._pulse.pa_stream_set_underflow_callback(self._stream, libpulse.Notice(), None)
                self._pulse.pa_stream_set_started_callback(self._stream, libpulse.Notice(), None)
                self._pulse.pa_stream_disconnect(self._stream)
                self._pulse.pa_stream_unref(self._stream)
            self._connection.close()

    # The library's thread

    def _ran_dry(self, _stream: int, _nothing: int) -> None:
        self._dry_since_s = time.monotonic()
        self._when_dry()

    def _goes_on(self, _stream: int, _nothing: int) -> None:
        since_s, self._dry_since_s = self._dry_since_s, 0.0
        if since_s:
            self._when_it_goes_on(time.monotonic() - since_s)
