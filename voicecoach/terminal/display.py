"""What is shown of a live session: the screen, the notices on it, and what the desktop's media controls are told."""

from __future__ import annotations

import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from voicecoach.player.live_session import Heard
from voicecoach.terminal.lines import State
from voicecoach.terminal.lists import Listing
from voicecoach.terminal.media_keys import MediaKeys
from voicecoach.terminal.mouse import key_at
from voicecoach.terminal.now_playing import NowPlaying
from voicecoach.terminal.screen import DrawnScreen, Screen, terminal_size
from voicecoach.terminal.system import hung_up
from voicecoach.timeline.about import About
from voicecoach.timeline.places import WORKING
from voicecoach.timeline.view import View, view_at

NOTICE_S = 4.0
LASTING_S = 3600.0
NOTES_S, NOTE_S, MOST_NOTES_S = 4.0, 4.0, 20.0
"""How long the opening's notes are shown: all of them, each more, at most."""

Answers = tuple[tuple[str, str], ...]


class Follower(Protocol):
    """Something else that shows the same."""

    @property
    def is_watched(self) -> bool:
        """Whether somebody looks at it."""

    def follow(self, heard: Heard, view: View, state: State, about: Mapping[str, About]) -> None:
        """Show this. It is called again and again, and has to be quick."""


class Display:
    """Shows where a session is and its `state`. `about` is what a screen needs to know of its exercises."""

    def __init__(self, about: Mapping[str, About]) -> None:
        self.about = about
        self.state = State()
        self._notice_until_s = self._notes_until_s = 0.0
        self._screen: Screen | None = None
        self._media_keys: MediaKeys | None = None
        self._follower: Follower | None = None
        self._heard: Heard | None = None
        self._view: View | None = None
        self._shown: tuple[object, ...] = ()

    def start(self, screen: Screen, media_keys: MediaKeys) -> None:
        """Show it there from now on."""
        self._screen, self._media_keys = screen, media_keys

    def also(self, follower: Follower, address: str) -> None:
        """Show it there as well; `address` is for those who want to look."""
        self._follower = follower
        self.state = replace(self.state, address=address)

    @property
    def is_followed(self) -> bool:
        """Whether somebody looks at it elsewhere, who can answer a question."""
        return self._follower is not None and self._follower.is_watched

    def key_at(self, column: int, row: int) -> str | None:
        """The key that stands for what is shown at a place; None if nothing does."""
        if not isinstance(self._screen, DrawnScreen):
            return None
        return key_at(self._screen.rows, column, row, self.state.listing)

    def help(self, *, shown: bool) -> None:
        """The list of keys, or no longer."""
        self.state = replace(self.state, help=shown)

    def list(self, listing: Listing | None) -> None:
        """A list to choose from, or no longer."""
        self.state = replace(self.state, listing=listing, help=False)

    def ask(self, question: str, answers: Answers = ()) -> None:
        """A question, until it is answered; `answers` are keys with what they mean."""
        self.state = replace(self.state, notice=question, help=False, answers=answers)

    def notice(self, text: str, for_s: float = NOTICE_S) -> None:
        """A sentence for the listener, for a while."""
        self.state = replace(self.state, notice=text, answers=())
        self._notice_until_s = time.monotonic() + for_s

    def lasting_notice(self, text: str) -> None:
        """A sentence that says what to press: it stays until something is."""
        self.notice(text, LASTING_S)

    def tell(self, notes: Sequence[str]) -> None:
        """How the session came to be: to be read in its opening, until something is pressed."""
        self.state = replace(self.state, notes=tuple(dict.fromkeys(notes)))
        self._notes_until_s = time.monotonic() + min(MOST_NOTES_S, NOTES_S + NOTE_S * len(notes))

    def is_answered(self) -> None:
        """Something was pressed: what said what to press is taken away, and so are the notes."""
        self._have_read()
        if self.state.notice and self._notice_until_s - time.monotonic() > NOTICE_S:
            self.notice("", 0)

    def show(self, heard: Heard, *, is_gone: bool, is_asking: bool) -> None:
        """Show what is heard. `is_gone` says that there is no device, `is_asking` that the notice is a question."""
        if self.state.notice and not is_asking and time.monotonic() > self._notice_until_s:
            self.notice("", 0)
        snapshot = heard.snapshot
        self.state = replace(
            self.state,
            paused=is_gone or (snapshot.paused and not snapshot.holding),
            holding=snapshot.holding,
            volume=snapshot.volume,
            muted=snapshot.muted,
        )
        if time.monotonic() > self._notes_until_s:
            self._have_read()
        now = (heard.timeline, heard.at, self.state, terminal_size(sys.stdout))
        if now == self._shown:  # a pause is to cost next to nothing
            self._tell_follower()
            return
        self._shown, self._heard = now, heard
        view = view_at(heard.timeline, self.about, heard.at)
        if view.kind in WORKING:
            self._have_read()
        self.draw(view)
        self._tell_desktop(heard, view)

    def _have_read(self) -> None:
        if self.state.notes:
            self.state = replace(self.state, notes=())

    @property
    def is_still(self) -> bool:
        """Whether nothing moves but by a key."""
        return self.state.paused or self.state.holding

    def forget(self) -> None:
        """What was shown is gone: show it all again."""
        self._shown = ()

    def draw(self, view: View) -> None:
        """Show the state. A terminal that is gone ends the session as its signal does."""
        self._view = view
        self._tell_follower()
        if self._screen is None:
            return
        try:
            self._screen.show(view, self.state)
        except BrokenPipeError:
            raise
        except OSError:
            hung_up()

    def _tell_follower(self) -> None:
        """Also that nothing moves, which it can't see otherwise."""
        if self._follower and self._heard and self._view:
            self._follower.follow(self._heard, self._view, self.state, self.about)

    def _tell_desktop(self, heard: Heard, view: View) -> None:
        if self._media_keys is None:
            return
        self._media_keys.update(
            NowPlaying(
                view.title,
                str(view.turn or ""),
                is_playing=not heard.snapshot.paused,
                position_ms=view.at,
                length_ms=heard.timeline.duration,
                volume=min(1.0, heard.snapshot.volume),
            )
        )
