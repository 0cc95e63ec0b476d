"""A session as a player on the session bus, by the MPRIS D-Bus Interface Specification 2.2. It needs `dbus_fast`."""

from __future__ import annotations

import asyncio
import logging
import os
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Annotated, Any

from dbus_fast import NameFlag, PropertyAccess, RequestNameReply, Variant
from dbus_fast.aio import MessageBus
from dbus_fast.annotations import (
    DBusBool,
    DBusDouble,
    DBusInt64,
    DBusObjectPath,
    DBusSignature,
    DBusStr,
)
from dbus_fast.service import ServiceInterface, dbus_method, dbus_property, dbus_signal

from voicecoach.terminal.now_playing import NowPlaying

NAME = "org.mpris.MediaPlayer2.voicecoach"
PATH = "/org/mpris/MediaPlayer2"
TRACK = "/org/voicecoach/session"
"""The whole session is one track: its position and length are the session's."""
US_PER_MS = 1000

DBusNothing = Annotated[None, DBusSignature("")]
DBusStrings = Annotated[list[str], DBusSignature("as")]
DBusMetadata = Annotated[dict[str, Variant], DBusSignature("a{sv}")]
READ = PropertyAccess.READ


class Mpris:
    """The session on the bus. `run` is for a thread of its own, the one that made it; the rest is for any thread.

    `press` is called with names of keys, `read` returns what there is to see, `on_ready` is called when clients can
    find the session, `on_error` with what `press` or the library raised meanwhile.
    """

    def __init__(
        self,
        press: Callable[[str], None],
        read: Callable[[], NowPlaying],
        on_ready: Callable[[], None],
        on_error: Callable[[BaseException], None],
    ) -> None:
        self._loop = asyncio.new_event_loop()
        self._loop.set_exception_handler(lambda _, context: on_error(_error(context)))
        self._on_ready = on_ready
        self._stopped = asyncio.Event()

        def press_soon(key: str) -> None:
            # Not at once: an error in it must not end the connection.
            self._loop.call_soon(press, key)

        self._application = Application(press_soon)
        self._player = Player(press_soon, read)

    def run(self, address: str, patience_s: float) -> BaseException | None:
        """Be a player on the bus at `address` until stopped; what ended it before that, or None."""
        silence = logging.NullHandler()  # or else what the library logs would appear on the screen
        logger = logging.getLogger("dbus_fast")
        logger.addHandler(silence)
        try:
            with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
                return runner.run(self._outcome(address, patience_s))
        finally:
            logger.removeHandler(silence)

    def announce(self, *, jumped: bool) -> None:
        """Tell the clients what has changed, and if `jumped`, that the position is not where they think."""
        self._soon(lambda: self._player.announce(jumped=jumped))

    def stop(self) -> None:
        """End `run`, which need not have begun yet."""
        self._soon(self._stopped.set)

    def _soon(self, call: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # it has ended by itself
            self._loop.call_soon_threadsafe(call)

    async def _outcome(self, address: str, patience_s: float) -> BaseException | None:
        serving = asyncio.ensure_future(self._serve(address, patience_s))
        stopping = asyncio.ensure_future(self._stopped.wait())
        await asyncio.wait([serving, stopping], return_when=asyncio.FIRST_COMPLETED)
        is_over = serving.done()
        serving.cancel()
        stopping.cancel()
        error, _ = await asyncio.gather(serving, stopping, return_exceptions=True)
        return error if is_over else None

    async def _serve(self, address: str, patience_s: float) -> None:
        bus = MessageBus(address)
        async with _within(patience_s):
            await bus.connect()
        try:
            bus.export(PATH, self._application)
            bus.export(PATH, self._player)
            async with _within(patience_s):
                await _take_name(bus, f"{NAME}.instance{os.getpid()}")
            self._on_ready()
            await asyncio.shield(_end(bus))
        finally:
            bus.disconnect()
            await asyncio.gather(_end(bus), return_exceptions=True)


class Application(ServiceInterface):
    """The program as a whole."""

    def __init__(self, press: Callable[[str], None]) -> None:
        super().__init__("org.mpris.MediaPlayer2")
        self._press = press

    @dbus_method(name="Raise")
    def _raise_window(self) -> DBusNothing:
        """Nothing: a terminal can't be brought to the front."""

    @dbus_method(name="Quit")
    def _quit(self) -> DBusNothing:
        self._press("q")

    @dbus_property(READ, name="CanQuit")
    def _can_quit(self) -> DBusBool:
        return True

    @dbus_property(READ, name="CanRaise")
    def _can_raise(self) -> DBusBool:
        return False

    @dbus_property(READ, name="HasTrackList")
    def _has_track_list(self) -> DBusBool:
        return False

    @dbus_property(READ, name="Identity")
    def _identity(self) -> DBusStr:
        return "voicecoach"

    @dbus_property(READ, name="SupportedUriSchemes")
    def _supported_uri_schemes(self) -> DBusStrings:
        return []

    @dbus_property(READ, name="SupportedMimeTypes")
    def _supported_mime_types(self) -> DBusStrings:
        return []


class Player(ServiceInterface):
    """What it plays. Positions and lengths are in microseconds here."""

    def __init__(self, press: Callable[[str], None], read: Callable[[], NowPlaying]) -> None:
        super().__init__("org.mpris.MediaPlayer2.Player")
        self._press, self._read = press, read
        self._announced = self._shown()

    def announce(self, *, jumped: bool) -> None:
        """Send what has changed since the last time; nobody is there to hear it before the bus is."""
        shown = self._shown()
        changed = {name: value for name, value in shown.items() if value != self._announced[name]}
        self._announced = shown
        if changed:
            self.emit_properties_changed(changed)
        if jumped:
            self._seeked(self._read().position_ms * US_PER_MS)

    def _shown(self) -> dict[str, Any]:
        """The properties whose changes are announced; `Position` is not one of them."""
        return {"PlaybackStatus": self._status, "Metadata": self._metadata, "Volume": self._volume}

    @dbus_method(name="PlayPause")
    def _play_pause(self) -> DBusNothing:
        self._press("space")

    @dbus_method(name="Play")
    def _play(self) -> DBusNothing:
        self._press("resume")

    @dbus_method(name="Pause")
    def _pause(self) -> DBusNothing:
        self._press("pause")

    @dbus_method(name="Stop")
    def _stop(self) -> DBusNothing:
        self._press("q")

    @dbus_method(name="Next")
    def _next_step(self) -> DBusNothing:
        self._press("n")

    @dbus_method(name="Previous")
    def _previous_step(self) -> DBusNothing:
        self._press("b")

    @dbus_method(name="Seek")
    def _seek(self, offset: DBusInt64) -> DBusNothing:
        """Nothing: one goes from step to step."""

    @dbus_method(name="SetPosition")
    def _set_position(self, track: DBusObjectPath, position: DBusInt64) -> DBusNothing:
        """Nothing, as `Seek`."""

    @dbus_method(name="OpenUri")
    def _open_uri(self, uri: DBusStr) -> DBusNothing:
        """Nothing: it plays the session it was started with."""

    @dbus_signal(name="Seeked")
    def _seeked(self, position_us: int) -> DBusInt64:
        return position_us

    @dbus_property(READ, name="PlaybackStatus")
    def _status(self) -> DBusStr:
        return {None: "Stopped", True: "Playing", False: "Paused"}[self._read().is_playing]

    @dbus_property(READ, name="Metadata")
    def _metadata(self) -> DBusMetadata:
        now = self._read()
        return {
            "mpris:trackid": Variant("o", TRACK),
            "mpris:length": Variant("x", now.length_ms * US_PER_MS),
            "xesam:title": Variant("s", _printable(now.title or now.album)),
            "xesam:artist": Variant("as", [_printable(now.artist)]),
            "xesam:album": Variant("s", _printable(now.album)),
        }

    @dbus_property(READ, name="Position")
    def _position(self) -> DBusInt64:
        return self._read().position_ms * US_PER_MS

    @dbus_property(READ, name="Volume")
    def _volume(self) -> DBusDouble:
        return self._read().volume

    @dbus_property(READ, name="Rate")
    def _rate(self) -> DBusDouble:
        return 1.0

    @dbus_property(READ, name="MinimumRate")
    def _minimum_rate(self) -> DBusDouble:
        return 1.0

    @dbus_property(READ, name="MaximumRate")
    def _maximum_rate(self) -> DBusDouble:
        return 1.0

    @dbus_property(READ, name="CanControl")
    def _can_control(self) -> DBusBool:
        return True

    @dbus_property(READ, name="CanPlay")
    def _can_play(self) -> DBusBool:
        return True

    @dbus_property(READ, name="CanPause")
    def _can_pause(self) -> DBusBool:
        return True

    @dbus_property(READ, name="CanGoNext")
    def _can_go_next(self) -> DBusBool:
        return True

    @dbus_property(READ, name="CanGoPrevious")
    def _can_go_previous(self) -> DBusBool:
        return True

    @dbus_property(READ, name="CanSeek")
    def _can_seek(self) -> DBusBool:
        return False


@asynccontextmanager
async def _within(patience_s: float) -> AsyncIterator[None]:
    """A time limit with a message of its own."""
    try:
        async with asyncio.timeout(patience_s):
            yield
    except TimeoutError as error:
        raise TimeoutError(f"the session bus did not answer within {patience_s:g} s") from error


async def _take_name(bus: MessageBus, name: str) -> None:
    reply = await bus.request_name(name, NameFlag.DO_NOT_QUEUE)
    if reply is not RequestNameReply.PRIMARY_OWNER:
        raise ConnectionError(f"another program has the name {name} on the session bus")


async def _end(bus: MessageBus) -> None:
    """Wait for the end of the connection; raise why, unless it was ours."""
    disconnected: Callable[[], Awaitable[None]] = bus.wait_for_disconnect  # which has no types of its own
    try:
        await disconnected()
    except (EOFError, OSError) as error:
        raise ConnectionError("the session bus is gone") from error


def _error(context: dict[str, Any]) -> BaseException:
    """What happened in an event loop, from what it tells about it."""
    error: BaseException = context.get("exception") or RuntimeError(context["message"])
    return error


def _printable(text: str) -> str:
    """Text as the bus takes it; it ends connections over a NUL."""
    return "".join(character for character in text if character.isprintable())
