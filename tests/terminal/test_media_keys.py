from __future__ import annotations

import asyncio
import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.parts import needs
from tests.session_bus import SessionBus, session_bus
from voicecoach.terminal.media_keys import NO_BUS, NO_LIBRARY, NO_MPRIS, bus_address, media_keys
from voicecoach.terminal.now_playing import NowPlaying

ROOT = Path(__file__).parents[2]

if TYPE_CHECKING:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

__all__ = ["session_bus"]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="MPRIS is on Linux alone")

NAME = f"org.mpris.MediaPlayer2.voicecoach.instance{os.getpid()}"
PATH = "/org/mpris/MediaPlayer2"
APPLICATION = "org.mpris.MediaPlayer2"
PLAYER = "org.mpris.MediaPlayer2.Player"
LONG_S = 60
TITLE = "Glutes for runners"


def ignore(_key: str) -> None:
    """Nobody presses here."""


class Client:
    """Another program on the bus, such as a desktop's panel."""

    def __init__(self, bus: MessageBus) -> None:
        self._bus = bus
        self._signals: asyncio.Queue[tuple[str, list[Any]]] = asyncio.Queue()
        bus.add_message_handler(self._hear)

    def _hear(self, message: Message) -> None:
        if message.member in {"PropertiesChanged", "Seeked"}:
            self._signals.put_nowait((message.member, message.body))

    async def call(self, interface: str, member: str, signature: str = "", *body: object, to: str = NAME) -> list[Any]:
        from dbus_fast import Message, MessageType

        path = PATH if to == NAME else "/org/freedesktop/DBus"
        message = Message(to, path, interface, member, signature=signature, body=list(body))
        reply = await asyncio.wait_for(self._bus.call(message), LONG_S)
        assert reply.message_type is MessageType.METHOD_RETURN, (member, reply.error_name, reply.body)
        answer: list[Any] = reply.body
        return answer

    async def names(self) -> list[str]:
        """Who is on the bus."""
        [names] = await self.call("org.freedesktop.DBus", "ListNames", to="org.freedesktop.DBus")
        found: list[str] = names
        return found

    async def tell(self, interface: str, member: str) -> None:
        """Call without waiting for an answer."""
        from dbus_fast import Message, MessageFlag

        await self._bus.send(Message(NAME, PATH, interface, member, flags=MessageFlag.NO_REPLY_EXPECTED))

    async def get_all(self, interface: str) -> dict[str, Any]:
        from dbus_fast import unpack_variants

        [values] = await self.call("org.freedesktop.DBus.Properties", "GetAll", "s", interface)
        unpacked: dict[str, Any] = unpack_variants(values)
        return unpacked

    async def signal(self) -> tuple[str, Any]:
        """The next signal: `Seeked` and its position, or `PropertiesChanged` and what they are now."""
        from dbus_fast import unpack_variants

        member, body = await asyncio.wait_for(self._signals.get(), LONG_S)
        return member, body[0] if member == "Seeked" else unpack_variants(body[1])


