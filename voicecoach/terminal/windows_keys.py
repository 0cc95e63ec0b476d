"""The keys of the Windows console."""

from __future__ import annotations

import queue
import sys
import threading
from collections.abc import Callable
from contextlib import suppress

from voicecoach.terminal.key_names import key_name

NAMES = {"H": "up", "P": "down", "K": "left", "M": "right"}
PREFIXES = "\x00\xe0"
INTERRUPT = "\x03"


class KeyQueue:
    """Keys from a function that waits for the next character, as the Windows console has it.

    The function runs in a thread of its own, so that waiting for a key can end without one.
    """

    def __init__(self, next_character: Callable[[], str]) -> None:
        self._next = next_character
        self._keys: queue.SimpleQueue[str] = queue.SimpleQueue()
        threading.Thread(target=self._read, name="keyboard", daemon=True).start()

    def _read(self) -> None:
        with suppress(OSError):
            while character := self._next():
                is_special = character in PREFIXES
                name = NAMES.get(self._next()) if is_special else character
                if name:
                    self._keys.put(name)

    def get(self, timeout_s: float) -> str | None:
        """The next key, or None. Ctrl-C, which such a console hands over as a character, is raised."""
        try:
            key = self._keys.get(timeout=timeout_s)
        except queue.Empty:
            return None
        if key == INTERRUPT:
            raise KeyboardInterrupt
        return key if len(key) > 1 else key_name(key)


if sys.platform == "win32":
    import msvcrt

    def windows_keyboard() -> KeyQueue:
        """The keys of the console."""
        return KeyQueue(msvcrt.getwch)
