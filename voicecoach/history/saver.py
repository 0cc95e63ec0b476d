"""Saving a training while it goes on, in a thread of its own: a locked history keeps nobody waiting."""

from __future__ import annotations

import threading
import time

from voicecoach.history.model import Training
from voicecoach.history.store import History

RETRY_S = 0.5


class Saver:
    """Saves the newest state that it was given, again and again until that works."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._newest: Training | None = None
        self._saved: Training | None = None
        self._is_closing = False
        self._news = threading.Condition()
        # As a daemon it holds up nobody who leaves; killed at any moment, a save leaves the file whole.
        threading.Thread(target=self._run, name="history", daemon=True).start()

    def put(self, training: Training) -> None:
        """Have this saved in place of what is still waiting to be."""
        with self._news:
            self._newest = training
            self._news.notify_all()

    def wait(self, patience_s: float) -> bool:
        """Wait until all is saved, `patience_s` at most; whether it is."""
        until_s = time.monotonic() + patience_s
        with self._news:
            while self._is_waiting and (left_s := until_s - time.monotonic()) > 0:
                self._news.wait(left_s)
            return not self._is_waiting

    def close(self) -> None:
        """Save nothing any more."""
        with self._news:
            self._is_closing = True
            self._news.notify_all()

    @property
    def _is_waiting(self) -> bool:
        return self._newest is not self._saved

    def _run(self) -> None:
        while (training := self._next()) is not None:
            is_saved = self._history.save(training)
            with self._news:
                if is_saved:
                    self._saved = training
                    self._news.notify_all()
                elif not self._is_closing:
                    self._news.wait(RETRY_S)

    def _next(self) -> Training | None:
        """What is to be saved; None at the end."""
        with self._news:
            while not (self._is_closing or self._is_waiting):
                self._news.wait()
            return None if self._is_closing else self._newest