@asynccontextmanager
async def client() -> AsyncIterator[Client]:
    from dbus_fast import Message
    from dbus_fast.aio import MessageBus

    bus = await MessageBus(os.environ["DBUS_SESSION_BUS_ADDRESS"]).connect()
    rule = f"type='signal',path='{PATH}'"
    await bus.call(Message("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "AddMatch", signature="s", body=[rule]))
    yield Client(bus)
    disconnected: Callable[[], Awaitable[None]] = bus.wait_for_disconnect
    bus.disconnect()
    await disconnected()


def with_client(use: Callable[[Client], Awaitable[None]]) -> None:
    async def run() -> None:
        async with client() as one:
            await use(one)

    # In a thread of its own: the browser of other tests keeps an event loop running in the main one.
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(run())).result()


patient_keys = partial(media_keys, patience_s=LONG_S)


def until_over() -> None:
    """Wait until the media keys have gone by themselves."""
    for thread in threading.enumerate():
        if thread.name == "media keys":
            thread.join(LONG_S)
            assert not thread.is_alive()


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
@pytest.mark.parametrize(
    ("interface", "method", "key"),
    [
        (PLAYER, "PlayPause", "space"),
        (PLAYER, "Play", "resume"),
        (PLAYER, "Pause", "pause"),
        (PLAYER, "Next", "n"),
        (PLAYER, "Previous", "b"),
        (PLAYER, "Stop", "q"),
        (APPLICATION, "Quit", "q"),
    ],
)
def test_a_method_presses_its_key(interface: str, method: str, key: str) -> None:
    pressed: queue.SimpleQueue[str] = queue.SimpleQueue()

    async def use(one: Client) -> None:
        await one.call(interface, method)

    with patient_keys(pressed.put, TITLE) as keys:
        assert keys.wait(LONG_S), keys.problem
        with_client(use)
        assert pressed.get(timeout=LONG_S) == key


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_what_a_player_in_a_terminal_cant_do_does_nothing() -> None:
    pressed: list[str] = []

    async def use(one: Client) -> None:
        await one.call(APPLICATION, "Raise")
        await one.call(PLAYER, "Seek", "x", 5_000_000)
        await one.call(PLAYER, "SetPosition", "ox", "/org/voicecoach/session", 0)
        await one.call(PLAYER, "OpenUri", "s", "file:///song.mp3")

    with patient_keys(pressed.append, TITLE) as keys:
        assert keys.wait(LONG_S), keys.problem
        with_client(use)
    assert not pressed
    assert not keys.problem


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_clients_find_a_player_and_what_it_can_do() -> None:
    async def use(one: Client) -> None:
        assert NAME in await one.names()
        assert await one.get_all(APPLICATION) == {
            "CanQuit": True,
            "CanRaise": False,
            "HasTrackList": False,
            "Identity": "voicecoach",
            "SupportedMimeTypes": [],
            "SupportedUriSchemes": [],
        }
        player = await one.get_all(PLAYER)
        assert {name for name, value in player.items() if value is True} == {
            *("CanControl", "CanGoNext", "CanGoPrevious", "CanPause", "CanPlay")
        }
        assert player["CanSeek"] is False
        assert player["Rate"] == player["MinimumRate"] == player["MaximumRate"] == 1
        assert player["PlaybackStatus"] == "Stopped"
        assert player["Metadata"]["xesam:title"] == TITLE

    with patient_keys(ignore, TITLE) as keys:
        assert keys.wait(LONG_S), keys.problem
        with_client(use)


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_clients_see_what_was_last_told() -> None:
    async def use(one: Client) -> None:
        player = await one.get_all(PLAYER)
        assert player["PlaybackStatus"] == "Playing"
        assert player["Position"] == 65_432_000
        assert player["Volume"] == 0.5
        assert player["Metadata"] == {
            "mpris:trackid": "/org/voicecoach/session",
            "mpris:length": 1_800_000_000,
            "xesam:title": "Step ups",
            "xesam:artist": ["set 2 of 3, left"],
            "xesam:album": TITLE,
        }

    with patient_keys(ignore, TITLE) as keys:
        keys.update(NowPlaying("Step ups", "set 2 of 3, left", True, 65_432, 1_800_000, volume=0.5))
        assert keys.wait(LONG_S), keys.problem
        with_client(use)


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_changes_are_announced_alone() -> None:
    with patient_keys(ignore, TITLE, clock=lambda: 7.0) as keys:

        async def use(one: Client) -> None:
            keys.update(NowPlaying("Squats", "set 1", True, 100, 60_000))
            _, changed = await one.signal()
            assert set(changed) == {"PlaybackStatus", "Metadata"}
            assert changed["Metadata"]["xesam:title"] == "Squats"
            keys.update(NowPlaying("Squats", "set 1", True, 200, 60_000))
            keys.update(NowPlaying("Squats", "set 1", False, 300, 60_000))
            assert await one.signal() == ("PropertiesChanged", {"PlaybackStatus": "Paused"})
            keys.update(NowPlaying("Squats", "set 1", False, 400, 60_000, volume=0.25))
            assert await one.signal() == ("PropertiesChanged", {"Volume": 0.25})
            assert (await one.get_all(PLAYER))["Position"] == 400_000

        assert keys.wait(LONG_S), keys.problem
        with_client(use)


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_jumps_are_announced() -> None:
    with patient_keys(ignore, TITLE, clock=lambda: 7.0) as keys:

        async def use(one: Client) -> None:
            keys.update(NowPlaying("Squats", "", False, 0, 600_000))
            assert (await one.signal())[0] == "PropertiesChanged"
            keys.update(NowPlaying("Squats", "", False, 500, 600_000))
            keys.update(NowPlaying("Squats", "", False, 90_000, 600_000))
            assert await one.signal() == ("Seeked", 90_000_000)
            keys.update(NowPlaying("Squats", "", False, 30_000, 600_000))
            assert await one.signal() == ("Seeked", 30_000_000)

        assert keys.wait(LONG_S), keys.problem
        with_client(use)


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_playing_on_is_no_jump_and_standing_still_meanwhile_is() -> None:
    times_s = iter([0.0, 0.0, 60.0, 120.0, 122.0])
    with patient_keys(ignore, TITLE, clock=lambda: next(times_s)) as keys:

        async def use(one: Client) -> None:
            keys.update(NowPlaying("Squats", "", True, 0, 600_000))
            assert (await one.signal())[0] == "PropertiesChanged"
            keys.update(NowPlaying("Squats", "", True, 60_300, 600_000))
            keys.update(NowPlaying("Squats", "", True, 119_700, 600_000))
            keys.update(NowPlaying("Squats", "", True, 119_700, 600_000))
            assert await one.signal() == ("Seeked", 119_700_000)

        assert keys.wait(LONG_S), keys.problem
        with_client(use)


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_text_the_bus_would_not_take_does_not_end_the_connection() -> None:
    async def use(one: Client) -> None:
        assert (await one.get_all(PLAYER))["Metadata"]["xesam:title"] == "Side  – ups"

    with patient_keys(ignore, TITLE) as keys:
        assert keys.wait(LONG_S), keys.problem
        keys.update(NowPlaying("Side\0\ud800 \x1b – ups", "\n", True, 0, 0))
        with_client(use)
    assert not keys.problem


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_introspection_shows_the_whole_interface() -> None:
    async def use(one: Client) -> None:
        [xml] = await one.call("org.freedesktop.DBus.Introspectable", "Introspect")
        for method in ("Next", "Previous", "Pause", "PlayPause", "Stop", "Play", "Seek", "SetPosition", "OpenUri"):
            assert f'<method name="{method}"' in xml
        assert '<signal name="Seeked"' in xml

    with patient_keys(ignore, TITLE) as keys:
        assert keys.wait(LONG_S), keys.problem
        with_client(use)


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_the_name_is_free_again_afterwards() -> None:
    async def use(one: Client) -> None:
        assert NAME not in await one.names()

    for _ in range(2):
        with patient_keys(ignore, TITLE) as keys:
            assert keys.wait(LONG_S), keys.problem
        assert not keys.problem
        with_client(use)


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_a_name_that_is_taken_is_a_problem() -> None:
    with patient_keys(ignore, TITLE) as first:
        assert first.wait(LONG_S), first.problem
        with patient_keys(ignore, TITLE) as second:
            assert not second.wait(LONG_S)
        assert NAME in second.problem
        assert not first.problem


@needs("dbus-daemon")
@pytest.mark.usefixtures("session_bus")
def test_what_a_key_press_raises_is_told_and_ends_nothing() -> None:
    pressed: queue.SimpleQueue[str] = queue.SimpleQueue()

    def press(key: str) -> None:
        if key == "n":
            raise ValueError("no such step")
        pressed.put(key)

    async def use(one: Client) -> None:
        await one.call(PLAYER, "Next")
        await one.tell(PLAYER, "Next")
        await one.call(PLAYER, "Previous")

    with patient_keys(press, TITLE) as keys:
        assert keys.wait(LONG_S), keys.problem
        with_client(use)
        assert pressed.get(timeout=LONG_S) == "b"
    assert "no such step" in keys.problem


@needs("dbus-daemon")
def test_a_bus_that_dies_is_a_problem_and_nothing_more(
    session_bus: SessionBus, capfd: pytest.CaptureFixture[str]
) -> None:
    with patient_keys(ignore, TITLE) as keys:
        assert keys.wait(LONG_S), keys.problem
        session_bus.kill()
        until_over()
        assert "the session bus is gone" in keys.problem
        keys.update(NowPlaying("Squats", "", True, 0, 60_000))
    assert capfd.readouterr() == ("", "")


@needs("dbus-daemon")
def test_a_bus_that_hangs_does_not_hold_up_the_end(session_bus: SessionBus) -> None:
    with patient_keys(ignore, TITLE) as keys:
        assert keys.wait(LONG_S), keys.problem
        session_bus.freeze()
        for position in range(100):
            keys.update(NowPlaying("Squats", str(position), True, position * 5_000, 600_000))
    until_over()
    assert not keys.problem


@needs("dbus-daemon")
def test_a_bus_that_hangs_from_the_beginning_is_given_up(session_bus: SessionBus) -> None:
    session_bus.freeze()
    with media_keys(ignore, TITLE, patience_s=0.05) as keys:
        until_over()
        assert not keys.wait(0)
        assert "did not answer within 0.05 s" in keys.problem


def test_leaving_while_the_bus_keeps_silent_is_no_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "bus"))
        listener.listen()
        listener.settimeout(LONG_S)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
        with media_keys(ignore, TITLE) as keys:
            caller, _ = listener.accept()
        caller.close()
    until_over()
    assert not keys.problem


