"""What the listener should know, from any thread."""

from __future__ import annotations

from queue import Empty, SimpleQueue


class Notes:
    """Sentences that wait to be shown. `shown` are those that were shown so far."""

    def __init__(self) -> None:
        self.shown: list[str] = []
        self._waiting: SimpleQueue[str] = SimpleQueue()

    def put(self, note: str) -> None:
        """Have this shown as soon as there is a screen."""
        self._waiting.put(note)

    def next(self) -> str | None:
        """One to be shown now."""
        try:
            note = self._waiting.get_nowait()
        except Empty:
            return None
        self.shown.append(note)
        return note
