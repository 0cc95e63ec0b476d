"""A second screen to talk to as a page does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection, HTTPResponse
from typing import Any
from urllib.parse import urlsplit

import numpy as np

from tests.player.sounds import Whole
from tests.terminal.small_session import ABOUT, TIMELINE
from voicecoach.player.live_session import Heard
from voicecoach.player.player import Player, Snapshot
from voicecoach.second_screen.application import SoundOutput
from voicecoach.second_screen.screen import SecondScreen, Served
from voicecoach.terminal.lines import State
from voicecoach.timeline.view import view_at
from voicecoach.times import Ms

TIMEOUT_S = 30


@dataclass(frozen=True)
class Talk:
    """The page's side of a second screen."""

    screen: SecondScreen

    @property
    def host(self) -> str:
        return urlsplit(self.screen.url).netloc

    @property
    def path(self) -> str:
        return urlsplit(self.screen.url).path

    @contextmanager
    def asking(
        self, path: str, method: str = "GET", body: bytes | None = None, **headers: str
    ) -> Iterator[HTTPResponse]:
        """An answer that is still to be read; `path` from the page's own on, or from the root with a slash."""
        connection = HTTPConnection(self.host, timeout=TIMEOUT_S)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        try:
            connection.request(method, path if path.startswith("/") else self.path + path, body, named)
            with connection.getresponse() as response:
                yield response
        finally:
            connection.close()

    def status(self, path: str, method: str = "GET", body: bytes | None = None, **headers: str) -> int:
        with self.asking(path, method, body, **headers) as response:
            response.read()
            return response.status

    def post(self, path: str, said: object, **headers: str) -> int:
        """Send something as the page does."""
        usual = {"Origin": f"http://{self.host}", "Content_Type": "application/json"}
        return self.status(path, "POST", json.dumps(said).encode(), **{**usual, **headers})

    @contextmanager
    def viewing(self, viewer: str, browser: str = "") -> Iterator[Events]:
        """What a page is told."""
        with self.asking(f"events?viewer={viewer}", User_Agent=browser) as response:
            assert response.status == 200
            yield Events(response)

    def follow(self, at: int, state: State | None = None) -> None:
        """Show this moment of the small session."""
        heard = Heard(TIMELINE, Ms(at), _snapshot())
        self.screen.follow(
            heard, view_at(TIMELINE, ABOUT, Ms(at)), replace(state or State(), address=self.screen.url), ABOUT
        )


class Events:
    """A stream of events."""

    def __init__(self, response: HTTPResponse) -> None:
        self._response = response

    def next(self) -> tuple[str, Any]:
        """The next one: its kind, and what it says."""
        kind = data = ""
        while line := self._response.readline().decode():
            name, _, value = line.rstrip("\n").partition(": ")
            if name == "event":
                kind = value
            elif name == "data":
                data = value
            elif not line.strip() and kind:
                return kind, json.loads(data)
        return "", None

    def until(self, kind: str, right: Callable[[Any], bool] = lambda _: True) -> Any:  # noqa: ANN401 - JSON
        """The next one of this kind that is as it should be."""
        while True:
            found, said = self.next()
            assert found, f"the stream ended before {kind}"
            if found == kind and right(said):
                return said


@contextmanager
def talking(
    press: Callable[[str], None] = lambda _: None, *, shared: bool = False, sound: SoundOutput | None = None
) -> Iterator[Talk]:
    with SecondScreen("Small one", press, Served(port=0, shared=shared), sound) as screen:
        yield Talk(screen)


def _snapshot() -> Snapshot:
    return Player(Whole(np.zeros(48_000, np.int16))).snapshot