def problem() -> str:
    """Why there are no media keys; the rest works as always."""
    with media_keys(ignore, TITLE) as keys:
        keys.update(NowPlaying("Squats", "set 1", True, 0, 60_000))
        assert not keys.wait(LONG_S)
        keys.update(NowPlaying("Squats", "set 1", False, 30_000, 60_000))
        return keys.problem


@pytest.fixture
def no_bus(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)


@pytest.mark.usefixtures("no_bus")
def test_without_a_bus_there_are_no_media_keys() -> None:
    assert problem() == NO_BUS


def test_without_the_library_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")
    monkeypatch.delitem(sys.modules, "voicecoach.terminal.mpris", raising=False)
    monkeypatch.setitem(sys.modules, "dbus_fast", None)
    assert problem() == NO_LIBRARY


def test_other_systems_have_no_mpris(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert problem() == NO_MPRIS


@pytest.mark.parametrize(
    "address",
    [
        "unix:path={folder}/nothing",
        "unix:path={folder}",
        "unix:",
        "unix:path=a b",
        "unix:abstract={folder}/none",
    ],
)
def test_an_address_where_nobody_is_is_a_problem(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address.format(folder=tmp_path))
    assert problem().startswith("No media keys")


def test_something_else_at_the_address_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "bus"))
        listener.listen()
        listener.settimeout(LONG_S)
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/bus")

        def refuse() -> None:
            caller, _ = listener.accept()
            caller.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")
            caller.close()

        answering = threading.Thread(target=refuse)
        answering.start()
        assert problem().startswith("No media keys")
        answering.join()


def test_the_bus_is_found_where_systemd_puts_it(tmp_path: Path) -> None:
    runtime = {"XDG_RUNTIME_DIR": str(tmp_path)}
    assert not bus_address(runtime)
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "bus"))
        assert bus_address(runtime) == f"unix:path={tmp_path}/bus"
        assert bus_address({**runtime, "DBUS_SESSION_BUS_ADDRESS": "unix:path=/other"}) == "unix:path=/other"


def test_buses_of_other_machines_do_not_count() -> None:
    both = "tcp:host=elsewhere,port=1;unix:path=/here"
    assert bus_address({"DBUS_SESSION_BUS_ADDRESS": both}) == "unix:path=/here"
    assert not bus_address({"DBUS_SESSION_BUS_ADDRESS": "autolaunch:"})


def test_nothing_heavy_is_imported_before_a_session_wants_it() -> None:
    program = "import sys, voicecoach.terminal.media_keys; print({'asyncio', 'dbus_fast'} & set(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert ran.stdout == "set()\n"
