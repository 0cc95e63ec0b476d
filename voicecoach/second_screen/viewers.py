"""Who looks at the second screen, who has the controls, and what each of them is still to be told."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from threading import Condition, Lock

MOST_VIEWERS = 32
DEVICES = {
    "iPhone": "an iPhone",
    "iPad": "an iPad",
    "Android": "an Android device",
    "Windows": "a Windows computer",
    "Macintosh": "a Mac",
    "CrOS": "a Chromebook",
    "Linux": "a Linux computer",
}
"""By what a browser says of itself, the first that fits."""


class TooManyError(Exception):
    """There are as many viewers as there may be."""


class Viewer:
    """A page that looks on. What it was not told yet is kept by kind, the newest alone: a slow one skips the others."""

    def __init__(self, identity: str, device: str) -> None:
        self.identity, self.device = identity, device
        self._waiting: dict[str, str] = {}
        self._told = Condition()

    def tell(self, kind: str, data: str) -> None:
        """Have it told in place of what waits of this kind."""
        with self._told:
            self._waiting[kind] = data
            self._told.notify()

    def next(self, timeout_s: float) -> dict[str, str]:
        """What there is to tell by its kind, as soon as there is something; nothing if there isn't in this time."""
        with self._told:
            self._told.wait_for(lambda: self._waiting, timeout_s)
            waiting, self._waiting = self._waiting, {}
        return waiting


class Viewers:
    """The pages that look on, and which of them has the controls; with `shared` all have.

    The only one has them, or who was first; they are free when it leaves, and its again when it comes back and nobody
    took them. A page is known by an identity that it made up and that nobody else learns. `on_change` is called
    whenever somebody comes, leaves or takes the controls. Any thread may call all of it.
    """

    def __init__(self, *, shared: bool = False, on_change: Callable[[], None] = lambda: None) -> None:
        self._shared, self._on_change = shared, on_change
        self._lock = Lock()
        self._viewers: list[Viewer] = []
        self._owner: str | None = None
        self._newest: dict[str, str] = {}

    @property
    def count(self) -> int:
        """How many look on."""
        return len(self._viewers)

    def join(self, identity: str, browser: str) -> Viewer:
        """One more page, which is told the newest of each kind. Raises TooManyError."""
        viewer = Viewer(identity, device_of(browser))
        with self._lock:
            if len(self._viewers) >= MOST_VIEWERS:
                raise TooManyError
            self._viewers.append(viewer)
            for kind, data in self._newest.items():
                viewer.tell(kind, data)
            self._settle()
        self._on_change()
        return viewer

    def leave(self, viewer: Viewer) -> None:
        """It looks on no more."""
        with self._lock:
            if viewer in self._viewers:
                self._viewers.remove(viewer)
            self._settle()
        self._on_change()

    def tell(self, kind: str, about: Mapping[str, object]) -> None:
        """Tell all of them, and whoever comes later."""
        data = json.dumps(about, ensure_ascii=False, separators=(",", ":"))
        with self._lock:
            self._newest[kind] = data
            for viewer in self._viewers:
                viewer.tell(kind, data)

    # The controls

    def take(self, identity: str) -> bool:
        """Give the controls to a page, unless another one has them; whether it has them now."""
        with self._lock:
            if self._is_here(identity) and (self._owner is None or not self._is_here(self._owner)):
                self._owner = identity
            self._settle()
            has = self._has(identity)
        self._on_change()
        return has

    def release(self, identity: str) -> None:
        """It doesn't want the controls any more."""
        with self._lock:
            if self._owner == identity:
                self._owner = None
            self._tell_controls()
        self._on_change()

    def has_controls(self, identity: str) -> bool:
        """Whether a page may press keys."""
        with self._lock:
            return self._has(identity)

    def _has(self, identity: str) -> bool:
        return self._is_here(identity) and (self._shared or identity == self._owner)

    def _is_here(self, identity: str) -> bool:
        return any(viewer.identity == identity for viewer in self._viewers)

    def _settle(self) -> None:
        """Somebody came or left: the only one has the controls."""
        here = {viewer.identity for viewer in self._viewers}
        if len(here) == 1 and self._owner not in here:
            (self._owner,) = here
        self._tell_controls()

    def _tell_controls(self) -> None:
        owner = next((viewer.device for viewer in self._viewers if viewer.identity == self._owner), "")
        alone = len({viewer.identity for viewer in self._viewers}) == 1
        for viewer in self._viewers:
            about = {"alone": alone, "yours": self._has(viewer.identity), "shared": self._shared, "by": owner}
            viewer.tell("control", json.dumps(about))


def device_of(browser: str) -> str:
    """What a page runs on, in words, from what its browser says of itself."""
    return next((words for sign, words in DEVICES.items() if sign in browser), "another screen")
