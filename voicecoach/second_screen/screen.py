"""The second screen of a live session: a page that shows the same in browsers, and takes keys there."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import asdict
from threading import Event, Thread
from time import monotonic, sleep
from typing import Self

from voicecoach.player.live_session import Heard
from voicecoach.second_screen.application import Application, SoundOutput
from voicecoach.second_screen.moments import Moments
from voicecoach.second_screen.viewers import Viewers
from voicecoach.terminal.lines import KEYS, State
from voicecoach.timeline.view import About, View
from voicecoach.web.server import EVERYWHERE, LOOPBACK, WebServer

REFRESH_S = 0.5
"""So often pages are told what comes, whether or not something has happened."""
STALLED_S = 20
OFF_MS = 60
"""The position is elsewhere than a page thinks when it is further off than this."""
FAREWELL_S = 0.5


class SecondScreen:
    """Serves the page, from when it is made until it is closed. `press` takes the names of keys, in any thread.

    `address` is the host that other devices in the network know this machine by, None serves this machine alone.
    `about` is what a screen needs to know of the exercises; `sound` where pages hear it, if they do.

    Raises OutputError for a port that can't be had.
    """

    def __init__(
        self,
        title: str,
        press: Callable[[str], None],
        *,
        address: str | None = None,
        port: int | None = None,
        shared: bool = False,
        sound: SoundOutput | None = None,
    ) -> None:
        self.watched = Event()
        """Set when the first page looks on."""
        self._token = secrets.token_urlsafe(16)
        self._viewers = Viewers(shared=shared, on_change=self._changed)
        self._viewers.tell("hello", {"title": title, "keys": KEYS, "plays": sound is not None})
        application = Application(self._token, self._viewers, press, sound)
        host = EVERYWHERE if address else LOOPBACK
        self._server = WebServer(application, host=host, port=port, stalled_s=STALLED_S)
        self.url = f"http://{address or LOOPBACK}:{self._server.port}/{self._token}/"
        self._moments: Moments | None = None
        self._is_new = True
        self._told: tuple[State, bool] | None = None
        self._told_at, self._told_s, self._looked_at = 0, 0.0, -1
        self._thread = Thread(target=self._server.serve_forever, name="second screen", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Tell the pages that it is over, and close."""
        self.close()

    def follow(self, heard: Heard, view: View, state: State, about: dict[str, About]) -> None:
        """Show this; called again and again. It costs nothing as long as nobody looks on."""
        if not self._viewers.count:
            return
        playing = not (state.paused or state.holding) and view.at != self._looked_at
        self._looked_at = view.at
        now_s = monotonic()
        expected = self._told_at + (1000 * (now_s - self._told_s) if playing else 0)
        is_due = playing and now_s - self._told_s > REFRESH_S
        if not (self._is_new or is_due or self._told != (state, playing) or abs(view.at - expected) > OFF_MS):
            return
        self._is_new, self._told, self._told_at, self._told_s = False, (state, playing), view.at, now_s
        if self._moments is None or self._moments.timeline is not heard.timeline:
            self._moments = Moments(heard.timeline, about)
        then = self._moments.after(view) if playing else []
        self._viewers.tell("moment", {"playing": playing, "view": asdict(view), "then": then, "state": asdict(state)})

    def close(self) -> None:
        """Tell the pages that it is over, and serve no more."""
        self._viewers.tell("end", {})
        until_s = monotonic() + FAREWELL_S
        while self._viewers.count and monotonic() < until_s:
            sleep(0.01)
        self._server.close()
        self._thread.join(FAREWELL_S)

    def _changed(self) -> None:
        self._is_new = True
        if self._viewers.count:
            self.watched.set()
