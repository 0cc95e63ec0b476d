"""Exceptions in threads that nobody can raise them to."""

from __future__ import annotations

from types import TracebackType


class Caught:
    """Keeps the first exception that happens within it, for whoever asks later, and lets the thread go on."""

    def __init__(self) -> None:
        self.error: Exception | None = None

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        self.error = self.error or error
        return True
