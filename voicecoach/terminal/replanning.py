"""Planning a live session anew while it plays: with more or fewer words."""

from __future__ import annotations

from concurrent.futures import Executor, Future
from dataclasses import replace

from voicecoach.errors import VoicecoachError
from voicecoach.pipeline.prepare import Prepared, prepare
from voicecoach.pipeline.sounds import Sounds
from voicecoach.plan.choices import Detail
from voicecoach.player.live_session import LiveSession
from voicecoach.terminal.display import Display


class Replanning:
    """Goes over to another plan of what was `prepared` with `sounds`, once it is ready."""

    def __init__(
        self, prepared: Prepared, sounds: Sounds, playing: LiveSession, display: Display, pool: Executor
    ) -> None:
        """It is planned in `pool`."""
        self._prepared, self._sounds, self._playing, self._display = prepared, sounds, playing, display
        self._detail = self._detail_played = prepared.choices.detail
        self._planned: Future[Prepared] | None = None
        self._pool = pool

    def change_detail(self, steps: int) -> None:
        """More words or fewer, round and round."""
        details = list(Detail)
        self._detail = details[(details.index(self._detail) + steps) % len(details)]
        self._display.notice(f"Detail: {self._detail} …")
        if self._planned is None:
            self._plan()

    def _plan(self) -> None:
        loaded = self._prepared.loaded
        other = replace(loaded, choices=replace(loaded.choices, detail=self._detail))
        self._detail_played = self._detail
        self._planned = self._pool.submit(prepare, other, self._sounds)

    def look(self) -> None:
        """Go over to the new plan if it is ready."""
        if self._planned is None or not self._planned.done():
            return
        planned, self._planned = self._planned, None
        if self._detail != self._detail_played:  # it was changed again meanwhile
            self._plan()
            return
        try:
            self._playing.go_on_with(planned.result().timeline)
            self._display.notice(f"Detail: {self._detail}.")
        except VoicecoachError as error:
            self._display.notice(str(error))
