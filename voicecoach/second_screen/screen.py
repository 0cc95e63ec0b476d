"""The second screen of a live session: a page that shows the same in browsers, and takes keys there."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from threading import Event, RLock, Thread
from time import monotonic, sleep
from typing import Self

from voicecoach.player.live_session import Heard
from voicecoach.second_screen.application import Application, SoundOutput
from voicecoach.second_screen.moments import Moments
from voicecoach.second_screen.viewers import Viewers
from voicecoach.terminal.lines import KEYS, State
from voicecoach.timeline.about import About
from voicecoach.timeline.model import Timeline
from voicecoach.timeline.view import View
from voicecoach.web.server import EVERYWHERE, LOOPBACK, WebServer

REFRESH_S = 0.5
"""So often pages are told what comes, whether or not something has happened."""
STALLED_S = 20
OFF_MS = 60
"""The position is elsewhere than a page thinks when it is further off than this."""
FAREWELL_S = 0.5


@dataclass(frozen=True)
class Served:
    """To whom the page is served.

    `address` is the host that other devices in the network know this machine by; None is for this machine alone. `port`
    None is the usual one; with `shared` every page has the controls.
    """

    address: str | None = None
    port: int | None = None
    shared: bool = False


@dataclass(frozen=True)
class _Now:
    """What is shown at a moment; `playing` says that it goes on by itself."""

    timeline: Timeline
    about: Mapping[str, About]
    view: View
    state: State
    playing: bool


class SecondScreen:
    """Serves the page, from when it is made until it is closed. `press` takes the names of keys, in any thread.

    `title` is the session's; `sound` is where pages hear it, if they do.

    Raises OutputError for a port that can't be had.
    """

    def __init__(
        self, title: str, press: Callable[[str], None], served: Served, sound: SoundOutput | None = None
    ) -> None:
        self.watched = Event()
        """Set when the first page looks on."""
        self._lock = RLock()
        self._token = secrets.token_urlsafe(16)
        self._viewers = Viewers(shared=served.shared, on_change=self._changed)
        self._viewers.tell("hello", {"title": title, "keys": KEYS, "plays": sound is not None})
        application = Application(self._token, self._viewers, press, sound, self._film)
        host = EVERYWHERE if served.address else LOOPBACK
        self._server = WebServer(application, host=host, port=served.port, stalled_s=STALLED_S)
        self.url = f"http://{served.address or LOOPBACK}:{self._server.port}/{self._token}/"
        self._moments: Moments | None = None
        self._now: _Now | None = None
        self._told: _Now | None = None
        self._told_s = 0.0
        self._thread = Thread(target=self._server.serve_forever, name="second screen", daemon=True)
        self._thread.start()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_exception: object) -> None:
        """Tell the pages that it is over, and close."""
        self.close()

    @property
    def is_watched(self) -> bool:
        """Whether a page looks on."""
        return self._viewers.count > 0

    def follow(self, heard: Heard, view: View, state: State, about: Mapping[str, About]) -> None:
        """Show this; called again and again. It costs next to nothing as long as nobody looks on."""
        if self.url in state.notice:  # whoever is here has found it
            state = replace(state, notice="")
        playing = not (state.paused or state.holding) and self._now is not None and view.at != self._now.view.at
        with self._lock:
            self._now = _Now(heard.timeline, about, view, state, playing)
            if self.is_watched and self._is_news(self._now):
                self._tell(self._now)

    def _is_news(self, now: _Now) -> bool:
        """Whether the pages are to be told anew, since they don't see it coming or soon see no further."""
        told = self._told
        if told is None or (told.state, told.playing, told.timeline) != (now.state, now.playing, now.timeline):
            return True
        gone_s = monotonic() - self._told_s
        expected_ms = told.view.at + (1000 * gone_s if now.playing else 0)
        return (now.playing and gone_s > REFRESH_S) or abs(now.view.at - expected_ms) > OFF_MS

    def _tell(self, now: _Now) -> None:
        self._told, self._told_s = now, monotonic()
        if self._moments is None or self._moments.timeline is not now.timeline:
            self._moments = Moments(now.timeline, now.about)
        then = self._moments.after(now.view) if now.playing else []
        about = {"playing": now.playing, "view": asdict(now.view), "then": then, "state": asdict(now.state)}
        self._viewers.tell("moment", about)

    def _film(self, name: str) -> str | None:
        """The figure of this name as JSON, of an exercise of the session as it is now."""
        from voicecoach.figures.film import film_text  # here, since few look at a session on a page

        with self._lock:
            about = self._now.about.values() if self._now else ()
        found = next((one.drawn for one in about if one.drawn and one.drawn.name == name), None)
        return film_text(found) if found else None

    def close(self) -> None:
        """Tell the pages that it is over, and serve no more."""
        self._viewers.tell("end", {})
        until_s = monotonic() + FAREWELL_S
        while self._viewers.count and monotonic() < until_s:
            sleep(0.01)
        self._server.close()
        self._thread.join(FAREWELL_S)

    def _changed(self) -> None:
        """Somebody has come or left."""
        with self._lock:
            if self.is_watched and self._now:
                self._tell(self._now)
        if self.is_watched:
            self.watched.set()
